//! Nights: `в ночь на 19 января` is the night of 18 to 19 January, and `the night of 18 January` as well. The day that is not said counts as
//! present, so that a text which says both has its answer.

use super::data::Meaning;
use super::reader::Reader;
use super::{Day, Kind, Reading, Value};

/// Words for the night that may stand before its day.
const NIGHTS: &[&str] = &["night", "overnight", "nuit", "ночь", "ночи", "ночью"];

/// How many tokens may stand between the night and its day: `в ночь на пятницу, 19 января`.
const NEAR: usize = 7;

impl Reader<'_, '_> {
    /// Adds the other day of each night of which only one is said.
    pub(super) fn nights(&mut self) {
        let mut found = Vec::new();
        for (index, value) in self.out.iter().enumerate() {
            let Some(day) = value.days().next().filter(|day| value.kind == Kind::Date && day.day.is_some()) else { continue };
            let at = self.tokens.partition_point(|token| token.range.start < value.range.start);
            let Some(onto) = self.night_before(at) else { continue };
            // Of `du 18 au 19 janvier` each end is said.
            let is_near = |other: &Value, gap: std::ops::Range<usize>| {
                other.kind == Kind::Date
                    && self.text.get(gap).is_some_and(|gap| gap.chars().count() <= 24 && !gap.contains(['.', ';']))
            };
            let before = index.checked_sub(1).and_then(|before| self.out.get(before));
            let after = self.out.get(index + 1);
            let said = before.is_some_and(|other| {
                let gap = other.range.end..value.range.start;
                is_near(other, gap)
                    && self.night_before(self.tokens.partition_point(|token| token.range.start < other.range.start)).is_some()
            }) || after.is_some_and(|other| is_near(other, value.range.end..other.range.start));
            if said {
                continue;
            }
            // `Friday night, 3 May` is `в ночь на субботу, 4 мая`.
            if let Some((weekday, range)) = value.weekday.clone() {
                let other = if onto { (weekday + 5) % 7 + 1 } else { weekday % 7 + 1 };
                found.push(Value::new(Kind::Weekday, range, vec![Reading::Weekday(other)], false));
            }
            if let Some(other) = neighbour(day, onto) {
                found.push(Value::new(Kind::Date, value.range.clone(), vec![Reading::Date(other)], false));
            }
        }
        self.out.append(&mut found);
    }

    /// Whether a night stands before a day, and if so, whether it ends with that day: `на 19`, `into 19`.
    fn night_before(&self, at: usize) -> Option<bool> {
        let mut onto = false;
        let mut place = at;
        for _ in 0..NEAR {
            place = self.before(place);
            let word = self.word(place).to_lowercase();
            if NIGHTS.contains(&word.as_str()) {
                return Some(onto);
            }
            onto |= self.means(place, Meaning::Onto) || matches!(word.as_str(), "into" | "to" | "au");
            let weekday = self.meanings(place).iter().any(|meaning| matches!(meaning, Meaning::Weekday(_)));
            let joins = weekday
                || self.sign(place) == Some(',')
                || self.means(place, Meaning::Of)
                || self.means(place, Meaning::Onto)
                || matches!(word.as_str(), "into" | "to" | "on" | "from" | "au" | "с" | "со");
            if !joins {
                return None;
            }
        }
        None
    }
}

/// The day before or after one; of the last of a month, only where the year does not matter or is known.
fn neighbour(day: Day, before: bool) -> Option<Day> {
    // Without a year it is no leap year or one: of both the night of the last of February is left alone.
    let full = Day { year: Some(day.year.unwrap_or(2001)), ..day };
    let leap = Day { year: Some(day.year.unwrap_or(2004)), ..day };
    let step = |day: Day| {
        let civil = day.civil()?;
        if before { civil.yesterday().ok() } else { civil.tomorrow().ok() }
    };
    let (one, two) = (step(full)?, step(leap)?);
    if (one.month(), one.day()) != (two.month(), two.day()) {
        return None;
    }
    Some(Day {
        year: day.year.map(|_| one.year()),
        month: u8::try_from(one.month()).ok(),
        day: u8::try_from(one.day()).ok(),
        month_shared: true,
        year_shared: true,
    })
}
