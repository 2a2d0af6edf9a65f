//! The command line: reads arguments, clock, locale and terminal, which the library never does.

mod args;
mod attach;
mod build;
mod check;
mod edition;
mod explain;
mod export;
mod failure;
mod fix;
mod import;
mod new;
mod out;
mod place;
mod progress;
mod public;
mod release;
mod releases;
mod render;
mod sign;
mod sign_request;
mod signed;
mod site;
mod stamp;
mod status;
mod terminal;
mod trace;
#[cfg(feature = "store")]
mod upload;
mod verify;
mod workshop;

use std::process::ExitCode;

use clap::Parser;

use args::{Command, Promulgate};
use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// 0: nothing at or above the threshold.
    Good,
    /// 1: findings.
    Found,
    /// 2: the command line, or what it names, is of no use.
    Unusable,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(match status {
            Status::Good => 0,
            Status::Found => 1,
            Status::Unusable => 2,
        })
    }
}

/// Runs the command that the arguments name.
pub(crate) fn run(arguments: std::env::ArgsOs) -> ExitCode {
    let arguments = match Promulgate::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are asked for and end well. A reader that went away has read enough.
            let _ = error.print();
            return if error.use_stderr() { Status::Unusable } else { Status::Good }.into();
        }
    };
    // What `render --lang` and `export --lang` name is the language of a text, which need not be one that the program speaks.
    let renders = matches!(arguments.command, Command::Render(_) | Command::Export(_));
    let terminal = match Terminal::new(&arguments.speech, renders) {
        Ok(terminal) => terminal,
        Err(reason) => {
            let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("promulgate: {reason}\n"));
            return Status::Unusable.into();
        }
    };
    let status = match arguments.command {
        Command::New { dir } => new::run(&dir, &terminal),
        Command::Check(check) => check::run(&check, &terminal),
        Command::Status(status) => status::run(&status, &terminal),
        Command::Build(build) => build::run(&build, &terminal),
        Command::Release(release) => release::run(&release, &terminal),
        Command::Rollback(rollback) => release::rollback(&rollback, &terminal),
        Command::Releases(releases) => releases::run(&releases, &terminal),
        #[cfg(feature = "store")]
        Command::Upload(upload) => upload::run(&upload, &terminal),
        #[cfg(not(feature = "store"))]
        Command::Upload(_) => {
            terminal.tell("program-upload-needs-store", &[]);
            Status::Unusable
        }
        Command::Render(render) => render::run(&render, &terminal),
        Command::Stamp(stamp) => stamp::run(&stamp, &terminal),
        Command::Export(arguments) => export::run(&arguments, &terminal),
        Command::Import(arguments) => import::run(&arguments, &terminal),
        Command::Verify(arguments) => verify::run(&arguments, &terminal),
        Command::SignRequest(arguments) => sign_request::run(&arguments, &terminal),
        Command::Sign(arguments) => sign::run(&arguments, &terminal),
        Command::Attach(arguments) => attach::run(&arguments, &terminal),
        Command::Explain(arguments) => explain::run(&arguments, &terminal),
    };
    status.into()
}
