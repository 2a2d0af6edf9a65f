//! Reads XLIFF, by what a file says and not by what it should.

use std::collections::HashMap;

use super::one::CORE_1_2;
use super::two::{CORE_2_0, METADATA, OURS};
use crate::diagnostic::{SourceFile, Span};
use crate::exchange::received::{Given, Raw, Received, ReceivedUnit};
use crate::exchange::xml::{Element, Node};
use crate::model::State;

/// Reads a file, if it is XLIFF at all.
pub(in crate::exchange) fn read(file: &SourceFile, root: &Element) -> Option<Received> {
    if root.name != "xliff" {
        return None;
    }
    let family = |core: &str| core.rsplit_once('.').is_some_and(|(family, _)| root.space.starts_with(family));
    let version = root.attribute("version").unwrap_or("");
    if family(CORE_2_0) || (root.space.is_empty() && version.starts_with("2.")) {
        return Some(two(file, root));
    }
    (family(CORE_1_2) || (root.space.is_empty() && version.starts_with("1."))).then(|| one(file, root))
}

fn two(file: &SourceFile, root: &Element) -> Received {
    let mut received = Received {
        statement: None,
        revision: None,
        digest: None,
        source: root.attribute("srcLang").map(str::to_owned),
        target: root.attribute("trgLang").map(str::to_owned),
        head: root.span,
        units: Vec::new(),
    };
    for part in root.elements().filter(|element| element.name == "file") {
        let groups = part.all_elements().filter(|element| element.space == METADATA).flat_map(Element::elements);
        for meta in groups.filter(|group| group.attribute("category") == Some(OURS)).flat_map(Element::elements) {
            let slot = match meta.attribute("type") {
                Some("statement") => &mut received.statement,
                Some("revision") => &mut received.revision,
                Some("source-digest") => &mut received.digest,
                _ => continue,
            };
            *slot = Some(meta.text());
        }
        // A tool that keeps no metadata keeps the id of the file.
        if received.statement.is_none() {
            received.statement = part.attribute("id").map(str::to_owned);
        }
        if root.elements().filter(|element| element.name == "file").count() == 1 {
            received.head = first_tag(file, part);
        }
        units_of_two(part, &mut received.units);
    }
    received
}

/// The first tag of an element: what says something of the whole stands there, and a finding should not show the whole file.
fn first_tag(file: &SourceFile, element: &Element) -> Span {
    let length = file.slice(element.span).find('>').map_or(0, |at| at + 1);
    let start = element.span.range().start;
    Span::new(start, start + length)
}

fn units_of_two(parent: &Element, out: &mut Vec<ReceivedUnit>) {
    for element in parent.elements() {
        match element.name.as_str() {
            "group" => units_of_two(element, out),
            "unit" => out.push(unit_of_two(element)),
            _ => {}
        }
    }
}

fn unit_of_two(unit: &Element) -> ReceivedUnit {
    let mut data = HashMap::new();
    for item in unit.elements().filter(|element| element.name == "originalData").flat_map(Element::elements) {
        if let Some(id) = item.attribute("id") {
            data.insert(id, characters(item));
        }
    }
    let mut source = Vec::new();
    let mut targets: Vec<(usize, Vec<Raw>)> = Vec::new();
    let (mut state, mut some, mut partial) = (None, false, false);
    let (mut source_span, mut target_span) = (None, None);
    let segments = unit.elements().filter(|element| matches!(element.name.as_str(), "segment" | "ignorable"));
    for (at, segment) in segments.enumerate() {
        let mut said = Vec::new();
        if let Some(element) = segment.element("source") {
            source_span = reach(source_span, element);
            inline_of_two(element, &data, &mut said);
        }
        let mut translated = Vec::new();
        let mut order = at + 1;
        match segment.element("target") {
            Some(element) => {
                target_span = reach(target_span, element);
                inline_of_two(element, &data, &mut translated);
                order = element.attribute("order").and_then(|order| order.parse().ok()).unwrap_or(order);
            }
            // What stands between segments is taken over as it is.
            None if segment.name == "ignorable" => translated.clone_from(&said),
            None => {}
        }
        if segment.name == "segment" && !is_blank(&said) {
            if is_blank(&translated) {
                partial = true;
            } else {
                some = true;
                let own = segment.attribute("state").and_then(|state| state.parse().ok());
                state = lower(state, own);
            }
        }
        source.extend(said);
        targets.push((order, translated));
    }
    // `order` is the place of a target among all of its unit (section 4.3.1.21).
    targets.sort_by_key(|(order, _)| *order);
    let target = targets.into_iter().flat_map(|(_, raw)| raw).collect();
    let content = Given::Raw { source, target: some.then_some(target) };
    ReceivedUnit {
        id: unit.attribute("id").unwrap_or("").to_owned(),
        span: unit.span,
        source_span,
        target_span,
        content,
        rejected: some && state == Some(State::Initial),
        state,
        partial: partial && some,
    }
}

/// A span that holds an element, too.
fn reach(span: Option<Span>, element: &Element) -> Option<Span> {
    Some(span.map_or(element.span, |span| span.to(element.span)))
}

fn lower(one: Option<State>, other: Option<State>) -> Option<State> {
    one.into_iter().chain(other).min()
}

fn is_blank(raw: &[Raw]) -> bool {
    raw.iter().all(|raw| matches!(raw, Raw::Text(text) if text.trim_matches([' ', '\n', '\t', '\r']).is_empty()))
}

/// Text with the characters that XML cannot hold and `cp` stands for (section 4.2.3.1).
fn characters(element: &Element) -> String {
    let mut out = String::new();
    for node in &element.children {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(element) if element.name == "cp" => out.extend(code_point(element)),
            Node::Element(element) => out.push_str(&characters(element)),
        }
    }
    out
}

fn code_point(element: &Element) -> Option<char> {
    char::from_u32(u32::from_str_radix(element.attribute("hex")?, 16).ok()?)
}

fn inline_of_two(element: &Element, data: &HashMap<&str, String>, out: &mut Vec<Raw>) {
    for node in &element.children {
        let inner = match node {
            Node::Text(text) => {
                push_text(out, text);
                continue;
            }
            Node::Element(inner) => inner,
        };
        if inner.space != element.space {
            continue;
        }
        let id = || inner.attribute("copyOf").or(inner.attribute("id")).unwrap_or("").to_owned();
        let text = |name| inner.attribute(name).and_then(|id| data.get(id)).cloned();
        match inner.name.as_str() {
            "cp" => push_text(out, &code_point(inner).map(String::from).unwrap_or_default()),
            "ph" => out.push(Raw::Point { id: id(), written: text("dataRef") }),
            "pc" => {
                out.push(Raw::Open { id: id(), start: text("dataRefStart"), end: text("dataRefEnd") });
                inline_of_two(inner, data, out);
                out.push(Raw::Close { id: id(), end: None });
            }
            // A tool that divides a span in two segments writes its ends by themselves.
            "sc" => out.push(Raw::Open { id: id(), start: text("dataRef"), end: None }),
            "ec" => {
                let id = inner.attribute("startRef").map_or_else(id, str::to_owned);
                out.push(Raw::Close { id, end: text("dataRef") });
            }
            "mrk" => inline_of_two(inner, data, out),
            _ => {}
        }
    }
}

fn push_text(out: &mut Vec<Raw>, text: &str) {
    match out.last_mut() {
        Some(Raw::Text(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(Raw::Text(text.to_owned())),
    }
}

fn one(file: &SourceFile, root: &Element) -> Received {
    let files = || root.elements().filter(|element| element.name == "file");
    let attribute = |name: &str| files().find_map(|part| part.attribute(name)).map(str::to_owned);
    let mut units = Vec::new();
    for body in files().filter_map(|part| part.element("body")) {
        units_of_one(body, &mut units);
    }
    Received {
        statement: attribute("product-name"),
        revision: attribute("product-version"),
        digest: attribute("build-num"),
        source: attribute("source-language"),
        target: attribute("target-language"),
        head: files().next().map_or(root.span, |part| first_tag(file, part)),
        units,
    }
}

fn units_of_one(parent: &Element, out: &mut Vec<ReceivedUnit>) {
    for element in parent.elements() {
        match element.name.as_str() {
            "group" => units_of_one(element, out),
            "trans-unit" => out.push(unit_of_one(element)),
            _ => {}
        }
    }
}

fn unit_of_one(unit: &Element) -> ReceivedUnit {
    let read = |element: &Element| {
        let mut raw = Vec::new();
        let mut pairs = HashMap::new();
        inline_of_one(element, &mut pairs, &mut raw);
        raw
    };
    let source = unit.element("source").map(read).unwrap_or_default();
    let given = unit.element("target");
    let target = given.map(read).filter(|raw| !is_blank(raw) || is_blank(&source));
    let qualifier = given.and_then(|target| target.attribute("state-qualifier")).unwrap_or("");
    let rejected = target.is_some() && qualifier.starts_with("rejected");
    let state = match given.and_then(|target| target.attribute("state")) {
        _ if rejected => Some(State::Initial),
        Some("final") => Some(State::Final),
        Some("signed-off") => Some(State::Reviewed),
        Some("new" | "needs-translation" | "needs-adaptation" | "needs-l10n") => Some(State::Initial),
        Some(_) => Some(State::Translated),
        None => None,
    };
    ReceivedUnit {
        id: unit.attribute("id").unwrap_or("").to_owned(),
        span: unit.span,
        source_span: unit.element("source").map(|source| source.span),
        target_span: given.map(|target| target.span),
        rejected: target.is_some() && state == Some(State::Initial),
        content: Given::Raw { source, target },
        state,
        partial: false,
    }
}

/// `pairs` holds the id of the beginning of a span by the id that both of its ends share (`rid`).
fn inline_of_one(element: &Element, pairs: &mut HashMap<String, String>, out: &mut Vec<Raw>) {
    for node in &element.children {
        let inner = match node {
            Node::Text(text) => {
                push_text(out, text);
                continue;
            }
            Node::Element(inner) => inner,
        };
        if inner.space != element.space {
            continue;
        }
        let id = inner.attribute("id").unwrap_or("").to_owned();
        let written = inner.attribute("equiv-text").map(str::to_owned);
        let pair = |inner: &Element| inner.attribute("rid").or(inner.attribute("id")).unwrap_or("").to_owned();
        match inner.name.as_str() {
            "x" => out.push(Raw::Point { id, written }),
            "ph" | "it" => {
                let content = Some(inner.text()).filter(|text| !text.is_empty());
                out.push(Raw::Point { id, written: written.or(content) });
            }
            "g" => {
                let ends = written.as_deref().and_then(|written| written.split_once('…'));
                let (start, end) = ends.map_or((None, None), |(start, end)| (Some(start.to_owned()), Some(end.to_owned())));
                out.push(Raw::Open { id: id.clone(), start, end });
                inline_of_one(inner, pairs, out);
                out.push(Raw::Close { id, end: None });
            }
            "bx" | "bpt" => {
                pairs.insert(pair(inner), id.clone());
                let start = Some(inner.text()).filter(|text| !text.is_empty());
                out.push(Raw::Open { id, start, end: None });
            }
            "ex" | "ept" => {
                let id = pairs.get(&pair(inner)).cloned().unwrap_or(id);
                let end = Some(inner.text()).filter(|text| !text.is_empty());
                out.push(Raw::Close { id, end });
            }
            "mrk" => inline_of_one(inner, pairs, out),
            _ => {}
        }
    }
}
