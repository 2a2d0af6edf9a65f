//! The rules on values, on a dense statement in three languages: nothing is found in it, and each figure that is changed is found once,
//! at its place.

use promulgate::check::{Checker, family};
use promulgate::diagnostic::Finding;
use promulgate::localize::Speaker;
use promulgate::model::Project;
use promulgate::{Language, Statement};

const ENGLISH: &str = "\
# 45 hospitals in 12 countries attacked since March 2020

On Tuesday, 2 June 2020, the allies met for the 3rd time since 14 April. The attacks struck 45 hospitals and 17 laboratories, and 6.29 million patients
waited for 36 hours or longer. In 2019 there had been 1,450 attacks, in 2020 there were 29,000.

The fund holds 2.5 billion euros, of which 20 % went to rural clinics, 12.5 per cent to 350 laboratories and 1,200,000 dollars to training.
From 20 to 45 million people live within 80 km of a clinic that was struck between 3 and 5 June 2020.

- A conference opens on 21 September 2020 at 3 pm and closes at 18:30.
- Decision 16 takes effect on 1 January 2021, in the 21st century’s third decade.
- Chapter VII lists 64 measures; 11 of 64 are new, and two are old.

| Country | Hospitals | Loss |
| --- | --- | --- |
| Freedonia | 23 | $4.7 million |
| Sylvania | 19 | €380,000 |
";

const FRENCH: &str = "\
# 45 hôpitaux attaqués dans 12 pays depuis mars 2020

Le mardi 2 juin 2020, les alliés se sont réunis pour la 3e fois depuis le 14 avril. Les attaques ont frappé 45 hôpitaux et 17 laboratoires, et 6,29 millions de patients
ont attendu 36 heures ou davantage. En 2019, on avait compté 1 450 attaques ; en 2020, il y en a eu 29 000.

Le fonds dispose de 2,5 milliards d’euros, dont 20 % sont allés aux cliniques rurales, 12,5 pour cent à 350 laboratoires et 1 200 000 dollars à la formation.
De 20 à 45 millions de personnes vivent à moins de 80 km d’une clinique touchée entre le 3 et le 5 juin 2020.

- Une conférence s’ouvre le 21 septembre 2020 à 15 h et s’achève à 18 h 30.
- La décision 16 prend effet le 1er janvier 2021, dans la troisième décennie du XXIe siècle.
- Le chapitre VII énumère 64 mesures ; sur 64, 11 sont nouvelles et deux anciennes.

| Pays | Hôpitaux | Perte |
| --- | --- | --- |
| Freedonia | 23 | 4,7 millions de dollars |
| Sylvania | 19 | 380 000 € |
";

const RUSSIAN: &str = "\
# 45 больниц в 12 странах подверглись нападениям с марта 2020 года

Во вторник, 2 июня 2020 года, союзники встретились в 3-й раз с 14 апреля. Нападения затронули 45 больниц и 17 лабораторий, и 6,29 млн пациентов
ждали 36 часов или дольше. В 2019 году было 1450 нападений, в 2020-м — 29 000.

В фонде 2,5 млрд евро, из них 20 % получили сельские клиники, 12,5 процента — 350 лабораторий, а 1,2 млн долларов пошли на обучение.
От 20 до 45 млн человек живут не дальше 80 км от клиники, которая пострадала с 3 по 5 июня 2020 года.

- Конференция откроется 21 сентября 2020 года в 15:00 и закроется в 18:30.
- Решение 16 вступит в силу 1 января 2021 года, в третьем десятилетии XXI века.
- В главе VII перечислены 64 меры; из 64 мер 11 новые, а две старые.

| Страна | Больницы | Ущерб |
| --- | --- | --- |
| Фридония | 23 | 4,7 млн долларов |
| Сильвания | 19 | 380 000 евро |
";

/// The findings on values, each with its file, the text under it and what it says.
fn findings(english: &str, french: &str, russian: &str) -> Vec<Finding> {
    let versions = [("en", english), ("fr", french), ("ru", russian)];
    let statement = versions
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .fold(Statement::builder("dense"), |builder, (tag, text)| builder.version(tag, *text));
    let project = Project::default();
    let report = Checker::new(&project).check(&statement.build());
    report.findings().iter().filter(|finding| family(finding.rule()) == "agreement").cloned().collect()
}

fn line(finding: &Finding) -> String {
    let speaker = Speaker::new(&Language::parse("en").unwrap());
    let said = speaker.say(finding).message;
    format!("{} {:?} {}[{}] {said}", finding.here().file.path(), finding.here().text(), finding.severity(), finding.rule())
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(line).collect()
}

#[test]
fn a_faithful_dense_statement_is_left_alone() {
    assert_eq!(lines(&findings(ENGLISH, FRENCH, RUSSIAN)), Vec::<String>::new());
    assert_eq!(lines(&findings(ENGLISH, FRENCH, "")), Vec::<String>::new());
    assert_eq!(lines(&findings(ENGLISH, "", RUSSIAN)), Vec::<String>::new());
}

/// The runs of digits of a text, with the signs and words that a mutation may change besides.
fn digits(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_ascii_digit(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    found
}

struct Bench {
    found: usize,
    all: usize,
    missed: Vec<String>,
}

impl Bench {
    /// Counts whether exactly one finding stands in this language at this place.
    fn add(&mut self, what: &str, tag: &str, place: std::ops::Range<usize>, findings: &[Finding]) {
        self.all += 1;
        let here = |finding: &Finding| {
            let span = finding.here().span.range();
            let touches = span.start <= place.end && place.start <= span.end;
            finding.language().is_some_and(|language| language.as_str() == tag) && touches
        };
        match findings {
            [one] if here(one) => self.found += 1,
            others => self.missed.push(format!("{what}\n    {}", lines(others).join("\n    "))),
        }
    }
}

#[test]
fn each_changed_digit_is_found_once_at_its_place() {
    let mut bench = Bench { found: 0, all: 0, missed: Vec::new() };
    for (tag, text) in [("en", ENGLISH), ("fr", FRENCH), ("ru", RUSSIAN)] {
        for range in digits(text) {
            for at in range.clone() {
                let digit = text.as_bytes()[at] - b'0';
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] = b'0' + (digit + 3) % 10;
                if bytes[range.start] == b'0' && range.len() > 1 {
                    continue;
                }
                let changed = String::from_utf8(bytes).unwrap();
                let found = match tag {
                    "en" => findings(&changed, FRENCH, RUSSIAN),
                    "fr" => findings(ENGLISH, &changed, RUSSIAN),
                    _ => findings(ENGLISH, FRENCH, &changed),
                };
                let line = &changed[changed[..at].rfind('\n').map_or(0, |end| end + 1)..];
                let context: String = line.chars().take(60).collect();
                bench.add(
                    &format!("{tag} {} -> {} in {context:?}", &text[range.clone()], &changed[range.clone()]),
                    tag,
                    range.clone(),
                    &found,
                );
            }
        }
    }
    println!("{} of {}", bench.found, bench.all);
    assert!(bench.found * 100 >= bench.all * 97, "{} of {}\n{}", bench.found, bench.all, bench.missed.join("\n"));
    if std::env::var_os("SHOW").is_some() {
        println!("{}", bench.missed.join("\n"));
    }
}

/// What is done to one place of a translation, with the words that are to be named: what stands there before, and after.
const CHANGES: &[(&str, &str, &str)] = &[
    ("fr", "45 hôpitaux et 17 laboratoires", "17 hôpitaux et 45 laboratoires"),
    ("ru", "45 больниц и 17 лабораторий", "17 больниц и 45 лабораторий"),
    ("fr", "de 2,5 milliards", "de 2,5 billions"),
    ("fr", "de 2,5 milliards", "de 2,5 millions"),
    ("fr", "de 2,5 milliards", "de 2,5"),
    ("ru", "2,5 млрд", "2,5 млн"),
    ("ru", "2,5 млрд", "2,5 трлн"),
    ("ru", "6,29 млн", "6,29 тыс."),
    ("fr", "mardi 2 juin", "mercredi 2 juin"),
    ("ru", "вторник", "среду"),
    ("fr", "2 juin 2020", "2 juillet 2020"),
    ("ru", "2 июня 2020", "2 июля 2020"),
    ("fr", "21 septembre", "21 novembre"),
    ("fr", "depuis mars 2020", "depuis mai 2020"),
    ("ru", "с марта 2020", "с мая 2020"),
    ("fr", "20 % sont", "20 sont"),
    ("ru", "20 % получили", "20 получили"),
    ("fr", "12,5 pour cent", "12,5 millions"),
    ("ru", "12,5 процента", "12,5 тысячи"),
    ("fr", "milliards d’euros", "milliards de dollars"),
    ("ru", "млрд евро", "млрд долларов"),
    ("fr", "380 000 €", "380 000 $"),
    ("fr", "380 000 €", "380 000"),
    ("ru", "4,7 млн долларов", "4,7 млн евро"),
    ("ru", "4,7 млн долларов", "4,7 млн рублей"),
    ("fr", "80 km", "80 miles"),
    ("ru", "80 км", "80 миль"),
    ("fr", "36 heures", "36 jours"),
    ("ru", "36 часов", "36 дней"),
    ("fr", "15 h et", "16 h et"),
    ("ru", "15:00", "16:00"),
    ("fr", "18 h 30", "18 h 45"),
    ("fr", "XXIe siècle", "XIXe siècle"),
    ("ru", "XXI века", "XX века"),
    ("fr", "chapitre VII", "chapitre VIII"),
    ("ru", "главе VII", "главе VI"),
    ("fr", "3e fois", "4e fois"),
    ("fr", "1er janvier", "2 janvier"),
    ("fr", "et 17 laboratoires", "et des laboratoires"),
    ("ru", "и 17 лабораторий", "и лаборатории"),
    ("fr", "350 laboratoires", "des laboratoires"),
    ("fr", " à 15 h", ""),
    ("fr", "45 hôpitaux et 17", "45 hôpitaux dans 9 villes et 17"),
    ("ru", "45 больниц и 17", "45 больниц в 30 городах и 17"),
    ("fr", "1 450 attaques", "1,450 million d’attaques"),
    (
        "fr",
        "En 2019, on avait compté 1 450 attaques ; en 2020, il y en a eu 29 000",
        "En 2019, on avait compté 29 000 attaques ; en 2020, il y en a eu 1 450",
    ),
    ("ru", "В 2019 году было 1450 нападений, в 2020-м — 29 000", "В 2019 году было 29 000 нападений, в 2020-м — 1450"),
    ("fr", "| 23 | 4,7 millions", "| 32 | 4,7 millions"),
    ("fr", "le 21 septembre 2020", "le 21 septembre"),
    ("ru", "1 января 2021 года", "1 января"),
];

#[test]
fn each_mistake_is_found_once_at_its_place() {
    let mut bench = Bench { found: 0, all: 0, missed: Vec::new() };
    for &(tag, before, after) in CHANGES {
        let text = if tag == "fr" { FRENCH } else { RUSSIAN };
        let at = text.find(before).unwrap_or_else(|| panic!("{before} is not in the text"));
        let changed = text.replacen(before, after, 1);
        let found = if tag == "fr" { findings(ENGLISH, &changed, RUSSIAN) } else { findings(ENGLISH, FRENCH, &changed) };
        // What is missing has its whole block for a place.
        bench.add(&format!("{tag} {before} -> {after}"), tag, at..at + after.len(), &found);
        if std::env::var_os("SHOW").is_some() {
            println!("{tag} {before} -> {after}\n    {}", lines(&found).join("\n    "));
        }
        let alone = if tag == "fr" { findings(ENGLISH, &changed, "") } else { findings(ENGLISH, "", &changed) };
        bench.add(&format!("two languages: {tag} {before} -> {after}"), tag, at..at + after.len(), &alone);
    }
    println!("{} of {}", bench.found, bench.all);
    assert!(bench.missed.is_empty(), "{} of {}\n{}", bench.found, bench.all, bench.missed.join("\n"));
}

/// Faithful translations that a careless reader of figures would accuse: English, French, Russian.
const FAITHFUL: &[(&str, &str, &str)] = &[
    ("29,000 people, 0.5 litres", "29 000 personnes, 0,5 litre", "29000 человек, 0,5 литра"),
    ("two hospitals and 3 clinics", "2 hôpitaux et trois cliniques", "две больницы и три клиники"),
    ("on 3 June", "le 3 juin", "3 июня"),
    ("in the 21st century", "au XXIe siècle", "в XXI веке"),
    ("Louis XIV built it.", "Louis XIV l’a construit.", "Его построил Людовик XIV."),
    ("One must not give up; I will not.", "Il ne faut pas céder ; un homme ne cède pas.", "Нельзя сдаваться; один из нас устал."),
    (
        "It may wait a second. We march in May.",
        "Cela peut attendre une seconde. Nous marcherons en mai.",
        "Это может подождать секунду. Мы выступим в мае.",
    ),
    ("The planet Mars is far.", "La planète Mars est loin.", "Планета Марс далеко."),
    (
        "A hundred people worked 24/7.",
        "Une centaine de personnes ont travaillé jour et nuit.",
        "Сто человек работали круглосуточно.",
    ),
    ("First of all, thanks.", "D’abord, merci.", "Прежде всего спасибо."),
    ("20 of the 45 hospitals", "sur 45 hôpitaux, 20", "из 45 больниц 20"),
    ("up 20 % to 45 million", "45 millions, soit 20 % de plus", "выросло на 20 % до 45 млн"),
    ("a quarter of patients, 25% of staff", "25 % des patients, un quart du personnel", "четверть пациентов, 25 % сотрудников"),
    ("two-thirds of members", "les deux tiers des membres", "две трети членов"),
    ("half a million people", "un demi-million de personnes", "полмиллиона человек"),
    ("1.5 million people", "un million et demi de personnes", "полтора миллиона человек"),
    ("in the 1990s and the 20th century", "dans les années 1990 et au XXe siècle", "в 1990-е годы и в XX веке"),
    ("between 2011 and 2017", "entre 2011 et 2017", "в 2011–2017 годах"),
    ("from 3 to 5 June 2020", "du 3 au 5 juin 2020", "3–5 июня 2020 года"),
    ("from 28 May to 3 June 2020", "du 28 mai au 3 juin 2020", "с 28 мая по 3 июня 2020 года"),
    ("June 3, 2020, at 3 p.m.", "le 3 juin 2020 à 15 heures", "3 июня 2020 года в 15 часов"),
    ("by noon on Friday, 5 June 2020", "avant vendredi 5 juin 2020 à 12 h", "до 12 часов пятницы, 5 июня 2020 года"),
    ("24 hours a day, 7 days a week", "24 heures sur 24, 7 jours sur 7", "24 часа в сутки, 7 дней в неделю"),
    ("within 24 hours", "sous 24 heures", "в течение 24 часов"),
    ("a 7-day ban, a 10-year plan", "une interdiction de 7 jours, un plan de 10 ans", "7-дневный запрет, 10-летний план"),
    ("a five-storey building of 2 km²", "un bâtiment de cinq étages de 2 km²", "пятиэтажное здание площадью 2 км²"),
    (
        "The COVID-19 pandemic hit 5G and IPv6.",
        "La pandémie de covid-19 a touché la 5G et l’IPv6.",
        "Пандемия COVID-19 ударила по 5G и IPv6.",
    ),
    ("the G7 and the G20", "le G7 et le G20", "«Большая семёрка» и «Группа двадцати»"),
    ("€2.5 billion ($2.9bn)", "2,5 milliards d’euros (2,9 milliards de dollars)", "2,5 млрд евро (2,9 млрд долл. США)"),
    ("between 20 and 30 per cent", "entre 20 et 30 %", "от 20 до 30 процентов"),
    ("between €20 million and €30 million", "entre 20 et 30 millions d’euros", "от 20 до 30 млн евро"),
    ("−5 °C, 41 °F", "−5 °C, 41 °F", "−5 °C, 41 °F"),
    (
        "at least 4,940 patients, no less than 12%",
        "au moins 4 940 patients, pas moins de 12 %",
        "не менее 4940 пациентов, не меньше 12 %",
    ),
    ("Call +32 2 707 41 11.", "Appelez le +32 2 707 41 11.", "Звоните: +32 2 707 41 11."),
    (
        "version 8.2 of 1.2.3, build 10.0.19041",
        "version 8.2 de 1.2.3, build 10.0.19041",
        "версия 8.2 из 1.2.3, сборка 10.0.19041",
    ),
    (
        "aged 18 to 25, the under-18s",
        "âgés de 18 à 25 ans, les moins de 18 ans",
        "в возрасте от 18 до 25 лет, лица моложе 18 лет",
    ),
    ("a 50-50 split, 3:1", "un partage 50-50, 3 contre 1", "раздел 50 на 50, 3 к 1"),
    (
        "the Second World War ended in 1945",
        "la Seconde Guerre mondiale a pris fin en 1945",
        "Вторая мировая война закончилась в 1945 году",
    ),
    ("the 75th anniversary", "le 75e anniversaire", "75-летие"),
    ("for the first time in twenty-five years", "pour la première fois en vingt-cinq ans", "впервые за 25 лет"),
    (
        "Tens of thousands, hundreds of millions",
        "Des dizaines de milliers, des centaines de millions",
        "Десятки тысяч, сотни миллионов",
    ),
    ("several dozen, a dozen, 12 in all", "plusieurs dizaines, une douzaine, 12 en tout", "несколько десятков, дюжина, всего 12"),
    ("Paragraphs 3, 4 and 5 apply.", "Les paragraphes 3, 4 et 5 s’appliquent.", "Применяются пункты 3, 4 и 5."),
    ("pages 3,4", "pages 3 et 4", "страницы 3 и 4"),
    ("a 20-fold rise, 1.5 times as many", "multiplié par 20, 1,5 fois plus", "рост в 20 раз, в 1,5 раза больше"),
    ("the 2020-2021 school year", "l’année scolaire 2020/2021", "2020/21 учебный год"),
    ("two million euros", "2 millions d’euros", "2 млн евро"),
    ("3.30 pm CET", "15 h 30 (heure de Paris)", "15:30 по центральноевропейскому времени"),
    ("on Wednesday", "mercredi", "в среду"),
    ("50,000 tonnes, 3 hectares", "50 000 tonnes, 3 hectares", "50 тыс. тонн, 3 га"),
    ("1,234,567.89 dollars", "1 234 567,89 dollars", "1 234 567,89 доллара"),
    (
        "On 11 September 2001, 2,977 people died.",
        "Le 11 septembre 2001, 2 977 personnes ont péri.",
        "11 сентября 2001 года погибли 2977 человек.",
    ),
    ("Chapter VII of the Charter; Article 5", "le chapitre VII de la Charte ; l’article 5", "глава VII Устава; статья 5"),
    ("seventeen states, 30 allies", "17 États, trente alliés", "17 государств, тридцать союзников"),
    ("two hundred and five ships", "deux cent cinq navires", "двести пять кораблей"),
    ("a billion people", "un milliard de personnes", "миллиард человек"),
    ("0.7% of GDP by 2030", "0,7 % du PIB d’ici à 2030", "0,7 % ВВП к 2030 году"),
    ("the 5th and 6th sessions", "les 5e et 6e sessions", "5-я и 6-я сессии"),
    ("late March 2020, mid-April", "fin mars 2020, mi-avril", "конец марта 2020 года, середина апреля"),
    ("midnight on 31 December", "le 31 décembre à minuit", "в полночь 31 декабря"),
    ("10 a.m. to 6 p.m.", "de 10 h à 18 h", "с 10:00 до 18:00"),
    ("In 2020, on 3 June", "Le 3 juin 2020", "3 июня 2020 года"),
    ("the “8 + 1” format", "le format « 8 + 1 »", "формат «8 + 1»"),
];

#[test]
fn what_only_looks_different_is_left_alone() {
    let mut wrong = Vec::new();
    for (english, french, russian) in FAITHFUL {
        let text = |words: &str| format!("# Title\n\n{words}\n");
        let (en, fr, ru) = (text(english), text(french), text(russian));
        for (name, found) in [("all", findings(&en, &fr, &ru)), ("fr", findings(&en, &fr, "")), ("ru", findings(&en, "", &ru))] {
            if !found.is_empty() {
                wrong.push(format!("{name}: {english} | {french} | {russian}\n    {}", lines(&found).join("\n    ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
