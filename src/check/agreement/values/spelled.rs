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
                let share = Decimal::ONE / Decimal::from(parts);
                let (many, to) = self.times_behind(at, share);
                let word = self.share_word(at, to);
                self.present(at, to, std::iter::once(share).chain(many).collect());
                if let Some(value) = self.out.last_mut() {
                    value.word = word;
                }
                return to + 1;
            } else if self.meanings(at).is_empty() {
                self.prefix(at);
            }
            return at + 1;
        }
        self.every(at);
        let mut sum = Sum::default();
        let (mut index, mut last) = (at, at);
        let mut hyphened = false;
        while let Some(part) = self.part(index) {
            if !sum.add(part, hyphened && self.lexicon.data.ten_and) {
                break;
            }
            last = index;
            index += 1;
            if matches!(part, Part::Ordinal(_)) {
                break;
            }
            // `twenty-five`, `two hundred and five`, `vingt et un`, `vingt-et-un`
            let hyphen = |index: usize| self.is_dash(index) && self.is_glued(index) && self.is_glued(index + 1);
            hyphened = hyphen(index);
            let both = hyphened && self.means(index + 1, Meaning::And) && hyphen(index + 2);
            if both && sum.takes_and(self.part(index + 3)) {
                index += 3;
                continue;
            }
            let joins = hyphened || (self.means(index, Meaning::And) && sum.takes_and(self.part(index + 1)));
            if joins && self.part(index + 1).is_some() {
                index += 1;
            }
        }
        let total = sum.total();
        let mut numbers = vec![total];
        let mut to = last;
        // `un million et demi`, `two and a half million`
        let half = if self.is_word(last + 2) && self.meanings(last + 2).is_empty() { last + 3 } else { last + 2 };
        // `два с половиной`
        let and = self.means(last + 1, Meaning::And) || self.word(last + 1) == "с";
        if and && self.share_of(half) == Some(2) {
            let worth = raised(Decimal::new(5, 1), sum.scaled.unwrap_or(0)).unwrap_or_default();
            numbers.push(total.saturating_add(worth));
            to = half;
            if let Some(Part::Times(power)) = self.part(half + 1) {
                numbers.extend(raised(total.saturating_add(worth), power));
                to = half + 1;
            }
        }
        // `two-thirds`, `deux tiers`, `две трети`; `a third` is in the word alone.
        // The first quarter is no fraction.
        let dash = usize::from(self.is_dash(last + 1));
        let is_ordinal = matches!(self.part(last), Some(Part::Ordinal(_)));
        if let Some(parts) = self.share_of(last + 1 + dash).filter(|_| total < Decimal::from(100) && !is_ordinal) {
            let share = total / Decimal::from(parts);
            // `un demi-point` is no one.
            if total == Decimal::ONE {
                numbers.clear();
            }
            numbers.push(share);
            to = last + 1 + dash;
            let (many, end) = self.times_behind(to, share);
            numbers.extend(many);
            to = end;
        }
        if let Some(parts) = self.share_of(last) {
            let others = total - sum.ordinal.unwrap_or_default();
            numbers.push((if others.is_zero() { Decimal::ONE } else { others }) / Decimal::from(parts));
            if last > at && sum.ordinal.is_some() {
                // `two thirds` is no 2 + 3.
                numbers.push(sum.before_ordinal);
            }
        }
        to = self.centuries(to, &mut numbers);
        if self.is_decade(at, last, total) {
            numbers.extend(decade(total));
        }
        let word = self.certain_word(at, last, to, total);
        self.present(at, to, numbers);
        if let Some(value) = self.out.last_mut() {
            value.word = word;
        }
        to + 1
    }

    /// `half a million`, `un demi-million`, `четверть миллиона`: a share of a scale word, and where that ends.
    fn times_behind(&self, at: usize, share: Decimal) -> (Option<Decimal>, usize) {
        let mut next = at + 1;
        while next < at + 4
            && (self.is_dash(next)
                || matches!(self.sign(next), Some('’' | '\''))
                || self.means(next, Meaning::Of)
                || self.means(next, Meaning::Article)
                || matches!(self.word(next), "a" | "an"))
        {
            next += 1;
        }
        let many = self.meaning(next, |meaning| match meaning {
            Meaning::Scale(power) => raised(share, power),
            Meaning::Group(group) => share.checked_mul(group.into()),
            Meaning::Century if self.word(next).chars().count() > 2 => raised(share, 2),
            _ => None,
        });
        (many, if many.is_some() { next } else { at })
    }

    /// `deux siècles et demi`, `полтора века`: the years that they are. Returns where the number ends.
    fn centuries(&self, to: usize, numbers: &mut Vec<Decimal>) -> usize {
        let century = to + 1;
        if !self.means(century, Meaning::Century) || self.word(century).chars().count() < 3 {
            return to;
        }
        let half = self.means(century + 1, Meaning::And) && self.share_of(century + 2) == Some(2);
        let more = if half { Decimal::new(5, 1) } else { Decimal::ZERO };
        let years: Vec<Decimal> = numbers.iter().filter_map(|number| raised(number.saturating_add(more), 2)).collect();
        numbers.extend(years);
        if half { century + 2 } else { to }
    }

    /// `nineties`, `années quatre-vingt-dix`, `девяностые`.
    fn is_decade(&self, from: usize, last: usize, total: Decimal) -> bool {
        let word = self.word(last).to_lowercase();
        let adjective = matches!(self.part(last), Some(Part::Ordinal(_)));
        is_tens(total)
            && (word.ends_with("ties")
                || matches!(self.word(self.before(from)), "années" | "Années")
                || adjective && ["ые", "ых", "ым", "ыми"].iter().any(|ending| word.ends_with(ending)))
    }

    /// `every third`, `каждый третий`: one in three.
    fn every(&mut self, at: usize) {
        let before = self.before(at);
        let word = self.word(before).to_lowercase();
        let ordinal = matches!(self.part(at), Some(Part::Ordinal(_)));
        if ordinal && (word == "every" || word.starts_with("кажд")) {
            self.present(before, before, vec![Decimal::ONE]);
        }
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
        // `полмиллиона`
        if let Some(rest) = word.strip_prefix("пол") {
            let mut buffer = String::new();
            let many = self.lexicon.meanings(rest, &mut buffer).iter().find_map(|meaning| match meaning {
                Meaning::Scale(power) => raised(Decimal::new(5, 1), *power),
                Meaning::Century if rest.len() > 4 => Some(Decimal::from(50)),
                _ => None,
            });
            if let Some(many) = many {
                self.present(at, at, vec![many]);
                return;
            }
        }
        let long = |prefix: &str| word.strip_prefix(prefix).is_some_and(|rest| rest.chars().count() > 3);
        if let Some((_, number)) = self.lexicon.data.prefixes.iter().find(|(prefix, _)| long(prefix)) {
            self.present(at, at, vec![Decimal::from(*number)]);
        }
    }
}

/// Whether a number names a decade: ten, twenty, … ninety.
pub(super) fn is_tens(number: Decimal) -> bool {
    (1..10).any(|ten| number == Decimal::from(ten * 10))
}

/// The years that a decade of two digits begins with.
pub(super) fn decade(number: Decimal) -> impl Iterator<Item = Decimal> {
    [1900, 2000, 1800].into_iter().map(move |century| number + Decimal::from(century))
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
    fn add(&mut self, part: Part, hyphened: bool) -> bool {
        let small = match part {
            Part::Units(number) | Part::Ordinal(number) => Decimal::from(number),
            Part::OneAndHalf => Decimal::new(15, 1),
            Part::Times(power) => return self.times(power),
            Part::Group(group) => {
                let least = if self.current.is_zero() { Decimal::ONE } else { self.current };
                self.current = least.saturating_mul(Decimal::from(group));
                self.started = true;
                return true;
            }
        };
        if matches!(part, Part::Ordinal(_)) {
            self.ordinal = Some(small);
            self.before_ordinal = self.total();
        }
        // Quatre-vingts is four twenties.
        let four = Decimal::from(4);
        if self.started && self.least == Some(four) && small == Decimal::from(20) {
            self.current = self.current.saturating_add(Decimal::from(76));
            self.least = Some(Decimal::from(20));
            return true;
        }
        // Soixante-dix is sixty and ten, quatre-vingt-douze four twenties and twelve.
        // Dix-sept is ten and seven, and so is soixante-dix-sept.
        let seven = hyphened && small >= Decimal::from(7) && small < Decimal::from(10);
        let fits = |least: Decimal| {
            small < least && (least >= Decimal::from(20) || small.is_zero() || seven && least == Decimal::from(10))
        };
        if self.started && !self.least.is_none_or(fits) {
            return false;
        }
        let tens = self.least.is_some_and(|least| least >= Decimal::from(20) && least < Decimal::from(100));
        if tens && small >= Decimal::from(20) {
            return false;
        }
        self.current = self.current.saturating_add(small);
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
            self.done = self.done.saturating_add(product);
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
        self.done.saturating_add(self.current)
    }
}
