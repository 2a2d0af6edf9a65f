//! Weekdays: beside a date, several beside several dates, and those that a habit names: `on Tuesdays`, `le mardi`, `по вторникам`.

use std::ops::Range;

use super::data::Meaning;
use super::reader::Reader;
use super::token::TokenKind;
use super::{Kind, Reading, Value};

/// Words after which a weekday is one of a list, and the date behind its comma is the next.
const EXCEPT: &[&str] = &[
    "except",
    "excepting",
    "excluding",
    "but",
    "every",
    "each",
    "sauf",
    "excepté",
    "hormis",
    "hors",
    "chaque",
    "tous",
    "кроме",
    "исключением",
    "исключая",
    "каждый",
    "каждую",
    "каждое",
];

/// A weekday in a text.
struct Named {
    at: usize,
    number: u8,
    range: Range<usize>,
    doubtful: bool,
    /// The date that it belongs to, among all values.
    date: Option<usize>,
}

impl Reader<'_, '_> {
    /// Reads the weekdays; beside a date they belong to it, too.
    pub(super) fn weekdays(&mut self) {
        let mut named: Vec<Named> = (0..self.tokens.len()).filter_map(|index| self.named(index)).collect();
        let mut from = 0;
        while from < named.len() {
            let mut to = from;
            while named.get(to).zip(named.get(to + 1)).is_some_and(|(left, right)| self.is_listed(left.at + 1, right.at)) {
                to += 1;
            }
            let Some(run) = named.get_mut(from..=to) else { break };
            self.give_dates(run);
            // At once, so that no other weekday takes the date.
            for one in run {
                if let Some(value) = one.date.and_then(|date| self.out.get_mut(date)) {
                    value.weekday = Some((one.number, one.range.clone()));
                }
            }
            from = to + 1;
        }
        for one in named {
            if one.date.is_none() && one.doubtful && self.word(one.at).chars().count() < 4 {
                continue;
            }
            // `со среды по воскресенье`
            let weekday = |index: usize| self.meanings(index).iter().any(|meaning| matches!(meaning, Meaning::Weekday(_)));
            let before = self.before(self.before(one.at));
            let ranged = self.means(one.at + 1, Meaning::To) && weekday(one.at + 2)
                || self.means(self.before(one.at), Meaning::To) && weekday(before);
            let firm = !one.doubtful || one.date.is_some() || ranged;
            self.out.push(Value::new(Kind::Weekday, one.range, vec![Reading::Weekday(one.number)], firm));
        }
    }

    fn named(&self, index: usize) -> Option<Named> {
        let number = self.meaning(index, |meaning| if let Meaning::Weekday(day) = meaning { Some(day) } else { None })?;
        if self.used.get(index) != Some(&false) {
            return None;
        }
        let capital = matches!(self.token(index).map(|token| &token.kind), Some(TokenKind::Word { capital: true, .. }));
        if self.lexicon.data.capital_months && !capital {
            return None;
        }
        let doubtful = self.lexicon.is_doubtful(self.word(index));
        // Russian “среда” is the environment, too: a Wednesday has its comma or its preposition, or stands in a list of weekdays.
        let comma = self.sign(index + 1) == Some(',') || matches!(self.sign(self.before(index)), Some(',' | '('));
        let in_list = self.means(self.before(index), Meaning::And)
            && self.meanings(self.before(self.before(index))).iter().any(|meaning| matches!(meaning, Meaning::Weekday(_)));
        if doubtful && !comma && !in_list && !self.means(self.before(index), Meaning::In) && self.word(index).chars().count() > 3
        {
            return None;
        }
        Some(Named { at: index, number, range: self.range(index, index), doubtful, date: None })
    }

    /// Whether nothing but what joins a list stands in a range of tokens.
    fn is_listed(&self, from: usize, to: usize) -> bool {
        let mut at = from;
        while at < to && (self.means(at, Meaning::Of) || self.means(at, Meaning::In)) && self.joint(at) == 0 {
            at += 1;
        }
        let joint = self.joint(at);
        at += joint;
        while at < to && (self.means(at, Meaning::Of) || self.means(at, Meaning::In) || self.means(at, Meaning::To)) {
            at += 1;
        }
        joint > 0 && at == to || to == from
    }

    /// Gives the weekdays of a list the dates behind them or before them, each its own.
    fn give_dates(&self, run: &mut [Named]) {
        let [first, .., last] = run else {
            if let [one] = run {
                one.date = self.date_beside(one);
            }
            return;
        };
        let dates = self.dates_in_order();
        let follows = |end: usize, start: usize| {
            self.text.get(end..start).is_some_and(|gap| {
                let words = gap.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
                gap.chars().count() <= 12 && words <= 1 && !gap.contains([';', ':', '\n', '–', '—'])
            })
        };
        let range = |at: usize| dates.get(at).and_then(|at| self.out.get(*at)).map(|value| value.range.clone());
        // `Tuesday and Wednesday, 7 and 8 October`; `7 and 8 October (Tuesday and Wednesday)`
        let behind = (0..dates.len()).find(|at| range(*at).is_some_and(|range| follows(last.range.end, range.start)));
        let before = (0..dates.len()).rev().find(|at| range(*at).is_some_and(|range| follows(range.end, first.range.start)));
        let joined = |left: usize, right: usize| {
            range(left).zip(range(right)).is_some_and(|(left, right)| {
                self.text.get(left.end..right.start).is_some_and(|gap| {
                    gap.chars().count() <= 8
                        && gap.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count() <= 2
                })
            })
        };
        let group: Vec<usize> = if let Some(start) = behind {
            let end = (start..dates.len()).take_while(|at| *at == start || joined(*at - 1, *at)).last().unwrap_or(start);
            (start..=end).collect()
        } else if let Some(end) = before {
            let start = (0..=end).rev().take_while(|at| *at == end || joined(*at, *at + 1)).last().unwrap_or(end);
            (start..=end).collect()
        } else {
            Vec::new()
        };
        if group.len() == run.len() {
            for (one, at) in run.iter_mut().zip(group) {
                one.date = dates.get(at).copied();
            }
        } else if let ([at], [.., last]) = (group.as_slice(), run)
            && behind.is_some()
            && !self.is_habit(last)
        {
            last.date = dates.get(*at).copied();
        }
    }

    /// The dates that say a day, by their places.
    fn dates_in_order(&self) -> Vec<usize> {
        let says_day = |value: &Value| value.kind == Kind::Date && value.days().any(|day| day.day.is_some());
        let mut dates: Vec<usize> = (0..self.out.len()).filter(|at| self.out.get(*at).is_some_and(says_day)).collect();
        dates.sort_by_key(|at| self.out.get(*at).map_or(0, |value| value.range.start));
        dates
    }

    /// The date that a weekday stands beside.
    fn date_beside(&self, one: &Named) -> Option<usize> {
        if self.is_habit(one) {
            return None;
        }
        let dates = self.dates_in_order();
        let excepted = EXCEPT.contains(&self.word(self.before(one.at)).to_lowercase().as_str())
            || EXCEPT.contains(&self.word(self.before(self.before(one.at))).to_lowercase().as_str());
        let article = matches!(self.word(self.before(one.at)), "le" | "Le");
        let place = dates.iter().position(|at| {
            let Some(value) = self.out.get(*at).filter(|value| value.weekday.is_none()) else { return false };
            let (before, after) = (one.range.end..value.range.start, value.range.end..one.range.start);
            let is_short =
                |gap: &str| gap.chars().count() <= 12 && gap.chars().all(|c| !matches!(c, ';' | ':' | '\n' | '–' | '—'));
            let words = |gap: &str| gap.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
            let before = self.text.get(before).is_some_and(|gap| {
                // `mer. 21 janv.`: the full stop of a short word ends no sentence.
                let gap = gap.strip_prefix('.').filter(|_| one.range.len() <= 8).unwrap_or(gap);
                let comma = gap.contains(',');
                // `le mardi, le 1er janvier` is a list; `sauf le mardi, 1er janvier` as well.
                let listed = comma && (excepted || article && words(gap) == 1);
                is_short(gap) && words(gap) <= 1 && !gap.contains(". ") && !listed
            });
            let after = self.text.get(after).is_some_and(|gap| is_short(gap) && words(gap) <= 1 && gap.contains([',', '(']));
            before || after
        })?;
        let at = dates.get(place).copied()?;
        // `Sunday, 14 July and 15 August`: a list of days, each with its month.
        let (value, next) = (self.out.get(at)?, dates.get(place + 1).and_then(|at| self.out.get(*at)));
        let comma = self.text.get(one.range.end..value.range.start).is_some_and(|gap| gap.contains(','));
        let alone = |value: &Value| value.days().all(|day| !day.month_shared);
        let goes_on = next.is_some_and(|next| {
            let gap = self.text.get(value.range.end..next.range.start).unwrap_or(";");
            let words = gap.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
            gap.chars().count() <= 8 && words <= 2 && !gap.contains(['–', '—', '-', '(', ';', '.']) && alone(value) && alone(next)
        });
        let says_year = value.days().any(|day| day.year.is_some() && !day.year_shared);
        (!comma || !goes_on || says_year).then_some(at)
    }

    /// Whether a weekday is that of every week: its plural.
    fn is_habit(&self, one: &Named) -> bool {
        let word = self.word(one.at).to_lowercase();
        match self.lexicon.data.capital_months {
            true => word.len() > 5 && word.ends_with("days"),
            false => {
                word.len() > 5 && word.is_ascii() && word.ends_with('s')
                    || ["ам", "ами", "ах", "ям", "ями", "ях", "ки", "ги", "ов"].iter().any(|ending| word.ends_with(ending))
            }
        }
    }
}
