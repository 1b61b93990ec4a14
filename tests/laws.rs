//! What holds for every text: no panic, spans that stand in the text, the same result each time.

mod support;

use std::thread;

use demarche::{Date, Extraction, Extractor, ExtractorBuilder, Scratch, Span, Triple};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What news is made of, and what breaks readers of it.
const PIECES: [&str; 88] = [
    "United States",
    "US",
    "U.S.",
    "Europe",
    "Xi Jinping",
    "Vladimir Putin",
    "Putin",
    "Erdoğan",
    "al-Assad",
    "Kremlin",
    "EU",
    "Chinese",
    "Georgia",
    "Mr",
    "Gen.",
    "Secretary of State",
    "Kurt Campbell (KC)",
    "France's",
    "Israelis’",
    "urged",
    "met",
    "has",
    "been",
    "was",
    "sanctioned",
    "by",
    "to",
    "to meet",
    "not",
    "refused",
    "would",
    "said",
    "according to",
    "talks",
    "talks with",
    "support for",
    "attack on",
    "between",
    "and",
    "or",
    "both",
    "neither",
    "nor",
    "who",
    "which",
    "whose",
    "that",
    "he",
    "her",
    "it",
    "they",
    "the group",
    "the",
    "a",
    "officials",
    "troops",
    ",",
    ".",
    ";",
    ":",
    "-",
    "—",
    "(",
    ")",
    "[",
    "\"",
    "“",
    "”",
    "'",
    "’s",
    "…",
    "?",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\0",
    "\u{a0}",
    "\u{301}",
    "\u{200d}",
    "🇺🇸",
    "👩‍🚀",
    "محمد بن سلمان",
    "\u{202e}",
    "习近平",
    "<b>&amp;",
    "https://a.b/c?d=e#f",
    "İSTANBUL",
];

/// What joins clauses and stands for others: in any order, what the one means can be asked for by what the other does.
const JOINTS: &str = "We I you he she it they them her him its their our my us me who whom which what that this each one another both all none according to on behalf of as well as for \
    with by from in between and but nor if when while because after until whether than including such is are was were being has have did will would may must could not said told \
    asked claimed denied praised met attacked agreed refused helped wants saying attacking to meet Russia Hamas the president the two leaders talks attack responsibility statement \
    Russia's American each other in response to the former ambassador to , , . ; : “ ” \" ( ) — ’s ? ! the a no some";

/// Times, and what only looks like one.
const TIMES: [&str; 12] =
    ["on Tuesday", "last week", "in May", "next March", "999 years ago", "on 31 February", "in 2011", "on October 4, 2007", "tomorrow", "Friday's", "a month ago", "in the 1990s"];

fn extract(text: &str) -> Extraction<'_> {
    Extractor::embedded().extract(text)
}

/// A text of pieces, with a space or nothing between them.
fn news() -> impl Strategy<Value = String> {
    vec((select(&PIECES[..]), prop_oneof![4 => Just(" "), 1 => Just("")]), 0..60).prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

/// Joints in any order.
fn joints() -> impl Strategy<Value = String> {
    let words: Vec<&str> = JOINTS.split_whitespace().collect();
    vec(select(words), 3..40).prop_map(|words| words.join(" "))
}

/// Pieces among arbitrary characters.
fn mixed() -> impl Strategy<Value = String> {
    vec(prop_oneof![3 => select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC{0,8}", 1 => any::<String>()], 0..30).prop_map(|pieces| pieces.join(" "))
}

fn stands_in(span: Span, text: &str) -> bool {
    span.start < span.end && text.get(span.start as usize..span.end as usize).is_some()
}

/// Everything that must be true of what was found in a text.
fn check(extraction: &Extraction<'_>) {
    let text = extraction.text();
    let spans: Vec<Span> = extraction.mentions().map(|mention| mention.span()).collect();
    assert!(spans.iter().all(|&span| stands_in(span, text)), "{spans:?}");
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
    for relation in extraction.relations() {
        let evidence = relation.evidence();
        let mut spans = vec![relation.subject().span(), relation.object().span(), evidence.trigger];
        spans.extend(evidence.again);
        spans.extend(relation.attribution().iter().flat_map(|(speaker, cue)| [speaker.span(), *cue]));
        spans.extend([relation.strength(), relation.topic(), relation.complement(), relation.date().map(|date| date.span)].into_iter().flatten());
        spans.extend(relation.place().map(|place| place.span()));
        spans.extend(relation.tellings().map(|telling| telling.evidence().trigger));
        assert!(spans.iter().all(|&span| stands_in(span, text)), "{relation}: {spans:?}");
        assert!(!relation.sentence().is_empty() && text.contains(relation.sentence()));
        assert_eq!(relation.to_string(), relation.to_triple().to_string());
    }
}

/// Checks a text, once with new and once with used buffers.
fn check_text(text: &str) {
    let extraction = extract(text);
    check(&extraction);
    let record = extraction.record("");
    let again = Extractor::embedded().extract_with(extraction.into_scratch(), text);
    assert_eq!(again.record(""), record);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text at all can be read.
    #[test]
    fn any_string(text in any::<String>()) {
        check_text(&text);
    }

    /// So can anything that looks like news.
    #[test]
    fn anything_like_news(text in news()) {
        check_text(&text);
    }

    /// So can news among other characters.
    #[test]
    fn news_among_other_characters(text in mixed()) {
        check_text(&text);
    }

    /// So can news in capitals.
    #[test]
    fn news_in_capitals(text in news()) {
        check_text(&text.to_uppercase());
    }

    /// Clauses and pronouns may be joined in any way.
    #[test]
    fn joints_in_any_order(text in vec(joints(), 8)) {
        let text = text.join(".\n");
        check(&with_roles_extractor().extract(&text));
        Extractor::embedded().gaps(&text);
    }

    /// Nor does a day of writing, nor counting what did not fire.
    #[test]
    fn on_any_day(text in news(), times in vec(select(&TIMES[..]), 0..4), year in 1u16..10000) {
        let text = format!("{text} The French president met Putin {}. {text}", times.join(" "));
        check(&Extractor::embedded().on(Date::new(year, 3, 1)).extract(&text));
        Extractor::embedded().gaps(&text);
    }

    /// Unnamed actors break nothing either.
    #[test]
    fn with_roles(text in news()) {
        check(&with_roles_extractor().extract(&text));
    }

    /// Four threads that share the extractor find the same.
    #[test]
    fn on_four_threads(text in news()) {
        let expected = extract(&text).record("");
        let found = thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| extract(&text).record(""))).collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).collect::<Vec<_>>()
        });
        prop_assert_eq!(found, vec![expected; 4]);
    }
}

fn with_roles_extractor() -> &'static Extractor {
    static EXTRACTOR: std::sync::OnceLock<Extractor> = std::sync::OnceLock::new();
    EXTRACTOR.get_or_init(|| Extractor::builder().roles(true).build().unwrap_or_else(|error| panic!("{error}")))
}

fn articles() -> Vec<String> {
    support::files("benches/articles", ".txt").iter().map(|file| support::read(file)).collect()
}

/// All places of a triple, moved.
fn places(triple: &Triple, by: u32) -> Vec<(u32, u32)> {
    let mut places = vec![(triple.subject.start, triple.subject.end), (triple.trigger.start, triple.trigger.end), (triple.object.start, triple.object.end)];
    places.extend(triple.again.iter().map(|words| (words.start, words.end)));
    places.extend(triple.attribution.iter().map(|said| (said.source.start, said.source.end)));
    places.into_iter().map(|(start, end)| (start + by, end + by)).collect()
}

/// A line before an article changes nothing but the places.
#[test]
fn a_line_before_moves_all_places() {
    let prefix = "Xyz.\n\n";
    for article in articles() {
        let (plain, moved) = (extract(&article).triples(), extract(&format!("{prefix}{article}")).triples());
        let shown = |triples: &[Triple]| triples.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(shown(&plain), shown(&moved));
        for (plain, moved) in plain.iter().zip(&moved) {
            assert_eq!(places(plain, prefix.len() as u32), places(moved, 0), "{plain}");
        }
    }
}

/// Every article can be cut off at any character.
#[test]
fn articles_may_end_anywhere() {
    let mut scratch = Scratch::default();
    for article in articles() {
        for (end, _) in article.char_indices().step_by(97) {
            let extraction = Extractor::embedded().extract_with(scratch, &article[..end]);
            check(&extraction);
            scratch = extraction.into_scratch();
        }
    }
}

const MEGABYTE: usize = 1 << 20;

fn megabyte_of(piece: &str) -> String {
    piece.repeat(MEGABYTE / piece.len())
}

/// A megabyte of one sentence that never ends is read.
#[test]
fn a_megabyte_without_an_end() {
    check(&extract(&megabyte_of("the United States urged Europe and Kurt Campbell met officials who said that ")));
}

/// A megabyte of sentences on one line is read.
#[test]
fn a_megabyte_on_one_line() {
    check(&extract(&megabyte_of("The United States urged Europe to meet Xi Jinping, who thanked Poland. ")));
}

/// A megabyte without any space is read.
#[test]
fn a_megabyte_without_spaces() {
    for piece in ["a", "Ab", "A.", "é", "1,", "-", "'s", "\u{301}", "😀"] {
        check(&extract(&megabyte_of(piece)));
    }
}

/// A megabyte of capitals is read.
#[test]
fn a_megabyte_of_capitals() {
    check(&extract(&megabyte_of("CHINA URGES TAIWAN TO MEET NATO ")));
    check(&extract(&megabyte_of("JOHN SMITH OF ACME CORP. ")));
}

/// Thousands of names in one list on both sides of a verb are read.
#[test]
fn thousands_of_coordinated_names() {
    let names = ["France, Poland", "Xi Jinping, Kurt Campbell", "Jane Doe, John Roe"].map(|pair| format!("{pair}, ").repeat(1500));
    for list in &names {
        check(&extract(&format!("{list} and Spain urged {list} and Italy to act.")));
        check(&extract(&list.replace(", ", " and ")));
    }
    let various: String = (0..4000).map(|i| format!("John Q{}, ", (b'a' + (i % 26) as u8) as char).repeat(1 + i % 2)).collect();
    check(&extract(&format!("{various} met Macron.")));
}

/// Who "we" are is asked for by who says so, and that by "we".
#[test]
fn a_pronoun_that_stands_for_itself() {
    for text in [
        "According to what we know, Russia attacked Ukraine.",
        "On behalf of what we know, we France thank Russia.",
        "France said according to what I saw as I said we met Russia.",
    ] {
        check_text(text);
        Extractor::embedded().gaps(text);
    }
}

/// A text may end within what the rules of shape look for.
#[test]
fn a_name_cut_off() {
    for text in ["Energy and", "The Energy and", "Energy and Ann", "University of", "St Mary,", "Wadi", "3rd", "Wheat", "Abdul", "President Nicolás"] {
        check_text(text);
        check_text(&format!("Poland thanked {text}"));
    }
}

/// Every sentence of the cases can end behind any of its words: a rule that looks at the next one asks first whether there is one.
#[test]
fn cases_cut_off() {
    for file in support::files("tests/cases", ".txt") {
        let text = support::read(&file);
        for (_, line) in support::lines(&file, &text).filter(|(_, line)| !line.starts_with(' ')) {
            for (end, _) in line.match_indices(' ') {
                check(&extract(&line[..end]));
            }
        }
    }
}

/// Thousands of quotes, brackets and clauses inside each other are read.
#[test]
fn deep_nesting() {
    for (open, close) in [("(", ")"), ("\"", "\""), ("“", "”"), ("[", "]"), ("‘", "’"), ("France, which said that ", ", "), ("Macron refused to ", ""), ("\"Putin said, ", "\" ")]
    {
        check(&extract(&format!("{}Poland thanked Spain{}.", open.repeat(4000), close.repeat(4000))));
    }
}

/// What threads share may be shared, and what they hold may be sent.
#[test]
fn send_and_sync() {
    const fn shared<T: Send + Sync>() {}
    const { shared::<Extractor>() };
    const { shared::<Scratch>() };
    const { shared::<ExtractorBuilder>() };
    const { shared::<Triple>() };
}
