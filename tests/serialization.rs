//! The record as JSON: it comes back as it went, and has the documented fields and no others.

mod support;

use demarche::{Extractor, Record, SCHEMA};
use serde_json::Value;

const TEXT: &str = "The Kremlin said Kazakhstan had invited Xi Jinping for the autumn. \
    Blair met Putin in Moscow. Macron did not meet Orban. Blair met Putin again on Friday. The EU may sanction Iran.";

fn record() -> Record {
    Extractor::embedded().extract(TEXT).record("id-1")
}

fn json() -> Value {
    serde_json::to_value(record()).unwrap_or_default()
}

/// The keys of an object, sorted.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys
}

fn triples(json: &Value) -> &[Value] {
    json["triples"].as_array().map_or(&[], Vec::as_slice)
}

fn assert_node(node: &Value) {
    assert_eq!(keys(node), ["end", "entity", "found_by", "kind", "start", "text"]);
    if !node["entity"].is_null() {
        assert_eq!(keys(&node["entity"]), ["id", "name"]);
    }
}

fn assert_words(words: &Value) {
    assert_eq!(keys(words), ["end", "start", "text"]);
}

/// A record that was written to JSON and read again is the same record.
#[test]
fn a_record_comes_back() -> serde_json::Result<()> {
    let record = record();
    assert!(record.triples.len() > 2 && record.triples.iter().any(|t| t.attribution.is_some()) && record.triples.iter().any(|t| t.negated));
    assert_eq!(serde_json::from_str::<Record>(&serde_json::to_string(&record)?)?, record);
    Ok(())
}

/// The record has its four fields, the version of its form and the identifier that was given.
#[test]
fn fields_of_a_record() {
    let json = json();
    assert_eq!(keys(&json), ["id", "mentions", "schema", "triples"]);
    assert_eq!((&json["schema"], &json["id"]), (&Value::from(SCHEMA), &Value::from("id-1")));
}

/// A mention has six fields, its entity two.
#[test]
fn fields_of_a_node() {
    json()["mentions"].as_array().into_iter().flatten().for_each(assert_node);
}

/// A triple has twelve fields, whatever it says, and up to six of what stands around it; its parts have theirs.
#[test]
fn fields_of_a_triple() {
    let optional = ["complement", "date", "place", "strength", "tense", "topic"];
    let expected = ["again", "attribution", "cameo", "class", "modality", "negated", "object", "relation", "rule", "subject", "symmetric", "trigger"];
    for triple in triples(&json()) {
        assert_eq!(keys(triple).into_iter().filter(|key| !optional.contains(key)).collect::<Vec<_>>(), expected);
        [&triple["subject"], &triple["object"]].into_iter().for_each(assert_node);
        assert_words(&triple["trigger"]);
        triple["again"].as_array().into_iter().flatten().for_each(assert_words);
        if !triple["attribution"].is_null() {
            assert_eq!(keys(&triple["attribution"]), ["cue", "source"]);
            assert_node(&triple["attribution"]["source"]);
            assert_words(&triple["attribution"]["cue"]);
        }
    }
}

/// Enumerations are written as words: classes in capitals, all others in lower case.
#[test]
fn words_of_the_enumerations() {
    let json = json();
    let invitation = triples(&json).iter().find(|triple| triple["relation"] == "invite").cloned().unwrap_or_default();
    assert_eq!(invitation["modality"], "asserted");
    assert_eq!(invitation["class"].as_str().map(|class| class.chars().all(char::is_uppercase)), Some(true));
    assert_eq!((&invitation["subject"]["kind"], &invitation["subject"]["found_by"]), (&Value::from("country"), &Value::from("gazetteer")));
    assert_eq!((&invitation["object"]["kind"], &invitation["object"]["entity"]["id"]), (&Value::from("person"), &Value::from("xi-jinping")));
}

/// Every offset in the record is one of the text, and the words stand there.
#[test]
fn offsets_are_of_the_text() {
    for triple in record().triples {
        for node in [&triple.subject, &triple.object] {
            assert_eq!(&TEXT[node.start as usize..node.end as usize], node.text);
        }
        assert_eq!(&TEXT[triple.trigger.start as usize..triple.trigger.end as usize], triple.trigger.text);
    }
}

/// What stands around an event is left out where nothing does, and comes back where something does.
#[test]
fn circumstances_come_back() -> serde_json::Result<()> {
    let text = "France strongly urged Iran on Monday in Vienna to free its prisoners. China's invasion of India ended.";
    let written = "2024-03-06".parse().ok();
    let record = Extractor::embedded().on(written as Option<demarche::Date>).extract(text).record("id-2");
    let json = serde_json::to_value(&record)?;
    let [urge, invade] = triples(&json) else { panic!("{json}") };
    assert_eq!((&urge["tense"], &urge["strength"]["text"]), (&Value::from("past"), &Value::from("strongly")));
    assert_eq!((&urge["complement"]["text"], &urge["place"]["text"]), (&Value::from("to free its prisoners"), &Value::from("Vienna")));
    assert_eq!(keys(&urge["date"]), ["end", "iso", "start", "text"]);
    assert_eq!(urge["date"]["iso"], "2024-03-04");
    assert!(["tense", "strength", "topic", "complement", "date", "place"].iter().all(|key| invade.get(key).is_none()));
    assert_eq!(serde_json::from_value::<Record>(json)?, record);
    Ok(())
}

/// The record is the same bytes, whether it is built first or not; so are its nodes and triples.
#[test]
fn a_borrowed_record_is_written_alike() -> serde_json::Result<()> {
    let texts = support::files("benches/articles", ".txt")
        .into_iter()
        .map(|file| support::read(&file))
        .chain([TEXT.to_owned(), "Ann \"Q\" Doe met\u{1} police. He urged Poland.".to_owned()]);
    let extractor = Extractor::builder().roles(true).build().unwrap_or_else(|error| panic!("{error}"));
    for text in texts {
        let extraction = extractor.extract(&text);
        assert_eq!(serde_json::to_string(&extraction.as_record("a\"b"))?, serde_json::to_string(&extraction.record("a\"b"))?);
        for relation in extraction.relations() {
            assert_eq!(serde_json::to_string(&relation)?, serde_json::to_string(&relation.to_triple())?);
            assert_eq!(serde_json::to_string(&relation.subject())?, serde_json::to_string(&relation.subject().to_node())?);
        }
    }
    Ok(())
}
