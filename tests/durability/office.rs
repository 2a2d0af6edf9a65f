//! A press office with little to say: statements in three languages, and what belongs to them.

use std::sync::OnceLock;

use promulgate::align::Parallel;
use promulgate::check::{Checker, Report};
use promulgate::localize::Voices;
use promulgate::model::{LevelSetting, Setting};
use promulgate::release::{Asset, Inputs, Plan, Work};
use promulgate::render::{Renderer, VersionContext};
use promulgate::{Instant, Language, Project, Span, Statement};

/// Stands in everything of a statement that is under embargo.
pub(crate) const CANARY: &str = "kanarienvogel";

pub(crate) fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

/// The moment at which the embargo of the canary ends.
pub(crate) const MOMENT: &str = "2026-11-24T12:00:00+01:00";
pub(crate) const BEFORE: &str = "2026-11-24T11:59:59+01:00";

pub(crate) fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

/// The collection with every rule switched off that can be.
pub(crate) fn quiet(project: &Project) -> Project {
    let rules = promulgate::check::builtin().filter(|rule| !rule.is_fixed()).map(|rule| rule.id());
    let off = |rule: &str| LevelSetting { rule: rule.to_owned(), setting: Setting::Off, span: Span::default() };
    Project { levels: rules.map(off).collect(), ..project.clone() }
}

/// An output that costs nothing to make.
struct Ticker;

impl Renderer for Ticker {
    fn id(&self) -> &'static str {
        "ticker"
    }
    fn media_type(&self) -> &'static str {
        "text/plain; charset=utf-8"
    }
    fn extension(&self) -> &'static str {
        "ticker"
    }
    fn render_version(&self, cx: &VersionContext<'_>) -> promulgate::Result<Vec<u8>> {
        Ok(format!("+++ {} +++\n", cx.letterhead.title).repeat(3).into_bytes())
    }
}

/// What is to be released, checked.
pub(crate) struct Content {
    parallels: Vec<Parallel<'static>>,
    reports: Vec<Report>,
    inputs: Vec<Inputs>,
}

impl Content {
    pub(crate) fn new(project: &Project, statements: Vec<Statement>) -> Self {
        let quiet = quiet(project);
        let checker = Checker::new(&quiet);
        // OK to leak: a handful, and they are needed until the end.
        let statements: &'static [Statement] = statements.leak();
        let reports = statements.iter().map(|statement| checker.check(statement)).collect();
        let inputs = statements.iter().map(|statement| {
            let texts = statement.versions.values();
            texts.fold(Inputs::new(), |all, text| all.part(text.language.as_str(), text.document.to_markdown().as_bytes()))
        });
        Content { reports, inputs: inputs.collect(), parallels: statements.iter().map(Parallel::new).collect() }
    }

    /// Each statement with a picture and with all that it is made from.
    pub(crate) fn works(&self) -> impl Iterator<Item = Work<'_>> {
        self.parallels.iter().zip(&self.reports).zip(&self.inputs).map(|((parallel, report), inputs)| {
            let statement = parallel.statement;
            let picture =
                Asset { name: "picture.png".to_owned(), bytes: format!("the picture of {}", statement.id).into_bytes() };
            Work::from(report.clear(statement).unwrap()).aligned(parallel).asset(picture).made_from(inputs.clone())
        })
    }
}

pub(crate) struct Office {
    pub(crate) project: Project,
    pub(crate) voices: Voices,
    /// What is public first, what is public then, what somebody publishes who finds the place in disorder.
    pub(crate) contents: [Content; 3],
}

impl Office {
    pub(crate) fn plan(&self, now: &str) -> Plan<'_> {
        Plan::new(&self.project, &self.voices, instant(now)).with(&Ticker)
    }
}

pub(crate) fn statement(id: &str, words: &str) -> Statement {
    Statement::builder(id)
        .issued("2026-11-20")
        .version("en", format!("# On {words}\n\nOf {words}.\n"))
        .version("fr", format!("# Sur {words}\n\nDe {words}.\n"))
        .version("ru", format!("# О {words}\n\nО {words}.\n"))
        .build()
}

fn canary() -> Statement {
    let mut statement = statement(CANARY, CANARY);
    statement.embargoed_until = Some(instant(MOMENT));
    statement
}

/// One office for all: it is only read.
pub(crate) fn office() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let languages = ["en", "fr", "ru"].map(language).to_vec();
        let project =
            Project { source: languages.first().cloned(), languages, outputs: vec!["ticker".to_owned()], ..Project::default() };
        let contents = ["trade", "the sea", "the weather"]
            .map(|words| Content::new(&project, vec![statement("peace", "peace"), statement("news", words), canary()]));
        Office { project, voices: Voices::new(&[]), contents }
    })
}
