//! PDF: pages as an official journal prints them, which a screen reader reads and an archive keeps.
//!
//! Every file is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2, level A) at once: tagged, with its language and that of each part in
//! another one, with bookmarks, and with its fonts inside. The text goes to the typesetter as data that the template looks at, never as
//! markup: nothing that an author writes is evaluated.

mod bench;
mod data;
mod fonts;
mod inline;
mod moment;
mod node;
mod notes;
mod tree;
mod world;

use std::sync::Arc;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::data::Sheet;
use self::fonts::Fonts;
use self::world::Desk;
use super::{Renderer, VersionContext};
use crate::error::{Error, Result};

/// Typeset pages: PDF/UA-1 and PDF/A-2a in one file.
///
/// The fonts inside cover the Latin, Greek, Cyrillic and Hebrew scripts well, and Arabic in letters of one width. A text that holds a
/// character which no font has is refused, with the characters by name ([`Error::missing_glyphs`]); give fonts of your own with
/// [`with_fonts`](Self::with_fonts).
///
/// What PDF/A asks of the statement is a date: a version without any is refused, unless it is a draft, which then keeps PDF/UA alone.
/// AVIF pictures cannot be set and are refused.
///
/// It is made where `[outputs] formats` names `pdf`, and only there: a collection must not begin to fail because the program that renders
/// it was built with one feature more.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pdf;

/// Typeset pages as [`Pdf`] makes them, in fonts of the publisher's own.
#[derive(Clone)]
pub struct PdfWithFonts(Arc<Fonts>);

impl Pdf {
    /// The same output in fonts of your own, each the bytes of a TrueType or OpenType file or collection. The first family sets the text;
    /// the others and the built-in ones stand in, in that order, for characters that it lacks.
    ///
    /// Add it with [`Press::with`](super::Press::with) or [`Plan::with`](crate::release::Plan::with): it takes the place of [`Pdf`].
    ///
    /// # Errors
    /// When a file holds no font.
    pub fn with_fonts(files: impl IntoIterator<Item = Vec<u8>>) -> Result<PdfWithFonts> {
        Ok(PdfWithFonts(Arc::new(Fonts::with(files)?)))
    }
}

impl Renderer for Pdf {
    fn id(&self) -> &'static str {
        "pdf"
    }

    fn media_type(&self) -> &'static str {
        "application/pdf"
    }

    fn extension(&self) -> &'static str {
        "pdf"
    }

    fn on_demand(&self) -> bool {
        true
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        render(cx, Fonts::builtin().clone())
    }
}

impl Renderer for PdfWithFonts {
    fn id(&self) -> &'static str {
        Pdf.id()
    }

    fn media_type(&self) -> &'static str {
        Pdf.media_type()
    }

    fn extension(&self) -> &'static str {
        Pdf.extension()
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        render(cx, self.0.clone())
    }
}

impl std::fmt::Debug for PdfWithFonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("PdfWithFonts").field(&self.0.families()).finish()
    }
}

/// How many versions ago something must have been used to be remembered: fonts and the template always are, the texts soon are not.
const REMEMBERED: usize = 4;

fn render(cx: &VersionContext<'_>, fonts: Arc<Fonts>) -> Result<Vec<u8>> {
    let Sheet { page, pictures } = Sheet::of(cx, &fonts)?;
    let json = serde_json::to_string(&page).map_err(|error| Error::other("the text of the page", error))?;
    let missing = fonts.missing(&json);
    if !missing.is_empty() {
        return Err(Error::without_glyphs(missing));
    }
    let options = PdfOptions {
        ident: Smart::Custom(identity(cx)),
        creator: Smart::Custom(Some("promulgate".to_owned())),
        timestamp: moment::of(cx.statement),
        standards: standards(cx)?,
        ..PdfOptions::default()
    };
    let desk = Desk::new(fonts, json, pictures);
    let typeset = bench::run(move || typeset(&desk, &options))?;
    typst::comemo::evict(REMEMBERED);
    typeset
}

fn typeset(desk: &Desk, options: &PdfOptions) -> Result<Vec<u8>> {
    let set = typst::compile::<PagedDocument>(desk);
    let document = set.output.map_err(|problems| failed(&problems))?;
    // What the typesetter warns of (a layout that does not settle, something left out) is no page to publish.
    if !set.warnings.is_empty() {
        return Err(failed(&set.warnings));
    }
    typst_pdf::pdf(&document, options).map_err(|problems| failed(&problems))
}

fn failed(problems: &[typst::diag::SourceDiagnostic]) -> Error {
    let said = |problem: &typst::diag::SourceDiagnostic| {
        let hints = problem.hints.iter().map(|hint| format!(" ({})", hint.v));
        std::iter::once(problem.message.to_string()).chain(hints).collect::<String>()
    };
    Error::other("typesetting", problems.iter().map(said).collect::<Vec<_>>().join("; "))
}

/// What the document is, whatever its revision: the address at which it lies.
fn identity(cx: &VersionContext<'_>) -> String {
    let path = cx.path(Pdf.extension());
    cx.addresses.absolute(&path).unwrap_or(path)
}

fn standards(cx: &VersionContext<'_>) -> Result<PdfStandards> {
    // PDF/A-2 demands a date of creation in the metadata (ISO 19005-2, 6.6); none may be made up.
    let dated = moment::of(cx.statement).is_some();
    if !dated && !cx.draft {
        return Err(Error::other("PDF/A", "the statement has no date; set `issued` or `version_created`"));
    }
    let both = [PdfStandard::Ua_1, PdfStandard::A_2a];
    let kept = if dated { both.as_slice() } else { &[PdfStandard::Ua_1] };
    PdfStandards::new(kept).map_err(|error| Error::other("the standards of PDF", error.message()))
}
