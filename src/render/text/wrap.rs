//! Lines of at most so many columns.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_width::UnicodeWidthStr;

/// Columns of a line, as a terminal or a wire printer counts them: an ideograph takes two, a combining mark none.
pub(super) const COLUMNS: usize = 72;

/// Appends `text` in lines that fit, the first after `first`, the others after as many blanks as `indent` says.
///
/// Lines break where UAX 14 allows it and nowhere else: not at a no-break space, not inside a word. A piece that fits no line
/// stands alone on one that is too long. A line end in `text` stays.
pub(in crate::render) fn wrap(text: &str, first: &str, indent: usize, out: &mut String) {
    let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
    let mut lines = Lines { out, indent, column: first.width(), blank: 0, fresh: true };
    lines.out.push_str(first);
    let mut start = 0;
    for end in segmenter.segment_str(text) {
        let piece = text.get(start..end).unwrap_or("");
        start = end;
        lines.piece(piece);
    }
    lines.out.push('\n');
}

struct Lines<'o> {
    out: &'o mut String,
    indent: usize,
    /// The column behind the last thing written.
    column: usize,
    /// Blanks that stand before the next piece, unless a line ends there.
    blank: usize,
    /// Whether nothing stands on this line yet.
    fresh: bool,
}

impl Lines<'_> {
    fn piece(&mut self, piece: &str) {
        let ends = piece.ends_with('\n');
        let word = piece.trim_end_matches([' ', '\n', '\t']);
        if !word.is_empty() {
            let width = word.width();
            if !self.fresh && self.column + self.blank + width > COLUMNS {
                self.line();
            }
            self.out.extend(std::iter::repeat_n(' ', self.blank));
            self.out.push_str(word);
            self.column += self.blank + width;
            self.fresh = false;
        }
        self.blank = if self.fresh { 0 } else { piece.len() - word.len() };
        if ends {
            self.line();
        }
    }

    fn line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', self.indent));
        self.column = self.indent;
        self.blank = 0;
        self.fresh = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str) -> String {
        let mut out = String::new();
        wrap(text, "1. ", 3, &mut out);
        out
    }

    #[test]
    fn no_line_is_too_long_and_nothing_is_lost() {
        for text in [
            "La déclaration\u{a0}: « nous condamnons\u{202f}! » et ainsi de suite, encore et encore, jusqu’à ce que la ligne soit pleine\u{a0}; puis la suivante.",
            "По состоянию на начало июня 2020 года число заразившихся коронавирусом превысило шесть миллионов человек, а число умерших — 380 000.",
            "世界各地的医院和研究机构成为恶意网络活动的目标，我们对此予以最强烈的谴责，并呼吁所有国家确保其领土不被用于此类攻击活动。",
            "إن المستشفيات ومعاهد البحوث في عدد من الدول الحليفة أصبحت هدفا لأنشطة سيبرانية خبيثة ونحن ندين هذه الهجمات بأشد العبارات الممكنة.",
        ] {
            let out = wrapped(text);
            assert!(out.lines().count() > 1, "{out}");
            for line in out.lines() {
                assert!(line.width() <= COLUMNS && line == line.trim_end(), "{line:?}");
            }
            let squeeze = |text: &str| text.chars().filter(|c| !matches!(c, ' ' | '\n')).collect::<String>();
            assert_eq!(squeeze(&out), squeeze(&format!("1. {text}")));
            for line in out.lines().skip(1) {
                assert!(!line.trim_start().starts_with(['\u{a0}', ':', '!', '，', '。', '.']), "{line:?}");
            }
        }
    }

    #[test]
    fn a_word_longer_than_a_line_stays_whole() {
        let long = "x".repeat(100);
        assert_eq!(wrapped(&format!("a {long} b\nc")), format!("1. a\n   {long}\n   b\n   c\n"));
    }
}
