//! Time zones: codes, and the phrases for those that are named after a city.

use super::data::Meaning;
use super::reader::Reader;

/// What is one zone. Summer time goes by the code of winter in many texts: both are one.
const CODES: &[(&str, &str)] = &[
    ("utc gmt tu tuc", "utc"),
    ("cet cest hec hnec haec heec", "cet"),
    ("msk мск", "msk"),
    ("eet eest", "eet"),
    ("est edt", "est"),
    ("pst pdt", "pst"),
    ("bst", "bst"),
];

/// How a zone is said; in the order of the words that may be a part of others.
const PHRASES: &[(&[&str], &str)] = &[
    (&["moscow", "time"], "msk"),
    (&["heure", "de", "moscou"], "msk"),
    (&["по", "московскому", "времени"], "msk"),
    (&["московского", "времени"], "msk"),
    (&["по", "Москве"], "msk"),
    (&["paris", "time"], "cet"),
    (&["brussels", "time"], "cet"),
    (&["berlin", "time"], "cet"),
    (&["geneva", "time"], "cet"),
    (&["vienna", "time"], "cet"),
    (&["rome", "time"], "cet"),
    (&["central", "european", "time"], "cet"),
    (&["central", "european", "summer", "time"], "cet"),
    (&["heure", "de", "paris"], "cet"),
    (&["heure", "de", "bruxelles"], "cet"),
    (&["heure", "de", "berlin"], "cet"),
    (&["heure", "de", "genève"], "cet"),
    (&["heure", "de", "vienne"], "cet"),
    (&["heure", "de", "rome"], "cet"),
    (&["heure", "d", "europe", "centrale"], "cet"),
    (&["heure", "d", "été", "d", "europe", "centrale"], "cet"),
    (&["по", "парижскому", "времени"], "cet"),
    (&["по", "брюссельскому", "времени"], "cet"),
    (&["по", "берлинскому", "времени"], "cet"),
    (&["по", "женевскому", "времени"], "cet"),
    (&["по", "венскому", "времени"], "cet"),
    (&["по", "центральноевропейскому", "времени"], "cet"),
    (&["по", "центральноевропейскому", "летнему", "времени"], "cet"),
    (&["kyiv", "time"], "eet"),
    (&["heure", "de", "kiev"], "eet"),
    (&["heure", "de", "kyiv"], "eet"),
    (&["по", "киевскому", "времени"], "eet"),
    (&["new", "york", "time"], "est"),
    (&["eastern", "time"], "est"),
    (&["heure", "de", "new", "york"], "est"),
    (&["по", "нью", "йоркскому", "времени"], "est"),
    (&["по", "Нью", "Йорку"], "est"),
    (&["greenwich", "mean", "time"], "utc"),
    (&["по", "Гринвичу"], "utc"),
    (&["по", "всемирному", "времени"], "utc"),
    (&["temps", "universel"], "utc"),
];

impl Reader<'_, '_> {
    /// The zone that is named behind a time, and where that ends.
    pub(super) fn zone(&self, at: usize) -> Option<(&'static str, usize)> {
        // `17 h (heure de Paris)`, `17 h, heure de Paris`, `17:00 по UTC`
        let mut start = at + usize::from(matches!(self.sign(at), Some('(' | ',')));
        if let Some(found) = PHRASES.iter().find_map(|(phrase, zone)| Some((*zone, self.phrase(start, phrase)?))) {
            return Some(found);
        }
        start += usize::from(self.word(start) == "по");
        if !self.means(start, Meaning::Zone) {
            return None;
        }
        let word = self.word(start);
        // “tu” is a pronoun, “est” a verb.
        if word.chars().any(char::is_lowercase) && !matches!(word, "мск" | "utc" | "gmt") {
            return None;
        }
        let small = word.to_lowercase();
        let known = CODES.iter().find(|(codes, _)| codes.split(' ').any(|code| code == small));
        known.map(|(_, zone)| (*zone, start))
    }
}
