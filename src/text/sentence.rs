//! Sentence bounds: a stop before a capital, an empty line, a bullet, the end of a headline.

use super::token::{Token, TokenKind, CAPITAL, DOTTED, GLUED, LINE_START, PARAGRAPH_START};
use super::Landmarks;

/// A line shorter than this that does not end in a full stop is a headline or a list item.
const SHORT_LINE: u32 = 60;
/// No sentence is longer than this many tokens; what is longer is cut, so that every later step stays linear.
const LONGEST: usize = 400;

/// Words that begin a sentence after an abbreviation such as `U.S.`, and hardly ever a name.
const STARTERS: &[&str] = &[
    "A",
    "After",
    "All",
    "Allow",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Earlier",
    "Even",
    "Following",
    "For",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "It",
    "Its",
    "Last",
    "Later",
    "Let",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "Mr.",
    "Mrs.",
    "Ms.",
    "No",
    "Nor",
    "Not",
    "Now",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Our",
    "Prior",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Today",
    "Together",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "Whether",
    "While",
    "Who",
    "Why",
    "With",
    "Without",
    "Yesterday",
    "Yet",
    "You",
];

/// Appends the bounds of every sentence, as token numbers, half open. Every token is in exactly one.
/// What later rules look for is noted by the way.
pub(super) fn split(text: &str, tokens: &[Token], out: &mut Vec<(u32, u32)>, landmarks: &mut Landmarks) {
    landmarks.clear();
    landmarks.paragraphs.push(0);
    let mut first = 0;
    let mut line = 0;
    // whether the paragraph is cut into lines without regard to its sentences: one of them began in lower case, or in the middle
    let mut wrapped = false;
    for (i, pair) in (1..).zip(tokens.windows(2)) {
        let [last, next] = pair else { break };
        if last.kind != TokenKind::Word {
            landmarks.add(i as u32 - 1, *last);
        }
        if next.has(LINE_START) {
            if next.has(PARAGRAPH_START) {
                landmarks.paragraphs.push(i as u32);
            }
            // a line in which a sentence ended is no headline either
            wrapped = !next.has(PARAGRAPH_START) && (wrapped || first > line || (next.kind == TokenKind::Word && starts_lower(next.text(text))));
            line = if breaks_line(text, tokens, line, i, wrapped) { first_of(&mut first, i, out) } else { i };
        } else if (may_end(*last) && ends_here(text, tokens, i)) || (next.has(CAPITAL) && ends_byline(text, &tokens[first..i], *next)) || i - first >= LONGEST {
            first_of(&mut first, i, out);
        }
    }
    if let Some(last) = tokens.last() {
        landmarks.add(tokens.len() as u32 - 1, *last);
        out.push((first as u32, tokens.len() as u32));
    }
}

fn first_of(first: &mut usize, i: usize, out: &mut Vec<(u32, u32)>) -> usize {
    out.push((*first as u32, i as u32));
    *first = i;
    i
}

/// Whether the line break before token `i` ends a sentence; `line` is the first token of the line that ends, of a paragraph that is `wrapped` or not.
fn breaks_line(text: &str, tokens: &[Token], line: usize, i: usize, wrapped: bool) -> bool {
    let next = tokens[i];
    if next.has(PARAGRAPH_START) || is_bullet(text, next) {
        return true;
    }
    let last = tokens[i - 1];
    let length = last.end - tokens[line].start;
    let open = matches!(last.kind, TokenKind::Comma | TokenKind::Hyphen);
    ends_here(text, tokens, i) || (length < SHORT_LINE && !open && !wrapped && next.has(CAPITAL))
}

fn is_bullet(text: &str, token: Token) -> bool {
    matches!(token.text(text), "•" | "*" | "·" | "▪" | "◦" | "‣") || (token.kind == TokenKind::Dash && token.has(LINE_START))
}

/// Whether `last` is of the few tokens that a sentence can end with.
fn may_end(last: Token) -> bool {
    matches!(last.kind, TokenKind::Stop | TokenKind::Quote | TokenKind::Close) || last.has(DOTTED)
}

/// Whether a sentence ends before token `i`, seen from the tokens on both sides.
fn ends_here(text: &str, tokens: &[Token], i: usize) -> bool {
    let next = tokens[i];
    if next.has(GLUED) {
        return lacks_space(text, tokens, i);
    }
    let mut last = i - 1;
    // a closing quote or bracket belongs to the sentence that it closes
    while last > 0 && matches!(tokens[last].kind, TokenKind::Quote | TokenKind::Close) && tokens[last].has(GLUED) {
        last -= 1;
    }
    let stop = tokens[last];
    match stop.kind {
        TokenKind::Stop => {
            next.has(CAPITAL) || matches!(next.kind, TokenKind::Number | TokenKind::Quote | TokenKind::Open | TokenKind::Dash | TokenKind::Other) || !starts_lower(next.text(text))
        }
        TokenKind::Word if stop.has(DOTTED) => {
            let word = stop.text(text);
            let shortened = word.len() > 2
                && (word.contains(".") && word[..word.len() - 1].contains('.') || matches!(word, "Inc." | "Co." | "Corp." | "Ltd." | "Jr." | "Sr." | "mln." | "pct." | "etc."));
            shortened && (STARTERS.binary_search(&next.text(text)).is_ok() || next.has(CAPITAL) && ends_with(text, tokens, last, next.text(text)))
        }
        _ => false,
    }
}

/// "in Washington, D.C. Secretary Lee said", "at 6 p.m. Officials said": whether the abbreviation at `last` ends a sentence before a word with a capital.
fn ends_with(text: &str, tokens: &[Token], last: usize, next: &str) -> bool {
    match tokens[last].text(text) {
        // "D.C. Mayor Lee"
        "D.C." => {
            last > 0 && tokens[last - 1].kind == TokenKind::Comma && !matches!(next, "Attorney" | "Circuit" | "Council" | "Court" | "Mayor" | "Metro" | "Police" | "Superior")
        }
        // "6 p.m. ET", "6 p.m. Tuesday"
        "a.m." | "p.m." => {
            !(next.len() <= 4 && next.bytes().all(|byte| byte.is_ascii_uppercase()) || next.ends_with("day") || matches!(next, "Central" | "Eastern" | "Mountain" | "Pacific"))
        }
        _ => false,
    }
}

/// "the bridge sank.That is false": whether a space is missing before token `i`, behind a full stop that no name or address has.
fn lacks_space(text: &str, tokens: &[Token], i: usize) -> bool {
    let [.., word, stop] = &tokens[..i] else { return false };
    let plain = |token: &Token| token.kind == TokenKind::Word && token.end - token.start >= 3 && token.text(text).bytes().skip(1).all(|b| b.is_ascii_lowercase());
    stop.kind == TokenKind::Stop && stop.text(text) == "." && plain(word) && !word.has(CAPITAL) && plain(&tokens[i]) && tokens[i].has(CAPITAL)
}

/// "Office of the Spokesperson" and "NAME, Secretary of State" in front of a statement, without the line break that stood behind them.
fn ends_byline(text: &str, line: &[Token], next: Token) -> bool {
    let [.., third, second, first, last] = line else { return false };
    let is = |token: &Token, word: &str| token.text(text) == word;
    match last.text(text) {
        "Spokesperson" | "Spokesman" if is(first, "the") && is(second, "of") && is(third, "Office") => true,
        "Spokesperson" | "Spokesman" => STARTERS.binary_search(&next.text(text)).is_ok(),
        "State" => is(first, "of") && is(second, "Secretary") && third.kind == TokenKind::Comma && STARTERS.binary_search(&next.text(text)).is_ok(),
        _ => false,
    }
}

fn starts_lower(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    fn sentences(text: &str) -> Vec<&str> {
        let mut document = Document::default();
        document.read(text);
        let of = |i: u32| document.tokens[i as usize];
        document.sentences.iter().map(|&(a, b)| &text[of(a).start as usize..of(b - 1).end as usize]).collect()
    }

    #[test]
    fn the_starters_are_sorted() {
        assert!(super::STARTERS.is_sorted());
    }

    #[test]
    fn stops_quotes_and_abbreviations() {
        assert_eq!(
            sentences("He met Mr. Li in the U.S. The talks failed. “No.” She left the U.S. Army."),
            ["He met Mr. Li in the U.S.", "The talks failed.", "“No.”", "She left the U.S. Army."]
        );
        assert_eq!(
            sentences("He left Washington, D.C. Secretary Lee stayed. D.C. Mayor Day left at 6 p.m. Officials stayed until 7 p.m. ET on Monday."),
            ["He left Washington, D.C.", "Secretary Lee stayed.", "D.C. Mayor Day left at 6 p.m.", "Officials stayed until 7 p.m. ET on Monday."]
        );
    }

    #[test]
    fn a_space_that_is_missing() {
        assert_eq!(sentences("The bridge sank.That is false. Ask www.example.org or mail.Me Ltd."), ["The bridge sank.", "That is false.", "Ask www.example.org or mail.Me Ltd."]);
    }

    #[test]
    fn bylines() {
        assert_eq!(
            sentences(
                "Ann Lee, Secretary of State The talks failed. Office of the Spokesperson Ann Lee left. Department Spokesperson Ann Lee left. I thank Secretary of State Mr. Lee."
            ),
            [
                "Ann Lee, Secretary of State",
                "The talks failed.",
                "Office of the Spokesperson",
                "Ann Lee left.",
                "Department Spokesperson Ann Lee left.",
                "I thank Secretary of State Mr. Lee."
            ]
        );
    }

    #[test]
    fn headlines_and_bullets() {
        assert_eq!(sentences("US urges Europe\nOn Tuesday a man\nleft.\n• one\n• two\n\nEnd"), ["US urges Europe", "On Tuesday a man\nleft.", "• one", "• two", "End"]);
    }
}
