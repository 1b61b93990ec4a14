//! What did not fire: verbs and nouns between two actors that stand in no frame, and names that stand in no list.

use std::collections::HashMap;

use crate::extractor::{Extractor, Scratch};
use crate::gazetteer::{flag, Tag, WordId, Words};
use crate::mention::{EntityRef, Mentions, View};
use crate::relation::{Reader, Relations, Side};
use crate::span::Span;
use crate::syntax::{ChunkKind, Verb};
use crate::text::{TokenKind, CAPITAL, UPPER};

/// What the lists lack for one text or, added up, for many; made by [`Extractor::gaps`].
///
/// ```
/// let extractor = demarche::Extractor::builder().build()?;
/// let mut gaps = demarche::Gaps::default();
/// for text in ["France juggled Spain.", "Then Italy juggled France. Qwertia watched."] {
///     gaps.add(extractor.gaps(text));
/// }
/// let verbs = gaps.verbs();
/// assert_eq!((verbs[0].word.as_str(), verbs[0].count, verbs[0].example.as_str()), ("juggle", 2, "France juggled Spain."));
/// assert_eq!(gaps.names()[0].word, "Qwertia");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    verbs: HashMap<String, (usize, String)>,
    nouns: HashMap<String, (usize, String)>,
    names: HashMap<String, (usize, String)>,
}

/// A word that did not fire.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// A verb or noun in its base form, or a name.
    pub word: String,
    /// How often it stands there.
    pub count: usize,
    /// The first sentence that it was seen in.
    pub example: String,
}

impl Gaps {
    /// Adds what another text lacks.
    pub fn add(&mut self, other: Gaps) {
        for (into, from) in [(&mut self.verbs, other.verbs), (&mut self.nouns, other.nouns), (&mut self.names, other.names)] {
            for (word, (count, example)) in from {
                into.entry(word).or_insert((0, example)).0 += count;
            }
        }
    }

    /// Verbs between two actors that stand in no frame, the most frequent first.
    pub fn verbs(&self) -> Vec<Gap> {
        sorted(&self.verbs)
    }

    /// Nouns between two actors that stand in no frame, the most frequent first.
    pub fn nouns(&self) -> Vec<Gap> {
        sorted(&self.nouns)
    }

    /// Capitalised names that stand in no list, the most frequent first.
    pub fn names(&self) -> Vec<Gap> {
        sorted(&self.names)
    }
}

fn sorted(words: &HashMap<String, (usize, String)>) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = words.iter().map(|(word, (count, example))| Gap { word: word.clone(), count: *count, example: example.clone() }).collect();
    gaps.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.word.cmp(&b.word)));
    gaps
}

fn count(words: &mut HashMap<String, (usize, String)>, word: String, example: impl FnOnce() -> String) {
    words.entry(word).or_insert_with(|| (0, example())).0 += 1;
}

impl Extractor {
    /// What in `text` looks like an interaction or a name and stands in no list. See [`Gaps`].
    pub fn gaps(&self, text: &str) -> Gaps {
        let Scratch { document, mut mentions, .. } = self.extract(text).into_scratch();
        let view = View { gazetteer: self.gazetteer(), text, document: &document, date: None };
        let mut analysis = Relations::default();
        let mut gaps = Gaps::default();
        for &(first, end) in &document.sentences {
            let span = document.tokens[first as usize].span().cover(document.tokens[end as usize - 1].span());
            let example = || span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            for name in unlisted(&view, &mut mentions, first, end) {
                count(&mut gaps.names, name, example);
            }
            let named = mentions.found.iter().filter(|f| first <= f.first && f.first < end).count();
            if named < 2 {
                continue;
            }
            let sentence = analysis.analysis(&view, &mut mentions, first, end);
            let reader = Reader::new(&view, &mentions, sentence, false);
            for chunk in 0..sentence.chunks.len() {
                reader.unframed_verb(chunk).into_iter().for_each(|verb| count(&mut gaps.verbs, verb, example));
                reader.unframed_noun(chunk).into_iter().for_each(|noun| count(&mut gaps.nouns, noun, example));
            }
        }
        gaps
    }
}

/// The names of a sentence that stand in no list: those found by their form, and capitalised words that are no ordinary ones.
fn unlisted(view: &View<'_>, mentions: &mut Mentions, first: u32, end: u32) -> Vec<String> {
    let text = |from: u32, to: u32| {
        let tokens = &view.document.tokens;
        let span: Span = tokens[from as usize].span().cover(tokens[to as usize - 1].span());
        span.of(view.text).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let own = mentions.found.iter().filter(|f| first <= f.first && f.first < end && matches!(f.entity, EntityRef::Document(_)));
    let mut names: Vec<String> = own.map(|f| text(f.first, f.end)).collect();
    let mut i = first;
    while i < end {
        let from = i;
        while i < end && is_strange(view, mentions, i) {
            i += 1;
        }
        if i > from {
            names.push(text(from, i));
        }
        i += 1;
    }
    names
}

/// A capitalised word that names nobody and is no word of any list.
fn is_strange(view: &View<'_>, mentions: &mut Mentions, i: u32) -> bool {
    let token = view.document.tokens[i as usize];
    if token.kind != TokenKind::Word || !token.has(CAPITAL) || mentions.at[i as usize] != 0 || mentions.has(i, flag::LOWER_KNOWN) {
        return false;
    }
    // "JERUSALEM (AP) —"
    let capitals = token.has(UPPER) && view.gazetteer.words.find_title(token.text(view.text)).known();
    let word = view.gazetteer.words.get(mentions.word(i));
    !capitals && !word.has(flag::DATE | flag::TITLE | flag::HONORIFIC | flag::NOT_A_NAME)
}

/// The base form of a verb that no list inflects: `dazzled` to `dazzle`, if that is a verb; else as it is.
fn base_of_verb(words: &Words, form: &str) -> String {
    let is_verb = |base: &String| words.get(words.find(base)).is(Tag::Verb);
    let stem = |ending: &str| form.strip_suffix(ending);
    let undoubled = |ending: &str| stem(ending).filter(|s| s.len() > 2 && s.as_bytes()[s.len() - 1] == s.as_bytes()[s.len() - 2]).map(|s| s[..s.len() - 1].to_owned());
    let plain = ["s", "es", "ed", "d", "ing"].into_iter().filter_map(|ending| stem(ending).map(str::to_owned));
    let changed = [stem("ing").map(|s| format!("{s}e")), stem("ied").or(stem("ies")).map(|s| format!("{s}y")), undoubled("ed"), undoubled("ing")];
    plain.chain(changed.into_iter().flatten()).find(is_verb).unwrap_or_else(|| form.to_owned())
}

impl Reader<'_> {
    /// The base form of the verb or noun at a chunk, if it stands between two actors and in no frame.
    pub fn unframed(&self, chunk: usize) -> Option<String> {
        self.unframed_verb(chunk).or_else(|| self.unframed_noun(chunk))
    }

    /// The base form of the verb at a chunk, if it stands between two actors and in no frame.
    fn unframed_verb(&self, v: usize) -> Option<String> {
        let Verb { base, reports, .. } = self.sentence.chunks[v].verb()?;
        let head = self.sentence.units[self.sentence.chunks[v].head as usize];
        let gazetteer = self.view.gazetteer;
        let auxiliary = matches!(head.tag, Tag::Be | Tag::Have | Tag::Do | Tag::Modal) || self.chunk_text(v).eq_ignore_ascii_case("according");
        if auxiliary || reports || gazetteer.words.get(base).has(flag::LIGHT) || gazetteer.frames.verbs.contains_key(&base) || gazetteer.frames.adjectives.contains_key(&head.word)
        {
            return None;
        }
        let subject = self.sentence.subject(v)?;
        let mut arguments = Vec::new();
        self.sentence.arguments(v, &mut arguments);
        let sides = (self.actors(subject.noun, Side::Subject), arguments.iter().take(2).filter_map(|a| a.noun).flat_map(|noun| self.actors(noun as usize, Side::Object)));
        let [source, ..] = sides.0.as_slice() else { return None };
        let mut targets = sides.1;
        targets.any(|target| !self.same(source, &target)).then(|| base_of_verb(&self.view.gazetteer.words, &self.base(base, v)))
    }

    /// The noun at a chunk, if it stands between two actors and in no frame: "France's snub to Spain", "launched a quarrel with Spain".
    fn unframed_noun(&self, n: usize) -> Option<String> {
        let chunks = &self.sentence.chunks;
        let chunk = chunks[n];
        let head = self.sentence.units[chunk.head as usize];
        let plain = chunk.kind == ChunkKind::Noun && head.mention == 0 && matches!(head.tag, Tag::Noun | Tag::Plural);
        if !plain || head.flags & (flag::AGENT | flag::RELATION | flag::TIME | flag::DATE | flag::TITLE | flag::VENUE) != 0 || self.is_event(n) {
            return None;
        }
        let lends = |k: &usize| chunks[*k].verb().is_some_and(|verb| self.view.gazetteer.words.get(verb.base).has(flag::LIGHT));
        let owner = (chunk.first + 1..chunk.head).rev().find(|&u| self.sentence.units[u as usize].tag == Tag::Genitive).map(|u| &self.sentence.units[u as usize - 1]);
        let source = match owner.filter(|unit| unit.mention != 0 && !unit.compound) {
            Some(unit) => self.named(unit),
            None => *self.actors(self.sentence.subject(self.sentence.previous(n).filter(lends)?)?.noun, Side::Subject).first()?,
        };
        let preposition = self.sentence.next(n).filter(|&p| chunks[p].kind == ChunkKind::Preposition)?;
        let leads = matches!(self.chunk_text(preposition), "against" | "at" | "for" | "into" | "on" | "over" | "to" | "toward" | "towards" | "upon" | "with");
        let noun = Some(preposition + 1).filter(|&k| leads && chunks.get(k).is_some_and(|c| c.kind == ChunkKind::Noun))?;
        let base = head.singular;
        self.actors(noun, Side::Object).iter().any(|target| !self.same(&source, target)).then(|| self.base(if base.known() { base } else { head.word }, n))
    }

    /// A word of the lists, else as the text has it at the head of a chunk.
    fn base(&self, word: WordId, chunk: usize) -> String {
        if word.known() {
            return self.view.gazetteer.words.text(word).to_owned();
        }
        let (first, end) = self.head_tokens(chunk);
        let tokens = &self.view.document.tokens;
        tokens[first as usize].span().cover(tokens[end as usize - 1].span()).of(self.view.text).to_lowercase()
    }
}
