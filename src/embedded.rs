//! The one list of data files that travel in the crate.

use crate::gazetteer::{File, List};

macro_rules! files {
    ($($(#[$condition:meta])? $list:ident $name:literal),* $(,)?) => {
        &[$($(#[$condition])? File { list: List::$list, name: $name, text: include_str!(concat!("../gazetteers/", $name)) }),*]
    };
}

/// Every embedded file, with the list that it belongs to.
pub(crate) const FILES: &[File<'static>] = files![
    FunctionWords "function-words.txt",
    WordClasses "words.txt",
    Circumstances "circumstances.txt",
    Irregular "irregular.txt",
    Nouns "nouns.txt",
    Titles "titles.txt",
    Offices "offices.txt",
    NameParts "given-names.txt",
    NameParts "name-parts.txt",
    NameParts "generated/given-names.txt",
    NameParts "generated/family-names.txt",
    Names "countries.txt",
    Names "places.txt",
    Names "organizations/armed.txt",
    Names "organizations/companies.txt",
    Names "organizations/government.txt",
    Names "organizations/international.txt",
    Names "organizations/media.txt",
    Names "organizations/ngos.txt",
    Names "organizations/parties.txt",
    Names "people/africa.txt",
    Names "people/americas.txt",
    Names "people/asia-pacific.txt",
    Names "people/europe-east.txt",
    Names "people/europe-west.txt",
    Names "people/middle-east.txt",
    Names "people/united-states.txt",
    Names "people/world-bodies.txt",
    Names "generated/countries.txt",
    Names "generated/territories.txt",
    Names "generated/subdivisions.txt",
    Names "generated/geography.txt",
    #[cfg(feature = "cities")]
    Names "generated/cities.txt",
    Names "generated/demonyms.txt",
    Names "generated/bodies.txt",
    Names "generated/parties.txt",
    Names "generated/armed-groups.txt",
    Names "generated/companies.txt",
    Names "generated/universities.txt",
    Names "generated/leaders.txt",
    Names "generated/executives.txt",
    Names "generated/historical-people.txt",
    Frames "frames/accuse.txt",
    Frames "frames/agree.txt",
    Frames "frames/aid.txt",
    Frames "frames/assault.txt",
    Frames "frames/coerce.txt",
    Frames "frames/concede.txt",
    Frames "frames/consult.txt",
    Frames "frames/cooperate.txt",
    Frames "frames/mobilize.txt",
    Frames "frames/other.txt",
    Frames "frames/protest.txt",
    Frames "frames/reject.txt",
    Frames "frames/request.txt",
    Frames "frames/retreat.txt",
    Frames "frames/sanction.txt",
    Frames "frames/support.txt",
    Frames "frames/threaten.txt",
    Complements "complements.txt",
];
