//! What numbers count that say nothing of it themselves: `5 % for parties and 7 for coalitions`, `3.4 billion euros against 3.9 billion`.

use rust_decimal::Decimal;

use super::Measure;
use super::data::Meaning;
use super::reader::Reader;
use super::token::TokenKind;

/// Words that no number counts: one before them stands alone, `7 for coalitions`.
const BARE: &[&str] = &[
    "for",
    "of",
    "in",
    "on",
    "at",
    "to",
    "among",
    "per",
    "when",
    "if",
    "where",
    "with",
    "as",
    "after",
    "before",
    "than",
    "from",
    "by",
    "pour",
    "de",
    "des",
    "du",
    "d",
    "dans",
    "en",
    "sur",
    "chez",
    "à",
    "au",
    "aux",
    "par",
    "avec",
    "contre",
    "parmi",
    "chez",
    "lorsque",
    "si",
    "more",
    "further",
    "autres",
    "plus",
    "для",
    "из",
    "в",
    "во",
    "на",
    "у",
    "при",
    "по",
    "к",
    "от",
    "с",
    "за",
    "против",
    "среди",
    "если",
];

impl Reader<'_, '_> {
    /// Whether a time behind a number is when something else was: `3,9 млрд годом ранее`, `120 неделей раньше`. One of it is no more than
    /// one, so that no other number counts it.
    pub(super) fn is_earlier(&self, at: usize, numbers: &[Decimal], scale: Option<u8>) -> bool {
        const ONE: &[&str] = &[
            "год",
            "годом",
            "месяц",
            "месяцем",
            "неделя",
            "неделю",
            "неделей",
            "неделею",
            "день",
            "днём",
            "днем",
            "час",
            "часом",
            "кварталом",
            "десятилетием",
        ];
        const WHEN: &[&str] = &["ранее", "раньше", "назад", "тому", "спустя", "позже", "позднее", "до", "прежде"];
        let small = |index: usize| self.word(index).to_lowercase();
        let ten = Decimal::TEN;
        let counts =
            |number: &Decimal| number.is_integer() && number % ten == Decimal::ONE && number % (ten * ten) != Decimal::from(11);
        ONE.contains(&small(at).as_str())
            && WHEN.contains(&small(at + 1).as_str())
            && (scale.is_some() || !numbers.first().is_some_and(counts))
    }

    /// Whether words behind a number say when: `un an plus tôt`, `a year earlier`, `годом ранее`, `il y a`, `l’an dernier`.
    fn says_when(&self, at: usize) -> bool {
        let article = self.means(at, Meaning::Article) || matches!(self.word(at), "a" | "an");
        let is_time = |index: usize| {
            matches!(self.unit(index), Some((Measure::Unit("hour" | "minute" | "day" | "week" | "month" | "year"), _)))
        };
        let then =
            ["il", "last", "this", "previously", "earlier", "before", "auparavant", "précédemment", "тогда", "ранее", "прежде"];
        article && is_time(at + 1) || self.is_earlier(at, &[], Some(0)) || then.contains(&self.word(at))
    }

    /// The currency of all amounts of a text where they have one: `48,7 milliards d’euros … 52,1 milliards`.
    fn only_currency(&self) -> Option<Measure> {
        let mut amounts = self.out.iter().filter_map(|value| match value.measure.or(value.shared) {
            // A hundredth is one of the currency that stands beside it.
            Some(Measure::Currency(code)) => Some(code).filter(|code| !matches!(*code, "cent" | "penny" | "kopeck")),
            _ => None,
        });
        let first = amounts.next()?;
        amounts.all(|code| code == first).then_some(Measure::Currency(first))
    }

    /// `5 % for parties and 7 for coalitions`: a bare number may count what one before it in its sentence does.
    pub(super) fn elide(&mut self, places: &[(usize, usize, usize)]) {
        let mut before: Option<(Measure, usize)> = None;
        let money = self.only_currency();
        for &(from, to, at) in places {
            let ends = |start: usize| {
                (start..from).any(|index| match self.sign(index) {
                    Some('.' | '!' | '?' | '…') => {
                        matches!(self.token(index + 1).map(|token| &token.kind), Some(TokenKind::Word { capital: true, .. }))
                    }
                    Some('\n') => true,
                    _ => false,
                })
            };
            if before.is_some_and(|(_, end)| ends(end + 1)) {
                before = None;
            }
            // `3,9 milliards`, whatever stands behind but `de personnes`.
            let large = self.out.get(at).is_some_and(|value| value.scale.is_some()) && !self.means(to + 1, Meaning::Of);
            let alone = !self.is_word(to + 1)
                || self.says_when(to + 1)
                || [Meaning::And, Meaning::To, Meaning::In, Meaning::Of].iter().any(|meaning| self.means(to + 1, *meaning))
                || BARE.contains(&self.word(to + 1));
            let Some(value) = self.out.get_mut(at) else { continue };
            match value.measure.or(value.shared) {
                Some(measure) => before = Some((measure, to)),
                None => {
                    value.elided = money.filter(|_| large).or(before.map(|(measure, _)| measure).filter(|_| alone));
                    before = before.map(|(measure, _)| (measure, to));
                }
            }
        }
    }
}
