//! For whom a noun group does not stand: "the Texas dentist" is not Texas, "Merkel's deputy" not Merkel, "a Republican" not his party.

use super::actor::Side;
use super::{Actor, Reader};
use crate::gazetteer::{flag, EntityKind, Tag, WordSet};
use crate::mention::{EntityRef, MentionKind};
use crate::syntax::{Chunk, ChunkKind, Unit};

impl Reader<'_> {
    /// "Shiite", "Communist" before a noun say of what kind it is, not whose; "Kurdish" says whose.
    pub(super) fn is_creed(&self, unit: &Unit) -> bool {
        let EntityRef::Listed(id) = self.mentions.found[unit.mention as usize - 1].entity else { return false };
        let entity = self.view.gazetteer.names.entity(id);
        entity.kind == EntityKind::Group && unit.tag == Tag::Adjective && entity.detail.as_deref() != Some("ethnic")
    }

    /// A sea neither acts nor is acted on: "the Pacific small island states".
    pub(super) fn is_sea(&self, actor: &Actor) -> bool {
        self.is_of_sort(actor, &["sea"])
    }

    /// "Lebanese Americans": citizens of one state called by another are neither.
    pub(super) fn is_community(&self, chunk: Chunk) -> bool {
        let [.., before, head] = &self.sentence.units[chunk.first as usize..=chunk.head as usize] else { return false };
        let state = |unit: &Unit| unit.mention != 0 && !unit.compound && self.listed(&self.named(unit)).is_some_and(|entity| entity.kind == EntityKind::Country);
        head.tag == Tag::Plural && before.tag == Tag::Adjective && state(before) && state(head)
    }

    /// "Americans who fled", "every American", "3,000 Tunisians joined": some of a people are not their state. Where the unnamed are asked for, they are coded with it.
    pub(super) fn is_some_of_people(&self, n: usize, side: Side) -> bool {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        let people = !self.roles && head.tag == Tag::Plural && self.listed(&self.named(head)).is_some_and(|entity| entity.kind == EntityKind::Country);
        if !self.roles && self.is_one_of_people(n) {
            return true;
        }
        // "ethnic Greeks" may live anywhere
        if people && (chunk.first..chunk.head).any(|unit| matches!(self.unit_text(unit as usize), "Ethnic" | "ethnic")) {
            return true;
        }
        let who = || self.sentence.is(n + 1, ChunkKind::Relative) && matches!(self.chunk_text(n + 1), "who" | "whom" | "whose");
        let counted = || side == Side::Subject && self.sentence.units[chunk.first as usize..chunk.head as usize].iter().any(|unit| unit.tag == Tag::Number);
        let some = || side == Side::Subject && matches!(self.chunk_text(n), "few" | "Few" | "many" | "Many" | "most" | "Most" | "some" | "Some");
        // "these Democrats joined the Greens"
        let members = || !self.roles && head.tag == Tag::Plural && self.is_of_sort(&self.named(head), &["party"]);
        if side == Side::Subject && matches!(self.chunk_text(n), "These" | "Those" | "these" | "those") && (people || members()) {
            return true;
        }
        people && (who() || counted() || some() || self.is_abroad(n) || matches!(self.chunk_text(n), "any" | "Any" | "each" | "Each" | "every" | "Every"))
    }

    /// "was arrested by the Texan", unlike "the Swiss", "the British": one of those who come from a state or place.
    fn is_one_of_people(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let people = self.named(&self.sentence.units[chunk.head as usize]);
        let from = || self.listed(&people).is_some_and(|entity| matches!(entity.kind, EntityKind::Country | EntityKind::Place));
        // "the Thai public", "the Thai and Lao ministers"
        let alone = || self.sentence.chunks.get(n + 1).is_none_or(|next| matches!(next.kind, ChunkKind::Verb | ChunkKind::Stop | ChunkKind::Comma));
        let last = self.view.document.tokens[people.tokens.1 as usize - 1].text(self.view.text);
        let one = || !last.ends_with('s') && self.view.gazetteer.words.find(&format!("{last}s")).known();
        self.kind(&people) == MentionKind::Nationality && chunk.first < chunk.head && self.has_article(chunk) && alone() && from() && one()
    }

    /// "Russians living in exile", "Venezuelans in Chile": whether those at `n` are away from their country.
    fn is_abroad(&self, n: usize) -> bool {
        let Some(next) = self.sentence.chunks.get(n + 1) else { return false };
        let lives = matches!(self.unit_text(next.head as usize), "living" | "residing" | "studying");
        let abroad = lives || matches!(self.unit_text(next.first as usize), "abroad" | "overseas");
        // "arrested three Russians in Helsinki": there
        let all = self.sentence.chunks[n].first == self.sentence.chunks[n].head;
        let place = Some(n + 2).filter(|&k| all && next.kind == ChunkKind::Preposition && self.chunk_text(n + 1) == "in" && self.sentence.is(k, ChunkKind::Noun));
        abroad || place.and_then(|k| self.named_head(k)).is_some_and(|place| matches!(self.kind(&place), MentionKind::Country | MentionKind::Place))
    }

    /// "a Republican", "the Maine Republican": one member of a party is not the party.
    pub(super) fn is_member(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        let EntityRef::Listed(id) = self.mentions.found[head.mention as usize - 1].entity else { return false };
        let entity = self.view.gazetteer.names.entity(id);
        let party = matches!(entity.kind, EntityKind::Group | EntityKind::Organization);
        // "the Rohingya": all of them
        if entity.detail.as_deref() == Some("ethnic") && matches!(self.unit_text(chunk.first as usize), "the" | "The") {
            return false;
        }
        let one = !self.unit_text(chunk.head as usize).ends_with('s');
        party && one && (self.has_article(chunk) || matches!(self.unit_text(chunk.first as usize), "one" | "One"))
    }

    /// Whether "a" or "the" begins a noun group.
    fn has_article(&self, chunk: Chunk) -> bool {
        matches!(self.unit_text(chunk.first as usize), "a" | "an" | "the" | "A" | "An" | "The")
    }

    /// "the Maine Republican's plan": one member's, not the party's.
    pub(super) fn is_of_member(&self, chunk: Chunk, actor: &Actor) -> bool {
        let (first, end) = actor.tokens;
        let one = self.kind(actor) == MentionKind::Nationality && end == first + 1 && !self.view.document.tokens[first as usize].text(self.view.text).ends_with('s');
        one && self.has_article(chunk) && self.view.owns(end) && self.is_of_sort(actor, &["party"])
    }

    /// "a former Uber engineer" acts for Uber no more.
    pub(super) fn is_former(&self, chunk: Chunk) -> bool {
        (chunk.first as usize..chunk.head as usize).any(|unit| matches!(self.unit_text(unit), "former" | "Former" | "retired" | "onetime" | "exiled" | "defected"))
    }

    /// "Merkel's deputy", "Trump's ambassador": somebody else with an office of his own, unlike "Trump's government".
    pub(super) fn is_officer_of(&self, chunk: Chunk, actor: &Actor) -> bool {
        let head = &self.sentence.units[chunk.head as usize];
        let office = head.tag == Tag::Noun && self.view.gazetteer.titles(head.word).iter().any(|title| title.words.len() == 1);
        office && self.kind(actor) == MentionKind::Person && self.view.owns(actor.tokens.1)
    }

    /// "the death of X": what he suffers, not what he does.
    pub(super) fn is_loss(&self, n: usize) -> bool {
        self.head_is(n, WordSet::Loss)
    }

    /// "Facebook advocacy groups", "Iran solidarity activists": the name is what they are about.
    pub(super) fn is_cause_of(&self, chunk: Chunk) -> bool {
        let body = ["activist", "campaigner", "group", "network", "organi"].iter().any(|word| self.unit_text(chunk.head as usize).starts_with(word));
        let before = (chunk.head > chunk.first && body).then(|| chunk.head as usize - 1).filter(|&unit| self.sentence.units[unit].mention == 0);
        before.is_some_and(|unit| matches!(self.unit_text(unit), "advocacy" | "privacy" | "rights" | "solidarity" | "support" | "watch" | "watchdog"))
    }

    /// "Macron's family", "Scholz's driver", "families of Americans": private persons are not whose they are, unlike "Macron's candidate".
    pub(super) fn is_private_to(&self, head: &Unit, actor: &Actor) -> bool {
        let stands_for = || ["candidate", "nominee"].iter().any(|word| self.text_of(head).starts_with(word));
        head.flags & flag::PRIVATE != 0
            && match self.kind(actor) {
                MentionKind::Person => !stands_for(),
                MentionKind::Country | MentionKind::Nationality => !self.roles && actor.tokens.0 > head.first && head.flags & flag::TITLE == 0,
                _ => false,
            }
    }

    /// "the Texas dentist", "Swedish publicists": private persons are not the place or state before them. Where the unnamed are asked for, they are coded
    /// with their state, and so are several to whom something is done.
    pub(super) fn is_private_in(&self, n: usize, actor: &Actor, side: Side) -> bool {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        let one = head.tag == Tag::Noun;
        let owned = self.sentence.is_owned(n);
        // "Chad's state oil company", "Chad's central bank"
        let of_state = |unit: usize| self.unit_text(unit).starts_with("state") || matches!(self.unit_text(unit), "central" | "national" | "reserve");
        let public = || (chunk.first as usize..chunk.head as usize).any(of_state);
        let state = || !self.roles && !public() && self.listed(actor).is_some_and(|entity| entity.kind == EntityKind::Country);
        let land = || !self.roles && self.listed(actor).is_some_and(|entity| entity.kind == EntityKind::Place);
        // "Syrian rebels", "Syrian rebel commanders"
        let opposed = |unit: usize| self.sentence.units[unit].flags & flag::OPPOSED != 0 && self.sentence.units[unit].first >= actor.tokens.1;
        if (opposed(chunk.head as usize) || (chunk.first as usize..chunk.head as usize).any(opposed)) && (state() || land()) {
            return true;
        }
        head.flags & flag::PRIVATE != 0
            && match self.kind(actor) {
                MentionKind::Place => one || side == Side::Subject || !owned,
                MentionKind::Country | MentionKind::Nationality => (one || side == Side::Subject) && (state() || land()),
                _ => false,
            }
    }

    /// "the Republican governor" is not his party.
    pub(super) fn is_party_of_one(&self, chunk: Chunk, actor: &Actor) -> bool {
        let head = &self.sentence.units[chunk.head as usize];
        let one = !self.roles
            && head.tag == Tag::Noun
            && matches!(
                self.unit_text(chunk.head as usize),
                "candidate"
                    | "challenger"
                    | "congressman"
                    | "congresswoman"
                    | "contender"
                    | "donor"
                    | "governor"
                    | "hopeful"
                    | "man"
                    | "mayor"
                    | "nominee"
                    | "opponent"
                    | "rival"
                    | "senator"
                    | "voter"
                    | "woman"
            );
        one && self.is_adjectival(chunk) && self.is_of_sort(actor, &["party"])
    }

    /// "a Denver radio host", "a Washington conference": a city before a noun says where that is; "Washington's plan" says whose.
    pub(super) fn is_site_of(&self, actor: &Actor) -> bool {
        let city = self.kind(actor) == MentionKind::Place && self.is_of_sort(actor, &["city"]);
        city && !self.view.owns(actor.tokens.1)
    }

    /// "Russian", "U.S.": whether the last name before the head is an adjective, or an acronym that serves as one.
    pub(super) fn is_adjectival(&self, chunk: Chunk) -> bool {
        let mut before = (chunk.first as usize..chunk.head as usize).rev();
        let last = before.find(|&unit| self.sentence.units[unit].mention != 0);
        last.is_some_and(|unit| self.sentence.units[unit].tag == Tag::Adjective || !self.unit_text(unit).contains(char::is_lowercase))
    }

    /// "Italian fashion house Orsini": a name that no list has, and what it names before it; the nationality is not the one.
    pub(super) fn is_described_name(&self, chunk: Chunk) -> bool {
        let [before @ .., head] = &self.sentence.units[chunk.first as usize..=chunk.head as usize] else { return false };
        // "Italy's Orsini": nor is it the country
        let unknown = |unit: &Unit| unit.mention == 0 && unit.tag == Tag::Name && !self.view.gazetteer.words.find_lower(self.text_of(unit)).known();
        let owned = || before.iter().rev().skip_while(|unit| unknown(unit)).map(|unit| unit.tag).next() == Some(Tag::Genitive);
        // "X's sister Ann"
        let relative = || before.last().is_some_and(|unit| unit.mention == 0 && unit.flags & flag::RELATION != 0);
        if unknown(head) && (owned() || relative()) {
            return true;
        }
        let behind_nation = before.iter().skip_while(|unit| unit.mention == 0 || unit.tag != Tag::Adjective).skip(1);
        let mut things = behind_nation.filter(|unit| unit.tag == Tag::Noun && !unit.capital && unit.flags & flag::AGENT == 0);
        head.mention == 0 && head.tag == Tag::Name && things.next().is_some()
    }

    /// "European partners", "Turkish rivals": a nationality right before, no possessor.
    pub(super) fn national(&self, chunk: Chunk) -> bool {
        let units = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        units.iter().any(|u| u.mention != 0 && u.tag == Tag::Adjective) && !units.iter().any(|u| matches!(u.tag, Tag::Genitive | Tag::Possessive))
    }

    /// "U.S. allies" are those of the country, unlike "their U.S. allies": a country right before the head, and nobody whose they are.
    pub(super) fn allies_of_country(&self, chunk: Chunk) -> bool {
        if !matches!(self.unit_text(chunk.head as usize), "allies" | "ally") {
            return false;
        }
        let units = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        let owned = units.iter().any(|u| u.tag == Tag::Possessive);
        let country = units.last().filter(|u| u.mention != 0 && !u.compound).and_then(|u| self.listed(&self.named(u)).map(|entity| entity.kind));
        !owned && country == Some(EntityKind::Country)
    }

    /// "NATO allies", "EU partners": those of a bloc are the bloc, unlike the allies of a state.
    pub(super) fn bloc_of_allies(&self, chunk: Chunk) -> Option<Actor> {
        let [.., before, head] = &self.sentence.units[chunk.first as usize..=chunk.head as usize] else { return None };
        let allies = matches!(self.text_of(head), "Allies" | "Partners" | "allies" | "partners");
        let bloc = Some(before).filter(|unit| allies && unit.mention != 0 && !unit.compound).map(|unit| self.named(unit))?;
        self.is_of_sort(&bloc, &["bloc", "body"]).then_some(bloc)
    }

    /// "his Russian counterpart", "their US allies": a nation right before the head.
    pub(super) fn is_behind_nation(&self, chunk: Chunk) -> bool {
        let before = (chunk.head > chunk.first).then(|| &self.sentence.units[chunk.head as usize - 1]);
        before.is_some_and(|unit| unit.mention != 0 && !unit.compound && matches!(self.kind(&self.named(unit)), MentionKind::Country | MentionKind::Nationality))
    }
}
