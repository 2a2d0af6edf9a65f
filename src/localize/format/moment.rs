//! Days and moments, always in the Gregorian calendar: `fa` and `th` would default to others, and official texts are dated by it.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::builder::{DateFields, FieldSetBuilder, ZoneStyle};
use icu_datetime::fieldsets::enums::CompositeFieldSet;
use icu_datetime::options::{Length, TimePrecision, YearStyle};
use icu_datetime::preferences::HourCycle;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_locale::Locale;
use icu_time::zone::UtcOffset;
use icu_time::{DateTime, Time, TimeZone, ZonedDateTime};

use super::NoFormat;
use crate::localize::options::{At, Moment, MomentOptions, Style, TimeStyle};

type Formatter = FixedCalendarDateTimeFormatter<Gregorian, CompositeFieldSet>;

/// The conventions for days and moments.
#[derive(Debug)]
pub(super) struct Moments {
    locale: Locale,
    made: RwLock<HashMap<MomentOptions, Arc<Formatter>>>,
}

impl Moments {
    pub(super) fn new(locale: &Locale) -> Self {
        Moments { locale: locale.clone(), made: RwLock::default() }
    }

    pub(super) fn format(&self, moment: &Moment) -> Result<String, NoFormat> {
        let mut options = moment.options.clone();
        options.locale = None;
        if !options.asks_for_fields() {
            options.date = Some(Style::Long);
            options.time = matches!(moment.at, At::Instant(_)).then_some(TimeStyle::Short);
        }
        let (civil, seconds) = match moment.at {
            // A day has no time, and none is shown; noon is in the day wherever one stands.
            At::Day(day) => (day.at(12, 0, 0, 0), 0),
            At::Instant(instant) => (instant.civil(), instant.offset().seconds()),
        };
        let small = |number: i8| u8::try_from(number).map_err(|_| NoFormat);
        let date =
            Date::try_new_gregorian(i32::from(civil.year()), small(civil.month())?, small(civil.day())?).map_err(|_| NoFormat)?;
        let time =
            Time::try_new(small(civil.hour())?, small(civil.minute())?, small(civil.second())?, 0).map_err(|_| NoFormat)?;
        let offset = UtcOffset::try_from_seconds(seconds).map_err(|_| NoFormat)?;
        let zone = TimeZone::UNKNOWN.with_offset(Some(offset)).at_date_time(DateTime { date, time });
        let text = self.formatter(options)?.format(&ZonedDateTime { date, time, zone }).to_string();
        Ok(if civil.day() == 1 && self.locale.id.language.as_str() == "fr" { first_of_month(&text) } else { text })
    }

    fn formatter(&self, options: MomentOptions) -> Result<Arc<Formatter>, NoFormat> {
        if let Some(formatter) = self.made.read().unwrap_or_else(PoisonError::into_inner).get(&options) {
            return Ok(Arc::clone(formatter));
        }
        let mut preferences = DateTimeFormatterPreferences::from(&self.locale);
        if let Some(twelve) = options.twelve_hours {
            preferences.hour_cycle = Some(if twelve { HourCycle::H12 } else { HourCycle::H23 });
        }
        let formatter = Arc::new(Formatter::try_new(preferences, fields(&options)?).map_err(|_| NoFormat)?);
        self.made.write().unwrap_or_else(PoisonError::into_inner).insert(options, Arc::clone(&formatter));
        Ok(formatter)
    }
}

/// French writes the first of a month as an ordinal where the month is a word: `1er août`. CLDR has no pattern for that.
fn first_of_month(text: &str) -> String {
    let mut rest = text.char_indices().filter(|(_, c)| *c == '1').map(|(at, _)| at);
    let found = rest.find(|&at| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let mut after = after.chars().skip(1);
        !before.ends_with(|c: char| c.is_numeric())
            && after.next().is_some_and(char::is_whitespace)
            && after.next().is_some_and(char::is_alphabetic)
    });
    match found.and_then(|at| text.split_at_checked(at + 1)) {
        Some((before, after)) => format!("{before}er{after}"),
        None => text.to_owned(),
    }
}

/// Whether CLDR knows a way to show just these fields together.
pub(in crate::localize) fn is_possible(options: &MomentOptions) -> bool {
    !options.asks_for_fields() || fields(options).is_ok()
}

fn fields(options: &MomentOptions) -> Result<CompositeFieldSet, NoFormat> {
    let mut builder = FieldSetBuilder::new();
    let date = match options.date {
        Some(Style::Full) => Some((DateFields::YMDE, Length::Long)),
        Some(Style::Long) => Some((DateFields::YMD, Length::Long)),
        Some(Style::Medium) => Some((DateFields::YMD, Length::Medium)),
        Some(Style::Short) => Some((DateFields::YMD, Length::Short)),
        None => components(options)?,
    };
    if let Some((fields, length)) = date {
        builder.date_fields = Some(fields);
        builder.length = Some(length);
        if matches!(fields, DateFields::YMD | DateFields::YMDE | DateFields::YM | DateFields::Y) {
            // All digits of the year, in short dates, too: nobody should have to guess the century of a statement.
            builder.year_style = Some(YearStyle::Full);
        }
    } else {
        builder.length = Some(Length::Medium);
    }
    builder.time_precision = options.time.map(|time| match time {
        TimeStyle::Long | TimeStyle::Medium => TimePrecision::Second,
        TimeStyle::Short => TimePrecision::Minute,
    });
    let offset = options.offset.or((options.time == Some(TimeStyle::Long)).then_some(false));
    builder.zone_style = offset.map(|long| if long { ZoneStyle::LocalizedOffsetLong } else { ZoneStyle::LocalizedOffsetShort });
    builder.build_composite().map_err(|_| NoFormat)
}

fn components(options: &MomentOptions) -> Result<Option<(DateFields, Length)>, NoFormat> {
    let fields = match (options.year, options.month.is_some(), options.day, options.weekday.is_some()) {
        (false, false, false, false) => return Ok(None),
        (false, false, true, false) => DateFields::D,
        (false, true, true, false) => DateFields::MD,
        (true, true, true, false) => DateFields::YMD,
        (false, false, true, true) => DateFields::DE,
        (false, true, true, true) => DateFields::MDE,
        (true, true, true, true) => DateFields::YMDE,
        (false, false, false, true) => DateFields::E,
        (false, true, false, false) => DateFields::M,
        (true, true, false, false) => DateFields::YM,
        (true, false, false, false) => DateFields::Y,
        _ => return Err(NoFormat),
    };
    let length = match (options.month, options.weekday) {
        (Some(Style::Short), _) => Length::Short,
        (Some(Style::Medium), _) | (None, Some(false)) => Length::Medium,
        _ => Length::Long,
    };
    Ok(Some((fields, length)))
}
