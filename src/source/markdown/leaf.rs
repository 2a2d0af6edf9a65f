//! [`Leaf`]: the running text of one paragraph, heading or cell while it is read.

use std::ops::Range;

use pulldown_cmark::{CowStr, LinkType};

use super::html::{self, Html};
use super::link;
use super::text::Reader;
use crate::language::Language;
use crate::model::{Inline, InlineKind, Text};

/// Running text, with the pieces that are still open.
pub(super) struct Leaf {
    /// The bytes so far.
    pub(super) range: Range<usize>,
    content: Vec<Inline>,
    open: Vec<Open>,
    /// How many pieces are open beyond the deepest that the tree may hold.
    flat: usize,
    /// Text that waits for what follows it without a gap.
    pending: Option<Range<usize>>,
    /// Where the last event ended.
    last: usize,
}

/// A piece that is open.
struct Open {
    kind: OpenKind,
    range: Range<usize>,
    content: Vec<Inline>,
}

pub(super) enum OpenKind {
    Emphasis,
    Strong,
    Strikethrough,
    Link(Target),
    Image(Target),
    /// `<span lang="…">`, with the number of other spans that are open in it.
    Foreign(Language, usize),
}

/// Where a link leads.
pub(super) struct Target {
    pub(super) link: LinkType,
    pub(super) destination: String,
    pub(super) title: String,
    /// The bytes of the definition of a reference.
    pub(super) definition: Option<Range<usize>>,
}

impl Leaf {
    pub(super) fn new(range: Range<usize>) -> Self {
        let last = range.start;
        Leaf { range, content: Vec::new(), open: Vec::new(), flat: 0, pending: None, last }
    }

    /// Where the last event ended.
    pub(super) fn last(&self) -> usize {
        self.last
    }

    /// Takes text in.
    pub(super) fn text(&mut self, reader: &mut Reader<'_, '_>, text: &str, range: Range<usize>) {
        self.last = range.end;
        if reader.mask.slice(&range) != text {
            self.push(reader, range, InlineKind::Text(Text::owned(text)));
            return;
        }
        match &mut self.pending {
            Some(pending) if pending.end == range.start => pending.end = range.end,
            _ => {
                self.flush(reader);
                self.pending = Some(range);
            }
        }
    }

    /// Takes a piece in that holds no other.
    pub(super) fn push(&mut self, reader: &mut Reader<'_, '_>, range: Range<usize>, kind: InlineKind) {
        self.flush(reader);
        self.last = range.end;
        let span = reader.source.span(&range);
        self.content().push(Inline { span, kind });
    }

    /// Takes code in, without its backquotes and the blank on both sides that sets it off from them.
    pub(super) fn code(&mut self, reader: &mut Reader<'_, '_>, code: &str, range: Range<usize>) {
        let slice = reader.mask.slice(&range);
        let fence = slice.len() - slice.trim_start_matches('`').len();
        let inner = range.start + fence..range.end.saturating_sub(fence).max(range.start + fence);
        let bare = inner.start + 1..inner.end.saturating_sub(1).max(inner.start + 1);
        let text = reader.mask.original(code, &range, &[inner, bare]);
        self.push(reader, range, InlineKind::Code(text));
    }

    /// Takes HTML in: a comment leaves nothing, `<span lang="…">` begins text in another language.
    pub(super) fn html(&mut self, reader: &mut Reader<'_, '_>, read: &str, range: Range<usize>, max: usize) {
        match html::read(read, "span") {
            Html::Comment => {
                self.flush(reader);
                self.last = range.end;
                return;
            }
            Html::Open(language) if self.flat == 0 && self.open.len() < max => {
                self.start(reader, range, OpenKind::Foreign(language, 0), max);
                return;
            }
            Html::Close if self.flat == 0 => {
                if let Some(Open { kind: OpenKind::Foreign(_, 0), .. }) = self.open.last() {
                    self.flush(reader);
                    self.close(reader, range.end);
                    self.last = range.end;
                    return;
                }
            }
            _ => {}
        }
        if let Some(Open { kind: OpenKind::Foreign(_, others), .. }) = self.open.last_mut() {
            let opened = html::opened(read, "span");
            *others = others.saturating_add_signed(isize::try_from(opened).unwrap_or(0));
        }
        let text = reader.mask.original(read, &range, std::slice::from_ref(&range));
        self.push(reader, range, InlineKind::Html(text));
    }

    /// Opens a piece; one that would stand too deep leaves its content to the piece around it. Says whether it was opened.
    pub(super) fn start(&mut self, reader: &mut Reader<'_, '_>, range: Range<usize>, kind: OpenKind, max: usize) -> bool {
        self.flush(reader);
        self.last =
            range.start + usize::from(matches!(kind, OpenKind::Link(_))) + 2 * usize::from(matches!(kind, OpenKind::Image(_)));
        if let OpenKind::Foreign(..) = kind {
            self.last = range.end;
        }
        if self.flat > 0 || self.open.len() >= max {
            self.flat += 1;
            return false;
        }
        self.open.push(Open { kind, range, content: Vec::new() });
        true
    }

    /// Closes the piece that the parser closes. A `<span lang="…">` that is still open in it has no end there, and is raw HTML.
    pub(super) fn end(&mut self, reader: &mut Reader<'_, '_>, range: &Range<usize>) {
        self.flush(reader);
        if self.flat > 0 {
            self.flat -= 1;
        } else {
            self.unwrap_foreign(reader);
            self.close(reader, range.end);
        }
        self.last = range.end;
    }

    /// The content, when nothing more comes.
    pub(super) fn finish(mut self, reader: &mut Reader<'_, '_>) -> (Range<usize>, Vec<Inline>) {
        self.flush(reader);
        while !self.open.is_empty() {
            self.unwrap_foreign(reader);
            // OK because the parser closes everything that it opens; this holds even if it did not.
            let end = self.last;
            self.close(reader, end);
        }
        self.range.end = self.range.end.max(self.last);
        (self.range, self.content)
    }

    fn content(&mut self) -> &mut Vec<Inline> {
        match self.open.last_mut() {
            Some(open) => &mut open.content,
            None => &mut self.content,
        }
    }

    fn flush(&mut self, reader: &mut Reader<'_, '_>) {
        if let Some(run) = self.pending.take() {
            reader.run(&run, self.content());
        }
    }

    fn unwrap_foreign(&mut self, reader: &Reader<'_, '_>) {
        while let Some(Open { range, content, .. }) = self.open.pop_if(|open| matches!(open.kind, OpenKind::Foreign(..))) {
            let span = reader.source.span(&range);
            let tag = Inline { span, kind: InlineKind::Html(Text::slice(reader.source.file, span)) };
            let around = self.content();
            around.push(tag);
            around.extend(content);
        }
    }

    fn close(&mut self, reader: &mut Reader<'_, '_>, end: usize) {
        let Some(Open { kind, range, content }) = self.open.pop() else { return };
        let range = range.start..range.end.max(end);
        let kind = match kind {
            OpenKind::Emphasis => InlineKind::Emphasis(content),
            OpenKind::Strong => InlineKind::Strong(content),
            OpenKind::Strikethrough => InlineKind::Strikethrough(content),
            OpenKind::Foreign(language, _) => InlineKind::Foreign { language, content },
            OpenKind::Link(target) => {
                let (destination, place, title) = self.target(reader, &target, &range);
                let destination_span = place.map(|place| reader.source.span(&place));
                InlineKind::Link { destination, destination_span, title, content }
            }
            OpenKind::Image(target) => {
                let (destination, place, title) = self.target(reader, &target, &range);
                let destination_span = place.map(|place| reader.source.span(&place));
                InlineKind::Image { destination, destination_span, title, alt: content }
            }
        };
        let span = reader.source.span(&range);
        self.content().push(Inline { span, kind });
    }

    /// Destination, its bytes, and title of a link.
    fn target(
        &self,
        reader: &mut Reader<'_, '_>,
        target: &Target,
        range: &Range<usize>,
    ) -> (Text, Option<Range<usize>>, Option<Text>) {
        let mask = reader.mask;
        let (place, within) = match (target.link, &target.definition) {
            (LinkType::Inline, _) => {
                let behind = self.last..range.end;
                reader.refuse_placeables(&behind);
                (link::inline_destination(mask, range, self.last, &target.destination), behind)
            }
            (LinkType::Autolink | LinkType::Email, _) => {
                let inner = range.start + 1..range.end.saturating_sub(1).max(range.start + 1);
                (Some(inner).filter(|inner| mask.slice(inner) == target.destination), range.clone())
            }
            (_, Some(definition)) => (link::defined_destination(mask, definition, &target.destination), definition.clone()),
            (_, None) => (None, range.clone()),
        };
        let destination = match target.link {
            // The parser leaves the scheme to whoever prints the link.
            LinkType::Email => Text::owned(format!("mailto:{}", target.destination)),
            _ => mask.original(&target.destination, place.as_ref().unwrap_or(&within), place.as_slice()),
        };
        let title = (!target.title.is_empty()).then(|| {
            let from = place.as_ref().map_or(within.start, |place| place.end);
            let behind = from..within.end;
            let at = mask.slice(&behind).find(&target.title).map(|at| from + at..from + at + target.title.len());
            mask.original(&target.title, &behind, at.as_slice())
        });
        (destination, place, title)
    }
}

impl Target {
    pub(super) fn new(link: LinkType, destination: &CowStr<'_>, title: &CowStr<'_>, definition: Option<Range<usize>>) -> Self {
        Target { link, destination: destination.to_string(), title: title.to_string(), definition }
    }
}
