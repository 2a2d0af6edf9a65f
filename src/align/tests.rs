//! Laws of alignment, on texts of one block a line.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::diagnostic::{SourceFile, Span};
use crate::model::{Block, BlockKind, Document, Inline, InlineKind, Item, Marker, Text, Title};

/// A text of one block a line: `# ` the title where it is the first line, else a heading, `- ` an item, `7. ` a numbered paragraph, `---` a break, else a paragraph.
fn document(lines: &[&str]) -> Document {
    let file = SourceFile::new("text", lines.join("\n"));
    let mut document = Document::empty(Arc::clone(&file));
    let mut at = 0;
    for line in lines {
        let span = Span::new(at, at + line.len());
        let content = |skip: usize| {
            let span = Span::new(at + skip, at + line.len());
            vec![Inline { span, kind: InlineKind::Text(Text::slice(&file, span)) }]
        };
        let marker = line.split_once(". ").filter(|(number, _)| number.parse::<u64>().is_ok());
        if let Some(title) = line.strip_prefix("# ") {
            let skip = line.len() - title.len();
            if at == 0 {
                document.title = Some(Title { span, content: content(skip) });
            } else {
                document.blocks.push(Block { span, kind: BlockKind::Heading { level: 2, id: None, content: content(skip) } });
            }
        } else if line.starts_with("- ") {
            let paragraph = Block { span, kind: BlockKind::Paragraph { marker: None, content: content(2) } };
            let item = Item { span, marker: None, blocks: vec![paragraph] };
            match document.blocks.last_mut() {
                Some(Block { kind: BlockKind::List { items, .. }, .. }) => items.push(item),
                _ => document.blocks.push(Block { span, kind: BlockKind::List { start: None, tight: true, items: vec![item] } }),
            }
        } else if let Some((number, _)) = marker {
            let span_of_marker = Span::new(at, at + number.len() + 1);
            let marker = Marker { span: span_of_marker, text: Text::slice(&file, span_of_marker), number: number.parse().ok() };
            let paragraph = Block { span, kind: BlockKind::Paragraph { marker: None, content: content(number.len() + 2) } };
            document.blocks.push(Block { span, kind: BlockKind::Numbered { marker, blocks: vec![paragraph] } });
        } else if *line == "---" {
            document.blocks.push(Block { span, kind: BlockKind::ThematicBreak });
        } else {
            document.blocks.push(Block { span, kind: BlockKind::Paragraph { marker: None, content: content(0) } });
        }
        at += line.len() + 1;
    }
    document
}

fn links(source: &[&str], target: &[&str]) -> Vec<Link> {
    let (source, target) = (document(source), document(target));
    let (source, target) = (source.units(), target.units());
    let alignment = align(&source, &target);
    assert_whole(&alignment, source.len(), target.len());
    alignment.links
}

/// Every unit of either side stands in exactly one link, and missing ones have a place.
fn assert_whole(alignment: &Alignment, sources: usize, targets: usize) {
    let mut seen: Vec<usize> = alignment.links.iter().flat_map(Link::sources).copied().collect();
    seen.sort_unstable();
    assert_eq!(seen, (0..sources).collect::<Vec<_>>(), "{alignment:?}");
    let mut seen: Vec<usize> = alignment.links.iter().flat_map(Link::targets).copied().collect();
    seen.sort_unstable();
    assert_eq!(seen, (0..targets).collect::<Vec<_>>(), "{alignment:?}");
    for link in &alignment.links {
        if let Link::Missing { before, .. } = link {
            assert!(*before <= targets);
        }
    }
}

/// What is not a plain pair.
fn odd(source: &[&str], target: &[&str]) -> Vec<Link> {
    links(source, target).into_iter().filter(|link| !matches!(link, Link::Pair { .. })).collect()
}

const EN: [&str; 14] = [
    "# Statement on the attack on hospitals",
    "The Council met in Geneva on 3 June 2020 and heard the report of Jens Stoltenberg on the situation in 27 countries.",
    "We condemn the cyber attacks on hospitals, laboratories and public institutions during the COVID-19 pandemic.",
    "# Measures",
    "1. Ministers agreed to provide 6.29 million euros to the national centres for the protection of patients.",
    "2. Each state will name a contact point before 1 September 2020 and inform the Secretariat in Brussels.",
    "3. The Committee will examine the measures every six months and will publish its conclusions.",
    "4. Financial institutions are invited to report every transaction of more than 10,000 euros.",
    "The following experts take part:",
    "- a doctor of the University of Vienna",
    "- two engineers of the national laboratory",
    "- a lawyer",
    "---",
    "For further information write to the press office or call 112.",
];

const FR: [&str; 14] = [
    "# Déclaration sur les attaques contre les hôpitaux",
    "Le Conseil s’est réuni à Genève le 3 juin 2020 et a entendu le rapport de Jens Stoltenberg sur la situation dans 27 pays.",
    "Nous condamnons les cyberattaques contre les hôpitaux, les laboratoires et les institutions publiques durant la pandémie de COVID-19.",
    "# Mesures",
    "1. Les ministres sont convenus de verser 6,29 millions d’euros aux centres nationaux pour la protection des patients.",
    "2. Chaque État désignera un point de contact avant le 1er septembre 2020 et en informera le Secrétariat à Bruxelles.",
    "3. Le Comité examinera les mesures tous les six mois et publiera ses conclusions.",
    "4. Les institutions financières sont invitées à signaler toute transaction de plus de 10 000 euros.",
    "Les experts suivants y prennent part :",
    "- un médecin de l’Université de Vienne",
    "- deux ingénieurs du laboratoire national",
    "- un juriste",
    "---",
    "Pour plus de renseignements, écrire au service de presse ou appeler le 112.",
];

const RU: [&str; 14] = [
    "# Заявление о нападениях на больницы",
    "Совет собрался в Женеве 3 июня 2020 года и заслушал доклад Йенса Столтенберга о положении в 27 странах.",
    "Мы осуждаем кибератаки на больницы, лаборатории и общественные учреждения во время пандемии COVID-19.",
    "# Меры",
    "1. Министры согласились выделить 6,29 млн евро национальным центрам на защиту пациентов.",
    "2. Каждое государство назначит контактное лицо до 1 сентября 2020 года и известит Секретариат в Брюсселе.",
    "3. Комитет будет рассматривать принятые меры каждые полгода и публиковать свои выводы.",
    "4. Финансовым учреждениям предлагается сообщать о любой операции на сумму свыше 10 000 евро.",
    "В работе участвуют следующие эксперты:",
    "- врач Венского университета",
    "- два инженера национальной лаборатории",
    "- юрист",
    "---",
    "За дополнительными сведениями обращаться в пресс-службу или по телефону 112.",
];

#[test]
fn a_translation_is_all_pairs() {
    for text in [FR, RU, EN] {
        assert_eq!(odd(&EN, &text), [], "{text:?}");
        assert_eq!(odd(&text, &EN), [], "{text:?}");
    }
}

#[test]
fn a_deleted_unit_is_missing_at_its_place() {
    for text in [FR, RU, EN] {
        for index in 0..text.len() {
            let mut target = text.to_vec();
            target.remove(index);
            assert_eq!(odd(&EN, &target), [Link::Missing { source: index, before: index }], "{}", text[index]);
            assert_eq!(odd(&target, &EN), [Link::Extra { target: index }], "{}", text[index]);
        }
    }
}

#[test]
fn a_doubled_unit_is_extra() {
    for text in [FR, RU] {
        for index in 1..text.len() {
            let mut target = text.to_vec();
            target.insert(index, text[index]);
            let found = odd(&EN, &target);
            let either = [index, index + 1].map(|target| vec![Link::Extra { target }]);
            assert!(either.contains(&found), "{}: {found:?}", text[index]);
        }
    }
}

#[test]
fn swapped_neighbours_are_one_move() {
    for text in [FR, RU] {
        for index in [1, 4, 5, 6] {
            let mut target = text.to_vec();
            target.swap(index, index + 1);
            let found = odd(&EN, &target);
            assert!(matches!(found.as_slice(), [Link::Moved { .. }]), "{} {found:?}", text[index]);
        }
    }
}

#[test]
fn a_paragraph_moved_far_is_one_move() {
    for text in [FR, RU] {
        let mut target = text.to_vec();
        let moved = target.remove(2);
        target.insert(11, moved);
        assert_eq!(odd(&EN, &target), [Link::Moved { source: 2, target: 11 }]);
    }
}

#[test]
fn renumbering_does_not_hide_a_missing_paragraph() {
    for text in [FR, RU] {
        for index in 4..8 {
            let mut target: Vec<String> = text.map(str::to_owned).to_vec();
            target.remove(index);
            for (line, number) in target[4..7].iter_mut().zip(1..) {
                let (_, rest) = line.split_once(". ").unwrap();
                *line = format!("{number}. {rest}");
            }
            let target: Vec<&str> = target.iter().map(String::as_str).collect();
            assert_eq!(odd(&EN, &target), [Link::Missing { source: index, before: index }], "{}", text[index]);
        }
    }
}

#[test]
fn merged_and_split_paragraphs_are_found() {
    for text in [FR, RU] {
        let joined = format!("{} {}", text[1], text[2]);
        let mut target = text.to_vec();
        target.splice(1..3, [joined.as_str()]);
        assert_eq!(odd(&EN, &target), [Link::Merged { sources: vec![1, 2], target: 1 }]);
        assert_eq!(odd(&target, &EN), [Link::Split { source: 1, targets: vec![1, 2] }]);
    }
}

#[test]
fn identical_blocks_are_told_by_their_neighbours() {
    let en = [
        "First we spoke of peace in Europe.",
        "---",
        "Then we spoke of 2030.",
        "---",
        "Last we spoke of NATO.",
        "---",
        "We left.",
    ];
    for gone in [1, 3, 5] {
        let mut target = en.to_vec();
        target.remove(gone);
        assert_eq!(odd(&en, &target), [Link::Missing { source: gone, before: gone }]);
    }
}

#[test]
fn a_whole_missing_list_is_missing_in_a_row() {
    let mut target = RU.to_vec();
    target.drain(9..12);
    let missing = [9, 10, 11].map(|source| Link::Missing { source, before: 9 });
    assert_eq!(odd(&EN, &target), missing);
}

#[test]
fn ten_thousand_like_units_are_bounded() {
    let many = |count: usize| vec!["- yes"; count];
    let (source, target) = (document(&many(10_000)), document(&many(9_990)));
    let (source, target) = (source.units(), target.units());
    let alignment = align(&source, &target);
    assert_whole(&alignment, 10_000, 9_990);
    assert_eq!(alignment.links.iter().filter(|link| matches!(link, Link::Missing { .. })).count(), 10);
}

/// So many cases for each that are asked for, and first those that failed once.
fn cases(of: impl Fn(u32) -> u32) -> ProptestConfig {
    let kept = proptest::test_runner::FileFailurePersistence::Direct("tests/regressions/align.txt");
    let all = ProptestConfig::default();
    ProptestConfig { cases: of(all.cases), failure_persistence: Some(Box::new(kept)), ..all }
}

proptest! {
    #![proptest_config(cases(|all| all / 4))]

    /// Whatever the texts, every unit stands in exactly one link, twice the same.
    #[test]
    fn law_every_unit_stands_in_one_link(
        source in proptest::collection::vec(line(), 0..24),
        target in proptest::collection::vec(line(), 0..24),
    ) {
        let source: Vec<&str> = source.iter().map(String::as_str).collect();
        let target: Vec<&str> = target.iter().map(String::as_str).collect();
        prop_assert_eq!(links(&source, &target), links(&source, &target));
        prop_assert_eq!(odd(&source, &source), []);
    }
}

proptest! {
    #![proptest_config(cases(|all| all * 2))]

    /// What is seen without reading every word is what reading every word and a search find: in any order of the blocks, and after
    /// blocks of the translation changed places, were lost, doubled or renumbered.
    #[test]
    fn law_what_is_seen_at_once_is_what_a_search_finds(
        order in proptest::sample::subsequence((1..EN.len()).collect::<Vec<_>>(), 1..EN.len()).prop_shuffle(),
        language in 0..3_usize,
        slips in proptest::collection::vec((0..4_u8, any::<proptest::sample::Index>(), any::<proptest::sample::Index>()), 0..3),
    ) {
        let mut source = vec![EN[0]];
        source.extend(order.iter().map(|&index| EN[index]));
        let translation = [FR, RU, EN][language];
        let mut target: Vec<String> = vec![translation[0].to_owned()];
        target.extend(order.iter().map(|&index| translation[index].to_owned()));
        for (slip, one, other) in slips {
            let (one, other) = (one.index(target.len()), other.index(target.len()));
            match slip {
                0 => target.swap(one, other),
                1 => {
                    let moved = target.remove(one);
                    target.insert(other.min(target.len()), moved);
                }
                2 => target[one] = target[other].clone(),
                _ => target[one] = target[one].replace(['2', '6'], "7"),
            }
        }
        let target: Vec<&str> = target.iter().map(String::as_str).collect();
        assert_straight_is_found(&document(&source), &document(&target));
    }

    /// The same of any texts whatever that have as many blocks of the same kinds.
    #[test]
    fn law_what_is_seen_at_once_in_any_texts_is_what_a_search_finds(
        lines in proptest::collection::vec((line(), words(), any::<bool>()), 1..16),
    ) {
        let source: Vec<&str> = lines.iter().map(|(line, _, _)| line.as_str()).collect();
        let other = |(line, words, same): &(String, String, bool)| {
            let marker = ["- ", "# ", "3. ", "4. "].into_iter().find(|marker| line.starts_with(marker)).unwrap_or("");
            if *same { line.clone() } else { format!("{marker}{words}") }
        };
        let target: Vec<String> = lines.iter().map(other).collect();
        let target: Vec<&str> = target.iter().map(String::as_str).collect();
        assert_straight_is_found(&document(&source), &document(&target));
    }
}

fn assert_straight_is_found(source: &Document, target: &Document) {
    let (source, target) = (source.units(), target.units());
    let (source, target) = (Reading::of(&source), Reading::of(&target));
    if reading::straight(&source, &target) {
        assert_eq!(search(&source, &target), links::straight(source.len()));
    }
}

#[test]
fn a_translation_is_seen_at_once() {
    let source = document(&EN);
    for text in [FR, RU, EN] {
        let target = document(&text);
        let (source, target) = (source.units(), target.units());
        assert!(reading::straight(&Reading::of(&source), &Reading::of(&target)), "{text:?}");
    }
}

fn line() -> impl Strategy<Value = String> {
    (prop_oneof![Just(""), Just("- "), Just("# "), Just("3. "), Just("4. ")], words())
        .prop_map(|(marker, text)| format!("{marker}{text}"))
}

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-zа-я0-9]{1,9}", 1..30).prop_map(|words| words.join(" "))
}
