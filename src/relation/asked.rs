//! What a verb pattern may ask for: the words, nouns and phrases behind a verb.

use super::{Actor, Reader};
use crate::gazetteer::{flag, word, Class, NounPattern, Step, Tag, VerbPattern, WordId, WordSet};
use crate::mention::MentionKind;
use crate::syntax::{Argument, ChunkKind, Form, Unit};

impl Reader<'_> {
    /// Tells of each preposition behind a verb, and of each noun that a pattern may ask for.
    pub fn words_behind(&self, object: Option<usize>, arguments: &[Argument], mut tell: impl FnMut(WordId)) {
        let mut name = |noun: usize| {
            let head = self.sentence.head(noun);
            tell(head.word);
            if head.singular != head.word {
                tell(head.singular);
            }
            if self.is_sum(noun) {
                tell(word::DOLLARS);
            }
        };
        for noun in arguments.iter().filter_map(|a| a.noun).map(|noun| noun as usize).chain(object) {
            for noun in std::iter::once(noun).chain(self.sentence.other_conjuncts(noun)) {
                name(noun);
                self.counted(noun).into_iter().for_each(&mut name);
            }
        }
        for chunk in arguments.iter().flat_map(|a| a.through.0..a.through.1) {
            tell(self.sentence.first(chunk as usize).word);
        }
    }

    /// Whether an argument is led by exactly these prepositions.
    pub(super) fn leads<'s>(&self, argument: &Argument, steps: impl Iterator<Item = &'s Step> + Clone) -> bool {
        let (first, end) = argument.through;
        // "lashed out again at X": without the adverb
        let prepositions = || (first..end).filter(|&chunk| !self.sentence.is(chunk as usize, ChunkKind::Adverb));
        // "accused of breaking its treaty by X": not the treaty of X
        prepositions().count() == steps.clone().count()
            && !(self.chunk_text(first as usize) == "by" && self.is_late_agent(first as usize))
            && !self.is_behind_relation(first as usize)
            && steps.zip(prepositions()).all(|(step, chunk)| {
                let word = self.sentence.first(chunk as usize).word;
                step.is_through(word)
            })
    }

    /// Whether a noun group is what a step asks for.
    pub(super) fn wanted(&self, step: Option<&Step>, noun: Option<u32>) -> bool {
        match (step, noun) {
            (Some(Step::Nouns(words)), Some(noun)) => {
                // "raised $35,000 for X"
                let sum = |n: usize| self.is_sum(n) && words.contains(&word::DOLLARS);
                let named = |n: usize| self.sentence.head(n).is_one_of(words) || sum(n);
                // "lifted an embargo and sanctions on X", unlike "hosted Ann Lee and a delegation of X"
                let joined = || !self.sentence.names(noun as usize) && self.sentence.other_conjuncts(noun as usize).any(named);
                named(noun as usize) || self.counted(noun as usize).is_some_and(named) || joined()
            }
            (Some(Step::Any), Some(noun)) => {
                let head = self.sentence.head(noun as usize);
                let text = self.text_of(head);
                let reflexive = text.ends_with("self") || text.ends_with("selves");
                // "sold it to X"
                head.mention == 0 && (head.tag != Tag::Pronoun || reflexive || text == "it")
            }
            (Some(Step::Target | Step::Nouns(_)), noun) => noun.is_some(),
            _ => true,
        }
    }

    /// "a round of talks", "40 percent of its arms": what is counted.
    pub(super) fn counted(&self, n: usize) -> Option<usize> {
        let chunks = &self.sentence.chunks;
        let head = &self.sentence.units[chunks[n].head as usize];
        let next = chunks.get(n + 1).filter(|c| c.kind == ChunkKind::Preposition && head.mention == 0)?;
        chunks.get(n + 2).filter(|c| c.kind == ChunkKind::Noun)?;
        let counts = match self.sentence.units[next.first as usize].word {
            word::OF => {
                head.tag == Tag::Number
                    || head.flags & flag::TIME != 0 && (head.tag == Tag::Plural || matches!(self.chunk_text(n), "a" | "one"))
                    || self.counts(head)
                    || self.head_is(n, WordSet::Series)
            }
            // "$60 billion in aid"
            word::IN => head.tag == Tag::Number && self.head_is(n + 2, WordSet::Given),
            _ => false,
        };
        counts.then_some(n + 2)
    }

    /// "$35,000": whether the noun group at `n` is a sum of money in figures.
    fn is_sum(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        if self.sentence.units[chunk.head as usize].tag != Tag::Number {
            return false;
        }
        let [.., sign, _] = &self.sentence.units[chunk.first as usize..=chunk.head as usize] else { return false };
        matches!(self.view.document.tokens[sign.end as usize - 1].text(self.view.text), "$" | "€" | "£")
    }

    /// "took X to court", "gave X 48 hours": whether one of the words stands in the chunk at `behind`, from which on what follows the target of the verb at `v` stands.
    pub(super) fn holds_word(&self, v: usize, behind: usize, words: &[WordId]) -> bool {
        let holds = |chunk: usize| {
            let chunk = &self.sentence.chunks[chunk];
            self.sentence.units[chunk.first as usize..chunk.end as usize].iter()
        };
        // "found X recently guilty"
        let time = Some(behind).filter(|&k| self.sentence.is(k, ChunkKind::Adverb) && holds(k).any(|u| words.contains(&u.word)));
        let Some(next) = time.or_else(|| self.sentence.next(behind - 1)) else { return false };
        let to = self.sentence.chunks[next].kind == ChunkKind::Preposition && self.chunk_text(next) == "to";
        let chunk = next + usize::from(to);
        // behind a passive "by" leads to who did it: "led by X" is not "lead X by ten points"
        let agent = self.sentence.chunks[v].verb.passive && self.chunk_text(next) == "by";
        // "took X to the International Court of Justice" for `take X to court`
        let named = |unit: &Unit| unit.mention != 0 && (unit.first..unit.end).any(|token| words.contains(&self.mentions.lower(self.view, token)));
        chunk < self.sentence.chunks.len() && !agent && holds(chunk).any(|u| words.contains(&u.word) || to && named(u))
    }

    /// Whether the chunk at `k` is a participle that is one of the words.
    pub(super) fn is_participle_of(&self, k: usize, words: &[WordId]) -> bool {
        self.sentence.form(k) == Some(Form::Participle) && words.contains(&self.sentence.head(k).word)
    }

    /// "took X, its ally, to court": the chunk behind what stands between commas from the chunk at `k` on, if a comma stands there; else that chunk.
    pub(super) fn behind_commas(&self, k: usize) -> usize {
        let plain = |k: &usize| matches!(self.sentence.chunks[*k].kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adjective);
        let close =
            (k + 1..self.sentence.chunks.len()).take(8).find(|k| !plain(k)).filter(|&close| self.sentence.is(k, ChunkKind::Comma) && self.sentence.is(close, ChunkKind::Comma));
        close.map_or(k, |close| close + 1)
    }

    /// Whether what begins at a chunk can still say something of the object of the verb at `v` before it: "called X a liar", "called X out";
    /// unlike "the decision to call X surprised Y".
    pub(super) fn goes_on(&self, v: usize, next: usize) -> bool {
        match self.sentence.chunks[next].kind {
            ChunkKind::Noun | ChunkKind::Adjective | ChunkKind::Other | ChunkKind::Open => true,
            ChunkKind::Preposition => !matches!(self.chunk_text(next), "about" | "after" | "over" | "from" | "during" | "to" | "at"),
            ChunkKind::Verb => match self.sentence.chunks[next].verb.form {
                Form::Infinitive => false,
                Form::Finite => self.sentence.chunks[v].verb.form != Form::Infinitive,
                _ => true,
            },
            _ => false,
        }
    }

    /// "returned to X a box of letters" for `return * to X`, "handed over to X a box of letters" for `hand over * to X`: a long thing stands behind the target.
    pub(super) fn heavy(&self, pattern: &VerbPattern, arguments: &[Argument]) -> bool {
        let [to, thing, ..] = arguments else { return false };
        let (particle, [step @ (Step::Any | Step::Nouns(_)), through, Step::Target]) = (match pattern.steps.as_slice() {
            [particle @ Step::Through(_), rest @ ..] => (Some(particle), rest),
            steps => (None, steps),
        }) else {
            return false;
        };
        let led = || !to.is_object() && to.noun.is_some() && self.leads(to, particle.into_iter().chain([through]));
        led() && thing.is_object() && self.wanted(Some(step), thing.noun)
    }

    /// "sent Ukraine arms" for `send * to X`: the target before the thing.
    pub(super) fn shifted(&self, pattern: &VerbPattern, i: usize, noun: usize, at: usize, arguments: &[Argument]) -> Option<usize> {
        let [Step::Any | Step::Nouns(_), through, Step::Target] = &pattern.steps[i..] else { return None };
        let shape = [word::FOR, word::OF, word::TO].into_iter().any(|word| through.is_through(word));
        let thing = arguments.get(at).filter(|a| a.is_object())?;
        (shape && self.wanted(Some(&pattern.steps[i]), thing.noun)).then_some(noun)
    }

    /// "gave Ukraine tanks" for `give tanks to X`: the target and the thing are one noun group. A verb that takes any target reads that itself.
    pub(super) fn compound_target(&self, pattern: &VerbPattern, i: usize, v: usize, arguments: &[Argument]) -> Option<usize> {
        let [Step::Nouns(_), Step::Through(through), Step::Target] = pattern.steps.as_slice() else { return None };
        let gives = matches!(self.class(pattern.frame), Class::Aid | Class::Concede | Class::Mobilize);
        let plain = !gives || self.view.gazetteer.frames.of_verb(self.sentence.chunks[v].verb()?.base)?.iter().any(|p| p.steps.as_slice() == [Step::Target]);
        let noun = arguments.first().filter(|a| !plain && i == 1 && a.is_object() && through.contains(&word::TO))?.noun? as usize;
        let (first, head) = self.behind_article(noun);
        let named = self.is_name(first) && head > first && noun > v;
        (named && self.sentence.units[first + 1].tag != Tag::Genitive).then_some(noun)
    }

    /// "called for X's resignation" for `call for resignation of X`: whose it is stands before the noun.
    pub(super) fn possessed_target(&self, pattern: &VerbPattern, i: usize, noun: usize) -> Option<usize> {
        let [Step::Through(through), Step::Target] = &pattern.steps[i..] else { return None };
        let chunk = self.sentence.chunks[noun];
        let mut before = self.sentence.units[chunk.first as usize..chunk.head as usize].iter();
        // "launched X's investigation": it is X who investigates
        let by_it = || self.sentence.is_owned(noun) || self.modifier(chunk).is_some_and(|actor| self.kind(&actor) == MentionKind::Organization);
        let inquiry = self.sentence.units[chunk.head as usize].flags & flag::INQUIRY != 0 && by_it();
        let owned = through.contains(&word::OF) && !inquiry && (before.any(|unit| unit.mention != 0 && !unit.compound) || self.owner_role(chunk).is_some());
        (owned || self.country_before_head(noun).is_some()).then_some(noun)
    }

    /// "its Russia sanctions", "X's China policy": the country that stands by its name right before the head; "US sanctions" are those of the US.
    pub(super) fn country_before_head(&self, noun: usize) -> Option<Actor> {
        let chunk = self.sentence.chunks[noun];
        let unit = self.sentence.units[chunk.first as usize..chunk.head as usize].last()?;
        let named = self.sentence.is_owned(noun) && unit.mention != 0 && !unit.compound && unit.tag == Tag::Name && self.sentence.units[chunk.head as usize].mention == 0;
        named.then(|| self.named(unit)).filter(|actor| self.kind(actor) == MentionKind::Country)
    }

    /// "faces German criticism", "came under U.S. pressure" for `face criticism from X`: whether the noun group at `noun` is of whom the pattern wants.
    pub(super) fn is_faced(&self, pattern: &VerbPattern, v: usize, noun: usize) -> bool {
        let chunk = self.sentence.chunks[noun];
        let faces = || {
            let verb = self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base);
            matches!(verb, "attract" | "be" | "come" | "draw" | "endure" | "face" | "incur" | "secure" | "suffer" | "win")
        };
        let from = pattern.steps.iter().any(|step| step.is_through(word::FROM) || step.is_through(word::BY));
        pattern.turned && from && faces() && self.modifier(chunk).is_some() && (self.is_adjectival(chunk) || self.sentence.names_owner(noun))
    }

    /// "X access": whether the noun group at `n` is a name and the access that is given to it.
    pub(super) fn is_access_of(&self, n: usize) -> bool {
        let (first, head) = self.behind_article(n);
        self.is_name(first) && head == first + 1 && matches!(self.unit_text(head), "access" | "entry" | "passage" | "permission")
    }

    /// The first unit of the noun group at `n` behind an article, and its head.
    fn behind_article(&self, n: usize) -> (usize, usize) {
        let chunk = self.sentence.chunks[n];
        let article = chunk.first < chunk.head && self.sentence.units[chunk.first as usize].word == word::THE;
        (chunk.first as usize + usize::from(article), chunk.head as usize)
    }

    /// Whether the unit at `i` is a name by itself, which describes nothing.
    fn is_name(&self, i: usize) -> bool {
        let unit = &self.sentence.units[i];
        unit.mention != 0 && !unit.compound && unit.tag == Tag::Name
    }

    /// "captured X from Y": the thing can be a place, where Y loses it.
    pub(super) fn is_taken_place(&self, pattern: &VerbPattern, noun: usize) -> bool {
        let given = match self.class(pattern.frame) {
            Class::Assault | Class::Coerce => false,
            Class::Concede | Class::Retreat => pattern.steps.last() == Some(&Step::Target),
            _ => return false,
        };
        let kind = self.named_head(noun).map(|actor| self.kind(&actor));
        kind == Some(MentionKind::Place) || (given && kind == Some(MentionKind::Country))
    }

    /// Whether a prepositional phrase belongs to the event noun right before it: "support for X" in "information about its support for X".
    pub(super) fn belongs_to_noun(&self, argument: &Argument, frame: u32, far: bool) -> bool {
        // "blamed the attack on X"
        if self.frame_name(frame) == "blame" && self.is_led_by(argument, &["on"]) {
            return false;
        }
        let Some(before) = (argument.through.0 as usize).checked_sub(1).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun) else { return false };
        if argument.through.1 != argument.through.0 + 1 {
            return false;
        }
        let word = self.sentence.first(argument.through.0 as usize).word;
        // "disclosed a payment to X", "is winning with a lead over X"
        let paid = matches!(self.head_text(before), "payment" | "payments");
        let apart = |p: &NounPattern| self.class(p.frame) != self.class(frame) || (paid || far && self.class(frame) == Class::Other) && p.frame != frame;
        let other = |p: &NounPattern| p.through.contains(&word) && apart(p);
        let event = |n: usize| self.sentence.head(n).mention == 0 && self.noun_patterns(n).any(other);
        // "discussed X's war of aggression with Y"
        let of = self.sentence.preposition(before).filter(|&p| word == word::WITH && p + 1 == before && self.chunk_text(p) == "of").and_then(|p| p.checked_sub(1));
        event(before) || of.is_some_and(|n| self.sentence.is(n, ChunkKind::Noun) && event(n))
    }

    /// "spoke to the budget request for X": behind the thing of another phrase, "for" goes with the thing.
    pub(super) fn is_for_thing(&self, argument: &Argument) -> bool {
        let (first, end) = argument.through;
        let text = self.chunk_text(first as usize);
        if end != first + 1 || !matches!(text, "for" | "to") {
            return false;
        }
        let before = (first as usize).checked_sub(1).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun);
        // "appealed for a new approach to X"
        let goes_to = |k: usize| matches!(self.head_text(k), "access" | "alternative" | "answer" | "approach" | "end" | "solution");
        // "spoke out against his remarks to X"
        let phrase = |k: usize| {
            self.sentence.preposition(k).is_some_and(|p| match self.chunk_text(p) {
                "about" | "against" | "of" | "over" => true,
                leads => text == "for" || leads == "for" && goes_to(k),
            })
        };
        before.is_some_and(|k| self.sentence.head(k).mention == 0 && phrase(k))
    }

    /// "discussed efforts underway with X", "discussed Y's talks with X": behind an adjective that describes the thing, or one that another has, a preposition goes with it.
    pub(super) fn is_described_thing(&self, argument: &Argument) -> bool {
        let describes = |k: &usize| self.sentence.is(*k, ChunkKind::Adjective) || matches!(self.chunk_text(*k), "ongoing" | "underway");
        let Some(before) = (argument.through.0 as usize).checked_sub(1) else { return false };
        describes(&before) && before > 0 && self.sentence.is(before - 1, ChunkKind::Noun) || self.is_with_another(before, argument)
    }

    /// "discussed Y's talks with X", "discussed his talks with X": whether what another has with somebody, or what he himself had, stands at `n`, and "with" behind it.
    fn is_with_another(&self, n: usize, argument: &Argument) -> bool {
        let head = self.sentence.head(n);
        let talks = |p: &NounPattern| p.through.contains(&word::WITH) && (self.sentence.names_owner(n) || self.class(p.frame) == Class::Consult);
        let joins = || self.sentence.names_owner(n) && matches!(self.text_of(head), "relations" | "relationship" | "ties") || self.noun_senses(head).iter().any(talks);
        self.chunk_text(argument.through.0 as usize) == "with" && self.sentence.is(n, ChunkKind::Noun) && self.sentence.is_owned(n) && joins()
    }

    /// "gave a speech prior to X's": the preposition at `p` says with the adjective before it when or why, not to whom.
    fn is_behind_relation(&self, p: usize) -> bool {
        let before = p.checked_sub(1).filter(|&k| self.chunk_text(p) == "to" && matches!(self.sentence.chunks[k].kind, ChunkKind::Adjective | ChunkKind::Adverb));
        before.is_some_and(|k| matches!(self.head_text(k), "akin" | "due" | "prior" | "similar" | "subject"))
    }

    /// Whether a preposition of the step, and a noun group behind it, stand right behind the noun group at `n`.
    pub(super) fn is_led_behind(&self, v: usize, n: usize, step: &Step) -> bool {
        // "the murder of X was investigated", unlike "the summit of the Americas that X hosts"
        let leads = |unit: &Unit| step.is_through(unit.word) && (unit.flags & flag::OF == 0 || self.sentence.chunks[v].verb.passive);
        self.sentence.is(n + 1, ChunkKind::Preposition) && self.sentence.is(n + 2, ChunkKind::Noun) && leads(self.sentence.first(n + 1))
    }

    /// Whether nothing but what "of" leads to stands before an argument of these: "sent articles of impeachment to X", unlike "gave since the meeting of the parties to X".
    pub(super) fn reaches(&self, arguments: &[Argument], argument: &Argument) -> bool {
        let of = |a: &Argument| self.sentence.first(a.through.0 as usize).flags & flag::OF != 0;
        arguments.iter().take_while(|a| a.through != argument.through).all(|a| !a.is_object() && of(a))
    }
}
