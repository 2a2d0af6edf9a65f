//! [`Categories`]: the plural categories of one language and the whole numbers that fall into each (CLDR, UTS 35 part 3, section 5).

use icu_decimal::input::Decimal;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

use crate::language::Language;

/// The categories in the order of CLDR.
pub(super) const NAMES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The whole numbers that decide which categories a text needs. What only appears beyond (French `many` at a million) is rare.
const REACH: u32 = 1_000;

/// Languages that CLDR 48 knows to have no plural forms. ICU4X answers the same for a language that it does not know.
const WITHOUT_FORMS: &[&str] = &[
    "bm", "bo", "dz", "hnj", "id", "ig", "ii", "ja", "jbo", "jv", "kde", "kea", "km", "ko", "lkt", "lo", "ms", "my", "nqo",
    "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "vi", "wo", "yo", "yue", "zh",
];

/// The plural categories of a language.
#[derive(Debug)]
pub(super) struct Categories {
    rules: PluralRules,
    categories: Vec<Category>,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Category {
    pub(super) name: &'static str,
    /// How many whole numbers up to [`REACH`] fall into it.
    pub(super) integers: usize,
    /// A few numbers that fall into it, as a text.
    pub(super) examples: String,
}

impl Categories {
    /// The categories of a language, for counting (`ordinal` for numbering); `None` when CLDR does not know the language.
    pub(super) fn of(language: &Language, ordinal: bool) -> Option<Self> {
        let kind = if ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal };
        let options = PluralRulesOptions::default().with_type(kind);
        let rules = PluralRules::try_new((&language.locale()).into(), options).ok()?;
        let known: Vec<&'static str> = rules.categories().map(name).collect();
        if known.len() == 1 && (ordinal || !WITHOUT_FORMS.contains(&language.primary())) {
            return None;
        }
        let mut numbers: Vec<Vec<u32>> = vec![Vec::new(); NAMES.len()];
        for number in 0..=REACH {
            if let Some(numbers) = numbers.get_mut(position(rules.category_for(number))) {
                numbers.push(number);
            }
        }
        let mut categories = Vec::new();
        for (name, numbers) in NAMES.into_iter().zip(numbers).filter(|(name, _)| known.contains(name)) {
            let integers = numbers.len();
            // Not 0 and 1000 first: people think of 2, 3, 4.
            let mut few: Vec<String> =
                numbers.iter().filter(|&&number| number > 0 || integers == 1).take(3).map(u32::to_string).collect();
            if few.is_empty() {
                few = rare(&rules, name);
            }
            categories.push(Category { name, integers, examples: few.join(", ") });
        }
        Some(Categories { rules, categories })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Category> {
        self.categories.iter()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.categories.iter().any(|category| category.name == name)
    }

    /// The category of a number as a variant's key writes it, if it is a whole number within reach.
    pub(super) fn of_integer(&self, key: &str) -> Option<&'static str> {
        let number: u32 = key.parse().ok().filter(|&number| number <= REACH)?;
        Some(name(self.rules.category_for(number)))
    }
}

/// Numbers of a category that no small whole number falls into.
fn rare(rules: &PluralRules, wanted: &str) -> Vec<String> {
    let falls = |number: &&str| number.parse::<Decimal>().is_ok_and(|number| name(rules.category_for(&number)) == wanted);
    ["1000000", "2000000", "1.5", "2.5"].into_iter().filter(falls).take(2).map(str::to_owned).collect()
}

fn position(category: PluralCategory) -> usize {
    match category {
        PluralCategory::Zero => 0,
        PluralCategory::One => 1,
        PluralCategory::Two => 2,
        PluralCategory::Few => 3,
        PluralCategory::Many => 4,
        PluralCategory::Other => 5,
    }
}

fn name(category: PluralCategory) -> &'static str {
    NAMES.get(position(category)).copied().unwrap_or("other")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_the_categories_of_cldr() {
        type Case = (&'static str, bool, &'static [(&'static str, usize, &'static str)]);
        let cases: &[Case] = &[
            ("en", false, &[("one", 1, "1"), ("other", 1_000, "2, 3, 4")]),
            ("fr", false, &[("one", 2, "1"), ("many", 0, "1000000, 2000000"), ("other", 999, "2, 3, 4")]),
            (
                "ru",
                false,
                &[("one", 90, "1, 21, 31"), ("few", 270, "2, 3, 4"), ("many", 641, "5, 6, 7"), ("other", 0, "1.5, 2.5")],
            ),
            ("ja", false, &[("other", 1_001, "1, 2, 3")]),
            (
                "en",
                true,
                &[("one", 90, "1, 21, 31"), ("two", 90, "2, 22, 32"), ("few", 90, "3, 23, 33"), ("other", 731, "4, 5, 6")],
            ),
        ];
        for &(tag, ordinal, expected) in cases {
            let categories = Categories::of(&Language::parse(tag).unwrap(), ordinal).unwrap();
            let found: Vec<_> = categories.iter().map(|one| (one.name, one.integers, one.examples.as_str())).collect();
            assert_eq!(found, expected, "{tag}");
        }
    }

    #[test]
    fn languages_that_cldr_does_not_know_are_left_alone() {
        assert!(Categories::of(&Language::parse("tlh").unwrap(), false).is_none());
    }
}
