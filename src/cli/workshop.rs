//! [`Workshop`]: what a collection brings along for its pages, templates and fonts.

use promulgate::Error;
use promulgate::release::Plan;
use promulgate::render::Templates;
#[cfg(feature = "pdf")]
use promulgate::render::{Pdf, PdfWithFonts};
use promulgate::source::Collection;

/// The collection's own templates, and its fonts where pages are typeset.
pub(super) struct Workshop {
    templates: Templates,
    #[cfg(feature = "pdf")]
    pdf: Option<PdfWithFonts>,
}

impl Workshop {
    /// # Errors
    /// When a template or font cannot be read or is none.
    pub(super) fn of(collection: &Collection<'_>) -> Result<Self, Error> {
        Ok(Workshop {
            templates: Templates::new(collection.templates()?)?,
            #[cfg(feature = "pdf")]
            pdf: match collection.fonts()? {
                fonts if fonts.is_empty() => None,
                fonts => Some(Pdf::with_fonts(fonts.into_iter().map(|(_, bytes)| bytes))?),
            },
        })
    }

    /// A plan that uses them.
    pub(super) fn furnish<'a>(&'a self, plan: Plan<'a>) -> Plan<'a> {
        let plan = plan.templates(&self.templates);
        #[cfg(feature = "pdf")]
        if let Some(pdf) = self.pdf.as_ref().filter(|_| plan.outputs().iter().any(|output| output.id == "pdf")) {
            return plan.with(pdf);
        }
        plan
    }
}
