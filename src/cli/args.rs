//! What the command line may say.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use promulgate::check::Format;
use promulgate::render::{BUILTIN, FEATURES, Scope};
use promulgate::source::Layout;
use promulgate::{Instant, Language, Level};

use super::{attach, sign, sign_request, verify};

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
    /// Show where every statement stands: state, coverage, errors and what is left to do in each language
    Status(Status),
    /// Check, then release every statement that may go out, all languages at one instant
    ///
    /// A statement with an error is not released, the others are. Where a statement with an error is public already, nothing is
    /// released: the others would go out at the price of its page. What is under embargo leaves no trace.
    ///
    /// With a moment that is still to come, everything is made ready and waits in a closed folder: promulgate release lets it out then.
    Build(Build),
    /// Make public what waits: all languages at one instant
    ///
    /// It was made ready by promulgate build with a moment that was still to come, or waits for signatures.
    Release(Release),
    /// Make an earlier release public again, at one instant
    ///
    /// Its files go out as a new release, so that whoever follows the chain of manifests sees that it is meant.
    Rollback(Rollback),
    /// List the releases: the one that is public, those before it, and the one that waits
    Releases(Releases),
    /// Upload what was released to an object store: content first, then the pointer that readers follow
    ///
    /// Nothing that is there is overwritten but the pointer, current.json, and that only while it shows an earlier release of the same
    /// chain. Every object is read back before. What was interrupted goes on where it stopped. Who may write is said by the environment,
    /// in the variables of each provider (AWS_..., GOOGLE_..., AZURE_...).
    Upload(Upload),
    /// Render one statement in one output, to standard output, a file or a folder
    ///
    /// What may be released comes out byte for byte as in a release. What has errors, or may not be seen yet, says visibly that it is a draft;
    /// the output canonical alone holds nothing but the words.
    Render(Render),
    /// Record which source text each translation was made from, so that check can say when it is out of date
    ///
    /// What was translated or changed since gets a stamp. Where the source changed and the translation did not, the stamp stays as it is:
    /// work on the translation, or say with --attest why it is right all the same.
    Stamp(Stamp),
    /// Write a statement for translators' own tools: XLIFF, PO, or TMX, the memory of what was translated
    ///
    /// A file holds one statement for one language, with what is translated already; TMX holds all languages of everything that is named.
    Export(Export),
    /// Take back what translators' tools wrote (XLIFF or PO)
    ///
    /// Nothing is written unless --write says so. What cannot be taken over is said with its place, and the file is refused as a whole.
    Import(Import),
    /// Verify that a release, a file or a text is what its issuer released
    ///
    /// Says everything that is wrong: what was changed, swapped, mixed or left out, an old release shown as new, signatures that do not hold.
    Verify(verify::Verify),
    /// Write the manifest of a release that waits for signatures, or of the current one, for those who sign
    SignRequest(sign_request::SignRequest),
    /// Sign a manifest with a secret key of minisign
    Sign(sign::Sign),
    /// Lay signatures beside the manifest that they are over, if they hold
    Attach(attach::Attach),
    /// Say what a rule looks for and why; without a rule, list them all
    Explain(Explain),
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Collections, folders of one, or bare trees of Markdown or Fluent
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// How to write the findings: human, short, json, sarif, github, junit, markdown or html
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    /// The lowest level of finding that makes the command fail: error, warning or note
    #[arg(long, value_name = "LEVEL", default_value = "error", value_parser = level)]
    pub(super) deny: Level,
    /// Run these rules or families alone, as structure/missing-block,agreement; one named by its own id runs even where it is off
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Leave these rules or families out of this check; what could not be read is always said, and build leaves nothing out
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// The moment to check for (RFC 3339 with an offset, as 2020-06-03T10:00:00+02:00): which waivers and embargoes hold [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<Instant>,
    /// The folder of releases whose public one the next must answer for, as build --out has it: no address vanishes, no word changes in silence
    #[arg(long, value_name = "OUT")]
    pub(super) public: Option<PathBuf>,
    /// Mend in the files what can be mended safely, then report what is left
    ///
    /// What a statement waives is left as it is. Where only some files are named, only those are changed.
    #[arg(long)]
    pub(super) fix: bool,
    /// Show what --fix would change, as a unified diff, and write nothing
    #[arg(long)]
    pub(super) diff: bool,
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

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The id of the rule, as structure/missing-block, or the name of a family
    pub(super) rule: Option<String>,
    /// Explain every rule instead of listing it
    #[arg(long)]
    pub(super) all: bool,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Paper,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Paper {
    /// For the terminal
    Human,
    /// For a page of documentation
    Markdown,
}

#[derive(Debug, Args)]
pub(super) struct Status {
    /// A collection, a part of one, or a bare tree of Markdown or Fluent
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) path: PathBuf,
    /// How to show it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Show,
    /// The moment by which embargoes are judged (RFC 3339 with an offset) [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<Instant>,
    #[command(flatten)]
    pub(super) tree: Tree,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Show {
    /// A table
    Human,
    /// One JSON document
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Build {
    /// The collection
    #[arg(default_value = ".")]
    pub(super) dir: PathBuf,
    /// The folder for the releases, or for the preview
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
    /// How to write the findings: human, short, json, sarif, github, junit, markdown or html
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    /// The moment of release (RFC 3339 with an offset, as 2020-06-03T10:00:00+02:00): what is under embargo then stays out, and where
    /// that moment is still to come the release waits for it [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<Instant>,
    /// Render everything, drafts and errors included and visibly marked, without releasing anything
    #[arg(long)]
    pub(super) preview: bool,
    /// Take the place of a release that waits for another moment
    #[arg(long)]
    pub(super) replace: bool,
    #[command(flatten)]
    pub(super) tree: Tree,
}

/// Whose releases are meant.
#[derive(Debug, Args)]
pub(super) struct Target {
    /// The collection, which says how many releases are kept and who must sign them
    #[arg(default_value = ".")]
    pub(super) dir: PathBuf,
    /// The folder of the releases
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Release {
    #[command(flatten)]
    pub(super) target: Target,
    /// The moment to take for now (RFC 3339 with an offset): what it lets out is public [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<Instant>,
    /// Let it out even where a statement of it was changed since it was made ready
    #[arg(long)]
    pub(super) as_staged: bool,
}

#[derive(Debug, Args)]
pub(super) struct Rollback {
    #[command(flatten)]
    pub(super) target: Target,
    /// The release to go back to, by the first digits of its digest [default: the one before the public one]
    #[arg(long, value_name = "DIGEST")]
    pub(super) to: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Releases {
    /// The folder of the releases
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
    /// How to show them
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Show,
}

#[derive(Debug, Args)]
pub(super) struct Upload {
    /// The folder that build released into
    pub(super) out: PathBuf,
    /// The store, as file:///srv/press; with the feature cloud, as s3://bucket, gs://bucket or az://container
    #[arg(value_name = "URL")]
    pub(super) url: String,
    /// Where everything lies in the store, as press/statements
    #[arg(long, value_name = "PATH", default_value = "", hide_default_value = true)]
    pub(super) prefix: String,
    /// Lay the release out below the prefix itself, too, for a host that reads no pointer: readers then see pages change one by one
    #[arg(long)]
    pub(super) in_place: bool,
    /// Remove from the store all but so many releases: the new one and those just before it [default: keep all]
    #[arg(long, value_name = "N")]
    pub(super) keep: Option<NonZeroUsize>,
    /// Take the place of this release, by its digest, even where the one in OUT does not come after it
    #[arg(long, value_name = "DIGEST")]
    pub(super) replace: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Render {
    /// The statement: its folder, one of its texts for that language, or its id in the collection of this folder
    #[arg(value_name = "STATEMENT")]
    pub(super) statement: PathBuf,
    /// The language to render [default: that of the text that was named, else all]
    #[arg(long, value_name = "TAG")]
    pub(super) lang: Option<Language>,
    /// The output to make: html, parallel, text, canonical, markdown, json, akoma-ntoso, ninjs, newsml; with the features, mail or pdf
    #[arg(long, value_name = "OUTPUT", default_value = "html", value_parser = output)]
    pub(super) to: String,
    /// The file to write, or a folder for several files [default: standard output]
    #[arg(long, short, value_name = "PATH")]
    pub(super) out: Option<PathBuf>,
    /// The moment to render for (RFC 3339 with an offset): what is under embargo then is a draft [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<Instant>,
    /// Say that it is a draft even where it may be released
    #[arg(long)]
    pub(super) draft: bool,
}

#[derive(Debug, Args)]
pub(super) struct Stamp {
    /// The collection, a statement of it, or one of its texts for that language alone
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) path: PathBuf,
    /// This language alone
    #[arg(long, value_name = "TAG")]
    pub(super) language: Option<Language>,
    /// This block alone, by the id that check gives it
    #[arg(long, value_name = "ID")]
    pub(super) unit: Option<String>,
    /// Why translations that did not change with their source are right all the same; kept in stamps.toml
    #[arg(long, value_name = "REASON", value_parser = reason)]
    pub(super) attest: Option<String>,
    /// How to write what is left: human, short or json
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    /// The statement: its folder, one of its texts, or its id in the collection that the command is run in; for TMX, or a collection
    #[arg(value_name = "STATEMENT")]
    pub(super) statement: PathBuf,
    /// The language to translate into [default: that of the text that was named]
    #[arg(long, value_name = "TAG")]
    pub(super) lang: Option<Language>,
    /// The format: xliff is 2.1
    #[arg(long, value_name = "FORMAT", default_value = "xliff")]
    pub(super) to: Exchange,
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Write over a file that exists
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) tree: Tree,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Exchange {
    /// XLIFF 2.1
    #[value(alias = "xliff21")]
    Xliff,
    /// XLIFF 1.2, for older tools
    Xliff12,
    /// XLIFF 2.2
    Xliff22,
    /// Gettext PO, for Weblate and Poedit
    Po,
    /// TMX 1.4, the memory of what was translated, in all languages
    Tmx,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file that a translator gave back
    pub(super) file: PathBuf,
    /// The collection that its statement is in
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) collection: PathBuf,
    /// Write the translation, and how far it is, into the collection
    #[arg(long)]
    pub(super) write: bool,
    /// Show what --write would change, as a unified diff, and write nothing
    #[arg(long, conflicts_with = "write")]
    pub(super) diff: bool,
    /// How to write the findings: human, short, json, sarif, github, junit, markdown or html
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) tree: Tree,
}

fn reason(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("a reason says something".to_owned()) } else { Ok(text.to_owned()) }
}

/// An output that is made of a statement.
fn output(name: &str) -> Result<String, String> {
    let known: Vec<&str> =
        BUILTIN.iter().filter(|renderer| renderer.scope() != Scope::Collection).map(|renderer| renderer.id()).collect();
    match name {
        name if known.contains(&name) => Ok(name.to_owned()),
        name if FEATURES.contains(&name) => Err(format!("this program was built without it: build it with the feature {name}")),
        _ => Err(format!("no such output of a statement; there are {}", known.join(", "))),
    }
}

fn level(name: &str) -> Result<Level, String> {
    name.parse().map_err(|()| format!("{name:?} is not a level: error, warning or note"))
}
