//! [`Voices`]: the voice of every language of a collection.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::error::{ResolveError, ResolveErrorKind};
use super::lexicon::{Layer, Lexicon};
use super::options::{At, Moment, MomentOptions, Number, Style, TimeStyle};
use super::resolve::{Resolver, Variables};
use super::texts;
use crate::diagnostic::Arg;
use crate::language::Language;
use crate::model::{Catalogue, Expression, Fact, Facts, Instant, Localized};

/// The voices of all languages: the collection's own messages and terms over the built-in labels.
///
/// Made once for a collection and shared by all threads; the voice of a language is made when it is first asked for.
///
/// ```
/// use promulgate::Language;
/// use promulgate::localize::Voices;
///
/// let voices = Voices::new(&[]);
/// let french = Language::parse("fr")?;
/// assert_eq!(voices.voice(&french).date("2018-07-11".parse()?).text, "11 juillet 2018");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Voices {
    catalogues: Vec<Arc<Layer>>,
    labels: Vec<Arc<Layer>>,
    made: Link,
}

/// A list that only grows, so that a voice can be lent while another thread adds one. As long as a collection has languages.
#[derive(Debug, Default)]
struct Link(OnceLock<Box<(Voice, Link)>>);

/// The voice of one language: resolves placeables, says labels, shows numbers and dates.
#[derive(Debug)]
pub struct Voice {
    lexicon: Lexicon,
    /// What is said where the language has no word: the built-in English.
    english: Lexicon,
}

/// A text with the language that it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The text.
    pub text: String,
    /// The language of the text: another than that of the voice where the voice had no word of its own.
    pub language: Language,
    /// Why a nearer text could not be used, as a label of the collection that needs a variable which does not exist.
    pub error: Option<ResolveError>,
}

impl Voices {
    /// The voices of a collection with these catalogues.
    pub fn new(catalogues: &[Catalogue]) -> Self {
        let labels = texts::LANGUAGES.iter().filter_map(|tag| {
            let language = Language::parse(tag).ok()?;
            Some(Layer::built_in(&language, &[texts::labels(tag)?]))
        });
        Voices {
            catalogues: catalogues.iter().map(Layer::of_catalogue).collect(),
            labels: labels.collect(),
            made: Link::default(),
        }
    }

    /// The voice of a language.
    pub fn voice(&self, language: &Language) -> &Voice {
        let mut link = &self.made;
        loop {
            // Whoever comes first adds its language; whoever waited finds out below whether it was the same.
            let made = link.0.get_or_init(|| Box::new((self.make(language), Link::default())));
            if *made.0.language() == *language {
                return &made.0;
            }
            link = &made.1;
        }
    }

    /// The name of a language in that language, with a capital where its script has them: `Français`, `Русский`.
    ///
    /// A collection overrides it with the label `language-endonym` in that language.
    pub fn endonym(&self, language: &Language) -> String {
        let voice = self.voice(language);
        if voice.lexicon.message("language-endonym").is_some() {
            let spoken = voice.label("language-endonym", &[]);
            if spoken.error.is_none() {
                return spoken.text;
            }
        }
        let name = voice.lexicon.formats().ok().and_then(|formats| formats.language_name(language));
        name.map_or_else(|| language.to_string(), |name| capitalised(&name))
    }

    fn make(&self, language: &Language) -> Voice {
        let english = Language::parse("en").unwrap_or_else(|_| language.clone());
        Voice { lexicon: Lexicon::new(language, self.layers(language)), english: Lexicon::new(&english, self.layers(&english)) }
    }

    /// The collection's own words of the language and of each language that it falls back to, then the built-in words of the same.
    fn layers(&self, language: &Language) -> Vec<Arc<Layer>> {
        let chain: Vec<Language> = std::iter::once(language.clone()).chain(language.fallbacks()).collect();
        let of = |layers: &[Arc<Layer>], language: &Language| {
            layers.iter().filter(|layer| layer.language == *language).cloned().collect()
        };
        let own = chain.iter().flat_map(|language| -> Vec<Arc<Layer>> { of(&self.catalogues, language) });
        let built_in = chain.iter().flat_map(|language| -> Vec<Arc<Layer>> { of(&self.labels, language) });
        own.chain(built_in).collect()
    }
}

impl Voice {
    /// The language.
    pub fn language(&self) -> &Language {
        &self.lexicon.language
    }

    /// A number by the conventions of the language.
    pub(super) fn shown(&self, number: &Number) -> Option<String> {
        self.lexicon.formats().ok()?.number(number).ok()
    }

    /// The text of a placeable.
    ///
    /// In a language that is written from right to left, a value is set between U+2068 and U+2069, which isolate it from the
    /// direction of the text around it (UAX 9): keep them in running text, take them out of addresses and machine-read values.
    ///
    /// # Errors
    /// Whenever any part of the placeable has no text: nothing half resolved ever comes out.
    pub fn resolve(&self, expression: &Expression, facts: &Facts) -> Result<String, ResolveError> {
        Resolver::new(&self.lexicon, Variables::Facts(facts)).inline(expression)
    }

    /// The text of a short text of a statement, whose placeables are resolved.
    ///
    /// # Errors
    /// [`ResolveErrorKind::NoText`] when it has no text in this language, [`ResolveErrorKind::Syntax`] when it is no Fluent pattern
    /// on one line, and as [`resolve`](Self::resolve).
    pub fn localized(&self, text: &Localized, facts: &Facts) -> Result<String, ResolveError> {
        Resolver::new(&self.lexicon, Variables::Facts(facts)).localized(text)
    }

    /// A label: the collection's own, else the built-in one of this language, of a language it falls back to, or of English.
    /// An id that no language has comes back as it is, with the error.
    pub fn label(&self, id: &str, args: &[(&str, Arg)]) -> Spoken {
        say(&[&self.lexicon, &self.english], id, None, args).unwrap_or_else(|error| Spoken {
            text: id.to_owned(),
            language: self.language().clone(),
            error: Some(error.unwrap_or_else(|| ResolveError::new(ResolveErrorKind::UnknownMessage, id))),
        })
    }

    /// A day, written out as official texts do: `11 July 2018` in British English, `11 июля 2018 года` in Russian.
    ///
    /// A collection words it with the message `format-date`. Never in another language.
    pub fn date(&self, date: Date) -> Spoken {
        self.moment_label("format-date", At::Day(date))
    }

    /// A moment, with the offset from UTC in which it was written. A collection words it with the message `format-moment`.
    pub fn moment(&self, instant: Instant) -> Spoken {
        self.moment_label("format-moment", At::Instant(instant))
    }

    fn moment_label(&self, id: &str, at: At) -> Spoken {
        let fact = match at {
            At::Day(date) => Fact::Date(date),
            At::Instant(instant) => Fact::Instant(instant),
        };
        let facts = Facts::from([("date".to_owned(), fact)]);
        say_with(&[&self.lexicon], id, None, Variables::Facts(&facts)).unwrap_or_else(|mut error| {
            let mut options = MomentOptions { date: Some(Style::Long), ..MomentOptions::default() };
            if matches!(at, At::Instant(_)) {
                (options.time, options.offset) = (Some(TimeStyle::Short), Some(false));
            }
            let formatted = self.lexicon.formats().and_then(|formats| {
                let none = |_| ResolveError::new(ResolveErrorKind::NoFormat, self.language().as_str());
                formats.moment(&Moment { at, options }).map_err(none)
            });
            // ISO 8601 is no language's own way, but no language misreads it.
            let text = formatted.unwrap_or_else(|failed| {
                error = error.take().or(Some(failed));
                match at {
                    At::Day(date) => date.to_string(),
                    At::Instant(instant) => instant.to_string(),
                }
            });
            Spoken { text, language: self.language().clone(), error }
        })
    }

    /// `A, B and C`.
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        let items = items.iter().map(AsRef::as_ref);
        let listed = self.lexicon.formats().ok().and_then(|formats| formats.list(items.clone()).ok());
        listed.unwrap_or_else(|| items.collect::<Vec<_>>().join(", "))
    }

    /// The name of a language in this language, as it stands in running text: `français` in French. A collection overrides it with
    /// the label `language-<tag>`. Where this language has no name for it, English has; else its tag.
    pub fn language_name(&self, language: &Language) -> Spoken {
        let id = format!("language-{language}");
        for lexicon in [&self.lexicon, &self.english] {
            if let Ok(spoken) = say(&[lexicon], &id, None, &[]) {
                return spoken;
            }
            if let Some(text) = lexicon.formats().ok().and_then(|formats| formats.language_name(language)) {
                return Spoken { text, language: lexicon.language.clone(), error: None };
            }
        }
        Spoken { text: language.to_string(), language: language.clone(), error: None }
    }

    /// A label that says something of texts in other languages: “the English and French texts prevail”, “тексты на английском и
    /// французском языках”. Where this language has a form for each of them, the message `<id>-in` is said, with `$languages` and
    /// `$count`; else the message `<id>` with the plain names.
    ///
    /// The form is the attribute `.in` of `language-<tag>`, or what the message `language-in` makes of `$name`.
    pub fn label_of_languages(&self, id: &str, languages: &[&Language]) -> Spoken {
        let count = ("count", Arg::from(languages.len()));
        let forms: Option<Vec<String>> = languages.iter().map(|language| self.name_after_in(language)).collect();
        if let Some(forms) = forms {
            let args = [("languages", Arg::from(self.list(&forms))), count.clone()];
            if let Ok(spoken) = say(&[&self.lexicon], &format!("{id}-in"), None, &args) {
                return spoken;
            }
        }
        let names: Vec<String> = languages.iter().map(|language| self.language_name(language).text).collect();
        self.label(id, &[("languages", Arg::from(self.list(&names))), count])
    }

    fn name_after_in(&self, language: &Language) -> Option<String> {
        let own = say(&[&self.lexicon], &format!("language-{language}"), Some("in"), &[]);
        own.ok().map(|spoken| spoken.text).or_else(|| {
            let name = self.language_name(language);
            let whole = name.language == *self.language() && name.error.is_none();
            let args = [("name", Arg::from(name.text))];
            let spoken = whole.then(|| say(&[&self.lexicon], "language-in", None, &args).ok()).flatten();
            spoken.map(|spoken| spoken.text)
        })
    }
}

/// The first text of a message, or of its attribute, that can be said; `Err(None)` when no lexicon has it.
pub(super) fn say(
    lexicons: &[&Lexicon],
    id: &str,
    attribute: Option<&str>,
    args: &[(&str, Arg)],
) -> Result<Spoken, Option<ResolveError>> {
    say_with(lexicons, id, attribute, Variables::Args(args))
}

fn say_with(
    lexicons: &[&Lexicon],
    id: &str,
    attribute: Option<&str>,
    variables: Variables<'_>,
) -> Result<Spoken, Option<ResolveError>> {
    let mut error = None;
    for lexicon in lexicons {
        for layer in &lexicon.layers {
            let Some(pattern) = layer.message(id).and_then(|entry| super::lexicon::part(entry, attribute)) else {
                continue;
            };
            match Resolver::new(lexicon, variables).whole(pattern) {
                Ok(text) => return Ok(Spoken { text, language: layer.language.clone(), error }),
                Err(failed) => error = error.or(Some(failed)),
            }
        }
    }
    Err(error)
}

fn capitalised(name: &str) -> String {
    let mut rest = name.chars();
    match rest.next() {
        // Georgian has capitals, but sets whole words in them and never one letter.
        Some(first) if !('\u{10D0}'..='\u{10FF}').contains(&first) => first.to_uppercase().chain(rest).collect(),
        _ => name.to_owned(),
    }
}
