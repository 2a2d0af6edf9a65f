//! Numbers that are spelled out: `twenty-five`, `quatre-vingt-dix`, `две трети`, `millions of`. They count as present.

use rust_decimal::Decimal;

use super::data::Meaning;
use super::numbers::raised;
use super::reader::Reader;
use super::token::TokenKind;
use super::{Kind, Reading, Value};

/// What a word adds to a number that is spelled out.
#[derive(Clone, Copy)]
enum Part {
    Units(u16),
    Times(u8),
    Group(u16),
    /// An ordinal ends it.
    Ordinal(u16),
    OneAndHalf,
}

impl Reader<'_, '_> {
    pub(super) fn spelled(&mut self) {
        let mut index = 0;
        while index < self.tokens.len() {
            let next = self.spelled_at(index);
            index = next.max(index + 1);
        }
    }

    fn part(&self, index: usize) -> Option<Part> {
        if self.used.get(index) != Some(&false) {
            return None;
        }
        self.meaning(index, |meaning| match meaning {
            Meaning::Cardinal(number) => Some(Part::Units(number)),
            Meaning::Article => Some(Part::Units(1)),
            Meaning::Scale(power) => Some(Part::Times(power)),
            Meaning::Group(group) => Some(Part::Group(group)),
            Meaning::Ordinal(number) => Some(Part::Ordinal(number)),
            Meaning::OneAndHalf => Some(Part::OneAndHalf),
            _ => None,
        })
    }

    fn share_of(&self, index: usize) -> Option<u16> {
        self.meaning(index, |meaning| if let Meaning::Part(number) = meaning { Some(number) } else { None })
    }

    /// Reads the number that begins at a token; returns where to go on.
    fn spelled_at(&mut self, at: usize) -> usize {
        if self.used.get(at) != Some(&false) || !self.is_word(at) {
            return at + 1;
        }
        if self.part(at).is_none() {
            if let Some(parts) = self.share_of(at) {
                self.present(at, at, vec![Decimal::ONE / Decimal::from(parts)]);
            } else if self.meanings(at).is_empty() {
                self.prefix(at);
            }
            return at + 1;
        }
        let mut sum = Sum::default();
        let (mut index, mut last) = (at, at);
        while let Some(part) = self.part(index) {
            if !sum.add(part) {
                break;
            }
            last = index;
            index += 1;
            if matches!(part, Part::Ordinal(_)) {
                break;
            }
            // `twenty-five`, `two hundred and five`, `vingt et un`
            let joins = (self.is_dash(index) && self.is_glued(index) && self.is_glued(index + 1))
                || (self.means(index, Meaning::And) && sum.takes_and(self.part(index + 1)));
            if joins && self.part(index + 1).is_some() {
                index += 1;
            }
        }
        let total = sum.total();
        let mut numbers = vec![total];
        let mut to = last;
        // `un million et demi`, `two and a half million`
        let half = if self.is_word(last + 2) && self.meanings(last + 2).is_empty() { last + 3 } else { last + 2 };
        if self.means(last + 1, Meaning::And) && self.share_of(half) == Some(2) {
            let worth = raised(Decimal::new(5, 1), sum.scaled.unwrap_or(0)).unwrap_or_default();
            numbers.push(total + worth);
            to = half;
            if let Some(Part::Times(power)) = self.part(half + 1) {
                numbers.extend(raised(total + worth, power));
                to = half + 1;
            }
        }
        // `two-thirds`, `deux tiers`, `две трети`; `a third` is in the word alone.
        let dash = usize::from(self.is_dash(last + 1));
        if let Some(parts) = self.share_of(last + 1 + dash).filter(|_| total < Decimal::from(100)) {
            numbers.push(total / Decimal::from(parts));
            to = last + 1 + dash;
        }
        if let Some(parts) = self.share_of(last) {
            let others = total - sum.ordinal.unwrap_or_default();
            numbers.push((if others.is_zero() { Decimal::ONE } else { others }) / Decimal::from(parts));
            if last > at && sum.ordinal.is_some() {
                // `two thirds` is no 2 + 3.
                numbers.push(sum.before_ordinal);
            }
        }
        self.present(at, to, numbers);
        to + 1
    }

    fn present(&mut self, from: usize, to: usize, numbers: Vec<Decimal>) {
        let kind = Kind::Number;
        let readings = numbers.into_iter().map(Reading::Number).collect();
        self.out.push(Value::new(kind, self.range(from, to), readings, false));
    }

    /// `двухсторонний`, `пятилетний`: a number at the beginning of a word.
    fn prefix(&mut self, at: usize) {
        if self.lexicon.data.prefixes.is_empty()
            || !matches!(self.token(at).map(|token| &token.kind), Some(TokenKind::Word { .. }))
        {
            return;
        }
        let word = self.word(at);
        let long = |prefix: &str| word.strip_prefix(prefix).is_some_and(|rest| rest.chars().count() > 3);
        if let Some((_, number)) = self.lexicon.data.prefixes.iter().find(|(prefix, _)| long(prefix)) {
            self.present(at, at, vec![Decimal::from(*number)]);
        }
    }
}

/// A number that grows word by word.
#[derive(Default)]
struct Sum {
    /// What stands before the last scale word, multiplied.
    done: Decimal,
    /// What the next scale word multiplies.
    current: Decimal,
    /// The least that was added to `current`: what follows must be smaller.
    least: Option<Decimal>,
    ordinal: Option<Decimal>,
    before_ordinal: Decimal,
    scaled: Option<u8>,
    started: bool,
}

impl Sum {
    /// Adds a word; false where it begins another number.
    fn add(&mut self, part: Part) -> bool {
        let small = match part {
            Part::Units(number) | Part::Ordinal(number) => Decimal::from(number),
            Part::OneAndHalf => Decimal::new(15, 1),
            Part::Times(power) => return self.times(power),
            Part::Group(group) => {
                let least = if self.current.is_zero() { Decimal::ONE } else { self.current };
                self.current = least * Decimal::from(group);
                self.started = true;
                return true;
            }
        };
        if matches!(part, Part::Ordinal(_)) {
            self.ordinal = Some(small);
            self.before_ordinal = self.done + self.current;
        }
        // Quatre-vingts is four twenties.
        let four = Decimal::from(4);
        if self.started && self.least == Some(four) && small == Decimal::from(20) {
            self.current += Decimal::from(76);
            self.least = Some(Decimal::from(20));
            return true;
        }
        // Soixante-dix is sixty and ten, quatre-vingt-douze four twenties and twelve.
        let fits = |least: Decimal| small < least && (least >= Decimal::from(20) || small.is_zero());
        if self.started && !self.least.is_none_or(fits) {
            return false;
        }
        let tens = self.least.is_some_and(|least| least >= Decimal::from(20) && least < Decimal::from(100));
        if tens && small >= Decimal::from(20) {
            return false;
        }
        self.current += small;
        self.least = Some(small);
        self.started = true;
        true
    }

    fn times(&mut self, power: u8) -> bool {
        if self.started && self.scaled.is_some_and(|scaled| scaled <= power) && self.current.is_zero() {
            return false;
        }
        let current = if self.current.is_zero() { Decimal::ONE } else { self.current };
        let Some(product) = raised(current, power) else { return false };
        self.started = true;
        if power < 3 {
            // Hundreds may be multiplied again: two hundred thousand.
            self.current = product;
            self.least = Some(Decimal::ONE_HUNDRED);
        } else {
            self.done += product;
            self.current = Decimal::ZERO;
            self.least = None;
            self.scaled = Some(power);
        }
        true
    }

    /// Whether “and” may stand before the next word: “two hundred and five”, “vingt et un”, and never “two and five”.
    fn takes_and(&self, next: Option<Part>) -> bool {
        match next {
            Some(Part::Units(number) | Part::Ordinal(number)) => match self.least {
                Some(least) if least == Decimal::ONE_HUNDRED || self.current >= Decimal::ONE_HUNDRED => number < 100,
                Some(least) => least >= Decimal::from(20) && least < Decimal::from(100) && (number == 1 || number == 11),
                None => self.scaled.is_some() && number < 100,
            },
            _ => false,
        }
    }

    fn total(&self) -> Decimal {
        self.done + self.current
    }
}
