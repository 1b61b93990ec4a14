//! Actors from noun groups: `US troops` is the United States, `Trump's lawyer` is not Trump.

use super::{Actor, Reader};
use crate::gazetteer::{flag, word, Class, EntityKind, Tag, WordSet};
use crate::mention::{self, EntityRef, FoundBy, MentionKind};
use crate::syntax::{Chunk, ChunkKind, Form, Unit};

/// On which side of an event a noun group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Subject,
    Object,
}

impl Reader<'_> {
    /// The actors of the noun group at `n` and of all it is coordinated with; cleared first.
    pub fn actors(&self, n: usize, side: Side) -> Vec<Actor> {
        let mut groups = Vec::new();
        self.sentence.conjuncts(n, &mut groups);
        let mut actors: Vec<Actor> = Vec::with_capacity(groups.len());
        // "floods in X and its drive"
        let whole = groups[0];
        // "X and a number of Y": no thing
        let is_thing = |group: usize| self.sentence.is_thing(group) && !self.counts(self.sentence.head(group));
        if whole != n && self.sentence.names(whole) && is_thing(n) {
            // "X and its American arm"
            let arm = side == Side::Subject && self.chunk_text(n) == "its" && matches!(self.head_text(n), "arm" | "division" | "parent" | "partner");
            groups = vec![if arm { whole } else { n }];
        }
        let first = groups[0];
        let named = self.sentence.names(first);
        let somebody = named || self.sentence.head(first).flags & flag::AGENT != 0;
        for (k, &group) in groups.iter().enumerate() {
            let thing = group > first && is_thing(group);
            // "Two Republicans, Ann Lee and Bo Lim,": those two
            let head = self.sentence.head(group);
            let counted = group == first && head.mention != 0 && head.tag == Tag::Plural && self.sentence.first(group).tag == Tag::Number;
            if counted && groups.get(1).is_some_and(|&next| self.sentence.names_person(next) && self.sentence.is(group + 1, ChunkKind::Comma)) {
                continue;
            }
            // "war against X and Polish plans": the plans are another matter
            if thing && named && group != n && !self.sentence.is_owned(group) {
                continue;
            }
            // "X's war on Y and Z's plans": another's plans
            if thing && named && group > n && self.sentence.preposition(first).is_some_and(|p| p > 0 && self.sentence.is_owned(p - 1) && self.is_event(p - 1)) {
                continue;
            }
            // "X's invasion of Y and its toll": the toll of the one is no other target
            let its = |group: usize| matches!(self.chunk_text(group), "its" | "his" | "her" | "their");
            if thing && group != n && !named && self.sentence.names_owner(first) && its(group) {
                continue;
            }
            // "dominance over its neighbours, and his fear": another's
            if thing && group > n && its(group) && its(first) && self.chunk_text(group) != self.chunk_text(first) {
                continue;
            }
            // "the work of officials and the efforts of X": what is of X begins another list
            if thing && somebody && self.sentence.chunks.get(group + 1).is_some_and(|c| self.unit_text(c.first as usize) == "of") {
                break;
            }
            // "contacts with X and a NATO that is weak": of that something else is told
            if group > first && matches!(self.chunk_text(group), "a" | "an") && self.sentence.chunks.get(group + 1).is_some_and(|c| c.kind == ChunkKind::Relative) {
                break;
            }
            // "Deputy Prime Minister and Foreign Minister X": the titles are not somebody else
            let next = groups.get(k + 1).filter(|_| self.is_title(group)).and_then(|&next| self.titled_person(next));
            if next.is_some_and(|next| self.titled_person(group).is_none_or(|own| own == next)) {
                continue;
            }
            if let Some(noun) = self.delegates(group).or_else(|| self.several(group)) {
                actors.extend(self.actors(noun, side));
                continue;
            }
            let together = self.together(group);
            if together.is_empty() {
                let one = self.actor(group, side).filter(|actor| !self.is_sea(actor));
                actors.extend(one);
                // "Egyptian officials, including X and Y": they, too
                let officials = one.is_some() && self.sentence.plural(group) && self.sentence.head(group).mention == 0;
                if let Some(instance) = self.instance(group).filter(|&k| officials && self.sentence.names_person(k)) {
                    actors.extend(self.actors(instance, side));
                }
                // "the work of X and Y": of both
                if let Some(others) = one.filter(|_| self.sentence.is_thing(group)).and_then(|one| self.others_behind_of(group, &one)) {
                    actors.extend(others);
                }
            } else {
                actors.extend(together);
            }
        }
        if actors.iter().all(|actor| actor.mention.is_none()) {
            if let Some(k) = self.instance(n) {
                actors = self.actors(k, side);
            }
        }
        actors
    }

    /// "officials from A, B and C": the noun group behind the preposition, where it names several.
    fn delegates(&self, n: usize) -> Option<usize> {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        // "the Secretary for European and Eurasian Affairs" is one
        let several = self.unit_text(chunk.head as usize).ends_with('s') || self.sentence.plural(n);
        if head.mention != 0 || !several || head.flags & flag::AGENT == 0 || self.modifier(chunk).is_some() {
            return None;
        }
        let chunks = &self.sentence.chunks;
        let preposition = chunks.get(n + 1).filter(|c| c.kind == ChunkKind::Preposition)?;
        let links = matches!(self.unit_text(preposition.first as usize), "of" | "from" | "for");
        let noun = chunks.get(n + 2).filter(|c| c.kind == ChunkKind::Noun && links)?;
        let named = self.sentence.units[noun.head as usize].mention != 0;
        (named && self.sentence.coordination_end(n + 2) > n + 3).then_some(n + 2)
    }

    /// "the work of X and Y", "drills by X and Y": those with whom the one behind the preposition is named, where he stands for the noun group at `n`.
    fn others_behind_of(&self, n: usize, one: &Actor) -> Option<Vec<Actor>> {
        let of = self.sentence.is(n + 1, ChunkKind::Preposition) && matches!(self.chunk_text(n + 1), "by" | "of") && self.sentence.is(n + 2, ChunkKind::Noun);
        let named = of && self.sentence.coordination_end(n + 2) > n + 3 && self.named_head(n + 2).is_some_and(|first| first.tokens == one.tokens);
        named.then(|| self.actors(n + 2, Side::Object).into_iter().skip(1).collect())
    }

    /// "conservatives like X", "groups such as Y", "countries, including Z", "officials from W, including X": the named instance.
    fn instance(&self, n: usize) -> Option<usize> {
        let chunks = &self.sentence.chunks;
        let acts = self.sentence.units[chunks[n].head as usize].flags & (flag::AGENT | flag::RELATION) != 0;
        let of = acts && self.sentence.is(n + 1, ChunkKind::Preposition) && matches!(self.chunk_text(n + 1), "of" | "from") && self.sentence.is(n + 2, ChunkKind::Noun);
        let n = if of && self.sentence.is(n + 3, ChunkKind::Comma) && self.sentence.is(n + 4, ChunkKind::Preposition) { n + 2 } else { n };
        let comma = acts && chunks.get(n + 1).is_some_and(|c| c.kind == ChunkKind::Comma);
        let mut k = n + 1 + usize::from(comma);
        while chunks.get(k).is_some_and(|c| matches!(c.kind, ChunkKind::Preposition | ChunkKind::Adjective | ChunkKind::Subordinator))
            || chunks.get(k).is_some_and(|c| acts && self.unit_text(c.first as usize) == "such")
        {
            k += 1;
        }
        // "groups, including to X"
        // "such as", unlike "laid off workers as X hired them"
        let text = |c: usize| self.unit_text(chunks[c].first as usize);
        let such = |c: usize| text(c) == "such" || text(c) == "as" && (text(c - 1) == "such" || self.unit_text(chunks[c - 1].head as usize) == "such");
        let like = (n + 1 + usize::from(comma)..k).any(|c| matches!(text(c), "like" | "including") || such(c));
        let named = like && chunks.get(k).is_some_and(|c| self.sentence.units[c.head as usize].mention != 0);
        named.then_some(k)
    }

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

    /// Whether a noun group is a bare title: "Deputy Prime Minister".
    fn is_title(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        let capital = self.view.document.tokens[head.first as usize].has(crate::text::CAPITAL);
        let bare = !matches!(self.sentence.units[chunk.first as usize].tag, Tag::Determiner | Tag::Possessive);
        // "state legislator and party chairman X": without an article a title, in lower case too
        let title = if capital { flag::AGENT | flag::TITLE } else { flag::TITLE };
        head.mention == 0 && bare && head.tag == Tag::Noun && head.flags & title != 0
    }

    /// The person whose title the noun group at `n` begins: "Minister of State for Europe James Cleverly", or names at its end.
    fn titled_person(&self, n: usize) -> Option<usize> {
        if self.sentence.names_person(n) {
            return Some(n);
        }
        if !self.is_title(n) {
            return Some(self.sentence.titled_end(n)).filter(|&person| person != n);
        }
        let chunks = &self.sentence.chunks;
        let mut k = n + 1;
        while k < chunks.len().min(n + 8) && matches!(chunks[k].kind, ChunkKind::Preposition | ChunkKind::Conjunction | ChunkKind::Noun) {
            if chunks[k].kind == ChunkKind::Noun && self.sentence.names_person(k) && chunks[k].head > chunks[k].first {
                // "Legal Advisor to Prime Minister X" is another, "Ambassador to Libya X" is X
                let place = self.sentence.names_before_head(k);
                let titled = !place && self.chunk_text(k - 1) == "to";
                return Some(k).filter(|_| !titled);
            }
            k += 1;
        }
        None
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
        let region = || self.listed(place).is_some_and(|entity| matches!(entity.detail.as_deref(), Some("area" | "region")));
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

    /// A noun group with a common noun as its head.
    fn common(&self, n: usize, chunk: Chunk, side: Side) -> Option<Actor> {
        let head = &self.sentence.units[chunk.head as usize];
        // "hung a portrait of X", "made calls on behalf of X"
        if head.flags & flag::EFFIGY != 0 {
            return None;
        }
        let agent = head.flags & flag::AGENT != 0;
        let relation = head.flags & flag::RELATION != 0;
        if agent || relation {
            // "Ann Lee was the first senator to …"
            let person = self.apposed(n).or_else(|| self.apposed_country(n)).or_else(|| if head.tag == Tag::Noun && side == Side::Subject { self.described_by(n) } else { None });
            // "Ann Lee, a bank governor appointed by X", "Ann Lee, the Welsh minister, and Bo Lim"
            let person = person.or_else(|| self.described_between(n));
            // "X, a group that Y funds", "X, the lawyer who defended Y"
            let person = person.or_else(|| self.described_with_clause(n));
            if person.is_some() {
                return person;
            }
        }
        // "The head of the army, Ann Lee,": whatever she is called
        if head.tag == Tag::Noun && (side == Side::Subject || self.head_is(n, WordSet::Office)) {
            if let Some(person) = self.apposed(n).filter(|actor| self.kind(actor) == MentionKind::Person) {
                return Some(person);
            }
        }
        // "the Pacific nation of Tuvalu", "the former Soviet republic of Georgia"
        if matches!(self.unit_text(chunk.head as usize), "country" | "emirate" | "kingdom" | "nation" | "principality" | "republic" | "sultanate") {
            let land = self.complement(n, &["of"]).filter(|actor| matches!(self.kind(actor), MentionKind::Country | MentionKind::Place));
            if land.is_some() {
                return land;
            }
        }
        // "the Baltic nation" is one of them, "the Japanese group" one of there, not Japan
        let land = matches!(self.unit_text(chunk.head as usize), "country" | "homeland" | "nation");
        let group = self.unit_text(chunk.head as usize) == "group" && self.national(chunk);
        if (land || group) && chunk.head == chunk.first + 2 && self.unit_text(chunk.first as usize).eq_ignore_ascii_case("the") {
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
        // "Putin's spokesman" speaks for him
        let speaks = side == Side::Subject && self.unit_text(chunk.head as usize).starts_with("spokes");
        let modifier = self.modifier(chunk).filter(|actor| !self.is_of_member(chunk, actor));
        let modifier = modifier.filter(|actor| !(agent && ((!speaks && self.is_officer_of(chunk, actor)) || self.is_cause_of(chunk))));
        // "the Ann Lee murder": who was murdered, or where; "the Iraq war", unlike "the Russian war"
        let affair = head.flags & flag::AFFAIR != 0 && !(self.is_event(n) && self.is_adjectival(chunk));
        if modifier.is_some() && affair && !self.sentence.is_owned(n) {
            return None;
        }
        if self.is_described_name(chunk) {
            return None;
        }
        if let Some(origin) = self.origin(n).filter(|_| side == Side::Object && modifier.is_none()) {
            return Some(origin);
        }
        if relation {
            if let Some(bloc) = self.bloc_of_allies(chunk) {
                return Some(bloc);
            }
            let counterpart = head.flags & flag::COUNTERPART != 0;
            let modifier = modifier.filter(|_| (self.national(chunk) || (counterpart && self.is_behind_nation(chunk))) && !self.allies_of_country(chunk));
            return modifier.or_else(|| if counterpart { self.complement(n, &["from"]) } else { None }).or_else(|| self.role(head));
        }
        // "a former governor of Kogi" acts for it no more
        if agent && self.is_former(chunk) {
            return self.role(head);
        }
        if agent {
            // "the US president-elect" does not act for it yet
            let elect = matches!(self.view.document.tokens[head.end as usize - 1].text(self.view.text), "elect" | "designate");
            let modifier = modifier.filter(|actor| !elect && !self.is_private_to(head, actor) && !self.is_private_in(n, actor, side) && !self.is_party_of_one(chunk, actor));
            let behind = || {
                let whose = self.complement(n, &["of", "from", "for", "with", "in"]);
                whose.filter(|actor| !self.is_private_to(head, actor) && !self.is_senator_from(n, actor) && !self.is_from_region(n, actor))
            };
            return modifier
                .or_else(behind)
                .or_else(|| self.commander(chunk))
                .or_else(|| self.followed(n))
                .or_else(|| self.holder(n))
                .or_else(|| self.definite(chunk))
                .or_else(|| self.role(head));
        }
        if head.tag == Tag::Number || self.counts(head) {
            let chunks = &self.sentence.chunks;
            let of = chunks.get(n + 1).is_some_and(|c| c.kind == ChunkKind::Preposition && self.unit_text(c.first as usize) == "of");
            // "a majority of Republicans", "most of the French": whoever was asked
            let polled =
                || matches!(self.unit_text(chunk.head as usize), "majority" | "percent" | "plurality" | "share") && self.sentence.plural(n + 2) && self.sentence.names(n + 2);
            if of && !self.roles && self.sentence.is(n + 2, ChunkKind::Noun) && polled() {
                return None;
            }
            // "thousands rallied"
            let crowd = || if side == Side::Subject && head.tag == Tag::Plural { self.role(head) } else { None };
            return if of && n + 2 < chunks.len() { self.actor(n + 2, side) } else { modifier.or_else(crowd) };
        }
        // "a Dutch report accused", "a report by X accused"
        if side == Side::Subject && head.flags & flag::DOCUMENT != 0 {
            let author = modifier.or_else(|| self.complement(n, &["by", "from"])).or_else(|| self.maker(n));
            if author.is_some() {
                return author;
            }
        }
        if self.is_event(n) {
            // "condemned the attack by X": who did it
            // "committed to the defense of X": to X
            let guards = matches!(self.unit_text(chunk.head as usize), "defence" | "defense" | "protection");
            let of = if self.takes_of(n) && !guards { &["by", "from"][..] } else { &["by", "from", "of"] };
            let behind = || self.done_by_behind(n, &["of", "on", "against", "in", "at", "to"]);
            // "condemned the Paris bombing": where it was
            let modifier = modifier.filter(|actor| self.kind(actor) != MentionKind::Place || self.view.owns(actor.tokens.1));
            return self.complement(n, of).or(modifier).or_else(behind).or_else(|| self.maker(n)).or_else(|| self.owner_role(chunk)).filter(|_| side == Side::Object);
        }
        match side {
            // "withdrew from a million acres of X": land
            Side::Object if matches!(self.unit_text(chunk.head as usize), "acres" | "hectares" | "kilometers" | "kilometres" | "miles") => None,
            Side::Object => {
                // "a NATO application by X"
                let by = if self.sentence.preposition(n).is_none() { self.complement(n, &["by"]) } else { None };
                // "the cause of X's death", "the death of X" is nothing that X did; where the unnamed are asked for it is coded with him
                if !self.roles && self.sentence.is(n + 2, ChunkKind::Noun) && self.chunk_text(n + 1) == "of" && self.is_loss(n + 2) {
                    return None;
                }
                let of = if !self.roles && self.is_loss(n) { &["by"][..] } else { &["of", "by"] };
                by.or(modifier.filter(|actor| !self.is_site_of(actor)))
                    .or_else(|| self.complement(n, of))
                    .or_else(|| self.maker(n))
                    .or_else(|| self.done_by_behind(n, &["of"]))
                    .or_else(|| self.holder(n))
                    .or_else(|| self.owner_role(chunk))
            }
            // "San Francisco Pride voted": not the city
            Side::Subject => {
                let named = head.tag == Tag::Name || self.view.document.tokens[head.first as usize].has(crate::text::CAPITAL);
                modifier.filter(|actor| named && !self.is_law(chunk) && !self.is_site_of(actor))
            }
        }
    }

    /// "a French Law", "the Mexico City Policy": a rule of that kind or name, or of that country.
    fn is_law(&self, chunk: Chunk) -> bool {
        matches!(self.unit_text(chunk.head as usize), "Accord" | "Accords" | "Act" | "Agreement" | "Doctrine" | "Law" | "Model" | "Plan" | "Policy" | "Protocol" | "Treaty")
    }

    /// "US-led forces", "US-led strikes": the country that leads them.
    fn commander(&self, chunk: Chunk) -> Option<Actor> {
        let led = self.sentence.units[chunk.first as usize..chunk.head as usize].iter().find(|unit| unit.compound && unit.word == word::LED && unit.mention != 0)?;
        let forces = ["airstrike", "bombardment", "bombing", "coalition", "force", "jet", "mission", "offensive", "plane", "raid", "soldier", "strike", "troop", "warplane"]
            .iter()
            .any(|word| self.unit_text(chunk.head as usize).starts_with(word));
        forces.then(|| self.named(led))
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

    /// The last name before the head: a possessor, a nationality, a name.
    pub(super) fn modifier(&self, chunk: Chunk) -> Option<Actor> {
        let units = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        let named = |u: &&Unit| u.mention != 0 && !u.compound && !self.is_creed(u);
        let unit = units.iter().rev().find(named).map(|last| {
            // "Trump's Asia trip" is his, "Kosovo's NATO bid" Kosovo's
            let kind = self.mentions.found[last.mention as usize - 1].kind;
            // "Britain's Labour government" is Britain's
            let rules = matches!(self.unit_text(chunk.head as usize), "administration" | "cabinet" | "government");
            let agent = self.sentence.units[chunk.head as usize].flags & flag::AGENT != 0 && !rules;
            let yields = matches!(kind, MentionKind::Place | MentionKind::Country) || (kind == MentionKind::Organization && !agent);
            let owner = units.windows(2).find(|pair| named(&&pair[0]) && pair[1].tag == Tag::Genitive).map(|pair| &pair[0]);
            // "the Swedish NATO bid"
            let bloc = self.listed(&self.named(last)).is_some_and(|entity| matches!(entity.detail.as_deref(), Some("bloc" | "body")));
            let land = |unit: &Unit| named(&unit) && unit.tag == Tag::Adjective && self.listed(&self.named(unit)).is_some_and(|entity| entity.kind == EntityKind::Country);
            let nation = units.windows(2).find(|pair| bloc && land(&pair[0]) && std::ptr::eq(&pair[1], last));
            owner.filter(|_| yields).or(nation.map(|pair| &pair[0])).unwrap_or(last)
        });
        // "its London office", "his Iran policy": whose it is
        let own = |unit: &&Unit| {
            let place = matches!(self.kind(&self.named(unit)), MentionKind::Country | MentionKind::Place) && unit.tag != Tag::Adjective;
            let head = &self.sentence.units[chunk.head as usize];
            let somebody = head.flags & (flag::AGENT | flag::RELATION) != 0 && head.word != word::OFFICE;
            place && units[0].tag == Tag::Possessive && !self.view.owns(unit.end) && !somebody
        };
        let unit = unit.filter(|unit| !own(unit));
        // "reinstated the Mexico City Policy": its name
        let name = |unit: &&Unit| self.is_law(chunk) && matches!(self.kind(&self.named(unit)), MentionKind::Country | MentionKind::Place) && !self.view.owns(unit.end);
        let unit = unit.filter(|unit| !name(unit));
        if let Some(unit) = unit {
            // "the Ethiopian prime minister's visit"
            let office = units.iter().position(|u| u.tag == Tag::Genitive).filter(|&ending| ending > 1 && units[ending - 1].mention == 0);
            if let Some(leader) = office.and_then(|ending| self.leader_between(chunk.first as usize, chunk.first as usize + ending - 1)) {
                return Some(leader);
            }
            // "Smith-Jones comparisons", "the US-Japan alliance": of neither
            let at = units.iter().position(|u| u.first == unit.first).unwrap_or(0);
            // "Tory appointed judges": those of whom it is said
            let by_it = ["appointed", "backed", "controlled", "elected", "funded", "led", "nominated", "owned"];
            if units.get(at + 1).is_some_and(|next| next.mention == 0 && by_it.contains(&self.unit_text(chunk.first as usize + at + 1))) {
                return None;
            }
            let joined = at > 1 && units[at - 1].tag == Tag::Hyphen && units[at - 2].mention != 0 && units[at - 2].person == unit.person;
            // "the president's CNN tweet" is his, whoever he is
            let somebody = |u: &Unit| u.mention == 0 && u.flags & (flag::AGENT | flag::TITLE) != 0;
            let thing = self.sentence.units[chunk.head as usize].flags & (flag::AGENT | flag::RELATION) == 0;
            let theirs = is_of_another(&units[at + 1..]) || thing && units[..at].windows(2).any(|pair| somebody(&pair[0]) && pair[1].tag == Tag::Genitive);
            if !theirs {
                return Some(self.named(unit)).filter(|_| !joined);
            }
        }
        // "his party", "her ministers": others than he
        let others = ["cabinet", "colleague", "lawmaker", "minister", "party", "voter"].iter().any(|word| self.unit_text(chunk.head as usize).starts_with(word));
        let own = others && matches!(self.unit_text(chunk.first as usize), "His" | "Her" | "his" | "her");
        // "his father's candidacy"
        if let Some(possessive) = units.iter().position(|u| u.tag == Tag::Possessive).filter(|&at| !own && !is_of_another(&units[at..])) {
            return self.pronoun(chunk.first as usize + possessive);
        }
        // "the president's wall"
        let ending = units.iter().position(|u| u.tag == Tag::Genitive).filter(|&ending| ending > 1)?;
        self.definite_between(chunk.first as usize, chunk.first as usize + ending - 1)
    }

    /// "seafood from X", "Chinese-made cars": where goods come from.
    fn origin(&self, n: usize) -> Option<Actor> {
        let chunk = self.sentence.chunks[n];
        let made = |unit: &&Unit| unit.compound && self.view.gazetteer.words.text(unit.word) == "made";
        let made = self.sentence.units[chunk.first as usize..chunk.head as usize].iter().find(made);
        let goods = self.head_is(n, WordSet::Goods);
        self.complement(n, &["from"]).or_else(|| made.map(|unit| self.named(unit))).filter(|_| goods)
    }

    /// The named actor behind one of these prepositions right after the noun group at `n`.
    pub(super) fn complement(&self, n: usize, prepositions: &[&str]) -> Option<Actor> {
        let chunks = &self.sentence.chunks;
        // "the attack on Monday by X"
        let timed = (n + 1..chunks.len()).take(3).find(|&k| chunks[k].kind != ChunkKind::Adverb).filter(|&k| k > n + 1 && matches!(self.chunk_text(k), "by" | "of"));
        let p = timed.unwrap_or(n + 1);
        let preposition = chunks.get(p).filter(|c| c.kind == ChunkKind::Preposition)?;
        let text = self.unit_text(preposition.first as usize);
        // "officials at the Pentagon" act for it, "workers at Google" do not
        let posted = matches!(text, "at" | "within") && matches!(self.unit_text(chunks[n].head as usize), "Officials" | "officials") && prepositions.contains(&"in");
        if !prepositions.contains(&text) && !posted {
            return None;
        }
        let noun = chunks.get(p + 1).filter(|c| c.kind == ChunkKind::Noun)?;
        let head = &self.sentence.units[noun.head as usize];
        if text == "by" && self.is_late_agent(p) {
            return None;
        }
        let apposed = || self.apposed(p + 1).filter(|_| matches!(text, "from" | "by") && head.mention == 0 && head.tag == Tag::Noun && head.flags & flag::AGENT != 0);
        let actor = if head.mention == 0 && text == "by" {
            self.actor(p + 1, Side::Subject)?
        } else if let Some(person) = apposed() {
            // "an appeal from the mayor, Ann Lee,"
            person
        } else if head.mention != 0 && !head.compound {
            self.named(head)
        } else {
            // "reminded the crowd of X's promise": the promise is nobody's crowd
            let acts = head.flags & flag::AGENT != 0;
            // "members of the group Oslo Pride": not of the city
            let named = self.modifier(*noun).filter(|actor| !(head.capital && (self.is_site_of(actor) || self.is_seat(actor) && !self.view.owns(actor.tokens.1))));
            // "a spokeswoman for the Chinese ministry"
            let speaks = text == "for" && acts && self.unit_text(chunks[n].head as usize).starts_with("spokes");
            let named = named.filter(|actor| (text == "of" || text == "from" || speaks) && (acts || !self.view.owns(actor.tokens.1)) && !self.is_private_to(head, actor));
            // "leaders of American allies"
            let named = named.filter(|_| !self.allies_of_country(*noun));
            // "a delegation from the Government of X"
            let state = || matches!(self.unit_text(noun.head as usize), "Government" | "government" | "people" | "People");
            // "members of the group"
            named.or_else(|| if state() { self.complement(p + 1, &["of"]) } else { None }).or_else(|| if text == "of" || speaks { self.definite(*noun) } else { None })?
        };
        // "the government in Kabul", "police in Kenya" act for their state, "protesters in Paris" do not
        let organ = self.unit_text(chunks[n].head as usize);
        let seat = match self.kind(&actor) {
            MentionKind::Place => organ.starts_with("government"),
            MentionKind::Country => {
                matches!(
                    organ,
                    "Authorities" | "authorities" | "court" | "courts" | "government" | "junta" | "Police" | "police" | "Prosecutors" | "prosecutors" | "Regulators" | "regulators"
                )
            }
            _ => false,
        };
        (text != "in" || seat).then_some(actor)
    }

    /// "militiamen loyal to X": whom those of the noun group at `n` follow.
    fn followed(&self, n: usize) -> Option<Actor> {
        let loyal = self.sentence.is(n + 1, ChunkKind::Adjective) && self.chunk_text(n + 1) == "loyal" && self.sentence.is(n + 3, ChunkKind::Noun);
        Some(n + 3).filter(|_| loyal && self.chunk_text(n + 2) == "to").and_then(|k| self.named_head(k))
    }

    /// "the killing of civilians by X", "the attack on a church in Y by X": who did it, behind phrases with these prepositions.
    fn done_by_behind(&self, n: usize, phrases: &[&str]) -> Option<Actor> {
        let mut last = n;
        for _ in 0..3 {
            if !self.sentence.is(last + 1, ChunkKind::Preposition) || !self.sentence.is(last + 2, ChunkKind::Noun) || !phrases.contains(&self.chunk_text(last + 1)) {
                return None;
            }
            last = self.sentence.coordination_end(last + 2) - 1;
            if let Some(actor) = self.complement(last, &["by"]) {
                return Some(actor);
            }
        }
        None
    }

    /// "every offer made by X": who did what the noun names.
    pub(super) fn maker(&self, n: usize) -> Option<Actor> {
        let chunks = &self.sentence.chunks;
        let passive = chunks.get(n + 1)?.verb().is_some_and(|verb| verb.form == Form::Participle && verb.passive);
        // "laid out by X"
        let particle = chunks.get(n + 2).is_some_and(|c| matches!(self.unit_text(c.first as usize), "out" | "up" | "forward" | "on"));
        let mut k = n + 2 + usize::from(particle);
        // "made a day earlier by X"
        while chunks.get(k).is_some_and(|c| c.kind == ChunkKind::Adverb) {
            k += 1;
        }
        let by = passive && chunks.get(k).is_some_and(|c| c.kind == ChunkKind::Preposition) && self.chunk_text(k) == "by";
        if by && chunks.get(k + 1).is_some_and(|c| c.kind == ChunkKind::Noun) {
            self.actor(k + 1, Side::Subject)
        } else {
            self.maker_in_clause(n)
        }
    }

    /// "every offer X made", "the claims that X had published", "the way in which X handled it": the subject of the clause behind the noun group at `n`.
    fn maker_in_clause(&self, n: usize) -> Option<Actor> {
        let which = usize::from(self.chunk_text(n + 1) == "in" && self.sentence.is(n + 2, ChunkKind::Relative));
        let joint = matches!(self.sentence.chunks.get(n + 1 + which)?.kind, ChunkKind::Relative | ChunkKind::That);
        let subject = n + 1 + which + usize::from(joint);
        let verb = Some(self.sentence.coordination_end(subject)).filter(|&v| self.sentence.is(subject, ChunkKind::Noun) && self.is_finite(v))?;
        let manner = matches!(self.unit_text(self.sentence.chunks[n].head as usize), "how" | "job" | "manner" | "way");
        // "the claims that X made a mistake" are others'
        let gap = || self.sentence.next(verb).is_none_or(|k| !matches!(self.sentence.chunks[k].kind, ChunkKind::Noun | ChunkKind::That));
        let made = || which == 0 && self.view.gazetteer.sets.has(WordSet::Make, self.sentence.chunks[verb].verb.base) && gap();
        let active = !self.sentence.chunks[verb].verb.passive && (manner || made());
        if active {
            self.actor(subject, Side::Subject)
        } else {
            None
        }
    }

    /// "depots belonging to X", "a base held by X": who has the thing at `n`.
    fn holder(&self, n: usize) -> Option<Actor> {
        let chunk = self.sentence.chunks.get(n + 1)?;
        let link = match (chunk.verb()?.form, self.unit_text(chunk.head as usize)) {
            (Form::Gerund, "belonging") => "to",
            (Form::Participle, "controlled" | "held" | "manned" | "occupied" | "operated" | "owned" | "run" | "staffed") => "by",
            _ => return None,
        };
        (self.sentence.is(n + 2, ChunkKind::Preposition) && self.chunk_text(n + 2) == link && self.sentence.is(n + 3, ChunkKind::Noun))
            .then(|| self.actor(n + 3, Side::Subject))
            .flatten()
    }

    /// "a Russian airstrike killed": whose attack it is.
    pub fn attacker(&self, n: usize) -> Option<Actor> {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        let attack = head.mention == 0 && self.noun_senses(head).iter().any(|p| self.class(p.frame) == Class::Assault);
        if !attack || head.word == self.view.gazetteer.words.find("war") {
            return None;
        }
        let actor = self.complement(n, &["by"]).or_else(|| self.modifier(chunk)).or_else(|| self.commander(chunk))?;
        // "the Paris attacks": where they happened
        (!matches!(self.kind(&actor), MentionKind::Place)).then_some(actor)
    }

    /// The country where the thing at `n` stands: "a base in Kenya".
    pub fn country_of(&self, n: usize) -> Option<Actor> {
        let chunks = &self.sentence.chunks;
        let mut k = n;
        for _ in 0..3 {
            let preposition = chunks.get(k + 1).filter(|c| c.kind == ChunkKind::Preposition)?;
            let noun = chunks.get(k + 2).filter(|c| c.kind == ChunkKind::Noun)?;
            let place = matches!(self.unit_text(preposition.first as usize), "in" | "inside" | "near" | "across" | "throughout");
            let actor = self.named_head(k + 2).or_else(|| self.modifier(*noun));
            let country = actor.filter(|a| place && self.is_land(a));
            if country.is_some() {
                return country;
            }
            // "in Abha, Saudi Arabia"
            let beyond = actor.is_some() && place && chunks.get(k + 3).is_some_and(|c| c.kind == ChunkKind::Comma) && k + 4 < chunks.len();
            let named = if beyond { self.named_head(k + 4) } else { None };
            if let Some(country) = named.filter(|a| self.kind(a) == MentionKind::Country) {
                return Some(country);
            }
            k += 2;
        }
        None
    }

    /// A country, or an area or part of one: not a city.
    fn is_land(&self, actor: &Actor) -> bool {
        let Some(EntityRef::Listed(id)) = actor.mention.map(|m| self.mentions.found[m as usize].entity) else { return false };
        let detail = self.view.gazetteer.names.entity(id).detail.as_deref();
        self.kind(actor) == MentionKind::Country || (self.kind(actor) == MentionKind::Place && matches!(detail, Some("area" | "region" | "state")))
    }

    /// An unnamed actor, where they are asked for.
    pub(super) fn role(&self, head: &Unit) -> Option<Actor> {
        self.roles.then_some(Actor { tokens: (head.first, head.end), mention: None, by: FoundBy::Role })
    }

    /// "the union's demand", "rebel positions": who has what a noun group names, where the unnamed are asked for.
    pub(super) fn owner_role(&self, chunk: Chunk) -> Option<Actor> {
        let group = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        let ending = group.iter().rposition(|unit| unit.tag == Tag::Genitive);
        let owner = group.get(ending.unwrap_or(group.len()).checked_sub(1)?).filter(|_| self.roles)?;
        let somebody = owner.mention == 0 && owner.flags & (flag::AGENT | flag::RELATION) != 0 && matches!(owner.tag, Tag::Noun | Tag::Plural);
        self.role(owner).filter(|_| somebody)
    }
}

/// "a Trump adviser's talks": whether somebody else than the one named before these units has what they name.
pub(super) fn is_of_another(units: &[Unit]) -> bool {
    let person = |unit: &Unit| unit.mention == 0 && unit.tag == Tag::Noun && unit.flags & (flag::RELATION | flag::PRIVATE) != 0;
    units.windows(2).any(|pair| person(&pair[0]) && pair[1].tag == Tag::Genitive)
}
