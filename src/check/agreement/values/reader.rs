//! [`read`]: the values of a text, in their order.

use std::ops::Range;

use super::data::Meaning;
use super::figure::Figure;
use super::lexicon::Lexicon;
use super::token::{Ending, Token, TokenKind, tokens};
use super::{Kind, Measure, Reading, Value, Values};

/// The values of a text. `claimed` are the ranges that hold no figures: references, addresses.
pub(in super::super) fn read(text: &str, claimed: &[Range<usize>], lexicon: &Lexicon) -> Values {
    let tokens = tokens(text, claimed, lexicon);
    let mut reader = Reader { text, lexicon, used: vec![false; tokens.len()], tokens, out: Vec::new() };
    let periods = reader.periods();
    reader.dates();
    reader.nights();
    reader.seasons();
    reader.times();
    reader.numbers();
    reader.adjectives_of_months();
    reader.spelled();
    reader.round_the_clock();
    reader.bare_hours();
    reader.days_alone();
    reader.durations();
    reader.identifiers();
    let loose = reader.loose();
    let mut values = reader.out;
    values.sort_by_key(|value| (value.range.start, value.range.end));
    Values { values, loose, periods }
}

/// A text that is read, and what was found so far.
pub(super) struct Reader<'t, 'l> {
    pub(super) text: &'t str,
    pub(super) lexicon: &'l Lexicon,
    pub(super) tokens: Vec<Token<'l>>,
    /// The tokens that are part of a value already.
    pub(super) used: Vec<bool>,
    pub(super) out: Vec<Value>,
}

impl<'t, 'l> Reader<'t, 'l> {
    pub(super) fn token(&self, index: usize) -> Option<&Token<'l>> {
        self.tokens.get(index)
    }

    pub(super) fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).and_then(|token| self.text.get(token.range.clone())).unwrap_or("")
    }

    pub(super) fn meanings(&self, index: usize) -> &'l [Meaning] {
        match self.tokens.get(index).map(|token| &token.kind) {
            Some(TokenKind::Word { meanings, .. }) => meanings,
            _ => &[],
        }
    }

    /// What a token means by the first of its meanings that counts.
    pub(super) fn meaning<T>(&self, index: usize, which: impl Fn(Meaning) -> Option<T>) -> Option<T> {
        self.meanings(index).iter().find_map(|meaning| which(*meaning))
    }

    pub(super) fn means(&self, index: usize, meaning: Meaning) -> bool {
        self.meanings(index).contains(&meaning)
    }

    pub(super) fn is_word(&self, index: usize) -> bool {
        matches!(self.token(index).map(|token| &token.kind), Some(TokenKind::Word { .. }))
    }

    pub(super) fn sign(&self, index: usize) -> Option<char> {
        match self.token(index)?.kind {
            TokenKind::Sign(c) => Some(c),
            _ => None,
        }
    }

    pub(super) fn is_glued(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| token.glued)
    }

    /// A figure that is part of no value yet.
    pub(super) fn figure(&self, index: usize) -> Option<(&Figure, Ending)> {
        match &self.token(index)?.kind {
            TokenKind::Figure { figure, ending } if self.used.get(index) == Some(&false) => Some((figure, *ending)),
            _ => None,
        }
    }

    /// A figure of digits only that is part of no value yet.
    pub(super) fn whole(&self, index: usize) -> Option<u32> {
        self.figure(index).and_then(|(figure, _)| figure.whole())
    }

    /// Whether a token is a hyphen or a dash.
    pub(super) fn is_dash(&self, index: usize) -> bool {
        matches!(self.sign(index), Some('-' | '‐' | '\u{2011}' | '–' | '—' | '−'))
    }

    /// What joins the ends of a range or the members of a list at a place: how many tokens.
    pub(super) fn joint(&self, index: usize) -> usize {
        if self.is_dash(index) || self.sign(index) == Some(',') {
            // `10,– and 20` joins nothing; `, and 5` does.
            return 1 + usize::from(self.sign(index) == Some(',') && self.means(index + 1, Meaning::And));
        }
        usize::from(self.means(index, Meaning::And) || self.means(index, Meaning::To) || self.sign(index) == Some('&'))
    }

    pub(super) fn range(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.token(from).map_or(0, |token| token.range.start);
        let end = self.token(to).map_or(start, |token| token.range.end);
        start..end.max(start)
    }

    pub(super) fn take(&mut self, from: usize, to: usize) {
        if let Some(used) = self.used.get_mut(from..=to) {
            used.fill(true);
        }
    }

    /// The index of the token before, if there is one.
    pub(super) fn before(&self, index: usize) -> usize {
        // OK because no token has the last number there is: what is asked of it is answered with nothing.
        index.checked_sub(1).unwrap_or(usize::MAX - 8)
    }

    /// Percent signs and currencies that belong to no number.
    fn loose(&self) -> Vec<Measure> {
        let unused = (0..self.tokens.len()).filter(|index| self.used.get(*index) == Some(&false));
        let measure = |index: usize| match self.sign(index) {
            Some('%' | '٪') => Some(Measure::Percent),
            Some(sign) => Self::currency_sign(sign).map(Measure::Currency),
            None => self.meaning(index, |meaning| match meaning {
                Meaning::Percent => Some(Measure::Percent),
                Meaning::Currency(code) => Some(Measure::Currency(code)),
                _ => None,
            }),
        };
        unused.filter_map(measure).collect()
    }

    /// What stands in references and compounds of letters and digits counts as present.
    fn identifiers(&mut self) {
        for index in 0..self.tokens.len() {
            let Some(Token { range, kind: TokenKind::Identifier, .. }) = self.token(index) else { continue };
            let (start, text) = (range.start, self.text.get(range.clone()).unwrap_or(""));
            let mut at = 0;
            let mut year = None;
            while let Some(found) = text.get(at..).and_then(|tail| tail.find(|c| super::figure::digit(c).is_some())) {
                let Some(figure) = Figure::read(text, at + found) else { break };
                let numbers = figure.numbers(self.lexicon);
                // `FY2023-24` holds 2024.
                let end = year.zip(numbers.first()).and_then(|(year, end)| super::numbers::in_century(year, *end));
                year = numbers.first().copied();
                let readings: Vec<Reading> = numbers.into_iter().chain(end).map(Reading::Number).collect();
                let range = start + at + found..start + figure.end;
                let mut value = Value::new(Kind::Number, range, readings, false);
                value.parts = figure.parts();
                at = figure.end;
                self.out.push(value);
            }
        }
    }
}
