//! [`Level`]: what a finding costs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The level of a finding, in the words of SARIF 2.1.0 (section 3.27.10). Ordered: a note is less than an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth knowing; never a reason to stop.
    Note,
    /// Probably wrong; a release may still go out.
    Warning,
    /// Wrong: blocks the release of the statement.
    Error,
}

impl Level {
    /// `note`, `warning` or `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Level {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "note" => Ok(Level::Note),
            "warning" => Ok(Level::Warning),
            "error" => Ok(Level::Error),
            _ => Err(()),
        }
    }
}
