//! Whose a thing is, or who did what a noun tells: the name before it, behind a preposition, in the clause behind it.

use super::actor::Side;
use super::{Actor, Reader};
use crate::gazetteer::{flag, word, Class, EntityKind, Tag, WordSet};
use crate::mention::{EntityRef, FoundBy, MentionKind};
use crate::syntax::{Chunk, ChunkKind, Form, Unit};

impl Reader<'_> {
    /// The last name before the head: a possessor, a nationality, a name.
    pub(super) fn modifier(&self, chunk: Chunk) -> Option<Actor> {
        let units = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        // "an anti-Semitic gunman"
        let against = |u: &Unit| self.text_of(u).eq_ignore_ascii_case("anti");
        let named = |u: &&Unit| u.mention != 0 && !u.compound && !self.is_creed(u) && !against(u);
        let unit = units.iter().rev().find(named).map(|last| {
            // "Trump's Asia trip" is his, "Kosovo's NATO bid" Kosovo's
            let kind = self.mentions.found[last.mention as usize - 1].kind;
            // "Britain's Labour government" is Britain's
            let rules = matches!(self.unit_text(chunk.head as usize), "administration" | "cabinet" | "government");
            let agent = self.sentence.units[chunk.head as usize].flags & flag::AGENT != 0 && !rules;
            let yields = matches!(kind, MentionKind::Place | MentionKind::Country) || (kind == MentionKind::Organization && !agent);
            let owner = units.windows(2).find(|pair| named(&&pair[0]) && pair[1].tag == Tag::Genitive).map(|pair| &pair[0]);
            // "the Swedish NATO bid"
            let bloc = self.is_of_sort(&self.named(last), &["bloc", "body"]);
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
    pub(super) fn origin(&self, n: usize) -> Option<Actor> {
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
            // "members of the group Oslo Pride", "owners of the Bergen tower": not of the city
            let called = |actor: &Actor| head.capital && self.is_seat(actor) && !self.view.owns(actor.tokens.1);
            let named = self.modifier(*noun).filter(|actor| !called(actor) && !((head.capital || !acts) && self.is_site_of(actor)));
            // "a spokeswoman for the Chinese ministry"
            let speaks = text == "for" && acts && self.unit_text(chunks[n].head as usize).starts_with("spokes");
            let named = named.filter(|actor| (text == "of" || text == "from" || speaks) && (acts || !self.view.owns(actor.tokens.1)) && !self.is_private_to(head, actor));
            // "officials from his city", "firms from its ports": not he, not it
            let home = |actor: &Actor| text == "from" && !acts && actor.by == FoundBy::Pronoun;
            let named = named.filter(|actor| !home(actor));
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
    pub(super) fn followed(&self, n: usize) -> Option<Actor> {
        let loyal = self.sentence.is(n + 1, ChunkKind::Adjective) && self.chunk_text(n + 1) == "loyal" && self.sentence.is(n + 3, ChunkKind::Noun);
        Some(n + 3).filter(|_| loyal && self.chunk_text(n + 2) == "to").and_then(|k| self.named_head(k))
    }

    /// "the killing of civilians by X", "the attack on a church in Y by X": who did it, behind phrases with these prepositions.
    pub(super) fn done_by_behind(&self, n: usize, phrases: &[&str]) -> Option<Actor> {
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
    pub(super) fn holder(&self, n: usize) -> Option<Actor> {
        let chunk = self.sentence.chunks.get(n + 1)?;
        let form = chunk.verb().map(|verb| verb.form);
        let link = match (form, self.unit_text(chunk.head as usize)) {
            (Some(Form::Gerund), "belonging") => "to",
            (Some(Form::Participle), "claimed" | "controlled" | "held" | "manned" | "occupied" | "operated" | "owned" | "run" | "staffed") => "by",
            // "arms bound for X"
            (None, "bound") if chunk.kind == ChunkKind::Adjective => "for",
            (Some(Form::Participle), "bound" | "destined") => "for",
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

    /// "US-led forces", "US-led strikes": the country that leads them.
    pub(super) fn commander(&self, chunk: Chunk) -> Option<Actor> {
        let led = self.sentence.units[chunk.first as usize..chunk.head as usize].iter().find(|unit| unit.compound && unit.word == word::LED && unit.mention != 0)?;
        let forces = ["airstrike", "bombardment", "bombing", "coalition", "force", "jet", "mission", "offensive", "plane", "raid", "soldier", "strike", "troop", "warplane"]
            .iter()
            .any(|word| self.unit_text(chunk.head as usize).starts_with(word));
        forces.then(|| self.named(led))
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

    /// "the head of a union", "the computers of reporters": who has what the noun group at `n` names, where the unnamed are asked for.
    pub(super) fn owner_role_behind(&self, n: usize) -> Option<Actor> {
        let of = self.roles && self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "of" && self.sentence.is(n + 2, ChunkKind::Noun);
        let owner = of.then(|| self.sentence.head(n + 2))?;
        self.role(owner).filter(|_| owner.mention == 0 && owner.flags & (flag::AGENT | flag::RELATION) != 0)
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
