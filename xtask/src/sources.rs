//! The pinned packages of `sources.txt`: fetched once with the ordinary clients, checked always, read as data. Nothing in them is run.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;

use sha2::{Digest, Sha256};

use crate::Result;

/// One line of `sources.txt`.
#[derive(Debug, PartialEq)]
struct Package {
    registry: String,
    name: String,
    version: String,
    file: String,
    sha256: String,
    licence: String,
}

/// The files of an archive by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// All pinned packages; an archive is opened when its first member is asked for, and kept.
pub struct Sources {
    downloads: PathBuf,
    packages: BTreeMap<String, Package>,
    archives: RefCell<HashMap<String, Rc<[u8]>>>,
    tars: RefCell<HashMap<String, Rc<Files>>>,
}

impl Sources {
    /// Reads `xtask/sources.txt` below the root of the repository.
    pub fn open(root: &Path) -> Result<Sources> {
        let text = fs::read_to_string(root.join("xtask/sources.txt"))?;
        let packages = parse(&text)?.into_iter().map(|package| (package.name.clone(), package)).collect();
        Ok(Sources { downloads: root.join("xtask/downloads"), packages, archives: RefCell::default(), tars: RefCell::default() })
    }

    /// Takes the archive of a package from elsewhere; it must be the pinned one all the same.
    pub fn take(&self, package: &str, path: &Path) -> Result<()> {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        check(self.package(package)?, &bytes)?;
        self.archives.borrow_mut().insert(package.to_owned(), bytes.into());
        Ok(())
    }

    /// A member as text. Names are paths in the archive, for a tar without its one top folder: `dict/data.noun`.
    pub fn text(&self, package: &str, member: &str) -> Result<String> {
        String::from_utf8(self.bytes(package, member)?).map_err(|_| format!("{package}: {member} is not UTF-8").into())
    }

    /// A member as it is.
    pub fn bytes(&self, package: &str, member: &str) -> Result<Vec<u8>> {
        let missing = || format!("{package}: the archive holds no {member}");
        if self.is_zip(package)? {
            let mut zip = zip::ZipArchive::new(Cursor::new(self.archive(package)?))?;
            let mut file = zip.by_name(member).map_err(|_| missing())?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            return Ok(bytes);
        }
        Ok(self.tar(package)?.get(member).ok_or_else(missing)?.clone())
    }

    /// The paths of all files in the archive, sorted.
    pub fn members(&self, package: &str) -> Result<Vec<String>> {
        if self.is_zip(package)? {
            let zip = zip::ZipArchive::new(Cursor::new(self.archive(package)?))?;
            let mut names: Vec<String> = zip.file_names().map(str::to_owned).collect();
            names.sort_unstable();
            return Ok(names);
        }
        Ok(self.tar(package)?.keys().cloned().collect())
    }

    /// The packages as rows of a table: name with version, and licence.
    pub fn licences(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.packages.values().map(|package| (package.name.as_str(), package.version.as_str(), package.licence.as_str()))
    }

    fn package(&self, name: &str) -> Result<&Package> {
        self.packages.get(name).ok_or_else(|| format!("xtask/sources.txt names no package {name}").into())
    }

    fn is_zip(&self, name: &str) -> Result<bool> {
        let file = &self.package(name)?.file;
        Ok(file.ends_with(".whl") || file.ends_with(".zip"))
    }

    /// The checked archive, fetched where it is not there yet.
    fn archive(&self, name: &str) -> Result<Rc<[u8]>> {
        if let Some(bytes) = self.archives.borrow().get(name) {
            return Ok(bytes.clone());
        }
        let package = self.package(name)?;
        let path = self.downloads.join(&package.file);
        if !path.exists() {
            fs::create_dir_all(&self.downloads)?;
            fetch(package, &self.downloads)?;
        }
        let bytes: Rc<[u8]> = fs::read(&path).map_err(|error| format!("xtask/downloads/{}: {error}", package.file))?.into();
        check(package, &bytes)?;
        self.archives.borrow_mut().insert(name.to_owned(), bytes.clone());
        Ok(bytes)
    }

    /// All files of a gzipped tar: it can be read only from its start, so it is read once.
    fn tar(&self, name: &str) -> Result<Rc<Files>> {
        if let Some(files) = self.tars.borrow().get(name) {
            return Ok(files.clone());
        }
        let files = Rc::new(unpacked(&self.archive(name)?)?);
        self.tars.borrow_mut().insert(name.to_owned(), files.clone());
        Ok(files)
    }
}

/// The lines of `sources.txt`: six fields, set apart by two spaces or more.
fn parse(text: &str) -> Result<Vec<Package>> {
    let mut packages: Vec<Package> = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = line.split("  ").map(str::trim).filter(|field| !field.is_empty()).collect();
        let [registry @ ("npm" | "pypi"), name, version, file, sha256, licence] = fields[..] else {
            return Err(format!("xtask/sources.txt:{}: expected npm or pypi, name, version, file, SHA-256 and licence, two spaces between", index + 1).into());
        };
        if packages.iter().any(|package| package.name == name) {
            return Err(format!("xtask/sources.txt:{}: {name} stands twice", index + 1).into());
        }
        let [registry, name, version, file, sha256, licence] = [registry, name, version, file, sha256, licence].map(str::to_owned);
        packages.push(Package { registry, name, version, file, sha256, licence });
    }
    Ok(packages)
}

fn check(package: &Package, bytes: &[u8]) -> Result<()> {
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if digest != package.sha256 {
        return Err(format!("xtask/downloads/{}: SHA-256 is {digest}, xtask/sources.txt expects {}", package.file, package.sha256).into());
    }
    Ok(())
}

/// Fetches a package with its own client. pip gets the hash too, and checks it before it looks into the archive.
fn fetch(package: &Package, folder: &Path) -> Result<()> {
    let Package { name, version, sha256, .. } = package;
    if package.registry == "npm" {
        return run(Command::new("npm").args(["pack", "--silent", &format!("{name}@{version}")]), folder);
    }
    let wanted = folder.join(format!("{name}-{version}.requirements"));
    fs::write(&wanted, format!("{name}=={version} --hash=sha256:{sha256}\n"))?;
    let form = if package.file.ends_with(".whl") { "--only-binary" } else { "--no-binary" };
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", form, ":all:", "-r"]).arg(&wanted);
    let outcome = run(&mut pip, folder);
    fs::remove_file(&wanted)?;
    outcome
}

fn run(command: &mut Command, folder: &Path) -> Result<()> {
    let status = command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).status();
    let program = command.get_program().to_string_lossy().into_owned();
    match status.map_err(|error| format!("{program} cannot be run: {error}"))?.success() {
        true => Ok(()),
        false => Err(format!("`{program} {}` failed", command.get_args().map(|a| a.to_string_lossy()).collect::<Vec<_>>().join(" ")).into()),
    }
}

/// The files of a gzipped tar by their paths below its top folder.
fn unpacked(archive: &[u8]) -> Result<Files> {
    let mut files = BTreeMap::new();
    let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(archive));
    for entry in tar.entries()? {
        let mut entry = entry?;
        let path = entry.path()?.to_string_lossy().into_owned();
        let (_, path) = path.split_once('/').unwrap_or(("", &path));
        if entry.header().entry_type().is_file() {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            files.insert(path.to_owned(), bytes);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "# remark\n\nnpm   brill  3.1.0   brill-3.1.0.tgz  00ff  MIT, data CC-BY-4.0\n";

    #[test]
    fn reads_pinned_packages() {
        let packages = parse(LINE).unwrap();
        assert_eq!((packages[0].name.as_str(), packages[0].sha256.as_str()), ("brill", "00ff"));
        assert_eq!(packages[0].licence, "MIT, data CC-BY-4.0");
    }

    #[test]
    fn complains_of_lines_it_cannot_read() {
        assert!(parse("npm  brill  3.1.0\n").unwrap_err().to_string().starts_with("xtask/sources.txt:1: expected"));
        assert!(parse(&LINE.repeat(2)).unwrap_err().to_string().contains("stands twice"));
    }

    #[test]
    fn a_changed_archive_is_an_error() {
        let packages = parse(LINE).unwrap();
        assert!(check(&packages[0], b"other").unwrap_err().to_string().contains("xtask/sources.txt expects 00ff"));
    }
}
