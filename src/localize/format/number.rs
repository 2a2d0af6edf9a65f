//! Numbers, percentages, money, compact numbers and plural categories.

use std::sync::OnceLock;

use fixed_decimal::{Decimal as Fixed, Sign, SignDisplay as FixedSign, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::options::GroupingStrategy;
use icu_decimal::{AbstractFormatter, CompactDecimalFormatter, DecimalFormatter};
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatterPreferences;
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_experimental::dimension::provider::currency::essentials::CurrencyEssentialsV1;
use icu_experimental::dimension::provider::currency::extended::CurrencyExtendedDataV1;
use icu_experimental::dimension::provider::currency::fractions::CurrencyFractionsV1;
use icu_experimental::dimension::provider::currency::patterns::CurrencyPatternsDataV1;
use icu_experimental::dimension::provider::currency::symbols::CurrencySymbolsV1;
use icu_experimental::provider::Baked;
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules};
use icu_provider::DataRequestMetadata;
use icu_provider::prelude::*;
use rust_decimal::Decimal;
use writeable::Writeable;

use super::NoFormat;
use crate::localize::options::{CurrencyDisplay, Grouping, Notation, Number, NumberOptions, NumberStyle, SignDisplay};

/// The conventions for numbers.
#[derive(Debug)]
pub(super) struct Numbers {
    locale: Locale,
    plain: OnceLock<DecimalFormatter>,
    cardinal: OnceLock<PluralRules>,
}

/// A number as digits, with what its shape decides.
struct Shown {
    text: String,
    /// The sign, where it is not part of the text.
    sign: Sign,
    operands: PluralOperands,
}

impl Numbers {
    pub(super) fn new(locale: &Locale) -> Self {
        Numbers { locale: locale.clone(), plain: OnceLock::new(), cardinal: OnceLock::new() }
    }

    pub(super) fn format(&self, number: &Number) -> Result<String, NoFormat> {
        let options = &number.options;
        match (style(options), &options.currency) {
            (NumberStyle::Currency, Some(code)) => self.money(number, code),
            (NumberStyle::Percent, _) => self.percent(number),
            _ => {
                let shown = self.digits(number, None)?;
                self.signed(shown.text, shown.sign)
            }
        }
    }

    pub(super) fn category(&self, number: &Number) -> Result<&'static str, NoFormat> {
        let operands = self.operands(number)?;
        let category = if number.options.ordinal {
            PluralRules::try_new((&self.locale).into(), PluralRuleType::Ordinal.into())?.category_for(operands)
        } else {
            self.cardinal()?.category_for(operands)
        };
        Ok(match category {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        })
    }

    fn operands(&self, number: &Number) -> Result<PluralOperands, NoFormat> {
        if number.options.notation == Notation::Standard {
            return Ok((&rounded(number, currency_digits(number)?)).into());
        }
        Ok(self.digits(number, currency_digits(number)?)?.operands)
    }

    /// The number without its sign, in the notation asked for.
    fn digits(&self, number: &Number, currency: Option<u8>) -> Result<Shown, NoFormat> {
        let options = &number.options;
        if options.notation == Notation::Standard {
            let fixed = rounded(number, currency);
            let text =
                self.decimal(options.grouping)?.get().format_unsigned(fixed.absolute.clone()).write_to_string().into_owned();
            return Ok(Shown { text, sign: fixed.sign, operands: (&fixed).into() });
        }
        let compact = match options.notation {
            Notation::Long => CompactDecimalFormatter::try_new_long((&self.locale).into(), compact_grouping(options.grouping))?,
            _ => CompactDecimalFormatter::try_new_short((&self.locale).into(), compact_grouping(options.grouping))?,
        };
        let whole = fixed(&number.value, style(options));
        let mut exponent = compact.compact_exponent_for_magnitude(whole.absolute.nonzero_magnitude_start());
        let mut significand = scaled(&whole, exponent, options);
        // Rounding 999,999 gives 1,000 thousand, which is 1 million.
        let bumped = compact.compact_exponent_for_magnitude(significand.absolute.nonzero_magnitude_start() + i16::from(exponent));
        if bumped != exponent {
            exponent = bumped;
            significand = scaled(&whole, exponent, options);
        }
        let operands = PluralOperands::from_significand_and_exponent(&significand.absolute, exponent);
        let sign = significand.sign;
        significand.sign = Sign::None;
        let text = compact.format_with_exponent(&significand, exponent).map_err(|_| NoFormat)?.write_to_string().into_owned();
        Ok(Shown { text, sign, operands })
    }

    fn signed(&self, text: String, sign: Sign) -> Result<String, NoFormat> {
        if sign == Sign::None {
            return Ok(text);
        }
        let formatter = self.decimal(Grouping::Auto)?;
        Ok(formatter.get().format_sign(text, sign).write_to_string().into_owned())
    }

    fn percent(&self, number: &Number) -> Result<String, NoFormat> {
        let formatter = self.make(number.options.grouping)?;
        let percent = PercentFormatter::try_new_with_decimal_formatter((&self.locale).into(), formatter, Default::default())?;
        Ok(percent.format(&rounded(number, None)).write_to_string().into_owned())
    }

    fn money(&self, number: &Number, code: &str) -> Result<String, NoFormat> {
        let currency = CurrencyType::try_from_str(code).map_err(|_| NoFormat)?;
        let shown = self.digits(number, currency_digits(number)?)?;
        if number.options.currency_display == CurrencyDisplay::Name {
            return self.named_money(number, shown, currency, code);
        }
        let locale = CurrencyEssentialsV1::make_locale(CurrencyFormatterPreferences::from(&self.locale).locale_preferences);
        let patterns: DataPayload<CurrencyEssentialsV1> = load(&locale)?;
        let width = match number.options.currency_display {
            CurrencyDisplay::NarrowSymbol => CurrencySymbolsV1::NARROW,
            _ => CurrencySymbolsV1::SHORT,
        };
        let mut buffer = Default::default();
        let attributes = CurrencySymbolsV1::make_attributes(currency, width, &mut buffer);
        let symbols: Option<DataPayload<CurrencySymbolsV1>> = match number.options.currency_display {
            CurrencyDisplay::Code => None,
            _ => find(&locale, attributes)?,
        };
        // UTS 35, part 3: the code stands where there is no symbol.
        let symbol = symbols.as_ref().map(DataPayload::get).filter(|symbol| !symbol.as_str().is_empty());
        let (name, first, last) =
            symbol.map_or((code, true, true), |symbol| (symbol.as_str(), symbol.starts_with_letter(), symbol.ends_with_letter()));
        let negative = (shown.sign == Sign::Negative).then(|| patterns.get().get_negative(first, last)).flatten();
        match negative {
            Some(pattern) => Ok(pattern.interpolate((shown.text, name)).write_to_string().into_owned()),
            None => {
                let amount = patterns.get().get_positive(first, last).interpolate((shown.text, name));
                self.signed(amount.write_to_string().into_owned(), shown.sign)
            }
        }
    }

    /// `4,000,000 euros`.
    fn named_money(&self, number: &Number, shown: Shown, currency: CurrencyType, code: &str) -> Result<String, NoFormat> {
        let rules = self.cardinal()?;
        // ICU4X would write “4 millions euros” for “4 millions d’euros”: no form is better than a wrong one. These are the
        // languages (French, Spanish, Italian, Portuguese, Catalan) whose `many` is that of millions alone.
        let of_millions = |operands: PluralOperands| rules.category_for(operands) == PluralCategory::Many;
        if number.options.notation != Notation::Standard && of_millions(shown.operands) && !of_millions(5_u8.into()) {
            return Err(NoFormat);
        }
        let locale = CurrencyPatternsDataV1::make_locale(CurrencyFormatterPreferences::from(&self.locale).locale_preferences);
        let patterns: DataPayload<CurrencyPatternsDataV1> = load(&locale)?;
        let iso = currency.iso_code();
        let attributes = DataMarkerAttributes::try_from_str(&iso).map_err(|_| NoFormat)?;
        let names: Option<DataPayload<CurrencyExtendedDataV1>> = find(&locale, attributes)?;
        let name = names.as_ref().map_or(code, |names| names.get().get(shown.operands, rules));
        let amount = patterns.get().get(shown.operands, rules).interpolate((shown.text, name));
        self.signed(amount.write_to_string().into_owned(), shown.sign)
    }

    fn cardinal(&self) -> Result<&PluralRules, NoFormat> {
        cached(&self.cardinal, || PluralRules::try_new_cardinal((&self.locale).into()))
    }

    fn decimal(&self, grouping: Grouping) -> Result<Kept<'_>, NoFormat> {
        if grouping == Grouping::Auto {
            return cached(&self.plain, || self.make(grouping)).map(Kept::Cached);
        }
        Ok(Kept::Own(Box::new(self.make(grouping)?)))
    }

    fn make(&self, grouping: Grouping) -> Result<DecimalFormatter, DataError> {
        let strategy = match grouping {
            Grouping::Auto => GroupingStrategy::Auto,
            Grouping::Always => GroupingStrategy::Always,
            Grouping::Never => GroupingStrategy::Never,
            Grouping::Min2 => GroupingStrategy::Min2,
        };
        DecimalFormatter::try_new((&self.locale).into(), strategy.into())
    }
}

/// The formatter that everybody uses, or one for a rare option.
enum Kept<'f> {
    Cached(&'f DecimalFormatter),
    Own(Box<DecimalFormatter>),
}

impl Kept<'_> {
    fn get(&self) -> &DecimalFormatter {
        match self {
            Kept::Cached(formatter) => formatter,
            Kept::Own(formatter) => formatter,
        }
    }
}

/// `OnceLock::get_or_try_init`, which is not stable: of two threads that make a value at once, one wins.
fn cached<T>(cell: &OnceLock<T>, make: impl FnOnce() -> Result<T, DataError>) -> Result<&T, NoFormat> {
    if let Some(value) = cell.get() {
        return Ok(value);
    }
    let made = make()?;
    Ok(cell.get_or_init(|| made))
}

fn style(options: &NumberOptions) -> NumberStyle {
    options.style.unwrap_or(NumberStyle::Decimal)
}

/// The exact value; a percentage a hundredfold.
fn fixed(value: &Decimal, style: NumberStyle) -> Fixed {
    // OK because a `Decimal` has at most 28 decimals.
    let scale = i16::try_from(value.scale()).unwrap_or(0);
    let mut fixed = Fixed::from(value.mantissa());
    fixed.multiply_pow10(if style == NumberStyle::Percent { 2 - scale } else { -scale });
    fixed
}

/// The decimals that an amount shows where nobody asks for any: as many as its currency has, or none when it is whole.
/// Official texts write `4 000 000 €` and `12,50 €`.
fn currency_digits(number: &Number) -> Result<Option<u8>, NoFormat> {
    let (NumberStyle::Currency, Some(code)) = (style(&number.options), &number.options.currency) else {
        return Ok(None);
    };
    if number.value.fract().is_zero() {
        return Ok(Some(0));
    }
    let currency = CurrencyType::try_from_str(code).map_err(|_| NoFormat)?;
    let fractions: DataPayload<CurrencyFractionsV1> = Baked.load(DataRequest::default())?.payload;
    Ok(Some(fractions.get().resolve(currency).digits))
}

fn rounded(number: &Number, currency: Option<u8>) -> Fixed {
    let options = &number.options;
    let mut fixed = fixed(&number.value, style(options));
    let asked = options.fraction_digits != Default::default() || options.significant_digits != Default::default();
    if asked {
        limit(&mut fixed, options);
    } else if let Some(digits) = currency {
        fixed.absolute.trim_end();
        fixed.absolute.pad_end(-i16::from(digits));
    }
    finish(fixed, options)
}

/// Applies the digits that were asked for; halves are rounded up, as ECMA-402 does.
fn limit(fixed: &mut Fixed, options: &NumberOptions) {
    let half_up = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    if options.significant_digits == Default::default() {
        if let Some(most) = options.fraction_digits.most {
            fixed.round_with_mode(-i16::from(most), half_up);
            fixed.absolute.trim_end();
        }
        if let Some(least) = options.fraction_digits.least {
            fixed.absolute.pad_end(-i16::from(least));
        }
    } else {
        if let Some(most) = options.significant_digits.most {
            fixed.round_with_mode(fixed.absolute.nonzero_magnitude_start() - i16::from(most) + 1, half_up);
            fixed.absolute.trim_end();
        }
        if let Some(least) = options.significant_digits.least {
            fixed.absolute.pad_end(fixed.absolute.nonzero_magnitude_start() - i16::from(least) + 1);
        }
    }
}

fn finish(mut fixed: Fixed, options: &NumberOptions) -> Fixed {
    if let Some(digits) = options.integer_digits {
        fixed.absolute.pad_start(i16::from(digits));
    }
    fixed.apply_sign_display(match options.sign {
        SignDisplay::Auto => FixedSign::Auto,
        SignDisplay::Always => FixedSign::Always,
        SignDisplay::ExceptZero => FixedSign::ExceptZero,
        SignDisplay::Never => FixedSign::Never,
    });
    fixed
}

/// The number in thousands, millions and so on. Where no digits are asked for, CLDR's own way: two significant digits below ten, else none.
fn scaled(whole: &Fixed, exponent: u8, options: &NumberOptions) -> Fixed {
    let mut fixed = whole.clone();
    fixed.multiply_pow10(-i16::from(exponent));
    if options.fraction_digits != Default::default() || options.significant_digits != Default::default() {
        limit(&mut fixed, options);
    } else {
        let first = fixed.absolute.nonzero_magnitude_start();
        let half_up = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
        fixed.round_with_mode(if first > 0 { 0 } else { first - 1 }, half_up);
        fixed.absolute.trim_end();
    }
    finish(fixed, options)
}

fn compact_grouping(grouping: Grouping) -> icu_decimal::options::CompactDecimalFormatterOptions {
    match grouping {
        Grouping::Auto | Grouping::Min2 => GroupingStrategy::Min2,
        Grouping::Always => GroupingStrategy::Always,
        Grouping::Never => GroupingStrategy::Never,
    }
    .into()
}

/// The data of a marker, if there are any. Silent: ICU4X would print what it does not find.
fn find<M: DataMarker>(locale: &DataLocale, attributes: &DataMarkerAttributes) -> Result<Option<DataPayload<M>>, NoFormat>
where
    Baked: DataProvider<M>,
{
    let mut metadata = DataRequestMetadata::default();
    metadata.silent = true;
    let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(attributes, locale);
    let found = Baked.load(DataRequest { id, metadata }).allow_identifier_not_found()?;
    Ok(found.map(|response| response.payload))
}

/// Data that every language has, if only from the root.
fn load<M: DataMarker>(locale: &DataLocale) -> Result<DataPayload<M>, NoFormat>
where
    Baked: DataProvider<M>,
{
    find(locale, DataMarkerAttributes::empty())?.ok_or(NoFormat)
}
