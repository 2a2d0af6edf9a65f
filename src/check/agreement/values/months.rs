//! Adjectives of months: `декабрьские показатели`, and the year that stands behind what they say more of, `мартовское землетрясение 2024
//! года`.

use super::data::Meaning;
use super::reader::Reader;
use super::{Day, Kind, Reading, Value};

/// So many bytes behind an adjective its year is looked for: some five words.
const NEAR: usize = 120;

impl Reader<'_, '_> {
    pub(super) fn adjectives_of_months(&mut self) {
        for index in 0..self.tokens.len() {
            let Some(month) =
                self.meaning(index, |meaning| if let Meaning::OfMonth(month) = meaning { Some(month) } else { None })
            else {
                continue;
            };
            if self.used.get(index) != Some(&false) {
                continue;
            }
            let range = self.range(index, index);
            let end = range.end;
            let day = Day { month: Some(month), ..Day::default() };
            self.out.push(Value::new(Kind::Date, range, vec![Reading::Date(day)], false));
            let text = self.text;
            let follows = |value: &Value| {
                let between = value.range.start.checked_sub(end).filter(|length| *length <= NEAR);
                let clause = between.and_then(|_| text.get(end..value.range.start));
                clause.is_some_and(|clause| !clause.contains([',', ';', ':', '.', '!', '?', '—', '(']))
            };
            let behind = self.out.iter_mut().filter(|value| follows(value) && year(value).is_some());
            if let Some(value) = behind.min_by_key(|value| value.range.start) {
                let day = Day { year: year(value), month_shared: true, ..day };
                value.readings.push(Reading::Date(day));
            }
        }
    }
}

/// The year that a value is, where it is nothing more.
fn year(value: &Value) -> Option<i16> {
    value.readings.iter().find_map(|reading| match reading {
        Reading::Date(Day { year, month: None, day: None, .. }) => *year,
        Reading::Number(number) if value.scale.is_none() => {
            i16::try_from(*number).ok().filter(|year| (1000..3000).contains(year))
        }
        _ => None,
    })
}
