//! Numbers in digits with what they count: `6.29 million`, `5 млрд долл. США`, `€5`, `20–45 %`, `21st`, `XXIe siècle`.

use rust_decimal::Decimal;

use super::data::Meaning;
use super::reader::Reader;
use super::spelled::{decade, is_tens};
use super::token::{Ending, TokenKind};
use super::{Kind, Measure, Reading, Value};

impl Reader<'_, '_> {
    pub(super) fn numbers(&mut self) {
        // Where each number stands among the tokens, to find ranges.
        let mut places: Vec<(usize, usize, usize)> = Vec::new();
        for index in 0..self.tokens.len() {
            if self.figure(index).is_some() {
                if let Some((mut value, from, to)) = self.number(index) {
                    // `24 heures sur 24`, `7 j/7` say their number twice.
                    let again = places
                        .last()
                        .and_then(|(_, _, last)| self.out.get(*last))
                        .is_some_and(|last| last.readings.first() == value.readings.first());
                    let before = self.before(from);
                    value.firm &= !(again && (self.word(before) == "sur" || self.sign(before) == Some('/')));
                    places.push((from, to, self.out.len()));
                    let per_mille = value.measure == Some(Measure::Unit("per mille"));
                    self.out.push(value);
                    self.take(from, to);
                    // `12,4 ‰` is so many per 1,000.
                    if per_mille {
                        let thousand = vec![Reading::Number(Decimal::ONE_THOUSAND)];
                        self.out.push(Value::new(Kind::Number, self.range(to, to), thousand, false));
                    }
                }
            } else {
                self.roman(index);
            }
        }
        // From the right, so that `10, 20 and 30 million` passes it on.
        for pair in (1..places.len()).rev() {
            let (Some(&(_, left_end, left)), Some(&(right_start, _, right))) = (places.get(pair - 1), places.get(pair)) else {
                continue;
            };
            self.share(left, left_end, right, right_start);
        }
        self.elide(&places);
    }

    /// Gives the first end of a range the scale word and the measure of the second, and the second the currency of the first.
    fn share(&mut self, left: usize, left_end: usize, right: usize, right_start: usize) {
        let mut at = left_end + 1;
        // `5 to 10 million euros`: nothing else stands between, but for a preposition.
        let joint = self.joint(at);
        if joint == 0 {
            return;
        }
        // `2020–21` ends in 2021.
        let glued = self.is_glued(at) && self.is_glued(right_start) && self.is_dash(at);
        at += joint;
        while at < right_start && (self.means(at, Meaning::Of) || self.means(at, Meaning::To) || self.sign(at) == Some('$')) {
            at += 1;
        }
        if at != right_start {
            return;
        }
        let Some(other) = self.out.get(right).cloned() else { return };
        // “from €40 million in 2020 to €50 million in 2023”: a year in its place is no end of a range of amounts.
        if self.is_year_in(left_end) && (other.measure.is_some() || other.scale.is_some()) {
            return;
        }
        if glued
            && let (Some(year), Some(end)) = (self.out.get(left).and_then(|value| value.numbers().next()), other.numbers().next())
            && let Some(end) = in_century(year, end)
            && let Some(value) = self.out.get_mut(right)
        {
            value.readings.push(Reading::Number(end));
        }
        let Some(value) = self.out.get_mut(left) else { return };
        // `5 euros, 10 million dollars`: what stands behind its own measure takes nothing from the next.
        if value.whole.end > value.range.end {
            return;
        }
        // `€2.5 million to 48 hospitals` is an amount for some, no range: a range keeps to its scale.
        if value.scale.is_some() && other.scale.is_none() {
            return;
        }
        if let (None, Some(scale)) = (value.scale, other.scale) {
            let scaled: Vec<Reading> = value.numbers().filter_map(|number| raised(number, scale)).map(Reading::Number).collect();
            value.readings.extend(scaled);
        }
        if value.measure.is_none() {
            value.shared = other.measure.or(other.shared);
        }
        // `5–10 градусов мороза`
        if matches!(value.shared, Some(Measure::Unit("degree" | "degree Celsius" | "degree Fahrenheit")))
            && other.numbers().any(|number| number.is_sign_negative())
            && other.numbers().any(|number| number.is_sign_positive())
        {
            let below: Vec<Reading> = value.numbers().map(|number| Reading::Number(-number)).collect();
            value.readings.extend(below);
        }
        // `18 à 19 heures`
        let hour = value.numbers().next().filter(|_| value.shared == Some(Measure::Unit("hour"))).map(u8::try_from);
        if let Some(Ok(hour @ 0..=24)) = hour {
            value.readings.push(Reading::Time(super::Clock { hour, minute: 0, second: 0 }));
        }
        let measure = value.measure.or(value.shared);
        if let (Some(measure @ Measure::Currency(_)), Some(other)) =
            (measure, self.out.get_mut(right).filter(|other| other.measure.is_none()))
        {
            other.shared = Some(measure);
        }
    }

    /// Whether a figure is a year after a word that says when: “in 2020”, “en 2020”, “в 2020”.
    fn is_year_in(&self, at: usize) -> bool {
        let Some(TokenKind::Figure { figure, .. }) = self.token(at).map(|token| &token.kind) else { return false };
        let year = figure.first.len() == 4 && figure.whole().is_some_and(|year| (1500..2200).contains(&year));
        let word = self.word(self.before(at)).to_lowercase();
        year && matches!(word.as_str(), "in" | "during" | "en" | "année" | "в")
    }

    fn number(&mut self, at: usize) -> Option<(Value, usize, usize)> {
        let (figure, ending) = self.figure(at)?;
        let numbers = figure.numbers(self.lexicon);
        let (parts, digits) = (figure.parts(), figure.first.len());
        if numbers.is_empty() {
            // `1.2.3`: a version or an address, no number, yet the same in every language. What it holds counts as present.
            let runs = std::iter::once(&figure.first).chain(figure.rest.iter().map(|(_, run)| run));
            let dotted = figure.split('.').map(|runs| {
                runs.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, run| {
                    run.bytes().chain([b'.']).fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
                })
            });
            let firm = dotted.is_some();
            let readings = match dotted {
                Some(hash) => vec![Reading::Dotted(hash)],
                None => runs.filter_map(|run| run.parse().ok()).map(Reading::Number).collect(),
            };
            return Some((Value::new(Kind::Number, self.range(at, at), readings, firm), at, at));
        }
        let is_whole = figure.whole().is_some();
        if let Some(found) = self.telephone(at) {
            return Some(found);
        }
        if let Some(found) = self.fraction(at) {
            return Some(found);
        }
        let (mut from, mut to) = (at, at);
        let mut numbers = numbers;
        let mut scale = None;
        // `€5`, `US$ 5`, `EUR 5`
        let mut measure = self.currency_before(at);
        if let Some((_, first)) = measure {
            from = first;
        }
        let sign_at = self.before(from);
        let minus = matches!(self.sign(sign_at), Some('−' | '-' | '–')) && self.is_glued(from) && {
            let before = self.token(self.before(sign_at));
            // `(–253 °C)`, a cell of a table
            let opens = !self.is_glued(sign_at)
                || matches!(
                    self.sign(self.before(sign_at)),
                    Some('(' | '[' | '«' | '“' | '"' | '\n' | '≈' | '~' | '<' | '>' | '=')
                );
            opens && before.is_none_or(|token| !matches!(token.kind, TokenKind::Figure { .. }))
        };
        // Scripts that run from right to left may have the sign behind the digits: `20-`.
        let behind = self.is_glued(at + 1) && matches!(self.sign(at + 1), Some('−' | '-')) && self.lexicon.runs_left && {
            let after = self.token(at + 2);
            after.is_none_or(|token| !token.glued || matches!(token.kind, TokenKind::Sign(_)))
        };
        let minus_word = behind || self.means(sign_at, Meaning::Minus);
        let last_core = at;
        // `6.29 million`, `2 dozen`, `5k`; more than one: `5 thousand million`.
        let mut next = at + 1;
        while let Some(found) = self.meaning(next, |meaning| match meaning {
            // Behind digits French “cents” are money: nobody writes 2 cents for 200.
            Meaning::Scale(2) if self.meaning(next, |other| matches!(other, Meaning::Currency(_)).then_some(())).is_some() => {
                None
            }
            Meaning::Scale(scale) => Some(Ok(scale)),
            Meaning::Group(group) => Some(Err(group)),
            _ => None,
        }) {
            if ending != Ending::None || next > at + 2 {
                break;
            }
            match found {
                Ok(power) => {
                    numbers = numbers.into_iter().filter_map(|number| raised(number, power)).collect();
                    scale = Some(scale.unwrap_or(0) + power);
                }
                Err(group) => numbers = numbers.into_iter().filter_map(|number| number.checked_mul(group.into())).collect(),
            }
            to = next;
            next += 1;
            if self.sign(next) == Some('.')
                && self.is_glued(next)
                && (self.token(next + 1).is_some_and(|token| !self.starts_sentence(token)))
            {
                next += 1;
            }
        }
        // `£300m`, `3,4 M€`, `1.5M downloads`, `1.2m people`, which may be metres
        if scale.is_none() && ending == Ending::None && matches!(self.word(next), "m" | "M") {
            let money = matches!(measure, Some((Measure::Currency(_), _)))
                || self.is_glued(next + 1) && self.sign(next + 1).and_then(Self::currency_sign).is_some();
            let millions = numbers.iter().filter_map(|number| raised(*number, 6));
            if money || self.is_glued(next) && self.word(next) == "M" {
                numbers = millions.collect();
                (scale, to) = (Some(6), next);
                next += 1;
            } else if self.is_glued(next) && self.sign(next + 1) != Some('/') {
                let millions: Vec<Decimal> = millions.collect();
                numbers.extend(millions);
                next += 1;
            }
        }
        let core = (if minus { sign_at } else { last_core }, to);
        if measure.is_none() {
            let year = is_whole && digits == 4 && scale.is_none();
            // `3,9 млрд годом ранее`: the year is none of the amount.
            let counted = |place: usize| self.measure(place).filter(|_| !self.is_earlier(place, &numbers, scale));
            if let Some((found, last)) = counted(next).or_else(|| counted(to + 1).filter(|_| next <= to + 1)) {
                if !(year && matches!(found, Measure::Unit("year" | "г"))) {
                    measure = Some((found, to));
                }
                to = last;
            }
        }
        if minus || minus_word {
            let certain = self.sign(sign_at) == Some('−')
                || matches!(
                    measure,
                    Some((Measure::Percent | Measure::Unit("degree" | "degree Celsius" | "degree Fahrenheit"), _))
                );
            let negative: Vec<Decimal> = numbers.iter().map(|number| -*number).collect();
            numbers = if certain { negative } else { negative.into_iter().chain(numbers).collect() };
            // “au moins 5” is no minus: the word belongs to the number where a degree says so.
            if minus || certain {
                from = from.min(sign_at);
            }
        }
        if let Some(last) = measure.and_then(|(measure, _)| self.below_zero(measure, to + 1)) {
            let below: Vec<Decimal> = numbers.iter().filter(|number| !number.is_sign_negative()).map(|number| -*number).collect();
            numbers.extend(below);
            to = last;
        }
        // What says its sign has no other.
        let signed = minus || minus_word || self.sign(sign_at) == Some('+');
        if matches!(measure, Some((Measure::Percent | Measure::Unit("percentage point" | "point"), _)))
            && !signed
            && self.is_fall(from)
        {
            let less: Vec<Decimal> = numbers.iter().map(|number| -*number).collect();
            numbers.extend(less);
        }
        let kind = if ending == Ending::Ordinal { Kind::Ordinal } else { Kind::Number };
        let mut readings: Vec<Reading> = numbers.into_iter().map(Reading::Number).collect();
        readings.extend(self.decades(at, ending, digits).into_iter().map(Reading::Number));
        // `1,5 siècle`
        if ending == Ending::None && self.means(to + 1, Meaning::Century) && self.word(to + 1).chars().count() > 2 {
            let years: Vec<Reading> = readings.iter().filter_map(hundredfold).collect();
            readings.extend(years);
        }
        if matches!(measure, Some((Measure::Unit("hour"), _)))
            && let Some(Reading::Number(hour)) = readings.first()
            && let Ok(hour @ 0..=24) = u8::try_from(*hour)
        {
            readings.push(Reading::Time(super::Clock { hour, minute: 0, second: 0 }));
        }
        let mut value = Value::new(kind, self.range(core.0, core.1), readings, true);
        value.whole = self.range(from.min(core.0), to);
        (value.measure, value.scale, value.parts) = (measure.map(|(measure, _)| measure), scale, parts);
        Some((value, from.min(core.0), to))
    }

    /// What a decade or century in digits may be besides: `90s`, `90-е`, `années 90` are the 1990s, the 1500s the 16th century.
    fn decades(&self, at: usize, ending: Ending, digits: usize) -> Vec<Decimal> {
        let Some(number) = self.whole(at).map(Decimal::from) else { return Vec::new() };
        let plural = || ["е", "х", "ые", "ых"].iter().any(|letters| self.word(at).ends_with(letters));
        let named = || matches!(self.word(self.before(at)), "années" | "Années");
        match (digits, ending) {
            (2, Ending::Decade) => decade(number).collect(),
            (2, Ending::Ordinal) if is_tens(number) && plural() => decade(number).collect(),
            (2, Ending::None) if is_tens(number) && named() => decade(number).collect(),
            (4, Ending::Decade) if (number % Decimal::ONE_HUNDRED).is_zero() => {
                vec![number / Decimal::ONE_HUNDRED + Decimal::ONE]
            }
            _ => Vec::new(),
        }
    }

    fn starts_sentence(&self, token: &super::token::Token<'_>) -> bool {
        matches!(token.kind, TokenKind::Word { capital: true, .. })
    }

    /// `1/2`, `24/7`, `2019/2020`: a fraction or two numbers.
    fn fraction(&self, at: usize) -> Option<(Value, usize, usize)> {
        if self.sign(at + 1) != Some('/') || !self.is_glued(at + 1) || !self.is_glued(at + 2) {
            return None;
        }
        let (upper, lower) = (Decimal::from(self.whole(at)?), Decimal::from(self.whole(at + 2)?));
        // `2023/24` and `2023/2024` are one year.
        let later = in_century(upper, lower).and_then(|later| upper.checked_div(later)).map(Reading::Number);
        let mut readings: Vec<Reading> = later.into_iter().chain([Reading::Number(upper.checked_div(lower)?)]).collect();
        if let (Ok(day @ 1..=31), Ok(month @ 1..=12)) = (u8::try_from(upper), u8::try_from(lower)) {
            readings.push(Reading::Date(super::Day { day: Some(day), month: Some(month), ..Default::default() }));
        }
        if let (Ok(month @ 1..=12), Ok(day @ 1..=31), true) =
            (u8::try_from(upper), u8::try_from(lower), self.lexicon.data.month_first)
        {
            readings.push(Reading::Date(super::Day { day: Some(day), month: Some(month), ..Default::default() }));
        }
        // Around the clock is said in many ways.
        let firm = ![(24, 7), (7, 7), (24, 24)]
            .iter()
            .any(|(days, week)| (upper, lower) == (Decimal::from(*days), Decimal::from(*week)));
        let mut value = Value::new(Kind::Number, self.range(at, at + 2), readings, firm);
        value.parts = vec![upper, in_century(upper, lower).unwrap_or(lower)];
        Some((value, at, at + 2))
    }

    /// Roman numerals: an ordinal where a century or a chapter says so, elsewhere present at most.
    fn roman(&mut self, at: usize) {
        let Some(TokenKind::Word { roman: Some((number, ordinal)), .. }) = self.token(at).map(|token| &token.kind) else {
            return;
        };
        if self.used.get(at) != Some(&false) {
            return;
        }
        let (number, ordinal) = (*number, *ordinal);
        let firm = self.is_licensed(at, ordinal, 0);
        if firm || self.word(at).chars().count() > 1 || self.period_word(at, at).is_some() {
            let kind = Kind::Ordinal;
            let mut value = Value::new(kind, self.range(at, at), vec![Reading::Number(number.into())], firm);
            value.word = self.period_word(at, at).filter(|_| !firm);
            self.out.push(value);
            self.take(at, at);
        }
    }

    fn is_licensed(&self, at: usize, ordinal: bool, depth: u8) -> bool {
        let century = |index: usize| {
            // Russian `в.` is a century behind a numeral and a preposition elsewhere.
            self.means(index, Meaning::Century) && (self.word(index).chars().count() > 2 || self.sign(index + 1) == Some('.'))
        };
        let letters = self.word(at).chars().count();
        if century(at + 1) || (letters > 1 || !self.is_word(at + 1)) && self.means(self.before(at), Meaning::Division) {
            return true;
        }
        if self.means(self.before(at), Meaning::Century) && self.word(self.before(at)).chars().count() > 2 {
            return true;
        }
        if ordinal && self.means(at + 1, Meaning::Division) {
            return true;
        }
        // `XIX–XX вв.`, `XIXe et XXe siècles`
        let joint = self.joint(at + 1);
        let next = at + 1 + joint;
        matches!(self.token(next).map(|token| &token.kind), Some(TokenKind::Word { roman: Some(_), .. }))
            && joint > 0
            && depth < 4
            && self.is_licensed(next, ordinal, depth + 1)
    }
}

/// The year that two digits mean after a year: 21 after 2020.
pub(super) fn in_century(year: Decimal, end: Decimal) -> Option<Decimal> {
    let century = Decimal::ONE_HUNDRED;
    let is_year = year >= Decimal::ONE_THOUSAND && year < Decimal::from(3000) && year.is_integer();
    (is_year && end < century && end > year % century).then(|| year - year % century + end)
}

fn hundredfold(reading: &Reading) -> Option<Reading> {
    match reading {
        Reading::Number(number) => raised(*number, 2).map(Reading::Number),
        _ => None,
    }
}

/// A number times a power of ten, exactly; none where that is too large.
pub(super) fn raised(number: Decimal, power: u8) -> Option<Decimal> {
    let factor = 10_i64.checked_pow(u32::from(power))?;
    number.checked_mul(factor.into())
}
