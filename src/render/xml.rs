//! [`Xml`]: XML as it is written, for every output that is XML.

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::escape;

/// A document that is being written. What no XML 1.0 document may hold (section 2.2) never reaches it.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document with its declaration.
    pub(super) fn new() -> Self {
        let mut xml = Xml { writer: Writer::new(Vec::new()), open: Vec::new() };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.line();
        xml
    }

    /// Opens an element. Values of attributes are for machines and lists: no isolates, no line ends.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(start(name, attributes)));
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element that holds text alone.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close();
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        if text.contains(escape::is_forbidden) {
            let clean: String = text.chars().filter_map(escape::shown).collect();
            self.event(Event::Text(BytesText::from_escaped(partial_escape(clean))));
        } else {
            self.event(Event::Text(BytesText::from_escaped(partial_escape(text))));
        }
    }

    /// Markup of the crate's own that is well-formed already.
    pub(super) fn raw(&mut self, markup: &str) {
        self.event(Event::Text(BytesText::from_escaped(markup)));
    }

    /// A line end where it means nothing.
    pub(super) fn line(&mut self) {
        self.raw("\n");
    }

    /// How much was written so far.
    pub(super) fn len(&self) -> usize {
        self.writer.get_ref().len()
    }

    /// The document, with everything closed.
    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.line();
        self.writer.into_inner()
    }

    fn event(&mut self, event: Event<'_>) {
        // OK because writing to a `Vec` cannot fail.
        let _ = self.writer.write_event(event);
    }
}

fn start(name: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, escape::plain(value).as_str()));
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_xml_forbids_is_written() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "1\n2\t\"<&>'\u{0}\u{FFFE}\u{2068}x\u{2069}")]);
        xml.text("a\u{b}\u{FFFE}\u{FFFF}]]>&<\r\u{85}\u{2068}é\u{2069}\n--");
        xml.empty("c", &[]);
        xml.element("d", &[], "e");
        let text = String::from_utf8(xml.finish()).unwrap();
        assert_eq!(
            text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <a b=\"1 2 &quot;&lt;&amp;&gt;&apos;x\">a ]]&gt;&amp;&lt;  \u{2068}é\u{2069}\n--<c/><d>e</d></a>\n"
        );
    }
}
