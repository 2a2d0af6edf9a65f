//! [`Message`]: letters in several languages put into one message, byte by byte the same every time.

use mail_builder::headers::HeaderType;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;

use crate::model::{MailAddress, MailSettings, text_digest};

/// A message in all its languages.
pub(super) struct Message<'a> {
    pub(super) settings: &'a MailSettings,
    /// As RFC 5322, section 3.3 writes it.
    pub(super) date: Option<String>,
    /// What is shown to whom no language is found for.
    pub(super) preface: String,
    /// The source first.
    pub(super) letters: Vec<Letter>,
}

/// A version as it stands in a message.
pub(super) struct Letter {
    pub(super) language: String,
    /// The word of RFC 8255, section 6.
    pub(super) translation: Option<&'static str>,
    /// The name of the file where a program shows the part as one.
    pub(super) file: String,
    pub(super) sender: Option<String>,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

impl Message<'_> {
    /// The message as bytes: ASCII, with CRLF, no line longer than 998 characters.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        // The digest of the whole but for what is made from the digest.
        let digest = text_digest(&String::from_utf8_lossy(&self.written("")));
        self.written(&digest)
    }

    fn written(&self, digest: &str) -> Vec<u8> {
        let mut message = MimePart::raw("");
        let Some(first) = self.letters.first() else { return Vec::new() };
        self.headers(first, &mut message);
        let settings = self.settings;
        if !settings.to.is_empty() {
            put(&mut message, "To", Address::new_list(settings.to.iter().map(|to| mailbox(None, to)).collect()));
        }
        if let Some(address) = &settings.reply_to {
            put(&mut message, "Reply-To", mailbox(None, address));
        }
        // OK to cut: half of a SHA-256 tells messages apart.
        let id = digest.get(..32).unwrap_or("");
        put(&mut message, "Message-ID", MessageId::new(format!("{id}@{}", settings.from.domain())));
        put(&mut message, "MIME-Version", Raw::new("1.0"));
        if self.letters.len() == 1 {
            put(&mut message, "Content-Language", Raw::new(first.language.clone()));
            content(&mut message, "multipart/alternative", &boundary(id, 0), alternatives(first));
        } else {
            let preface = text("text/plain", &self.preface).header("Content-Disposition", Raw::new("inline"));
            let letters = self.letters.iter().enumerate().map(|(at, letter)| self.part(letter, &boundary(id, at + 1)));
            content(&mut message, "multipart/multilingual", &boundary(id, 0), std::iter::once(preface).chain(letters).collect());
        }
        let mut out = Vec::new();
        message.write_part(&mut out);
        out
    }

    /// A letter as a part. Its sender has the same address as that of the whole, under the name that the language has for them.
    fn part(&self, letter: &Letter, boundary: &str) -> MimePart<'static> {
        let mut inner = MimePart::raw("");
        self.headers(letter, &mut inner);
        put(&mut inner, "MIME-Version", Raw::new("1.0"));
        put(&mut inner, "Content-Language", Raw::new(letter.language.clone()));
        content(&mut inner, "multipart/alternative", boundary, alternatives(letter));
        let mut bytes = Vec::new();
        inner.write_part(&mut bytes);
        let mut part = MimePart::new("message/rfc822", bytes);
        put(&mut part, "Content-Language", Raw::new(letter.language.clone()));
        if let Some(translation) = letter.translation {
            put(&mut part, "Content-Translation-Type", Raw::new(translation));
        }
        put(&mut part, "Content-Disposition", ContentType::new("inline").attribute("filename", letter.file.clone()));
        // A part of this type is never encoded as a whole (RFC 2046, section 5.2.1): what is inside already is.
        put(&mut part, "Content-Transfer-Encoding", Raw::new("7bit"));
        part
    }

    fn headers(&self, letter: &Letter, part: &mut MimePart<'static>) {
        let from = &self.settings.from;
        match &letter.sender {
            Some(name) if is_disguised(name) => put(part, "From", Raw::new(format!("{} <{from}>", encoded_words(name)))),
            name => put(part, "From", mailbox(name.as_deref(), from)),
        }
        match letter.subject.as_str() {
            subject if is_disguised(subject) => put(part, "Subject", Raw::new(encoded_words(subject))),
            // What is long and plain is folded between words: mail-builder would encode it, and filters distrust what is encoded in vain.
            subject if folds(subject) => put(part, "Subject", Raw::new(subject.to_owned())),
            subject => put(part, "Subject", Text::new(subject.to_owned())),
        }
        if let Some(date) = &self.date {
            put(part, "Date", Raw::new(date.clone()));
        }
    }
}

fn put(part: &mut MimePart<'static>, name: &'static str, value: impl Into<HeaderType<'static>>) {
    part.headers.push((name.into(), value.into()));
}

fn content(part: &mut MimePart<'static>, kind: &'static str, boundary: &str, parts: Vec<MimePart<'static>>) {
    put(part, "Content-Type", ContentType::new(kind).attribute("boundary", boundary.to_owned()));
    part.contents = parts.into();
}

fn mailbox(name: Option<&str>, address: &MailAddress) -> Address<'static> {
    Address::new_address(name.map(str::to_owned), address.as_str().to_owned())
}

/// Whether a text looks encoded and is not: readers would decode it, and see what nobody checked. mail-builder leaves such text as it is.
fn is_disguised(text: &str) -> bool {
    text.contains("=?")
}

/// Whether a text can stand in a header as it is, between lines of 78.
fn folds(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) && text.split(' ').all(|word| (1..=60).contains(&word.len()))
}

/// A text as encoded words, none of which ends within a character, short enough for lines of 76 behind the name of any header here (RFC
/// 2047, section 2).
fn encoded_words(text: &str) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for c in text.chars() {
        match words.last_mut() {
            Some(word) if word.len() + c.len_utf8() <= 39 => word.push(c),
            _ => words.push(c.to_string()),
        }
    }
    let encoded = words.iter().map(|word| format!("=?utf-8?B?{}?=", encodify::base64::STANDARD.encode(word)));
    encoded.collect::<Vec<_>>().join(" ")
}

/// A boundary that no text holds, since it is made from the digest of all of them, and that is the beginning of no other.
fn boundary(id: &str, at: usize) -> String {
    format!("=_{id}_{at}_")
}

fn alternatives(letter: &Letter) -> Vec<MimePart<'static>> {
    // The plainest first (RFC 2046, section 5.1.4).
    vec![text("text/plain", &letter.text), text("text/html", &letter.html)]
}

/// A text, in the encoding that is shortest. Its lines end in CRLF before it is encoded (RFC 2045, section 6.8).
fn text(kind: &'static str, text: &str) -> MimePart<'static> {
    let lines: String = text.lines().flat_map(|line| [line, "\r\n"]).collect();
    let part = MimePart::new(kind, lines.clone());
    let mut written = Vec::new();
    part.clone().write_part(&mut written);
    // A lone dot ends a message for a program that reads it from a pipe, and mailboxes change lines that begin with "From ". Asked of what
    // was written, since quoted-printable breaks lines, and may leave a dot alone on the last.
    if written.split(|&byte| byte == b'\n').any(|line| line == b".\r" || line == b"." || line.starts_with(b"From ")) {
        let typed = ContentType::new(kind).attribute("charset", "utf-8");
        return MimePart::new(typed, encodify::base64::MIME.encode(lines.as_bytes()))
            .header("Content-Transfer-Encoding", Raw::new("base64"));
    }
    part
}
