//! XML, read with namespaces.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::judge::{Seen, address_problem, is_for_readers, is_no_text};

pub(super) fn look(path: &str, text: &str, seen: &mut Seen) {
    if let Err(error) = read(path, text, seen) {
        seen.wrong.push(format!("not well-formed: {error}"));
    }
}

fn read(path: &str, text: &str, seen: &mut Seen) -> Result<(), Box<dyn std::error::Error>> {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_end_names = true;
    reader.config_mut().check_comments = true;
    let (mut words, mut first, mut depth) = (String::new(), true, 0_usize);
    loop {
        let (namespace, event) = reader.read_resolved_event()?;
        let namespace = match namespace {
            ResolveResult::Bound(namespace) => format!("{namespace:?}"),
            ResolveResult::Unbound => String::new(),
            ResolveResult::Unknown(prefix) => return Err(format!("no namespace for {prefix:?}").into()),
        };
        match &event {
            Event::Decl(_) if first => {}
            Event::Start(element) => {
                depth += 1;
                self::element(path, &namespace, element, &mut words, seen)?;
            }
            Event::Empty(element) => self::element(path, &namespace, element, &mut words, seen)?,
            Event::End(_) => depth = depth.checked_sub(1).ok_or("an end too many")?,
            Event::Text(text) => {
                let text = text.to_string();
                characters(&text, seen);
                words.push_str(&text);
            }
            Event::GeneralRef(reference) => match reference.resolve_char_ref()? {
                Some(c) => {
                    characters(c.encode_utf8(&mut [0; 4]), seen);
                    words.push(c);
                }
                None => match &**reference {
                    "amp" => words.push('&'),
                    "lt" => words.push('<'),
                    "gt" => words.push('>'),
                    "quot" => words.push('"'),
                    "apos" => words.push('\''),
                    other => return Err(format!("an entity: {other:?}").into()),
                },
            },
            Event::Eof if depth > 0 => return Err("an element without end".into()),
            Event::Eof => break,
            other => seen.wrong.push(format!("{other:?}")),
        }
        first = false;
    }
    seen.words = words;
    Ok(())
}

fn element(
    path: &str,
    namespace: &str,
    element: &BytesStart<'_>,
    words: &mut String,
    seen: &mut Seen,
) -> Result<(), Box<dyn std::error::Error>> {
    let name = element.name();
    let name = format!("{}|{namespace}", name.as_ref());
    for attribute in element.attributes().with_checks(true) {
        let attribute = attribute?;
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0)?;
        // What stands for a picture or explains a link is shown to readers.
        let shown = ["alt", "title"].contains(&key.as_str());
        if if shown { value.chars().any(is_no_text) } else { is_for_readers(&value) } {
            seen.wrong.push(format!("{name} has {key}={value:?}"));
        }
        if ["href", "src", "xlink:href", "uri"].contains(&key.as_str()) {
            seen.wrong.extend(address_problem(path, &value, true));
        }
        if key.starts_with("xmlns") {
            seen.built_of.insert(format!("{name}@{key}={value}"));
        } else {
            seen.built_of.insert(format!("{name}@{key}"));
        }
        words.push_str(&value);
        words.push(' ');
    }
    seen.built_of.insert(name);
    Ok(())
}

/// Characters that XML may not hold, whether they stand as themselves or as a reference (XML 1.0, section 2.2).
fn characters(text: &str, seen: &mut Seen) {
    if let Some(c) = text.chars().find(|&c| is_no_text(c)) {
        seen.wrong.push(format!("{c:?} stands in it"));
    }
}
