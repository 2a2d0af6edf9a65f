//! Parts of a year that are counted: `the first nine months of 2024`, `premier semestre 2024`, `I квартал 2024 года`, `Q1 2024`. Another
//! language may name the months at their ends: `январь — сентябрь 2024 года`.

use std::ops::Range;

use super::data::Meaning;
use super::reader::Reader;
use super::token::TokenKind;

/// A part of a year, from a month to a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Period {
    /// The bytes from the words that count to the year.
    pub(in super::super) range: Range<usize>,
    pub(in super::super) first: u8,
    pub(in super::super) last: u8,
    pub(in super::super) year: Option<i16>,
}

/// How many words may stand between a part and its year: `of the year`, `de l’année`.
const NEAR: usize = 5;

/// What is counted: how its words begin, and how many months it has.
const PARTS: &[(&str, u8)] = &[
    ("month", 1),
    ("mois", 1),
    ("месяц", 1),
    ("quarter", 3),
    ("trimestre", 3),
    ("квартал", 3),
    ("half", 6),
    ("semestre", 6),
    ("полугод", 6),
    ("половин", 6),
];

impl Reader<'_, '_> {
    /// The parts of years that a text counts. Asked first, while no token is a part of a value.
    pub(super) fn periods(&self) -> Vec<Period> {
        (0..self.tokens.len()).filter_map(|index| self.period(index)).collect()
    }

    fn period(&self, at: usize) -> Option<Period> {
        let (first, last, from) = self.abbreviated(at).or_else(|| self.counted(at))?;
        let year = self.year_behind(at);
        // Russian needs no “first”: “за девять месяцев 2024 года”.
        if year.is_none() && !self.says_first(from) && last - first + 1 != 3 && last - first + 1 != 6 {
            return None;
        }
        let to = year.map_or(at, |(_, place)| place);
        Some(Period { range: self.range(from, to), first, last, year: year.map(|(year, _)| year) })
    }

    fn is_russian(&self) -> bool {
        !self.lexicon.data.ordinal_stems.is_empty()
    }

    fn says_first(&self, at: usize) -> bool {
        self.means(at, Meaning::Ordinal(1)) || self.word(at).to_lowercase().starts_with("premi")
    }

    /// `Q1`, `H1`, `T1`, `S1`.
    fn abbreviated(&self, at: usize) -> Option<(u8, u8, usize)> {
        let (letter, number) = self.word(at).split_at_checked(1)?;
        let length = match letter {
            "Q" | "T" => 3,
            "H" | "S" => 6,
            _ => return None,
        };
        let (first, last) = span(number.parse().ok()?, length)?;
        self.year_behind(at).map(|_| (first, last, at))
    }

    fn counted(&self, at: usize) -> Option<(u8, u8, usize)> {
        let small = self.word(at).to_lowercase();
        let (_, length) = PARTS.iter().find(|(stem, _)| small.starts_with(stem))?;
        let before = self.before(at);
        if *length > 1 {
            let (first, last) = span(self.place(before)?, *length)?;
            return Some((first, last, before));
        }
        // `neuf premiers mois`, `first nine months`, `первые девять месяцев`
        let opened = self.says_first(before);
        let place = if opened { self.before(before) } else { before };
        let months = self.count(place).filter(|months| (2..=12).contains(months))?;
        let first = self.before(place);
        if self.says_first(first) {
            return Some((1, months, first));
        }
        (opened || self.is_russian()).then_some((1, months, place))
    }

    fn count(&self, at: usize) -> Option<u8> {
        let whole = self.whole(at).and_then(|number| u8::try_from(number).ok());
        whole.or_else(|| {
            self.meaning(at, |meaning| match meaning {
                Meaning::Cardinal(number) => u8::try_from(number).ok(),
                _ => None,
            })
        })
    }

    /// The place in an order: `first`, `1er`, `I`, `1-м`.
    fn place(&self, at: usize) -> Option<u8> {
        if let Some(TokenKind::Word { roman: Some((number, _)), .. }) = self.token(at).map(|token| &token.kind) {
            return u8::try_from(*number).ok();
        }
        if self.says_first(at) {
            return Some(1);
        }
        let whole = self.whole(at).and_then(|number| u8::try_from(number).ok());
        whole.or_else(|| {
            self.meaning(at, |meaning| match meaning {
                Meaning::Ordinal(number) => u8::try_from(number).ok(),
                _ => None,
            })
        })
    }

    /// The year behind a part of it, and where it stands.
    fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        for place in at + 1..at + 1 + NEAR {
            if let Some(year) = self.whole(place).filter(|year| (1000..3000).contains(year)) {
                return Some((i16::try_from(year).ok()?, place));
            }
            let joins = self.means(place, Meaning::Of)
                || self.means(place, Meaning::Year)
                || matches!(self.word(place), "year" | "année" | "an")
                || matches!(self.sign(place), Some('’' | '\''));
            if !joins {
                return None;
            }
        }
        None
    }
}

/// The months of one of several equal parts of a year.
fn span(number: u8, length: u8) -> Option<(u8, u8)> {
    let last = number.checked_mul(length).filter(|last| (1..=12).contains(last))?;
    Some((last - length + 1, last))
}
