//! Where a text mentions the number of a statement.

use std::ops::Range;

use super::super::cards::plain_number;

/// Whether a number names a statement by itself: `PR (2020) 061`, not `12` or `2020`.
pub(super) fn is_telling(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let others = number.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).count();
    digits > 0 && others > 0 && digits + others >= 5
}

/// Whether what is shaped like a number can be told from dates, fractions and sums: it has letters.
pub(super) fn has_shape(number: &str) -> bool {
    is_telling(number) && number.chars().any(char::is_alphabetic)
}

/// Where a text mentions a number: blanks and case aside, and as a whole, so that `PR (2020) 06` is not in `PR (2020) 061`.
pub(super) fn mention(text: &str, number: &str) -> Option<Range<usize>> {
    find(text, number, false)
}

/// Where a text mentions a number of the same shape: the same letters and signs, with other digits between them or the same.
pub(super) fn shaped(text: &str, number: &str) -> Option<Range<usize>> {
    find(text, number, true)
}

fn find(text: &str, number: &str, by_shape: bool) -> Option<Range<usize>> {
    let wanted = plain_number(number);
    let first = wanted.chars().next()?;
    let begins =
        |c: char| if by_shape && first.is_ascii_digit() { c.is_ascii_digit() } else { c.to_lowercase().next() == Some(first) };
    for (start, _) in text.char_indices().filter(|&(_, c)| begins(c)) {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let Some(end) = matched(text.get(start..)?, &wanted, by_shape) else { continue };
        let after = text.get(start + end..).and_then(|after| after.chars().next());
        if !after.is_some_and(char::is_alphanumeric) {
            return Some(start..start + end);
        }
    }
    None
}

/// The end of what is wanted at the start of a text.
fn matched(text: &str, wanted: &str, by_shape: bool) -> Option<usize> {
    let mut wanted = wanted.chars().peekable();
    let mut given = text.char_indices().peekable();
    let mut end = 0;
    while let Some(next) = wanted.next() {
        let (at, c) = given.next()?;
        end = at + c.len_utf8();
        if next == ' ' {
            if !c.is_whitespace() {
                return None;
            }
            while let Some((at, c)) = given.next_if(|(_, c)| c.is_whitespace()) {
                end = at + c.len_utf8();
            }
        } else if by_shape && next.is_ascii_digit() {
            if !c.is_ascii_digit() {
                return None;
            }
            while wanted.next_if(char::is_ascii_digit).is_some() {}
            while let Some((at, c)) = given.next_if(|(_, c)| c.is_ascii_digit()) {
                end = at + c.len_utf8();
            }
        } else {
            let mut lower = c.to_lowercase();
            if lower.next() != Some(next) || lower.any(|more| wanted.next() != Some(more)) {
                return None;
            }
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_mentioned_as_a_whole() {
        for (text, number, found) in [
            ("See PR (2020) 061.", "PR (2020) 061", Some("PR (2020) 061")),
            ("See PR\u{a0}(2020)\n061 and more", "PR (2020) 061", Some("PR\u{a0}(2020)\n061")),
            ("See pr (2020) 061", "PR (2020) 061", Some("pr (2020) 061")),
            ("See PR (2020) 0611.", "PR (2020) 061", None),
            ("XPR (2020) 061.", "PR (2020) 061", None),
            ("A/75/1 and A/75/12", "A/75/12", Some("A/75/12")),
            ("заявление № 15-П от", "№ 15-П", Some("№ 15-П")),
            ("", "PR (2020) 061", None),
        ] {
            assert_eq!(mention(text, number).map(|range| &text[range]), found, "{text}");
        }
        assert!(is_telling("PR (2020) 061") && is_telling("A/75/12") && !is_telling("12") && !is_telling("2020"));
        assert!(has_shape("A/75/12") && !has_shape("12/2020"));
    }

    #[test]
    fn a_shape_has_other_digits() {
        for (text, found) in [
            ("See PR (2019) 9.", Some("PR (2019) 9")),
            ("See PR(2019) 9.", None),
            ("PR (19) 9a", None),
            ("the spread (2019) 9", None),
        ] {
            assert_eq!(shaped(text, "PR (2020) 061").map(|range| &text[range]), found, "{text}");
        }
    }
}
