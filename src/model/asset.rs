//! Pictures that a statement shows: files of its own, beside its texts.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{AddressProblem, InlineKind, Statement, image_problem};

/// The pictures that may be published, by the ending of their names.
///
/// No SVG: inside a page it runs no script, but whoever opens its address by itself runs what it holds, under the name of the issuer.
const TYPES: [(&str, &str); 6] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
];

/// The media type of a picture by the ending of its name; nothing for what is not published as a picture.
///
/// ```
/// use promulgate::model::asset_type;
///
/// assert_eq!(asset_type("maps/Annecy.JPG"), Some("image/jpeg"));
/// assert_eq!(asset_type("maps/annecy.svg"), None);
/// ```
pub fn asset_type(name: &str) -> Option<&'static str> {
    let (stem, ending) = name.rsplit_once('.')?;
    if stem.is_empty() || stem.ends_with('/') {
        return None;
    }
    TYPES.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|&(_, media_type)| media_type)
}

/// The endings of the pictures that may be published.
pub fn asset_endings() -> impl Iterator<Item = &'static str> {
    TYPES.iter().map(|&(ending, _)| ending)
}

/// The file that the destination of an image names: a path below the folder of its text, decoded.
///
/// ```
/// use promulgate::model::{AddressProblem, asset_name};
///
/// assert_eq!(asset_name("./maps/the%20lake.png").as_deref(), Ok("maps/the lake.png"));
/// assert_eq!(asset_name("../map.png"), Err(AddressProblem::Foreign));
/// ```
///
/// # Errors
/// As [`image_problem`] says, also of what the decoded path is.
pub fn asset_name(destination: &str) -> Result<Cow<'_, str>, AddressProblem> {
    if let Some(problem) = image_problem(destination) {
        return Err(problem);
    }
    let path = destination.strip_prefix("./").unwrap_or(destination);
    let decoded = decoded(path);
    // What was encoded must be no step upwards, no stream and no control character either.
    match &decoded {
        Cow::Owned(name) if image_problem(name).is_some() => Err(AddressProblem::Foreign),
        _ => Ok(decoded),
    }
}

/// A path without percent-encoding (RFC 3986, section 2.1); what is no encoding of UTF-8 stays as it is.
pub(crate) fn decoded(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return Cow::Borrowed(path);
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        if let (b'%', [high, low, behind @ ..]) = (first, after)
            && let (Some(high), Some(low)) = (digit(high), digit(low))
            && let Ok(byte) = u8::try_from(high * 16 + low)
        {
            bytes.push(byte);
            rest = behind;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(path), Cow::Owned)
}

impl Statement {
    /// The pictures that its texts show, whether they are there or not; those that lead elsewhere or are of another kind left out.
    pub fn shown_assets(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for version in self.versions.values() {
            version.document.walk_inlines(&mut |inline| {
                if let InlineKind::Image { destination, .. } = &inline.kind
                    && let Ok(name) = asset_name(destination)
                    && asset_type(&name).is_some()
                    && !names.contains(&*name)
                {
                    names.insert(name.into_owned());
                }
            });
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_decoded_and_stay_inside() {
        for (destination, name) in [
            ("map.png", "map.png"),
            ("./a/map.png", "a/map.png"),
            ("%D0%BA%D0%B0%D1%80%D1%82%D0%B0.png", "карта.png"),
            ("карта.png", "карта.png"),
            ("100%.png", "100%.png"),
            ("a%ff.png", "a%ff.png"),
        ] {
            assert_eq!(asset_name(destination).as_deref(), Ok(name), "{destination}");
        }
        for bad in [
            "%2e%2e/x.png",
            "%252e%252e/x.png",
            "..%2fx.png",
            "a%00.png",
            "a%0a.png",
            "c%3ax.png",
            "a%3Fb.png",
            "a%e2%80%8b.png",
            "",
        ] {
            assert!(asset_name(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn only_pictures_without_programs_are_published() {
        for ending in asset_endings() {
            assert!(asset_type(&format!("x.{ending}")).is_some_and(|media_type| media_type.starts_with("image/")));
        }
        for bad in ["x.svg", "x.svgz", "x.html", "x.png.html", "png", ".png", "a/.png", ""] {
            assert_eq!(asset_type(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_texts_show_is_named_once() {
        let statement = Statement::builder("a")
            .version("en", "# A\n\n![Map](map.png) ![Map](./map.png) ![x](https://e.org/x.png) ![y](y.svg)\n")
            .version("fr", "# A\n\n![Carte](carte.png)\n\n- [![Lien](map.png)](https://e.org)\n")
            .build();
        assert_eq!(statement.shown_assets().into_iter().collect::<Vec<_>>(), ["carte.png", "map.png"]);
    }
}
