//! Clauses: the subject of each verb group and what follows it, read off the chunks around.
//!
//! Nothing is built: every question walks from the verb to the nearest bound, so a sentence pays only for the verbs that are triggers.

use crate::gazetteer::{flag, word, Tag};

use super::{Chunk, ChunkKind, Form, Sentence};

/// How a verb group comes by its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Via {
    /// It stands before the verb, or is shared with a coordinated verb.
    Direct,
    /// The antecedent of a relative or reduced relative clause.
    Antecedent,
    /// Inherited from the main clause: "X met Y, urging …".
    Inherited,
    /// The verb at this chunk takes the infinitive or gerund; both have one subject.
    Control(u32),
    /// The subject is the object of the verb at this chunk: "urged X to …".
    ObjectControl(u32),
    /// Behind the preposition after the object of the verb at this chunk: "accused X of …ing".
    ObjectGerund(u32),
    /// The infinitive belongs to the noun group at this chunk: "a decision to …".
    NounComplement(u32),
    /// It stands behind the verb: "…, said X".
    Inverted,
}

/// The subject of a verb group: a noun group, the last of its coordination.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    pub noun: usize,
    pub via: Via,
}

/// No question follows more links than this.
const DEPTH: u32 = 8;
impl Sentence {
    pub(super) fn kind(&self, i: usize) -> Option<ChunkKind> {
        self.chunks.get(i).map(|c| c.kind)
    }

    /// Whether there is a chunk `i`, of this kind.
    pub fn is(&self, i: usize, kind: ChunkKind) -> bool {
        self.kind(i) == Some(kind)
    }

    pub(super) fn form(&self, i: usize) -> Option<Form> {
        self.chunks.get(i).filter(|c| c.is_verb()).map(|c| c.verb.form)
    }

    /// The chunk before `i`, adverbs aside.
    pub fn previous(&self, i: usize) -> Option<usize> {
        (0..i).rev().find(|&k| !self.is(k, ChunkKind::Adverb))
    }

    /// The chunk after `i`, adverbs aside.
    pub fn next(&self, i: usize) -> Option<usize> {
        (i + 1..self.chunks.len()).find(|&k| !self.is(k, ChunkKind::Adverb))
    }

    /// Whether the noun group at `i` stands behind a preposition; gives the first of its prepositions.
    pub fn preposition(&self, i: usize) -> Option<usize> {
        let mut at = i;
        while at > 0 && self.is(at - 1, ChunkKind::Preposition) {
            at -= 1;
        }
        (at < i).then_some(at)
    }

    /// The subject of the verb group at `v`.
    pub fn subject(&self, v: usize) -> Option<Subject> {
        self.subject_within(v, DEPTH)
    }

    fn subject_within(&self, v: usize, depth: u32) -> Option<Subject> {
        if depth == 0 {
            return None;
        }
        match self.form(v)? {
            Form::Finite => self.finite_subject(v, depth),
            Form::Infinitive => self.infinitive_subject(v, depth),
            Form::Gerund | Form::Participle => self.participle_subject(v, depth),
        }
    }

    fn finite_subject(&self, v: usize, depth: u32) -> Option<Subject> {
        let mut j = v;
        while j > 0 {
            j -= 1;
            match self.chunks[j].kind {
                ChunkKind::Adverb | ChunkKind::Preposition | ChunkKind::Adjective | ChunkKind::Other => {}
                ChunkKind::Comma | ChunkKind::Dash => match self.parenthesis(j) {
                    Some(open) => j = open,
                    None => return self.shared(v, j, depth).or_else(|| self.cut_off(v, j)).or_else(|| self.listed(v, j)).or_else(|| self.inverted(v)),
                },
                ChunkKind::Close => j = (0..j).rev().find(|&k| self.is(k, ChunkKind::Open))?,
                // "before X travels to Y"
                ChunkKind::Noun if self.opens_time_clause(j, v) => return Some(Subject { noun: j, via: Via::Direct }),
                ChunkKind::Noun => match self.as_subject(j) {
                    Ok(subject) => return Some(subject),
                    Err(Some(left)) => j = left,
                    Err(None) => return None,
                },
                ChunkKind::Relative | ChunkKind::That => return self.antecedent(j).map(|noun| Subject { noun, via: Via::Antecedent }),
                ChunkKind::Conjunction => return self.shared(v, j, depth),
                // "the man accused of theft left": a reduced relative is passed over
                ChunkKind::Verb if self.chunks[j].verb.form != Form::Finite => {}
                _ => return self.inverted(v),
            }
        }
        self.inverted(v)
    }

    /// Whether the noun group at `j` can be the subject of a verb to its right; if not, where to look on.
    fn as_subject(&self, j: usize) -> Result<Subject, Option<usize>> {
        let found = Ok(Subject { noun: j, via: Via::Direct });
        if let Some(preposition) = self.preposition(j) {
            return Err(Some(preposition));
        }
        let Some(before) = self.previous(j) else { return found };
        // "Ryan, 45, said"
        if self.is(before, ChunkKind::Comma) && self.is_number(j) {
            return Err(Some(before));
        }
        // "the group that attacked X was condemned"
        if let Some(pronoun) = self.relative_before(before) {
            return Err(Some(pronoun));
        }
        match self.chunks[before].kind {
            // "saying X risked …": a clause of its own
            ChunkKind::Verb if self.chunks[before].verb.form != Form::Finite && !self.chunks[before].verb.reports => Err(Some(before)),
            ChunkKind::Conjunction => {
                // "officials from A and B urged": the second is no subject of its own
                let Some(left) = self.previous(before).filter(|&k| self.is(k, ChunkKind::Noun)) else { return found };
                match self.preposition(left) {
                    // "a meeting with A and others will": the same
                    Some(preposition)
                        if preposition > 0
                            && self.is(preposition - 1, ChunkKind::Noun)
                            && (self.plural(preposition - 1) || (self.is_office(preposition - 1) && !self.names_person(left) && !self.is_of(preposition)) || self.is_others(j)) =>
                    {
                        Err(Some(preposition))
                    }
                    _ => found,
                }
            }
            _ => found,
        }
    }

    /// Whether a word of time that can open a clause stands before the person at `j`, and the verb at `v` right behind: "after X left".
    fn opens_time_clause(&self, j: usize, v: usize) -> bool {
        let opens = |p: usize| p + 1 == j && matches!(self.units[self.chunks[p].first as usize].word, word::AFTER | word::BEFORE | word::SINCE);
        self.names(j) && j + 1 == v && self.preposition(j).is_some_and(opens)
    }

    /// The relative pronoun that is the subject of the verb at `v`, where its object stands behind it: "the group that attacked X", unlike "who saw X go", "which means X goes".
    pub(super) fn relative_before(&self, v: usize) -> Option<usize> {
        let chunk = self.chunks[v];
        chunk.verb().filter(|verb| verb.form == Form::Finite && !verb.reports && !verb.passive)?;
        let acts = matches!(self.units[chunk.head as usize].tag, Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle);
        let pronoun = self.previous(v).filter(|&k| acts && self.is(k, ChunkKind::Relative))?;
        let word = self.units[self.chunks[pronoun].first as usize].word;
        let named = match self.kind(self.previous(pronoun)?)? {
            ChunkKind::Noun => word != word::WHAT,
            ChunkKind::Comma => word == word::WHO,
            _ => false,
        };
        let behind = self.next(self.coordination_end(v + 1) - 1).and_then(|k| self.chunks.get(k)).filter(|c| c.is_verb());
        let bare = behind.is_some_and(|c| c.first == c.head && self.units[c.head as usize].tag == Tag::Verb);
        (named && !bare).then_some(pronoun)
    }

    /// Whether the noun group is the word "others".
    fn is_others(&self, noun: usize) -> bool {
        self.units[self.chunks[noun].head as usize].word == word::OTHERS
    }

    pub(super) fn is_number(&self, noun: usize) -> bool {
        self.units[self.chunks[noun].head as usize].tag == Tag::Number
    }

    pub(super) fn plural(&self, noun: usize) -> bool {
        self.units[self.chunks[noun].head as usize].tag == Tag::Plural
    }

    /// The comma or dash that opens the parenthesis which the one at `close` ends.
    fn parenthesis(&self, close: usize) -> Option<usize> {
        let kind = self.chunks[close].kind;
        let open = (0..close).rev().take(24).find(|&k| self.chunks[k].kind == kind)?;
        let first = self.kind(open + 1)?;
        let fits = match first {
            ChunkKind::Conjunction | ChunkKind::Break => false,
            // a clause of its own between the commas is no parenthesis, unless it is a relative or subordinate one
            ChunkKind::Noun => !(open + 1..close).any(|k| {
                let relative = self.previous(k).is_some_and(|before| self.is(before, ChunkKind::Relative));
                // ", it was decided," is one
                let decided = self.chunks[k].verb.passive && self.units[self.chunks[open + 1].head as usize].tag == Tag::Pronoun;
                // ", a firm X has banned," is one, too
                let decided = decided || (k == open + 3 && self.is_contact_relative(open + 1));
                self.form(k) == Some(Form::Finite) && !relative && !decided && !self.chunks[k].verb().is_some_and(|verb| verb.reports)
            }),
            _ => true,
        };
        let noun_before = self.previous(open).is_some_and(|k| self.is(k, ChunkKind::Noun) || self.is(k, ChunkKind::Close));
        (fits && noun_before).then_some(open)
    }

    /// "a firm X has banned": whether the name right behind the noun group at `i` begins a relative clause without a pronoun.
    pub fn is_contact_relative(&self, i: usize) -> bool {
        let article = self.units[self.chunks[i].first as usize].tag == Tag::Determiner && !self.names(i);
        article && self.is(i + 1, ChunkKind::Noun) && self.names(i + 1) && self.form(i + 2) == Some(Form::Finite)
    }

    /// Whether the "that" at `i` opens what a verb of saying before it says: "said on Twitter that".
    pub fn reported(&self, i: usize) -> bool {
        (0..i).rev().take(12).find(|&k| self.chunks[k].is_verb()).and_then(|k| self.chunks[k].verb()).is_some_and(|verb| verb.reports)
    }

    /// The noun group that the relative pronoun at `j` stands for.
    fn antecedent(&self, j: usize) -> Option<usize> {
        let mut k = self.previous(j)?;
        if matches!(self.chunks[k].kind, ChunkKind::Comma | ChunkKind::Preposition | ChunkKind::Dash) {
            k = self.previous(k)?;
        }
        // "Ruben Gallego of Arizona, who …": a person
        let left = self.preposition(k).and_then(|p| p.checked_sub(1));
        // "Lindsey Graham (R) of South Carolina, who …"
        let left = left.and_then(|left| if self.is(left, ChunkKind::Close) { (0..left).rev().find(|&c| self.is(c, ChunkKind::Open))?.checked_sub(1) } else { Some(left) });
        // "Angela Merkel, the chancellor of Germany, who …"
        let who = self.units[self.chunks[j].first as usize].word == word::WHO;
        let office = left.filter(|&left| who && self.is(left, ChunkKind::Noun) && self.is_office(left));
        let left = office.and_then(|office| self.person_before_comma(office)).or(left);
        let person = left.filter(|&left| self.names_person(left) && self.is(left, ChunkKind::Noun));
        if let (Some(person), false) = (person, self.is(k, ChunkKind::Noun) && self.names_person(k)) {
            return Some(person);
        }
        // "concessions to Republicans that infuriate Democrats": a name takes no "that", unless a comma parts them
        let that = self.units[self.chunks[j].first as usize].word == word::THAT && k + 1 == j && self.names(k);
        if let Some(thing) = left.filter(|&left| that && self.is(left, ChunkKind::Noun)) {
            return Some(thing);
        }
        // "militias across Africa that are loyal to X"
        let head = self.place_before(k).and_then(|p| p.checked_sub(1)).filter(|&left| self.is(left, ChunkKind::Noun) && !self.names_person(k));
        self.is(k, ChunkKind::Noun).then_some(head.unwrap_or(k))
    }

    /// The subject of the verb with which `v`, behind the conjunction or comma at `j`, is coordinated.
    fn shared(&self, v: usize, j: usize, depth: u32) -> Option<Subject> {
        self.subject_within(self.joined(v, j)?, depth - 1)
    }

    /// The verb with which `v`, behind the conjunction or comma at `j`, is coordinated.
    fn joined(&self, v: usize, j: usize) -> Option<usize> {
        let form = self.form(v)?;
        let fits = |k: &usize| {
            let f = self.form(*k);
            f == Some(form) || (f == Some(Form::Infinitive) && form == Form::Finite && self.is_plural_verb(v))
        };
        let mut others = (0..j).rev().take_while(|&k| !matches!(self.chunks[k].kind, ChunkKind::Break | ChunkKind::Stop)).filter(fits);
        let nearest = others.next()?;
        // "said that prices would rise and urged X", "said that X is weak and thanked Y": who said so goes on
        let told = self.past(v) && form == Form::Finite && (self.chunks[nearest].verb.modal || self.chunks[nearest].verb.future || self.is_present(nearest));
        Some(if told { others.find(|&k| self.past(k) && self.chunks[k].verb.reports).unwrap_or(nearest) } else { nearest })
    }

    /// The verb with which the one at `v`, right behind a conjunction, is coordinated.
    pub fn coordinated_verb(&self, v: usize) -> Option<usize> {
        let joint = self.previous(v).filter(|&k| self.is(k, ChunkKind::Conjunction))?;
        self.joined(v, joint)
    }

    /// The first of the infinitives with which the one at `v` is coordinated: "promised to go and to meet X".
    pub fn first_joined(&self, v: usize) -> usize {
        let mut first = v;
        for _ in 0..DEPTH {
            let joint = self.previous(first).filter(|&k| self.is(k, ChunkKind::Conjunction));
            match joint.and_then(|joint| self.joined(first, joint)).filter(|&k| self.form(k) == Some(Form::Infinitive)) {
                Some(other) => first = other,
                None => break,
            }
        }
        first
    }

    fn past(&self, v: usize) -> bool {
        self.chunks[v].verb().is_some_and(|verb| verb.past)
    }

    /// Whether the finite verb group at `v` is in the present, and no perfect.
    fn is_present(&self, v: usize) -> bool {
        !self.group_has(v, Tag::Have) && !self.past(v)
    }

    /// Whether a word with this tag stands before the head of the verb group at `v`: "have" of "would have met", "to" of "had to meet".
    pub fn group_has(&self, v: usize, tag: Tag) -> bool {
        let chunk = self.chunks[v];
        self.units[chunk.first as usize..chunk.head as usize].iter().any(|unit| unit.tag == tag)
    }

    /// "The mission in Kabul (UNAMA), on Sunday condemned X": a comma too many behind the subject at the head of the sentence.
    fn cut_off(&self, v: usize, comma: usize) -> Option<Subject> {
        let near = (comma + 1..v).all(|k| self.is(k, ChunkKind::Adverb));
        let plain = |c: &Chunk| matches!(c.kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Open | ChunkKind::Close);
        let first = self.is(0, ChunkKind::Noun) && self.chunks[..comma].iter().all(plain) && self.names(0);
        (near && first).then_some(Subject { noun: 0, via: Via::Direct })
    }

    /// "X, Y, and Z, condemned": a comma too many behind a list at the head of the sentence.
    fn listed(&self, v: usize, comma: usize) -> Option<Subject> {
        let noun = comma.checked_sub(1).filter(|&k| comma + 1 == v && self.is(k, ChunkKind::Noun) && !self.chunks[v].verb.reports)?;
        let first = self.first_conjunct(noun);
        (first == 0 && first < noun).then_some(Subject { noun, via: Via::Direct })
    }

    /// "…, said X": a noun group right behind the verb, at the end of its clause.
    fn inverted(&self, v: usize) -> Option<Subject> {
        let noun = self.next(v).filter(|&k| self.is(k, ChunkKind::Noun))?;
        let fronted = v > 0 && matches!(self.chunks[self.previous(v)?].kind, ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Dash);
        fronted.then_some(Subject { noun, via: Via::Inverted })
    }

    fn infinitive_subject(&self, v: usize, depth: u32) -> Option<Subject> {
        // "To punish X, Y closed the port"
        let Some(before) = self.previous(v) else { return self.following(v, depth) };
        match self.chunks[before].kind {
            ChunkKind::Verb => self.controlled(before, depth),
            ChunkKind::Adjective => (0..before).rev().take(3).find(|&k| self.chunks[k].is_verb()).and_then(|u| self.controlled(u, depth)),
            ChunkKind::Conjunction => self.shared(v, before, depth),
            ChunkKind::Subordinator => self.previous(before).filter(|&u| self.chunks[u].is_verb()).and_then(|u| self.controlled(u, depth)),
            ChunkKind::Noun => {
                let governor = (0..self.first_conjunct(before))
                    .rev()
                    .take(8)
                    .take_while(|&k| !matches!(self.chunks[k].kind, ChunkKind::Break | ChunkKind::Comma | ChunkKind::That))
                    .find(|&k| self.chunks[k].is_verb());
                let purpose = self.is_purpose(before);
                let Some(u) = governor else {
                    let fronted = purpose && self.preposition(before) == Some(0);
                    return if fronted { self.following(v, depth) } else { Some(Subject { noun: before, via: Via::NounComplement(before as u32) }) };
                };
                if purpose && !self.chunks[u].verb.passive {
                    return self.controlled(u, depth);
                }
                // the object nearest to the governing verb: "urged X on Monday to …"
                let object = self.next(u).filter(|&k| self.is(k, ChunkKind::Noun)).unwrap_or(before);
                // "critical of X's plan to attack Y", "defended X's decision to attack Y"
                let decision = object == before && self.is_thing(before) && self.is_owned(before) && !self.plural(before);
                if decision || self.is(u + 1, ChunkKind::Adjective) {
                    return Some(Subject { noun: before, via: Via::NounComplement(before as u32) });
                }
                // "talked about a deal with X to replace Y": not X
                if object == before && self.names(before) && self.preposition(self.first_conjunct(before)).is_some_and(|p| (u + 1..p).any(|k| self.is(k, ChunkKind::Noun))) {
                    return None;
                }
                // "welcomed the bid of X to join Y", "calls for X to leave Y", "talks between X and Y to end Z", "amid U.S. efforts to help Y"
                if object != before && (self.is_matter_of(before) || self.is_wished(before) || self.is_aim_of_somebody(before)) {
                    return Some(Subject { noun: before, via: Via::NounComplement(before as u32) });
                }
                let passive = self.chunks[u].verb().is_some_and(|verb| verb.passive);
                // "X has the authority to sanction Y"
                let has = || self.units[self.chunks[u].head as usize].tag == Tag::Have;
                // "X led efforts to free Y", unlike "X praised the U.S. readiness to act"
                let aims = || self.units[self.chunks[object].head as usize].flags & flag::AIM != 0 && !self.is_owned(object) && !self.names_before_head(object);
                if passive || (object == before && self.is_thing(object) && (has() || aims())) {
                    return self.controlled(u, depth);
                }
                Some(Subject { noun: object, via: Via::ObjectControl(u as u32) })
            }
            _ => None,
        }
    }

    /// "in order", "in a bid": whether the noun group at `i` only leads to what something is done for.
    fn is_purpose(&self, i: usize) -> bool {
        let inside = self.preposition(i).is_some_and(|p| p + 1 == i && self.units[self.chunks[p].first as usize].word == word::IN);
        let head = &self.units[self.chunks[i].head as usize];
        inside && head.mention == 0 && (head.word == word::ORDER || head.flags & flag::AIM != 0) && !self.is_owned(i)
    }

    /// "the bid of X and Y": whether those whose last is at `of` have some matter.
    fn is_matter_of(&self, of: usize) -> bool {
        let first = self.first_conjunct(of);
        let matter = self.preposition(first).filter(|&p| p + 1 == first && self.is_of(p)).and_then(|p| p.checked_sub(1));
        let flags = |k: usize| self.units[self.chunks[k].head as usize].flags & (flag::AIM | flag::MATTER | flag::NOUN_FRAME);
        matter.is_some_and(|k| self.is_thing(k) && self.names(first) && flags(k) != 0)
    }

    /// "calls for X to", "talks between X and Y to": whether an infinitive behind the noun group at `i` tells what those behind the preposition are to do.
    fn is_wished(&self, i: usize) -> bool {
        let leads = |p: usize| matches!(self.units[self.chunks[p].first as usize].word, word::FOR | word::BETWEEN);
        !self.is_thing(i) && self.preposition(self.first_conjunct(i)).is_some_and(leads)
    }

    /// "U.S. efforts", "its drive": whether the noun group at `i` names what somebody is after.
    fn is_aim_of_somebody(&self, i: usize) -> bool {
        self.is_thing(i) && self.units[self.chunks[i].head as usize].flags & flag::AIM != 0 && (self.names_before_head(i) || self.is_owned(i))
    }

    fn controlled(&self, u: usize, depth: u32) -> Option<Subject> {
        let subject = self.subject_within(u, depth - 1)?;
        let passive = self.chunks[u].verb().is_some_and(|verb| verb.passive);
        let via = if passive { Via::ObjectControl(u as u32) } else { Via::Control(u as u32) };
        Some(Subject { noun: subject.noun, via })
    }

    fn participle_subject(&self, v: usize, depth: u32) -> Option<Subject> {
        let Some(before) = self.previous(v) else { return self.following(v, depth) };
        match self.chunks[before].kind {
            // "sent a letter to X urging him": who sent it urges
            ChunkKind::Noun if self.is_addressed(before) || self.is_whereabouts(before) => self.inherited(v, depth),
            ChunkKind::Noun => Some(Subject { noun: self.described(before).unwrap_or(before), via: Via::Antecedent }),
            ChunkKind::Verb => self.controlled(before, depth),
            // "the resolve of X in drafting and imposing sanctions": if nobody drafts, nobody imposes
            ChunkKind::Conjunction => match self.joined(v, before) {
                Some(other) => self.subject_within(other, depth - 1),
                None => self.inherited(v, depth),
            },
            // "made firms choose between trading with X and Y": of whom it is said, nothing tells
            ChunkKind::Preposition if self.units[self.chunks[before].first as usize].word == word::BETWEEN => None,
            // "X's steps, including arming Y": they are his
            ChunkKind::Preposition => self.included(before).or_else(|| match self.object_gerund(before) {
                // "signed the treaty after meeting X"
                Some(subject) if self.units[self.chunks[before].first as usize].flags & flag::JOINS_CLAUSE == 0 => Some(subject),
                _ if self.inherits(before) => self.inherited(v, depth).or_else(|| self.following(v, depth)),
                _ => None,
            }),
            ChunkKind::Comma => {
                let noun = self.previous(before).filter(|&k| self.is(k, ChunkKind::Noun));
                if self.form(v) == Some(Form::Participle) {
                    // "the plan for X, endorsed by Y": which noun is meant, the commas do not tell
                    if let Some(noun) = noun {
                        return self.preposition(noun).is_none().then_some(Subject { noun, via: Via::Antecedent });
                    }
                }
                // "X, leader of Y, praising Z": X praises
                self.inherited(v, depth).or_else(|| noun.map(|noun| Subject { noun: self.bearer(noun).unwrap_or(noun), via: Via::Antecedent }))
            }
            // "the steps that X listed — embraced by Y": of which of the nouns before, the dash does not tell
            ChunkKind::Dash if self.form(v) == Some(Form::Participle) => None,
            _ => self.inherited(v, depth).or_else(|| self.following(v, depth)),
        }
    }

    /// "Ann Lee, leader of X": who holds the office that stands before the noun group at `i`; "former classmates of X": those themselves.
    fn bearer(&self, i: usize) -> Option<usize> {
        let office = self.preposition(i).filter(|&p| self.is_of(p)).and_then(|p| p.checked_sub(1))?;
        if self.is(office, ChunkKind::Noun) && self.plural(office) && self.names_person(i) && !self.names(office) {
            return Some(office);
        }
        self.person_before_comma(office).filter(|_| self.is(office, ChunkKind::Noun) && self.is_office(office))
    }

    /// "a letter to X": whether the noun group at `i` is whom a text goes to.
    fn is_addressed(&self, i: usize) -> bool {
        let to = self.preposition(i).filter(|&p| p + 1 == i && self.units[self.chunks[p].first as usize].word == word::TO);
        let text = to.and_then(|p| p.checked_sub(1)).filter(|&k| self.is(k, ChunkKind::Noun));
        text.is_some_and(|k| self.is_thing(k) && self.units[self.chunks[k].head as usize].flags & flag::DOCUMENT != 0)
    }

    /// "in X and Y": the one preposition of place before the list that the noun group at `i` stands in.
    fn place_before(&self, i: usize) -> Option<usize> {
        let first = self.first_conjunct(i);
        self.preposition(first).filter(|&p| p + 1 == first && self.units[self.chunks[p].first as usize].flags & flag::PLACE != 0)
    }

    /// "was in X", as in "was in X meeting Y": whether the noun group at `i` is where somebody is said to be.
    fn is_whereabouts(&self, i: usize) -> bool {
        let be = self.place_before(i).and_then(|p| self.previous(p)).filter(|&k| self.chunks[k].is_verb());
        be.is_some_and(|k| self.units[self.chunks[k].head as usize].tag == Tag::Be)
    }

    /// "X's steps, including": the steps, where "including" stands at `i`.
    fn included(&self, i: usize) -> Option<Subject> {
        let comma = self.previous(i).filter(|&k| self.is(k, ChunkKind::Comma) && self.units[self.chunks[i].first as usize].word == word::INCLUDING)?;
        let noun = comma.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun) && self.preposition(k).is_none() && self.names_owner(k) && self.is_thing(k))?;
        Some(Subject { noun, via: Via::NounComplement(noun as u32) })
    }

    /// Whether somebody named has what the noun group at `i` names: "X's decision".
    pub fn names_owner(&self, i: usize) -> bool {
        let chunk = self.chunks[i];
        self.units[chunk.first as usize..chunk.head as usize].windows(2).any(|pair| pair[0].mention != 0 && pair[1].tag == Tag::Genitive)
    }

    /// "people linked to X backing Y": the noun group of which the participle before the one at `i` says something.
    fn described(&self, i: usize) -> Option<usize> {
        let preposition = self.preposition(i).filter(|&p| self.units[self.chunks[p].first as usize].word != word::BY)?;
        let participle = preposition.checked_sub(1).filter(|&k| self.form(k) == Some(Form::Participle))?;
        participle.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun))
    }

    /// Whether the subject of a gerund behind this preposition is that of the main clause: "after meeting", but not "the action by Y in arresting".
    fn inherits(&self, preposition: usize) -> bool {
        let Some(noun) = self.previous(preposition).filter(|&k| self.is(k, ChunkKind::Noun)) else { return true };
        let first = &self.units[self.chunks[preposition].first as usize];
        // "was in the process of meeting X"
        let phrase = first.word == word::OF && self.is_thing(noun) && self.is_adverbial(noun);
        phrase || first.flags & flag::JOINS_CLAUSE != 0
    }

    /// Whether the noun group at `i` stands behind "in", and that behind a verb or adjective: "was in the process".
    fn is_adverbial(&self, i: usize) -> bool {
        let place = self.preposition(i).filter(|&p| p + 1 == i && self.units[self.chunks[p].first as usize].word == word::IN);
        let before = place.and_then(|p| self.previous(p));
        before.is_some_and(|k| self.chunks[k].is_verb() || self.is(k, ChunkKind::Adjective) || self.units[self.chunks[k].head as usize].tag == Tag::Pronoun)
    }

    /// "accused X of …ing": the gerund's subject is the object before the preposition.
    fn object_gerund(&self, preposition: usize) -> Option<Subject> {
        let noun = self.previous(preposition).filter(|&k| self.is(k, ChunkKind::Noun))?;
        let u = self.previous(noun)?;
        let verb = self.chunks[u].verb()?;
        if verb.passive {
            return None;
        }
        Some(Subject { noun, via: Via::ObjectGerund(u as u32) })
    }

    /// The subject of the main clause around the participle at `v`.
    pub fn main_subject(&self, v: usize) -> Option<Subject> {
        self.inherited(v, DEPTH)
    }

    /// The subject of the nearest finite verb to the left.
    fn inherited(&self, v: usize, depth: u32) -> Option<Subject> {
        // "X has sealed the files, the ministry said on Monday, foiling Y": X foils
        let source = |k: usize| self.chunks[k].verb.reports && !self.chunks[v].verb.reports && self.is_inserted(k, v);
        let finite = |k: &usize| self.form(*k) == Some(Form::Finite) && !source(*k);
        let main = (0..v).rev().take_while(|&k| !self.is(k, ChunkKind::Break)).find(finite)?;
        let subject = self.subject_within(main, depth - 1)?;
        Some(Subject { noun: subject.noun, via: Via::Inherited })
    }

    /// ", X said on Monday,": whether the verb at `k` tells between commas who says what is around, the second of them before `end`.
    fn is_inserted(&self, k: usize, end: usize) -> bool {
        let subject = self.previous(k).filter(|&noun| self.is(noun, ChunkKind::Noun));
        let open = subject.and_then(|noun| self.previous(self.first_conjunct(noun))).is_some_and(|comma| self.is(comma, ChunkKind::Comma));
        let close = (k + 1..end).find(|&c| !matches!(self.chunks[c].kind, ChunkKind::Adverb | ChunkKind::Preposition | ChunkKind::Noun));
        // "“I reject this,” X said, praising Y": who is quoted praises
        let quoted = |c: usize| self.units[self.chunks[c].head as usize].quoted;
        let told = subject.is_some_and(|noun| !self.names_person(noun)) && !(0..k).any(quoted);
        open && told && close.is_some_and(|c| self.is(c, ChunkKind::Comma)) && (0..k).any(|c| self.form(c) == Some(Form::Finite))
    }

    /// The subject of the next finite verb: "Speaking in Paris, X urged …".
    fn following(&self, v: usize, depth: u32) -> Option<Subject> {
        let comma = (v + 1..self.chunks.len()).find(|&k| self.is(k, ChunkKind::Comma))?;
        let finite = |k: &usize| self.form(*k) == Some(Form::Finite);
        // "To rule against X would be wrong, Y wrote"
        if self.form(v) == Some(Form::Infinitive) && (v + 1..comma).any(|k| finite(&k)) {
            return None;
        }
        let main = (comma + 1..self.chunks.len()).find(finite)?;
        let subject = self.subject_within(main, depth - 1)?;
        (subject.noun > comma).then_some(Subject { noun: subject.noun, via: Via::Inherited })
    }

    /// Whether the head of the noun group at `i` is a single office or agent: "the foreign minister".
    pub(super) fn is_office(&self, i: usize) -> bool {
        let head = &self.units[self.chunks[i].head as usize];
        head.mention == 0 && head.tag == Tag::Noun && head.flags & (flag::AGENT | flag::TITLE | flag::RELATION) != 0
    }

    /// Whether the head of the noun group at `i` is a common noun for no actor: "decision", not "soldiers".
    pub fn is_thing(&self, i: usize) -> bool {
        let head = &self.units[self.chunks[i].head as usize];
        matches!(head.tag, Tag::Noun | Tag::Plural) && head.mention == 0 && head.flags & (flag::AGENT | flag::RELATION) == 0
    }

    /// Whether somebody has what the noun group at `i` names: "X's decision", "its plan".
    pub fn is_owned(&self, i: usize) -> bool {
        let chunk = self.chunks[i];
        self.units[chunk.first as usize..chunk.head as usize].iter().any(|unit| matches!(unit.tag, Tag::Genitive | Tag::Possessive))
    }

    /// The person whom a comma parts from the chunk at `i`: "Ann Lee, a Republican".
    pub fn person_before_comma(&self, i: usize) -> Option<usize> {
        let comma = self.previous(i).filter(|&k| self.is(k, ChunkKind::Comma))?;
        self.previous(comma).filter(|&k| self.is(k, ChunkKind::Noun) && self.names_person(k))
    }

    /// Whether the head of the noun group at `i` is a name.
    pub fn names(&self, i: usize) -> bool {
        self.units[self.chunks[i].head as usize].mention != 0
    }

    /// Whether a name stands before the head of the noun group at `i`.
    pub fn names_before_head(&self, i: usize) -> bool {
        let chunk = self.chunks[i];
        self.units[chunk.first as usize..chunk.head as usize].iter().any(|unit| unit.mention != 0)
    }

    /// Whether the head of the noun group at `i` names a person.
    pub fn names_person(&self, i: usize) -> bool {
        self.units[self.chunks[i].head as usize].person
    }

    pub(super) fn is_of(&self, preposition: usize) -> bool {
        let unit = &self.units[self.chunks[preposition].first as usize];
        unit.end == unit.first + 1 && unit.flags & flag::OF != 0
    }
}
