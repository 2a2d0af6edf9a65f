//! A deterministic generator of collections: N statements in English, French and Russian, of the length of real ones.
//!
//! A statement has a title, a summary, headings, 8 paragraphs of 80 words, 2 quotations, a list, a table, a link and a footnote:
//! about 8 KB in English and French, 16 KB in Russian. The versions agree with one another, so that a checker finds nothing.

use std::fmt::Write;

/// A language with words enough to look like one, and the ways in which it writes what statements hold.
struct Tongue {
    tag: &'static str,
    title: &'static str,
    heading: [&'static str; 3],
    by: &'static str,
    note: &'static str,
    link: &'static str,
    months: [&'static str; 12],
    words: &'static str,
    open: &'static str,
    close: &'static str,
    thousands: &'static str,
}

const TONGUES: [Tongue; 3] = [
    Tongue {
        tag: "en",
        title: "Statement on the protection of hospitals, no.",
        heading: ["The situation", "Our position", "Our response"],
        by: "the spokesperson",
        note: "Figures supplied by the national authorities.",
        link: "the full report",
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        words: "the alliance condemns attacks against hospitals and research institutes which save lives every day while allies stand \
                together in solidarity with all those who work under pressure to protect patients because networks and systems must \
                remain open safe reliable for everyone who depends on care during this crisis as governments agreed at their meeting",
        open: "“",
        close: "”",
        thousands: ",",
    },
    Tongue {
        tag: "fr",
        title: "Déclaration sur la protection des hôpitaux, no",
        heading: ["La situation", "Notre position", "Notre réponse"],
        by: "la porte-parole",
        note: "Chiffres communiqués par les autorités nationales.",
        link: "le rapport complet",
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        words: "le conseil condamne les attaques contre les hôpitaux et les instituts de recherche qui sauvent des vies chaque jour \
                alors que les alliés restent unis avec toutes celles et ceux qui travaillent sous pression pour protéger les malades \
                car les réseaux doivent rester ouverts sûrs fiables pour chacun pendant cette crise comme convenu lors de la réunion",
        open: "«\u{a0}",
        close: "\u{a0}»",
        thousands: "\u{202f}",
    },
    Tongue {
        tag: "ru",
        title: "Заявление о защите больниц, номер",
        heading: ["Обстановка", "Наша позиция", "Наш ответ"],
        by: "официальный представитель",
        note: "Данные предоставлены национальными органами власти.",
        link: "полный доклад",
        months: [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        words: "совет решительно осуждает нападения на больницы и научные институты которые ежедневно спасают жизни людей пока союзники \
                сохраняют единство вместе со всеми кто трудится ради защиты больных поскольку сети должны оставаться открытыми надёжными \
                для каждого кто нуждается в помощи во время этого кризиса как договорились правительства на своей встрече",
        open: "«",
        close: "»",
        thousands: "\u{a0}",
    },
];

/// xorshift64*: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

/// The files of a collection of `statements` statements, as paths with texts.
pub(crate) fn collection(statements: usize) -> Vec<(String, String)> {
    let mut files = vec![(
        "promulgate.toml".to_owned(),
        "[collection]\ntitle = \"Generated\"\nissuer = \"The issuer\"\nbase_url = \"https://press.example.org/\"\n\
         languages = [\"en\", \"fr\", \"ru\"]\nsource = \"en\"\nauthoritative = [\"en\", \"fr\"]\n"
            .to_owned(),
    )];
    for number in 1..=statements {
        let id = format!("statement-{number:06}");
        let folder = format!("statements/{id}");
        let (month, day) = (number % 12 + 1, number % 28 + 1);
        let mut toml = format!(
            "number = \"PR (2020) {number}\"\nkind = \"statement\"\nissued = 2020-{month:02}-{day:02}\n\
             place = {{ en = \"Brussels\", fr = \"Bruxelles\", ru = \"Брюссель\" }}\n"
        );
        for tongue in &TONGUES {
            let translation = if tongue.tag == "en" { "original" } else { "human" };
            let _ = write!(toml, "\n[versions.{}]\nstate = \"final\"\ntranslation = \"{translation}\"\n", tongue.tag);
        }
        files.push((format!("{folder}/statement.toml"), toml));
        for tongue in &TONGUES {
            files.push((format!("{folder}/{}.md", tongue.tag), text(tongue, number)));
        }
    }
    files
}

/// A Fluent catalogue in each language: `messages` messages, of which every fourth takes a variable, every tenth chooses by a number and
/// every twentieth has an attribute. The catalogues agree with one another, so that a checker finds nothing.
pub(crate) fn catalogues(messages: usize) -> Vec<(String, String)> {
    TONGUES.iter().map(|tongue| (format!("locales/{}/messages.ftl", tongue.tag), catalogue(tongue, messages))).collect()
}

fn catalogue(tongue: &Tongue, messages: usize) -> String {
    let mut words = Dice(0xD1B5_4A32_D192_ED03);
    let mut out = String::new();
    for number in 0..messages {
        let _ = write!(out, "message-{number} = ");
        sentence(&mut out, tongue, &mut words, 8);
        if number % 4 == 0 {
            out.push_str(" { $name }");
        }
        if number % 10 == 0 {
            let categories: &[&str] = match tongue.tag {
                "ru" => &["one", "few", "many"],
                "fr" => &["one", "many"],
                _ => &["one"],
            };
            out.push_str(" { $count ->\n");
            for (at, category) in categories.iter().enumerate() {
                let _ = write!(out, "    [{category}] {{ $count }} ");
                // Each of another length, so that no two are the same by chance.
                sentence(&mut out, tongue, &mut words, 3 + at);
                out.push('\n');
            }
            out.push_str("   *[other] { $count } ");
            sentence(&mut out, tongue, &mut words, 2);
            out.push_str("\n    }");
        }
        out.push('\n');
        if number % 20 == 0 {
            out.push_str("    .title = ");
            sentence(&mut out, tongue, &mut words, 3);
            out.push('\n');
        }
    }
    out
}

/// The text of one version. The dice that decide structure and figures fall the same for every language.
fn text(tongue: &Tongue, number: usize) -> String {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ number as u64);
    let mut words = Dice(0xD1B5_4A32_D192_ED03 ^ number as u64);
    let mut out = format!("# {} {number}\n", tongue.title);
    for (section, heading) in tongue.heading.iter().enumerate() {
        let _ = write!(out, "\n## {heading} {{#s{section}}}\n");
        for paragraph in 0..3 {
            if section == 2 && paragraph == 2 {
                break;
            }
            let n = section * 3 + paragraph + 1;
            let _ = write!(out, "\n{n}. ");
            let (thousands, rest) = (dice.roll(900) + 1, dice.roll(1000));
            let (day, month) = (dice.roll(27) + 1, dice.roll(12) as usize);
            sentence(&mut out, tongue, &mut words, 38);
            let _ = write!(out, " {thousands}{}{rest:03} ", tongue.thousands);
            sentence(&mut out, tongue, &mut words, 20);
            let _ = write!(out, " {day} {} 2020", tongue.months[month]);
            out.push(' ');
            sentence(&mut out, tongue, &mut words, 19);
            match n {
                2 => {
                    let _ = write!(out, " [{}](https://www.example.org/report/{number})", tongue.link);
                }
                4 => out.push_str("[^1]"),
                6 => {
                    out.push_str(" **");
                    sentence(&mut out, tongue, &mut words, 4);
                    out.push_str("**");
                }
                _ => {}
            }
            out.push_str(".\n");
        }
        if section < 2 {
            let _ = write!(out, "\n> {}", tongue.open);
            sentence(&mut out, tongue, &mut words, 30);
            let _ = write!(out, "{}\n>\n> — {}\n", tongue.close, tongue.by);
        }
    }
    out.push('\n');
    for _ in 0..4 {
        out.push_str("- ");
        sentence(&mut out, tongue, &mut words, 9);
        out.push('\n');
    }
    let _ = write!(out, "\n[^1]: {}\n", tongue.note);
    out
}

fn sentence(out: &mut String, tongue: &Tongue, dice: &mut Dice, length: usize) {
    let count = tongue.words.split_whitespace().count() as u64;
    let from = dice.roll(count) as usize;
    for (at, word) in tongue.words.split_whitespace().cycle().skip(from).take(length).enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}
