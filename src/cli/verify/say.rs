//! A verdict, for people and for programs.

use promulgate::diagnostic::Arg;
use promulgate::release::verify::{
    Discrepancy, Extent, FilePlace, FileVerdict, Nearest, Signatures, TextMatch, TextVerdict, Verdict,
};

use super::super::Status;
use super::super::signed::short;
use super::super::terminal::Terminal;
use super::Shown;

/// Everything that was found out.
pub(super) struct Answer {
    pub(super) verdict: Verdict,
    pub(super) file: Option<FileVerdict>,
    pub(super) text: Option<TextVerdict>,
    /// Whether the manifest alone was at hand.
    pub(super) alone: bool,
}

/// Control characters of somebody else's text or file name do nothing to the terminal.
fn tame(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

impl Answer {
    pub(super) fn say(&self, format: Shown, terminal: &Terminal) -> Status {
        let lines: Vec<String> = self.lines(terminal).iter().map(|line| tame(line)).collect();
        terminal.print(|out| match format {
            Shown::Human => lines.iter().try_for_each(|line| writeln!(out, "{line}")),
            Shown::Json => {
                let document = serde_json::json!({
                    "good": self.is_good(),
                    "release": &self.verdict,
                    "file": &self.file,
                    "text": &self.text,
                    "messages": lines,
                });
                serde_json::to_writer_pretty(&mut *out, &document)?;
                writeln!(out)
            }
        })
    }

    fn lines(&self, terminal: &Terminal) -> Vec<String> {
        let say = |id: &str, args: &[(&'static str, Arg)]| terminal.speaker.word(id, args).text;
        let verdict = &self.verdict;
        let mut lines = Vec::new();
        let mut wrong = verdict.discrepancies.len();
        for discrepancy in &verdict.discrepancies {
            let (id, args) = discrepancy.message();
            lines.push(say(id, &args));
        }
        match &self.file {
            Some(FileVerdict::Good(place)) => lines.push(say("verify-file-good", &good(place, verdict))),
            Some(FileVerdict::Wrong(discrepancy)) => {
                wrong += 1;
                let (id, args) = discrepancy.message();
                lines.push(say(id, &args));
                if matches!(discrepancy, Discrepancy::Changed { .. }) {
                    let sequence = verdict.sequence.and_then(|sequence| i64::try_from(sequence).ok()).unwrap_or_default();
                    lines.push(say("verify-other-release", &[("sequence", sequence.into())]));
                }
            }
            _ => {}
        }
        if let Some(restored) = &verdict.restores {
            lines.push(say("verify-restores", &[("release", short(restored))]));
        }
        if let Some(text) = &self.text {
            lines.extend(self.text(text, terminal));
            wrong += usize::from(!text.is_good());
        }
        lines.push(match &verdict.signatures {
            Signatures::Good { signed, threshold, comments, .. } => {
                let args =
                    [("signed", (*signed).into()), ("threshold", (*threshold).into()), ("comments", comments.join("; ").into())];
                say("verify-signatures-good", &args)
            }
            Signatures::NotChecked { present } if verdict.digest.is_some() => {
                say("verify-signatures-not-checked", &[("present", (*present).into())])
            }
            // Was said among what is wrong.
            _ => String::new(),
        });
        lines.retain(|line| !line.is_empty());
        if wrong > 0 {
            lines.push(say("verify-bad", &[("count", wrong.into())]));
        } else if let (Some(digest), Some(sequence), false) = (&verdict.digest, verdict.sequence, self.alone) {
            let args = [
                ("digest", short(digest)),
                ("sequence", i64::try_from(sequence).unwrap_or(i64::MAX).into()),
                ("files", verdict.files.into()),
                ("statements", verdict.statements.into()),
            ];
            lines.push(say("verify-good", &args));
        }
        lines
    }

    fn text(&self, text: &TextVerdict, terminal: &Terminal) -> Vec<String> {
        let say = |id: &str, args: &[(&'static str, Arg)]| terminal.speaker.word(id, args).text;
        match text {
            TextVerdict::Match(found) => {
                let around = match found.extent {
                    Extent::Paragraphs { around, .. } if around > 0 => {
                        Some(say("verify-text-around", &[("words", around.into())]))
                    }
                    _ => None,
                };
                let id = match found.extent {
                    Extent::Passage { .. } => "verify-text-passage",
                    Extent::Paragraphs { first, last, of, .. } if first > 1 || last < of => "verify-text-paragraphs",
                    _ => "verify-text-whole",
                };
                [say(id, &matched(found))].into_iter().chain(around).collect()
            }
            TextVerdict::Altered { version, inserted } => {
                let mut lines = vec![say("verify-text-inserted", &matched(version))];
                lines.extend(inserted.iter().map(|words| say("verify-text-foreign", &[("words", words.into())])));
                lines
            }
            TextVerdict::Unknown { nearest } => {
                let mut lines = vec![say("verify-text-unknown", &[])];
                if self.alone {
                    lines.push(say("verify-text-lines-only", &[]));
                }
                lines.extend(nearest.as_ref().into_iter().flat_map(|nearest| near(nearest, terminal)));
                lines
            }
            _ => Vec::new(),
        }
    }
}

fn good(place: &FilePlace, verdict: &Verdict) -> Vec<(&'static str, Arg)> {
    vec![
        ("path", Arg::from(&place.path)),
        ("digest", short(verdict.digest.as_deref().unwrap_or_default())),
        ("statement", place.statement.as_deref().unwrap_or("none").into()),
        ("language", place.language.as_ref().map_or_else(|| Arg::from("none"), Arg::from)),
    ]
}

fn matched(found: &TextMatch) -> Vec<(&'static str, Arg)> {
    let name = found.number.as_ref().map_or_else(|| found.statement.clone(), |number| format!("{number} ({})", found.statement));
    let mut args =
        vec![("statement", Arg::from(name)), ("language", (&found.language).into()), ("revision", found.revision.into())];
    match found.extent {
        Extent::Passage { before, after } => args.extend([("before", before.into()), ("after", after.into())]),
        Extent::Paragraphs { first, last, of, .. } => {
            args.extend([("first", first.into()), ("last", last.into()), ("count", of.into())]);
        }
        _ => {}
    }
    args
}

fn near(nearest: &Nearest, terminal: &Terminal) -> Vec<String> {
    let say = |id: &str, args: &[(&'static str, Arg)]| terminal.speaker.word(id, args).text;
    let difference = &nearest.difference;
    let words = |words: &str| if words.is_empty() { say("verify-text-ends", &[]) } else { words.to_owned() };
    let args = [
        ("statement", (&nearest.statement).into()),
        ("language", (&nearest.language).into()),
        ("revision", nearest.revision.into()),
        ("word", difference.word.into()),
        ("context", (&difference.before).into()),
    ];
    vec![
        say("verify-text-nearest", &args),
        say("verify-text-issued", &[("words", words(&difference.issued).into())]),
        say("verify-text-pasted", &[("words", words(&difference.pasted).into())]),
    ]
}
