//! The actors of a noun group and of all it is coordinated with: `X, Y and officials from Z`.

use super::actor::Side;
use super::{Actor, Reader};
use crate::gazetteer::{flag, Tag};
use crate::syntax::ChunkKind;

impl Reader<'_> {
    /// The actors of the noun group at `n` and of all it is coordinated with.
    pub fn actors(&self, n: usize, side: Side) -> Vec<Actor> {
        let groups = self.groups(n, side);
        let mut actors: Vec<Actor> = Vec::with_capacity(groups.len());
        for (k, &group) in groups.iter().enumerate() {
            let next = groups.get(k + 1).copied();
            if k > 0 && self.is_land_of(group, groups[k - 1]) && !next.is_some_and(|next| self.names_state(next)) {
                continue;
            }
            if next.is_some_and(|next| group == groups[0] && self.is_count_of(group, next)) || self.is_other_matter(group, groups[0], n) {
                continue;
            }
            if group > groups[0] && self.begins_other_list(group, groups[0]) {
                break;
            }
            // "Deputy Prime Minister and Foreign Minister X": the titles are not somebody else
            let titled = next.filter(|_| self.is_title(group)).and_then(|next| self.titled_person(next));
            if titled.is_some_and(|person| self.titled_person(group).is_none_or(|own| own == person)) {
                continue;
            }
            self.extend_by_group(group, side, &mut actors);
        }
        if actors.iter().all(|actor| actor.mention.is_none()) {
            if let Some(k) = self.instance(n) {
                actors = self.actors(k, side);
            }
        }
        actors
    }

    /// The noun groups that are coordinated with the one at `n`, it among them.
    fn groups(&self, n: usize, side: Side) -> Vec<usize> {
        let mut groups = Vec::new();
        self.sentence.conjuncts(n, &mut groups);
        // "floods in X and its drive"
        let whole = groups[0];
        if whole != n && self.sentence.names(whole) && self.is_other_thing(n) {
            // "X and its American arm"
            let arm = side == Side::Subject && self.chunk_text(n) == "its" && matches!(self.head_text(n), "arm" | "division" | "parent" | "partner");
            groups = vec![if arm { whole } else { n }];
        }
        groups
    }

    /// Whether the noun group at `n` is a thing, unlike "X and a number of Y".
    fn is_other_thing(&self, n: usize) -> bool {
        self.sentence.is_thing(n) && !self.counts(self.sentence.head(n))
    }

    /// "Two Republicans, Ann Lee and Bo Lim,": whether a group only counts those whom the next one names.
    fn is_count_of(&self, group: usize, next: usize) -> bool {
        let head = self.sentence.head(group);
        let counted = head.mention != 0 && head.tag == Tag::Plural && self.sentence.first(group).tag == Tag::Number;
        counted && self.sentence.names_person(next) && self.sentence.is(group + 1, ChunkKind::Comma)
    }

    /// "Tucson, Arizona, and Nogales": whether the name of a group only says where the town of the group before it is.
    fn is_land_of(&self, group: usize, town: usize) -> bool {
        let (Some(land), Some(city)) = (self.named_head(group), self.named_head(town)) else { return false };
        let same = || self.listed(&land).zip(self.listed(&city)).is_some_and(|(land, city)| land.country.is_some() && land.country == city.country);
        group == town + 2 && self.sentence.is(town + 1, ChunkKind::Comma) && self.names_state(group) && self.is_of_sort(&city, &["city"]) && same()
    }

    /// Whether the noun group at `n` is the name of a part of a country.
    fn names_state(&self, n: usize) -> bool {
        self.named_head(n).is_some_and(|land| self.is_of_sort(&land, &["state"]))
    }

    /// Whether a group that is coordinated with `first` is a thing of which something else is told than of the one at `n`.
    fn is_other_matter(&self, group: usize, first: usize, n: usize) -> bool {
        if group <= first || group == n || !self.is_other_thing(group) {
            return false;
        }
        let named = self.sentence.names(first);
        // "war against X and Polish plans"
        let plans = || named && !self.sentence.is_owned(group);
        // "X's war on Y and Z's plans": another's plans
        let of_another = || named && group > n && self.sentence.preposition(first).is_some_and(|p| p > 0 && self.sentence.is_owned(p - 1) && self.is_event(p - 1));
        // "X's invasion of Y and its toll": the toll of the one is no other target
        let its = |group: usize| matches!(self.chunk_text(group), "its" | "his" | "her" | "their");
        let toll = || !named && self.sentence.names_owner(first) && its(group);
        // "dominance over its neighbours, and his fear": another's
        let fear = || group > n && its(group) && its(first) && self.chunk_text(group) != self.chunk_text(first);
        plans() || of_another() || toll() || fear()
    }

    /// Whether another list than that which `first` begins begins at a group.
    fn begins_other_list(&self, group: usize, first: usize) -> bool {
        let behind = self.sentence.chunks.get(group + 1);
        let somebody = self.sentence.names(first) || self.sentence.head(first).flags & flag::AGENT != 0;
        // "the work of officials and the efforts of X"
        let efforts = somebody && self.is_other_thing(group) && behind.is_some_and(|c| self.unit_text(c.first as usize) == "of");
        // "contacts with X and a NATO that is weak": of that something else is told
        efforts || matches!(self.chunk_text(group), "a" | "an") && behind.is_some_and(|c| c.kind == ChunkKind::Relative)
    }

    /// Adds the actors of one noun group.
    fn extend_by_group(&self, group: usize, side: Side, actors: &mut Vec<Actor>) {
        if let Some(noun) = self.delegates(group).or_else(|| self.several(group)) {
            return actors.extend(self.actors(noun, side));
        }
        let together = self.together(group);
        if !together.is_empty() {
            return actors.extend(together);
        }
        let Some(one) = self.actor(group, side).filter(|actor| !self.is_sea(actor)) else { return };
        actors.push(one);
        // "Egyptian officials, including X and Y": they, too
        let officials = self.sentence.plural(group) && self.sentence.head(group).mention == 0;
        if let Some(instance) = self.instance(group).filter(|&k| officials && self.titled_person(k).is_some_and(|person| self.sentence.names_person(person))) {
            actors.extend(self.actors(instance, side));
        }
        // "the work of X and Y": of both
        if self.sentence.is_thing(group) {
            actors.extend(self.others_behind_of(group, &one));
        }
    }

    /// "officials from A, B and C", "envoys representing A and B": the noun group behind the preposition, where it names several.
    fn delegates(&self, n: usize) -> Option<usize> {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        // "the Secretary for European and Eurasian Affairs" is one
        let several = self.unit_text(chunk.head as usize).ends_with('s') || self.sentence.plural(n);
        if head.mention != 0 || !several || head.flags & flag::AGENT == 0 || self.modifier(chunk).is_some() {
            return None;
        }
        let chunks = &self.sentence.chunks;
        let links = match chunks.get(n + 1)?.kind {
            ChunkKind::Preposition => matches!(self.chunk_text(n + 1), "of" | "from" | "for"),
            // unlike "lawyers representing A"
            _ => self.is_representing(n) && head.flags & flag::RELATION == 0,
        };
        let noun = chunks.get(n + 2).filter(|c| c.kind == ChunkKind::Noun && links)?;
        let named = self.sentence.units[noun.head as usize].mention != 0;
        (named && self.sentence.coordination_end(n + 2) > n + 3).then_some(n + 2)
    }

    /// "the work of X and Y", "drills by X and Y": those with whom the one behind the preposition is named, where he stands for the noun group at `n`.
    fn others_behind_of(&self, n: usize, one: &Actor) -> Vec<Actor> {
        let of = self.sentence.is(n + 1, ChunkKind::Preposition) && matches!(self.chunk_text(n + 1), "by" | "of") && self.sentence.is(n + 2, ChunkKind::Noun);
        let named = of && self.sentence.coordination_end(n + 2) > n + 3 && self.named_head(n + 2).is_some_and(|first| first.tokens == one.tokens);
        let all = if named { self.actors(n + 2, Side::Object) } else { Vec::new() };
        all.into_iter().skip(1).collect()
    }

    /// "conservatives like X", "groups such as Y", "countries, including Z", "officials from W, including X": the named instance.
    pub(super) fn instance(&self, n: usize) -> Option<usize> {
        let chunks = &self.sentence.chunks;
        let acts = self.sentence.units[chunks[n].head as usize].flags & (flag::AGENT | flag::RELATION) != 0;
        let of = acts && self.sentence.is(n + 1, ChunkKind::Preposition) && matches!(self.chunk_text(n + 1), "of" | "from") && self.sentence.is(n + 2, ChunkKind::Noun);
        let n = if of && self.sentence.is(n + 3, ChunkKind::Comma) && self.sentence.is(n + 4, ChunkKind::Preposition) { n + 2 } else { n };
        // "agencies in Somalia including X"
        let placed = acts && self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "in" && self.chunk_text(n + 3) == "including";
        let n = if placed { n + 2 } else { n };
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
        let named = |k: usize| self.sentence.is(k, ChunkKind::Noun) && (self.sentence.head(k).mention != 0 || self.titled_person(k).is_some());
        Some(k).filter(|&k| like && named(k))
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
    pub(super) fn titled_person(&self, n: usize) -> Option<usize> {
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
}
