//! The little HTML that means something in a text: comments, and `span` and `div` with a language.

use std::borrow::Cow;

use crate::language::Language;

/// What a piece of HTML is to the text.
pub(super) enum Html {
    /// A comment: a note among translators, never shown.
    Comment,
    /// `<span lang="la">` or `<div lang="la">`.
    Open(Language),
    /// `</span>` or `</div>`.
    Close,
    /// Anything else.
    Raw,
}

/// Reads one piece of HTML, where `element` is the one that may carry a language.
pub(super) fn read(html: &str, element: &str) -> Html {
    let without = without_comments(html);
    let tag = without.trim();
    if tag.is_empty() {
        return Html::Comment;
    }
    let Some(tag) = tag.strip_prefix('<').and_then(|tag| tag.strip_suffix('>')) else { return Html::Raw };
    if let Some(name) = tag.strip_prefix('/') {
        return if name.trim_end().eq_ignore_ascii_case(element) { Html::Close } else { Html::Raw };
    }
    let language = strip_prefix_ignore_case(tag, element)
        .filter(|rest| rest.starts_with(char::is_whitespace))
        .and_then(|rest| strip_prefix_ignore_case(rest.trim(), "lang"))
        .and_then(|rest| rest.trim_start().strip_prefix('='))
        .map(|value| unquoted(value.trim_start()))
        .and_then(|value| Language::parse(value).ok());
    language.map_or(Html::Raw, Html::Open)
}

/// How many more elements of a name a piece of HTML opens than it closes.
pub(super) fn opened(html: &str, element: &str) -> i64 {
    let mut depth = 0;
    for (at, _) in html.match_indices('<') {
        let rest = html.get(at + 1..).unwrap_or("");
        let (rest, step) = rest.strip_prefix('/').map_or((rest, 1), |rest| (rest, -1));
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        if strip_prefix_ignore_case(rest, element).is_some_and(ends) {
            depth += step;
        }
    }
    depth
}

fn strip_prefix_ignore_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn unquoted(value: &str) -> &str {
    let inside = |quote| value.strip_prefix(quote).and_then(|value: &str| value.strip_suffix(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

/// The HTML without its comments. One that is not closed stays: it would swallow the rest of the text unseen.
fn without_comments(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { break };
        out.push_str(before);
        rest = after;
    }
    if rest.len() == html.len() {
        return Cow::Borrowed(html);
    }
    out.push_str(rest);
    Cow::Owned(out)
}
