//! Messages, read back by a reader that this project did not write.

use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use promulgate::align::Parallel;
use promulgate::localize::Voices;
use promulgate::model::{Change, ChangeKind, Localized, MailSettings, PublicationStatus};
use promulgate::render::{Audience, Press};
use promulgate::{Project, Statement};

use crate::render::{everything, language, now, project};

fn sender() -> Project {
    let mut mail = MailSettings::new("press@compact.example.org".parse().unwrap());
    mail.to = vec!["newsdesks@lists.compact.example.org".parse().unwrap(), "archive@compact.example.org".parse().unwrap()];
    mail.reply_to = Some("office@compact.example.org".parse().unwrap());
    Project { mail: Some(mail), ..project() }
}

fn message_for(project: &Project, statement: &Statement, audience: Audience) -> Vec<u8> {
    let voices = Voices::new(&[]);
    let assets = [("assets/everything/photo.png".to_owned(), &b""[..])].into();
    let rendered = Press::new(project, &voices).statement(&Parallel::new(statement), &assets, audience).unwrap();
    let mut messages = rendered.parts.into_iter().filter(|part| part.output == "mail");
    let message = messages.next().unwrap();
    assert_eq!((messages.next(), message.language), (None, None));
    assert_eq!(message.manifestation.path, format!("mail/{}.eml", statement.id));
    lawful(&message.manifestation.bytes);
    message.manifestation.bytes
}

fn message(statement: &Statement) -> Vec<u8> {
    message_for(&sender(), statement, Audience::Public)
}

/// What every message on the wire must be (RFC 5322, section 2.1), and what no program on its way may take for its own.
fn lawful(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.is_ascii() && text.ends_with("\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n', '\0']), "a bare CR or LF");
    for line in text.split("\r\n") {
        assert!(line.len() <= 78, "{line}");
        assert!(line != "." && !line.starts_with("From "), "{line}");
    }
}

/// The parts below a message's own.
fn parts<'m>(message: &'m Message<'m>) -> Vec<&'m MessagePart<'m>> {
    let PartType::Multipart(parts) = &message.root_part().body else { panic!("not in parts: {:?}", message.root_part()) };
    parts.iter().map(|&at| message.part(at).unwrap()).collect()
}

fn raw<'p>(part: &'p MessagePart<'p>, name: &str) -> Option<&'p str> {
    part.headers.iter().find(|header| header.name().eq_ignore_ascii_case(name)).and_then(|header| header.value().as_text())
}

/// Language, sender's name and address, subject, text and HTML of a letter.
struct Letter {
    language: String,
    translation: Option<String>,
    sender: (Option<String>, String),
    subject: String,
    text: String,
    html: String,
}

fn sender_of(message: &Message<'_>) -> (Option<String>, String) {
    let Some(Address::List(list)) = message.from() else { panic!("no sender") };
    assert_eq!(list.len(), 1);
    (list[0].name.as_ref().map(|name| name.to_string()), list[0].address.as_ref().unwrap().to_string())
}

fn letter(message: &Message<'_>) -> Letter {
    assert!(message.root_part().is_content_type("multipart", "alternative"));
    let [text, html] = parts(message)[..] else { panic!("not two alternatives") };
    let (PartType::Text(text), PartType::Html(html)) = (&text.body, &html.body) else { panic!("not text and HTML") };
    Letter {
        language: raw(message.root_part(), "Content-Language").unwrap().to_owned(),
        translation: None,
        sender: sender_of(message),
        subject: message.subject().unwrap().to_owned(),
        text: text.replace("\r\n", "\n"),
        html: html.replace("\r\n", "\n"),
    }
}

/// The preface and the letters of a message in several languages.
fn read(bytes: &[u8]) -> (String, Vec<Letter>) {
    let message = MessageParser::default().parse(bytes).unwrap();
    assert!(message.root_part().is_content_type("multipart", "multilingual"));
    assert!(message.parts.iter().all(|part| !part.is_encoding_problem));
    let parts = parts(&message);
    let (preface, letters) = parts.split_first().unwrap();
    let PartType::Text(preface) = &preface.body else { panic!("no preface") };
    let letters = letters.iter().map(|part| {
        assert!(part.is_content_type("message", "rfc822"));
        assert_eq!(raw(part, "Content-Transfer-Encoding"), Some("7bit"));
        let PartType::Message(inner) = &part.body else { panic!("no message") };
        let letter = letter(inner);
        assert_eq!(raw(part, "Content-Language"), Some(letter.language.as_str()));
        Letter { translation: raw(part, "Content-Translation-Type").map(str::to_owned), ..letter }
    });
    (preface.replace("\r\n", "\n"), letters.collect())
}

#[test]
fn every_construct_in_a_message() {
    let bytes = message(&everything());
    assert_eq!(bytes, message(&everything()));
    insta::assert_snapshot!("message", String::from_utf8(bytes.clone()).unwrap().replace("\r\n", "\n"));
    let (preface, letters) = read(&bytes);
    insta::assert_snapshot!("preface", preface);
    for letter in &letters {
        insta::assert_snapshot!(format!("{}-text", letter.language), letter.text);
        insta::assert_snapshot!(format!("{}-html", letter.language), letter.html);
    }
}

#[test]
fn languages_stand_in_order_with_headers_of_their_own() {
    let mut statement = everything();
    statement.issuer = Some(Localized::By(
        [("en", "The Northern Compact"), ("fr", "Le Pacte du Nord"), ("ar", "ميثاق الشمال")]
            .map(|(tag, name)| (language(tag), name.to_owned()))
            .into(),
    ));
    let bytes = message(&statement);
    let whole = MessageParser::default().parse(&bytes).unwrap();
    let from = "press@compact.example.org".to_owned();
    assert_eq!(sender_of(&whole), (Some("The Northern Compact".to_owned()), from.clone()));
    assert_eq!(whole.subject(), Some("On people: 6,290,000"));
    assert_eq!(whole.to().unwrap().iter().count(), 2);
    assert_eq!(whole.reply_to().unwrap().first().unwrap().address(), Some("office@compact.example.org"));
    // The day of the correction.
    assert_eq!(whole.date().unwrap().to_rfc3339(), "2026-11-25T00:00:00Z");
    assert!(whole.message_id().unwrap().ends_with("@compact.example.org"));
    let (preface, letters) = read(&bytes);
    let seen: Vec<_> = letters
        .iter()
        .map(|letter| (letter.language.as_str(), letter.translation.as_deref(), letter.sender.clone(), letter.subject.as_str()))
        .collect();
    let name = |name: &str| (Some(name.to_owned()), from.clone());
    assert_eq!(
        seen,
        [
            ("en", Some("original"), name("The Northern Compact"), "On people: 6,290,000"),
            ("fr", None, name("Le Pacte du Nord"), "RECTIFICATIF\u{a0}: Sur les personnes\u{a0}: 6\u{202f}290\u{202f}000"),
            ("ar", Some("automated"), name("ميثاق الشمال"), "عن الناس: 6,290,000"),
        ]
    );
    for letter in &letters {
        assert!(preface.contains(&letter.subject), "{preface}");
        let marks = format!("lang=\"{}\" dir=\"{}\"", letter.language, language(&letter.language).direction().as_str());
        assert_eq!(letter.html.matches(&marks).count(), 2, "{}", letter.html);
        let fingerprint = letter.text.split_once("(SHA-256)").unwrap().1.trim_start_matches(['\u{a0}', ':', ' ', '\n']);
        assert!(letter.html.contains(fingerprint.lines().next().unwrap()));
    }
}

#[test]
fn nothing_is_fetched_and_every_link_leads_somewhere() {
    let text = "# A\n\n[a](../fr/b.html#p7) [b](#p1) [c](/x) ![Map](photo.png) [![Map](photo.png)](https://example.org/)\n";
    let statement = Statement::builder("everything").version("en", text).build();
    let page = letter(&MessageParser::default().parse(&message(&statement)).unwrap()).html;
    for bad in ["<img", " src=", "url(", "<link", "<script", "@import", " id=", "href=\"#", "href=\"."] {
        assert!(!page.contains(bad), "{bad}: {page}");
    }
    let base = "https://press.example.org/";
    for good in ["fr/b.html#p7", "en/everything.html#p1", "x", "assets/everything/photo.png"] {
        assert!(page.contains(&format!("href=\"{base}{good}\"")), "{good}: {page}");
    }
    assert!(page.contains("<a href=\"https://example.org/\">[Map]</a>"), "{page}");
    let nowhere = Project { base_url: None, ..sender() };
    let bytes = message_for(&nowhere, &statement, Audience::Public);
    let page = letter(&MessageParser::default().parse(&bytes).unwrap()).html;
    assert!(page.contains("<p>a b c [Map] <a href=\"https://example.org/\">[Map]</a></p>"), "{page}");
}

#[test]
fn one_language_needs_no_choice() {
    let statement = Statement::builder("a").issuer("Office").version("fr", "# Été\n\nTexte.\n").source("fr").build();
    let bytes = message(&statement);
    let whole = MessageParser::default().parse(&bytes).unwrap();
    let letter = letter(&whole);
    assert_eq!((letter.language.as_str(), letter.subject.as_str()), ("fr", "Été"));
    assert!(letter.text.contains("Texte.\n"));
    // A statement without a day leaves the date to the submission server.
    assert_eq!(whole.date(), None);
}

#[test]
fn whoever_sends_must_be_known() {
    let statement = everything();
    let (parallel, voices) = (Parallel::new(&statement), Voices::new(&[]));
    let silent = Press::new(&project(), &voices)
        .statement(&parallel, &Default::default(), Audience::Public)
        .map(|rendered| rendered.parts);
    assert!(silent.unwrap().iter().all(|part| part.output != "mail"));
    let asked = Project { outputs: vec!["mail".to_owned()], ..project() };
    let error = Press::new(&asked, &voices).statement(&parallel, &Default::default(), Audience::Public).unwrap_err().to_string();
    assert!(error.contains("[mail]") && error.contains("from = "), "{error}");
}

#[test]
fn what_must_be_known_first_is_in_the_subject() {
    let mut statement = everything();
    statement.embargoed_until = Some("2027-01-01T00:00:00+01:00".parse().unwrap());
    let (preface, letters) = read(&message_for(&sender(), &statement, Audience::Preview { now: now() }));
    let subjects = |letters: &[Letter]| letters.iter().map(|letter| letter.subject.clone()).collect::<Vec<_>>();
    assert_eq!(subjects(&letters)[0], "DRAFT: UNDER EMBARGO: On people: 6,290,000");
    assert!(
        subjects(&letters)[1].starts_with("PROJET\u{a0}: SOUS EMBARGO\u{a0}: RECTIFICATIF\u{a0}: Sur"),
        "{letters:?}",
        letters = subjects(&letters)
    );
    assert!(preface.contains("DRAFT: UNDER EMBARGO"));
    for (letter, words) in [(0, ["Not for publication", "Embargoed until"]), (1, ["Ne pas publier", "Sous embargo"])] {
        for word in words {
            assert!(letters[letter].text.contains(word) && letters[letter].html.contains(word), "{word}");
        }
    }
    statement.embargoed_until = None;
    statement.status = PublicationStatus::Canceled;
    statement.history.push(Change {
        revision: 3,
        date: "2026-11-26".parse().unwrap(),
        kind: ChangeKind::Withdrawal,
        languages: Vec::new(),
        note: Localized::from("Issued in error."),
    });
    let (_, letters) = read(&message(&statement));
    assert_eq!(subjects(&letters)[0], "WITHDRAWN: On people: 6,290,000");
    assert!(subjects(&letters)[1].starts_with("RETRAIT\u{a0}: Sur"));
    for letter in &letters {
        assert!(letter.text.contains("Issued in error.") && !letter.text.contains("do no harm"), "{}", letter.text);
        assert!(letter.html.contains("Issued in error.") && !letter.html.contains("do no harm"), "{}", letter.html);
    }
}

#[test]
fn nothing_breaks_out_of_its_place() {
    let plain = message(&Statement::builder("x").version("en", "# A\n\nB.\n").version("fr", "# A\n\nB.\n").build());
    let headers = |bytes: &[u8]| {
        let message = MessageParser::default().parse(bytes).unwrap();
        let mut names: Vec<String> = message.headers().iter().map(|header| header.name().to_owned()).collect();
        names.extend(parts(&message).iter().flat_map(|part| &part.headers).map(|header| header.name().to_owned()));
        names
    };
    let boundary =
        String::from_utf8(plain.clone()).unwrap().split("boundary=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let long = "longword".repeat(400);
    let closing = format!("--{boundary}--");
    for vector in [
        "x\r\nBcc: everyone@example.org",
        "x\nBcc: everyone@example.org\n\nBody",
        "x\rBcc: everyone@example.org",
        "x\r\n\r\n<script>alert(1)</script>",
        "x\u{85}Bcc: everyone@example.org",
        "x\u{2028}Bcc: everyone@example.org",
        "x\0y\u{1b}[2J",
        "=?utf-8?Q?=0D=0ABcc:_everyone@example.org?=",
        "=?utf-8?B?DQpCY2M6IGV2ZXJ5b25lQGV4YW1wbGUub3Jn?=",
        "Press <evil@example.net>, \"x",
        "a (comment; b, c: d; e@f.org \\",
        "\u{2068}Ministère\u{2069} des affaires étrangères",
        "وزارة الخارجية",
        "😀".repeat(80).as_str(),
        &closing,
        &boundary,
        &long,
        ".",
        "From the north",
        // Quoted-printable leaves the dot alone on a line.
        "!¡ AΣ®a0a𑊟A𑍋 𞻰🌀 .",
        "",
    ] {
        let flat = vector.replace(['\r', '\n'], " ");
        let text = format!("# T {flat}\n\n{vector}\n\n```\n{vector}\n.\nFrom x\n{closing}\n```\n\n- {flat}\n");
        let quoted = |text: &str| format!("{{ \"{}\" }}", text.replace(['\\', '"'], "'"));
        let mut statement =
            Statement::builder("x").number(vector).kind(vector).version("en", text.clone()).version("fr", text).build();
        statement.issuer = Some(Localized::Every(quoted(&flat)));
        statement.place = Some(Localized::Every(quoted(&flat)));
        let bytes = message(&statement);
        assert_eq!(headers(&bytes), headers(&plain), "{vector:?}");
        let (_, letters) = read(&bytes);
        assert_eq!(letters.len(), 2, "{vector:?}");
        for letter in &letters {
            assert_eq!(letter.sender.1, "press@compact.example.org", "{vector:?}");
            let mut said = format!("{}{}", letter.subject, letter.sender.0.as_deref().unwrap_or(""));
            assert!(letter.subject.starts_with("T"), "{vector:?}: {}", letter.subject);
            said.retain(|c| c.is_control() || ('\u{2066}'..='\u{2069}').contains(&c));
            assert_eq!(said, "", "{vector:?}");
            assert!(letter.text.contains(&format!("\n    {closing}\n")), "{vector:?}: {}", letter.text);
            assert!(letter.html.ends_with("</html>\n"), "{vector:?}");
            assert!(!letter.html.contains("<script"), "{vector:?}");
        }
    }
}

#[test]
fn twenty_four_languages() {
    let tags = [
        "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt",
        "ro", "sk", "sl", "sv",
    ];
    let text = |tag: &str| format!("# Title {tag}\n\n{}", format!("Paragraph {tag} ž ö ñ λ.\n\n").repeat(300));
    let builder = Statement::builder("all").source("en").required(["en", "fr"]).issued("2026-11-24");
    let statement = tags.iter().fold(builder, |builder, tag| builder.version(tag, text(tag))).build();
    let (preface, letters) = read(&message(&statement));
    let order: Vec<_> = letters.iter().map(|letter| letter.language.as_str()).collect();
    assert_eq!(order[..4], ["en", "fr", "bg", "cs"]);
    assert_eq!(order.len(), 24);
    for letter in &letters {
        assert_eq!(letter.subject, format!("Title {}", letter.language));
        assert!(preface.contains(&format!("({})\n{}\n", letter.language, letter.subject)), "{preface}");
        assert_eq!(letter.text.matches(&format!("Paragraph {} ž ö ñ λ.\n", letter.language)).count(), 300);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whatever the words are: one message, whose subject is the title and whose text is the text.
    #[test]
    fn law_words_come_out_as_they_went_in(
        title in "(\\PC|[\\r\\n\\t\\x00\\u{85}\\u{2028}\\u{2068}=?.]){0,200}",
        text in "(\\PC|[\\r\\n\\t=?.-]|From |\\n\\.\\n){0,400}",
    ) {
        let whole = format!("# {}\n\n{text}\n", title.replace(['\r', '\n'], " "));
        let statement = Statement::builder("x").version("en", whole.clone()).version("fr", whole).braces(promulgate::source::Braces::Plain).build();
        let project = Project { outputs: vec!["text".to_owned(), "mail".to_owned()], ..sender() };
        let voices = Voices::new(&[]);
        let rendered = Press::new(&project, &voices).statement(&Parallel::new(&statement), &Default::default(), Audience::Public).unwrap();
        let file = |path: &str| rendered.parts.iter().find(|part| part.manifestation.path == path).unwrap().manifestation.bytes.clone();
        let bytes = file("mail/x.eml");
        lawful(&bytes);
        let (_, letters) = read(&bytes);
        assert_eq!(letters.len(), 2);
        for (letter, version) in letters.iter().zip(&rendered.entry.versions) {
            assert_eq!(letter.subject, version.title);
            let wire = String::from_utf8(file(&format!("{}/x.txt", letter.language))).unwrap();
            // Below the text, a message has the delimiter of a signature (RFC 3676, section 4.3), with its blank.
            let (text, foot) = wire.rsplit_once("\n--\n").unwrap();
            assert!(letter.text.starts_with(&format!("{text}\n-- \n{foot}")), "{:?} is not {wire:?}", letter.text);
        }
    }
}
