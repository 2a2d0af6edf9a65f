//! A folder on disk: what stands in it, in which languages, and what the checker says of each statement.
//!
//! `cargo run --example walk_folder -- FOLDER`; without a folder it walks the example collection.

use promulgate::Level;
use promulgate::align::Parallel;
use promulgate::check::Checker;
use promulgate::source::{Collection, Directory};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1);
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");
    run(folder.as_deref().unwrap_or(own), &mut std::io::stdout())
}

/// The whole program, writing where it is told to.
pub(crate) fn run(folder: &str, out: &mut dyn std::io::Write) -> Result<(), Box<dyn std::error::Error>> {
    let store = Directory::new(folder);
    let collection = Collection::open(&store)?;
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    for id in collection.ids() {
        // One statement at a time: a collection of any size fits in memory.
        let statement = collection.load(id)?;
        let parallel = Parallel::new(&statement);
        let report = checker.check_statement(&parallel);
        let languages: Vec<_> = statement.languages().iter().map(ToString::to_string).collect();
        let units = parallel.source().map_or(0, |source| source.units.len());
        writeln!(out, "{id}: {}, {units} units, {} error(s)", languages.join(" "), report.count(Level::Error))?;
    }
    Ok(())
}
