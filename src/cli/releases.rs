//! `promulgate releases`: what was public, is, and will be.

use std::io::{self, Write};

use comfy_table::{Cell, CellAlignment, LineStyle, Table, TableStyle};
use promulgate::Error;
use promulgate::release::{Kept, Site, Staged};
use serde::Serialize;

use super::args::{self, Show};
use super::terminal::Terminal;
use super::{Status, site};

/// A release as the JSON form tells of it.
#[derive(Serialize)]
struct Told<'r> {
    digest: &'r str,
    files: usize,
    /// The moment before which it does not go out, where it waits for one.
    not_before: Option<String>,
    previous: Option<&'r str>,
    sequence: u64,
    standing: &'static str,
    statements: usize,
}

pub(super) fn run(arguments: &args::Releases, terminal: &Terminal) -> Status {
    let site = Site::new(&arguments.out);
    let read = || -> Result<(Option<Staged>, Vec<Kept>), Error> { Ok((site.staged()?, site.releases()?)) };
    let (staged, releases) = match read() {
        Ok(read) => read,
        Err(error) => {
            site::say(&error, terminal);
            return Status::Unusable;
        }
    };
    let waiting = staged
        .iter()
        .map(|staged| told(&staged.release, "staged", site::moment(staged, site::clock()).map(|moment| moment.to_string())));
    let kept = releases.iter().enumerate().map(|(at, kept)| told(kept, if at == 0 { "public" } else { "kept" }, None));
    let all: Vec<Told<'_>> = waiting.chain(kept).collect();
    if all.is_empty() && arguments.format == Show::Human {
        terminal.tell("releases-none", &[("out", arguments.out.display().to_string().into())]);
        return Status::Good;
    }
    terminal.print(|out| match arguments.format {
        Show::Human => write(&all, terminal, out),
        Show::Json => {
            serde_json::to_writer_pretty(&mut *out, &all)?;
            writeln!(out)
        }
    })
}

fn told<'r>(kept: &'r Kept, standing: &'static str, not_before: Option<String>) -> Told<'r> {
    Told {
        digest: &kept.digest,
        files: kept.manifest.files.len(),
        not_before,
        previous: kept.manifest.previous.as_deref(),
        sequence: kept.manifest.sequence,
        standing,
        statements: kept.manifest.statements.len(),
    }
}

fn write(all: &[Told<'_>], terminal: &Terminal, out: &mut dyn Write) -> io::Result<()> {
    let word = |id: &str| terminal.speaker.word(id, &[]).text;
    let mut table = Table::new();
    table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
    let heads = ["releases-sequence", "releases-digest", "releases-statements", "releases-files", "releases-standing"];
    table.set_header(heads.iter().map(|head| Cell::new(word(head))));
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 1));
        if matches!(at, 0 | 2 | 3) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    for release in all {
        let standing = match &release.not_before {
            Some(moment) if release.standing == "staged" => {
                terminal.speaker.word("releases-staged-until", &[("moment", moment.as_str().into())]).text
            }
            _ => word(&format!("releases-{}", release.standing)),
        };
        let counts = [release.statements.to_string(), release.files.to_string()];
        let [statements, files] = counts;
        table.add_row([release.sequence.to_string(), site::short(release.digest).to_owned(), statements, files, standing]);
    }
    table.lines().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}
