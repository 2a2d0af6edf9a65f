//! Typeset pages, object by object.

use lopdf::{Dictionary, Document, Object};

use super::judge::{Seen, address_problem};

/// What makes a page do something by itself, or holds a file (ISO 32000-1, sections 12.6 and 7.11.4).
const ACTIVE: [&str; 14] = [
    "JavaScript",
    "JS",
    "Launch",
    "OpenAction",
    "AA",
    "GoToR",
    "GoToE",
    "SubmitForm",
    "ImportData",
    "Rendition",
    "RichMedia",
    "EmbeddedFile",
    "EmbeddedFiles",
    "AcroForm",
];

pub(super) fn look(path: &str, bytes: &[u8], seen: &mut Seen) {
    match Document::load_mem(bytes) {
        Ok(document) => {
            dictionary(path, &document.trailer, seen);
            document.objects.values().for_each(|object| self::object(path, object, seen));
        }
        Err(error) => seen.wrong.push(format!("no PDF: {error}")),
    }
}

fn object(path: &str, object: &Object, seen: &mut Seen) {
    match object {
        Object::Dictionary(inner) => dictionary(path, inner, seen),
        Object::Stream(stream) => dictionary(path, &stream.dict, seen),
        Object::Array(objects) => objects.iter().for_each(|inner| self::object(path, inner, seen)),
        Object::Name(name) => active(name, seen),
        _ => {}
    }
}

fn dictionary(path: &str, dictionary: &Dictionary, seen: &mut Seen) {
    for (key, value) in dictionary {
        active(key, seen);
        if let (b"URI", Object::String(address, _)) = (key.as_slice(), value) {
            seen.wrong.extend(address_problem(path, &String::from_utf8_lossy(address), true));
        }
        object(path, value, seen);
    }
}

fn active(name: &[u8], seen: &mut Seen) {
    let name = String::from_utf8_lossy(name);
    if ACTIVE.contains(&&*name) {
        seen.wrong.push(format!("/{name}"));
    }
}

#[test]
fn an_active_page_is_caught() {
    let action = |kind: &str, key: &str, value: &str| {
        let mut document = Document::with_version("1.7");
        let mut action = Dictionary::new();
        action.set("S", Object::Name(kind.into()));
        action.set(key, Object::string_literal(value));
        let action = document.add_object(action);
        let mut catalog = Dictionary::new();
        catalog.set("Type", Object::Name("Catalog".into()));
        catalog.set("Action", action);
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let mut seen = Seen::default();
        look("en/x.pdf", &bytes, &mut seen);
        seen.wrong
    };
    assert_eq!(action("URI", "URI", "https://example.org/"), [""; 0]);
    assert_eq!(action("URI", "URI", "javascript:alert(1)").len(), 1);
    assert_eq!(action("JavaScript", "JS", "app.alert(1)").len(), 2);
    assert_eq!(action("Launch", "F", "x.exe"), ["/Launch"]);
}
