//! What somebody did is judged in a later sentence, which names only the deed: "X bombed Y. Z condemned the strikes."

use super::verbal::Later;
use super::{Actor, Found, Modality, Reader, Rule};
use crate::gazetteer::{flag, Class, PatternsOf, Step, Tag, VerbPattern, WordSet};
use crate::mention::{Mentions, View};
use crate::syntax::{Argument, Via};

/// So many sentences before its own a deed is still called by a noun alone.
const REACH: usize = 2;
/// So many relations are looked back on.
const LOOKED_BACK: usize = 24;

/// What a sentence before has told.
#[derive(Clone, Copy, Debug)]
struct Deed {
    class: Class,
    frame: u32,
    actor: Actor,
    /// The sentence right before tells it first, and of one who does it.
    leads: bool,
}

/// What the sentences right before the one that begins at token `first` have told, the last first; `found` ends with what that one has told itself so far.
fn deeds(found: &[Found], view: &View<'_>, first: u32) -> Vec<Deed> {
    let current = view.document.sentence_of(first);
    let own = |told: &&Found| view.document.sentence_of(told.trigger.0) == current;
    let near = |told: &&Found| view.document.sentence_of(told.trigger.0) + REACH >= current;
    let told: Vec<&Found> = found.iter().rev().skip_while(own).take(LOOKED_BACK).take_while(near).collect();
    let leads = |one: &Found| {
        let number = view.document.sentence_of(one.trigger.0);
        let before = told.iter().any(|other| other.trigger.0 < one.trigger.0 && view.document.sentence_of(other.trigger.0) == number);
        let joint = told.iter().any(|other| other.trigger == one.trigger && other.subject.tokens != one.subject.tokens);
        number + 1 == current && !before && !joint && one.rule == Rule::Active
    };
    let plain = told.iter().filter(|one| !one.negated && one.modality != Modality::Hypothetical && one.subject.mention.is_some());
    plain.map(|one| Deed { class: one.class, frame: one.frame, actor: one.subject, leads: leads(one) }).collect()
}

/// Whether a verb of judging and a noun for a deed behind "the" or "this" stand among these tokens.
pub(super) fn is_judgement(view: &View<'_>, mentions: &Mentions, (first, end): (u32, u32)) -> bool {
    let words = &view.gazetteer.words;
    let judges = |i: u32| mentions.has(i, flag::TRIGGER) && view.gazetteer.sets.has(WordSet::Judge, words.get(mentions.word(i)).verb);
    let the = |i: u32| matches!(view.document.tokens[i as usize].text(view.text), "The" | "the" | "This" | "this" | "That" | "that" | "These" | "these" | "Those" | "those");
    (first..end).any(judges) && (first..end).any(the)
}

impl Reader<'_> {
    /// "Z condemned the strikes", "the strikes were condemned by Z": who did what the object of the verb at `v` names.
    pub(super) fn judged(&self, v: usize, patterns: PatternsOf<'_>, subject: Later<'_>, arguments: &[Argument], out: &mut Vec<Found>) {
        let verb = self.sentence.chunks[v].verb;
        if !self.view.gazetteer.sets.has(WordSet::Judge, verb.base) {
            return;
        }
        let Some(s) = subject.filter(|s| matches!(s.via, Via::Direct | Via::Control(_) | Via::Inherited)) else { return };
        let object = if verb.passive { Some(s.noun) } else { arguments.first().filter(|a| a.is_object()).and_then(|a| a.noun).map(|noun| noun as usize) };
        let Some(noun) = object.filter(|&n| self.is_bare_deed(n)) else { return };
        let judges = |p: &&VerbPattern| !p.denied && matches!(self.class(p.frame), Class::Accuse | Class::Reject | Class::Support);
        let direct = patterns.iter().filter(judges).find(|p| p.steps.as_slice() == [Step::Target]);
        let Some(pattern) = direct.or_else(|| patterns.iter().find(judges)) else { return };
        let sources = if verb.passive { self.agent(arguments) } else { self.sources(v, s) };
        let deeds = deeds(out, self.view, self.sentence.units[0].first);
        let Some(doer) = self.doer_of(noun, self.class(pattern.frame), &deeds).filter(|doer| !sources.is_empty() && !sources.iter().any(|source| self.same(source, doer))) else {
            return;
        };
        let Some(context) = self.context(v, Some(s), self.class(pattern.frame)) else { return };
        let doer = Actor { tokens: self.tokens(noun), ..doer };
        self.emit(&sources, &[doer], pattern.frame, &pattern.text, self.head_tokens(v), if verb.passive { Rule::Passive } else { Rule::Active }, &context, out);
    }

    /// "the strikes", "this decision": whether the noun group at `n` names a deed, and nothing in it or behind it says whose.
    fn is_bare_deed(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let units = &self.sentence.units[chunk.first as usize..=chunk.head as usize];
        let told_before = ["the", "that", "these", "this", "those"].iter().any(|word| self.chunk_text(n).eq_ignore_ascii_case(word));
        let own = units[1..].iter().all(|unit| unit.mention == 0 && !matches!(unit.tag, Tag::Genitive | Tag::Possessive));
        let more =
            self.sentence.chunks.get(n + 1).is_some_and(|next| matches!(self.unit_text(next.first as usize), "against" | "by" | "from" | "of" | "on" | "that" | "to" | "which"));
        told_before && units.len() > 1 && own && !more
    }

    /// Who did last what the noun group at `n` names, where that is no judgement of the same class itself; nobody where two did.
    fn doer_of(&self, n: usize, judged: Class, deeds: &[Deed]) -> Option<Actor> {
        let mut doers = deeds.iter().filter(|deed| deed.class != judged && self.names_deed(n, deed));
        let one = doers.next()?;
        let other = doers.any(|other| other.frame == one.frame && !self.same(&other.actor, &one.actor));
        Some(one.actor).filter(|_| !other)
    }

    fn names_deed(&self, n: usize, deed: &Deed) -> bool {
        let head = self.sentence.head(n);
        // "the inquiry" of one is no accusation of another
        if self.head_is(n, WordSet::Claim) || deed.class == Class::Accuse {
            return self.head_is(n, WordSet::Claim) && deed.class == Class::Accuse;
        }
        // "the visit", unlike "the talks"
        let alone = |frame: u32| !self.view.gazetteer.frames.frames[frame as usize].symmetric;
        let kind = self.noun_senses(head).iter().any(|sense| self.class(sense.frame) == deed.class && alone(deed.frame) && alone(sense.frame));
        let acts = !matches!(deed.class, Class::Accuse | Class::Consult | Class::Other | Class::Request | Class::Threaten);
        kind || self.head_is(n, WordSet::SumUp) && acts && deed.leads && alone(deed.frame)
    }
}
