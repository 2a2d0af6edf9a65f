//! [`Judge`]: what language a block is in, as far as that can be known.

use icu_properties::props::Script;
use whatlang::{Detector, Lang};

use super::kin::{are_close, model_code};
use super::reading::{Reading, each_word, letters};
use super::script::{Scripts, Tally, script};
use super::words::{self, Known};
use crate::check::prose::Prose;
use crate::language::Language;

/// A block with fewer letters than this is judged by more than its small words.
pub(super) const ENOUGH_LETTERS: u32 = 40;

/// So many words have small words of their own among them in any language of the table.
const MANY_WORDS: u32 = 12;
/// With fewer words than this nothing is said of a language that nobody thinks of.
const FEW_WORDS: u32 = 5;

/// A language that a text may be in.
#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub(super) language: &'a Language,
    pub(super) scripts: Scripts,
    bit: Option<u64>,
    model: Option<Lang>,
}

impl<'a> Candidate<'a> {
    pub(super) fn new(language: &'a Language) -> Self {
        let primary = language.primary();
        let model = model_code(primary).and_then(Lang::from_code);
        Candidate { language, scripts: Scripts::of(language), bit: words::bit(primary), model }
    }
}

/// What a block turned out to be in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guess<'a> {
    /// The language, where it could be told.
    pub(super) language: Option<&'a Language>,
    /// The script, where that is not one of the version's language.
    pub(super) script: Option<Script>,
    /// The language that comes next.
    pub(super) runner: Option<&'a Language>,
    /// How much speaks for the language: signs of it, letters of its script, or the model's percentage.
    pub(super) found: u32,
    /// How much speaks for the runner-up.
    pub(super) against: u32,
    /// Whether it is the model that says so.
    pub(super) is_modelled: bool,
    /// Whether the block is long enough and clear enough to be sure.
    pub(super) sure: bool,
}

/// What is known of the language of a block.
#[derive(Debug, Clone, Copy)]
pub(super) enum Opinion<'a> {
    /// It is in the language of its version.
    Own,
    /// It is in another.
    Other(Guess<'a>),
    /// It says too little.
    Doubt,
}

/// Judges the blocks of one version.
#[derive(Debug)]
pub(super) struct Judge<'a> {
    pub(super) own: Candidate<'a>,
    /// The languages that a block of the version may be in by mistake. None that nobody tells from the version's own by a paragraph.
    pub(super) others: Vec<Candidate<'a>>,
    /// Whether any of them is written in a script of the own language.
    shares_script: bool,
}

impl<'a> Judge<'a> {
    /// The judge of a version in `own`; `plausible` are the languages of the statement, of the collection, and English.
    pub(super) fn new(own: &'a Language, plausible: &[&'a Language]) -> Self {
        let own = Candidate::new(own);
        let mut others: Vec<Candidate<'a>> = Vec::new();
        for &language in plausible {
            let known = |other: &Candidate<'_>| other.language.primary() == language.primary();
            if !known(&own) && !others.iter().any(known) && !are_close(own.language.primary(), language.primary()) {
                others.push(Candidate::new(language));
            }
        }
        let shares_script = others.iter().any(|other| other.scripts.meet(&own.scripts));
        Judge { own, others, shares_script }
    }

    /// Whether a language is written in a script of the own one.
    pub(super) fn shares_script_with(&self, language: &Language) -> bool {
        self.others.iter().any(|other| other.language == language && other.scripts.meet(&self.own.scripts))
    }

    /// What language a block is in.
    pub(super) fn opinion(&self, prose: &Prose<'_>) -> Opinion<'a> {
        // A language of two scripts has the same words in both.
        let mut first = prose.text().chars().filter_map(script).take(8).peekable();
        let is_in_script = first.peek().is_some() && first.all(|script| self.own.scripts.contain(script));
        if is_in_script && self.is_clearly_own(&Reading::beginning(prose)) {
            return Opinion::Own;
        }
        let letters = letters(prose);
        let own = letters.within(&self.own.scripts);
        if letters.total() < 2 {
            return Opinion::Doubt;
        }
        // Names and terms in another script may outnumber the words of a short block.
        if own * 3 < letters.total() {
            return self.by_script(prose, &letters);
        }
        let reading = Reading::of(prose);
        if !self.shares_script {
            return match self.stranger(prose, &reading, &letters) {
                Some(guess) => Opinion::Other(guess),
                None if own * 2 >= letters.total() => Opinion::Own,
                None => Opinion::Doubt,
            };
        }
        self.by_words(prose, &reading, &letters)
    }

    /// Whether the beginning of a block leaves no doubt.
    fn is_clearly_own(&self, reading: &Reading) -> bool {
        let (own, foreign) = reading.share(self.own.bit);
        self.own.bit.is_some()
            && own >= 4
            && foreign * 3 <= own
            && self.others.iter().all(|other| {
                let own = reading.signs(self.own.bit, other.bit);
                !other.scripts.meet(&self.own.scripts)
                    || other.bit.is_some() && own >= 4 && own >= 3 * reading.signs(other.bit, self.own.bit)
            })
    }

    /// A block in a script that the own language is not written in.
    fn by_script(&self, prose: &Prose<'_>, letters: &Tally) -> Opinion<'a> {
        let Some((script, count)) = letters.foreign(&self.own.scripts) else { return Opinion::Doubt };
        let reading = Reading::of(prose);
        if let Some(guess) = self.stranger(prose, &reading, letters) {
            let (found, against) = (percent(count, letters.total()), percent(letters.within(&self.own.scripts), letters.total()));
            return Opinion::Other(Guess { script: Some(script), found, against, ..guess });
        }
        let mut ranked: Vec<(u32, &Candidate<'a>)> = self
            .others
            .iter()
            .filter(|other| other.scripts.contain(script))
            .map(|other| (reading.signs(other.bit, self.own.bit), other))
            .collect();
        ranked.sort_by_key(|(signs, _)| std::cmp::Reverse(*signs));
        let best = match ranked.as_slice() {
            [(0, only)] if script != Script::Latin => Some((0, *only)),
            [(0, _), ..] | [] => None,
            [(signs, best), ..] => Some((*signs, *best)),
        };
        let signs = best.map_or(0, |(signs, _)| signs);
        // The own language in letters that its tag excludes, as Serbian.
        let own = reading.signs(self.own.bit, best.and_then(|(_, candidate)| candidate.bit));
        let is_all = letters.within(&self.own.scripts) * 20 < letters.total();
        if own >= 2 && own > signs && is_all {
            return Opinion::Other(Guess {
                language: None,
                script: Some(script),
                runner: Some(self.own.language),
                found: percent(count, letters.total()),
                against: percent(letters.within(&self.own.scripts), letters.total()),
                is_modelled: false,
                sure: count * weight(script) >= ENOUGH_LETTERS,
            });
        }
        let is_long = count * weight(script) >= ENOUGH_LETTERS;
        // Latin letters are where names, addresses and terms stand in any language: only words make them a text.
        let is_text = match script {
            Script::Latin => signs >= 2 && reading.content >= 2,
            _ => signs >= 2 || is_long && (reading.words >= 5 || is_undivided(script)),
        };
        // What has hardly a small word of any language that is thought of, but many others, and is no list of terms.
        let commas = u32::try_from(prose.text().matches(',').count()).unwrap_or(u32::MAX);
        let is_unknown = count == letters.total() && is_long && reading.content >= 6 && commas * 3 < reading.words;
        if !(is_text || script == Script::Latin && is_unknown) {
            return Opinion::Doubt;
        }
        let best = best.filter(|_| is_text || signs > 0);
        Opinion::Other(Guess {
            language: best.map(|(_, candidate)| candidate.language),
            script: Some(script),
            runner: Some(self.own.language),
            found: percent(count, letters.total()),
            against: percent(letters.within(&self.own.scripts), letters.total()),
            is_modelled: false,
            sure: is_text && is_long,
        })
    }

    /// A block in the right script.
    fn by_words(&self, prose: &Prose<'_>, reading: &Reading, letters: &Tally) -> Opinion<'a> {
        let mut best: Option<(u32, u32, &Candidate<'a>)> = None;
        let mut is_own = true;
        let mut is_known = self.own.bit.is_some();
        for other in self.others.iter().filter(|other| other.scripts.meet(&self.own.scripts)) {
            is_known &= other.bit.is_some();
            let (own, found) = (reading.signs(self.own.bit, other.bit), reading.signs(other.bit, self.own.bit));
            is_own &= own >= 2 && own >= found;
            if best.is_none_or(|(_, most, _)| found > most) {
                best = Some((own, found, other));
            }
        }
        // What has as many words of a language that is near may yet be in one that is not.
        if let Some(guess) = self.stranger(prose, reading, letters) {
            return Opinion::Other(guess);
        }
        if is_own {
            return Opinion::Own;
        }
        let Some((own, found, other)) = best else { return Opinion::Doubt };
        // Without words of its own, the own language cannot speak for itself, and more must speak for the other.
        let least = if self.own.bit.is_some() { 3 } else { 6 };
        if found >= least && own * 4 <= found && found * 7 >= reading.words && reading.content >= 2 {
            // The runner-up may be a third language.
            let runner = self.others.iter().filter(|third| third.language != other.language);
            let runner =
                runner.map(|third| (reading.signs(third.bit, other.bit), third.language)).max_by_key(|(signs, _)| *signs);
            let (against, runner) = runner.filter(|(signs, _)| *signs > own).unwrap_or((own, self.own.language));
            let sure = letters.total() >= ENOUGH_LETTERS;
            let guess = Guess {
                language: Some(other.language),
                script: None,
                runner: Some(runner),
                found,
                against,
                is_modelled: false,
                sure,
            };
            return Opinion::Other(guess);
        }
        // Languages that put into endings what others say in small words, and those whose small words are not at hand, leave it to the
        // model; where anything speaks for the own language, it is not asked.
        let weight = letters.heaviest().map_or(1, weight);
        let says_much = letters.total() * weight >= ENOUGH_LETTERS && (reading.content >= 5 || weight > 1);
        if says_much && (own == 0 || !is_known) {
            return self.by_model(prose.text());
        }
        Opinion::Doubt
    }

    /// The language of a block that is in none of those that are thought of: it has many small words of it, and hardly any of theirs.
    /// Where it has few, none of theirs will do, if the model says the same.
    fn stranger(&self, prose: &Prose<'_>, reading: &Reading, letters: &Tally) -> Option<Guess<'a>> {
        let script = letters.heaviest()?;
        let own = self.own.scripts.contain(script).then_some(&self.own);
        // Nothing can be said against a language that cannot speak for itself.
        if reading.words < FEW_WORDS || own.is_some_and(|own| own.bit.is_none()) {
            return None;
        }
        let is_sure = |found: u32| found >= 4 && reading.words >= MANY_WORDS;
        let says_much = letters.total() >= ENOUGH_LETTERS && reading.content >= 3;
        let is_free = |known: &Known| {
            let rivals = self.others.iter().chain([&self.own]).filter(|rival| rival.scripts.contain(script));
            rivals.map(|rival| reading.signs(rival.bit, Some(known.bit))).all(|signs| signs == 0)
        };
        let mut best: Option<(u32, &'static Known)> = None;
        for known in words::known().iter().filter(|known| known.scripts.contain(script)) {
            let bit = Some(known.bit);
            // What speaks for it against a language that is thought of; nothing where that has words of its own.
            let against = |rival: &Candidate<'_>| {
                let found = reading.signs(bit, rival.bit);
                if reading.signs(rival.bit, bit) * 6 <= found { found } else { 0 }
            };
            let all = self.others.iter().chain([&self.own]);
            if all.clone().any(|rival| are_close(rival.language.primary(), known.language.primary())) {
                continue;
            }
            // The own language may be in letters that its tag excludes, as Serbian.
            let is_own = |rival: &Candidate<'_>| std::ptr::eq(rival, &self.own);
            let rivals = all.filter(|rival| (is_own(rival) || rival.scripts.contain(script)) && rival.bit.is_some());
            let found = rivals.map(against).min().unwrap_or_else(|| reading.signs(bit, None));
            let is_enough = is_sure(found) || says_much && found >= 2 && is_free(known);
            if is_enough && found * 6 >= reading.words && best.is_none_or(|(most, _)| found > most) {
                best = Some((found, known));
            }
        }
        let (found, known) = best?;
        if !fits(prose, known, self.own.bit) || !is_sure(found) && !self.is_seconded(prose.text(), known) {
            return None;
        }
        let against = reading.signs(self.own.bit, Some(known.bit));
        Some(Guess {
            language: Some(&known.language),
            script: None,
            runner: Some(self.own.language),
            found,
            against,
            is_modelled: false,
            sure: letters.total() >= ENOUGH_LETTERS,
        })
    }

    /// Whether the model, too, takes a text to be in a language rather than in one that is thought of.
    fn is_seconded(&self, text: &str, known: &Known) -> bool {
        let Some(model) = model_code(known.language.primary()).and_then(Lang::from_code) else { return false };
        let rivals = self.others.iter().chain([&self.own]).filter_map(|rival| rival.model);
        let allowed: Vec<Lang> = rivals.chain([model]).collect();
        let said = Detector::with_allowlist(allowed).detect(text);
        said.is_some_and(|said| said.lang() == model && said.is_reliable())
    }

    /// What the model says: for languages whose small words are not at hand.
    pub(super) fn by_model(&self, text: &str) -> Opinion<'a> {
        let Some(own) = self.own.model else { return Opinion::Doubt };
        let others = self.others.iter().filter(|other| other.scripts.meet(&self.own.scripts));
        let models: Vec<(Lang, &Candidate<'a>)> = others.filter_map(|other| Some((other.model?, other))).collect();
        if models.is_empty() {
            return Opinion::Doubt;
        }
        let allowed = models.iter().map(|(lang, _)| *lang).chain([own]).collect();
        let Some(info) = Detector::with_allowlist(allowed).detect(text) else { return Opinion::Doubt };
        if !info.is_reliable() {
            return Opinion::Doubt;
        }
        match models.iter().find(|(lang, _)| *lang == info.lang()) {
            None => Opinion::Own,
            Some((_, other)) => Opinion::Other(Guess {
                language: Some(other.language),
                script: None,
                runner: Some(self.own.language),
                // OK because a confidence lies between 0 and 1.
                found: (info.confidence() * 100.0) as u32,
                against: 0,
                is_modelled: true,
                sure: true,
            }),
        }
    }

    /// What language the blocks of a version are in when they are taken together.
    pub(super) fn together(&self, readings: &Reading) -> Option<Guess<'a>> {
        let others = self.others.iter().filter(|other| other.scripts.meet(&self.own.scripts));
        let signs = |other: &Candidate<'a>| {
            (readings.signs(other.bit, self.own.bit), readings.signs(self.own.bit, other.bit), other.language)
        };
        let (found, against, language) = others.map(signs).max_by_key(|(found, ..)| *found)?;
        let least = if self.own.bit.is_some() { 6 } else { 12 };
        if found < least || against * 4 > found || found * 8 < readings.words || readings.content < 4 {
            return None;
        }
        let (language, runner) = (Some(language), Some(self.own.language));
        Some(Guess { language, script: None, runner, found, against, is_modelled: false, sure: true })
    }
}

/// Whether a block is written in the letters of a language, and with several of its small words that are none of another: a list of
/// names has one of them again and again.
fn fits(prose: &Prose<'_>, known: &Known, but: Option<u64>) -> bool {
    let (mut all, mut odd, mut found, mut total) = (0, 0, 0, 0);
    let is_sign = |mask: u64| mask & known.bit != 0 && mask & but.unwrap_or(0) == 0;
    let mut distinct: Vec<&str> = Vec::new();
    let mut peculiar: Vec<char> = Vec::new();
    each_word(prose, |word| {
        total += 1;
        // Names keep the letters of their language in any other.
        let is_spelt =
            || word.chars().next().is_some_and(char::is_lowercase) && words::letters(word).any(|(_, mask)| is_sign(mask));
        if is_sign(words::languages(word)) || is_spelt() {
            found += 1;
            if distinct.len() < 8 && !distinct.contains(&word) {
                distinct.push(word);
            }
        }
        for c in word.chars().flat_map(char::to_lowercase).filter(|c| script(*c).is_some()) {
            all += 1;
            odd += u32::from(!words::has_letter(known.language.primary(), c));
        }
        for (c, _) in words::letters(word).filter(|(c, mask)| is_sign(*mask) && script(*c).is_some()) {
            if !peculiar.contains(&c) {
                peculiar.push(c);
            }
        }
    });
    // A letter that only the one language has is as good as a word.
    let (words, signs) = (distinct.len(), distinct.len() + peculiar.len());
    words >= 2 && signs >= 3 && found * if peculiar.len() >= 2 { 16 } else { 8 } >= total && odd * 33 <= all
}

/// How many letters of an alphabet a letter of a script is worth: a syllable, or a word.
fn weight(script: Script) -> u32 {
    match script {
        Script::Han => 3,
        Script::Hangul | Script::Hiragana | Script::Katakana => 2,
        _ => 1,
    }
}

/// Whether a script divides words by nothing.
fn is_undivided(script: Script) -> bool {
    weight(script) > 1 || matches!(script, Script::Thai | Script::Khmer | Script::Lao | Script::Myanmar | Script::Tibetan)
}

fn percent(part: u32, whole: u32) -> u32 {
    part * 100 / whole.max(1)
}
