//! References with a word: “Article 5”, “статьи 5 и 6”, “chapitre VII”, “resolution 1244 (1999)”.

use super::Reference;
use super::lexicon::Lexicon;
use super::numerals::roman;
use super::value::{Value, digit, rest, skip_blank, skip_sign, word_at};
use super::words::{Count, Kind};

/// The numbers that one word may have.
const LONGEST_LIST: usize = 40;

/// Finds the references of a text that a word of its language introduces.
pub(super) fn worded(text: &str, lexicon: &Lexicon, found: &mut Vec<Reference>) {
    let mut at = 0;
    let mut lower = String::new();
    while let Some(start) = next_word(text, at) {
        let word = if rest(text, start).starts_with(['§', '¶']) { signs(text, start) } else { word_at(text, start) };
        let end = start + word.len();
        at = end;
        let Some(mut number) = promising(text, end) else { continue };
        lower.clear();
        lower.extend(word.chars().flat_map(char::to_lowercase));
        let Some((kind, count)) = lexicon.kind(&lower) else { continue };
        // “ст. 5”, but “16 ч. 30 мин.” is a time.
        if count == Count::Short {
            let sign = word.starts_with(['§', '¶']);
            let dotted = rest(text, end).starts_with('.');
            let after_number = text.get(..start).unwrap_or("").trim_end().ends_with(|c: char| digit(c).is_some());
            if !sign && (!dotted || after_number) {
                continue;
            }
            number = skip_blank(text, end + usize::from(dotted));
        } else if rest(text, end).starts_with('.') {
            continue;
        }
        if let Some(end) = list(text, start, number, kind, count, lexicon, found) {
            at = end;
        }
    }
}

fn signs(text: &str, at: usize) -> &str {
    let rest = rest(text, at);
    rest.get(..rest.find(|c| !matches!(c, '§' | '¶')).unwrap_or(rest.len())).unwrap_or("")
}

fn next_word(text: &str, at: usize) -> Option<usize> {
    rest(text, at).find(|c: char| c.is_alphabetic() || matches!(c, '§' | '¶')).map(|offset| at + offset)
}

/// Where a number may begin behind a word, if anything there looks like the beginning of one.
fn promising(text: &str, end: usize) -> Option<usize> {
    let at = skip_blank(text, end + usize::from(rest(text, end).starts_with('.')));
    let first = rest(text, at).chars().next()?;
    let could = digit(first).is_some() || first.is_uppercase() || matches!(first, '(' | '№' | '#' | 'n' | '«' | '“' | '"');
    // A spelled number or `a)` begins with a small letter, directly behind the word.
    (could || first.is_lowercase() && at > end).then_some(at)
}

/// Finds numbers that a sign alone introduces: “No. 185”, “№ 185”, “n° 8019/16”.
pub(super) fn signed(text: &str, lexicon: &Lexicon, found: &mut Vec<Reference>) {
    const SIGNS: [&str; 8] = ["№", "No. ", "no. ", "Nos. ", "n°", "N°", "nº", "Nr. "];
    let worded = found.len();
    for sign in SIGNS {
        for (start, _) in text.match_indices(sign) {
            if text.get(..start).is_some_and(|before| before.ends_with(char::is_alphanumeric)) {
                continue;
            }
            let (at, signed) = skip_sign(text, start);
            let before = found.get(..worded).unwrap_or(&[]);
            let index = before.partition_point(|other| other.range.end <= start);
            let taken = before.get(index).is_some_and(|other| other.range.contains(&start));
            let value = (signed && !taken).then(|| Value::read(text, at, Kind::Number, lexicon)).flatten();
            if let Some(value) = value.filter(|value| value.key.starts_with(|c: char| c.is_ascii_digit())) {
                push(value, Kind::Number, start, false, found);
            }
        }
    }
    found.sort_by_key(|reference| reference.range.start);
}

/// Reads the numbers of one word; gives the end of what was read.
fn list(
    text: &str,
    start: usize,
    at: usize,
    kind: Kind,
    count: Count,
    lexicon: &Lexicon,
    found: &mut Vec<Reference>,
) -> Option<usize> {
    let (at, signed) = skip_sign(text, at);
    let mut first = Value::read(text, at, kind, lexicon)?;
    first.is_sure |= signed;
    // “the decision 12 Allies took”, “the Act 2020” say no number of a document.
    let plain = first.key.parse::<u32>().is_ok_and(|number| number < 100 || (1900..2100).contains(&number));
    // “at this point 5 Allies”.
    let vague = rest(text, start).starts_with("point") && lexicon.joins.contains(&"and");
    if (kind.is_strict() || vague) && plain && !first.is_sure || is_amount(text, &first, kind, count) {
        return None;
    }
    if is_century(text, first.range.end, lexicon) {
        return None;
    }
    let mut end = first.range.end;
    let mut values = vec![(first, false)];
    if count != Count::One {
        let mut pending: Vec<(Value, bool)> = Vec::new();
        let mut reached = end;
        while values.len() + pending.len() < LONGEST_LIST {
            let Some((joint, next)) = joint(text, reached, lexicon) else { break };
            let (next, _) = skip_sign(text, next);
            let Some(value) = Value::read(text, next, kind, lexicon) else { break };
            // “Articles 5 and A new Allies”: a letter goes with letters.
            if value.key.chars().next().map(char::is_alphabetic)
                != values.first().and_then(|(value, _)| value.key.chars().next()).map(char::is_alphabetic)
            {
                break;
            }
            // “резолюция 1244 и третий раздел”: an ordinal belongs to the word behind it.
            if value.is_spelled {
                break;
            }
            reached = value.range.end;
            pending.push((value, matches!(joint, Joint::Span | Joint::Dash)));
            // A comma may be followed by something else than a further number, unless a conjunction closes the list.
            if joint != Joint::Comma || count == Count::Many && closes(text, reached) {
                end = reached;
                values.append(&mut pending);
            }
        }
    } else if let Some((Joint::Dash, next)) = joint(text, end, lexicon)
        && let Some(value) = Value::read(text, next, kind, lexicon)
    {
        end = value.range.end;
        values.push((value, true));
    }
    for (index, (value, spans)) in values.into_iter().enumerate() {
        let from = if index == 0 { start } else { value.range.start };
        push(value, kind, from, spans, found);
    }
    Some(end)
}

fn push(value: Value, kind: Kind, from: usize, spans: bool, found: &mut Vec<Reference>) {
    let whole = value.range.end;
    let own = value.parts.first().map_or(whole, |(_, _, range)| range.start);
    let until = if value.parts.is_empty() { whole } else { own };
    let spelled = value.is_spelled;
    found.push(Reference { kind, key: value.key, other: value.other, year: value.year, range: from..until, spans, spelled });
    for (kind, key, range) in value.parts {
        found.push(Reference { kind, key, other: None, year: None, range, spans: false, spelled });
    }
}

/// Whether the number counts what follows it: “главы 30 государств”, “the parts 5 million people need”.
fn is_amount(text: &str, value: &Value, kind: Kind, count: Count) -> bool {
    const COUNTED: [&str; 12] = [
        "государств",
        "стран",
        "правительств",
        "делегац",
        "миссий",
        "million",
        "billion",
        "milliard",
        "млн",
        "млрд",
        "миллион",
        "ведомств",
    ];
    if value.is_sure || !value.key.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    let word = word_at(text, skip_blank(text, value.range.end));
    let counted = COUNTED.iter().any(|counted| word.starts_with(counted));
    // Digits in groups are an amount: “section 5 000”.
    let grouped = rest(text, value.range.end).starts_with([' ', '\u{a0}', '\u{202f}'])
        && rest(text, skip_blank(text, value.range.end)).chars().map_while(digit).count() == 3
        && value.key.len() <= 3;
    counted && (count != Count::One || kind != Kind::Article) || grouped
}

/// Whether the number is that of a century: “большей части XX века”, “часть XVI и XVII вв.”.
fn is_century(text: &str, end: usize, lexicon: &Lexicon) -> bool {
    /// How the words begin, and the abbreviations, which have a full stop.
    const CENTURIES: [&str; 8] = ["век", "столет", "тысячелет", "siècle", "centur", "siglo", "secol", "século"];
    const SHORT: [&str; 4] = ["в", "вв", "c", "s"];
    // “Глава V и XIX век”: one century is that of the last number.
    const ONE: [&str; 9] = ["век", "веку", "веком", "веке", "столетие", "столетию", "столетии", "siècle", "century"];
    let mut is_list = false;
    let mut at = end;
    // “XVI–XVIII веков” and “XVI, XVII и XVIII веков” are the most that is named at once.
    for _ in 0..3 {
        let word = word_at(text, skip_blank(text, at));
        let small = word.to_lowercase();
        let behind = skip_blank(text, at) + word.len();
        if CENTURIES.iter().any(|stem| small.starts_with(stem)) || SHORT.contains(&word) && rest(text, behind).starts_with('.') {
            return !(is_list && ONE.contains(&small.as_str()));
        }
        let Some((sign, next)) = joint(text, at, lexicon) else { return false };
        is_list |= matches!(sign, Joint::And | Joint::Comma);
        let number = word_at(text, next);
        if roman(number).is_none() {
            return false;
        }
        at = next + number.len();
    }
    false
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Comma,
    And,
    Span,
    Dash,
}

/// What joins a number to the next one, and where that begins.
fn joint(text: &str, end: usize, lexicon: &Lexicon) -> Option<(Joint, usize)> {
    let at = skip_blank(text, end);
    let first = rest(text, at).chars().next()?;
    if matches!(first, '-' | '‑' | '–' | '—') {
        let next = skip_blank(text, at + first.len_utf8());
        // “paragraphs 12-15”; “Article 5 - 12 Allies” has a dash with blanks, which is no span.
        return (at == end).then_some((Joint::Dash, next));
    }
    if matches!(first, ',' | ';' | '،') {
        let next = skip_blank(text, at + first.len_utf8());
        let word = word_at(text, next);
        // “5, 6, and 7”.
        if lexicon.joins.contains(&word) {
            return Some((Joint::And, skip_blank(text, next + word.len())));
        }
        return (next > at + first.len_utf8()).then_some((Joint::Comma, next));
    }
    if first == '&' {
        return Some((Joint::And, skip_blank(text, at + 1)));
    }
    let word = word_at(text, at);
    let next = skip_blank(text, at + word.len());
    if lexicon.joins.contains(&word) && next > at {
        return Some((Joint::And, next));
    }
    lexicon.spans.contains(&word).then_some((Joint::Span, next))
}

/// Whether a list may end here: nothing follows that the last number could count.
fn closes(text: &str, end: usize) -> bool {
    let after = rest(text, end).trim_start();
    after.is_empty() || after.starts_with(|c: char| !c.is_alphanumeric())
}
