//! The publisher's own templates around the texts.

use promulgate::align::Parallel;
use promulgate::localize::Voices;
use promulgate::render::{Audience, Press, Templates};
use promulgate::{Project, Statement};

use crate::render::language;

fn statement() -> Statement {
    Statement::builder("calm")
        .formerly("sea")
        .version("en", "# Sea & 2 < 3\n\nA text.\n")
        .version("fr", "# Mer\n\nUn texte.\n")
        .build()
}

/// Every page of a small statement and of its collection, or what is said to be wrong.
fn pages(own: &[(&str, &str)]) -> Result<Vec<(String, String)>, String> {
    let project = Project { languages: vec![language("en"), language("fr")], ..Project::default() };
    let voices = Voices::new(&[]);
    let templates = Templates::new(own.iter().copied()).map_err(|error| error.to_string())?;
    let press = Press::new(&project, &voices).templates(&templates);
    let statement = statement();
    let rendered =
        press.statement(&Parallel::new(&statement), &Default::default(), Audience::Public).map_err(|error| error.to_string())?;
    let rest = press.collection(vec![rendered.entry], Audience::Public).map_err(|error| error.to_string())?;
    let all = rendered.parts.into_iter().map(|part| part.manifestation).chain(rest);
    Ok(all.map(|file| (file.path, String::from_utf8(file.bytes).unwrap())).collect())
}

fn page<'p>(pages: &'p [(String, String)], path: &str) -> &'p str {
    &pages.iter().find(|(name, _)| name == path).unwrap_or_else(|| panic!("no {path}")).1
}

#[test]
fn each_file_is_replaced_by_itself() {
    let builtin = pages(&[]).unwrap();
    for name in Templates::names() {
        // The frame needs its block: a page without the text of the statement is refused.
        let own = match name {
            "layout.html" => "OURS {% block main %}{% endblock %}",
            "redirect.html" => "OURS <a href=\"{{ to }}\">{{ title }}</a>",
            _ => "OURS {{ text }}",
        };
        let pages = pages(&[(name, own)]).unwrap();
        assert_ne!(pages, builtin, "{name} is not used");
        let ours = pages.iter().filter(|(_, text)| text.starts_with("OURS")).count();
        let expected = match name {
            // The frame of every page.
            "layout.html" => pages.iter().filter(|(path, _)| path.ends_with(".html")).count(),
            "root.html" | "style.css" => 1,
            // Each stands at its former address, too.
            "parallel.html" => 4,
            _ => 2,
        };
        assert_eq!(ours, expected, "{name}");
        for (path, text) in pages.iter().filter(|(_, text)| !text.starts_with("OURS")) {
            assert_eq!(text, page(&builtin, path), "{path} changed with {name}");
        }
    }
}

#[test]
fn own_parts_are_included_and_what_they_put_in_is_escaped() {
    let own = [
        (
            "page.html",
            "{% extends \"layout.html\" %}{% block main %}{% include \"parts/crest.html\" %}{{ heading }}{{ text }}{% endblock %}",
        ),
        ("parts/crest.html", "<b title=\"{{ title }}\">{{ title }}</b>"),
    ];
    let pages = pages(&own).unwrap();
    let escaped = "Sea &amp; 2 &lt; 3";
    assert!(page(&pages, "en/calm.html").contains(&format!("<b title=\"{escaped}\">{escaped}</b>{escaped}")));
    assert!(page(&pages, "en/calm.html").contains("A text."));
}

#[test]
fn a_wrong_template_is_said_with_its_place() {
    for (name, text, expected) in [
        ("page.html", "<p>\n{% if title %}", "templates/page.html:2"),
        ("page.html", "<p>\n\n{{ title|shout }}", "templates/page.html:3"),
        ("index.html", "{{ title()", "templates/index.html:1"),
        ("root.html", "\n{% extends \"frame.html\" %}", "frame.html"),
        ("page.html", "{{ title.a.b(1) }}", "templates/page.html:1"),
        (
            "status.html",
            "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
            "templates/status.html",
        ),
        ("page.html", "{% include \"page.html\" %}", "templates/page.html"),
    ] {
        let wrong = pages(&[(name, text)]).unwrap_err();
        assert!(wrong.contains(expected), "{text}: {wrong}");
    }
}

#[test]
fn no_template_can_keep_from_readers_what_they_must_be_told() {
    let whole = "{{ heading }}{{ text }}{% for notice in notices %}{{ notice.text }}{{ notice.note }}{% endfor %}";
    let project = Project { languages: vec![language("en"), language("fr")], ..Project::default() };
    let voices = Voices::new(&[]);
    let made = |page: &str, audience| {
        let templates = Templates::new([("page.html", page)]).unwrap();
        let press = Press::new(&project, &voices).templates(&templates);
        press.part(&Parallel::new(&statement()), &Default::default(), audience, "html", None).map_err(|error| error.to_string())
    };
    let draft = Audience::Preview { now: crate::render::now() };
    assert!(made(whole, draft).is_ok());
    assert!(made("{{ text }}", Audience::Public).is_ok());
    let wrong = made("{{ text }}", draft).unwrap_err();
    assert!(wrong.contains("templates/page.html: it leaves out what readers must be told: Draft for preview."), "{wrong}");
    let wrong = made("{{ title }}", Audience::Public).unwrap_err();
    assert!(wrong.contains("it leaves out the text of the statement"), "{wrong}");
}
