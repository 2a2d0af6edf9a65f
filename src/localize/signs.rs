//! [`NumberSigns`]: the decimal and group signs of a language.

use rust_decimal::Decimal;

use super::options::Number;
use super::voices::Voice;

/// The signs that a language puts between the digits of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumberSigns {
    /// Before the fraction.
    pub(crate) decimal: String,
    /// Between groups of digits.
    pub(crate) group: String,
}

impl Voice {
    /// How the language writes numbers; `None` where it uses digits of its own.
    pub(crate) fn number_signs(&self) -> Option<NumberSigns> {
        // Long enough for the languages that group no four or five digits.
        let number = Number { value: Decimal::new(876_543_215, 1), options: Default::default() };
        let shown = self.shown(&number)?;
        let mut runs = shown.split(|c: char| c.is_ascii_digit()).filter(|run| !run.is_empty());
        let (group, decimal) = (runs.next()?, runs.next_back()?);
        let foreign = group.chars().chain(decimal.chars()).any(|c| c.is_alphanumeric());
        (!foreign).then(|| NumberSigns { decimal: decimal.to_owned(), group: group.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::localize::Voices;

    #[test]
    fn signs_are_those_of_the_language() {
        let voices = Voices::new(&[]);
        let signs = |tag: &str| {
            let signs = voices.voice(&Language::parse(tag).unwrap()).number_signs()?;
            Some((signs.decimal, signs.group))
        };
        let pair = |decimal: &str, group: &str| Some((decimal.to_owned(), group.to_owned()));
        assert_eq!(signs("en"), pair(".", ","));
        assert_eq!(signs("en-IN"), pair(".", ","));
        assert_eq!(signs("fr"), pair(",", "\u{202f}"));
        assert_eq!(signs("ru"), pair(",", "\u{a0}"));
        assert_eq!(signs("de"), pair(",", "."));
        assert_eq!(signs("es"), pair(",", "."));
        assert_eq!(signs("fa"), None);
    }
}
