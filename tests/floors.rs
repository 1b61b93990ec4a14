//! The modules stand on floors: what a module imports stands on its own floor or on a lower one.

mod support;

/// Each module of the crate's root with its floor.
const FLOORS: [(&str, u32); 19] = [
    ("date", 0),
    ("span", 0),
    ("error", 0),
    ("records", 0),
    ("text", 1),
    ("gazetteer", 2),
    ("mention", 3),
    ("syntax", 4),
    ("relation", 5),
    ("extraction", 6),
    ("extractor", 6),
    ("gaps", 6),
    ("serialize", 6),
    ("corpus", 6),
    ("embedded", 6),
    ("explanation", 6),
    ("stages", 6),
    ("lib", 6),
    ("main", 6),
];

fn floor(module: &str) -> Option<u32> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// `src/text/token.rs` to `text`.
fn module_of(file: &str) -> &str {
    let inside = file.trim_start_matches("src/");
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

/// The modules that a line names behind `crate::`; a name that the root re-exports counts as the root's.
fn imports(line: &str) -> Vec<String> {
    line.match_indices("crate::").flat_map(|(at, path)| first_segments(&line[at + path.len()..])).collect()
}

/// The first segments of a path: one, or those of a group in braces.
fn first_segments(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![segment(path)];
    };
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            c => parts.iter_mut().last().into_iter().for_each(|part| part.push(c)),
        }
    }
    parts.iter().map(|part| segment(part.trim())).filter(|part| !part.is_empty()).collect()
}

fn segment(path: &str) -> String {
    let name: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    if name.starts_with(char::is_uppercase) {
        "lib".to_owned()
    } else {
        name
    }
}

/// The lines of code before the tests of a file, without remarks; groups over several lines are joined in the first.
fn code(text: &str) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim() == "#[cfg(test)]" {
            break;
        }
        let line = line.split("//").next().unwrap_or_default();
        match out.last_mut() {
            Some((_, group)) if open => group.push_str(line.trim()),
            _ => out.push((index + 1, line.to_owned())),
        }
        open = out.last().is_some_and(|(_, group)| group.contains("crate::{") && !group.contains(';'));
    }
    out
}

/// What a file imports from above its floor.
fn complaints(file: &str, text: &str) -> Vec<String> {
    let module = module_of(file);
    let Some(own) = floor(module) else {
        return vec![format!("{file}:1: the module '{module}' has no floor in this test")];
    };
    let lines = code(text);
    let imports = lines.iter().flat_map(|(number, line)| imports(line).into_iter().map(move |import| (number, import)));
    let wrong = imports.filter(|(_, import)| floor(import).is_none_or(|floor| floor > own));
    wrong.map(|(number, import)| format!("{file}:{number}: '{module}' stands on floor {own} and must not import 'crate::{import}'")).collect()
}

/// Imports run only down.
#[test]
fn imports_run_down() {
    let files = support::files("src", ".rs");
    let all: Vec<String> = files.iter().flat_map(|file| complaints(file, &support::read(file))).collect();
    support::no_complaints(&all);
}

/// The scan sees single imports, groups, paths in code, and neither remarks nor tests.
#[test]
fn the_scan_sees_imports() {
    let wrong = |text: &str| complaints("src/text/token.rs", text).len();
    assert_eq!(wrong("use crate::span::Span;\n"), 0);
    assert_eq!(wrong("use crate::mention::View;\n"), 1);
    assert_eq!(wrong("use crate::{\n    span::Span,\n    syntax::{Tag, Unit},\n    relation,\n};\n"), 2);
    assert_eq!(wrong("fn f() { crate::gazetteer::slug(\"\"); }\n"), 1);
    assert_eq!(wrong("use crate::Extractor;\n"), 1);
    assert_eq!(wrong("/// See [`crate::Extractor`].\n#[cfg(test)]\nuse crate::mention::View;\n"), 0);
}
