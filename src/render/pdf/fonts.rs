//! [`Fonts`]: the faces that pages are set in, and what they lack.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;

use crate::error::{Error, Result};

/// Fonts with a book in which the typesetter looks them up.
pub(super) struct Fonts {
    pub(super) faces: Vec<Font>,
    pub(super) book: LazyHash<FontBook>,
    families: Vec<String>,
}

/// The families that come with the crate and set text, the first choice first. The mathematical ones stand in for signs alone.
const BUILTIN: [&str; 4] = ["Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono", "New Computer Modern Math"];

impl Fonts {
    /// The fonts that come with the crate, read once.
    pub(super) fn builtin() -> &'static Arc<Self> {
        static FONTS: OnceLock<Arc<Fonts>> = OnceLock::new();
        FONTS.get_or_init(|| {
            let faces = typst_assets::fonts().flat_map(|file| Font::iter(Bytes::new(file))).collect();
            Arc::new(Fonts::new(faces, BUILTIN.map(str::to_owned).into()))
        })
    }

    /// Fonts from files, then those that come with the crate.
    pub(super) fn with(files: impl IntoIterator<Item = Vec<u8>>) -> Result<Self> {
        let (mut faces, mut families) = (Vec::new(), Vec::new());
        for (at, file) in files.into_iter().enumerate() {
            let before = faces.len();
            faces.extend(Font::iter(Bytes::new(file)));
            if faces.len() == before {
                return Err(Error::other(format!("font file {}", at + 1), "it holds no TrueType or OpenType font"));
            }
        }
        for face in &faces {
            if !families.contains(&face.info().family) {
                families.push(face.info().family.clone());
            }
        }
        faces.extend(Fonts::builtin().faces.iter().cloned());
        families.extend(BUILTIN.map(str::to_owned));
        Ok(Fonts::new(faces, families))
    }

    fn new(faces: Vec<Font>, families: Vec<String>) -> Self {
        Fonts { book: LazyHash::new(FontBook::from_fonts(&faces)), faces, families }
    }

    /// The families, the first choice first.
    pub(super) fn families(&self) -> &[String] {
        &self.families
    }

    /// The characters of a text that no font has a glyph for, each once, in the order of the text.
    pub(super) fn missing(&self, text: &str) -> Vec<char> {
        let mut seen = HashSet::new();
        let lacks = |c: char| !self.faces.iter().any(|face| face.info().coverage.contains(u32::from(c)));
        // OK to pass over ASCII and what is drawn as nothing: the former is in every font, the latter needs no glyph.
        text.chars()
            .filter(|c| !c.is_ascii() && seen.insert(*c) && !is_default_ignorable(*c) && !c.is_whitespace() && lacks(*c))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_has_is_named_once() {
        let fonts = Fonts::builtin();
        let known = "Été, œuvre, łódź, Ελλάδα, Заявление № 7 «ёж», українська їжак, שלום, سلام\u{202f}— … ‘’“”„ € ₽ − × \u{2011}\u{ad}\u{2068}\u{2069}";
        assert_eq!(fonts.missing(known), Vec::<char>::new());
        assert_eq!(fonts.missing("a 中国中 ก"), ['中', '国', 'ก']);
    }

    #[test]
    fn a_file_that_is_no_font_is_refused() {
        assert!(Fonts::with([b"no font".to_vec()]).is_err());
        let own = typst_assets::fonts().nth(9).unwrap().to_vec();
        assert_eq!(Fonts::with([own]).unwrap().families()[0], "New Computer Modern");
    }
}
