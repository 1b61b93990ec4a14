//! What the verbs and nouns above an event make of it: `agreed to meet`, `barred X from meeting`, `a decision to meet`.

use super::context::{is_promise, Context};
use super::{Modality, Range, Reader};
use crate::gazetteer::{flag, word, Class, Complements, Inner, Tag, WordId, WordSet};
use crate::syntax::{ChunkKind, Form, Subject, Via};

impl Reader<'_> {
    /// Takes over what `v` itself and the verbs above it say of the event.
    pub(super) fn climb(&self, v: usize, subject: Option<Subject>, context: &mut Context, depth: u32) -> Option<()> {
        let verb = self.sentence.chunks[v].verb()?;
        if (verb.negated && !self.holds_until(v)) || self.behind_without(v) {
            context.negated = !context.negated;
        }
        if verb.modal {
            context.modality = Modality::Hypothetical;
        } else if verb.future && context.modality == Modality::Asserted {
            context.modality = Modality::Future;
        }
        if depth == 0 {
            return Some(());
        }
        let (u, inner) = match subject.map(|s| (s.via, s.noun)) {
            Some((Via::Control(u), _)) => {
                let u = u as usize;
                if self.is_told_to_stop(u, v) {
                    return Some(());
                }
                (u, self.made_by_control(u, v, context))
            }
            Some((Via::ObjectControl(u), noun)) => (u as usize, Some(self.made_of_object(u as usize, v, noun))),
            Some((Via::ObjectGerund(u), _)) if self.is_joined_in(u as usize, v) => (u as usize, Some(Inner::Asserted)),
            Some((Via::ObjectGerund(u), _)) => (u as usize, self.complements(u as usize, v).gerund.or(Some(Inner::Silent))),
            Some((Via::NounComplement(n), _)) => match self.made_by_noun(n as usize, v, context) {
                Some((u, inner)) => {
                    context.apply(inner);
                    return self.climb(u, self.sentence.subject(u), context, depth - 1);
                }
                None => return Some(()),
            },
            _ => return self.made_by_clause(v, subject, context),
        };
        self.take_inner(u, v, inner, context)?;
        // "wants to thank X for helping Y": he helped, whatever is wanted
        let behind_preposition = || self.sentence.previous(v).is_some_and(|k| self.sentence.is(k, ChunkKind::Preposition));
        if inner == Some(Inner::Asserted) && matches!(subject.map(|s| s.via), Some(Via::ObjectGerund(_))) && behind_preposition() {
            return Some(());
        }
        // "does not regret attacking X": he did; "cannot wait to attack X": he will
        let above = self.sentence.chunks[u].verb;
        let base = self.view.gazetteer.words.text(above.base);
        let factive = verb.form == Form::Gerund && matches!(base, "forget" | "mind" | "regret");
        let waits = above.negated && base == "wait";
        if factive || waits {
            return Some(());
        }
        self.climb(u, self.sentence.subject(u), context, depth - 1)
    }

    /// What the verb at `u`, or the adjective behind it, makes of the verb at `v` that depends on it.
    fn complements(&self, u: usize, v: usize) -> Complements {
        self.operator(u, v).and_then(|word| self.view.gazetteer.frames.complements.get(&word)).copied().unwrap_or_default()
    }

    /// "stopped funding X": whether the verb at `u` ends what the gerund at `v` tells.
    fn stops(&self, u: usize, v: usize) -> bool {
        let base = self.view.gazetteer.words.text(self.sentence.chunks[u].verb.base);
        self.sentence.chunks[v].verb.form == Form::Gerund && matches!(base, "cease" | "halt" | "quit" | "stop")
    }

    /// "asked X to stop bombing Y", "will not stop bombing Y": X bombs it.
    fn is_told_to_stop(&self, u: usize, v: usize) -> bool {
        let chunk = self.sentence.chunks[u];
        let bare = chunk.first == chunk.head && self.sentence.head(u).tag == Tag::Verb;
        self.stops(u, v) && (chunk.verb.form == Form::Infinitive || chunk.verb.negated || bare)
    }

    /// What the verb at `u`, whose subject acts at `v` too, makes of that.
    fn made_by_control(&self, u: usize, v: usize, context: &mut Context) -> Option<Inner> {
        // "voted together to suspend X", "voted along party lines to suspend X"
        let before = self.sentence.previous(self.sentence.first_joined(v));
        let before = before.and_then(|k| if self.chunk_text(k) == "together" { self.sentence.previous(k) } else { Some(k) });
        // "committed itself to help X"
        let itself = |k: usize| matches!(self.sentence.head(k).word, word::HIMSELF | word::HERSELF | word::ITSELF | word::THEMSELVES);
        let before = before.map(|k| if self.sentence.is_way_of_voting(u, k) || itself(k) { u } else { k });
        let purpose = before != Some(u) && !self.is_adjective_before(v);
        if purpose {
            // "has no plans to attack X"
            let has = self.sentence.head(u).tag == Tag::Have;
            if has && self.sentence.previous(v).is_some_and(|n| self.is_negative(n)) {
                context.negated = !context.negated;
            }
            let praised = self.is_praise_of_aims(u, v);
            return if praised { Some(Inner::Silent) } else { self.purpose(u, v, context.class) };
        }
        let c = self.complements(u, v);
        match self.sentence.chunks[v].verb.form {
            Form::Gerund => c.gerund.or(c.infinitive).or(Some(Inner::Asserted)),
            // "remains committed to X"
            Form::Participle => c.gerund.or(c.infinitive),
            // "was able to visit X": he did
            Form::Infinitive if self.is_managed(u, v) => Some(Inner::Asserted),
            _ => c.infinitive,
        }
    }

    /// What the verb at `u` makes of what its object, the noun group at `noun`, does at `v`.
    fn made_of_object(&self, u: usize, v: usize, noun: usize) -> Inner {
        let verb = self.sentence.chunks[v].verb;
        let passive = self.sentence.chunks[u].verb().is_some_and(|verb| verb.passive);
        // "what they want is for X to leave"
        let wished = || {
            let first = self.sentence.first_conjunct(noun);
            self.sentence.preposition(first).is_some_and(|p| p + 1 == first && self.chunk_text(p) == "for") && self.sentence.names(noun)
        };
        if self.sentence.head(u).tag == Tag::Be && wished() {
            return Inner::Hypothetical;
        }
        let c = self.complements(u, v);
        let listed = if passive {
            // "was caught mocking X"
            let seen = c.gerund.filter(|_| verb.form == Form::Gerund);
            // "were sent to confront X"
            let sent = c.purpose.map(|_| Inner::Hypothetical);
            seen.or(c.object_infinitive).or(c.infinitive).or(sent)
        } else if self.chunk_text(noun) == "me" && self.view.gazetteer.words.get(verb.base).has(flag::PERFORMATIVE) {
            // "Allow me to thank X" thanks him
            Some(Inner::Asserted)
        } else {
            c.object_infinitive
        };
        listed.unwrap_or(Inner::Silent)
    }

    /// Takes over what the noun group at `n` makes of the verb at `v` that depends on it; the verb above it and what that makes of it, if it says more.
    fn made_by_noun(&self, n: usize, v: usize, context: &mut Context) -> Option<(usize, Inner)> {
        // "went out of her way to praise X"
        let above = self.sentence.preposition(n).and_then(|p| self.sentence.previous(p));
        let way = above.and_then(|u| Some((u, self.purpose(u, v, context.class)?)));
        if way.is_some() {
            return way;
        }
        // a headline's "X to visit Y" is to happen, "a decision to visit Y" may
        // "the refusal of X to meet Y"
        let first = self.sentence.first_conjunct(n);
        let of = self.sentence.preposition(first).filter(|&p| p + 1 == first && matches!(self.chunk_text(p), "by" | "of")).and_then(|p| p.checked_sub(1));
        let somebody = self.sentence.names(n) || self.sentence.head(n).flags & flag::AGENT != 0;
        let whole = of.filter(|&k| self.sentence.is(k, ChunkKind::Noun) && somebody);
        if let Some(decides) = [Some(n), whole].into_iter().flatten().find(|&n| self.noun_operator(n) == Some(Inner::Outer)) {
            self.take_noun(decides, context);
            return None;
        }
        // "expressed its readiness to help X"
        let expressed = self.governor(n).and_then(|u| Some((u, self.phrase(u, n)?)));
        if expressed.is_some() {
            return expressed;
        }
        if self.is_regretted(n) || self.is_judged(n) {
            return None;
        }
        // "steps, including arming Y": what is named was done, unlike "openness to arming Y", "interest in arming Y"
        let to = self.sentence.previous(v).is_some_and(|p| self.chunk_text(p) == "to");
        let aim = self.sentence.head(n).flags & flag::AIM != 0;
        if self.sentence.chunks[v].verb.form == Form::Gerund && !to && !aim {
            self.take_over(v, context);
            return None;
        }
        let named = self.sentence.head(n).mention != 0;
        let wanted = self.sentence.preposition(self.sentence.first_conjunct(n)).is_some();
        context.modality = if named && !wanted { Modality::Future } else { Modality::Hypothetical };
        None
    }

    /// Takes over what the clause around `v` leaves open; `None` where nothing is said of the event.
    fn made_by_clause(&self, v: usize, subject: Option<Subject>, context: &mut Context) -> Option<()> {
        let verb = self.sentence.chunks[v].verb;
        // "To punish X, Y closed the port"
        let purpose = verb.form == Form::Infinitive && subject.is_some_and(|s| s.via == Via::Inherited);
        let importance = self.sentence.previous(v).is_some_and(|p| self.sentence.is_importance_of(p));
        if purpose || importance || self.only_mentions(v) {
            context.modality = Modality::Hypothetical;
        }
        // "may see X selling Y arms"
        let seeing = subject.filter(|s| verb.form == Form::Gerund && s.via == Via::Antecedent && self.sentence.previous(v) == Some(s.noun));
        if seeing.and_then(|s| self.seen_by(s.noun)).is_some_and(|u| self.sentence.chunks[u].verb.modal) {
            context.modality = Modality::Hypothetical;
        }
        let inner = self.before_gerund(v).and_then(|word| self.view.gazetteer.frames.complements.get(&word)).and_then(|c| c.gerund);
        if inner == Some(Inner::Silent) {
            return None;
        }
        context.apply(inner.unwrap_or(Inner::Asserted));
        self.share_modality(v, subject, context);
        self.share_auxiliary(v, context);
        // "would have met X and praised Y"
        let shares = self.sentence.coordinated_verb(v).filter(|&u| verb.past && self.sentence.group_has(u, Tag::Have)).and_then(|u| self.sentence.chunks[u].verb());
        if shares.is_some_and(|verb| verb.modal) {
            context.modality = Modality::Hypothetical;
        }
        Some(())
    }

    /// Takes over what the verb at `u` makes of the one at `v`; `None` where it says nothing of the event.
    fn take_inner(&self, u: usize, v: usize, inner: Option<Inner>, context: &mut Context) -> Option<()> {
        let above = self.sentence.chunks[u].verb;
        match inner {
            Some(Inner::Silent) => return None,
            Some(Inner::Outer) => self.take_outer(u, v, context),
            // "stopped funding X"
            Some(Inner::Negated) if self.stops(u, v) && context.class == Class::Aid && !context.negated => (context.class, context.negated) = (Class::Sanction, true),
            // "failed to reach agreement" is a refusal, not an agreement that was denied
            Some(Inner::Negated) if context.class == Class::Agree && !context.negated => context.class = Class::Reject,
            // "went to meet X": he did
            Some(Inner::Future) if self.sentence.head(u).tag == Tag::Past && self.view.gazetteer.words.text(above.base) == "go" => {}
            // "had been scheduled to meet X": it was not to be
            Some(Inner::Future) if self.chunk_text(u) == "had" && (above.passive || self.is_adjective_before(v)) => context.apply(Inner::Hypothetical),
            Some(inner) => context.apply(inner),
            // "will bring experts together to advise X"
            None if above.future && context.modality == Modality::Asserted => context.modality = Modality::Future,
            None => context.modality = Modality::Hypothetical,
        }
        Some(())
    }

    /// The outer verb decides the class and names the relation.
    fn take_outer(&self, u: usize, v: usize, context: &mut Context) {
        let frames = &self.view.gazetteer.frames;
        let Some(word) = self.operator(u, v) else { return };
        let counts_as = frames.complements.get(&word).and_then(|c| c.counts_as);
        // "is willing to attack X", "is prepared to tell X" agree to nothing, "is willing to send X experts" does
        let gives = || self.view.gazetteer.sets.has(WordSet::HandOver, self.sentence.chunks[v].verb.base);
        if counts_as.is_some() && (context.is_hostile() || context.class == Class::Other && !gives()) {
            context.modality = Modality::Hypothetical;
            return;
        }
        let word = counts_as.unwrap_or(word);
        let name = self.view.gazetteer.words.text(word);
        let patterns = frames.of_verb(word);
        let frame = patterns.and_then(|ps| ps.iter().find(|p| frames.frames[p.frame as usize].name == name).or(ps.last())).map(|p| p.frame);
        let frame = frame.or_else(|| frames.frames.iter().position(|f| f.name == name).map(|i| i as u32));
        let Some(frame) = frame else { return };
        self.take_frame(frame, self.head_tokens(u), context);
    }

    fn take_noun(&self, n: usize, context: &mut Context) {
        if let Some(frame) = self.noun_frame(n) {
            self.take_frame(frame, self.head_tokens(n), context);
        }
    }

    /// The frame of an outer verb or noun decides. "Vowed to punish X" threatens, "vowed to help X" promises.
    fn take_frame(&self, frame: u32, words: Range, context: &mut Context) {
        let outer = &self.view.gazetteer.frames.frames[frame as usize];
        match outer.class {
            // "agreed to punish X", "the commitment to punish X" agree to nothing with X
            Class::Agree if context.is_hostile() && !context.negated && !is_promise(&outer.name) => return context.apply(Inner::Future),
            // "vowed to build a wall on the border with X" promises X nothing
            Class::Agree if matches!(context.class, Class::Mobilize | Class::Protest) && !context.negated => return context.apply(Inner::Future),
            // "threatened to give X the file"
            Class::Threaten if matches!(context.class, Class::Aid | Class::Cooperate | Class::Support | Class::Consult) => {
                context.modality = Modality::Hypothetical;
                return;
            }
            _ => {}
        }
        // "refused to condemn X" turns X down in nothing
        if outer.class == Class::Reject && context.is_hostile() && !context.negated {
            context.negated = true;
            return;
        }
        let threat = is_promise(&outer.name) && context.is_hostile() && !context.negated;
        // "pledged not to attack X" is a pledge
        context.negated &= !context.is_hostile();
        context.class = if threat { Class::Threaten } else { outer.class };
        context.frame = Some(frame);
        context.outer = Some(words);
    }

    /// What a noun makes of its infinitive: "refusal to meet" as "refuse to meet".
    pub fn noun_operator(&self, n: usize) -> Option<Inner> {
        let frames = &self.view.gazetteer.frames;
        let frame = self.noun_frame(n)?;
        let verb = self.view.gazetteer.words.find(&frames.frames[frame as usize].name);
        frames.complements.get(&verb)?.infinitive
    }

    /// The frame that reads the head noun of `n`.
    fn noun_frame(&self, n: usize) -> Option<u32> {
        self.noun_patterns(n).next().map(|pattern| pattern.frame)
    }

    /// The word that takes the infinitive at `v`: the verb at `u`, or the adjective behind it.
    fn operator(&self, u: usize, v: usize) -> Option<WordId> {
        if self.is_adjective_before(v) {
            let adjective = &self.sentence.chunks[self.sentence.previous(v)?];
            return Some(self.sentence.units[adjective.head as usize].word);
        }
        let head = self.sentence.head(u);
        let verb = self.sentence.chunks[u].verb()?;
        // "is prepared to" is an adjective, "was urged to" a verb
        let listed = verb.passive && self.view.gazetteer.frames.complements.contains_key(&head.word);
        Some(if listed { head.word } else { verb.base })
    }

    fn is_adjective_before(&self, v: usize) -> bool {
        self.sentence.previous(v).is_some_and(|k| self.sentence.chunks[k].kind == ChunkKind::Adjective)
    }

    /// Whether the verbs above the infinitive at `v` decide the class: "agreed to open …".
    pub fn is_governed(&self, v: usize, subject: Option<Subject>) -> bool {
        let Some(Via::Control(u)) = subject.map(|s| s.via) else { return false };
        let near = self.sentence.previous(v) == Some(u as usize) || self.is_adjective_before(v);
        let complements = self.operator(u as usize, v).and_then(|word| self.view.gazetteer.frames.complements.get(&word));
        near && complements.is_some_and(|c| c.infinitive == Some(Inner::Outer))
    }

    /// What the verb `u` makes of the infinitive behind its object: "had the chance to meet X", "spent millions to help X".
    fn purpose(&self, u: usize, v: usize, class: Class) -> Option<Inner> {
        let frames = &self.view.gazetteer.frames;
        let verb = self.sentence.chunks[u].verb()?;
        let object = self.sentence.previous(v).filter(|&k| matches!(self.sentence.chunks[k].kind, ChunkKind::Noun | ChunkKind::Preposition))?;
        // "sent an appeal to recognize X": the appeal is to do so; "used tariffs to punish X" tells of any act
        // "worked with allies to punish X" may come true or not, whatever the act is
        // "met X to condemn Y", unlike "spoke about the need to help Y"
        let met = verb.meets && self.sentence.is_met(u, object);
        let said = met && matches!(class, Class::Accuse | Class::Consult | Class::Reject | Class::Request | Class::Support);
        let helps = (matches!(class, Class::Aid | Class::Support) && !self.is_event(object) && met == verb.meets) || verb.base == word::USE || said;
        let purpose = || frames.complements.get(&verb.base).and_then(|c| c.purpose).filter(|&inner| helps || inner == Inner::Hypothetical);
        // "called X to thank him"
        let said = || self.view.gazetteer.words.get(self.sentence.chunks[v].verb.base).has(flag::PERFORMATIVE);
        let rings = verb.base == word::CALL && self.sentence.is_met(u, object) && said();
        self.phrase(u, object).or_else(purpose).or(Some(Inner::Asserted).filter(|_| rings))
    }

    /// What the verb `u` and its object or particle at `n` make of the infinitive behind them: "had the chance to meet X", "went on to meet X".
    fn phrase(&self, u: usize, n: usize) -> Option<Inner> {
        let head = self.sentence.head(n);
        let word = if self.sentence.is(n, ChunkKind::Preposition) { head.word } else { head.singular };
        self.view.gazetteer.frames.phrases.get(&(self.sentence.chunks[u].verb.base, word)).copied()
    }

    /// "has been able to visit X": whether the past or perfect verb at `u` and the adjective behind it tell that it was done.
    fn is_managed(&self, u: usize, v: usize) -> bool {
        let able = self.is_adjective_before(v) && self.sentence.previous(v).is_some_and(|k| self.head_text(k) == "able");
        let verb = self.sentence.chunks[u].verb;
        able && self.is_finite(u) && !verb.modal && !verb.would && (verb.past || self.sentence.group_has(u, Tag::Have))
    }

    /// "praised efforts to help X": whether the verb at `u` only judges what somebody, most often another, is after, which the infinitive at `v` tells.
    fn is_praise_of_aims(&self, u: usize, v: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let object = self.sentence.next(u).filter(|&n| chunks[n].kind == ChunkKind::Noun && self.sentence.previous(self.sentence.first_joined(v)) == Some(n));
        // "welcomed the opportunity to meet X": his own
        let own = |n: usize| matches!(self.unit_text(chunks[n].head as usize), "chance" | "need" | "opportunity");
        let aim = object.is_some_and(|n| self.sentence.units[chunks[n].head as usize].flags & flag::AIM != 0 && !own(n));
        aim && self.is_done_to(chunks[u].verb.base, |class| matches!(class, Class::Accuse | Class::Reject | Class::Support))
    }

    /// "criticized X's decision to invade Y", "after its decision to invade Y": whether what the noun group at `n` names is judged, so that it was done.
    fn is_judged(&self, n: usize) -> bool {
        let decided = matches!(self.head_text(n), "choice" | "decision" | "move") && self.sentence.is_owned(n);
        let chunk = self.sentence.chunks[n];
        let ahead = (chunk.first as usize..chunk.head as usize).any(|unit| matches!(self.unit_text(unit), "eventual" | "expected" | "future" | "next" | "possible"));
        let judges = |v: usize| {
            let verb = self.sentence.chunks[v].verb;
            let nobody = self.sentence.subject(v).is_some_and(|s| self.is_negative(s.noun) || matches!(self.chunk_text(s.noun), "Nobody" | "None" | "nobody" | "none"));
            self.is_fact(v) && !nobody && verb.past && self.is_done_to(verb.base, |class| matches!(class, Class::Accuse | Class::Support))
        };
        // "is critical of X's decision to invade Y"
        let adjective = |p: usize| p > 0 && self.sentence.head(p - 1).flags & flag::ADJECTIVE_FRAME != 0;
        let behind = |p: usize| match self.chunk_text(p) {
            "after" | "After" | "despite" | "Despite" | "following" | "Following" | "over" => true,
            "of" => adjective(p),
            _ => false,
        };
        // "X's decision to invade Y angered Z"
        let told = || self.verb_of(n).is_some_and(|v| self.is_fact(v) && self.sentence.chunks[v].verb.past);
        decided && !ahead && (self.sentence.preposition(n).is_some_and(behind) || self.governor(n).map_or_else(told, judges))
    }

    /// "it was a mistake for X to invade Y": whether what those at `n` did is said to be a fault.
    fn is_regretted(&self, n: usize) -> bool {
        let fault = |k: usize| matches!(self.head_text(k), "blunder" | "crime" | "error" | "mistake");
        let wished = self.sentence.preposition(self.sentence.first_conjunct(n)).filter(|&p| self.chunk_text(p) == "for");
        let above = wished.and_then(|p| self.sentence.previous(p)).filter(|&k| fault(k)).and_then(|k| self.sentence.previous(k));
        above.is_some_and(|v| self.is_fact(v) && self.sentence.chunks[v].verb.past)
    }

    /// The verb of seeing whose object is the noun group at `n`.
    fn seen_by(&self, n: usize) -> Option<usize> {
        let sees = |u: &usize| matches!(self.view.gazetteer.words.text(self.sentence.chunks[*u].verb.base), "find" | "hear" | "see" | "watch");
        self.sentence.previous(n).filter(|&u| self.sentence.chunks[u].is_verb()).filter(sees)
    }

    /// The verb or adjective to which a preposition joins the gerund at `v`: "interested in meeting", "looks forward to meeting".
    fn before_gerund(&self, v: usize) -> Option<WordId> {
        let chunks = &self.sentence.chunks;
        // "stopped short of meeting"
        if self.behind_without(v) {
            return None;
        }
        let before = self.sentence.previous(v).filter(|&k| chunks[k].kind == ChunkKind::Preposition && chunks[v].verb.form == Form::Gerund)?;
        // "looks forward to"
        let before = self.sentence.preposition(before).unwrap_or(before);
        let u = self.sentence.previous(before)?;
        let head = self.sentence.units[chunks[u].head as usize].word;
        match chunks[u].kind {
            ChunkKind::Adjective => Some(head),
            ChunkKind::Verb => self.operator(u, v),
            _ => None,
        }
    }

    /// "talked about firing X", "insisted on meeting X": what is talked of need not be done.
    fn only_mentions(&self, v: usize) -> bool {
        let Some(before) = self.sentence.previous(v).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Preposition) else { return false };
        let verb = self.sentence.previous(before).and_then(|k| self.sentence.chunks[k].verb());
        // "joked about firing X": he did
        let told = self.chunk_text(before) == "about" && verb.is_some_and(|verb| matches!(self.view.gazetteer.words.text(verb.base), "boast" | "brag" | "joke" | "say"));
        // "went on trading with X"
        let goes_on = self.chunk_text(before) == "on" && verb.is_some_and(|verb| matches!(self.view.gazetteer.words.text(verb.base), "carry" | "go" | "keep"));
        verb.is_some() && !told && !goes_on && !self.behind_without(v) && matches!(self.chunk_text(before), "about" | "of" | "on" | "against" | "toward" | "towards")
    }

    /// "could win by attacking X", "will tour Y, meeting X": what the main verb leaves open it does of the gerund, too; unlike "should resign for insulting X".
    fn share_modality(&self, v: usize, subject: Option<Subject>, context: &mut Context) {
        let inherited = subject.is_some_and(|s| s.via == Via::Inherited) && self.sentence.chunks[v].verb.form == Form::Gerund;
        if !inherited || context.modality != Modality::Asserted {
            return;
        }
        let chunks = &self.sentence.chunks;
        let preposition = self.sentence.previous(v).filter(|&k| chunks[k].kind == ChunkKind::Preposition);
        let adjective = |p: usize| self.sentence.previous(p).is_some_and(|k| chunks[k].kind == ChunkKind::Adjective || chunks[k].is_verb() && chunks[k].verb.passive);
        if preposition.is_some_and(|p| !adjective(p) && matches!(self.chunk_text(p), "after" | "for" | "since" | "despite" | "over" | "from")) {
            return;
        }
        // "could not name him, telling X only that …"
        let told = chunks[v].verb.reports && self.sentence.previous(v).is_some_and(|k| matches!(chunks[k].kind, ChunkKind::Comma | ChunkKind::Dash));
        let modal = self.finite_top(v).and_then(|top| chunks[top].verb()).is_some_and(|verb| verb.modal && verb.negated);
        if !(told && modal) {
            self.take_over(v, context);
        }
    }

    /// "can charge X, indict him and jail Y": a bare verb behind "and" or a comma shares the auxiliary of the first of its row.
    fn share_auxiliary(&self, v: usize, context: &mut Context) {
        let chunks = &self.sentence.chunks;
        let bare = |k: usize| self.is_finite(k) && chunks[k].first == chunks[k].head && self.sentence.units[chunks[k].head as usize].tag == Tag::Verb;
        let mut at = v;
        for _ in 0..4 {
            let joint = self.sentence.previous(at).filter(|&k| bare(at) && matches!(chunks[k].kind, ChunkKind::Comma | ChunkKind::Conjunction));
            let bound = |k: &usize| matches!(chunks[*k].kind, ChunkKind::Break | ChunkKind::That | ChunkKind::Relative | ChunkKind::Subordinator);
            let Some(before) = joint.and_then(|joint| (0..joint).rev().take_while(|k| !bound(k)).find(|&k| self.is_finite(k))) else { return };
            let verb = chunks[before].verb;
            match (verb.modal, verb.future) {
                (true, _) => return context.apply(Inner::Hypothetical),
                (_, true) => return context.apply(Inner::Future),
                _ => at = before,
            }
        }
    }

    /// Takes over what the finite verb above `v` leaves open.
    fn take_over(&self, v: usize, context: &mut Context) {
        let Some(at) = self.finite_top(v) else { return };
        let top = self.sentence.chunks[at].verb;
        // "seems to be changing course, isolating X"
        let infinitive = || self.sentence.next(at).is_some_and(|k| self.sentence.chunks[k].verb().is_some_and(|verb| verb.form == Form::Infinitive));
        let seems = matches!(self.view.gazetteer.words.text(top.base), "appear" | "seem") && infinitive();
        match (top.modal || seems, top.future) {
            (true, _) => context.apply(Inner::Hypothetical),
            (_, true) => context.apply(Inner::Future),
            _ => {}
        }
    }

    /// "did not meet X until May": whether what the verb at `v` denies was so later.
    fn holds_until(&self, v: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let plain = chunks[v].verb.form == Form::Finite && !chunks[v].verb.modal && !chunks[v].verb.future;
        let mut behind = (v + 1..chunks.len()).take_while(|&k| !chunks[k].is_verb());
        plain && behind.any(|k| matches!(self.chunk_text(k), "until" | "till"))
    }

    /// "without urging", "instead of meeting".
    fn behind_without(&self, v: usize) -> bool {
        let Some(before) = self.sentence.previous(v) else { return false };
        self.sentence.chunks[before].kind == ChunkKind::Preposition && {
            let text = self.chunk_text(before);
            // "far from condemning X"
            let instead = before.checked_sub(1).map_or("", |k| self.head_text(k));
            text.eq_ignore_ascii_case("without") || matches!((instead, text), ("instead" | "Instead" | "short", "of") | ("far" | "Far" | "away", "from"))
        }
    }
}
