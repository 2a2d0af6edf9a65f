//! What translators' tools give back: taken over where it is whole, named where it is broken, and never a panic.

use std::path::{Path, PathBuf};

use promulgate::align::Parallel;
use promulgate::exchange::xliff::{XliffVersion, export};
use promulgate::exchange::{Imported, RULES, decode, import, po, summary, tmx};
use promulgate::localize::Speaker;
use promulgate::model::State;
use promulgate::{Language, Level, Statement};
use proptest::prelude::*;

const ENGLISH: &str = "# Hospitals { -council }\n\n1. We, the { allies }, *agree* on { $n } steps.[^1] They are set out [here](https://e.org/en/).\n\n2. Peace: now. And ever.\n\n| A | B |\n| --- | --- |\n| x | { $n } |\n\n(a) first\n\n```\nif { }\n```\n\n[^1]: A note.\n";
const FRENCH: &str = "# Hôpitaux { -council }\n\n1. Nous, les { allies }, *convenons* de { $n } mesures[^1]. Les voici [ici](https://e.org/fr/).\n\n2. La paix\u{a0}: maintenant. Et toujours.\n\n| A | B |\n| --- | --- |\n| x | { $n } |\n\n(a) premier\n\n```\nif { }\n```\n\n[^1]: Une note.\n";

fn french() -> Language {
    Language::parse("fr").unwrap()
}

fn statement() -> Statement {
    Statement::builder("care").fact("n", 3).revision(2).version("en", ENGLISH).version("fr", FRENCH).build()
}

/// The statement before it was translated.
fn untranslated() -> Statement {
    Statement::builder("care").fact("n", 3).revision(2).version("en", ENGLISH).required(["en", "fr"]).build()
}

fn file(version: XliffVersion) -> String {
    String::from_utf8(export(&Parallel::new(&statement()), &french(), version, &[]).unwrap()).unwrap()
}

fn back(statement: &Statement, text: &str) -> Imported {
    let file = decode("back", text.as_bytes()).unwrap();
    let imported = import(&Parallel::new(statement), &file).unwrap();
    for language in Speaker::languages() {
        let speaker = Speaker::new(&language);
        for finding in &imported.findings {
            assert!(RULES.contains(&finding.rule()));
            let said = speaker.say(finding);
            assert_eq!(said.language.as_ref(), Some(&language), "{finding:?} is not said in {language}");
            assert!(said.help.is_some(), "{finding:?} shows no way out in {language}");
        }
    }
    let refused = imported.findings.iter().any(|finding| finding.severity() == Level::Error);
    assert_eq!(imported.text.is_none(), refused, "{:?}", imported.findings);
    imported
}

/// The messages in English of what is said of a file.
fn said(statement: &Statement, text: &str) -> Vec<String> {
    let speaker = Speaker::new(&Language::parse("en").unwrap());
    back(statement, text).findings.iter().map(|finding| format!("{}: {}", finding.rule(), speaker.say(finding).message)).collect()
}

#[track_caller]
fn replaced(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old} is not in\n{text}");
    text.replacen(old, new, 1)
}

/// Changes what stands between the first `from` and the `to` behind it, both included.
#[track_caller]
fn between(text: &str, from: &str, to: &str, change: impl FnOnce(&str) -> String) -> String {
    let start = text.find(from).unwrap_or_else(|| panic!("{from} is not in\n{text}"));
    let end = start + text[start..].find(to).unwrap() + to.len();
    format!("{}{}{}", &text[..start], change(&text[start..end]), &text[end..])
}

#[test]
fn segments_orders_and_forms() {
    let text = file(XliffVersion::V2_1);
    let text = between(&text, "<unit id=\"p2\"", "</unit>", |_| {
        "<unit id=\"p2\"><segment id=\"a\" state=\"translated\"><source>Peace: now.</source><target order=\"3\">Pour toujours.</target></segment>\
         <ignorable><source> </source></ignorable>\
         <segment id=\"b\" state=\"final\"><source>And <mrk id=\"m\" type=\"term\">ever</mrk>.</source><target order=\"1\">La paix.</target></segment></unit>"
            .to_owned()
    });
    let text = between(&text, "<target>Hôpitaux", "</target>", |_| {
        "<target>Hôpitaux du { -council(case: \"genitive\") }</target>".to_owned()
    });
    let imported = back(&untranslated(), &text);
    assert_eq!(imported.findings.len(), 0, "{:?}", imported.findings);
    let written = imported.text.unwrap();
    assert!(written.contains("2. La paix. Pour toujours.\n"), "{written}");
    assert!(written.starts_with("# Hôpitaux du { -council(case: \"genitive\") }\n"), "{written}");
    assert_eq!((imported.state, imported.translated, imported.units), (State::Translated, imported.units, imported.units));
}

#[test]
fn what_was_broken_is_named() {
    let (text, statement) = (file(XliffVersion::V2_1), untranslated());
    type Edit = fn(&str) -> String;
    let cases: &[(&str, Edit)] = &[
        ("exchange/changed-source: The source text of p2 was changed in the file.", |text| {
            replaced(text, "Peace: now", "Peace: never")
        }),
        ("exchange/missing-unit: The unit p2 is missing from the file.", |text| {
            between(text, "<unit id=\"p2\"", "</unit>", |_| String::new())
        }),
        ("exchange/unknown-unit: The statement has no unit zz.", |text| {
            replaced(text, "</file>", "<unit id=\"zz\"><segment><source>x</source></segment></unit></file>")
        }),
        ("exchange/duplicate-unit: The unit p2 stands in the file twice.", |text| {
            between(text, "<unit id=\"p2\"", "</unit>", |unit| unit.repeat(2))
        }),
        ("exchange/lost-code: The placeholder { allies } is missing from the translation of p1.", |text| {
            between(text, "<target>Nous", "</target>", |target| between(target, "<ph id=\"1\"", ">", |_| "alliés".to_owned()))
        }),
        ("exchange/lost-code: The reference to the footnote, [^1], is missing from the translation of p1.", |text| {
            between(text, "<target>Nous", "</target>", |target| between(target, "<ph id=\"4\"", ">", |_| String::new()))
        }),
        (
            "exchange/broken-code: The translation of p1 has a code “77” that its source has not, and the file does not say what it is.",
            |text| {
                between(text, "<target>Nous", "</target>", |target| {
                    replaced(target, "<ph id=\"1\"", "<ph id=\"77\"").replace(" dataRef=\"d1\"", "")
                })
            },
        ),
        ("exchange/broken-code: In the translation of p1 […](https://e.org/en/) is opened and never closed.", |text| {
            between(text, "<target>Nous", "</target>", |target| {
                let target = between(target, "<pc id=\"5\"", ">", |_| "<sc id=\"5\" dataRef=\"d6\"/>".to_owned());
                let at = target.rfind("</pc>").unwrap();
                format!("{}{}", &target[..at], &target[at + 5..]).replace("dataRef=\"d6\"", "")
            })
        }),
        ("exchange/broken-code: In the translation of p2 a brace belongs to no placeholder: { La paix", |text| {
            between(text, "<target>La paix", "</target>", |_| "<target>{ La paix</target>".to_owned())
        }),
        ("exchange/other-statement: This file is about other, not about care.", |text| replaced(text, ">care<", ">other<")),
        ("exchange/other-revision: This file was made from revision 1; the statement is at revision 2 now.", |text| {
            replaced(text, "\"revision\">2<", "\"revision\">1<")
        }),
        ("exchange/wrong-language: de is no language that this statement is translated into.", |text| {
            replaced(text, "trgLang=\"fr\"", "trgLang=\"de\"")
        }),
        ("exchange/wrong-language: The source of this file is in ru; this statement was written in en.", |text| {
            replaced(text, "srcLang=\"en\"", "srcLang=\"ru\"")
        }),
        (
            "exchange/unreadable: This file has a document type declaration (<!DOCTYPE …>), and such files are not read.",
            |text| replaced(text, "<xliff", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><xliff"),
        ),
        ("exchange/unreadable: This file uses the entity &nbsp;, which XML does not know.", |text| {
            replaced(text, "Peace: now", "Peace:&nbsp;now")
        }),
        ("exchange/unreadable: This is neither XLIFF nor PO.", |_| "{\"a\": 1}".to_owned()),
        ("exchange/unreadable: This is neither XLIFF nor PO.", |_| "<html/>".to_owned()),
    ];
    for (message, edit) in cases {
        let found = said(&statement, &edit(&text));
        assert!(found.iter().any(|said| said == message), "{message}\n{found:#?}");
    }
    let mild: &[(&str, Edit)] = &[
        ("exchange/flattened-space: A no-break space seems to have become an ordinary one in p2.", |text| {
            replaced(text, "La paix\u{a0}:", "La paix :")
        }),
        (
            "exchange/rejected-unit: The translation of p2 is marked as not translated, or rejected; its text is kept, and the version is “initial”.",
            |text| {
                between(text, "<unit id=\"p2\"", "</unit>", |unit| replaced(unit, "state=\"translated\"", "state=\"initial\""))
            },
        ),
    ];
    for (message, edit) in mild {
        let text = edit(&text);
        assert_eq!(said(&statement, &text), [*message]);
    }
}

#[test]
fn a_source_that_changed_after_the_export_is_told_from_one_that_a_tool_changed() {
    let text = file(XliffVersion::V1_2);
    let changed = Statement::builder("care")
        .revision(2)
        .version("en", ENGLISH.replace("Peace", "Peace and quiet"))
        .version("fr", FRENCH)
        .build();
    let found = said(&changed, &text);
    assert_eq!(
        found,
        [
            "exchange/changed-source: The source of p2 changed after this file was exported, so the translation is of another text."
        ]
    );
}

#[test]
fn units_without_translation_are_left_out() {
    for version in [XliffVersion::V1_2, XliffVersion::V2_1, XliffVersion::V2_2] {
        let text = file(version);
        let text = between(&text, "<target", "</target>", |_| String::new());
        let text = replaced(&text, "La paix\u{a0}: maintenant. Et toujours.", " ");
        let imported = back(&untranslated(), &text);
        assert_eq!(imported.state, State::Initial);
        assert!(imported.translated < imported.units);
        let written = imported.text.unwrap();
        assert!(!written.contains("Hospitals") && !written.contains("Peace"), "{written}");
    }
}

#[test]
fn what_only_the_translation_has_stays_where_it_was() {
    let source =
        "# T\n\n1. One.\n\n2. Two.\n\n- a long first item of a list\n- another item that follows it\n\nThe end of it all.\n";
    let target = "# T\n\n1. Un.\n\n2. Deux.\n\nUne remarque du traducteur que la source n’a pas du tout.\n\n- un long premier élément de liste\n- un autre élément qui le suit\n\nLa fin de tout cela.\n";
    let statement = Statement::builder("more").version("en", source).version("fr", target).build();
    for version in [XliffVersion::V1_2, XliffVersion::V2_1] {
        let text = String::from_utf8(export(&Parallel::new(&statement), &french(), version, &[]).unwrap()).unwrap();
        assert_eq!(back(&statement, &text).text.as_deref(), Some(target));
        let text = replaced(&text, "La fin de tout cela.", "La toute fin.");
        assert_eq!(back(&statement, &text).text.unwrap(), target.replace("La fin de tout cela.", "La toute fin."));
    }
}

#[test]
fn po_comes_back_with_its_slips_named() {
    let statement = untranslated();
    let text = String::from_utf8(po::export(&Parallel::new(&self::statement()), &french(), &[]).unwrap()).unwrap();
    assert_eq!(back(&statement, &text).text.unwrap(), FRENCH);
    let found = said(&statement, &replaced(&text, "msgstr \"La paix", "msgstr \"1. La paix"));
    assert!(found.contains(&"exchange/broken-code: The translation of p2 is not one paragraph.".to_owned()), "{found:#?}");
    let found = said(&statement, &replaced(&text, "Nous, les { allies }", "Nous, les alliés"));
    assert_eq!(found, ["exchange/lost-code: The placeholder { allies } is missing from the translation of p1."]);
    let found = said(&statement, &replaced(&text, "msgid \"Peace", "msgid Peace"));
    assert_eq!(found, ["exchange/unreadable: This line is no PO."]);
    let fuzzy = between(&text, "msgctxt \"p2\"", "\n", |line| format!("#, fuzzy\n{line}"));
    assert_eq!(back(&statement, &fuzzy).state, State::Initial);
}

#[test]
fn other_encodings_are_read() {
    let text = file(XliffVersion::V1_2);
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = format!("\u{feff}{text}").into_bytes();
    for bytes in [wide, marked] {
        let file = decode("back.xlf", &bytes).unwrap();
        assert_eq!(import(&Parallel::new(&statement()), &file).unwrap().text.as_deref(), Some(FRENCH));
    }
    assert!(decode("back.xlf", &[0xC3, 0x28]).is_err());
    assert!(decode("back.xlf", &[0xFF, 0xFE, 0x00]).is_err());
}

#[test]
fn a_memory_pairs_codes() {
    let mut memory = tmx::Memory::new(&Language::parse("en").unwrap());
    memory.add(&Parallel::new(&statement()));
    let text = String::from_utf8(memory.finish()).unwrap();
    assert!(text.contains("<tu tuid=\"care/p1\" srclang=\"en\">"), "{text}");
    assert!(
        text.contains("<bpt i=\"3\" x=\"3\" type=\"italic\">*</bpt>agree<ept i=\"3\">*</ept>")
            || text.contains("<bpt i=\"2\" x=\"2\" type=\"italic\">*</bpt>agree<ept i=\"2\">*</ept>"),
        "{text}"
    );
}

/// What the technical committee gives out to test tools with, where it is at hand.
#[test]
fn the_test_suite_of_xliff_is_read() {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/schemas/xliff-2.2/test-suite");
    if !suite.is_dir() {
        println!("skipped: no test suite at {}", suite.display());
        return;
    }
    let files = |folder: PathBuf| {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "xlf")).collect::<Vec<_>>()
    };
    let statement = statement();
    let mut read = 0;
    for part in ["core", "modules"] {
        for (kind, valid) in [("valid", true), ("invalid", false)] {
            for path in files(suite.join(part).join(kind)) {
                let bytes = std::fs::read(&path).unwrap();
                let Ok(file) = decode(&path.display().to_string(), &bytes) else {
                    assert!(!valid, "{} is not read", path.display());
                    continue;
                };
                let summary = summary(&file);
                // One of the valid ones is no XML: a `</target>` is missing in it.
                let valid = valid && !path.ends_with("Good-pgs_plural.xlf");
                assert!(!valid || summary.is_ok(), "{}: {summary:?}", path.display());
                let imported = import(&Parallel::new(&statement), &file).unwrap();
                assert!(imported.text.is_none() && !imported.findings.is_empty());
                read += 1;
            }
        }
    }
    assert!(read > 200, "{read}");
}

proptest! {
    // Each case is a whole statement, out and back in four formats: a quarter of what other laws take.
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: ProptestConfig::default().cases.div_ceil(4), ..ProptestConfig::default() })]
    #[test]
    fn law_nothing_that_is_given_back_breaks_the_program(
        format in 0..4_usize,
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, "[<>/&;\"'{}a\\n |*\\[\\]]{0,6}|</target>|<target>|<ph id=\"1\"/>|<pc id=\"2\">|&#10;|<!DOCTYPE"), 1..6),
    ) {
        let mut text = match format {
            0 => file(XliffVersion::V1_2),
            1 => file(XliffVersion::V2_1),
            2 => file(XliffVersion::V2_2),
            _ => String::from_utf8(po::export(&Parallel::new(&statement()), &french(), &[]).unwrap()).unwrap(),
        };
        for (at, length, new) in edits {
            let mut start = at.index(text.len());
            while !text.is_char_boundary(start) { start -= 1; }
            let mut end = (start + length).min(text.len());
            while !text.is_char_boundary(end) { end += 1; }
            text.replace_range(start..end, &new);
        }
        for statement in [statement(), untranslated()] {
            if let Some(written) = back(&statement, &text).text {
                // What was taken over is a text like others: reading it finds nothing that could not be read.
                let (document, _) = promulgate::model::Document::parse("fr.md", &written);
                prop_assert_eq!(document.to_source(), written);
            }
        }
    }
}
