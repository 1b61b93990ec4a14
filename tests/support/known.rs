//! Sentences that may still fail: listed in a file, so that both a new failure and a failure mended are seen.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{asked, path, read, write};

/// How one sentence went.
pub struct Outcome {
    /// File and line.
    pub place: String,
    /// What stands for it in the list of known failures.
    pub key: String,
    pub sentence: String,
    pub missing: Vec<String>,
    pub unexpected: Vec<String>,
}

impl Outcome {
    fn fails(&self) -> bool {
        !self.missing.is_empty() || !self.unexpected.is_empty()
    }

    fn report(&self) -> String {
        let mut out = format!("{}: {}\n", self.place, self.sentence);
        for missing in &self.missing {
            let _ = writeln!(out, "    missing     {missing}");
        }
        for unexpected in &self.unexpected {
            let _ = writeln!(out, "    unexpected  {unexpected}");
        }
        out
    }
}

/// Holds outcomes against the list of known failures; `UPDATE=1` rewrites the list instead, `ALL=1` shows the known ones too.
///
/// `whole` is false where only some sentences were run: what the list says of others then stands.
pub fn judge(what: &str, list: &str, outcomes: &[Outcome], whole: bool) {
    let run: BTreeSet<&str> = outcomes.iter().map(|outcome| outcome.key.as_str()).collect();
    let failing: BTreeSet<&str> = outcomes.iter().filter(|outcome| outcome.fails()).map(|outcome| outcome.key.as_str()).collect();
    println!("{what}: {} of {} pass", run.len() - failing.len(), run.len());
    let text = if path(list).exists() { read(list) } else { String::new() };
    let known: BTreeSet<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let not_run = known.iter().copied().filter(|key| !whole && !run.contains(key));
    if asked("UPDATE") {
        let lines: BTreeSet<&str> = failing.iter().copied().chain(not_run).collect();
        write(list, &lines.iter().fold(String::new(), |text, line| text + line + "\n"));
        return;
    }
    let shown = outcomes.iter().filter(|outcome| outcome.fails() && (asked("ALL") || !known.contains(outcome.key.as_str())));
    let mut report: String = shown.map(Outcome::report).collect();
    let not_run: BTreeSet<&str> = not_run.collect();
    for line in known.iter().filter(|key| !failing.contains(*key) && !not_run.contains(*key)) {
        let why = if run.contains(line) { "passes now; take it off" } else { "no such sentence; take it off" };
        let _ = writeln!(report, "{list}: {why}: {line}");
    }
    if text.lines().ne(known.iter().copied()) {
        let _ = writeln!(report, "{list}: not sorted, or with lines that stand twice");
    }
    assert!(report.is_empty(), "\n\n{report}\n{what}: {} of {} pass; {} failures are known\n", run.len() - failing.len(), run.len(), known.len());
}
