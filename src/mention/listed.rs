//! Names that a gazetteer holds: the longest from a token on, and the words around that decide between several.

use super::names::{hyphenated, is_junior, text_key};
use super::surnames::acts;
use super::{EntityRef, Found, FoundBy, MentionKind, Mentions, Unnamed, View};
use crate::gazetteer::{flag, key, Alias, AliasKind, EntityId, EntityKind, IntMap, Tag, WordId};
use crate::text::{TokenKind, CAPITAL, UPPER};

impl Mentions {
    /// A place in capitals, as it stands in front of a report: `NAIROBI, Kenya —`.
    pub(super) fn dateline(&mut self, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
        let token = view.document.tokens[i as usize];
        if i > first + 2 || !token.has(UPPER) || token.end - token.start < 4 {
            return None;
        }
        let place = |found: &Found| matches!(found.kind, MentionKind::Place | MentionKind::Country) && view.document.tokens[found.end as usize - 1].has(UPPER);
        self.listed(view, i, first, end, true).filter(place)
    }

    /// "the National Assembly" is that of the country that the document names most; where it names none of them, it is none of them.
    /// A weak acronym or ordinary word of which it names no country ("the House") is as one that no list holds.
    pub(super) fn decide_by_country(&mut self, view: &View<'_>) {
        // a name that was looked at twice stands twice here, and not in the order of the text
        let mut ambiguous = std::mem::take(&mut self.ambiguous);
        ambiguous.sort_unstable();
        ambiguous.dedup();
        let mut decided: IntMap<u32, Option<EntityId>> = IntMap::default();
        let mut named = None;
        let mut unknown = Vec::new();
        for &(first, node) in &ambiguous {
            let Ok(number) = self.found.binary_search_by_key(&first, |found| found.first) else { continue };
            let mut found = self.found[number];
            let EntityRef::Listed(chosen) = found.entity else { continue };
            let kind = view.gazetteer.names.entity(chosen).kind;
            // "the Islamic Republic", "the Dominican government"
            let land = kind == EntityKind::Country
                && matches!(found.kind, MentionKind::Country | MentionKind::Nationality)
                && view.gazetteer.names.ends(node).iter().all(|alias| alias.weak && alias.sort == kind);
            if land {
                if let Some(country) = most_named(view, named.get_or_insert_with(|| self.countries_by_times(view, &ambiguous)), node, kind) {
                    self.found[number].entity = EntityRef::Listed(country);
                }
                continue;
            }
            // "King Abdullah" is him of the country right before, else of the one that the document names most
            if kind == EntityKind::Person && found.kind == MentionKind::Person {
                let beside = number.checked_sub(1).map(|k| self.found[k]).filter(|before| before.end + u32::from(view.owns(before.end)) == first);
                let beside = beside.and_then(|before| of_country(view, before.entity, node));
                if let Some(person) = beside.or_else(|| most_named(view, named.get_or_insert_with(|| self.countries_by_times(view, &ambiguous)), node, kind)) {
                    self.found[number].entity = EntityRef::Listed(person);
                }
                continue;
            }
            if kind != EntityKind::Organization {
                // "Brussels warned": Belgium only where the document names it, and not the Union
                if let Some(body) = body_seated(view, node).filter(|_| !is_located(view, first)) {
                    let state = key(view.gazetteer.names.entity(chosen).id.as_bytes());
                    if self.names_body(view, body) || !named.get_or_insert_with(|| self.countries_by_times(view, &ambiguous)).contains_key(&state) {
                        self.found[number].entity = EntityRef::Listed(body);
                    }
                }
                continue;
            }
            let entity = *decided.entry(node).or_insert_with(|| most_named(view, named.get_or_insert_with(|| self.countries_by_times(view, &ambiguous)), node, kind));
            let alone = found.end == first + 1;
            // "talks with the Greens": those of some country
            let party = || view.gazetteer.names.entity(chosen).detail.as_deref() == Some("party");
            let ordinary = || found.kind == MentionKind::Organization && self.has(first, flag::LOWER_KNOWN) && is_domestic(view, chosen) && !party();
            if entity.is_none() && alone && (is_short_capitals(view, first) || ordinary()) {
                unknown.push(first);
                continue;
            }
            found.entity = entity.map_or(EntityRef::Document(0), EntityRef::Listed);
            self.found[number] = self.own_name(view, (found, None));
        }
        self.found.retain(|found| unknown.binary_search(&found.first).is_err());
        for token in unknown {
            let (first, end) = view.document.sentences[view.document.sentence_of(token)];
            self.at[token as usize] = 0;
            self.unnamed.push(Unnamed { token, first, end, key: text_key(view, token) });
        }
        self.unnamed.sort_unstable_by_key(|unnamed| unnamed.token);
    }

    /// Whether the document names a body, or one of its own: the European Commission of the European Union.
    fn names_body(&self, view: &View<'_>, body: EntityId) -> bool {
        let names = &view.gazetteer.names;
        let first = |id: EntityId| names.entity(id).name.split(' ').next();
        let own = |id: EntityId| id == body || names.entity(id).kind == EntityKind::Organization && first(id) == first(body);
        self.found.iter().any(|found| matches!(found.entity, EntityRef::Listed(id) if own(id)))
    }

    /// How often the document names each country, or a person, place or body of it; by what tells the country's identifier from others.
    fn countries_by_times(&self, view: &View<'_>, ambiguous: &[(u32, u32)]) -> IntMap<u64, u32> {
        let mut times: IntMap<u64, u32> = IntMap::default();
        for found in &self.found {
            let EntityRef::Listed(id) = found.entity else { continue };
            let entity = view.gazetteer.names.entity(id);
            let unsure = || ambiguous.binary_search_by_key(&found.first, |&(first, _)| first).is_ok();
            let itself = Some(&entity.id).filter(|_| entity.kind == EntityKind::Country && !unsure());
            // "the FBI", "the Democrats", but not a company or a paper, which are everywhere
            let everywhere = entity.kind == EntityKind::Organization && !matches!(entity.detail.as_deref(), Some("government" | "party"));
            let of = entity.country.as_ref().filter(|_| !everywhere && !unsure());
            for country in itself.into_iter().chain(of) {
                *times.entry(key(country.as_bytes())).or_default() += 1;
            }
        }
        times
    }

    /// The longest listed name that begins at token `i`.
    pub(super) fn listed(&mut self, view: &View<'_>, i: u32, first: u32, end: u32, capitals: bool) -> Option<Found> {
        let names = &view.gazetteer.names;
        if self.has(i, flag::DIRECTION) {
            if let Some(half) = self.half_name(view, i, end) {
                return Some(half);
            }
        }
        // in a line of capitals the token's own word does not tell
        let goes_on = |at: u32| at < end && (capitals || self.has(at, flag::INSIDE_NAME));
        if !capitals && !self.has(i, flag::IS_NAME) && !goes_on(i + 1) {
            return None;
        }
        let mut node = 0;
        let mut best: Option<(u32, Alias, u32)> = None;
        // "India's Supreme Court": the country, where its possessive ending is part of a longer name
        let mut owner = None;
        let mut at = i;
        while at == i || (at < i + 16 && goes_on(at)) {
            let word = self.word_or_title(view, at, capitals);
            if !word.known() {
                break;
            }
            let next = if at == i { Some(view.gazetteer.words.get(word).root).filter(|&root| root != 0) } else { names.step(node, word) };
            let Some(next) = next else { break };
            if view.document.tokens[at as usize].kind == TokenKind::Possessive {
                owner = owner.or(best.filter(|(end, alias, _)| *end == at && alias.sort == EntityKind::Country));
            }
            node = next;
            at += 1;
            let mut usable = names.ends(node).iter().filter(|alias| {
                let exact = !alias.exact || !capitals;
                exact && (!alias.weak || self.unsupported(view, i, at, first, end, alias).is_none())
            });
            let surest = usable.next();
            // "the Amazon" and "Amazon"
            let area = |alias: &&Alias| alias.sort == EntityKind::Place && names.entity(alias.entity).detail.as_deref() == Some("area");
            let body = surest.filter(|alias| alias.weak && area(alias) && !behind_article(view, i));
            let usable = body.and_then(|place| usable.find(|alias| alias.sort == EntityKind::Organization && alias.own == place.own)).or(surest);
            if let Some(alias) = usable {
                best = Some((at, *alias, node));
            }
        }
        let mut best = best?;
        if let Some(country) =
            owner.filter(|country| best.0 > country.0 + 1 && best.1.sort == EntityKind::Organization && view.document.tokens[country.0 as usize + 1].has(CAPITAL))
        {
            self.owned = Some((country.0 + 1, best.0, best.1));
            best = country;
        }
        let (at, alias, node) = best;
        // "Senate Bill 54", "House Resolution 7"
        if at + 1 < end && view.document.tokens[at as usize + 1].kind == TokenKind::Number && matches!(view.document.tokens[at as usize].text(view.text), "Bill" | "Resolution") {
            return None;
        }
        if alias.sort == EntityKind::Person && at + 1 < end && view.document.tokens[at as usize].kind == TokenKind::Comma && is_junior(view, at + 1) {
            return self.son(view, i, at, node);
        }
        let rival = |other: &&Alias| other.entity != alias.entity && (other.weak, other.kind, other.sort, other.own) == (true, alias.kind, alias.sort, alias.own);
        let organization = alias.kind == AliasKind::Name && alias.sort == EntityKind::Organization;
        // "National Electoral Commission" as well as "the House"
        let generic = || (at > i + 1 || self.has(i, flag::LOWER_KNOWN)) && is_domestic(view, alias.entity);
        let ordinary = || organization && ((at == i + 1 && is_short_capitals(view, i)) || generic());
        let seated = || alias.kind == AliasKind::Seat && body_seated(view, node).is_some();
        if alias.weak && (names.ends(node).iter().any(|other| rival(&other)) || ordinary() || seated()) {
            self.ambiguous.push((i, node));
        }
        if self.names_another(view, i, at, first, end, &alias).is_some() {
            return None;
        }
        Some(found_by(i, at, &alias))
    }

    /// "North and South Korea", of which the first stands at token `i`: what it is called in full.
    fn half_name(&self, view: &View<'_>, i: u32, end: u32) -> Option<Found> {
        let names = &view.gazetteer.names;
        let direction = |k: u32| self.has(k, flag::DIRECTION) && view.document.tokens[k as usize].has(CAPITAL);
        if i + 3 >= end || !direction(i) || !direction(i + 2) || view.document.tokens[i as usize + 1].text(view.text) != "and" {
            return None;
        }
        let name = |first: u32| {
            let root = Some(view.gazetteer.words.get(self.word(first)).root).filter(|&root| root != 0)?;
            names.step(root, self.word(i + 3)).and_then(|node| names.ends(node).first())
        };
        let (one, other) = (name(i)?, name(i + 2)?);
        Some(found_by(i, i + 1, one)).filter(|_| one.sort == other.sort && matches!(one.sort, EntityKind::Country | EntityKind::Place))
    }

    /// "Exxon Guyana": a company together with the country behind its name, where a branch of it is meant.
    pub(super) fn with_country(&mut self, view: &View<'_>, found: Found, first: u32, end: u32) -> Found {
        let company = found.kind == MentionKind::Organization && found.entity.detail(view) == Some("company");
        let told = || found.first > first && view.document.tokens[found.first as usize - 1].text(view.text) == "told";
        if !company || found.end >= end || !view.document.tokens[found.end as usize].has(CAPITAL) || told() {
            return found;
        }
        let ends = |at: u32| at >= end || !view.owns(at) && !view.document.tokens[at as usize].has(CAPITAL) && view.document.tokens[at as usize].kind != TokenKind::Hyphen;
        let country = self.listed(view, found.end, first, end, false).filter(|country| country.kind == MentionKind::Country && country.end == found.end + 1 && ends(country.end));
        country.map_or(found, |country| Found { end: country.end, ..found })
    }

    /// "Ann Lee, Jr.", which begins at token `i` and has its comma at `comma`: whom a list has as "Ann Lee Jr.", never the father.
    fn son(&self, view: &View<'_>, i: u32, comma: u32, node: u32) -> Option<Found> {
        let names = &view.gazetteer.names;
        let alias = names.step(node, self.word(comma + 1)).and_then(|node| names.ends(node).first())?;
        Some(Found { first: i, end: comma + 2, kind: kind_of(alias), entity: EntityRef::Listed(alias.entity), by: FoundBy::Gazetteer, adjective: false })
    }

    /// The listed names in the sentence `first..end` that were not taken for one, the longest at each token: its tokens, the entity, and why.
    pub fn refused(&self, view: &View<'_>, first: u32, end: u32) -> Vec<(u32, u32, EntityId, &'static str)> {
        let names = &view.gazetteer.names;
        let mut refused = Vec::new();
        let mut i = first;
        while i < end {
            let mut node = if self.at[i as usize] == 0 { view.gazetteer.words.get(self.word(i)).root } else { 0 };
            let (mut at, mut longest) = (i + 1, None);
            while node != 0 && at <= end && self.at[at as usize - 1] == 0 {
                let why = |alias: &Alias| {
                    let unsupported = if alias.weak { self.unsupported(view, i, at, first, end, alias) } else { None };
                    unsupported.or_else(|| self.names_another(view, i, at, first, end, alias)).map(|why| (i, at, alias.entity, why))
                };
                longest = names.ends(node).first().and_then(why).or(longest);
                node = if at < end { names.step(node, self.word(at)).unwrap_or(0) } else { 0 };
                at += 1;
            }
            i = longest.map_or(i + 1, |(_, at, ..)| at);
            refused.extend(longest);
        }
        refused
    }

    /// Why the listed name at tokens `i..at` names something else here, if it does.
    fn names_another(&self, view: &View<'_>, i: u32, at: u32, first: u32, end: u32, alias: &Alias) -> Option<&'static str> {
        let kind = kind_of(alias);
        let place = matches!(kind, MentionKind::Place | MentionKind::Country);
        let person = kind == MentionKind::Person;
        // "Mrs. Christian"
        if kind == MentionKind::Nationality && i > first && self.has(i - 1, flag::HONORIFIC) && !self.has(i - 1, flag::TITLE) {
            return Some("a person's name: \"Mr.\" or the like stands before it");
        }
        // "General Washington"
        let town = matches!(alias.kind, AliasKind::Seat) || alias.sort == EntityKind::Place;
        if town && at == i + 1 && i > first && self.has(i - 1, flag::HONORIFIC | flag::TITLE_END) && view.document.tokens[i as usize - 1].has(CAPITAL) && place {
            return Some("a person's name: a title stands before it");
        }
        // "Marine Mammal Protection Act"
        let body = matches!(alias.sort, EntityKind::Organization | EntityKind::Group);
        let ordinary = body && at == i + 1 && self.has(i, flag::LOWER_KNOWN) && !view.document.tokens[i as usize].has(UPPER);
        // "American Rescue Plan", unlike "the Iranian Constitution"
        let title = kind == MentionKind::Nationality && alias.kind == AliasKind::Adjective && at + 1 < end && self.is_plain_capital(view, at);
        // "the Minister of Islamic Affairs", "the Bureau of Asian and Oceanian Affairs"
        let text = |k: u32| if k < end { view.document.tokens[k as usize].text(view.text) } else { "" };
        if kind == MentionKind::Nationality && (text(at) == "Affairs" || text(at) == "and" && text(at + 2) == "Affairs") {
            return Some("only part of the name of an office");
        }
        // "Van der Velde"
        if place && at == i + 1 && matches!(text(at), "den" | "der") && at + 1 < end && view.document.tokens[at as usize + 1].has(CAPITAL) {
            return Some("part of a person's name: it goes on behind \"der\"");
        }
        // "the Prague Spring"
        if text(at) == "Spring" && (place || kind == MentionKind::Nationality) {
            return Some("only part of the name of an uprising");
        }
        // "the American Civil War" is theirs
        let theirs = || title && (at + 1..end.min(at + 4)).any(|k| matches!(text(k), "Day" | "War"));
        // "the Iran-Iraq War" is between the two
        let between = text(at) == "War" && hyphenated(view, i);
        if ((place || ordinary) && !between && self.names_other(view, at, end)) || (title && self.names_other(view, at + 1, end) && !theirs()) {
            return Some("only part of the name of an agreement, an event or a sum");
        }
        if place && (alias.sort == EntityKind::Place || alias.kind == AliasKind::Seat) && names_treaty(view, at, end) {
            return Some("only the place that a treaty is called after");
        }
        let chamber = || view.gazetteer.names.entity(alias.entity).detail.as_deref() == Some("legislature");
        if at == i + 1 && i > first && view.document.tokens[i as usize - 1].text(view.text) == "state" && chamber() {
            return Some("a chamber of a part of the country: \"state\" stands before it");
        }
        // "Utah's Supreme Court", "Wisconsin's Senate"
        let town = || self.found.last().is_some_and(|found| found.end + 1 == i && found.kind == MentionKind::Place);
        if alias.weak && body && i > first && view.owns(i - 1) && town() && is_domestic(view, alias.entity) {
            return Some("a body of a part of the country, whose name stands before it");
        }
        // "Nelson Mandela Day"
        if person && at < end && self.is_plain_capital(view, at) && self.has(at, flag::EVENT_HEAD) {
            return Some("only the person that a day or an event is called after");
        }
        if person && self.names_facility(view, at, end) {
            return Some("only the person that a building is called after");
        }
        (person && goes_on_with_father(view, at, end)).then_some("another person: the name goes on with that of the father")
    }

    /// Whether the word at `i` alone is the name of an organization first of all.
    fn is_organization(&self, view: &View<'_>, i: u32) -> bool {
        let root = view.gazetteer.words.get(self.word(i)).root;
        root != 0 && view.gazetteer.names.ends(root).first().is_some_and(|alias| alias.sort == EntityKind::Organization)
    }

    /// Whether what ends at `at` only names something else: "Paris Agreement", "Cannes Film Festival", "US$5".
    fn names_other(&self, view: &View<'_>, at: u32, end: u32) -> bool {
        let token = |k: u32| view.document.tokens[k as usize];
        if at < end && token(at).start == token(at - 1).end && view.text[token(at).start as usize..].starts_with('$') {
            return true;
        }
        (at..end.min(at + 3)).take_while(|&k| token(k).kind == TokenKind::Word && token(k).has(CAPITAL)).any(|k| self.has(k, flag::EVENT_HEAD))
    }

    /// Whether what ends at `at` only names a building: "George Washington Bridge", "King Fahd Children's Hospital".
    fn names_facility(&self, view: &View<'_>, at: u32, end: u32) -> bool {
        // "St. Peter's Square"
        let at = at + u32::from(at < end && view.document.tokens[at as usize].kind == TokenKind::Possessive);
        let part = |&k: &u32| match view.document.tokens[k as usize].kind {
            TokenKind::Word => view.document.tokens[k as usize].has(CAPITAL),
            kind => kind == TokenKind::Possessive && k > at,
        };
        (at..end.min(at + 4)).take_while(part).any(|k| self.has(k, flag::FACILITY_HEAD))
    }

    /// In a line of capitals `CHINA` is `China`.
    fn word_or_title(&self, view: &View<'_>, i: u32, capitals: bool) -> WordId {
        let token = view.document.tokens[i as usize];
        if capitals && token.has(UPPER) {
            let title = view.gazetteer.words.find_title(token.text(view.text));
            if title.known() {
                return title;
            }
        }
        self.word(i)
    }

    /// Whether the token at `i` is an ordinary word with a capital, no title and no article.
    fn is_plain_capital(&self, view: &View<'_>, i: u32) -> bool {
        let token = view.document.tokens[i as usize];
        let plain = token.kind == TokenKind::Word && token.has(CAPITAL) && !token.has(UPPER);
        plain && self.has(i, flag::LOWER_KNOWN) && !self.has(i, flag::TITLE | flag::HONORIFIC) && !matches!(token.text(view.text), "The" | "A" | "An")
    }

    /// Why the words around do not support a weak alias at tokens `i..at`, if they do not.
    fn unsupported(&self, view: &View<'_>, i: u32, at: u32, first: u32, end: u32, alias: &Alias) -> Option<&'static str> {
        let is_name = |k: u32| {
            let token = view.document.tokens[k as usize];
            token.kind == TokenKind::Word && token.has(CAPITAL) && !self.has(k, flag::LOWER_KNOWN)
        };
        // "Michael Jordan", "Jordan Peterson": part of a longer name
        if i > first && is_name(i - 1) && self.has(i - 1, flag::GIVEN_NAME) {
            return Some("part of a longer name: a given name stands before it");
        }
        let given = self.has(i, flag::GIVEN_NAME);
        if at < end && is_name(at) && (given || alias.kind == AliasKind::Name) && at == i + 1 {
            return Some("part of a longer name: one goes on behind it");
        }
        // "Jung Eugene", "Pacific Ecology", "a Voice Recorder": a place or an organization is no part of a name that no list holds
        let opens = |k: u32| k == first || view.document.tokens[k as usize - 1].kind == TokenKind::Quote;
        let one_word = alias.kind == AliasKind::Name && at == i + 1;
        let behind = i > first + 1 && self.at[i as usize - 1] == 0;
        let part = match alias.sort {
            EntityKind::Place => behind && is_name(i - 1) || (at < end && is_name(at)),
            EntityKind::Organization => behind && !opens(i - 1) && (is_name(i - 1) || (self.has(i, flag::LOWER_KNOWN) && self.is_plain_capital(view, i - 1))),
            _ => false,
        };
        if one_word && part {
            return Some("part of a longer name that no list holds");
        }
        // "Apple sued X", "Apple's lawyers": no fruit without an article
        let company = || alias.sort == EntityKind::Organization && matches!(view.gazetteer.names.entity(alias.entity).detail.as_deref(), Some("company" | "ngo"));
        // "Apple, which had sued X"
        let text = |k: u32| if k < end { view.document.tokens[k as usize].text(view.text) } else { "" };
        if i == first && at == i + 1 && company() && text(at) == "," && matches!(text(at + 1), "based" | "under" | "which" | "whose") {
            return None;
        }
        // "Total results", "Kraft, who"
        let other =
            || at < end && (view.document.tokens[at as usize].kind == TokenKind::Comma || view.gazetteer.words.get(self.lower(view, i)).classes.likeliest == Tag::Adjective);
        if i == first && at == i + 1 && company() && !other() && acts(self, view, i, first, end) {
            return None;
        }
        // "House and Senate leaders"
        let joined = || text(at) == "and" && at + 1 < end && is_name(at + 1) && self.is_organization(view, at + 1);
        if i == first && at == i + 1 && alias.sort == EntityKind::Organization && joined() {
            return None;
        }
        // at the start of a sentence any word has a capital
        (opens(i) && at == i + 1 && self.has(i, flag::LOWER_KNOWN)).then_some("an ordinary word, which has its capital from the head of the sentence")
    }
}

/// The mention of a listed name at these tokens.
pub(super) fn found_by(first: u32, end: u32, alias: &Alias) -> Found {
    let adjective = alias.kind == AliasKind::Adjective;
    Found { first, end, kind: kind_of(alias), entity: EntityRef::Listed(alias.entity), by: FoundBy::Gazetteer, adjective }
}

/// What a name by this alias is a mention of.
fn kind_of(alias: &Alias) -> MentionKind {
    match (alias.kind, alias.sort) {
        (AliasKind::Adjective | AliasKind::People, _) => MentionKind::Nationality,
        (AliasKind::Seat, _) => MentionKind::Place,
        (AliasKind::Name, EntityKind::Country) => MentionKind::Country,
        (AliasKind::Name, EntityKind::Place) => MentionKind::Place,
        (AliasKind::Name, EntityKind::Organization) => MentionKind::Organization,
        (AliasKind::Name, EntityKind::Person) => MentionKind::Person,
        (AliasKind::Name, EntityKind::Group) => MentionKind::Nationality,
    }
}

/// The body that sits in the town of this name, where a country is governed from it, too: the European Union in Brussels.
fn body_seated(view: &View<'_>, node: u32) -> Option<EntityId> {
    view.gazetteer.names.ends(node).iter().find(|alias| alias.kind == AliasKind::Seat && alias.sort == EntityKind::Organization).map(|alias| alias.entity)
}

/// "in Brussels", "to Brussels": whether the name at `i` only says where.
fn is_located(view: &View<'_>, i: u32) -> bool {
    let before = i.checked_sub(1).map_or("", |k| view.document.tokens[k as usize].text(view.text));
    matches!(before.to_ascii_lowercase().as_str(), "at" | "from" | "in" | "into" | "near" | "outside" | "to" | "via")
}

/// A country that a document names so many times less than another is named in passing.
const PASSING: u32 = 8;

/// Of the organizations or countries with a weak name at `node` the one that, or whose country, the document names most, if it names any.
fn most_named(view: &View<'_>, named: &IntMap<u64, u32>, node: u32, kind: EntityKind) -> Option<EntityId> {
    let names = &view.gazetteer.names;
    let times = |country: &str| named.get(&key(country.as_bytes())).copied().unwrap_or(0);
    let candidates = names.ends(node).iter().filter(|alias| alias.weak && alias.sort == kind);
    let counted = candidates.map(|alias| {
        let entity = names.entity(alias.entity);
        let country = if kind == EntityKind::Country { Some(&*entity.id) } else { entity.country.as_deref() };
        (country.map_or(0, times), alias.entity)
    });
    let most = named.values().copied().max().unwrap_or(0);
    let (times, entity) = counted.fold((0, None), |best, (times, entity)| if times > best.0 { (times, Some(entity)) } else { best });
    // a body of a country that the text names in passing is hardly meant
    entity.filter(|_| times * PASSING >= most)
}

/// Of the persons with a weak name at `node` the one of this country.
fn of_country(view: &View<'_>, country: EntityRef, node: u32) -> Option<EntityId> {
    let names = &view.gazetteer.names;
    let EntityRef::Listed(country) = country else { return None };
    let theirs = |alias: &&Alias| alias.sort == EntityKind::Person && names.entity(alias.entity).country.as_ref() == Some(&names.entity(country).id);
    names.ends(node).iter().filter(|alias| alias.weak).find(theirs).map(|alias| alias.entity)
}

/// Whether a listed organization is one of a country and hardly spoken of where the country is not: "the House", unlike Apple or the Guardian.
fn is_domestic(view: &View<'_>, id: EntityId) -> bool {
    let entity = view.gazetteer.names.entity(id);
    entity.country.is_some() && !matches!(entity.detail.as_deref(), Some("company" | "media" | "team"))
}

/// Whether the token at `i` is written as a short acronym is: "CMA".
fn is_short_capitals(view: &View<'_>, i: u32) -> bool {
    let text = view.document.tokens[i as usize].text(view.text);
    (2..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn behind_article(view: &View<'_>, i: u32) -> bool {
    i > 0 && view.document.tokens[i as usize - 1].text(view.text).eq_ignore_ascii_case("the")
}

/// Whether the city that ends at `at` only names a treaty: "the Paris climate deal", "the Oslo accords".
fn names_treaty(view: &View<'_>, at: u32, end: u32) -> bool {
    let text = |k: u32| if k < end { view.document.tokens[k as usize].text(view.text) } else { "" };
    let head = match (text(at), text(at + 1)) {
        ("climate" | "peace" | "nuclear", "change") => at + 2,
        ("climate" | "peace" | "nuclear", _) => at + 1,
        _ => at,
    };
    matches!(text(head), "accord" | "accords" | "agreement" | "agreements" | "deal" | "pact" | "protocol" | "treaty")
}

/// Whether the name that ends at `at` goes on as "bin X" and so is another's: "Sheikh Hamdan bin Tariq".
fn goes_on_with_father(view: &View<'_>, at: u32, end: u32) -> bool {
    let tokens = &view.document.tokens;
    at + 1 < end && matches!(tokens[at as usize].text(view.text), "bin" | "bint" | "ibn") && tokens[at as usize + 1].has(CAPITAL)
}
