//! Texts as people paste them: from a page, from the wire, whole, in part, and forged.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use promulgate::release::Manifest;
use promulgate::release::verify::{Extent, Folder, TextVerdict, verify_text};
use scraper::{Html, Selector};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");
const STATEMENTS: [&str; 4] = ["accreditation", "annecy-communique", "calm-sea", "hospitals"];

/// The example, released once for all tests.
static RELEASE: LazyLock<(tempfile::TempDir, PathBuf, Manifest)> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let built = Command::new(env!("CARGO_BIN_EXE_promulgate")).arg("build").arg(EXAMPLE).arg("--out").arg(&out).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let manifest = Manifest::from_bytes(&fs::read(out.join("current/manifest.json")).unwrap()).unwrap();
    (dir, out, manifest)
});

fn ask(text: &str) -> TextVerdict {
    verify_text(&RELEASE.2, text, Some(&Folder::new(&RELEASE.1))).unwrap()
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(RELEASE.1.join("current").join(path)).unwrap()
}

/// The text of a part of a page, as a browser has it.
fn page(language: &str, slug: &str, part: &str) -> String {
    // A browser puts a tab between the cells of a row.
    let html = read(format!("{language}/{slug}.html")).replace("</td>", "\t</td>").replace("</th>", "\t</th>");
    let html = Html::parse_document(&html);
    html.select(&Selector::parse(part).unwrap()).next().unwrap().text().collect()
}

/// Every text of the example, by language and file name.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for language in ["en", "fr", "ru"] {
        for entry in fs::read_dir(RELEASE.1.join("current").join(language)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            texts.extend(name.strip_suffix(".canonical.txt").map(|slug| (language.to_owned(), slug.to_owned())));
        }
    }
    assert!(texts.len() >= 12, "{texts:?}");
    texts
}

fn is_whole(verdict: &TextVerdict, language: &str) -> bool {
    let TextVerdict::Match(found) = verdict else { return false };
    let all = match found.extent {
        Extent::Whole => true,
        Extent::Paragraphs { first, last, of, .. } => first == 1 && last == of,
        _ => false,
    };
    all && verdict.is_good() && found.language.as_str() == language
}

#[test]
fn a_page_and_a_wire_copy_are_the_text() {
    for (language, slug) in texts() {
        for (what, text) in [
            ("main", page(&language, &slug, "main")),
            ("body", page(&language, &slug, "body")),
            ("text", read(format!("{language}/{slug}.txt"))),
            ("markdown", read(format!("{language}/{slug}.md"))),
        ] {
            let verdict = ask(&text);
            assert!(is_whole(&verdict, &language), "{language}/{slug} {what}: {verdict:?}");
        }
    }
}

#[test]
fn a_passage_of_whole_paragraphs_is_one() {
    for (language, slug) in texts() {
        let canonical = read(format!("{language}/{slug}.canonical.txt"));
        let lines: Vec<&str> = canonical.lines().collect();
        let TextVerdict::Match(found) = ask(&lines[1..3].join("\n\n")) else { panic!("{language}/{slug}") };
        assert_eq!(found.language.as_str(), language);
        assert_eq!(found.extent, Extent::Paragraphs { first: 2, last: 3, of: lines.len(), around: 0 });
        // A passage that skips a paragraph is no passage.
        assert!(!ask(&[lines[0], lines[1], lines[3]].join("\n")).is_good(), "{language}/{slug}");
    }
}

/// A paragraph of the communiqué with figures, in each language.
const FIGURES: [(&str, &str, &str); 3] =
    [("en", "37 applications", "73 applications"), ("fr", "37 demandes", "73 demandes"), ("ru", "37", "73")];

#[test]
fn a_forged_page_is_not_the_text() {
    for (language, figure, forged) in FIGURES {
        let canonical = read(format!("{language}/annecy-communique.canonical.txt"));
        let lines: Vec<&str> = canonical.lines().collect();
        for text in [page(language, "annecy-communique", "main"), read(format!("{language}/annecy-communique.txt"))] {
            let text = text.replace('\u{a0}', " ");
            assert!(is_whole(&ask(&text), language));
            // A number was changed.
            let TextVerdict::Unknown { nearest: Some(nearest) } = ask(&text.replacen(figure, forged, 1)) else {
                panic!("{language}: {:?}", ask(&text.replacen(figure, forged, 1)))
            };
            assert_eq!((nearest.statement.as_str(), nearest.language.as_str()), ("annecy-communique", language));
            assert!(nearest.difference.issued.starts_with("37") && nearest.difference.pasted.starts_with("73"), "{nearest:?}");
            // A sentence was added: before, between, and after.
            let end = lines.iter().rev().find_map(|line| line.split(' ').next_back()).unwrap();
            let last = text.rfind(end).unwrap() + end.len();
            for at in [0, last, text.len()] {
                let mut more = text.clone();
                more.insert_str(at, "\n\nThe Allies have declared war.\n\n");
                let TextVerdict::Altered { inserted, .. } = ask(&more) else { panic!("{language} {at}: {:?}", ask(&more)) };
                assert_eq!(inserted, ["The Allies have declared war."], "{language} {at}");
            }
        }
        // A paragraph was left out: its first words are shown.
        for gone in 1..lines.len() - 1 {
            let less: Vec<&str> = lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| *line).collect();
            let TextVerdict::Unknown { nearest: Some(nearest) } = ask(&less.join("\n\n")) else { panic!("{language} {gone}") };
            let first = lines[gone].split_whitespace().next().unwrap();
            assert!(nearest.difference.issued.starts_with(first), "{language} {gone}: {nearest:?}");
        }
        // Two paragraphs changed places.
        let mut swapped = lines.clone();
        swapped.swap(3, 4);
        assert!(!ask(&swapped.join("\n")).is_good());
    }
}

#[test]
fn half_a_notice_is_not_a_notice() {
    for statement in STATEMENTS {
        let Ok(text) = fs::read_to_string(RELEASE.1.join("current/en").join(format!("{statement}.txt"))) else { continue };
        let forged = text.replacen("This text and the French text are equally", "This text is not", 1);
        if forged != text {
            assert!(!ask(&forged).is_good(), "{statement}");
            let forged = text.replacen("are equally authoritative", "are authoritative", 1);
            assert!(!ask(&forged).is_good(), "{statement}");
        }
    }
}

#[test]
fn the_program_says_which_words_are_not_the_issuers() {
    let forged = format!("{}\nThe Allies have declared war.\n", page("fr", "calm-sea", "main"));
    let file = RELEASE.0.path().join("forged");
    fs::write(&file, forged).unwrap();
    for language in ["en", "fr", "ru"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_promulgate"));
        command.arg("verify").arg(&RELEASE.1).arg("--text").arg(&file).args(["--lang", language]);
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.code() == Some(1) && said.contains("The Allies have declared war."), "{said}");
    }
}

/// A letter ends with the address of its page, where the issuer's manifest lies, too.
#[test]
fn the_address_of_the_page_is_the_issuers() {
    let text = read("ru/calm-sea.txt");
    let with = |host: &str| ask(&format!("{text}\nhttps://{host}/ru/calm-sea.html\n"));
    assert!(is_whole(&with("press.northern-compact.example.org"), "ru"));
    assert!(matches!(with("northern-compact.example.net"), TextVerdict::Altered { .. }));
}

/// A letter is the wire copy between lines of its own: also where a table is too wide for its lines and is said in labels.
#[test]
fn a_letter_is_the_wire_copy_and_the_address_of_its_page() {
    let mut tables = 0;
    for statement in STATEMENTS {
        for language in ["en", "fr", "ru"] {
            let Ok(text) = fs::read_to_string(RELEASE.1.join(format!("current/{language}/{statement}.txt"))) else { continue };
            tables += usize::from(text.contains("Target: "));
            let page = format!("https://press.northern-compact.example.org/{language}/{statement}.html");
            let letter = format!("{}{page}\n", text.replace("\n--\n", "\n-- \n")).replace('\n', "\r\n");
            assert!(is_whole(&ask(&letter), language), "{language}/{statement}");
            assert!(!ask(&format!("{letter}The Allies have declared war.\r\n")).is_good(), "{language}/{statement}");
            assert!(!ask(&letter.replace("2020", "2021")).is_good(), "{language}/{statement}");
        }
    }
    assert!(tables > 0);
}

/// A paste in which many words are one and the same is no trap.
#[test]
fn a_text_of_one_word_ends() {
    assert!(!ask(&"the ".repeat(200_000)).is_good());
}
