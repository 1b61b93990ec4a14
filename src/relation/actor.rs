//! Actors from noun groups: `US troops` is the United States, `Trump's lawyer` is not Trump.

use super::{Actor, Reader};
use crate::gazetteer::{flag, word, Tag, WordSet};
use crate::mention::{self, FoundBy, MentionKind};
use crate::syntax::{Chunk, ChunkKind, Unit};

/// On which side of an event a noun group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Subject,
    Object,
}

impl Reader<'_> {
    /// "accused each other": the noun group stands for those who act.
    pub fn is_each_other(&self, n: usize) -> bool {
        let head = self.sentence.chunks[n].head as usize;
        // "each blamed the other"
        let each = || self.sentence.units[..head - 1].iter().rev().take(8).any(|unit| matches!(self.text_of(unit), "Both" | "both" | "each"));
        // "expelled each other's diplomats"
        let first = self.sentence.chunks[n].first as usize;
        if head > first + 2 && self.unit_text(first) == "each" && self.unit_text(first + 1) == "other" && self.sentence.units[first + 2].tag == Tag::Genitive {
            return true;
        }
        head > 0
            && match (self.unit_text(head - 1), self.unit_text(head)) {
                ("each", "other") | ("one", "another") => true,
                ("the", "other") => each(),
                _ => false,
            }
    }

    /// The one actor of a noun group.
    pub fn actor(&self, n: usize, side: Side) -> Option<Actor> {
        let chunk = self.sentence.chunks[n];
        if chunk.kind != ChunkKind::Noun {
            return None;
        }
        let head = &self.sentence.units[chunk.head as usize];
        // "one of the Serbs", "one of Hamas's commanders", not "one of X's aides"
        let of = self.sentence.chunks.get(n + 2).is_some_and(|c| self.chunk_text(n + 1) == "of" && (self.sentence.units[c.head as usize].mention != 0 || self.serves_body(*c)));
        let counted = head.tag == Tag::Pronoun && of && self.unit_text(chunk.head as usize) == "one";
        if head.tag == Tag::Pronoun && !counted {
            // "One of the senators, X, voted": the person acts
            let one = self.unit_text(chunk.head as usize).eq_ignore_ascii_case("one");
            return if one { self.apposed(n) } else { self.pronoun(chunk.head as usize) };
        }
        if head.mention != 0 && !head.compound {
            // "the aircraft carrier Shandong"
            if chunk.head > chunk.first && self.is_craft(chunk.head as usize - 1) && self.kind(&self.named(head)) == MentionKind::Place {
                return self.modifier(chunk);
            }
            // "told Zorbex Denver": the firm's branch there
            if let Some(firm) = self.firm_before(chunk) {
                return Some(firm);
            }
            if head.tag == Tag::Plural && self.is_member(n) {
                return self.described(n).or_else(|| self.apposed(n));
            }
            if self.is_community(chunk) || self.is_some_of_people(n, side) {
                return None;
            }
            // "One Republican, Senator X, voted": the person acts
            let person = if head.tag == Tag::Plural { self.apposed(n) } else { None };
            return Some(person.unwrap_or_else(|| self.named(head)));
        }
        if let Some(person) = self.titled_person(n) {
            return Some(self.named(self.sentence.head(person)));
        }
        self.common(n, chunk, side)
    }

    /// "Zorbex Denver": the organization right before a place, in whose branch's name it stands.
    fn firm_before(&self, chunk: Chunk) -> Option<Actor> {
        let before = (chunk.first..chunk.head).next_back().map(|unit| &self.sentence.units[unit as usize])?;
        let named = before.mention != 0 && !before.compound && self.kind(&self.named(&self.sentence.units[chunk.head as usize])) == MentionKind::Place;
        Some(before).filter(|_| named).map(|before| self.named(before)).filter(|firm| self.kind(firm) == MentionKind::Organization)
    }

    /// Whether the unit at `i` is a common noun for what has a name of its own: a ship.
    fn is_craft(&self, i: usize) -> bool {
        let unit = &self.sentence.units[i];
        unit.mention == 0 && self.is_in(i, WordSet::Craft)
    }

    /// "Hamas's commanders": whether a noun group is of those who act for a country or body.
    fn serves_body(&self, chunk: Chunk) -> bool {
        let agent = self.sentence.units[chunk.head as usize].flags & flag::AGENT != 0;
        agent && self.modifier(chunk).is_some_and(|owner| matches!(self.kind(&owner), MentionKind::Country | MentionKind::Organization | MentionKind::Nationality))
    }

    /// Whether the word of the unit at `i`, or its singular, is in a set.
    pub(super) fn is_in(&self, i: usize, set: WordSet) -> bool {
        let unit = &self.sentence.units[i];
        [unit.word, unit.singular].into_iter().any(|word| self.view.gazetteer.sets.has(set, word))
    }

    /// The same for the head of the noun group at `n`.
    pub(super) fn head_is(&self, n: usize, set: WordSet) -> bool {
        self.is_in(self.sentence.chunks[n].head as usize, set)
    }

    /// "the senator from New York": a private person or legislator at `n`, and the place that he comes from.
    fn is_senator_from(&self, n: usize, place: &Actor) -> bool {
        let from = self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "from" && self.named_head(n + 2).is_some_and(|actor| actor.tokens == place.tokens);
        from && self.kind(place) == MentionKind::Place && self.is_private_in(n, place, Side::Subject)
    }

    /// "fighters from the Middle East": a region that those at `n` only come from.
    fn is_from_region(&self, n: usize, place: &Actor) -> bool {
        let region = || self.is_of_sort(place, &["area", "region"]);
        self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "from" && self.kind(place) == MentionKind::Place && region()
    }

    /// The actor that a mention names.
    pub fn named(&self, unit: &Unit) -> Actor {
        let found = &self.mentions.found[unit.mention as usize - 1];
        Actor { tokens: (found.first, found.end), mention: Some(unit.mention - 1), by: found.by }
    }

    /// The actor that the head of the chunk at `n` names.
    pub fn named_head(&self, n: usize) -> Option<Actor> {
        let head = self.sentence.head(n);
        (head.mention != 0 && !head.compound).then(|| self.named(head))
    }

    /// The actor of a noun group with a common noun as its head.
    fn common(&self, n: usize, chunk: Chunk, side: Side) -> Option<Actor> {
        let head = &self.sentence.units[chunk.head as usize];
        // "hung a portrait of X", "made calls on behalf of X"
        if head.flags & flag::EFFIGY != 0 {
            return None;
        }
        if let Some(actor) = self.named_beside(n, chunk, side) {
            return Some(actor);
        }
        // "the Baltic nation" is one of them, "the Japanese group" one of there, not Japan
        let land = matches!(self.unit_text(chunk.head as usize), "country" | "homeland" | "nation");
        let group = || self.unit_text(chunk.head as usize) == "group" && self.national(chunk);
        if chunk.head == chunk.first + 2 && self.unit_text(chunk.first as usize).eq_ignore_ascii_case("the") && (land || group()) {
            return self.definite(chunk);
        }
        // "his country" is not he
        if land && matches!(self.unit_text(chunk.first as usize), "her" | "his") {
            return self.country_of_person(chunk);
        }
        // "the Argentine leader": he who is named
        if let Some(leader) = self.leader(chunk) {
            return Some(leader);
        }
        let agent = head.flags & flag::AGENT != 0 || self.is_head_of_body(n);
        // "Putin's spokesman" speaks for him
        let speaks = side == Side::Subject && self.unit_text(chunk.head as usize).starts_with("spokes");
        let modifier = self.modifier(chunk).filter(|actor| !self.is_of_member(chunk, actor));
        let modifier = modifier.filter(|actor| !(agent && ((!speaks && self.is_officer_of(chunk, actor)) || self.is_cause_of(chunk))));
        // "the Ann Lee murder": who was murdered, or where; "the Iraq war", unlike "the Russian war"
        // "the Russia investigation": what it is about, unlike "the FBI investigation"
        let about = |actor: &Actor| head.flags & flag::INQUIRY != 0 && !self.is_adjectival(chunk) && matches!(self.kind(actor), MentionKind::Country | MentionKind::Place);
        let affair = head.flags & flag::AFFAIR != 0 && !(self.is_event(n) && self.is_adjectival(chunk)) || modifier.as_ref().is_some_and(about);
        if modifier.is_some() && affair && !self.sentence.is_owned(n) || self.is_described_name(chunk) {
            return None;
        }
        if let Some(origin) = self.origin(n).filter(|_| side == Side::Object && modifier.is_none()) {
            return Some(origin);
        }
        if head.flags & flag::RELATION != 0 {
            return self.related(n, chunk, modifier);
        }
        if agent {
            return self.agent_for(n, chunk, side, modifier);
        }
        if head.tag == Tag::Number || self.counts(head) {
            return self.among_counted(n, chunk, side, modifier);
        }
        // "a Dutch report accused", "a report by X accused"
        if side == Side::Subject && head.flags & flag::DOCUMENT != 0 {
            let author = modifier.or_else(|| self.complement(n, &["by", "from"])).or_else(|| self.maker(n));
            if author.is_some() {
                return author;
            }
        }
        if self.is_event(n) {
            return self.behind_event(n, chunk, modifier).filter(|_| side == Side::Object);
        }
        match side {
            Side::Object => self.owner_of(n, chunk, modifier),
            // "San Francisco Pride voted": not the city
            Side::Subject => {
                let named = head.tag == Tag::Name || self.view.document.tokens[head.first as usize].has(crate::text::CAPITAL);
                modifier.filter(|actor| named && !self.is_law(chunk) && !self.is_site_of(actor))
            }
        }
    }

    /// "the head of the federation", unlike "head of cattle", "the head of the statue".
    fn is_head_of_body(&self, n: usize) -> bool {
        let of = matches!(self.head_text(n), "head" | "heads") && self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "of";
        let body = of && self.sentence.is(n + 2, ChunkKind::Noun);
        body && (self.sentence.head(n + 2).flags & flag::AGENT != 0 || self.named_head(n + 2).is_some_and(|actor| self.kind(&actor) == MentionKind::Organization))
    }

    /// Who is named beside a common noun that tells what he is: in apposition, as a predicate, behind "of".
    fn named_beside(&self, n: usize, chunk: Chunk, side: Side) -> Option<Actor> {
        let head = &self.sentence.units[chunk.head as usize];
        if head.flags & (flag::AGENT | flag::RELATION) != 0 || self.is_head_of_body(n) {
            // "Ann Lee was the first senator to …"
            let predicate = || if head.tag == Tag::Noun && side == Side::Subject { self.described_by(n) } else { None };
            let person = self.apposed(n).or_else(|| self.apposed_country(n)).or_else(predicate);
            // "Ann Lee, a bank governor appointed by X", "Ann Lee, the Welsh minister, and Bo Lim"
            // "X, a group that Y funds", "X, the lawyer who defended Y"
            let person = person.or_else(|| self.described_between(n)).or_else(|| self.described_with_clause(n));
            if person.is_some() {
                return person;
            }
        }
        // "The head of the army, Ann Lee,": whatever she is called
        let called = || self.apposed(n).filter(|actor| self.kind(actor) == MentionKind::Person);
        let called = if head.tag == Tag::Noun && (side == Side::Subject || self.head_is(n, WordSet::Office)) { called() } else { None };
        // "the Pacific nation of Tuvalu", "the former Soviet republic of Georgia"
        let nation = || matches!(self.text_of(head), "country" | "emirate" | "kingdom" | "nation" | "principality" | "republic" | "sultanate");
        let land = || self.complement(n, &["of"]).filter(|actor| matches!(self.kind(actor), MentionKind::Country | MentionKind::Place));
        called.or_else(|| if nation() { land() } else { None })
    }

    /// "US allies", "his Danish counterpart": whom a noun for a relation stands for.
    fn related(&self, n: usize, chunk: Chunk, modifier: Option<Actor>) -> Option<Actor> {
        if let Some(bloc) = self.bloc_of_allies(chunk) {
            return Some(bloc);
        }
        let head = &self.sentence.units[chunk.head as usize];
        let counterpart = head.flags & flag::COUNTERPART != 0;
        let modifier = modifier.filter(|_| (self.national(chunk) || (counterpart && self.is_behind_nation(chunk))) && !self.allies_of_country(chunk));
        modifier.or_else(|| if counterpart { self.complement(n, &["from"]) } else { None }).or_else(|| self.role(head))
    }

    /// "US officials", "the government of X": for whom an agent acts.
    fn agent_for(&self, n: usize, chunk: Chunk, side: Side, modifier: Option<Actor>) -> Option<Actor> {
        let head = &self.sentence.units[chunk.head as usize];
        // "a former governor of Kogi" acts for it no more
        if self.is_former(chunk) {
            return self.role(head);
        }
        // "the US president-elect" does not act for it yet
        let elect = matches!(self.view.document.tokens[head.end as usize - 1].text(self.view.text), "elect" | "designate");
        let modifier = modifier.filter(|actor| !elect && !self.is_private_to(head, actor) && !self.is_private_in(n, actor, side) && !self.is_party_of_one(chunk, actor));
        let behind = || {
            let whose = self.complement(n, &["of", "from", "for", "with", "in"]);
            whose.filter(|actor| !self.is_private_to(head, actor) && !self.is_senator_from(n, actor) && !self.is_from_region(n, actor))
        };
        modifier
            .or_else(behind)
            .or_else(|| self.represented(n))
            .or_else(|| self.commander(chunk))
            .or_else(|| self.followed(n))
            .or_else(|| self.holder(n))
            .or_else(|| self.definite(chunk))
            .or_else(|| if matches!(self.text_of(head), "contingent" | "delegation" | "team" | "unit") { self.owner_role_behind(n) } else { None })
            .or_else(|| self.role(head))
    }

    /// "officials representing X": whom those at `n` act for.
    fn represented(&self, n: usize) -> Option<Actor> {
        Some(n + 2).filter(|&k| self.is_representing(n) && self.sentence.is(k, ChunkKind::Noun)).and_then(|k| self.named_head(k))
    }

    /// Whether "representing" stands behind the noun group at `n`.
    pub(super) fn is_representing(&self, n: usize) -> bool {
        self.sentence.is(n + 1, ChunkKind::Verb) && self.chunk_text(n + 1) == "representing"
    }

    /// "dozens of Poles", "a majority of Republicans": those of whom some are counted.
    fn among_counted(&self, n: usize, chunk: Chunk, side: Side, modifier: Option<Actor>) -> Option<Actor> {
        let head = &self.sentence.units[chunk.head as usize];
        let of = self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "of" && n + 2 < self.sentence.chunks.len();
        if !of {
            // "thousands rallied"
            let crowd = || if side == Side::Subject && head.tag == Tag::Plural { self.role(head) } else { None };
            return modifier.or_else(crowd);
        }
        // "a majority of Republicans", "most of the French": whoever was asked
        let share = || matches!(self.text_of(head), "majority" | "percent" | "plurality" | "share");
        if !self.roles && self.sentence.is(n + 2, ChunkKind::Noun) && share() && self.sentence.plural(n + 2) && self.sentence.names(n + 2) {
            return None;
        }
        self.actor(n + 2, side)
    }

    /// "condemned the attack by X", "committed to the defense of X": who did what an event noun tells, or on whom it was done.
    fn behind_event(&self, n: usize, chunk: Chunk, modifier: Option<Actor>) -> Option<Actor> {
        let guards = matches!(self.unit_text(chunk.head as usize), "defence" | "defense" | "protection");
        let of = if self.takes_of(n) && !guards { &["by", "from"][..] } else { &["by", "from", "of"] };
        let behind = || self.done_by_behind(n, &["of", "on", "against", "in", "at", "to"]);
        // "condemned the Paris bombing": where it was
        let modifier = modifier.filter(|actor| self.kind(actor) != MentionKind::Place || self.view.owns(actor.tokens.1));
        self.complement(n, of).or(modifier).or_else(behind).or_else(|| self.maker(n)).or_else(|| self.owner_role(chunk))
    }

    /// "seized X's ships", "a base held by X": whose the thing is on which something is done.
    fn owner_of(&self, n: usize, chunk: Chunk, modifier: Option<Actor>) -> Option<Actor> {
        // "withdrew from a million acres of X": land
        if matches!(self.unit_text(chunk.head as usize), "acres" | "hectares" | "kilometers" | "kilometres" | "miles") {
            return None;
        }
        // "a NATO application by X"
        let by = if self.sentence.preposition(n).is_none() { self.complement(n, &["by"]) } else { None };
        // "the cause of X's death", "the death of X" is nothing that X did; where the unnamed are asked for it is coded with him
        if !self.roles && self.sentence.is(n + 2, ChunkKind::Noun) && self.chunk_text(n + 1) == "of" && self.is_loss(n + 2) {
            return None;
        }
        let of = if !self.roles && self.is_loss(n) { &["by"][..] } else { &["of", "by"] };
        // "sued New York City's Plaza Hotel": the hotel
        let head = &self.sentence.units[chunk.head as usize];
        let called = head.mention == 0 && self.view.document.tokens[head.end as usize - 1].has(crate::text::CAPITAL);
        let houses = |actor: &Actor| called && self.kind(actor) == MentionKind::Place && self.view.owns(actor.tokens.1) && !self.is_seat(actor);
        // "told NBC affiliate KRXQ": the station
        let sort = || chunk.head > chunk.first && self.sentence.units[chunk.head as usize - 1].mention == 0 && !self.sentence.units[chunk.head as usize - 1].capital;
        let branch = |actor: &Actor| called && self.kind(actor) == MentionKind::Organization && !self.view.owns(actor.tokens.1) && sort();
        by.or(modifier.filter(|actor| !self.is_site_of(actor) && !houses(actor) && !branch(actor)))
            .or_else(|| self.complement(n, of))
            .or_else(|| self.maker(n))
            .or_else(|| self.done_by_behind(n, &["of"]))
            .or_else(|| self.holder(n))
            .or_else(|| self.owner_role(chunk))
            .or_else(|| self.owner_role_behind(n))
    }

    /// "a French Law", "the Mexico City Policy": a rule of that kind or name, or of that country.
    pub(super) fn is_law(&self, chunk: Chunk) -> bool {
        matches!(self.unit_text(chunk.head as usize), "Accord" | "Accords" | "Act" | "Agreement" | "Doctrine" | "Law" | "Model" | "Plan" | "Policy" | "Protocol" | "Treaty")
    }

    /// "his country": that of the person, where the text has named it.
    fn country_of_person(&self, chunk: Chunk) -> Option<Actor> {
        let person = self.pronoun(chunk.first as usize)?;
        let country = self.listed(&person)?.country.as_deref()?;
        let tokens = (self.sentence.units[chunk.first as usize].first, self.sentence.units[chunk.head as usize].end);
        let mention = mention::last_of(self.mentions, self.view, tokens.0, country)?;
        Some(Actor { tokens, mention: Some(mention as u32), by: FoundBy::Pronoun })
    }

    /// "the Argentine leader", "Ethiopia's prime minister": the person of that country whom the text has named before, and who holds that office.
    fn leader(&self, chunk: Chunk) -> Option<Actor> {
        if self.is_former(chunk) {
            return None;
        }
        self.leader_between(chunk.first as usize, chunk.head as usize)
    }

    /// The same for the units from an article, or a name, to the office.
    pub(super) fn leader_between(&self, first: usize, head: usize) -> Option<Actor> {
        let units = &self.sentence.units;
        // "the White House chief of staff" is another
        let goes_on = units.get(head + 1).is_some_and(|next| next.flags & flag::OF != 0);
        if self.roles || goes_on || !self.is_in(head, WordSet::Office) {
            return None;
        }
        let nation = (first..head).find(|&unit| units[unit].mention != 0)?;
        let owner = self.view.owns(units[nation].end);
        let clear = !units[nation].compound && (owner || self.unit_text(first).eq_ignore_ascii_case("the"));
        let country = self.listed(&self.named(&units[nation])).filter(|_| clear)?;
        let title = units.get(nation + 1 + usize::from(owner))?;
        let tokens = &self.view.document.tokens;
        let office = self.view.text[tokens[title.first as usize].start as usize..tokens[units[head].end as usize - 1].end as usize].to_lowercase();
        let mention = mention::officer_of(self.mentions, self.view, units[first].first, country, &office)?;
        Some(Actor { tokens: (units[first].first, units[head].end), mention: Some(mention as u32), by: FoundBy::Pronoun })
    }

    /// Whether the target of an event noun stands behind "of": "bombing of X", unlike "demands of X".
    pub(super) fn takes_of(&self, n: usize) -> bool {
        self.noun_patterns(n).any(|p| p.through.contains(&word::OF))
    }

    /// A noun that a frame reads as an event.
    pub fn is_event(&self, n: usize) -> bool {
        self.noun_patterns(n).next().is_some()
    }

    /// "dozens of", "a group of", "some of": what counts lends its place to what is counted.
    pub fn counts(&self, head: &Unit) -> bool {
        head.flags & flag::COUNTER != 0 || (head.tag == Tag::Determiner && !matches!(self.text_of(head), "none" | "few"))
    }

    /// An unnamed actor, where they are asked for.
    pub(super) fn role(&self, head: &Unit) -> Option<Actor> {
        self.roles.then_some(Actor { tokens: (head.first, head.end), mention: None, by: FoundBy::Role })
    }
}
