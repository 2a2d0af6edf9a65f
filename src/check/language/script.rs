//! Which script letters are in, and which scripts a language is written in.

use icu_properties::props::Script;
use icu_properties::{CodePointMapData, PropertyNamesShort, PropertyParser};

use crate::language::Language;

/// The script of a letter; `None` for what is no letter, or a letter of no script of its own.
pub(in crate::check) fn script(c: char) -> Option<Script> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Script::Latin),
        '\0'..='\u{7f}' => None,
        'а'..='я' | 'А'..='Я' => Some(Script::Cyrillic),
        _ if !c.is_alphabetic() => None,
        _ => Some(CodePointMapData::<Script>::new().get(c)).filter(|script| {
            // ª, º and ʼ are letters without a script; marks inherit that of their base.
            !matches!(*script, Script::Common | Script::Inherited | Script::Unknown)
        }),
    }
}

/// Whether a letter runs from right to left.
pub(in crate::check) fn is_right_to_left(c: char) -> bool {
    // Hebrew to Arabic Extended-A, their presentation forms, and the scripts of the supplementary plane.
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The ISO 15924 code of a script, as messages name it: `Cyrl`.
pub(super) fn code(script: Script) -> &'static str {
    PropertyNamesShort::<Script>::new().get(script).unwrap_or("Zyyy")
}

/// The scripts that a text in a language may be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scripts([Option<Script>; 3]);

impl Scripts {
    pub(super) fn of(language: &Language) -> Self {
        let locale = language.locale();
        if locale.id.script.is_none() {
            // Languages that are written in two scripts side by side, where the tag does not say which.
            match language.primary() {
                "sr" | "bs" | "sh" | "cnr" | "mn" => return Scripts([Some(Script::Cyrillic), Some(Script::Latin), None]),
                "uz" | "kk" | "az" | "tg" | "tk" | "ky" | "tt" | "ku" | "crh" => {
                    return Scripts([Some(Script::Cyrillic), Some(Script::Latin), Some(Script::Arabic)]);
                }
                "pa" | "sd" | "ks" => return Scripts([Some(Script::Gurmukhi), Some(Script::Arabic), Some(Script::Devanagari)]),
                "ha" | "ms" => return Scripts([Some(Script::Latin), Some(Script::Arabic), None]),
                _ => {}
            }
        }
        match language.script().as_str() {
            "Jpan" => Scripts([Some(Script::Han), Some(Script::Hiragana), Some(Script::Katakana)]),
            "Kore" => Scripts([Some(Script::Hangul), Some(Script::Han), None]),
            "Hans" | "Hant" | "Hanb" => Scripts([Some(Script::Han), Some(Script::Bopomofo), None]),
            "Hrkt" => Scripts([Some(Script::Hiragana), Some(Script::Katakana), None]),
            "Aran" => Scripts([Some(Script::Arabic), None, None]),
            "Cyrs" => Scripts([Some(Script::Cyrillic), None, None]),
            "Latf" | "Latg" => Scripts([Some(Script::Latin), None, None]),
            "Syre" | "Syrj" | "Syrn" => Scripts([Some(Script::Syriac), None, None]),
            "Geok" => Scripts([Some(Script::Georgian), None, None]),
            code => Scripts([PropertyParser::<Script>::new().get_strict(code), None, None]),
        }
    }

    /// Whether the language is written in a script; whether anything, where nothing is known of it.
    pub(super) fn contain(&self, script: Script) -> bool {
        self.0.contains(&Some(script)) || self.0 == [None; 3]
    }

    /// Whether two languages share a script.
    pub(super) fn meet(&self, other: &Scripts) -> bool {
        self.0 == [None; 3] || other.0 == [None; 3] || self.0.iter().flatten().any(|script| other.contain(*script))
    }

    /// The script that stands for the language in messages.
    pub(super) fn first(&self) -> Option<Script> {
        self.0.first().copied().flatten()
    }
}

/// How many letters of each script a text has. Four scripts are enough to know which one it is in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    scripts: [(Option<Script>, u32); 4],
    total: u32,
}

impl Tally {
    pub(super) fn add(&mut self, script: Script) {
        self.total += 1;
        let slot = self.scripts.iter_mut().find(|(known, _)| *known == Some(script) || known.is_none());
        if let Some((known, count)) = slot {
            *known = Some(script);
            *count += 1;
        }
    }

    /// All letters.
    pub(super) fn total(&self) -> u32 {
        self.total
    }

    /// The letters of the scripts of a language.
    pub(super) fn within(&self, scripts: &Scripts) -> u32 {
        self.each().filter(|(script, _)| scripts.contain(*script)).map(|(_, count)| count).sum()
    }

    /// The commonest script that a language is not written in, with the number of its letters.
    pub(super) fn foreign(&self, scripts: &Scripts) -> Option<(Script, u32)> {
        self.each().filter(|(script, _)| !scripts.contain(*script)).max_by_key(|(_, count)| *count)
    }

    fn each(&self) -> impl Iterator<Item = (Script, u32)> + '_ {
        self.scripts.iter().filter_map(|&(script, count)| Some((script?, count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scripts(tag: &str) -> Scripts {
        Scripts::of(&Language::parse(tag).unwrap())
    }

    #[test]
    fn letters_have_scripts() {
        assert_eq!(script('é'), Some(Script::Latin));
        assert_eq!(script('ё'), Some(Script::Cyrillic));
        assert_eq!(script('Ω'), Some(Script::Greek));
        assert_eq!([script('1'), script('µ'), script('ª'), script('—')].into_iter().flatten().count(), 1);
        assert_eq!(code(Script::Cyrillic), "Cyrl");
    }

    #[test]
    fn languages_have_scripts() {
        assert!(scripts("ja").contain(Script::Katakana) && scripts("ko").contain(Script::Han));
        assert!(scripts("sr").contain(Script::Latin) && !scripts("sr-Cyrl").contain(Script::Latin));
        assert!(scripts("fa").contain(Script::Arabic) && !scripts("ru").contain(Script::Latin));
        assert!(scripts("zh-TW").contain(Script::Bopomofo) && scripts("he").contain(Script::Hebrew));
        assert!(scripts("ru").meet(&scripts("uk")) && !scripts("ru").meet(&scripts("en")));
    }
}
