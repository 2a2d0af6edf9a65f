//! The Roman numerals that headings begin with: `## III. Measures`. To Markdown they are text.

use super::super::StatementContext;
use super::super::comparison::Comparison;
use crate::align::Link;
use crate::language::Language;
use crate::model::UnitKind;

/// A heading of a translation with another numeral than its source has: the unit there, the unit here, and both numerals as they are written.
pub(super) struct Other<'p> {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) expected: &'p str,
    pub(super) number: &'p str,
}

/// The headings whose numerals differ. What blocks explain that are missing or extra is no mistake.
pub(super) fn others<'p>(context: &StatementContext<'p>, comparison: &Comparison<'p>) -> Vec<Other<'p>> {
    let of = |language: &Language, unit: usize| numeral(context.prose(language, unit)?.text());
    let source = &context.statement.source;
    let mut out = Vec::new();
    let mut due = 0;
    for link in &comparison.alignment.links {
        let Link::Pair { source: there, target: here } = *link else {
            let count = |language: &Language, units: &[usize]| units.iter().filter(|&&unit| of(language, unit).is_some()).count();
            let (here, there) = (count(comparison.language, link.targets()), count(source, link.sources()));
            due += i64::try_from(here).unwrap_or(0) - i64::try_from(there).unwrap_or(0);
            continue;
        };
        let heading = |kind: UnitKind| matches!(kind, UnitKind::Heading(_));
        let is_heading = comparison.source_unit(there).is_some_and(|unit| heading(unit.kind))
            && comparison.target_unit(here).is_some_and(|unit| heading(unit.kind));
        if !is_heading || context.is_untranslated(comparison.language, here) {
            continue;
        }
        let (Some((expected, want)), Some((number, has))) = (of(source, there), of(comparison.language, here)) else { continue };
        let offset = has - want;
        if offset != 0 && offset != due {
            out.push(Other { source: there, target: here, expected, number });
        }
        due = offset;
    }
    out
}

/// The numeral that a text begins with, and its value. Letters of Cyrillic that look alike are taken for those of Latin.
fn numeral(text: &str) -> Option<(&str, i64)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphabetic())?;
    let numeral = text.get(..end).filter(|numeral| numeral.chars().count() <= 8)?;
    let rest = text.get(end..)?;
    let ended = rest.starts_with(['.', ')']) || rest.trim_start().starts_with(['–', '—']);
    if !ended {
        return None;
    }
    let worth = |c: char| {
        Some(match c {
            'I' | 'І' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            'L' => 50,
            _ => return None,
        })
    };
    let worths: Vec<i64> = numeral.chars().map(worth).collect::<Option<_>>()?;
    let signed = |(at, worth): (usize, &i64)| if worths.get(at + 1).is_some_and(|next| next > worth) { -worth } else { *worth };
    Some((numeral, worths.iter().enumerate().map(signed).sum()))
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn headings_begin_with_numerals() {
        for (text, value) in [("III. Aims", 3), ("IV) Buts", 4), ("ХІV. Цели", 14), ("IX – Terms", 9)] {
            assert_eq!(numeral(text).map(|(_, value)| value), Some(value), "{text}");
        }
        for text in ["I agree", "Vote. Then", "III", "", "Introduction"] {
            assert_eq!(numeral(text), None, "{text}");
        }
    }
}
