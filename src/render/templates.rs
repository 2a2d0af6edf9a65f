//! [`Templates`]: what surrounds a text on a page, file by file the crate's own or the publisher's.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error as TemplateError, Output, State, UndefinedBehavior};

use super::escape;
use crate::error::{Error, Result};

/// The files that come with the crate.
const BUILTIN: [(&str, &str); 8] = [
    ("index.html", include_str!("templates/index.html")),
    ("layout.html", include_str!("templates/layout.html")),
    ("page.html", include_str!("templates/page.html")),
    ("parallel.html", include_str!("templates/parallel.html")),
    ("redirect.html", include_str!("templates/redirect.html")),
    ("root.html", include_str!("templates/root.html")),
    ("status.html", include_str!("templates/status.html")),
    (STYLE, include_str!("templates/style.css")),
];

/// The style sheet among the templates.
const STYLE: &str = "style.css";

/// What surrounds the texts on pages: [minijinja](https://docs.rs/minijinja) templates and a style sheet.
///
/// - `layout.html` is the frame that the others fill: head, header with the languages, footer.
/// - `page.html` is a version, `parallel.html` several languages side by side, `index.html` the list of a language, `status.html` the table of
///   what exists in which language, `root.html` the page at the root, `redirect.html` what stands where a version was before its address changed.
/// - `style.css` is the style sheet, taken as it is.
///
/// A publisher replaces any of them, and adds others for their own to include. The text of a statement is written by the crate and
/// given to the template as finished markup; everything else is escaped where it is put in.
///
/// ```
/// use promulgate::render::Templates;
///
/// let own = Templates::new([("root.html", "<!DOCTYPE html><title>{{ title }}</title>")])?;
/// assert!(own.style().contains("@media print"));
/// let wrong = Templates::new([("page.html", "<h1>\n{% if title %}</h1>")]).err().expect("the condition has no end");
/// assert!(wrong.to_string().starts_with("templates/page.html:2: "), "{wrong}");
/// # Ok::<(), promulgate::Error>(())
/// ```
#[derive(Debug)]
pub struct Templates {
    environment: Environment<'static>,
    style: String,
}

impl Templates {
    /// The names of the files that come with the crate, in order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILTIN.iter().map(|(name, _)| *name)
    }

    /// The crate's own.
    pub fn builtin() -> &'static Templates {
        static TEMPLATES: OnceLock<Templates> = OnceLock::new();
        TEMPLATES.get_or_init(|| {
            // OK to fall back on nothing: a test renders each of them.
            Self::new::<[_; 0], String, String>([])
                .unwrap_or_else(|_| Templates { environment: environment(), style: String::new() })
        })
    }

    /// The crate's own, but for those that are given: their names and texts.
    ///
    /// # Errors
    /// When a template cannot be read as one; the error names the file and the line.
    pub fn new<I, N, T>(own: I) -> Result<Self>
    where
        I: IntoIterator<Item = (N, T)>,
        N: Into<String>,
        T: Into<String>,
    {
        let mut files: BTreeMap<String, String> =
            BUILTIN.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect();
        files.extend(own.into_iter().map(|(name, text)| (name.into(), text.into())));
        let style = files.remove(STYLE).unwrap_or_default();
        let mut environment = environment();
        for (name, text) in files {
            environment.add_template_owned(name.clone(), text).map_err(|error| failed(&name, &error))?;
        }
        Ok(Templates { environment, style })
    }

    /// The style sheet.
    pub fn style(&self) -> &str {
        &self.style
    }

    /// Fills a template.
    pub(super) fn render(&self, name: &str, context: Value) -> Result<String> {
        let filled = self.environment.get_template(name).and_then(|template| template.render(context));
        filled.map_err(|error| failed(name, &error))
    }
}

fn failed(name: &str, error: &TemplateError) -> Error {
    // The innermost cause says where: a template that another includes, a filter within a block.
    let file = error.name().unwrap_or(name);
    let place = error.line().map_or_else(|| format!("templates/{file}"), |line| format!("templates/{file}:{line}"));
    Error::invalid(place, error.detail().map_or_else(|| error.kind().to_string(), |detail| format!("{}: {detail}", error.kind())))
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    // OK to pass over: the delimiters are the crate's own.
    if let Ok(syntax) = syntax.build() {
        environment.set_syntax(syntax);
    }
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    // A template that loops for ever must not stop a release for ever.
    environment.set_fuel(Some(20_000_000));
    environment.set_formatter(write);
    environment
}

/// Escapes as all our HTML is escaped: the crate's own escaping also drops what no page may hold, and leaves `/` readable.
fn write(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), TemplateError> {
    if value.is_undefined() || value.is_none() {
        return Ok(());
    }
    let text = value.to_string();
    if value.is_safe() {
        out.write_str(&text)?;
    } else {
        let mut escaped = String::with_capacity(text.len());
        escape::html(&text, &mut escaped);
        out.write_str(&escaped)?;
    }
    Ok(())
}
