//! Which languages of a statement stand side by side.

use crate::language::Language;

/// Up to this many languages each is shown beside each.
const EVERY_PAIR: usize = 6;

/// The columns of each page of parallel text on which a language comes first: with every other; of a statement in more than six
/// languages, with the source alone; and where there are three languages or more, with the first two others. `languages` are those of the
/// statement, the source first.
///
/// ```
/// use promulgate::model::{Statement, parallel_columns};
///
/// let statement = Statement::builder("x").version("en", "# A\n").version("fr", "# A\n").version("ru", "# A\n").build();
/// let columns = parallel_columns(&"fr".parse()?, &statement.languages(), &statement.source);
/// let columns: Vec<String> = columns.iter().map(|page| page.iter().map(|tag| tag.as_str()).collect::<Vec<_>>().join(" ")).collect();
/// assert_eq!(columns, ["fr en", "fr ru", "fr en ru"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn parallel_columns<'l>(own: &Language, languages: &[&'l Language], source: &Language) -> Vec<Vec<&'l Language>> {
    let Some(&first) = languages.iter().find(|language| **language == own) else { return Vec::new() };
    let others: Vec<&Language> = languages.iter().copied().filter(|language| *language != own).collect();
    let shown = |other: &&&Language| languages.len() <= EVERY_PAIR || *own == *source || ***other == *source;
    let mut all: Vec<Vec<&Language>> = others.iter().filter(shown).map(|&other| vec![first, other]).collect();
    if let [second, third, ..] = others.as_slice() {
        all.push(vec![first, second, third]);
    }
    all
}
