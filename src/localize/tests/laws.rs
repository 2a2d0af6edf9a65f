//! What holds of every number, every day and every language tag.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::localize::options::{At, Moment, MomentOptions, Number, Style, TimeStyle};
use crate::model::Fact;

fn tags() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(vec![
            "en",
            "fr",
            "ru",
            "de",
            "fa",
            "th",
            "ar-EG",
            "ar",
            "zh-Hant",
            "en-x-house",
            "hi",
            "bn",
            "my",
            "he",
            "sr-Latn",
            "mni-Beng",
            "ccp",
            "qaa",
            "und-x-a",
            "ff-Adlm",
            "en-u-nu-thai",
            "ja-u-ca-japanese",
            "es-419",
            "pt-PT"
        ])
        .prop_map(str::to_owned),
        "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?",
    ]
}

fn decimals() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), any::<u32>(), 0u32..=28).prop_map(|(high, low, scale)| {
        Decimal::try_from_i128_with_scale(i128::from(high) << 24 | i128::from(low >> 8), scale).unwrap()
    })
}

proptest! {

    #[test]
    fn every_number_has_a_text_in_every_language(
        tag in tags(),
        number in decimals(),
        notation in proptest::sample::select(vec!["", ", notation: \"compact\"", ", notation: \"compact\", compactDisplay: \"long\""]),
        digits in proptest::sample::select(vec!["", ", maximumFractionDigits: 2", ", maximumSignificantDigits: 3", ", minimumIntegerDigits: 21"]),
        style in proptest::sample::select(vec!["", ", style: \"percent\"", ", style: \"currency\", currency: \"JPY\""]),
    ) {
        let Ok(language) = Language::parse(&tag) else { return Ok(()) };
        let facts = Facts::from([("n".to_owned(), Fact::Number(number))]);
        let call = Localized::from(format!("{{ NUMBER($n{notation}{digits}{style}) }}").as_str());
        let said = Voices::new(&[]).voice(&language).localized(&call, &facts);
        prop_assert!(said.as_ref().is_ok_and(|said| !said.is_empty()), "{tag} {number}: {said:?}");
    }

    #[test]
    fn every_day_has_a_text_in_every_language(
        tag in tags(),
        (year, month, day, seconds, offset) in (-9000i16..=9000, 1i8..=12, 1i8..=28, 0i32..86_400, -64_800i32..=64_800),
        date in proptest::option::of(proptest::sample::select(vec![Style::Full, Style::Long, Style::Medium, Style::Short])),
        time in proptest::option::of(proptest::sample::select(vec![TimeStyle::Long, TimeStyle::Medium, TimeStyle::Short])),
    ) {
        let Ok(language) = Language::parse(&tag) else { return Ok(()) };
        let offset = jiff::tz::Offset::from_seconds(offset).unwrap();
        let civil = jiff::civil::date(year, month, day).at(0, 0, 0, 0) + jiff::Span::new().seconds(seconds);
        let at = At::Instant(crate::model::Instant::new(offset.to_timestamp(civil).unwrap(), offset));
        let moment = Moment { at, options: MomentOptions { date, time, ..MomentOptions::default() } };
        let formats = crate::localize::format::Formats::new(&language);
        prop_assert!(formats.moment(&moment).is_ok_and(|said| !said.is_empty()), "{tag} {civil}");
    }

    /// What is shown is the number, to the last digit: it can be read back.
    #[test]
    fn numbers_read_back(number in decimals()) {
        for (tag, groups, decimal) in [("en", ",", '.'), ("fr", "\u{202f}", ','), ("ru", "\u{a0}", ',')] {
            let formats = crate::localize::format::Formats::new(&language(tag));
            let said = formats.number(&Number::plain(number)).unwrap();
            let read: String = said.replace(groups, "").chars().map(|c| if c == decimal { '.' } else { c }).collect();
            prop_assert_eq!(read.parse::<Decimal>().unwrap(), number, "{} in {}", said, tag);
        }
    }
}
