//! Stamps: laws, and how often exactly what was done to a stamped real text is found.

use std::collections::BTreeMap;

use promulgate::align::Parallel;
use promulgate::check::{Checker, Stamped, Stamping, builtin, family, stamp};
use promulgate::model::{Content, InlineKind, Project, Stamp, StampDigest, Stamps, UnitKind};
use promulgate::source::Braces;
use promulgate::{Finding, Language, Level, Statement};
use proptest::prelude::*;

use super::corpora::corpus;

/// The text in each language; the first is the source.
type Texts = Vec<(&'static str, String)>;

fn statement(texts: &Texts, stamps: Option<&str>) -> Statement {
    let mut builder = Statement::builder("a").braces(Braces::Plain);
    for (language, text) in texts {
        builder = builder.version(language, text.clone());
    }
    if let Some(stamps) = stamps {
        builder = builder.stamps(stamps);
    }
    builder.build()
}

fn stamped(statement: &Statement) -> Stamped {
    stamp(&Parallel::new(statement), &[], Stamping::default()).unwrap()
}

fn found(statement: &Statement) -> Vec<Finding> {
    found_in(&Parallel::new(statement))
}

fn found_in(parallel: &Parallel<'_>) -> Vec<Finding> {
    let project = Project::default();
    let rules = builtin().filter(|rule| family(rule.id()) == "staleness");
    let checker = Checker::only(&project, rules.map(|rule| -> &dyn promulgate::Rule { rule }));
    checker.check_statement(parallel).findings().to_vec()
}

fn loud(findings: &[Finding]) -> Vec<&Finding> {
    findings.iter().filter(|finding| finding.severity() > Level::Note).collect()
}

/// Findings in short, for what a test prints when it fails.
fn said(findings: &[&Finding]) -> String {
    let one = |finding: &&Finding| {
        let change = finding.message().arg("change");
        let there: Vec<_> = finding.there().iter().map(|label| label.span).collect();
        format!("[{} {:?} {:?} {change:?} {there:?}]", finding.rule(), finding.language(), finding.unit())
    };
    findings.iter().map(one).collect()
}

/// The bytes of the words of each text unit of the source that stand in the file as they are.
fn words(statement: &Statement) -> Vec<(String, Vec<std::ops::Range<usize>>)> {
    let document = &statement.source_version().unwrap().document;
    let mut units = Vec::new();
    for unit in document.units() {
        if matches!(unit.kind, UnitKind::Html | UnitKind::Code) || matches!(unit.content, Content::Raw(_) | Content::Nothing) {
            continue;
        }
        let mut words = Vec::new();
        for inline in unit.content.runs().flatten() {
            let InlineKind::Text(text) = &inline.kind else { continue };
            if document.file.slice(inline.span) != text.as_str() {
                continue;
            }
            let (mut start, base) = (None, inline.span.start as usize);
            for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
                match start {
                    None if c.is_alphanumeric() => start = Some(at),
                    Some(from) if !c.is_alphanumeric() => {
                        // A word beside a space on both sides, so that nothing becomes markup.
                        let free = |c: Option<char>| c.is_none_or(char::is_whitespace);
                        if free(text[..from].chars().next_back()) && free(text[at..].chars().next()) && from > 0 {
                            words.push(base + from..base + at);
                        }
                        start = None;
                    }
                    _ => {}
                }
            }
        }
        if !words.is_empty() {
            units.push((unit.id.clone(), words));
        }
    }
    units
}

/// One change to one word, of four kinds in turn; what stands there afterwards.
fn changed(text: &str, word: &std::ops::Range<usize>, kind: usize) -> (String, std::ops::Range<usize>) {
    let new = match kind % 4 {
        0 if text[word.clone()].bytes().all(|byte| byte.is_ascii_digit()) => "7341".to_owned(),
        0 => "elsewhere".to_owned(),
        1 => format!("not {}", &text[word.clone()]),
        2 => String::new(),
        _ => format!("{}s", &text[word.clone()]),
    };
    let place = word.start..word.start + new.len();
    (format!("{}{new}{}", &text[..word.start], &text[word.end..]), place)
}

/// All texts of the corpora, with their translations.
fn corpora() -> Vec<(String, Texts)> {
    let mut all = Vec::new();
    for name in ["debian-news", "opensource-guide", "twelve-factor", "semver"] {
        let Some(folder) = corpus(name) else { continue };
        let mut files: Vec<_> = std::fs::read_dir(folder.join("en")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        files.sort();
        for file in files {
            let read =
                |language: &'static str| Some((language, std::fs::read_to_string(folder.join(language).join(&file)).ok()?));
            let texts: Texts = ["en", "fr", "ru"].into_iter().filter_map(read).collect();
            if texts.len() > 1 && texts[0].0 == "en" {
                all.push((format!("{name}/{}", file.display()), texts));
            }
        }
    }
    all
}

#[derive(Default)]
struct Score {
    exact: usize,
    all: usize,
    failures: Vec<String>,
}

impl Score {
    fn add(&mut self, exact: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        self.exact += usize::from(exact);
        if !exact {
            self.failures.push(what());
        }
    }
}

/// Whether a unit of the source has a translation: which languages are asked to follow.
fn translated(parallel: &Parallel<'_>, unit: &str) -> Vec<Language> {
    let number = parallel.source().unwrap().units.iter().position(|other| other.id == unit).unwrap();
    let has = |link: &promulgate::align::Link| link.sources().contains(&number) && !link.targets().is_empty();
    let languages = parallel.translations().filter(|(_, _, alignment)| alignment.links.iter().any(has));
    languages.map(|(language, _, _)| language.clone()).collect()
}

#[test]
fn what_is_done_to_stamped_texts_is_found() {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for (name, texts) in corpora() {
        let before = statement(&texts, None);
        let aligned = Parallel::new(&before);
        let stamps = stamp(&aligned, &[], Stamping::default()).unwrap().stamps.to_toml();
        assert_eq!(found(&statement(&texts, Some(&stamps))).len(), 0, "{name}: stamped and not at peace");
        let units = words(&before);
        let step = (units.len() / 2).max(1);
        for (turn, (unit, words)) in units.iter().enumerate().step_by(step) {
            let word = &words[turn * 7 % words.len()];
            let (text, place) = changed(&texts[0].1, word, turn / step);
            let mut edited = texts.clone();
            edited[0].1 = text;
            let now = statement(&edited, Some(&stamps));
            let asked = translated(&aligned, unit);
            let what = || format!("{name} {unit} {:?}", &texts[0].1[word.clone()]);

            let parallel = Parallel::new(&now);
            let all = found_in(&parallel);
            let loud = loud(&all);
            let hits = loud.iter().filter(|finding| {
                let there = finding.there();
                finding.rule() == "staleness/stale-block"
                    && there.len() == 1
                    && there[0].span.start as usize <= place.end
                    && there[0].span.end as usize + 4 >= place.start
                    && there[0].span.len() <= place.len() + 40
            });
            let exact = hits.count() == asked.len() && loud.len() == asked.len();
            scores.entry("stale source").or_default().add(exact, || format!("{} {}", what(), said(&loud)));

            // The stamp of one language is renewed by hand: the digest of the new source copied into it.
            let Some(language) = asked.get(turn % asked.len().max(1)) else { continue };
            let stamping = Stamping { language: Some(language), unit: None, attest: Some("checked") };
            let attested = stamp(&parallel, &[], stamping).unwrap().stamps;
            let old = Stamps::parse("", &stamps).0;
            let new_text = attested.sources.iter().find(|(digest, _)| !old.sources.contains_key(digest)).unwrap();
            let old_text = attested.languages[language].iter().find_map(|stamp| stamp.made_from).unwrap();
            let block = stamps.split_once(&format!("\n{language} = [")).unwrap().1;
            let line = block.lines().find(|line| line.contains(&format!("source = \"{old_text}\""))).unwrap();
            let renewed = line.replacen(&old_text.to_string(), &new_text.0.to_string(), 1);
            let at = stamps.len() - block.len() + block.find(line).unwrap();
            let mut forged = format!("{}{renewed}{}", &stamps[..at], &stamps[at + line.len()..]);
            forged = forged.replacen("[sources]\n", &format!("[sources]\n{} = {:?}\n", new_text.0, new_text.1), 1);
            let all = found(&statement(&edited, Some(&forged)));
            let of: Vec<_> = all.iter().filter(|finding| finding.language() == Some(language)).collect();
            let exact =
                matches!(of.as_slice(), [only] if only.rule() == "staleness/stamp-without-change" && only.there().len() == 1);
            scores.entry("renewed by hand").or_default().add(exact, || format!("{} {}", what(), said(&of)));

            // The stamp is renewed by the program with a reason, and the reason taken away.
            let silent = attested.to_toml().replace(", attested = \"checked\"", "");
            let quiet = found(&statement(&edited, Some(&attested.to_toml())));
            let all = found(&statement(&edited, Some(&silent)));
            let of: Vec<_> = all.iter().filter(|finding| finding.language() == Some(language)).collect();
            let exact = quiet.iter().all(|finding| finding.language() != Some(language))
                && matches!(of.as_slice(), [only] if only.rule() == "staleness/stamp-without-change" && only.there().len() == 1);
            scores.entry("reason taken away").or_default().add(exact, || format!("{} {}", what(), said(&of)));
        }
    }
    for (kind, Score { exact, all, failures }) in &scores {
        println!("{kind}: {exact} of {all}");
        failures.iter().take(6).for_each(|failure| println!("  {failure}"));
        assert!(exact * 100 >= all * 97, "{kind}: {exact} of {all}");
    }
}

#[test]
fn an_inserted_paragraph_makes_nothing_stale() {
    let mut score = Score::default();
    for (name, texts) in corpora() {
        let before = statement(&texts, None);
        let stamps = stamped(&before).stamps.to_toml();
        let parallel = Parallel::new(&before);
        let blocks = parallel.source().unwrap().units.iter().enumerate();
        let tops: Vec<usize> =
            blocks.filter(|(_, unit)| unit.depth == 0 && unit.kind == UnitKind::Paragraph).map(|(at, _)| at).collect();
        for &at in tops.iter().step_by((tops.len() / 2).max(1)) {
            let mut edited = texts.clone();
            for (language, text) in &mut edited {
                let tag = Language::parse(language).unwrap();
                let version = &parallel.versions[&tag];
                let unit = match &version.alignment {
                    None => Some(at),
                    Some(alignment) => alignment.pairs().find(|&(source, _)| source == at).map(|(_, target)| target),
                };
                let Some(unit) = unit else { continue };
                let place = version.units[unit].span.start as usize;
                text.insert_str(place, "PR (2020) 4711, Annecy 2034, 881 laboratories, NATO.\n\n");
            }
            let all = found(&statement(&edited, Some(&stamps)));
            score.add(loud(&all).is_empty(), || format!("{name} {at} {}", said(&loud(&all))));
        }
    }
    println!("inserted: {} of {}", score.exact, score.all);
    score.failures.iter().take(6).for_each(|failure| println!("  {failure}"));
    assert!(score.exact * 100 >= score.all * 97, "{} of {}", score.exact, score.all);
}

#[test]
fn what_a_typographer_does_makes_nothing_stale() {
    let mut wrong = Vec::new();
    for (name, texts) in corpora() {
        let stamps = stamped(&statement(&texts, None)).stamps.to_toml();
        let mut edited = texts.clone();
        let source = &texts[0].1;
        let (front, body) = source.split_at(source.find("\n---\n").filter(|_| source.starts_with("---")).map_or(0, |at| at + 5));
        let mut body = body.to_owned();
        for (one, other) in [("’", "'"), ("“", "\""), ("”", "\""), (" — ", " – "), ("…", "..."), (" the ", "  the\u{a0}")]
        {
            body = body.replace(one, other);
        }
        // Every other paragraph begins in bold.
        let bold = |(at, line): (usize, &str)| match line.split_once(' ') {
            Some((word, rest))
                if at % 2 == 0 && word.len() > 1 && word.chars().all(char::is_alphabetic) && !line.contains('*') =>
            {
                format!("**{word}** {rest}\n")
            }
            _ => format!("{line}\n"),
        };
        edited[0].1 = front.to_owned() + &body.lines().enumerate().map(bold).collect::<String>();
        let all = found(&statement(&edited, Some(&stamps)));
        wrong.extend(all.iter().map(|finding| format!("{name} {}", said(&[finding]))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A text of paragraphs that a year tells apart, and one in a language that has the same years and other words.
fn paragraphs() -> impl Strategy<Value = Vec<Vec<String>>> {
    let word = prop::sample::select(vec![
        "hospitals",
        "attacks",
        "doctors",
        "we",
        "condemn",
        "support",
        "the",
        "and",
        "of",
        "care",
        "12",
        "«",
    ]);
    prop::collection::vec(prop::collection::vec(word.prop_map(str::to_owned), 4..14), 1..8)
}

fn texts(paragraphs: &[Vec<String>]) -> Texts {
    texts_with(paragraphs, usize::MAX)
}

/// The same where one paragraph was inserted: the others keep their years.
fn texts_with(paragraphs: &[Vec<String>], inserted: usize) -> Texts {
    let year = |number: usize| match number.cmp(&inserted) {
        std::cmp::Ordering::Less => 1000 + number * 37,
        std::cmp::Ordering::Equal => 999,
        std::cmp::Ordering::Greater => 1000 + (number - 1) * 37,
    };
    let text = |translate: &dyn Fn(&str) -> String| {
        let mut out = format!("# {}\n", translate("Statement"));
        for (number, words) in paragraphs.iter().enumerate() {
            let words: Vec<String> = words.iter().map(|word| translate(word)).collect();
            out.push_str(&format!("\n{} {} {}.\n", translate("In"), year(number), words.join(" ")));
        }
        out
    };
    // Other letters, so that no translation is taken for one that was left in the language of the source.
    fn letters(first: u32) -> impl Fn(&str) -> String {
        let letter = move |c: char| if c.is_ascii_lowercase() { char::from_u32(first + c as u32 - 97).unwrap() } else { c };
        move |word| word.chars().map(letter).collect()
    }
    vec![("en", text(&str::to_owned)), ("el", text(&letters(0x3b1))), ("ru", text(&letters(0x430)))]
}

proptest! {
    #[test]
    fn law_what_is_stamped_is_at_peace_and_stays_as_it_is(paragraphs in paragraphs()) {
        let texts = texts(&paragraphs);
        let first = stamped(&statement(&texts, None));
        let text = first.stamps.to_toml();
        let again = statement(&texts, Some(&text));
        prop_assert_eq!(again.findings.len(), 0);
        prop_assert_eq!(found(&again).len(), 0);
        let second = stamped(&again);
        prop_assert_eq!((second.made, second.kept), (0, first.made));
        prop_assert_eq!(second.stamps.to_toml(), text.clone());
        // What was written is what is read.
        let (read, findings) = Stamps::parse("stamps.toml", &text);
        prop_assert!(findings.is_empty());
        prop_assert_eq!(&read.sources, &first.stamps.sources);
        prop_assert_eq!(&read.languages, &first.stamps.languages);
    }

    #[test]
    fn law_one_word_of_the_source_is_one_finding_a_translation(paragraphs in paragraphs(), pick in any::<prop::sample::Index>(), edited in 0_usize..3) {
        let mut texts = texts(&paragraphs);
        let before = statement(&texts, None);
        let stamps = stamped(&before).stamps.to_toml();
        let units = words(&before);
        let (unit, words) = &units[pick.index(units.len())];
        let word = words[pick.index(words.len())].clone();
        let (text, place) = changed(&texts[0].1, &word, 0);
        texts[0].1 = text;
        // Of the translations, the first so many are worked on as well.
        let parallel = Parallel::new(&before);
        for (language, text) in texts.iter_mut().skip(1).take(edited) {
            let tag = Language::parse(language).unwrap();
            let version = &parallel.versions[&tag];
            let at = version.units.iter().find(|other| other.id == *unit).unwrap();
            let end = at.span.start as usize + version.version.document.file.slice(at.span).trim_end().len();
            text.insert_str(end, " Да");
        }
        let all = found(&statement(&texts, Some(&stamps)));
        prop_assert_eq!(all.len(), 2 - edited.min(2), "{:#?}", all);
        for finding in &all {
            prop_assert_eq!(finding.rule(), "staleness/stale-block");
            prop_assert_eq!(finding.unit(), Some(unit.as_str()));
            prop_assert_eq!(finding.there().len(), 1);
            let there = finding.there()[0].span;
            prop_assert!(there.start as usize <= place.start && place.end <= there.end as usize, "{:?} {:?}", there, place);
        }
    }

    #[test]
    fn law_an_inserted_paragraph_makes_nothing_stale(paragraphs in paragraphs(), pick in any::<prop::sample::Index>()) {
        let stamps = stamped(&statement(&texts(&paragraphs), None)).stamps.to_toml();
        let mut more = paragraphs.clone();
        more.insert(pick.index(paragraphs.len() + 1), ["Annecy", "4711", "NATO"].map(str::to_owned).to_vec());
        let longer = texts_with(&more, pick.index(paragraphs.len() + 1));
        let all = found(&statement(&longer, Some(&stamps)));
        prop_assert!(all.iter().all(|finding| finding.rule() != "staleness/stale-block") , "{:#?}", all);
    }

    #[test]
    fn law_no_stamps_file_is_too_broken_to_be_read(
        paragraphs in paragraphs(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..6, "[ -~\\n«я]{0,6}"), 1..6),
    ) {
        let texts = texts(&paragraphs);
        let mut broken = stamped(&statement(&texts, None)).stamps.to_toml();
        for (at, cut, text) in edits {
            let mut start = at.index(broken.len());
            while !broken.is_char_boundary(start) {
                start -= 1;
            }
            let mut end = (start + cut).min(broken.len());
            while !broken.is_char_boundary(end) {
                end -= 1;
            }
            broken.replace_range(start..end.max(start), &text);
        }
        let now = statement(&texts, Some(&broken));
        // Nothing is said of a translation that did not change, but that its stamp proves nothing or is not there.
        for finding in found(&now) {
            prop_assert_ne!(finding.rule(), "staleness/target-edited-since-review");
        }
        // What cannot be read is not stamped over; what can be is read back.
        if let Ok(again) = stamp(&Parallel::new(&now), &[], Stamping { attest: Some("x"), ..Stamping::default() }) {
            let text = again.stamps.to_toml();
            let (read, findings) = Stamps::parse("stamps.toml", &text);
            prop_assert!(findings.is_empty(), "{}\n{:?}", text, findings);
            prop_assert_eq!(&read.languages, &again.stamps.languages);
        }
    }

    #[test]
    fn law_any_text_is_written_so_that_it_is_read_back(text in any::<String>(), reason in any::<String>()) {
        let english = Language::parse("en").unwrap();
        let digest = StampDigest::of([text.as_str()]);
        let mut stamps = Stamps::new("stamps.toml", english.clone());
        stamps.sources.insert(digest, text.clone());
        let attested = Some(format!("x{reason}"));
        let terms = [("-a".to_owned(), digest), (format!("b{text}"), digest)].into();
        let stamp = Stamp { source: digest, target: digest, made_from: None, reviewed: None, attested, terms, seal: digest };
        stamps.languages.insert(english.clone(), vec![stamp.sealed(&english)]);
        let (read, findings) = Stamps::parse("stamps.toml", &stamps.to_toml());
        prop_assert!(findings.is_empty(), "{:?}", findings);
        prop_assert_eq!(&read.sources, &stamps.sources);
        prop_assert_eq!(&read.languages, &stamps.languages);
    }
}
