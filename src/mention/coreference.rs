//! Pronouns: the most precise sieve of Lee et al. (Computational Linguistics 2013) that needs no parse: number, gender and
//! kind as hard filters, then the nearest; nothing where the evidence is thin.

use super::{EntityRef, Found, MentionKind, Mentions, View};

/// How many sentences back an antecedent may stand.
const REACH: usize = 3;

/// The mention that the pronoun `text` at token `i` stands for, by its number.
pub(crate) fn antecedent(mentions: &Mentions, view: &View<'_>, i: u32, text: &str) -> Option<usize> {
    let wanted = Wanted::of(text)?;
    let sentences = &view.document.sentences;
    let current = sentences.partition_point(|&(first, _)| first <= i) - 1;
    for sentence in (0..=current).rev().take(REACH) {
        let (first, end) = sentences[sentence];
        let end = end.min(i);
        let range = mentions.found.partition_point(|f| f.first < first)..mentions.found.partition_point(|f| f.first < end);
        let fits = |n: &usize| wanted.fits(mentions, view, &mentions.found[*n]);
        // "X's visit to Y, where he …": the nearest; else the first of a sentence, most often its subject
        if sentence == current && after_where(view, i) {
            if let Some(n) = range.clone().rev().find(fits) {
                return Some(n);
            }
        }
        if let Some(n) = range.clone().find(fits) {
            let tie = range.filter(fits).any(|other| mentions.found[other].entity != mentions.found[n].entity);
            return (!tie || wanted == Wanted::Female || wanted == Wanted::Male || sentence == current).then_some(n);
        }
    }
    None
}

fn after_where(view: &View<'_>, i: u32) -> bool {
    i > 0 && view.document.tokens[i as usize - 1].text(view.text) == "where"
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Male,
    Female,
    Thing,
}

impl Wanted {
    fn of(pronoun: &str) -> Option<Wanted> {
        Some(match pronoun {
            "he" | "him" | "his" | "himself" | "He" | "His" => Wanted::Male,
            "she" | "her" | "herself" | "She" | "Her" => Wanted::Female,
            "it" | "its" | "itself" | "It" | "Its" => Wanted::Thing,
            _ => return None,
        })
    }

    fn fits(self, mentions: &Mentions, view: &View<'_>, found: &Found) -> bool {
        if self == Wanted::Thing {
            return matches!(found.kind, MentionKind::Organization | MentionKind::Country);
        }
        let female = match found.entity {
            EntityRef::Listed(id) => view.gazetteer.names.entity(id).female,
            EntityRef::Document(own) => mentions.own[own as usize].female,
        };
        found.kind == MentionKind::Person && female != Some(self == Wanted::Male)
    }
}
