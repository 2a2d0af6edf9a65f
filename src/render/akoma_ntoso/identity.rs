//! The names of a statement, its versions and its files: IRIs by the
//! [Akoma Ntoso Naming Convention](https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/os/akn-nc-v1.0-os.html), sections 4.5 to 4.7.

use jiff::civil::{Date, date};

use crate::language::Language;
use crate::model::{Change, LegalValue};
use crate::render::{Addresses, VersionContext};

/// The day that stands where the schema demands one and nobody named any.
pub(super) const NO_DAY: Date = date(1970, 1, 1);

/// Names what an output writes about.
pub(super) struct Identity<'c> {
    cx: &'c VersionContext<'c>,
    country: &'c str,
}

impl<'c> Identity<'c> {
    pub(super) fn new(cx: &'c VersionContext<'c>, country: &'c str) -> Self {
        Identity { cx, country }
    }

    /// The day of issue, or the first day that is known of the statement.
    pub(super) fn issued(&self) -> Option<Date> {
        let statement = self.cx.statement;
        let created = statement.version_created.map(|at| at.civil().date());
        statement.issued.or_else(|| statement.history.iter().map(|change| change.date).chain(created).min())
    }

    /// The kind of statement as one segment of an address; it never begins with a digit, which would make it a date.
    pub(super) fn subtype(&self) -> String {
        let kind = segment(&self.cx.statement.kind);
        if kind.starts_with(|c: char| c.is_ascii_digit()) || kind.is_empty() { format!("x-{kind}") } else { kind }
    }

    /// The id of the statement as one segment of an address.
    pub(super) fn name(&self) -> String {
        segment(&self.cx.statement.id)
    }

    /// The Work: the statement, whatever the language (section 4.5).
    pub(super) fn work(&self) -> String {
        let day = self.issued().unwrap_or(NO_DAY);
        format!("/akn/{}/statement/{}/{day}/{}", self.country, self.subtype(), self.name())
    }

    /// The Expression: the statement in a language, as it was last changed there (section 4.6.1). A first version ends with `@`.
    ///
    /// The convention leaves three letters for a language. Where those do not tell two versions apart, as for `sr-Latn` and `sr-Cyrl`, the
    /// whole tag joins the identifiers of the version.
    pub(super) fn expression(&self, language: &Language) -> String {
        let mut version = Vec::new();
        if let Some(last) = self.changes(language).last() {
            version.push(last.date.to_string());
            if self.changes(language).filter(|change| change.date == last.date).count() > 1 {
                version.push(last.revision.to_string());
            }
        }
        self.named(language, version)
    }

    /// The Expression that a language began with.
    pub(super) fn first_expression(&self, language: &Language) -> String {
        self.named(language, Vec::new())
    }

    fn named(&self, language: &Language, mut version: Vec<String>) -> String {
        if language.as_str() != language.primary() {
            version.push(language.to_string());
        }
        format!("{}/{}@{}", self.work(), alpha3(language), version.join(";"))
    }

    /// What changed in a language, oldest first.
    pub(super) fn changes<'l>(&self, language: &'l Language) -> impl Iterator<Item = &'c Change> + use<'c, 'l> {
        self.cx.statement.history.iter().filter(move |change| change.concerns(language))
    }

    /// Who issues the statement, under the name of the site where it does: the one name of an issuer that no language changes
    /// (section 4.11).
    pub(super) fn issuer(&self) -> String {
        let host = self.cx.addresses.host().unwrap_or("issuer");
        format!("/akn/ontology/organization/{}/{}", self.country, segment(host))
    }

    /// Whether a text prevails; nothing where nobody said which texts do.
    pub(super) fn authoritative(&self) -> Option<bool> {
        match self.cx.statement.legal_value(self.cx.language()) {
            LegalValue::Official => None,
            value => Some(value > LegalValue::Official),
        }
    }
}

/// The three letters of a language (ISO 639-2, terminological codes).
pub(super) fn alpha3(language: &Language) -> &str {
    let primary = language.primary();
    isolang::Language::from_639_1(primary).map_or(primary, |known| known.to_639_3())
}

/// A text as one segment of an address: other scripts and `/` encoded.
fn segment(text: &str) -> String {
    Addresses::relative("", &text.to_lowercase().replace('/', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_three_letters() {
        for (tag, expected) in [("en", "eng"), ("fr", "fra"), ("ru", "rus"), ("ar", "ara"), ("zh-Hant", "zho"), ("haw", "haw")] {
            assert_eq!(alpha3(&Language::parse(tag).unwrap()), expected);
        }
        // What CLDR makes of the three letters is the language again.
        for two in
            ["de", "el", "fa", "ka", "mk", "nl", "no", "ro", "sk", "sq", "uk", "hy", "eu", "is", "ms", "my", "bo", "cs", "cy"]
        {
            let three = alpha3(&Language::parse(two).unwrap()).to_owned();
            assert_eq!(Language::parse(&three).unwrap().as_str(), two, "{three}");
        }
    }

    #[test]
    fn segments_stay_segments() {
        assert_eq!(segment("Press Release/2"), "press%20release-2");
        assert_eq!(segment("../x"), "..-x");
        assert_eq!(segment("заявление").len(), 54);
    }
}
