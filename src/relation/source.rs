//! Who does what a verb tells: its subject or agent, else where the kind of event tells who.

use super::actor::Side;
use super::{Actor, Reader};
use crate::gazetteer::{flag, word, Class, Inner, Step, Tag, VerbPattern, WordId, WordSet};
use crate::mention::{FoundBy, MentionKind};
use crate::syntax::{Argument, ChunkKind, Form, Subject, Unit, Verb, Via};

impl Reader<'_> {
    /// Who does it: the agent or subject, else where the kind of event tells who.
    pub(super) fn acting(&self, pattern: &VerbPattern, v: usize, verb: Verb, subject: Option<Subject>, arguments: &[Argument]) -> Vec<Actor> {
        let frame = &self.view.gazetteer.frames.frames[pattern.frame as usize];
        let mut sources = if verb.passive { self.agent(arguments) } else { subject.map_or_else(Vec::new, |s| self.sources(v, s)) };
        if !verb.passive && !verb.negated {
            sources.extend(self.likewise(v));
        }
        if sources.is_empty() && verb.passive {
            sources = self.late_agent(v);
        }
        if sources.is_empty() && !verb.passive {
            sources = subject.map_or_else(Vec::new, |s| self.whose_deed(pattern, v, s, arguments));
        }
        if sources.is_empty() && frame.class == Class::Assault {
            sources.extend(self.instrument(verb.passive, subject, arguments));
        }
        // "were killed when X bombed a school"
        if sources.is_empty() && verb.passive && self.view.gazetteer.sets.has(WordSet::Harm, verb.base) {
            sources = self.who_struck_then(v);
        }
        // "a bomb killed two of Y, and X claimed responsibility"
        if frame.class == Class::Assault && !verb.negated && sources.iter().all(|source| source.mention.is_none()) && self.is_unknown_attacker(verb, subject, arguments) {
            let claimed = self.who_claimed(v);
            if !claimed.is_empty() {
                sources = claimed;
            }
        }
        // "was expelled from the club"
        let leaves = || matches!(self.view.gazetteer.words.text(verb.base), "ban" | "bar" | "dismiss" | "eject" | "expel" | "fire" | "oust" | "sack" | "suspend");
        if sources.is_empty() && verb.passive && frame.class != Class::Assault && leaves() {
            let from = arguments.iter().find(|a| self.is_led_by(a, &["from"])).and_then(|a| self.named_head(a.noun? as usize));
            sources.extend(from.filter(|actor| self.kind(actor) == MentionKind::Organization));
        }
        // "was arrested in Kenya"
        if sources.is_empty() && verb.passive && frame.by_country {
            sources.extend(self.country_behind(v, arguments));
        }
        // "Russian troops were deployed in X"
        if sources.is_empty() && verb.passive && frame.class == Class::Mobilize && matches!(pattern.steps.first(), Some(Step::Nouns(_))) {
            sources = subject.map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject));
        }
        sources
    }

    /// Who stands behind a subject that is nobody: "X's plan drew criticism from Y", "X's visit angered Y".
    fn whose_deed(&self, pattern: &VerbPattern, v: usize, subject: Subject, arguments: &[Argument]) -> Vec<Actor> {
        let noun = subject.noun;
        let owned = self.sentence.names_owner(noun);
        if pattern.turned && matches!(subject.via, Via::Direct | Via::Inherited) {
            let mut owners = if owned || self.is_own(noun) { self.actors(noun, Side::Object) } else { Vec::new() };
            // "a market in X came under fire from Y"
            if owners.is_empty() {
                owners.extend(self.scene(noun, self.class(pattern.frame)));
            }
            // "an Israeli strike drew condemnation from Y"
            return if owners.is_empty() { self.attacker(noun).into_iter().collect() } else { owners };
        }
        match subject.via {
            // "X sued Y, a move that angered Z"
            Via::Antecedent => self.doers_of(noun, v),
            // "X's collapse alarmed Y" is no deed, "X's purchase of Y surprised even its bankers" was of either
            Via::Direct if owned && matches!(self.frame_name(pattern.frame), "delight" | "upset") => {
                let own = arguments.first().and_then(|a| a.noun).is_some_and(|object| self.is_own(object as usize));
                let mut owners = if own { Vec::new() } else { self.actors(noun, Side::Object) };
                owners.retain(|owner| self.is_event(noun) || self.kind(owner) == MentionKind::Person);
                owners
            }
            _ => Vec::new(),
        }
    }

    /// "X endorsed Y, as did Z", "X condemned Y, and so did Z": Z.
    fn likewise(&self, v: usize) -> Vec<Actor> {
        let chunks = &self.sentence.chunks;
        let does = |k: &usize| {
            let group = chunks[*k].first == chunks[*k].head && matches!(self.unit_text(chunks[*k].head as usize), "did" | "do" | "does");
            group && *k > v + 1 && matches!(self.chunk_text(*k - 1), "as" | "so") && self.sentence.is(*k + 1, ChunkKind::Noun)
        };
        let verb = (v + 1..chunks.len()).take(12).find(|&k| chunks[k].is_verb()).filter(|k| self.is_finite(v) && does(k));
        let ends = |k: usize| chunks.get(k).is_none_or(|c| matches!(c.kind, ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Break));
        verb.map(|k| k + 1).filter(|&noun| ends(self.sentence.coordination_end(noun))).map_or_else(Vec::new, |noun| self.actors(noun, Side::Subject))
    }

    /// "were killed when X bombed a school": who attacked at the time at which those at `v` came to harm.
    fn who_struck_then(&self, v: usize) -> Vec<Actor> {
        let chunks = &self.sentence.chunks;
        let clause = (v + 1..chunks.len()).take(12).take_while(|&k| !chunks[k].is_verb() && chunks[k].kind != ChunkKind::Conjunction);
        let joint = clause.filter(|&k| matches!(chunks[k].kind, ChunkKind::Subordinator | ChunkKind::Preposition)).find(|&k| matches!(self.chunk_text(k), "after" | "as" | "when"));
        let strikes = |&u: &usize| {
            let verb = chunks[u].verb;
            chunks[u].is_verb() && verb.form == Form::Finite && !verb.passive && !verb.negated && self.is_done_to(verb.base, |class| class == Class::Assault)
        };
        let verb = joint.and_then(|k| (k + 1..chunks.len()).take(8).find(|&u| chunks[u].is_verb())).filter(strikes);
        verb.and_then(|u| Some((u, self.doer(u)?))).map_or_else(Vec::new, |(u, subject)| self.sources(u, subject))
    }

    /// "a bomb killed", "gunmen shot", "were killed in a blast": whether who strikes is nobody by name.
    fn is_unknown_attacker(&self, verb: Verb, subject: Option<Subject>, arguments: &[Argument]) -> bool {
        let unknown = |n: usize| self.head_is(n, WordSet::Attacker) || self.head_is(n, WordSet::Weapon);
        if !verb.passive {
            return subject.is_some_and(|s| unknown(s.noun));
        }
        let mut led = arguments.iter().filter(|a| self.is_led_by(a, &["by", "in"])).filter_map(|a| a.noun);
        led.any(|noun| unknown(noun as usize))
    }

    /// "X claimed responsibility", "an attack claimed by X": who says in the sentence of the verb at `v` that he struck.
    fn who_claimed(&self, v: usize) -> Vec<Actor> {
        let chunks = &self.sentence.chunks;
        let claims = |&u: &usize| u != v && chunks[u].is_verb() && self.view.gazetteer.words.text(chunks[u].verb.base) == "claim" && !chunks[u].verb.negated;
        let Some(u) = (0..chunks.len()).find(claims) else { return Vec::new() };
        if chunks[u].verb.passive {
            let mut arguments = Vec::new();
            self.sentence.arguments(u, &mut arguments);
            return self.agent(&arguments);
        }
        // "claimed a bombing that wounded two of Y"
        let credit = |&n: &usize| {
            let named = || matches!(self.unit_text(chunks[n].head as usize), "credit" | "responsibility");
            chunks[n].kind == ChunkKind::Noun && (named() || self.head_is(n, WordSet::Attacker))
        };
        let claimed = self.sentence.next(u).filter(credit).and_then(|_| self.doer(u));
        claimed.map_or_else(Vec::new, |subject| self.sources(u, subject))
    }

    /// The country behind "in" or "from": of what a state does, the one that does it.
    fn country_behind(&self, v: usize, arguments: &[Argument]) -> Option<Actor> {
        let text = |a: &Argument| self.chunk_text(a.through.0 as usize);
        let near = arguments.iter().take_while(|a| self.is_led_by(a, &["in", "from", "at", "near"]));
        let near = near.take_while(|a| !self.sentence.chunks[v..a.through.0 as usize].iter().any(|c| c.kind == ChunkKind::Comma));
        let mut named = near.filter(|a| matches!(text(a), "in" | "from")).filter_map(|a| self.named_head(a.noun? as usize));
        named.find(|actor| self.kind(actor) == MentionKind::Country)
    }

    /// The subject of the verb group at `v`; of a purpose ("sent aid to help Y") he who sends.
    pub fn doer(&self, v: usize) -> Option<Subject> {
        let subject = self.sentence.subject(v)?;
        if self.is_aim_turned_away(v) {
            return None;
        }
        // "visited X, accompanied by Y": who visited
        let verb = self.sentence.chunks[v].verb;
        let comma = || self.sentence.previous(v).is_some_and(|k| self.sentence.is(k, ChunkKind::Comma) && self.sentence.previous(k) == Some(subject.noun));
        let beside = || matches!(self.view.gazetteer.words.text(verb.base), "accompany" | "aid" | "assist" | "flank" | "help" | "join");
        if subject.via == Via::Antecedent && verb.passive && verb.form == Form::Participle && beside() && comma() {
            let object = self.sentence.previous(subject.noun).is_some_and(|u| self.is_fact(u) && !self.sentence.chunks[u].verb.passive);
            if let Some(main) = self.sentence.main_subject(v).filter(|_| object) {
                return Some(main);
            }
        }
        // "tariffs meant to punish X": who imposed them means it
        if let Some(sender) = self.who_means(subject) {
            return Some(sender);
        }
        // "called X urging him": who called urges
        if subject.via == Via::Antecedent && self.is_spoken_to(subject.noun, v) {
            return self.sentence.main_subject(v);
        }
        // "expressed regret for attacking X", "drew fire for attacking X": who is the subject attacked him
        if let Via::ObjectGerund(u) = subject.via {
            if self.head_is(subject.noun, WordSet::Answer) && !self.is_own(subject.noun) {
                return self.sentence.subject(u as usize).map(|s| Subject { noun: s.noun, via: Via::Inherited });
            }
        }
        // "X is among the countries that refused": X did
        if let Some(one) = self.among_whom(subject) {
            return Some(one);
        }
        // "one of the few senators to meet X": he did
        if let Some(person) = self.one_of(subject) {
            return Some(Subject { noun: person, via: Via::Antecedent });
        }
        // "Ann Lee, the first leader to visit X,": she did
        if let Via::NounComplement(n) = subject.via {
            let person = self.sentence.person_before_comma(n as usize).filter(|_| self.is_sole(n as usize));
            return Some(person.map_or(subject, |noun| Subject { noun, via: Via::Antecedent }));
        }
        // "begins a race to succeed X": whoever wins it
        let contest = self.sentence.previous(v).filter(|&n| self.head_is(n, WordSet::Contest));
        if contest.is_some() && matches!(self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base), "replace" | "succeed") {
            return None;
        }
        let before = self.sentence.previous(v).filter(|&n| self.sentence.is_thing(n) && !self.is_own(n));
        if let (Via::Control(u), Some(_)) = (subject.via, before) {
            // "rejected a proposal to attack X": attacks nobody; "discussed global efforts to punish X": others' efforts
            return Some(subject).filter(|_| !self.turns_away(self.sentence.chunks[u as usize].verb.base) && !before.is_some_and(|n| self.is_of_the_world(n)));
        }
        let Via::ObjectControl(u) = subject.via else { return Some(subject) };
        let verb = self.sentence.chunks[u as usize].verb()?;
        // "renewed its pledge to help X": what the noun is makes what he does
        let noun = self.sentence.previous(v).filter(|&n| self.sentence.chunks[n].kind == ChunkKind::Noun && !verb.passive && self.is_own(n));
        if let Some(n) = noun.filter(|&n| self.noun_operator(n) == Some(Inner::Outer)) {
            // "reminded X of his pledge to help Y": X's
            let hearer = self.sentence.preposition(n).filter(|&p| self.chunk_text(p) == "of").and_then(|p| p.checked_sub(1)).filter(|&k| self.sentence.names_person(k));
            if let Some(noun) = hearer {
                return Some(Subject { noun, via: Via::NounComplement(n as u32) });
            }
            return self.sentence.subject(u as usize).map(|s| Subject { noun: s.noun, via: Via::NounComplement(n as u32) });
        }
        if self.is_sole(subject.noun) {
            if let Some(subject) = self.sole_doer(u as usize, subject) {
                return Some(subject);
            }
        }
        Some(self.sender(v, u, subject))
    }

    /// "international efforts": whether what the noun group at `n` names is many others', too.
    fn is_of_the_world(&self, n: usize) -> bool {
        matches!(self.chunk_text(n), "global" | "international" | "multilateral" | "regional" | "worldwide")
    }

    /// "was the first to visit X", "became the first leader to visit X": who is the one that the noun group of `subject`, behind the verb at `u`, calls alone.
    fn sole_doer(&self, u: usize, subject: Subject) -> Option<Subject> {
        let object = self.sentence.head(subject.noun);
        let called = || self.sentence.subject(u).map(|s| Subject { noun: s.noun, via: Via::Antecedent });
        // "was the first official to visit X"
        if self.view.gazetteer.words.text(self.sentence.chunks[u].verb.base) == "become" && self.is_fact(u) {
            return called();
        }
        if self.sentence.head(u).tag != Tag::Be {
            return None;
        }
        // "X and Y were the only Republicans to vote against Z"
        if object.mention != 0 && matches!(object.tag, Tag::Plural | Tag::Noun) {
            return called();
        }
        // "was the only member of the bloc to oppose X", "was the first to visit X"
        let alone = self.sentence.chunks[subject.noun].head == self.sentence.chunks[subject.noun].first + 1;
        let state = || matches!(self.text_of(object), "ally" | "countries" | "country" | "government" | "member" | "nation" | "state");
        if alone || state() {
            return called().filter(|s| self.sentence.names(s.noun)).or(Some(subject));
        }
        is_person(object).then_some(Subject { noun: subject.noun, via: Via::Antecedent })
    }

    /// Who does what the infinitive at `v` tells behind the verb at `u` and its object, `subject`: of "sent aid to help Y" who sends, of "urged Y to help Z" Y.
    fn sender(&self, v: usize, u: u32, subject: Subject) -> Subject {
        let verb = self.sentence.chunks[u as usize].verb;
        let frames = &self.view.gazetteer.frames;
        let gives = |p: &VerbPattern| matches!(self.class(p.frame), Class::Aid | Class::Mobilize) && !p.turned;
        let object = self.sentence.head(subject.noun);
        let person = is_person(object);
        let above = || self.sentence.subject(u as usize).map_or(subject, |s| Subject { noun: s.noun, via: Via::Control(u) });
        // "sent soldiers to the port to confront X": no recipient
        let recipient = self.sentence.previous(v).filter(|&k| k != subject.noun && self.sentence.chunks[k].kind == ChunkKind::Noun && !self.is_site(k));
        let person = person || recipient.is_some_and(|k| self.sentence.head(k).flags & flag::AGENT != 0);
        let silent = frames.complements.get(&verb.base).is_none_or(|c| c.object_infinitive.is_none());
        // "called on donors to help X": he who calls does not
        let direct = self.sentence.preposition(subject.noun).is_none_or(|p| !matches!(self.chunk_text(p), "on" | "upon"));
        // "pushed countries to cut aid": they do, unlike "ordered troops to attack X"
        let commands = matches!(self.view.gazetteer.words.text(verb.base), "command" | "direct" | "order");
        let state = || matches!(self.text_of(object), "allies" | "countries" | "country" | "government" | "governments" | "nation" | "nations" | "states");
        let asks = |p: &VerbPattern| p.steps.as_slice() == [Step::Target, Step::Infinitive] && self.class(p.frame) == Class::Request;
        let asked = || frames.of_verb(verb.base).is_some_and(|patterns| patterns.iter().any(asks));
        // "ordered his lawyer to attack X"
        let servant = || object.flags & flag::RELATION != 0 || object.tag == Tag::Pronoun;
        // "ordered the company to drop X": one that is named elsewhere
        let the = || self.sentence.first(subject.noun).word == word::THE;
        let known = || the() && self.actor(subject.noun, Side::Object).is_some_and(|actor| actor.by == FoundBy::Pronoun);
        let theirs = if commands { state() || servant() || known() } else { asked() };
        let purpose = direct
            && !theirs
            && !verb.passive
            && object.mention == 0
            && (!person || (silent && recipient.is_none()))
            && frames.of_verb(verb.base).is_some_and(|patterns| patterns.iter().any(gives));
        // "will fly to Bergen to meet X": who flies meets
        let place = || self.named_head(subject.noun).is_some_and(|actor| matches!(self.kind(&actor), MentionKind::Place | MentionKind::Country));
        let there = |p: usize| matches!(self.chunk_text(p), "to" | "in" | "into") && self.sentence.previous(p) == Some(u as usize);
        // "will travel to Bergen, Norway June 1-3 to meet X"
        let travels = || self.view.gazetteer.sets.has(WordSet::Travel, verb.base);
        if silent && !verb.passive && place() && (travels() || self.sentence.preposition(subject.noun).is_some_and(there)) {
            return above();
        }
        // "works with Y to punish X": who works with Y means to
        let jointly = frames.complements.get(&verb.base).is_some_and(|c| c.purpose == Some(Inner::Hypothetical));
        if jointly && !verb.passive && self.sentence.preposition(subject.noun).is_some_and(|p| self.chunk_text(p) == "with") {
            return above();
        }
        // "closed the port to punish X"
        let means = !verb.passive && silent && self.is_last_object(subject.noun, v) && self.is_means(verb.base, subject.noun);
        if purpose || means {
            above()
        } else {
            subject
        }
    }

    /// "blocked a bill aimed at punishing X": it is the bill that does so, whoever made it.
    fn is_aim_turned_away(&self, v: usize) -> bool {
        let verb = |k: usize| self.sentence.chunks[k].verb;
        let at = self.sentence.previous(v).filter(|&p| verb(v).form == Form::Gerund && self.chunk_text(p) == "at");
        let aimed = at.and_then(|p| self.sentence.previous(p)).filter(|&u| verb(u).form == Form::Participle && self.head_text(u) == "aimed");
        aimed.is_some_and(|u| self.sentence.subject(u).is_some()) && self.finite_top(v).is_some_and(|top| self.turns_away(verb(top).base))
    }

    /// "imposed tariffs meant to punish X": the main subject, where the thing it does something with is the subject of an infinitive.
    fn who_means(&self, subject: Subject) -> Option<Subject> {
        let Via::ObjectControl(u) = subject.via else { return None };
        let verb = self.sentence.chunks[u as usize].verb;
        let meant = verb.passive && verb.form == Form::Participle && matches!(self.view.gazetteer.words.text(verb.base), "aim" | "design" | "intend" | "mean");
        let thing = meant && subject.noun + 1 == u as usize && self.sentence.is_thing(subject.noun) && !self.sentence.names_before_head(subject.noun);
        let above = self.sentence.previous(subject.noun).filter(|&k| thing && self.is_finite(k) && !self.sentence.chunks[k].verb.passive)?;
        self.sentence.subject(above).map(|s| Subject { noun: s.noun, via: Via::Control(u) })
    }

    /// Whether nothing but where something goes stands between its noun group at `n` and the infinitive at `v`: "moved the ship to the Gulf to deter X".
    fn is_last_object(&self, n: usize, v: usize) -> bool {
        let Some(before) = self.sentence.previous(v).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun) else { return false };
        let to = |p: usize| p == n + 1 && p + 1 == before && matches!(self.chunk_text(p), "to" | "into" | "in");
        self.sentence.is_thing(n) && !self.is_own(n) && (before == n || (self.sentence.preposition(before).is_some_and(to) && self.is_site(before)))
    }

    /// Whether the noun group at `n` names a place, or a thing where something may be.
    fn is_site(&self, n: usize) -> bool {
        match self.named_head(n) {
            Some(actor) => matches!(self.kind(&actor), MentionKind::Place | MentionKind::Country),
            None => self.sentence.is_thing(n) && !self.sentence.names(n),
        }
    }

    /// "called X urging", "wrote to X saying": whether somebody speaks to the person at `n`, and the verb at `v` begins what he says; unlike "heard X saying".
    fn is_spoken_to(&self, n: usize, v: usize) -> bool {
        let verb = self.sentence.chunks[v].verb;
        let says = verb.reports && verb.form == Form::Gerund && self.sentence.names_person(n) && self.sentence.previous(v) == Some(n);
        let above = self.sentence.previous(self.sentence.preposition(n).unwrap_or(n)).filter(|&u| says && self.is_finite(u));
        let talks = |base: WordId| {
            let consults = |p: &VerbPattern| self.class(p.frame) == Class::Consult;
            let writes = matches!(self.view.gazetteer.words.text(base), "email" | "message" | "text" | "write");
            writes || self.view.gazetteer.frames.of_verb(base).is_some_and(|patterns| patterns.iter().any(consults))
        };
        above.is_some_and(|u| talks(self.sentence.chunks[u].verb.base))
    }

    /// "Ann Lee, one of a handful of senators to meet X", "Ann Lee was one of the few to meet X": the person of whom the subject of an infinitive is said.
    fn one_of(&self, subject: Subject) -> Option<usize> {
        let Via::NounComplement(n) = subject.via else {
            let Via::ObjectControl(u) = subject.via else { return None };
            let be = self.sentence.head(u as usize).tag == Tag::Be && self.chunk_text(subject.noun) == "one";
            return self.sentence.subject(u as usize).filter(|_| be).map(|s| s.noun).filter(|&noun| self.sentence.names_person(noun));
        };
        let mut first = n as usize;
        for _ in 0..2 {
            let of = self.sentence.preposition(first).filter(|&p| p + 1 == first && self.chunk_text(p) == "of");
            first = of.and_then(|p| p.checked_sub(1)).filter(|&k| self.sentence.is(k, ChunkKind::Noun))?;
            if self.chunk_text(first) == "one" {
                return self.sentence.person_before_comma(first);
            }
        }
        None
    }

    /// "X is among the countries that": X, where several unnamed are the antecedent.
    fn among_whom(&self, subject: Subject) -> Option<Subject> {
        let several = subject.via == Via::Antecedent && self.sentence.plural(subject.noun) && !self.sentence.names(subject.noun);
        let among = self.sentence.preposition(subject.noun).filter(|&p| several && p + 1 == subject.noun && self.chunk_text(p) == "among")?;
        let be = self.sentence.previous(among).filter(|&k| self.sentence.chunks[k].is_verb() && self.sentence.head(k).tag == Tag::Be)?;
        self.sentence.subject(be)
    }

    /// Whether the object at `n` of a verb is a thing with which something else is done, unlike "urged the AG to act", "stressed the need to act", "saw a plan to act".
    fn is_means(&self, verb: WordId, n: usize) -> bool {
        let head = self.sentence.head(n);
        let frames = &self.view.gazetteer.frames;
        let open = flag::AIM | flag::NOUN_FRAME | flag::DOCUMENT | flag::EVENT | flag::MATTER;
        let asks = |p: &VerbPattern| self.class(p.frame) == Class::Request || p.steps.contains(&Step::Infinitive);
        // "used to visit" is no "used tariffs to visit"
        let opens = frames.complements.get(&verb).is_some_and(|c| c.infinitive.is_some() && c.purpose.is_none());
        let taken = frames.of_verb(verb).is_some_and(|patterns| patterns.iter().any(asks)) || opens;
        let used = verb == word::USE;
        (used || head.flags & open == 0) && !self.sentence.names_before_head(n) && !taken && !self.turns_away(verb) && self.sentence.preposition(n).is_none()
    }

    /// Whether who does what this verb tells is against its object: "reject", "condemn".
    fn turns_away(&self, base: WordId) -> bool {
        self.is_done_to(base, |class| matches!(class, Class::Reject | Class::Accuse))
    }

    /// Whether a frame of the verb, of such a class, has its target right behind it.
    pub(super) fn is_done_to(&self, base: WordId, class: impl Fn(Class) -> bool) -> bool {
        let direct = |p: &VerbPattern| p.steps.as_slice() == [Step::Target] && class(self.class(p.frame));
        self.view.gazetteer.frames.of_verb(base).is_some_and(|patterns| patterns.iter().any(direct))
    }

    /// "the first official", "the only senator".
    fn is_sole(&self, n: usize) -> bool {
        matches!(self.unit_text(self.sentence.chunks[n].first as usize + 1), "first" | "last" | "only" | "latest" | "second" | "third" | "fourth" | "fifth" | "sixth")
    }

    /// Whether a possessive pronoun begins the noun group at `n`: "its pledge".
    pub(super) fn is_own(&self, n: usize) -> bool {
        self.sentence.first(n).tag == Tag::Possessive
    }

    /// The country where what is attacked or helped stands, where nobody else is named.
    pub fn scene(&self, target: usize, class: Class) -> Option<Actor> {
        let head = self.sentence.head(target);
        let someone = head.flags & (flag::AGENT | flag::RELATION) != 0;
        let counts = match class {
            Class::Aid => someone,
            Class::Assault | Class::Mobilize | Class::Retreat | Class::Sanction => head.flags & flag::SITE != 0,
            _ => false,
        };
        self.country_of(target).filter(|_| counts)
    }

    /// "an Israeli airstrike killed Y", "Y was killed in an Israeli airstrike".
    fn instrument(&self, passive: bool, subject: Option<Subject>, arguments: &[Argument]) -> Option<Actor> {
        if !passive {
            // "drones launched by X struck Y"; "the Israeli strike that killed Y", "ordered the strike that killed Y"
            return subject.and_then(|s| match s.via {
                Via::Direct => self.attacker(s.noun).or_else(|| self.maker(s.noun)),
                Via::Antecedent => self.attacker(s.noun).or_else(|| self.launcher(s.noun)),
                _ => None,
            });
        }
        let through = |a: &&Argument| self.is_led_by(a, &["by", "in"]);
        let attack = arguments.iter().filter(through).filter_map(|a| a.noun).find_map(|noun| self.attacker(noun as usize));
        // "was attacked with Ukrainian drones"
        let weapon = |noun: usize| self.head_is(noun, WordSet::Weapon);
        // "was hit by rockets fired by X"
        let fired = || arguments.iter().filter(through).filter_map(|a| a.noun).map(|noun| noun as usize).find(|&noun| weapon(noun)).and_then(|noun| self.maker(noun));
        let arms = || {
            arguments
                .iter()
                .filter(|a| self.is_led_by(a, &["with"]))
                .filter_map(|a| a.noun)
                .find(|&noun| weapon(noun as usize))
                .and_then(|noun| self.modifier(self.sentence.chunks[noun as usize]))
        };
        attack.or_else(arms).or_else(fired)
    }

    /// "ordered the strike": who has the attack at `n` made, where it is the object of such a verb.
    fn launcher(&self, n: usize) -> Option<Actor> {
        let particle = self.sentence.preposition(n).filter(|&p| p + 1 == n && self.chunk_text(p) == "out");
        let u = self.sentence.previous(particle.unwrap_or(n)).filter(|&u| self.is_finite(u) && self.head_is(n, WordSet::Attacker))?;
        let verb = self.sentence.chunks[u].verb;
        let makes = matches!(self.view.gazetteer.words.text(verb.base), "authorise" | "authorize" | "carry" | "conduct" | "execute" | "launch" | "mount" | "order" | "stage");
        let subject = self.sentence.subject(u).filter(|_| makes && !verb.passive && !verb.negated)?;
        self.actor(subject.noun, Side::Subject)
    }

    /// The actors of a subject; of an infinitive behind a noun its possessor, of a participle behind a thing the main subject.
    pub(super) fn sources(&self, v: usize, subject: Subject) -> Vec<Actor> {
        let side = if matches!(subject.via, Via::NounComplement(_)) { Side::Object } else { Side::Subject };
        let mut actors = self.actors(subject.noun, side);
        // "X and his son, who": the son alone; "X and Y, who is": Y
        if subject.via == Via::Antecedent && (self.is_another(subject.noun) || self.is_of_one(v, subject)) {
            actors = self.actor(subject.noun, side).into_iter().collect();
        }
        // "X sued Y, accusing it of attacking Z": whoever "it" is, not X
        if let Via::ObjectGerund(u) | Via::ObjectControl(u) = subject.via {
            if matches!(self.chunk_text(subject.noun), "it" | "him" | "her")
                && actors.iter().all(|actor| actor.by == FoundBy::Pronoun)
                && !self.sentence.chunks[u as usize].verb.passive
            {
                let asks = self.sentence.subject(u as usize).map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject));
                actors.retain(|actor| !asks.iter().any(|one| self.same(one, actor)));
            }
        }
        // "X joined Y in criticizing Z": both do; "asked X to join Y in criticizing Z": Y
        if let Via::ObjectGerund(u) = subject.via {
            if self.is_joined_in(u as usize, v) && self.is_fact(u as usize) {
                let joins = self.sentence.subject(u as usize).map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject));
                actors.extend(joins);
            }
        }
        // "X and Y reaffirmed their commitment to punish Z"
        if side == Side::Object && self.chunk_text(subject.noun) == "their" {
            let led = self.sentence.preposition(subject.noun).and_then(|p| self.sentence.previous(p)).filter(|&u| self.is_finite(u));
            let several = self.governor(subject.noun).or(led).map_or_else(Vec::new, |u| self.who_acts(u));
            if several.len() > 1 {
                return several;
            }
        }
        // "an election in X to replace Y": the place does nothing
        if side == Side::Object && self.stands_in(subject.noun) {
            return Vec::new();
        }
        // "a blast in X, which killed Y": the place did nothing
        let within = |n: usize| self.stands_in(n) || self.chunk_text(n) != "the" && self.sentence.town_before(n).is_some_and(|town| self.stands_in(town));
        if subject.via == Via::Antecedent && within(subject.noun) {
            actors.retain(|actor| !matches!(self.kind(actor), MentionKind::Place | MentionKind::Country));
        }
        // "experts questioning X": the experts do it, whoever they are
        let head = self.sentence.head(subject.noun);
        // "put out a report": a particle is no preposition
        let preposition = self.sentence.preposition(subject.noun).filter(|&p| !matches!(self.chunk_text(p), "out" | "up" | "down" | "off"));
        // "launched into a tirade attacking X"
        let preposition = preposition.filter(|&p| self.chunk_text(p) != "into" || !self.sentence.previous(p).is_some_and(|k| self.head_text(k).starts_with("launch")));
        let animate = head.flags & (flag::AGENT | flag::RELATION) != 0 || preposition.is_some();
        if !actors.is_empty() || subject.via != Via::Antecedent || animate || self.is_own_clause(v) {
            return actors;
        }
        // "refused to sign a statement condemning X"
        let main = self.finite_top(v).and_then(|top| self.sentence.chunks[top].verb());
        // "urged Y to obey a ruling condemning X"
        let asked = (0..subject.noun).rev().find(|&k| self.sentence.chunks[k].is_verb()).and_then(|k| self.sentence.subject(k));
        let asked = asked.is_some_and(|s| matches!(s.via, Via::ObjectControl(_)));
        // "quoted a report accusing X": whoever wrote it
        let others = |base: WordId| matches!(self.view.gazetteer.words.text(base), "cite" | "leak" | "obtain" | "quote" | "read" | "receive" | "review" | "see");
        if asked || main.is_some_and(|verb| verb.negated || self.turns_away(verb.base) || others(verb.base)) {
            return Vec::new();
        }
        self.sentence.main_subject(v).map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject))
    }

    /// "joined Y in criticizing Z": whether the gerund at `v` tells what those do who join each other by the verb at `u`.
    pub(super) fn is_joined_in(&self, u: usize, v: usize) -> bool {
        let joins = self.view.gazetteer.words.text(self.sentence.chunks[u].verb.base) == "join" && !self.sentence.chunks[u].verb.passive;
        joins && self.sentence.previous(v).is_some_and(|p| self.chunk_text(p) == "in")
    }

    /// Whether the noun group at `n` is one person behind "and" who is told by another: "and his son".
    fn is_another(&self, n: usize) -> bool {
        let head = self.sentence.head(n);
        let one = head.mention == 0 && head.tag == Tag::Noun && head.flags & flag::RELATION != 0;
        one && self.sentence.previous(n).is_some_and(|k| self.sentence.chunks[k].kind == ChunkKind::Conjunction)
    }

    /// Whether the verb of the relative clause at `v` tells of one: "X and Y, who was".
    pub(super) fn is_of_one(&self, v: usize, subject: Subject) -> bool {
        let first = self.sentence.first(v);
        let one = first.tag == Tag::VerbS || matches!(self.chunk_text(v), "was" | "is" | "has" | "does");
        let who = v > 0 && self.sentence.is(v - 1, ChunkKind::Relative) && self.chunk_text(v - 1) == "who";
        one && who && subject.via == Via::Antecedent
    }

    /// Whether the main subject is not that of the clause of `v`: "voters, many of whom left X", unlike "X is a man who left Y".
    fn is_own_clause(&self, v: usize) -> bool {
        let main = (0..v).rev().find(|&k| self.is_finite(k)).map(|k| self.sentence.head(k).tag);
        self.is_finite(v) && main != Some(Tag::Be)
    }

    /// Whether the noun group at `n` stands behind "in" or the like.
    pub(super) fn stands_in(&self, n: usize) -> bool {
        self.sentence.preposition(n).is_some_and(|p| matches!(self.chunk_text(p), "in" | "at" | "near" | "on"))
    }

    /// "was accused of breaking the treaty by X", "was urged to go by X": who stands behind "by" at the end of what the passive verb at `v` takes.
    fn late_agent(&self, v: usize) -> Vec<Actor> {
        let chunks = &self.sentence.chunks;
        let Some(inner) = (v + 1..chunks.len()).find(|&k| chunks[k].is_verb()).filter(|&k| self.taking(k) == Some(v)) else { return Vec::new() };
        let mut arguments = Vec::new();
        self.sentence.arguments(inner, &mut arguments);
        let by = arguments.iter().rposition(|a| self.is_led_by(a, &["by"]));
        // "emboldened to go in the face of similar action by X"
        let event = |a: &Argument| !a.is_object() && a.noun.is_some_and(|noun| self.is_event(noun as usize));
        let by = by.filter(|&k| k == 0 || !event(&arguments[k - 1])).map(|k| arguments[k]);
        by.and_then(|a| a.noun).map_or_else(Vec::new, |noun| self.actors(noun as usize, Side::Subject))
    }

    /// Whether "by" at `p` leads to who does what a passive verb above tells, not what the gerund or infinitive between tells.
    pub(super) fn is_late_agent(&self, p: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let inner = (0..p).rev().take(6).take_while(|&k| !matches!(chunks[k].kind, ChunkKind::Comma | ChunkKind::Break)).find(|&k| chunks[k].is_verb());
        inner.is_some_and(|k| self.taking(k).is_some())
    }

    /// The passive verb that takes the active gerund or infinitive at `inner`: "accused of breaking", "urged to go".
    fn taking(&self, inner: usize) -> Option<usize> {
        let verb = self.sentence.chunks[inner].verb().filter(|verb| !verb.passive)?;
        let before = self.sentence.previous(inner)?;
        let above = match verb.form {
            Form::Infinitive => before,
            Form::Gerund => before.checked_sub(1).filter(|_| matches!(self.chunk_text(before), "of" | "for" | "from" | "over"))?,
            _ => return None,
        };
        Some(above).filter(|&k| self.sentence.chunks[k].verb().is_some_and(|verb| verb.passive))
    }

    /// The actors behind "by".
    pub fn agent(&self, arguments: &[Argument]) -> Vec<Actor> {
        let by = arguments.iter().position(|a| self.is_led_by(a, &["by"]));
        // "shielded from prosecution by X": who prosecutes does not shield; unlike "accused of fraud by X"
        let noun = by.and_then(|k| k.checked_sub(1)).map(|k| arguments[k]).filter(|a| !a.is_object() && matches!(self.chunk_text(a.through.0 as usize), "from" | "for"));
        // but "barred from the election by X"
        let event = noun.and_then(|a| a.noun).is_some_and(|n| self.is_event(n as usize) && self.sentence.first(n as usize).word != word::THE);
        by.filter(|_| !event).and_then(|k| arguments[k].noun).map_or_else(Vec::new, |noun| self.actors(noun as usize, Side::Subject))
    }
}

/// Whether the unit is the common noun or pronoun for somebody.
fn is_person(unit: &Unit) -> bool {
    unit.flags & (flag::AGENT | flag::RELATION) != 0 || unit.tag == Tag::Pronoun
}
