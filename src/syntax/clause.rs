//! Clauses: the subject of each verb group and what follows it, read off the chunks around.
//!
//! Nothing is built: every question walks from the verb to the nearest bound, so a sentence pays only for the verbs that are triggers.

use crate::gazetteer::{flag, word, Tag};

use super::{Chunk, ChunkKind, Form, Sentence, Unit};

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
pub(super) const DEPTH: u32 = 8;
impl Sentence {
    pub(super) fn kind(&self, i: usize) -> Option<ChunkKind> {
        self.chunks.get(i).map(|c| c.kind)
    }

    /// The first unit of the chunk at `i`.
    pub fn first(&self, i: usize) -> &Unit {
        &self.units[self.chunks[i].first as usize]
    }

    /// The head of the chunk at `i`.
    pub fn head(&self, i: usize) -> &Unit {
        &self.units[self.chunks[i].head as usize]
    }

    /// Whether there is a chunk `i`, of this kind.
    pub fn is(&self, i: usize, kind: ChunkKind) -> bool {
        self.kind(i) == Some(kind)
    }

    pub(crate) fn form(&self, i: usize) -> Option<Form> {
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

    pub(super) fn subject_within(&self, v: usize, depth: u32) -> Option<Subject> {
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
            // "which X says is armed by Y": what is said to be
            if let Some(relative) = self.inserted_source(j) {
                return self.antecedent(relative).map(|noun| Subject { noun, via: Via::Antecedent });
            }
            match self.chunks[j].kind {
                ChunkKind::Adverb | ChunkKind::Preposition | ChunkKind::Adjective | ChunkKind::Other => {}
                ChunkKind::Comma | ChunkKind::Dash => match self.parenthesis(j) {
                    Some(open) => j = open,
                    None => {
                        return self.quoter(v, j).or_else(|| self.shared(v, j, depth)).or_else(|| self.cut_off(v, j)).or_else(|| self.listed(v, j)).or_else(|| self.inverted(v))
                    }
                },
                ChunkKind::Close => j = (0..j).rev().find(|&k| self.is(k, ChunkKind::Open))?,
                // "before X travels to Y"
                ChunkKind::Noun if self.opens_time_clause(j, v) || self.opens_second_clause(j, v) => return Some(Subject { noun: j, via: Via::Direct }),
                ChunkKind::Noun => match self.as_subject(j) {
                    Ok(subject) => return Some(subject),
                    Err(Some(left)) => j = left,
                    Err(None) => return None,
                },
                ChunkKind::Relative | ChunkKind::That => return self.antecedent(j).map(|noun| Subject { noun, via: Via::Antecedent }),
                ChunkKind::Conjunction => return self.shared(v, j, depth),
                // "a couple who had been sentenced to ten years in prison were pardoned"
                ChunkKind::Verb if self.previous(j).is_some_and(|k| self.is(k, ChunkKind::Relative) && self.previous(k).is_some_and(|k| self.is(k, ChunkKind::Noun))) => {
                    return self.antecedent(self.previous(j)?).map(|noun| Subject { noun, via: Via::Direct });
                }
                // "the man accused of theft left": a reduced relative is passed over
                ChunkKind::Verb if self.chunks[j].verb.form != Form::Finite => {}
                _ => return self.inverted(v),
            }
        }
        self.inverted(v)
    }

    /// "which X says", right before another verb: the relative pronoun, where X's verb of saying stands at `v`.
    fn inserted_source(&self, v: usize) -> Option<usize> {
        let says = self.is_saying(v) && self.next(v).is_some_and(|k| self.form(k) == Some(Form::Finite));
        let noun = self.previous(v).filter(|&k| says && self.is(k, ChunkKind::Noun))?;
        let relative = self.relative_of(noun)?;
        // "in Bergen, Norway, which X says should": what has been told, as likely
        let listed = self.antecedent(relative).is_some_and(|k| self.names(k) && k > 1 && self.is(k - 1, ChunkKind::Comma));
        Some(relative).filter(|_| !listed)
    }

    /// "which X and Y": the relative pronoun right before the list of the noun group at `noun`.
    fn relative_of(&self, noun: usize) -> Option<usize> {
        self.previous(self.first_conjunct(noun)).filter(|&k| self.is(k, ChunkKind::Relative))
    }

    /// Whether the noun group at `j` can be the subject of a verb to its right; if not, where to look on.
    fn as_subject(&self, j: usize) -> Result<Subject, Option<usize>> {
        let found = Ok(Subject { noun: j, via: Via::Direct });
        if let Some(preposition) = self.preposition(j) {
            // "no sooner had X left than Y shelled Z"
            let than = preposition + 1 == j && self.names(j) && self.first(preposition).word == word::THAN && self.next(j).is_some_and(|v| self.form(v) == Some(Form::Finite));
            return if than { found } else { Err(Some(preposition)) };
        }
        let Some(before) = self.previous(j) else { return found };
        // "Ryan, 45, said"
        if self.is(before, ChunkKind::Comma) && self.is_number(j) {
            return Err(Some(before));
        }
        // "The speech in Bergen, Norway will": the place goes on
        if j == 4 && self.is(before, ChunkKind::Comma) && self.place_before(2) == Some(1) && self.is(0, ChunkKind::Noun) && self.names(j) && !self.names_person(j) {
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
                // "the borders of A, B and C meet"
                let of_thing = |first: usize| self.preposition(first).is_some_and(|p| self.is_of(p) && p > 0 && self.is(p - 1, ChunkKind::Noun) && self.is_thing(p - 1));
                // "families in A, B and C were asked", unlike "officials in A, B and C said"
                let several = |n: usize| self.is(n, ChunkKind::Noun) && self.plural(n) && (self.head(n).flags & flag::PRIVATE != 0 || self.names(n)) && !self.verb_before(n);
                let of_several = |first: usize| self.preposition(first).is_some_and(|p| self.first(p).word == word::IN && p > 0 && several(p - 1));
                let left = Some(self.first_conjunct(left)).filter(|&first| of_thing(first) || first < left && of_several(first)).unwrap_or(left);
                // "Villagers carrying banners and pots went"
                let carried = self.previous(left).filter(|&k| self.form(k) == Some(Form::Gerund) && self.previous(k).is_some_and(|k| self.is(k, ChunkKind::Noun)));
                if carried.is_some_and(|carried| self.is_thing(j) && !self.names(j) || self.describes_first(carried)) {
                    return Err(carried);
                }
                match self.preposition(left) {
                    // "the counsel investigating ties between A and B has asked"
                    Some(preposition) if self.first(preposition).word == word::BETWEEN => Err(Some(preposition)),
                    // "a meeting with A and others will": the same
                    Some(preposition)
                        if preposition > 0
                            && self.is(preposition - 1, ChunkKind::Noun)
                            && (self.plural(preposition - 1)
                                || self.is_of_one_thing(preposition, j)
                                || (self.is_office(preposition - 1) && !self.names_person(left) && !self.is_of(preposition))
                                || self.is_others(j)) =>
                    {
                        Err(Some(preposition))
                    }
                    _ => found,
                }
            }
            _ => found,
        }
    }

    /// "envoys representing A and B met": whether the gerund at `g` describes several with whom the sentence begins, so that "and" behind it joins no clause.
    pub(super) fn describes_first(&self, g: usize) -> bool {
        let several = g.checked_sub(1).filter(|&n| self.is(n, ChunkKind::Noun) && self.plural(n));
        several.is_some() && self.form(g) == Some(Form::Gerund) && !self.has_finite_before(g)
    }

    /// Whether a finite verb stands before chunk `i`.
    pub(super) fn has_finite_before(&self, i: usize) -> bool {
        (0..i).any(|k| self.form(k) == Some(Form::Finite))
    }

    /// Whether a finite verb of saying stands at `k`.
    pub(super) fn is_saying(&self, k: usize) -> bool {
        self.form(k) == Some(Form::Finite) && self.chunks[k].verb.reports
    }

    /// "The rise of A and B poses": whether the noun group before the preposition at `p`, one thing with which its sentence begins, is the subject of a verb in the singular behind `j`.
    fn is_of_one_thing(&self, p: usize, j: usize) -> bool {
        let verb = self.next(j).filter(|&v| self.form(v) == Some(Form::Finite)).map(|v| self.first(v));
        let one = verb.is_some_and(|unit| unit.tag == Tag::VerbS || unit.word == word::WAS);
        one && p == 1 && self.is_thing(0) && !self.plural(0)
    }

    /// "X sold jets to A and B thanked C": whether the noun group at `j`, right before the verb at `v`, follows a clause that has its verb and object already.
    fn opens_second_clause(&self, j: usize, v: usize) -> bool {
        let joint = self.previous(j).filter(|&k| self.is(k, ChunkKind::Conjunction) && self.next(j) == Some(v));
        let left = joint.and_then(|k| self.previous(k)).filter(|&k| self.is(k, ChunkKind::Noun));
        let object = left.and_then(|k| self.preposition(k)).filter(|&p| !self.is_of(p)).and_then(|p| p.checked_sub(1)).filter(|&k| self.is(k, ChunkKind::Noun));
        // "handed over hostages to A"
        let before = object.and_then(|k| self.previous(k)).map(|k| if self.is(k, ChunkKind::Preposition) { self.previous(k).unwrap_or(k) } else { k });
        before.is_some_and(|k| self.is_deed(k) && !self.previous(k).is_some_and(|k| self.is(k, ChunkKind::Relative)))
    }

    /// Whether a finite verb stands at `k` that tells what somebody does: no passive, no verb of saying.
    fn is_deed(&self, k: usize) -> bool {
        self.chunks[k].verb().is_some_and(|verb| verb.form == Form::Finite && !verb.reports && !verb.passive)
    }

    /// Whether a word of time that can open a clause stands before the name at `j`, and the verb at `v` behind: "after X left", "after X, the mayor, left".
    fn opens_time_clause(&self, j: usize, v: usize) -> bool {
        let opens = |p: usize| p + 1 == j && matches!(self.first(p).word, word::AFTER | word::BEFORE | word::SINCE);
        let apposed = || self.is(j + 1, ChunkKind::Comma) && self.is(v - 1, ChunkKind::Comma) && self.parenthesis(v - 1) == Some(j + 1);
        // "after X's adviser, Ann Lee, left"
        let somebody = self.names(j) || self.is_office(j) && apposed();
        // "his speech before the Senate angered X": there is no other clause
        let finite = |k: usize| self.form(k) == Some(Form::Finite);
        let only = |p: usize| p > 0 && self.is(p - 1, ChunkKind::Noun) && !self.has_finite_before(p) && !(v + 1..self.chunks.len()).any(finite);
        somebody && (j + 1 == v || apposed()) && self.preposition(j).is_some_and(|p| opens(p) && !only(p))
    }

    /// The relative pronoun that is the subject of the verb at `v`, where its object stands behind it: "the group that attacked X", unlike "who saw X go", "which means X goes".
    pub(super) fn relative_before(&self, v: usize) -> Option<usize> {
        if !self.is_deed(v) {
            return None;
        }
        let acts = matches!(self.head(v).tag, Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle);
        let pronoun = self.previous(v).filter(|&k| acts && self.is(k, ChunkKind::Relative))?;
        let word = self.first(pronoun).word;
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
        self.head(noun).word == word::OTHERS
    }

    pub(super) fn is_number(&self, noun: usize) -> bool {
        self.head(noun).tag == Tag::Number
    }

    pub fn plural(&self, noun: usize) -> bool {
        self.head(noun).tag == Tag::Plural
    }

    /// The comma or dash that opens the parenthesis which the one at `close` ends.
    pub fn parenthesis(&self, close: usize) -> Option<usize> {
        let kind = self.chunks[close].kind;
        // ", including A, B, and C,"
        let inside = |k: &usize| matches!(self.chunks[*k].kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::Adverb);
        let including = |k: &usize| self.first(*k).word == word::INCLUDING;
        let list = (0..close).rev().take(24).take_while(inside).find(including).and_then(|k| k.checked_sub(1)).filter(|&k| self.is(k, ChunkKind::Comma));
        if let Some(open) = list.filter(|&open| open > 0 && kind == ChunkKind::Comma && self.is(open - 1, ChunkKind::Noun)) {
            return Some(open);
        }
        if let Some(open) = self.whose_clause(close).or_else(|| self.office_of_list(close)) {
            return Some(open);
        }
        let open = (0..close).rev().take(24).find(|&k| self.chunks[k].kind == kind)?;
        let first = self.kind(open + 1)?;
        let fits = match first {
            ChunkKind::Conjunction | ChunkKind::Break => false,
            // "told Y to help, praised Z and mocked W": the clause goes on
            // unlike ", interviewed in the film,"
            ChunkKind::Verb if self.is_deed(open + 1) && self.next(open + 1).is_some_and(|k| self.is(k, ChunkKind::Noun)) => false,
            // ", whose district X won,"
            ChunkKind::Noun if self.first(open + 1).word == word::WHOSE => true,
            // a clause of its own between the commas is no parenthesis, unless it is a relative or subordinate one
            ChunkKind::Noun => !(open + 1..close).any(|k| {
                // ", a movement which X supports,"
                let relative = (open + 2..k).any(|before| self.is(before, ChunkKind::Relative));
                // ", it was decided,", ", it emerged," is one
                let pronoun = self.head(open + 1).tag == Tag::Pronoun;
                let decided = pronoun && (self.chunks[k].verb.passive || k + 1 == close && k == open + 2);
                // ", a firm X has banned," is one, too
                let decided = decided || (k == open + 3 && self.is_contact_relative(open + 1));
                self.form(k) == Some(Form::Finite) && !relative && !decided && !self.chunks[k].verb().is_some_and(|verb| verb.reports)
            }),
            _ => true,
        };
        // "X, who, without evidence, accused Y"
        let phrase = || !(open + 1..close).any(|k| self.chunks[k].is_verb());
        let noun_before = self.previous(open).is_some_and(|k| self.is(k, ChunkKind::Noun) || self.is(k, ChunkKind::Close) || self.is(k, ChunkKind::Relative) && phrase());
        (fits && noun_before).then_some(open)
    }

    /// ", whose husband, the mayor, had left,": the comma before "whose", where the comma at `close` ends its clause and others stand inside.
    fn whose_clause(&self, close: usize) -> Option<usize> {
        if !self.is(close, ChunkKind::Comma) {
            return None;
        }
        let bound = |k: &usize| !matches!(self.chunks[*k].kind, ChunkKind::Break | ChunkKind::Stop);
        let whose = (0..close).rev().take(24).take_while(bound).find(|&k| self.first(k).word == word::WHOSE)?;
        let inner = (whose + 1..close).rev().find(|&k| self.is(k, ChunkKind::Comma))?;
        let verbs = |range: std::ops::Range<usize>| range.filter(|&k| self.form(k) == Some(Form::Finite)).count();
        let open = whose.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Comma))?;
        (verbs(inner + 1..close) == 1 && verbs(whose..inner) == 0).then_some(open)
    }

    /// ", the minister for A, B and C,": the comma before an office behind a name, whose matters are a list that ends at `close`.
    fn office_of_list(&self, close: usize) -> Option<usize> {
        if close < 5 || !self.is(close, ChunkKind::Comma) || !self.is(close - 1, ChunkKind::Noun) || !self.is(close - 2, ChunkKind::Conjunction) {
            return None;
        }
        let last = close - 1;
        let first = self.first_conjunct(last);
        let preposition = self.preposition(first).filter(|&p| p + 1 == first && first < last)?;
        let office = preposition.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun) && self.is_office(k))?;
        let open = office.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Comma))?;
        open.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun) && self.names(k)).map(|_| open)
    }

    /// "a firm X has banned": whether the name right behind the noun group at `i` begins a relative clause without a pronoun.
    pub fn is_contact_relative(&self, i: usize) -> bool {
        let article = self.first(i).tag == Tag::Determiner && !self.names(i);
        // ", claims Iran denies"
        let claims = self.is_thing(i) && self.plural(i) && self.previous(i).is_some_and(|k| self.is(k, ChunkKind::Comma));
        // ", the general it sacked", unlike "told the general it sacked X"
        let pronoun = || self.head(i + 1).tag == Tag::Pronoun && self.previous(i).is_some_and(|k| self.is(k, ChunkKind::Comma));
        (article || claims) && self.is(i + 1, ChunkKind::Noun) && (self.names(i + 1) || pronoun()) && self.form(i + 2) == Some(Form::Finite)
    }

    /// Whether the "that" at `i` opens what a verb of saying before it says: "said on Twitter that".
    pub fn reported(&self, i: usize) -> bool {
        // "thinks that the aid that X gives": the second belongs to the noun
        let near = (0..i).rev().take(40).take_while(|&k| !self.is(k, ChunkKind::That));
        near.into_iter().find(|&k| self.chunks[k].is_verb()).and_then(|k| self.chunks[k].verb()).is_some_and(|verb| verb.reports)
    }

    /// The noun group that the relative pronoun at `j` stands for.
    pub fn antecedent(&self, j: usize) -> Option<usize> {
        let mut k = self.previous(j)?;
        // ", with whom"
        if self.is(k, ChunkKind::Preposition) && self.previous(k).is_some_and(|k| self.is(k, ChunkKind::Comma)) {
            k = self.previous(k)?;
        }
        if matches!(self.chunks[k].kind, ChunkKind::Comma | ChunkKind::Preposition | ChunkKind::Dash) {
            k = self.previous(k)?;
        }
        if let Some(other) = self.meant(k) {
            k = other;
        }
        // "X and Y, both of whom"
        let all = |unit: usize| matches!(self.units[unit].word, word::ALL | word::BOTH);
        if self.is(k, ChunkKind::Noun) && self.is(k + 1, ChunkKind::Preposition) && self.is_of(k + 1) && all(self.chunks[k].head as usize) {
            return self.previous(k).filter(|&comma| self.is(comma, ChunkKind::Comma)).and_then(|comma| self.previous(comma)).filter(|&noun| self.is(noun, ChunkKind::Noun));
        }
        // "Ruben Gallego of Arizona, who …": a person
        let left = self.preposition(k).and_then(|p| p.checked_sub(1));
        // "Lindsey Graham (R) of South Carolina, who …"
        let left = left.and_then(|left| self.before_brackets(left));
        // "Angela Merkel, the chancellor of Germany, who …"
        let who = matches!(self.first(j).word, word::WHO | word::WHOM);
        // "Ann Lee, a Navy veteran and Tory lawmaker who …"
        if who && self.is(k, ChunkKind::Noun) && self.is_office(k) {
            let first = self.first_conjunct(k);
            // "Bo Lim, its chairman, who"
            let own = self.first(k).tag == Tag::Possessive;
            let person = self.person_before_comma(first).filter(|_| (first < k || own) && self.is_office(first));
            if person.is_some() {
                return person;
            }
        }
        // "an economist at Zorbex in Bergen who"
        let outer = |k: usize| self.is(k, ChunkKind::Noun) && !self.is_office(k) && !self.names_person(k);
        let place = who && outer(k) && self.names(k);
        let left = if place { std::iter::successors(left, |&k| self.preposition(k)?.checked_sub(1).filter(|_| outer(k))).take(3).find(|&k| !outer(k)).or(left) } else { left };
        let office = left.filter(|&left| who && self.is(left, ChunkKind::Noun) && self.is_office(left));
        let left = office.and_then(|office| self.person_before_comma(office)).or(left);
        // "Ann Lee of Zorbex, which …": no person
        let which = self.first(j).word == word::WHICH;
        let person = left.filter(|&left| !which && self.names_person(left) && self.is(left, ChunkKind::Noun));
        if which && self.is(k, ChunkKind::Noun) && self.names_person(k) {
            return None;
        }
        if let (Some(person), false) = (person, self.is(k, ChunkKind::Noun) && self.names_person(k)) {
            return Some(person);
        }
        // "residents of the tower block who": no block
        let people = |n: usize| self.is(n, ChunkKind::Noun) && self.head(n).flags & (flag::AGENT | flag::PRIVATE | flag::RELATION) != 0;
        if let Some(people) = left.filter(|&left| who && self.is_thing(k) && people(left)) {
            return Some(people);
        }
        // "a former aide to Ann Lee who", unlike "a friend of Ann Lee, who"
        if let Some(office) = office.filter(|_| self.is(k, ChunkKind::Noun) && self.names(k) && k + 1 == j) {
            return Some(office);
        }
        // "concessions to Republicans that infuriate Democrats": a name takes no "that", unless a comma parts them
        // "attacks in Mumbai, India, last year that killed"
        // but "an attack by X today that killed": X did
        let by = || self.preposition(k).is_some_and(|p| self.first(p).word == word::BY);
        let dated = self.is(j - 1, ChunkKind::Adverb) && !by() && (k + 1..j).all(|c| matches!(self.chunks[c].kind, ChunkKind::Adverb | ChunkKind::Comma));
        let behind = k + 1 == j || dated;
        let that = self.first(j).word == word::THAT && behind && self.names(k);
        // "attacks in Mumbai, India, that killed": nor does the land behind its town
        let town = self.town_before(k).filter(|_| that && left.is_none());
        let left = town.and_then(|town| self.place_before(town)).and_then(|p| p.checked_sub(1)).or(left);
        if let Some(thing) = left.filter(|&left| that && self.is(left, ChunkKind::Noun)) {
            return Some(thing);
        }
        if let Some(name) = self.name_described(k).filter(|_| which && j == k + 2) {
            return Some(name);
        }
        // "militias across Africa that are loyal to X", unlike "in a move that"
        let new = self.is(k, ChunkKind::Noun) && matches!(self.first(k).word, word::A | word::AN);
        let head = self.place_before(k).and_then(|p| p.checked_sub(1)).filter(|&left| self.is(left, ChunkKind::Noun) && !self.names_person(k) && !new);
        self.is(k, ChunkKind::Noun).then_some(head.unwrap_or(k))
    }

    /// "Zorbex, the Norwegian airline": the name that the noun group at `i` describes behind a comma.
    pub fn name_described(&self, i: usize) -> Option<usize> {
        let article = matches!(self.first(i).word, word::A | word::AN | word::THE);
        let thing = self.is(i, ChunkKind::Noun) && article && !self.names(i) && self.head(i).tag == Tag::Noun;
        i.checked_sub(2).filter(|&name| thing && self.is(i - 1, ChunkKind::Comma) && self.is(name, ChunkKind::Noun) && self.names(name) && !self.names_person(name))
    }

    /// "X, not Y," and "X, rather than Y,": X, who is meant, where Y stands at `i`.
    fn meant(&self, i: usize) -> Option<usize> {
        let word = |p: usize| self.first(p).word;
        let than = self.preposition(i).filter(|&p| p + 1 == i && word(p) == word::THAN).and_then(|p| p.checked_sub(1));
        let not = i.checked_sub(1).filter(|&k| self.is_not(k));
        let comma = not.or(than).and_then(|k| k.checked_sub(1)).filter(|&k| self.is(k, ChunkKind::Comma) && self.is(i, ChunkKind::Noun))?;
        comma.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun))
    }

    /// The subject of the verb with which `v`, behind the conjunction or comma at `j`, is coordinated.
    pub(super) fn shared(&self, v: usize, j: usize, depth: u32) -> Option<Subject> {
        self.subject_within(self.joined(v, j)?, depth - 1)
    }

    /// The verb with which `v`, behind the conjunction or comma at `j`, is coordinated.
    pub(super) fn joined(&self, v: usize, j: usize) -> Option<usize> {
        let form = self.form(v)?;
        let fits = |k: &usize| {
            let f = self.form(*k);
            let (verb, other) = (self.chunks[v].verb, self.chunks[*k].verb);
            // "have been shot and killed"
            let passive = form == Form::Participle && verb.passive && f == Some(Form::Finite) && other.passive && self.next(*k) == Some(j);
            f == Some(form) || passive || (f == Some(Form::Infinitive) && form == Form::Finite && self.is_plural_verb(v))
        };
        // "X dined with Y, officials said, and lobbied him"
        let fits = |k: &usize| fits(k) && !(self.chunks[*k].verb.reports && self.is_inserted(*k, v));
        let mut others = (0..j).rev().take_while(|&k| !matches!(self.chunks[k].kind, ChunkKind::Break | ChunkKind::Stop)).filter(fits);
        let nearest = others.next()?;
        // "annulled the vote that had made X king, and ordered Y": behind a comma not what the relative clause tells
        let comma = j.checked_sub(1).is_some_and(|k| self.is(k, ChunkKind::Comma)) && self.past(v);
        let opens = |k: usize| matches!(self.chunks[k].kind, ChunkKind::Relative | ChunkKind::That);
        // "sacked X, whom the police seek, and appointed Y"
        let whom = |noun: usize| self.is(noun, ChunkKind::Noun) && self.relative_of(noun).is_some();
        let related = |k: usize| self.previous(k).is_some_and(|k| opens(k) || whom(k));
        // "condemned the attacks that hurt X and urged Y": attacks say nothing
        let thing = |k: usize| {
            let pronoun = self.previous(k).filter(|&pronoun| opens(pronoun));
            pronoun.and_then(|pronoun| self.antecedent(pronoun)).is_some_and(|noun| self.is_thing(noun) && !self.names(noun))
        };
        let spoken = self.past(v) && self.chunks[v].verb.spoken && self.past(nearest) && thing(nearest);
        let main = others.clone().next().filter(|&k| (comma && related(nearest) || spoken) && self.past(k) && !self.chunks[k].verb.reports);
        // "We commend X, whose envoy led the talks, and thank Y": the one of the same form
        let other = self.is_plural_verb(v) && matches!(self.head(nearest).tag, Tag::Past | Tag::VerbS);
        let same = if other { others.clone().find(|&k| self.is_plural_verb(k)) } else { None };
        if main.or(same).is_some() {
            return main.or(same);
        }
        // "said that prices would rise and urged X", "said that X is weak and thanked Y": who said so goes on
        // "said X was weak and thanked Y"
        let and = self.first(j).word == word::AND && !self.chunks[v].verb.passive;
        let is = || and && matches!(self.head(nearest).tag, Tag::Be | Tag::Have);
        // "said that X had lied, and urged Y"
        let apart = || comma && and && self.chunks[v].verb.reports;
        let told = self.past(v) && form == Form::Finite && (apart() || self.chunks[nearest].verb.modal || self.chunks[nearest].verb.future || self.is_present(nearest) || is());
        // "as X said, Y was": only inserted
        let says = |k: &usize| self.past(*k) && self.chunks[*k].verb.reports && !self.is(*k + 1, ChunkKind::Comma);
        Some(if told { others.find(says).unwrap_or(nearest) } else { nearest })
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
            match self.coordinated_verb(first).filter(|&k| self.form(k) == Some(Form::Infinitive)) {
                Some(other) => first = other,
                None => break,
            }
        }
        first
    }

    pub(super) fn past(&self, v: usize) -> bool {
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

    /// "“X met Y,” said Z", "X met Y, said Z": who says what stands before the comma, where the verb goes on with no clause of its own.
    fn quoter(&self, v: usize, comma: usize) -> Option<Subject> {
        let says = self.chunks[v].verb.reports && self.previous(v) == Some(comma) && !self.head(v).quoted;
        let quoted = || comma > 0 && self.head(comma - 1).quoted;
        // "X fires Y, says he did Z"
        let ends = |s: &Subject| self.next(s.noun).is_none_or(|k| self.form(k) != Some(Form::Finite));
        (says && (matches!(self.head(v).word, word::SAID | word::SAYS) || quoted())).then(|| self.inverted(v)).flatten().filter(ends)
    }

    /// "…, said X": a noun group right behind the verb, at the end of its clause.
    fn inverted(&self, v: usize) -> Option<Subject> {
        let noun = self.next(v).filter(|&k| self.is(k, ChunkKind::Noun))?;
        let fronted = v > 0 && matches!(self.chunks[self.previous(v)?].kind, ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Dash);
        fronted.then_some(Subject { noun, via: Via::Inverted })
    }

    /// Whether the head of the noun group at `i` is a single office or agent: "the foreign minister".
    pub(super) fn is_office(&self, i: usize) -> bool {
        let head = self.head(i);
        head.mention == 0 && head.tag == Tag::Noun && head.flags & (flag::AGENT | flag::TITLE | flag::RELATION) != 0
    }

    /// Whether the head of the noun group at `i` is a common noun for no actor: "decision", not "soldiers".
    pub fn is_thing(&self, i: usize) -> bool {
        let head = self.head(i);
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
        self.head(i).mention != 0
    }

    /// Whether a name stands before the head of the noun group at `i`.
    pub fn names_before_head(&self, i: usize) -> bool {
        let chunk = self.chunks[i];
        self.units[chunk.first as usize..chunk.head as usize].iter().any(|unit| unit.mention != 0)
    }

    /// Whether the head of the noun group at `i` names a person.
    pub fn names_person(&self, i: usize) -> bool {
        self.head(i).person
    }

    pub(super) fn is_of(&self, preposition: usize) -> bool {
        let unit = self.first(preposition);
        unit.end == unit.first + 1 && unit.flags & flag::OF != 0
    }
}
