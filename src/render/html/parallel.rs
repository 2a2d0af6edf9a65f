//! [`ParallelText`]: two or three languages side by side.

use std::collections::BTreeMap;

use minijinja::context;
use minijinja::value::Value;

use super::cells::cells;
use super::{STYLE, feeds, notices, safe_phrase, site};
use crate::error::Result;
use crate::language::Language;
use crate::model::{PublicationStatus, parallel_columns};
use crate::render::{Addresses, Manifestation, Renderer, Scope, Sibling, StatementContext, VersionContext};

/// Parallel text: pages on which the languages of a statement stand side by side, what corresponds in one row.
///
/// Each language has a page with every other beside it, at `{language}/{slug}.{other}.html`; of a statement in more than six languages, with
/// the source alone. Where there are three languages or more, it has one with two others, the source among them, at
/// `{language}/{slug}.{other}.{third}.html`. The words around the text are those of the first column's language.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParallelText;

impl Renderer for ParallelText {
    fn id(&self) -> &'static str {
        "parallel"
    }

    fn media_type(&self) -> &'static str {
        "text/html; charset=utf-8"
    }

    fn extension(&self) -> &'static str {
        "parallel.html"
    }

    fn scope(&self) -> Scope {
        Scope::Statement
    }

    fn render_statement(&self, cx: &StatementContext<'_>) -> Result<Vec<Manifestation>> {
        // Of what was withdrawn only the title is left: nothing to lay side by side.
        if cx.statement.status == PublicationStatus::Canceled {
            return Ok(Vec::new());
        }
        let Some(any) = cx.versions.first() else { return Ok(Vec::new()) };
        let rows = cx.parallel.rows();
        let cells: BTreeMap<&Language, Vec<String>> =
            cx.versions.iter().map(|version| (version.language(), cells(version))).collect();
        let mut pages = Vec::new();
        for own in cx.versions {
            for columns in combinations(own.language(), any.siblings, &cx.statement.source) {
                let versions: Vec<&VersionContext<'_>> = columns
                    .iter()
                    .filter_map(|sibling| cx.versions.iter().find(|version| *version.language() == sibling.language))
                    .collect();
                pages.push(page(self, own, &columns, &versions, &rows, &cells)?);
            }
        }
        Ok(pages)
    }
}

/// The pages on which a version of this one's language is the first column: links to them, with the languages beside it.
pub(super) fn links(cx: &VersionContext<'_>, from: &str) -> Vec<Value> {
    let made =
        cx.outputs.iter().any(|output| output.id == ParallelText.id()) && cx.statement.status != PublicationStatus::Canceled;
    let all = if made { combinations(cx.language(), cx.siblings, &cx.statement.source) } else { Vec::new() };
    all.iter()
        .map(|columns| {
            let names: Vec<&str> = columns.iter().map(|sibling| sibling.name.as_str()).collect();
            let path = path(columns);
            context! { name => names.join(" · "), here => path == from, href => Addresses::relative(from, &path) }
        })
        .collect()
}

/// Where the parallel pages lie on which a version is the first column, whether they are made or not.
pub(in crate::render) fn paths(cx: &VersionContext<'_>) -> Vec<String> {
    combinations(cx.language(), cx.siblings, &cx.statement.source).iter().map(|columns| path(columns)).collect()
}

/// What stands beside a language, each with that language first.
fn combinations<'s>(own: &Language, siblings: &'s [Sibling], source: &Language) -> Vec<Vec<&'s Sibling>> {
    let languages: Vec<&Language> = siblings.iter().map(|sibling| &sibling.language).collect();
    let sibling = |language: &Language| siblings.iter().find(|sibling| sibling.language == *language);
    let pages = parallel_columns(own, &languages, source);
    pages.iter().map(|columns| columns.iter().filter_map(|language| sibling(language)).collect()).collect()
}

fn path(columns: &[&Sibling]) -> String {
    let Some((first, rest)) = columns.split_first() else { return String::new() };
    let rest: String = rest.iter().map(|sibling| format!(".{}", sibling.language)).collect();
    Addresses::version(&first.language, &format!("{}{rest}", first.slug), "html")
}

fn page(
    renderer: &ParallelText,
    own: &VersionContext<'_>,
    columns: &[&Sibling],
    versions: &[&VersionContext<'_>],
    rows: &[crate::align::ParallelRow<'_>],
    cells: &BTreeMap<&Language, Vec<String>>,
) -> Result<Manifestation> {
    let language = own.language();
    let path = path(columns);
    let letterhead = own.letterhead;
    let names: Vec<&str> = columns.iter().map(|sibling| sibling.name.as_str()).collect();
    let column = versions.iter().zip(columns).map(|(version, sibling)| {
        context! {
            tag => sibling.language.as_str(),
            dir => sibling.language.direction().as_str(),
            name => &sibling.name,
            title => &version.letterhead.title,
            href => Addresses::relative(&path, &sibling.path("html")),
            fingerprint => safe_phrase(&version.fingerprint(), version.language()),
            notices => notices(version),
        }
    });
    let shown = rows.iter().filter_map(|row| {
        let text = |version: &&VersionContext<'_>| -> String {
            let units = row.units.get(version.language()).map_or(&[][..], Vec::as_slice);
            let cells = cells.get(version.language()).map_or(&[][..], Vec::as_slice);
            units.iter().filter_map(|&unit| cells.get(unit)).map(String::as_str).collect()
        };
        let texts: Vec<String> = versions.iter().map(text).collect();
        // A row of a language that is not on this page says nothing here.
        texts.iter().any(|text| !text.is_empty()).then(|| {
            let cells: Vec<Value> = texts
                .into_iter()
                .zip(columns)
                .map(|(text, sibling)| {
                    let (tag, dir) = (sibling.language.as_str(), sibling.language.direction().as_str());
                    context! { tag => tag, dir => dir, text => (!text.is_empty()).then(|| Value::from_safe_string(text)) }
                })
                .collect();
            context! { id => row.id, cells => cells }
        })
    });
    let word = |id: &str| safe_phrase(&own.label(id, &[]), language);
    let bytes = own.templates.render(
        "parallel.html",
        context! {
            lang => language.as_str(),
            dir => language.direction().as_str(),
            draft => own.draft,
            title => &letterhead.title,
            site => site(own.project, own.voice),
            canonical => own.addresses.absolute(&path),
            languages => super::languages(own, &path),
            style => Addresses::relative(&path, STYLE),
            index => Addresses::relative(&path, &Addresses::index(language)),
            feeds => feeds(own.outputs, own.addresses, language, &path, &own.label("page-all", &[]).text),
            issuer => letterhead.issuer.as_ref().map(|issuer| safe_phrase(issuer, language)),
            kind => safe_phrase(&letterhead.kind, language),
            number => letterhead.number.as_ref().map(|number| safe_phrase(number, language)),
            dateline => letterhead.dateline.as_ref().map(|dateline| safe_phrase(dateline, language)),
            issued => own.statement.issued.map(|date| date.to_string()),
            columns => column.collect::<Vec<_>>(),
            noticed => versions.iter().any(|version| !version.letterhead.notices.is_empty()),
            verify => super::verify(own.addresses, own.voice, &path, own.draft),
            rows => shown.collect::<Vec<_>>(),
            others => links(own, &path),
            skip => word("page-skip"),
            words => context! {
                languages => own.label("page-languages", &[]).text,
                parallel => word("page-parallel"),
                caption => names.join(" · "),
                missing => word("page-missing"),
                all => word("page-all"),
            },
        },
    )?;
    for version in versions {
        super::complete(version, "parallel.html", &bytes, "")?;
    }
    Ok(Manifestation { path, media_type: renderer.media_type(), bytes: bytes.into_bytes() })
}
