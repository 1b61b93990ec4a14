//! Floor 4: the words of one candidate sentence to chunks, and who is subject and object of which predicate.
//!
//! A finite-state cascade in the manner of Abney's Cass and FASTUS: words to tags, tags to chunks, chunks to clauses.
//! Every level is deterministic, takes the longest match and is linear in the sentence's length.

mod argument;
mod chunk;
mod clause;
mod coordination;
mod nonfinite;
mod numbers;
mod open_class;
mod past;
mod tag;
mod third_person;

pub(crate) use argument::Argument;
pub(crate) use chunk::{Chunk, ChunkKind, Form, Verb};
pub(crate) use clause::{Subject, Via};

use crate::gazetteer::{flag, word, Classes, Tag, WordId};
use crate::mention::{is_quoted, opens_quotation, MentionKind, Mentions, View};
use crate::span::Span;
use crate::text::{Token, TokenKind, CAPITAL, GLUED, UPPER};

/// One word, or one mention, or one hyphenated compound of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    /// First token, and the token after the last.
    pub first: u32,
    pub end: u32,
    pub tag: Tag,
    /// The word in lower case; of a compound its last part, of a mention [`WordId::NONE`].
    pub word: WordId,
    /// The singular of which that word is the plural, or the word itself.
    pub singular: WordId,
    /// What the lists say of that word.
    pub flags: u64,
    /// The number of its mention plus one, or 0.
    pub mention: u32,
    /// Begins with a capital.
    pub capital: bool,
    /// Names a person.
    pub person: bool,
    /// A compound such as `US-led`: mention and word in one.
    pub compound: bool,
    /// Stands between quotation marks.
    pub quoted: bool,
    classes: Classes,
}

impl Unit {
    /// Whether its word or its singular is one of these.
    pub fn is_one_of(&self, words: &[WordId]) -> bool {
        words.contains(&self.word) || words.contains(&self.singular)
    }
}

/// The analysis of one sentence. Buffers are reused.
#[derive(Default)]
pub(crate) struct Sentence {
    pub units: Vec<Unit>,
    pub chunks: Vec<Chunk>,
    /// For every chunk the noun group coordinated with it to its right, and whether a conjunction stands between.
    joints: Vec<Option<(u32, bool)>>,
    /// Whether a unit is a compound such as `US-led`.
    pub has_compounds: bool,
    /// Whether a clause can have its object before it: a relative pronoun, or two noun groups side by side.
    pub has_relatives: bool,
    /// Whether a word tells that something is done jointly.
    pub has_joint: bool,
}

impl Sentence {
    /// Analyses the tokens `first..end`.
    pub fn read(&mut self, view: &View<'_>, mentions: &Mentions, first: u32, end: u32) {
        self.units.clear();
        self.chunks.clear();
        self.has_compounds = false;
        view.gazetteer.words.bring_near((first..end).map(|i| mentions.word(i)));
        self.collect(view, mentions, first, end);
        tag::decide(view, &mut self.units);
        chunk::collect(view, &self.units, &mut self.chunks);
        self.join();
        let relative = |pair: &[Chunk]| matches!((pair[0].kind, pair[1].kind), (ChunkKind::Relative | ChunkKind::That, _) | (ChunkKind::Noun, ChunkKind::Noun));
        self.has_relatives = self.chunks.windows(2).any(relative);
        self.has_joint = self.units.iter().any(|unit| matches!(unit.word, word::JOINT | word::JOINTLY));
    }

    /// Whether a frame may be found by the chunk; most have no word that any is found by.
    pub fn may_trigger(&self, chunk: usize) -> bool {
        let chunk = &self.chunks[chunk];
        let head = &self.units[chunk.head as usize];
        // the flags of a joined word are those of its last part
        let joined = head.end > head.first + 1;
        // "X critic Ann Lee"
        let described = || head.person && chunk.head > chunk.first + 1 && self.units[chunk.head as usize - 1].flags & flag::NOUN_FRAME != 0;
        match chunk.kind {
            ChunkKind::Verb => true,
            ChunkKind::Noun => self.has_compounds || joined && head.mention == 0 || head.flags & flag::NOUN_FRAME != 0 || described(),
            ChunkKind::Adjective | ChunkKind::Preposition => joined || head.flags & flag::ADJECTIVE_FRAME != 0,
            _ => false,
        }
    }

    fn collect(&mut self, view: &View<'_>, mentions: &Mentions, first: u32, end: u32) {
        let title_case = is_title_case(view, mentions, first, end);
        let mut quoted = is_quoted(view, first);
        let mut i = first;
        let mut hyphen = false;
        while i < end {
            let token = view.document.tokens[i as usize];
            match token.kind {
                TokenKind::Quote => {
                    quoted = opens_quotation(view, i);
                    i += 1;
                    continue;
                }
                TokenKind::Comma => {
                    if let Some(behind) = party(view, i, end).or_else(|| in_picture(view, i, end)) {
                        i = behind;
                        continue;
                    }
                }
                TokenKind::Open => {
                    if let Some(behind) = self.short_form(view, mentions, i, end) {
                        i = behind;
                        continue;
                    }
                }
                _ => {}
            }
            let mut unit = unit_at(view, mentions, token, i, first, title_case);
            if unit.mention != 0 && is_credit(view, mentions, &unit) {
                (unit.mention, unit.person, unit.classes) = (0, false, Classes::of(Tag::Stop));
            }
            if unit.word == word::AS && is_as_well_as(view, i, end) {
                (unit.end, unit.classes) = (i + 3, Classes::of(Tag::Conjunction));
            }
            let sign = matches!(unit.classes.likeliest, Tag::Other | Tag::Preposition);
            if let Some(behind) = if sign { percent(view, i, end) } else { None } {
                (unit.end, unit.word, unit.singular, unit.classes) = (behind, word::PERCENT, word::PERCENT, view.gazetteer.words.get(word::PERCENT).classes);
            }
            unit.quoted = quoted;
            i = unit.end;
            self.units.push(unit);
            if hyphen {
                self.join_hyphen(view);
            }
            hyphen = token.kind == TokenKind::Hyphen;
            numbers::round(view, &mut self.units);
        }
    }

    /// "the World Food Programme (WFP)": the token behind the short form of the name right before the bracket at `open`, as if it did not stand there.
    fn short_form(&self, view: &View<'_>, mentions: &Mentions, open: u32, end: u32) -> Option<u32> {
        let named = match self.units.as_slice() {
            [.., name, ending] if ending.classes.likeliest == Tag::Genitive => name.mention,
            [.., name] => name.mention,
            [] => 0,
        };
        let entity = mentions.found[named.checked_sub(1)? as usize].entity;
        let close = match mentions.at[open as usize + 1..end as usize].first()? {
            0 => open + 2,
            short => Some(mentions.found[*short as usize - 1]).filter(|short| short.entity == entity)?.end,
        };
        let token = |k: u32| view.document.tokens.get(k as usize).filter(|_| k < end);
        let short = token(open + 1)?.has(UPPER) || mentions.at[open as usize + 1] != 0;
        (short && token(close)?.kind == TokenKind::Close).then_some(close + 1)
    }

    /// Joins `word - word` and `mention - word` into one unit once the part behind the hyphen is there.
    fn join_hyphen(&mut self, view: &View<'_>) {
        let [.., before, hyphen, after] = self.units.as_slice() else { return };
        if hyphen.classes.likeliest != Tag::Hyphen || (before.mention != 0 && after.mention != 0) {
            return;
        }
        let (before, after) = (*before, *after);
        let mut joined = after;
        joined.first = before.first;
        joined.flags |= before.flags & flag::RELATION;
        joined.capital = before.capital;
        joined.mention = before.mention.max(after.mention);
        joined.compound = joined.mention != 0;
        self.has_compounds |= joined.compound;
        let noun = after.classes.likeliest == Tag::Noun || after.classes.likeliest == Tag::Plural || after.classes.likeliest == Tag::None;
        let month = self.units.len().checked_sub(4).is_some_and(|k| self.units[k].flags & flag::DATE != 0);
        if month && before.classes.likeliest == Tag::Number && after.classes.likeliest == Tag::Number {
            // "May 10-12": what it is already
        } else if joined.compound || !noun {
            joined.classes = Classes::of(Tag::Adjective);
        } else {
            joined.classes = Classes::of(Tag::Noun);
            joined.classes.add(Tag::Adjective);
        }
        let text = Span::cover(view.document.tokens[before.first as usize].span(), view.document.tokens[after.end as usize - 1].span()).of(view.text);
        let whole = view.gazetteer.words.find_lower(text);
        if whole.known() {
            // "cross-examined" is listed as one word
            let word = view.gazetteer.words.get(whole);
            (joined.word, joined.singular, joined.classes) = (whole, word.noun, word.classes);
        }
        // "re-open" is what "open" is
        let prefix = matches!(view.document.tokens[before.first as usize].text(view.text), "re" | "Re" | "co" | "Co");
        if !whole.known() && prefix && !joined.compound {
            joined.classes = after.classes;
        }
        let chosen = matches!(view.document.tokens[after.first as usize].text(view.text), "elect" | "Elect" | "designate");
        if chosen && before.flags & (flag::AGENT | flag::TITLE) != 0 && before.mention == 0 {
            // "the president-elect" is one
            joined = Unit { end: after.end, ..before };
        } else if after.flags & flag::AGENT != 0 {
            // "Secretary-General"
            joined.classes.replace(if after.classes.has(Tag::Noun) { Tag::Noun } else { after.classes.likeliest });
        }
        self.units.truncate(self.units.len() - 3);
        self.units.push(joined);
    }
}

fn unit_at(view: &View<'_>, mentions: &Mentions, token: Token, i: u32, first: u32, title_case: bool) -> Unit {
    let number = mentions.at[i as usize];
    let mut unit = Unit {
        first: i,
        end: i + 1,
        tag: Tag::None,
        word: WordId::NONE,
        singular: WordId::NONE,
        flags: 0,
        mention: number,
        capital: token.has(CAPITAL),
        person: false,
        compound: false,
        quoted: false,
        classes: Classes::default(),
    };
    if number != 0 {
        let found = mentions.found[number as usize - 1];
        unit.end = found.end;
        unit.person = found.kind == MentionKind::Person;
        unit.classes = Classes::of(match (found.kind, found.adjective) {
            (MentionKind::Nationality, true) => Tag::Adjective,
            (MentionKind::Nationality, false) => Tag::Plural,
            _ => Tag::Name,
        });
        return unit;
    }
    match token.kind {
        TokenKind::Word if unit.capital => capital_unit(view, mentions, token, i > first && !title_case, &mut unit),
        TokenKind::Word => {
            unit.word = mentions.word(i);
            let word = view.gazetteer.words.get(unit.word);
            (unit.singular, unit.flags, unit.classes) = (word.noun, word.flags, word.classes);
            if unit.classes.likeliest == Tag::None {
                unit.classes = guess(token.text(view.text), false);
            }
        }
        TokenKind::Other if matches!(token.text(view.text), "$" | "£" | "€" | "¥" | "#") => unit.classes = Classes::of(Tag::Determiner),
        kind => unit.classes = Classes::of(mark_tag(kind)),
    }
    unit
}

/// ", R-Ky.," behind a name: the party and state of a legislator. Gives the token from which the sentence goes on as if it did not stand there:
/// the second comma where an apposition or relative clause follows, else what stands behind it.
fn party(view: &View<'_>, comma: u32, end: u32) -> Option<u32> {
    let tokens = &view.document.tokens[comma as usize..end as usize];
    let [_, letter, hyphen, state, rest @ ..] = tokens else { return None };
    let tag = matches!(letter.text(view.text), "R" | "D" | "I") && hyphen.kind == TokenKind::Hyphen && state.has(CAPITAL);
    let more = rest.iter().take(2).take_while(|token| token.kind == TokenKind::Word && token.has(CAPITAL)).count();
    if !tag || rest.get(more)?.kind != TokenKind::Comma {
        return None;
    }
    let next = rest.get(more + 1)?.text(view.text);
    let goes_on = matches!(next, "who" | "whose" | "whom" | "which" | "a" | "an" | "the");
    Some(comma + 4 + more as u32 + u32::from(!goes_on))
}

/// "Ann Lee, left, greets X": where somebody stands in a picture. Gives the token behind the second comma.
fn in_picture(view: &View<'_>, comma: u32, end: u32) -> Option<u32> {
    let [_, side, close, verb, ..] = &view.document.tokens[comma as usize..end as usize] else { return None };
    let side = matches!(side.text(view.text), "left" | "right" | "center" | "centre" | "L" | "R") && close.kind == TokenKind::Comma;
    // "X, right, and Y": the list goes on over its comma
    (side && !verb.has(CAPITAL) && !matches!(verb.text(view.text), "and" | "or")).then_some(comma + 3)
}

/// "Ann Lee/Reuters Joe Biden meets X": whether the unit is the medium that a picture is credited to, behind which the text goes on.
fn is_credit(view: &View<'_>, mentions: &Mentions, unit: &Unit) -> bool {
    let slash = |i: u32| view.document.tokens[i as usize].text(view.text) == "/";
    let name = |i: u32| view.document.tokens.get(i as usize).is_some_and(|token| token.kind == TokenKind::Word && token.has(CAPITAL));
    unit.first > 0 && slash(unit.first - 1) && name(unit.end) && mentions.found[unit.mention as usize - 1].entity.detail(view) == Some("media")
}

/// "as well as" joins as "and" does.
fn is_as_well_as(view: &View<'_>, i: u32, end: u32) -> bool {
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    i + 2 < end && text(i) == "as" && text(i + 1) == "well" && text(i + 2) == "as"
}

/// The end of "per cent" and of the sign for it at token `i`.
fn percent(view: &View<'_>, i: u32, end: u32) -> Option<u32> {
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    match text(i) {
        "%" => Some(i + 1),
        "per" if i + 1 < end && text(i + 1) == "cent" => Some(i + 2),
        _ => None,
    }
}

fn mark_tag(kind: TokenKind) -> Tag {
    match kind {
        TokenKind::Word | TokenKind::Other => Tag::Other,
        TokenKind::Number => Tag::Number,
        TokenKind::Possessive => Tag::Genitive,
        TokenKind::Comma => Tag::Comma,
        TokenKind::Stop => Tag::Stop,
        TokenKind::Colon | TokenKind::Semicolon => Tag::Colon,
        TokenKind::Hyphen => Tag::Hyphen,
        TokenKind::Dash => Tag::Dash,
        TokenKind::Quote => Tag::Quote,
        TokenKind::Open => Tag::Open,
        TokenKind::Close => Tag::Close,
    }
}

/// A capitalised word that is no mention; `inside` says that its sentence has no reason for the capital.
fn capital_unit(view: &View<'_>, mentions: &Mentions, token: Token, inside: bool, unit: &mut Unit) {
    let words = &view.gazetteer.words;
    unit.word = mentions.lower(view, unit.first);
    let word = words.get(unit.word);
    (unit.singular, unit.flags, unit.classes) = (word.noun, word.flags, word.classes);
    if inside && (!token.has(GLUED) || opens_title(view, unit.first)) {
        let as_written = words.get(mentions.word(unit.first));
        unit.flags |= as_written.flags & (flag::DATE | flag::TITLE | flag::HONORIFIC);
        let function = matches!(
            word.classes.likeliest,
            Tag::Determiner | Tag::Pronoun | Tag::Preposition | Tag::Conjunction | Tag::Modal | Tag::Be | Tag::Have | Tag::Relative | Tag::Subordinator
        );
        if !function {
            unit.classes = Classes::of(if unit.word.known() { Tag::Noun } else { Tag::Name });
        }
    }
    if unit.classes.likeliest == Tag::None {
        // "Tuesday" needs its capital, in a headline too
        unit.flags |= words.get(mentions.word(unit.first)).flags & flag::DATE;
        unit.classes = guess(token.text(view.text), true);
    }
}

/// `the "Save Our Rivers" gala`: whether the quotation mark before token `i` stands behind an article, so that a name follows and no sentence.
fn opens_title(view: &View<'_>, i: u32) -> bool {
    let tokens = &view.document.tokens[..i as usize];
    let [.., before, quote] = tokens else { return false };
    let article = || {
        let words = &view.gazetteer.words;
        matches!(words.get(words.find(before.text(view.text))).classes.likeliest, Tag::Determiner | Tag::Possessive)
    };
    quote.kind == TokenKind::Quote && article()
}

/// The classes of a word that no list holds, by its ending.
fn guess(text: &str, capital: bool) -> Classes {
    if text.ends_with("ly") {
        Classes::of(Tag::Adverb)
    } else if capital {
        Classes::of(Tag::Name)
    } else if text.starts_with("un") && (text.ends_with("ed") || text.ends_with("ing")) {
        Classes::of(Tag::Adjective)
    } else if text.ends_with("ing") {
        Classes::of(Tag::Gerund)
    } else if text.ends_with("ed") {
        let mut classes = Classes::of(Tag::Past);
        classes.add(Tag::Participle);
        classes
    } else if text.ends_with('s') && !["ss", "us", "is"].iter().any(|end| text.ends_with(end)) {
        Classes::of(Tag::Plural)
    } else {
        Classes::of(Tag::Noun)
    }
}

/// A headline with a capital on nearly every word, names aside: they have it anywhere.
fn is_title_case(view: &View<'_>, mentions: &Mentions, first: u32, end: u32) -> bool {
    let (mut all, mut named, mut lower) = (0, 0, 0);
    for i in first..end {
        let token = view.document.tokens[i as usize];
        let small = !token.has(CAPITAL);
        // "met" has a capital there, "with" need not
        let verb = || small && view.gazetteer.words.get(mentions.word(i)).is(Tag::Past);
        if token.kind == TokenKind::Word && (token.end - token.start > 3 || verb()) {
            all += 1;
            named += u32::from(mentions.at[i as usize] != 0);
            lower += u32::from(small);
            // so many that a tenth of all tokens is less
            if lower * 10 > end - first {
                return false;
            }
        }
    }
    all >= 4 && lower * 10 <= all - named
}
