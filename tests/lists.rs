//! The data files: in order, listed, without names that belong to two.

mod support;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use demarche::Extractor;
use support::data::{entries, id, matched, section_name, Entry};
use support::{asked, no_complaints, read, write};

const SHARED: &str = "gazetteers/shared-aliases.txt";
const SHARED_HEAD: &str = "# Names that are sure of two entities or more: alias: entity id, entity id. The first wins where nothing in the text decides.
# A test holds this file against the lists; UPDATE=1 rewrites it from what stands there.

";

/// What is no list of the library.
const OTHERS: [&str; 2] = ["gazetteers/README.md", SHARED];
const GENERATED: &str = "gazetteers/generated/";
const DEMONYMS: &str = "gazetteers/generated/demonyms.txt";
const NAMES: [&str; 6] = ["gazetteers/countries.txt", "gazetteers/groups.txt", "gazetteers/places.txt", "gazetteers/organizations/", "gazetteers/people/", GENERATED];
const WORD_LISTS: [&str; 8] = [
    "gazetteers/family-names.txt",
    "gazetteers/given-names.txt",
    "gazetteers/name-parts.txt",
    "gazetteers/nouns.txt",
    "gazetteers/titles.txt",
    "gazetteers/word-sets.txt",
    "gazetteers/generated/given-names.txt",
    "gazetteers/generated/family-names.txt",
];

/// All files below `gazetteers`, after `REPAIR=1` has put them in order where that was asked for.
fn all_files() -> &'static [String] {
    static FILES: OnceLock<Vec<String>> = OnceLock::new();
    FILES.get_or_init(|| {
        let files = support::files("gazetteers", "");
        if asked("REPAIR") {
            files.iter().filter(|file| is_sorted_list(file)).for_each(|file| write(file, &repaired(&read(file))));
        }
        files
    })
}

fn is_names(file: &str) -> bool {
    NAMES.iter().any(|names| file.starts_with(names)) && !WORD_LISTS.contains(&file)
}

fn is_sorted_list(file: &str) -> bool {
    is_names(file) || WORD_LISTS.contains(&file)
}

fn list_files() -> impl Iterator<Item = &'static String> {
    all_files().iter().filter(|file| !OTHERS.contains(&file.as_str()))
}

fn name_files() -> impl Iterator<Item = &'static String> {
    list_files().filter(|file| is_names(file))
}

/// The files of names in the order in which the library reads them.
fn name_files_as_read() -> Vec<String> {
    let source = read("src/embedded.rs");
    let lines = source.lines().filter_map(|line| line.trim().strip_prefix("Names \"")?.strip_suffix("\","));
    lines.map(|name| format!("gazetteers/{name}")).collect()
}

/// Every file in the folder travels in the crate.
#[test]
fn every_file_is_embedded() {
    let embedded = read("src/embedded.rs");
    let missing = list_files().filter(|file| !embedded.contains(&format!("\"{}\"", file.trim_start_matches("gazetteers/"))));
    no_complaints(&missing.map(|file| format!("{file}: not in the list of src/embedded.rs")).collect::<Vec<_>>());
}

/// Every file of names can be read, alone and from disk.
#[test]
fn every_names_file_is_read() {
    let read = |file: &String| Extractor::builder().without_embedded_names().gazetteer_path(support::path(file)).build();
    no_complaints(&name_files().filter_map(|file| read(file).err()).map(|error| error.to_string()).collect::<Vec<_>>());
}

/// Records stand under sections that are known.
#[test]
fn sections_are_known() {
    let known = ["country", "group", "organization", "person", "place"];
    let mut complaints = Vec::new();
    for file in name_files() {
        let text = read(file);
        let strange = text.lines().enumerate().filter(|(_, line)| section_name(line).is_some_and(|name| !known.contains(&name)));
        complaints.extend(strange.map(|(i, line)| format!("{file}:{}: '{line}' is no section of names", i + 1)));
    }
    no_complaints(&complaints);
}

/// Records stand in the order of their names, case aside, and none twice. `REPAIR=1` sorts them and removes exact repetitions.
#[test]
fn lists_are_sorted() {
    let mut complaints = Vec::new();
    for file in list_files().filter(|file| is_sorted_list(file)) {
        let entries = entries(&read(file));
        for pair in entries.windows(2).filter(|pair| pair[0].section == pair[1].section) {
            complaints.extend(disorder(&pair[0], &pair[1]).map(|why| format!("{file}:{}: '{}' {why}", pair[1].line, pair[1].name)));
        }
    }
    no_complaints(&complaints);
}

fn disorder(before: &Entry, after: &Entry) -> Option<String> {
    if before.name == after.name {
        return Some("stands twice".to_owned());
    }
    (before.name.to_lowercase() > after.name.to_lowercase()).then(|| format!("belongs before '{}'", before.name))
}

/// `words.txt` is sorted, each word once.
#[test]
fn words_are_sorted() {
    let text = read("gazetteers/words.txt");
    let words: Vec<&str> = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).filter_map(|line| line.split(' ').next()).collect();
    let wrong = words.windows(2).filter(|pair| pair[0] >= pair[1]);
    no_complaints(&wrong.map(|pair| format!("gazetteers/words.txt: '{}' stands before '{}'", pair[0], pair[1])).collect::<Vec<_>>());
}

/// No two records have one identifier: the library would take them for one entity. Only a generated one may add
/// to one written by hand, and the generated demonyms to any place.
#[test]
fn ids_are_unique() {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut complaints = Vec::new();
    for file in name_files_as_read() {
        for entry in entries(&read(&file)) {
            let place = format!("{file}:{}", entry.line);
            let id = id(&entry);
            match first.get(&id) {
                Some(other) if file == DEMONYMS || (file.starts_with(GENERATED) && !other.starts_with(GENERATED)) => {}
                Some(other) => complaints.push(format!("{place}: '{}' has the id '{id}' of {other}", entry.name)),
                None => drop(first.insert(id, place)),
            }
        }
    }
    no_complaints(&complaints);
}

/// A name that is sure of two entities stands in `shared-aliases.txt`, with the one that wins first.
#[test]
fn shared_aliases_are_decided() {
    let shared = shared_aliases();
    if asked("UPDATE") {
        let lines: String = shared.iter().map(|(alias, ids)| format!("{alias}: {}\n", ids.join(", "))).collect();
        write(SHARED, &format!("{}\n", format!("{SHARED_HEAD}{lines}").trim_end()));
    }
    let text = read(SHARED);
    let listed: BTreeMap<&str, &str> = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.rsplit_once(": ")).collect();
    let mut complaints = Vec::new();
    for (alias, ids) in &shared {
        let (ids, decided) = (ids.join(", "), listed.get(alias.as_str()));
        if decided != Some(&ids.as_str()) {
            complaints.push(format!("'{alias}' is sure of {ids}, {}", decided.map_or("flag it [weak] or list it".to_owned(), |d| format!("but {SHARED} has {d}"))));
        }
    }
    let stale = listed.keys().filter(|alias| !shared.contains_key(**alias));
    complaints.extend(stale.map(|alias| format!("{SHARED}: '{alias}' is not shared; take it off")));
    no_complaints(&complaints);
}

/// Every name that is sure of several entities, with their identifiers in the order in which the library prefers them.
fn shared_aliases() -> BTreeMap<String, Vec<String>> {
    let mut owners: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for file in name_files_as_read() {
        for entry in entries(&read(&file)) {
            let id = id(&entry);
            for (alias, rank) in sure_aliases(&entry) {
                let owners = owners.entry(alias).or_default();
                match owners.iter_mut().find(|(_, owner)| *owner == id) {
                    Some((known, _)) => *known = rank.min(*known),
                    None => owners.push((rank, id.clone())),
                }
            }
        }
    }
    owners.retain(|_, ids| ids.len() > 1);
    owners.values_mut().for_each(|ids| ids.sort_by_key(|(rank, _)| *rank));
    owners.into_iter().map(|(alias, ids)| (alias, ids.into_iter().map(|(_, id)| id).collect())).collect()
}

/// The names of a record without the flag `[weak]`, each with the rank of its kind.
fn sure_aliases(entry: &Entry) -> Vec<(String, usize)> {
    let sure = |flag: &Option<String>| flag.as_deref() != Some("weak");
    let ranks = [("alias", 0), ("capital", 1), ("seat", 1), ("adjective", 2), ("people", 3)];
    let rank = |key: &str| ranks.iter().find(|(known, _)| *known == key).map(|(_, rank)| *rank);
    let details = entry.fields.iter().filter(|field| sure(&field.flag)).filter_map(|field| Some((matched(&field.value), rank(&field.key)?)));
    // brackets tell namesakes apart: without them the name is a weak one
    let own = (sure(&entry.flag) && !entry.name.contains(" (")).then(|| (matched(&entry.name), 0));
    own.into_iter().chain(details).collect()
}

/// No file has tabs, carriage returns, strange or trailing white space; each ends with one line end.
#[test]
fn white_space_is_plain() {
    let mut complaints = Vec::new();
    for file in all_files().iter().cloned().chain(support::files("tests/cases", ".txt")) {
        let text = read(&file);
        if !text.is_empty() && (!text.ends_with('\n') || text.ends_with("\n\n")) {
            complaints.push(format!("{file}: must end with one line end"));
        }
        let untidy = text.split('\n').enumerate().filter_map(|(i, line)| Some((i, untidiness(line)?)));
        complaints.extend(untidy.map(|(i, why)| format!("{file}:{}: {why}", i + 1)));
    }
    no_complaints(&complaints);
}

fn untidiness(line: &str) -> Option<&'static str> {
    if line.ends_with(char::is_whitespace) {
        return Some("white space at the end");
    }
    let strange = |c: char| c != ' ' && (c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}'));
    line.contains(strange).then_some("a tab or another strange space")
}

/// The text with the records of each section sorted and exact repetitions removed.
fn repaired(text: &str) -> String {
    let mut lines = text.lines().peekable();
    let mut out = String::new();
    let mut records: Vec<String> = Vec::new();
    let mut above = String::new();
    while let Some(line) = lines.next() {
        if section_name(line).is_some() {
            flush(&mut out, &mut records);
            out += &format!("{}{line}\n", std::mem::take(&mut above));
        } else if line.is_empty() || line.starts_with('#') {
            // a remark right above a record moves with it; what an empty line sets off stays
            above += &format!("{line}\n");
        } else {
            let remark = remark_of(&mut above, &mut out, records.is_empty());
            let mut record = format!("{remark}{line}\n");
            while let Some(detail) = lines.next_if(|next| next.starts_with(' ')) {
                record += &format!("{detail}\n");
            }
            records.push(record);
        }
    }
    flush(&mut out, &mut records);
    out + above.trim_end()
}

/// Takes the remark that belongs to the next record; before the first record of a section everything above it goes out as it is.
fn remark_of(above: &mut String, out: &mut String, first: bool) -> String {
    let above = std::mem::take(above);
    if first {
        *out += &above;
        return String::new();
    }
    above.trim_start_matches('\n').to_owned()
}

/// Writes the records of a section in order, with an empty line between those that have details.
fn flush(out: &mut String, records: &mut Vec<String>) {
    let name = |record: &String| {
        let line = record.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
        entries(line).first().map(|entry| entry.name.to_lowercase())
    };
    records.sort_by_cached_key(name);
    records.dedup();
    let apart = if records.iter().any(|record| record.contains("\n  ")) { "\n" } else { "" };
    *out += &std::mem::take(records).join(apart);
}

/// Repairing sorts, removes what stands twice, and leaves a file in order as it is.
#[test]
fn repairing_sorts() {
    let text = "# head\n\n[country]\n\nB\n  id B\n\n# of a\na\n  id A\n\nB\n  id B\n";
    let sorted = "# head\n\n[country]\n\n# of a\na\n  id A\n\nB\n  id B\n";
    assert_eq!(repaired(text), sorted);
    assert_eq!(repaired(sorted), sorted);
    let words = "# head\n\n# of x\n[x]\nb\na [male]\n\n# of y\n[y]\nc\n";
    assert_eq!(repaired(words), "# head\n\n# of x\n[x]\na [male]\nb\n\n# of y\n[y]\nc\n");
}
