//! An output of your own: one line a statement for a news ticker, and one file for the whole collection. It is built beside the crate's own
//! outputs, and the pages lead to it.
//!
//! `cargo run --example own_output -- OUT` builds the example collection into a folder.

use promulgate::check::Checker;
use promulgate::localize::Voices;
use promulgate::release::Plan;
use promulgate::render::{CollectionContext, Manifestation, VersionContext};
use promulgate::source::{Collection, Directory};
use promulgate::{Instant, Renderer};

/// Headlines between plus signs.
struct Ticker;

impl Renderer for Ticker {
    fn id(&self) -> &'static str {
        "ticker"
    }

    fn media_type(&self) -> &'static str {
        "text/plain; charset=utf-8"
    }

    fn extension(&self) -> &'static str {
        "ticker"
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> promulgate::Result<Vec<u8>> {
        Ok(format!("+++ {} +++\n", cx.letterhead.title).into_bytes())
    }

    fn render_collection(&self, cx: &CollectionContext<'_>) -> promulgate::Result<Vec<Manifestation>> {
        let mut lines = String::new();
        for version in cx.entries.iter().flat_map(|entry| &entry.versions) {
            lines.push_str(&format!("{} {}\n", version.language, version.title));
        }
        let path = "ticker.txt".to_owned();
        Ok(vec![Manifestation { path, media_type: self.media_type(), bytes: lines.into_bytes() }])
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::args().nth(1).unwrap_or_else(|| "public".to_owned());
    run(&out, "2026-11-24T10:00:00Z".parse()?, &mut std::io::stdout())
}

/// The whole program, writing where it is told to.
pub(crate) fn run(out: &str, now: Instant, said: &mut dyn std::io::Write) -> Result<(), Box<dyn std::error::Error>> {
    let store = Directory::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office"));
    let collection = Collection::open(&store)?;
    let voices = Voices::new(collection.catalogues());
    let plan = Plan::new(collection.project(), &voices, now).with(&Ticker);
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let statements = collection.ids().map(|id| collection.load(id)).collect::<Result<Vec<_>, _>>()?;
    let reports: Vec<_> = statements.iter().map(|statement| checker.check(statement)).collect();
    let cleared =
        statements.iter().zip(&reports).map(|(statement, report)| report.clear(statement)).collect::<Result<Vec<_>, _>>()?;
    let published = plan.publish(cleared, out)?;
    let ours = published.manifest.files.iter().filter(|file| file.path.ends_with(".ticker"));
    for file in ours {
        let text = std::fs::read_to_string(published.folder.join(&file.path))?;
        write!(said, "{}: {text}", file.path)?;
    }
    Ok(())
}
