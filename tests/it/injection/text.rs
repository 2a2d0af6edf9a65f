//! Plain texts and Markdown.

use promulgate::model::{BlockKind, Content, Document, InlineKind, inlines_plain};

use super::judge::{Seen, address_problem, is_no_text};

pub(super) fn plain(text: &str, seen: &mut Seen) {
    if let Some(c) = text.chars().find(|&c| is_no_text(c)) {
        seen.wrong.push(format!("{c:?} stands in it"));
    }
    seen.words = text.to_owned();
}

/// Markdown is read back as it was written: nothing in it may be more than words.
pub(super) fn markdown(path: &str, text: &str, seen: &mut Seen) {
    plain(text, seen);
    let Some((front, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n\n")) else {
        seen.wrong.push("no front matter".to_owned());
        return;
    };
    for line in front.lines() {
        match line.split_once(": ") {
            Some((key, _)) => drop(seen.built_of.insert(format!("front matter {key}"))),
            None => seen.wrong.push(format!("a line of the front matter: {line:?}")),
        }
    }
    let (document, findings) = Document::parse("x.md", body);
    // How deep a text is nested is no question of what it may do: beyond a limit every reader flattens it.
    let complaints = findings.iter().filter(|finding| finding.rule() != "source/nesting-too-deep");
    seen.wrong.extend(complaints.map(|finding| format!("read back: {}: {:?}", finding.rule(), finding.here().text())));
    document.walk_blocks(&mut |block| {
        if let BlockKind::Html(html) = &block.kind {
            seen.wrong.push(format!("HTML: {html:?}"));
        }
    });
    document.walk_inlines(&mut |inline| match &inline.kind {
        InlineKind::Html(html) => seen.wrong.push(format!("HTML: {html:?}")),
        InlineKind::Placeable(_) => seen.wrong.push(format!("a placeable: {:?}", document.file.slice(inline.span))),
        InlineKind::Link { destination, .. } => seen.wrong.extend(address_problem(path, destination, true)),
        InlineKind::Image { destination, .. } => seen.wrong.extend(address_problem(path, destination, false)),
        _ => {}
    });
    seen.built_of.extend(shape(&document));
    seen.words = words(&document);
}

/// The words of a text, unit by unit, as the canonical text has them.
fn words(document: &Document) -> String {
    let mut out = String::new();
    for unit in document.units() {
        out.extend(unit.marker.iter().map(|marker| &*marker.text));
        match unit.content {
            Content::Raw(raw) => out.push_str(raw),
            content => content.runs().for_each(|run| inlines_plain(document, run, &mut out)),
        }
        out.push('\n');
    }
    out
}

/// What a text is made of, in order: one that came back with a block more is not the text that was written.
fn shape(document: &Document) -> Vec<String> {
    let mut kinds = String::new();
    document.walk_blocks(&mut |block| {
        let kind = format!("{:?}", std::mem::discriminant(&block.kind));
        kinds.push_str(kind.trim_start_matches("Discriminant"));
    });
    vec![format!("blocks {kinds}"), format!("{} footnotes", document.footnotes.len())]
}
