//! [`Message`]: what a finding says, before it is said in a language.

use std::borrow::Cow;

use serde::Serialize;

/// A message that is not yet in any language: the id of a Fluent message with its arguments, or a plain text.
///
/// The built-in rules speak through Fluent messages in `locales/<lang>/diagnostics.ftl`, so that a translator reads them in
/// English, French or Russian; a rule of your own may simply give a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Message {
    /// A Fluent message. Its value is the message, its attributes `.help`, `.here` and `.there` the help line and the texts of the labels.
    Fluent {
        /// The id of the message.
        id: Cow<'static, str>,
        /// What its variables stand for.
        args: Vec<(&'static str, Arg)>,
    },
    /// A text that is the same in every language.
    Text {
        /// The message.
        text: String,
        /// A way out.
        help: Option<String>,
    },
}

/// The value of a variable of a [`Message`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Arg {
    /// A text, quoted as it is.
    Text(String),
    /// A count, which selects plural forms.
    Number(i64),
}

impl Message {
    /// The value of an argument.
    pub fn arg(&self, name: &str) -> Option<&Arg> {
        match self {
            Message::Fluent { args, .. } => args.iter().find(|(key, _)| *key == name).map(|(_, value)| value),
            Message::Text { .. } => None,
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Arg::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}
impl From<&crate::language::Language> for Arg {
    fn from(language: &crate::language::Language) -> Self {
        Arg::Text(language.to_string())
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Number(i64::from(number))
    }
}
