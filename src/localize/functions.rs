//! `NUMBER` and `DATETIME`: from the options of a call to how a value is shown. What a call may say stands in [`FUNCTIONS`](crate::model::FUNCTIONS).

use super::error::{ResolveError, ResolveErrorKind};
use super::format;
use super::options::{At, CurrencyDisplay, Grouping, Moment, Notation, Number, NumberStyle, SignDisplay, Style, TimeStyle};
use super::resolve::Value;
use crate::language::Language;
use crate::model::Function;

/// Answers a call. `value` is the one positional argument, `named` the options as they are written, without quotes.
pub(super) fn call(name: &str, value: Option<Value>, named: &[(&str, &str)]) -> Result<Value, ResolveError> {
    let function = Function::named(name).ok_or_else(|| ResolveError::new(ResolveErrorKind::UnknownFunction, name))?;
    for (option, given) in named {
        let known = function.option(option).ok_or_else(|| ResolveError::new(ResolveErrorKind::UnknownOption, *option))?;
        if !known.values.allow(given) {
            return Err(wrong(option));
        }
    }
    let wrong_type = || ResolveError::new(ResolveErrorKind::WrongType, name);
    match (function.name, value) {
        ("NUMBER", Some(Value::Number(number))) => number_of(*number, named).map(|number| Value::Number(Box::new(number))),
        ("DATETIME", Some(Value::Moment(moment))) => moment_of(*moment, named).map(|moment| Value::Moment(Box::new(moment))),
        _ => Err(wrong_type()),
    }
}

fn wrong(option: &str) -> ResolveError {
    ResolveError::new(ResolveErrorKind::WrongOption, option)
}

fn number_of(mut number: Number, named: &[(&str, &str)]) -> Result<Number, ResolveError> {
    let options = &mut number.options;
    let mut long = false;
    for &(option, given) in named {
        // OK because `call` let only values pass that the table allows: a digit count parses.
        let count = || given.parse().ok();
        match option {
            "style" => {
                options.style = Some(match given {
                    "percent" => NumberStyle::Percent,
                    "currency" => NumberStyle::Currency,
                    _ => NumberStyle::Decimal,
                });
            }
            "currency" => options.currency = Some(given.to_owned()),
            "currencyDisplay" => {
                options.currency_display = match given {
                    "code" => CurrencyDisplay::Code,
                    "name" => CurrencyDisplay::Name,
                    "narrowSymbol" => CurrencyDisplay::NarrowSymbol,
                    _ => CurrencyDisplay::Symbol,
                }
            }
            "notation" => options.notation = if given == "compact" { Notation::Short } else { Notation::Standard },
            "compactDisplay" => long = given == "long",
            "useGrouping" => {
                options.grouping = match given {
                    "always" => Grouping::Always,
                    "false" => Grouping::Never,
                    "min2" => Grouping::Min2,
                    _ => Grouping::Auto,
                }
            }
            "signDisplay" => {
                options.sign = match given {
                    "always" => SignDisplay::Always,
                    "exceptZero" => SignDisplay::ExceptZero,
                    "never" => SignDisplay::Never,
                    _ => SignDisplay::Auto,
                }
            }
            "type" => options.ordinal = given == "ordinal",
            "minimumIntegerDigits" => options.integer_digits = count(),
            "minimumFractionDigits" => options.fraction_digits.least = count(),
            "maximumFractionDigits" => options.fraction_digits.most = count(),
            "minimumSignificantDigits" => options.significant_digits.least = count(),
            "maximumSignificantDigits" => options.significant_digits.most = count(),
            "locale" => options.locale = Language::parse(given).ok(),
            _ => return Err(ResolveError::new(ResolveErrorKind::UnknownOption, option)),
        }
    }
    if options.notation != Notation::Standard && long {
        options.notation = Notation::Long;
    }
    for (bounds, option) in
        [(options.fraction_digits, "maximumFractionDigits"), (options.significant_digits, "maximumSignificantDigits")]
    {
        if matches!((bounds.least, bounds.most), (Some(least), Some(most)) if least > most) {
            return Err(wrong(option));
        }
    }
    // A currency is not guessed.
    if options.style == Some(NumberStyle::Currency) && options.currency.is_none() {
        return Err(wrong("currency"));
    }
    Ok(number)
}

fn moment_of(mut moment: Moment, named: &[(&str, &str)]) -> Result<Moment, ResolveError> {
    let options = &mut moment.options;
    let style = |given: &str| match given {
        "full" => Style::Full,
        "long" => Style::Long,
        "medium" => Style::Medium,
        _ => Style::Short,
    };
    for &(option, given) in named {
        match option {
            "dateStyle" => options.date = Some(style(given)),
            "timeStyle" => {
                options.time = Some(match given {
                    "long" => TimeStyle::Long,
                    "medium" => TimeStyle::Medium,
                    _ => TimeStyle::Short,
                });
            }
            "year" => options.year = true,
            "month" => {
                options.month = Some(match given {
                    "long" => Style::Long,
                    "short" => Style::Medium,
                    _ => Style::Short,
                });
            }
            "day" => options.day = true,
            "weekday" => options.weekday = Some(given == "long"),
            "timeZoneName" => options.offset = Some(given == "longOffset"),
            "hourCycle" => options.twelve_hours = Some(given == "h12"),
            "locale" => options.locale = Language::parse(given).ok(),
            _ => return Err(ResolveError::new(ResolveErrorKind::UnknownOption, option)),
        }
    }
    // ECMA-402 refuses a style beside single fields, too.
    if options.date.is_some() && (options.year || options.month.is_some() || options.day || options.weekday.is_some()) {
        return Err(wrong("dateStyle"));
    }
    if matches!(moment.at, At::Day(_)) && (options.time.is_some() || options.offset.is_some()) {
        // A day has no time and no offset.
        return Err(wrong(if options.time.is_some() { "timeStyle" } else { "timeZoneName" }));
    }
    if !format::is_possible(options) {
        return Err(wrong("day"));
    }
    Ok(moment)
}
