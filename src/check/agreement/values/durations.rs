//! Lengths of time: `24 hours` is `a day` and `сутки`, `90 minutes` is `une heure et demie`. What counts a time gets how long it is as one
//! more reading; neighbours such as `4 hours and 30 minutes` are one length.

use rust_decimal::Decimal;

use super::data::Meaning;
use super::reader::Reader;
use super::{Base, Clock, Kind, Measure, Reading, Sort, Value};

/// Words after which a unit alone is one of it: `a day`, `par jour`, `за сутки`.
const ONE: &[&str] =
    &["a", "an", "per", "each", "every", "par", "chaque", "в", "за", "на", "через", "течение", "каждый", "каждую", "каждые"];

/// Words that may stand between a number and its unit and change neither.
const BETWEEN: &[&str] = &[
    "first",
    "last",
    "next",
    "full",
    "whole",
    "long",
    "consecutive",
    "premiers",
    "premières",
    "derniers",
    "dernières",
    "prochains",
    "prochaines",
    "pleins",
    "pleines",
    "longs",
    "longues",
    "первых",
    "первые",
    "последних",
    "последние",
    "ближайших",
    "ближайшие",
    "следующих",
    "следующие",
    "полных",
    "целых",
    "долгих",
];

/// A value that is a length of time.
struct Length {
    value: usize,
    unit: &'static str,
    amount: Option<Decimal>,
    /// Its tokens.
    from: usize,
    to: usize,
}

impl Reader<'_, '_> {
    pub(super) fn durations(&mut self) {
        let mut answered = vec![false; self.tokens.len()];
        let mut lengths = Vec::new();
        for index in 0..self.out.len() {
            if let Some(length) = self.length(index) {
                if let Some(mark) = answered.get_mut(length.to) {
                    *mark = true;
                }
                lengths.push(length);
            }
        }
        lengths.sort_by_key(|length| length.from);
        self.neighbours(&lengths);
        self.bare(&answered);
    }

    /// The first token that begins at a byte or behind it.
    fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.range.start < byte)
    }

    /// Gives a number that counts a unit of time its length.
    fn length(&mut self, index: usize) -> Option<Length> {
        let value = self.out.get(index)?;
        if !matches!(value.kind, Kind::Number | Kind::Time) || value.numbers().next().is_none() {
            return None;
        }
        // The first quarter is as long as any other.
        if value.word.is_some_and(|word| word.sort == Sort::Ordinal) {
            return None;
        }
        let amounts: Vec<Decimal> = value.numbers().filter(|number| !number.is_sign_negative()).take(8).collect();
        let is_alone = amounts.len() == 1;
        let (from, end) = (self.token_at(value.range.start), self.token_at(value.range.end));
        let firm = value.firm;
        // `трёхмесячный`, and words that are a length by themselves: `полгода`.
        let is_part = amounts.iter().all(|amount| *amount < Decimal::ONE) && self.unit_behind(end, &amounts).1.is_some();
        if let Some((unit, times)) = self.in_word(from).filter(|_| end == from + 1 && !is_part) {
            let amounts = times.map_or(amounts, |times| vec![times.into()]);
            self.add_spans(index, unit, &amounts, false);
            return None;
        }
        let measured = match value.measure.or(value.shared) {
            Some(Measure::Unit(unit)) if worth(unit).is_some() => Some((unit, Decimal::ONE)),
            Some(_) => return None,
            None => None,
        };
        let (place, spelled_unit) = self.unit_behind(end, &amounts);
        let (unit, times) = measured.or(spelled_unit)?;
        let mut to = if spelled_unit.is_some() { place } else { self.token_at(value.whole.end).saturating_sub(1).max(from) };
        let mut amounts: Vec<Decimal> = amounts.into_iter().filter_map(|amount| amount.checked_mul(times)).collect();
        // `une heure et demie`, `an hour and a half`, `два с половиной часа`
        if let Some((part, last)) = self.and_part(to + 1).or_else(|| Some((self.part_between(end)?, to))) {
            amounts = amounts.into_iter().filter_map(|amount| amount.checked_add(part.checked_mul(times)?)).collect();
            to = to.max(last);
        }
        let (first, last) = (amounts.first().copied(), self.range(from, to).end);
        self.add_spans(index, unit, &amounts, true);
        if let Some(value) = self.out.get_mut(index).filter(|value| !value.firm) {
            value.whole.end = value.whole.end.max(last);
        }
        Some(Length { value: index, unit, amount: first.filter(|_| is_alone || !firm), from, to })
    }

    fn add_spans(&mut self, index: usize, unit: &'static str, amounts: &[Decimal], idiom: bool) {
        let french = idiom && self.lexicon.data.phrases.iter().any(|(phrase, _)| *phrase == ["pour", "cent"]);
        let Some(value) = self.out.get_mut(index) else { return };
        for amount in amounts {
            let more = spans(unit, *amount, french, value.firm);
            value.readings.extend(more.into_iter().map(|(base, amount)| Reading::Span(base, amount)));
        }
    }

    /// The unit of time that a word names, and how often.
    fn unit_of(&self, index: usize) -> Option<(&'static str, Decimal)> {
        let letters = self.word(index).chars().count();
        self.meaning(index, |meaning| match meaning {
            Meaning::Length(unit, times) => Some((unit, Decimal::from(times))),
            Meaning::Hour => Some(("hour", Decimal::ONE)),
            Meaning::Minute => Some(("minute", Decimal::ONE)),
            Meaning::Year => Some(("year", Decimal::ONE)),
            Meaning::Century if letters > 2 => Some(("year", Decimal::ONE_HUNDRED)),
            Meaning::Unit(unit) if worth(unit).is_some() => Some((unit, Decimal::ONE)),
            _ => None,
        })
    }

    /// The unit behind a number: `two hours`, `half an hour`, `trois quarts d’heure`, `demi-heure`, `quinzaine de jours`.
    fn unit_behind(&self, end: usize, amounts: &[Decimal]) -> (usize, Option<(&'static str, Decimal)>) {
        let mut at = end;
        let is_part = amounts.iter().any(|amount| *amount < Decimal::ONE);
        for _ in 0..4 {
            let joins = self.is_dash(at) && self.is_glued(at)
                || matches!(self.sign(at), Some('’' | '\''))
                || self.means(at, Meaning::Of) && self.word(at) != "the"
                || is_part && matches!(self.word(at), "a" | "an" | "the" | "of");
            // `с половиной` stands before its unit.
            let half = matches!(self.word(at), "с" | "and") || self.part_word(at).is_some() || self.word(at) == "a";
            // `trois premiers jours`, `двух последних суток`
            let between = at == end && BETWEEN.contains(&self.word(at).to_lowercase().as_str());
            if !(joins || between || half && self.part_between(end).is_some()) {
                break;
            }
            at += 1;
        }
        (at, self.unit_of(at))
    }

    fn part_word(&self, index: usize) -> Option<Decimal> {
        let part = self.meaning(index, |meaning| if let Meaning::Part(part) = meaning { Some(part) } else { None })?;
        (part == 2 || part == 4).then(|| Decimal::ONE / Decimal::from(part))
    }

    /// A part behind the unit: `and a half`, `et demie`, `с половиной`.
    fn and_part(&self, at: usize) -> Option<(Decimal, usize)> {
        if !self.means(at, Meaning::And) && self.word(at) != "с" {
            return None;
        }
        let place = at + 1 + usize::from(matches!(self.word(at + 1), "a" | "un"));
        Some((self.part_word(place)?, place))
    }

    /// A part between the number and its unit: `два с половиной часа`.
    fn part_between(&self, end: usize) -> Option<Decimal> {
        self.and_part(end).map(|(part, _)| part).filter(|_| self.word(end) == "с")
    }

    /// The unit that is part of the word of a number, and how often where the word says that itself.
    fn in_word(&self, at: usize) -> Option<(&'static str, Option<u16>)> {
        if let Some(found) =
            self.meaning(at, |meaning| if let Meaning::Length(unit, times) = meaning { Some((unit, Some(times))) } else { None })
        {
            return Some(found);
        }
        let word = self.word(at).to_lowercase();
        let data = self.lexicon.data;
        let tail = |tail: &str| {
            data.prefixes.iter().any(|(prefix, _)| word.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(tail)))
        };
        data.length_tails.iter().find(|(stem, _)| tail(stem)).map(|(_, unit)| (*unit, None))
    }

    /// Makes one length of `4 hours 30 minutes`, `two years and six months`.
    fn neighbours(&mut self, lengths: &[Length]) {
        let mut gone = Vec::new();
        let mut at = 0;
        while at < lengths.len() {
            let mut last = at;
            while let (Some(left), Some(right)) = (lengths.get(last), lengths.get(last + 1)) {
                if !self.is_next(left, right) {
                    break;
                }
                last += 1;
            }
            if let Some(run) = lengths.get(at..=last).filter(|run| run.len() > 1) {
                self.join(run, &mut gone);
            }
            at = last + 1;
        }
        // OK to go from the last: the others keep their places.
        gone.sort_unstable();
        for index in gone.into_iter().rev() {
            self.out.remove(index);
        }
    }

    /// Whether the second is the smaller part of the same length.
    fn is_next(&self, left: &Length, right: &Length) -> bool {
        let (Some(large), Some(small)) = (worth(left.unit), worth(right.unit)) else { return false };
        let (Some(amount), Some(_)) = (right.amount, left.amount) else { return false };
        let comma = usize::from(self.sign(left.to + 1) == Some(','));
        let gap = left.to + 1 + comma + usize::from(self.means(left.to + 1 + comma, Meaning::And));
        let abbreviated = usize::from(self.sign(left.to + 1) == Some('.') && self.is_glued(left.to + 1));
        let smaller =
            large.0 == small.0 && small.1 < large.1 && amount.checked_mul(small.1).is_some_and(|amount| amount < large.1);
        smaller && (gap == right.from || left.to + 1 + abbreviated == right.from)
    }

    fn join(&mut self, run: &[Length], gone: &mut Vec<usize>) {
        let total = |unit: &str, amount: Decimal| worth(unit).and_then(|(_, size)| amount.checked_mul(size));
        let mut sum = Decimal::ZERO;
        let mut parts = Vec::new();
        for one in run {
            let Some(amount) = one.amount else { return };
            let Some(more) = total(one.unit, amount).and_then(|more| sum.checked_add(more)) else { return };
            sum = more;
            parts.push(amount);
        }
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let Some((base, _)) = worth(first.unit) else { return };
        let firm = |one: &Length| self.out.get(one.value).is_some_and(|value| value.firm);
        let (all, any) = (run.iter().all(firm), run.iter().any(firm));
        let mut value = Value::new(Kind::Number, self.range(first.from, last.to), vec![Reading::Span(base, sum)], any);
        value.readings.extend(clock(run));
        value.parts = parts;
        for one in run {
            if all {
                gone.push(one.value);
            } else if let Some(part) = self.out.get_mut(one.value) {
                part.firm = false;
            }
        }
        self.out.push(value);
    }

    /// Units that no number counts: `a day`, `сутки`, `a fortnight`.
    fn bare(&mut self, answered: &[bool]) {
        for index in 0..self.tokens.len() {
            if self.used.get(index) != Some(&false) || answered.get(index) != Some(&false) || !self.is_word(index) {
                continue;
            }
            let word = self.word(index).to_lowercase();
            let stem = self.lexicon.data.length_stems.iter().find(|(stem, ..)| word.starts_with(stem));
            let itself = self.meanings(index).iter().any(|meaning| matches!(meaning, Meaning::Length(..)));
            let found = match stem {
                Some((_, unit, times)) => Some((*unit, Decimal::from(*times))),
                None => self.unit_of(index).filter(|(_, times)| {
                    let before = self.word(self.before(index)).to_lowercase();
                    itself || ONE.contains(&before.as_str()) || word.starts_with("сут") || *times == Decimal::ONE_HUNDRED
                }),
            };
            let Some((unit, times)) = found else { continue };
            let mut times = times;
            let mut to = index;
            // `an hour and a half`
            if let Some((part, last)) = self.and_part(index + 1) {
                (times, to) = (times.saturating_add(times.saturating_mul(part)), last);
            }
            let readings =
                spans(unit, times, false, false).into_iter().map(|(base, amount)| Reading::Span(base, amount)).collect();
            self.out.push(Value::new(Kind::Number, self.range(index, to), readings, false));
        }
    }
}

/// What a unit is counted in, and how much of that it is.
fn worth(unit: &str) -> Option<(Base, Decimal)> {
    let (base, size): (Base, i64) = match unit {
        "second" => (Base::Seconds, 1),
        "minute" => (Base::Seconds, 60),
        "hour" => (Base::Seconds, 3600),
        "day" => (Base::Seconds, 86_400),
        "week" => (Base::Seconds, 604_800),
        "month" => (Base::Months, 1),
        "year" => (Base::Months, 12),
        _ => return None,
    };
    Some((base, size.into()))
}

/// How long so many of a unit are. French counts a week as eight days and two as fifteen.
fn spans(unit: &str, amount: Decimal, french: bool, firm: bool) -> Vec<(Base, Decimal)> {
    let Some((base, length)) = worth(unit).and_then(|(base, size)| Some((base, size.checked_mul(amount)?))) else {
        return Vec::new();
    };
    let mut out = vec![(base, length.normalize())];
    let days = [(1, 8), (2, 15)].into_iter().find(|(weeks, days)| {
        unit == "week" && amount == Decimal::from(*weeks) || french && unit == "day" && amount == Decimal::from(*days)
    });
    if let Some((weeks, _)) = days {
        out.push((Base::Fortnights, weeks.into()));
        // In words, `quinze jours` is fourteen days as well.
        if !firm && unit == "day" {
            out.push((Base::Seconds, Decimal::from(weeks * 604_800)));
        }
    }
    out
}

/// The time of day that hours with their minutes may be.
fn clock(run: &[Length]) -> Option<Reading> {
    let of = |unit: &str| run.iter().find(|one| one.unit == unit).and_then(|one| u8::try_from(one.amount?).ok());
    let hour = of("hour").filter(|_| run.first().is_some_and(|first| first.unit == "hour"))?;
    let (minute, second) = (of("minute").unwrap_or(0), of("second").unwrap_or(0));
    Some(Reading::Time(Clock { hour, minute, second }))
}

/// How long hours, minutes and seconds are together.
pub(super) fn span(hour: u8, minute: u8, second: u8) -> Reading {
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    Reading::Span(Base::Seconds, seconds.into())
}
