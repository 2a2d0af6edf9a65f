//! Typeset pages: what they say, who judges them right, and what they refuse.

use std::collections::BTreeMap;

use lopdf::{Document, Object};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use promulgate::align::Parallel;
use promulgate::localize::Voices;
use promulgate::model::{Change, ChangeKind, Localized, PublicationStatus};
use promulgate::release::{Asset, Draft, Plan};
use promulgate::render::{Audience, Pdf, Press, Renderer};
use promulgate::source::{Collection, Directory};
use promulgate::{Error, Project, Statement};

use crate::render::{everything, language, now, project};

/// A picture of one pixel.
const DOT: &[u8] = include_bytes!("../../examples/press-office/statements/hospitals/emblem.png");

fn only_pages() -> Project {
    Project { outputs: vec!["pdf".to_owned()], ..project() }
}

/// The pages of a statement by language.
fn pages(statement: &Statement, audience: Audience) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let voices = Voices::new(&[]);
    let project = only_pages();
    let press = Press::new(&project, &voices);
    let assets = [("assets/everything/photo.png".to_owned(), DOT)].into();
    let rendered = press.statement(&Parallel::new(statement), &assets, audience)?;
    Ok(rendered.parts.into_iter().map(|part| (part.language.unwrap().to_string(), part.manifestation.bytes)).collect())
}

/// The English page of a text that was published on a day.
fn page(text: &str) -> Result<Vec<u8>, Error> {
    let statement = Statement::builder("x").issued("2026-11-24").version("en", text).build();
    pages(&statement, Audience::Public).map(|mut pages| pages.remove("en").unwrap())
}

/// Everything that the pages say, in the order in which it is drawn, without line ends and hyphenation.
fn said(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).unwrap();
    text.replace(['\n', '\u{ad}'], "")
}

/// Without blanks: the typesetter draws a blank as a move, not as a character, where it spreads a line.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a judge that this project did not write finds wrong.
fn judged(pdf: &[u8], profile: ValidationProfile) -> Vec<String> {
    let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).unwrap();
    assert!(report.rules.total > 100);
    let wrong = report.failures.iter().map(|failure| format!("{}: {}", failure.rule_id, failure.message));
    // The judge takes a carriage return that ends the bytes of a stream for a part of the line end behind them.
    wrong.filter(|wrong| !(wrong.contains(":6.1.7.1:1:") && lengths_are_true(pdf))).collect()
}

/// Whether each stream ends where its dictionary says.
fn lengths_are_true(pdf: &[u8]) -> bool {
    let find = |from: usize, what: &[u8]| pdf[from..].windows(what.len()).position(|window| window == what).map(|at| from + at);
    let (mut at, mut streams) = (0, 0);
    while let Some(start) = find(at, b"\nstream\n") {
        let dictionary = String::from_utf8_lossy(&pdf[at..start]).into_owned();
        let length: String = dictionary.rsplit("/Length ").next().unwrap().chars().take_while(char::is_ascii_digit).collect();
        let end = start + "\nstream\n".len() + length.parse::<usize>().unwrap();
        if !pdf[end..].starts_with(b"\nendstream") {
            return false;
        }
        (at, streams) = (end, streams + 1);
    }
    streams > 5
}

fn assert_conforms(what: &str, pdf: &[u8]) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        assert_eq!(judged(pdf, profile), Vec::<String>::new(), "{what} as {profile:?}");
    }
}

/// The languages named in the tree of tags, and the kinds of tag.
fn tags(pdf: &[u8]) -> (Vec<String>, Vec<String>) {
    let document = Document::load_mem(pdf).unwrap();
    let (mut languages, mut kinds) = (Vec::new(), Vec::new());
    for object in document.objects.values() {
        // A span in a line carries its language where it is drawn (ISO 32000-1, 14.9.2.3).
        if let Ok(stream) = object.as_stream()
            && let Ok(drawn) = stream.decompressed_content()
        {
            let drawn = String::from_utf8_lossy(&drawn).into_owned();
            languages.extend(
                drawn
                    .split("/Lang(")
                    .skip(1)
                    .chain(drawn.split("/Lang (").skip(1))
                    .filter_map(|rest| Some(rest.split(')').next()?.to_owned())),
            );
        }
        let Ok(element) = object.as_dict() else { continue };
        let text = |key: &[u8]| match element.get(key) {
            Ok(Object::String(bytes, _) | Object::Name(bytes)) => Some(String::from_utf8_lossy(bytes).into_owned()),
            _ => None,
        };
        if element.has(b"S") && element.has(b"P") {
            languages.extend(text(b"Lang"));
            kinds.extend(text(b"S"));
        }
    }
    (languages, kinds)
}

fn examples(preview: bool) -> Vec<(String, Vec<u8>)> {
    let store = Directory::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office"));
    let collection = Collection::open(&store).unwrap();
    let voices = Voices::new(collection.catalogues());
    let project = Project { outputs: vec!["pdf".to_owned()], ..collection.project().clone() };
    let plan = Plan::new(&project, &voices, now());
    let statements: Vec<Statement> = collection.ids().map(|id| collection.load(id).unwrap()).collect();
    let drafts = statements.iter().map(|statement| {
        let assets = collection.assets(statement).unwrap().into_iter().map(|(name, bytes)| Asset { name, bytes });
        assets.fold(Draft::from(statement), Draft::asset)
    });
    let release = if preview {
        plan.preview(drafts).unwrap()
    } else {
        let checker = promulgate::check::Checker::new(&project).catalogues(collection.catalogues());
        let reports: Vec<_> = statements.iter().map(|statement| checker.check(statement)).collect();
        plan.release(statements.iter().zip(&reports).filter_map(|(statement, report)| report.clear(statement).ok())).unwrap()
    };
    let pages = release.files().iter().filter(|file| file.media_type == "application/pdf");
    pages.map(|file| (file.path.clone(), file.bytes.clone())).collect()
}

#[test]
fn examples_conform_to_both_standards_and_come_out_the_same_twice() {
    let pages = examples(false);
    assert_eq!(pages.len(), 12);
    assert_eq!(pages, examples(false));
    if let Some(folder) = std::env::var_os("PROMULGATE_PAGES") {
        for (path, pdf) in &pages {
            let path = std::path::Path::new(&folder).join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, pdf).unwrap();
        }
    }
    for (path, pdf) in pages.iter().chain(&examples(true)) {
        assert_conforms(path, pdf);
    }
    let russian = &pages.iter().find(|(path, _)| path == "ru/hospitals.pdf").unwrap().1;
    let text = solid(&said(russian));
    for words in ["Неофициальный перевод.", "Наша позиция", "Страница 1 из 3", "№ PR (2020) 017"]
    {
        assert!(text.contains(&solid(words)), "{words}: {text}");
    }
}

#[test]
fn the_judge_sees_what_is_wrong() {
    let pdf = page("# T\n\nText.\n").unwrap();
    assert_conforms("a good page", &pdf);
    let mut untagged = Document::load_mem(&pdf).unwrap();
    untagged.catalog_mut().unwrap().remove(b"MarkInfo");
    let mut bytes = Vec::new();
    untagged.save_to(&mut bytes).unwrap();
    assert!(!judged(&bytes, ValidationProfile::PdfUa1).is_empty());
    assert!(!judged(&bytes, ValidationProfile::PdfA2a).is_empty());
}

#[test]
fn every_construct_is_tagged_and_marked_with_its_language() {
    let pages = pages(&everything(), Audience::Public).unwrap();
    for (language, pdf) in &pages {
        assert_conforms(language, pdf);
        let document = Document::load_mem(pdf).unwrap();
        let lang = document.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap();
        assert_eq!(String::from_utf8_lossy(lang), *language);
        let (languages, kinds) = tags(pdf);
        for other in ["la", "de"] {
            assert!(languages.iter().any(|language| language == other), "{language}: {languages:?}");
        }
        for kind in ["H1", "P", "L", "LI", "Lbl", "LBody", "BlockQuote", "Table", "TH", "TD", "Code", "Note", "Link", "Figure"] {
            assert!(kinds.iter().any(|each| each == kind), "{language}: {kind} in {kinds:?}");
        }
        assert!(document.catalog().unwrap().has(b"Outlines"));
    }
    let preferences = |language: &str| {
        let document = Document::load_mem(&pages[language]).unwrap();
        let preferences = document.catalog().unwrap().get_deref(b"ViewerPreferences", &document).unwrap().as_dict().unwrap();
        String::from_utf8_lossy(preferences.get(b"Direction").unwrap().as_name().unwrap()).into_owned()
    };
    assert_eq!((preferences("ar").as_str(), preferences("fr").as_str()), ("R2L", "L2R"));
    assert!(solid(&said(&pages["fr"])).contains(&solid("Rectifié le")));
}

#[test]
fn markup_of_the_typesetter_is_text() {
    let hostile = [
        "#panic()",
        "#read(\"/etc/passwd\")",
        "#import \"@preview/x:0.1.0\"",
        "#{ 1 + 1 }",
        "$x^2$",
        "@ref",
        "#label(\"x\")",
        "== no heading",
        "#set page(width: 1cm)",
        "\\u{41} \\# \\\\",
        "~--- ... \"quotes\"",
        "/* comment */ // comment",
        "[content] #[x]",
        "#sys.inputs",
        "#eval(\"1\")",
    ];
    for vector in hostile {
        let escaped: String =
            vector.chars().flat_map(|c| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] }).collect();
        let text = format!(
            "# T {escaped}\n\n## H {escaped}\n\n{escaped}\n\n- {escaped}\n\n`{vector}`\n\n> {escaped}\n>\n> — {escaped}\n\nN[^n].\n\n[^n]: {escaped}\n"
        );
        let statement = Statement::builder("x")
            .issued("2026-11-24")
            .number(vector)
            .kind(vector)
            .issuer(vector.replace(['{', '}'], "").as_str())
            .version("en", text)
            .build();
        let pdf = pages(&statement, Audience::Public).unwrap().remove("en").unwrap();
        let count = solid(&said(&pdf)).matches(&solid(vector)).count();
        assert!(count >= 7, "{vector}: {count} times in {}", said(&pdf));
    }
}

#[test]
fn a_character_without_a_glyph_is_named() {
    let error = page("# T\n\nText 中国 中.\n").unwrap_err();
    assert_eq!(error.missing_glyphs(), ['中', '国']);
    let message = error.to_string();
    assert!(message.contains("“中” (U+4E2D), “国” (U+56FD)") && message.contains("with_fonts"), "{message}");
    // What is drawn as nothing needs no glyph.
    let pdf = page("# T\n\nA\u{2068}b\u{2069}\u{200d}c\u{2060}d\u{ad}e\u{200b}f\u{feff}g\u{202f}h\u{fe0f}.\n").unwrap();
    assert_conforms("invisible characters", &pdf);
}

#[test]
fn own_fonts_set_the_text() {
    assert!(Pdf::with_fonts([b"no font".to_vec()]).is_err());
    let renderer = Pdf::with_fonts([]).unwrap();
    assert_eq!((renderer.id(), renderer.extension(), renderer.media_type()), ("pdf", "pdf", "application/pdf"));
    let project = Project { outputs: vec!["text".to_owned()], ..project() };
    let voices = Voices::new(&[]);
    let press = Press::new(&project, &voices).with(&renderer);
    let statement = Statement::builder("x").issued("2026-11-24").version("en", "# T\n\nText.\n").build();
    let rendered = press.statement(&Parallel::new(&statement), &BTreeMap::new(), Audience::Public).unwrap();
    assert_eq!(rendered.parts.len(), 2);
}

#[test]
fn drafts_and_withdrawals_show_on_the_page() {
    let mut statement =
        Statement::builder("x").issued("2026-11-24").version("en", "# T\n\nText.\n").version("fr", "# T\n\nTexte.\n").build();
    statement.embargoed_until = Some("2027-01-01T00:00:00+00:00".parse().unwrap());
    let drafts = pages(&statement, Audience::Preview { now: now() }).unwrap();
    assert!(said(&drafts["en"]).contains("DRAFT") && said(&drafts["fr"]).contains("PROJET"));
    assert!(solid(&said(&drafts["fr"])).matches(&solid("Sous embargo jusqu’au")).count() == 2, "{}", said(&drafts["fr"]));
    statement.embargoed_until = None;
    let public = pages(&statement, Audience::Public).unwrap();
    assert!(!said(&public["en"]).contains("DRAFT"));
    statement.status = PublicationStatus::Canceled;
    statement.history.push(Change {
        revision: 2,
        date: "2026-11-25".parse().unwrap(),
        kind: ChangeKind::Withdrawal,
        languages: Vec::new(),
        note: Localized::from("Sent by mistake."),
    });
    let withdrawn = pages(&statement, Audience::Public).unwrap();
    let text = solid(&said(&withdrawn["fr"]));
    assert!(text.contains("Retiréle") && !text.contains("Texte."), "{text}");
    assert_conforms("withdrawn", &withdrawn["fr"]);
}

#[test]
fn a_date_is_never_made_up() {
    let statement = Statement::builder("x").version("en", "# T\n\nText.\n").build();
    let error = pages(&statement, Audience::Public).unwrap_err();
    assert!(error.to_string().contains("set `issued`"), "{error}");
    let draft = pages(&statement, Audience::Preview { now: now() }).unwrap();
    assert_eq!(judged(&draft["en"], ValidationProfile::PdfUa1), Vec::<String>::new());
}

#[test]
fn long_texts_have_numbered_pages() {
    let paragraphs = (1..=300).map(|number| format!("{number}. Paragraph {number} of a long text, {}.\n\n", "word ".repeat(30)));
    let pdf = page(&format!("# T\n\n{}", paragraphs.collect::<String>())).unwrap();
    let pages = Document::load_mem(&pdf).unwrap().get_pages().len();
    assert!(pages > 10, "{pages}");
    let text = solid(&said(&pdf));
    for number in 1..=pages {
        assert!(text.contains(&format!("Page{number}of{pages}")), "{number}");
    }
    assert!(text.contains("300.Paragraph300of"));
    assert_conforms("300 paragraphs", &pdf);
}

#[test]
fn what_is_nested_and_what_is_empty_is_set() {
    let quotes = |depth: usize| format!("{} deep\n", ">".repeat(depth));
    let lists = |depth: usize| (0..depth).map(|at| format!("{}- item {at}\n", "  ".repeat(at))).collect::<String>();
    let chain: String = (0..12).map(|at| format!("[^{at}]: Note {at}[^{}].\n\n", at + 1)).collect();
    for (what, text) in [
        ("quotes", format!("# T\n\n{}", quotes(30))),
        ("lists", format!("# T\n\n{}", lists(30))),
        ("emphasis", format!("# T\n\n{}x{}\n", "*a **b ".repeat(12), "** *".repeat(12))),
        ("notes in notes", format!("# T\n\nText[^0][^5].\n\n{chain}[^12]: Last[^0].\n")),
        ("notes that nothing leads to", "# T\n\nText.\n\n[^a]: A[^b].\n\n[^b]: B[^a].\n".to_owned()),
        (
            "a note to itself",
            "# T[^a]\n\n## H[^a]\n\n| a[^a] | b |\n| - | - |\n| c[^b] | |\n\n[^a]: See[^a].\n\n[^b]: - x\n".to_owned(),
        ),
        ("a table in a quote", "# T\n\n> | a | b |\n> | - | - |\n> | c | d |\n>\n> — x\n".to_owned()),
        ("nothing", String::new()),
        ("only a title", "# T\n".to_owned()),
        ("headings that jump", "# T\n\n#### Deep\n\n## Up\n\n###### Deeper\n\n##\n".to_owned()),
        ("empty things", "# T\n\n-\n\n>\n\n[](https://e.org)\n\n``` \n```\n\n1.\n".to_owned()),
        ("a long word", format!("# {0}\n\n{0}\n\n| {0} | b |\n| - | - |\n| `{0}` | d |\n", "Wort".repeat(80))),
        ("links within", "# T\n\n[down](#p2) [out](#nowhere) [away](../fr/x.html)\n\n1. One\n\n2. Two\n".to_owned()),
        ("pictures", "# T\n\n![An emblem](none.png) ![](none.png)\n".to_owned()),
        (
            "right to left",
            "# T\n\n<div lang=\"he\">\n\n1. שלום\n\n> שלום\n\n</div>\n\n<span lang=\"ar\">سلام</span> a\n".to_owned(),
        ),
    ] {
        let pdf = page(&text).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_conforms(what, &pdf);
        if let Some(folder) = std::env::var_os("PROMULGATE_PAGES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{what}.pdf")), &pdf).unwrap();
        }
    }
}

#[test]
fn links_are_safe_and_whole() {
    let pdf =
        page("# T\n\n[a](javascript:alert\\(1\\)) [b](https://example.org/é) [c](../fr/x.html) [d](mailto:a@b.org)\n").unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let mut addresses: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok()?.get(b"URI").ok()?.as_str().ok())
        .map(|address| String::from_utf8_lossy(address).into_owned())
        .collect();
    addresses.sort();
    // The last but one is where readers verify the text.
    let own = ["https://press.example.org/fr/x.html", "https://press.example.org/manifest.json", "mailto:a@b.org"];
    assert_eq!(addresses, [&["https://example.org/%C3%A9"], &own[..]].concat());
}

#[test]
fn languages_are_those_of_the_statement() {
    let statement = Statement::builder("x")
        .issued("2026-11-24")
        .version("en-GB", "# T\n\nText.\n")
        .version("sr-Latn", "# T\n\nTekst.\n")
        .version("he", "# שלום\n\nשלום\n")
        .build();
    let pages = pages(&statement, Audience::Public).unwrap();
    for (tag, written) in [("en-GB", "en-GB"), ("sr-Latn", "sr"), ("he", "he")] {
        let document = Document::load_mem(&pages[tag]).unwrap();
        assert_eq!(document.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), written.as_bytes());
        assert_conforms(tag, &pages[tag]);
    }
    assert!(language("he").is_right_to_left());
}
