//! Numbers and dates, to the code point. What CLDR changes from one release to the next shows here first.

use super::*;
use crate::model::Fact;

fn facts() -> Facts {
    let money = |amount: &str, currency: &str| Fact::Money { amount: amount.parse().unwrap(), currency: currency.to_owned() };
    Facts::from([
        ("infected".to_owned(), Fact::Number("6290000".parse().unwrap())),
        ("exact".to_owned(), Fact::Number("9007199254740993.25".parse().unwrap())),
        ("share".to_owned(), Fact::Number("0.255".parse().unwrap())),
        ("change".to_owned(), Fact::Number("-1234.50".parse().unwrap())),
        ("fund".to_owned(), money("4000000", "EUR")),
        ("fee".to_owned(), money("-12.5", "USD")),
        ("unknown".to_owned(), money("1", "XQZ")),
        ("summit".to_owned(), Fact::Date("2018-07-11".parse().unwrap())),
        ("first".to_owned(), Fact::Date("2018-07-01".parse().unwrap())),
        ("until".to_owned(), Fact::Instant("2020-06-03T10:05:09+02:00".parse().unwrap())),
    ])
}

/// `placeable`, then what it is in en, en-GB, fr, ru, de, ar. `_` is U+00A0, `~` is U+202F.
const TABLE: &[(&str, [&str; 6])] = &[
    // Every digit of a fact is shown, in groups.
    ("{ $infected }", ["6,290,000", "6,290,000", "6~290~000", "6_290_000", "6.290.000", "6,290,000"]),
    (
        "{ $exact }",
        [
            "9,007,199,254,740,993.25",
            "9,007,199,254,740,993.25",
            "9~007~199~254~740~993,25",
            "9_007_199_254_740_993,25",
            "9.007.199.254.740.993,25",
            "9,007,199,254,740,993.25",
        ],
    ),
    ("{ $change }", ["-1,234.50", "-1,234.50", "-1~234,50", "-1_234,50", "-1.234,50", "\u{200e}-1,234.50"]),
    ("{ NUMBER(1234, useGrouping: \"false\") }", ["1234", "1234", "1234", "1234", "1234", "1234"]),
    ("{ NUMBER(3.456, maximumFractionDigits: 2) }", ["3.46", "3.46", "3,46", "3,46", "3,46", "3.46"]),
    ("{ NUMBER(2.5, maximumFractionDigits: 0) }", ["3", "3", "3", "3", "3", "3"]),
    ("{ NUMBER(5, minimumFractionDigits: 0) }", ["5", "5", "5", "5", "5", "5"]),
    ("{ NUMBER(3, minimumFractionDigits: 2) }", ["3.00", "3.00", "3,00", "3,00", "3,00", "3.00"]),
    ("{ NUMBER(123456, maximumSignificantDigits: 2) }", ["120,000", "120,000", "120~000", "120_000", "120.000", "120,000"]),
    ("{ NUMBER(7, minimumIntegerDigits: 3, signDisplay: \"always\") }", ["+007", "+007", "+007", "+007", "+007", "\u{200e}+007"]),
    ("{ NUMBER($share, style: \"percent\") }", ["25.5%", "25.5%", "25,5_%", "25,5_%", "25,5_%", "25.5\u{200e}%\u{200e}"]),
    ("{ NUMBER($infected, notation: \"compact\") }", ["6.3M", "6.3m", "6,3_M", "6,3_млн", "6,3_Mio.", "6.3_مليون"]),
    (
        "{ NUMBER($infected, notation: \"compact\", compactDisplay: \"long\", maximumFractionDigits: 2) }",
        ["6.29 million", "6.29 million", "6,29 millions", "6,29 миллиона", "6,29 Millionen", "6.29 مليون"],
    ),
    (
        // Rounding carries into the next unit.
        "{ NUMBER(999999, notation: \"compact\", compactDisplay: \"long\", maximumFractionDigits: 1) }",
        ["1 million", "1 million", "1 million", "1 миллион", "1 Million", "1 مليون"],
    ),
    // Whole amounts have no decimals, others those of the currency.
    ("{ $fund }", ["€4,000,000", "€4,000,000", "4~000~000_€", "4_000_000_€", "4.000.000_€", "\u{200f}4,000,000_€"]),
    ("{ $fee }", ["-$12.50", "-US$12.50", "-12,50_$US", "-12,50_$", "-12,50_$", "\u{200f}\u{200e}-12.50_US$"]),
    (
        "{ NUMBER($fund, minimumFractionDigits: 2) }",
        ["€4,000,000.00", "€4,000,000.00", "4~000~000,00_€", "4_000_000,00_€", "4.000.000,00_€", "\u{200f}4,000,000.00_€"],
    ),
    (
        "{ NUMBER($fund, currencyDisplay: \"code\") }",
        ["EUR_4,000,000", "EUR_4,000,000", "4~000~000_EUR", "4_000_000_EUR", "4.000.000_EUR", "\u{200f}4,000,000_EUR"],
    ),
    (
        "{ NUMBER($fund, currencyDisplay: \"name\") }",
        ["4,000,000 euros", "4,000,000 euros", "4~000~000 euros", "4_000_000 евро", "4.000.000 Euro", "4,000,000 يورو"],
    ),
    (
        "{ NUMBER($fee, currencyDisplay: \"name\") }",
        [
            "-12.50 US dollars",
            "-12.50 US dollars",
            "-12,50 dollars des États-Unis",
            "-12,50 доллара США",
            "-12,50 US-Dollar",
            "\u{200e}-12.50 دولار أمريكي",
        ],
    ),
    (
        "{ NUMBER($fund, notation: \"compact\", compactDisplay: \"long\") }",
        ["€4 million", "€4 million", "4 millions_€", "4 миллиона_€", "4 Millionen_€", "\u{200f}4 ملايين_€"],
    ),
    ("{ $unknown }", ["XQZ_1", "XQZ_1", "1_XQZ", "1_XQZ", "1_XQZ", "\u{200f}1_XQZ"]),
    ("{ $summit }", ["July 11, 2018", "11 July 2018", "11 juillet 2018", "11 июля 2018~г.", "11. Juli 2018", "11 يوليو 2018"]),
    ("{ $first }", ["July 1, 2018", "1 July 2018", "1er juillet 2018", "1 июля 2018~г.", "1. Juli 2018", "1 يوليو 2018"]),
    (
        "{ DATETIME($summit, dateStyle: \"full\") }",
        [
            "Wednesday, July 11, 2018",
            "Wednesday, 11 July 2018",
            "mercredi 11 juillet 2018",
            "среда, 11 июля 2018~г.",
            "Mittwoch, 11. Juli 2018",
            "الأربعاء، 11 يوليو 2018",
        ],
    ),
    (
        "{ DATETIME($summit, dateStyle: \"medium\") }",
        ["Jul 11, 2018", "11 Jul 2018", "11 juil. 2018", "11 июл. 2018~г.", "11.07.2018", "11\u{200f}/07\u{200f}/2018"],
    ),
    (
        "{ DATETIME($summit, dateStyle: \"short\") }",
        ["7/11/2018", "11/07/2018", "11/07/2018", "11.07.2018", "11.07.2018", "11\u{200f}/7\u{200f}/2018"],
    ),
    (
        "{ DATETIME($summit, month: \"long\", year: \"numeric\") }",
        ["July 2018", "July 2018", "juillet 2018", "июль 2018~г.", "Juli 2018", "يوليو 2018"],
    ),
    (
        "{ DATETIME($summit, month: \"long\", day: \"numeric\") }",
        ["July 11", "11 July", "11 juillet", "11 июля", "11. Juli", "11 يوليو"],
    ),
    ("{ DATETIME($summit, locale: \"en-GB\") }", ["11 July 2018"; 6]),
    (
        // At the offset that its author wrote, whatever zone this test runs in.
        "{ DATETIME($until, timeStyle: \"short\", timeZoneName: \"shortOffset\") }",
        ["10:05~AM GMT+2", "10:05 GMT+2", "10:05 UTC+2", "10:05 GMT+2", "10:05 GMT+2", "10:05 ص غرينتش\u{200e}+2"],
    ),
    ("{ DATETIME($until, timeStyle: \"medium\", hourCycle: \"h23\") }", ["10:05:09"; 6]),
    (
        "{ DATETIME($until, dateStyle: \"long\", timeStyle: \"short\") }",
        [
            "June 3, 2020 at 10:05~AM",
            "3 June 2020 at 10:05",
            "3 juin 2020 à 10:05",
            "3 июня 2020~г. в 10:05",
            "3. Juni 2020 um 10:05",
            "3 يونيو 2020 في 10:05 ص",
        ],
    ),
];

#[test]
fn values_are_shown_by_the_conventions_of_the_language() {
    let (voices, facts) = (Voices::new(&[]), facts());
    for (placeable, expected) in TABLE {
        for (tag, expected) in ["en", "en-GB", "fr", "ru", "de", "ar"].iter().zip(expected) {
            let expected = expected.replace('_', "\u{a0}").replace('~', "\u{202f}");
            assert_eq!(said(&voices, tag, placeable, &facts).as_deref(), Ok(expected.as_str()), "{placeable} in {tag}");
        }
    }
}

#[test]
fn official_dates_are_gregorian_everywhere() {
    let (voices, facts) = (Voices::new(&[]), facts());
    for (tag, year) in [("fa", "۲۰۱۸"), ("th", "2018"), ("ar-SA", "٢٠١٨"), ("fa-u-ca-persian", "۲۰۱۸")] {
        let said = said(&voices, tag, "{ $summit }", &facts).unwrap();
        assert!(said.contains(year), "{tag}: {said}");
    }
}

#[test]
fn dates_in_full_follow_the_house() {
    let date = "2018-07-11".parse().unwrap();
    let until = "2020-06-03T10:05:00+02:00".parse().unwrap();
    let voices = Voices::new(&[catalogue("en", "format-conventions = en-GB")]);
    for (tag, day, moment) in [
        ("en", "11 July 2018", "3 June 2020 at 10:05 GMT+2"),
        ("fr", "11 juillet 2018", "3 juin 2020 à 10:05 UTC+2"),
        ("ru", "11 июля 2018 года", "3 июня 2020 года, 10:05 GMT+2"),
        // No built-in texts, and yet never an English date in a German page.
        ("de", "11. Juli 2018", "3. Juni 2020 um 10:05 GMT+2"),
    ] {
        let voice = voices.voice(&language(tag));
        let (day_said, moment_said) = (voice.date(date), voice.moment(until));
        assert_eq!((day_said.text.as_str(), moment_said.text.as_str()), (day, moment), "{tag}");
        assert_eq!((day_said.language, day_said.error), (language(tag), None));
    }
}

#[test]
fn wrong_conventions_are_an_error_and_no_guess() {
    let voices = Voices::new(&[catalogue("en", "format-conventions = British")]);
    assert_eq!(fails(&voices, "{ 1 }", &Facts::new()), (ResolveErrorKind::WrongOption, "format-conventions".to_owned()));
    let date = voices.voice(&language("en")).date("2018-07-11".parse().unwrap());
    assert_eq!(date.text, "2018-07-11");
    assert!(date.error.is_some());
}

#[test]
fn options_that_make_no_sense_are_errors() {
    let (voices, facts) = (Voices::new(&[]), facts());
    use ResolveErrorKind::*;
    for (placeable, kind, name) in [
        ("{ NUMBER($summit) }", WrongType, "NUMBER"),
        ("{ DATETIME($infected) }", WrongType, "DATETIME"),
        ("{ NUMBER() }", WrongType, "NUMBER"),
        ("{ NUMBER(1, 2) }", WrongType, "NUMBER"),
        ("{ NUMBER(\"1\") }", WrongType, "NUMBER"),
        ("{ PLURAL($infected) }", UnknownFunction, "PLURAL"),
        ("{ NUMBER(1, dateStyle: \"long\") }", UnknownOption, "dateStyle"),
        ("{ NUMBER(1, style: \"per cent\") }", WrongOption, "style"),
        ("{ NUMBER(1, style: \"currency\") }", WrongOption, "currency"),
        ("{ NUMBER(1, minimumFractionDigits: 3, maximumFractionDigits: 2) }", WrongOption, "maximumFractionDigits"),
        ("{ DATETIME($summit, timeStyle: \"short\") }", WrongOption, "timeStyle"),
        ("{ DATETIME($summit, dateStyle: \"long\", year: \"numeric\") }", WrongOption, "dateStyle"),
        ("{ DATETIME($summit, year: \"numeric\", day: \"numeric\") }", WrongOption, "day"),
    ] {
        assert_eq!(fails(&voices, placeable, &facts), (kind, name.to_owned()), "{placeable}");
    }
}

#[test]
fn millions_of_a_currency_are_not_said_wrongly() {
    let (voices, facts) = (Voices::new(&[]), facts());
    let text = "{ NUMBER($fund, notation: \"compact\", compactDisplay: \"long\", currencyDisplay: \"name\") }";
    assert_eq!(said(&voices, "en", text, &facts).unwrap(), "4 million euros");
    assert_eq!(said(&voices, "ru", text, &facts).unwrap(), "4 миллиона евро");
    assert_eq!(said(&voices, "fr", text, &facts).unwrap_err().kind, ResolveErrorKind::NoFormat);
    let own = "{ NUMBER($fund, style: \"decimal\", notation: \"compact\", compactDisplay: \"long\") } d’euros";
    assert_eq!(said(&voices, "fr", own, &facts).unwrap(), "4 millions d’euros");
}

#[test]
fn plural_categories_are_those_of_the_number_shown() {
    let facts = Facts::from([("n".to_owned(), Fact::Number(1_000_000.into()))]);
    for (tag, call, category) in [
        // CLDR 37, which fluent-bundle has, knows no French `many`.
        ("fr", "$n", "many"),
        ("fr", "NUMBER($n, notation: \"compact\", compactDisplay: \"long\")", "many"),
        ("fr", "NUMBER(1500000, notation: \"compact\", compactDisplay: \"long\", maximumFractionDigits: 1)", "many"),
        ("fr", "NUMBER(1500000)", "other"),
        ("fr", "NUMBER(1.5)", "one"),
        ("en", "NUMBER(1)", "one"),
        ("en", "NUMBER(1, minimumFractionDigits: 1)", "other"),
        ("en", "NUMBER(2, type: \"ordinal\")", "other"),
        ("en", "NUMBER(3, type: \"ordinal\")", "few"),
        ("ru", "NUMBER(21)", "one"),
        ("ru", "NUMBER(22)", "few"),
        ("ru", "NUMBER(25)", "many"),
        ("ru", "NUMBER(2.5)", "other"),
    ] {
        let source = format!("x = {{ {call} ->\n    [one] one\n    [few] few\n    [many] many\n   *[other] other\n }}");
        let voices = Voices::new(&[catalogue(tag, &source)]);
        assert_eq!(said(&voices, tag, "{ x }", &facts).unwrap(), category, "{call} in {tag}");
    }
}

#[test]
fn languages_have_names() {
    let voices = Voices::new(&[catalogue("fr", "language-endonym = français de France\nlanguage-ru = russe moderne")]);
    for (tag, name) in [
        ("en", "English"),
        ("ru", "Русский"),
        ("de", "Deutsch"),
        ("uk", "Українська"),
        ("ka", "ქართული"),
        ("zh-Hant", "繁體中文"),
        ("ar", "العربية"),
        ("en-x-house", "English"),
        ("fr", "français de France"),
        ("qaa", "qaa"),
    ] {
        assert_eq!(voices.endonym(&language(tag)), name, "{tag}");
    }
    let name = |of: &str, tag: &str| voices.voice(&language(of)).language_name(&language(tag));
    assert_eq!(name("fr", "en").text, "anglais");
    assert_eq!(name("fr", "ru").text, "russe moderne");
    assert_eq!(name("ru", "fr").text, "французский");
    let unknown = name("qaa", "fr");
    assert_eq!((unknown.text.as_str(), unknown.language), ("French", language("en")));
}

#[test]
fn lists_join_as_the_language_does() {
    let voices = Voices::new(&[catalogue("en", "format-conventions = en-GB")]);
    for (tag, two, three) in [("en", "A and B", "A, B and C"), ("fr", "A et B", "A, B et C"), ("ru", "A и B", "A, B и C")] {
        let voice = voices.voice(&language(tag));
        assert_eq!((voice.list(&["A", "B"]).as_str(), voice.list(&["A", "B", "C"]).as_str()), (two, three));
        assert_eq!((voice.list(&["A"]).as_str(), voice.list(&[""; 0]).as_str()), ("A", ""));
    }
}
