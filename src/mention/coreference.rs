//! Pronouns: the most precise sieve of Lee et al. (Computational Linguistics 2013) that needs no parse: number, gender and
//! kind as hard filters, then the nearest; nothing where the evidence is thin.

use std::ops::ControlFlow;

use crate::gazetteer::{flag, Classes, Entity, EntityKind, IntMap, Office, Tag};

use super::{titled, EntityRef, Found, MentionKind, Mentions, View};
use crate::text::{Token, TokenKind, CAPITAL, LINE_START};

/// So many tokens before a pronoun somebody who is not named can come between it and a name, so that a sentence without end costs no more than another.
const NEAR: u32 = 60;

/// How many sentences back an antecedent may stand.
const REACH: usize = 3;

/// The mention that the pronoun `text` at token `i` stands for, by its number.
pub(crate) fn antecedent(mentions: &Mentions, view: &View<'_>, i: u32, text: &str) -> Option<usize> {
    let wanted = Wanted::of(text)?;
    let current = view.document.sentence_of(i);
    let opening = view.document.sentences[current].0;
    // "its work in X and its drive": both are whose the first is
    let i = if matches!(text, "its" | "his") { first_of_chain(view, opening, i, text) } else { i };
    let mut search = Search { mentions, view, i, text, wanted, current, opening, chain: false };
    for sentence in (0..=current).rev().take(REACH) {
        if let ControlFlow::Break(found) = search.sentence(sentence) {
            return found;
        }
    }
    None
}

/// Goes on with the sentence before, or ends with whom the pronoun stands for, or without anybody where the evidence is thin.
type Sought = ControlFlow<Option<usize>>;

/// The search for whom a pronoun stands for, from its sentence backwards.
struct Search<'a> {
    mentions: &'a Mentions,
    view: &'a View<'a>,
    /// The token of the pronoun.
    i: u32,
    text: &'a str,
    wanted: Wanted,
    /// Its sentence, and the first token of that.
    current: usize,
    opening: u32,
    /// Whether a sentence before goes on from an earlier one.
    chain: bool,
}

/// What is looked through at once: the tokens of one sentence up to the pronoun, or up to its end.
#[derive(Clone, Copy)]
struct Scope {
    sentence: usize,
    first: u32,
    end: u32,
    /// The numbers of its mentions.
    within: (usize, usize),
    /// Whether the pronoun stands in that sentence.
    here: bool,
}

impl Search<'_> {
    /// Looks through one sentence.
    fn sentence(&mut self, sentence: usize) -> Sought {
        let (first, end) = self.view.document.sentences[sentence];
        let here = sentence == self.current;
        if !here && is_caption(self.view, first, end) {
            return ControlFlow::Continue(());
        }
        if sentence + 1 == self.current {
            self.somebody_else_here()?;
        }
        let end = end.min(self.i);
        // "As X hired staff, Y resigned. He …": Y
        let first = if here { first } else { main_clause(self.view, first, end) };
        let within = self.mentions.within(first, end);
        let scope = Scope { sentence, first, end, within: (within.start, within.end), here };
        if here {
            self.nearest_owner(scope)?;
            self.town(scope)?;
        }
        if self.wanted == Wanted::Thing && self.acts() {
            return self.thing_that_acts(scope);
        }
        if here && matches!(self.text, "it" | "him" | "her") && !self.acts() && self.fitting(scope).count() == 1 {
            return self.object(scope);
        }
        if here && after_where(self.view, self.i) {
            // "X's visit to Y, where he …": the nearest
            // "X, who was praised by Y, flew there, where he …": X
            let by = |n: &usize| self.found(*n).first.checked_sub(1).is_some_and(|k| self.word(k) == "by");
            if let Some(n) = self.fitting(scope).rev().find(|n| !by(n)) {
                return ControlFlow::Break(Some(n));
            }
        }
        // "X left. A policeman spoke. He …": the policeman
        if !here && self.opens_with_somebody(scope) {
            return ControlFlow::Break(None);
        }
        // "He urged X to act. He praised Y": one and the same
        if self.wanted.begins(self.view, first, self.i) {
            return ControlFlow::Continue(());
        }
        self.leader(scope)
    }

    /// Whether somebody who is known by his office alone, or nobody knows, stands in the sentence of the pronoun before it.
    fn somebody_else_here(&self) -> Sought {
        let (mentions, view) = (self.mentions, self.view);
        // "X sent a note. As the president said in his letter": the president's, if he is known
        if self.wanted != Wanted::Thing && self.text != "him" {
            let known = officer(mentions, view, (self.opening, self.i)).and_then(|(office, noun)| definite_antecedent(mentions, view, office, noun));
            if known.is_some() {
                return ControlFlow::Break(known);
            }
        }
        // "told a journalist to go as X chased him": him, whoever he is
        if matches!(self.text, "him" | "her") && names_somebody(mentions, view, (self.opening, self.i), &["a", "an"]) {
            return ControlFlow::Break(None);
        }
        ControlFlow::Continue(())
    }

    /// "A policeman spoke": whether a person whom nobody knows is brought in at the head of a sentence.
    fn opens_with_somebody(&self, scope: Scope) -> bool {
        let words = &self.view.gazetteer.words;
        let person = |k: u32| self.mentions.at[k as usize] == 0 && words.get(self.mentions.word(k)).has(flag::AGENT | flag::PRIVATE | flag::RELATION);
        let one = |k: u32| words.get(self.mentions.word(k)).classes.has(Tag::Noun) && before_verb(self.mentions, self.view, k);
        let new = self.wanted != Wanted::Thing && matches!(self.word(scope.first), "A" | "An" | "Another");
        new && (scope.first + 1..scope.end.min(scope.first + 5)).any(|k| person(k) && one(k))
    }

    /// "X praised its army": a possessive most often belongs to the nearest.
    fn nearest_owner(&self, scope: Scope) -> Sought {
        let mut nearest = self.fitting(scope).rev();
        let Some(n) = nearest.next().filter(|_| matches!(self.text, "its" | "his" | "her")) else { return ControlFlow::Continue(()) };
        if self.wanted == Wanted::Thing {
            return ControlFlow::Break(Some(n));
        }
        // "X thanked the prime minister for his help"
        if let Some((office, noun)) = officer(self.mentions, self.view, (self.found(n).end, self.i)) {
            return ControlFlow::Break(definite_antecedent(self.mentions, self.view, office, noun));
        }
        let tie = nearest.any(|other| self.differ(n, other));
        // "a Trump adviser lied about his talks": the adviser's
        ControlFlow::Break(Some(n).filter(|_| !tie && !has_aide(self.mentions, self.view, self.found(n))))
    }

    /// "Bergen shut its schools": a town's, which is no actor that is taken up.
    fn town(&self, scope: Scope) -> Sought {
        let town = |n: usize| self.found(n).kind == MentionKind::Place && is_subject(self.mentions, self.view, self.found(n), scope.first);
        if self.wanted == Wanted::Thing && self.fitting(scope).next().is_none() && (scope.within.0..scope.within.1).any(town) {
            return ControlFlow::Break(None);
        }
        ControlFlow::Continue(())
    }

    /// "It praised X": of a thing only what is a subject itself.
    fn thing_that_acts(&self, scope: Scope) -> Sought {
        let (mentions, view) = (self.mentions, self.view);
        let mut subjects = self.fitting(scope).filter(|&n| is_subject(mentions, view, self.found(n), scope.first) || is_taken_up(view, self.found(n), self.i));
        if let Some(n) = subjects.next() {
            let tie = subjects.any(|other| self.differ(n, other));
            let leads = scope.here || leads_sentence(view, self.found(n), scope.first);
            return ControlFlow::Break(Some(n).filter(|_| !tie && leads && !is_asked(view, self.i)));
        }
        // "While the report blames X, it praises Y": what stands before it in its sentence comes first; "Its ministry said it …" goes on
        if self.i > self.opening + 2 && !self.wanted.begins(view, self.opening, self.i) {
            return ControlFlow::Break(None);
        }
        // "X criticized Y. It …": Y, where nothing else is named and told of
        let mut things = self.fitting(scope);
        let only = things.next().filter(|&n| scope.sentence + 1 == self.current && self.i == self.opening && things.all(|other| !self.differ(n, other)));
        match only.filter(|&n| is_clear_of_things(mentions, view, n, self.i) && is_object(mentions, view, n)) {
            Some(n) => ControlFlow::Break(Some(n)),
            None => ControlFlow::Continue(()),
        }
    }

    /// "X accused it": not the subject of its own clause, unlike "X said that Y accused him".
    fn object(&self, scope: Scope) -> Sought {
        let (mentions, view) = (self.mentions, self.view);
        let Some(n) = self.fitting(scope).next().filter(|_| self.wanted != Wanted::Thing) else { return ControlFlow::Continue(()) };
        let found = self.found(n);
        let speaker = tells(mentions, view, found.end, self.i) || is_told_of(mentions, view, found.end, self.i);
        // "X's rival, Y, attacked him"
        let owner = || view.owns(found.end) && found.first <= scope.first + 3;
        // "X resigned, and Y praised him", "Y met X and refused to endorse him": Y acts, who is no man
        if speaker || owner() || acts_beside(mentions, view, n, (scope.first, self.i)) {
            return ControlFlow::Break(Some(n));
        }
        ControlFlow::Continue(())
    }

    /// The first of a sentence, most often its subject.
    fn leader(&mut self, scope: Scope) -> Sought {
        let (view, first) = (self.view, scope.first);
        // "When X asked, Y said he": Y
        let main = if scope.here && self.acts() { main_clause(view, first, scope.end) } else { first };
        let clause = main > first && main < self.i && !matches!(self.word(main), "after" | "as" | "before" | "if" | "once" | "when" | "while");
        let told = |n: &usize| clause && self.found(*n).first >= main && leads_sentence(view, self.found(*n), main);
        let Some(n) = self.fitting(scope).find(told).or_else(|| self.fitting(scope).next()) else { return ControlFlow::Continue(()) };
        // "so he made sure that he met X. He …": who "he" is there stands before X
        if self.wanted.acts(view, first, self.found(n).first) {
            self.chain = true;
            return ControlFlow::Continue(());
        }
        let leads = leads_sentence(view, self.found(n), first);
        if self.chain && !leads {
            return ControlFlow::Break(None);
        }
        let tie = self.fitting(scope).any(|other| self.differ(n, other));
        // "X sued over the deal, and Y looked into it": sooner a thing
        let about = || self.i.checked_sub(1).is_some_and(|k| matches!(self.word(k), "against" | "into"));
        if tie && scope.here && self.text == "it" && about() {
            return ControlFlow::Break(None);
        }
        let person = matches!(self.wanted, Wanted::Female | Wanted::Male);
        let clear = (scope.here || (person && leads)) && !is_asked(view, self.i);
        ControlFlow::Break(Some(n).filter(|_| !tie || clear))
    }

    /// The mentions of a scope for which the pronoun can stand by its number, gender and kind.
    fn fitting(&self, scope: Scope) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (scope.within.0..scope.within.1).filter(move |&n| {
            let found = self.found(n);
            let quoted = scope.here && is_quoted_away(self.view, found.end, self.i);
            !quoted && self.wanted.fits(self.mentions, self.view, found) && !is_credit(self.view, found)
        })
    }

    /// Whether the pronoun is the subject of the verb behind it: "as it attacks X", too, unlike "gave it attacks".
    fn acts(&self) -> bool {
        let classes = |k: u32| self.mentions.known.get(k as usize).map_or(Classes::default(), |known| self.view.gazetteer.words.get(known.id).classes);
        let begins = || self.i == self.opening || matches!(classes(self.i - 1).likeliest, Tag::Comma | Tag::Conjunction | Tag::Relative | Tag::Subordinator | Tag::That);
        let third = || matches!(self.text, "it" | "he" | "she") && classes(self.i + 1).has(Tag::VerbS) && begins();
        before_verb(self.mentions, self.view, self.i) || third()
    }

    fn found(&self, n: usize) -> &Found {
        &self.mentions.found[n]
    }

    fn differ(&self, n: usize, other: usize) -> bool {
        self.found(n).entity != self.found(other).entity
    }

    fn word(&self, token: u32) -> &str {
        self.view.document.tokens[token as usize].text(self.view.text)
    }
}

/// "X resigned, and Y praised him", "Y met X and refused to endorse him": whether another than the person of the mention with the number `n` acts on the pronoun at
/// the end of these tokens: one who is named between them, or before an object.
fn acts_beside(mentions: &Mentions, view: &View<'_>, n: usize, (first, i): (u32, u32)) -> bool {
    let found = &mentions.found[n];
    let acts = |other: &Found| other.entity != found.entity && !other.adjective && other.kind != MentionKind::Place;
    let object = !before_verb(mentions, view, found.end - 1) && !view.owns(found.end);
    let before = mentions.within(first, found.first);
    let between = mentions.within(found.end, i);
    object && mentions.found[before].iter().any(acts) || mentions.found[between].iter().any(acts)
}

/// Whether no thing that "it" can stand for as well is told of between the mention with the number `n` and token `i`.
pub(crate) fn is_clear_of_things(mentions: &Mentions, view: &View<'_>, n: usize, i: u32) -> bool {
    let thing = |k: u32| {
        let word = view.gazetteer.words.get(mentions.word(k));
        mentions.at[k as usize] == 0 && word.classes.likeliest == Tag::Noun && !word.has(flag::AGENT | flag::RELATION | flag::TIME | flag::DATE)
    };
    let found = &mentions.found[n];
    // "was at the games in X and does not regret it"
    let located = found.first.checked_sub(1).is_some_and(|k| matches!(view.document.tokens[k as usize].text(view.text), "at" | "from" | "in" | "near"));
    !located && i.saturating_sub(found.end) <= NEAR && !(found.end..i).any(thing)
}

/// Whether the mention with the number `n` stands right behind a verb, and nothing that it only describes behind it.
fn is_object(mentions: &Mentions, view: &View<'_>, n: usize) -> bool {
    let found = &mentions.found[n];
    let likeliest = |k: u32| view.gazetteer.words.get(mentions.word(k)).classes.likeliest;
    let article = |k: u32| view.document.tokens[k as usize].text(view.text) == "the";
    let before = found.first.checked_sub(1).map(|k| if article(k) { k.saturating_sub(1) } else { k });
    let verb = before.is_some_and(|k| matches!(likeliest(k), Tag::Past | Tag::VerbS | Tag::Verb | Tag::Participle));
    verb && !view.owns(found.end) && !matches!(likeliest(found.end), Tag::Noun | Tag::Plural)
}

/// "X met Y and thanked him": whom the object `text` at token `i` stands for where that is not its subject `not`: the only other person of its sentence
/// before it, else of the sentence before, or of the one before that where "She" takes it up.
pub(crate) fn antecedent_apart_from(mentions: &Mentions, view: &View<'_>, i: u32, text: &str, not: EntityRef) -> Option<usize> {
    let wanted = Wanted::of(text)?;
    let thing = wanted == Wanted::Thing;
    let current = view.document.sentence_of(i);
    for sentence in (0..=current).rev().take(if thing { 1 } else { REACH }) {
        let (first, end) = view.document.sentences[sentence];
        let end = end.min(i);
        if sentence + 2 == current && !wanted.begins(view, view.document.sentences[sentence + 1].0, i) {
            return None;
        }
        let range = mentions.within(first, end);
        let quoted = |found: &Found| sentence == current && is_quoted_away(view, found.end, i);
        let mut others = range.filter(|&n| {
            let found = &mentions.found[n];
            found.entity != not && wanted.fits(mentions, view, found) && !is_credit(view, found) && !quoted(found)
        });
        if let Some(n) = others.next() {
            let tie = others.any(|other| mentions.found[other].entity != mentions.found[n].entity);
            let alone = !thing || is_clear_of_things(mentions, view, n, i);
            let clear = !tie && alone && !view.owns(mentions.found[n].end) && !names_somebody(mentions, view, (mentions.found[n].end, i), &["a", "an", "her", "his", "their"]);
            return clear.then_some(n);
        }
    }
    None
}

/// "mocked a Japanese reporter and told him": whether one of these words brings in somebody unnamed among these tokens.
fn names_somebody(mentions: &Mentions, view: &View<'_>, (first, end): (u32, u32), by: &[&str]) -> bool {
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    let person = |k: u32| mentions.at[k as usize] == 0 && view.gazetteer.words.get(mentions.word(k)).has(flag::PRIVATE | flag::RELATION);
    (first.max(end.saturating_sub(NEAR))..end).any(|k| by.contains(&text(k)) && (k + 1..end.min(k + 4)).any(|noun| noun + 2 < end && person(noun)))
}

/// "Trump adviser", "Trump's former campaign adviser": whether somebody who is his is told of right behind a name.
fn has_aide(mentions: &Mentions, view: &View<'_>, found: &Found) -> bool {
    let from = found.end + u32::from(view.owns(found.end));
    let small = |k: &u32| view.document.tokens.get(*k as usize).is_some_and(|token| token.kind == TokenKind::Word && !token.has(CAPITAL));
    let describes = |k: &u32| view.gazetteer.words.get(mentions.word(*k)).classes.any(const { Classes::set(&[Tag::Adjective, Tag::Noun]) });
    (from..from + 3).take_while(small).take_while(describes).any(|k| view.gazetteer.words.get(mentions.word(k)).has(flag::RELATION))
}

/// "X thanked the prime minister for his help": who is named by his office alone among these tokens.
fn officer<'a>(mentions: &Mentions, view: &View<'a>, (first, end): (u32, u32)) -> Option<(u32, &'a str)> {
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    let free = |k: u32| mentions.at[k as usize] == 0;
    let article = |k: u32| k > first && text(k - 1).eq_ignore_ascii_case("the");
    let opens = |k: u32| article(k) || k > first + 1 && article(k - 1);
    // "the director of the agency", "the president-elect" are others, "the mayor, Ann Lee," is named
    let named = |k: u32| text(k + 1) == "," && k + 2 < end && !free(k + 2);
    let last = |k: u32| k + 1 >= end || !named(k) && free(k + 1) && !mentions.has(k + 1, flag::CAPITAL_WORD | flag::TITLE_END) && !matches!(text(k + 1), "of" | "-");
    let office = |k: &u32| free(*k) && mentions.has(*k, flag::TITLE_END) && (titled::is_title(text(*k)) || office(text(*k)).is_some()) && opens(*k) && last(*k);
    (first.max(end.saturating_sub(NEAR))..end).rev().find(office).map(|k| (k, text(k)))
}

/// The mention that a definite noun such as "company" in "the company" at token `i` stands for: the last of that sort, if the
/// sentence that holds it names no other.
pub(crate) fn definite_antecedent(mentions: &Mentions, view: &View<'_>, i: u32, noun: &str) -> Option<usize> {
    // "the prime minister" is of the holders
    if titled::is_title(noun) && !is_prime(view, i) || is_vice(view, i) {
        return titled::holder(mentions, view, i);
    }
    let noun = office(noun).unwrap_or(noun);
    let sort = Sort::of(noun)?;
    if sort == Sort::Holder {
        let (_, entity) = mentions.holders.iter().find(|(office, _)| *office == noun)?;
        let before = mentions.found.partition_point(|found| found.first < i);
        let last = (0..before).rev().take(200).find(|&n| mentions.found[n].entity == *entity);
        // who speaks of "the President" means his own, whomever else he has named
        let own = super::speaks(mentions) && view.document.tokens[i as usize].text(view.text) == "President";
        let near = |n: &usize| view.document.sentence_of(mentions.found[*n].first) + 1 >= view.document.sentence_of(i);
        return last.filter(|n| !own || near(n));
    }
    let fits = |found: &Found| -> bool {
        let listed = found.entity.detail(view);
        let organization = found.kind == MentionKind::Organization;
        match sort {
            Sort::Company => organization && matches!(listed, Some("company") | None),
            // of the Supreme Court "the bank" is said no more than of the United Nations
            Sort::Bank => organization && matches!(listed, Some("company" | "government" | "body") | None) && mentions.span(view, found).of(view.text).contains("Bank"),
            // "Office of the Spokesperson" at the head of a page
            Sort::Group => organization && !matches!(listed, Some("government" | "legislature" | "court" | "school" | "media")) && !opens_with_office(view, found),
            Sort::Armed => organization && listed == Some("armed"),
            Sort::Party => organization && matches!(listed, Some("party") | None),
            Sort::Agency => organization && matches!(listed, Some("body" | "government") | None),
            Sort::Bloc => (organization && listed == Some("body")) || (found.kind == MentionKind::Place && listed == Some("bloc")),
            Sort::Medium => organization && listed == Some("media"),
            Sort::Club => organization && listed == Some("team"),
            Sort::Charity => organization && listed == Some("ngo"),
            // "married a Pakistani woman while visiting the country"
            Sort::Country => matches!(found.kind, MentionKind::Country | MentionKind::Nationality) && is_country(view, found),
            Sort::Union => organization && ["Brotherhood", "Guild", "Machinists", "Teamsters", "Union", "Workers"].iter().any(|name| is_called(mentions, view, found, name)),
            Sort::Named => organization && is_called(mentions, view, found, noun),
            Sort::Holder => false,
        }
    };
    let sentences = &view.document.sentences;
    let current = view.document.sentence_of(i);
    for sentence in (current.saturating_sub(2)..=current).rev() {
        let (first, end) = sentences[sentence];
        let range = mentions.within(first, end.min(i));
        let mut candidates = range.filter(|&n| fits(&mentions.found[n]));
        if let Some(n) = candidates.next() {
            let tie = candidates.any(|other| mentions.found[other].entity != mentions.found[n].entity);
            // "X sued Y. The company …": most often the subject
            let subject = sentence < current && leads_sentence(view, &mentions.found[n], first) && before_verb(mentions, view, mentions.found[n].end - 1);
            return (!tie || subject).then_some(n);
        }
    }
    None
}

/// Whether a name begins as that of an office does: "Office of the Spokesperson", "Department for Work".
fn opens_with_office(view: &View<'_>, found: &Found) -> bool {
    matches!(view.document.tokens[found.first as usize].text(view.text), "Bureau" | "Department" | "Ministry" | "Office")
}

/// Whether "prime" stands before token `i`.
fn is_prime(view: &View<'_>, i: u32) -> bool {
    i.checked_sub(1).is_some_and(|k| view.document.tokens[k as usize].text(view.text).eq_ignore_ascii_case("prime"))
}

/// Whether "vice" stands before token `i`.
fn is_vice(view: &View<'_>, i: u32) -> bool {
    i.checked_sub(1).is_some_and(|k| view.document.tokens[k as usize].text(view.text).eq_ignore_ascii_case("vice"))
}

/// Whom the anaphor at token `i` can stand for, a pronoun or a noun behind "the", whatever its sentence says.
pub(crate) fn referent(mentions: &Mentions, view: &View<'_>, i: u32) -> Option<EntityRef> {
    let text = view.document.tokens[i as usize].text(view.text);
    let mention = antecedent(mentions, view, i, text).or_else(|| definite_antecedent(mentions, view, i, text))?;
    Some(mentions.found[mention].entity)
}

/// Whether the name of what is mentioned has this word, with a capital.
fn is_called(mentions: &Mentions, view: &View<'_>, found: &Found, noun: &str) -> bool {
    let name = match found.entity {
        EntityRef::Listed(id) => view.gazetteer.names.entity(id).name.as_ref(),
        EntityRef::Document(_) => mentions.span(view, found).of(view.text),
    };
    // "Homeland Security Secretary X … the department": hers may be another
    let office = view.document.tokens.get(found.end as usize).is_some_and(|_| mentions.has(found.end, flag::TITLE | flag::TITLE_END));
    !office && name.split(' ').any(|word| word.starts_with(|first: char| first.is_uppercase()) && word.eq_ignore_ascii_case(noun))
}

pub(super) fn is_country(view: &View<'_>, found: &Found) -> bool {
    matches!(found.entity, EntityRef::Listed(id) if view.gazetteer.names.entity(id).kind == EntityKind::Country)
}

/// "Moscow and its allies", unlike "in Moscow", "the Vienna talks", "WASHINGTON —": whether the name of a seat stands where its government does something or has it done.
fn is_government(mentions: &Mentions, view: &View<'_>, found: &Found) -> bool {
    let token = |k: u32| view.document.tokens.get(k as usize);
    let article = |token: &Token| token.text(view.text).eq_ignore_ascii_case("the");
    let first = found.first.checked_sub(1).filter(|&k| token(k).is_some_and(article)).unwrap_or(found.first);
    let before = first.checked_sub(1).and_then(token);
    let located = before.is_none_or(|token| token.kind == TokenKind::Hyphen || matches!(token.text(view.text), "around" | "at" | "from" | "in" | "near" | "outside" | "to"));
    let line = token(found.first).is_some_and(|token| token.has(LINE_START));
    let names = |token: &Token| token.kind == TokenKind::Hyphen || matches!(view.gazetteer.words.get(mentions.word(found.end)).classes.likeliest, Tag::Noun | Tag::Plural);
    !located && !line && !token(found.end).is_some_and(names)
}

/// Whether a mention stands at the head of the sentence that begins at token `first`, as its subject does: not "with X", not "X's".
fn leads_sentence(view: &View<'_>, found: &Found, first: u32) -> bool {
    let tokens = &view.document.tokens;
    let behind =
        |k: u32| matches!(tokens[k as usize].text(view.text), "of" | "with" | "by" | "for" | "to" | "from" | "in" | "on" | "at" | "like" | "unlike" | "Unlike" | "about" | "that");
    !view.owns(found.end) && found.first - first <= 8 && !(first..found.first).any(behind)
}

/// Whether a mention is a subject by what stands beside it: a verb behind it, no preposition before it; not "a NATO plan", not "talks with X".
fn is_subject(mentions: &Mentions, view: &View<'_>, found: &Found, first: u32) -> bool {
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    let article = u32::from(found.first > first && matches!(text(found.first - 1), "the" | "The"));
    let before = (found.first - article).checked_sub(1).filter(|&k| k >= first).map_or("", text);
    let led = matches!(before, "of" | "with" | "by" | "for" | "to" | "from" | "in" | "on" | "at" | "like" | "unlike" | "against" | "about" | "between" | "into" | "over");
    !led && before_verb(mentions, view, found.end - 1)
}

/// "support X as it fights", "X's promise that it will go": what the clause of the pronoun at `i` is joined to.
fn is_taken_up(view: &View<'_>, found: &Found, i: u32) -> bool {
    let joint = i.checked_sub(1).map_or("", |k| view.document.tokens[k as usize].text(view.text));
    match joint {
        "as" | "after" | "before" | "because" | "if" | "once" | "until" | "when" | "where" | "while" => found.end + 1 == i,
        "that" => view.owns(found.end),
        _ => false,
    }
}

/// Whether a verb of saying stands right behind the mention that ends at `end`, and the token `i` in what is said.
fn tells(mentions: &Mentions, view: &View<'_>, end: u32, i: u32) -> bool {
    let words = &view.gazetteer.words;
    let word = words.get(mentions.word(end));
    i > end + 2 && words.get(word.verb).has(flag::REPORTS)
}

/// "X went to court after police blocked him": whether the object at token `i` stands in a clause that has a subject of its own, joined to that of what ends at `end`.
fn is_told_of(mentions: &Mentions, view: &View<'_>, end: u32, i: u32) -> bool {
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    let joins = |k: &u32| matches!(text(*k), "after" | "although" | "as" | "because" | "before" | "if" | "once" | "since" | "though" | "until" | "when" | "while");
    let Some(joint) = (end.max(i.saturating_sub(NEAR))..i).rev().find(joins) else { return false };
    let words = &view.gazetteer.words;
    let somebody = |k: u32| mentions.at[k as usize] != 0 || words.get(mentions.word(k)).has(flag::AGENT);
    let verb = |k: u32| matches!(words.get(mentions.word(k)).classes.likeliest, Tag::Past | Tag::Participle | Tag::VerbS | Tag::Have | Tag::Modal | Tag::Be);
    // the subject, then its verb, then the pronoun
    let subject = (joint + 1..i).find(|&k| somebody(k));
    subject.is_some_and(|k| k <= joint + 4 && (k + 1..i).any(verb)) && !(joint + 1..i).any(|k| matches!(text(k), "he" | "she" | "," | "and" | "who" | "which"))
}

/// "Image caption Ann Lee at home": whether a sentence stands under a picture, so that nothing else goes on from it.
pub(super) fn is_caption(view: &View<'_>, first: u32, end: u32) -> bool {
    let text = |k: u32| if k < end { view.document.tokens[k as usize].text(view.text) } else { "" };
    // "Media playback is unsupported on your device Media caption"
    (first..first + 10).any(|k| text(k + 1) == "caption" && matches!(text(k), "Image" | "Media" | "Photo" | "Video"))
}

/// "(AP) —", "REUTERS/Ann Lee", "By Ann Lee": who reports is not who is spoken of.
pub(super) fn is_credit(view: &View<'_>, found: &Found) -> bool {
    let before = found.first.checked_sub(1).map(|k| view.document.tokens[k as usize]);
    let closed = view.document.tokens.get(found.end as usize).is_some_and(|next| next.kind == TokenKind::Close);
    let by = |token: Token| token.text(view.text).eq_ignore_ascii_case("by") && token.has(LINE_START);
    // "LARRY KING: X told Y that he …"
    let label = || {
        view.document.tokens.get(found.end as usize).is_some_and(|next| next.kind == TokenKind::Colon)
            && view.document.sentences[view.document.sentence_of(found.first)].0 == found.first
    };
    if label() {
        return true;
    }
    before.is_some_and(|token| (token.kind == TokenKind::Open && closed) || token.text(view.text) == "/" || by(token))
}

/// What is called by the name of a person whom it is not.
pub(super) fn is_staff(noun: &str) -> bool {
    matches!(noun, "administration" | "campaign" | "presidency" | "government" | "team" | "camp" | "era" | "cabinet" | "dossier")
}

/// "“X is a fool,” he said": whether what ends at `end` is said by others than who speaks at token `i`, between quotation marks.
fn is_quoted_away(view: &View<'_>, end: u32, i: u32) -> bool {
    view.document.tokens[end as usize..i as usize].iter().filter(|token| token.kind == TokenKind::Quote).count() % 2 == 1
}

/// Where the main clause of a sentence begins: behind the first comma, where the sentence opens with a subordinate clause.
fn main_clause(view: &View<'_>, first: u32, end: u32) -> u32 {
    let tokens = &view.document.tokens;
    let opens = matches!(tokens[first as usize].text(view.text), "After" | "Although" | "As" | "Because" | "Before" | "Since" | "Though" | "When" | "While");
    let comma = (first..end.min(first + 30)).find(|&k| opens && tokens[k as usize].kind == TokenKind::Comma);
    comma.map_or(first, |comma| comma + 1)
}

/// Whether the pronoun at `i` begins an indirect question: "asked X whether he", "asked X what he", where either may be meant.
fn is_asked(view: &View<'_>, i: u32) -> bool {
    i > 0 && matches!(view.document.tokens[i as usize - 1].text(view.text), "whether" | "if" | "what" | "why")
}

/// Who holds an office in the document, so that "the president" is he: of those whom it calls so, "President X", or of whom a list
/// says so, the one, or the one whom it names three times as often as any other.
pub(super) fn holders(mentions: &mut Mentions, view: &View<'_>) {
    mentions.holders.clear();
    let mut times: IntMap<u64, u32> = IntMap::default();
    // with whether it is "President X", who comes before one who is known to have been president
    let mut called: Vec<(&'static str, EntityRef, bool)> = Vec::new();
    for found in mentions.found.iter().filter(|found| found.kind == MentionKind::Person) {
        let known = times.entry(found.entity.number()).or_default();
        *known += 1;
        let listed = if *known == 1 { leads(view, found.entity).or_else(|| reigns(view, found.entity)) } else { None };
        let titled = office_before(view, found.first).map(|office| (office, found.entity, true));
        for one in titled.into_iter().chain(listed.map(|office| (office, found.entity, false))) {
            if called.len() < 32 && !called.contains(&one) {
                called.push(one);
            }
        }
    }
    for office in OFFICES {
        let count = |entity: EntityRef| times.get(&entity.number()).copied().unwrap_or(0);
        let all = || called.iter().filter(|one| one.0 == office).map(|&(_, entity, titled)| (entity, titled));
        let best = |only_titled: bool| all().filter(|one| one.1 || !only_titled).map(|one| one.0).max_by_key(|&entity| count(entity));
        let clear = |entity: EntityRef, only_titled: bool| {
            let rival = |(other, titled): (EntityRef, bool)| if titled || !only_titled { count(other) * 3 } else { count(other) };
            all().filter(|one| one.0 != entity).all(|one| rival(one) <= count(entity))
        };
        let holder = best(true).filter(|&entity| clear(entity, true)).or_else(|| best(false).filter(|&entity| clear(entity, false)));
        mentions.holders.extend(holder.map(|entity| (office, entity)));
    }
}

/// Offices that one person of a document holds.
const OFFICES: [&str; 9] = ["president", "minister", "chancellor", "premier", "pope", "king", "queen", "governor", "senator"];

fn office(text: &str) -> Option<&'static str> {
    OFFICES.into_iter().find(|office| office.eq_ignore_ascii_case(text))
}

/// So many mentions back the person may stand whom an office and its country mean.
const RECENT: usize = 40;

/// Who holds the office of this title, in lower case, for a country or body, of those who are mentioned before token `i`: the one person who does.
pub(crate) fn officer_of(mentions: &Mentions, view: &View<'_>, i: u32, body: &Entity, title: &str) -> Option<usize> {
    let before = mentions.found.partition_point(|found| found.first < i);
    let holds = |found: &Found| {
        let EntityRef::Listed(id) = found.entity else { return false };
        let person = view.gazetteer.names.entity(id);
        let country = person.country.as_deref() == Some(body.id.as_ref());
        let of = |office: &Office| office.of.as_deref().map_or(country, |of| of == body.name || of == body.id);
        // "the Senate minority leader" is one of his country
        let whole = || format!("{} {title}", body.name.split(',').next().unwrap_or(&body.name));
        let holds = |office: &Office| of(office) && office.is_called(title) || title.contains(' ') && office.title.eq_ignore_ascii_case(&whole());
        found.kind == MentionKind::Person && person.offices.iter().any(holds)
    };
    let mut holders = (0..before).rev().take(RECENT).filter(|&n| holds(&mentions.found[n]));
    let last = holders.next()?;
    (!holders.any(|other| mentions.found[other].entity != mentions.found[last].entity)).then_some(last)
}

/// The last mention before token `i` of the listed entity of this identifier, among the recent ones.
pub(crate) fn last_of(mentions: &Mentions, view: &View<'_>, i: u32, id: &str) -> Option<usize> {
    let before = mentions.found.partition_point(|found| found.first < i);
    let names = |found: &Found| matches!(found.entity, EntityRef::Listed(entity) if view.gazetteer.names.entity(entity).id == id);
    (0..before).rev().take(RECENT).find(|&n| names(&mentions.found[n]))
}

/// The office at the head of a state that a listed person holds or held.
pub(super) fn leads(view: &View<'_>, entity: EntityRef) -> Option<&'static str> {
    let EntityRef::Listed(id) = entity else { return None };
    view.gazetteer.names.entity(id).offices.iter().find_map(|held| match held.title.as_ref() {
        "President" => Some("president"),
        "Prime Minister" => Some("minister"),
        "Chancellor" => Some("chancellor"),
        _ => None,
    })
}

/// What a listed person who reigns is called: "the king".
fn reigns(view: &View<'_>, entity: EntityRef) -> Option<&'static str> {
    let EntityRef::Listed(id) = entity else { return None };
    view.gazetteer.names.entity(id).offices.iter().find_map(|held| ["king", "pope", "queen"].into_iter().find(|office| held.title.eq_ignore_ascii_case(office)))
}

/// Whether the name at token `i`, of a president, stands behind his office as he holds it: not "President Bill Clinton" in a text of 2015.
pub(super) fn leads_now(view: &View<'_>, i: u32, entity: EntityRef) -> bool {
    let EntityRef::Listed(id) = entity else { return false };
    let year = view.date.map(|date| date.year());
    let holds = |office: &Office| &*office.title == "President" && year.is_none_or(|year| office.held_in(year));
    office_before(view, i) == Some("president") && view.gazetteer.names.entity(id).offices.iter().any(holds)
}

/// The office right before the name at token `i`, if it is one that the person holds: not "former President X".
fn office_before(view: &View<'_>, i: u32) -> Option<&'static str> {
    let text = |back: u32| i.checked_sub(back).map_or("", |k| view.document.tokens[k as usize].text(view.text));
    let office = match text(1) {
        "Sen." => "senator",
        "Gov." => "governor",
        "Minister" if text(2) != "Prime" => return None,
        title => office(title)?,
    };
    let before = if office == "minister" { text(3) } else { text(2) };
    (!["former", "ex", "then", "late", "vice", "deputy"].iter().any(|other| before.eq_ignore_ascii_case(other))).then_some(office)
}

/// Whether a verb follows the token `i`, an adverb aside: then it is a subject.
fn before_verb(mentions: &Mentions, view: &View<'_>, i: u32) -> bool {
    let tag = |k: u32| mentions.known.get(k as usize).map_or(Tag::None, |known| view.gazetteer.words.get(known.id).classes.likeliest);
    // "X never praised Y"
    let next = if matches!(tag(i + 1), Tag::Adverb | Tag::Not) { tag(i + 2) } else { tag(i + 1) };
    matches!(next, Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Past | Tag::Participle | Tag::Verb | Tag::VerbS)
}

/// Where the first of the possessives stands that "and" joins to the one at token `i` in the sentence from `first` on.
fn first_of_chain(view: &View<'_>, first: u32, i: u32, text: &str) -> u32 {
    let token = |k: u32| view.document.tokens[k as usize].text(view.text);
    if i <= first || token(i - 1) != "and" {
        return i;
    }
    (first..i).find(|&k| token(k) == text).unwrap_or(i)
}

/// Whether "where" or "in which" stands before token `i`.
fn after_where(view: &View<'_>, i: u32) -> bool {
    let text = |back: u32| i.checked_sub(back).map_or("", |k| view.document.tokens[k as usize].text(view.text));
    text(1) == "where" || (text(1), text(2)) == ("which", "in")
}

/// What a definite noun can stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Company,
    Bank,
    Group,
    Armed,
    Party,
    Agency,
    Bloc,
    /// A newspaper or broadcaster.
    Medium,
    /// A sports club.
    Club,
    Charity,
    Country,
    /// A union, by a word of its name: "the Teamsters".
    Union,
    /// What has the word in its name: "the Federal Bureau of Investigation … the bureau".
    Named,
    /// Who holds that office.
    Holder,
}

impl Sort {
    fn of(noun: &str) -> Option<Sort> {
        Some(match noun {
            "company" | "conglomerate" | "firm" | "manufacturer" | "airline" | "retailer" => Sort::Company,
            "automaker" | "carmaker" | "chipmaker" | "drugmaker" | "insurer" | "planemaker" | "bookmaker" | "startup" | "steelmaker" => Sort::Company,
            "bank" | "lender" => Sort::Bank,
            "group" | "organization" | "organisation" | "movement" => Sort::Group,
            "militants" | "rebels" => Sort::Armed,
            "party" => Sort::Party,
            "agency" | "Agency" | "regulator" | "watchdog" => Sort::Agency,
            "alliance" | "Alliance" | "bloc" => Sort::Bloc,
            "broadcaster" | "magazine" | "newspaper" => Sort::Medium,
            "club" => Sort::Club,
            "charity" => Sort::Charity,
            "country" | "nation" | "kingdom" | "republic" => Sort::Country,
            "association" | "authority" | "bureau" | "commission" | "committee" | "council" | "court" | "department" | "federation" | "foundation" | "fund" | "institute"
            | "ministry" | "tribunal" | "university" => Sort::Named,
            "union" => Sort::Union,
            "Assembly" | "Association" | "Authority" | "Bureau" | "Commission" | "Committee" | "Council" | "Court" | "Department" | "Foundation" | "Fund" | "Institute"
            | "Ministry" | "Tribunal" => Sort::Named,
            _ if office(noun).is_some() => Sort::Holder,
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Male,
    Female,
    Thing,
}

impl Wanted {
    fn of(pronoun: &str) -> Option<Wanted> {
        Some(match pronoun {
            "he" | "him" | "his" | "He" | "His" => Wanted::Male,
            "she" | "her" | "She" | "Her" => Wanted::Female,
            "it" | "its" | "It" | "Its" => Wanted::Thing,
            _ => return None,
        })
    }

    /// Whether the sentence whose first token is `first` begins with such a pronoun as its subject, before token `i`; of what is quoted others speak.
    fn begins(self, view: &View<'_>, first: u32, i: u32) -> bool {
        if view.document.tokens[first as usize].kind == TokenKind::Quote {
            return false;
        }
        let mut opening = (first..i).take(3).map(|k| view.document.tokens[k as usize].text(view.text));
        match self {
            Wanted::Male => opening.any(|text| matches!(text, "He" | "he")),
            Wanted::Female => opening.any(|text| matches!(text, "She" | "she")),
            Wanted::Thing => opening.any(|text| matches!(text, "It" | "it" | "Its" | "its")),
        }
    }

    /// Whether such a pronoun stands as a subject among the last of the tokens `first..end`, not in what others than the one behind them say.
    fn acts(self, view: &View<'_>, first: u32, end: u32) -> bool {
        let subjects = match self {
            Wanted::Male => ["He", "he"],
            Wanted::Female => ["She", "she"],
            Wanted::Thing => return false,
        };
        let mut quoted = false;
        // so far back that a sentence without end costs no more than another
        view.document.tokens[first as usize..end as usize].iter().rev().take(100).any(|token| {
            quoted ^= token.kind == TokenKind::Quote;
            !quoted && subjects.contains(&token.text(view.text))
        })
    }

    fn fits(self, mentions: &Mentions, view: &View<'_>, found: &Found) -> bool {
        if self == Wanted::Thing {
            // "the first U.S. city to shut its schools": not those of the country
            let sort = view.document.tokens.get(found.end as usize).map_or("", |next| next.text(view.text));
            let describes = matches!(sort, "city" | "county" | "province" | "state" | "town");
            let state = found.kind == MentionKind::Place && is_country(view, found) && is_government(mentions, view, found);
            return (state || matches!(found.kind, MentionKind::Organization | MentionKind::Country)) && !describes;
        }
        // "the Obama administration" is no man
        if view.document.tokens.get(found.end as usize).is_some_and(|next| is_staff(next.text(view.text))) {
            return false;
        }
        // "The Obama aide, Ann Lee, denied that she"
        let aide = mentions.known.get(found.end as usize).map(|known| view.gazetteer.words.get(known.id));
        if aide.is_some_and(|aide| aide.classes.likeliest == Tag::Noun && aide.has(flag::RELATION)) {
            return false;
        }
        found.kind == MentionKind::Person && mentions.female(view, found.entity) != Some(self == Wanted::Male)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::ANAPHORS;

    #[test]
    fn every_anaphor_stands_for_something() {
        for word in ANAPHORS {
            assert!(Wanted::of(word).is_some() || Sort::of(word).is_some() || titled::is_title(word), "{word}");
        }
    }
}
