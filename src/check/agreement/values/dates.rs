//! Dates: `3 June 2020`, `le 1er juin`, `с 3 по 5 июня 2020 года`, `03.06.2020`, `2020-06-03`, `2020年6月3日`, and weekdays.

use super::data::Meaning;
use super::reader::Reader;
use super::token::{Ending, TokenKind};
use super::{Day, Kind, Reading, Value};

impl Reader<'_, '_> {
    pub(super) fn dates(&mut self) {
        let first = self.out.len();
        for index in 0..self.tokens.len() {
            if self.used.get(index) != Some(&false) {
                continue;
            }
            match &self.tokens.get(index).map(|token| &token.kind) {
                Some(TokenKind::Figure { .. }) => self.numeric(index),
                Some(TokenKind::Word { meanings, .. }) if !meanings.is_empty() => {
                    if let Some(month) = self.month(index) {
                        self.written(index, month);
                    }
                }
                _ => {}
            }
        }
        if let Some(values) = self.out.get_mut(first..) {
            values.sort_by_key(|value| value.range.start);
        }
        self.share_years(first);
        self.weekdays();
    }

    /// The month that a word names, if it can be one here.
    fn month(&self, index: usize) -> Option<u8> {
        let capital = matches!(self.token(index)?.kind, TokenKind::Word { capital: true, .. });
        self.meaning(index, |meaning| match meaning {
            Meaning::Month(month) => Some(month).filter(|_| capital || !self.lexicon.data.capital_months),
            Meaning::Borrowed(month) => Some(month).filter(|_| capital),
            _ => None,
        })
    }

    fn is_borrowed(&self, index: usize) -> bool {
        self.meanings(index).iter().any(|meaning| matches!(meaning, Meaning::Borrowed(_)))
    }

    /// Whether a word that names a month may be something else where no day and no year stands beside it: “may”, and what is cut so short
    /// that a slip of the pen or a part of a name looks like it.
    fn is_doubtful_month(&self, at: usize) -> bool {
        let word = self.word(at);
        let is_part = self.is_dash(at + 1) && self.is_glued(at + 1);
        let is_short = || self.lexicon.data.doubtful.is_empty() && word.chars().count() < 5;
        self.lexicon.is_doubtful(word) || self.is_borrowed(at) || is_part || is_short()
    }

    /// A number beside a month. One that no month has is a slip of the pen, which has to be found as such.
    fn day_of_month(&self, index: usize) -> Option<u8> {
        self.whole(index).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=99).contains(day))
    }

    fn year(&self, index: usize) -> Option<i16> {
        let (figure, ending) = self.figure(index)?;
        let year = figure.whole().filter(|year| figure.first.len() == 4 && (1000..=9999).contains(year))?;
        // Russian `2027-го` is a year by its case.
        let declined = ending == Ending::Ordinal && !self.lexicon.data.ordinal_stems.is_empty();
        i16::try_from(year).ok().filter(|_| ending == Ending::None || declined)
    }

    /// A date whose month is a word.
    fn written(&mut self, at: usize, month: u8) {
        let doubtful = self.is_doubtful_month(at);
        // English puts the month first.
        let month_first = self.lexicon.data.month_first || self.is_borrowed(at);
        let (mut from, mut to) = (at, at);
        let mut date = Day { month: Some(month), ..Day::default() };
        // Behind the month: an abbreviation's full stop, a word like “de”, a comma.
        let mut next = at + 1;
        if self.sign(next) == Some('.') && self.is_glued(next) {
            next += 1;
        }
        let mut spelled = None;
        // Before it: `3`, `3rd of`, `3.`, `3-го`, `1er`, “first of”.
        let mut before = self.before(at);
        while self.means(before, Meaning::Of) || self.is_dash(before) && self.is_glued(at) {
            before = self.before(before);
        }
        if self.sign(before) == Some('.') && self.is_glued(before) {
            before = self.before(before);
        }
        if let Some(day) = self.day_of_month(before) {
            (date.day, from) = (Some(day), before);
        } else if let Some(year) = self.year(before) {
            // `2020. június 3.`
            (date.year, from) = (Some(year), before);
        } else if let Some(day) = self.meaning(before, ordinal) {
            spelled = Some((day, before));
        }
        if date.day.is_none()
            && date.year.is_some() | month_first | self.lexicon.data.words.is_empty()
            && let Some(day) = self.day_of_month(next)
            && self.sign(next + 1) != Some(':')
        {
            // `June 3, 2020`, `June 3rd`, `June 3–5`
            (date.day, to) = (Some(day), next);
            if date.year.is_some() && !month_first && !self.lexicon.data.words.is_empty() {
                // `le 2019 juin 12`: a day and a year that changed places. No day is so numbered, so that it agrees with none.
                date.day = Some(0);
            }
            next += 1;
            if self.is_dash(next)
                && let Some(last) = self.day_of_month(next + 1).filter(|last| *last > day)
            {
                let year = self.year(next + 2 + usize::from(self.sign(next + 2) == Some(',')));
                let first = Day { year, year_shared: year.is_some(), ..date };
                self.push_date(first, from, to, true);
                (date.day, date.month_shared, from, to) = (Some(last), true, next + 1, next + 1);
                next += 2;
            }
        }
        if date.year.is_none() {
            let comma = usize::from(self.sign(next) == Some(','));
            let mut year_at = next + comma;
            while comma == 0 && self.means(year_at, Meaning::Of) && year_at < next + 2 {
                year_at += 1;
            }
            // Thai names the era before the year.
            let mut passed = 0;
            while self.lexicon.data.words.is_empty()
                && passed < 4
                && (self.sign(year_at) == Some('.') || self.word(year_at).chars().count() < 3 && self.is_word(year_at))
            {
                (year_at, passed) = (year_at + 1, passed + 1);
            }
            // `(June, 2020` is a date; in `in June, 2020 hospitals` nobody would put that comma.
            if let Some(year) = self.year(year_at).filter(|_| comma == 0 || date.day.is_some() || month_first) {
                (date.year, to) = (Some(year), year_at);
            }
        }
        if date.day.is_none()
            && let Some((day, place)) = spelled
            && (date.year.is_some() || self.means(self.before(at), Meaning::Of) || place + 1 == at)
        {
            (date.day, from) = (Some(day), place);
        }
        let alone = date.day.is_none() && date.year.is_none();
        if alone && doubtful {
            let preposition = self.means(self.before(at), Meaning::In);
            let value = Value::new(Kind::Date, self.range(at, at), vec![Reading::Date(date)], preposition);
            // OK to leave the word to others: a month that may be a verb satisfies a date and asks for none.
            self.out.push(value);
            return;
        }
        let (first_day, first) = (date.day, from);
        self.push_date(date, from, to, true);
        if let Some(day) = first_day {
            self.days_before(first, day, date);
        }
        if self.means(to + 1, Meaning::Year) {
            self.take(to + 1, to + 1);
        }
    }

    /// The other days of `3, 4 and 5 June`, `с 3 по 5 июня`: those before the last.
    fn days_before(&mut self, mut at: usize, mut last: u8, date: Day) {
        loop {
            let mut joint = self.before(at);
            // `mardi 7 et mercredi 8 octobre`, `во вторник, 7, и в среду, 8 октября`
            let comma = self.sign(joint) == Some(',') && self.is_weekday(self.before(joint));
            if comma || self.is_weekday(joint) {
                joint = self.before(if comma { self.before(joint) } else { joint });
                while self.means(joint, Meaning::In) && !self.means(joint, Meaning::To) {
                    joint = self.before(joint);
                }
            }
            while self.means(joint, Meaning::Of) && !self.means(joint, Meaning::To) {
                joint = self.before(joint);
            }
            // `в ночь с 15 на 16 февраля`
            let onto = self.means(joint, Meaning::Onto) && matches!(self.word(self.before(self.before(joint))), "с" | "со");
            // `the night of 3/4 May`
            let slash = self.sign(joint) == Some('/') && self.is_glued(joint) && self.is_glued(joint + 1);
            if self.joint(joint) == 0 && !onto && !slash {
                return;
            }
            let mut place = self.before(joint);
            if self.means(joint, Meaning::And) && self.sign(place) == Some(',') {
                place = self.before(place);
            }
            if self.sign(place) == Some('.') && self.is_glued(place) {
                place = self.before(place);
            }
            // In a list days go up. The ends of a range may be the wrong way round by mistake, and are still a range.
            let is_list = self.sign(joint) == Some(',');
            let Some(day) = self.day_of_month(place).filter(|day| *day < last || !is_list && *day != last) else { return };
            if slash && day + 1 != last {
                return;
            }
            let shared = Day { day: Some(day), month_shared: true, year_shared: date.year.is_some(), ..date };
            self.push_date(shared, place, place, true);
            (at, last) = (place, day);
        }
    }

    fn is_weekday(&self, index: usize) -> bool {
        self.meanings(index).iter().any(|meaning| matches!(meaning, Meaning::Weekday(_)))
    }

    fn push_date(&mut self, date: Day, from: usize, to: usize, firm: bool) {
        let value = Value::new(Kind::Date, self.range(from, to), vec![Reading::Date(date)], firm);
        self.out.push(value);
        // Only what was read: `June` in `the 3 and 5 June` is between.
        for index in from..=to {
            self.take(index, index);
        }
    }

    /// A date in figures: `03.06.2020`, `3/6/2020`, `2020-06-03`, `2020年6月3日`.
    fn numeric(&mut self, at: usize) {
        let Some((figure, _)) = self.figure(at) else { return };
        let mut parts: Vec<(usize, u32)> = Vec::new();
        let mut to = at;
        if let Some(runs) = figure.split('.').filter(|runs| runs.len() == 3) {
            parts.extend(runs.iter().filter_map(|run| Some((run.len(), run.parse().ok()?))));
        } else if let Some(first) = figure.whole() {
            parts.push((figure.first.len(), first));
            while let Some(sign) =
                self.sign(to + 1).filter(|sign| matches!(sign, '-' | '/') && self.is_glued(to + 1) && self.is_glued(to + 2))
            {
                let Some((figure, _)) = self.figure(to + 2) else { break };
                let Some(number) = figure.whole() else { break };
                if parts.len() > 1 && self.sign(to - 1) != Some(sign) {
                    break;
                }
                parts.push((figure.first.len(), number));
                to += 2;
            }
        }
        let ideographs = self.ideographic(at);
        if let Some((date, last)) = ideographs {
            self.push_date(date, at, last, true);
            self.take(last + 1, last + 1);
            return;
        }
        let &[first, second, third] = parts.as_slice() else { return };
        let date = |year: (usize, u32), month: (usize, u32), day: (usize, u32)| {
            let full = match year {
                (4, year) => year,
                // `03.06.20`: this century. Statements of the last one are not dated so.
                (2, year) => 2000 + year,
                _ => return None,
            };
            let day =
                jiff::civil::Date::new(i16::try_from(full).ok()?, i8::try_from(month.1).ok()?, i8::try_from(day.1).ok()?).ok()?;
            let short = month.0 <= 2;
            short.then(|| Day {
                year: Some(day.year()),
                month: u8::try_from(day.month()).ok(),
                day: u8::try_from(day.day()).ok(),
                ..Day::default()
            })
        };
        let slash = self.sign(at + 1) == Some('/');
        let mut readings: Vec<Reading> = Vec::new();
        if first.0 == 4 {
            readings.extend(date(first, second, third).map(Reading::Date));
        } else if third.0 == 4 || (third.0 == 2 && first.0 == 2 && second.0 == 2 && to == at) {
            readings.extend(date(third, second, first).map(Reading::Date));
            if slash && self.lexicon.data.month_first {
                readings.extend(date(third, first, second).map(Reading::Date));
            }
        }
        if readings.is_empty() {
            return;
        }
        let value = Value::new(Kind::Date, self.range(at, to), readings, true);
        self.out.push(value);
        self.take(at, to);
        if self.means(to + 1, Meaning::Year) {
            self.take(to + 1, to + 1);
        }
    }

    /// `2020年6月3日`, `2020년 6월 3일`.
    fn ideographic(&self, at: usize) -> Option<(Day, usize)> {
        let mut date = Day::default();
        let (mut index, mut last) = (at, at);
        let mut marks = 0;
        while let Some(number) = self.whole(index) {
            match self.word(index + 1).chars().next() {
                Some('年' | '년') => date.year = i16::try_from(number).ok(),
                Some('月' | '월') => date.month = u8::try_from(number).ok().filter(|month| *month <= 12),
                Some('日' | '일') => date.day = u8::try_from(number).ok().filter(|day| *day <= 31),
                _ => break,
            }
            marks += 1;
            last = index;
            index += 2;
        }
        (marks > 1 && date.month.is_some()).then_some((date, last))
    }

    /// Gives the first end of a range the year of its second: `28 May – 3 June 2020`, `de juin à juillet 2020`.
    fn share_years(&mut self, first: usize) {
        for index in (first + 1..self.out.len()).rev() {
            let (Some(left), Some(right)) = (self.out.get(index - 1), self.out.get(index)) else { continue };
            let ([Reading::Date(early)], [Reading::Date(late)]) = (left.readings.as_slice(), right.readings.as_slice()) else {
                continue;
            };
            let between = self.text.get(left.range.end..right.range.start).unwrap_or("");
            // `Jan.–Sept. 2023`, `de janv. à sept. 2023`: the full stop is that of the short word, and the sentence goes on.
            let short = between.strip_prefix('.').filter(|rest| {
                rest.trim_start()
                    .starts_with(|c: char| c.is_lowercase() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '—'))
            });
            let between = short.unwrap_or(between);
            let dash = matches!(between.trim(), "-" | "\u{2010}" | "\u{2011}" | "–" | "—");
            if early.year.is_some()
                || early.month.is_none()
                || late.year.is_none()
                || between.len() > 24
                || between.contains(['.', ';', '\n'])
            {
                continue;
            }
            let day = Day { year: late.year, year_shared: true, ..*early };
            // With nothing but a dash between, what may be another word is a month.
            let is_month = dash && early.day.is_none() && late.day.is_none();
            if let Some(left) = self.out.get_mut(index - 1) {
                left.firm |= is_month;
                left.readings = vec![Reading::Date(day)];
            }
        }
    }
}

fn ordinal(meaning: Meaning) -> Option<u8> {
    match meaning {
        Meaning::Ordinal(number) => u8::try_from(number).ok().filter(|day| *day <= 31),
        _ => None,
    }
}
