//! Numbers, dates, lists and names of languages by the conventions of a language: the only folder that names ICU4X's formatters.
//!
//! Formatters are made when first needed and kept: making one costs ten times as much as using it.

mod moment;
mod names;
mod number;

use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale::Locale;
use icu_locale::names::{LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions};
use writeable::{TryWriteable, Writeable};

use super::options::{Moment, Number};
use crate::language::Language;
pub(super) use moment::is_possible;
pub(crate) use names::Names;

/// The conventions of a language.
#[derive(Debug)]
pub(super) struct Formats {
    locale: Locale,
    numbers: number::Numbers,
    moments: moment::Moments,
}

/// ICU4X has no data for what was asked: its compiled data hold every language of CLDR and fall back to the root,
/// so that this takes a value that no calendar or notation can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoFormat;

impl From<icu_provider::DataError> for NoFormat {
    fn from(_: icu_provider::DataError) -> Self {
        NoFormat
    }
}

impl Formats {
    pub(super) fn new(language: &Language) -> Self {
        let locale = language.locale();
        Formats { numbers: number::Numbers::new(&locale), moments: moment::Moments::new(&locale), locale }
    }

    /// A number as text.
    pub(super) fn number(&self, number: &Number) -> Result<String, NoFormat> {
        match &number.options.locale {
            Some(other) => number::Numbers::new(&other.locale()).format(number),
            None => self.numbers.format(number),
        }
    }

    /// The CLDR plural category of a number as it is shown: French `1,5 million` is `many`, `1,5` is `one`.
    pub(super) fn category(&self, number: &Number) -> Result<&'static str, NoFormat> {
        self.numbers.category(number)
    }

    /// A day or a moment as text.
    pub(super) fn moment(&self, moment: &Moment) -> Result<String, NoFormat> {
        match &moment.options.locale {
            Some(other) => moment::Moments::new(&other.locale()).format(moment),
            None => self.moments.format(moment),
        }
    }

    /// `A, B and C`.
    pub(super) fn list<'a>(&self, items: impl Iterator<Item = &'a str> + Clone) -> Result<String, NoFormat> {
        let wide = ListFormatterOptions::default().with_length(ListLength::Wide);
        let formatter = ListFormatter::try_new_and((&self.locale).into(), wide)?;
        Ok(formatter.format(items).write_to_string().into_owned())
    }

    /// The name of a language in this language, where CLDR has one.
    pub(super) fn language_name(&self, language: &Language) -> Option<String> {
        let options = LanguageIdentifierDisplayNameOptions::default();
        let id = language.locale().id;
        let name = LanguageIdentifierDisplayName::try_new_light((&self.locale).into(), id.clone(), options)
            .ok()
            .and_then(complete)
            .or_else(|| complete(LanguageIdentifierDisplayName::try_new_heavy((&self.locale).into(), id, options).ok()?));
        // Where the display language itself is unknown, ICU4X answers in the root language, which has no names at all.
        name.filter(|name| name != language.as_str())
    }
}

/// A name without a subtag that had to stand for itself.
fn complete(name: LanguageIdentifierDisplayName) -> Option<String> {
    name.as_borrowed().try_write_to_string().ok().map(|name| name.into_owned())
}
