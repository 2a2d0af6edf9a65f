use super::lexicon::Lexicon;
use super::*;
use crate::language::Language;

fn values(tag: &str, text: &str) -> Vec<Value> {
    let lexicon = Lexicon::new(&Language::parse(tag).unwrap());
    read(text, &[], &lexicon).values
}

/// Whether some value of one text is as long as some value of the other.
fn are_as_long(left: (&str, &str), right: (&str, &str)) -> bool {
    let right = values(right.0, right.1);
    values(left.0, left.1).iter().any(|left| right.iter().any(|right| left.is_as_long(right) == Some(true)))
}

#[test]
fn lengths_of_time_are_compared_by_how_long_they_are() {
    let rows = [
        ["24 hours", "24 heures", "сутки"],
        ["a day", "24 heures", "24 часа"],
        ["72 hours", "trois jours", "трёх суток"],
        ["90 minutes", "une heure et demie", "полтора часа"],
        ["an hour and a half", "1,5 heure", "полтора часа"],
        ["18 months", "un an et demi", "полтора года"],
        ["two and a half years", "30 mois", "два с половиной года"],
        ["a fortnight", "quinze jours", "две недели"],
        ["two weeks", "15 jours", "14 дней"],
        ["six months", "un semestre", "полгода"],
        ["3 months", "un trimestre", "квартал"],
        ["150 years", "un siècle et demi", "полтора века"],
        ["half an hour", "une demi-heure", "полчаса"],
        ["45 minutes", "trois quarts d’heure", "три четверти часа"],
        ["4 hours and 30 minutes", "4 h 30", "4 ч 30 мин"],
        ["2 minutes 5 seconds", "125 secondes", "2 минуты и 5 секунд"],
        ["three months", "3 mois", "трёхмесячный"],
        ["the first 72 hours", "les trois premiers jours", "первые трое суток"],
    ];
    for [en, fr, ru] in rows {
        assert!(are_as_long(("en", en), ("fr", fr)), "{en:?}, {fr:?}");
        assert!(are_as_long(("en", en), ("ru", ru)), "{en:?}, {ru:?}");
    }
}

#[test]
fn other_lengths_are_other_lengths() {
    let rows = [
        (("en", "24 hours"), ("ru", "двух суток")),
        (("en", "14 days"), ("fr", "15 jours")),
        (("en", "two hours"), ("fr", "deux jours")),
        (("en", "a year"), ("ru", "полгода")),
        (("en", "4 hours 30 minutes"), ("fr", "4 h 20")),
    ];
    for (left, right) in rows {
        assert!(!are_as_long(left, right), "{left:?}, {right:?}");
    }
}

/// Whether a text has a time that may be this.
fn says_time(tag: &str, text: &str, hour: u8, minute: u8) -> bool {
    let wanted = Reading::Time(Clock { hour, minute, second: 0 });
    values(tag, text).iter().any(|value| value.kind == Kind::Time && value.readings.contains(&wanted))
}

#[test]
fn times_in_words_are_read() {
    let rows = [
        ("en", "at half past nine", 9, 30),
        ("en", "at a quarter to six", 17, 45),
        ("en", "at twenty past three", 15, 20),
        ("en", "at nine in the evening", 21, 0),
        ("en", "at five o’clock", 5, 0),
        ("fr", "à neuf heures et demie", 9, 30),
        ("fr", "à 9 heures et quart", 9, 15),
        ("fr", "à dix heures moins le quart", 9, 45),
        ("fr", "à vingt et une heures", 21, 0),
        ("fr", "à midi et demi", 12, 30),
        ("ru", "в половине десятого", 9, 30),
        ("ru", "в полдесятого", 9, 30),
        ("ru", "без четверти десять", 9, 45),
        ("ru", "в четверть десятого", 9, 15),
        ("ru", "в десять минут первого", 12, 10),
        ("ru", "в девять вечера", 21, 0),
        ("ru", "в час дня", 13, 0),
        ("en", "at 12 noon", 12, 0),
        ("en", "at 0800 hours", 8, 0),
    ];
    for (tag, text, hour, minute) in rows {
        assert!(says_time(tag, text, hour, minute), "{tag} {text:?}");
    }
}

#[test]
fn seasons_are_told_from_other_words() {
    let season = |tag: &str, text: &str| {
        let value = values(tag, text).into_iter().find(Value::is_said)?;
        value.days().next()?.month
    };
    let rows = [
        ("en", "in the autumn of 2019", Some(23)),
        ("en", "since last spring", Some(21)),
        ("en", "the fall of the city, which may spring back", None),
        ("fr", "à l’été 2020, il a été réélu", Some(22)),
        ("fr", "il a été réélu", None),
        ("fr", "les sports d’hiver", None),
        ("ru", "осенью", Some(23)),
        ("ru", "к зиме 2021 года", Some(24)),
        ("ru", "пять лет", None),
    ];
    for (tag, text, month) in rows {
        assert_eq!(season(tag, text), month, "{tag} {text:?}");
    }
}

#[test]
fn zones_have_one_name_in_all_languages() {
    let zone = |tag: &str, text: &str| values(tag, text).first().and_then(|value| value.zone);
    let rows = [
        ("en", "17:00 GMT", Some("utc")),
        ("fr", "17 h 00 TU", Some("utc")),
        ("fr", "à 17 h 00 (heure de Paris)", Some("cet")),
        ("ru", "17:00 мск", Some("msk")),
        ("ru", "17:00 по московскому времени", Some("msk")),
        ("fr", "à 17 h 00 tu verras", None),
    ];
    for (tag, text, wanted) in rows {
        assert_eq!(zone(tag, text), wanted, "{tag} {text:?}");
    }
}

#[test]
fn weekdays_stand_beside_their_own_dates() {
    let weekdays = |tag: &str, text: &str| -> Vec<Option<u8>> {
        let dates = values(tag, text).into_iter().filter(|value| value.kind == Kind::Date);
        dates.map(|value| value.weekday.map(|(day, _)| day)).collect()
    };
    let rows = [
        ("en", "on Tuesday and Wednesday, 7 and 8 October 2025", vec![Some(2), Some(3)]),
        ("fr", "les mardi 7 et mercredi 8 octobre", vec![Some(2), Some(3)]),
        ("ru", "во вторник и среду, 7 и 8 октября", vec![Some(2), Some(3)]),
        ("ru", "с понедельника, 27 ноября, по пятницу, 1 декабря", vec![Some(1), Some(5)]),
        ("en", "Closed on Sundays, 14 July and 15 August", vec![None, None]),
        ("fr", "sauf le mardi, le 1er janvier", vec![None]),
        ("ru", "кроме вторника, 1 января", vec![None]),
        ("ru", "по вторникам, 1 мая", vec![None]),
        ("en", "on Tuesday, 2 June 2020", vec![Some(2)]),
    ];
    for (tag, text, wanted) in rows {
        assert_eq!(weekdays(tag, text), wanted, "{tag} {text:?}");
    }
}

#[test]
fn parts_of_a_year_are_read() {
    for (tag, text, part) in [
        ("en", "in the first nine months of 2024", Some((1, 9, Some(2024)))),
        ("fr", "sur les neuf premiers mois de 2024", Some((1, 9, Some(2024)))),
        ("ru", "за первые девять месяцев 2024 года", Some((1, 9, Some(2024)))),
        ("ru", "за 9 месяцев 2024 года", Some((1, 9, Some(2024)))),
        ("en", "the first half of 2024", Some((1, 6, Some(2024)))),
        ("en", "the first half of the year", Some((1, 6, None))),
        ("fr", "au second semestre 2024", Some((7, 12, Some(2024)))),
        ("ru", "во II полугодии 2024 года", Some((7, 12, Some(2024)))),
        ("fr", "au 3e trimestre de l’année 2024", Some((7, 9, Some(2024)))),
        ("en", "in Q4 2024", Some((10, 12, Some(2024)))),
        // Any nine months, a length of time, and what no year has.
        ("en", "nine months of 2024", None),
        ("ru", "девять месяцев спустя", None),
        ("en", "in the fifth quarter of 2024", None),
        ("en", "Q9 2024", None),
        ("en", "half of 2024", None),
    ] {
        let lexicon = Lexicon::new(&Language::parse(tag).unwrap());
        let found = read(text, &[], &lexicon).periods;
        let found: Vec<_> = found.iter().map(|period| (period.first, period.last, period.year)).collect();
        assert_eq!(found, Vec::from_iter(part), "{text}");
    }
}

#[test]
fn a_night_has_two_days() {
    for (tag, text, expected) in [
        ("ru", "в ночь на 19 января", vec![(1, 18), (1, 19)]),
        ("ru", "в ночь на пятницу, 19 января", vec![(1, 18), (1, 19)]),
        ("ru", "в ночь на 1 января", vec![(1, 1), (12, 31)]),
        ("en", "on the night of 18 January", vec![(1, 18), (1, 19)]),
        ("en", "on the night of 18–19 January", vec![(1, 18), (1, 19)]),
        ("en", "on the night of 18/19 January", vec![(1, 18), (1, 19)]),
        ("en", "overnight into 19 January", vec![(1, 18), (1, 19)]),
        ("fr", "dans la nuit du 18 au 19 janvier", vec![(1, 18), (1, 19)]),
        ("fr", "dans la nuit du 18 janvier", vec![(1, 18), (1, 19)]),
        // Of a February without its year, nobody knows the last day.
        ("ru", "в ночь на 1 марта", vec![(3, 1)]),
        ("ru", "в ночь на 1 марта 2024 года", vec![(2, 29), (3, 1)]),
        ("en", "a night in May; on 18 January", vec![(1, 18)]),
    ] {
        let mut days: Vec<(u8, u8)> =
            values(tag, text).iter().flat_map(Value::days).filter_map(|day| day.month.zip(day.day)).collect();
        days.sort_unstable();
        assert_eq!(days, expected, "{text}");
    }
}
