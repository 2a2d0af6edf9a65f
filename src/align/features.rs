//! [`Features`]: everything about a unit that speaks for or against a translation of it, read once.

use super::fold::{Fnv, Word, alphanumeric, digit, groups_digits, weight};
use super::lexicon;
use crate::model::{Argument, Content, Expression, ExpressionKind, Inline, InlineKind, Unit, UnitKind, VariantKey};

/// A unit keeps at most this many tokens, those with the smallest hashes: two units that share many words share many of these
/// (Broder's sketch), so that one endless paragraph costs no more than a long one.
const MOST_TOKENS: usize = 256;

/// What kind of evidence a token is, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// A variable, term, message or function.
    Placeable,
    /// Where a link or an image leads.
    Link,
    /// Code.
    Code,
    /// A number of two digits or more.
    Number,
    /// A number of one digit, which another language may spell out.
    Digit,
    /// The first word of a list's item or a table's row, where that is of Latin letters: the name of what it is about.
    Lead,
    /// A compound of plain letters with digits, hyphens, dots and the like, as `CVE-2017-2810`, `python-apt`, `press@example.org`.
    Identifier,
    /// A footnote.
    Footnote,
    /// A name, an acronym, an identifier.
    Name,
    /// A word of five letters or more, whole.
    Word,
    /// The beginning of a word.
    Cognate,
    /// A meaning that the lexicon knows.
    Concept,
}

/// One token of a text. Sorted by hash, then by unit, the strongest evidence first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Token {
    pub(super) hash: u64,
    pub(super) unit: u32,
    pub(super) evidence: Evidence,
}

/// How a unit is written, which translators tend to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Manner {
    /// The markup with which it begins: 0 for none.
    pub(super) begins: u8,
    /// How it ends: as a question, an exclamation, an announcement of what follows, an item that goes on, a sentence, or otherwise.
    pub(super) ends: u8,
    /// Whether it begins as the middle of a sentence does, with a small letter or a sign.
    pub(super) goes_on: bool,
    /// How many sentences end in it.
    pub(super) sentences: u16,
    /// How many parentheses, quotations and pieces of markup it holds.
    pub(super) parentheses: u16,
    pub(super) quotations: u16,
    pub(super) markup: u16,
}

/// What is known of one unit, apart from its tokens.
#[derive(Debug, Clone)]
pub(super) struct Features {
    pub(super) kind: UnitKind,
    pub(super) depth: u8,
    pub(super) container: u32,
    pub(super) opens: bool,
    pub(super) marker: Option<u64>,
    /// The length in Latin letters, or what other scripts' characters are worth in them.
    pub(super) length: u32,
    pub(super) cells: u32,
    pub(super) manner: Manner,
}

/// What is known of one text: its units, and its tokens.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub(super) units: Vec<Features>,
    /// Sorted, each once for a unit. OK that this is no hash map: nobody can make a sorted list slow.
    pub(super) tokens: Vec<Token>,
}

impl Profile {
    pub(super) fn of<'u>(units: impl IntoIterator<Item = &'u Unit<'u>>) -> Self {
        let mut reader = Reader::new(true);
        let units: Vec<Features> = units.into_iter().map(|unit| reader.unit(unit)).collect();
        let mut tokens = reader.tokens;
        tokens.sort_unstable();
        tokens.dedup_by_key(|token| (token.hash, token.unit));
        if tokens.len() > MOST_TOKENS {
            let mut counts = vec![0_usize; units.len()];
            tokens.retain(|token| {
                let count = counts.get_mut(token.unit as usize);
                count.is_some_and(|count| {
                    *count += 1;
                    *count <= MOST_TOKENS
                })
            });
        }
        Profile { units, tokens }
    }
}

/// Reads unit after unit.
pub(super) struct Reader {
    pub(super) tokens: Vec<Token>,
    /// Whether words are read, too, or only what a number, a link, code or a placeable says.
    words: bool,
    /// The number of the unit that is read.
    unit: u32,
    length: u32,
    /// Whether the next word begins a sentence, where every word has a capital.
    at_start: bool,
    /// Whether the next word is the first of an item or a row.
    leads: bool,
    manner: Manner,
}

/// The markup of a piece of text as a number.
fn begins(inline: &Inline) -> u8 {
    match inline.kind {
        InlineKind::Emphasis(_) | InlineKind::Strong(_) => 1,
        InlineKind::Link { .. } => 2,
        InlineKind::Code(_) => 3,
        InlineKind::Image { .. } => 4,
        // A placeable may stand at the beginning in one language and at the end in another.
        _ => 0,
    }
}

impl Reader {
    pub(super) fn new(words: bool) -> Self {
        Reader { tokens: Vec::new(), words, unit: 0, length: 0, at_start: true, leads: false, manner: Manner::default() }
    }

    /// Reads the next unit.
    pub(super) fn unit(&mut self, unit: &Unit<'_>) -> Features {
        (self.length, self.at_start, self.manner) = (0, true, Manner::default());
        self.leads = self.words && unit.opens && matches!(unit.kind, UnitKind::Item | UnitKind::TableRow);
        let mut cells = 0;
        match unit.content {
            Content::Raw(text) => {
                self.code(text);
                self.text(text);
            }
            content => {
                for run in content.runs() {
                    cells += 1;
                    self.at_start = true;
                    self.manner.begins = run.first().map_or(0, begins);
                    self.inlines(run);
                }
            }
        }
        self.unit = self.unit.saturating_add(1);
        Features {
            kind: unit.kind,
            depth: unit.depth,
            container: unit.container,
            opens: unit.opens,
            marker: unit.marker.and_then(|marker| marker.number),
            length: self.length,
            cells,
            manner: self.manner,
        }
    }

    fn push(&mut self, hash: u64, evidence: Evidence) {
        self.tokens.push(Token { hash, unit: self.unit, evidence });
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            self.manner.markup = self.manner.markup.saturating_add(u16::from(begins(inline) != 0));
            match &inline.kind {
                InlineKind::Text(text) => self.text(text),
                InlineKind::Code(text) => {
                    self.code(text);
                    self.text(text);
                }
                InlineKind::Placeable(expression) => self.placeable(expression),
                InlineKind::Link { destination, .. } | InlineKind::Image { destination, .. } => {
                    self.link(destination);
                    self.inlines(inline.children());
                }
                InlineKind::FootnoteReference(label) => self.push(Fnv::new(b'F').text(label).get(), Evidence::Footnote),
                InlineKind::Html(text) => self.code(text),
                _ => self.inlines(inline.children()),
            }
        }
    }

    fn code(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.push(Fnv::new(b'C').text(text).get(), Evidence::Code);
        }
    }

    /// A link without what differs between languages: the scheme, `www.`, and segments and labels that name a language.
    fn link(&mut self, destination: &str) {
        let rest = destination.split_once("://").map_or(destination, |(_, rest)| rest);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let labels = host.split('.').filter(|label| *label != "www" && !names_language(label));
        let host = labels.fold(Fnv::new(b'H'), |hash, label| hash.text(label).byte(b'.'));
        let segments = path.split(['/', '.']).filter(|segment| !segment.is_empty() && !names_language(segment));
        let whole = segments.fold(host.byte(b'/'), |hash, segment| hash.text(segment).byte(b'/'));
        self.push(whole.get(), Evidence::Link);
        if !path.is_empty() {
            self.push(host.get(), Evidence::Name);
        }
    }

    fn placeable(&mut self, expression: &Expression) {
        let hash = Fnv::new(b'P');
        match &expression.kind {
            ExpressionKind::StringLiteral(text) => self.text(text),
            ExpressionKind::NumberLiteral(text) => self.text(text),
            ExpressionKind::Variable(id) => self.push(hash.byte(b'$').text(&id.name).get(), Evidence::Placeable),
            ExpressionKind::Message { id, .. } => self.push(hash.text(&id.name).get(), Evidence::Placeable),
            ExpressionKind::Term { id, .. } => self.push(hash.byte(b'-').text(&id.name).get(), Evidence::Placeable),
            ExpressionKind::Function { arguments, .. } => self.arguments(arguments),
            ExpressionKind::Placeable(inner) => self.placeable(inner),
            ExpressionKind::Select { selector, variants } => {
                self.placeable(selector);
                for variant in variants {
                    if let VariantKey::Number(number) = &variant.key {
                        self.text(number);
                    }
                }
            }
        }
        // What a placeable will say has a length that nobody knows here; that of a short word is the best guess.
        self.length += 8;
        self.at_start = false;
        self.manner.ends = 0;
    }

    fn arguments(&mut self, arguments: &[Argument]) {
        for argument in arguments.iter().filter(|argument| argument.name.is_none()) {
            self.placeable(&argument.value);
        }
    }

    fn text(&mut self, text: &str) {
        if !self.words {
            return self.skim(text);
        }
        for chunk in text.split_ascii_whitespace() {
            if self.leads {
                self.lead(chunk);
            }
            self.identifier(chunk);
        }
        if self.length == 0 {
            self.manner.goes_on = text.trim_start().chars().next().is_some_and(|c| c.is_lowercase() || !c.is_alphanumeric());
        }
        let mut word: Option<Word> = None;
        let mut characters = text.chars();
        while let Some(c) = characters.next() {
            self.length += weight(c);
            if word.is_none() && digit(c).is_some() {
                self.number(c, &mut characters);
                continue;
            }
            if alphanumeric(c) {
                word.get_or_insert_with(Word::new).push(c);
                continue;
            }
            if let Some(word) = word.take() {
                self.word(&word);
            }
            self.mark(c);
        }
        if let Some(word) = word {
            self.word(&word);
        }
    }

    /// Numbers, and about the length: a byte is looked at, not a character.
    fn skim(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let (mut at, mut in_word) = (0, false);
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            // The first byte of a character stands for it: those of letters, of syllables, and of ideographs.
            let weight = match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xC3..=0xE1 => 1,
                0xE3 | 0xEA..=0xED => 2,
                0xE4..=0xE9 | 0xF0.. => 3,
                _ => 0,
            };
            self.length += weight;
            if byte.is_ascii_digit() && !in_word {
                let mut characters = text.get(at..).unwrap_or("").chars();
                self.number(char::from(byte), &mut characters);
                at = bytes.len() - characters.as_str().len();
            } else if !matches!(byte, 0x80..=0xBF) {
                in_word = weight > 0;
            }
        }
    }

    /// The name that begins an item: all of it, for `qemu` is not `qemu-kvm`.
    fn lead(&mut self, chunk: &str) {
        let chunk = chunk.trim_matches(|c: char| c.is_ascii_punctuation());
        if chunk.is_empty() {
            return;
        }
        self.leads = false;
        if chunk.len() > 1 && chunk.bytes().all(|byte| byte.is_ascii_graphic()) && chunk.bytes().any(|b| b.is_ascii_alphabetic())
        {
            self.push(Fnv::new(b'L').text(chunk).get(), Evidence::Lead);
        }
    }

    fn identifier(&mut self, chunk: &str) {
        let joined = |byte: u8| matches!(byte, b'-' | b'_' | b'.' | b'/' | b'@' | b':' | b'0'..=b'9');
        // OK to ask this first: most chunks are plain words, and it is cheaper than to trim them.
        if !chunk.bytes().any(joined) {
            return;
        }
        let chunk = chunk.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let (mut letters, mut joints) = (false, false);
        // OK to look at bytes: one that is not ASCII ends it.
        for byte in chunk.bytes() {
            letters |= byte.is_ascii_alphabetic();
            joints |= joined(byte);
            if !byte.is_ascii_alphanumeric() && !joined(byte) {
                return;
            }
        }
        if letters && joints {
            self.push(Fnv::new(b'I').text(chunk).get(), Evidence::Identifier);
        }
    }

    /// A character that belongs to no word.
    fn mark(&mut self, c: char) {
        let ends = match c {
            '?' | '؟' | '？' => 1,
            '!' | '！' => 2,
            ':' | '：' => 3,
            ';' | '؛' => 4,
            '.' | '…' | '。' => 5,
            ',' => 6,
            _ => 0,
        };
        match c {
            '(' | '（' => self.manner.parentheses = self.manner.parentheses.saturating_add(1),
            '«' | '“' | '„' | '"' => self.manner.quotations = self.manner.quotations.saturating_add(1),
            _ => {}
        }
        if ends != 0 {
            self.manner.ends = ends;
        }
        if matches!(ends, 1 | 2 | 5) && !self.at_start {
            self.manner.sentences = self.manner.sentences.saturating_add(1);
        }
        if matches!(ends, 1 | 2 | 3 | 5) {
            self.at_start = true;
        }
    }

    fn word(&mut self, word: &Word) {
        self.manner.ends = 0;
        if let Some(hash) = word.cognate() {
            self.push(hash, Evidence::Cognate);
        }
        if let Some(entry) = lexicon::concept(word.key()) {
            let [high, low] = entry.to_be_bytes();
            self.push(Fnv::new(b'M').byte(high).byte(low).get(), Evidence::Concept);
        }
        match word.name().filter(|_| !self.at_start || word.is_identifier()) {
            Some(hash) => self.push(hash, Evidence::Name),
            None => {
                if let Some(hash) = word.whole() {
                    self.push(hash, Evidence::Word);
                }
            }
        }
        self.at_start = false;
    }

    /// A number by its digits alone: how languages group them and mark decimals cancels out.
    fn number(&mut self, first: char, characters: &mut std::str::Chars<'_>) {
        let mut hash = Fnv::new(b'N');
        let mut count = 0_usize;
        let mut push = |c: char, count: &mut usize| {
            if let Some(value) = digit(c) {
                hash = hash.byte(value);
                *count += 1;
            }
        };
        push(first, &mut count);
        let mut length = 0;
        while let Some(c) = characters.clone().next() {
            if digit(c).is_some() {
                push(c, &mut count);
                length += 1;
                characters.next();
            } else if groups_digits(c) {
                // A space groups thousands only: three digits must follow, and no fourth.
                let mut ahead = characters.clone();
                ahead.next();
                let digits = ahead.clone().take(4).take_while(|&c| digit(c).is_some()).count();
                let joins = if c.is_whitespace() { digits == 3 } else { digits > 0 };
                if !joins {
                    break;
                }
                characters.next();
            } else {
                break;
            }
        }
        self.length += length;
        self.at_start = false;
        self.manner.ends = 0;
        self.push(hash.get(), if count > 1 { Evidence::Number } else { Evidence::Digit });
    }
}

/// Whether a label of a host or a segment of a path looks like the tag of a language: `fr`, `pt-BR`, `zh_cn`.
fn names_language(part: &str) -> bool {
    let mut subtags = part.split(['-', '_']);
    let primary = subtags.next().is_some_and(|tag| tag.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_alphabetic()));
    primary && subtags.all(|tag| matches!(tag.len(), 2 | 4) && tag.bytes().all(|byte| byte.is_ascii_alphabetic()))
}
