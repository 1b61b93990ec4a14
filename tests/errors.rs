//! What a wrong data line is answered with, and what lists of one's own change.

use std::io;

use demarche::{Class, Error, Extractor, ExtractorBuilder};

/// The message with which the builder refuses.
fn refusal(builder: ExtractorBuilder) -> String {
    builder.build().err().map_or_else(|| "no error".to_owned(), |error| error.to_string())
}

fn names(text: &str) -> String {
    refusal(Extractor::builder().gazetteer("my.txt", text))
}

fn frames(text: &str) -> String {
    refusal(Extractor::builder().frames("verbs.txt", text))
}

/// A key that records of names do not have is named, with those that they have.
#[test]
fn an_unknown_key_of_a_name() {
    let expected = "my.txt:4: 'demonim' is no key here; the keys are adjective, alias, capital, country, gender, id, iso2, office, people, seat, surname, type, wikidata";
    assert_eq!(names("[country]\n\nRuritania\n  demonim Ruritanian\n"), expected);
}

/// A key without a value is refused.
#[test]
fn a_key_without_a_value() {
    assert_eq!(names("[country]\nRuritania\n  alias\n"), "my.txt:3: 'alias' needs a value after it");
}

/// Names need a section above them, and one of the four.
#[test]
fn sections_of_names() {
    assert_eq!(names("# mine\nRuritania\n"), "my.txt:2: a section line is needed above the first name: [country], [place], [organization], [person] or [group]");
    assert_eq!(names("[land]\nRuritania\n"), "my.txt:2: '[land]' is no section here; the sections are country, group, organization, person, place");
}

/// A detail needs a record above it.
#[test]
fn a_detail_without_a_record() {
    let expected = "1: an indented line needs a record above it that starts at the left margin";
    assert_eq!(names("  alias X\n"), format!("my.txt:{expected}"));
    assert_eq!(frames("  verb urge X\n"), format!("verbs.txt:{expected}"));
}

/// Flags of names and of noun patterns are those that exist.
#[test]
fn unknown_flags() {
    assert_eq!(names("[country]\nRuritania\n  alias RU [only]\n"), "my.txt:3: '[only]' is no flag here; the flags are [exact], [weak]");
    assert_eq!(names("[country]\nRuritania [only]\n"), "my.txt:2: '[only]' is no flag here; the flags are [exact], [weak]");
    let noun = frames("snub\n  class REJECT\n  noun snub of X [only]\n");
    assert_eq!(noun, "verbs.txt:3: '[only]' is no flag here; the flags are [agent], [no-possessor], [possessor-target]");
}

/// Genders and years of office have their forms.
#[test]
fn values_of_a_person() {
    assert_eq!(names("[person]\nJane Roe\n  gender f\n"), "my.txt:3: 'f' is no gender here; it is female or male");
    for years in ["1997--", "-1997", "1997-2001-2003"] {
        let message = names(&format!("[person]\nJane Roe\n  office Mayor, Zenda, {years}\n"));
        assert_eq!(message, format!("my.txt:3: '{years}' are no years; expected 1997-2001, or 2021- while it lasts"));
    }
}

/// One identifier cannot belong to a country and to a person.
#[test]
fn an_id_of_another_kind() {
    let expected = "my.txt:2: the id 'USA' belongs to an entity of another kind; give this record an 'id' of its own";
    assert_eq!(
        refusal(Extractor::builder().without_embedded_names().gazetteer("a.txt", "[country]\nUnited States\n  id USA\n").gazetteer("my.txt", "[person]\nUncle Sam\n  id USA\n")),
        expected
    );
}

/// A frame needs a class, and one that exists.
#[test]
fn classes_of_frames() {
    assert_eq!(frames("snub\n  verb snub X\n"), "verbs.txt:1: 'snub' needs a line 'class', such as 'class SUPPORT'");
    let all: Vec<&str> = Class::ALL.iter().map(|class| class.name()).collect();
    assert_eq!(frames("snub\n  class RUDE\n  verb snub X\n"), format!("verbs.txt:2: 'RUDE' is no class; the classes are {}", all.join(", ")));
}

/// Patterns need an X and what leads to it.
#[test]
fn patterns_of_frames() {
    let frame = |line: &str| frames(&format!("snub\n  class REJECT\n  {line}\n"));
    assert_eq!(frame("verb snub"), "verbs.txt:3: 'snub' needs an X where the target stands, such as 'urge X' or 'call on X'");
    let mixed = "verbs.txt:3: 'over|return' mixes prepositions with other words; a verb of two words needs a line of its own";
    assert_eq!(frame("verb hand over|return to X"), mixed);
    assert_eq!(frame("verb snub X [heads]"), "verbs.txt:3: '[heads]' is no flag here; the flags are [head], [not], [one-way], [turned]");
    assert_eq!(frame("persons MOCK").split(';').next(), Some("verbs.txt:3: 'MOCK' is no class"));
    assert_eq!(frame("adjective rude"), "verbs.txt:3: 'rude' needs a preposition and an X at its end, such as 'critical of X'");
    assert_eq!(frame("adjective to X"), "verbs.txt:3: 'to X' needs an adjective before the preposition");
    assert_eq!(frame("noun X"), "verbs.txt:3: 'X' needs a noun and a preposition before the X");
    assert_eq!(frame("noun of X"), "verbs.txt:3: a noun is needed before the preposition, such as 'support for X'");
}

/// Other lines of frames are refused with what may stand there.
#[test]
fn other_lines_of_frames() {
    let frame = |line: &str| frames(&format!("snub\n  class REJECT\n  {line}\n"));
    let keys = "adjective, by-country, cameo, class, gerund, infinitive, no, noun, object-infinitive, persons, purpose, symmetric, third, verb, yes";
    assert_eq!(frame("verbs snub X"), format!("verbs.txt:3: 'verbs' is no key here; the keys are {keys}"));
    assert_eq!(frame("infinitive maybe"), "verbs.txt:3: 'maybe' cannot stand here; expected none, outer, asserted, negated, future or hypothetical");
    let arrow = "verbs.txt:3: a 'yes' line needs a sentence, an arrow and its triples: 'France supported Poland. -> France | support | Poland'";
    assert_eq!(frame("yes France snubbed Poland."), arrow);
}

/// A file that is not there is named, with what the system said.
#[test]
fn a_missing_file() {
    for builder in [Extractor::builder().gazetteer_path("no/such/file.txt"), Extractor::builder().frames_path("no/such/file.txt")] {
        let error = builder.build().err();
        assert!(matches!(&error, Some(Error::Io { path, source }) if path == "no/such/file.txt" && source.kind() == io::ErrorKind::NotFound), "{error:?}");
    }
}

/// A reader that gives no UTF-8 is named.
#[test]
fn a_reader_without_utf_8() {
    let bytes: &[u8] = b"[country]\nRuritania \xff\n";
    for builder in [Extractor::builder().gazetteer_reader("raw", bytes), Extractor::builder().frames_reader("raw", bytes)] {
        let message = refusal(builder);
        assert!(message.starts_with("raw: ") && message.contains("UTF-8"), "{message}");
    }
}

/// Of several errors the first that the builder met is given; a file that cannot be opened comes before lines that cannot be read.
#[test]
fn the_first_error_counts() {
    let builder = Extractor::builder().gazetteer("my.txt", "X\n").gazetteer_path("no/first.txt").gazetteer_path("no/second.txt");
    assert!(refusal(builder).starts_with("no/first.txt: "));
}

fn triples(extractor: &Extractor, text: &str) -> Vec<String> {
    extractor.extract(text).relations().map(|relation| relation.to_string()).collect()
}

/// A record with a known identifier adds to its entity, which keeps its name.
#[test]
fn a_list_of_ones_own_extends_an_entity() -> Result<(), Error> {
    let text = "Zendaland urged France to act.";
    assert_eq!(triples(Extractor::embedded(), text), [""; 0]);
    let extractor = Extractor::builder().gazetteer("my.txt", "[country]\n\nUnited States\n  id USA\n  alias Zendaland\n").build()?;
    let extraction = extractor.extract(text);
    let ids: Vec<_> = extraction.mentions().filter_map(|mention| mention.entity_id()).collect();
    assert_eq!(ids, ["USA", "FRA"]);
    assert_eq!(triples(&extractor, text), ["United States | urge | France"]);
    assert_eq!(triples(&extractor, "The US urged France to act."), ["United States | urge | France"]);
    Ok(())
}

/// Without the embedded names only one's own are known; the verbs stay.
#[test]
fn a_list_of_ones_own_replaces_the_names() -> Result<(), Error> {
    let own = "[country]\n\nRuritania\n  adjective Ruritanian\n\nMoravenia\n";
    let extractor = Extractor::builder().without_embedded_names().gazetteer("my.txt", own).build()?;
    assert_eq!(triples(&extractor, "Ruritania urged Moravenia to act."), ["Ruritania | urge | Moravenia"]);
    assert_eq!(triples(&extractor, "Ruritanian officials met Moravenia's ministers."), ["Ruritania | meet | Moravenia"]);
    assert!(extractor.extract("France and the United States").mentions().all(|mention| mention.entity().is_none()));
    Ok(())
}

/// A list may come from a reader, and a frame of one's own from a text.
#[test]
fn lists_from_readers() -> Result<(), Error> {
    let names: &[u8] = "[person]\n\nRudolf Rassendyll\n  gender male\n".as_bytes();
    let extractor = Extractor::builder().gazetteer_reader("names", names).frames("verbs", "befrobnicate\n  class SUPPORT\n  verb befrobnicate X\n").build()?;
    assert_eq!(triples(&extractor, "Rudolf Rassendyll befrobnicated France."), ["Rudolf Rassendyll | befrobnicate | France"]);
    Ok(())
}
