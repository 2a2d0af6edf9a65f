//! Telephone numbers that no reference was made of: in other digits, or as short as `39 39`.

use rust_decimal::Decimal;

use super::super::references::is_called;
use super::reader::Reader;
use super::token::TokenKind;
use super::{Kind, Reading, Value};

impl Reader<'_, '_> {
    /// `+32 2 707 50 41`: what stands there as a number, so that nobody takes it apart.
    pub(super) fn telephone(&self, at: usize) -> Option<(Value, usize, usize)> {
        let plus = self.before(at);
        if self.sign(plus) != Some('+') || !self.is_glued(at) {
            return self.short_number(at);
        }
        let (mut digits, mut to, mut index) = (String::new(), at, at);
        loop {
            let token = self.token(index)?;
            match &token.kind {
                TokenKind::Figure { figure, .. } => {
                    digits.push_str(&figure.first);
                    figure.rest.iter().for_each(|(_, run)| digits.push_str(run));
                    to = index;
                }
                TokenKind::Sign('(' | ')' | '-' | '.') => {}
                _ => break,
            }
            index += 1;
            if digits.len() > 15 || self.token(index).is_none() {
                break;
            }
        }
        if !(8..=15).contains(&digits.len()) {
            return None;
        }
        let value = Value::new(Kind::Number, self.range(plus, to), vec![Reading::Number(digits.parse().ok()?)], true);
        Some((value, plus, to))
    }

    /// `39 39`, `39-39` behind a word for calling: the short number 3939. It may yet be two numbers.
    fn short_number(&self, at: usize) -> Option<(Value, usize, usize)> {
        let two = |index: usize| self.whole(index).filter(|_| self.digits(index) == Some(2));
        let first = two(at)?;
        let second_at = if self.is_dash(at + 1) && self.is_glued(at + 1) { at + 2 } else { at + 1 };
        let second = two(second_at)?;
        // A third number makes it a longer one, or a list.
        if self.figure(second_at + 1).is_some() {
            return None;
        }
        let start = self.token(at)?.range.start;
        if !is_called(self.text.get(..start)?) {
            return None;
        }
        let (first, second) = (Decimal::from(first), Decimal::from(second));
        let number = first.checked_mul(Decimal::ONE_HUNDRED)?.checked_add(second)?;
        let mut value = Value::new(Kind::Number, self.range(at, second_at), vec![Reading::Number(number)], true);
        value.parts = vec![first, second];
        Some((value, at, second_at))
    }

    /// How many digits a figure has, where it is nothing but digits.
    fn digits(&self, index: usize) -> Option<usize> {
        let (figure, _) = self.figure(index)?;
        figure.whole().map(|_| figure.first.len())
    }
}
