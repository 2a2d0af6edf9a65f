//! [`Speaker`]: says findings in a language.

use std::sync::Arc;

use super::error::{ResolveError, ResolveErrorKind};
use super::lexicon::{Layer, Lexicon};
use super::texts;
use super::voices::{Spoken, say};
use crate::diagnostic::{Arg, Finding, Message};
use crate::language::Language;

/// Says findings, and the words of reports, in a language. Where the language has no text for something, it is said in English.
///
/// ```
/// use promulgate::localize::Speaker;
/// use promulgate::{Finding, Label, Language, SourceFile, Span};
///
/// let file = SourceFile::new("fr.md", "# Déclaration ???");
/// let finding = Finding::new("house/no-question-marks", Label::new(&file, Span::new(15, 18)))
///     .text("a statement asks no questions", Some("state it"));
/// let said = Speaker::new(&Language::parse("fr")?).say(&finding);
/// assert_eq!((said.message.as_str(), said.help.as_deref()), ("a statement asks no questions", Some("state it")));
/// # Ok::<(), promulgate::LanguageError>(())
/// ```
#[derive(Debug)]
pub struct Speaker {
    lexicon: Lexicon,
    english: Lexicon,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub message: String,
    /// A way out.
    pub help: Option<String>,
    /// The text at the place where it must be mended.
    pub here: Option<String>,
    /// The text at the place on the other side.
    pub there: Option<String>,
    /// The language of the message; `None` for a text that is the same in every language.
    pub language: Option<Language>,
}

/// What a rule is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What the rule finds.
    pub what: String,
    /// Why that is bad.
    pub why: String,
    /// An example of it.
    pub example: String,
    /// How to mend it.
    pub mend: String,
    /// The language of all four.
    pub language: Language,
}

impl Speaker {
    /// The speaker of a language.
    pub fn new(language: &Language) -> Self {
        let english = Language::parse("en").unwrap_or_else(|_| language.clone());
        let lexicon = |language: &Language| {
            let chain = std::iter::once(language.clone()).chain(language.fallbacks());
            let layers = chain.filter_map(|language| Some(Layer::built_in(&language, texts::diagnostics(language.as_str())?)));
            Lexicon::new(language, layers.collect::<Vec<Arc<Layer>>>())
        };
        Speaker { lexicon: lexicon(language), english: lexicon(&english) }
    }

    /// The languages that have texts of their own, English first.
    pub fn languages() -> Vec<Language> {
        texts::LANGUAGES.iter().filter_map(|tag| Language::parse(tag).ok()).collect()
    }

    /// The language that was asked for.
    pub fn language(&self) -> &Language {
        &self.lexicon.language
    }

    /// A finding in words. A finding whose message no language has is said by its rule and arguments.
    pub fn say(&self, finding: &Finding) -> Said {
        let (id, args) = match finding.message() {
            Message::Text { text, help } => {
                return Said { message: text.clone(), help: help.clone(), here: None, there: None, language: None };
            }
            Message::Fluent { id, args } => (id.as_ref(), args),
        };
        let mut all: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let common = [
            ("language", finding.language().map(Language::as_str)),
            ("statement", finding.statement()),
            ("unit", finding.unit()),
        ];
        for (name, value) in common {
            if !all.iter().any(|(given, _)| *given == name) {
                all.push((name, Arg::from(value.unwrap_or_default())));
            }
        }
        let main = finding.rule().replace('/', "-");
        // A variant takes from the main message what it does not say itself.
        let attribute =
            |name| self.find(id, Some(name), &all).or_else(|| self.find(&main, Some(name), &all)).map(|spoken| spoken.text);
        let spoken = self.find(id, None, &all).or_else(|| self.find(&main, None, &all));
        let (message, language) = match spoken {
            Some(spoken) => (spoken.text, Some(spoken.language)),
            None => (unspeakable(finding.rule(), args), None),
        };
        Said { message, help: attribute("help"), here: attribute("here"), there: attribute("there"), language }
    }

    /// What a rule is about: `None` for a rule that has no built-in texts.
    pub fn explain(&self, rule: &str) -> Option<Explanation> {
        let id = rule.replace('/', "-");
        // One language for all four, so that nobody reads half an explanation in another.
        [&self.lexicon, &self.english].into_iter().find_map(|lexicon| {
            let part = |name| say(&[lexicon], &id, Some(name), &[]).ok();
            let what = part("what")?;
            Some(Explanation {
                what: what.text,
                why: part("why")?.text,
                example: part("example")?.text,
                mend: part("mend")?.text,
                language: what.language,
            })
        })
    }

    /// A word or line of a report, by its id in `diagnostics.ftl`. One that cannot be said in any language comes back as its id, with
    /// the error.
    pub fn word(&self, id: &str, args: &[(&str, Arg)]) -> Spoken {
        say(&[&self.lexicon, &self.english], id, None, args).unwrap_or_else(|error| Spoken {
            text: id.to_owned(),
            language: self.lexicon.language.clone(),
            error: Some(error.unwrap_or_else(|| ResolveError::new(ResolveErrorKind::UnknownMessage, id))),
        })
    }

    fn find(&self, id: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<Spoken> {
        say(&[&self.lexicon, &self.english], id, attribute, args).ok()
    }
}

fn unspeakable(rule: &str, args: &[(&'static str, Arg)]) -> String {
    let args = args.iter().map(|(name, value)| match value {
        Arg::Text(text) => format!("{name}: {text}"),
        Arg::Number(number) => format!("{name}: {number}"),
    });
    let args = args.collect::<Vec<_>>().join(", ");
    if args.is_empty() { rule.to_owned() } else { format!("{rule} ({args})") }
}
