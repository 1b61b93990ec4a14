//! Why a text gives what it gives: its chunks, its triggers, and how far each of them came.

use std::fmt;

use crate::extraction::Extraction;
use crate::extractor::{DatedExtractor, Extractor, Scratch};
use crate::gazetteer::{Class, Frames, Step, Tag, VerbPattern, WordId};
use crate::mention::{EntityRef, MentionKind, View};
use crate::relation::{Actor, Found, Modality, Range, Reader, Relations, Rule};
use crate::span::Span;
use crate::syntax::{Argument, Chunk, ChunkKind, Sentence, Subject, Verb, Via};

/// What was made of a text, sentence by sentence; made by [`Extractor::explain`]. `Display` gives it for reading.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// All sentences, in the order of the text.
    pub sentences: Vec<ExplainedSentence>,
}

/// One sentence of an [`Explanation`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ExplainedSentence {
    /// The sentence.
    pub text: String,
    /// Who is named in it.
    pub mentions: Vec<ExplainedMention>,
    /// The listed names in it that were not taken for names, and why.
    pub refused: Vec<RefusedName>,
    /// Its chunks: what they are, such as `noun` or `verb (passive)`, and their words.
    pub chunks: Vec<(String, String)>,
    /// Its words that could express a relation.
    pub triggers: Vec<ExplainedTrigger>,
    /// The base forms of its verbs and nouns that stand between two actors but in no frame.
    pub unframed: Vec<String>,
}

/// A name in an [`ExplainedSentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedMention {
    /// The words.
    pub text: String,
    /// The usual name of whom they name.
    pub name: String,
    /// What they name.
    pub kind: MentionKind,
}

/// Words of an [`ExplainedSentence`] that a list has as a name, but that name something else here.
///
/// ```
/// let explanation = demarche::Extractor::embedded().explain("Reading helps. Reading sued Oxford.");
/// let [refused] = explanation.sentences[0].refused.as_slice() else { unreachable!() };
/// assert_eq!(refused.to_string(), "\"Reading\" (Reading): an ordinary word, which has its capital from the head of the sentence");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefusedName {
    /// The words.
    pub text: String,
    /// The usual name of whom or what they name elsewhere.
    pub name: String,
    /// What they are taken for here.
    pub why: &'static str,
}

/// A word that could express a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedTrigger {
    /// The word as it stands there.
    pub word: String,
    /// Where it stands, in bytes of the whole text.
    pub span: Span,
    /// Its base form.
    pub base: String,
    /// The frames that it may express.
    pub frames: Vec<String>,
    /// Their patterns for it, as the data files have them.
    pub patterns: Vec<String>,
    /// Whether it gave a relation.
    pub gave: bool,
    /// The relations it gave, or the furthest point that it reached.
    pub outcome: String,
}

impl Extractor {
    /// Says what each sentence of `text` was taken to be, and why its triggers gave a relation or none.
    ///
    /// ```
    /// let explanation = demarche::Extractor::embedded().explain("US urges Europe to act.");
    /// let trigger = &explanation.sentences[0].triggers[0];
    /// assert_eq!(trigger.outcome, "gave United States | urge | Europe (active: urge X)");
    /// ```
    pub fn explain(&self, text: &str) -> Explanation {
        self.on(None).explain(text)
    }
}

impl DatedExtractor<'_> {
    /// As [`Extractor::explain`].
    pub fn explain(&self, text: &str) -> Explanation {
        let Extraction { scratch, date, gazetteer, .. } = self.extract(text);
        let Scratch { document, mut mentions, relations } = scratch;
        let view = View { gazetteer, text, document: &document, date };
        let mut analysis = Relations::default();
        let mut sentences = Vec::new();
        for &(first, end) in &document.sentences {
            let sentence = analysis.analysis(&view, &mut mentions, first, end);
            let reader = Reader::new(&view, &mentions, sentence, false);
            sentences.push(Looker { reader, relations: &relations }.sentence((first, end)));
        }
        Explanation { sentences }
    }
}

/// Looks at one sentence through the reader's eyes.
struct Looker<'a> {
    reader: Reader<'a>,
    /// What the text really gave.
    relations: &'a Relations,
}

impl Looker<'_> {
    fn sentence(&self, range: Range) -> ExplainedSentence {
        let Sentence { chunks, .. } = self.reader.sentence;
        let found = self.reader.mentions.found.iter().filter(|f| range.0 <= f.first && f.first < range.1);
        let mentions = found.map(|f| ExplainedMention { text: self.words((f.first, f.end)), name: self.entity(f.entity), kind: f.kind });
        let refused = self.reader.mentions.refused(self.reader.view, range.0, range.1);
        let refused = refused.into_iter().map(|(first, end, entity, why)| RefusedName { text: self.words((first, end)), name: self.entity(EntityRef::Listed(entity)), why });
        let mut triggers = Vec::new();
        (0..chunks.len()).for_each(|chunk| self.triggers(chunk, &mut triggers));
        ExplainedSentence {
            text: self.words(range),
            mentions: mentions.collect(),
            refused: refused.collect(),
            chunks: (0..chunks.len()).map(|i| (kind_name(&chunks[i]), self.words(self.reader.tokens(i)))).collect(),
            triggers,
            unframed: (0..chunks.len()).filter_map(|chunk| self.reader.unframed(chunk)).collect(),
        }
    }

    /// The triggers at one chunk: its head, and compounds such as `Iran-backed`.
    fn triggers(&self, chunk: usize, out: &mut Vec<ExplainedTrigger>) {
        let (compounds, given): (Vec<Found>, Vec<Found>) = self.given(chunk).into_iter().partition(|f| f.rule == Rule::Compound);
        for found in compounds {
            let patterns = vec![(found.frame, found.pattern.clone())];
            let outcome = (true, self.relation(&found));
            out.push(self.trigger(found.trigger, self.words(found.trigger), patterns, outcome));
        }
        let (base, patterns) = self.patterns(chunk);
        // a preposition begins a phrase such as "at war with" too rarely to be worth a failure
        let idle = self.reader.sentence.chunks[chunk].kind == ChunkKind::Preposition && given.is_empty();
        if patterns.is_empty() || idle {
            return;
        }
        let outcome = if given.is_empty() { (false, self.failure(chunk)) } else { (true, given.iter().map(|f| self.relation(f)).collect::<Vec<_>>().join("; ")) };
        let base = self.reader.view.gazetteer.words.text(base).to_owned();
        out.push(self.trigger(self.reader.head_tokens(chunk), base, patterns, outcome));
    }

    fn trigger(&self, tokens: Range, base: String, patterns: Vec<(u32, String)>, (gave, outcome): (bool, String)) -> ExplainedTrigger {
        let mut frames: Vec<String> = Vec::new();
        for (frame, _) in &patterns {
            let name = &self.frames().frames[*frame as usize].name;
            if !frames.contains(name) {
                frames.push(name.clone());
            }
        }
        let outcome = if gave { format!("gave {outcome}") } else { outcome };
        let patterns = patterns.into_iter().map(|(_, text)| text).collect();
        ExplainedTrigger { word: self.words(tokens), span: self.span(tokens), base, frames, patterns, gave, outcome }
    }

    /// The base form at a chunk's head, and the patterns that the frames have for it.
    fn patterns(&self, chunk: usize) -> (WordId, Vec<(u32, String)>) {
        let chunk = self.reader.sentence.chunks[chunk];
        let head = &self.reader.sentence.units[chunk.head as usize];
        match chunk.kind {
            ChunkKind::Verb => {
                (chunk.verb.base, self.frames().of_verb(chunk.verb.base).into_iter().flat_map(|patterns| patterns.iter()).map(|p| (p.frame, p.text.clone())).collect())
            }
            ChunkKind::Noun if head.mention != 0 && !head.compound => (WordId::NONE, Vec::new()),
            ChunkKind::Noun => {
                let of = |word: WordId| self.frames().nouns.get(&word).map(|ps| (word, ps.iter().map(|p| (p.frame, p.text.clone())).collect()));
                of(head.word).or_else(|| of(head.singular)).unwrap_or((WordId::NONE, Vec::new()))
            }
            ChunkKind::Adjective | ChunkKind::Preposition => {
                (head.word, self.frames().adjectives.get(&head.word).into_iter().flatten().map(|p| (p.frame, p.text.clone())).collect())
            }
            _ => (WordId::NONE, Vec::new()),
        }
    }

    /// The relations that came of a chunk. With unnamed actors only where the text really gave them.
    fn given(&self, chunk: usize) -> Vec<Found> {
        let mut found = self.read(chunk, true);
        found.retain(|f| self.told(f));
        if found.is_empty() {
            found = self.read(chunk, false);
        }
        found
    }

    fn read(&self, chunk: usize, roles: bool) -> Vec<Found> {
        let Reader { view, mentions, sentence, .. } = self.reader;
        let reader = Reader::new(view, mentions, sentence, roles);
        let mut found = Vec::new();
        let mut arguments = Vec::new();
        reader.verbal(chunk, &mut arguments, &mut found);
        reader.nominal(chunk, &mut arguments, &mut found);
        found
    }

    /// Whether the text gave this relation, here or as a repetition of an earlier one.
    fn told(&self, f: &Found) -> bool {
        let unnamed = f.subject.mention.is_none() || f.object.mention.is_none();
        self.relations.found.iter().any(|g| {
            let place = g.trigger == f.trigger || g.again.iter().any(|again| again.trigger == f.trigger);
            place && g.frame == f.frame && (!unnamed || (g.subject.tokens == f.subject.tokens && g.object.tokens == f.object.tokens))
        })
    }

    /// How far a trigger came that gave nothing.
    fn failure(&self, chunk: usize) -> String {
        if let Some(found) = self.read(chunk, true).first() {
            return format!("only with unnamed actors: {}", self.relation(found));
        }
        match self.reader.sentence.chunks[chunk].kind {
            ChunkKind::Verb => self.verb_failure(chunk, self.reader.sentence.chunks[chunk].verb),
            ChunkKind::Noun => "not both a source and a target stand around it".to_owned(),
            _ => "not both a subject and a target stand around it".to_owned(),
        }
    }

    fn verb_failure(&self, v: usize, verb: Verb) -> String {
        let sentence = self.reader.sentence;
        let mut arguments = Vec::new();
        sentence.arguments(v, &mut arguments);
        let subject = sentence.subject(v);
        let mut all: Vec<&VerbPattern> = self.frames().of_verb(verb.base).into_iter().flat_map(|patterns| patterns.iter()).collect();
        let moved = verb.passive || subject.is_some_and(|s| s.noun > 0 && matches!(sentence.chunks[s.noun - 1].kind, ChunkKind::Relative | ChunkKind::That));
        let fitting: Vec<&VerbPattern> = all.iter().copied().filter(|pattern| self.may_fit(pattern, &arguments, moved)).collect();
        let Some(pattern) = fitting.first() else {
            // those that ask for a word that stands there tell most, then the plain ones
            let mut words = Vec::new();
            self.reader.words_behind(subject.map(|s| s.noun), &arguments, |word| words.push(word));
            all.sort_by_key(|pattern| (!pattern.steps.iter().any(|step| step.words().iter().any(|word| words.contains(word))), pattern.text.len()));
            let texts: Vec<&str> = all.iter().map(|pattern| pattern.text.as_str()).collect();
            return format!("no pattern fits: {}", few(&texts));
        };
        let Some(subject) = subject else { return "no subject found".to_owned() };
        let by = arguments.iter().find(|a| a.through.1 > a.through.0 && self.reader.unit_text(sentence.chunks[a.through.0 as usize].first as usize) == "by");
        let source = if verb.passive { by.and_then(|a| a.noun).map(|noun| noun as usize) } else { Some(subject.noun) };
        let Some(source) = source else { return "a passive without \"by\": nobody is said to do it".to_owned() };
        if !self.names_actor(source) {
            return format!("its subject names no actor: \"{}\"", self.words(self.reader.tokens(source)));
        }
        let mut targets: Vec<usize> = arguments.iter().filter_map(|a| a.noun.map(|noun| noun as usize)).collect();
        targets.extend(moved.then_some(subject.noun));
        if !targets.into_iter().any(|target| self.names_actor(target)) {
            return format!("its target names no actor ({})", pattern.text);
        }
        let class: Class = self.frames().frames[pattern.frame as usize].class;
        match self.reader.context(v, Some(subject), class) {
            None => self.governor(v, subject).map_or_else(|| "its governor says nothing of it".to_owned(), |g| format!("\"{g}\" before it does not say that it happens")),
            Some(_) => format!("nobody acts on another where {} wants it", pattern.text),
        }
    }

    /// The verb that takes the infinitive or gerund at `v`.
    fn governor(&self, v: usize, subject: Subject) -> Option<String> {
        match subject.via {
            Via::Control(u) | Via::ObjectControl(u) | Via::ObjectGerund(u) => Some(self.words(self.reader.head_tokens(u as usize))),
            _ => self.reader.sentence.previous(v).map(|k| self.words(self.reader.tokens(k))),
        }
    }

    /// Whether what a pattern asks for stands behind the verb at all, its order aside.
    fn may_fit(&self, pattern: &VerbPattern, arguments: &[Argument], moved: bool) -> bool {
        let sentence = self.reader.sentence;
        let head = |noun: u32| &sentence.units[sentence.chunks[noun as usize].head as usize];
        pattern.steps.iter().all(|step| match step {
            Step::Through(words) => {
                arguments.iter().any(|a| (a.through.0..a.through.1).any(|chunk| words.contains(&sentence.units[sentence.chunks[chunk as usize].first as usize].word)))
            }
            Step::Nouns(words) => sentence.chunks.iter().filter(|c| c.kind == ChunkKind::Noun).any(|c| sentence.units[c.head as usize].is_one_of(words)),
            Step::Any => arguments.iter().filter_map(|a| a.noun).any(|noun| head(noun).mention == 0),
            Step::Target => moved || arguments.iter().any(|a| a.noun.is_some()),
            _ => true,
        })
    }

    /// Whether a noun group or one that it is coordinated with names anybody.
    fn names_actor(&self, noun: usize) -> bool {
        let sentence = self.reader.sentence;
        let mut groups = Vec::new();
        sentence.conjuncts(noun, &mut groups);
        groups.into_iter().any(|group| {
            let chunk = sentence.chunks[group];
            (chunk.first as usize..chunk.end as usize).any(|unit| {
                let pronoun = matches!(sentence.units[unit].tag, Tag::Pronoun | Tag::Possessive);
                sentence.units[unit].mention != 0 || (pronoun && self.reader.pronoun(unit).is_some())
            })
        })
    }

    fn relation(&self, found: &Found) -> String {
        let not = if found.negated { "not " } else { "" };
        let frame = &self.frames().frames[found.frame as usize].name;
        let modality = match found.modality {
            Modality::Asserted => String::new(),
            other => format!(", {other:?}").to_lowercase(),
        };
        format!("{} | {not}{frame} | {} ({}: {}{modality})", self.actor(&found.subject), self.actor(&found.object), found.rule.name(), found.pattern)
    }

    fn actor(&self, actor: &Actor) -> String {
        actor.mention.map_or_else(|| self.words(actor.tokens), |m| self.entity(self.reader.mentions.found[m as usize].entity))
    }

    fn entity(&self, entity: EntityRef) -> String {
        match entity {
            EntityRef::Listed(id) => self.reader.view.gazetteer.names.entity(id).name.to_string(),
            EntityRef::Document(own) => self.reader.mentions.own[own as usize].span.of(self.reader.view.text).to_owned(),
        }
    }

    fn frames(&self) -> &Frames {
        &self.reader.view.gazetteer.frames
    }

    fn span(&self, (first, end): Range) -> Span {
        let tokens = &self.reader.view.document.tokens;
        tokens[first as usize].span().cover(tokens[end as usize - 1].span())
    }

    fn words(&self, tokens: Range) -> String {
        self.span(tokens).of(self.reader.view.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What a chunk is called, with what matters of a verb group.
fn kind_name(chunk: &Chunk) -> String {
    let Some(verb) = chunk.verb() else { return format!("{:?}", chunk.kind).to_lowercase() };
    let mut marks = vec![format!("{:?}", verb.form).to_lowercase()];
    let flags = [(verb.passive, "passive"), (verb.negated, "negated"), (verb.future, "future"), (verb.modal, "modal")];
    marks.extend(flags.into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned()));
    format!("verb ({})", marks.join(", "))
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentences.iter().try_for_each(|sentence| write!(f, "{sentence}"))
    }
}

impl fmt::Display for ExplainedSentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let chunks: Vec<String> = self.chunks.iter().map(|(kind, text)| format!("[{kind}: {text}]")).collect();
        let mentions: Vec<String> = self.mentions.iter().map(|m| m.to_string()).collect();
        writeln!(f, "{}", self.text)?;
        writeln!(f, "  chunks    {}", chunks.join(" "))?;
        writeln!(f, "  mentions  {}", if mentions.is_empty() { "none".to_owned() } else { mentions.join(", ") })?;
        self.refused.iter().try_for_each(|refused| writeln!(f, "  no name   {refused}"))?;
        self.triggers.iter().try_for_each(|trigger| writeln!(f, "  trigger   {trigger}"))?;
        self.unframed.iter().try_for_each(|word| writeln!(f, "  no frame  \"{word}\" stands between two actors"))
    }
}

impl fmt::Display for ExplainedMention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}: {})", self.text, format!("{:?}", self.kind).to_lowercase(), self.name)
    }
}

impl fmt::Display for RefusedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" ({}): {}", self.text, self.name, self.why)
    }
}

impl fmt::Display for ExplainedTrigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" ({}; frames {}): {}", self.word, self.base, few(&self.frames), self.outcome)
    }
}

/// So many of a list are shown.
const SHOWN: usize = 6;

/// The first of a list, and how many more there are.
fn few<T: AsRef<str>>(texts: &[T]) -> String {
    let shown: Vec<&str> = texts.iter().take(SHOWN).map(AsRef::as_ref).collect();
    let more = texts.len() - shown.len();
    shown.join(", ") + &if more > 0 { format!(" and {more} more") } else { String::new() }
}
