//! The text of a version as HTML for a place outside its site: a news system, a feed.

use super::body::{body, phrase, spoken};
use crate::render::escape::html;
use crate::render::{Phrase, VersionContext};

/// The syntax of HTML that the place takes (WHATWG HTML, section 1.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Syntax {
    /// HTML.
    Html,
    /// XML: well-formed wherever it is put, in the namespace of XHTML.
    Xml,
}

/// A version from its letterhead to its notes as one `article`. It needs no style, and it says itself what readers must know.
pub(in crate::render) fn fragment(cx: &VersionContext<'_>, syntax: Syntax) -> String {
    let outside = Some(syntax);
    let (language, letterhead) = (cx.language(), cx.letterhead);
    let body = body(cx, outside);
    let mut out = String::with_capacity(body.text.len() + 1024);
    out.push_str("<article");
    spoken(language, outside, &mut out);
    out.push_str(">\n");
    let line = |class: &str, said: Option<&Phrase>, out: &mut String| {
        if let Some(said) = said {
            out.push_str(&format!("<p class=\"{class}\">"));
            phrase(said, language, outside, out);
            out.push_str("</p>\n");
        }
    };
    line("issuer", letterhead.issuer.as_ref(), &mut out);
    line("kind", Some(&letterhead.kind), &mut out);
    line("number", letterhead.number.as_ref(), &mut out);
    for notice in &letterhead.notices {
        out.push_str(&format!("<div class=\"notice {}\" role=\"note\">\n", notice.kind.as_str()));
        line("said", Some(&notice.text), &mut out);
        line("changed", notice.note.as_ref(), &mut out);
        out.push_str("</div>\n");
    }
    out.push_str("<h1 id=\"");
    html(&body.title_id, &mut out);
    out.push_str("\">");
    match body.title.is_empty() {
        true => html(&letterhead.title, &mut out),
        false => out.push_str(&body.title),
    }
    out.push_str("</h1>\n");
    line("dateline", letterhead.dateline.as_ref(), &mut out);
    out.push_str(&body.text);
    if !body.notes.is_empty() {
        out.push_str("<section role=\"doc-endnotes\">\n<h2>");
        phrase(&cx.label("page-notes", &[]), language, outside, &mut out);
        out.push_str("</h2>\n<ol>\n");
        out.push_str(&body.notes);
        out.push_str("</ol>\n</section>\n");
    }
    line("fingerprint", Some(&cx.fingerprint()), &mut out);
    line("verify", cx.verify().as_ref().map(|verify| &verify.text), &mut out);
    out.push_str("</article>\n");
    out
}
