//! Around an event: polarity, modality, the verbs that govern it, and who says so.

use super::{Actor, Modality, Range, Reader};
use crate::gazetteer::{flag, Class, Inner, Tag, WordSet};
use crate::mention::{self, MentionKind};
use crate::syntax::{Chunk, ChunkKind, Form, Subject, Via};

/// What the words around an event make of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    pub class: Class,
    /// The frame of the outer verb, where that decides: `refuse to meet`.
    pub frame: Option<u32>,
    /// The tokens of that verb.
    pub outer: Option<Range>,
    pub negated: bool,
    pub modality: Modality,
    pub attribution: Option<(Actor, Range)>,
}

impl Context {
    pub fn plain(class: Class) -> Context {
        Context { class, frame: None, outer: None, negated: false, modality: Modality::Asserted, attribution: None }
    }

    /// What somebody will do for another is a promise, what he will not do a refusal.
    fn promise(&mut self) {
        let kind = matches!(self.class, Class::Consult | Class::Support | Class::Cooperate | Class::Aid | Class::Concede | Class::Retreat);
        if self.modality == Modality::Future && kind && self.frame.is_none() {
            self.class = if self.negated { Class::Reject } else { Class::Agree };
        }
    }

    /// What somebody says he will do: a promise or a threat.
    pub fn announce(&mut self) {
        self.apply(Inner::Future);
        self.promise();
        self.threat(true);
    }

    pub(super) fn is_hostile(&self) -> bool {
        matches!(self.class, Class::Assault | Class::Coerce | Class::Sanction | Class::Accuse | Class::Reject)
    }

    /// What somebody says he will do against another is a threat.
    fn threat(&mut self, announced: bool) {
        let kind = matches!(self.class, Class::Assault | Class::Coerce | Class::Sanction | Class::Mobilize | Class::Protest);
        if announced && kind && self.modality == Modality::Future && !self.negated && self.frame.is_none() {
            self.class = Class::Threaten;
        }
    }

    pub(super) fn apply(&mut self, inner: Inner) {
        match inner {
            Inner::Negated => self.negated = !self.negated,
            Inner::Future if self.modality == Modality::Asserted => self.modality = Modality::Future,
            Inner::Hypothetical => self.modality = Modality::Hypothetical,
            _ => {}
        }
    }
}

/// Whether the frame or verb of this name binds him who acts, for good or ill.
pub(super) fn is_promise(name: &str) -> bool {
    matches!(name, "vow" | "promise" | "pledge")
}

impl Reader<'_> {
    /// The context of an event of `class` at the verb group `v`; `None` where its governor says nothing of it.
    pub fn context(&self, v: usize, subject: Option<Subject>, class: Class) -> Option<Context> {
        let mut context = Context::plain(class);
        self.climb(v, subject, &mut context, 4)?;
        if self.is_kept_from(v) {
            return None;
        }
        self.take_denials(v, subject, &mut context);
        self.take_gerund_phrase(v, subject, &mut context)?;
        let top = self.finite_top(v).unwrap_or(v);
        let conditional = self.take_conditions(v, top, subject, &mut context);
        let attribution = self.attribution(v);
        let top_verb = self.sentence.chunks[top].verb();
        // "said that it would be wrong for X to praise Y" foretells nothing
        let valued = subject.is_some_and(|s| matches!(s.via, Via::NounComplement(_)));
        if attribution.is_some() && top_verb.is_some_and(|verb| verb.would) && !valued && !conditional && !self.sentence.group_has(top, Tag::Have) {
            context.modality = Modality::Future;
        }
        if context.modality != Modality::Asserted && !context.negated && !conditional && self.is_performed(v, subject) {
            context.modality = Modality::Asserted;
        }
        if context.modality == Modality::Asserted && top == v && attribution.is_none() && self.is_asked(v, subject) {
            context.modality = Modality::Hypothetical;
        }
        // "has yet to condemn X"
        if context.modality == Modality::Hypothetical && self.is_not_yet(v) {
            (context.negated, context.modality) = (true, Modality::Asserted);
        }
        if attribution.is_none() && context.modality != Modality::Hypothetical && self.is_whether(v, subject) {
            context.modality = Modality::Hypothetical;
        }
        context.promise();
        // "said that X had to go"
        let had_to = top_verb.is_some_and(|verb| verb.past) && self.sentence.group_has(top, Tag::To) && self.chunk_text(top) == "had";
        if had_to && attribution.is_some() && context.modality == Modality::Asserted {
            context.modality = Modality::Hypothetical;
        }
        if let Some((speaker, cue, inner)) = attribution {
            context.threat(speaker.is_some_and(|speaker| self.announces(speaker, subject)));
            context.attribution = speaker.map(|speaker| (speaker, cue));
            if inner == Inner::Hypothetical {
                context.modality = Modality::Hypothetical;
            }
        }
        if attribution.is_none() && self.sentence.head(v).quoted {
            context.attribution = self.quoted_by(v);
        }
        if context.modality == Modality::Future && self.is_under_condition(top) {
            context.modality = Modality::Hypothetical;
        }
        Some(context)
    }

    /// Takes over what denies the event from outside its verb.
    fn take_denials(&self, v: usize, subject: Option<Subject>, context: &mut Context) {
        // "ruled out meeting X": he will not
        if self.is_ruled_out(v) {
            context.negated = !context.negated;
            context.modality = Modality::Future;
        }
        if self.negative_object(v) {
            context.negated = !context.negated;
        }
        if subject.is_some_and(|s| s.via == Via::Antecedent && self.is_denied_of(s.noun)) {
            context.negated = !context.negated;
        }
        // "nearly attacked X"
        if v > 0 && matches!(self.head_text(v - 1), "almost" | "nearly") && self.sentence.is(v - 1, ChunkKind::Adverb) {
            context.modality = Modality::Hypothetical;
        }
    }

    /// "the threat of X firing Y": takes over what a preposition before the subject of a gerund leaves open; `None` where it says nothing of the event.
    fn take_gerund_phrase(&self, v: usize, subject: Option<Subject>, context: &mut Context) -> Option<()> {
        let gerund = subject.filter(|s| s.via == Via::Antecedent && self.sentence.form(v) == Some(Form::Gerund));
        let Some(p) = gerund.and_then(|s| self.sentence.preposition(self.sentence.first_conjunct(s.noun))) else { return Some(()) };
        let before = self.sentence.previous(p);
        // "tapes of X firing Y", "tapes emerged of X firing Y"
        let noun = before.and_then(|k| if self.is_finite(k) { self.sentence.subject(k).map(|s| s.noun) } else { Some(k) });
        let recorded = self.chunk_text(p) == "of" && noun.is_some_and(|n| self.head_is(n, WordSet::Recording));
        // "looks forward to X firing Y", too
        if matches!(self.chunk_text(p), "of" | "about" | "against" | "forward") && !recorded {
            context.modality = Modality::Hypothetical;
        }
        // "lied about X firing Y"
        let above = before.and_then(|k| self.sentence.chunks[k].verb()).and_then(|verb| self.view.gazetteer.frames.complements.get(&verb.base));
        above.is_none_or(|c| c.gerund != Some(Inner::Silent)).then_some(())
    }

    /// Takes over what the clause under the finite verb at `top` has as a condition or as still to come; says whether it is a condition.
    fn take_conditions(&self, v: usize, top: usize, subject: Option<Subject>, context: &mut Context) -> bool {
        let form = self.sentence.chunks[v].verb.form;
        if context.modality == Modality::Asserted && self.is_to_come(top) {
            context.modality = Modality::Future;
        }
        let conditional = self.conditional(top);
        // "if approved by X"
        let joint = self.sentence.previous(v).filter(|_| form == Form::Participle).map_or("", |k| self.chunk_text(k));
        let reduced = matches!(joint, "If" | "if" | "Unless" | "unless");
        let whole = conditional && (form == Form::Finite || top != v);
        if reduced || whole || self.is_called_for(v, subject) || form == Form::Infinitive && self.is_inverted_condition(v) {
            context.modality = Modality::Hypothetical;
        }
        conditional
    }

    /// "I want to thank X": who says so thanks him (Austin's performatives).
    fn is_performed(&self, v: usize, subject: Option<Subject>) -> bool {
        let verb = self.sentence.chunks[v].verb;
        let Some(Subject { noun, via }) = subject.filter(|_| self.view.gazetteer.words.get(verb.base).has(flag::PERFORMATIVE)) else { return false };
        if self.is_occasion(v) {
            return true;
        }
        // "my Government would like to thank X"
        let own = || matches!(self.chunk_text(noun), "My" | "Our" | "my" | "our") && mention::is_state(self.head_text(noun));
        let first_person = || matches!(self.chunk_text(noun), "I" | "We" | "we") || own();
        let Via::Control(u) = via else {
            // "May I thank X", "I must thank X", "I would urge X"
            let has = |tag| self.sentence.group_has(v, tag);
            // "I can assure X"
            let can = || self.chunk_text(v) == "can" && matches!(self.view.gazetteer.words.text(verb.base), "assure" | "promise" | "tell");
            let does = matches!(self.chunk_text(v), "May" | "must") || can() || verb.would && !has(Tag::Have) && !has(Tag::Be);
            return verb.modal && first_person() && does;
        };
        let u = u as usize;
        let right_behind = self.sentence.previous(self.sentence.first_joined(v)) == Some(u);
        let base = self.view.gazetteer.words.text(self.sentence.chunks[u].verb.base);
        // "Fiji would like to thank X": who speaks for it says so
        let state = || self.named_head(noun).is_some_and(|actor| self.kind(&actor) == MentionKind::Country);
        let wants = if first_person() { matches!(base, "like" | "want" | "wish") } else { matches!(base, "like" | "wish") && state() };
        right_behind && self.is_finite(u) && wants
    }

    /// "It is my pleasure to thank X", "I would like to take this opportunity to thank X".
    fn is_occasion(&self, v: usize) -> bool {
        let noun = self.sentence.previous(v).filter(|&n| self.sentence.is(n, ChunkKind::Noun) && self.sentence.chunks[v].verb.form == Form::Infinitive);
        // "It is an honour for me to"
        let me = noun.filter(|&n| matches!(self.chunk_text(n), "me" | "us")).and_then(|n| self.sentence.preposition(n)).filter(|&p| self.chunk_text(p) == "for");
        let noun = me.and_then(|p| self.sentence.previous(p)).or(noun);
        noun.is_some_and(|n| match self.head_text(n) {
            "honor" | "honour" | "pleasure" | "privilege" => !self.is_negative(n),
            "occasion" | "opportunity" => self.chunk_text(n) == "this",
            _ => false,
        })
    }

    /// "was barred from meeting X", "said of fighting X": a gerund at `v` that tells of no act.
    fn is_kept_from(&self, v: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let Some(p) = self.sentence.previous(v).filter(|_| chunks[v].verb.form == Form::Gerund) else { return false };
        let above = self.sentence.previous(p).and_then(|u| chunks[u].verb());
        above.is_some_and(|verb| match self.chunk_text(p) {
            "from" => verb.passive,
            "of" => !verb.passive && self.view.gazetteer.words.text(verb.base) == "say",
            _ => false,
        })
    }

    /// "ruled out meeting X".
    fn is_ruled_out(&self, v: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let out = self.sentence.previous(v).filter(|&k| chunks[v].verb.form == Form::Gerund && self.chunk_text(k) == "out");
        out.and_then(|k| self.sentence.previous(k)).and_then(|u| chunks[u].verb()).is_some_and(|verb| self.view.gazetteer.words.text(verb.base) == "rule")
    }

    /// "X is not a man who attacks Y": whether the noun group at `n` is what somebody is said not to be.
    fn is_denied_of(&self, n: usize) -> bool {
        let before = self.sentence.previous(n).map(|k| self.sentence.chunks[k]);
        before.is_some_and(|c| c.is_verb() && c.verb.negated && self.sentence.units[c.head as usize].tag == Tag::Be)
    }

    /// "until X visits Y", "will wait when X visits Y": the present of a clause about what is still to come.
    fn is_to_come(&self, v: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let present = self.sentence.units[chunks[v].head as usize].tag == Tag::VerbS && !chunks[v].verb.past;
        // "leaves X later on Friday"
        let clause = chunks[v + 1..].iter().take(8).take_while(|c| !matches!(c.kind, ChunkKind::Comma | ChunkKind::Break | ChunkKind::Conjunction) && !c.is_verb());
        let later = |c: &Chunk| c.kind == ChunkKind::Adverb && matches!(self.unit_text(c.first as usize), "later" | "next" | "tomorrow");
        // "2:15 p.m. X meets Y": a line of a programme
        let tokens = &self.view.document.tokens[..self.sentence.units[0].first as usize];
        let before = || tokens.iter().rev().take(3).any(|token| matches!(token.text(self.view.text), "a.m" | "a.m." | "p.m" | "p.m." | "AM" | "PM"));
        let timed = || v < 3 && before();
        if present && (clause.into_iter().any(later) || timed()) {
            return true;
        }
        let Some(subject) = self.sentence.subject(v).filter(|s| present && s.via == Via::Direct && s.noun < v) else { return false };
        let first = self.sentence.first_conjunct(subject.noun);
        let Some(joint) = self.sentence.previous(first).filter(|&k| matches!(chunks[k].kind, ChunkKind::Subordinator | ChunkKind::Preposition)) else { return false };
        let will = || chunks.iter().filter_map(|c| c.verb()).any(|verb| verb.future || verb.modal);
        match self.chunk_text(joint) {
            "before" | "Before" | "until" | "Until" | "till" => true,
            "when" | "When" | "after" | "After" | "once" | "Once" => will(),
            _ => false,
        }
    }

    /// The finite verb above an infinitive or participle.
    pub fn finite_top(&self, v: usize) -> Option<usize> {
        // "saying he would go and urging X": what he would do is not above the second
        let gerund = |k: &usize| self.sentence.chunks[*k].verb.form == Form::Gerund;
        let first = Some(v).filter(gerund).and_then(|v| self.sentence.coordinated_verb(v)).filter(gerund).unwrap_or(v);
        (0..=first).rev().find(|&k| self.is_finite(k))
    }
}
