//! A statement in three languages from strings: checked, cleared, released in memory.

use promulgate::align::Parallel;
use promulgate::check::Checker;
use promulgate::localize::Voices;
use promulgate::release::Plan;
use promulgate::{Project, Statement};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    run(&mut std::io::stdout())
}

/// The whole program, writing where it is told to.
pub(crate) fn run(out: &mut dyn std::io::Write) -> Result<(), Box<dyn std::error::Error>> {
    let statement = Statement::builder("calm-sea")
        .issued("2020-06-03")
        .fact("ships", 1450)
        .version("en", "# Calm sea\n\n{ NUMBER($ships) } ships took part.\n")
        .version("fr", "# Mer calme\n\n{ NUMBER($ships) } navires ont participé.\n")
        .version("ru", "# Спокойное море\n\nУчаствовали { NUMBER($ships) } кораблей.\n")
        .build();
    let (project, voices) = (Project::default(), Voices::new(&[]));
    let parallel = Parallel::new(&statement);
    let report = Checker::new(&project).check_statement(&parallel);
    let cleared = report.clear(&statement)?;

    // The clock is an argument: a program gives its own.
    let now = "2020-06-03T10:00:00+02:00".parse()?;
    let release = Plan::new(&project, &voices, now).release([cleared])?;
    for tag in ["en", "fr", "ru"] {
        let wire = release.get(&format!("{tag}/calm-sea.txt")).ok_or("no plain text")?;
        let text = String::from_utf8_lossy(&wire.bytes);
        writeln!(out, "{tag}: {}", text.lines().find(|line| line.contains("450")).unwrap_or_default())?;
    }
    Ok(())
}
