//! Placeables, labels and findings.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::{Arg, Finding, Label, Span};
use crate::localize::{Speaker, is_label};
use crate::model::{Element, Fact};

const RUSSIAN: &str = r#"
-alliance = { $case ->
   *[nominative] Северный пакт
    [genitive] Северного пакта
}
    .gender = masculine
pledge = Мы, члены { -alliance(case: "genitive") }, едины.
joined = { -alliance.gender ->
    [masculine] вошёл
   *[feminine] вошла
}
presence = { $none ->
    [0] нет
   *[other] есть
}
allies-count = { $allies ->
    [0] нет союзников
    [one] { $allies } союзник
    [few] { $allies } союзника
   *[other] { $allies } союзников
}
"#;

fn facts() -> Facts {
    Facts::from([
        ("allies".to_owned(), Fact::Number(22.into())),
        ("none".to_owned(), Fact::Number("0.0".parse().unwrap())),
        ("summit".to_owned(), Fact::Date("2018-07-11".parse().unwrap())),
        ("host".to_owned(), Fact::Text(Localized::from("{ -alliance(case: \"genitive\") }"))),
        ("loop".to_owned(), Fact::Text(Localized::from("{ $loop }"))),
        ("town".to_owned(), Fact::Text(Localized::By([(language("fr"), "Annecy".to_owned())].into()))),
    ])
}

#[test]
fn placeables_are_resolved() {
    let (voices, facts) = (Voices::new(&[catalogue("ru", RUSSIAN)]), facts());
    for (text, expected) in [
        ("Штаб { -alliance(case: \"genitive\") }.", "Штаб Северного пакта."),
        ("{ -alliance }", "Северный пакт"),
        ("{ -alliance(case: \"vocative\") }", "Северный пакт"),
        ("{ pledge }", "Мы, члены Северного пакта, едины."),
        ("{ joined }", "вошёл"),
        ("{ allies-count }", "22 союзника"),
        ("{ $host }", "Северного пакта"),
        ("{ presence }", "нет"),
        ("{ \"{\" }{ 1.50 }{ \"}\" }", "{1,50}"),
        ("{ { { $allies } } }", "22"),
        ("  по краям  ", "  по краям  "),
        (" { $allies } ", " 22 "),
        ("", ""),
    ] {
        assert_eq!(said(&voices, "ru", text, &facts).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn nothing_half_resolved_comes_out() {
    let source = "a = { b }\nb = { a }\nempty =\n    .x = y\n-t = { $x }\n-own = { -t(x: 1) }\nlost = { -t }
by-day = { $summit ->
   *[other] x
}
by-nothing = { $missing ->
   *[other] x
}";
    let (voices, facts) = (Voices::new(&[catalogue("en", source)]), facts());
    use ResolveErrorKind::*;
    for (text, kind, name) in [
        ("{ $alies }", UnknownVariable, "$alies"),
        ("{ pledge }", UnknownMessage, "pledge"),
        ("{ -pledge }", UnknownTerm, "-pledge"),
        ("{ a.b }", UnknownAttribute, "a.b"),
        ("{ empty }", NoValue, "empty"),
        ("{ a }", Cyclic, "a"),
        ("{ $loop }", Cyclic, "$loop"),
        ("{ lost }", UnknownVariable, "$x"),
        ("{ $town }", NoText, "$town"),
        ("{ by-day }", WrongType, "->"),
        ("{ by-nothing }", UnknownVariable, "$missing"),
        ("{ $allies", Syntax, "{ $allies"),
        ("a } b", Syntax, "a } b"),
        ("two\nlines", Syntax, "two\nlines"),
        ("{ 1e5 }", Syntax, "{ 1e5 }"),
        // A term sees its own arguments and no fact.
        ("{ -t }", UnknownVariable, "$x"),
    ] {
        assert_eq!(fails(&voices, text, &facts), (kind, name.to_owned()), "{text}");
    }
    assert_eq!(said(&voices, "en", "{ -own }", &facts).unwrap(), "1");
    let error = said(&voices, "en", "{ lost }", &facts).unwrap_err();
    assert_eq!(error.via, ["lost", "-t"]);
    assert_eq!(error.to_string(), "unknown-variable: $x (through lost, -t)");
}

#[test]
fn bombs_are_duds() {
    let mut chain = "m0 = boom\n".to_owned();
    let mut hollow = "h0 = { \"\" }\n".to_owned();
    for level in 1..60 {
        chain.push_str(&format!("m{level} = {{ m{0} }}{{ m{0} }}\n", level - 1));
        hollow.push_str(&format!("h{level} = {{ h{0} }}{{ h{0} }}\n", level - 1));
    }
    let mut deep = String::new();
    for level in 0..5_000 {
        deep.push_str(&format!("d{level} = {{ d{} }}\n", level + 1));
    }
    let long = format!("big = {}\n", "x".repeat(40_000));
    let voices = Voices::new(&[catalogue("en", &[chain, hollow, deep, long].concat())]);
    let facts = Facts::new();
    let nested = format!("{}1{}", "{".repeat(3_000), "}".repeat(3_000));
    for (text, kinds) in [
        ("{ m59 }", [ResolveErrorKind::TooComplex, ResolveErrorKind::TooLong]),
        ("{ h59 }", [ResolveErrorKind::TooComplex; 2]),
        ("{ d0 }", [ResolveErrorKind::TooComplex; 2]),
        ("{ big }{ big }", [ResolveErrorKind::TooLong; 2]),
        (nested.as_str(), [ResolveErrorKind::Syntax; 2]),
    ] {
        let (kind, _) = fails(&voices, text, &facts);
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

#[test]
fn values_are_isolated_where_writing_runs_to_the_left() {
    let (voices, facts) = (Voices::new(&[catalogue("he", "-ally = ברית\nmixed = { -ally } { $allies }")]), facts());
    assert_eq!(said(&voices, "he", "{ $allies } בעלות", &facts).unwrap(), "\u{2068}22\u{2069} בעלות");
    assert_eq!(said(&voices, "he", "{ mixed }", &facts).unwrap(), "ברית \u{2068}22\u{2069}");
    assert_eq!(said(&voices, "ru", "{ $allies } союзника", &facts).unwrap(), "22 союзника");
    // A placeable alone in its pattern still stands in the running text of a document.
    let pattern = tree::pattern("{ $allies }").unwrap();
    let Some(Element::Placeable(expression)) = pattern.elements.first() else { panic!() };
    assert_eq!(voices.voice(&language("he")).resolve(expression, &facts).unwrap(), "\u{2068}22\u{2069}");
}

#[test]
fn the_nearest_word_is_said_and_its_language_recorded() {
    let voices = Voices::new(&[
        catalogue("fr", "page-notes = Appels\n-alliance = Pacte du Nord\nnotice-embargo = Jusqu’au { $when }"),
        catalogue("fr-CA", "-alliance = Pacte nordique"),
        catalogue("en", "only-here = English"),
    ]);
    let label = |tag: &str, id: &str| voices.voice(&language(tag)).label(id, &[]);
    let of = |text: &str, tag: &str| (text.to_owned(), language(tag));
    let spoken = |tag: &str, id: &str| {
        let spoken = label(tag, id);
        assert_eq!(spoken.error, None);
        (spoken.text, spoken.language)
    };
    assert_eq!(spoken("fr", "page-notes"), of("Appels", "fr"));
    assert_eq!(spoken("fr-CA", "page-notes"), of("Appels", "fr"));
    assert_eq!(spoken("fr-CA", "page-languages"), of("Langues", "fr"));
    assert_eq!(spoken("de", "page-languages"), of("Languages", "en"));
    // A label of the collection that cannot be said gives way to the built-in one, with the reason.
    let until = voices.voice(&language("fr")).label("notice-embargo", &[("until", Arg::from("demain"))]);
    assert!(until.text.contains("demain") && until.error.is_some_and(|error| error.name == "$when"));
    assert!(label("fr", "no-such-label").error.is_some());
    // A text takes nothing from another language, only from one that its own falls back to.
    assert_eq!(said(&voices, "fr-CA", "{ -alliance }", &Facts::new()).unwrap(), "Pacte nordique");
    assert!(said(&voices, "fr", "{ only-here }", &Facts::new()).is_err());
    assert!(said(&voices, "de", "{ page-notes }", &Facts::new()).is_err());
    assert!(is_label("page-notes") && is_label("format-conventions") && !is_label("pledge"));
}

#[test]
fn sentences_about_languages_are_grammatical() {
    let voices = Voices::new(&[catalogue("en", "format-conventions = en-GB")]);
    let (english, french, hindi) = (language("en"), language("fr"), language("hi"));
    let unofficial = |tag: &str, of: &[&Language]| voices.voice(&language(tag)).label_of_languages("notice-unofficial", of).text;
    for (tag, two, one) in [
        (
            "en",
            "This is a courtesy translation. The English and French texts prevail.",
            "This is a courtesy translation. The French text prevails.",
        ),
        (
            "fr",
            "Traduction de courtoisie. Seuls les textes en anglais et en français font foi.",
            "Traduction de courtoisie. Seul le texte en français fait foi.",
        ),
        (
            "ru",
            "Неофициальный перевод. Преимущественную силу имеют тексты на английском и французском языках.",
            "Неофициальный перевод. Преимущественную силу имеет текст на французском языке.",
        ),
    ] {
        assert_eq!(unofficial(tag, &[&english, &french]), two);
        assert_eq!(unofficial(tag, &[&french]), one);
    }
    // Russian has no such form for Hindi: the sentence that needs none is said.
    assert!(unofficial("ru", &[&hindi]).ends_with(": хинди."));
}

#[test]
fn every_thread_hears_the_same_voice() {
    let voices = Voices::new(&[catalogue("ru", RUSSIAN)]);
    let (voices, facts) = (&voices, &facts());
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(move || {
                for tag in ["ru", "fr", "de", "en", "ar", "ru"] {
                    assert_eq!(voices.voice(&language(tag)).language().as_str(), tag);
                }
                assert_eq!(said(voices, "ru", "{ allies-count }", facts).unwrap(), "22 союзника");
            });
        }
    });
}

#[test]
fn a_finding_without_texts_is_still_said() {
    let file = SourceFile::new("fr.md", "texte");
    let finding = Finding::new("house/rule", Label::new(&file, Span::new(0, 5))).arg("name", "pledge").arg("count", 3_i64);
    let said = Speaker::new(&language("ru")).say(&finding);
    assert_eq!(said.message, "house/rule (name: pledge, count: 3)");
    assert_eq!((said.help, said.here, said.there, said.language), (None, None, None, None));
    assert_eq!(Speaker::new(&language("fr")).explain("house/rule"), None);
}

proptest! {
    /// Whatever a short text holds, it never panics, and what comes out holds no placeable.
    #[test]
    fn law_hostile_short_texts_do_no_harm(text in "[{}a$\\-\". *\\[\\]>=#\n0-9NUMBER(),:é]{0,60}") {
        let voices = Voices::new(&[]);
        if let Ok(said) = said(&voices, "en", &text, &facts()) {
            prop_assert!(!said.contains("{$") && !said.contains("{-"), "{}", said);
        }
    }
}
