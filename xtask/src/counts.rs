//! What the lists hold, counted, as Markdown tables for `gazetteers/README.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::known::name_files;
use crate::record::{self, is_alias, Output};
use crate::sources::Sources;
use crate::Result;

const START: &str = "<!-- counts -->\n";
const END: &str = "<!-- /counts -->";

/// The hand-written word lists that are counted too.
const WORD_LISTS: [&str; 5] = ["family-names.txt", "groups.txt", "given-names.txt", "nouns.txt", "titles.txt"];

/// A table of all lists, and one of the packages.
pub fn table(root: &Path, sources: &Sources, outputs: &[Output]) -> Result<String> {
    let mut rows = Vec::new();
    for file in name_files(root)?.into_iter().chain(WORD_LISTS.map(str::to_owned)) {
        let text = fs::read_to_string(root.join("gazetteers").join(&file))?;
        rows.push((file, count(&text), "by hand".to_owned()));
    }
    rows.extend(outputs.iter().map(|output| (output.file.to_owned(), count(&output.render()), output.source.to_owned())));
    let mut text = "\n| list | records | names | source |\n|---|---:|---:|---|\n".to_owned();
    let mut totals: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (file, (records, names), source) in &rows {
        text += &format!("| `{file}` | {records} | {names} | {source} |\n");
        let total = totals.entry(source).or_default();
        *total = (total.0 + records, total.1 + names);
    }
    text += "\n| source | records | names |\n|---|---:|---:|\n";
    for (source, (records, names)) in totals {
        text += &format!("| {source} | {records} | {names} |\n");
    }
    text += "\n| package | version | licence |\n|---|---|---|\n";
    for (name, version, licence) in sources.licences() {
        text += &format!("| `{name}` | {version} | {licence} |\n");
    }
    Ok(text + "\n")
}

/// How many records a file has, and how many names with their aliases.
fn count(text: &str) -> (usize, usize) {
    let entries = record::read(text);
    let aliases = entries.iter().flat_map(|entry| &entry.fields).filter(|field| is_alias(&field.0)).count();
    (entries.len(), entries.len() + aliases)
}

/// The README with the table between its marks.
pub fn in_readme(readme: &str, table: &str) -> Result<String> {
    let parts = readme.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.ok_or("gazetteers/README.md has no marks `<!-- counts -->` and `<!-- /counts -->`")?;
    Ok(format!("{before}{START}{table}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_replaces() {
        assert_eq!(count("# head\n[place]\n\nA\n  alias B\n  type city\n\nC\n"), (2, 3));
        assert_eq!(in_readme("x\n<!-- counts -->\nold\n<!-- /counts -->\ny\n", "new\n").unwrap(), "x\n<!-- counts -->\nnew\n<!-- /counts -->\ny\n");
        assert!(in_readme("x\n", "new\n").is_err());
    }
}
