//! Event nouns: `China's support for Russia`, `talks between X and Y`, and verbs that lend them a subject: `held talks with X`.

use super::actor::Side;
use super::context::{is_promise, Context};
use super::owner::is_of_another;
use super::{Actor, Found, Modality, Reader, Rule};
use crate::gazetteer::{flag, word, Class, EntityKind, Inner, NounPattern, Step, Tag, VerbPattern, WordId, WordSet};
use crate::mention::{FoundBy, MentionKind};
use crate::syntax::{Argument, ChunkKind, Form, Unit};

/// The sides of an event noun, as far as the words around give them.
#[derive(Default)]
pub(super) struct Sides {
    pub sources: Vec<Actor>,
    pub targets: Vec<Actor>,
    pub rule: Option<Rule>,
    /// The verb that lends its subject.
    pub verb: Option<usize>,
    /// It is still to come: "said so ahead of a meeting with X".
    pub ahead: bool,
    /// The class over what the targets own: an attack on their record is none on them.
    pub class: Option<Class>,
    /// "between" has named both sides.
    pub named: bool,
    /// "by" tells who does it, and names nobody.
    pub unnamed: bool,
    /// "X's backing by Y": the possessor is the target.
    pub turned: bool,
    /// It was granted or refused, so it was made.
    pub answered: bool,
}

impl Reader<'_> {
    /// Reads the relations of the noun group at chunk `n`: of its head noun, and of compounds such as `Iran-backed`.
    pub fn nominal(&self, n: usize, arguments: &mut Vec<Argument>, out: &mut Vec<Found>) {
        let chunk = self.sentence.chunks[n];
        if chunk.kind != ChunkKind::Noun {
            return;
        }
        if self.sentence.has_compounds {
            self.compounds(n, out);
        }
        self.sides_with(n, out);
        let head = &self.sentence.units[chunk.head as usize];
        if head.mention != 0 && !head.compound {
            return;
        }
        let mut patterns = self.noun_patterns(n).filter(|pattern| !pattern.agent).peekable();
        if patterns.peek().is_some() {
            self.noun(n, patterns, arguments, out);
        }
    }

    /// Reads what the first of these patterns that has both sides tells of the event noun at `n`.
    fn noun<'a>(&self, n: usize, patterns: impl Iterator<Item = &'a NounPattern>, arguments: &mut Vec<Argument>, out: &mut Vec<Found>) {
        if self.is_read_by_verb(n, out) || self.is_other_sense(n) {
            return;
        }
        for pattern in patterns {
            let mut sides = self.sides(n, pattern, arguments);
            // "X's hostility toward its base": its own
            let own = |actor: &Actor| {
                actor.by == FoundBy::Pronoun && actor.tokens.0 > self.head_tokens(n).1 && self.view.document.tokens[actor.tokens.0 as usize].text(self.view.text) == "its"
            };
            if self.sentence.is_owned(n) && !sides.sources.is_empty() {
                sides.targets.retain(|target| !own(target));
            }
            let frame = &self.view.gazetteer.frames.frames[pattern.frame as usize];
            if sides.targets.is_empty() && frame.symmetric && sides.sources.len() > 1 && !self.is_of_each(n, pattern, &sides) {
                self.among(&sides, n, pattern, out);
                return;
            }
            if sides.targets.is_empty()
                && (frame.class == Class::Request && self.is_answerable(n) || matches!(frame.class, Class::Protest | Class::Reject) && self.is_overridden(n))
            {
                sides.targets = self.answering(n);
                sides.answered = true;
            }
            if sides.sources.is_empty() && !sides.targets.is_empty() && frame.class != Class::Consult {
                sides.sources = self.joint_source(n, out);
            }
            if sides.sources.is_empty() && matches!(frame.class, Class::Agree | Class::Consult) && self.ruled_out(n, &sides.targets, out) {
                return;
            }
            if sides.sources.is_empty() || sides.targets.is_empty() {
                continue;
            }
            // "X's interview with CNN", "in an interview with Y, X said": X is asked
            let asked = || self.are_media(&sides.targets) || sides.verb.is_none() && !self.sentence.is_owned(n);
            if frame.name == "interview" && asked() && !self.are_media(&sides.sources) {
                std::mem::swap(&mut sides.sources, &mut sides.targets);
            }
            let verbal = Some(Class::Accuse).filter(|_| frame.class == Class::Assault && self.is_verbal(n));
            let Some(mut context) = self.context_of(n, &sides, verbal.or(sides.class).unwrap_or(frame.class)) else { return };
            if sides.verb.is_none() && self.is_negative(n) {
                context.negated = !context.negated;
            }
            self.emit(&sides.sources, &sides.targets, pattern.frame, &pattern.text, self.head_tokens(n), sides.rule.unwrap_or(Rule::Nominal), &context, out);
            return;
        }
    }

    /// "ended its occupation of X": whether the event noun at `n` is the verb's to read, unlike "brokered a deal between X and Y", which is between them, too.
    fn is_read_by_verb(&self, n: usize, out: &[Found]) -> bool {
        let chunk = self.sentence.chunks[n];
        // "lifted most of its sanctions"
        let counter = n.checked_sub(2).filter(|&k| self.is_own(n) && self.sentence.is(k, ChunkKind::Noun) && self.counted(k) == Some(n));
        // "called off its offensive": the particle is the verb's
        let before = self.sentence.previous(counter.unwrap_or(n)).map(|k| self.before_particle(k, &["off", "down", "out", "up", "back"]));
        let Some(v) = before.filter(|&v| self.sentence.chunks[v].is_verb()) else { return false };
        let read = out.iter().rev().take(8).find(|found| found.trigger == self.head_tokens(v));
        let between = self.sentence.chunks.get(n + 1).is_some_and(|c| self.unit_text(c.first as usize) == "between");
        // "approved a loan of $5 million for X" by `approve aid|loan to|for X`
        if read.is_some_and(|found| self.is_asked_by(&found.pattern, n)) && !between && !self.is_answerable(n) && !self.is_restated(v, n) {
            return true;
        }
        let Some(class) = self.own_sense(v, n) else { return false };
        // "turned down a request from X": X made one
        if matches!(class, Class::Agree | Class::Concede | Class::Reject) && self.is_answerable(n) || self.is_restated(v, n) {
            return false;
        }
        // "the plan would end X's war in Y": there is one
        let nations = || chunk.head > chunk.first && self.sentence.units[chunk.head as usize - 1].mention != 0 && self.sentence.is(n + 1, ChunkKind::Preposition);
        let ended = || matches!(class, Class::Concede | Class::Retreat) && (self.sentence.names_owner(n) || nations());
        !between && !ended() || read.is_some()
    }

    /// Whether the head of the noun group at `n` is among the words of a pattern.
    fn is_asked_by(&self, pattern: &str, n: usize) -> bool {
        let words = &self.view.gazetteer.words;
        let head = self.sentence.head(n);
        pattern.split([' ', '|']).any(|word| word == words.text(head.word) || word == words.text(head.singular))
    }

    /// "sexual contact", "the Trump-Russia probe", "thanks to X": whether the event noun at `n` has another sense.
    fn is_other_sense(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let head = self.sentence.head(n);
        let before = (chunk.head > chunk.first).then(|| &self.sentence.units[chunk.head as usize - 1]);
        if before.is_some_and(|unit| matches!(self.text_of(unit), "bodily" | "eye" | "physical" | "sexual")) {
            return true;
        }
        // "the Trump-Russia probe", "the Trump-Russia charges": neither inquires into the other, or charges it
        let joined = |three: &[Unit]| three[0].mention != 0 && three[1].tag == Tag::Hyphen && three[2].mention != 0;
        let one_sided = head.flags & flag::INQUIRY != 0 || self.noun_senses(head).iter().all(|p| self.class(p.frame) == Class::Accuse && !self.is_symmetric(p));
        if one_sided && self.sentence.units[chunk.first as usize..=chunk.head as usize].windows(3).any(joined) {
            return true;
        }
        match self.text_of(head) {
            // "has no issue thanks to X"
            "thanks" => before.is_some_and(|unit| unit.tag == Tag::Noun),
            // "a great deal of mistrust between X and Y"
            "deal" => self.chunk_text(n) == "a" && self.chunk_text(n + 1) == "of",
            _ => false,
        }
    }

    /// Whether what several do, of whom no target is named, is not with each other.
    fn is_of_each(&self, n: usize, pattern: &NounPattern, sides: &Sides) -> bool {
        let behind = self.sentence.chunks.get(n + 1);
        match behind.filter(|c| c.kind == ChunkKind::Preposition).map_or("", |c| self.unit_text(c.first as usize)) {
            // "competition from X and Y"
            "from" => return true,
            // "settlements by X and Y", unlike "a joint statement by X and Y"
            "by" if pattern.before.is_empty() => return true,
            // "the wars of X and Y" were not only with each other
            "of" if self.sentence.head(n).tag == Tag::Plural => return true,
            // "X and Y bring peace to Z": for a third
            "to" | "for" if self.sentence.is(n + 2, ChunkKind::Noun) && self.named_head(n + 2).is_some() => return true,
            _ => {}
        }
        // "attacks planned by X and Y"
        let planned = sides.rule == Some(Rule::LightVerb) && self.class(pattern.frame) == Class::Assault && behind.is_some_and(|c| c.is_verb());
        // "X and Y joined the war"
        planned || sides.verb.is_some_and(|v| self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base) == "join")
    }

    /// "X said there will be no talks with Y": X rules them out. Says whether that is so.
    fn ruled_out(&self, n: usize, targets: &[Actor], out: &mut Vec<Found>) -> bool {
        let verb = self.governor(n).filter(|&v| self.sentence.head(v).tag == Tag::Be && self.is_negative(n));
        let open = |v: &usize| {
            (self.sentence.chunks[*v].verb.future || self.sentence.chunks[*v].verb.would)
                && self.sentence.previous(*v).is_some_and(|k| matches!(self.chunk_text(k), "There" | "there"))
        };
        let said = |v: usize| match self.attribution(v) {
            Some((speaker, _, Inner::Asserted)) => speaker,
            Some(_) => None,
            None => self.quoted_by(v).map(|(speaker, _)| speaker).filter(|_| self.sentence.head(v).quoted),
        };
        let Some(speaker) = verb.filter(open).and_then(said) else { return false };
        let Some(pattern) = self.patterns_of("reject").and_then(|patterns| patterns.last()) else { return false };
        let before = out.len();
        self.emit(&[speaker], targets, pattern.frame, "there will be no talks with X", self.head_tokens(n), Rule::Nominal, &Context::plain(Class::Reject), out);
        out.len() > before
    }

    /// "a rhetorical assault", "her legal battle": with words alone.
    fn is_verbal(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        (chunk.first as usize..chunk.head as usize).any(|unit| matches!(self.unit_text(unit), "court" | "courtroom" | "judicial" | "legal" | "rhetorical" | "Twitter" | "verbal"))
    }

    /// What the words around make of the event; `None` where its verb's governor says nothing of it.
    fn context_of(&self, n: usize, sides: &Sides, class: Class) -> Option<Context> {
        let mut context = match sides.verb {
            Some(v) => self.context(v, self.sentence.subject(v), class)?,
            None if sides.answered => return Some(Context::plain(class)),
            None if sides.ahead => Context { modality: Modality::Future, ..Context::plain(class) },
            None => Context { modality: self.modality_of(n, class), ..Context::plain(class) },
        };
        if self.is_left_open(n, sides.verb, class) {
            context.modality = Modality::Hypothetical;
        }
        // "could provoke retaliation by X", "did not lead to a war"
        let cause = if sides.verb.is_none() { self.cause_of(n) } else { None };
        if let Some(v) = cause {
            let cause = self.context(v, self.sentence.subject(v), Class::Other)?;
            context.negated ^= cause.negated;
            context.modality = if cause.modality == Modality::Asserted { context.modality } else { cause.modality };
        }
        // "promised X aid", "vowed retaliation against X"
        let promises = sides.verb.is_some_and(|v| is_promise(self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base)));
        if promises && context.modality == Modality::Asserted {
            context.announce();
        }
        // "announced a visit to X", "is here to announce talks with X"
        let announced = sides.verb.is_some_and(|v| self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base) == "announce");
        if announced && class == Class::Consult && !context.negated {
            context.modality = Modality::Asserted;
            context.announce();
        }
        Some(context)
    }

    /// "provoked an attack by X", "led to a war": the verb by whose subject what the noun group at `n` names comes about.
    fn cause_of(&self, n: usize) -> Option<usize> {
        let led = || self.sentence.preposition(n).filter(|&p| p + 1 == n && matches!(self.chunk_text(p), "in" | "to")).and_then(|p| self.sentence.previous(p));
        let v = self.governor(n).or_else(led)?;
        Some(v).filter(|&v| self.view.gazetteer.sets.has(WordSet::Cause, self.sentence.chunks[v].verb().map_or(WordId::NONE, |verb| verb.base)))
    }

    /// Each with each: "the accord reached by X, Y and Z", "X and Y held talks".
    fn among(&self, sides: &Sides, n: usize, pattern: &NounPattern, out: &mut Vec<Found>) {
        let class = self.class(pattern.frame);
        if self.is_text_of_many(Some(n), &sides.sources) {
            return;
        }
        let Some(context) = self.context_of(n, sides, class) else { return };
        self.each_with_each(&sides.sources, (pattern.frame, &pattern.text), self.head_tokens(n), &context, out);
    }

    fn sides(&self, n: usize, pattern: &NounPattern, arguments: &mut Vec<Argument>) -> Sides {
        let mut sides = Sides::default();
        if let Some((one, other)) = self.shared_possession(n).filter(|_| self.is_symmetric(pattern)) {
            (sides.sources, sides.targets) = (vec![one], vec![other]);
            return sides;
        }
        let class = self.class(pattern.frame);
        let whole = match class {
            Class::Request | Class::Other => self.at_request(n),
            Class::Aid | Class::Support => self.with_help_of(n),
            _ => None,
        };
        if let Some(whole) = whole {
            return whole;
        }
        // "X's accusation that Y lies"
        let accusation = || matches!(self.head_text(n), "accusation" | "accusations" | "allegation" | "allegations");
        if class == Class::Request || class == Class::Accuse && accusation() {
            self.requested_clause(n, &mut sides);
        }
        self.behind(n, n + 1, pattern, &mut sides);
        // "rejected X's demand for a ban": he who rejects it is asked
        if sides.unnamed && !(class == Class::Request && self.is_answerable(n)) {
            return sides;
        }
        // "a CNN debate between X and Y" is not with CNN
        if !sides.named {
            self.possessors(n, pattern, &mut sides);
        }
        if sides.sources.is_empty() {
            self.done_by(n, pattern, &mut sides);
        }
        if sides.sources.is_empty() {
            self.lent(n, pattern, arguments, &mut sides);
        }
        if sides.sources.is_empty() && !sides.targets.is_empty() && self.view.gazetteer.frames.frames[pattern.frame as usize].by_country {
            sides.sources.extend(self.country_behind_noun(n));
        }
        if sides.targets.is_empty() && !sides.sources.is_empty() && matches!(class, Class::Accuse | Class::Assault | Class::Reject) {
            sides.targets = self.defended_against(n);
        }
        if sides.sources.is_empty() && sides.targets.is_empty() {
            self.between_behind_verb(n, pattern, arguments, &mut sides);
        }
        if sides.sources.is_empty() && sides.targets.is_empty() {
            if let Some((one, other)) = self.whose_meeting(n, pattern) {
                (sides.sources, sides.targets) = (vec![one], vec![other]);
                sides.ahead = self.is_led_ahead(n);
            }
        }
        if sides.sources.is_empty()
            && !sides.targets.is_empty()
            && (matches!(self.class(pattern.frame), Class::Consult | Class::Other) || self.is_together(n, pattern) || self.is_defiance(n) || self.is_fought(n))
        {
            sides.sources = self.present_at(n);
            sides.ahead = self.is_led_ahead(n);
        }
        // "X, in a rare rebuke of Y, left", "In a warning to Y, X sent ships"
        let spoken = matches!(class, Class::Accuse | Class::Reject | Class::Support | Class::Threaten);
        if sides.sources.is_empty() && !sides.targets.is_empty() && spoken && self.is_said_so(n) && !self.is_read_above(n) {
            sides.sources = self.present_at(n);
        }
        if sides.sources.is_empty() && !sides.targets.is_empty() && matches!(class, Class::Assault | Class::Coerce | Class::Retreat | Class::Sanction) {
            sides.sources = self.blamed_for(n);
        }
        if sides.targets.is_empty() && !sides.sources.is_empty() && self.is_met_with(n) {
            sides.targets = self.who_met_with(n);
        }
        // "said in a CNN interview": CNN asks
        if sides.targets.is_empty() && !sides.sources.is_empty() && self.frame_name(pattern.frame) == "interview" && self.are_media(&sides.sources) {
            sides.targets = self.present_at(n);
        }
        if sides.sources.is_empty() && !sides.targets.is_empty() && class == Class::Support {
            sides.sources.extend(self.done_in_support(n));
        }
        if sides.sources.is_empty() && !sides.targets.is_empty() && class == Class::Cooperate {
            self.valued(n, &mut sides);
        }
        sides
    }

    /// Whether all of these are newspapers, broadcasters and the like.
    fn are_media(&self, actors: &[Actor]) -> bool {
        actors.iter().all(|actor| self.is_of_sort(actor, &["media"]))
    }

    /// "appreciates the cooperation with X": who values it has a part in it.
    fn valued(&self, n: usize, sides: &mut Sides) {
        let with = self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "with" && !self.sentence.is_owned(n);
        let values = |v: &usize| self.is_fact(*v) && !self.sentence.chunks[*v].verb.passive && self.is_done_to(self.sentence.chunks[*v].verb.base, |class| class == Class::Support);
        if let Some(subject) = self.governor(n).filter(|v| with && values(v)).and_then(|v| self.sentence.subject(v)) {
            sides.sources = self.actors(subject.noun, Side::Subject);
        }
    }

    /// "ahead of talks": whether what the noun group at `n` names is still to come.
    fn is_led_ahead(&self, n: usize) -> bool {
        self.sentence.preposition(n).is_some_and(|p| matches!(self.chunk_text(p), "before" | "Before" | "ahead" | "Ahead"))
    }

    /// "X's arrest in Canada", "the arrest of X in Canada": of what a state does, the one that does it.
    fn country_behind_noun(&self, n: usize) -> Option<Actor> {
        let mut k = n + 1;
        while self.sentence.is(k, ChunkKind::Preposition) && self.sentence.is(k + 1, ChunkKind::Noun) {
            match self.chunk_text(k) {
                "in" => return self.named_head(k + 1).filter(|actor| self.kind(actor) == MentionKind::Country),
                "of" => k = self.sentence.coordination_end(k + 1),
                _ => break,
            }
        }
        None
    }

    /// "Israel and Iran's war": two names with one possessive ending.
    fn shared_possession(&self, n: usize) -> Option<(Actor, Actor)> {
        let chunk = self.sentence.chunks[n];
        let [owner, ending, ..] = &self.sentence.units[chunk.first as usize..chunk.head as usize] else { return None };
        if owner.mention == 0 || owner.compound || ending.tag != Tag::Genitive {
            return None;
        }
        let joint = n.checked_sub(1).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Conjunction && self.chunk_text(k) == "and")?;
        let other = self.named_head(joint.checked_sub(1)?).filter(|_| self.sentence.chunks[joint - 1].kind == ChunkKind::Noun)?;
        Some((other, self.named(owner)))
    }

    pub(super) fn is_symmetric(&self, pattern: &NounPattern) -> bool {
        self.view.gazetteer.frames.frames[pattern.frame as usize].symmetric
    }

    /// Possessors and names before the noun inside its group.
    fn possessors(&self, n: usize, pattern: &NounPattern, sides: &mut Sides) {
        if pattern.no_possessor {
            return;
        }
        let chunk = self.sentence.chunks[n];
        let units = &self.sentence.units;
        let mut names = Vec::new();
        let pair = units[chunk.first as usize..chunk.head as usize].iter().any(|u| u.tag == Tag::Hyphen);
        for (i, unit) in units.iter().enumerate().take(chunk.head as usize).skip(chunk.first as usize) {
            if unit.mention != 0 {
                // of the compounds only "US-led" and "US-imposed" say who does it
                let site = !pair && matches!(self.class(pattern.frame), Class::Consult | Class::Protest) && self.is_scene_of(&self.named(unit));
                // "a Twitter tirade": where he wrote it
                let medium = matches!(self.text_of(unit), "Facebook" | "Instagram" | "Twitter" | "YouTube") && !self.view.owns(unit.end);
                if !site
                    && !medium
                    && (!unit.compound || unit.word == word::LED || self.view.gazetteer.words.text(unit.word) == "imposed")
                    && !is_of_another(&units[i + 1..chunk.head as usize])
                {
                    names.push(self.named(unit));
                }
            } else if unit.tag == Tag::Possessive {
                names.extend(self.pronoun(i));
            }
        }
        // "the Ethiopian prime minister's visit"
        let office = (chunk.first as usize + 2..chunk.head as usize).find(|&i| units[i].tag == Tag::Genitive && units[i - 1].mention == 0);
        if let Some(leader) = office.and_then(|ending| self.leader_between(chunk.first as usize, ending - 1)) {
            names = vec![leader];
        }
        if names.is_empty() {
            names.extend(self.owner_role(chunk));
        }
        let Some(last) = names.last().copied() else { return };
        let owned = self.sentence.is_owned(n);
        // "the Lyon-Turin Summit": the name of an event
        let town =
            |name: &Actor| self.kind(name) == MentionKind::Place && self.listed(name).is_some_and(|entity| !matches!(entity.detail.as_deref(), Some("area" | "bloc" | "region")));
        let towns = self.sentence.units[chunk.head as usize].capital && names.iter().all(town);
        let pair = pair && names.len() >= 2;
        // "a Catholic-Evangelical summit": of believers
        let creeds = || names.iter().all(|name| self.listed(name).is_some_and(|entity| entity.kind == EntityKind::Group && entity.detail.as_deref() != Some("ethnic")));
        if pair && (towns || creeds()) {
            return;
        }
        if pair && sides.targets.is_empty() && (self.is_symmetric(pattern) || sides.sources.is_empty()) {
            // who fights whom in a war of three is open
            let together = self.is_symmetric(pattern) && self.class(pattern.frame) != Class::Assault;
            sides.sources = self.joined(n).filter(|_| together).unwrap_or_else(|| vec![names[names.len() - 2]]);
            if sides.sources.len() == 1 {
                sides.targets = vec![last];
            }
        } else if pattern.possessor_target && !owned && sides.targets.is_empty() {
            // "the Democratic nomination" is nobody's nomination
        } else if (pattern.possessor_target || sides.turned) && sides.targets.is_empty() {
            sides.targets = vec![last];
        } else if sides.sources.is_empty() {
            sides.sources = vec![self.possessor(chunk.first as usize, chunk.head as usize).unwrap_or(names[0])];
            // "its Russia sanctions", "his Cuba visit"; "his Cuba summit" was there
            let to = self.class(pattern.frame) != Class::Consult || self.is_travel(pattern);
            let country = self.country_before_head(n).filter(|country| to && sides.targets.is_empty() && !self.same(country, &sides.sources[0]));
            sides.targets.extend(country);
        } else if sides.targets.is_empty() && self.is_symmetric(pattern) {
            sides.targets = vec![last];
        }
    }

    /// "the U.S.-Japan-ROK talks": three states or more that hyphens join.
    fn joined(&self, n: usize) -> Option<Vec<Actor>> {
        let chunk = self.sentence.chunks[n];
        let units = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        let first = units.iter().position(|unit| unit.mention != 0)?;
        let run = &units[first..];
        let mut states = vec![self.named(&run[0])];
        states.extend(run[1..].chunks(2).take_while(|pair| pair.len() == 2 && pair[0].tag == Tag::Hyphen && pair[1].mention != 0).map(|pair| self.named(&pair[1])));
        Some(states).filter(|states| states.len() > 2 && states.iter().all(|state| self.kind(state) == MentionKind::Country))
    }

    /// "the London talks", "a White House meeting": where they were; "London's" says whose.
    fn is_scene_of(&self, actor: &Actor) -> bool {
        self.kind(actor) == MentionKind::Place && !self.view.owns(actor.tokens.1)
    }

    /// The name right before the last possessive ending.
    pub(super) fn possessor(&self, first: usize, head: usize) -> Option<Actor> {
        let units = &self.sentence.units;
        let ending = (first + 1..head).rev().find(|&i| units[i].tag == Tag::Genitive)?;
        let unit = Some(&units[ending - 1]).filter(|u| u.mention != 0 && !u.compound)?;
        Some(self.named(unit))
    }

    /// The subject of the verb whose object the noun is: "held talks with X", "expressed support for X".
    fn lent(&self, n: usize, pattern: &NounPattern, arguments: &mut Vec<Argument>, sides: &mut Sides) {
        let Some(v) = self.governor(n) else {
            return self.lent_over_object(n, arguments, sides);
        };
        let Some(verb) = self.sentence.chunks[v].verb() else { return };
        let light = self.view.gazetteer.words.get(verb.base).has(flag::LIGHT);
        // "has the support of X": that is what X does
        let owned = self.sentence.head(v).tag == Tag::Have && self.sentence.chunks.get(n + 1).is_some_and(|c| self.unit_text(c.first as usize) == "of");
        // "considered X's nomination", "took up X's nomination": somebody else's act
        let handled =
            matches!(self.view.gazetteer.words.text(verb.base), "approve" | "consider" | "take" | "weigh") && pattern.possessor_target && self.class(pattern.frame) == Class::Other;
        if !light || verb.passive || owned || handled || self.own_sense(v, n).is_some() {
            return;
        }
        if let Some(subject) = self.sentence.subject(v) {
            sides.sources = self.actors(subject.noun, Side::Subject);
            sides.rule = Some(Rule::LightVerb);
            sides.verb = Some(v);
        }
    }

    /// The verb right before the noun group at `n`, or before the one with which it is coordinated: "expressed rejection and condemnation of X".
    pub(super) fn governor(&self, n: usize) -> Option<usize> {
        let mut before = self.sentence.previous(n)?;
        // "stepped up attacks", "hit back with attacks"
        before = self.before_particle(before, &["with"]);
        before = self.before_particle(before, &["out", "up", "back"]);
        if self.sentence.chunks[before].kind != ChunkKind::Conjunction {
            return Some(before).filter(|&v| self.sentence.chunks[v].is_verb());
        }
        let noun = self.sentence.previous(before).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun)?;
        self.sentence.previous(noun).filter(|&v| self.sentence.chunks[v].is_verb())
    }

    /// The chunk before the one at `k` where that is one of these words, which go with a verb before it; else itself.
    pub(super) fn before_particle(&self, k: usize, particles: &[&str]) -> usize {
        let particle = self.sentence.chunks[k].kind == ChunkKind::Preposition && particles.contains(&self.chunk_text(k));
        self.sentence.previous(k).filter(|_| particle).unwrap_or(k)
    }

    /// "the opening by X of an inquiry": the noun group that names who began what the one at `n` tells.
    fn begun_by(&self, n: usize) -> Option<usize> {
        let of = self.sentence.preposition(n).filter(|&p| p + 1 == n && self.chunk_text(p) == "of")?;
        let doer = self.sentence.first_conjunct(of.checked_sub(1)?);
        let by = self.sentence.preposition(doer).filter(|&p| p + 1 == doer && self.chunk_text(p) == "by")?;
        let begins = by.checked_sub(1).filter(|&k| self.sentence.is(k, ChunkKind::Noun))?;
        self.head_is(begins, WordSet::Opening).then_some(doer)
    }

    /// Who did what the noun tells, as a noun before it or a verb behind it says: "the opening by X of an inquiry", "praise for X came from Y", "the accord reached by X and Y".
    fn done_by(&self, n: usize, pattern: &NounPattern, sides: &mut Sides) {
        if let Some(doer) = self.begun_by(n) {
            sides.sources = self.actors(doer, Side::Subject);
            return;
        }
        let Some(v) = self.sentence.next(self.end_of_phrase(n)) else { return };
        // "praise for X came from Y"
        let came = self.is_finite(v) && self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base) == "come";
        if came && self.sentence.is(v + 1, ChunkKind::Preposition) && self.chunk_text(v + 1) == "from" && self.sentence.is(v + 2, ChunkKind::Noun) {
            sides.sources = self.actors(v + 2, Side::Subject);
            return;
        }
        let Some(verb) = self.sentence.chunks[v].verb().filter(|verb| verb.passive) else { return };
        // "the lifting of the sanctions imposed by X": X imposed them
        let inner = self.sentence.previous(v).filter(|&k| k != n && verb.form == Form::Participle);
        if inner.is_some_and(|k| self.sentence.is(k, ChunkKind::Noun) && !self.sentence.names(k) && self.is_event(k)) {
            return;
        }
        // "a case that led to an attack by X"
        let leads = self.sentence.is(v + 1, ChunkKind::Preposition) && self.chunk_text(v + 1) == "to";
        if !self.view.gazetteer.words.get(verb.base).has(flag::LIGHT) || leads {
            return;
        }
        // "carried out by X"
        let particle = self.sentence.chunks.get(v + 2).is_some() && self.before_particle(v + 1, &["out", "up"]) == v;
        self.behind(n, v + 1 + usize::from(particle), pattern, sides);
        sides.rule = Some(Rule::LightVerb);
        sides.verb = Some(v).filter(|_| verb.form == Form::Finite);
    }

    /// The last chunk of the noun group at `n` with its prepositional phrases, and the comma before a participle: "an attack on X, launched by Y".
    pub(super) fn end_of_phrase(&self, n: usize) -> usize {
        let chunks = &self.sentence.chunks;
        let mut last = n;
        while self.sentence.is(last + 1, ChunkKind::Preposition) && self.sentence.is(last + 2, ChunkKind::Noun) {
            last = self.sentence.coordination_end(last + 2) - 1;
        }
        // "will convene the meeting of X, hosted by Y": who convenes it acts
        let participle = self.governor(n).is_none() && chunks.get(last + 2).and_then(|c| c.verb()).is_some_and(|verb| verb.form == Form::Participle);
        last + usize::from(self.sentence.is(last + 1, ChunkKind::Comma) && participle)
    }

    /// "gave X support": the target stands between the light verb and the noun.
    fn lent_over_object(&self, n: usize, arguments: &mut Vec<Argument>, sides: &mut Sides) {
        let Some(noun) = self.sentence.previous(n).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun) else { return };
        let Some(v) = self.sentence.previous(noun).filter(|&v| self.sentence.chunks[v].is_verb()) else { return };
        let Some(verb) = self.sentence.chunks[v].verb() else { return };
        // "voiced hope the deal would pass"
        let clause = self.sentence.next(n).is_some_and(|k| self.is_finite(k));
        if verb.passive || clause || !self.view.gazetteer.words.get(verb.base).has(flag::LIGHT) {
            return;
        }
        // "paid X a fine", "sent X an arrest warrant": nothing done to X
        let harms = self.noun_patterns(n).any(|p| matches!(self.class(p.frame), Class::Coerce | Class::Sanction));
        if harms && matches!(self.view.gazetteer.words.text(verb.base), "pay" | "send") {
            return;
        }
        self.sentence.arguments(v, arguments);
        if let (Some(subject), true) = (self.sentence.subject(v), arguments.first().is_some_and(|a| a.noun == Some(noun as u32))) {
            sides.targets = self.actors(noun, Side::Object);
            sides.sources = self.actors(subject.noun, Side::Subject);
            sides.rule = Some(Rule::LightVerb);
            sides.verb = Some(v);
        }
    }

    /// "took military action against X": an assault by `military action against X`, where `take action against X` alone only accuses.
    pub(super) fn is_armed(&self, n: usize, class: Class) -> bool {
        class == Class::Accuse && self.noun_patterns(n).any(|p| !p.before.is_empty() && self.class(p.frame) == Class::Assault)
    }

    /// The class of the frame of the verb that names this noun as its object, if one does: then the verb's frame reads it.
    pub(super) fn own_sense(&self, v: usize, n: usize) -> Option<Class> {
        let verb = self.sentence.chunks[v].verb()?;
        let patterns = self.view.gazetteer.frames.of_verb(verb.base)?;
        let head = self.sentence.head(n);
        let next = self.sentence.chunks.get(n + 1).filter(|c| c.kind == ChunkKind::Preposition).map(|c| self.sentence.units[c.first as usize].word);
        let chunk = self.sentence.chunks[n];
        let named = self.sentence.units[chunk.first as usize..chunk.head as usize].iter().filter(|u| u.mention != 0 && !u.compound).count();
        // "deepened US-EU cooperation": the noun names both
        if named > 1 {
            return None;
        }
        let names = |(_, pattern): &(u32, &VerbPattern)| {
            let at = pattern.steps.iter().position(|s| matches!(s, Step::Nouns(nouns) if head.is_one_of(nouns)));
            // "said after talks with X" is another pattern than "said his talks with X …"
            let behind = |at: usize| match pattern.steps[..at].last() {
                Some(Step::Through(words)) => n.checked_sub(1).is_some_and(|k| words.contains(&self.sentence.first(k).word)),
                _ => true,
            };
            let at = at.filter(|&at| behind(at));
            // "order attacks in X" says nothing of "order attacks on X"; what one does with another two can do, unlike "discussed X's support for Y"
            at.is_some_and(|at| match (pattern.steps.get(at + 1), next) {
                (Some(Step::Through(through)), Some(next)) => through.contains(&next) || (through.contains(&word::WITH) && named == 0 && self.chunk_text(n + 1) != "between"),
                _ => true,
            })
        };
        let first = |noun: WordId| patterns.asking(noun).find(names);
        let singular = Some(head.singular).filter(|&singular| singular != head.word).and_then(first);
        let (_, pattern) = first(head.word).into_iter().chain(singular).min_by_key(|&(place, _)| place)?;
        Some(self.class(pattern.frame)).filter(|&class| !self.is_armed(n, class))
    }

    /// "Iran-backed Hezbollah": a name joined to a participle, before an actor.
    fn compounds(&self, n: usize, out: &mut Vec<Found>) {
        let chunk = self.sentence.chunks[n];
        for unit in &self.sentence.units[chunk.first as usize..chunk.head as usize] {
            if !unit.compound {
                continue;
            }
            let word = self.view.gazetteer.words.get(unit.word);
            if !word.is(Tag::Participle) {
                continue;
            }
            let Some(patterns) = self.view.gazetteer.frames.of_verb(word.verb) else { continue };
            // "the U.S.-brokered truce between X and Y"
            let between = self.sentence.is(n + 2, ChunkKind::Noun) && self.chunk_text(n + 1) == "between";
            if let Some(pattern) = patterns.iter().find(|p| between && p.steps.last() == Some(&Step::Target) && p.steps.iter().any(|step| step.is_through(word::BETWEEN))) {
                let targets = self.actors(n + 2, Side::Object);
                let class = self.class(pattern.frame);
                self.emit(&[self.named(unit)], &targets, pattern.frame, &pattern.text, (unit.end - 1, unit.end), Rule::Compound, &Context::plain(class), out);
                continue;
            }
            let Some(pattern) = patterns.iter().find(|p| p.steps.as_slice() == [Step::Target]) else { continue };
            let Some(target) = self.actor(n, Side::Subject) else { continue };
            let source = self.named(unit);
            let class = self.class(pattern.frame);
            self.emit(&[source], &[target], pattern.frame, &pattern.text, (unit.end - 1, unit.end), Rule::Compound, &Context::plain(class), out);
        }
    }
}
