//! The moment that a file gives as its own, taken from the statement.

use typst::foundations::Datetime;
use typst_pdf::Timestamp;

use crate::model::Statement;

/// When the text came to be as it is: the moment of its revision, or else the day of its last change, or of its issue.
pub(super) fn of(statement: &Statement) -> Option<Timestamp> {
    if let Some(created) = statement.version_created {
        let minutes = created.offset().seconds() / 60;
        return Timestamp::new_local(datetime(created.civil())?, minutes);
    }
    let changed = statement.history.iter().map(|change| change.date).max();
    let day = changed.max(statement.issued)?;
    datetime(day.at(0, 0, 0, 0)).map(Timestamp::new_utc)
}

fn datetime(at: jiff::civil::DateTime) -> Option<Datetime> {
    let part = |part: i8| u8::try_from(part).ok();
    // Years before 0 cannot be written in a PDF (ISO 32000-1, 7.9.4).
    let year = i32::from(at.year().max(0));
    Datetime::from_ymd_hms(year, part(at.month())?, part(at.day())?, part(at.hour())?, part(at.minute())?, part(at.second())?)
}
