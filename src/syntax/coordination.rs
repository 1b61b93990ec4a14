//! Coordinations and appositions: which noun groups stand side by side.

use super::{ChunkKind, Form, Sentence};
use crate::gazetteer::{flag, word, Tag};

/// No coordination has more members than this.
const WIDTH: usize = 64;
/// So many noun groups and prepositions may stand between a title and the name.
const TITLE: usize = 8;

/// What stands between two members of a list, and where the next one is.
#[derive(Clone, Copy)]
struct Joint {
    next: usize,
    comma: bool,
    and: bool,
}

impl Sentence {
    /// The chunk after the coordination that begins with the noun group at `i`.
    pub fn coordination_end(&self, i: usize) -> usize {
        self.last_conjunct(i).map_or(i + 1, |last| self.titled_end(last) + 1)
    }

    /// "Minister of State for Europe Ann Lee": the noun group that names the person whose title the one at `i` begins, else that one itself.
    pub fn titled_end(&self, i: usize) -> usize {
        if !self.is_office(i) || self.names(i) {
            return i;
        }
        let inside = |k: &usize| matches!(self.chunks[*k].kind, ChunkKind::Preposition | ChunkKind::Conjunction | ChunkKind::Noun);
        let named = |k: &usize| self.ends_title(*k);
        let head = self.head(i);
        if !head.capital {
            // "the former ambassador to Ukraine Ann Lee", unlike "the adviser to President Lee", "the wife of Spain's Ann Lee"
            let office = head.flags & flag::TITLE != 0 && head.flags & flag::RELATION == 0;
            let apart = |k: &usize| self.units[self.chunks[*k].head as usize - 1].mention != 0;
            return Some(i + 2).filter(|k| office && *k < self.chunks.len() && named(k) && apart(k)).unwrap_or(i);
        }
        (i + 1..self.chunks.len()).take(TITLE).take_while(inside).find(named).unwrap_or(i)
    }

    /// "Europe Ann Lee": whether the noun group at `i` names a person behind the last words of a title.
    fn ends_title(&self, i: usize) -> bool {
        let named = self.is(i, ChunkKind::Noun) && self.names_person(i) && self.chunks[i].head > self.chunks[i].first;
        named && (self.is(i - 1, ChunkKind::Preposition) || self.is_matter_of_office(i))
    }

    /// "the Minister for Trade and Development Ann Lee", unlike "for Trade and Senator Lee": whether the noun group at `i` begins with more of what an office is for.
    fn is_matter_of_office(&self, i: usize) -> bool {
        let joined = i > 2 && self.is(i - 1, ChunkKind::Conjunction) && self.is(i - 2, ChunkKind::Noun) && self.is(i - 3, ChunkKind::Preposition);
        if !joined || !self.first(i).capital || !self.head(i - 2).capital || self.names(i - 2) {
            return false;
        }
        let office = |flags: u64| flags & (flag::AGENT | flag::TITLE_END) != 0 && flags & flag::HONORIFIC == 0;
        let chunk = self.chunks[i];
        !self.units[chunk.first as usize..chunk.head as usize].iter().any(|unit| unit.mention != 0 || office(unit.flags))
    }

    /// The noun group whose title the person named by the one at `i` has: [`Self::titled_end`] from its other side.
    fn title_before(&self, i: usize) -> Option<usize> {
        let led = i > 1 && self.ends_title(i);
        (i.saturating_sub(TITLE)..i).find(|&title| led && self.titled_end(title) == i)
    }

    /// The last member of the coordination that begins at `i`, if it has more than one.
    fn last_conjunct(&self, i: usize) -> Option<usize> {
        self.conjuncts_behind(i).filter(|&(_, and)| and).last().map(|(last, _)| last)
    }

    /// Finds out once for every noun group which one is coordinated with it to its right.
    pub(super) fn join(&mut self) {
        self.joints.clear();
        self.joints.resize(self.chunks.len(), None);
        for i in (0..self.chunks.len()).rev() {
            if self.is(i, ChunkKind::Noun) {
                self.joints[i] = self.find_conjunct(i).map(|(next, and)| (next as u32, and));
            }
        }
    }

    /// The noun groups that are coordinated with the one at `i` to its right.
    pub fn other_conjuncts(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        self.conjuncts_behind(i).map(|(at, _)| at)
    }

    /// [`Self::next_conjunct`] of the noun group at `i`, then of that, and so on.
    fn conjuncts_behind(&self, i: usize) -> impl Iterator<Item = (usize, bool)> + '_ {
        std::iter::successors(self.next_conjunct(i), |&(at, _)| self.next_conjunct(at)).take(WIDTH)
    }

    /// The noun group coordinated with the one at `i` to its right, and whether a conjunction stands between.
    fn next_conjunct(&self, i: usize) -> Option<(usize, bool)> {
        self.joints.get(i).copied().flatten().map(|(next, and)| (next as usize, and))
    }

    /// [`Self::next_conjunct`], where those of the noun groups behind are known.
    fn find_conjunct(&self, i: usize) -> Option<(usize, bool)> {
        // "the network itself and X"
        let itself = self.is(i + 1, ChunkKind::Adverb) && matches!(self.head(i + 1).word, word::ITSELF | word::HIMSELF | word::HERSELF | word::THEMSELVES);
        // most stand alone
        if !self.list_goes_on(i + 1 + usize::from(itself)) || self.is_number(i) {
            return None;
        }
        let titled = self.titled_end(i) + usize::from(itself);
        let joint = self.joint(i, self.end_of_member(i, titled)?)?;
        // "X, Y urge Z", "X, Y to meet": a headline leaves the "and" out
        let headline = |v: usize| self.is_plural_verb(v) || self.form(v) == Some(Form::Infinitive);
        if !joint.and && i == 0 && self.names(i) && self.names(joint.next) && headline(joint.next + 1) {
            return Some((joint.next, true));
        }
        if !joint.and && self.is_no_list(i, titled, joint.next) || self.begins_clause(i, joint) {
            return None;
        }
        Some((joint.next, joint.and))
    }

    /// Whether what stands at `k` can go on with a list.
    fn list_goes_on(&self, k: usize) -> bool {
        self.kind(k).is_some_and(|kind| matches!(kind, ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::Preposition | ChunkKind::Open))
    }

    /// The chunk behind the member of a list that begins at `i`, whose title ends at `titled`, if it may have another behind it.
    fn end_of_member(&self, i: usize, titled: usize) -> Option<usize> {
        // "talks on X": nor does what a phrase of its own follows
        if titled > i && !self.list_goes_on(titled + 1) || self.is(titled + 1, ChunkKind::Preposition) && !self.is_of(titled + 1) {
            return None;
        }
        // "the ministers of France and of Italy"; "A of B, C of D and E"; but in "leaders of the Senate and the House" both belong to "of"
        let k = self.behind_of(titled + 1);
        let led = k > titled + 1 && self.is(k, ChunkKind::Conjunction) && self.is(k + 1, ChunkKind::Noun);
        if led && self.is_joined_behind_of(i, k) {
            return None;
        }
        if self.is(k, ChunkKind::Open) {
            return (k + 1..self.chunks.len()).take(8).find(|&c| self.is(c, ChunkKind::Close)).map(|close| close + 1);
        }
        Some(k)
    }

    /// "the backing of X and Y": whether what the conjunction at `k` joins belongs to the "of" behind the noun group at `i`, not to that.
    fn is_joined_behind_of(&self, i: usize, k: usize) -> bool {
        let thing = self.is_thing(i);
        // "X's killing of activists and leaders Ann Lee, Bo Lim": they are of those killed
        if thing && self.plural(k - 1) && self.names_person(k + 1) {
            return true;
        }
        let named = self.names(k - 1) && self.names(k + 1);
        // "an ally of X and Y": of both, unlike "the leader of X and Y"
        let one = !thing && matches!(self.first(i).word, word::A | word::AN) && !self.names_person(k + 1);
        // "the sons of X and Y"
        let theirs = || self.head(i).flags & (flag::RELATION | flag::PRIVATE) != 0;
        named && (one || thing || self.plural(i) && (!self.names_person(k + 1) || theirs()))
    }

    /// What joins the member of a list from `i` to the chunk at `k` with the next one.
    fn joint(&self, i: usize, mut k: usize) -> Option<Joint> {
        let comma = self.is(k, ChunkKind::Comma);
        k += usize::from(comma);
        let and = self.is(k, ChunkKind::Conjunction);
        // "A opposed B, but like C she …"
        if and && self.first(k).word == word::BUT {
            return None;
        }
        k += usize::from(and);
        // "X and not Y"
        if and && self.is_not(k) {
            return None;
        }
        // "of France and of Italy", unlike "joined as advisers, and by Italy"
        let led_by = |p: usize| self.first(p).word;
        let opposite = |a, b| matches!((a, b), (word::FOR, word::AGAINST) | (word::AGAINST, word::FOR));
        let again = |p: usize| {
            let before = self.preposition(i).map(led_by).filter(|_| self.is(p, ChunkKind::Preposition));
            before.is_some_and(|before| (!comma || before == led_by(p)) && !opposite(before, led_by(p)))
        };
        while self.is(k, ChunkKind::Adverb) || (and && again(k)) {
            k += 1;
        }
        ((comma || and) && self.is(k, ChunkKind::Noun) && !self.is_number(k)).then_some(Joint { next: k, comma, and })
    }

    /// Whether the noun group at `next`, which only a comma parts from the one at `i`, is in no list with it.
    fn is_no_list(&self, i: usize, titled: usize, next: usize) -> bool {
        // "On a visit to Oslo, X and Y agreed": the list begins behind the comma
        if self.is_fronted(i) && self.form(self.coordination_end(next)) == Some(Form::Finite) {
            return true;
        }
        // "flights over X, Y and Z are reporting": who says so begins a clause
        if self.preposition(i).is_some() && self.has_finite_before(i) && self.is_saying(self.coordination_end(next)) {
            return true;
        }
        // "After X beat three men, Y and a number of Z urged": they begin a clause
        if self.opens_with_clause() && self.verb_before(i) && self.form(self.behind_of(self.coordination_end(next))) == Some(Form::Finite) {
            return true;
        }
        // "Dianne Feinstein, California Democrat": an apposition
        if self.names_person(titled) && !self.names_person(self.titled_end(next)) {
            return true;
        }
        // "the secretary-general, António Guterres", "the president of Mali, Assimi Goïta"
        let office = |n: usize| self.is(n, ChunkKind::Noun) && self.is_office(n);
        let of_office = || self.preposition(i).is_some_and(|p| p + 1 == i && self.is_of(p) && p.checked_sub(1).is_some_and(office)) && !self.names_person(i);
        self.names_person(next) && (self.is_office(i) && titled == i || of_office())
    }

    /// Whether the noun group behind a joint begins a clause of its own.
    fn begins_clause(&self, i: usize, Joint { next: k, comma, and }: Joint) -> bool {
        let both = comma && and;
        let mut behind = self.next(self.titled_end(k)).unwrap_or(self.chunks.len());
        // "X met Y, and the leader of Z praised W"
        while both && !self.names(k) && self.is(behind, ChunkKind::Preposition) && self.is_of(behind) && self.is(behind + 1, ChunkKind::Noun) {
            behind = self.next(behind + 1).unwrap_or(self.chunks.len());
        }
        // "with A praising B, and C attacking D"
        let praising = || self.verb_before(i) && self.form(behind) == Some(Form::Gerund);
        // "X told reporters, and “now Y.”": what is quoted goes on
        let quoted = || self.head(i).quoted != self.head(k).quoted;
        // "promised to free hostages, and X to leave": X promised, too
        let freed = || i.checked_sub(1).is_some_and(|v| self.form(v) == Some(Form::Infinitive));
        let promised = || freed() && self.form(behind) == Some(Form::Infinitive) && self.names(k);
        // "with X and Y, and we will"
        let pronoun = || self.head(k).tag == Tag::Pronoun && self.form(behind) == Some(Form::Finite);
        if both && (praising() || quoted() || promised() || pronoun()) {
            return true;
        }
        // "X met Y and Z urged", "X met Y, and Z and W urged"
        if both && self.is(k + 1, ChunkKind::Conjunction) && self.is(k + 2, ChunkKind::Noun) {
            behind = self.next(k + 2).unwrap_or(self.chunks.len());
        }
        // "X, a lawyer who praised Y, and Z, have been sued", "X was beaten by Y, and Z, the mayor, lost"
        if both && self.is(behind, ChunkKind::Comma) {
            behind = self.behind_description(k, behind);
        }
        // "who read X and the people who praise Y": others
        if and && !comma && self.is(behind, ChunkKind::Relative) && self.names(i) && !self.names_person(i) && self.plural(k) && !self.names(k) && self.verb_before(i) {
            return true;
        }
        // "on X, and Z urged", "on X and Y, and Z urged"
        let led = |k: usize| self.preposition(k).is_some();
        let led = || led(i) || (i > 1 && self.is(i - 1, ChunkKind::Conjunction) && self.is(i - 2, ChunkKind::Noun) && led(i - 2));
        let acts = || self.verb_before(i) && (comma || !i.checked_sub(1).is_some_and(|g| self.describes_first(g)));
        self.form(behind) == Some(Form::Finite) && (acts() || both && led())
    }

    /// The chunk behind the "of" at `k`, if there is one, and what it leads to.
    fn behind_of(&self, mut k: usize) -> usize {
        while self.is(k, ChunkKind::Preposition) && self.is_of(k) && self.is(k + 1, ChunkKind::Noun) {
            k += 2;
        }
        k
    }

    /// "After X left,": whether the sentence begins with a clause that is joined to another.
    pub fn opens_with_clause(&self) -> bool {
        self.is(0, ChunkKind::Subordinator) || self.is(0, ChunkKind::Preposition) && self.is(1, ChunkKind::Noun) && self.form(2) == Some(Form::Finite)
    }

    /// Whether "not" stands alone at `k`.
    pub(super) fn is_not(&self, k: usize) -> bool {
        self.chunks.get(k).is_some_and(|c| c.first == c.head && c.end == c.first + 1 && self.units[c.first as usize].tag == Tag::Not)
    }

    /// The chunk behind the comma at `comma`, or behind what it says of the person at `i` up to the next: "X, the mayor, lost", "the mayor, X, lost".
    fn behind_description(&self, i: usize, comma: usize) -> usize {
        // ", which had gone,", ", in a statement,", ", speaking in Oslo,"
        let aside = matches!(self.kind(comma + 1), Some(ChunkKind::Relative | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Subordinator | ChunkKind::Verb));
        if aside && self.form(comma + 1) != Some(Form::Finite) {
            let close = (comma + 2..self.chunks.len()).take(12).find(|&k| self.is(k, ChunkKind::Comma) && self.next(k).is_some_and(|v| self.form(v) == Some(Form::Finite)));
            return close.and_then(|close| self.next(close)).unwrap_or(comma + 1);
        }
        let plain = |k: &usize| matches!(self.chunks[*k].kind, ChunkKind::Noun | ChunkKind::Preposition);
        let person = self.names_person(i) || (self.is(comma + 1, ChunkKind::Noun) && self.names_person(comma + 1));
        let close = (comma + 1..self.chunks.len()).take(6).find(|k| !plain(k)).filter(|&k| person && k > comma + 1 && self.is(k, ChunkKind::Comma));
        close.unwrap_or(comma) + 1
    }

    /// Whether a finite verb in its base form stands at `v`, as behind several: "urge".
    pub(super) fn is_plural_verb(&self, v: usize) -> bool {
        self.form(v) == Some(Form::Finite) && self.chunks[v].first == self.chunks[v].head && self.head(v).tag == Tag::Verb
    }

    /// Whether nothing but prepositional phrases stands from the head of the sentence, or a comma, to the noun group at `i`, or a gerund with what follows it: "By attacking X,".
    fn is_fronted(&self, i: usize) -> bool {
        // "between X and Y,": the one that the preposition leads to
        let mut at = if i > 1 && self.is(i - 1, ChunkKind::Conjunction) && self.is(i - 2, ChunkKind::Noun) { i - 2 } else { i };
        let opens = |gerund: usize| self.form(gerund) == Some(Form::Gerund) && (gerund == 0 || (gerund == 1 && self.is(0, ChunkKind::Preposition)));
        loop {
            if at.checked_sub(1).is_some_and(opens) {
                return true;
            }
            // "In Flint, Michigan,"
            let town = self.town_before(at);
            let inside = |p: usize| self.first(p).flags & flag::PLACE != 0;
            if let Some(town) = town.filter(|&town| self.preposition(town).is_some_and(inside)) {
                at = town;
            }
            let Some(preposition) = self.preposition(at) else { return false };
            match self.previous(preposition) {
                None => return true,
                Some(before) if self.is(before, ChunkKind::Comma) || opens(before) => return true,
                Some(before) if self.is(before, ChunkKind::Noun) => at = before,
                // "Under a deal brokered by X, Y and Z agreed", "Praised by X, Y and Z left"
                Some(before) if self.form(before) == Some(Form::Participle) => match self.previous(before) {
                    None => return true,
                    Some(noun) if self.is(noun, ChunkKind::Noun) => at = noun,
                    _ => return false,
                },
                _ => return false,
            }
        }
    }

    /// Whether a verb stands before the noun group at `i` in its clause: it is an object, or behind a preposition of the verb.
    pub(super) fn verb_before(&self, i: usize) -> bool {
        // "said X and Y met": they begin what is said
        let said = |k: usize| matches!(self.head(k).word, word::SAID | word::SAYS) && self.next(k) == Some(i);
        (0..i)
            .rev()
            .take(24)
            .take_while(|&k| !matches!(self.chunks[k].kind, ChunkKind::Comma | ChunkKind::Break | ChunkKind::That | ChunkKind::Subordinator | ChunkKind::Relative))
            .any(|k| self.chunks[k].is_verb() && !said(k) && !self.describes_subject(k))
    }

    /// "The deal reached by X and Y was praised": whether the participle at `v` only describes the noun group with which the sentence begins.
    fn describes_subject(&self, v: usize) -> bool {
        let opens = |k: usize| (0..k).all(|c| matches!(self.chunks[c].kind, ChunkKind::Adverb | ChunkKind::Noun | ChunkKind::Preposition));
        self.form(v) == Some(Form::Participle) && self.previous(v).is_some_and(|k| self.is(k, ChunkKind::Noun) && opens(k))
    }

    /// All members of the coordination that the noun group at `i` belongs to, in order; appended.
    pub fn conjuncts(&self, i: usize, out: &mut Vec<usize>) {
        let first = self.first_conjunct(i);
        let last = self.last_conjunct(first).unwrap_or(first).max(i);
        let mut at = first;
        out.push(at);
        while at < last {
            let Some((next, _)) = self.next_conjunct(at) else { break };
            out.push(next);
            at = next;
        }
        if !out.contains(&i) {
            out.push(i);
        }
    }

    /// The first member of the coordination that the noun group at `i` belongs to: itself where there is none.
    pub fn first_conjunct(&self, i: usize) -> usize {
        let mut first = i;
        for _ in 0..WIDTH {
            match self.conjunct_before(first) {
                Some(left) => first = left,
                None => break,
            }
        }
        first
    }

    /// The noun group to the left with which the one at `i` is coordinated.
    fn conjunct_before(&self, i: usize) -> Option<usize> {
        let i = self.title_before(i).unwrap_or(i);
        let joint = (0..i).rev().find(|&k| !matches!(self.chunks[k].kind, ChunkKind::Adverb | ChunkKind::Preposition))?;
        if !matches!(self.chunks[joint].kind, ChunkKind::Comma | ChunkKind::Conjunction) {
            return None;
        }
        (0..i)
            .rev()
            .take(10)
            .take_while(|&k| !self.chunks[k].is_verb())
            .find(|&k| self.is(k, ChunkKind::Noun) && self.next_conjunct(k).is_some_and(|(next, and)| next == i && (and || self.last_conjunct(k).is_some())))
            .map(|k| self.named_before(k).filter(|_| self.names_person(i)).unwrap_or(k))
    }

    /// "PERSON of PLACE": the person.
    fn named_before(&self, place: usize) -> Option<usize> {
        let preposition = self.preposition(place).filter(|&p| self.is_of(p) && !self.names_person(place))?;
        // "Lindsey Graham (R) of South Carolina"
        let left = self.before_brackets(preposition.checked_sub(1)?);
        left.filter(|&left| self.is(left, ChunkKind::Noun) && self.names_person(left))
    }

    /// The chunk before the brackets that end at `i`, else the one at `i`.
    pub(super) fn before_brackets(&self, i: usize) -> Option<usize> {
        if !self.is(i, ChunkKind::Close) {
            return Some(i);
        }
        (0..i).rev().find(|&k| self.is(k, ChunkKind::Open))?.checked_sub(1)
    }

    /// The noun group in apposition right behind the one at `i`: ", the prime minister," and "Y, X,".
    pub fn apposition(&self, i: usize) -> Option<usize> {
        let mut comma = i + 1;
        // "the Secretary for European and Eurasian Affairs, Ann Lee,"
        while self.is(comma, ChunkKind::Preposition) && self.is(comma + 1, ChunkKind::Noun) {
            comma = if self.is(comma + 2, ChunkKind::Conjunction) && self.is(comma + 3, ChunkKind::Noun) { comma + 4 } else { comma + 2 };
        }
        // "the prime minister — Ann Lee — said", "the prime minister (Ann Lee) said"
        let close = match self.kind(comma)? {
            ChunkKind::Comma => None,
            ChunkKind::Dash => Some(ChunkKind::Dash),
            ChunkKind::Open => Some(ChunkKind::Close),
            _ => return None,
        };
        // "“… trains people,” X said": what is quoted ends there
        let quoted = |k: usize| self.head(k).quoted;
        if !self.is(comma + 1, ChunkKind::Noun) || self.last_conjunct(i).is_some() || (close.is_none() && quoted(i) && !quoted(comma + 1)) {
            return None;
        }
        let end = self.behind_phrases(comma + 2);
        if close.is_some() {
            return end.filter(|&k| close == self.kind(k) && self.names_person(comma + 1)).map(|_| comma + 1);
        }
        let closed = end.is_none_or(|k| matches!(self.chunks[k].kind, ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Relative | ChunkKind::Break | ChunkKind::Dash));
        closed.then_some(comma + 1)
    }
}
