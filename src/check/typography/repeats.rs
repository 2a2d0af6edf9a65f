//! `typography/double-space` and `typography/doubled-word`: what the hand typed twice.

use std::ops::Range;

use super::french;
use super::passage::{NBSP, NNBSP, Passage, Place};
use crate::check::prose::GAP;
use crate::diagnostic::Edit;
use crate::language::Language;

pub(super) fn double_space(passage: &Passage<'_>, out: &mut Vec<Place>) {
    let text = passage.text();
    if !text.contains("  ") && !text.contains(" \u{a0}") && !text.contains("\u{a0} ") {
        return;
    }
    let is_space = |c: char| matches!(c, ' ' | NBSP | NNBSP);
    let mut end = 0;
    for (at, _) in text.match_indices(is_space) {
        if at < end {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let length = rest.find(|c: char| !is_space(c)).unwrap_or(rest.len());
        end = at + length;
        let run = at..end;
        let blanks = text.get(run.clone()).unwrap_or("");
        if blanks.chars().count() < 2 || !blanks.contains(' ') {
            continue;
        }
        // Bars draw a table, whose columns blanks align.
        let between = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && c != '|');
        let (before, after) = (passage.before(at), passage.after(end));
        if !between(before) || !between(after) || !passage.is_own(&run) || french::claims(passage, &run) {
            continue;
        }
        // Two blanks between sentences are a style of English, from the days of typewriters.
        if passage.language.primary() == "en" && before.is_some_and(ends_sentence) {
            continue;
        }
        // « that was lost leaves its blank behind, and has a finding of its own.
        let lost = french::is_french(passage.language) && blanks.contains([NBSP, NNBSP]);
        if lost && text.matches('«').count() != text.matches('»').count() {
            continue;
        }
        let kept = blanks.chars().find(|c| *c != ' ').unwrap_or(' ');
        let edits = passage.replace(&run, kept);
        out.push(Place::new(run, edits));
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ':' | ')' | '”' | '"')
}

/// The languages that are looked at, with the words that may stand twice in them. Languages that double words as a matter of course
/// (Vietnamese, Turkish, Indonesian, Hindi) are not among them.
const DOUBLES: &[(&[&str], &[&str])] = &[
    (&["en"], &["had", "that", "her", "very", "no", "many", "really", "bye", "blah", "ha", "hear", "there", "so", "now", "long"]),
    (&["fr"], &["nous", "vous", "a", "faire", "très", "oui", "non", "si", "bien", "tout", "bla", "ha"]),
    (
        &["ru", "uk", "be"],
        &[
            "что",
            "очень",
            "да",
            "нет",
            "ну",
            "чуть",
            "еле",
            "вот",
            "едва",
            "так",
            "много",
            "их",
            "его",
            "её",
            "ей",
            "дальше",
            "далеко",
            "долго",
            "скоро",
            "що",
            "дуже",
            "ні",
        ],
    ),
    (&["de"], &["die", "der", "das", "den", "dem", "sie", "ihr", "sehr", "ja", "nein", "es", "denen", "deren", "wo"]),
    (
        &["es", "pt", "gl", "ca"],
        &["muy", "no", "que", "nos", "sí", "sim", "muito", "logo", "não", "ya", "já", "bem", "bien", "os", "se"],
    ),
    (&["it"], &["piano", "man", "via", "così", "poco", "quasi", "pian", "molto", "no", "sì", "mano", "bene", "ben", "passo"]),
    (&["nl"], &["dat", "die", "je", "haar", "zij", "wij", "heel", "ja", "nee", "we", "ze", "u"]),
    (&["pl", "cs", "sk", "sl", "hr", "bs", "bg", "mk"], &["bardzo", "nie", "tak", "velmi", "ne", "vrlo", "jen", "si", "go"]),
    (&["sv", "da", "nb", "nn", "no"], &["det", "den", "de", "som", "mycket", "meget", "nej", "ja", "at", "att", "er", "har"]),
    (&["ro", "el", "et", "lv", "lt"], &["foarte", "nu", "πολύ", "όχι", "ναι", "väga", "ļoti", "labai", "ne", "nē"]),
];

pub(super) fn knows_doubles(language: &Language) -> bool {
    allowed(language).is_some()
}

fn allowed(language: &Language) -> Option<&'static [&'static str]> {
    DOUBLES.iter().find(|(tags, _)| tags.contains(&language.primary())).map(|(_, words)| *words)
}

pub(super) fn doubled_word(passage: &Passage<'_>, out: &mut Vec<Place>) {
    let Some(allowed) = allowed(passage.language) else { return };
    let words = words(passage.text());
    for (index, pair) in words.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let (Some(one), Some(other)) = (passage.text().get(first.clone()), passage.text().get(second.clone())) else { continue };
        let doubled = is_doubled(one, other) || (is_name(one, other) && !says_twice(passage));
        if !doubled || allowed.contains(&other) {
            continue;
        }
        let gap = first.end..second.start;
        let blank = passage.text().get(gap.clone()).unwrap_or("");
        let neighbours = [index.checked_sub(1).and_then(|before| words.get(before)), words.get(index + 2)];
        // “Very, very, very”: what stands three times does so on purpose.
        let often = neighbours.into_iter().flatten().any(|word| {
            let touches = |gap: Range<usize>| passage.text().get(gap).is_some_and(|gap| gap.chars().all(char::is_whitespace));
            let same = passage.text().get(word.clone()).is_some_and(|word| word.eq_ignore_ascii_case(other) || word == one);
            same && (touches(word.end..first.start) || touches(second.end..word.start))
        });
        let next = words.get(index + 2).and_then(|word| passage.text().get(word.clone())).unwrap_or("");
        let particle = match other {
            // “le discours de de Gaulle”
            "de" | "von" | "van" | "der" => next.starts_with(char::is_uppercase),
            // “tout en en parlant”
            "en" => passage.language.primary() == "fr" && next.ends_with("ant"),
            _ => false,
        };
        let blanks = !blank.is_empty() && blank.chars().all(|c| c.is_whitespace() && c != '\n');
        if often || particle || !blanks || !passage.is_own(first) || !passage.is_own(second) {
            continue;
        }
        if let Some(edits) = deletion(passage, first, second) {
            out.push(Place::new(second.clone(), edits).saying(other, ""));
        }
    }
}

/// Two words with a capital, which may be a name: Duran Duran.
fn is_name(one: &str, other: &str) -> bool {
    one == other && one.chars().count() > 2 && one.starts_with(char::is_uppercase) && one.chars().all(char::is_alphabetic)
}

/// Whether a name may be said twice, as far as the source tells: where it has no doubled word, a translation has no reason for one.
fn says_twice(passage: &Passage<'_>) -> bool {
    let twice = |text: &str| {
        let words = words(text);
        words.windows(2).any(|pair| matches!(pair, [one, other] if text.get(one.clone()) == text.get(other.clone())))
    };
    passage.sources.is_empty() || passage.sources.iter().any(|prose| twice(prose.text()))
}

/// A word that is written like the one before it; the first may begin a sentence.
fn is_doubled(one: &str, other: &str) -> bool {
    if !other.chars().all(char::is_lowercase) {
        return false;
    }
    one == other || (one.chars().flat_map(char::to_lowercase).eq(other.chars()) && one.chars().skip(1).all(char::is_lowercase))
}

/// The words of a text: letters, with the apostrophes and hyphens between them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let within = c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '‑' | '_' | '.' | '@' | '/' | GAP) || is_mark(c);
        match (within, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(trimmed(text, from..at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(trimmed(text, from..text.len()));
    }
    out
}

/// A word without the full stop behind it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let word = text.get(range.clone()).unwrap_or("");
    range.start..range.start + word.trim_end_matches('.').len()
}

/// Combining marks, which are part of a word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// What takes the second word away: with the blank before it where that stands in the same line, else with the blank behind it. `None`
/// where markup stands between the two, which makes the second a quotation as a rule.
fn deletion(passage: &Passage<'_>, first: &Range<usize>, second: &Range<usize>) -> Option<Vec<Edit>> {
    let both = first.end..second.end;
    if passage.is_own(&both) && passage.prose.pieces_in(first.start..second.end).len() == 1 {
        return Some(passage.replace(&both, ""));
    }
    if !passage.is_break(&(first.end..second.start)) {
        return None;
    }
    let behind = passage.text().get(second.end..).unwrap_or("");
    let blanks = behind.len() - behind.trim_start_matches(' ').len();
    let range = second.start..second.end + blanks;
    Some(if blanks > 0 { passage.replace(&range, "") } else { Vec::new() })
}
