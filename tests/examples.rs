//! Runs the examples as a user would.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Once;

/// The built example, beside this test's own binary.
fn example(name: &str) -> Command {
    static BUILT: Once = Once::new();
    let test = std::env::current_exe().expect("a test knows where it is");
    let folder = test.parent().and_then(Path::parent).expect("target/PROFILE/deps").join("examples");
    let file = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !file.exists() {
        BUILT.call_once(|| build(folder.ends_with("release/examples")));
    }
    Command::new(file)
}

fn build(release: bool) {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--examples"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    if release {
        cargo.arg("--release");
    }
    assert!(cargo.status().expect("cargo runs").success());
}

fn run(name: &str, arguments: &[&str]) -> Output {
    example(name).args(arguments).stdin(Stdio::null()).output().expect("the example runs")
}

fn piped(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = example(name).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example runs");
    child.stdin.take().expect("piped").write_all(input).expect("the example reads its input");
    child.wait_with_output().expect("the example ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A file of this test run with the given bytes.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the folder for temporary files can be written");
    path
}

fn ids(output: &Output) -> Vec<String> {
    let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["id"].as_str().expect("a string").to_owned();
    out(output).lines().map(id).collect()
}

/// Several blocks of lines: with numbers, without ids, with escapes, with what cannot be read.
fn corpus() -> Vec<u8> {
    let mut lines = Vec::new();
    for i in 0..9000 {
        let line: Vec<u8> = match i {
            4000 => b"{\"id\": \"cut\", \"text\": \"France\n".to_vec(),
            5000 => b"{\"id\": \"bytes\", \"text\": \"\xff\"}\n".to_vec(),
            _ if i % 7 == 0 => format!("{{\"id\": {i}, \"more\": [1], \"text\": \"France \\\"supported\\\" Poland.\\nPoland thanked France.\"}}\n").into_bytes(),
            _ if i % 11 == 0 => b"{\"text\": \"Japan urged India to act.\"}\n".to_vec(),
            _ => format!("{{\"id\": \"d{i}\", \"text\": \"Chile criticized Peru on day {i}, and Brazil met Kenya.\"}}\n").into_bytes(),
        };
        lines.extend(line);
    }
    lines
}

#[test]
fn extract_prints_the_triples_of_the_article() {
    let output = run("extract", &[]);
    assert!(output.status.success(), "{}", err(&output));
    assert!(out(&output).contains("European Union | urge | Norway\n    REQUEST · asserted · \"urge"), "{}", out(&output));
}

#[test]
fn extract_marks_the_words() {
    let output = piped("extract", &[], b"US urges Europe to act.");
    assert_eq!(out(&output), "United States | urge | Europe\n    REQUEST · asserted · \"urges\" · active: urge X\n    [US] «urges» [Europe] to act.\n    tense present · complement \"to act\"\n\n1 relation, 2 mentions\n");
}

#[test]
fn extract_goes_on_behind_a_bad_line() {
    let path = file("bad.jsonl", b"{\"id\": \"1\", \"text\": \"France supported Poland.\"}\n{\"id\": 2}\n{\"id\": 3, \"text\": \"Japan urged India to act.\"}\n");
    let path = path.to_str().expect("UTF-8");
    for arguments in [vec![path], vec!["--format", "jsonl", path]] {
        let output = run("extract", &arguments);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(err(&output), format!("{path}:2: no field \"text\"; each line is one object such as {{\"id\": \"1\", \"text\": \"…\"}}\n"));
        assert_eq!(ids(&output), ["1", "3"]);
    }
}

#[test]
fn extract_names_what_is_wrong_with_a_line() {
    let path = file("wrong.jsonl", b"{\"text\": \"cut\n[1]\n{\"id\": true, \"text\": \"\"}\n{\"text\": 4}\n{\"text\": \"\xc3\"}\n\n{\"text\": \"last\"}");
    let path = path.to_str().expect("UTF-8");
    let output = run("extract", &[path]);
    let messages: Vec<String> = err(&output).lines().map(str::to_owned).collect();
    assert_eq!(messages.len(), 5, "{messages:?}");
    for (i, message) in messages.iter().enumerate() {
        assert!(message.starts_with(&format!("{path}:{}: ", i + 1)), "{message}");
    }
    assert!(messages[4].contains("byte 11 of the line is not UTF-8"), "{}", messages[4]);
    assert_eq!(ids(&output), ["7"]);
}

#[test]
fn extract_reports_invalid_utf8_and_missing_files_and_reads_the_rest() {
    let bytes = file("bytes.txt", b"France supported Poland.\n\xff");
    let good = file("good.txt", b"France supported Poland.");
    let output = run("extract", &[bytes.to_str().expect("UTF-8"), "no-such-file.txt", good.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(1));
    let messages = err(&output);
    assert!(messages.contains("bytes.txt:2: byte 26 of the file is not UTF-8"), "{messages}");
    assert!(messages.contains("no-such-file.txt: cannot be read"), "{messages}");
    assert_eq!(messages.lines().count(), 2);
    assert!(out(&output).contains("France | support | Poland"));
}

#[test]
fn corpus_gives_what_extract_gives_on_any_number_of_threads() {
    let path = file("corpus.jsonl", &corpus());
    let path = path.to_str().expect("UTF-8");
    let expected = run("extract", &["--format", "jsonl", path]);
    assert_eq!(ids(&expected).len(), 8998);
    for threads in ["1", "2", "5"] {
        let output = run("corpus", &[path, "--threads", threads]);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout == expected.stdout, "{threads} threads differ");
        assert_eq!(err(&output), err(&expected));
    }
    assert_eq!(run("corpus", &["no-such-file.jsonl"]).status.code(), Some(1));
}

#[test]
fn evaluate_prints_figures() {
    let output = run("evaluate", &[]);
    assert!(output.status.success(), "{}", err(&output));
    let figures: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(figures["documents"], 6);
    for level in ["dyad", "event", "class"] {
        assert!(figures[level]["f1"].as_f64().expect("a number") > 0.0, "{figures}");
    }
}

#[test]
fn custom_gazetteer_knows_its_world() {
    let output = run("custom_gazetteer", &[]);
    assert!(out(&output).contains("Tramontania | serenade | Osterlund (SUPPORT, from \"serenaded\")"), "{}", out(&output));
}

#[test]
fn gaps_counts_what_did_not_fire() {
    let lines = b"{\"text\": \"France juggled Spain. Zorgania slept.\"}\n{\"text\": \"Italy juggled France. France's recital on Basra ended.\"}\n{\n";
    let output = piped("gaps", &["-"], lines);
    let table = out(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(table.contains("verbs without a frame (1 of 1)\n      2  juggle                    France juggled Spain."), "{table}");
    assert!(table.contains("1  recital                   France's recital on Basra ended."), "{table}");
    assert!(table.contains("1  Zorgania                  Zorgania slept."), "{table}");
    assert!(err(&output).starts_with("standard input:3: "), "{}", err(&output));
}

#[test]
fn explain_names_rule_and_pattern() {
    let output = run("explain", &["US urges Europe to act."]);
    assert!(out(&output).contains("gave United States | urge | Europe (active: urge X)"), "{}", out(&output));
    assert!(out(&output).contains("rule active · pattern urge X"), "{}", out(&output));
}

#[test]
fn explain_says_why_nothing_came_between_two_names() {
    let stage = |subject: &str, object: &str, text: &str| out(&run("explain", &["--pair", subject, object, text]));
    assert!(stage("France", "Poland", "France supported Poland.").starts_with("found: France | support | Poland"));
    assert!(stage("Xyzzia", "Poland", "Poland slept.").starts_with("names not recognised: Xyzzia"));
    assert!(stage("France", "Poland", "France slept. Poland woke.").starts_with("not in one sentence"));
    assert!(stage("France", "Poland", "A morning without France and Poland.").starts_with("no trigger"));
    assert!(stage("Poland", "France", "France supported Poland.").starts_with("found the other way round"));
    assert!(stage("France", "Poland", "France may support Poland.").starts_with("found: France | support | Poland (hypothetical;"));
    assert!(stage("France", "Poland", "France juggled Poland.").contains("\"juggle\" stands between two actors and in no frame"));
    assert!(stage("Spain", "Poland", "France urged Spain to support Poland.").contains("\"urged\" before it does not say that it happens"));
    assert!(stage("France", "Poland", "France voted near Poland.").contains("vote against X"));
}
