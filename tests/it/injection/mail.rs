//! Messages, read as a program for mail reads them.

use std::collections::HashMap;

use mail_parser::{Address, HeaderValue, Message, MessageParser, PartType};

use super::judge::{Seen, is_for_readers};

pub(super) fn look(path: &str, bytes: &[u8], seen: &mut Seen) {
    let lines = bytes.split(|&byte| byte == b'\n').rev().skip(1);
    if lines.clone().any(|line| !line.ends_with(b"\r")) {
        seen.wrong.push("a line that does not end in CRLF".to_owned());
    }
    if lines.clone().any(|line| line.len() > 999 || line.iter().rev().skip(1).any(|byte| matches!(byte, b'\r' | 0))) {
        seen.wrong.push("a line that is too long, or holds a control character".to_owned());
    }
    let mut words = String::new();
    match MessageParser::default().parse(bytes) {
        Some(message) => self::message(path, "", &message, &mut words, seen),
        None => seen.wrong.push("no message".to_owned()),
    }
    seen.words = words;
}

fn message(path: &str, at: &str, message: &Message<'_>, words: &mut String, seen: &mut Seen) {
    seen.built_of.insert(format!("{at} has {} parts", message.parts.len()));
    for (number, part) in message.parts.iter().enumerate() {
        let at = format!("{at}/{number}");
        let mut headers: HashMap<&str, usize> = HashMap::new();
        for header in &part.headers {
            *headers.entry(header.name.as_str()).or_default() += 1;
            value(&at, header.name.as_str(), &header.value, words, seen);
        }
        seen.built_of.extend(headers.into_iter().map(|(name, count)| format!("{at} {name} {count}")));
        if part.is_encoding_problem {
            seen.wrong.push(format!("{at}: cannot be decoded"));
        }
        match &part.body {
            PartType::Text(text) => {
                words.push_str(text);
                seen.wrong
                    .extend(text.chars().find(|&c| c != '\r' && super::judge::is_no_text(c)).map(|c| format!("{at}: {c:?}")));
            }
            PartType::Html(page) => {
                let mut inner = Seen::default();
                super::html::look(path, &page.replace("\r\n", "\n"), &mut inner);
                seen.built_of.extend(inner.built_of);
                seen.wrong.extend(inner.wrong.into_iter().map(|wrong| format!("{at}: {wrong}")));
                words.push_str(&inner.words);
            }
            PartType::Message(inner) => self::message(path, &at, inner, words, seen),
            PartType::Multipart(_) => {}
            PartType::Binary(_) | PartType::InlineBinary(_) => seen.wrong.push(format!("{at}: neither text nor message")),
        }
    }
}

fn value(at: &str, name: &str, value: &HeaderValue<'_>, words: &mut String, seen: &mut Seen) {
    let mut say = |text: &str| {
        words.push_str(text);
        words.push(' ');
        if is_for_readers(text) || text.contains(['\r', '\n']) {
            seen.wrong.push(format!("{at}: {name} is {text:?}"));
        }
    };
    match value {
        HeaderValue::Text(text) => say(text),
        HeaderValue::TextList(list) => list.iter().for_each(|text| say(text)),
        HeaderValue::Address(Address::List(list)) => {
            for address in list {
                say(address.name.as_deref().unwrap_or(""));
                // An address comes from the project, never from a text.
                seen.built_of.insert(format!("{at} {name} <{}>", address.address.as_deref().unwrap_or("")));
            }
        }
        HeaderValue::Address(Address::Group(_)) => seen.wrong.push(format!("{at}: {name} is a group")),
        HeaderValue::ContentType(kind) => {
            let kind = format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or(""));
            seen.built_of.insert(format!("{at} {name} {kind}"));
        }
        HeaderValue::DateTime(_) | HeaderValue::Received(_) | HeaderValue::Empty => {}
    }
}
