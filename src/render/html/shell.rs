//! The templates around the text.

use std::sync::OnceLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error as TemplateError, Output, State};

use crate::error::{Error, Result};
use crate::render::escape;

/// Renders a built-in template.
pub(super) fn render(name: &'static str, context: Value) -> Result<String> {
    let failed = |error: TemplateError| Error::invalid(format!("the template {name}"), format!("{error:#}"));
    environment().get_template(name).and_then(|template| template.render(context)).map_err(failed)
}

fn environment() -> &'static Environment<'static> {
    static ENVIRONMENT: OnceLock<Environment<'static>> = OnceLock::new();
    ENVIRONMENT.get_or_init(|| {
        let mut environment = Environment::new();
        let mut syntax = SyntaxConfig::builder();
        syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
        // OK to pass over: the delimiters are the crate's own.
        if let Ok(syntax) = syntax.build() {
            environment.set_syntax(syntax);
        }
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(write);
        for (name, template) in [
            ("page.html", include_str!("page.html")),
            ("index.html", include_str!("index.html")),
            ("root.html", include_str!("root.html")),
        ] {
            // OK to pass over: a template that does not parse is reported as missing by the first page, which every test renders.
            let _ = environment.add_template(name, template);
        }
        environment
    })
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
