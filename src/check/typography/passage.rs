//! [`Passage`]: a text as the rules of this family look at it, and [`Place`]: what one of them found in it.

use std::cell::OnceCell;
use std::ops::Range;

use crate::check::prose::{GAP, PieceKind, Prose};
use crate::diagnostic::{Edit, Span};
use crate::language::Language;
use crate::localize::NumberSigns;
use crate::model::{Content, Inline};

/// The no-break space, U+00A0.
pub(super) const NBSP: char = '\u{a0}';
/// The narrow no-break space, U+202F.
pub(super) const NNBSP: char = '\u{202f}';

/// Where a piece of markup begins or ends, if its content does so at a byte.
type Edge<'e> = dyn Fn(Span, &[Inline], u32) -> Option<u32> + 'e;

/// How much of the text around a place a message quotes, in characters on each side.
const AROUND: usize = 24;

/// A unit of a document or a pattern of a catalogue.
pub(super) struct Passage<'a> {
    pub(super) language: &'a Language,
    pub(super) prose: &'a Prose<'a>,
    /// The tree of a unit, which says where emphasis begins and ends.
    pub(super) content: Option<Content<'a>>,
    /// The whole file, whose habits a fix follows.
    pub(super) whole: &'a str,
    /// The aligned texts of the source, where there are some.
    pub(super) sources: Vec<&'a Prose<'a>>,
    /// How the language writes numbers, and how the source does.
    pub(super) signs: Option<NumberSigns>,
    pub(super) source_signs: Option<NumberSigns>,
    /// What is no running text: addresses, paths, names of variables. Sorted; looked for when a rule first has something to say.
    shield: OnceCell<Vec<Range<usize>>>,
}

/// A range in one of the texts of the source.
pub(super) type SourcePlace = (usize, Range<usize>);

/// Something that is wrong in a passage.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The characters to change, in the text of the passage.
    pub(super) range: Range<usize>,
    /// What mends it; empty where no change is safe.
    pub(super) edits: Vec<Edit>,
    /// What is wrong and what is right, where the message names both.
    pub(super) wrong: String,
    pub(super) right: String,
    /// The same figure in the source, by the index of the text and its range there.
    pub(super) source: Option<SourcePlace>,
}

impl Place {
    pub(super) fn new(range: Range<usize>, edits: Vec<Edit>) -> Self {
        Place { range, edits, wrong: String::new(), right: String::new(), source: None }
    }

    pub(super) fn saying(mut self, wrong: impl Into<String>, right: impl Into<String>) -> Self {
        (self.wrong, self.right) = (wrong.into(), right.into());
        self
    }
}

impl<'a> Passage<'a> {
    pub(super) fn new(language: &'a Language, prose: &'a Prose<'a>, whole: &'a str) -> Self {
        Passage {
            language,
            prose,
            content: None,
            whole,
            sources: Vec::new(),
            signs: None,
            source_signs: None,
            shield: OnceCell::new(),
        }
    }

    pub(super) fn text(&self) -> &'a str {
        self.prose.text()
    }

    /// The character before an offset; `None` at the beginning.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text().get(..at)?.chars().next_back()
    }

    /// The character at an offset; `None` at the end.
    pub(super) fn after(&self, at: usize) -> Option<char> {
        self.text().get(at..)?.chars().next()
    }

    /// The last character before an offset that is no blank, with the offset of its end.
    pub(super) fn before_blank(&self, at: usize) -> Option<(usize, char)> {
        let kept = self.text().get(..at)?.trim_end();
        Some((kept.len(), kept.chars().next_back()?))
    }

    /// The first character from an offset on that is no blank, with its offset.
    pub(super) fn after_blank(&self, at: usize) -> Option<(usize, char)> {
        let rest = self.text().get(at..)?;
        let kept = rest.trim_start();
        Some((at + rest.len() - kept.len(), kept.chars().next()?))
    }

    /// Whether a range is running text of this language that stands in the file as it reads, so that a fix may change it.
    pub(super) fn is_own(&self, range: &Range<usize>) -> bool {
        self.prose.is_verbatim(range.clone()) && !self.prose.is_foreign(range.clone()) && !self.is_shielded(range)
    }

    /// Whether a range touches an address, a path or the like.
    pub(super) fn is_shielded(&self, range: &Range<usize>) -> bool {
        let shield = self.shield.get_or_init(|| shield(self.text()));
        let next = shield.partition_point(|shielded| shielded.end <= range.start);
        shield.get(next).is_some_and(|shielded| shielded.start < range.end)
    }

    /// Whether a range is a line end of the source.
    pub(super) fn is_break(&self, range: &Range<usize>) -> bool {
        matches!(self.prose.pieces_in(range.clone()), [piece] if piece.kind == PieceKind::Break)
    }

    /// Replaces a range that [is its own](Self::is_own).
    pub(super) fn replace(&self, range: &Range<usize>, text: impl Into<String>) -> Vec<Edit> {
        if !self.is_own(range) {
            return Vec::new();
        }
        let (span, text) = (self.prose.span(range.clone()), text.into());
        let old = self.text().get(range.clone()).unwrap_or("");
        let starts = text.starts_with(char::is_whitespace) && !old.starts_with(char::is_whitespace);
        let ends = text.ends_with(char::is_whitespace) && !old.ends_with(char::is_whitespace);
        if (starts && !self.takes_blank(span.start)) || (ends && !self.takes_blank(span.end)) {
            return Vec::new();
        }
        vec![Edit { span, text }]
    }

    /// Inserts before a character that [is its own](Self::is_own). Where emphasis or a link begins with it, before that: a blank behind the
    /// opening `**` would keep it from being one.
    pub(super) fn insert_before(&self, range: &Range<usize>, text: impl Into<String>) -> Vec<Edit> {
        if !self.is_own(range) {
            return Vec::new();
        }
        let byte = self.prose.span(range.clone()).start;
        let at = self.container(byte, |container, content, byte| {
            content.first().is_some_and(|first| first.span.start == byte).then_some(container.start)
        });
        self.inserted(at.unwrap_or(byte), text.into())
    }

    /// Inserts after a character; where emphasis or a link ends with it, behind that.
    pub(super) fn insert_after(&self, range: &Range<usize>, text: impl Into<String>) -> Vec<Edit> {
        if !self.is_own(range) {
            return Vec::new();
        }
        let byte = self.prose.span(range.clone()).end;
        let at = self.container(byte, |container, content, byte| {
            content.last().is_some_and(|last| last.span.end == byte).then_some(container.end)
        });
        self.inserted(at.unwrap_or(byte), text.into())
    }

    fn inserted(&self, byte: u32, text: String) -> Vec<Edit> {
        if !self.takes_blank(byte) {
            return Vec::new();
        }
        vec![Edit { span: Span::at(byte as usize), text }]
    }

    /// Whether a blank may be set at a byte. Beside an asterisk that is no markup it might make it such: whether `*` opens or closes
    /// emphasis depends on what stands on both sides (CommonMark, section 6.2).
    fn takes_blank(&self, byte: u32) -> bool {
        fn has_edge(content: &[Inline], byte: u32) -> bool {
            let edge = |inline: &Inline| !inline.children().is_empty() && (inline.span.start == byte || inline.span.end == byte);
            content.iter().any(|inline| edge(inline) || has_edge(inline.children(), byte))
        }
        let Some(content) = self.content else { return true };
        let is_mark = |at: Option<usize>| {
            at.and_then(|at| self.whole.as_bytes().get(at)).is_some_and(|byte| matches!(byte, b'*' | b'_' | b'~'))
        };
        let beside = is_mark((byte as usize).checked_sub(1)) || is_mark(Some(byte as usize));
        !beside || content.runs().any(|run| has_edge(run, byte))
    }

    /// Where the pieces of inline markup begin or end whose content does so at a byte.
    fn container(&self, byte: u32, edge: impl Fn(Span, &[Inline], u32) -> Option<u32>) -> Option<u32> {
        fn search(content: &[Inline], byte: u32, edge: &Edge<'_>) -> Option<u32> {
            let around = content.iter().filter(|inline| inline.span.start <= byte && byte <= inline.span.end);
            let mut around = around.filter(|inline| !inline.children().is_empty());
            around.find_map(|inline| edge(inline.span, inline.children(), byte).or_else(|| search(inline.children(), byte, edge)))
        }
        let mut found = None;
        // Of `***word***`, the outer piece begins where the inner one does. OK because each round goes one piece outwards.
        while let Some(next) = self.content?.runs().find_map(|run| search(run, found.unwrap_or(byte), &edge)) {
            found = Some(next);
        }
        found
    }

    /// The words around a range, for messages, on one line.
    pub(super) fn around(&self, range: &Range<usize>) -> String {
        let text = self.text();
        let border = |c: char| c == GAP || c == '\n';
        let before = text.get(..range.start).unwrap_or("");
        let before = before.rsplit(border).next().unwrap_or("");
        let from = word_start(before);
        let after = text.get(range.end..).unwrap_or("").split(border).next().unwrap_or("");
        let to = word_end(after);
        let mut out = before.get(from..).unwrap_or("").to_owned();
        out.push_str(text.get(range.clone()).unwrap_or(""));
        out.push_str(after.get(..to).unwrap_or(""));
        out.trim().to_owned()
    }
}

/// Where the last word of a text begins.
fn word_start(text: &str) -> usize {
    let kept = text.trim_end();
    let blank = kept.char_indices().rev().find(|(_, c)| c.is_whitespace());
    let start = blank.map_or(0, |(at, c)| at + c.len_utf8());
    let shortest = kept.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    start.max(shortest)
}

/// Where the first word of a text ends.
fn word_end(text: &str) -> usize {
    let skipped = text.len() - text.trim_start().len();
    let kept = text.get(skipped..).unwrap_or("");
    let end = kept.find(char::is_whitespace).unwrap_or(kept.len());
    let longest = kept.char_indices().nth(AROUND).map_or(kept.len(), |(at, _)| at);
    skipped + end.min(longest)
}

/// The parts of a text that are no running text: addresses, e-mail addresses, paths, names of variables, tags, entities.
fn shield(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if !text.contains(['/', '@', '\\', '_', '=', '<', '&', '~', '%']) && !text.contains("::") && !text.contains("www.") {
        return out;
    }
    let mut start = 0;
    for token in text.split_inclusive(|c: char| c.is_whitespace() || c == GAP) {
        let bare = token.trim_end_matches(|c: char| c.is_whitespace() || c == GAP);
        let opened = bare.trim_start_matches(['(', '[', '{', '«', '„', '“', '"', '\'', '<', '‘', '’']);
        let from = start + bare.len() - opened.len();
        let kept =
            opened.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '»', '“', '”', '"', '\'', '>', '’', '…']);
        let kept = with_own_brackets(opened, kept);
        if is_code(kept) {
            out.push(from..from + kept.len());
        }
        start += token.len();
    }
    markup(text, &mut out);
    out.sort_by_key(|range| (range.start, range.end));
    out.dedup_by(|next, kept| {
        let joined = next.start <= kept.end;
        if joined {
            kept.end = kept.end.max(next.end);
        }
        joined
    });
    out
}

/// A token with the closing brackets behind it that it opens itself: `next_row()`, `wiki/Paris_(Texas)`.
fn with_own_brackets<'t>(token: &'t str, kept: &'t str) -> &'t str {
    let mut end = kept.len();
    for (at, c) in token.char_indices().skip_while(|(at, _)| *at < kept.len()) {
        let open = match c {
            ')' => '(',
            ']' => '[',
            '}' => '{',
            _ => break,
        };
        let inside = token.get(..at).unwrap_or("");
        if inside.matches(open).count() <= inside.matches(c).count() {
            break;
        }
        end = at + c.len_utf8();
    }
    token.get(..end).unwrap_or(kept)
}

fn is_code(token: &str) -> bool {
    let inner = |sign: char| token.find(sign).is_some_and(|at| at > 0 && at + sign.len_utf8() < token.len());
    token.contains("://")
        || token.contains("::")
        || token.starts_with("www.")
        || token.starts_with("mailto:")
        || token.starts_with(['/', '~', '$', '@', '#'])
        || token.contains('\\')
        || inner('=')
        || joins_words(token)
        || token.contains("{%")
        || inner('@')
        || (inner('/') && token.contains('.'))
}

/// `snake_case`, and not the underscore of an emphasis that went wrong.
fn joins_words(token: &str) -> bool {
    let mut around = token.match_indices('_').map(|(at, _)| (token.get(..at), token.get(at + 1..)));
    around.any(|(before, after)| {
        before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
            && after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
    })
}

/// Tags and entities, which stand in the texts of catalogues.
fn markup(text: &str, out: &mut Vec<Range<usize>>) {
    for (at, sign) in text.match_indices(['<', '&']) {
        let rest = text.get(at + 1..).unwrap_or("");
        let end = if sign == "<" {
            let opens = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
            rest.find(['<', '>']).filter(|&end| opens && rest.as_bytes().get(end) == Some(&b'>'))
        } else {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
            end.filter(|&end| end > 0 && rest.as_bytes().get(end) == Some(&b';'))
        };
        if let Some(end) = end {
            out.push(at..at + 1 + end + 1);
        }
    }
}

/// Whether a blank may end a line.
pub(super) fn is_breaking(c: char) -> bool {
    c.is_whitespace() && !matches!(c, NBSP | NNBSP | '\u{2007}' | '\n')
}

/// Whether a character closes what was said before a punctuation mark: a letter, a digit, a closing sign.
pub(super) fn ends_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, ')' | ']' | '}' | '»' | '”' | '“' | '’' | '"' | '%' | '‰' | '°' | '€' | '$' | '£' | '…' | '.' | GAP)
}
