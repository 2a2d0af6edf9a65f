//! [`Speaker`]: says findings in a language.

use std::fmt;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};

use super::error::{ResolveError, ResolveErrorKind};
use super::texts;
use super::voices::Spoken;
use crate::diagnostic::{Arg, Finding, Message};
use crate::language::Language;

/// Says findings, and the words of reports, in a language. Where the language has no text for something, it is said in English.
///
/// These texts are our own and hold nothing but words and counts, which is what `fluent`'s bundle is for. The texts of statements need
/// more (exact numbers, dates, today's plural rules, no partial text ever) and are resolved by [`Voice`](super::Voice).
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
pub struct Speaker {
    language: Language,
    /// The bundles to look in, nearest first; the last one is English.
    bundles: Vec<(Language, FluentBundle<FluentResource>)>,
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
        let chain = std::iter::once(language.clone()).chain(language.fallbacks()).chain([Language::english()]);
        let mut bundles: Vec<(Language, FluentBundle<FluentResource>)> = Vec::new();
        for language in chain {
            let known = bundles.iter().any(|(other, _)| *other == language);
            if let Some(sources) = texts::diagnostics(language.as_str()).filter(|_| !known) {
                bundles.push((language.clone(), bundle(&language, sources)));
            }
        }
        Speaker { language: language.clone(), bundles }
    }

    /// The languages that have texts of their own, English first.
    pub fn languages() -> Vec<Language> {
        texts::LANGUAGES.iter().filter_map(|tag| Language::parse(tag).ok()).collect()
    }

    /// The language that was asked for.
    pub fn language(&self) -> &Language {
        &self.language
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
            |name| self.find(id, Some(name), &all).or_else(|_| self.find(&main, Some(name), &all)).ok().map(|spoken| spoken.text);
        let spoken = self.find(id, None, &all).or_else(|_| self.find(&main, None, &all));
        let (message, language) = match spoken {
            Ok(spoken) => (spoken.text, Some(spoken.language)),
            Err(_) => (unspeakable(finding.rule(), args), None),
        };
        Said { message, help: attribute("help"), here: attribute("here"), there: attribute("there"), language }
    }

    /// What a rule is about: `None` for a rule that has no built-in texts.
    pub fn explain(&self, rule: &str) -> Option<Explanation> {
        let id = rule.replace('/', "-");
        // One language for all four, so that nobody reads half an explanation in another.
        self.bundles.iter().find_map(|(language, bundle)| {
            let part = |name| say(bundle, &id, Some(name), &FluentArgs::new()).and_then(Result::ok);
            Some(Explanation {
                what: part("what")?,
                why: part("why")?,
                example: part("example")?,
                mend: part("mend")?,
                language: language.clone(),
            })
        })
    }

    /// A word or line of a report, by its id in `diagnostics.ftl`. One that cannot be said in any language comes back as its id, with
    /// the error.
    pub fn word(&self, id: &str, args: &[(&str, Arg)]) -> Spoken {
        self.find(id, None, args).unwrap_or_else(|error| Spoken {
            text: id.to_owned(),
            language: self.language.clone(),
            error: Some(error.unwrap_or_else(|| ResolveError::new(ResolveErrorKind::UnknownMessage, id))),
        })
    }

    /// A text in the nearest language that has it whole. An error of a nearer one is kept.
    fn find(&self, id: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Result<Spoken, Option<ResolveError>> {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Arg::Text(text) => values.set(*name, text.as_str()),
                Arg::Number(number) => values.set(*name, *number),
            }
        }
        let mut error = None;
        for (language, bundle) in &self.bundles {
            match say(bundle, id, attribute, &values) {
                Some(Ok(text)) => return Ok(Spoken { text, language: language.clone(), error }),
                Some(Err(failed)) => error = error.or(Some(failed)),
                None => {}
            }
        }
        Err(error)
    }
}

impl fmt::Debug for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speaker").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The built-in texts of a language. What does not parse is left out; a test holds the files to having nothing of that kind.
fn bundle(language: &Language, sources: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.fluent().clone()]);
    // A report is lines for a terminal, a log or a program: invisible marks around every value would be found in none of them.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A text of a bundle: `None` when it has none, an error when something in it has no value.
fn say(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    attribute: Option<&str>,
    args: &FluentArgs<'_>,
) -> Option<Result<String, ResolveError>> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    Some(if errors.is_empty() { Ok(text.into_owned()) } else { Err(ResolveError::new(ResolveErrorKind::UnknownMessage, id)) })
}

fn unspeakable(rule: &str, args: &[(&'static str, Arg)]) -> String {
    let args = args.iter().map(|(name, value)| match value {
        Arg::Text(text) => format!("{name}: {text}"),
        Arg::Number(number) => format!("{name}: {number}"),
    });
    let args = args.collect::<Vec<_>>().join(", ");
    if args.is_empty() { rule.to_owned() } else { format!("{rule} ({args})") }
}
