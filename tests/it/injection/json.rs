//! Data, read as a program reads it.

use serde_json::Value;

use super::judge::{Seen, address_problem, is_for_readers, is_no_text};

/// Keys whose strings are addresses.
const ADDRESSES: [&str; 7] = ["href", "url", "uri", "id_url", "feed_url", "home_page_url", "external_url"];

pub(super) fn look(path: &str, text: &str, seen: &mut Seen) {
    match serde_json::from_str(text) {
        Ok(value) => {
            let mut words = String::new();
            walk(path, "", &value, &mut words, seen);
            seen.words = words;
        }
        Err(error) => seen.wrong.push(format!("no JSON: {error}")),
    }
}

fn walk(path: &str, key: &str, value: &Value, words: &mut String, seen: &mut Seen) {
    match value {
        Value::String(text) => {
            if if key == "value" { text.chars().any(is_no_text) } else { is_for_readers(text) } {
                seen.wrong.push(format!("{key} is {text:?}"));
            }
            if ADDRESSES.contains(&key) {
                seen.wrong.extend(address_problem(path, text, true));
            }
            words.push_str(text);
            words.push(' ');
        }
        Value::Array(values) => values.iter().for_each(|value| walk(path, key, value, words, seen)),
        Value::Object(object) => {
            let page = object.get("contentType").is_some_and(|kind| kind == "text/html");
            for (key, value) in object {
                seen.built_of.insert(key.clone());
                match value.as_str().filter(|_| page && key == "value") {
                    // A body of ninjs is a page for readers in itself.
                    Some(body) => {
                        let mut inner = Seen::default();
                        super::html::look(path, body, &mut inner);
                        seen.built_of.extend(inner.built_of);
                        seen.wrong.extend(inner.wrong);
                        words.push_str(&inner.words);
                    }
                    None => walk(path, key, value, words, seen),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
