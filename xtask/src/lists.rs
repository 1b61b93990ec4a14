//! All generated lists of names: made, merged, written or compared, counted.

use std::fs;
use std::path::Path;

use crate::counts;
use crate::decisions::Decisions;
use crate::known::Known;
use crate::merge::merge;
use crate::names;
use crate::organizations;
use crate::people;
use crate::places;
use crate::record::Output;
use crate::sources::Sources;
use crate::Result;

/// Makes a part of the lists.
type Generator = fn(&Sources, &Known) -> Result<Vec<Output>>;

/// All generators; where two of them make one name, the earlier wins.
const GENERATORS: &[Generator] = &[places::generate, organizations::generate, people::generate];

/// Writes all generated lists and the counts in the README, or compares them.
pub fn generate(root: &Path, sources: &Sources, check: bool) -> Result<()> {
    let mut known = Known::read(root, sources)?;
    let decisions = Decisions::parse(&fs::read_to_string(root.join("xtask/conflicts.txt"))?)?;
    // names of persons come first: they tell which places are weak
    let names = names::generate(sources, &known)?;
    known.add_names(&names);
    let mut outputs = Vec::new();
    for generator in GENERATORS {
        outputs.extend(generator(sources, &known)?);
    }
    outputs.extend(names);
    merge(&mut outputs, &known, &decisions);
    let unused = decisions.unused();
    if !unused.is_empty() {
        return Err(format!("xtask/conflicts.txt decides what nothing calls for: {}", unused.join(", ")).into());
    }
    let mut stale = Vec::new();
    for output in &outputs {
        update(root, &format!("gazetteers/{}", output.file), &output.render(), check, &mut stale)?;
    }
    let table = counts::table(root, sources, &outputs)?;
    let readme = counts::in_readme(&fs::read_to_string(root.join("gazetteers/README.md"))?, &table)?;
    update(root, "gazetteers/README.md", &readme, check, &mut stale)?;
    stray(root, &outputs, &mut stale)?;
    print!("{table}");
    match stale[..] {
        [] => Ok(()),
        _ => Err(format!("not what the generator writes: {}; run `cargo run -p xtask -- gazetteers`", stale.join(", ")).into()),
    }
}

/// Writes a file that differs, or notes that it does.
fn update(root: &Path, file: &str, text: &str, check: bool, stale: &mut Vec<String>) -> Result<()> {
    let path = root.join(file);
    if fs::read_to_string(&path).is_ok_and(|current| current == text) {
        return Ok(());
    }
    if check {
        stale.push(file.to_owned());
        return Ok(());
    }
    fs::create_dir_all(path.parent().expect("a file in a folder"))?;
    Ok(fs::write(path, text)?)
}

/// Notes files among the generated ones that no generator makes.
fn stray(root: &Path, outputs: &[Output], stale: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(root.join("gazetteers/generated"))? {
        let file = format!("generated/{}", entry?.file_name().to_string_lossy());
        if outputs.iter().all(|output| output.file != file) {
            stale.push(format!("gazetteers/{file} (no generator makes it)"));
        }
    }
    stale.sort();
    Ok(())
}
