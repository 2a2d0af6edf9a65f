//! What links and images may lead to: one judgement for the rule that reports and for the outputs that leave out.

/// The schemes that a link may have; a reference without a scheme stays in the release.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Why a destination may not be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AddressProblem {
    /// Its scheme is none of `https`, `http`, `mailto`, `tel`; the scheme as a browser reads it.
    Scheme(String),
    /// It names a host without a scheme (`//host`), so that where it leads depends on where it is read.
    NoScheme,
    /// It has a permitted scheme and nothing that this scheme can lead to, as `https:evil`.
    Malformed,
    /// A tab, a line end or another control character stands in it, which browsers drop before they read it.
    ControlCharacter,
    /// It is no file of the statement itself. Only images are held to this.
    Foreign,
}

/// Judges where a link leads.
///
/// Browsers strip control characters and blanks around an address, drop tabs and line ends inside it, and read `\` as `/`
/// (WHATWG URL, section 4.4), so that is what is judged.
///
/// ```
/// use promulgate::model::{AddressProblem, link_problem};
///
/// assert_eq!(link_problem("../fr/annex.html#p7"), None);
/// assert_eq!(link_problem("java\tScript:alert(1)"), Some(AddressProblem::Scheme("javascript".into())));
/// ```
pub fn link_problem(destination: &str) -> Option<AddressProblem> {
    let blank = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let stripped: String = destination.trim_matches(blank).chars().filter(|&c| !c.is_control() && !is_invisible(c)).collect();
    let first = stripped.split(['/', '\\', '?', '#']).next().unwrap_or("");
    if let Some((scheme, rest)) = first.split_once(':') {
        let scheme = scheme.trim_matches(blank).to_lowercase();
        if !SCHEMES.contains(&scheme.as_str()) {
            return Some(AddressProblem::Scheme(scheme));
        }
        let web = scheme.starts_with("http");
        let authority = stripped.split_once(':').and_then(|(_, rest)| rest.strip_prefix("//"));
        if web && !authority.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '[')) {
            return Some(AddressProblem::Malformed);
        }
        if !web && rest.is_empty() {
            return Some(AddressProblem::Malformed);
        }
    }
    let mut characters = stripped.chars();
    if matches!((characters.next(), characters.next()), (Some('/' | '\\'), Some('/' | '\\'))) {
        return Some(AddressProblem::NoScheme);
    }
    let spoiled = destination.trim_matches(' ').chars().any(char::is_control);
    spoiled.then_some(AddressProblem::ControlCharacter)
}

/// Judges where an image is: it must be a file of the statement, named by a path below its own folder, so that the release holds
/// everything that its pages show.
pub fn image_problem(destination: &str) -> Option<AddressProblem> {
    if let Some(problem) = link_problem(destination) {
        return Some(problem);
    }
    let path = destination.strip_prefix("./").unwrap_or(destination);
    // What a server would decode to a step upwards is one.
    let is_step = |segment: &str| {
        let plain = segment.to_ascii_lowercase().replace("%2e", ".");
        matches!(plain.as_str(), "" | "." | "..") || plain.contains("%2f") || plain.contains("%5c")
    };
    let spoiled = path.contains([':', '\\', '?', '#']) || path.chars().any(|c| c.is_control() || is_invisible(c));
    (spoiled || path.split('/').any(is_step)).then_some(AddressProblem::Foreign)
}

/// Characters that nobody sees and that may hide a scheme from a reader.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_listed_is_a_link() {
        let good = [
            "https://e.org/a",
            "HTTP://e.org",
            "mailto:a@b.org",
            "tel:+32",
            "../fr/x.html",
            "#p7",
            "?q=a:b",
            "a/b:c",
            "/x",
            "",
            "https://[::1]/",
        ];
        for good in good {
            assert_eq!(link_problem(good), None, "{good:?}");
        }
        let schemes = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript\u{200b}:alert(1)",
            "\u{a0}javascript:alert(1)",
            "javascript :alert(1)",
        ];
        for bad in schemes {
            assert_eq!(link_problem(bad), Some(AddressProblem::Scheme("javascript".into())), "{bad:?}");
        }
        for bad in
            ["data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "жavascript:alert(1)", "view-source:https://e.org"]
        {
            assert!(matches!(link_problem(bad), Some(AddressProblem::Scheme(_))), "{bad:?}");
        }
        for bad in ["//evil.example", "/\\evil.example", "\\\\evil.example", "\t//evil.example", "/\t/evil.example"] {
            assert_eq!(link_problem(bad), Some(AddressProblem::NoScheme), "{bad:?}");
        }
        for bad in ["https:evil", "https:///evil", "mailto:", "http:", "https://"] {
            assert_eq!(link_problem(bad), Some(AddressProblem::Malformed), "{bad:?}");
        }
        assert_eq!(link_problem("https://e.org/a\tb"), Some(AddressProblem::ControlCharacter));
    }

    #[test]
    fn only_own_files_are_images() {
        for good in ["map.png", "images/map.png", "./map.png", "карта.png"] {
            assert_eq!(image_problem(good), None, "{good:?}");
        }
        for bad in [
            "https://e.org/x.png",
            "/x.png",
            "../x.png",
            "a/../../x.png",
            "%2e%2E/x.png",
            "..%2fx.png",
            "a\\b.png",
            "mailto:a@b.org",
            "",
            "map.png#half",
            "a//b.png",
        ] {
            assert_eq!(image_problem(bad), Some(AddressProblem::Foreign), "{bad:?}");
        }
        assert_eq!(image_problem("data:image/png;base64,x"), Some(AddressProblem::Scheme("data".into())));
        assert_eq!(image_problem("//e.org/x.png"), Some(AddressProblem::NoScheme));
    }
}
