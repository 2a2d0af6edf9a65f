//! [`FUNCTIONS`]: the functions that Fluent texts may call, with their options.
//!
//! One table for those who check calls and those who answer them. Names and values are those of ECMA-402 (`Intl.NumberFormat`,
//! `Intl.DateTimeFormat`), on which [Fluent's own functions](https://projectfluent.org/fluent/guide/functions.html) are modelled.

/// A function that Fluent texts may call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// The options that may follow the value, in the order of their names.
    pub options: &'static [FunctionOption],
}

/// A named argument of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FunctionOption {
    /// Its name.
    pub name: &'static str,
    /// What it may be set to.
    pub values: OptionValues,
}

/// What an option may be set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionValues {
    /// One of these words, as a string: `"long"`.
    Words(&'static [&'static str]),
    /// A whole number between two bounds, both allowed.
    Digits(u8, u8),
    /// The code of a currency: three capital letters (ISO 4217).
    Currency,
    /// A language tag (BCP 47) whose conventions apply to this one value: `"en-GB"`.
    Language,
}

const fn words(name: &'static str, values: &'static [&'static str]) -> FunctionOption {
    FunctionOption { name, values: OptionValues::Words(values) }
}

const fn digits(name: &'static str, least: u8, most: u8) -> FunctionOption {
    FunctionOption { name, values: OptionValues::Digits(least, most) }
}

/// Every function, in the order of their names.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "DATETIME",
        options: &[
            words("dateStyle", &["full", "long", "medium", "short"]),
            words("day", &["numeric"]),
            words("hourCycle", &["h12", "h23"]),
            FunctionOption { name: "locale", values: OptionValues::Language },
            words("month", &["long", "short", "numeric"]),
            words("timeStyle", &["long", "medium", "short"]),
            words("timeZoneName", &["longOffset", "shortOffset"]),
            words("weekday", &["long", "short"]),
            words("year", &["numeric"]),
        ],
    },
    Function {
        name: "NUMBER",
        options: &[
            words("compactDisplay", &["long", "short"]),
            FunctionOption { name: "currency", values: OptionValues::Currency },
            words("currencyDisplay", &["code", "name", "narrowSymbol", "symbol"]),
            FunctionOption { name: "locale", values: OptionValues::Language },
            digits("maximumFractionDigits", 0, 20),
            digits("maximumSignificantDigits", 1, 21),
            digits("minimumFractionDigits", 0, 20),
            digits("minimumIntegerDigits", 1, 21),
            digits("minimumSignificantDigits", 1, 21),
            words("notation", &["compact", "standard"]),
            words("signDisplay", &["always", "auto", "exceptZero", "never"]),
            words("style", &["currency", "decimal", "percent"]),
            words("type", &["cardinal", "ordinal"]),
            words("useGrouping", &["always", "auto", "false", "min2", "true"]),
        ],
    },
];

impl Function {
    /// The function of a name.
    pub fn named(name: &str) -> Option<&'static Function> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }

    /// The option of a name.
    pub fn option(&self, name: &str) -> Option<&'static FunctionOption> {
        self.options.iter().find(|option| option.name == name)
    }
}

impl OptionValues {
    /// Whether a value, as it is written without quotes, may be given.
    pub fn allow(self, value: &str) -> bool {
        match self {
            OptionValues::Words(words) => words.contains(&value),
            OptionValues::Digits(least, most) => value.parse::<u8>().is_ok_and(|value| (least..=most).contains(&value)),
            OptionValues::Currency => value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_uppercase()),
            OptionValues::Language => crate::language::Language::parse(value).is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_unique() {
        assert!(FUNCTIONS.is_sorted_by(|one, next| one.name < next.name));
        for function in FUNCTIONS {
            assert!(function.options.is_sorted_by(|one, next| one.name < next.name), "{}", function.name);
        }
    }

    #[test]
    fn values_are_held_to_their_kind() {
        let number = Function::named("NUMBER").unwrap();
        let allows = |option: &str, value: &str| number.option(option).unwrap().values.allow(value);
        assert!(
            allows("minimumFractionDigits", "0")
                && !allows("minimumFractionDigits", "21")
                && !allows("minimumFractionDigits", "-1")
        );
        assert!(allows("currency", "EUR") && !allows("currency", "eur") && !allows("currency", "EURO"));
        assert!(allows("locale", "en-GB") && !allows("locale", "not a tag"));
        assert!(allows("style", "percent") && !allows("style", "per cent"));
        assert!(number.option("dateStyle").is_none());
    }
}
