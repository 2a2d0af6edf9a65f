//! [`Instant`]: a moment with the offset in which its author wrote it.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment on the time line, with the UTC offset in which it was written ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339)).
///
/// A time without an offset is no moment and is refused: an embargo "until 10:00" means nothing until somebody says where.
/// Two instants are equal when they are the same moment, whatever their offsets.
///
/// ```
/// use promulgate::Instant;
///
/// let brussels: Instant = "2020-06-03T10:00:00+02:00".parse()?;
/// let moscow: Instant = "2020-06-03T11:00:00+03:00".parse()?;
/// assert_eq!(brussels, moscow);
/// assert_eq!(moscow.to_string(), "2020-06-03T11:00:00+03:00");
/// assert!("2020-06-03T10:00:00".parse::<Instant>().is_err());
/// # Ok::<(), promulgate::model::InstantError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Instant {
    at: Timestamp,
    offset: Offset,
}

/// A text that is not an RFC 3339 date-time with an offset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a moment: write date, time and UTC offset, as 2020-06-03T10:00:00+02:00 (RFC 3339)")]
pub struct InstantError {
    text: String,
}

impl Instant {
    /// A moment from a timestamp, to be shown at an offset.
    pub fn new(at: Timestamp, offset: Offset) -> Self {
        Instant { at, offset }
    }

    /// Midnight UTC of a day; nothing for a day beyond what a timestamp can say.
    pub fn midnight(day: jiff::civil::Date) -> Option<Self> {
        let at = Offset::UTC.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())).ok()?;
        Some(Instant { at, offset: Offset::UTC })
    }

    /// The moment.
    pub fn timestamp(&self) -> Timestamp {
        self.at
    }

    /// The offset in which it was written.
    pub fn offset(&self) -> Offset {
        self.offset
    }

    /// Date and time as its author wrote them, at the author's offset.
    pub fn civil(&self) -> DateTime {
        self.offset.to_datetime(self.at)
    }
}

impl FromStr for Instant {
    type Err = InstantError;
    fn from_str(text: &str) -> Result<Self, InstantError> {
        let wrong = || InstantError { text: text.to_owned() };
        let pieces = jiff::fmt::temporal::Pieces::parse(text).map_err(|_| wrong())?;
        let time = pieces.time().ok_or_else(wrong)?;
        let offset = pieces.to_numeric_offset().ok_or_else(wrong)?;
        let at = offset.to_timestamp(pieces.date().to_datetime(time)).map_err(|_| wrong())?;
        Ok(Instant { at, offset })
    }
}
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.offset == Offset::UTC {
            write!(f, "{}", self.at)
        } else {
            write!(f, "{}", self.at.display_with_offset(self.offset))
        }
    }
}
impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl PartialEq for Instant {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}
impl Eq for Instant {}
impl PartialOrd for Instant {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Instant {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.at.cmp(&other.at)
    }
}
impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
