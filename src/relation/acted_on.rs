//! Whom a verb acts on: the actors at the target of its pattern, but for those that stand for something else there.

use super::actor::Side;
use super::verbal::VerbEvent;
use super::{Actor, Reader, Rule};
use crate::gazetteer::{flag, Class, Step, Tag, VerbPattern, WordSet};
use crate::mention::MentionKind;
use crate::syntax::{ChunkKind, Form, Unit, Via};

impl Reader<'_> {
    /// Those on whom a verb acts by a pattern that fits, with its target at `target`.
    pub(super) fn acted_on(&self, event: &VerbEvent<'_>, pattern: &VerbPattern, target: usize, class: Class) -> Vec<Actor> {
        let &VerbEvent { v, verb, rule, subject, .. } = event;
        let mut targets = self.targets(event, pattern, target, class);
        if targets.iter().all(|actor| actor.mention.is_none()) && self.is_named_by(pattern, target) {
            targets.extend(self.modifier(self.sentence.chunks[target]).filter(|actor| !self.is_sea(actor)));
        }
        // "X sued Y, a move condemned by Z"
        if (targets.is_empty() || self.head_is(target, WordSet::SumUp)) && (verb.passive || rule == Rule::Relative) {
            let doers = self.doers_of(target, v);
            if !doers.is_empty() {
                targets = doers;
            }
        }
        if class == Class::Request && !verb.passive && !targets.is_empty() {
            targets.extend(self.also_asked(target));
        }
        self.retain_acted_on(v, pattern, target, &mut targets);
        // "X and Y, who was hired by Z": Y alone
        let of_one = || targets.len() > 1 && subject.is_some_and(|s| s.noun == target && self.is_of_one(v, s));
        // "the Russian army and a militia trained by X": the militia
        let last = || verb.passive && verb.form == Form::Participle && matches!(self.chunk_text(target), "a" | "an") && self.sentence.first_conjunct(target) < target;
        if of_one() || last() && subject.is_some_and(|s| s.noun == target && s.via == Via::Antecedent) {
            targets = self.actor(target, Side::Object).into_iter().collect();
        }
        targets
    }

    /// The actors of the noun group where the target stands, or the country where it stands.
    fn targets(&self, event: &VerbEvent<'_>, pattern: &VerbPattern, target: usize, class: Class) -> Vec<Actor> {
        let mut targets = self.actors(target, Side::Object);
        if event.verb.passive {
            // "polls sponsored by X and Y": X is no target of Y
            let agents = self.agent(event.arguments);
            targets.retain(|t| !agents.iter().any(|a| a.tokens == t.tokens));
        }
        if targets.iter().all(|t| t.mention.is_none()) {
            targets.extend(self.scene(target, class));
        }
        // "bombed the Houthi-held port of X": them
        if matches!(class, Class::Assault | Class::Coerce) {
            let chunk = self.sentence.chunks[target];
            let held = |unit: &&Unit| unit.compound && matches!(self.view.gazetteer.words.text(unit.word), "held" | "controlled" | "run" | "flagged" | "registered");
            let holder = self.sentence.units[chunk.first as usize..chunk.head as usize].iter().find(held).map(|unit| self.named(unit));
            targets = holder.map_or(targets, |holder| vec![holder]);
        }
        // "travelled to Bergen, Norway"
        if let ([town], Class::Consult) = (targets.as_slice(), class) {
            let land = self.land_of(target).filter(|_| self.is_mere_place(town));
            targets = land.map_or(targets, |land| vec![land]);
        }
        // "condemned the X-Y alliance", "the X-Y talks brokered by Z"
        if targets.is_empty() && (matches!(class, Class::Support | Class::Accuse) || self.frame_name(pattern.frame) == "broker") {
            targets = self.pair_before(target);
        }
        // "shot down 12 of 15 drones launched by X"
        if targets.is_empty() && class == Class::Assault {
            let weapon = self.counted(target).unwrap_or(target);
            targets.extend(self.maker(weapon).filter(|_| self.head_is(weapon, WordSet::Weapon)));
        }
        // "condemned the U.S.-led strikes"
        if targets.is_empty() && matches!(class, Class::Accuse | Class::Support) {
            targets.extend(self.attacker(target));
        }
        targets
    }

    /// "Bergen, Norway": the country that a comma parts from the town at `n`.
    fn land_of(&self, n: usize) -> Option<Actor> {
        let behind = self.sentence.is(n + 1, ChunkKind::Comma) && self.sentence.is(n + 2, ChunkKind::Noun);
        Some(n + 2).filter(|_| behind).and_then(|k| self.named_head(k)).filter(|land| self.kind(land) == MentionKind::Country)
    }

    /// "the X-Y alliance": the two whose thing the noun group at `n` names.
    pub(super) fn pair_before(&self, n: usize) -> Vec<Actor> {
        let chunk = self.sentence.chunks[n];
        let units = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        let named = |unit: &Unit| unit.mention != 0 && !unit.person;
        let pair = units.windows(3).find(|three| named(&three[0]) && three[1].tag == Tag::Hyphen && named(&three[2])).filter(|_| self.sentence.is_thing(n));
        pair.map_or_else(Vec::new, |three| vec![self.named(&three[0]), self.named(&three[2])])
    }

    /// "is X's ally" for `be ally of X`: whether the target is in the group of the noun that the pattern asks for.
    fn is_named_by(&self, pattern: &VerbPattern, target: usize) -> bool {
        let [.., nouns @ Step::Nouns(_), Step::Through(_), Step::Target] = pattern.steps.as_slice() else { return false };
        self.wanted(Some(nouns), Some(target as u32))
    }

    /// "urged X to stop and Y to help": Y, where X is the noun group at `n`.
    fn also_asked(&self, n: usize) -> Vec<Actor> {
        let chunks = &self.sentence.chunks;
        let infinitive = |k: usize| self.sentence.form(k) == Some(Form::Infinitive);
        let Some(v) = self.sentence.next(self.sentence.coordination_end(n) - 1).filter(|&k| infinitive(k)) else { return Vec::new() };
        let inside = |k: &usize| matches!(chunks[*k].kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Conjunction);
        let other = (v + 1..chunks.len()).take(12).take_while(inside).find(|&k| {
            let joined = self.sentence.is(k, ChunkKind::Noun) && self.sentence.is(k - 1, ChunkKind::Conjunction) && self.chunk_text(k - 1) == "and";
            joined && self.sentence.names(k) && self.sentence.next(k).is_some_and(infinitive)
        });
        other.and_then(|k| self.named_head(k)).into_iter().collect()
    }

    /// "X sued Y, a move condemned by Z", "…, in a decision hailed by Z": who did what the noun group at `n`, of which the verb at `v` tells, sums up.
    pub(super) fn doers_of(&self, n: usize, v: usize) -> Vec<Actor> {
        let accusation = self.head_is(n, WordSet::Claim);
        let sums_up = self.head_is(n, WordSet::SumUp);
        // "a move", "allegations"
        let new = matches!(self.chunk_text(n), "a" | "an") || accusation && self.sentence.chunks[n].first == self.sentence.chunks[n].head;
        let from = self.sentence.preposition(n).filter(|&p| p + 1 == n && self.chunk_text(p) == "in").unwrap_or(n);
        // "a move backed by Y but condemned by Z"
        let joined = |k: usize| self.sentence.chunks[k].verb.passive && self.sentence.chunks[k].verb.form == Form::Participle;
        let near = n < v && !(n + 1..v).any(|k| self.sentence.chunks[k].is_verb() && !joined(k));
        // "sued Y in a move that": without a comma, too
        let bound = if from < n { Some(from) } else { self.sentence.previous(n).filter(|&k| self.sentence.is(k, ChunkKind::Comma)) };
        let bound = bound.filter(|_| (sums_up || accusation) && new && near);
        let Some(main) = bound.and_then(|bound| (0..bound).rev().find(|&k| self.is_finite(k))) else { return Vec::new() };
        let told = self.sentence.chunks[main].verb;
        // "…, officials said, a move condemned by Z", "X spoke of Y's decision to go, a move …"
        // unlike "X accused Y of lying, a charge Y denied"
        let other = |k: usize| self.sentence.chunks[k].is_verb() && !(accusation && self.sentence.chunks[k].verb.form == Form::Gerund);
        if told.passive || told.reports || (main + 1..from).any(other) || self.attribution(main).is_some() {
            return Vec::new();
        }
        self.who_acts(main)
    }

    /// Drops the targets that only stand for what happened there, what becomes of them, or a house.
    fn retain_acted_on(&self, v: usize, pattern: &VerbPattern, target: usize, targets: &mut Vec<Actor>) {
        let direct = pattern.steps.as_slice() == [Step::Target];
        match self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base) {
            // "responded to Bergen"
            "react" | "respond" => targets.retain(|actor| !self.is_mere_place(actor)),
            // "recognized Pristina as the capital": the town
            "recognize" => targets.retain(|actor| !self.is_seat(actor)),
            // a party wins a chamber or the White House, unlike "captured Kabul"
            "capture" | "flip" | "recapture" | "retake" | "seize" => {
                let house = self.sentence.first(target).tag == Tag::Determiner;
                targets.retain(|actor| self.listed(actor).is_none_or(|entity| entity.detail.as_deref() != Some("legislature")) && !(house && self.is_seat(actor)));
            }
            // "tells the story of X"
            "tell" if matches!(self.head_text(target), "joke" | "jokes" | "lie" | "lies" | "stories" | "story" | "tale" | "tales" | "truth") => targets.clear(),
            // "told a Lyon stadium": those who were there
            // "told the Leveson inquiry": not whom it is called after
            "tell" if direct && self.sentence.is_thing(target) => {
                let inquiry = self.sentence.head(target).flags & flag::INQUIRY != 0 && !self.sentence.is_owned(target);
                targets.retain(|actor| match self.kind(actor) {
                    MentionKind::Place | MentionKind::Country => false,
                    MentionKind::Person => !inquiry,
                    _ => true,
                });
            }
            // "is surrounded by aides"
            "surround" if self.sentence.names_person(target) => targets.clear(),
            // "arrived at the Oslo airport", unlike "in the Afghan capital"
            "arrive" if self.sentence.is_thing(target) && !matches!(self.head_text(target), "capital" | "city" | "soil") => targets.clear(),
            // "was fired by X at the White House"
            "fire" if self.sentence.chunks[v].verb.passive && target > v && matches!(pattern.steps.first(), Some(Step::Through(_))) => targets.clear(),
            // "Brazil leads, followed by Peru"
            "follow" if self.sentence.chunks[v].verb.passive && self.sentence.chunks[v].verb.form == Form::Participle => targets.clear(),
            // "wishes X would go"
            "wish" if self.sentence.next(self.sentence.coordination_end(target) - 1).is_some_and(|k| self.is_finite(k)) => targets.clear(),
            // "joined other senators": he is one of them
            "join" if (self.sentence.chunks[target].first..self.sentence.chunks[target].head).any(|unit| matches!(self.unit_text(unit as usize), "fellow" | "other")) => {
                let end = self.head_tokens(target).1;
                targets.retain(|actor| actor.tokens.1 == end);
            }
            // "left X isolated"
            "leave" if direct && self.is_described_behind(target) => targets.clear(),
            // "defends 21 Senate seats"
            "defend" | "lose" | "win" if matches!(self.head_text(target), "seat" | "seats") => targets.clear(),
            // "hit the president's targets"
            "beat" | "exceed" | "hit" | "miss" if matches!(self.head_text(target), "deadline" | "goal" | "goals" | "quota" | "quotas" | "target" | "targets") => targets.clear(),
            // "hosts a conference for Haiti", "a conference for Haiti hosted by X"
            "host" | "co-host" if self.is_occasion_for(v, target) => targets.clear(),
            // "hosts the Davos Summit"
            "host" if self.is_event(target) && !self.sentence.is_owned(target) => targets.retain(|actor| self.kind(actor) != MentionKind::Place),
            // "leads Ohio by ten points": in it
            "lead" if pattern.steps.first() == Some(&Step::Target) => targets.retain(|actor| !self.is_mere_place(actor)),
            // "keeps X from falling": helps it
            "keep" | "prevent" | "stop" if self.is_fall(target) => targets.clear(),
            // "went to see X", unlike "saw X"
            "see" if self.frame_name(pattern.frame) == "meet" && !self.is_on_the_way(v) => targets.clear(),
            // "takes over the policy of X"
            "acquire" | "take" if self.frame_name(pattern.frame) == "acquire" && self.is_matter(target) && self.sentence.is(target + 1, ChunkKind::Preposition) => targets.clear(),
            // "who represents Essex": an office
            "represent" if targets.iter().all(|actor| self.kind(actor) == MentionKind::Place) => targets.clear(),
            // "represents Essex in Parliament"
            "represent" if self.sentence.is(target + 1, ChunkKind::Preposition) && self.chunk_text(target + 1) == "in" => {
                targets.retain(|actor| !matches!(self.kind(actor), MentionKind::Country | MentionKind::Place));
            }
            // "probed X's claim that Y lied": Y
            "investigate" | "probe" | "examine" | "open" | "launch" if self.is_claim_of_another(target) => targets.clear(),
            // "threatened X's security": endangered it
            "threaten" if direct && self.sentence.is_thing(target) => targets.clear(),
            // "spoke to X at a conference of Y": to him
            "speak" if self.sentence.next(v).is_some_and(|k| k + 1 != target && self.sentence.is(k + 1, ChunkKind::Noun) && matches!(self.chunk_text(k), "to" | "with")) => {
                targets.clear()
            }
            // "closed the Polish consulate in Bergen": Poland's
            "close" | "shut" => {
                let thing = (target.min(v)..target.max(v)).rev().find(|&k| self.sentence.is(k, ChunkKind::Noun) && k != target && self.sentence.is_thing(k));
                if let Some(owner) = thing.and_then(|k| self.modifier(self.sentence.chunks[k])).filter(|_| targets.iter().all(|actor| self.kind(actor) == MentionKind::Place)) {
                    *targets = vec![owner];
                }
            }
            // "X's creditors, led by Y"
            "lead" if self.sentence.chunks[v].verb.passive && !self.sentence.names(target) => targets.clear(),
            // "left X stunned"
            "leave" if self.sentence.is(self.sentence.coordination_end(target), ChunkKind::Adjective) => targets.clear(),
            // "left the White House" is no leaving of a state
            "leave" if direct => targets.retain(|actor| !self.is_seat(actor)),
            // "wants X to fail", "wants the American public to know": asks nobody for anything
            "want" if self.is_to_fall(target) || self.head_text(target) == "public" => targets.clear(),
            // "issued a travel notice for Kenya"
            "issue" if self.frame_name(pattern.frame) == "arrest" => targets.retain(|actor| !matches!(self.kind(actor), MentionKind::Country | MentionKind::Place)),
            // "joined the Greens' field"
            "join" if self.head_text(target) == "field" => targets.clear(),
            // "then we addressed China": talked of it
            "address" if direct => targets.retain(|actor| self.kind(actor) != MentionKind::Country),
            // "banned people from X's army": them
            "ban" | "bar" | "exclude" | "expel" | "keep" | "oust" | "remove" | "suspend" if direct && self.is_kept_out_of(target) => {
                let end = self.tokens(target).1;
                targets.retain(|actor| actor.tokens.1 <= end);
            }
            // "returned order to the House": gives nothing back
            "return" if self.frame_name(pattern.frame) == "return" && self.restores(v) => targets.clear(),
            // "like the president that he wants to become": himself
            "want" | "like" | "hope" if self.becomes(v) && target < v => targets.clear(),
            // "appointed a Middle East envoy": nobody of there
            _ if self.frame_name(pattern.frame) == "appoint" => {
                let end = self.head_tokens(target).1;
                targets.retain(|actor| matches!(self.kind(actor), MentionKind::Person | MentionKind::Organization) || actor.tokens.1 == end);
            }
            // "investigates X's accusation": another is accused
            _ if self.frame_name(pattern.frame) == "investigate" && self.head_is(target, WordSet::Claim) && !self.sentence.names(target) => targets.clear(),
            // "quit the Capitol" is no retreat, "withdrew from Kabul" is
            _ if direct && self.class(pattern.frame) == Class::Retreat => targets.retain(|actor| !self.is_seat(actor)),
            _ => {}
        }
    }

    /// "to become": whether an infinitive of being stands right behind the verb at `v`.
    fn becomes(&self, v: usize) -> bool {
        let next = self.sentence.next(v).and_then(|k| self.sentence.chunks[k].verb()).filter(|verb| verb.form == Form::Infinitive);
        next.is_some_and(|verb| matches!(self.view.gazetteer.words.text(verb.base), "be" | "become"))
    }

    /// "left X isolated": whether an adjective or participle behind the noun group at `n` says in what state it is.
    fn is_described_behind(&self, n: usize) -> bool {
        let end = self.sentence.coordination_end(n);
        self.sentence.is(end, ChunkKind::Adjective) || self.sentence.form(end) == Some(Form::Participle) && self.sentence.chunks[end].first == self.sentence.chunks[end].head
    }

    /// "X from falling": whether what the noun group at `n` is kept from befalls it.
    fn is_fall(&self, n: usize) -> bool {
        self.chunk_text(n + 1) == "from" && self.befalls(n + 2, Form::Gerund)
    }

    /// "X to fail": whether an infinitive behind the noun group at `n` is what befalls it.
    fn is_to_fall(&self, n: usize) -> bool {
        self.befalls(n + 1, Form::Infinitive)
    }

    /// Whether a verb of this form, of what befalls somebody, stands at chunk `at`.
    fn befalls(&self, at: usize, form: Form) -> bool {
        let verb = self.sentence.chunks.get(at).and_then(|c| c.verb()).filter(|verb| verb.form == form);
        verb.is_some_and(|verb| self.view.gazetteer.sets.has(WordSet::Fall, verb.base))
    }

    /// "a conference for X": whether the noun group at `n`, which the verb at `v` tells of, names what somebody meets about, or only that.
    fn is_occasion_for(&self, v: usize, n: usize) -> bool {
        let about = || self.is_event(n) && self.sentence.is(n + 1, ChunkKind::Preposition) && matches!(self.chunk_text(n + 1), "for" | "on" | "about");
        let led = |p: usize| !matches!(self.chunk_text(p), "of" | "between" | "with");
        about() || self.sentence.chunks[v].verb.passive && self.sentence.preposition(n).is_some_and(led)
    }

    /// "people from X": whether "from" tells what those at `n` are shut out of, and not whence goods come.
    fn is_kept_out_of(&self, n: usize) -> bool {
        self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "from" && !self.head_is(n, WordSet::Goods)
    }

    /// "returned calm", "restored a sense of order": whether the object of the verb at `v` is a state of things.
    fn restores(&self, v: usize) -> bool {
        let object = self.sentence.next(v).filter(|&n| self.sentence.is(n, ChunkKind::Noun));
        object.is_some_and(|n| matches!(self.head_text(n), "calm" | "civility" | "dignity" | "normalcy" | "normality" | "order" | "peace" | "sanity" | "sense" | "stability"))
    }

    /// "X's claim that Y lied": whether the noun group at `n` is what somebody says of another.
    fn is_claim_of_another(&self, n: usize) -> bool {
        let claim = self.head_is(n, WordSet::Claim);
        claim && self.sentence.is_owned(n) && (self.sentence.is(n + 1, ChunkKind::That) || self.sentence.is(n + 1, ChunkKind::Preposition))
    }

    /// "went to Oslo to see X": whether the infinitive at `v` tells what somebody travels for.
    fn is_on_the_way(&self, v: usize) -> bool {
        let Some(Via::Control(u) | Via::ObjectControl(u)) = self.sentence.subject(v).map(|s| s.via) else { return false };
        self.view.gazetteer.sets.has(WordSet::Travel, self.sentence.chunks[u as usize].verb.base)
    }

    /// The class of a frame over what the noun group at `n` names: "attacked his record" is said, "killed his bill" no assault on him.
    pub(super) fn class_over(&self, frame: u32, n: usize) -> Option<Class> {
        let class = self.class(frame);
        if class == Class::Assault && self.is_matter(n) {
            self.view.gazetteer.frames.frames[frame as usize].persons
        } else if matches!(class, Class::Reject | Class::Support) && self.is_downfall(n) {
            None
        } else {
            Some(class)
        }
    }

    /// "backed X's removal", "opposed X's removal", unlike "backed X's removal of Y": whether the noun group at `n` names what X is to suffer.
    fn is_downfall(&self, n: usize) -> bool {
        self.sentence.is_owned(n) && self.head_is(n, WordSet::Downfall) && self.sentence.chunks.get(n + 1).is_none_or(|c| self.unit_text(c.first as usize) != "of")
    }

    /// Whether the noun group at `n` names what somebody thinks, says or decides: "his record", "all of X's rules".
    fn is_matter(&self, n: usize) -> bool {
        let told = self.counted(n).unwrap_or(n);
        self.sentence.head(told).flags & flag::MATTER != 0
    }

    /// Whether the head of a noun group is somebody itself: a name, a pronoun, an agent; not "X's demands".
    pub(super) fn is_headed(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        // "suspended the country"
        let land = || matches!(self.text_of(head), "country" | "kingdom" | "nation") && self.definite(chunk).is_some();
        (head.mention != 0 && !head.compound) || head.tag == Tag::Pronoun || land() || head.flags & (flag::AGENT | flag::RELATION) != 0 || self.counts(head)
    }

    /// "offered X money": whether a name and what it is given stand in one noun group.
    pub(super) fn is_given(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let first = &self.sentence.units[chunk.first as usize];
        let named = first.mention != 0 && !first.compound && matches!(first.tag, Tag::Name | Tag::Plural);
        named && chunk.head > chunk.first && self.sentence.units[chunk.first as usize + 1].tag == Tag::Noun
    }

    /// "a French project backed by X": what is done to some such thing for good is not done to the nation, unlike "a Russian jet downed by X".
    pub(super) fn is_some_thing_of_nation(&self, n: usize, class: Class) -> bool {
        let good = matches!(class, Class::Support | Class::Aid | Class::Cooperate | Class::Other);
        good && matches!(self.chunk_text(n), "a" | "an")
            && self.sentence.is_thing(n)
            && self.modifier(self.sentence.chunks[n]).is_some_and(|actor| self.kind(&actor) == MentionKind::Nationality)
    }
}
