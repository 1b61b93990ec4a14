//! Floor 3: tokens to mentions, each resolved to an entity and saying how it was found.

mod acronyms;
mod bodies;
mod coreference;
mod introduced;
mod listed;
mod names;
mod offices;
mod quotes;
mod several;
mod shapes;
mod surnames;
mod titled;
mod turns;

pub(crate) use coreference::{antecedent, antecedent_apart_from, definite_antecedent, is_clear_of_things, last_of, officer_of, referent};
pub(crate) use quotes::{is_quoted, opens_quotation, quoted};
pub(crate) use several::{several, FRONT};
pub(crate) use titled::{is_of_state, is_title};
pub(crate) use turns::{first_person, is_one, is_state, speaks};

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::gazetteer::{flag, key, Alias, Entity, EntityId, EntityKind, Gazetteer, IntMap, Known, Namesakes, WordId};
use crate::span::Span;
use crate::text::{Document, Token, TokenKind, CAPITAL, UPPER};

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MentionKind {
    /// A person.
    Person,
    /// A body, party, armed group, company, medium …
    Organization,
    /// A state or territory.
    Country,
    /// A bloc, region, city, sea or area.
    Place,
    /// An adjective or a people: `Chinese`, `Israelis`, `Kurds`; its entity is the country or the community.
    Nationality,
    /// An unnamed actor: `police`, `rebels`.
    Role,
}

/// How a mention was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FoundBy {
    /// It stands in a gazetteer.
    Gazetteer,
    /// A title stands before it: `Senator Smith`.
    Title,
    /// A given name begins it.
    GivenName,
    /// It has the form of a name: `Ministry of Trade`, `Lissa River`, `Ha Jun-seo`.
    Shape,
    /// A capitalised word that no list knows, in front of a verb of saying.
    Speaker,
    /// The surname of someone whose full name stands elsewhere in the document.
    Surname,
    /// The surname of someone in a gazetteer.
    ListedSurname,
    /// The office that someone in a gazetteer held on the day of writing: `the French president`.
    Office,
    /// An acronym that the document explains: `Rural Growth Fund (RGF)`.
    Acronym,
    /// A pronoun or a phrase such as `the company`, resolved to a mention before it.
    Pronoun,
    /// A common noun for an actor.
    Role,
}

/// The entity of a mention: one of a gazetteer, or one that only this document names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum EntityRef {
    Listed(EntityId),
    /// The number of the document's own name.
    Document(u32),
}

impl EntityRef {
    /// The number of the entity in the gazetteer, if it has one there.
    fn listed(self) -> Option<EntityId> {
        match self {
            EntityRef::Listed(id) => Some(id),
            EntityRef::Document(_) => None,
        }
    }

    /// The entity in the gazetteer, if it has one there.
    pub fn entity(self, gazetteer: &Gazetteer) -> Option<&Entity> {
        self.listed().map(|id| gazetteer.names.entity(id))
    }

    /// What the list says of what it is: `company`, `city` …
    pub fn detail<'a>(self, view: &View<'a>) -> Option<&'a str> {
        self.entity(view.gazetteer)?.detail.as_deref()
    }

    /// A number that no other entity has.
    fn number(self) -> u64 {
        match self {
            EntityRef::Listed(id) => u64::from(id.0),
            EntityRef::Document(number) => u64::from(number) | 1 << 40,
        }
    }
}

/// A mention in terms of tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// First token, and the token after the last.
    pub first: u32,
    pub end: u32,
    pub kind: MentionKind,
    pub entity: EntityRef,
    pub by: FoundBy,
    /// Used as an adjective: `Chinese`.
    pub adjective: bool,
}

/// A name that no gazetteer holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnName {
    pub span: Span,
    pub female: Option<bool>,
}

/// What is known of a document after this floor. Buffers are reused.
#[derive(Default)]
pub(crate) struct Mentions {
    /// Sorted by first token; none overlap.
    pub found: Vec<Found>,
    pub own: Vec<OwnName>,
    /// The number of an own name by what tells its text from others.
    own_by_key: IntMap<u64, u32>,
    /// Per token the number of its mention plus one, or 0.
    pub at: Vec<u32>,
    /// Where a weak name of several entities stands, with its node in the names.
    ambiguous: Vec<(u32, u32)>,
    /// A listed name behind the country whose it is, which is to be found next: "Supreme Court" of "India's Supreme Court".
    owned: Option<(u32, u32, Alias)>,
    /// How many of `found` are in order; what is found behind them is not yet.
    in_order: usize,
    /// Capitalised words that nothing was found at, for a second look when the whole document is known.
    unnamed: Vec<Unnamed>,
    /// What tells the names of the countries that the document names from others; made when first asked for.
    countries: Option<IntMap<u64, ()>>,
    /// Offices with who holds them in this document: "the president".
    holders: Vec<(&'static str, EntityRef)>,
    /// Who speaks from which token on, in their order.
    turns: Vec<turns::Turn>,
    /// Whether a state declares something in a sentence.
    declared: bool,
    /// Per token its word.
    known: Vec<Known>,
}

/// A token in its sentence.
#[derive(Clone, Copy, Debug)]
struct Unnamed {
    token: u32,
    /// The bounds of the sentence.
    first: u32,
    end: u32,
    /// What tells its text from others.
    key: u64,
}

/// A document together with the lists: what every rule of this floor looks at.
pub(crate) struct View<'a> {
    pub gazetteer: &'a Gazetteer,
    pub text: &'a str,
    pub document: &'a Document,
    /// The day on which the text was written.
    pub date: Option<Date>,
}

impl View<'_> {
    /// Whether a possessive ending stands at token `end`, behind what ends there.
    pub fn owns(&self, end: u32) -> bool {
        self.document.tokens.get(end as usize).is_some_and(|next| next.kind == TokenKind::Possessive)
    }
}

impl Mentions {
    /// Finds all mentions of a document.
    pub fn find(&mut self, view: &View<'_>) {
        self.found.clear();
        self.own.clear();
        self.own_by_key.clear();
        self.at.clear();
        self.unnamed.clear();
        self.ambiguous.clear();
        self.countries = None;
        self.owned = None;
        self.at.resize(view.document.tokens.len(), 0);
        self.known.clear();
        view.gazetteer.words.look_up(view.text, &view.document.tokens, &mut self.known);
        for &(first, end) in &view.document.sentences {
            let capitals = is_capitals(view, first, end);
            let mut i = first;
            while i < end {
                let known = self.known[i as usize];
                if !known.has(flag::CAPITAL_WORD | flag::STARTS_NAME) {
                    i += 1;
                    continue;
                }
                let capital = known.has(flag::CAPITAL_WORD);
                // the first word of a sentence may have its capital from there
                let only_opens = i == first && known.has(flag::NOT_A_NAME) && !known.has(flag::STARTS_NAME);
                let found = if let Some((_, end, alias)) = self.owned.filter(|owned| owned.0 == i) {
                    Some(listed::found_by(i, end, &alias))
                } else if only_opens {
                    None
                } else if capital {
                    self.at_capital(view, i, first, end, capitals)
                } else if matches!(view.document.tokens[i as usize].kind, TokenKind::Word | TokenKind::Number) {
                    self.listed(view, i, first, end, capitals)
                } else {
                    None
                };
                match found {
                    Some(found) => {
                        i = found.end;
                        self.push(found);
                    }
                    None => {
                        if capital && !(i == first && known.has(flag::NOT_A_NAME)) {
                            self.unnamed.push(Unnamed { token: i, first, end, key: names::text_key(view, i) });
                        }
                        i += 1;
                    }
                }
            }
        }
        self.decide_by_country(view);
        surnames::second_pass(self, view);
        self.put_in_order();
        if let Some(date) = view.date {
            offices::holders(self, view, date);
        }
        coreference::holders(self, view);
        self.at.fill(0);
        for (number, found) in self.found.iter().enumerate() {
            self.at[found.first as usize..found.end as usize].fill(number as u32 + 1);
        }
        turns::find(self, view);
    }

    /// The numbers of the mentions that begin among the tokens `first..end`.
    fn within(&self, first: u32, end: u32) -> std::ops::Range<usize> {
        let before = |token: u32| self.found.partition_point(|found| found.first < token);
        before(first)..before(end)
    }

    pub fn push(&mut self, found: Found) {
        self.at[found.first as usize..found.end as usize].fill(1);
        self.found.push(found);
    }

    /// Puts all that is found so far in order, for [`Self::place_at`].
    fn put_in_order(&mut self) {
        self.found.sort_unstable_by_key(|found| found.first);
        self.in_order = self.found.len();
    }

    /// The city or other place, no country and no bloc, at token `i`, of what was last put in order.
    fn place_at(&self, view: &View<'_>, i: u32) -> Option<Found> {
        if *self.at.get(i as usize)? == 0 {
            return None;
        }
        let found = self.found[self.found[..self.in_order].partition_point(|found| found.first <= i).checked_sub(1)?];
        (found.end > i && found.kind == MentionKind::Place && found.entity.detail(view) != Some("bloc")).then_some(found)
    }

    /// Whether the tokens `first..end` can give a relation: a frame can be found by a word that no mention covers, and no line runs together.
    pub fn may_relate(&self, view: &View<'_>, first: u32, end: u32) -> bool {
        let range = first as usize..end as usize;
        let triggered = self.known[range.clone()].iter().zip(&self.at[range.clone()]).any(|(known, &at)| at == 0 && known.has(flag::TRIGGER));
        triggered && !self.known[range].iter().zip(first..).any(|(known, i)| !known.id.known() && self.runs_together(view, i))
    }

    /// Whether token `i` is two words without the line break that stood between them, as in "Donald TrumpRelated": such a line is no sentence.
    fn runs_together(&self, view: &View<'_>, i: u32) -> bool {
        let known = self.known[i as usize];
        if known.id.known() || !known.has(flag::CAPITAL_WORD) {
            return false;
        }
        let token = view.document.tokens[i as usize];
        token.end - token.start >= 6 && self.are_two(view, token)
    }

    fn are_two(&self, view: &View<'_>, token: Token) -> bool {
        let text = token.text(view.text);
        let inner = text.char_indices().skip(3).find(|(_, c)| c.is_uppercase()).map(|(at, _)| text.split_at(at));
        inner.is_some_and(|(left, right)| {
            left.ends_with(char::is_lowercase) && right.len() > 2 && view.gazetteer.words.find(left).known() && view.gazetteer.words.find(right).known()
        })
    }

    /// The word of token `i`.
    pub fn word(&self, i: u32) -> WordId {
        self.known[i as usize].id
    }

    /// Whether the word at `i` ends what a name can go on to: a word in lower case that stands in no name.
    fn ends_name(&self, view: &View<'_>, i: u32) -> bool {
        let token = view.document.tokens[i as usize];
        token.kind == TokenKind::Word && !token.has(CAPITAL) && !self.has(i, flag::PARTICLE)
    }

    /// What is known of the word of token `i`.
    #[inline]
    pub fn known(&self, i: u32) -> Known {
        self.known[i as usize]
    }

    /// Whether the word of token `i` has one of `flags`, of the lower 32.
    #[inline]
    pub fn has(&self, i: u32, flags: u64) -> bool {
        self.known[i as usize].has(flags)
    }

    /// The word of token `i` in lower case.
    pub fn lower(&self, view: &View<'_>, i: u32) -> WordId {
        let token = view.document.tokens[i as usize];
        let known = self.known[i as usize];
        match (token.has(CAPITAL), known.id.known()) {
            (false, _) => known.id,
            (true, true) => view.gazetteer.words.get(known.id).lower,
            (true, false) if known.has(flag::LOWER_KNOWN) => view.gazetteer.words.find_lower(token.text(view.text)),
            (true, false) => WordId::NONE,
        }
    }

    /// The longest of a listed name, a person's name by its form, an organization's name by its form.
    fn at_capital(&mut self, view: &View<'_>, i: u32, first: u32, end: u32, capitals: bool) -> Option<Found> {
        // most words begin no listed name
        let listed = if capitals || self.has(i, flag::STARTS_NAME) { self.listed(view, i, first, end, capitals) } else { None };
        if capitals {
            return listed;
        }
        // "The Standard & Poor's index" names no Standard
        let article = listed.is_some_and(|found| found.end < end) && view.document.tokens[i as usize].text(view.text) == "The";
        if article && self.listed(view, i + 1, first, end, false).zip(listed).is_some_and(|(longer, found)| longer.end > found.end) {
            return None;
        }
        let listed = listed.or_else(|| self.dateline(view, i, first, end)).map(|found| self.with_country(view, found, first, end));
        let league = listed.and_then(|people| shapes::league(self, view, people, end));
        let shaped = league.or_else(|| shapes::shaped(self, view, i, first, end)).or_else(|| if listed.is_none() { shapes::placed(self, view, i, first, end) } else { None });
        let shaped = shaped.map(|found| (found, None)).or_else(|| names::person(self, view, i, first, end));
        match (listed, shaped) {
            // "Photos: Ann Lee Lee speaks": the heading and the caption below it
            (Some(listed), Some(shaped)) if shaped.0.end == listed.end + 1 && listed.end > i + 1 && self.word(listed.end) == self.word(listed.end - 1) => Some(listed),
            // "Hong Kong Book Fair"
            (Some(listed), Some(shaped)) if shaped.0.kind == MentionKind::Person && listed.end > i + 1 && matches!(listed.kind, MentionKind::Country | MentionKind::Place) => {
                Some(listed)
            }
            (Some(listed), Some(shaped)) if shaped.0.end > listed.end => Some(self.own_name(view, shaped)),
            (Some(listed), _) => Some(listed),
            (None, shaped) => shaped.map(|shaped| self.own_name(view, shaped)),
        }
    }

    /// Of the people with one surname those whose country the document names, where it names that of any.
    fn of_named_country(&mut self, view: &View<'_>, surname: WordId) -> Option<Vec<EntityId>> {
        let names = &view.gazetteer.names;
        let people = names.namesakes(surname)?.people();
        if people.len() < 2 {
            return None;
        }
        Some(people.iter().copied().filter(|&id| self.names_country_of(view, id)).collect()).filter(|named: &Vec<EntityId>| !named.is_empty())
    }

    /// Whether the document names the country of a listed person.
    fn names_country_of(&mut self, view: &View<'_>, person: EntityId) -> bool {
        let countries = self.countries.take().unwrap_or_else(|| self.named_countries(view));
        let named = view.gazetteer.names.entity(person).country.as_deref().is_some_and(|country| countries.contains_key(&key(country.as_bytes())));
        self.countries = Some(countries);
        named
    }

    /// What tells the names of the countries that the document names from others: by itself, by who governs it or by its bodies
    /// ("Obama", "the FBI"); not by its companies and papers, which are everywhere.
    fn named_countries(&self, view: &View<'_>) -> IntMap<u64, ()> {
        let names = &view.gazetteer.names;
        let country = |id: EntityId| {
            let entity = names.entity(id);
            let own = match entity.kind {
                EntityKind::Country => return Some(&*entity.id),
                EntityKind::Organization => matches!(entity.detail.as_deref(), Some("government" | "party")),
                EntityKind::Person => names.governs(id),
                _ => false,
            };
            entity.country.as_deref().filter(|_| own)
        };
        let listed = self.found.iter().filter_map(|found| found.entity.listed());
        // a surname of people of one country, who led it
        let is_surname = |&&Unnamed { token, first, end, .. }: &&Unnamed| {
            self.has(token, flag::SURNAME) && (!self.has(token, flag::LOWER_KNOWN) || surnames::acts(self, view, token, first, end))
        };
        let people = self.unnamed.iter().filter(is_surname).filter_map(|unnamed| names.namesakes(self.word(unnamed.token))).filter(|people| people.leads_state);
        let home = |id: EntityId| names.entity(id).country.as_deref();
        let of_one = people.map(Namesakes::people).filter(|people| people.iter().all(|&id| home(id) == home(people[0])));
        listed.chain(of_one.map(|people| people[0])).filter_map(country).map(|country| (key(country.as_bytes()), ())).collect()
    }

    /// Gives a name that stands in no list its own entity, shared by all its full repetitions.
    pub fn own_name(&mut self, view: &View<'_>, (mut found, female): (Found, Option<bool>)) -> Found {
        if let EntityRef::Document(_) = found.entity {
            let span = self.span(view, &found);
            let text = span.of(view.text);
            let number = *self.own_by_key.entry(key(text.as_bytes())).or_insert(self.own.len() as u32);
            if number as usize == self.own.len() {
                self.own.push(OwnName { span, female });
            }
            found.entity = EntityRef::Document(number);
        }
        found
    }

    /// Whether a person is a woman, where that is known.
    pub fn female(&self, view: &View<'_>, entity: EntityRef) -> Option<bool> {
        match entity {
            EntityRef::Listed(id) => view.gazetteer.names.entity(id).female,
            EntityRef::Document(own) => self.own[own as usize].female,
        }
    }

    pub fn span(&self, view: &View<'_>, found: &Found) -> Span {
        let tokens = &view.document.tokens;
        tokens[found.first as usize].span().cover(tokens[found.end as usize - 1].span())
    }
}

/// Whether a sentence is a line of capitals, in which capitals say nothing.
fn is_capitals(view: &View<'_>, first: u32, end: u32) -> bool {
    let words = view.document.tokens[first as usize..end as usize].iter().filter(|t| t.kind == TokenKind::Word);
    let (mut upper, mut all) = (0, 0);
    for word in words {
        if !word.has(CAPITAL) {
            return false;
        }
        all += 1;
        upper += u32::from(word.has(UPPER) || word.end - word.start == 1);
    }
    all >= 3 && upper * 10 >= all * 9
}
