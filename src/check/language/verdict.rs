//! [`Verdicts`]: which blocks of a statement are in another language than they should be, worked out once for all rules.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::judge::{Guess, Judge, Opinion};
use super::kin::are_close;
use super::reading::{Reading, letters};
use super::same::{Vocabulary, likeness};
use crate::align::{Link, ParallelVersion};
use crate::check::StatementContext;
use crate::check::prose::Prose;
use crate::language::Language;
use crate::model::{Unit, UnitKind};

/// What is wrong with the language of a block or of a whole version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) kind: Kind,
    /// The language that it is in, where that is known.
    pub(super) found: Option<Language>,
    /// The script that it is in, where that is not one of its language, as an ISO 15924 code.
    pub(super) script: Option<&'static str>,
    /// The language that comes next, and how much speaks for either.
    pub(super) runner: Option<Language>,
    pub(super) signs: (u32, u32),
    /// Whether it is the model that says so; what speaks for the language is then its percentage.
    pub(super) is_modelled: bool,
    /// Whether it is beyond doubt.
    pub(super) sure: bool,
    /// The unit of the source that it stands for.
    pub(super) source: Option<usize>,
}

/// The kinds of verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is in the language of the source.
    Untranslated,
    /// It is in another language.
    Language,
    /// It is in another script, and no more is known.
    Script,
}

/// The verdicts on one version.
#[derive(Debug, Default)]
pub(super) struct Version {
    /// On the version as a whole: then there are none on its units.
    pub(super) whole: Option<Verdict>,
    /// On each unit.
    pub(super) units: Vec<Option<Verdict>>,
    /// Sentences of the source in units that are otherwise translated.
    pub(super) sentences: Vec<Sentence>,
}

/// A sentence of the source in a unit of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) unit: usize,
    pub(super) source: usize,
    /// Its bytes in what the unit says.
    pub(super) here: Range<usize>,
    /// Its bytes in what the unit of the source says.
    pub(super) there: Range<usize>,
}

/// The verdicts on a statement.
#[derive(Debug, Default)]
pub(in crate::check) struct Verdicts {
    pub(super) versions: BTreeMap<Language, Version>,
}

/// How many bytes of a version the model is given where nothing else tells its language.
const SAMPLE: usize = 2000;

impl Verdicts {
    pub(super) fn new(context: &StatementContext<'_>) -> Self {
        let english = Language::english();
        let mut plausible = context.statement.languages();
        plausible.extend(&context.project.languages);
        plausible.extend(context.project.source.as_ref());
        plausible.push(&english);
        let source_language = &context.statement.source;
        let mut versions = BTreeMap::new();
        if let Some(source) = context.parallel.source() {
            let version = Court {
                context,
                judge: Judge::new(source_language, &plausible),
                version: source,
                source: None,
                vocabulary: OnceCell::new(),
            };
            versions.insert(source_language.clone(), version.sit());
        }
        for (&language, version) in &context.parallel.versions {
            if language == source_language {
                continue;
            }
            let source = versions.get(source_language);
            let court = Court { context, judge: Judge::new(language, &plausible), version, source, vocabulary: OnceCell::new() };
            let verdicts = court.sit();
            versions.insert(language.clone(), verdicts);
        }
        Verdicts { versions }
    }

    /// Whether a unit, or its whole version, is in another language.
    pub(super) fn condemn(&self, language: &Language, unit: usize) -> bool {
        self.versions
            .get(language)
            .is_some_and(|version| version.whole.is_some() || version.units.get(unit).is_some_and(Option::is_some))
    }
}

/// Where a version is judged.
struct Court<'c, 'a> {
    context: &'c StatementContext<'a>,
    judge: Judge<'c>,
    version: &'c ParallelVersion<'a>,
    /// The verdicts on the source, where this is a translation.
    source: Option<&'c Version>,
    /// The words of both texts, collected when the first block looks like its source.
    vocabulary: OnceCell<Vocabulary>,
}

impl Court<'_, '_> {
    fn sit(&self) -> Version {
        let sources = self.sources();
        let mut units = vec![None; self.version.units.len()];
        let mut sentences = Vec::new();
        let (mut own, mut wrong, mut count) = (0, 0, 0);
        for (index, unit) in self.version.units.iter().enumerate() {
            let Some(prose) = self.prose(index, unit) else { continue };
            let source = sources.get(index).copied().flatten();
            match self.judge.opinion(prose) {
                Opinion::Own => {
                    own += prose.text().len();
                    sentences.extend(self.sentence(index, prose, source));
                }
                Opinion::Other(guess) => {
                    let verdict = self.verdict(unit, prose, source, &guess);
                    wrong += prose.text().len();
                    count += 1;
                    if let Some(slot) = units.get_mut(index) {
                        *slot = verdict;
                    }
                }
                Opinion::Doubt => {
                    let verdict = self.same(unit, prose, source);
                    if verdict.is_some() {
                        wrong += prose.text().len();
                        count += 1;
                    }
                    if let Some(slot) = units.get_mut(index) {
                        *slot = verdict;
                    }
                }
            }
        }
        let nearly_all = count >= 2 && own * 6 < wrong;
        if let Some(whole) = nearly_all.then(|| whole(&units)).flatten() {
            return Version { whole: Some(whole), units, sentences };
        }
        // Where nothing speaks for the own language, all blocks together may say what none says alone.
        let whole = if own == 0 && (count == 0 || units.len() >= 3) { self.together(&units) } else { None };
        Version { whole, units, sentences }
    }

    /// What a unit says, if that can be in a wrong language.
    fn prose(&self, index: usize, unit: &Unit<'_>) -> Option<&Prose<'_>> {
        let is_text = !matches!(unit.kind, UnitKind::Code | UnitKind::Html | UnitKind::ThematicBreak);
        (is_text && unit.language.is_none()).then(|| self.context.prose(self.judge.own.language, index))?
    }

    /// For each unit, the unit of the source that it stands for.
    fn sources(&self) -> Vec<Option<usize>> {
        let mut sources = vec![None; self.version.units.len()];
        for link in self.version.alignment.iter().flat_map(|alignment| &alignment.links) {
            for &target in link.targets() {
                if let Some(slot) = sources.get_mut(target) {
                    *slot = link.sources().first().copied();
                }
            }
        }
        sources
    }

    fn is_translation(&self) -> bool {
        self.source.is_some()
    }

    /// A verdict on a unit that is in another language, if that is worth one.
    fn verdict(&self, unit: &Unit<'_>, prose: &Prose<'_>, source: Option<usize>, guess: &Guess<'_>) -> Option<Verdict> {
        let source_language = &self.context.statement.source;
        let from_source = self.is_translation() && guess.language == Some(source_language);
        let there = source.and_then(|source| self.context.prose(source_language, source));
        // What the source itself says in another language, its translations may leave as it is.
        if let (Some(there), Some(index)) = (there, source) {
            let foreign = self.source.is_some_and(|version| version.units.get(index).is_some_and(Option::is_some));
            if foreign && likeness(prose.text(), there.text()).is_same() {
                return None;
            }
        }
        let kind = match guess.language {
            _ if from_source => Kind::Untranslated,
            Some(_) => Kind::Language,
            None => Kind::Script,
        };
        let same = there.is_some_and(|there| likeness(prose.text(), there.text()).is_same());
        // A short block in a third language is a name, a motto, a title more often than a mistake.
        let is_short = letters(prose).total() < super::judge::ENOUGH_LETTERS;
        if kind != Kind::Untranslated && !guess.sure && is_short {
            return None;
        }
        // A short block that looks like the source's language, and is not what the source says here, is a title or a name.
        if kind == Kind::Untranslated && !guess.sure && !same {
            return None;
        }
        let reference = reference(unit, prose);
        if reference == Reference::Named {
            return None;
        }
        // What is quoted may be left as it was said; what the source quotes in its own language is not.
        let is_quoted = unit.kind == UnitKind::Attribution || unit.kind == UnitKind::Quote && !same;
        Some(Verdict {
            kind,
            found: guess.language.cloned(),
            script: guess.script.map(super::script::code),
            runner: guess.runner.cloned(),
            signs: (guess.found, guess.against),
            is_modelled: guess.is_modelled,
            sure: (guess.sure || same) && !is_quoted && reference == Reference::No,
            source,
        })
    }

    /// A verdict on a unit of which nothing is known but that its source says the same.
    fn same(&self, unit: &Unit<'_>, prose: &Prose<'_>, source: Option<usize>) -> Option<Verdict> {
        let source_language = &self.context.statement.source;
        let own = self.judge.own.language;
        if !self.is_translation() || are_close(own.primary(), source_language.primary()) {
            return None;
        }
        let index = source?;
        let there = self.context.prose(source_language, index)?;
        let foreign = self.source?.units.get(index).is_some_and(Option::is_some);
        if foreign {
            return None;
        }
        let likeness = likeness(prose.text(), there.text());
        if !likeness.is_same() {
            return None;
        }
        let reading = Reading::of(prose);
        let bit = |language: &Language| super::words::bit(language.primary());
        let signs = reading.signs(bit(source_language), bit(own));
        let against = reading.signs(bit(own), bit(source_language));
        // Words of its own in it are a translation that quotes the source.
        if against > if likeness.is_identical() { signs } else { 0 } {
            return None;
        }
        let (words, common) = self.vocabulary().untranslated(prose, bit(source_language));
        // A head of a table holds single words, of which many are the same in two languages.
        let is_table = matches!(unit.kind, UnitKind::TableHead | UnitKind::TableRow | UnitKind::Attribution);
        let reference = reference(unit, prose);
        let few = is_table || reference == Reference::Link || !likeness.is_identical();
        // Words that stand nowhere else may be in any language: a motto, a title.
        let says_enough = words >= 4 && (signs > 0 || common >= 2) || !few && (common >= 2 || words >= 3 && signs > 0);
        // In letters of another script, words that are written small are no names.
        let is_plain = || {
            let is_running = !is_table && reference == Reference::No && !self.judge.shares_script_with(source_language);
            words >= 1 && is_running && likeness.is_identical() && super::same::small_words(prose, bit(source_language)) >= 3
        };
        // A heading of one or two words: “About Alder”, “Summary”, “Key figures”; a name alone is none.
        let is_label = || {
            let foreign = !self.judge.shares_script_with(source_language);
            let known = |word: &str| source_language.primary() == "en" && super::labels::is_label(word, foreign);
            let mut labels = prose.text().split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            matches!(unit.kind, UnitKind::Heading(_))
                && likeness.is_identical()
                && against == 0
                && (signs > 0 && words > 0 || labels.any(known))
        };
        let says_enough = says_enough || is_plain() || is_label();
        let is_foreign = signs == 0 && source_language.primary() == "en" && prose.text().chars().any(is_accented);
        if !says_enough || is_foreign || is_table && signs == 0 || reference == Reference::Named {
            return None;
        }
        let long = letters(prose).total() >= super::judge::ENOUGH_LETTERS;
        let is_running = !is_table && reference == Reference::No;
        let other_script = !self.judge.shares_script_with(source_language);
        Some(Verdict {
            kind: Kind::Untranslated,
            found: Some(source_language.clone()),
            script: None,
            runner: Some(own.clone()),
            signs: (signs, against),
            is_modelled: false,
            sure: is_running && words >= 4 && against == 0 && (signs >= 2 || long && signs >= 1 || other_script),
            source: Some(index),
        })
    }

    /// The first sentence of the source that a translated unit still holds word for word.
    fn sentence(&self, unit: usize, prose: &Prose<'_>, source: Option<usize>) -> Option<Sentence> {
        let source_language = &self.context.statement.source;
        if !self.is_translation() || are_close(self.judge.own.language.primary(), source_language.primary()) {
            return None;
        }
        let there = self.context.prose(source_language, source?)?;
        let bit = |language: &Language| super::words::bit(language.primary());
        let (of, but) = (bit(source_language), bit(self.judge.own.language));
        let (here, there) = super::same::sentence(prose.text(), there.text(), of, but)?;
        (!prose.is_foreign(here.clone())).then_some(Sentence { unit, source: source?, here, there })
    }

    fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get_or_init(|| {
            let source = self.context.parallel.source();
            let there = source.into_iter().flat_map(|source| {
                let language = &self.context.statement.source;
                (0..source.units.len()).filter_map(|index| self.context.prose(language, index))
            });
            let here = self.version.units.iter().enumerate().filter_map(|(index, unit)| self.prose(index, unit));
            Vocabulary::new(there, here.filter(|prose| matches!(self.judge.opinion(prose), Opinion::Own)))
        })
    }

    /// The language of a version of which no block alone tells it.
    ///
    /// What was found in single blocks does not count, or one block would speak for all; but it must say the same.
    fn together(&self, units: &[Option<Verdict>]) -> Option<Verdict> {
        let mut all = Reading::default();
        let mut sample = String::new();
        let mut total = 0;
        for (index, unit) in self.version.units.iter().enumerate() {
            let Some(prose) = self.prose(index, unit) else { continue };
            if units.get(index).is_some_and(Option::is_some) {
                continue;
            }
            let letters = letters(prose);
            total += letters.total();
            // A version in another script was judged block by block.
            if letters.within(&self.judge.own.scripts) * 2 < letters.total() {
                continue;
            }
            all.join(&Reading::of(prose));
            if sample.len() < SAMPLE {
                sample.push_str(prose.text());
                sample.push(' ');
            }
        }
        if total < super::judge::ENOUGH_LETTERS {
            return None;
        }
        let guess = self.judge.together(&all)?;
        if units.iter().flatten().any(|verdict| verdict.found.as_ref() != guess.language) {
            return None;
        }
        Some(Verdict {
            kind: Kind::Language,
            found: guess.language.cloned(),
            script: None,
            runner: guess.runner.cloned(),
            signs: (guess.found, guess.against),
            is_modelled: guess.is_modelled,
            sure: true,
            source: None,
        })
    }
}

/// The verdict on a version nearly all of whose text is in one other language: the one that most of its units have.
fn whole(units: &[Option<Verdict>]) -> Option<Verdict> {
    let mut counts: Vec<(usize, &Verdict)> = Vec::new();
    for verdict in units.iter().flatten() {
        match counts.iter_mut().find(|(_, other)| other.found == verdict.found && other.script == verdict.script) {
            Some((count, other)) => {
                *count += 1;
                if verdict.signs.0 > other.signs.0 {
                    *other = verdict;
                }
            }
            None => counts.push((1, verdict)),
        }
    }
    let (_, verdict) = counts.into_iter().max_by_key(|(count, verdict)| (*count, verdict.found.is_some(), verdict.signs.0))?;
    let kind = if verdict.found.is_some() { Kind::Language } else { Kind::Script };
    Some(Verdict { kind, sure: true, ..verdict.clone() })
}

/// Whether a letter is none of English.
fn is_accented(c: char) -> bool {
    !c.is_ascii() && c.is_alphabetic()
}

/// What an item may be besides text: lists of what else to read leave titles and names as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reference {
    /// It is text.
    No,
    /// It is a link and no more: a title, or text.
    Link,
    /// It is a link with a name beside it: a title and its author.
    Named,
}

fn reference(unit: &Unit<'_>, prose: &Prose<'_>) -> Reference {
    if unit.kind != UnitKind::Item || !prose.pieces().iter().any(|piece| piece.linked) {
        return Reference::No;
    }
    let outside = prose.pieces().iter().filter(|piece| !piece.linked);
    let outside = outside.flat_map(|piece| prose.text().get(piece.range.clone()).unwrap_or("").split_whitespace());
    let first: Vec<char> = outside.filter_map(|word| word.chars().find(|c| c.is_alphabetic())).collect();
    if first.is_empty() {
        Reference::Link
    } else if first.iter().all(|c| !c.is_lowercase()) {
        Reference::Named
    } else {
        Reference::No
    }
}

/// Whether a link leaves a unit of the translation without a counterpart.
pub(super) fn is_extra(version: &ParallelVersion<'_>, unit: usize) -> bool {
    version
        .alignment
        .as_ref()
        .is_some_and(|alignment| alignment.links.iter().any(|link| matches!(link, Link::Extra { target } if *target == unit)))
}
