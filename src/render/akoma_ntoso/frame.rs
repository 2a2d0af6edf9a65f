//! What stands around the text: identification, life cycle, references, the preface that readers see, the fingerprint below it.

use jiff::civil::Date;

use super::AkomaNtoso;
use super::blocks::Writer;
use super::identity::{Identity, NO_DAY, alpha3};
use crate::model::{ChangeKind, State, TranslationType};
use crate::render::{Phrase, Renderer};

/// The agent that answers for text and metadata.
const ISSUER: (&str, &str) = ("source", "#ref.issuer");

/// Opens the document and writes everything up to the text.
pub(super) fn open(writer: &mut Writer<'_>, identity: &Identity<'_>, output: &AkomaNtoso) {
    let kind = writer.cx.statement.kind.as_str();
    let changed = identity.changes(writer.cx.language()).next().is_some();
    writer.open("akomaNtoso", &[("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")]);
    let contains = if changed { "singleVersion" } else { "originalVersion" };
    writer.open("statement", &[("name", kind), ("contains", contains)]);
    writer.open("meta", &[]);
    identification(writer, identity, output);
    classification(writer);
    lifecycle(writer, identity);
    references(writer, identity);
    proprietary(writer);
    writer.close();
    preface(writer);
}

fn identification(writer: &mut Writer<'_>, identity: &Identity<'_>, output: &AkomaNtoso) {
    let (cx, statement) = (writer.cx, writer.cx.statement);
    let language = cx.language();
    let (work, expression) = (identity.work(), identity.expression(language));
    let issued = identity.issued();
    writer.open("identification", &[ISSUER]);

    writer.open("FRBRWork", &[]);
    value(writer, "FRBRthis", &format!("{work}/!main"));
    value(writer, "FRBRuri", &work);
    if let Some(number) = &statement.number {
        empty(writer, "FRBRalias", &[("name", "number"), ("value", number)]);
    }
    day(writer, issued, if statement.issued.is_some() { "issued" } else { "known" });
    empty(writer, "FRBRauthor", &[("href", "#ref.issuer"), ("as", "#ref.author")]);
    value(writer, "FRBRcountry", output.country);
    value(writer, "FRBRsubtype", &identity.subtype());
    if let Some(number) = &statement.number {
        value(writer, "FRBRnumber", number);
    }
    value(writer, "FRBRname", &identity.name());
    writer.close();

    writer.open("FRBRExpression", &[]);
    value(writer, "FRBRthis", &format!("{expression}/!main"));
    value(writer, "FRBRuri", &expression);
    empty(writer, "FRBRalias", &[("name", "title"), ("value", &cx.letterhead.title)]);
    match identity.changes(language).last() {
        Some(last) => day(writer, Some(last.date), last.kind.as_str()),
        None => day(writer, issued, if statement.issued.is_some() { "issued" } else { "known" }),
    }
    empty(writer, "FRBRauthor", &[("href", "#ref.issuer"), ("as", "#ref.author")]);
    // A revision that leaves this language alone makes no new version of it.
    value(writer, "FRBRversionNumber", &identity.changes(language).last().map_or(1, |last| last.revision).to_string());
    if let Some(authoritative) = identity.authoritative() {
        value(writer, "FRBRauthoritative", &authoritative.to_string());
    }
    let source = &statement.source;
    if let Some(master) = cx.others().find(|other| other.language == *source) {
        empty(writer, "FRBRmasterExpression", &[("href", &identity.expression(source)), ("showAs", &master.name)]);
    }
    empty(writer, "FRBRlanguage", &[("language", alpha3(language))]);
    if let Some(from) = statement.translated_from(language) {
        let mut attributes = vec![("fromLanguage", alpha3(source))];
        // Made from a translation, the text has that language for a pivot.
        if from != source {
            attributes.push(("pivot", alpha3(from)));
        }
        let href = identity.expression(source);
        let authoritative = identity.authoritative().map(|value| value.to_string());
        attributes.extend([("href", href.as_str()), ("by", if by_machine(writer) { "#ref.machine" } else { "#ref.issuer" })]);
        attributes.extend(authoritative.as_deref().map(|value| ("authoritative", value)));
        empty(writer, "FRBRtranslation", &attributes);
    }
    writer.close();

    writer.open("FRBRManifestation", &[]);
    value(writer, "FRBRthis", &format!("{expression}/!main.xml"));
    value(writer, "FRBRuri", &format!("{expression}.xml"));
    if let Some(address) = cx.addresses.absolute(&cx.path(output.extension())) {
        empty(writer, "FRBRalias", &[("name", "address"), ("value", &address)]);
    }
    match statement.version_created {
        Some(at) => empty(writer, "FRBRdate", &[("date", &at.to_string()), ("name", "created")]),
        None => day(writer, identity.changes(language).last().map(|last| last.date).or(issued), "known"),
    }
    empty(writer, "FRBRauthor", &[("href", "#ref.issuer"), ("as", "#ref.publisher")]);
    value(writer, "FRBRformat", output.media_type());
    writer.close();
    writer.close();
}

/// Whether no person stands behind the translation.
fn by_machine(writer: &Writer<'_>) -> bool {
    let info = &writer.cx.version.info;
    info.translation == Some(TranslationType::Automated) && info.state < Some(State::Reviewed)
}

fn classification(writer: &mut Writer<'_>) {
    let topics = &writer.cx.statement.topics;
    if topics.is_empty() {
        return;
    }
    writer.open("classification", &[ISSUER]);
    for topic in topics {
        empty(writer, "keyword", &[("value", topic), ("showAs", topic), ("dictionary", "#ref.topics")]);
    }
    writer.close();
}

/// What happened to the text in this language.
fn lifecycle(writer: &mut Writer<'_>, identity: &Identity<'_>) {
    writer.open("lifecycle", &[ISSUER]);
    let issued = identity.issued().unwrap_or(NO_DAY).to_string();
    let event = |writer: &mut Writer<'_>, number: usize, date: &str, kind: &str, source: &str| {
        empty(writer, "eventRef", &[("eId", &format!("event.{number}")), ("date", date), ("type", kind), ("source", source)]);
    };
    event(writer, 1, &issued, "generation", "#ref.original");
    for (at, change) in identity.changes(writer.cx.language()).enumerate() {
        let kind = if change.kind == ChangeKind::Withdrawal { "repeal" } else { "amendment" };
        event(writer, at + 2, &change.date.to_string(), kind, "#ref.issuer");
    }
    writer.close();
}

fn references(writer: &mut Writer<'_>, identity: &Identity<'_>) {
    let cx = writer.cx;
    let host = cx.addresses.host().unwrap_or_default();
    let issuer = cx.letterhead.issuer.as_ref().map_or(host, |issuer| issuer.text.as_str());
    writer.open("references", &[ISSUER]);
    let original = identity.first_expression(&cx.statement.source);
    let source = cx.siblings.iter().find(|sibling| sibling.language == cx.statement.source);
    let name = source.map_or(cx.statement.source.as_str(), |source| source.name.as_str());
    empty(writer, "original", &[("eId", "ref.original"), ("href", &original), ("showAs", name)]);
    empty(writer, "TLCOrganization", &[("eId", "ref.issuer"), ("href", &identity.issuer()), ("showAs", issuer)]);
    if by_machine(writer) {
        let href = "/akn/ontology/process/machine-translation";
        empty(writer, "TLCProcess", &[("eId", "ref.machine"), ("href", href), ("showAs", TranslationType::Automated.as_str())]);
    }
    for role in ["author", "publisher"] {
        let (id, href) = (format!("ref.{role}"), format!("/akn/ontology/role/{role}"));
        empty(writer, "TLCRole", &[("eId", &id), ("href", &href), ("showAs", role)]);
    }
    if !cx.statement.topics.is_empty() {
        let href = cx.addresses.absolute("").unwrap_or_else(|| "/akn/ontology/concept/topics".to_owned());
        empty(writer, "TLCReference", &[("eId", "ref.topics"), ("name", "topics"), ("href", &href), ("showAs", "topics")]);
    }
    writer.close();
}

/// What the schema has no place for, in the words of ELI, RFC 8255 and IPTC.
fn proprietary(writer: &mut Writer<'_>) {
    let (cx, statement) = (writer.cx, writer.cx.statement);
    writer.open("proprietary", &[ISSUER]);
    let mut attributes = vec![
        ("xmlns:p", "urn:promulgate:akoma-ntoso:1"),
        ("legalValue", statement.legal_value(cx.language()).as_str()),
        ("publicationStatus", statement.status.as_str()),
    ];
    attributes.extend(cx.version.info.translation.map(|kind| ("translationType", kind.as_str())));
    let until = statement.embargoed_until.map(|until| until.to_string());
    attributes.extend(until.as_deref().map(|until| ("embargoedUntil", until)));
    attributes.push(("textSha256", cx.text_digest));
    if cx.draft {
        attributes.push(("draft", "true"));
    }
    empty(writer, "p:status", &attributes);
    writer.close();
}

/// The letterhead, the notices and the title.
fn preface(writer: &mut Writer<'_>) {
    let letterhead = writer.cx.letterhead;
    writer.open("preface", &[("eId", "front.preface"), ("xml:lang", writer.cx.language().as_str())]);
    if let Some(issuer) = &letterhead.issuer {
        line(writer, "issuer", |writer| inline(writer, "docAuthority", &[], issuer));
    }
    line(writer, "kind", |writer| inline(writer, "docType", &[], &letterhead.kind));
    if let Some(number) = &letterhead.number {
        line(writer, "number", |writer| inline(writer, "docNumber", &[], number));
    }
    if !letterhead.notices.is_empty() {
        writer.open("container", &[("name", "notices"), ("eId", "front.notices")]);
        for notice in &letterhead.notices {
            let kind = notice.kind.as_str();
            line(writer, kind, |writer| inline(writer, "docStatus", &[], &notice.text));
            if let Some(note) = &notice.note {
                line(writer, kind, |writer| said(writer, note));
            }
        }
        writer.close();
    }
    writer.open("longTitle", &[("eId", "front.title")]);
    writer.xml.open("p", &[]);
    match &writer.cx.document.title {
        Some(title) => {
            writer.open_leaf("docTitle", &[]);
            writer.inlines(&title.content);
        }
        None => {
            writer.xml.open("docTitle", &[]);
            writer.xml.text(&letterhead.title);
        }
    }
    writer.xml.close();
    writer.close();
    writer.close();
    if let Some(dateline) = &letterhead.dateline {
        line(writer, "dateline", |writer| self::dateline(writer, dateline));
    }
    writer.close();
}

/// Closes the document with what stands below the text.
pub(super) fn close(writer: &mut Writer<'_>) {
    writer.open("conclusions", &[("eId", "back.conclusions"), ("xml:lang", writer.cx.language().as_str())]);
    let fingerprint = writer.cx.fingerprint();
    line(writer, "fingerprint", |writer| said(writer, &fingerprint));
    if let Some(verify) = writer.cx.verify() {
        line(writer, "verify", |writer| {
            let (before, after) = verify.around();
            let foreign = verify.text.language != *writer.cx.language();
            if foreign {
                writer.xml.open("span", &[("xml:lang", verify.text.language.as_str())]);
            }
            writer.xml.text(&before);
            writer.xml.element("a", &[("href", &verify.address)], &verify.address);
            writer.xml.text(after);
            if foreign {
                writer.xml.close();
            }
        });
    }
    writer.close();
}

/// Place and day, with the day marked where the language has set it.
fn dateline(writer: &mut Writer<'_>, dateline: &Phrase) {
    let letterhead = writer.cx.letterhead;
    let day = letterhead.date.as_ref().zip(letterhead.issued);
    match day.and_then(|(date, day)| Some((dateline.text.split_once(date.text.as_str())?, date, day))) {
        Some(((before, after), date, day)) if dateline.language == *writer.cx.language() => {
            writer.xml.text(before);
            inline(writer, "docDate", &[("date", &day.to_string())], date);
            writer.xml.text(after);
        }
        _ => said(writer, dateline),
    }
}

/// A line of the preface, which ends with its element.
fn line(writer: &mut Writer<'_>, class: &str, write: impl FnOnce(&mut Writer<'_>)) {
    writer.xml.open("p", &[("class", class)]);
    write(writer);
    writer.close();
}

/// A phrase in an element, marked where it is in another language than the text.
fn inline(writer: &mut Writer<'_>, name: &'static str, attributes: &[(&str, &str)], phrase: &Phrase) {
    let mut attributes = attributes.to_vec();
    if phrase.language != *writer.cx.language() {
        attributes.push(("xml:lang", phrase.language.as_str()));
    }
    writer.xml.element(name, &attributes, &phrase.text);
}

/// A phrase by itself.
fn said(writer: &mut Writer<'_>, phrase: &Phrase) {
    if phrase.language == *writer.cx.language() {
        writer.xml.text(&phrase.text);
    } else {
        inline(writer, "span", &[], phrase);
    }
}

fn day(writer: &mut Writer<'_>, day: Option<Date>, name: &str) {
    let name = if day.is_some() { name } else { "unknown" };
    empty(writer, "FRBRdate", &[("date", &day.unwrap_or(NO_DAY).to_string()), ("name", name)]);
}

fn value(writer: &mut Writer<'_>, name: &'static str, value: &str) {
    empty(writer, name, &[("value", value)]);
}

fn empty(writer: &mut Writer<'_>, name: &'static str, attributes: &[(&str, &str)]) {
    writer.xml.empty(name, attributes);
    writer.xml.line();
}
