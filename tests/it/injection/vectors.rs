//! The vectors of `tests/injection/vectors.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// Something that must never come out as more than the words it is made of.
#[derive(Debug)]
pub(super) struct Vector {
    pub(super) family: String,
    pub(super) name: String,
    pub(super) text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Long { repeat: usize, text: String },
}

#[derive(Deserialize)]
struct File {
    count: BTreeMap<String, usize>,
    #[serde(flatten)]
    families: BTreeMap<String, BTreeMap<String, Written>>,
}

fn file() -> File {
    toml::from_str(include_str!("../../injection/vectors.toml")).unwrap()
}

/// All of them, by family and name.
pub(super) fn all() -> &'static [Vector] {
    static ALL: OnceLock<Vec<Vector>> = OnceLock::new();
    ALL.get_or_init(|| {
        let families = file().families.into_iter();
        let vector = |family: &str, name, written| {
            let text = match written {
                Written::Text(text) => text,
                Written::Long { repeat, text } => text.repeat(repeat),
            };
            Vector { family: family.to_owned(), name, text }
        };
        families
            .flat_map(|(family, vectors)| {
                let of_family = vectors.into_iter().map(|(name, written)| vector(&family, name, written));
                of_family.collect::<Vec<_>>()
            })
            .collect()
    })
}

#[test]
fn no_vector_is_lost() {
    let file = file();
    let counts: BTreeMap<_, _> = file.families.iter().map(|(family, vectors)| (family.clone(), vectors.len())).collect();
    assert_eq!(counts, file.count, "a family has not as many vectors as [count] says");
    assert!(all().len() >= 250, "{} vectors", all().len());
    let texts: std::collections::BTreeSet<_> = all().iter().map(|vector| &vector.text).collect();
    assert_eq!(texts.len(), all().len(), "a vector stands in two families");
}
