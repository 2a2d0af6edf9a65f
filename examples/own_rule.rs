//! A rule of your own: this house never writes in capitals. It comes in by the same door as the built-in ones.

use promulgate::align::Parallel;
use promulgate::check::{Checker, Findings, StatementContext};
use promulgate::model::InlineKind;
use promulgate::{Finding, Label, Level, Project, Rule, Span, Statement};

/// Words of five or more letters, all of them capitals.
struct Shouting;

impl Rule for Shouting {
    fn id(&self) -> &'static str {
        "house/shouting"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for (language, version) in &context.statement.versions {
            let document = &version.document;
            document.walk_inlines(&mut |inline| {
                let InlineKind::Text(text) = &inline.kind else { return };
                for word in text.split(|c: char| !c.is_alphabetic()) {
                    if word.chars().count() < 5 || !word.chars().all(char::is_uppercase) {
                        continue;
                    }
                    // The text of an inline stands in its file letter by letter unless something in it was decoded.
                    let Some(at) = document.file.slice(inline.span).find(word) else { continue };
                    let span = Span::new(at, at + word.len()).shift(inline.span.start as usize);
                    let finding = Finding::new(self.id(), Label::new(&document.file, span))
                        .text(format!("“{word}” shouts"), Some("write it in small letters"))
                        .in_language(language);
                    findings.push(finding);
                }
            });
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    run(&mut std::io::stdout())
}

/// The whole program, writing where it is told to.
pub(crate) fn run(out: &mut dyn std::io::Write) -> Result<(), Box<dyn std::error::Error>> {
    let statement = Statement::builder("calm-sea")
        .version("en", "# Calm sea\n\nThe exercise is over.\n")
        .version("fr", "# Mer calme\n\nL’exercice est TERMINÉ.\n")
        .build();
    let project = Project::default();
    let report = Checker::new(&project).with(&Shouting).check_statement(&Parallel::new(&statement));
    for finding in report.findings() {
        let place = finding.here().position();
        writeln!(out, "{}:{}: {}: {}", place.line, place.column, finding.rule(), finding.here().text())?;
    }
    match report.clear(&statement) {
        Ok(_) => writeln!(out, "may be released")?,
        Err(blocked) => writeln!(out, "blocked by {} finding(s)", blocked.findings().len())?,
    }
    Ok(())
}
