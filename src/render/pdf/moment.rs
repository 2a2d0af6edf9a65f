//! The moment that a file gives as its own, taken from the statement.

use typst::foundations::Datetime;
use typst_pdf::Timestamp;

use crate::model::Statement;

/// When the text came to be as it is. A moment before the year 0 cannot be written (ISO 32000-1, 7.9.4).
pub(super) fn of(statement: &Statement) -> Option<Timestamp> {
    let changed = statement.updated()?;
    let at = changed.civil();
    let part = |part: i8| u8::try_from(part).ok();
    let year = u16::try_from(at.year()).ok()?.into();
    let (month, day, hour) = (part(at.month())?, part(at.day())?, part(at.hour())?);
    let written = Datetime::from_ymd_hms(year, month, day, hour, part(at.minute())?, part(at.second())?)?;
    Timestamp::new_local(written, changed.offset().seconds() / 60)
}
