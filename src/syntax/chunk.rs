//! Chunks: noun groups with their modifiers, verb groups with tense, voice and negation, and the words between them.

use super::open_class::is_bare_infinitive;
use super::tag::is_adverbial;
use super::Unit;
use crate::gazetteer::{flag, word, Tag, WordId};
use crate::mention::View;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChunkKind {
    Noun,
    Verb,
    Preposition,
    Conjunction,
    /// "that" before a clause.
    That,
    Relative,
    Subordinator,
    Adjective,
    /// Adverbs and phrases of time.
    Adverb,
    Comma,
    /// Colon, semicolon.
    Break,
    Dash,
    Open,
    Close,
    Stop,
    Other,
}

/// Which form a verb group has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Finite,
    Infinitive,
    Gerund,
    /// A bare participle: a reduced passive.
    Participle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    pub form: Form,
    pub passive: bool,
    pub negated: bool,
    /// "will", "shall", "is to".
    pub future: bool,
    /// Any other modal.
    pub modal: bool,
    /// A verb of saying or thinking, which takes a clause.
    pub reports: bool,
    /// A verb of which only somebody can be the subject: of saying, or one that says what it does.
    pub spoken: bool,
    /// A verb of meeting, talking or joining.
    pub meets: bool,
    /// "would": behind a verb of saying in the past the future of then.
    pub would: bool,
    /// The past tense, or a form that can be one.
    pub past: bool,
    /// The base form of the main verb.
    pub base: WordId,
}

impl Verb {
    const NONE: Verb = Verb {
        form: Form::Finite,
        passive: false,
        negated: false,
        future: false,
        modal: false,
        would: false,
        reports: false,
        spoken: false,
        meets: false,
        past: false,
        base: WordId::NONE,
    };

    /// Takes over what the auxiliary of another verb leaves open or foretells.
    fn share(&mut self, auxiliary: Verb) {
        self.modal |= auxiliary.modal;
        self.future |= auxiliary.future;
        self.would |= auxiliary.would;
    }
}

/// A run of units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub kind: ChunkKind,
    /// Of a verb group.
    pub verb: Verb,
    /// First unit, and the unit after the last.
    pub first: u32,
    pub end: u32,
    /// The head: the last noun of a noun group, the main verb of a verb group.
    pub head: u32,
}

impl Chunk {
    pub fn is_verb(&self) -> bool {
        self.kind == ChunkKind::Verb
    }

    pub fn verb(&self) -> Option<Verb> {
        self.is_verb().then_some(self.verb)
    }
}

/// Cuts units into chunks.
pub(super) fn collect(view: &View<'_>, units: &[Unit], out: &mut Vec<Chunk>) {
    let mut i = 0;
    while i < units.len() {
        let tag = units[i].tag;
        let grouped = (begins_verb_group(tag) && verb_group(view, units, i, out)) || (begins_noun_group(tag) && noun_group(units, i, out));
        if !grouped {
            out.push(Chunk { kind: single(tag), verb: Verb::NONE, first: i as u32, end: i as u32 + 1, head: i as u32 });
        }
        i = out[out.len() - 1].end as usize;
        time_phrase(units, out);
    }
    for k in 0..out.len() {
        if out[k].is_verb() {
            split_group(units, out, k);
        }
    }
    for k in 1..out.len() {
        if out[k].is_verb() {
            share_auxiliary(view, units, out, k);
            wish(units, out, k);
        }
    }
}

/// "should meet and call X", "has not met or called X": what the first verb's auxiliary denies or leaves open, it does of the second, which has none of its own.
fn share_auxiliary(view: &View<'_>, units: &[Unit], chunks: &mut [Chunk], k: usize) {
    let Some(mut verb) = chunks[k].verb() else { return };
    if chunks[k - 1].kind != ChunkKind::Conjunction || chunks[k].first != chunks[k].head {
        return;
    }
    // "should resign and let": what may be, may be of both
    if units[chunks[k].head as usize].tag == Tag::Verb && verb.form == Form::Finite {
        if let Some(before) = chunks[..k - 1].iter().rev().take(6).find_map(Chunk::verb).filter(|before| before.form == Form::Finite) {
            verb.share(before);
            // "cannot turn around and tell X"
            verb.negated |= before.negated && (before.modal || before.future);
            chunks[k].verb = verb;
        }
    }
    // "will be criticised and attacked", "should have met and praised"
    let participle = |unit: &Unit| matches!(unit.tag, Tag::Participle | Tag::Past);
    if participle(&units[chunks[k].head as usize]) && k > 1 {
        let before = &chunks[k - 2];
        let helped = before.verb().filter(|_| before.first != before.head && participle(&units[before.head as usize]));
        if let Some(before) = helped.filter(|before| before.form == Form::Finite) {
            verb.share(before);
            chunks[k].verb = verb;
        }
    }
    let link = &units[chunks[k - 1].first as usize];
    let or = matches!(view.document.tokens[link.first as usize].text(view.text), "or" | "nor");
    let before = chunks[..k - 1].iter().rev().take(4).find_map(Chunk::verb);
    if or && before.is_some_and(|before| before.negated) {
        verb.negated = true;
        chunks[k].verb = verb;
    }
}

/// "insisted that X leave": a bare verb behind one who acts says what is wished.
fn wish(units: &[Unit], chunks: &mut [Chunk], k: usize) {
    let Some(mut verb) = chunks[k].verb() else { return };
    let head = chunks[k].head as usize;
    if k < 2 || units[head].tag != Tag::Verb || chunks[k].first as usize != head || verb.form != Form::Finite {
        return;
    }
    let one = matches!(units[chunks[k - 1].head as usize].tag, Tag::Noun | Tag::Name);
    if one && chunks[k - 1].kind == ChunkKind::Noun && chunks[k - 2].kind == ChunkKind::That {
        verb.modal = true;
        chunks[k].verb = verb;
    }
}

/// "on Wednesday", "for months": a preposition before a time, which was read last, is part of an adverbial.
fn time_phrase(units: &[Unit], chunks: &mut [Chunk]) {
    let [.., before, last] = chunks else { return };
    // "held since March"
    let leads = matches!(before.kind, ChunkKind::Preposition | ChunkKind::Subordinator);
    if leads && last.kind == ChunkKind::Adverb && units[last.head as usize].flags & (flag::TIME | flag::DATE) != 0 {
        before.kind = ChunkKind::Adverb;
    }
}

/// "has in effect sanctioned", "did Merkel praise": an auxiliary apart from its main verb lends it tense, voice and polarity.
fn split_group(units: &[Unit], chunks: &mut [Chunk], k: usize) {
    let Some(auxiliary) = chunks[k].verb() else { return };
    let tag = units[chunks[k].head as usize].tag;
    if !matches!(tag, Tag::Be | Tag::Have | Tag::Do | Tag::Modal) {
        return;
    }
    let between = |c: &Chunk| matches!(c.kind, ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Subordinator);
    let Some(m) = (k + 1..chunks.len().min(k + 5)).find(|&m| !between(&chunks[m])) else { return };
    let Some(mut main) = chunks[m].verb() else { return };
    let head = units[chunks[m].head as usize].tag;
    let adverbial =
        (k + 1..m).all(|b| chunks[b].kind == ChunkKind::Adverb) || chunks[k + 1].kind == ChunkKind::Preposition || matches!(chunks[k + 1].kind, ChunkKind::Subordinator);
    // "Never has X met Y"
    let opens = chunks[..k].iter().all(|c| matches!(c.kind, ChunkKind::Adverb | ChunkKind::Subordinator)) && chunks[k + 1].kind == ChunkKind::Noun;
    // "has in the past been criticised"
    let been = units[chunks[m].first as usize].word == word::BEEN;
    let fits = match tag {
        Tag::Do | Tag::Modal => head == Tag::Verb && main.form == Form::Finite,
        Tag::Have if opens => m == k + 2 && matches!(head, Tag::Participle | Tag::Past),
        Tag::Have => matches!(head, Tag::Participle | Tag::Past) && adverbial && (chunks[m].first == chunks[m].head || been),
        _ => head == Tag::Participle && adverbial && chunks[m].first == chunks[m].head && m > k + 1,
    };
    if !fits || m == k + 1 {
        return;
    }
    main.form = Form::Finite;
    main.passive = tag == Tag::Be || been && main.passive;
    // "Never before had X met Y"
    let never = opens && chunks[..k].iter().any(|c| units[c.head as usize].tag == Tag::Not);
    main.negated |= auxiliary.negated || never;
    // "Did X ever condemn Y" asks; "nor did X condemn Y" does not
    let not_only = units[chunks[k].first as usize].tag == Tag::Not;
    let asks = tag == Tag::Do && !not_only && (k == 0 || !matches!(units[chunks[k - 1].head as usize].tag, Tag::Conjunction | Tag::Not | Tag::Adverb | Tag::Comma));
    main.share(auxiliary);
    main.modal |= asks && !main.negated;
    chunks[m].verb = main;
    chunks[k].kind = ChunkKind::Adverb;
}

/// With what [`verb_group`] can begin.
fn begins_verb_group(tag: Tag) -> bool {
    matches!(tag, Tag::To | Tag::Not | Tag::Modal | Tag::Do | Tag::Have | Tag::Be | Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle | Tag::Gerund)
}

/// With what [`noun_group`] can begin.
fn begins_noun_group(tag: Tag) -> bool {
    let nominal = matches!(tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Number | Tag::Pronoun);
    nominal || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Participle | Tag::Gerund | Tag::Adverb)
}

/// What a unit is that belongs to no group.
fn single(tag: Tag) -> ChunkKind {
    match tag {
        Tag::Preposition | Tag::To => ChunkKind::Preposition,
        Tag::Conjunction => ChunkKind::Conjunction,
        Tag::That => ChunkKind::That,
        Tag::Relative => ChunkKind::Relative,
        Tag::Subordinator => ChunkKind::Subordinator,
        Tag::Adjective => ChunkKind::Adjective,
        Tag::Adverb | Tag::Not => ChunkKind::Adverb,
        Tag::Comma => ChunkKind::Comma,
        Tag::Colon => ChunkKind::Break,
        Tag::Dash => ChunkKind::Dash,
        Tag::Open => ChunkKind::Open,
        Tag::Close => ChunkKind::Close,
        Tag::Stop => ChunkKind::Stop,
        _ => ChunkKind::Other,
    }
}

/// Auxiliaries, negation, adverbs and the main verb. Says whether there was a group.
fn verb_group(view: &View<'_>, units: &[Unit], start: usize, out: &mut Vec<Chunk>) -> bool {
    let mut verb = Verb::NONE;
    let mut form = None;
    let (mut be, mut have) = (None, None);
    let mut main = None;
    // "persuaded X not to meet Y"
    verb.negated = units[start].tag == Tag::Not && units.get(start + 1).is_some_and(|next| next.tag == Tag::To);
    // "allegedly bombed", "probably bombed"
    verb.modal = start.checked_sub(1).is_some_and(|k| units[k].tag == Tag::Adverb && units[k].flags & flag::HEDGE != 0);
    let from = start + usize::from(verb.negated);
    let mut i = from;
    while let Some(unit) = units.get(i) {
        match unit.tag {
            Tag::To if i == from => form = Some(Form::Infinitive),
            // "has to meet", "is to meet"
            Tag::To if (be == Some(i - 1) || have == Some(i - 1)) && main.is_none() => {
                verb.future |= be.is_some();
                // "had to stop X": he did
                verb.modal |= be.is_none() && !verb.past;
                (be, have) = (None, None);
            }
            // "not only denied X", "not surprisingly denied X": nothing is denied
            Tag::Not if i > start || next_verb(units, i) => {
                let only = |next: &Unit| matches!(next.word, word::ONLY | word::JUST | word::MERELY | word::SIMPLY);
                let comment =
                    |next: &Unit| matches!(view.document.tokens[next.first as usize].text(view.text), "coincidentally" | "infrequently" | "surprisingly" | "unexpectedly");
                verb.negated |= !units.get(i + 1).is_some_and(|next| only(next) || comment(next));
            }
            Tag::Adverb if i > start && next_verb(units, i) => verb.modal |= unit.flags & flag::HEDGE != 0,
            // "have privately and publicly praised"
            Tag::Conjunction if i > start && is_adverbial(units, i) && next_verb(units, i) => {}
            // "she'd been arrested": had
            Tag::Modal if unit.word == word::D && is_had(units, i) => {
                form.get_or_insert(Form::Finite);
                verb.past = true;
                have = Some(i);
            }
            Tag::Modal => {
                form.get_or_insert(Form::Finite);
                let future = matches!(unit.word, word::WILL | word::WO | word::LL | word::SHALL | word::CA | word::CANNOT);
                verb.negated |= unit.word == word::CANNOT;
                verb.future |= future;
                verb.modal |= !future;
                verb.would |= matches!(unit.word, word::WOULD | word::D);
            }
            Tag::Do => {
                form.get_or_insert(if unit.word == word::DOING { Form::Gerund } else { Form::Finite });
                verb.past |= unit.word == word::DID;
                have = Some(i);
            }
            Tag::Have => {
                form.get_or_insert(match unit.word {
                    word::HAVING => Form::Gerund,
                    _ => Form::Finite,
                });
                verb.past |= unit.word == word::HAD;
                have = Some(i);
            }
            Tag::Be => {
                form.get_or_insert(match unit.word {
                    word::BEING => Form::Gerund,
                    word::BEEN => Form::Participle,
                    _ => Form::Finite,
                });
                verb.past |= matches!(unit.word, word::WAS | word::WERE);
                be = Some(i);
            }
            Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle | Tag::Gerund => {
                if i > start && units[i - 1].tag == Tag::Gerund {
                    break;
                }
                main = Some(i);
                break;
            }
            _ => break,
        }
        i += 1;
    }
    // trailing adverbs are no part of the group
    let modal = (i > start && units[start].tag == Tag::Modal).then_some(start);
    let Some(head) = main.or(be).or(have).or(modal) else { return false };
    let unit = &units[head];
    let bare = head == start || !units[start..head].iter().any(|u| matches!(u.tag, Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::To));
    verb.form = match (form, unit.tag) {
        (Some(form), _) => form,
        (None, Tag::Gerund) => Form::Gerund,
        (None, Tag::Participle) => Form::Participle,
        _ => Form::Finite,
    };
    if bare && unit.tag == Tag::Verb && verb.form == Form::Finite && is_bare_infinitive(view, units, head) {
        verb.form = Form::Infinitive;
    }
    verb.past |= bare && unit.tag == Tag::Past;
    verb.passive = main.is_some() && ((be.is_some() && matches!(unit.tag, Tag::Participle | Tag::Past)) || (bare && unit.tag == Tag::Participle));
    // "it's repeatedly warned X": has
    let has = verb.passive
        && units[start].tag == Tag::Be
        && units[start].word == WordId::NONE
        && units.get(head + 1).is_some_and(|next| next.mention != 0 || matches!(next.tag, Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Plural));
    verb.passive &= !has;
    let word = view.gazetteer.words.get(unit.word);
    // "found" as a base form is itself, as a past form it is "find"; "recognise" is "recognize"
    let itself = unit.tag == Tag::Verb && word.has(flag::BASE);
    verb.base = if itself || !word.verb.known() { unit.word } else { word.verb };
    let base = view.gazetteer.words.get(verb.base);
    verb.reports = base.has(flag::REPORTS);
    verb.spoken = base.has(flag::REPORTS | flag::PERFORMATIVE);
    verb.meets = base.has(flag::MEETS);
    // a participle or -ing form before its noun is a modifier: "the proposed deal"
    if bare && form.is_none() && matches!(unit.tag, Tag::Participle) && start > 0 && modifies(units, start, head) {
        return false;
    }
    out.push(Chunk { kind: ChunkKind::Verb, verb, first: start as u32, end: head as u32 + 1, head: head as u32 });
    true
}

/// Whether the "'d" at `i` is "had": "he'd met", "she'd been met", unlike "he'd meet".
fn is_had(units: &[Unit], i: usize) -> bool {
    let verb = (i + 1..units.len()).find(|&k| !is_adverbial(units, k)).map(|k| &units[k]);
    verb.is_some_and(|verb| verb.word == word::BEEN || matches!(verb.tag, Tag::Past | Tag::Participle))
}

/// Whether only adverbs and negation stand between `i` and a verb.
fn next_verb(units: &[Unit], i: usize) -> bool {
    (i + 1..units.len())
        .find(|&k| !is_adverbial(units, k))
        .map(|k| &units[k])
        .is_some_and(|u| matches!(u.tag, Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle | Tag::Gerund | Tag::Be | Tag::Have | Tag::Do | Tag::Modal))
}

/// Whether a phrase of time begins at `i`, behind a noun: a weekday, "last month", a number behind a name.
fn begins_time(units: &[Unit], i: usize) -> bool {
    let dated = |u: &Unit| u.flags & (flag::DATE | flag::TIME) != 0;
    let (unit, before) = (&units[i], &units[i - 1]);
    match unit.tag {
        Tag::Noun | Tag::Plural => unit.flags & flag::DATE != 0 && !dated(before),
        Tag::Adjective => units.get(i + 1).is_some_and(|n| n.mention == 0 && dated(n)) && !dated(before) && before.tag != Tag::Genitive,
        // "gave the government 15 tanks"
        Tag::Number if matches!(before.tag, Tag::Noun | Tag::Plural) && before.flags & flag::AGENT != 0 => {
            units.get(i + 1).is_some_and(|n| n.mention == 0 && matches!(n.tag, Tag::Noun | Tag::Plural))
        }
        Tag::Number => before.mention != 0,
        _ => false,
    }
}

/// "told reporters America will": whether a verb follows the name at `i`, and a verb of the past stands before the noun in front of it.
fn begins_content(units: &[Unit], i: usize) -> bool {
    let told = i > 1 && !units[i - 1].capital && matches!(units[i - 2].tag, Tag::Past | Tag::Participle);
    told && goes_on_finite(units, i)
}

/// Whether what can be a finite verb stands right behind the unit at `i`.
fn goes_on_finite(units: &[Unit], i: usize) -> bool {
    units.get(i + 1).is_some_and(|next| matches!(next.tag, Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Past | Tag::VerbS))
}

/// Whether a form of "tell" stands right before the unit at `i`.
fn is_told(units: &[Unit], i: usize) -> bool {
    i.checked_sub(1).is_some_and(|k| matches!(units[k].word, word::TELL | word::TELLS | word::TOLD))
}

/// "a group Iran funds": whether a relative clause without a pronoun begins with the name at `i`, behind "a" and a common noun.
fn begins_relative(units: &[Unit], i: usize) -> bool {
    let before = &units[i - 1];
    let common = before.mention == 0 && before.tag == Tag::Noun && !before.capital && before.flags & (flag::TITLE_END | flag::HONORIFIC) == 0;
    common && units.get(i + 1).is_some_and(|next| matches!(next.tag, Tag::VerbS | Tag::Past | Tag::Participle | Tag::Have))
}

/// Whether a verb that tells what somebody does stands right before the noun group that begins at `start`.
fn is_object(units: &[Unit], start: usize) -> bool {
    let verb = start.checked_sub(1).map(|k| &units[k]);
    verb.is_some_and(|verb| verb.mention == 0 && matches!(verb.tag, Tag::Past | Tag::VerbS | Tag::Verb) && verb.flags & flag::REPORTS == 0)
}

/// Whether a relative clause without a pronoun that begins with the name at `i` ends right behind its verb: "the group Iran supports."
fn ends_relative(units: &[Unit], i: usize) -> bool {
    let ends = units.get(i + 2).is_none_or(|next| matches!(next.tag, Tag::Stop | Tag::Comma | Tag::Preposition));
    begins_relative(units, i) && ends
}

/// A common noun that can stand before no name.
fn is_plain(unit: &Unit) -> bool {
    // an office acts, but is no title: "in office Liz Cheney said"
    let acts = unit.flags & (flag::AGENT | flag::RELATION | flag::TITLE | flag::HONORIFIC) != 0 && unit.word != word::OFFICE;
    unit.mention == 0 && matches!(unit.tag, Tag::Noun | Tag::Plural) && !unit.capital && !acts
}

/// Whether the conjunction at `i` joins two modifiers of the noun that comes: "military and financial aid", "air and ground assaults".
fn joins_modifiers(units: &[Unit], start: usize, i: usize) -> bool {
    let [right, head, ..] = &units[i + 1..] else { return false };
    let left = &units[i - 1];
    let noun = |unit: &Unit| unit.tag == Tag::Noun && is_plain(unit);
    let named = head.mention == 0 && matches!(head.tag, Tag::Noun | Tag::Plural) && right.mention == 0;
    let adjective = left.mention == 0 && left.tag == Tag::Adjective && (right.tag == Tag::Adjective || (right.tag == Tag::Noun && !right.capital));
    // "an accord and peace talks" are two, "tents, rice and body bags" are three
    let listed = || start > 1 && units[start - 1].tag == Tag::Comma && matches!(units[start - 2].tag, Tag::Noun | Tag::Plural);
    named && (adjective || (noun(left) && noun(right) && i == start + 1 && !listed()))
}

/// A participle between a determiner (or the like) and a noun.
fn modifies(units: &[Unit], start: usize, head: usize) -> bool {
    // "carried out apparently coordinated attacks"
    let start = (1..=start).rev().find(|&k| units[k - 1].tag != Tag::Adverb).unwrap_or(start);
    let opens = matches!(
        units[start - 1].tag,
        Tag::Past | Tag::Participle | Tag::Verb | Tag::VerbS | Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Preposition | Tag::Number
    );
    let Some(next) = units.get(head + 1) else { return false };
    // "the army and allied fighters"
    let conjoined = units[start - 1].tag == Tag::Conjunction && next.mention == 0 && next.tag == Tag::Plural;
    conjoined || (opens && (next.mention != 0 || matches!(next.tag, Tag::Noun | Tag::Plural | Tag::Adjective | Tag::Name)))
}

/// Whether no noun has come yet that the group can end with: "a serious", "X's serious".
fn lacks_head(units: &[Unit], head: Option<usize>) -> bool {
    head.is_none_or(|head| units.get(head + 1).is_some_and(|next| next.tag == Tag::Genitive))
}

/// Whether an adjective stands at `i`, an "and" or an adverb before it aside; behind "and" a participle before its noun will do.
fn describes(units: &[Unit], i: usize) -> bool {
    let joined = units.get(i).is_some_and(|unit| matches!(unit.tag, Tag::Conjunction));
    let at = i + usize::from(joined);
    let at = at + usize::from(units.get(at).is_some_and(|unit| unit.tag == Tag::Adverb));
    // "strong and growing ties"
    let noun = || units.get(at + 1).is_some_and(|noun| noun.mention == 0 && matches!(noun.tag, Tag::Noun | Tag::Plural));
    let participle = |unit: &Unit| joined && matches!(unit.tag, Tag::Gerund | Tag::Participle) && noun();
    // "a terse, snarky reply": a word that no list has
    let unknown = |unit: &Unit| unit.mention == 0 && !unit.word.known() && unit.tag == Tag::Noun && !unit.capital && noun();
    units.get(at).is_some_and(|unit| unit.tag == Tag::Adjective || (unit.mention == 0 && unit.end > unit.first + 1) || participle(unit) || unknown(unit))
}

/// Behind which a modifier can still come.
fn is_open(tag: Tag) -> bool {
    matches!(tag, Tag::Determiner | Tag::Genitive | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Participle | Tag::Adverb | Tag::Comma)
}

/// "a roughly $5 billion deal": whether a sign of money and its number stand at `i`.
fn is_sign(units: &[Unit], i: usize) -> bool {
    units.get(i).is_some_and(|sign| sign.tag == Tag::Determiner) && units.get(i + 1).is_some_and(|sum| sum.tag == Tag::Number)
}

/// What a number and "other" can count.
fn counted(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective)
}

/// A determiner that can be a noun group by itself.
fn stands_alone(unit: &Unit) -> bool {
    // "have all been", "such as"
    let never = matches!(unit.word, word::A | word::ALL | word::AN | word::BOTH | word::EACH | word::NO | word::OTHER | word::SUCH | word::THE);
    unit.tag == Tag::Determiner && unit.word.known() && !never
}

fn is_main_verb(tag: Tag) -> bool {
    matches!(tag, Tag::Past | Tag::Verb | Tag::VerbS | Tag::Participle)
}

/// Determiners, adjectives, nouns and names up to the last noun; possessives continue it. Says whether there was a group.
fn noun_group(units: &[Unit], start: usize, out: &mut Vec<Chunk>) -> bool {
    // "some of its troops"
    let partitive = units[start].tag == Tag::Determiner && units.get(start + 1).is_some_and(|u| u.tag == Tag::Preposition && u.flags & flag::OF != 0);
    if units[start].tag == Tag::Pronoun || partitive {
        out.push(Chunk { kind: ChunkKind::Noun, verb: Verb::NONE, first: start as u32, end: start as u32 + 1, head: start as u32 });
        return true;
    }
    // "it's possible Ann Lee will"
    let doubted = units[start].tag == Tag::Adjective && units[start].flags & flag::DOUBT != 0;
    let said = || start > 0 && units[start - 1].tag == Tag::Be && units.get(start + 1).is_some_and(|next| next.mention != 0);
    if doubted && said() && goes_on_finite(units, start + 1) {
        return false;
    }
    let mut head = None;
    let mut i = start;
    let mut before = &units[start];
    while let Some(unit) = units.get(i) {
        let behind_head = head == Some(i.wrapping_sub(1));
        let next = || units.get(i + 1);
        match unit.tag {
            // "strikes Friday", "Venezuela last month", "the Taliban eleven times": a time is no part of what stands before it
            _ if behind_head && begins_time(units, i) => break,
            // "On Monday Kenya sanctioned X"
            _ if behind_head && unit.mention != 0 && before.flags & flag::DATE != 0 && before.mention == 0 => break,
            // "in office Liz Cheney said": a common noun that is no title does not go with a name
            // but "opposition figure Ann Lee"
            Tag::Name if behind_head && unit.mention != 0 && is_plain(before) && !(unit.person && before.word == word::FIGURE) => break,
            // "told reporters America will"
            Tag::Name if behind_head && unit.mention != 0 && !unit.person && before.tag == Tag::Plural && before.mention == 0 && begins_content(units, i) => break,
            // "told CNN Trump will", "told CNN Greece will"
            Tag::Name if behind_head && unit.mention != 0 && before.mention != 0 && !before.person && is_told(units, start) && goes_on_finite(units, i) => break,
            // "a group Iran funds"
            Tag::Name if behind_head && unit.mention != 0 && matches!(units[start].word, word::A | word::AN) && begins_relative(units, i) => break,
            // "attacked the group Iran supports."
            Tag::Name if behind_head && unit.mention != 0 && units[start].word == word::THE && i == start + 2 && is_object(units, start) && ends_relative(units, i) => break,
            // "hacked to death 19 farmers"
            Tag::Number
                if behind_head
                    && i == start + 1
                    && before.mention == 0
                    && before.tag == Tag::Noun
                    && !before.capital
                    && next().is_some_and(|n| n.mention == 0 && n.tag == Tag::Plural)
                    && start > 0
                    && units[start - 1].word == word::TO =>
            {
                break
            }
            // "took X hostage"
            Tag::Noun if behind_head && before.mention != 0 && matches!(unit.word, word::CAPTIVE | word::HOSTAGE | word::PRISONER) => break,
            Tag::Noun | Tag::Plural | Tag::Name | Tag::Number => head = Some(i),
            // "a serious, immediate apology", "X's serious, immediate and increasingly bitter reply"
            Tag::Comma | Tag::Conjunction
                if i > start
                    && matches!(before.tag, Tag::Adjective | Tag::Comma)
                    && lacks_head(units, head)
                    && describes(units, i + usize::from(unit.tag == Tag::Comma))
                    && next().is_some_and(|n| n.quoted == before.quoted) => {}
            Tag::Conjunction if i > start && joins_modifiers(units, start, i) => {}
            Tag::Genitive | Tag::Hyphen if behind_head => {}
            Tag::Determiner | Tag::Possessive if i == start || before.tag == Tag::Determiner => {}
            // "an additional $2 million", "its $2 million plan"
            Tag::Determiner if matches!(before.tag, Tag::Adjective | Tag::Adverb | Tag::Possessive) && next().is_some_and(|n| n.tag == Tag::Number) => {}
            // "two other envoys", "two more envoys"
            Tag::Determiner if behind_head && before.tag == Tag::Number && matches!(unit.word, word::OTHER | word::MORE) && next().is_some_and(|n| counted(n.tag)) => {}
            // "the Kremlin's most vocal critics", "its most vocal critics"
            Tag::Determiner if before.tag == Tag::Genitive || before.tag == Tag::Possessive && !matches!(unit.word, word::A | word::AN | word::THE) => {}
            Tag::Adjective => {}
            // "spent $10 million attacking X"
            Tag::Gerund if before.tag == Tag::Number && next().is_some_and(|n| matches!(n.tag, Tag::Determiner | Tag::Name | Tag::Possessive)) => break,
            Tag::Participle | Tag::Gerund if i == start || is_open(before.tag) || (before.tag == Tag::Conjunction && lacks_head(units, head)) => {}
            // "about 30 workers"
            Tag::Adverb if i == start && matches!(unit.word, word::ABOUT | word::AROUND | word::OVER) => {}
            Tag::Adverb
                if i > start
                    && (is_open(before.tag) || (before.tag == Tag::Conjunction && lacks_head(units, head)))
                    && next().is_some_and(|n| matches!(n.tag, Tag::Adjective | Tag::Participle | Tag::Number) || before.tag == Tag::Determiner && is_sign(units, i + 1)) => {}
            _ => break,
        }
        before = unit;
        i += 1;
    }
    // "the vulnerable", "its own": what an article makes a noun
    let named = || matches!(units[start].word, word::A | word::AN | word::THE) || units[start].tag == Tag::Possessive;
    let adjective = || i.checked_sub(1).filter(|&last| last > start && matches!(units[last].tag, Tag::Adjective | Tag::Participle) && units[last].mention == 0 && named());
    // "This was", "those who", "some of": a determiner by itself
    let alone = || Some(start).filter(|_| i == start + 1 && stands_alone(&units[start]));
    let Some(head) = head.or_else(adjective).or_else(alone) else { return false };
    let group = &units[start..=head];
    let dated = || units[head].tag == Tag::Number && group.iter().any(|u| u.flags & flag::DATE != 0);
    let time = (units[head].flags & (flag::TIME | flag::DATE) != 0 || dated()) && !group.iter().any(|u| u.tag == Tag::Genitive || u.mention != 0);
    // "set a date for attacking X"
    let set = units[start].tag == Tag::Determiner && head == start + 1 && units.get(head + 1).is_some_and(|next| next.word == word::FOR);
    let set = set && start > 0 && is_main_verb(units[start - 1].tag);
    // "held two days of talks", "flew there for two days of talks"
    let led = start > 0 && (is_main_verb(units[start - 1].tag) || units[start - 1].word == word::FOR);
    let one = units[head].tag == Tag::Noun && matches!(units[start].word, word::A | word::AN | word::ONE);
    let spent = time && (units[head].tag == Tag::Plural || one) && led && units.get(head + 1).is_some_and(|next| next.flags & flag::OF != 0);
    let event = units.iter().skip(head + 2).take(3).find(|unit| unit.mention == 0 && unit.tag != Tag::Adjective);
    let spent = spent && event.is_some_and(|event| event.flags & flag::NOUN_FRAME != 0);
    let kind = if time && !set && !spent { ChunkKind::Adverb } else { ChunkKind::Noun };
    // a genitive at the end has lost its noun: it stays outside
    out.push(Chunk { kind, verb: Verb::NONE, first: start as u32, end: head as u32 + 1, head: head as u32 });
    true
}
