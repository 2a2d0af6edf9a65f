//! What happens to characters: look-alikes, what nobody sees, spaces, quotation marks, dashes.

use super::{Family, Mutation, edited};
use crate::case::{Case, Run};

pub(super) const FAMILIES: &[&Family] = &[
    &Family { name: "letter of another script", rules: &["language/mixed-script-word", "unicode/*"], places: homoglyph },
    &Family { name: "U+202E", rules: &["unicode/bidi-control"], places: |case| inserted(case, "\u{202e}") },
    &Family { name: "isolate that is never closed", rules: &["unicode/bidi-control"], places: |case| inserted(case, "\u{2067}") },
    &Family { name: "zero width space", rules: &["unicode/invisible-character"], places: |case| inserted(case, "\u{200b}") },
    &Family { name: "control character", rules: &["unicode/control-character"], places: |case| inserted(case, "\u{1b}") },
    &Family {
        name: "U+FFFD for a letter",
        rules: &["unicode/replacement-character"],
        places: |case| letter(case, |_| Some("\u{fffd}".to_owned())),
    },
    &Family { name: "text read in a wrong encoding", rules: &["unicode/mojibake"], places: mojibake },
    &Family { name: "letter taken apart", rules: &["unicode/not-nfc"], places: decomposed },
    &Family { name: "breaking space before : ; ! ? »", rules: &["typography/*"], places: breaking },
    &Family { name: "no space before : ; ! ?", rules: &["typography/*"], places: no_space },
    &Family { name: "straight quotation marks", rules: &["typography/*"], places: straight },
    &Family { name: "hyphen for a dash", rules: &["typography/*"], places: hyphen },
    &Family { name: "two spaces", rules: &["typography/double-space"], places: |case| inserted_at_space(case, " ") },
    &Family { name: "word said twice", rules: &["typography/doubled-word"], places: doubled },
    &Family { name: "bracket lost", rules: &["typography/unbalanced-bracket"], places: bracket },
    &Family { name: "decimal point for a comma", rules: &["typography/number-format", "agreement/*"], places: point },
];

/// A place in the middle of each run that is long enough.
fn middles<'c>(case: &'c Case<'_>) -> Vec<(Run<'c>, usize)> {
    let middle = |run: Run<'c>| {
        let letters =
            |at: usize| run.text[..at].ends_with(char::is_alphabetic) && run.text[at..].starts_with(char::is_alphabetic);
        let at = (run.text.len() / 2..run.text.len()).find(|&at| run.text.is_char_boundary(at) && letters(at))?;
        (run.text.len() > 40 && !run.linked).then_some((run, at))
    };
    case.runs.iter().copied().filter_map(middle).collect()
}

fn inserted(case: &Case<'_>, what: &str) -> Vec<Mutation> {
    middles(case).into_iter().filter_map(|(run, at)| edited(case, &[(run.start + at..run.start + at, what)])).collect()
}

fn inserted_at_space(case: &Case<'_>, what: &str) -> Vec<Mutation> {
    let insert = |run: Run<'_>| {
        let between = |&(at, _): &(usize, &str)| {
            run.text[..at].ends_with(char::is_alphabetic) && run.text[at + 1..].starts_with(char::is_alphabetic)
        };
        let (at, _) = run.text.match_indices(' ').find(between)?;
        (!run.linked).then(|| edited(case, &[(run.start + at..run.start + at, what)]))?
    };
    case.runs.iter().copied().filter_map(insert).collect()
}

/// The letter in the middle of each run, replaced.
fn letter(case: &Case<'_>, change: impl Fn(char) -> Option<String>) -> Vec<Mutation> {
    let replace = |(run, at): (Run<'_>, usize)| {
        let c = run.text[at..].chars().next()?;
        edited(case, &[(run.start + at..run.start + at + c.len_utf8(), &change(c)?)])
    };
    middles(case).into_iter().filter_map(replace).collect()
}

fn homoglyph(case: &Case<'_>) -> Vec<Mutation> {
    let (from, to) = if case.is_french() { ("aceopxy", "асеорху") } else { ("асеорху", "aceopxy") };
    let replace = |run: Run<'_>| {
        // In a word of four letters or more, all of one script, in small letters.
        let fair = |at: usize| {
            let start = run.text[..at].rfind(|c: char| !c.is_alphabetic()).map_or(0, |before| before + 1);
            let word: String = run.text.get(start..)?.chars().take_while(|c| c.is_alphabetic()).collect();
            let native = |c: char| c.is_ascii() == case.is_french() || (case.is_french() && c < '\u{250}');
            (word.chars().count() >= 4 && word.chars().all(|c| c.is_lowercase() && native(c))).then_some(())
        };
        let (at, c) = run
            .text
            .char_indices()
            .find(|&(at, c)| at > 20 && from.contains(c) && run.text.is_char_boundary(at) && fair(at).is_some())?;
        let position = from.chars().position(|known| known == c)?;
        let other = to.chars().nth(position)?.to_string();
        (!run.linked).then(|| edited(case, &[(run.start + at..run.start + at + c.len_utf8(), &other)]))?
    };
    case.runs.iter().copied().filter_map(replace).collect()
}

/// A word whose bytes were taken for Latin-1 (French) or Windows-1251 (Russian).
fn mojibake(case: &Case<'_>) -> Vec<Mutation> {
    let windows = |byte: u8| -> Option<char> {
        Some(match byte {
            0x80 => 'Ђ',
            0x81 => 'Ѓ',
            0x82 => '‚',
            0x83 => 'ѓ',
            0x84 => '„',
            0x85 => '…',
            0x86 => '†',
            0x87 => '‡',
            0x88 => '€',
            0x89 => '‰',
            0x8a => 'Љ',
            0x8b => '‹',
            0x8c => 'Њ',
            0x8d => 'Ќ',
            0x8e => 'Ћ',
            0x8f => 'Џ',
            0xb0 => '°',
            0xb1 => '±',
            0xb2 => 'І',
            0xb3 => 'і',
            0xb4 => 'ґ',
            0xb5 => 'µ',
            0xb6 => '¶',
            0xb7 => '·',
            0xb8 => 'ё',
            0xb9 => '№',
            0xba => 'є',
            0xbb => '»',
            0xbc => 'ј',
            0xbd => 'Ѕ',
            0xbe => 'ѕ',
            0xbf => 'ї',
            0xd0 => 'Р',
            0xd1 => 'С',
            _ => return None,
        })
    };
    let garbled = |word: &str| -> Option<String> {
        if case.is_french() { Some(word.bytes().map(char::from).collect()) } else { word.bytes().map(windows).collect() }
    };
    let replace = |run: Run<'_>| {
        let (at, word) = words(run.text).into_iter().find(|(_, word)| {
            let wide = word.chars().filter(|c| !c.is_ascii()).count();
            // A control character would be another defect.
            wide > 0 && word.chars().count() > 4 && garbled(word).is_some_and(|text| !text.chars().any(char::is_control))
        })?;
        (!run.linked).then(|| edited(case, &[(run.start + at..run.start + at + word.len(), &garbled(word)?)]))?
    };
    case.runs.iter().copied().filter_map(replace).collect()
}

fn decomposed(case: &Case<'_>) -> Vec<Mutation> {
    let pairs = [('é', "e\u{301}"), ('è', "e\u{300}"), ('à', "a\u{300}"), ('й', "и\u{306}"), ('ё', "е\u{308}")];
    let replace = |run: Run<'_>| {
        let (at, c, apart) =
            run.text.char_indices().find_map(|(at, c)| Some((at, c, pairs.iter().find(|pair| pair.0 == c)?.1)))?;
        edited(case, &[(run.start + at..run.start + at + c.len_utf8(), apart)])
    };
    case.runs.iter().copied().filter_map(replace).collect()
}

/// The words of a text with their places.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    let mut at = 0;
    for part in text.split(|c: char| !c.is_alphabetic()) {
        if !part.is_empty() {
            all.push((at, part));
        }
        at += part.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    all
}

/// A no-break space before a sign, where there is one.
fn protected<'c>(case: &'c Case<'_>, signs: &'static str) -> Vec<(std::ops::Range<usize>, &'c str)> {
    let mut all = Vec::new();
    for run in case.runs.iter().copied() {
        for (at, c) in run.text.char_indices().filter(|(_, c)| matches!(c, '\u{a0}' | '\u{202f}')) {
            let rest = &run.text[at + c.len_utf8()..];
            if rest.starts_with(|c: char| signs.contains(c)) {
                all.push((run.start + at..run.start + at + c.len_utf8(), rest));
            }
        }
    }
    all
}

fn breaking(case: &Case<'_>) -> Vec<Mutation> {
    if !case.is_french() {
        return Vec::new();
    }
    protected(case, ":;!?»").into_iter().filter_map(|(range, _)| edited(case, &[(range, " ")])).collect()
}

fn no_space(case: &Case<'_>) -> Vec<Mutation> {
    if !case.is_french() {
        return Vec::new();
    }
    protected(case, ":;!?").into_iter().filter_map(|(range, _)| edited(case, &[(range, "")])).collect()
}

fn straight(case: &Case<'_>) -> Vec<Mutation> {
    let replace = |run: Run<'_>| {
        let open = run.text.find('«')?;
        let close = open + run.text[open..].find('»')?;
        let inner = run.text[open + '«'.len_utf8()..close].trim_matches(|c: char| c.is_whitespace());
        let (start, end) = (run.start + open, run.start + close + '»'.len_utf8());
        edited(case, &[(start..end, &format!("\"{inner}\""))])
    };
    case.runs.iter().copied().filter_map(replace).collect()
}

fn hyphen(case: &Case<'_>) -> Vec<Mutation> {
    if case.is_french() {
        return Vec::new();
    }
    let replace = |run: Run<'_>| {
        let at = run.text.find('—').filter(|&at| at > 0)?;
        let before = run.text[..at].trim_end().len();
        let spaced = run.text[at + '—'.len_utf8()..].starts_with(' ') && before < at;
        spaced.then(|| edited(case, &[(run.start + before..run.start + at + '—'.len_utf8(), " -")]))?
    };
    case.runs.iter().copied().filter_map(replace).collect()
}

fn doubled(case: &Case<'_>) -> Vec<Mutation> {
    let double = |run: Run<'_>| {
        let short =
            |word: &str| matches!(word, "les" | "des" | "dans" | "pour" | "avec" | "для" | "при" | "или" | "как" | "также");
        let (at, word) =
            words(run.text).into_iter().find(|(at, word)| short(word) && run.text[at + word.len()..].starts_with(' '))?;
        let end = run.start + at + word.len();
        edited(case, &[(end..end, &format!(" {word}"))])
    };
    case.runs.iter().copied().filter_map(double).collect()
}

fn bracket(case: &Case<'_>) -> Vec<Mutation> {
    let lose = |run: Run<'_>| {
        let open = run.text.find('(')?;
        let close = open + run.text[open..].find(')')?;
        let mut mutation = edited(case, &[(run.start + close..run.start + close + 1, "")])?;
        mutation.places.push((case.path.clone(), run.start + open..run.start + close));
        Some(mutation)
    };
    case.runs.iter().copied().filter_map(lose).collect()
}

fn point(case: &Case<'_>) -> Vec<Mutation> {
    let mut all = Vec::new();
    for run in case.runs.iter().copied() {
        for (at, _) in run.text.match_indices(',') {
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            if digit(run.text[..at].chars().next_back()) && digit(run.text[at + 1..].chars().next()) {
                let start = run.start + at;
                all.extend(edited(case, &[(start..start + 1, ".")]).map(|mut mutation| {
                    mutation.places.push((case.path.clone(), start.saturating_sub(4)..start + 6));
                    mutation
                }));
            }
        }
    }
    all
}
