//! English words that stand over sections of official texts and are written alike in no other language that texts are translated into here.

/// Small letters. What French, Spanish or German have, too (“notes”, “contact”, “sources”, “introduction”), tells nothing and is not here.
const LABELS: &[&str] = &[
    "about",
    "abstract",
    "acknowledgements",
    "acknowledgments",
    "aims",
    "appendices",
    "attachments",
    "audience",
    "background",
    "benefits",
    "challenges",
    "changes",
    "commitments",
    "conclusions",
    "contents",
    "deadlines",
    "decisions",
    "definitions",
    "details",
    "disclaimer",
    "downloads",
    "endnotes",
    "enquiries",
    "events",
    "facts",
    "findings",
    "footnotes",
    "foreword",
    "further",
    "glossary",
    "goals",
    "highlights",
    "history",
    "inquiries",
    "issues",
    "key",
    "learn",
    "measures",
    "meetings",
    "members",
    "milestones",
    "news",
    "objectives",
    "outcomes",
    "outlook",
    "overview",
    "participants",
    "preface",
    "press",
    "purpose",
    "quotes",
    "reading",
    "reasons",
    "recommendations",
    "remarks",
    "requirements",
    "responses",
    "results",
    "schedule",
    "scope",
    "speakers",
    "statements",
    "steps",
    "summary",
    "support",
    "timeline",
    "timetable",
    "turnout",
    "updates",
    "voting",
    "what",
    "when",
    "why",
    "how",
    "who",
    "where",
    "works",
];

/// Of those, and of further words, the ones that only languages of other scripts lack: “Media” is a word of Spanish, “participants” of French.
const SHARED: &[&str] = &[
    "abstract",
    "contact",
    "contacts",
    "data",
    "introduction",
    "media",
    "message",
    "notes",
    "objectives",
    "participants",
    "programme",
    "program",
    "references",
    "resources",
    "sources",
    "conclusion",
    "conclusions",
    "documents",
    "date",
    "agenda",
    "questions",
    "statement",
    "declaration",
    "total",
    "budget",
    "region",
    "country",
    "status",
    "version",
    "contributions",
];

/// Words of [`LABELS`] that stand in other languages of the Latin script as well.
const DOUBTFUL: &[&str] =
    &["abstract", "conclusions", "participants", "news", "support", "glossary", "press", "timeline", "who", "audience", "issues"];

/// Whether a word is one of English headings and of none in the other language. `foreign` says that the other is written in another script.
pub(super) fn is_label(word: &str, foreign: bool) -> bool {
    let small = word.to_lowercase();
    let small = small.as_str();
    if foreign {
        LABELS.contains(&small) || SHARED.contains(&small)
    } else {
        LABELS.contains(&small) && !DOUBTFUL.contains(&small)
    }
}

#[cfg(test)]
mod tests {
    use super::is_label;

    #[test]
    fn names_and_shared_words_are_no_labels() {
        assert!(is_label("Summary", false) && is_label("Summary", true) && is_label("Media", true));
        for word in ["GitHub", "Linux", "API", "Alder"] {
            assert!(!is_label(word, true), "{word}");
        }
        for word in ["Media", "Notes", "Contact", "Participants"] {
            assert!(!is_label(word, false), "{word}");
        }
    }
}
