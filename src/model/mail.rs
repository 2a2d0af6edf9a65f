//! [`MailSettings`]: who sends the messages of a collection, and to whom.

use std::fmt;
use std::str::FromStr;

/// Who sends the messages of a collection, and to whom (`[mail]` in `promulgate.toml`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MailSettings {
    /// The address that messages come from (RFC 5322, section 3.6.2). The name beside it is the issuer's, in each language.
    pub from: MailAddress,
    /// The addresses that messages go to, as a list's; none where whoever sends them fills that in.
    pub to: Vec<MailAddress>,
    /// The address for answers, where it is another than the sender's.
    pub reply_to: Option<MailAddress>,
}

impl MailSettings {
    /// Settings with a sender and nothing else.
    ///
    /// ```
    /// use promulgate::model::MailSettings;
    ///
    /// let mut settings = MailSettings::new("press@example.org".parse()?);
    /// settings.to.push("newsdesks@lists.example.org".parse()?);
    /// assert_eq!(settings.from.domain(), "example.org");
    /// # Ok::<(), promulgate::model::MailAddressError>(())
    /// ```
    pub fn new(from: MailAddress) -> Self {
        MailSettings { from, to: Vec::new(), reply_to: None }
    }
}

/// The address of a mailbox: an addr-spec of [RFC 5322](https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1) in the form that every
/// server takes.
///
/// Quoted local parts, addresses of machines in brackets and comments are refused, as is what is not ASCII: the domain of another script is
/// written as it stands in the DNS (`xn--…`), since not every server speaks SMTPUTF8 (RFC 6531). Length is bounded by RFC 5321, section 4.5.3.1.
///
/// ```
/// use promulgate::model::MailAddress;
///
/// assert_eq!("press@example.org".parse::<MailAddress>()?.to_string(), "press@example.org");
/// assert!("Press <press@example.org>".parse::<MailAddress>().is_err());
/// assert!("press@example.org\r\nBcc: everyone@example.org".parse::<MailAddress>().is_err());
/// # Ok::<(), promulgate::model::MailAddressError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailAddress {
    text: String,
    at: usize,
}

/// A text that is no address of a mailbox.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not the address of a mailbox: write name@domain, as press@example.org (RFC 5322, section 3.4.1)")]
pub struct MailAddressError {
    text: String,
}

impl MailAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What stands behind the `@`.
    pub fn domain(&self) -> &str {
        self.text.get(self.at + 1..).unwrap_or("")
    }
}

impl FromStr for MailAddress {
    type Err = MailAddressError;
    fn from_str(text: &str) -> Result<Self, MailAddressError> {
        let sound = |(local, domain): &(&str, &str)| {
            local.len() <= 64 && text.len() <= 254 && local.split('.').all(is_atom) && is_domain(domain)
        };
        match text.split_once('@').filter(sound) {
            Some((local, _)) => Ok(MailAddress { text: text.to_owned(), at: local.len() }),
            None => Err(MailAddressError { text: text.to_owned() }),
        }
    }
}

/// RFC 5322, section 3.2.3.
fn is_atom(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
}

/// A name of the DNS of two labels or more (RFC 1123, section 2.1): one alone means something else at every receiver.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.contains('.') && text.split('.').all(label)
}

impl fmt::Display for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_server_takes_and_nothing_else() {
        for good in ["press@example.org", "a.b+c@x-y.example.org", "o'neil@e.org", "1@2.example", "a@xn--e1afmkfd.xn--p1ai"] {
            assert_eq!(good.parse::<MailAddress>().map(|address| address.to_string()).as_deref(), Ok(good));
        }
        let long = format!("{}@example.org", "a".repeat(65));
        let longer = format!("a@{}org", "b.".repeat(130));
        for bad in [
            "",
            "@",
            "press",
            "press@",
            "@example.org",
            "press@localhost",
            "a@b@c.org",
            "a b@c.org",
            "a..b@c.org",
            ".a@c.org",
            "a@c..org",
            "a@-c.org",
            "a@c.org.",
            "a@[127.0.0.1]",
            "\"a\"@c.org",
            "Press <a@c.org>",
            "<a@c.org>",
            "a@c.org,b@c.org",
            "a@c.org\r\nBcc: x",
            "a@c.org\n",
            "é@c.org",
            "a@é.org",
            "a\u{2068}@c.org",
            "a@c.org ",
            "a(x)@c.org",
            &long,
            &longer,
        ] {
            assert!(bad.parse::<MailAddress>().is_err(), "{bad:?}");
        }
    }
}
