//! Standard output and standard error: colour, language, broken pipes.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use promulgate::Language;
use promulgate::check::Look;
use promulgate::localize::Speaker;

use super::Status;
use super::args::{Color, Speech};

/// Where the program speaks, and in which language.
pub(super) struct Terminal {
    pub(super) speaker: Speaker,
    pub(super) look: Look,
    choice: ColorChoice,
}

impl Terminal {
    /// # Errors
    /// With a sentence for people when the language that was asked for is not spoken, unless that may be.
    pub(super) fn new(speech: &Speech, any: bool) -> Result<Self, String> {
        let wanted = match speech.color {
            Color::Auto => AutoStream::choice(&io::stdout()),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let color = !matches!(wanted, ColorChoice::Never);
        let choice = if color { wanted } else { ColorChoice::Never };
        Ok(Terminal {
            speaker: Speaker::new(&language(speech.lang.as_ref(), any)?),
            look: Look { color, ..Look::default() },
            choice,
        })
    }

    /// Writes to standard output. A reader that went away, as `head` does, has read enough: that is no failure.
    pub(super) fn print(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Status {
        let mut out = io::BufWriter::new(AutoStream::new(io::stdout(), self.choice));
        match write(&mut out).and_then(|()| out.flush()) {
            Ok(()) => Status::Good,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Good,
            Err(error) => {
                self.tell("program-cannot-print", &[("reason", error.to_string().into())]);
                Status::Unusable
            }
        }
    }

    /// Writes bytes to standard output as they are.
    pub(super) fn print_bytes(&self, bytes: &[u8]) -> Status {
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Ok(()) => Status::Good,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Good,
            Err(error) => {
                self.tell("program-cannot-print", &[("reason", error.to_string().into())]);
                Status::Unusable
            }
        }
    }

    /// Says something on standard error. What cannot be said there cannot be said anywhere.
    pub(super) fn say(&self, text: &str) {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Says a sentence of the catalogue on standard error.
    pub(super) fn tell(&self, id: &str, args: &[(&'static str, promulgate::diagnostic::Arg)]) {
        self.say(&self.speaker.word(id, args).text);
    }

    /// Says why the command cannot go on.
    pub(super) fn complain(&self, reason: &str) {
        self.say(&format!("promulgate: {reason}"));
    }

    /// Whether somebody watches standard error.
    pub(super) fn is_watched(&self) -> bool {
        io::stderr().is_terminal()
    }
}

/// The language to speak: the one asked for, else that of the environment, else English.
fn language(asked: Option<&Language>, any: bool) -> Result<Language, String> {
    let spoken = Speaker::languages();
    let known = |wanted: &Language| spoken.iter().find(|language| language.primary() == wanted.primary()).cloned();
    if let Some(asked) = asked {
        let tags: Vec<_> = spoken.iter().map(Language::as_str).collect();
        match known(asked) {
            Some(language) => return Ok(language),
            None if any => {}
            None => return Err(format!("the program does not speak {asked}; it speaks {}", tags.join(", "))),
        }
    }
    let environment = sys_locale::get_locales().filter_map(|tag| Language::parse(&tag).ok());
    let found = environment.filter_map(|language| known(&language)).next();
    found.or_else(|| spoken.first().cloned()).ok_or_else(|| "the program speaks no language".to_owned())
}
