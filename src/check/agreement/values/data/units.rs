//! Units of measurement: their symbols, their words, what they are called as squares, cubes and rates, and how they are converted.

use rust_decimal::Decimal;

use super::Meaning::{Currency, Unit};
use super::Table;

/// Symbols, which no language declines. Capitals tell them apart: `mW` and `MW`, `Mb` and `MB`.
const SYMBOLS: &[(&str, &str)] = &[
    ("nm нм", "nanometre"),
    ("µm μm мкм", "micrometre"),
    ("mm мм", "millimetre"),
    ("cm см", "centimetre"),
    ("dm дм", "decimetre"),
    ("m м", "metre"),
    ("km км", "kilometre"),
    ("yd", "yard"),
    ("mg мг", "milligram"),
    ("µg μg мкг", "microgram"),
    ("g", "gram"),
    // A gram or a year.
    ("г", "г"),
    ("kg кг", "kilogram"),
    ("t т", "tonne"),
    ("lb lbs", "pound"),
    ("oz", "ounce"),
    ("ml mL мл", "millilitre"),
    ("cl cL", "centilitre"),
    ("l L л", "litre"),
    ("hl гл", "hectolitre"),
    ("ha га", "hectare"),
    ("s с", "second"),
    ("ms мс", "millisecond"),
    ("W Вт", "watt"),
    ("mW мВт", "milliwatt"),
    ("kW кВт", "kilowatt"),
    ("MW МВт", "megawatt"),
    ("GW ГВт", "gigawatt"),
    ("TW ТВт", "terawatt"),
    ("Wh Втч", "watt-hour"),
    ("kWh кВтч", "kilowatt-hour"),
    ("MWh МВтч", "megawatt-hour"),
    ("GWh ГВтч", "gigawatt-hour"),
    ("TWh ТВтч", "terawatt-hour"),
    ("Pa Па", "pascal"),
    ("hPa гПа", "hectopascal"),
    ("kPa кПа", "kilopascal"),
    ("MPa МПа", "megapascal"),
    ("mbar мбар", "millibar"),
    ("Hz Гц", "hertz"),
    ("kHz кГц", "kilohertz"),
    ("MHz МГц", "megahertz"),
    ("GHz ГГц", "gigahertz"),
    ("kbit кбит Кбит", "kilobit"),
    ("Mbit Мбит", "megabit"),
    ("Gbit Гбит", "gigabit"),
    ("Tbit Тбит", "terabit"),
    // Bits to the careful, bytes to the others.
    ("kb кб Кб", "kb"),
    ("Mb Мб", "Mb"),
    ("Gb Гб", "Gb"),
    ("Tb Тб", "Tb"),
    ("kB кБ КБ ko Ko", "kilobyte"),
    ("MB МБ Mo", "megabyte"),
    ("GB ГБ Go", "gigabyte"),
    ("TB ТБ To", "terabyte"),
    ("kbps kbit/s", "kilobit per second"),
    ("Mbps", "megabit per second"),
    ("Gbps", "gigabit per second"),
    ("mph", "mile per hour"),
    ("kph kmh", "kilometre per hour"),
    ("pp pts pt", "point"),
];

pub(in super::super) const EN: Table = &[
    ("millimetre millimetres millimeter millimeters", Unit("millimetre")),
    ("micrometre micrometres micrometer micrometers micron microns", Unit("micrometre")),
    ("nanometre nanometres nanometer nanometers", Unit("nanometre")),
    ("yard yards", Unit("yard")),
    ("milligram milligrams", Unit("milligram")),
    ("ounce ounces", Unit("ounce")),
    ("millilitre millilitres milliliter milliliters", Unit("millilitre")),
    ("gallon gallons", Unit("gallon")),
    ("millisecond milliseconds", Unit("millisecond")),
    ("watt watts", Unit("watt")),
    ("kilowatt kilowatts", Unit("kilowatt")),
    ("megawatt megawatts", Unit("megawatt")),
    ("gigawatt gigawatts", Unit("gigawatt")),
    ("terawatt terawatts", Unit("terawatt")),
    ("hectopascal hectopascals", Unit("hectopascal")),
    ("kilopascal kilopascals", Unit("kilopascal")),
    ("hertz", Unit("hertz")),
    ("kilohertz", Unit("kilohertz")),
    ("megahertz", Unit("megahertz")),
    ("gigahertz", Unit("gigahertz")),
    ("kilobit kilobits", Unit("kilobit")),
    ("megabit megabits", Unit("megabit")),
    ("gigabit gigabits", Unit("gigabit")),
    ("terabit terabits", Unit("terabit")),
    ("degree degrees", Unit("degree")),
    ("permille", Unit("per mille")),
    ("point points", Unit("point")),
    ("cent cents eurocent eurocents", Currency("cent")),
    ("penny pence", Currency("penny")),
    ("kopeck kopecks kopek kopeks kopeyka kopeykas kopiyka kopiykas", Currency("kopeck")),
];

pub(in super::super) const FR: Table = &[
    ("millimètre millimètres", Unit("millimetre")),
    ("micromètre micromètres micron microns", Unit("micrometre")),
    ("nanomètre nanomètres", Unit("nanometre")),
    ("yard yards", Unit("yard")),
    ("milligramme milligrammes", Unit("milligram")),
    ("once onces", Unit("ounce")),
    ("millilitre millilitres", Unit("millilitre")),
    ("gallon gallons", Unit("gallon")),
    ("milliseconde millisecondes", Unit("millisecond")),
    ("watt watts", Unit("watt")),
    ("kilowatt kilowatts", Unit("kilowatt")),
    ("mégawatt mégawatts", Unit("megawatt")),
    ("gigawatt gigawatts", Unit("gigawatt")),
    ("térawatt térawatts", Unit("terawatt")),
    ("kilowattheure kilowattheures", Unit("kilowatt-hour")),
    ("mégawattheure mégawattheures", Unit("megawatt-hour")),
    ("gigawattheure gigawattheures", Unit("gigawatt-hour")),
    ("térawattheure térawattheures", Unit("terawatt-hour")),
    ("hectopascal hectopascals", Unit("hectopascal")),
    ("kilopascal kilopascals", Unit("kilopascal")),
    ("hertz", Unit("hertz")),
    ("kilohertz", Unit("kilohertz")),
    ("mégahertz", Unit("megahertz")),
    ("gigahertz", Unit("gigahertz")),
    ("kilobit kilobits", Unit("kilobit")),
    ("mégabit mégabits", Unit("megabit")),
    ("gigabit gigabits", Unit("gigabit")),
    ("térabit térabits", Unit("terabit")),
    ("degré degrés", Unit("degree")),
    ("point points", Unit("point")),
    ("centime centimes cents eurocent eurocents", Currency("cent")),
    ("penny pence", Currency("penny")),
    ("kopeck kopecks kopek kopeks", Currency("kopeck")),
];

pub(in super::super) const RU: Table = &[
    ("сантиметру сантиметрам сантиметром сантиметрами сантиметре сантиметрах сантиметры", Unit("centimetre")),
    ("миллиметру миллиметрам миллиметром миллиметрами миллиметре миллиметрах миллиметры", Unit("millimetre")),
    ("микрометр микрометра микрометров микрон микрона микронов", Unit("micrometre")),
    ("нанометр нанометра нанометров нанометрах", Unit("nanometre")),
    ("метру метрам метром метрами метре метры метрового", Unit("metre")),
    ("километру километрам километром километры километровую", Unit("kilometre")),
    ("футу футам футом футами футах футы", Unit("foot")),
    ("ярд ярда ярдов ярдах", Unit("yard")),
    ("миллиграмм миллиграмма миллиграммов", Unit("milligram")),
    ("граммах граммам граммами граммы граммовый граммовая", Unit("gram")),
    ("килограмму килограммам килограммами килограммах килограммы", Unit("kilogram")),
    ("тонну тоннам тоннами", Unit("tonne")),
    ("унция унции унций", Unit("ounce")),
    ("миллилитр миллилитра миллилитров", Unit("millilitre")),
    ("литрам литрами литрах литры литровый литровая", Unit("litre")),
    ("гектарам гектарами гектарах гектары", Unit("hectare")),
    ("галлон галлона галлонов", Unit("gallon")),
    ("миллисекунда миллисекунды миллисекунд", Unit("millisecond")),
    ("секундам секундами секундный секундная секундное", Unit("second")),
    ("ватт ватта ваттах", Unit("watt")),
    ("киловатт киловатта киловаттах", Unit("kilowatt")),
    ("мегаватт мегаватта мегаваттах", Unit("megawatt")),
    ("гигаватт гигаватта гигаваттах", Unit("gigawatt")),
    ("тераватт тераватта", Unit("terawatt")),
    ("гектопаскаль гектопаскаля гектопаскалей", Unit("hectopascal")),
    ("килопаскаль килопаскаля килопаскалей", Unit("kilopascal")),
    ("герц герца", Unit("hertz")),
    ("килогерц килогерца", Unit("kilohertz")),
    ("мегагерц мегагерца", Unit("megahertz")),
    ("гигагерц гигагерца", Unit("gigahertz")),
    ("килобит килобита килобитов", Unit("kilobit")),
    ("мегабит мегабита мегабитов", Unit("megabit")),
    ("гигабит гигабита гигабитов", Unit("gigabit")),
    ("терабит терабита терабитов", Unit("terabit")),
    ("килобайтов килобайтах", Unit("kilobyte")),
    ("гигабайтов гигабайтах", Unit("gigabyte")),
    ("терабайтов терабайтах", Unit("terabyte")),
    ("неделе неделей неделями", Unit("week")),
    ("месяце месяцу месяцем месяцами месяцы", Unit("month")),
    ("градус градуса градусов градусу градусам градусом градусами градусе градусах градусы", Unit("degree")),
    ("пункт пункта пунктов пункту пунктам пунктом пунктами пунктах пункты", Unit("point")),
    (
        "цент цента центов центу центам центом центами центах центы евроцент евроцента евроцентов евроцентам евроцентами евроцентах евроценты",
        Currency("cent"),
    ),
    ("пенс пенса пенсов пенсам пенсах пенни", Currency("penny")),
    ("копейка копейки копеек копейку копейкой копейкам копейками копейках копейке коп", Currency("kopeck")),
    ("промилле", Unit("per mille")),
    ("кубометр кубометра кубометров кубометрах кубометрам", Unit("cubic metre")),
];

/// The unit that a symbol stands for.
pub(in super::super) fn symbol(text: &str) -> Option<&'static str> {
    // OK because the longest symbol has a few letters: most words are turned away here.
    if text.len() > 8 {
        return None;
    }
    SYMBOLS.iter().find(|(forms, _)| forms.split(' ').any(|form| form == text)).map(|(_, unit)| *unit)
}

/// The power that a word raises a unit to: “square metres”, “mètres carrés”, “куб. м”.
pub(in super::super) fn power(word: &str) -> Option<u8> {
    let small = word.to_lowercase();
    let square = matches!(small.as_str(), "square" | "sq" | "carré" | "carrés" | "кв") || small.starts_with("квадратн");
    let cubic = matches!(small.as_str(), "cubic" | "cu" | "cube" | "cubes" | "куб") || small.starts_with("кубическ");
    if square { Some(2) } else { cubic.then_some(3) }
}

const POWERS: &[(&str, u8, &str)] = &[
    ("millimetre", 2, "square millimetre"),
    ("centimetre", 2, "square centimetre"),
    ("metre", 2, "square metre"),
    ("kilometre", 2, "square kilometre"),
    ("foot", 2, "square foot"),
    ("mile", 2, "square mile"),
    ("millimetre", 3, "cubic millimetre"),
    ("centimetre", 3, "cubic centimetre"),
    ("decimetre", 3, "cubic decimetre"),
    ("metre", 3, "cubic metre"),
    ("kilometre", 3, "cubic kilometre"),
    ("foot", 3, "cubic foot"),
];

/// The square or cube of a unit.
pub(in super::super) fn raised(unit: &str, power: u8) -> Option<&'static str> {
    POWERS.iter().find(|(base, exponent, _)| *base == unit && *exponent == power).map(|(_, _, name)| *name)
}

const RATES: &[(&str, &str, &str)] = &[
    ("metre", "second", "metre per second"),
    ("metre", "minute", "metre per minute"),
    ("metre", "hour", "metre per hour"),
    ("kilometre", "second", "kilometre per second"),
    ("kilometre", "hour", "kilometre per hour"),
    ("mile", "hour", "mile per hour"),
    ("kilobit", "second", "kilobit per second"),
    ("megabit", "second", "megabit per second"),
    ("gigabit", "second", "gigabit per second"),
    ("terabit", "second", "terabit per second"),
    ("kilobyte", "second", "kilobyte per second"),
    ("megabyte", "second", "megabyte per second"),
    ("gigabyte", "second", "gigabyte per second"),
    ("kb", "second", "kb per second"),
    ("Mb", "second", "Mb per second"),
    ("Gb", "second", "Gb per second"),
];

/// So many units in a time.
pub(in super::super) fn rate(unit: &str, time: &str) -> Option<&'static str> {
    RATES.iter().find(|(base, per, _)| *base == unit && *per == time).map(|(_, _, name)| *name)
}

/// The time that a rate is counted by.
pub(in super::super) fn per(word: &str) -> Option<&'static str> {
    Some(match word {
        "s" | "sec" | "second" | "seconde" | "с" | "сек" | "секунду" => "second",
        "min" | "minute" | "мин" | "минуту" => "minute",
        "h" | "hr" | "hour" | "heure" | "ч" | "час" => "hour",
        _ => return None,
    })
}

/// The energy that a power makes in an hour.
pub(in super::super) fn energy(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "watt" => "watt-hour",
        "kilowatt" => "kilowatt-hour",
        "megawatt" => "megawatt-hour",
        "gigawatt" => "gigawatt-hour",
        "terawatt" => "terawatt-hour",
        _ => return None,
    })
}

/// What a name that says too little may be.
const AMBIGUOUS: &[(&str, &[&str])] = &[
    ("г", &["gram", "year"]),
    ("kb", &["kilobit", "kilobyte"]),
    ("Mb", &["megabit", "megabyte"]),
    ("Gb", &["gigabit", "gigabyte"]),
    ("Tb", &["terabit", "terabyte"]),
    ("kb per second", &["kilobit per second", "kilobyte per second"]),
    ("Mb per second", &["megabit per second", "megabyte per second"]),
    ("Gb per second", &["gigabit per second", "gigabyte per second"]),
    ("degree", &["degree Celsius", "degree Fahrenheit"]),
    ("point", &["percentage point", "basis point"]),
    ("pound", &["GBP"]),
];

/// Whether two units may be one: one of them says too little, as `г`, or leaves out by what it is counted.
pub(in super::super::super) fn may_be_one(left: &str, right: &str) -> bool {
    let may = |one: &str, other: &str| {
        AMBIGUOUS.iter().any(|(name, units)| *name == one && units.contains(&other))
            || other.strip_prefix(one).is_some_and(|rest| rest.starts_with(" per "))
    };
    left == right || may(left, right) || may(right, left)
}

/// What a unit measures, what one is in the first of its kind, and whether it is metric: only such units are converted exactly.
pub(in super::super::super) fn factor(unit: &str) -> Option<(char, Decimal, bool)> {
    let (_, kind, (digits, decimals), metric) = FACTORS.iter().find(|(name, ..)| *name == unit)?;
    Some((*kind, Decimal::new(*digits, *decimals), *metric))
}

/// How units are converted: what they measure, what one is in the first of its kind as digits and decimals, and whether it is metric.
const FACTORS: &[(&str, char, (i64, u32), bool)] = &[
    ("metre", 'l', (1, 0), true),
    ("millimetre", 'l', (1, 3), true),
    ("centimetre", 'l', (1, 2), true),
    ("decimetre", 'l', (1, 1), true),
    ("kilometre", 'l', (1000, 0), true),
    ("inch", 'l', (254, 4), false),
    ("foot", 'l', (3048, 4), false),
    ("yard", 'l', (9144, 4), false),
    ("mile", 'l', (1_609_344, 3), false),
    ("square metre", 'a', (1, 0), true),
    ("square centimetre", 'a', (1, 4), true),
    ("square kilometre", 'a', (1_000_000, 0), true),
    ("hectare", 'a', (10_000, 0), true),
    ("acre", 'a', (40_468_564, 4), false),
    ("square foot", 'a', (929, 4), false),
    ("square mile", 'a', (2_589_988, 0), false),
    ("litre", 'v', (1, 0), true),
    ("millilitre", 'v', (1, 3), true),
    ("centilitre", 'v', (1, 2), true),
    ("hectolitre", 'v', (100, 0), true),
    ("cubic metre", 'v', (1000, 0), true),
    ("cubic centimetre", 'v', (1, 3), true),
    ("cubic decimetre", 'v', (1, 0), true),
    ("gallon", 'v', (37854, 4), false),
    ("gram", 'm', (1, 0), true),
    ("г", 'm', (1, 0), true),
    ("milligram", 'm', (1, 3), true),
    ("kilogram", 'm', (1000, 0), true),
    ("tonne", 'm', (1_000_000, 0), true),
    ("pound", 'm', (45359, 2), false),
    // The pound is a currency and a weight.
    ("GBP", 'm', (45359, 2), false),
    ("ounce", 'm', (2835, 2), false),
    ("metre per second", 's', (1, 0), true),
    ("kilometre per second", 's', (1000, 0), true),
    ("kilometre per hour", 's', (277_777_778, 9), false),
    ("mile per hour", 's', (44704, 5), false),
    ("watt", 'w', (1, 0), true),
    ("kilowatt", 'w', (1000, 0), true),
    ("megawatt", 'w', (1_000_000, 0), true),
    ("gigawatt", 'w', (1_000_000_000, 0), true),
    ("watt-hour", 'e', (1, 0), true),
    ("kilowatt-hour", 'e', (1000, 0), true),
    ("megawatt-hour", 'e', (1_000_000, 0), true),
    ("gigawatt-hour", 'e', (1_000_000_000, 0), true),
    ("hectopascal", 'p', (1, 0), true),
    ("millibar", 'p', (1, 0), true),
    ("kilopascal", 'p', (10, 0), true),
    ("kilobyte", 'b', (1, 0), true),
    ("megabyte", 'b', (1000, 0), true),
    ("gigabyte", 'b', (1_000_000, 0), true),
    ("terabyte", 'b', (1_000_000_000, 0), true),
    ("percentage point", 'c', (100, 0), true),
    ("point", 'c', (100, 0), true),
    ("basis point", 'c', (1, 0), true),
];
