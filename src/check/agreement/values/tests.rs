use super::lexicon::Lexicon;
use super::*;
use crate::language::Language;

fn values(tag: &str, text: &str) -> Vec<Value> {
    let lexicon = Lexicon::new(&Language::parse(tag).unwrap());
    read(text, &[], &lexicon).values
}

fn show(reading: &Reading) -> String {
    match reading {
        Reading::Number(number) => number.normalize().to_string(),
        Reading::Date(day) => {
            let part = |part: Option<String>| part.unwrap_or("?".to_owned());
            let year = part(day.year.map(|year| year.to_string()));
            format!("{year}-{}-{}", part(day.month.map(|month| month.to_string())), part(day.day.map(|day| day.to_string())))
        }
        Reading::Time(clock) => format!("{}:{:02}", clock.hour, clock.minute),
        Reading::Weekday(day) => format!("w{day}"),
        Reading::Span(base, amount) => format!("{base:?}{}", amount.normalize()),
        Reading::Dotted(_) => "dotted".to_owned(),
    }
}

fn is_span(reading: &Reading) -> bool {
    matches!(reading, Reading::Span(..))
}

/// The firm values of a text, each with its readings; what a number counts behind it.
fn firm(tag: &str, text: &str) -> String {
    let one = |value: &Value| {
        let readings: Vec<String> = value.readings.iter().filter(|reading| !is_span(reading)).map(show).collect();
        let measure = match value.measure.or(value.shared) {
            Some(Measure::Percent) => "%".to_owned(),
            Some(Measure::Currency(code)) => code.to_owned(),
            Some(Measure::Unit(unit)) => unit.to_owned(),
            None => String::new(),
        };
        format!("{}{measure}", readings.join("|"))
    };
    values(tag, text).iter().filter(|value| value.firm).map(one).collect::<Vec<_>>().join(" ")
}

fn present(tag: &str, text: &str) -> String {
    let one = |value: &Value| value.readings.iter().filter(|reading| !is_span(reading)).map(show).collect::<Vec<_>>().join("|");
    values(tag, text).iter().filter(|value| !value.firm).map(one).filter(|shown| !shown.is_empty()).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn table(cases: &[(&str, &str, &str)], read: fn(&str, &str) -> String) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(tag, text, expected)| {
            let found = read(tag, text);
            (found != *expected).then(|| format!("{tag} {text:?}: {found:?}, expected {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_are_read_by_value() {
    table(
        &[
            ("en", "6.29 million", "6290000"),
            ("fr", "6,29 millions", "6290000"),
            ("ru", "6,29 млн", "6290000"),
            ("ru", "6 290 000", "6290000"),
            ("en", "29,000", "29000"),
            ("fr", "29 000", "29000"),
            ("fr", "29\u{202f}000", "29000"),
            ("ru", "29000", "29000"),
            ("en", "1,500", "1500"),
            ("fr", "1,500", "1.5|1500"),
            ("de", "1.500", "1500|1.5"),
            ("en", "1.500", "1.5"),
            ("en", "0.5 and 0,5", "0.5 0.5"),
            ("fr", "0,5", "0.5"),
            ("en", "1 billion", "1000000000"),
            ("fr", "1 milliard", "1000000000"),
            ("fr", "1 billion", "1000000000000"),
            ("ru", "1 миллиард", "1000000000"),
            ("es", "3 mil millones", "3000000000"),
            ("en", "5 thousand", "5000"),
            ("ru", "5 тыс. человек", "5000"),
            ("en", "1, 2, 3", "1 2 3"),
            ("en", "a 7-day ban", "7day"),
            ("ru", "10-летний срок", "10year"),
            ("en", "2011-2017 and 10–15", "2011 2017 10 15"),
            ("en", "20 to 45 million", "20|20000000 45000000"),
            ("fr", "de 20 à 45 millions", "20|20000000 45000000"),
            ("ru", "20–45 млн", "20|20000000 45000000"),
            ("en", "the 1990s", "1990"),
            ("fr", "les années 1990", "1990"),
            ("ru", "в 1990-е годы", "1990"),
            ("en", "½ and 2½", "0.5 2.5"),
            ("en", "−5 °C", "-5degree Celsius"),
            ("en", "No. 5", "5"),
            ("ru", "№ 5", "5"),
            ("fr", "n° 5", "5"),
            ("ar", "٢٠٢٠", "2020"),
            ("ar-EG", "١٬٥٠٠٫٥", "1500.5"),
            ("hi", "12,34,567", "1234567"),
            ("en", "+32 2 707 41 11", "3227074111"),
            ("en", "IPv4, H1N1, x86-64, C++11, CVE-2017-2810, COVID-19", ""),
            ("en", "1.2.3, 192.168.0.1", "dotted dotted"),
            ("en", "in mid-2020", "2020"),
            ("ru", "в 2020 г. и 2020 году", "2020 2020"),
        ],
        firm,
    );
}

#[test]
fn what_is_counted_is_read() {
    table(
        &[
            ("en", "20%, 20 percent, 20 per cent", "20% 20% 20%"),
            ("fr", "20 %, 20 pour cent", "20% 20%"),
            ("ru", "20 %, 20 процентов, 20-процентный", "20% 20% 20%"),
            ("en", "20 to 45 %", "20% 45%"),
            ("en", "€5, EUR 5, 5 euros, $5 million, US$5", "5EUR 5EUR 5EUR 5000000USD 5USD"),
            ("fr", "5 €, 5 millions d’euros", "5EUR 5000000EUR"),
            ("ru", "5 млн евро, 5 млрд долл. США, 5 млн американских долларов", "5000000EUR 5000000000USD 5000000USD"),
            ("en", "5 km, 5km, 3 miles", "5kilometre 5kilometre 3mile"),
            ("fr", "5 kilomètres", "5kilometre"),
            ("ru", "5 км", "5kilometre"),
            ("fr", "655 Mio", "655megabyte"),
            ("en", "655 MiB", "655megabyte"),
        ],
        firm,
    );
}

#[test]
fn dates_are_read() {
    table(
        &[
            ("en", "on 3 June 2020", "2020-6-3"),
            ("en", "on June 3, 2020", "2020-6-3"),
            ("en", "on the 3rd of June 2020", "2020-6-3"),
            ("fr", "le 3 juin 2020", "2020-6-3"),
            ("fr", "le 1er juin 2020", "2020-6-1"),
            ("ru", "3 июня 2020 года", "2020-6-3"),
            ("ru", "03.06.2020", "2020-6-3"),
            ("en", "2020-06-03", "2020-6-3"),
            ("en", "03/06/2020", "2020-6-3|2020-3-6"),
            ("fr", "03/06/2020", "2020-6-3"),
            ("en", "3–5 June 2020", "2020-6-3 2020-6-5"),
            ("en", "June 3–5, 2020", "2020-6-3 2020-6-5"),
            ("fr", "du 3 au 5 juin", "?-6-3 ?-6-5"),
            ("ru", "с 3 по 5 июня", "?-6-3 ?-6-5"),
            ("en", "3, 4 and 5 June", "?-6-3 ?-6-4 ?-6-5"),
            ("en", "28 May – 3 June 2020", "2020-5-28 2020-6-3"),
            ("en", "June 2020", "2020-6-?"),
            ("ru", "в июне 2020 года", "2020-6-?"),
            ("fr", "en mars 2020", "2020-3-?"),
            ("fr", "en mars", "?-3-?"),
            ("fr", "la planète Mars", ""),
            ("en", "we may march", ""),
            ("en", "in May", "?-5-?"),
            ("de", "am 3. Juni 2020", "2020-6-3"),
            ("es", "el 3 de junio de 2020", "2020-6-3"),
            ("ar", "٣ يونيو ٢٠٢٠", "2020-6-3"),
            ("ja", "2020年6月3日", "2020-6-3"),
            ("pl", "3 czerwca 2020 r.", "2020-6-3"),
            ("en", "on Tuesday, 2 June 2020", "w2 2020-6-2"),
            ("fr", "le mardi 2 juin 2020", "w2 2020-6-2"),
            ("ru", "во вторник, 2 июня 2020 года", "w2 2020-6-2"),
        ],
        firm,
    );
}

#[test]
fn times_are_read() {
    table(
        &[
            ("en", "at 3 pm, 3 p.m., 3:30 pm, 15:00", "15:00 15:00 15:30 15:00"),
            ("fr", "à 15 h, 15 h 30, 15h30", "15:00|15hour 15:30 15:30"),
            ("ru", "в 15:00, в 15 часов 30 минут", "15:00 15:30"),
            ("ru", "в 15.00", "15:00|15"),
            ("de", "um 15 Uhr, 15.30 Uhr", "15:00 15:30"),
            ("en", "12 am", "0:00"),
        ],
        firm,
    );
}

#[test]
fn ordinals_are_read() {
    table(
        &[
            ("en", "the 21st century", "21"),
            ("fr", "le XXIe siècle", "21"),
            ("fr", "le 21e siècle", "21"),
            ("ru", "XXI век", "21"),
            ("ru", "ХХI век", "21"),
            ("ru", "21-й век", "21"),
            ("ru", "глава VII", "7"),
            ("en", "chapter VII", "7"),
            ("ru", "в XIX–XX вв.", "19 20"),
            ("ru", "Людовик XIV", ""),
            ("fr", "Louis XIV", ""),
            ("en", "I think so, and X too", ""),
            ("en", "Part I think", ""),
        ],
        firm,
    );
}

#[test]
fn spelled_numbers_are_present() {
    table(
        &[
            ("en", "two", "2"),
            ("en", "twenty-five", "25"),
            ("en", "two hundred and five", "205"),
            ("en", "two hundred thousand", "200000"),
            ("en", "a hundred", "100"),
            ("en", "two and five", "2 5"),
            ("en", "the twenty-first", "21"),
            ("fr", "soixante-dix", "70"),
            ("fr", "quatre-vingt-douze", "92"),
            ("fr", "quatre-vingts", "80"),
            ("fr", "vingt et un", "21"),
            ("fr", "deux cent trente", "230"),
            ("ru", "двадцать пять", "25"),
            ("ru", "двухсот пяти", "205"),
            ("ru", "пятого", "5"),
            ("ru", "трёх тысяч", "3000"),
            ("en", "millions of people", "1000000"),
            ("en", "half", "0.5"),
            ("ru", "пятилетний", "5"),
            ("en", "24/7", "3.4285714285714285714285714286|?-7-24"),
        ],
        present,
    );
    let thirds: Vec<Vec<Value>> = [("en", "two-thirds"), ("fr", "deux tiers"), ("ru", "две трети"), ("en", "2/3")]
        .map(|(tag, text)| values(tag, text))
        .to_vec();
    for other in &thirds {
        assert!(other.iter().any(|value| thirds[3][0].agrees(value)), "{other:?}");
    }
}

mod laws {
    use proptest::prelude::*;

    use super::*;
    use crate::localize::Voices;
    use crate::model::{Fact, Statement};

    const TAGS: &[&str] = &[
        "en", "fr", "ru", "de", "es", "it", "pt", "pl", "uk", "nl", "ar", "ar-EG", "hi", "fa", "bn", "sv", "tr", "ja", "zh",
        "cs", "de-CH", "en-IN", "th",
    ];

    fn shown(tag: &str, fact: Fact, placeable: &str) -> String {
        let statement = Statement::builder("a").fact("f", fact).version(tag, format!("# T\n\n{placeable}\n")).build();
        let parallel = crate::align::Parallel::new(&statement);
        let voices = Voices::new(&[]);
        let proses = super::super::super::super::prose::Proses::new(&parallel, &voices);
        proses.get(&Language::parse(tag).unwrap(), 1).unwrap().text().to_owned()
    }

    proptest! {
        #[test]
        fn law_any_integer_that_we_write_reads_back(number in prop_oneof![-9_999_i64..9_999, any::<i32>().prop_map(i64::from), -999_999_999_999_999..999_999_999_999_999_i64], tag in prop::sample::select(TAGS)) {
            let text = shown(tag, Fact::from(number), "{ NUMBER($f) }");
            let found = values(tag, &text);
            let read: Vec<_> = found.iter().flat_map(|value| value.numbers()).collect();
            prop_assert!(found.len() == 1 && read.contains(&rust_decimal::Decimal::from(number)), "{tag} {text:?} {found:?}");
        }

        #[test]
        fn law_any_date_that_we_write_reads_back(days in 0..80_000_i64, tag in prop::sample::select(TAGS)) {
            let date = jiff::civil::date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let text = shown(tag, Fact::from(date), "{ DATETIME($f, dateStyle: \"long\") }");
            let found = values(tag, &text);
            let read: Vec<_> = found.iter().flat_map(|value| value.days()).filter_map(|day| day.civil()).collect();
            prop_assert!(read == [date], "{tag} {text:?} {found:?}");
        }

        #[test]
        fn law_no_text_is_too_strange(text in "\\PC{0,60}", tag in prop::sample::select(TAGS)) {
            for value in values(tag, &text) {
                prop_assert!(text.get(value.range.clone()).is_some() && text.get(value.whole.clone()).is_some(), "{value:?}");
            }
        }

        #[test]
        fn law_no_row_of_figures_is_too_strange(text in "[0-9 .,/:–€%$+a-zXVI\u{a0}-]{0,60}") {
            for value in values("en", &text) {
                prop_assert!(text.get(value.range.clone()).is_some() && text.get(value.whole.clone()).is_some(), "{value:?}");
            }
        }
    }
}

#[test]
fn units_are_read_with_their_powers_and_rates() {
    table(
        &[
            ("en", "37 metres and 37 m", "37metre 37metre"),
            ("ru", "37 кв. м, 37 квадратных метров, 37 м²", "37square metre 37square metre 37square metre"),
            ("fr", "37 mètres cubes, 37 m³, 37 m3", "37cubic metre 37cubic metre 37cubic metre"),
            ("fr", "90 kilomètres à l’heure, 90 km/h", "90kilometre per hour 90kilometre per hour"),
            ("ru", "8,2 км/с, 25 кбит/с", "8.2kilometre per second 25kilobit per second"),
            ("ru", "37 кВт·ч и 37 МВт", "37kilowatt-hour 37megawatt"),
            ("ru", "7\u{a0}с до старта, 7 с половиной", "7second 7"),
            ("en", "37 mW and 37 MW", "37milliwatt 37megawatt"),
            ("fr", "2,5 points de pourcentage, 25 points de base, 3 points", "2.5percentage point 25basis point 3point"),
            ("ru", "2,5 п. п., 2,5 процентного пункта", "2.5percentage point 2.5percentage point"),
            ("en", "15 euro cents and 15 cents", "15cent 15cent"),
            ("fr", "99 cents, 15 centimes d’euro", "99cent 15cent"),
            ("fr", "3,4 M€ et 750 k€", "3400000EUR 750000EUR"),
            ("en", "1.2m people, 1.5M downloads", "1.2|1200000 1500000"),
            ("ru", "90-е годы", "90|1990|2090|1890year"),
            ("en", "1.2m euros", "1.2|1200000EUR"),
        ],
        firm,
    );
}

#[test]
fn words_are_read_as_decades_centuries_and_halves() {
    table(
        &[
            ("fr", "dix-huit, dix-neuf", "18 19"),
            ("fr", "Soixante-dix-huit", "78"),
            ("fr", "quatre‑vingt‑dix‑neuf", "99"),
            ("fr", "deux-cent-dix-neuf", "219"),
            ("fr", "vingt-et-un", "21"),
            ("fr", "dix huit", "10 8"),
            ("fr", "un demi-million", "0.5|500000"),
            ("en", "half a million", "0.5|500000"),
            ("ru", "полмиллиона", "500000"),
            ("ru", "девяностые", "90|1990|2090|1890"),
            ("en", "the nineties", "90|1990|2090|1890"),
            ("fr", "un siècle et demi", "1|150"),
            ("ru", "полтора века", "1.5|150"),
        ],
        present,
    );
}

#[test]
fn amounts_of_natural_texts_are_read() {
    table(
        &[
            ("en", "(+520 deaths)", "520"),
            ("ru", "+13,0", "13"),
            ("en", "12.4 per thousand", "12.4per mille"),
            ("fr", "12,4 pour mille", "12.4per mille"),
            ("fr", "12,4 ‰", "12.4per mille"),
            ("ru", "12,4 промилле", "12.4per mille"),
            ("en", "15 working days", "15day"),
            ("ru", "15 рабочих недель", "15week"),
            ("ru", "15 рабочих", "15"),
            ("ru", "3,9 млрд годом ранее", "3900000000"),
            ("ru", "21 год назад", "21year"),
            ("ru", "98 неделей ранее", "98"),
            ("en", "24 hours a day", ""),
            ("en", "24 hours later", "24|24:00hour"),
            ("fr", "24 heures sur 24, 7 j/7", ""),
            ("fr", "24 heures sur 30", "24|24:00hour 30"),
            ("ru", "12 градусов мороза", "12|-12degree"),
            ("en", "fell by 2.5%", "2.5|-2.5%"),
            ("en", "rose by 2.5%", "2.5%"),
            ("en", "$40 million in 2020 to $50 million", "40000000USD 2020 50000000USD"),
        ],
        firm,
    );
}

/// No number is too large to be read, nor to be reckoned with.
#[test]
fn numbers_without_end_are_no_accident() {
    let most = Decimal::MAX.to_string();
    for (tag, word) in [
        ("en", "dozen "),
        ("en", "million "),
        ("en", "hundred "),
        ("en", "hundred thousand "),
        ("ru", "десяток "),
        ("fr", "douzaine "),
    ] {
        values(tag, &word.repeat(300));
        values(tag, &format!("{most} {}", word.repeat(60)));
    }
    for behind in
        ["½", " years and a half", " hours 30 minutes", " per cent", " decades", " in ten", "/3", " °F", " and a half million"]
    {
        values("en", &format!("{most}{behind}"));
    }
}
