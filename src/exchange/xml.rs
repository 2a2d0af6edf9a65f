//! XML in and out, as little of it as the formats need: no document type, no entities but the five that XML has itself, bounded depth.

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::name::{QName, ResolveResult};
use quick_xml::reader::NsReader;
use quick_xml::writer::Writer;

use crate::diagnostic::{SourceFile, Span};
use crate::model::is_forbidden;

/// How deep elements may stand in one another. What tools write stays below 20.
const DEEPEST: usize = 128;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without prefix.
    pub(super) name: String,
    /// Its namespace, empty for none.
    pub(super) space: String,
    /// Its attributes: those without prefix by their names, `xml:lang` and `xml:space` by theirs. Those of other namespaces are left out.
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
    /// From the beginning of its first tag to the end of its last.
    pub(super) span: Span,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

/// Why a file is not read.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) at: Span,
    pub(super) kind: ProblemKind,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum ProblemKind {
    /// It is not well-formed, in the words of the parser.
    Malformed(String),
    /// It has a document type, which could make it read other files or grow without end.
    DocumentType,
    /// It refers to an entity that XML does not know by itself.
    Entity(String),
    TooDeep,
    Empty,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly inside it that are of its own namespace.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.all_elements().filter(|element| element.space == self.space)
    }

    /// The elements directly inside it, whatever their namespace.
    pub(super) fn all_elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub(super) fn element(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// All text in it.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        for node in &self.children {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => out.push_str(&element.text()),
            }
        }
        out
    }
}

/// Reads a file.
pub(super) fn read(file: &SourceFile) -> Result<Element, Problem> {
    let text = file.text();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let base = file.text().len() - text.len();
    let mut reader = NsReader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let problem = |kind, end: usize| Problem { at: Span::new(base + start, base + end.max(start)), kind };
        let malformed = |error: &dyn std::fmt::Display| problem(ProblemKind::Malformed(error.to_string()), start);
        let (space, event) = match reader.read_resolved_event() {
            Ok((ResolveResult::Bound(space), event)) => (space.0.to_owned(), event),
            Ok((ResolveResult::Unknown(prefix), Event::Start(_) | Event::Empty(_))) => {
                return Err(malformed(&format!("the prefix {prefix} is not declared")));
            }
            Ok((_, event)) => (String::new(), event),
            Err(error) => return Err(malformed(&error)),
        };
        let end = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let push = |open: &mut Vec<Element>, text: &str| {
            let Some(children) = open.last_mut().map(|element| &mut element.children) else { return };
            match children.last_mut() {
                Some(Node::Text(last)) => last.push_str(text),
                _ => children.push(Node::Text(text.to_owned())),
            }
        };
        let close = |open: &mut Vec<Element>, root: &mut Option<Element>, mut element: Element| {
            element.span = Span::new(element.span.range().start, base + end);
            match open.last_mut() {
                Some(outer) => outer.children.push(Node::Element(element)),
                None => *root = Some(element),
            }
        };
        match event {
            Event::Start(tag) | Event::Empty(tag) if root.is_some() && open.is_empty() => {
                return Err(malformed(&format!("{} stands behind the end of the document", tag.name().0)));
            }
            Event::Start(tag) => {
                if open.len() >= DEEPEST {
                    return Err(problem(ProblemKind::TooDeep, end));
                }
                open.push(element(&tag, space, base + start).map_err(|kind| problem(kind, end))?);
            }
            Event::Empty(tag) => {
                let element = element(&tag, space, base + start).map_err(|kind| problem(kind, end))?;
                close(&mut open, &mut root, element);
            }
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    close(&mut open, &mut root, element);
                }
            }
            Event::Text(text) => push(&mut open, &text.xml10_content()),
            Event::CData(text) => push(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let known = match name.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().map_err(|error| malformed(&error))?,
                };
                let Some(c) = known else { return Err(problem(ProblemKind::Entity(name.into_owned()), end)) };
                push(&mut open, c.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(problem(ProblemKind::DocumentType, end)),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if open.is_empty() => {
                return root.ok_or_else(|| problem(ProblemKind::Empty, end));
            }
            Event::Eof => {
                let name = open.last().map_or("", |element| element.name.as_str());
                return Err(malformed(&format!("{name} is never closed")));
            }
        }
    }
}

fn element(tag: &BytesStart<'_>, space: String, start: usize) -> Result<Element, ProblemKind> {
    let malformed = |error: &dyn std::fmt::Display| ProblemKind::Malformed(error.to_string());
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| malformed(&error))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| malformed(&error))?;
        let name = attribute.key.0;
        if !name.contains(':') || name.starts_with("xml:") {
            attributes.push((name.to_owned(), value.into_owned()));
        }
    }
    let name = tag.local_name().as_ref().to_owned();
    Ok(Element { name, space, attributes, children: Vec::new(), span: Span::at(start) })
}

/// Writes a file.
pub(super) struct Ink {
    writer: Writer<Vec<u8>>,
    open: Vec<String>,
    /// Whether what is being written is read letter by letter, so that no line may be broken in it.
    flush: bool,
}

impl Ink {
    pub(super) fn new() -> Self {
        let mut ink = Ink { writer: Writer::new(Vec::new()), open: Vec::new(), flush: false };
        ink.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        ink
    }

    /// Begins an element on a line of its own.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.line();
        self.event(Event::Start(tag(name, attributes)));
        self.open.push(name.to_owned());
    }

    /// Ends the innermost element that [`open`](Self::open) began.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.line();
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element on a line of its own that holds a text.
    pub(super) fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.running(name, attributes, |ink| ink.text(text));
    }

    /// An element on a line of its own whose content is text and inline elements.
    pub(super) fn running(&mut self, name: &str, attributes: &[(&str, &str)], write: impl FnOnce(&mut Self)) {
        self.line();
        self.event(Event::Start(tag(name, attributes)));
        let outer = std::mem::replace(&mut self.flush, true);
        write(self);
        self.flush = outer;
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.line();
        self.event(Event::Empty(tag(name, attributes)));
    }

    /// The beginning of an inline element.
    pub(super) fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(tag(name, attributes)));
    }

    /// The end of an inline element.
    pub(super) fn end(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub(super) fn text(&mut self, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        escape(text, false, &mut escaped);
        self.event(Event::Text(BytesText::from_escaped(escaped)));
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn line(&mut self) {
        if !self.flush {
            let indent = format!("\n{}", "  ".repeat(self.open.len()));
            self.event(Event::Text(BytesText::from_escaped(indent)));
        }
    }

    fn event(&mut self, event: Event<'_>) {
        // OK because writing to memory does not fail.
        let _ = self.writer.write_event(event);
    }
}

fn tag<'t>(name: &'t str, attributes: &[(&str, &str)]) -> BytesStart<'t> {
    let mut tag = BytesStart::new(name);
    for (key, value) in attributes {
        let mut escaped = String::with_capacity(value.len());
        escape(value, true, &mut escaped);
        tag.push_attribute(Attribute { key: QName(key), value: escaped.into() });
    }
    tag
}

/// Escapes for XML 1.0 (section 2.2 says which characters there are, 3.3.3 what happens to line ends in attributes).
fn escape(text: &str, attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' if attribute => out.push_str("&#10;"),
            '\t' if attribute => out.push_str("&#9;"),
            c if is_forbidden(c) => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> ProblemKind {
        read(&SourceFile::new("a.xlf", text)).unwrap_err().kind
    }

    #[test]
    fn nothing_is_expanded() {
        let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>";
        assert_eq!(problem(laughs), ProblemKind::DocumentType);
        assert_eq!(problem("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>"), ProblemKind::DocumentType);
        assert_eq!(problem("<x>&b;</x>"), ProblemKind::Entity("b".to_owned()));
        assert_eq!(problem(&"<x>".repeat(100_000)), ProblemKind::TooDeep);
        assert_eq!(problem(" "), ProblemKind::Empty);
        for text in ["<x", "<x></y>", "<x>", "<x/><y/>", "<x a='1' a='2'/>", "<a:x/>", "<x>&#0;</x>", "<x a='&b;'/>", "a"] {
            assert!(matches!(problem(text), ProblemKind::Malformed(_) | ProblemKind::Empty), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut ink = Ink::new();
        ink.open("x", &[("a", "<\"&\n\t'>")]);
        ink.running("y", &[], |ink| {
            ink.text("a < b & \u{1}\u{fffe}]]> c\u{a0}\n");
            ink.empty("z", &[]);
        });
        let text = String::from_utf8(ink.finish()).unwrap();
        let root = read(&SourceFile::new("a.xlf", text.as_str())).unwrap();
        assert_eq!(root.attribute("a"), Some("<\"&\n\t'>"));
        assert_eq!(root.element("y").unwrap().text(), "a < b & ]]> c\u{a0}\n");
        assert_eq!(text.trim_end().len() as u32, root.span.end);
    }
}
