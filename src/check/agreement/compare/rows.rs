//! [`Row`]: what stands side by side, each language with its values.

use super::super::super::StatementContext;
use super::super::super::prose::{PieceKind, Prose};
use super::super::references;
use super::super::values::{Kind, Measure, Period, Value, read};
use crate::diagnostic::{Label, Span};
use crate::language::Language;
use crate::model::{Content, Document, Inline, InlineKind, Unit, UnitKind};

/// A row of all languages: the source first, where it has it.
pub(super) struct Row<'a> {
    pub(super) sides: Vec<Side<'a>>,
}

/// What one language says in a row.
pub(super) struct Side<'a> {
    pub(super) language: &'a Language,
    pub(super) document: &'a Document,
    pub(super) units: Vec<&'a Unit<'a>>,
    pub(super) values: Vec<Placed<'a>>,
    /// What is named without a number.
    pub(super) loose: Vec<Measure>,
    /// The parts of years that it counts, each with its text.
    pub(super) periods: Vec<(Period, &'a Prose<'a>)>,
    /// Whether its words for numbers and dates are known: those for millions, and the cases of months.
    pub(super) is_known: bool,
}

/// A value with the text that it stands in.
pub(super) struct Placed<'a> {
    pub(super) value: Value,
    pub(super) prose: &'a Prose<'a>,
}

impl<'a> Placed<'a> {
    /// What is written, with what it counts.
    pub(super) fn text(&self) -> &'a str {
        self.prose.text().get(self.value.whole.clone()).unwrap_or("").trim()
    }

    /// Whether a placeable says it: what is wrong with that, the rules on placeables say.
    pub(super) fn is_resolved(&self) -> bool {
        self.prose.pieces_in(self.value.range.clone()).iter().any(|piece| piece.kind == PieceKind::Placeable)
    }

    pub(super) fn span(&self) -> Span {
        self.prose.span(self.value.whole.clone())
    }
}

impl<'a> Side<'a> {
    /// The place of a value.
    pub(super) fn label(&self, placed: &Placed<'_>) -> Label {
        self.document.label(placed.span())
    }

    /// The place of all its text.
    pub(super) fn place(&self) -> Label {
        let span = self.units.iter().map(|unit| unit.span).reduce(Span::to).unwrap_or_default();
        let text = self.document.file.slice(span);
        self.document.label(Span::new(span.start as usize, span.start as usize + text.trim_end().len()))
    }

    /// How many cells its row of a table has; 0 for other texts.
    pub(super) fn cells(&self) -> usize {
        match self.units.first().map(|unit| unit.content) {
            Some(Content::Row(row)) => row.cells.len(),
            _ => 0,
        }
    }

    /// Takes a number at the beginning for that of the paragraph: `١.`, which is text to Markdown.
    fn number_paragraph(&mut self) {
        let Some(first) = self.values.first_mut() else { return };
        let (text, range) = (first.prose.text(), first.value.range.clone());
        let before = text.get(..range.start).unwrap_or("").trim_start();
        let behind = text.get(range.end..).unwrap_or("");
        if matches!(before, "" | "(" | "[")
            && behind.starts_with(['.', ')', ']', '°', 'º', '،', '、'])
            && first.value.kind == Kind::Number
        {
            first.value.firm = false;
        }
    }

    /// Whether its code has the digits that a value begins with.
    pub(super) fn has_in_code(&self, value: &str) -> bool {
        let digits: &str = value.split(|c: char| !c.is_ascii_digit()).find(|run| !run.is_empty()).unwrap_or("");
        let runs = self.units.iter().flat_map(|unit| unit.content.runs());
        !digits.is_empty() && runs.into_iter().any(|run| in_code(run, digits))
    }

    /// The id of its first unit.
    pub(super) fn id(&self) -> &'a str {
        self.units.first().map_or("", |unit| unit.id.as_str())
    }

    pub(super) fn refs(&self) -> Vec<&Value> {
        self.values.iter().map(|placed| &placed.value).collect()
    }
}

fn in_code(content: &[Inline], digits: &str) -> bool {
    content.iter().any(|inline| match &inline.kind {
        InlineKind::Code(code) => code.split(|c: char| !c.is_ascii_digit()).any(|run| run == digits),
        InlineKind::Link { content, .. }
        | InlineKind::Foreign { content, .. }
        | InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strikethrough(content) => in_code(content, digits),
        _ => false,
    })
}

/// All rows of a statement whose source has a text, in its order.
pub(super) fn rows<'a>(context: &StatementContext<'a>) -> Vec<Row<'a>> {
    let parallel = context.parallel;
    let source = &parallel.statement.source;
    let mut rows = Vec::new();
    for row in parallel.rows() {
        let mut sides: Vec<Side<'a>> = Vec::new();
        for (&language, units) in &row.units {
            let Some((&language, version)) = parallel.versions.get_key_value(language) else { continue };
            if units.iter().any(|&unit| language != source && context.is_untranslated(language, unit)) {
                continue;
            }
            let lexicon = context.shared.agreement.lexicons.lexicon(language);
            let mut side = Side {
                language,
                document: &version.version.document,
                units: Vec::new(),
                values: Vec::new(),
                loose: Vec::new(),
                periods: Vec::new(),
                is_known: lexicon.is_known(),
            };
            for &index in units {
                let (Some(unit), Some(prose)) = (version.units.get(index), context.prose(language, index)) else { continue };
                side.units.push(unit);
                let found = read(prose.text(), &references::claimed(prose.text(), language), &lexicon);
                side.values.extend(found.values.into_iter().map(|value| Placed { value, prose }));
                side.loose.extend(found.loose);
                side.periods.extend(found.periods.into_iter().map(|period| (period, prose)));
            }
            sides.push(side);
        }
        let is_numbered =
            |side: &Side<'_>| side.units.first().is_some_and(|unit| unit.marker.is_some() || unit.kind == UnitKind::Item);
        if sides.iter().any(is_numbered) {
            sides.iter_mut().filter(|side| !is_numbered(side)).for_each(Side::number_paragraph);
        }
        sides.sort_by_key(|side| side.language != source);
        rows.push(Row { sides });
    }
    rows
}
