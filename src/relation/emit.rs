//! Every source with every target, but for pairs between whom nothing can be: who goes to his own town, speaks for his own country.

use super::context::Context;
use super::{Actor, Circumstances, Found, Range, Reader, Rule};
use crate::gazetteer::{Class, EntityKind};
use crate::mention::{FoundBy, MentionKind};

impl Reader<'_> {
    pub(super) fn frame_name(&self, frame: u32) -> &str {
        &self.view.gazetteer.frames.frames[frame as usize].name
    }

    /// Whether a frame tells of going to somebody, by its code.
    fn is_visit(&self, frame: u32) -> bool {
        self.view.gazetteer.frames.frames[frame as usize].cameo.as_deref() == Some("042")
    }

    /// "Pelosi arrives in Washington", "Warren travelled to Pittsburgh": who goes to a place of his own country meets no state.
    fn is_at_home(&self, subject: &Actor, object: &Actor) -> bool {
        let person = self.listed(subject).is_some_and(|one| one.kind == EntityKind::Person);
        let country = |actor: &Actor| self.listed(actor).and_then(|one| one.country.as_deref());
        let near = || self.is_mere_place(object) && country(subject).is_some() && country(subject) == country(object);
        // "Ann Lee of Kenya … her visit to the country"
        let unnamed = object.by == FoundBy::Pronoun;
        person && ((unnamed || self.is_seat(object)) && self.is_of_country(subject, object) || near())
    }

    /// "A and B lost to C and D, respectively": whether each has one of the others.
    fn is_respective(&self) -> bool {
        self.sentence.units.iter().any(|unit| self.text_of(unit) == "respectively")
    }

    /// "Warren hit Iowa": a person only comes to a place.
    fn is_whistle_stop(&self, frame: u32, subject: &Actor, object: &Actor) -> bool {
        let hits = self.frame_name(frame) == "hit";
        hits && self.kind(subject) == MentionKind::Person && self.is_mere_place(object)
    }

    /// "Ann Lee recognized Bo Lim", "stood alongside him": what one person does to another with his eyes or feet alone.
    fn is_seen(&self, pattern: &str, subject: &Actor, object: &Actor) -> bool {
        let persons = || [subject, object].iter().all(|actor| self.kind(actor) == MentionKind::Person);
        matches!(pattern, "recognize X" | "recognise X" | "stand alongside X") && persons()
    }

    /// "Kenya hosts the Lake Fishing Institute": it has its seat there.
    fn is_seated(&self, pattern: &str, object: &Actor) -> bool {
        let last = self.view.document.tokens[object.tokens.1 as usize - 1].text(self.view.text);
        let house = matches!(last, "Academy" | "Center" | "Centre" | "Headquarters" | "Institute" | "Museum" | "Secretariat" | "University");
        pattern == "host X" && self.kind(object) == MentionKind::Organization && house
    }

    /// "the minister spoke on behalf of Norway", his country: he speaks for nobody else.
    fn is_spokesman_of(&self, frame: u32, subject: &Actor, object: &Actor) -> bool {
        self.frame_name(frame) == "act" && self.is_of_country(subject, object)
    }

    /// "Iraqis who travel to X": some of a people, not their state.
    fn is_crowd(&self, actor: &Actor) -> bool {
        let Some(found) = actor.mention.map(|m| self.mentions.found[m as usize]) else { return false };
        let people = found.kind == MentionKind::Nationality && !found.adjective && actor.tokens == (found.first, found.end);
        people && !self.roles && self.listed(actor).is_some_and(|entity| entity.kind == EntityKind::Country)
    }

    /// Whether a government is named by its seat: "the White House".
    pub(super) fn is_seat(&self, actor: &Actor) -> bool {
        self.kind(actor) == MentionKind::Place && self.listed(actor).is_some_and(|entity| entity.kind == EntityKind::Country)
    }

    /// A village or valley that no list has: whoever governs it, not it is acted on.
    fn is_unlisted_place(&self, actor: &Actor) -> bool {
        let itself = actor.mention.is_some_and(|m| self.mentions.found[m as usize].end == actor.tokens.1);
        itself && self.kind(actor) == MentionKind::Place && self.listed(actor).is_none() && !self.view.owns(actor.tokens.1)
    }

    /// A town or area that stands for no government.
    pub(super) fn is_mere_place(&self, actor: &Actor) -> bool {
        self.kind(actor) == MentionKind::Place && !self.is_seat(actor)
    }

    /// A person, a party, a chamber or a medium, which attack each other with words.
    fn is_speaker(&self, actor: &Actor) -> bool {
        self.kind(actor) == MentionKind::Person || self.is_of_sort(actor, &["party", "legislature", "media"])
    }

    /// Whether the lists say that an actor is of one of these sorts.
    pub(super) fn is_of_sort(&self, actor: &Actor, sorts: &[&str]) -> bool {
        self.listed(actor).and_then(|entity| entity.detail.as_deref()).is_some_and(|sort| sorts.contains(&sort))
    }

    /// Whether an actor is of the country that the other is: Macron of France.
    pub(super) fn is_of_country(&self, actor: &Actor, country: &Actor) -> bool {
        self.listed(actor).zip(self.listed(country)).is_some_and(|(one, other)| one.country.as_ref() == Some(&other.id))
    }

    /// "Saied dismissed the Tunisian envoy", unlike "punished its own citizens": whether somebody does something to his own country in the person of its servants.
    fn is_own_country(&self, subject: &Actor, object: &Actor) -> bool {
        self.kind(subject) == MentionKind::Person && object.by != FoundBy::Pronoun && self.is_of_country(subject, object)
    }

    /// "X or Y signed a deal": whether only one of two does it, with whomever.
    fn is_alternative(&self, one: &Actor, other: &Actor) -> bool {
        let behind = self.sentence.units.partition_point(|unit| unit.first < one.tokens.1);
        let mut between = self.sentence.units[behind..].iter().take_while(|unit| unit.end <= other.tokens.0);
        between.any(|unit| matches!(self.text_of(unit), "nor" | "or"))
    }

    /// Every source with every target.
    #[allow(clippy::too_many_arguments)]
    pub fn emit(&self, sources: &[Actor], targets: &[Actor], frame: u32, pattern: &str, trigger: Range, rule: Rule, context: &Context, out: &mut Vec<Found>) {
        let trigger = context.outer.map_or(trigger, |outer| (outer.0.min(trigger.0), trigger.1.max(outer.1)));
        // "A and B said she must go": she is neither
        let turned_back = |object: &&Actor| object.by == FoundBy::Pronoun && sources.len() > 1 && sources.iter().any(|source| self.same(source, object));
        let paired = sources.len() > 1 && targets.len() > 1 && self.is_respective();
        // "its commitment to A and B": neither has it
        if let ([source], [_, _, ..]) = (sources, targets) {
            if source.by == FoundBy::Pronoun && targets.iter().any(|target| target.by != FoundBy::Pronoun && self.same(source, target)) {
                return;
            }
        }
        for (i, subject) in sources.iter().enumerate().take(16) {
            for (k, object) in targets.iter().enumerate().take(16).filter(|(_, object)| !turned_back(object)) {
                if paired && (i != k || sources.len() != targets.len()) {
                    continue;
                }
                let other = self.apart_from(subject, object);
                let object = other.as_ref().unwrap_or(object);
                if self.same(subject, object)
                    || self.is_whistle_stop(frame, subject, object)
                    || self.is_spokesman_of(frame, subject, object)
                    || self.is_seen(pattern, subject, object)
                    || self.is_seated(pattern, object)
                    || (!self.roles && self.is_unlisted_place(object) && matches!(context.class, Class::Assault | Class::Mobilize))
                    || (rule == Rule::Reciprocal && self.is_alternative(subject, object))
                    || (context.class == Class::Sanction && self.is_own_country(subject, object))
                    || (self.is_visit(frame) && (self.is_at_home(subject, object) || self.is_crowd(subject)))
                {
                    continue;
                }
                // persons clash with words; who joins a chamber becomes one of it
                let listed = &self.view.gazetteer.frames.frames[frame as usize];
                let sides = |actor| !self.is_of_sort(actor, &["legislature", "media"]);
                let speaks = |actor| self.is_speaker(actor) && (listed.persons != Some(Class::Support) || sides(actor));
                let persons = || [subject, object].into_iter().all(speaks);
                let class = listed.persons.filter(|_| context.frame.is_none() && context.class == listed.class && persons()).unwrap_or(context.class);
                // who "will travel to X", who "will join X", promises X nothing
                let does = || self.is_visit(frame) || listed.name == "join";
                let class = if class == Class::Agree && context.frame.is_none() && does() { listed.class } else { class };
                // "the union's strike against Boeing"
                let walks_out = class == Class::Assault && pattern.starts_with("strike ") && self.is_of_sort(subject, &["ngo", "other"]);
                let class = if walks_out { Class::Protest } else { class };
                out.push(Found {
                    subject: *subject,
                    object: *object,
                    frame: context.frame.unwrap_or(frame),
                    class,
                    trigger,
                    negated: context.negated,
                    modality: context.modality,
                    attribution: context.attribution.filter(|(speaker, _)| !self.same(speaker, subject) || speaker.tokens != subject.tokens),
                    rule,
                    pattern: pattern.to_owned(),
                    around: Circumstances::default(),
                    again: Vec::new(),
                });
            }
        }
    }
}
