//! [`Addresses`]: where the files of a release lie, and how one names another.

use crate::language::Language;

/// Where the files of a release lie. Paths are below the root, with `/`; the root is the folder that `base_url` names.
///
/// ```
/// use promulgate::render::Addresses;
///
/// let addresses = Addresses::new(Some("https://press.example.org/"));
/// assert_eq!(Addresses::relative("en/hospitals.html", "fr/hospitals.html"), "../fr/hospitals.html");
/// assert_eq!(addresses.absolute("fr/hospitals.html").as_deref(), Some("https://press.example.org/fr/hospitals.html"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Addresses {
    base: Option<String>,
}

impl Addresses {
    /// Addresses below a base, when it is known. A missing `/` at its end is added.
    pub fn new(base_url: Option<&str>) -> Self {
        let base = base_url.map(|base| if base.ends_with('/') { base.to_owned() } else { format!("{base}/") });
        Addresses { base }
    }

    /// The path of a version in a format.
    pub fn version(language: &Language, slug: &str, extension: &str) -> String {
        format!("{language}/{slug}.{extension}")
    }

    /// The path of the index of a language.
    pub fn index(language: &Language) -> String {
        format!("{language}/index.html")
    }

    /// The path of the manifest of the release, which lies at its root and names every file with its digest.
    ///
    /// The digest of the release is that of the manifest, and the manifest holds the digests of the pages: so no page can show the digest
    /// of the release that it is part of. It shows where the manifest lies.
    pub const MANIFEST: &'static str = "manifest.json";

    /// The path of an asset of a statement.
    pub fn asset(statement: &str, name: &str) -> String {
        format!("assets/{statement}/{name}")
    }

    /// The reference (RFC 3986, section 4.2) that leads from one path to another, encoded; works from a disk as from a server.
    pub fn relative(from: &str, to: &str) -> String {
        let common = from.split('/').zip(to.split('/')).take_while(|(a, b)| a == b).count();
        // A file is never its own folder: what is common stops before the last part of either.
        let folders = |path: &str| path.split('/').count() - 1;
        let common = common.min(folders(from)).min(folders(to));
        let mut reference = "../".repeat(folders(from) - common);
        encode_path(to.split('/').skip(common), &mut reference);
        reference
    }

    /// The absolute address of a path, encoded, when the base is known.
    pub fn absolute(&self, path: &str) -> Option<String> {
        let mut address = self.base.clone()?;
        encode_path(path.split('/'), &mut address);
        Some(address)
    }

    /// The host of the base, when it is known.
    pub(super) fn host(&self) -> Option<&str> {
        let (_, rest) = self.base.as_deref()?.split_once("://")?;
        rest.split(['/', '?', '#', ':']).next().filter(|host| !host.is_empty())
    }

    /// The absolute address of what a text at `from` refers to (RFC 3986, section 5.2), when the base is known: for what is read away from
    /// its place, as a message is. Absolute references stay as they are.
    ///
    /// ```
    /// use promulgate::render::Addresses;
    ///
    /// let addresses = Addresses::new(Some("https://press.example.org/news/"));
    /// let resolved = |reference| addresses.resolve("en/hospitals.html", reference);
    /// assert_eq!(resolved("../fr/hospitals.html#p7").as_deref(), Some("https://press.example.org/news/fr/hospitals.html#p7"));
    /// assert_eq!(resolved("mailto:press@example.org").as_deref(), Some("mailto:press@example.org"));
    /// ```
    pub fn resolve(&self, from: &str, reference: &str) -> Option<String> {
        let scheme = reference.split_once(':').map_or("", |(scheme, _)| scheme);
        if !scheme.is_empty() && !scheme.contains(['/', '?', '#']) {
            return Some(reference.to_owned());
        }
        let page = self.absolute(from)?;
        let cut = reference.find(['?', '#']).unwrap_or(reference.len());
        let (path, rest) = reference.split_at_checked(cut)?;
        if path.is_empty() {
            return Some(page + rest);
        }
        let root = page.find("://").map_or(0, |at| at + 3);
        let root = page.get(root..)?.find('/').map_or(page.len(), |at| root + at);
        let (origin, own) = page.split_at_checked(root)?;
        let folder = if path.starts_with('/') { "" } else { own.rsplit_once('/').map_or("", |(folder, _)| folder) };
        let mut parts: Vec<&str> = folder.split('/').skip(1).collect();
        let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
        while let Some(segment) = segments.next() {
            let last = segments.peek().is_none();
            match segment {
                "." | ".." => {
                    if segment == ".." {
                        parts.pop();
                    }
                    // A folder keeps its stroke.
                    parts.extend(last.then_some(""));
                }
                segment => parts.push(segment),
            }
        }
        Some(format!("{origin}/{}{rest}", parts.join("/")))
    }

    /// The absolute address where the base is known, else the relative one.
    pub fn best(&self, from: &str, to: &str) -> String {
        self.absolute(to).unwrap_or_else(|| Self::relative(from, to))
    }
}

/// Appends path segments with everything encoded that is not unreserved (RFC 3986, section 2.3).
fn encode_path<'p>(segments: impl Iterator<Item = &'p str>, out: &mut String) {
    use std::fmt::Write;
    for (at, segment) in segments.enumerate() {
        if at > 0 {
            out.push('/');
        }
        for byte in segment.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                out.push(char::from(byte));
            } else {
                // OK because writing to a `String` cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_lead_back() {
        for (from, to, expected) in [
            ("en/a.html", "fr/a.html", "../fr/a.html"),
            ("en/a.html", "en/b.txt", "b.txt"),
            ("en/a.html", "en/a.html", "a.html"),
            ("en/a.html", "index.html", "../index.html"),
            ("index.html", "en/index.html", "en/index.html"),
            ("en/a.html", "assets/x/d é.png", "../assets/x/d%20%C3%A9.png"),
            ("a/a", "a", "../a"),
        ] {
            assert_eq!(Addresses::relative(from, to), expected, "{from} -> {to}");
        }
        assert_eq!(Addresses::default().absolute("x"), None);
        let site = Addresses::new(Some("https://e.org/r"));
        for (reference, expected) in [
            ("./b.html", "https://e.org/r/en/b.html"),
            ("../fr/b.html?x=1#p2", "https://e.org/r/fr/b.html?x=1#p2"),
            ("/top", "https://e.org/top"),
            ("#p2", "https://e.org/r/en/a.html#p2"),
            ("?q=a:b", "https://e.org/r/en/a.html?q=a:b"),
            ("../../../..", "https://e.org/"),
            ("sub/", "https://e.org/r/en/sub/"),
            ("mailto:a@e.org", "mailto:a@e.org"),
            ("https://other.org/./x", "https://other.org/./x"),
        ] {
            assert_eq!(site.resolve("en/a.html", reference).unwrap(), expected);
        }
        assert_eq!(site.host(), Some("e.org"));
        assert_eq!(Addresses::default().resolve("en/a.html", "#p7"), None);
        assert_eq!(Addresses::default().resolve("en/a.html", "tel:+32").as_deref(), Some("tel:+32"));
        let addresses = Addresses::new(Some("https://e.org/r"));
        for (reference, expected) in [
            ("", "https://e.org/r/en/a%20b.html"),
            ("#p7", "https://e.org/r/en/a%20b.html#p7"),
            ("?q=a:b/../c", "https://e.org/r/en/a%20b.html?q=a:b/../c"),
            ("b.html", "https://e.org/r/en/b.html"),
            ("./x/../b.html", "https://e.org/r/en/b.html"),
            ("../fr/b.html?x#y", "https://e.org/r/fr/b.html?x#y"),
            ("../../../../x", "https://e.org/x"),
            ("..", "https://e.org/r/"),
            (".", "https://e.org/r/en/"),
            ("/x/./y/", "https://e.org/x/y/"),
            ("a/b:c", "https://e.org/r/en/a/b:c"),
            ("https://x.org/../a", "https://x.org/../a"),
        ] {
            assert_eq!(addresses.resolve("en/a b.html", reference).as_deref(), Some(expected), "{reference}");
        }
        assert_eq!(Addresses::new(Some("https://e.org/r")).absolute("en/x.html").unwrap(), "https://e.org/r/en/x.html");
    }
}
