//! `cargo bench`: every stage on a generated collection, beside raw pulldown-cmark on the same bytes in the same run.
//!
//! Only ratios of one run mean anything. `STATEMENTS=1000 cargo bench` takes a larger collection than the default of 200 statements in three languages.

// A benchmark that cannot go on may stop; what it measures never does so.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)]

mod generator;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::OnceLock;

use divan::Bencher;
use promulgate::Level;
use promulgate::align::Parallel;
use promulgate::check::Checker;
use promulgate::localize::Voices;
use promulgate::release::{Plan, Staging, Work};
use promulgate::render::{Audience, Press};
use promulgate::source::{self, Collection, Memory};
use pulldown_cmark::{Options, Parser};

fn main() {
    let files = files();
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    println!("{} statements in 3 languages, {} files, {:.1} MB", statements(), files.len(), bytes as f64 / 1e6);
    divan::main();
}

fn statements() -> usize {
    std::env::var("STATEMENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(200)
}

fn files() -> &'static [(String, String)] {
    static FILES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    FILES.get_or_init(|| generator::collection(statements()))
}

fn texts() -> impl Iterator<Item = &'static str> {
    files().iter().filter(|(path, _)| path.ends_with(".md")).map(|(_, text)| text.as_str())
}

fn store() -> &'static Memory {
    static STORE: OnceLock<Memory> = OnceLock::new();
    STORE.get_or_init(|| files().iter().map(|(path, text)| (path.clone(), text.clone())).collect())
}

/// R of the comparison: CommonMark to HTML with the extensions that statements use, and nothing else.
#[divan::bench]
fn a_raw_pulldown_cmark() {
    for text in texts() {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let mut html = String::with_capacity(text.len() * 3 / 2);
        pulldown_cmark::html::push_html(&mut html, Parser::new_ext(text, options));
        black_box(&html);
    }
}

/// Reading: TOML and Markdown to statements, one after another.
#[divan::bench]
fn b_load() {
    let collection = Collection::open(store()).expect("the generated collection opens");
    for id in collection.ids() {
        black_box(collection.load(id).expect("a generated statement loads"));
    }
}

/// Alignment of statements that are already read.
#[divan::bench]
fn c_align(bencher: Bencher<'_, '_>) {
    let collection = Collection::open(store()).expect("the generated collection opens");
    let statements: Vec<_> = collection.ids().map(|id| collection.load(id).expect("a generated statement loads")).collect();
    bencher.bench_local(|| {
        for statement in &statements {
            black_box(Parallel::new(statement));
        }
    });
}

/// All rules on statements that are already read and aligned.
#[divan::bench]
fn d_rules(bencher: Bencher<'_, '_>) {
    let collection = Collection::open(store()).expect("the generated collection opens");
    let statements: Vec<_> = collection.ids().map(|id| collection.load(id).expect("a generated statement loads")).collect();
    let parallels: Vec<_> = statements.iter().map(Parallel::new).collect();
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    bencher.bench_local(|| {
        for parallel in &parallels {
            black_box(checker.check_statement(parallel));
        }
    });
}

/// What `promulgate check` does: read, align, check, one after another.
#[divan::bench]
fn e_check() {
    let collection = Collection::open(store()).expect("the generated collection opens");
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    for id in collection.ids() {
        let statement = collection.load(id).expect("a generated statement loads");
        let report = checker.check_statement(&Parallel::new(&statement));
        // Its words are put together by chance: the same sentence may be said in two ways, which is worth a note.
        assert!(report.worst() < Some(Level::Warning), "{:?}", report.findings());
    }
}

/// Every output of statements that are already read and aligned, in memory.
#[divan::bench]
fn f_render(bencher: Bencher<'_, '_>) {
    let collection = Collection::open(store()).expect("the generated collection opens");
    let statements: Vec<_> = collection.ids().map(|id| collection.load(id).expect("a generated statement loads")).collect();
    let parallels: Vec<_> = statements.iter().map(Parallel::new).collect();
    let voices = Voices::new(collection.catalogues());
    let press = Press::new(collection.project(), &voices);
    bencher.bench_local(|| {
        for parallel in &parallels {
            black_box(press.statement(parallel, &BTreeMap::new(), Audience::Public).expect("a generated statement renders"));
        }
    });
}

/// The HTML alone: what a site generator makes.
#[divan::bench]
fn g_render_html(bencher: Bencher<'_, '_>) {
    let collection = Collection::open(store()).expect("the generated collection opens");
    let statements: Vec<_> = collection.ids().map(|id| collection.load(id).expect("a generated statement loads")).collect();
    let parallels: Vec<_> = statements.iter().map(Parallel::new).collect();
    let voices = Voices::new(collection.catalogues());
    let project = promulgate::Project { outputs: vec!["html".to_owned()], ..collection.project().clone() };
    let press = Press::new(&project, &voices);
    bencher.bench_local(|| {
        for parallel in &parallels {
            black_box(press.statement(parallel, &BTreeMap::new(), Audience::Public).expect("a generated statement renders"));
        }
    });
}

/// What `promulgate build` does, on all processors: read, align, check, render every output, write, switch.
#[divan::bench(sample_count = 10)]
fn h_whole_build(bencher: Bencher<'_, '_>) {
    use rayon::prelude::*;
    bencher.with_inputs(|| tempfile::tempdir().expect("a fresh folder")).bench_local_values(|out| {
        let collection = Collection::open(store()).expect("the generated collection opens");
        let voices = Voices::new(collection.catalogues());
        let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
        let now = "2026-11-24T10:00:00Z".parse().expect("a moment");
        let plan = Plan::new(collection.project(), &voices, now);
        let staging = Staging::open(&plan, out.path()).expect("the folder is free");
        let ids: Vec<_> = collection.ids().collect();
        ids.par_iter().for_each(|id| {
            let statement = collection.load(id).expect("a generated statement loads");
            let parallel = Parallel::new(&statement);
            let cleared = checker.check_statement(&parallel).clear(&statement).expect("nothing is found");
            staging.add(Work::from(cleared).aligned(&parallel)).expect("it renders and is written");
        });
        black_box(staging.publish().expect("the switch"));
        out
    });
}

/// Fluent catalogues of 10,000 messages in three languages: read, and checked by every rule.
#[divan::bench(sample_count = 20)]
fn i_check_catalogues(bencher: Bencher<'_, '_>) {
    let store: Memory = generator::catalogues(10_000).into_iter().collect();
    bencher.bench_local(|| {
        let collection = Collection::open_catalogues(&store, source::Options::default()).expect("the generated catalogues open");
        let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
        let report = checker.check_collection();
        assert!(report.findings().is_empty(), "{:?}", report.findings().first());
    });
}
