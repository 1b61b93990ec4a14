//! Reads news of a world that no list holds, with names and a verb of its own.
//!
//! ```text
//! cargo run --release --example custom_gazetteer
//! ```

use demarche::{Error, Extractor};

/// Who there is. The format is that of `gazetteers/README.md`.
const NAMES: &str = "
[country]

Tramontania
  id TRA
  adjective Tramontanian
  people Tramontanian
  people Tramontanians
  capital Belcolle

Osterlund
  id OST
  adjective Osterlundic
  people Osterlunder
  people Osterlunders

[organization]

Lake Treaty Council
  type body
  alias LTC [exact]

[person]

Isa Verholm
  gender female
  office Chancellor, Osterlund, 2019-

Bruno Castelmare
  gender male
  office President, Tramontania, 2021-
";

/// What they do, beyond the embedded verbs.
const VERBS: &str = "
serenade
  class SUPPORT
  verb serenade X
  noun serenade for X
";

const NEWS: &str = "Tramontania serenaded Osterlund on Friday. \
    President Bruno Castelmare thanked Isa Verholm for her patience and accused the Lake Treaty Council of deafness. \
    The LTC urged the Tramontanians to rehearse. \
    Verholm did not condemn Castelmare.";

fn main() -> Result<(), Error> {
    let extractor = Extractor::builder().without_embedded_names().gazetteer("names.txt", NAMES).frames("verbs.txt", VERBS).build()?;
    let extraction = extractor.extract(NEWS);
    for relation in extraction.relations() {
        println!("{relation} ({}, from \"{}\")", relation.class().name(), relation.evidence().trigger.of(NEWS));
    }
    Ok(())
}
