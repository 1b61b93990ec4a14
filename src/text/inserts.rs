//! Headlines that a site puts behind a name, up to a link of its own: `Ann Lee Ann Mary LeeTalks fail again Lee to run MORE said`.

use super::token::{Token, TokenKind, CAPITAL, LINE_START, UPPER};

/// The text of the link.
const LINK: &str = "MORE";
/// So many tokens such headlines may be long.
const LONGEST: usize = 120;
/// So many tokens the full name may be long.
const NAME: usize = 8;

/// Drops their tokens, so that the sentence goes on behind the name.
pub(super) fn drop(text: &str, tokens: &mut Vec<Token>) {
    let is_link = |token: &Token| token.has(UPPER) && token.text(text) == LINK;
    if !text.contains(LINK) {
        return;
    }
    let mut kept = 0;
    for i in 0..tokens.len() {
        let token = tokens[i];
        tokens[kept] = token;
        kept += 1;
        if is_link(&token) {
            kept = begin(text, &tokens[..kept]).unwrap_or(kept);
        }
    }
    tokens.truncate(kept);
}

/// Behind which of the tokens, the last of which is the link, the headlines and the full name before them begin.
fn begin(text: &str, tokens: &[Token]) -> Option<usize> {
    let line = tokens.iter().rposition(|token| token.has(LINE_START)).unwrap_or(0).max(tokens.len().saturating_sub(LONGEST));
    (line..tokens.len() - 1).find_map(|glued| name_before(text, tokens, line, glued))
}

/// The token behind the name whose last word the token at `glued` repeats, with the first word of a headline right behind it, or whose first word is repeated, too.
fn name_before(text: &str, tokens: &[Token], line: usize, glued: usize) -> Option<usize> {
    let word = Some(tokens[glued]).filter(|token| token.kind == TokenKind::Word)?.text(text);
    let repeated = |at: usize| {
        let name = tokens[at].text(text);
        let behind = word.strip_prefix(name).map(|rest| rest.chars().next());
        // "Ann Lee Ann Mary Lee Talks fail"
        let whole = || at > line && at + 1 < glued && tokens[at - 1].text(text) == tokens[at + 1].text(text) && tokens[glued + 1].has(CAPITAL);
        name.len() > 2 && behind.is_some_and(|c| c.map_or_else(whole, |c| c.is_uppercase() || c.is_ascii_digit()))
    };
    let from = glued.saturating_sub(NAME).max(line);
    (from..glued).find(|&at| repeated(at)).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    fn words(text: &str) -> String {
        let mut document = Document::default();
        document.read(text);
        document.tokens.iter().map(|token| token.text(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_stands_between_the_name_and_the_link_is_dropped() {
        assert_eq!(words("Ann McLee Ann Mary McLeeTalks fail Lee: 'No' MORE said so."), "Ann McLee said so .");
        assert_eq!(words("Ann Lee Ann Mary Lee Talks fail MORE said so."), "Ann Lee said so .");
        assert_eq!(words("Ann Lee Ann LeeTalks fail MORE’s vote, Bo Day Robert (Bo) Day2020 race MORE left."), "Ann Lee ’s vote , Bo Day left .");
    }

    #[test]
    fn other_capitals_stay() {
        assert_eq!(words("Ann Lee wants MORE. She left."), "Ann Lee wants MORE . She left .");
        assert_eq!(words("Ann Lee Ann LeeTalks fail\nThe MORE party left."), "Ann Lee Ann LeeTalks fail The MORE party left .");
    }
}
