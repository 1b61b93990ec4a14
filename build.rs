//! Reads the lists of `gazetteers` with the library's own modules and stores the result as an image that the library embeds, so that a
//! program starts without parsing them. A line that cannot be read fails the build with its file and number.

#![forbid(unsafe_code)]
#![allow(dead_code, unused_imports)]

#[path = "src/date.rs"]
mod date;
#[path = "src/embedded.rs"]
mod embedded;
#[path = "src/error.rs"]
mod error;
#[path = "src/gazetteer/mod.rs"]
mod gazetteer;
#[path = "src/records.rs"]
mod records;
#[path = "src/span.rs"]
mod span;
#[path = "src/text/mod.rs"]
mod text;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let here = if cfg!(target_endian = "big") { "big" } else { "little" };
    if std::env::var("CARGO_CFG_TARGET_ENDIAN")? != here {
        println!("cargo::error=the image of the lists is made in the byte order of the machine that builds; build on one that is, like the target, not {here}-endian");
        return Ok(());
    }
    for path in ["build.rs", "gazetteers", "src/date.rs", "src/embedded.rs", "src/error.rs", "src/gazetteer", "src/records.rs", "src/span.rs", "src/text"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let gazetteer = match gazetteer::Gazetteer::read(embedded::FILES) {
        Ok(gazetteer) => gazetteer,
        Err(error) => {
            println!("cargo::error=gazetteers/{error}");
            return Err(error.into());
        }
    };
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("gazetteer.image"), gazetteer.to_image()?)?;
    Ok(())
}
