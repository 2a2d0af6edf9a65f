//! What the command line may say.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use promulgate::check::Format;
use promulgate::source::Layout;
use promulgate::{Language, Level};

/// Official statements in every language at one instant.
#[derive(Debug, Parser)]
#[command(name = "promulgate", version, max_term_width = 100)]
pub(super) struct Promulgate {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) speech: Speech,
}

/// How the program speaks.
#[derive(Debug, Args)]
pub(super) struct Speech {
    /// Language of messages: en, fr or ru [default: that of the environment]
    #[arg(long, global = true, value_name = "TAG")]
    pub(super) lang: Option<Language>,
    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start a collection: a small one in English, French and Russian that can be built at once
    New {
        /// The folder to make
        dir: PathBuf,
    },
    /// Check that the language versions are complete and agree
    Check(Check),
    /// Say what a rule looks for and why; without a rule, list them all
    Explain {
        /// The id of the rule, as structure/missing-block
        rule: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Collections, folders of one, or bare trees of Markdown or Fluent
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// How to write the findings: human, short or json
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    /// The lowest level of finding that makes the command fail: error, warning or note
    #[arg(long, value_name = "LEVEL", default_value = "error", value_parser = level)]
    pub(super) deny: Level,
    #[command(flatten)]
    pub(super) tree: Tree,
}

/// How to read a tree that has no promulgate.toml.
#[derive(Debug, Clone, Args)]
pub(super) struct Tree {
    /// The language that the others were translated from
    #[arg(long, value_name = "TAG")]
    pub(super) source: Option<Language>,
    /// Where a text lies, as '{lang}/{id}.md'
    #[arg(long, value_name = "PATTERN")]
    pub(super) layout: Option<Layout>,
}

fn level(name: &str) -> Result<Level, String> {
    name.parse().map_err(|()| format!("{name:?} is not a level: error, warning or note"))
}
