//! Characters that nobody sees, that control a terminal, or that stand for what was lost.

use icu_properties::props::{EmojiModifierBase, ExtendedPictographic, Script};
use icu_properties::{CodePointMapData, CodePointSetData};

use super::{Hit, Scan, deletion, in_catalogues, in_statement, mojibake};
use crate::check::{CatalogueContext, Findings, Rule, StatementContext};
use crate::diagnostic::{Edit, Level, Span};

/// A character has no width where its script has no use for it.
pub(super) struct InvisibleCharacter;
/// A control character stands in the text.
pub(super) struct ControlCharacter;
/// U+FFFD stands where a program lost a character.
pub(super) struct ReplacementCharacter;

impl Rule for InvisibleCharacter {
    fn id(&self) -> &'static str {
        "unicode/invisible-character"
    }
    fn level(&self) -> Level {
        Level::Warning
    }
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        in_statement(self.id(), invisible, context, findings);
    }
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), invisible, context, findings);
    }
}

impl Rule for ControlCharacter {
    fn id(&self) -> &'static str {
        "unicode/control-character"
    }
    fn level(&self) -> Level {
        Level::Error
    }
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        in_statement(self.id(), control, context, findings);
    }
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), control, context, findings);
    }
}

impl Rule for ReplacementCharacter {
    fn id(&self) -> &'static str {
        "unicode/replacement-character"
    }
    fn level(&self) -> Level {
        Level::Error
    }
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        in_statement(self.id(), replacement, context, findings);
    }
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), replacement, context, findings);
    }
}

fn invisible(scan: &Scan) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut flag_end = 0;
    for &(at, c) in scan.odd.iter().filter(|&&(at, c)| is_invisible(c) && !scan.is_garbled(at)) {
        if at < flag_end {
            continue;
        }
        let (before, after) = (scan.before(at), scan.after(at + c.len_utf8()));
        if is_tag(c) && before == Some('\u{1f3f4}') {
            flag_end = at + flag(scan.text().get(at..).unwrap_or(""));
            if flag_end > at {
                continue;
            }
        }
        let Some(level) = judged(c, before, after) else { continue };
        // What hides in a row is one thing, however long.
        if let Some(last) = hits.last_mut().filter(|last| last.range.end == at) {
            let same = last.key == u32::from(c) || is_tag(c);
            last.range.end += c.len_utf8();
            last.edits = vec![deletion(last.range.clone())];
            if same {
                continue;
            }
            last.variant = Some("run");
            continue;
        }
        let variant = match c {
            '\u{ad}' => Some("hyphen"),
            _ if is_tag(c) => Some("tag"),
            _ => None,
        };
        hits.push(Hit { level: Some(level), variant, ..Hit::character(at, c) });
    }
    hits
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}'
        | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// What an invisible character costs between its neighbours; `None` where it has a use.
fn judged(c: char, before: Option<char>, after: Option<char>) -> Option<Level> {
    let beside = |test: fn(char) -> bool| before.is_some_and(test) || after.is_some_and(test);
    match c {
        // It shows where a word may be divided, and breaks searching: nothing is wrong for readers.
        '\u{ad}' | '\u{2060}'..='\u{2064}' => Some(Level::Note),
        // It holds apart marks that would change places, in Hebrew above all.
        '\u{34f}' if before.is_some_and(is_mark) || after.is_some_and(is_mark) => None,
        '\u{115f}' | '\u{1160}'
            if beside(|c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{d7ff}')) =>
        {
            None
        }
        '\u{180e}' if beside(|c| script(c) == Script::Mongolian) => None,
        // Where words are not divided by blanks, it shows where a line may end.
        '\u{200b}' if beside(is_undivided) => None,
        '\u{200c}' | '\u{200d}' if beside(is_joining) => None,
        // Emoji are joined by it: families, professions, flags.
        '\u{200d}' if before.is_some_and(is_emoji) && after.is_some_and(is_emoji) => None,
        '\u{fe0e}' | '\u{fe0f}' if before.is_some_and(is_emoji) => None,
        '\u{fe00}'..='\u{fe0d}' if before.is_some_and(|c| has_variants(c) && !c.is_ascii_alphanumeric()) => None,
        '\u{e0100}'..='\u{e01ef}' if before.is_some_and(|c| script(c) == Script::Han) => None,
        // Text that only machines see, once meant to name languages.
        _ if is_tag(c) => Some(Level::Error),
        _ => Some(Level::Warning),
    }
}

/// How far a flag reaches that begins at a place: England, Scotland and Wales are written in tags behind a black flag.
fn flag(text: &str) -> usize {
    let tags: usize = text.chars().take_while(|&c| is_tag(c)).map(char::len_utf8).sum();
    if text.get(..tags).is_some_and(|tags| tags.ends_with('\u{e007f}')) { tags } else { 0 }
}

fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}

fn is_mark(c: char) -> bool {
    script(c) == Script::Inherited || matches!(c, '\u{591}'..='\u{5c7}')
}

/// Scripts that divide words by nothing.
fn is_undivided(c: char) -> bool {
    matches!(
        script(c),
        Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar | Script::Tibetan | Script::Javanese | Script::Balinese
    )
}

/// Scripts whose letters join, so that joining can be asked for and forbidden: all but those of Europe and East Asia.
fn is_joining(c: char) -> bool {
    !c.is_ascii()
        && !matches!(
            script(c),
            Script::Latin
                | Script::Cyrillic
                | Script::Greek
                | Script::Armenian
                | Script::Georgian
                | Script::Hebrew
                | Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Hangul
                | Script::Bopomofo
                | Script::Common
                | Script::Inherited
                | Script::Unknown
        )
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '#' | '*' | '0'..='9')
        || !c.is_ascii()
            && (CodePointSetData::new::<ExtendedPictographic>().contains(c)
                || CodePointSetData::new::<EmojiModifierBase>().contains(c))
}

/// Whether a character may have a standardised variant: ideographs, signs of mathematics, letters of Myanmar and Phags-pa.
fn has_variants(c: char) -> bool {
    matches!(script(c), Script::Han | Script::Common | Script::Myanmar | Script::PhagsPa | Script::Manichaean | Script::Mongolian)
}

fn control(scan: &Scan) -> Vec<Hit> {
    let is_control = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}');
    let controls = scan.odd.iter().filter(|&&(at, c)| is_control(c) && !scan.is_garbled(at));
    controls
        .map(|&(at, c)| {
            let hit = Hit::character(at, c);
            let replaced = |text: &str| vec![Edit { span: Span::new(at, at + c.len_utf8()), text: text.to_owned() }];
            match (c, mojibake::windows_1252(c)) {
                // Programs on Windows write quotation marks, dashes and the euro sign so.
                (_, Some(meant)) => {
                    let mut hit = Hit { variant: Some("windows"), edits: replaced(meant.encode_utf8(&mut [0; 4])), ..hit };
                    hit.args.push(("meant", meant.to_string()));
                    hit
                }
                ('\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}', _) => Hit { variant: Some("line"), edits: replaced("\n"), ..hit },
                _ => hit,
            }
        })
        .collect()
}

fn replacement(scan: &Scan) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for &(at, c) in scan.odd.iter().filter(|&&(_, c)| c == '\u{fffd}') {
        match hits.last_mut().filter(|last| last.range.end == at) {
            Some(last) => last.range.end += c.len_utf8(),
            None => hits.push(Hit { edits: Vec::new(), ..Hit::character(at, c) }),
        }
    }
    hits
}
