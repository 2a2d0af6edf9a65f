//! Words for lengths of time, for seasons and for weekdays in every form, of the languages known in depth.

use super::Meaning::*;
use super::Table;

pub(super) const EN: Table = &[
    ("h", Hour),
    ("sept", Month(9)),
    ("fortnight fortnights", Length("week", 2)),
    ("quarter quarters", Length("month", 3)),
    ("decade decades", Length("year", 10)),
    ("spring", Season(1)),
    ("summer", Season(2)),
    ("autumn fall", Season(3)),
    ("winter", Season(4)),
    ("mondays", Weekday(1)),
    ("tuesdays", Weekday(2)),
    ("wednesdays", Weekday(3)),
    ("thursdays", Weekday(4)),
    ("fridays", Weekday(5)),
    ("saturdays", Weekday(6)),
    ("sundays", Weekday(7)),
];

pub(super) const FR: Table = &[
    ("quinzaine quinzaines", Length("week", 2)),
    ("huitaine", Length("week", 1)),
    ("trimestre trimestres", Length("month", 3)),
    ("semestre semestres", Length("month", 6)),
    ("décennie décennies", Length("year", 10)),
    ("tu tuc hec hnec haec heec", Zone),
    ("printemps", Season(1)),
    ("été", Season(2)),
    ("automne", Season(3)),
    ("hiver", Season(4)),
    ("lundis", Weekday(1)),
    ("mardis", Weekday(2)),
    ("mercredis", Weekday(3)),
    ("jeudis", Weekday(4)),
    ("vendredis", Weekday(5)),
    ("samedis", Weekday(6)),
    ("dimanches", Weekday(7)),
];

pub(super) const RU: Table = &[
    ("на", Onto),
    ("сутки суток суткам сутками сутках суточный суточная суточное суточного суточной", Unit("day")),
    ("неделю неделей неделями", Unit("week")),
    ("полчаса получаса получасу", Length("minute", 30)),
    ("квартал квартала кварталу кварталом квартале кварталы кварталов кварталам кварталах", Length("month", 3)),
    ("полгода полугода полугодие полугодия полугодию полугодием полугодии полугодий", Length("month", 6)),
    ("десятилетие десятилетия десятилетию десятилетием десятилетии десятилетий десятилетиям", Length("year", 10)),
    ("полвека полувека", Length("year", 50)),
    ("полдень полудня полудню полуднем полудне", Noon(12)),
    ("полночь полуночи полночью полуночью", Noon(0)),
    ("весна весны весне весну весной весною", Season(1)),
    ("лето лета лету летом лете", Season(2)),
    ("осень осени осенью", Season(3)),
    ("зима зимы зиме зиму зимой зимою", Season(4)),
    ("понедельники понедельников понедельникам понедельниками понедельниках", Weekday(1)),
    ("вторники вторников вторникам вторниками вторниках", Weekday(2)),
    ("сред средам средами средах", Weekday(3)),
    ("четверги четвергов четвергам четвергами четвергах", Weekday(4)),
    ("пятниц пятницам пятницами пятницах", Weekday(5)),
    ("суббот субботам субботами субботах", Weekday(6)),
    ("воскресенье воскресений воскресеньям воскресеньями воскресеньях", Weekday(7)),
];

/// Adjectives that hold a length of time: how they begin.
pub(super) const RU_STEMS: &[(&str, &str, u16)] = &[
    ("круглосуточн", "hour", 24),
    ("полугод", "month", 6),
    ("получас", "minute", 30),
    ("полуторагод", "month", 18),
    ("полуторачас", "minute", 90),
    ("полувеков", "year", 50),
    ("ежекварталь", "month", 3),
    ("кварталь", "month", 3),
];

/// What follows a number in the same word: `трёхмесячный`.
pub(super) const RU_TAILS: &[(&str, &str)] = &[
    ("секундн", "second"),
    ("минутн", "minute"),
    ("часов", "hour"),
    ("дневн", "day"),
    ("суточн", "day"),
    ("недельн", "week"),
    ("месячн", "month"),
    ("летн", "year"),
    ("годичн", "year"),
    ("годов", "year"),
];
