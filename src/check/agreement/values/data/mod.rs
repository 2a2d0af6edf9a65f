//! What words mean to somebody who reads figures: tables, one file a language known in depth, and one for what is known of others.

mod en;
mod fr;
mod other;
mod ru;
mod times;
pub(in super::super) mod units;

/// What a word says of figures. A word may have several meanings: English “second” is an ordinal and a measure of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Meaning {
    /// A number below a thousand.
    Cardinal(u16),
    /// An article or pronoun that may be the number one: “one”, “une”, “один”.
    Article,
    /// What multiplies the number before it, as a power of ten.
    Scale(u8),
    /// What multiplies the number before it, other than a power of ten: a dozen.
    Group(u16),
    /// A place in an order.
    Ordinal(u16),
    /// One of so many equal parts.
    Part(u16),
    /// One and a half.
    OneAndHalf,
    Month(u8),
    /// A month by its English name in a text of another language.
    Borrowed(u8),
    Weekday(u8),
    Percent,
    /// An ISO 4217 code.
    Currency(&'static str),
    /// A unit of measurement, by the English name that this program gives it.
    Unit(&'static str),
    /// A word that is a length of time, as so many of a unit: a fortnight.
    Length(&'static str, u16),
    /// A season: spring is the first.
    Season(u8),
    /// An adjective of a month: `мартовский`.
    OfMonth(u8),
    /// Stands between the two days of a night: `с 15 на 16 февраля`.
    Onto,
    /// A century; licenses Roman numerals and ordinals.
    Century,
    /// A chapter, a congress, an article: licenses Roman numerals.
    Division,
    /// Joins what is named side by side: and, or.
    And,
    /// Joins the ends of a range: to.
    To,
    /// May stand between a day, a month and a year: of.
    Of,
    /// What stands before a month that stands alone: in.
    In,
    /// “year”, in any form that follows a year.
    Year,
    Minus,
    /// The hours before noon, and after.
    Before,
    After,
    /// “hour”, “heures”, “часов”, after a time of day.
    Hour,
    Minute,
    /// Noon is 12, midnight 0.
    Noon(u8),
    /// “o’clock”.
    Clock,
    /// The name of a time zone.
    Zone,
    /// “number”, “No”, “№”.
    Number,
}

/// Forms of words, separated by spaces, with what they mean.
pub(super) type Table = &'static [(&'static str, Meaning)];
/// Words in a row, with what they mean together.
pub(super) type Phrases = &'static [(&'static [&'static str], Meaning)];

/// What is known of a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Data {
    pub(super) words: &'static [Table],
    pub(super) phrases: Phrases,
    /// What makes digits an ordinal: `st`, `e`, `й`.
    pub(super) ordinal_endings: &'static [&'static str],
    /// Stems and endings of ordinals that are declined.
    pub(super) ordinal_stems: &'static [(&'static str, u16)],
    pub(super) adjective_endings: &'static [&'static str],
    /// First parts of compounds that hold a number: `двух`.
    pub(super) prefixes: &'static [(&'static str, u16)],
    /// How adjectives begin that hold a length of time, and what follows a number in one word.
    pub(super) length_stems: &'static [(&'static str, &'static str, u16)],
    pub(super) length_tails: &'static [(&'static str, &'static str)],
    /// Stems of the adjectives of the months, in their order.
    pub(super) month_stems: &'static [&'static str],
    /// Whether ten and seven make seventeen: “dix-sept”.
    pub(super) ten_and: bool,
    /// Months and weekdays that are other words, too: they count beside a figure only.
    pub(super) doubtful: &'static [&'static str],
    /// Whether months have a capital.
    pub(super) capital_months: bool,
    /// Whether numeric dates may begin with the month.
    pub(super) month_first: bool,
}

pub(super) const NOTHING: Data = Data {
    words: &[],
    phrases: &[],
    ordinal_endings: &[],
    ordinal_stems: &[],
    adjective_endings: &[],
    prefixes: &[],
    length_stems: &[],
    month_stems: &[],
    length_tails: &[],
    ten_and: false,
    doubtful: &[],
    capital_months: false,
    month_first: false,
};

/// The data of a language by its primary subtag.
pub(super) fn data(primary: &str) -> Data {
    match primary {
        "en" => en::DATA,
        "fr" => fr::DATA,
        "ru" => ru::DATA,
        _ => other::data(primary),
    }
}

/// Signs and codes that every language writes.
pub(super) const COMMON: Table = &[
    ("km", Meaning::Unit("kilometre")),
    ("kg", Meaning::Unit("kilogram")),
    ("cm", Meaning::Unit("centimetre")),
    ("mm", Meaning::Unit("millimetre")),
    ("ha", Meaning::Unit("hectare")),
    ("kb kib kbit", Meaning::Unit("kilobyte")),
    ("mb mib", Meaning::Unit("megabyte")),
    ("gb gib", Meaning::Unit("gigabyte")),
    ("tb tib", Meaning::Unit("terabyte")),
    ("kw", Meaning::Unit("kilowatt")),
    ("mw", Meaning::Unit("megawatt")),
    ("gw", Meaning::Unit("gigawatt")),
    ("kwh", Meaning::Unit("kilowatt-hour")),
    ("mwh", Meaning::Unit("megawatt-hour")),
    ("eur", Meaning::Currency("EUR")),
    ("usd", Meaning::Currency("USD")),
    ("gbp", Meaning::Currency("GBP")),
    ("chf", Meaning::Currency("CHF")),
    ("rub", Meaning::Currency("RUB")),
    ("uah", Meaning::Currency("UAH")),
    ("pln", Meaning::Currency("PLN")),
    ("jpy", Meaning::Currency("JPY")),
    ("cny", Meaning::Currency("CNY")),
    ("cad", Meaning::Currency("CAD")),
    ("utc gmt cet cest bst msk eet eest est edt pst pdt", Meaning::Zone),
    ("no nr", Meaning::Number),
];
