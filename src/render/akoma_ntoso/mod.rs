//! Akoma Ntoso: a version as a legal document.

mod blocks;
mod frame;
mod identity;
mod inlines;
mod notes;

use self::identity::Identity;
use super::{Renderer, VersionContext};
use crate::error::{Error, Result};

/// [Akoma Ntoso 3.0](https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html) (OASIS LegalDocML): one
/// `statement` a language, for archives and for all who cite.
///
/// - Work, Expression and Manifestation have IRIs by the Akoma Ntoso Naming Convention. The versions share the Work; a translation names the
///   Expression that it was made from (`FRBRtranslation`) and that of the source (`FRBRmasterExpression`).
/// - **The country.** The convention wants two letters of ISO 3166 for whoever issues the text. An alliance has no country, and the code of its
///   seat would be a false one: where nothing else is said it is `zz`, which ISO 3166 leaves to users and CLDR reads as an unknown territory.
///   A state or an organisation that has a code (`fr`, `eu`, `un`) says so with [`AkomaNtoso::of`].
/// - **Ids.** `eId` and `wId` are the ids of the units, as in all outputs: `#p7` is the same paragraph in every language, format and version. What
///   is no unit has an id with a dot, which no unit has.
/// - **Days.** The schema demands days where a statement may have none: it is then 1 January 1970, as in the feeds, by the name of `unknown`.
/// - Translators are not named: no output names them. `by` is the issuer, or a machine where no person reviewed its translation.
/// - Notices stand in the preface; legal value, origin of the translation and publication status, for which the schema has no place, in
///   `proprietary`.
///
/// ```
/// use promulgate::render::{AkomaNtoso, Renderer};
///
/// let european = AkomaNtoso::of("eu");
/// assert_eq!((european.id(), european.extension()), ("akoma-ntoso", "akn.xml"));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct AkomaNtoso {
    country: &'static str,
}

impl AkomaNtoso {
    /// The output for an issuer of which no country is known.
    pub const fn new() -> Self {
        AkomaNtoso { country: "zz" }
    }

    /// The output for an issuer with a code of its own: two letters of ISO 3166-1, or those and a division of the country, as `it-45`.
    pub const fn of(country: &'static str) -> Self {
        AkomaNtoso { country }
    }
}

impl Default for AkomaNtoso {
    fn default() -> Self {
        AkomaNtoso::new()
    }
}

impl Renderer for AkomaNtoso {
    fn id(&self) -> &'static str {
        "akoma-ntoso"
    }

    fn media_type(&self) -> &'static str {
        "application/akn+xml"
    }

    fn extension(&self) -> &'static str {
        "akn.xml"
    }

    /// Renders one version.
    ///
    /// # Errors
    /// When the country is not written as [`AkomaNtoso::of`] asks.
    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let (country, division) = self.country.split_at_checked(2).unwrap_or((self.country, ""));
        let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        let whole = division.is_empty() || division.strip_prefix('-').is_some_and(|part| !part.is_empty() && letters(part));
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_lowercase()) || !whole {
            return Err(Error::invalid("the Akoma Ntoso output", format!("{:?} is no code of a country", self.country)));
        }
        let mut writer = blocks::Writer::new(cx);
        frame::open(&mut writer, &Identity::new(cx, self.country), self);
        writer.main_body();
        frame::close(&mut writer);
        Ok(writer.xml.finish())
    }
}
