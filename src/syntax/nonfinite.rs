//! The subjects of infinitives, gerunds and participles: whose act a complement, a purpose or a free participle tells.

use crate::gazetteer::{flag, word, Tag};

use super::clause::DEPTH;
use super::{ChunkKind, Form, Sentence, Subject, Via};

impl Sentence {
    pub(super) fn infinitive_subject(&self, v: usize, depth: u32) -> Option<Subject> {
        // "To punish X, Y closed the port"
        let Some(before) = self.previous(v) else { return self.following(v, depth) };
        // "asked X, the mayor, to go"
        let name = if self.is(before, ChunkKind::Comma) { self.parenthesis(before).and_then(|open| self.previous(open)) } else { None };
        let before = name.filter(|&k| self.is(k, ChunkKind::Noun) && self.names(k)).unwrap_or(before);
        match self.chunks[before].kind {
            ChunkKind::Verb => self.urged_before(v, before, depth).or_else(|| self.controlled(before, depth)),
            ChunkKind::Adjective => (0..before).rev().take(3).find(|&k| self.chunks[k].is_verb()).and_then(|u| self.controlled(u, depth)),
            ChunkKind::Conjunction => self.shared(v, before, depth),
            // "went on to criticize X", unlike "what they have arrived at to date"
            ChunkKind::Preposition if matches!(self.first(before).word, word::AT | word::FOR | word::FROM | word::OF | word::WITH) => None,
            ChunkKind::Subordinator | ChunkKind::Preposition => self.previous(before).filter(|&u| self.chunks[u].is_verb()).and_then(|u| self.controlled(u, depth)),
            ChunkKind::Noun => {
                // "the first leader of an EU country to meet X", "went to Bergen, Norway to meet X"
                let before = self.sole_before(before).or_else(|| self.town_reached(before)).unwrap_or(before);
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
                if self.is_way_of_voting(u, before) {
                    return self.controlled(u, depth);
                }
                // "was in Oslo to meet X"
                if purpose && !self.chunks[u].verb.passive || self.is_whereabouts(before) {
                    return self.controlled(u, depth);
                }
                // "used Twitter to attack X"
                if self.chunks[u].verb.base == word::USE && !self.chunks[u].verb.passive && self.names(before) && !self.names_person(before) {
                    return self.controlled(u, depth);
                }
                // the object nearest to the governing verb: "urged X on Monday to …"
                let object = self.next(u).filter(|&k| self.is(k, ChunkKind::Noun)).unwrap_or(before);
                // "critical of X's plan to attack Y", "defended X's decision to attack Y", "underscored the U.S. readiness to attack Y"
                let meant = self.head(before).flags & (flag::AIM | flag::NOUN_FRAME) != 0 && self.names_before_head(before);
                let decision = object == before && self.is_thing(before) && (self.is_owned(before) || meant) && !self.plural(before);
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
                // "committed itself to open Y"
                if object == before && matches!(self.head(before).word, word::HIMSELF | word::HERSELF | word::ITSELF | word::THEMSELVES) {
                    return self.controlled(u, depth);
                }
                // "met X to thank Y", "called X to thank him"
                let rings = || self.chunks[u].verb.base == word::CALL && self.head(v).flags & flag::PERFORMATIVE != 0 && self.names_person(object);
                if (self.chunks[u].verb.meets || rings()) && self.is_met(u, before) {
                    return self.controlled(u, depth);
                }
                let passive = self.chunks[u].verb().is_some_and(|verb| verb.passive);
                // "X has the authority to sanction Y"
                let has = || self.head(u).tag == Tag::Have;
                // "X led efforts to free Y", unlike "X praised the U.S. readiness to act"
                let aims = || self.head(object).flags & flag::AIM != 0 && !self.is_owned(object) && !self.names_before_head(object);
                if passive || (object == before && self.is_thing(object) && (has() || aims())) {
                    return self.controlled(u, depth);
                }
                Some(Subject { noun: object, via: Via::ObjectControl(u as u32) })
            }
            _ => None,
        }
    }

    /// "met X in Oslo to thank him", unlike "spoke with X about plans to": whether whom the verb at `u` meets, and at most where, stands up to the noun group at `last`.
    pub fn is_met(&self, u: usize, last: usize) -> bool {
        let mut met = self.first_conjunct(last);
        let place = |n: usize| self.head(n).flags & flag::AIM == 0;
        while let Some(place) = self.preposition(met).filter(|&p| place(met) && self.first(p).flags & flag::PLACE != 0).and_then(|p| self.previous(p)) {
            if place <= u {
                return place == u;
            }
            met = self.first_conjunct(place);
        }
        let with = self.preposition(met).is_none_or(|p| p + 1 == met && matches!(self.first(p).word, word::TO | word::WITH) && self.previous(p) == Some(u));
        with && self.is(met, ChunkKind::Noun) && !self.is_thing(met) && !(u + 1..met).any(|k| self.is(k, ChunkKind::Noun))
    }

    /// "voted along party lines to condemn X": whether the noun group at `i` says how those at the verb `u` voted.
    pub fn is_way_of_voting(&self, u: usize, i: usize) -> bool {
        let leads = |p: usize| self.previous(p) == Some(u) && matches!(self.first(p).word, word::ALONG | word::BY | word::IN | word::WITH);
        self.chunks[u].verb.base == word::VOTE && self.preposition(i).is_some_and(leads)
    }

    /// "the first leader of a country": the noun group before "of" that names one alone, where the one behind it stands at `i`.
    fn sole_before(&self, i: usize) -> Option<usize> {
        let noun = self.preposition(i).filter(|&p| p + 1 == i && self.is_of(p)).and_then(|p| p.checked_sub(1)).filter(|&k| self.is(k, ChunkKind::Noun) && !self.names(i))?;
        let chunk = self.chunks[noun];
        (chunk.head > chunk.first + 1 && matches!(self.units[chunk.first as usize + 1].word, word::FIRST | word::LAST | word::ONLY)).then_some(noun)
    }

    /// "Bergen, Norway": what stands before the comma before the noun group at `i`, which may be a town where that names its land.
    pub fn town_before(&self, i: usize) -> Option<usize> {
        i.checked_sub(2).filter(|&town| self.is(i - 1, ChunkKind::Comma) && self.is(town, ChunkKind::Noun) && !self.names_person(i))
    }

    /// "to Bergen, Norway": the town where somebody is or goes, where the noun group at `i` names the land that it lies in.
    fn town_reached(&self, i: usize) -> Option<usize> {
        let town = self.town_before(i).filter(|&town| self.names(i) && self.names(town) && !self.names_person(town))?;
        let leads = |p: usize| p + 1 == town && (self.first(p).flags & flag::PLACE != 0 || self.first(p).word == word::TO);
        self.preposition(town).is_some_and(leads).then_some(town)
    }

    /// "in order", "in a bid": whether the noun group at `i` only leads to what something is done for.
    fn is_purpose(&self, i: usize) -> bool {
        let inside = self.preposition(i).is_some_and(|p| p + 1 == i && self.first(p).word == word::IN);
        let head = self.head(i);
        inside && head.mention == 0 && (head.word == word::ORDER || head.flags & flag::AIM != 0) && !self.is_owned(i)
    }

    /// "the bid of X and Y", "efforts by X": whether those whose last is at `of` have some matter.
    fn is_matter_of(&self, of: usize) -> bool {
        let first = self.first_conjunct(of);
        let matter = self.preposition(first).filter(|&p| p + 1 == first && (self.is_of(p) || self.first(p).word == word::BY)).and_then(|p| p.checked_sub(1));
        let flags = |k: usize| self.head(k).flags & (flag::AIM | flag::MATTER | flag::NOUN_FRAME);
        matter.is_some_and(|k| self.is_thing(k) && self.names(first) && flags(k) != 0)
    }

    /// "calls for X to", "talks between X and Y to": whether an infinitive behind the noun group at `i` tells what those behind the preposition are to do.
    fn is_wished(&self, i: usize) -> bool {
        let leads = |p: usize| matches!(self.first(p).word, word::FOR | word::BETWEEN);
        !self.is_thing(i) && self.preposition(self.first_conjunct(i)).is_some_and(leads)
    }

    /// "U.S. efforts", "its drive", "X's refusal": whether the noun group at `i` names what somebody is after.
    fn is_aim_of_somebody(&self, i: usize) -> bool {
        let flags = self.head(i).flags;
        let named = self.names_before_head(i);
        self.is_thing(i) && (flags & flag::AIM != 0 && (named || self.is_owned(i)) || flags & flag::NOUN_FRAME != 0 && flags & flag::DOCUMENT == 0 && named)
    }

    fn controlled(&self, u: usize, depth: u32) -> Option<Subject> {
        let subject = self.subject_within(u, depth - 1)?;
        let passive = self.chunks[u].verb().is_some_and(|verb| verb.passive);
        let via = if passive { Via::ObjectControl(u as u32) } else { Via::Control(u as u32) };
        Some(Subject { noun: subject.noun, via })
    }

    /// "X, whom Y urged to meet Z": X, where the infinitive at `v` has its own object, so that the pronoun is that of the verb at `u`.
    fn urged_before(&self, v: usize, u: usize, depth: u32) -> Option<Subject> {
        let object = self.next(v).is_some_and(|k| self.is(k, ChunkKind::Noun));
        let subject = Some(u).filter(|&u| object && !self.chunks[u].verb.passive).and_then(|u| self.subject_within(u, depth - 1)).filter(|s| s.noun < u)?;
        let whom = self.previous(self.first_conjunct(subject.noun)).filter(|&k| self.first(k).word == word::WHOM);
        // "with whom Y tries to build ties"
        let whom = whom.filter(|&k| !k.checked_sub(1).is_some_and(|p| self.is(p, ChunkKind::Preposition)))?;
        Some(Subject { noun: self.antecedent(whom)?, via: Via::ObjectControl(u as u32) })
    }

    /// "Y praised Z, but X, after meeting W, left": X, whose clause goes on behind the aside in which the gerund at `v` stands.
    fn interrupted(&self, v: usize, before: usize) -> Option<Subject> {
        let open = if self.is(before, ChunkKind::Preposition) { self.previous(before)? } else { before };
        let noun = open.checked_sub(1).filter(|&k| self.is(open, ChunkKind::Comma) && self.is(k, ChunkKind::Noun) && self.preposition(k).is_none())?;
        // "X sued Y, accusing it of lying, said Z": Y is the object
        let opens = self.previous(noun).is_some_and(|k| matches!(self.chunks[k].kind, ChunkKind::Conjunction | ChunkKind::Subordinator | ChunkKind::That));
        let close = (v + 1..self.chunks.len()).take(12).take_while(|&k| self.form(k) != Some(Form::Finite)).find(|&k| self.is(k, ChunkKind::Comma)).filter(|_| opens)?;
        let goes_on = self.next(close).is_some_and(|u| self.form(u) == Some(Form::Finite) && !self.chunks[u].verb.reports);
        goes_on.then_some(Subject { noun, via: Via::Inherited })
    }

    /// "including by urging X": the infinitive or participle before it that tells what is done so, where "by" stands at `p`.
    fn by_including(&self, p: usize) -> Option<usize> {
        let including = self.first(p).word == word::BY && p > 0 && self.is(p - 1, ChunkKind::Preposition) && self.first(p - 1).word == word::INCLUDING;
        (0..p).rev().find(|&k| self.chunks[k].is_verb()).filter(|&u| including && self.form(u) != Some(Form::Finite))
    }

    pub(super) fn participle_subject(&self, v: usize, depth: u32) -> Option<Subject> {
        let Some(before) = self.previous(v) else { return self.following(v, depth) };
        if self.form(v) == Some(Form::Gerund) {
            if let Some(subject) = self.interrupted(v, before) {
                return Some(subject);
            }
        }
        match self.chunks[before].kind {
            // "sent a letter to X urging him": who sent it urges
            ChunkKind::Noun if self.is_addressed(before) || self.is_whereabouts(before) => self.inherited(v, depth),
            ChunkKind::Noun if self.form(v) == Some(Form::Gerund) && self.is_said_in(before) => self.inherited(v, depth).or_else(|| self.following(v, depth)),
            ChunkKind::Noun => {
                let noun = self.described(before).or_else(|| self.between(before)).or_else(|| self.shown_in(v, before)).unwrap_or(before);
                Some(Subject { noun, via: Via::Antecedent })
            }
            ChunkKind::Verb => self.controlled(before, depth),
            // "the resolve of X in drafting and imposing sanctions": if nobody drafts, nobody imposes
            ChunkKind::Conjunction => match self.joined(v, before) {
                Some(other) => self.subject_within(other, depth - 1),
                None => self.inherited(v, depth),
            },
            // "made firms choose between trading with X and Y": of whom it is said, nothing tells
            ChunkKind::Preposition if self.first(before).word == word::BETWEEN => None,
            // "efforts to end the war, including by urging X": whose efforts they are
            ChunkKind::Preposition if self.by_including(before).is_some() => self.subject_within(self.by_including(before)?, depth - 1),
            // "X's steps, including arming Y": they are his
            // "accused X of breaking the rules by informing Y": X informed Y
            ChunkKind::Preposition => {
                self.included(before).or_else(|| self.owned_aim(v, before)).or_else(|| self.role_in(v, before, depth)).or_else(|| self.other_who_does_so(before, depth)).or_else(
                    || match self.object_gerund(before) {
                        // "signed the treaty after meeting X"
                        Some(subject) if self.first(before).flags & flag::JOINS_CLAUSE == 0 => Some(subject),
                        _ if self.inherits(before) => self.inherited(v, depth).or_else(|| self.following(v, depth)),
                        _ => None,
                    },
                )
            }
            ChunkKind::Comma => {
                let noun = self.previous(before).filter(|&k| self.is(k, ChunkKind::Noun));
                let noun = noun.and_then(|noun| self.between(noun)).or(noun);
                if self.form(v) == Some(Form::Participle) {
                    // "the plan for X, endorsed by Y": which noun is meant, the commas do not tell
                    if let Some(noun) = noun {
                        let Some(p) = self.preposition(noun) else { return Some(Subject { noun, via: Via::Antecedent }) };
                        // "X's visit to Y, condemned by Z": the visit, unlike "a meeting with X, condemned by Z"
                        let thing = p.checked_sub(1).filter(|&k| p + 1 == noun && !self.names_person(noun) && self.is(k, ChunkKind::Noun) && self.names_owner(k));
                        return thing.map(|noun| Subject { noun, via: Via::Antecedent });
                    }
                }
                // "X left Y, Z said, citing W": Z cites
                let cites = self.chunks[v].verb.reports || matches!(self.chunks[v].verb.base, word::CITE | word::QUOTE);
                if let Some(says) = self.says_before(before).filter(|_| cites) {
                    return self.subject_within(says, depth - 1);
                }
                // "X, leader of Y, praising Z": X praises
                // "must be given to X, praising Z": not X
                let given = |&noun: &usize| self.preposition(noun).is_none_or(|p| p + 1 < noun || self.is_of(p) || self.first(p).word == word::IN);
                self.inherited(v, depth).or_else(|| noun.filter(given).map(|noun| Subject { noun: self.bearer(noun).unwrap_or(noun), via: Via::Antecedent }))
            }
            // "the steps that X listed — embraced by Y": of which of the nouns before, the dash does not tell
            ChunkKind::Dash if self.form(v) == Some(Form::Participle) => None,
            _ => self.inherited(v, depth).or_else(|| self.following(v, depth)),
        }
    }

    /// "Z said,", "Z is reporting this morning,": the verb of saying, behind which nothing is said, before the comma at `i`.
    fn says_before(&self, i: usize) -> Option<usize> {
        let last = self.previous(i)?;
        let when = self.is(last, ChunkKind::Noun) && self.head(last).flags & flag::TIME != 0;
        let says = if when { self.previous(last)? } else { last };
        Some(says).filter(|&says| self.is_saying(says))
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
        // "to the head of X"
        let of = self.preposition(i).filter(|&p| p + 1 == i && self.is_of(p)).and_then(|p| p.checked_sub(1));
        let i = of.filter(|&k| self.is(k, ChunkKind::Noun) && self.is_office(k)).unwrap_or(i);
        let to = self.preposition(i).filter(|&p| p + 1 == i && self.first(p).word == word::TO);
        let text = to.and_then(|p| p.checked_sub(1)).filter(|&k| self.is(k, ChunkKind::Noun));
        text.is_some_and(|k| self.is_thing(k) && self.head(k).flags & flag::DOCUMENT != 0)
    }

    /// "in a letter urging X", "with an ad accusing X": whether the noun group at `i` is a text in which somebody says something.
    fn is_said_in(&self, i: usize) -> bool {
        let in_it = self.preposition(i).is_some_and(|p| p + 1 == i && matches!(self.first(p).word, word::IN | word::WITH));
        let article = self.first(i).classes.likeliest == Tag::Determiner;
        in_it && article && self.is_thing(i) && self.head(i).flags & flag::DOCUMENT != 0
    }

    /// "in X and Y": the one preposition of place before the list that the noun group at `i` stands in.
    pub(super) fn place_before(&self, i: usize) -> Option<usize> {
        let first = self.first_conjunct(i);
        self.preposition(first).filter(|&p| p + 1 == first && self.first(p).flags & flag::PLACE != 0)
    }

    /// "was in X", as in "was in X meeting Y": whether the noun group at `i` is where somebody is said to be.
    fn is_whereabouts(&self, i: usize) -> bool {
        let be = self.place_before(i).and_then(|p| self.previous(p)).filter(|&k| self.chunks[k].is_verb());
        be.is_some_and(|k| self.head(k).tag == Tag::Be)
    }

    /// "ran ads in Ohio attacking X": the ads, where the gerund at `v` stands behind the name of the place at `i`.
    fn shown_in(&self, v: usize, i: usize) -> Option<usize> {
        let place = self.place_before(i).filter(|_| self.form(v) == Some(Form::Gerund) && self.names(i) && !self.names_person(i))?;
        place.checked_sub(1).filter(|&n| self.is(n, ChunkKind::Noun) && !self.names(n) && self.head(n).flags & flag::DOCUMENT != 0)
    }

    /// "X's steps, including": the steps, where "including" stands at `i`.
    fn included(&self, i: usize) -> Option<Subject> {
        let comma = self.previous(i).filter(|&k| self.is(k, ChunkKind::Comma) && self.first(i).word == word::INCLUDING)?;
        let noun = comma.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun) && self.preposition(k).is_none() && self.names_owner(k) && self.is_thing(k))?;
        Some(Subject { noun, via: Via::NounComplement(noun as u32) })
    }

    /// "X's commitment to helping Y", "X's role in freeing Y": what X has, where the preposition of the gerund at `v` stands at `i`.
    fn owned_aim(&self, v: usize, i: usize) -> Option<Subject> {
        let noun = i.checked_sub(1).filter(|&k| self.form(v) == Some(Form::Gerund) && self.is(k, ChunkKind::Noun) && self.is_thing(k))?;
        // "took a page from the X playbook in attacking Y", "followed X's directive in attacking Y": not X
        let document = || self.head(noun).flags & flag::DOCUMENT != 0;
        let theirs = match self.first(i).word {
            // "X's goal of beating Y"
            word::OF => self.is_owned(noun) && self.head(noun).flags & flag::AIM != 0,
            word::TO => self.is_owned(noun) || self.names_before_head(noun),
            word::IN => !document() && (self.is_owned(noun) || self.first(noun).tag == Tag::Name),
            _ => false,
        };
        if !theirs {
            return None;
        }
        Some(Subject { noun, via: Via::NounComplement(noun as u32) })
    }

    /// "X plays a role in freeing Y", "X stressed the importance of freeing Y": X, where the preposition of the gerund at `v` stands at `i`.
    fn role_in(&self, v: usize, i: usize, depth: u32) -> Option<Subject> {
        let noun = i.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun) && !self.is_owned(k))?;
        let role = match self.first(i).word {
            word::IN => matches!(self.head(noun).word, word::PART | word::ROLE),
            _ => self.is_importance_of(i),
        };
        let object = || self.previous(noun).is_some_and(|k| self.chunks[k].is_verb());
        if role && object() {
            self.inherited(v, depth)
        } else {
            None
        }
    }

    /// "the importance of freeing Y": whether the preposition at `i` joins to a gerund a noun that says it is yet to be.
    pub fn is_importance_of(&self, i: usize) -> bool {
        let noun = i.checked_sub(1).filter(|&k| self.is_of(i) && self.is(k, ChunkKind::Noun));
        noun.is_some_and(|k| self.head(k).word == word::IMPORTANCE)
    }

    /// Whether somebody named has what the noun group at `i` names: "X's decision".
    pub fn names_owner(&self, i: usize) -> bool {
        let chunk = self.chunks[i];
        self.units[chunk.first as usize..chunk.head as usize].windows(2).any(|pair| pair[0].mention != 0 && pair[1].tag == Tag::Genitive)
    }

    /// "talks between X and Y brokered by Z": the talks, where those between whom they are end at `i`.
    fn between(&self, i: usize) -> Option<usize> {
        let first = self.first_conjunct(i);
        let preposition = self.preposition(first).filter(|&p| p + 1 == first && self.first(p).word == word::BETWEEN)?;
        preposition.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun) && self.is_thing(k))
    }

    /// "people linked to X backing Y": the noun group of which the participle before the one at `i` says something.
    fn described(&self, i: usize) -> Option<usize> {
        let preposition = self.preposition(i).filter(|&p| self.first(p).word != word::BY)?;
        let participle = preposition.checked_sub(1).filter(|&k| self.form(k) == Some(Form::Participle))?;
        participle.checked_sub(1).filter(|&k| self.is(k, ChunkKind::Noun))
    }

    /// Whether the subject of a gerund behind this preposition is that of the main clause: "after meeting", but not "the action by Y in arresting".
    fn inherits(&self, preposition: usize) -> bool {
        let Some(noun) = self.previous(preposition).filter(|&k| self.is(k, ChunkKind::Noun)) else { return true };
        let first = self.first(preposition);
        // "was in the process of meeting X"
        let phrase = first.word == word::OF && self.is_thing(noun) && self.is_adverbial(noun);
        // "came under fire for meeting X"
        let under = self.preposition(noun).is_some_and(|p| p + 1 == noun && self.first(p).word == word::UNDER);
        let blamed = first.word == word::FOR && under && self.is_thing(noun) && self.head(noun).flags & flag::INQUIRY == 0;
        phrase || blamed || first.flags & flag::JOINS_CLAUSE != 0
    }

    /// Whether the noun group at `i` stands behind "in", and that behind a verb or adjective: "was in the process".
    fn is_adverbial(&self, i: usize) -> bool {
        let place = self.preposition(i).filter(|&p| p + 1 == i && self.first(p).word == word::IN);
        let before = place.and_then(|p| self.previous(p));
        before.is_some_and(|k| self.chunks[k].is_verb() || self.is(k, ChunkKind::Adjective) || self.head(k).tag == Tag::Pronoun)
    }

    /// "accused X of …ing": the gerund's subject is the object before the preposition.
    fn object_gerund(&self, preposition: usize) -> Option<Subject> {
        // "thanked X for its help and for hosting Y", "thanked X for joining Y, as well as for hosting Z"
        let word = |p: usize| self.first(p).word;
        let again = |p: &usize| self.is(*p, ChunkKind::Preposition) && word(*p) == word(preposition);
        let joint = self.previous(preposition).filter(|&k| self.is(k, ChunkKind::Conjunction));
        let preposition = joint.and_then(|joint| (0..joint).rev().take(16).take_while(|&k| self.form(k) != Some(Form::Finite)).find(again)).unwrap_or(preposition);
        let before = self.previous(preposition)?;
        // "accused X, in a letter, of breaking the rules"
        let aside = Some(before).filter(|&k| self.is(k, ChunkKind::Comma)).and_then(|close| self.parenthesis(close)).and_then(|open| open.checked_sub(1));
        let before = aside.filter(|_| matches!(word(preposition), word::OF | word::FOR)).unwrap_or(before);
        // "X, whom Y suspended for defying Z"
        if self.form(before) == Some(Form::Finite) && !self.chunks[before].verb.passive && matches!(word(preposition), word::FOR | word::OF) {
            let subject = self.previous(before).filter(|&k| self.is(k, ChunkKind::Noun))?;
            let pronoun = self.previous(subject).filter(|&k| self.is(k, ChunkKind::Relative) && self.is(k + 1, ChunkKind::Noun))?;
            let noun = self.antecedent(pronoun)?;
            return Some(Subject { noun, via: Via::ObjectGerund(before as u32) });
        }
        // "jailed men suspected of helping X", unlike "ran a campaign aimed at hurting X"
        if self.form(before) == Some(Form::Participle) && self.chunks[before].verb.passive && word(preposition) != word::AT {
            let noun = self.previous(before).filter(|&k| self.is(k, ChunkKind::Noun))?;
            return Some(Subject { noun, via: Via::Control(before as u32) });
        }
        let noun = Some(before).filter(|&k| self.is(k, ChunkKind::Noun))?;
        let u = self.previous(noun)?;
        let verb = self.chunks[u].verb()?;
        if verb.passive {
            return None;
        }
        Some(Subject { noun, via: Via::ObjectGerund(u as u32) })
    }

    /// "accused X of breaking the rules by", "urged X to help Y by": who does what the "by" at `i` says the manner of, where that is the object of another.
    fn other_who_does_so(&self, i: usize, depth: u32) -> Option<Subject> {
        let inside = |k: &usize| !matches!(self.chunks[*k].kind, ChunkKind::Break | ChunkKind::Comma | ChunkKind::That | ChunkKind::Relative | ChunkKind::Subordinator);
        let by = self.first(i).word == word::BY;
        let verb = (0..i).rev().take(8).take_while(|k| by && inside(k)).find(|&k| self.chunks[k].is_verb())?;
        let nonfinite = matches!(self.form(verb), Some(Form::Gerund | Form::Infinitive));
        let subject = if nonfinite { self.subject_within(verb, depth - 1) } else { None };
        subject.filter(|subject| matches!(subject.via, Via::ObjectGerund(_) | Via::ObjectControl(_)))
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
        // "X wrote that the bank has failed, telling Y": who wrote, not the bank, tells
        let told = || (0..main).rev().find(|&k| self.is(k, ChunkKind::That)).and_then(|that| (0..that).rev().find(finite)).and_then(|above| self.subject_within(above, depth - 1));
        let thing = self.chunks[v].verb.reports && !self.names_person(subject.noun);
        let subject = if thing { told().filter(|above| self.names_person(above.noun)).unwrap_or(subject) } else { subject };
        Some(Subject { noun: subject.noun, via: Via::Inherited })
    }

    /// ", X said on Monday,": whether the verb at `k` tells between commas who says what is around, the second of them before `end`.
    pub(super) fn is_inserted(&self, k: usize, end: usize) -> bool {
        let subject = self.previous(k).filter(|&noun| self.is(noun, ChunkKind::Noun));
        let commas = subject.and_then(|noun| self.commas_around(noun, k, end));
        // "“I reject this,” X said, praising Y": who is quoted praises
        let quoted = |c: usize| self.head(c).quoted;
        let told = subject.is_some_and(|noun| !self.names_person(noun)) && !(0..k).any(quoted);
        commas.is_some() && told && (0..k).any(|c| self.form(c) == Some(Form::Finite))
    }

    /// The commas before the subject at `noun` of the verb at `k` and behind what follows the verb, the second of them before `end`.
    pub fn commas_around(&self, noun: usize, k: usize, end: usize) -> Option<(usize, usize)> {
        let open = self.previous(self.first_conjunct(noun))?;
        let close = (k + 1..end).find(|&c| !matches!(self.chunks[c].kind, ChunkKind::Adverb | ChunkKind::Preposition | ChunkKind::Noun))?;
        (self.is(open, ChunkKind::Comma) && self.is(close, ChunkKind::Comma)).then_some((open, close))
    }

    /// The chunk after `i`, quotation marks aside.
    fn next_word(&self, i: usize) -> Option<usize> {
        (i + 1..self.chunks.len()).find(|&k| !matches!(self.chunks[k].kind, ChunkKind::Adverb | ChunkKind::Other | ChunkKind::Open))
    }

    /// The subject of the next finite verb: "Speaking in Paris, X urged …".
    fn following(&self, v: usize, depth: u32) -> Option<Subject> {
        let comma = (v + 1..self.chunks.len()).find(|&k| self.is(k, ChunkKind::Comma))?;
        // "Having sued X, as Y reported, Z praised it": not what Y reported
        let inserted = |k: usize| {
            let joint = self.previous(k).filter(|&noun| self.is(noun, ChunkKind::Noun)).and_then(|noun| self.previous(self.first_conjunct(noun)));
            joint.is_some_and(|joint| self.first(joint).word == word::AS)
        };
        let finite = |k: &usize| self.form(*k) == Some(Form::Finite) && !inserted(*k);
        let main = (comma + 1..self.chunks.len()).find(finite)?;
        // "To rule against X would be wrong, Y wrote", "Ruling against X could hurt Z, Y wrote"
        let inside = |k: usize| match self.chunks[k].kind {
            ChunkKind::That | ChunkKind::Relative | ChunkKind::Subordinator => false,
            _ => !self.chunks[k].is_verb() || self.form(k) == Some(Form::Infinitive),
        };
        let simple = |end: usize| self.form(v) == Some(Form::Gerund) && self.chunks[main].verb.reports && self.previous(v).is_none() && (v + 1..end).all(inside);
        let acts = (v + 1..comma).find(finite).is_some_and(|k| self.form(v) == Some(Form::Infinitive) || simple(k));
        // "“Meeting X,” Y said, “tells me …”": the subject of what is said
        let goes_on = || self.is(main + 1, ChunkKind::Comma) && self.next_word(main + 1).is_some_and(|k| finite(&k));
        if acts || self.form(v) == Some(Form::Gerund) && self.chunks[main].verb.reports && goes_on() {
            return None;
        }
        // "“The one named as hurt by X denies it,” said Y": not Y
        let subject = self.subject_within(main, depth - 1).filter(|s| s.via != Via::Inverted)?;
        (subject.noun > comma).then_some(Subject { noun: subject.noun, via: Via::Inherited })
    }
}
