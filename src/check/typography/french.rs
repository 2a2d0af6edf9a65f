//! French: the blank before `; : ! ? »` and after `«`, and the apostrophe.
//!
//! *Lexique des règles typographiques en usage à l’Imprimerie nationale*: no line may end before these signs. The norm sets a narrow
//! no-break space before `; ! ?` and a full one before `:` and inside « »; most press offices type one of the two everywhere, so both are
//! accepted unless the strict rule is switched on.

use std::ops::Range;

use super::passage::{NBSP, NNBSP, Passage, Place, ends_word, is_breaking};
use crate::check::prose::GAP;
use crate::language::Language;

/// Names that end with a sign of their own.
const NAMES: &[&str] = &["Yahoo", "Joomla", "Jeopardy", "Oops", "Wham"];

/// A sign that French sets off with a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// `; ! ?`
    High,
    /// `:`
    Colon,
    /// `«`
    Open,
    /// `»`
    Close,
}

impl Sign {
    fn of(c: char) -> Option<Self> {
        Some(match c {
            ';' | '!' | '?' => Sign::High,
            ':' => Sign::Colon,
            '«' => Sign::Open,
            '»' => Sign::Close,
            _ => return None,
        })
    }

    /// What stands beside the sign by the norm.
    fn strict(self) -> char {
        if self == Sign::High { NNBSP } else { NBSP }
    }
}

/// A sign with the blank that sets it off.
struct Spot {
    sign: Sign,
    /// The sign.
    at: Range<usize>,
    /// The blanks between the sign and its neighbour; empty where they touch.
    blank: Range<usize>,
    /// The neighbour: the character before the sign, after `«`.
    neighbour: char,
}

pub(super) fn is_french(language: &Language) -> bool {
    language.primary() == "fr"
}

/// Whether `; ! ?` follow the word without a blank, as in Canada.
fn sets_high_signs_close(language: &Language) -> bool {
    language.as_str().split('-').any(|part| part == "CA")
}

/// Whether blanks are set but need not be: in Switzerland, many set none.
fn may_leave_blanks_out(language: &Language) -> bool {
    language.as_str().split('-').any(|part| part == "CH")
}

/// Every sign of a passage that ought to be set off.
fn spots<'p>(passage: &'p Passage<'_>) -> impl Iterator<Item = Spot> + 'p {
    let mut open = 0_usize;
    // Marks without their partner may be arrows of a menu: “Accueil » Produits”.
    let opened = passage.text().contains('«');
    passage.text().match_indices([';', ':', '!', '?', '«', '»']).filter_map(move |(start, sign)| {
        let c = sign.chars().next()?;
        let sign = Sign::of(c)?;
        let at = start..start + c.len_utf8();
        match sign {
            Sign::Open => open += 1,
            Sign::Close if open > 0 => open -= 1,
            Sign::Close if opened || !ends_clause(passage, at.end) => return None,
            _ => {}
        }
        if passage.is_shielded(&at) {
            return None;
        }
        if sign == Sign::Open {
            let (end, neighbour) = passage.after_blank(at.end)?;
            return (neighbour != '»').then_some(Spot { sign, blank: at.end..end, at, neighbour });
        }
        let (from, neighbour) = passage.before_blank(start)?;
        let spot = Spot { sign, blank: from..start, at, neighbour };
        let keep = match sign {
            Sign::High => !sets_high_signs_close(passage.language) && is_high(passage, &spot),
            Sign::Colon => is_colon(passage, &spot),
            _ => neighbour != '«',
        };
        keep.then_some(spot)
    })
}

/// Whether a clause ends where a closing mark does: nothing follows, or a punctuation mark.
fn ends_clause(passage: &Passage<'_>, end: usize) -> bool {
    passage
        .after_blank(end)
        .is_none_or(|(at, c)| c == '\n' || (at == end && matches!(c, '.' | ',' | ';' | ')' | '!' | '?' | '…')))
}

/// Whether a sign is `; ! ?` behind a word, and not the second of `?!`, a `(?)`, an operator or a face.
fn is_high(passage: &Passage<'_>, spot: &Spot) -> bool {
    let sign = passage.after(spot.at.start);
    let next = passage.after(spot.at.end);
    let fits = match sign {
        Some(';') => next.is_none_or(|c| c.is_whitespace() || matches!(c, '»' | '”' | '"' | GAP)),
        _ => next.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '!' | '?' | '.' | '…' | ',' | ')' | ']' | '»' | '”' | '’' | '"' | GAP | '—' | '–')
        }),
    };
    // `!` and `;` open what a program reads where a blank stands before them and none behind.
    fits && is_word_end(passage, spot)
}

fn is_colon(passage: &Passage<'_>, spot: &Spot) -> bool {
    let next = passage.after(spot.at.end);
    let fits = next.is_none_or(|c| c.is_whitespace() || matches!(c, '«' | '“' | '»' | '"' | GAP));
    // A ratio, also where it is set with blanks: 1 : 25 000.
    let follows = passage.after_blank(spot.at.end).is_some_and(|(_, c)| c.is_ascii_digit());
    let ratio = spot.neighbour.is_ascii_digit() && follows && !spot.blank.is_empty();
    fits && !ratio && is_word_end(passage, spot)
}

/// Whether a sign stands behind a word, whatever is between.
fn is_word_end(passage: &Passage<'_>, spot: &Spot) -> bool {
    let end = spot.blank.start;
    let before = end - spot.neighbour.len_utf8()..end;
    // What ends an address or an entity is part of neither: `&nbsp;:` is set off already.
    let shielded = passage.is_shielded(&before) && spot.blank.is_empty();
    ends_word(spot.neighbour) && !shielded && !is_named(passage, end)
}

fn is_named(passage: &Passage<'_>, end: usize) -> bool {
    passage.text().get(..end).is_some_and(|before| NAMES.iter().any(|name| before.ends_with(name)))
}

/// Whether the blanks before an offset are those that French sets there, so that the rules on French speak of them.
pub(super) fn claims(passage: &Passage<'_>, run: &Range<usize>) -> bool {
    is_french(passage.language) && spots(passage).any(|spot| spot.blank == *run)
}

/// What the fix puts beside a sign: what the text itself puts there.
fn wanted(passage: &Passage<'_>, sign: Sign) -> char {
    if sign == Sign::High && passage.whole.contains(NNBSP) { NNBSP } else { NBSP }
}

pub(super) fn breaking_space(passage: &Passage<'_>, out: &mut Vec<Place>) {
    for spot in spots(passage).filter(|spot| !spot.blank.is_empty()) {
        let blank = passage.text().get(spot.blank.clone()).unwrap_or("");
        let breaks = blank.chars().any(is_breaking) && !blank.contains('\n');
        if !breaks || !passage.is_own(&spot.at) {
            continue;
        }
        if passage.is_own(&spot.blank) {
            let edits = passage.replace(&spot.blank, wanted(passage, spot.sign));
            out.push(Place::new(spot.blank, edits));
        } else if passage.is_break(&spot.blank) {
            // No fix: it would have to join two lines of the source.
            out.push(Place::new(spot.at, Vec::new()));
        }
    }
}

pub(super) fn missing_space(passage: &Passage<'_>, out: &mut Vec<Place>) {
    if may_leave_blanks_out(passage.language) {
        return;
    }
    // The texts of programs cite code without marking it: `title: Statement`.
    let cites_code = |spot: &Spot| spot.sign == Sign::Colon && passage.content.is_none();
    for spot in spots(passage).filter(|spot| spot.blank.is_empty() && passage.is_own(&spot.at) && !cites_code(spot)) {
        let blank = wanted(passage, spot.sign);
        let edits = match spot.sign {
            Sign::Open => passage.insert_after(&spot.at, blank),
            _ => passage.insert_before(&spot.at, blank),
        };
        out.push(Place::new(spot.at, edits));
    }
}

/// The strict profile: U+202F before `; ! ?`, U+00A0 before `:` and inside « ».
pub(super) fn wrong_no_break_space(passage: &Passage<'_>, out: &mut Vec<Place>) {
    for spot in spots(passage).filter(|spot| !spot.blank.is_empty()) {
        let blank = passage.text().get(spot.blank.clone()).unwrap_or("");
        let right = spot.sign.strict();
        if blank.chars().all(|c| matches!(c, NBSP | NNBSP)) && !blank.chars().eq([right]) && passage.is_own(&spot.blank) {
            let edits = passage.replace(&spot.blank, right);
            out.push(Place::new(spot.blank, edits).saying(code(blank.chars().next()), code(Some(right))));
        }
    }
}

/// `U+00A0`.
fn code(c: Option<char>) -> String {
    c.map_or_else(String::new, |c| format!("U+{:04X}", u32::from(c)))
}

pub(super) fn straight_apostrophe(passage: &Passage<'_>, out: &mut Vec<Place>) {
    for (at, sign) in passage.text().match_indices('\'') {
        let range = at..at + sign.len();
        // Feet and minutes stand behind a digit, quotation marks beside a blank.
        let elides = passage.before(at).is_some_and(char::is_alphabetic)
            && passage.after(range.end).is_some_and(|c| c.is_alphanumeric() || matches!(c, '«' | '“' | GAP));
        if elides && passage.is_own(&range) {
            let edits = passage.replace(&range, "’");
            out.push(Place::new(range, edits));
        }
    }
}
