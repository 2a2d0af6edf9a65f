//! Pages, read as a browser reads them.

use std::collections::HashSet;

use scraper::{Html, Node};

use super::judge::{Seen, address_problem, is_no_text};

/// Attributes that hold an address.
const ADDRESSES: [&str; 14] = [
    "href",
    "src",
    "action",
    "formaction",
    "cite",
    "poster",
    "data",
    "background",
    "manifest",
    "ping",
    "longdesc",
    "srcset",
    "xlink:href",
    "codebase",
];

/// Elements whose `content` is an address.
const META: [&str; 2] = ["og:url", "og:image"];

pub(super) fn look(path: &str, page: &str, seen: &mut Seen) {
    if let Some(c) = page.chars().find(|&c| is_no_text(c)) {
        seen.wrong.push(format!("{c:?} stands in it"));
    }
    let document = Html::parse_document(page);
    let mut words = String::new();
    let mut ids = HashSet::new();
    for node in document.tree.root().descendants() {
        match node.value() {
            Node::Comment(comment) => seen.wrong.push(format!("a comment: {:?}", &**comment)),
            Node::ProcessingInstruction(_) => seen.wrong.push("a processing instruction".to_owned()),
            Node::Doctype(doctype) if doctype.name() != "html" => seen.wrong.push(format!("{doctype:?}")),
            Node::Text(text) => {
                let inside =
                    node.parent().and_then(|parent| parent.value().as_element().map(|element| element.name().to_owned()));
                if inside.as_deref() != Some("script") {
                    words.push_str(text);
                } else {
                    // What machines read in a page is held to what holds for data; readers do not see its words.
                    let mut data = Seen::default();
                    super::json::look(path, text, &mut data);
                    seen.built_of.extend(data.built_of);
                    seen.wrong.extend(data.wrong);
                }
            }
            Node::Element(element) => {
                let name = element.name();
                seen.built_of.insert(name.to_owned());
                match name {
                    "script" if element.attr("type") != Some("application/ld+json") || element.attr("src").is_some() => {
                        seen.wrong.push(format!("an active script: {element:?}"));
                    }
                    "style" | "base" | "iframe" | "object" | "embed" | "svg" | "math" | "form" | "template" | "frameset" => {
                        seen.wrong.push(format!("{element:?}"));
                    }
                    // A former address of ours leads to a page beside it, and nowhere else.
                    "meta" if element.attr("content") == Some("0; url=x.html") => {}
                    "meta" if element.attr("http-equiv").is_some() => seen.wrong.push(format!("{element:?}")),
                    _ => {}
                }
                for (attribute, value) in element.attrs() {
                    seen.built_of.insert(format!("{name}@{attribute}"));
                    // Programs for mail keep no other styles; what a text may change in them is nothing.
                    let mail = path.ends_with(".eml");
                    if attribute == "style" {
                        seen.built_of.insert(format!("{name}@style={value}"));
                    }
                    if attribute.starts_with("on") || (attribute == "style" && !mail) || attribute == "srcdoc" {
                        seen.wrong.push(format!("{name} has {attribute}={value:?}"));
                    }
                    let meta = attribute == "content" && element.attr("property").is_some_and(|it| META.contains(&it));
                    if ADDRESSES.contains(&attribute) || meta {
                        seen.wrong.extend(address_problem(path, value, name == "a"));
                    }
                    if attribute == "id" && !ids.insert(value.to_owned()) {
                        seen.wrong.push(format!("two elements have the id {value:?}"));
                    }
                    if attribute == "id" && value.contains(char::is_whitespace) {
                        seen.wrong.push(format!("a blank in the id {value:?}"));
                    }
                    if matches!(attribute, "alt" | "title") {
                        words.push_str(value);
                    }
                }
            }
            _ => {}
        }
    }
    seen.words = words;
}
