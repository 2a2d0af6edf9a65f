//! `typography/unbalanced-bracket`: a bracket or quotation mark without its partner.

use std::ops::Range;

use super::passage::Passage;
use super::{unit_finding, unit_passage};
use crate::check::{Findings, Rule, StatementContext};
use crate::diagnostic::Level;
use crate::language::Language;

pub(super) struct UnbalancedBracket;

/// Brackets and the directed marks that every language reads the same way.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）')];

/// Languages that turn guillemets round (»so«) or write one mark on both sides (”så”), so that a mark tells nothing of its role.
const TURNED: &[&str] =
    &["de", "da", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "hu", "fi", "sv", "et", "pl", "nb", "nn", "no", "he", "ar"];

/// The beginnings of the words before the letter of an item.
const ITEMS: &[&str] = &[
    "point",
    "paragraph",
    "sub",
    "item",
    "letter",
    "clause",
    "alinéa",
    "lettre",
    "sous",
    "пункт",
    "подпункт",
    "абзац",
    "буква",
    "част",
    "buchstabe",
    "ziffer",
    "nummer",
    "letra",
    "apartado",
    "inciso",
    "lettera",
    "punto",
    "comma",
    "alínea",
    "liter",
    "lit",
    "punkt",
    "ustęp",
];

/// The beginnings of the words for what has numbered parts, and their abbreviations.
const WHOLES: &[&str] =
    &["art", "стат", "par", "sect", "п.", "пп.", "ст.", "ч.", "разд", "§", "règle", "rule", "правил", "abs", "num"];

/// Which marks pair up in a language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bracket(usize),
    /// « »
    Guillemets,
    /// “ ”, „ “, „ ”
    Curly,
}

/// A mark without its partner.
#[derive(Clone)]
struct Lone {
    kind: Kind,
    opens: bool,
    range: Range<usize>,
}

impl Rule for UnbalancedBracket {
    fn id(&self) -> &'static str {
        "typography/unbalanced-bracket"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for (&language, version) in &context.parallel.versions {
            let passages: Vec<_> =
                (0..version.units.len()).map(|index| unit_passage(context, language, version, index)).collect();
            let lone: Vec<Vec<Lone>> = passages.iter().map(|passage| passage.as_ref().map(lone).unwrap_or_default()).collect();
            for (index, marks) in lone.iter().enumerate() {
                let Some((Some(passage), unit)) = passages.get(index).zip(version.units.get(index)) else { continue };
                for mark in marks.iter().filter(|mark| !goes_on(mark, index, &lone, &passages)) {
                    // What is escaped or stands in another language is looked at for its partner, and left alone.
                    if !passage.is_own(&mark.range) {
                        continue;
                    }
                    let sign = passage.text().get(mark.range.clone()).unwrap_or("");
                    let finding = unit_finding(self.id(), language, version, unit, passage.prose.span(mark.range.clone()));
                    let finding = finding.arg("sign", sign).arg("text", passage.around(&mark.range));
                    findings.push(if mark.opens { finding } else { finding.variant("closing") });
                }
            }
        }
    }
}

/// Whether a quotation goes on in another paragraph: one that is opened here is closed there, and each of its paragraphs may open it anew.
fn goes_on(mark: &Lone, index: usize, lone: &[Vec<Lone>], passages: &[Option<Passage<'_>>]) -> bool {
    if matches!(mark.kind, Kind::Bracket(_)) {
        return false;
    }
    let of_kind = |marks: &Vec<Lone>, opens: bool| marks.iter().any(|other| other.kind == mark.kind && other.opens == opens);
    if !mark.opens {
        let before = lone.get(..index).unwrap_or(&[]);
        return before.iter().rev().find(|marks| !marks.is_empty()).is_some_and(|marks| of_kind(marks, true));
    }
    let rest = lone.get(index + 1..).unwrap_or(&[]);
    let closed = rest.iter().find(|marks| of_kind(marks, false) || of_kind(marks, true));
    let reopened = passages.get(index + 1..).and_then(|rest| rest.iter().flatten().next()).is_some_and(|next| {
        let first = next.text().trim_start().chars().next();
        first.is_some_and(|c| kind_of(c, next.language).is_some_and(|(kind, opens)| kind == mark.kind && opens != Some(false)))
    });
    closed.is_some_and(|marks| of_kind(marks, false)) || reopened
}

/// What pairs a mark belongs to, and whether it opens or closes one; `None` for a mark that does either.
fn kind_of(c: char, language: &Language) -> Option<(Kind, Option<bool>)> {
    if let Some(index) = BRACKETS.iter().position(|(open, close)| *open == c || *close == c) {
        return Some((Kind::Bracket(index), Some(BRACKETS.iter().any(|(open, _)| *open == c))));
    }
    if TURNED.contains(&language.primary()) {
        return None;
    }
    Some(match c {
        '«' => (Kind::Guillemets, Some(true)),
        '»' => (Kind::Guillemets, Some(false)),
        '„' => (Kind::Curly, Some(true)),
        '”' => (Kind::Curly, Some(false)),
        '“' => (Kind::Curly, None),
        _ => return None,
    })
}

/// The marks of a passage without their partner.
fn lone(passage: &Passage<'_>) -> Vec<Lone> {
    let text = passage.text();
    let mut open: Vec<Lone> = Vec::new();
    let mut out = Vec::new();
    // The brackets behind letters of items that took a partner: where a further bracket closes, the partner is that one’s.
    let mut items: usize = 0;
    let marks = ['(', ')', '[', ']', '{', '}', '（', '）', '«', '»', '„', '“', '”'];
    for (at, c) in text.char_indices().filter(|(_, c)| marks.contains(c)) {
        let Some((kind, opens)) = kind_of(c, passage.language) else { continue };
        let range = at..at + c.len_utf8();
        if passage.is_shielded(&range) {
            continue;
        }
        let partner = open.iter().rposition(|other| other.kind == kind);
        let low = |mark: &Lone| text.get(mark.range.clone()) == Some("„");
        // “ closes „ and opens everything else.
        let opens = opens.unwrap_or_else(|| !partner.and_then(|at| open.get(at)).is_some_and(low));
        match partner {
            _ if opens => open.push(Lone { kind, opens, range }),
            Some(at) => {
                let partner = open.remove(at);
                let mark = Lone { kind, opens, range };
                // “(a)” is a pair; “(par. 13 c))” closes behind the item.
                let apart =
                    text.get(partner.range.end..mark.range.start).is_some_and(|inside| inside.contains(char::is_whitespace));
                items += usize::from(apart && marker(passage, &mark) == Some(true));
            }
            None => {
                let mark = Lone { kind, opens, range };
                match items {
                    1.. if c == ')' && marker(passage, &mark) == Some(true) => {}
                    1.. if c == ')' => items -= 1,
                    _ => out.push(mark),
                }
            }
        }
    }
    out.append(&mut open);
    let arrows = out.iter().filter(|mark| mark.kind == Kind::Guillemets).count() > 1;
    let several = out.iter().filter(|mark| marker(passage, mark).is_some()).count() > 1;
    out.retain(|mark| {
        let numbers = marker(passage, mark).is_some_and(|stands_out| stands_out || several);
        // Half-open intervals, ]0, 1] and [0, 1), have one mark of each kind too many.
        !(numbers || is_face(passage, mark) || (arrows && is_arrow(passage, mark)) || is_interval(passage, mark))
    });
    out.sort_by_key(|mark| mark.range.start);
    out
}

/// Whether `)` may end the letter or number of an item (`a)`, `1)`, `iv)`, `1°)`), and if so, whether that stands where an item begins: at
/// the beginning, behind a punctuation mark or a short word.
fn marker(passage: &Passage<'_>, mark: &Lone) -> Option<bool> {
    if mark.opens || passage.text().get(mark.range.clone()) != Some(")") {
        return None;
    }
    let before = passage.text().get(..mark.range.start)?;
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | ';' | ',' | '—' | '–')).next().unwrap_or("");
    let head = before.strip_suffix(word)?.trim_end();
    let bare = word.trim_end_matches(['°', 'º', '.', '*']);
    let count = bare.chars().count();
    let letter = count == 1 && bare.chars().all(char::is_alphabetic);
    let number = (1..=3).contains(&count) && bare.chars().all(|c| c.is_ascii_digit());
    let roman = (1..=5).contains(&count) && bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
    let nested = count == 3 && bare.contains('.') && bare.chars().all(|c| c.is_ascii_digit() || c == '.');
    let last = head.rsplit(char::is_whitespace).next().unwrap_or("");
    let short = last.chars().count() <= 3 && last.chars().all(char::is_alphabetic);
    // “point b)”, “подпункт б)”: a reference says what it counts.
    let name = last.rsplit(['’', '\'', '(']).next().unwrap_or("").to_lowercase();
    let named = ITEMS.iter().any(|item| name.starts_with(item));
    // “section 3 b)”, “paragraphe 5 iv)”
    let numbered = (letter || roman) && !last.is_empty() && last.chars().all(|c| c.is_ascii_digit());
    // “пункт 2 8)”, “l’article 7 12)”: a number behind that of what it is a part of.
    let part = number && !last.is_empty() && last.chars().all(|c| c.is_ascii_digit()) && {
        let whole = head.strip_suffix(last).unwrap_or("").trim_end();
        let word = whole.rsplit(|c: char| c.is_whitespace() || matches!(c, '’' | '\'' | '(')).next().unwrap_or("").to_lowercase();
        ITEMS.iter().chain(WHOLES).any(|item| word.starts_with(item))
    };
    let begins = short || named || numbered || part || last.ends_with([',', ';', ':', '.', '!', '?', '(', '—', '–', '•']);
    (letter || number || roman || nested).then_some(begins)
}

/// `:)`, `;-)`, `:(`, `(-:`
fn is_face(passage: &Passage<'_>, mark: &Lone) -> bool {
    if !matches!(mark.kind, Kind::Bracket(_)) {
        return false;
    }
    let before = passage.text().get(..mark.range.start).unwrap_or("");
    let eyes = before.strip_suffix(['-', '‑', '^', '\'', 'o']).unwrap_or(before);
    let after = passage.text().get(mark.range.end..).unwrap_or("");
    let nose = after.strip_prefix('-').unwrap_or(after);
    let turned = nose.strip_prefix([':', ';']).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    eyes.ends_with([':', ';', '=']) || before.ends_with(" 8") || before.ends_with("8-") || (mark.opens && turned)
}

/// “Accueil » Produits » Prix”
fn is_arrow(passage: &Passage<'_>, mark: &Lone) -> bool {
    if mark.kind != Kind::Guillemets {
        return false;
    }
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    blank(passage.before(mark.range.start)) && blank(passage.after(mark.range.end))
}

fn is_interval(passage: &Passage<'_>, mark: &Lone) -> bool {
    if !matches!(mark.kind, Kind::Bracket(0 | 1)) {
        return false;
    }
    let inside = |text: &str| {
        text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | ',' | ';' | '.' | '-' | '−' | '+' | '∞' | '\u{a0}'))
    };
    let any = ['(', ')', '[', ']'];
    let after = passage.text().get(mark.range.end..).unwrap_or("");
    let before = passage.text().get(..mark.range.start).unwrap_or("");
    let digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let forward = after
        .find(any)
        .and_then(|end| after.get(..end))
        .is_some_and(|text| inside(text) && digits(text) && text.contains([',', ';']));
    let back = before
        .rfind(any)
        .and_then(|start| before.get(start + 1..))
        .is_some_and(|text| inside(text) && digits(text) && text.contains([',', ';']));
    forward || back
}
