//! One mistake in a real text of three languages is one finding, at the right place on both sides.

use promulgate::align::Parallel;
use promulgate::check::Checker;
use promulgate::model::{Document, LanguageVersion, Project, VersionInfo};
use promulgate::{Finding, Language, Level, Statement};

const EN: &str = "# Hospitals must not be targets\n\n## Situation\n\n1. The attacks on hospitals began in March 2020.\n\n\
2. They struck 17 laboratories of the University of Vienna.\n\n3. Whoever attacks patients attacks all of us.\n\n\
## Measures\n\nThe Council decided:\n\n- to open a fund of 2.5 million euros;\n- to name contact points in every capital;\n- to meet again on 3 June 2020.\n\n\
| State | Sum |\n| --- | --- |\n| France | 10,000 |\n| Italy | 20,000 |\n\nRead the [annex](https://example.org/en/annex).\n";
const FR: &str = "# Les hôpitaux ne doivent pas être des cibles\n\n## Situation\n\n1. Les attaques contre les hôpitaux ont commencé en mars 2020.\n\n\
2. Elles ont frappé 17 laboratoires de l’Université de Vienne.\n\n3. Quiconque s’en prend aux patients s’en prend à nous tous.\n\n\
## Mesures\n\nLe Conseil a décidé\u{a0}:\n\n- d’ouvrir un fonds de 2,5 millions d’euros\u{a0};\n- de désigner des points de contact dans chaque capitale\u{a0};\n- de se réunir à nouveau le 3 juin 2020.\n\n\
| État | Somme |\n| --- | --- |\n| France | 10 000 |\n| Italie | 20 000 |\n\nLire l’[annexe](https://example.org/fr/annex).\n";

fn statement(texts: &[(&str, &str)]) -> Statement {
    let mut statement = Statement::new("hospitals", Language::parse("en").unwrap());
    for (tag, text) in texts {
        let language = Language::parse(tag).unwrap();
        let (document, findings) = Document::parse(format!("{tag}.md"), *text);
        assert!(findings.is_empty(), "{findings:?}");
        let version = LanguageVersion { language: language.clone(), document, info: VersionInfo::default() };
        statement.versions.insert(language, version);
    }
    statement
}

fn check(en: &str, fr: &str) -> Vec<Finding> {
    let project = Project::default();
    Checker::new(&project).check(&statement(&[("en", en), ("fr", fr)])).findings().to_vec()
}

/// The one finding, as `rule line:column <- line`.
fn only(en: &str, fr: &str) -> String {
    let findings = check(en, fr);
    let [finding] = findings.as_slice() else { panic!("{findings:#?}") };
    let here = finding.here().position();
    let there = finding.there().first().map_or(String::new(), |there| format!(" <- {}", there.position().line));
    format!("{} {}:{}{there}", finding.rule(), here.line, here.column)
}

#[test]
fn a_good_translation_is_without_finding() {
    assert_eq!(check(EN, FR).len(), 0, "{:#?}", check(EN, FR));
}

#[test]
fn each_deleted_block_is_one_finding_at_its_place() {
    let cases = [
        ("2. Elles ont frappé 17 laboratoires de l’Université de Vienne.\n\n", "structure/missing-block 5:63 <- 7"),
        ("## Mesures\n\n", "structure/missing-block 9:61 <- 11"),
        ("- de désigner des points de contact dans chaque capitale\u{a0};\n", "structure/missing-block 15:46 <- 16"),
        ("| France | 10 000 |\n", "structure/missing-block 21:1 <- 21"),
        ("# Les hôpitaux ne doivent pas être des cibles\n\n", "structure/missing-title 1:1 <- 1"),
        ("Lire l’[annexe](https://example.org/fr/annex).\n", "structure/missing-block 22:20 <- 24"),
    ];
    for (gone, expected) in cases {
        assert!(FR.contains(gone));
        assert_eq!(only(EN, &FR.replacen(gone, "", 1)), expected, "{gone}");
    }
}

#[test]
fn other_changes_are_what_they_are() {
    let swapped = FR
        .replace("2. Elles ont frappé 17 laboratoires de l’Université de Vienne.", "2. X")
        .replace(
            "1. Les attaques contre les hôpitaux ont commencé en mars 2020.",
            "1. Elles ont frappé 17 laboratoires de l’Université de Vienne.",
        )
        .replace("2. X", "2. Les attaques contre les hôpitaux ont commencé en mars 2020.");
    assert!(only(EN, &swapped).starts_with("structure/moved-block"), "{}", only(EN, &swapped));
    let level = FR.replace("## Mesures", "### Mesures");
    assert_eq!(only(EN, &level), "structure/heading-level-mismatch 11:1 <- 11");
    let extra = FR.replace("## Mesures\n", "## Mesures\n\nCe paragraphe ne figure que dans la version française.\n");
    assert_eq!(only(EN, &extra), "structure/extra-block 13:1 <- 11");
    let html = FR.replace("Le Conseil a", "Le <b>Conseil a");
    assert_eq!(only(EN, &html), "markup/raw-html 13:4");
    let link = FR.replace("https://example.org/fr/annex", "JavaScript:alert(1)");
    assert_eq!(only(EN, &link), "markup/forbidden-link-scheme 24:17");
}

#[test]
fn a_missing_language_is_one_finding_that_names_the_file() {
    let mut statement = statement(&[("en", EN)]);
    statement.required = vec![Language::parse("en").unwrap(), Language::parse("ru").unwrap()];
    let project = Project::default();
    let report = Checker::new(&project).check(&statement);
    let [finding] = report.findings() else { panic!("{:#?}", report.findings()) };
    assert_eq!((finding.rule(), finding.severity()), ("process/missing-language", Level::Error));
    assert_eq!(finding.language().map(Language::as_str), Some("ru"));
    let speaker = promulgate::localize::Speaker::new(&Language::parse("en").unwrap());
    assert_eq!(speaker.say(finding).message, "The ru version is missing: there is no ru.md.");
}

#[test]
fn ids_are_shared_and_rows_are_side_by_side() {
    let with_extra = FR.replace("## Mesures\n", "## Mesures\n\nCe paragraphe ne figure que dans la version française.\n");
    let statement = statement(&[("en", EN), ("fr", &with_extra)]);
    let parallel = Parallel::new(&statement);
    let (fr, en) = (Language::parse("fr").unwrap(), Language::parse("en").unwrap());
    let ids = |language| parallel.versions[language].units.iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>();
    let extra: Vec<&str> = ids(&fr).into_iter().filter(|id| !ids(&en).contains(id)).collect();
    assert_eq!(extra, ["u1-fr"]);
    assert_eq!(ids(&fr).into_iter().filter(|id| *id != "u1-fr").collect::<Vec<_>>(), ids(&en));
    let rows = parallel.rows();
    assert_eq!(rows.len(), ids(&en).len() + 1);
    let alone = rows.iter().position(|row| row.id == "u1-fr").unwrap();
    assert_eq!(rows[alone - 1].id, "h2");
    assert_eq!(rows[alone].units.len(), 1);
}
