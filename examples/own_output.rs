//! An output of your own: one line a statement for a news ticker, and one file for the whole collection.

use promulgate::align::Parallel;
use promulgate::check::Checker;
use promulgate::localize::Voices;
use promulgate::release::Plan;
use promulgate::render::{CollectionContext, Manifestation, VersionContext};
use promulgate::{Project, Renderer, Statement};

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
    run(&mut std::io::stdout())
}

/// The whole program, writing where it is told to.
pub(crate) fn run(out: &mut dyn std::io::Write) -> Result<(), Box<dyn std::error::Error>> {
    let statement = Statement::builder("calm-sea")
        .version("en", "# Calm sea ends\n\nThe exercise is over.\n")
        .version("fr", "# Fin de l’exercice Mer calme\n\nL’exercice est terminé.\n")
        .build();
    // With its built-in outputs left out: the press has no other than ours.
    let project = Project { outputs: vec!["ticker".to_owned()], ..Project::default() };
    let voices = Voices::new(&[]);
    let parallel = Parallel::new(&statement);
    let cleared = Checker::new(&project).check_statement(&parallel).clear(&statement)?;
    let release = Plan::new(&project, &voices, "2020-06-03T10:00:00Z".parse()?).with(&Ticker).release([cleared])?;
    for file in release.files() {
        writeln!(out, "{}: {}", file.path, String::from_utf8_lossy(&file.bytes).trim_end())?;
    }
    Ok(())
}
