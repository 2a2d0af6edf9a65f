//! Numbers in words that leave no doubt: what they are, so that one can be held against another.

use rust_decimal::Decimal;

use super::data::Meaning;
use super::reader::Reader;
use super::token::{Ending, TokenKind};

/// A number in words that is nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Word {
    pub(in super::super) sort: Sort,
    /// A hundred or so, une dizaine.
    pub(in super::super) rough: bool,
    /// The unit behind it: two weeks are fourteen days.
    unit: Option<Meaning>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Sort {
    Cardinal,
    Ordinal,
    /// A half, a quarter.
    Share,
}

impl Word {
    /// Whether the two count alike, so that they can be compared.
    pub(in super::super) fn is_like(&self, other: &Word) -> bool {
        self.sort == other.sort && self.unit == other.unit
    }
}

/// Words that say a number and mean more, or something else: “both”, “décennie”, “neuf” for new, “семью” for a family.
const DOUBTFUL: &[&str] = &[
    "both",
    "decade",
    "decades",
    "fortnight",
    "twice",
    "double",
    "doubled",
    "doubles",
    "doubling",
    "twofold",
    "couple",
    "pair",
    "twin",
    "bilateral",
    "single",
    "sole",
    "triple",
    "tripled",
    "triples",
    "tripling",
    "threefold",
    "thrice",
    "trilateral",
    "trio",
    "quadruple",
    "quadrupled",
    "fourfold",
    "tenfold",
    "centenary",
    "centennial",
    "bicentenary",
    "k",
    "dozens",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "décennie",
    "quinzaine",
    "neuf",
    "quarantaine",
    "double",
    "doublement",
    "doublé",
    "doublée",
    "doublés",
    "doublées",
    "doubler",
    "paire",
    "couple",
    "bilatéral",
    "bilatérale",
    "bilatéraux",
    "triplé",
    "triplée",
    "tripler",
    "trilatéral",
    "quadruplé",
    "décuplé",
    "décuple",
    "centenaire",
    "bicentenaire",
    "semestre",
    "semestres",
    "trimestre",
    "trimestres",
    "dizaines",
    "douzaines",
    "centaines",
    "milliers",
    "seconde",
    "secondes",
    "second",
    "seconds",
    "оба",
    "обе",
    "обоих",
    "обеих",
    "обоим",
    "обеим",
    "обоими",
    "обеими",
    "пара",
    "пары",
    "пару",
    "вдвое",
    "дважды",
    "удвоить",
    "удвоил",
    "удвоила",
    "удвоили",
    "удвоилось",
    "удвоился",
    "удвоение",
    "втрое",
    "трижды",
    "утроить",
    "утроил",
    "утроили",
    "утроилось",
    "квартал",
    "квартала",
    "вчетверо",
    "полгода",
    "полугодие",
    "семью",
    "десятилетие",
    "десятилетия",
    "десятилетий",
    "десятилетии",
    "столетие",
    "столетия",
    "столетию",
    "десятки",
    "десятков",
    "десяткам",
    "десятками",
    "десятках",
    "сотни",
    "сотен",
    "сотням",
    "сотнями",
    "сотнях",
    "тысячи",
    "тысяч",
    "тысячам",
    "тысячами",
    "тысячах",
    "миллионы",
    "миллионов",
];

impl Reader<'_, '_> {
    /// What a number in words is, where nothing about it is in doubt.
    pub(super) fn certain_word(&self, from: usize, last: usize, to: usize, total: Decimal) -> Option<Word> {
        let small = |index: usize| self.word(index).to_lowercase();
        if let Some(word) = self.period_word(last, to) {
            return Some(word);
        }
        // A fraction, a time of day, one of a name: they are said in other ways.
        let money = from == last && self.is_of_money(last);
        let doubtful = last != to
            || total < Decimal::TWO
            || (from..=last).any(|index| DOUBTFUL.contains(&small(index).as_str())) && !money
            || matches!(small(self.before(from)).as_str(), "at" | "every" | "each" | "à" | "в" | "к") && !money
            || small(self.before(from)).starts_with("кажд")
            || [Meaning::Hour, Meaning::Minute, Meaning::Clock, Meaning::Century]
                .iter()
                .any(|meaning| self.means(to + 1, *meaning));
        if doubtful {
            return None;
        }
        let is = |test: fn(Meaning) -> bool| self.meaning(last, |meaning| test(meaning).then_some(())).is_some();
        let shares = is(|meaning| matches!(meaning, Meaning::Part(_)));
        let sort = match is(|meaning| matches!(meaning, Meaning::Ordinal(_))) {
            true if shares && matches!(small(self.before(from)).as_str(), "a" | "one") && self.means(to + 1, Meaning::Of) => {
                Sort::Share
            }
            // A third is a share unless something counts on: “the third flight”.
            true if shares && !matches!(small(self.before(from)).as_str(), "the" | "le" | "la" | "this" | "its" | "their") => {
                return None;
            }
            true => Sort::Ordinal,
            false => Sort::Cardinal,
        };
        let many = is(|meaning| matches!(meaning, Meaning::Scale(_) | Meaning::Group(_)));
        let rough = many || self.word(last).ends_with("aine");
        Some(Word { sort, rough, unit: self.unit_after(to) })
    }

    /// A half or a quarter that stands alone.
    pub(super) fn share_word(&self, from: usize, to: usize) -> Option<Word> {
        let small = self.word(from).to_lowercase();
        let noun = matches!(
            small.as_str(),
            "half"
                | "quarter"
                | "moitié"
                | "tiers"
                | "quart"
                | "половина"
                | "половины"
                | "половину"
                | "треть"
                | "трети"
                | "четверть"
                | "четверти"
        );
        // The first quarter of a year is no fourth of anything else.
        (noun && from == to && !self.is_ordinal(self.before(from))).then_some(Word {
            sort: Sort::Share,
            rough: false,
            unit: self.unit_after(to),
        })
    }

    /// The place of a quarter or half in its year, which is nothing else: “second quarter”, “II квартал”, “1er semestre”.
    pub(super) fn period_word(&self, last: usize, to: usize) -> Option<Word> {
        let is_period = |meaning| matches!(meaning, Meaning::Length("month", 3 | 6) | Meaning::Part(2)).then_some(());
        let roman = matches!(self.token(last).map(|token| &token.kind), Some(TokenKind::Word { roman: Some(_), .. }));
        let word = Word { sort: Sort::Ordinal, rough: false, unit: None };
        (last == to && (roman || self.is_ordinal(last)) && self.meaning(to + 1, is_period).is_some()).then_some(word)
    }

    fn is_ordinal(&self, index: usize) -> bool {
        match self.token(index).map(|token| &token.kind) {
            Some(TokenKind::Figure { ending, .. }) => *ending == Ending::Ordinal,
            _ => self.meaning(index, |meaning| matches!(meaning, Meaning::Ordinal(_)).then_some(())).is_some(),
        }
    }

    /// Whether a scale word says in what amounts are given: “€ million”, “en millions d’euros”, “млрд евро”.
    fn is_of_money(&self, at: usize) -> bool {
        let money = |index: usize| {
            self.sign(index).and_then(Self::currency_sign).is_some()
                || self.meaning(index, |meaning| matches!(meaning, Meaning::Currency(_)).then_some(())).is_some()
        };
        let mut next = at + 1;
        while next < at + 4 && (self.means(next, Meaning::Of) || matches!(self.sign(next), Some('’' | '\''))) {
            next += 1;
        }
        self.meaning(at, |meaning| matches!(meaning, Meaning::Scale(3..)).then_some(())).is_some()
            && (money(next) || money(self.before(at)))
    }

    fn unit_after(&self, at: usize) -> Option<Meaning> {
        self.meaning(at + 1, |meaning| matches!(meaning, Meaning::Unit(_)).then_some(meaning))
    }
}
