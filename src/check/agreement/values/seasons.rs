//! Seasons: `in the autumn of 2019`, `à l’été 2020`, `весной`. They stand apart from their year, which is a number of its own.

use super::data::Meaning;
use super::reader::Reader;
use super::{Day, Kind, Reading, Said, Value};

/// The seasons follow the months, as in the dates of ISO 8601-2.
const FIRST: u8 = 21;

/// French words before a season that is a time: `sports d’hiver` are none.
const BEFORE: &[&str] = &["au", "en", "le", "l", "du", "ce", "cet", "dès", "mi", "chaque"];

impl Reader<'_, '_> {
    pub(super) fn seasons(&mut self) {
        for index in 0..self.tokens.len() {
            let season = self.meaning(index, |meaning| if let Meaning::Season(season) = meaning { Some(season) } else { None });
            let Some(season) = season.filter(|_| self.used.get(index) == Some(&false) && self.is_season(index)) else { continue };
            let day = Day { month: Some(FIRST + season - 1), ..Day::default() };
            let mut value = Value::new(Kind::Date, self.range(index, index), vec![Reading::Date(day)], false);
            value.said = Said::Season;
            self.out.push(value);
        }
    }

    /// Whether a word that names a season does so here: “été” and “fall” are other words, too.
    fn is_season(&self, at: usize) -> bool {
        let word = self.word(at).to_lowercase();
        let before = self.before(at);
        let year = |index: usize| self.whole(index).is_some_and(|year| (1000..3000).contains(&year));
        let of = at + 1 + usize::from(self.means(at + 1, Meaning::Of));
        let beside_year = year(at + 1) || year(of) || year(of + 1) && self.is_word(of);
        if beside_year || year(before) && word != "été" {
            return true;
        }
        if self.lexicon.data.capital_months {
            let this = |index: usize| matches!(self.word(index).to_lowercase().as_str(), "this" | "last" | "next" | "coming");
            let article = self.word(before).eq_ignore_ascii_case("the") && self.means(self.before(before), Meaning::In);
            let opened = self.means(before, Meaning::In) || article;
            // `the fall of the city` is no season.
            return this(before) || opened && word != "fall" || word == "fall" && article && self.word(at + 1) != "of";
        }
        // The instrumental says when, and nothing else.
        if matches!(word.as_str(), "весной" | "весною" | "летом" | "осенью" | "зимой" | "зимою")
        {
            return true;
        }
        if self.lexicon.data.ordinal_stems.is_empty() {
            let place = if matches!(self.sign(before), Some('’' | '\'')) { self.before(before) } else { before };
            let opener = self.word(place).to_lowercase();
            // `le Printemps arabe` is a name, `l’été` a noun and `a été` a verb.
            return BEFORE.contains(&opener.as_str())
                && !(word == "été" && matches!(opener.as_str(), "le" | "du" | "au" | "dès"))
                && self.word(at) == word;
        }
        (self.means(before, Meaning::In) || self.means(before, Meaning::To)) && self.word(at) == word
    }
}
