//! Russian, Ukrainian and Belarusian: dashes, and what must stay on one line.

use std::ops::Range;

use super::passage::{NBSP, Passage, Place, is_breaking};
use crate::check::prose::GAP;
use crate::language::Language;

/// What stays with the number before it. Lower case, whole words.
const UNITS: &[&str] = &["г.", "гг.", "млн", "млрд", "трлн", "тыс.", "руб.", "долл.", "%", "‰"];

/// Words before a single letter that is a name of a thing and no initial: “в пункте А. Страны…”.
const LABELS: &[&str] = &[
    "пункт",
    "подпункт",
    "групп",
    "класс",
    "част",
    "вариант",
    "витамин",
    "гепатит",
    "приложени",
    "план",
    "категори",
    "раздел",
    "том",
    "блок",
    "тип",
    "секци",
    "букв",
    "зон",
    "сери",
    "лини",
    "сторон",
    "уров",
    "точк",
    "строк",
    "колон",
    "вид",
    "марк",
    "формат",
    "корпус",
    "литер",
    "грипп",
    "вопрос",
    "абзац",
    "глав",
    "таблиц",
    "рисун",
];

/// Words that begin a sentence and no surname.
const OPENERS: &[&str] = &[
    "Это",
    "Эта",
    "Этот",
    "Эти",
    "Она",
    "Они",
    "Оно",
    "Мы",
    "Вы",
    "Он",
    "Но",
    "Однако",
    "Как",
    "Так",
    "Такие",
    "Такой",
    "При",
    "Для",
    "Если",
    "Когда",
    "После",
    "Все",
    "Всё",
    "Что",
    "Кто",
    "Где",
    "Его",
    "Её",
    "Их",
    "Из",
    "На",
    "По",
    "За",
    "До",
    "От",
    "Об",
    "Не",
    "Ни",
    "Да",
    "Нет",
    "Там",
    "Тут",
    "Здесь",
    "Тогда",
    "Также",
    "Кроме",
    "Через",
    "Перед",
    "Под",
    "Над",
    "Без",
    "Во",
    "Со",
    "Ко",
];

pub(super) fn sets_dashes(language: &Language) -> bool {
    matches!(language.primary(), "ru" | "uk" | "be")
}

pub(super) fn is_russian(language: &Language) -> bool {
    language.primary() == "ru"
}

/// ` - ` and ` -- ` where a dash belongs.
pub(super) fn hyphen_as_dash(passage: &Passage<'_>, out: &mut Vec<Place>) {
    let text = passage.text();
    for (at, _) in text.match_indices('-') {
        // Each run of hyphens once, at its first.
        if passage.before(at) == Some('-') {
            continue;
        }
        let length = text.get(at..).unwrap_or("").bytes().take_while(|byte| *byte == b'-').count();
        let hyphens = at..at + length;
        let blank = |c: Option<char>| c.is_some_and(|c| c.is_whitespace() && c != '\n');
        if length > 2 || !blank(passage.before(at)) || !blank(passage.after(hyphens.end)) {
            continue;
        }
        let (Some((from, before)), Some((_, after))) = (passage.before_blank(at), passage.after_blank(hyphens.end)) else {
            continue;
        };
        // Between figures it may be a minus or a range; between signs it is a drawing.
        let figure = |c: char| c.is_numeric() || c == GAP;
        let figures = figure(before) && figure(after);
        let beside = |c: char| {
            c.is_alphanumeric()
                || matches!(c, '»' | '«' | '“' | '”' | '„' | '"' | ')' | '(' | ',' | '.' | '!' | '?' | '%' | '…' | GAP)
        };
        if figures || !beside(before) || !beside(after) || !passage.is_own(&hyphens) {
            continue;
        }
        // The blank before the dash goes with it, except where it is the end of a line.
        let both = from..hyphens.end;
        let on_one_line = !text.get(both.clone()).unwrap_or("").contains('\n');
        let edits = if on_one_line && passage.is_own(&both) {
            passage.replace(&both, format!("{NBSP}—"))
        } else {
            passage.replace(&hyphens, "—")
        };
        out.push(Place::new(hyphens, edits));
    }
}

/// Blanks at which a line must not break: before a dash, behind № and §, between initials and surname, before a unit.
pub(super) fn missing_no_break_space(passage: &Passage<'_>, out: &mut Vec<Place>) {
    let text = passage.text();
    for (at, sign) in text.match_indices(['—', '№', '§']) {
        let end = at + sign.len();
        if sign == "—" {
            let Some((from, before)) = passage.before_blank(at) else { continue };
            // A dash with nothing behind it is a sign for nothing: an empty cell.
            blank(passage, from..at, before != '\n' && passage.after_blank(end).is_some(), out);
            continue;
        }
        let Some((to, after)) = passage.after_blank(end) else { continue };
        if !after.is_ascii_digit() {
            continue;
        }
        if to == end {
            let mark = at..end;
            if passage.is_own(&mark) {
                let edits = passage.insert_after(&mark, NBSP);
                out.push(Place::new(mark, edits));
            }
        } else {
            blank(passage, end..to, true, out);
        }
    }
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let end = at + c.len_utf8();
        let after = text.get(end..).unwrap_or("");
        let before = text.get(..at).unwrap_or("");
        let counted = before.ends_with(|c: char| c.is_ascii_digit()) && UNITS.iter().any(|unit| starts_with_word(after, unit));
        if counted || is_initial(before, after) {
            blank(passage, at..end, true, out);
        }
    }
    out.sort_by_key(|place| place.range.start);
}

/// Reports a blank at which a line may break.
fn blank(passage: &Passage<'_>, range: Range<usize>, wrong: bool, out: &mut Vec<Place>) {
    let text = passage.text().get(range.clone()).unwrap_or("");
    if wrong && !text.is_empty() && text.chars().all(is_breaking) && passage.is_own(&range) {
        let edits = passage.replace(&range, NBSP);
        out.push(Place::new(range, edits));
    }
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether a blank stands between two initials, or between an initial and a surname.
fn is_initial(before: &str, after: &str) -> bool {
    let Some(rest) = before.strip_suffix('.') else { return false };
    let mut letters = rest.chars();
    let capital = |c: Option<char>| c.is_some_and(|c| c.is_uppercase() && is_cyrillic(c));
    if !capital(letters.next_back()) {
        return false;
    }
    let head = letters.as_str();
    let second = head.ends_with('.') && capital(head.chars().rev().nth(1));
    if !second && head.ends_with(|c: char| c.is_alphanumeric() || c == '.') {
        return false;
    }
    let mut next = after.chars();
    if !capital(next.next()) {
        return false;
    }
    let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    let follows = after.get(word.len()..).unwrap_or("");
    if word.chars().count() == 1 {
        // А. С. Пушкин: the next is an initial as well, and a surname follows it.
        let rest = follows.strip_prefix('.').map(str::trim_start);
        return rest.is_some_and(|rest| capital(rest.chars().next()) && rest.chars().nth(1).is_some_and(char::is_lowercase));
    }
    let surname = word.chars().skip(1).all(char::is_lowercase) && word.chars().count() > 2;
    surname && (second || (!OPENERS.contains(&word.as_str()) && before_initials(head)))
}

/// Whether what stands before an initial is no word that a letter names: “пункт А.”.
fn before_initials(head: &str) -> bool {
    let word = head.trim_end().rsplit(|c: char| c.is_whitespace()).next().unwrap_or("").to_lowercase();
    !LABELS.iter().any(|label| word.starts_with(label))
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}
