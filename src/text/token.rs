//! Tokens: words with their inner apostrophes and full stops, numbers, possessive endings, and every other mark alone.

use super::abbreviations;
use super::bytes::{Others, ENDS_WORD};

/// One token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Byte offsets into the text, half open.
    pub start: u32,
    pub end: u32,
    pub kind: TokenKind,
    /// A set of [`CAPITAL`], [`UPPER`], [`GLUED`], [`LINE_START`], [`PARAGRAPH_START`], [`DOTTED`], [`APOSTROPHE`].
    pub flags: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Word,
    Number,
    /// `'s`, or the bare apostrophe after a plural.
    Possessive,
    Comma,
    /// `.`, `!`, `?` and the ellipsis.
    Stop,
    Colon,
    Semicolon,
    /// A hyphen between two words, no space around it.
    Hyphen,
    Dash,
    Quote,
    Open,
    Close,
    Other,
}

/// Begins with a capital letter.
pub(crate) const CAPITAL: u8 = 1;
/// Has at least two letters and all of them are capitals.
pub(crate) const UPPER: u8 = 2;
/// No white space before it.
pub(crate) const GLUED: u8 = 4;
/// The first of its line.
pub(crate) const LINE_START: u8 = 8;
/// The first after an empty line.
pub(crate) const PARAGRAPH_START: u8 = 16;
/// A word that keeps its full stop: `Mr.`, `U.S.`.
pub(crate) const DOTTED: u8 = 32;
/// A word or possessive ending with a typographic apostrophe in it.
pub(crate) const APOSTROPHE: u8 = 64;

/// "U.S.": capitals with a full stop behind each, and at least two.
fn is_acronym(word: &str) -> bool {
    word.len() > 3 && word.len() % 2 == 0 && word.as_bytes().chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.')
}

/// Appends the tokens of `text`, in order. Linear in its length; reads the first 4 GiB.
pub(super) fn tokenize(text: &str, others: &mut Others, out: &mut Vec<Token>) {
    let text = &text[..limit(text)];
    others.read(text.as_bytes());
    out.reserve(text.len() / 6);
    let mut reader = Reader { text, others, at: 0, before: LINE_START | PARAGRAPH_START };
    loop {
        if let Some(token) = reader.plain_word().or_else(|| reader.plain_mark()) {
            out.push(token);
            continue;
        }
        let from = reader.at;
        let Some(c) = reader.skip_space() else { return };
        if reader.at > from {
            continue; // what stands behind a line break is most often plain, too
        }
        let start = reader.at;
        let kind = reader.read(c);
        let mut flags = reader.layout();
        let token = &text[start..reader.at];
        if kind == TokenKind::Word {
            flags |= letter_case(token);
            flags |= if token.ends_with('.') { DOTTED } else { 0 };
        }
        if matches!(kind, TokenKind::Word | TokenKind::Possessive) && token.contains('’') {
            flags |= APOSTROPHE;
        }
        out.push(Token { start: start as u32, end: reader.at as u32, kind, flags });
    }
}

/// Offsets are 32 bits wide.
fn limit(text: &str) -> usize {
    let mut end = text.len().min(u32::MAX as usize - 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// The flags of an ASCII word that begins with a capital.
#[inline]
fn capital_case(word: &[u8]) -> u8 {
    if word.len() > 1 && !word[1].is_ascii_lowercase() && !word.iter().any(u8::is_ascii_lowercase) {
        return CAPITAL | UPPER;
    }
    CAPITAL
}

fn letter_case(word: &str) -> u8 {
    if word.is_ascii() {
        let bytes = word.as_bytes();
        return if bytes[0].is_ascii_uppercase() { capital_case(bytes) } else { 0 };
    }
    if !word.chars().next().is_some_and(char::is_uppercase) {
        return 0;
    }
    let upper = word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase);
    if upper {
        CAPITAL | UPPER
    } else {
        CAPITAL
    }
}

/// Behind which byte an `'s` is surely over.
fn ends_possessive(byte: u8) -> bool {
    matches!(byte, b' ' | b'.' | b',' | b'\n')
}

struct Reader<'a> {
    text: &'a str,
    others: &'a Others,
    at: usize,
    /// The flags that say what stands between the last token and the next.
    before: u8,
}

/// What belongs to a word anywhere in it: letters, digits, combining marks, soft hyphens and joiners.
fn in_word(c: char) -> bool {
    // dashes and typographic quotes are the commonest of all that is not ASCII
    if matches!(c, '\u{2010}'..='\u{203a}') {
        return false;
    }
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '_')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\0'..='\u{1f}' | '\u{200e}' | '\u{200f}' | '\u{2060}')
}

impl Reader<'_> {
    fn peek(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte < 0x80 {
            return Some(byte as char);
        }
        self.text[at..].chars().next()
    }

    /// The word of ASCII letters and digits here or behind one space, if nothing follows that could belong to it: most words. Else nothing moves.
    #[inline(always)]
    fn plain_word(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let space = bytes.get(self.at) == Some(&b' ');
        let start = self.at + usize::from(space);
        let first = *bytes.get(start)?;
        if !first.is_ascii_alphabetic() {
            return None;
        }
        let end = self.others.word_end(start);
        if !bytes.get(end).is_none_or(|&b| ENDS_WORD[b as usize]) && !self.is_over(first, end - start, &bytes[end..]) {
            return None;
        }
        let case = if first >= b'a' { 0 } else { capital_case(&bytes[start..end]) };
        Some(self.take(space, start, end, TokenKind::Word, case))
    }

    /// Whether a word of so many bytes is over where `rest` begins with what may go on with it: a full stop, an apostrophe, a byte that is not ASCII.
    fn is_over(&self, first: u8, length: usize, rest: &[u8]) -> bool {
        match rest {
            [b'.'] => length > 1 && !abbreviations::may_be(first, length),
            [b'.', next, ..] => next.is_ascii_whitespace() && length > 1 && !abbreviations::may_be(first, length),
            [b'\'', b's', next, ..] | [0xe2, 0x80, 0x99, b's', next, ..] => ends_possessive(*next),
            // dashes and typographic quotes, but for the apostrophe: U+2010 to U+203A
            [0xe2, 0x80, last, ..] => *last >= 0x90 && *last <= 0xba && *last != 0x99,
            _ => false,
        }
    }

    /// Moves behind the token, with a space before it or not.
    #[inline(always)]
    fn take(&mut self, space: bool, start: usize, end: usize, kind: TokenKind, flags: u8) -> Token {
        let before = if space { self.before & !GLUED } else { self.before };
        self.before = GLUED;
        self.at = end;
        Token { start: start as u32, end: end as u32, kind, flags: before | flags }
    }

    /// The number or mark right here, where the bytes beside it leave no question of what it is: most of them. Else nothing moves.
    #[inline]
    fn plain_mark(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let space = bytes.get(self.at) == Some(&b' ');
        let start = self.at + usize::from(space);
        let glued = !space && self.before & GLUED != 0;
        let behind_word = || glued && bytes[start - 1].is_ascii_alphanumeric();
        let next = bytes.get(start + 1).copied().unwrap_or(b' ');
        let mut end = start + 1;
        let mut flags = 0;
        let kind = match *bytes.get(start)? {
            b',' => TokenKind::Comma,
            b'.' | b'?' | b'!' if !matches!(next, b'.' | b'?' | b'!') => TokenKind::Stop,
            b'"' => TokenKind::Quote,
            b'(' => TokenKind::Open,
            b')' => TokenKind::Close,
            b'-' if next.is_ascii_alphanumeric() && behind_word() => TokenKind::Hyphen,
            b'\'' if next == b's' && behind_word() && bytes.get(start + 2).is_none_or(|&b| ends_possessive(b)) => {
                end += 1;
                TokenKind::Possessive
            }
            0xe2 if next == 0x80 => match bytes[start + 2] {
                0x99 if behind_word() && bytes.get(start + 3) == Some(&b's') && bytes.get(start + 4).is_none_or(|&b| ends_possessive(b)) => {
                    end += 3;
                    flags = APOSTROPHE;
                    TokenKind::Possessive
                }
                0x9c | 0x9d => {
                    end += 2;
                    TokenKind::Quote
                }
                _ => return None,
            },
            b'0'..=b'9' => {
                end = self.others.word_end(start);
                if !bytes.get(end).is_none_or(|&b| b.is_ascii() && !matches!(b, b',' | b'.' | b':')) {
                    return None;
                }
                TokenKind::Number
            }
            _ => return None,
        };
        Some(self.take(space, start, end, kind, flags))
    }

    /// What stands before a token, as flags; nothing stands before the next.
    fn layout(&mut self) -> u8 {
        std::mem::replace(&mut self.before, GLUED)
    }

    /// Moves to the next character that is no space and gives it.
    fn skip_space(&mut self) -> Option<char> {
        loop {
            let c = self.peek(self.at)?;
            if c.is_ascii_graphic() || !is_space(c) {
                return Some(c);
            }
            self.before &= !GLUED;
            if matches!(c, '\n' | '\u{2029}') {
                self.before |= if self.before & LINE_START == 0 { LINE_START } else { PARAGRAPH_START };
            }
            self.at += c.len_utf8();
        }
    }

    fn read(&mut self, c: char) -> TokenKind {
        if c.is_ascii_digit() {
            self.number();
            return TokenKind::Number;
        }
        if in_word(c) {
            return self.word();
        }
        if matches!(c, '\'' | '’') {
            if let Some(kind) = self.apostrophe(c) {
                return kind;
            }
        }
        self.mark(c)
    }

    fn number(&mut self) {
        while let Some(c) = self.peek(self.at) {
            let inner = matches!(c, ',' | '.' | ':') && self.peek(self.at + 1).is_some_and(|d| d.is_ascii_digit());
            if !in_word(c) && !inner {
                break;
            }
            self.at += c.len_utf8();
        }
    }

    fn word(&mut self) -> TokenKind {
        let start = self.at;
        loop {
            self.run();
            match self.peek(self.at) {
                Some(c @ ('\'' | '’')) if !self.ending(c, start) && self.joins(c) => self.at += c.len_utf8(),
                Some('.') if self.dotted(start) => {
                    self.at += 1;
                    // "the U.S.and China": a space is missing
                    let mut next = self.text[self.at..].chars();
                    if next.next().is_some_and(char::is_alphabetic) && next.next().is_some_and(char::is_lowercase) && is_acronym(&self.text[start..self.at]) {
                        break;
                    }
                }
                Some('&') if self.at - start <= 2 && self.peek(self.at + 1).is_some_and(char::is_uppercase) => self.at += 1,
                Some(':') if self.text[self.at..].starts_with("://") => self.until_space(),
                Some('@') if self.peek(self.at + 1).is_some_and(char::is_alphanumeric) => self.until_space(),
                _ => break,
            }
        }
        // "don't" is "do" and "n't"
        let word = &self.text[start..self.at];
        for ending in ["n't", "n’t"] {
            if word.len() > ending.len() && word.ends_with(ending) {
                self.at -= ending.len();
            }
        }
        TokenKind::Word
    }

    fn run(&mut self) {
        while let Some(c) = self.peek(self.at) {
            if !in_word(c) {
                break;
            }
            self.at += c.len_utf8();
        }
    }

    fn until_space(&mut self) {
        while let Some(c) = self.peek(self.at) {
            if is_space(c) || matches!(c, '"' | '<' | '>' | ')' | ']') {
                break;
            }
            self.at += c.len_utf8();
        }
    }

    /// An apostrophe inside a word: a letter follows.
    fn joins(&self, c: char) -> bool {
        self.peek(self.at + c.len_utf8()).is_some_and(char::is_alphabetic)
    }

    /// Whether the apostrophe here begins an ending of its own: `'s`, `'re`, `'ve`, `'ll`, `'d`, `'m`.
    fn ending(&self, c: char, start: usize) -> bool {
        let rest = &self.text[self.at + c.len_utf8()..];
        let bytes = rest.as_bytes();
        let length = match bytes {
            [b's' | b'S' | b'd' | b'm', ..] => 1,
            [b'r', b'e', ..] | [b'v', b'e', ..] | [b'l', b'l', ..] => 2,
            _ => return false,
        };
        let over = !rest[length..].chars().next().is_some_and(in_word);
        // "n't" keeps its apostrophe; "O'" and "D'" begin names
        over && self.at > start
    }

    /// Whether a full stop here belongs to the word: `U.S.`, `J.`, `Mr.`, `a.m.`, `example.org`.
    fn dotted(&self, start: usize) -> bool {
        let word = &self.text[start..self.at];
        let next = self.peek(self.at + 1);
        let single = |w: &str| {
            let mut chars = w.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        };
        let last = word.rsplit('.').next().unwrap_or(word);
        if single(last) {
            if next.is_some_and(char::is_alphanumeric) {
                // "U.S": a single letter must follow, or it is "A.Word"
                let after = self.text[self.at + 1..].chars().nth(1);
                return !after.is_some_and(char::is_alphabetic) || word.contains('.') || last.chars().all(char::is_uppercase);
            }
            // an initial or the end of "U.S."; "I." ends a sentence
            return word.contains('.') || (last.chars().all(char::is_uppercase) && word != "I" && self.before_name());
        }
        if next.is_some_and(char::is_lowercase) && !word.contains('.') {
            return true; // example.org
        }
        // "Shangri-La. The president left", unlike "R-La."
        let compound = start > 2 && self.text.as_bytes()[start - 1] == b'-' && self.text.as_bytes()[start - 3].is_ascii_alphabetic();
        abbreviations::keeps_stop(word, self.before_name() && !compound)
    }

    /// Whether a capital letter or a digit follows the full stop here, on the same line.
    fn before_name(&self) -> bool {
        let mut chars = self.text[self.at + 1..].chars();
        match chars.next() {
            Some(' ' | '\u{a0}') => chars.next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()),
            Some(',' | '-') => true,
            _ => false,
        }
    }

    /// A token that begins with an apostrophe: `'s` after a word, `n't`, the bare possessive of a plural.
    fn apostrophe(&mut self, c: char) -> Option<TokenKind> {
        if self.before & GLUED == 0 {
            return None;
        }
        let before = self.text[..self.at].chars().next_back()?;
        if !in_word(before) && before != '.' {
            return None;
        }
        let after = self.at + c.len_utf8();
        if self.ending(c, 0) {
            let possessive = matches!(self.peek(after), Some('s' | 'S'));
            self.at = after;
            self.run();
            return Some(if possessive { TokenKind::Possessive } else { TokenKind::Word });
        }
        if matches!(before, 's' | 'x' | 'z') && self.peek(after).is_some_and(is_space) {
            self.at = after;
            return Some(TokenKind::Possessive);
        }
        None
    }

    fn mark(&mut self, c: char) -> TokenKind {
        let start = self.at;
        self.at += c.len_utf8();
        match c {
            ',' => TokenKind::Comma,
            '.' | '!' | '?' | '…' | '。' => {
                while let Some(next @ ('.' | '!' | '?')) = self.peek(self.at) {
                    self.at += next.len_utf8();
                }
                TokenKind::Stop
            }
            ':' => TokenKind::Colon,
            ';' => TokenKind::Semicolon,
            '-' | '‐' | '‑' | '–' | '—' | '―' => self.dash(c, start),
            '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' | '`' => {
                while matches!(self.peek(self.at), Some('\'' | '`' | '’')) && matches!(c, '\'' | '`' | '’') {
                    self.at += self.peek(self.at).map_or(1, char::len_utf8);
                }
                TokenKind::Quote
            }
            '(' | '[' | '{' => TokenKind::Open,
            ')' | ']' | '}' => TokenKind::Close,
            _ => TokenKind::Other,
        }
    }

    fn dash(&mut self, c: char, start: usize) -> TokenKind {
        let mut single = true;
        while self.peek(self.at) == Some('-') {
            self.at += 1;
            single = false;
        }
        let short = matches!(c, '-' | '‐' | '‑' | '–') && single;
        let before = self.text[..start].chars().next_back().is_some_and(|b| in_word(b) || b == '.');
        let after = self.peek(self.at).is_some_and(in_word);
        if short && before && after {
            TokenKind::Hyphen
        } else {
            TokenKind::Dash
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, &mut Others::default(), &mut tokens);
        tokens.iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn possessives_contractions_and_names_with_apostrophes() {
        assert_eq!(
            words("China’s ally didn't meet O'Brien, the ministers' aide."),
            ["China", "’s", "ally", "did", "n't", "meet", "O'Brien", ",", "the", "ministers", "'", "aide", "."]
        );
    }

    #[test]
    fn full_stops_in_words() {
        assert_eq!(words("The U.S. and Gen. J. Smith paid $2.5 mln. It ended."), ["The", "U.S.", "and", "Gen.", "J.", "Smith", "paid", "$", "2.5", "mln.", "It", "ended", "."]);
    }

    #[test]
    fn a_space_that_is_missing_behind_an_acronym() {
        assert_eq!(words("the U.S.and U.N.President, U.S.A. and I.B.M"), ["the", "U.S.", "and", "U.N.", "President", ",", "U.S.A.", "and", "I.B.M"]);
    }

    #[test]
    fn hyphens_and_dashes() {
        assert_eq!(words("China-Russia deal — US-led --but"), ["China", "-", "Russia", "deal", "—", "US", "-", "led", "--", "but"]);
    }

    #[test]
    fn odd_text_is_read_whole() {
        assert_eq!(words(""), Vec::<&str>::new());
        assert_eq!(words("\0 \u{200b}a\u{301}e 'x' ''"), ["a\u{301}e", "'", "x", "'", "''"]);
    }
}
