//! A manifest as the checker of the next release reads it.

use std::collections::BTreeMap;

use super::{FileRecord, Manifest};
use crate::language::Language;
use crate::model::{PublicFile, PublicRecord, PublicStatement};
use crate::render::BUILTIN;

impl From<&Manifest> for PublicRecord {
    fn from(manifest: &Manifest) -> Self {
        let statements = manifest.statements.iter().map(|record| {
            let public = PublicStatement {
                revision: record.revision,
                status: record.status,
                fingerprints: record.fingerprints.clone(),
                files: Vec::new(),
            };
            (record.id.clone(), public)
        });
        let mut statements: BTreeMap<String, PublicStatement> = statements.collect();
        let mut files: BTreeMap<&str, Vec<&FileRecord>> = BTreeMap::new();
        for file in &manifest.files {
            if let Some(statement) = &file.statement {
                files.entry(statement).or_default().push(file);
            }
        }
        for (statement, files) in files {
            let Some(public) = statements.get_mut(statement) else { continue };
            let versions: Vec<(Language, String)> = files.iter().filter_map(|file| version(file)).collect();
            let made = files.iter().filter_map(|file| {
                let address = version(file).or_else(|| longest(&versions, &file.path));
                Some(PublicFile { path: file.path.clone(), output: file.output.clone()?, address })
            });
            public.files = made.collect();
        }
        PublicRecord { statements }
    }
}

/// The address of the file of a version: language, and the last part without the ending of its output.
fn version(file: &FileRecord) -> Option<(Language, String)> {
    let language = file.language.clone()?;
    let name = file.path.strip_prefix(&format!("{language}/"))?;
    let known = BUILTIN.iter().find(|renderer| Some(renderer.id()) == file.output.as_deref());
    let slug = match known {
        Some(renderer) => name.strip_suffix(&format!(".{}", renderer.extension()))?,
        // OK to guess: an output of an embedder whose ending has a dot is as little known as its name.
        None => name.rsplit_once('.')?.0,
    };
    Some((language, slug.to_owned()))
}

/// The address of a version with which a path begins, the longest of them.
fn longest(versions: &[(Language, String)], path: &str) -> Option<(Language, String)> {
    let begins = |(language, slug): &&(Language, String)| path.starts_with(&format!("{language}/{slug}."));
    versions.iter().filter(begins).max_by_key(|(_, slug)| slug.len()).cloned()
}
