//! What numbers count: `5 €`, `37 m²`, `8 км/с`, `2,5 points de pourcentage`, `15 centimes d’euro`.

use super::Measure;
use super::data::{Meaning, units};
use super::reader::Reader;
use super::token::TokenKind;

impl Reader<'_, '_> {
    pub(super) fn currency_sign(sign: char) -> Option<&'static str> {
        Some(match sign {
            '€' => "EUR",
            '$' => "USD",
            '£' => "GBP",
            '¥' => "JPY",
            '₽' => "RUB",
            '₴' => "UAH",
            '₹' => "INR",
            '₩' => "KRW",
            '₺' => "TRY",
            _ => return None,
        })
    }

    pub(super) fn currency_before(&self, at: usize) -> Option<(Measure, usize)> {
        let before = self.before(at);
        if let Some(code) = self.sign(before).and_then(Self::currency_sign) {
            // `US$5`, `C$5`
            let prefix = self.before(before);
            let from = if self.is_glued(before) && matches!(self.word(prefix), "US" | "C" | "CA" | "A" | "AU" | "NZ") {
                prefix
            } else {
                before
            };
            // `5 € 20` is five euros, then twenty.
            let taken = self.used.get(before) == Some(&true);
            return (!taken).then_some((Measure::Currency(code), from));
        }
        let code = self.word(before);
        if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) && self.used.get(before) == Some(&false) {
            return self.meaning(before, |meaning| {
                if let Meaning::Currency(code) = meaning { Some((Measure::Currency(code), before)) } else { None }
            });
        }
        None
    }

    /// What a number counts by the words behind it, and where those end.
    pub(super) fn measure(&self, at: usize) -> Option<(Measure, usize)> {
        match self.sign(at) {
            Some('%' | '٪') => return Some((Measure::Percent, at)),
            Some('‰') => return Some((Measure::Unit("per mille"), at)),
            Some('°') => {
                let letter = if self.is_glued(at + 1) { self.word(at + 1) } else { "" };
                return Some(match letter {
                    "C" | "С" => (Measure::Unit("degree Celsius"), at + 1),
                    "F" => (Measure::Unit("degree Fahrenheit"), at + 1),
                    _ => (Measure::Unit("degree"), at),
                });
            }
            Some('-' | '\u{2011}') if self.is_glued(at) && self.is_glued(at + 1) => {
                return self.points(at + 1).or_else(|| self.physical(at + 1)).or_else(|| self.unit(at + 1));
            }
            Some(sign) => return Self::currency_sign(sign).map(|code| (Measure::Currency(code), at)),
            None => {}
        }
        if let Some(found) = self.points(at).or_else(|| self.qualified(at)) {
            return Some(found);
        }
        for (phrase, meaning) in self.lexicon.data.phrases {
            let measure = match meaning {
                Meaning::Percent => Measure::Percent,
                Meaning::Currency(code) => Measure::Currency(code),
                Meaning::Unit(unit) => Measure::Unit(unit),
                _ => continue,
            };
            if let Some(last) = self.phrase(at, phrase) {
                return Some((measure, last));
            }
        }
        if let Some(found) = self.physical(at).or_else(|| self.unit(at)) {
            return Some(self.subunit(found));
        }
        // `5 millions d’euros`, `5 млн американских долларов`
        let mut next = at;
        while self.means(next, Meaning::Of) || matches!(self.sign(next), Some('’' | '\'')) {
            next += 1;
        }
        let is_money =
            |index: usize| {
                let money = self.meaning(index, |meaning| {
                    if let Meaning::Currency(code) = meaning { Some(Measure::Currency(code)) } else { None }
                })?;
                Some((money, index))
            };
        is_money(next).or_else(|| is_money(next + 1).filter(|_| self.is_word(next) && self.meanings(next).is_empty()))
    }

    pub(super) fn unit(&self, at: usize) -> Option<(Measure, usize)> {
        let measure = self.meaning(at, |meaning| match meaning {
            Meaning::Percent => Some(Measure::Percent),
            Meaning::Currency(code) => Some(Measure::Currency(code)),
            Meaning::Unit(unit) => Some(Measure::Unit(unit)),
            Meaning::Hour => Some(Measure::Unit("hour")),
            Meaning::Minute => Some(Measure::Unit("minute")),
            Meaning::Year => Some(Measure::Unit("year")),
            _ => None,
        })?;
        Some((measure, at))
    }

    /// `15 working days`, `15 рабочих дней`: a time with an adjective that leaves it the time that it is.
    fn qualified(&self, at: usize) -> Option<(Measure, usize)> {
        const ADJECTIVES: &[&str] = &["working", "business", "calendar", "clear", "bank", "trading", "school"];
        const STEMS: &[&str] = &["рабоч", "календарн", "банковск", "торгов", "учебн", "служебн"];
        let word = self.word(at).to_lowercase();
        // Russian: in the plural, whatever its case.
        let stem = || STEMS.iter().find_map(|stem| word.strip_prefix(stem)).is_some_and(|rest| rest.chars().count() <= 3);
        if !ADJECTIVES.contains(&word.as_str()) && !stem() {
            return None;
        }
        self.unit(at + 1).filter(|(measure, _)| matches!(measure, Measure::Unit("hour" | "day" | "week" | "month" | "year")))
    }

    /// Where the words end that put degrees below zero: `10 градусов мороза`, `10 degrees below zero`.
    pub(super) fn below_zero(&self, measure: Measure, at: usize) -> Option<usize> {
        const BELOW: &[&[&str]] = &[
            &["below", "zero"],
            &["below", "freezing"],
            &["of", "frost"],
            &["sous", "zéro"],
            &["en", "dessous", "de", "zéro"],
            &["au", "dessous", "de", "zéro"],
            &["мороза"],
            &["ниже", "нуля"],
        ];
        let degrees = matches!(measure, Measure::Unit("degree" | "degree Celsius" | "degree Fahrenheit"));
        BELOW.iter().find_map(|phrase| self.phrase(at, phrase)).filter(|_| degrees)
    }

    /// `15 euro cents`, `15 centimes d’euro`: the cents of a currency.
    fn subunit(&self, (measure, at): (Measure, usize)) -> (Measure, usize) {
        let Measure::Currency(code) = measure else { return (measure, at) };
        let small = |index: usize| {
            self.meaning(index, |meaning| match meaning {
                Meaning::Currency(code @ ("cent" | "penny" | "kopeck")) => Some(Measure::Currency(code)),
                _ => None,
            })
        };
        if !is_subunit(code) {
            let next = at + 1 + usize::from(self.is_dash(at + 1));
            return small(next).map_or((measure, at), |small| (small, next));
        }
        // `99 cents d’euro`, `99 центов евро`
        let mut next = at + 1;
        while next < at + 4 && (self.means(next, Meaning::Of) || matches!(self.sign(next), Some('’' | '\''))) {
            next += 1;
        }
        let large = self.meaning(next, |meaning| match meaning {
            Meaning::Currency(code) if !is_subunit(code) => Some(next),
            _ => None,
        });
        (measure, large.unwrap_or(at))
    }

    /// `2.5 percentage points`, `2,5 points de pourcentage`, `2,5 п. п.`, `25 базисных пунктов`.
    fn points(&self, at: usize) -> Option<(Measure, usize)> {
        const POINT: Meaning = Meaning::Unit("point");
        let found = |name: &'static str, last: usize| Some((Measure::Unit(name), last));
        let word = self.word(at).to_lowercase();
        let next = at + 1 + usize::from(self.is_dash(at + 1));
        if self.means(at, Meaning::Percent) && self.means(next, POINT) {
            return found("percentage point", next);
        }
        if (word == "basis" || word.starts_with("базисн")) && self.means(next, POINT) {
            return found("basis point", next);
        }
        // `п. п.`, `п.п.`, `пп`, `p.p.`
        if word == "пп" {
            return found("percentage point", at);
        }
        let stop = usize::from(self.sign(at + 1) == Some('.'));
        if matches!(word.as_str(), "п" | "p") && self.word(at + 1 + stop).to_lowercase() == word {
            return found("percentage point", at + 1 + stop);
        }
        if !self.means(at, POINT) {
            return None;
        }
        let of = at + 1 + usize::from(self.means(at + 1, Meaning::Of));
        if self.means(of, Meaning::Percent) || self.sign(of) == Some('%') {
            return found("percentage point", of);
        }
        if of > at + 1 && matches!(self.word(of), "base" | "pourcentages") {
            return found(if self.word(of) == "base" { "basis point" } else { "percentage point" }, of);
        }
        found("point", at)
    }

    /// A unit with its power and what it is counted by: `m²`, `квадратных метров`, `km/h`, `kilobits per second`, `кВт·ч`.
    fn physical(&self, at: usize) -> Option<(Measure, usize)> {
        // `km2` is one token.
        if let Some(TokenKind::Identifier) = self.token(at).map(|token| &token.kind) {
            let text = self.word(at);
            let power = if text.ends_with('2') { 2 } else { 3 };
            let unit = text.strip_suffix(['2', '3']).and_then(units::symbol)?;
            return Some((Measure::Unit(units::raised(unit, power)?), at));
        }
        let before = units::power(self.word(at));
        let place = at + usize::from(before.is_some());
        let place = place + usize::from(before.is_some() && self.sign(place) == Some('.'));
        let base = self.base(place)?;
        let mut last = place;
        let power = before.or_else(|| {
            let next = place + 1;
            let sign = match self.sign(next).filter(|_| self.is_glued(next)) {
                Some('²') => Some(2),
                Some('³') => Some(3),
                _ => units::power(self.word(next)),
            }?;
            last = next;
            Some(sign)
        });
        if let Some(power) = power {
            return Some((Measure::Unit(units::raised(base, power)?), last));
        }
        if base == "degree" {
            return Some(self.degrees(place));
        }
        let joined = matches!(self.sign(last + 1), Some('·' | '⋅' | '∙' | '•' | '*' | '-' | '\u{2011}'));
        let hour = last + 1 + usize::from(joined);
        if let Some(energy) = units::energy(base)
            && (self.means(hour, Meaning::Hour) || matches!(self.word(hour), "h" | "ч"))
        {
            return Some((Measure::Unit(energy), hour));
        }
        let rate = self.rate(base, last + 1);
        let (unit, last) = rate.unwrap_or((base, last));
        Some((Measure::Unit(unit), last))
    }

    /// `degrees Celsius`, `degrés Fahrenheit`, `градусов по Цельсию`.
    fn degrees(&self, at: usize) -> (Measure, usize) {
        let next = at + 1 + usize::from(matches!(self.word(at + 1), "по" | "шкале"));
        let scale = self.word(next).to_lowercase();
        if scale.starts_with("celsius") || scale.starts_with("цельси") || scale.starts_with("centigrade") || scale == "c" {
            return (Measure::Unit("degree Celsius"), next);
        }
        if scale.starts_with("fahrenheit") || scale.starts_with("фаренгейт") || scale == "f" {
            return (Measure::Unit("degree Fahrenheit"), next);
        }
        (Measure::Unit("degree"), at)
    }

    /// The unit that one word or symbol names.
    fn base(&self, at: usize) -> Option<&'static str> {
        let word = self.word(at);
        let named = || self.meaning(at, |meaning| if let Meaning::Unit(unit) = meaning { Some(unit) } else { None });
        let Some(symbol) = units::symbol(word).filter(|_| self.is_word(at)) else { return named() };
        // `5 l’année`, `24 s’ouvrent`: no litre and no second.
        if matches!(self.sign(at + 1), Some('’' | '\'')) && self.is_glued(at + 1) {
            return None;
        }
        // “с” is a preposition nearly always: seconds end their clause, or hang on their figure.
        if word == "с" {
            let hangs =
                self.text.get(..self.token(at)?.range.start).is_some_and(|before| before.ends_with(['\u{a0}', '\u{202f}']));
            return (hangs || !self.is_word(at + 1)).then_some(symbol);
        }
        Some(symbol)
    }

    /// What a unit is counted by: `/s`, `per hour`, `à l’heure`, `в секунду`, `-heure`.
    fn rate(&self, unit: &str, at: usize) -> Option<(&'static str, usize)> {
        let mut next = at;
        if matches!(self.sign(next), Some('/' | '∕')) || self.is_dash(next) && self.is_glued(next) {
            next += 1;
        } else {
            if !matches!(self.word(next), "per" | "a" | "an" | "par" | "à" | "в" | "за") {
                return None;
            }
            next += 1;
            next += usize::from(self.word(next) == "l");
            next += usize::from(matches!(self.sign(next), Some('’' | '\'')));
        }
        let time = units::per(self.word(next))?;
        Some((units::rate(unit, time)?, next))
    }
}

/// Whether a currency is a hundredth of another.
pub(in super::super) fn is_subunit(code: &str) -> bool {
    matches!(code, "cent" | "penny" | "kopeck")
}
