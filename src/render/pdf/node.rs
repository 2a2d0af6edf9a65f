//! [`Node`]: what the template sets.

use serde::Serialize;

use super::data::Tongue;
use crate::render::escape;

/// A piece of text, or something with pieces in it.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Node {
    Text(String),
    Element(Element),
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "k", rename_all = "lowercase")]
pub(super) enum Element {
    Heading {
        level: usize,
        c: Vec<Node>,
    },
    Par {
        c: Vec<Node>,
    },
    /// Items with a number or letter of their own.
    Marked {
        items: Vec<Marked>,
        tight: bool,
        wide: bool,
    },
    Bullets {
        items: Vec<Vec<Node>>,
        tight: bool,
    },
    Quote {
        c: Vec<Node>,
        by: Option<Vec<Node>>,
    },
    Table {
        columns: Vec<&'static str>,
        head: Vec<Vec<Node>>,
        rows: Vec<Vec<Vec<Node>>>,
        named: bool,
        repeat: bool,
    },
    Code {
        text: String,
    },
    Rule,
    /// Text in another language.
    Foreign {
        tongue: Tongue,
        block: bool,
        c: Vec<Node>,
    },
    Em {
        c: Vec<Node>,
    },
    Strong {
        c: Vec<Node>,
    },
    Strike {
        c: Vec<Node>,
    },
    Mono {
        text: String,
    },
    Link {
        to: String,
        c: Vec<Node>,
    },
    /// A link to a place in this text.
    Jump {
        to: String,
        c: Vec<Node>,
    },
    /// A place that something leads to.
    Anchor {
        id: String,
    },
    Picture {
        source: String,
        alt: String,
        alone: bool,
    },
    /// A reference to a note: the first, another one (`again`), or one to a note behind the text (`listed`).
    Note {
        number: usize,
        place: &'static str,
    },
    Break,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Marked {
    pub(super) marker: String,
    pub(super) c: Vec<Node>,
}

/// Text in one line: whatever a control character stood for, the typesetter must not take it for one of its own.
pub(super) fn text(said: &str) -> String {
    let kept = said.chars().filter(|&c| c != '\u{feff}').map(|c| if c.is_whitespace() && c.is_control() { ' ' } else { c });
    breakable(&escape::data(&kept.collect::<String>()))
}

/// Words longer than this are no words, and would run off the page.
const LONGEST: usize = 40;

/// Text in which what is too long for a line can be broken, between characters that stand alone; the breaks are zero wide.
pub(super) fn breakable(text: &str) -> String {
    let stands_alone = |c: char| c.is_alphanumeric() && u32::from(c) < 0x590;
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let long = piece.len() > LONGEST && piece.chars().count() > LONGEST;
        let mut before = ' ';
        for c in piece.chars() {
            if long && stands_alone(before) && stands_alone(c) {
                out.push('\u{200b}');
            }
            out.push(c);
            before = c;
        }
    }
    out
}

/// The words of nodes.
pub(super) fn plain(nodes: &[Node]) -> String {
    let mut out = String::new();
    let mut said = |node: &Node| {
        match node {
            Node::Text(text) | Node::Element(Element::Mono { text }) => out.push_str(text),
            Node::Element(Element::Break) => out.push(' '),
            Node::Element(_) => {}
        }
        false
    };
    any(nodes, &mut said);
    out
}

/// Whether nodes show a reader nothing.
pub(super) fn says_nothing(nodes: &[Node]) -> bool {
    let mut shows = |node: &Node| match node {
        Node::Text(text) | Node::Element(Element::Mono { text }) => !text.trim().is_empty(),
        Node::Element(element) => matches!(element, Element::Picture { .. }),
    };
    !any(nodes, &mut shows)
}

/// Whether a test holds for one of some pieces of running text or what is in them.
pub(super) fn any<'n>(nodes: impl IntoIterator<Item = &'n Node>, test: &mut dyn FnMut(&Node) -> bool) -> bool {
    nodes.into_iter().any(|node| {
        test(node)
            || match node {
                Node::Element(
                    Element::Em { c }
                    | Element::Strong { c }
                    | Element::Strike { c }
                    | Element::Link { c, .. }
                    | Element::Jump { c, .. }
                    | Element::Foreign { c, .. },
                ) => any(c, test),
                _ => false,
            }
    })
}
