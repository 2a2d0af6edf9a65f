//! What documents and their parts are called, language by language: facts, not guesses.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::Language;

/// What a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Article,
    Chapter,
    Section,
    Part,
    Paragraph,
    Point,
    Annex,
    Table,
    Figure,
    Resolution,
    Directive,
    Regulation,
    Decision,
    Law,
    Protocol,
    Version,
    /// `CVE-2017-2810`, `A/RES/69/324`, `ISO 9001`, `PR (2020) 055`: what names a document by itself.
    Identifier,
    /// `F-16`, `MH17`, a file, a host: letters and digits that name something, though no document.
    Code,
}

impl Kind {
    /// Whether a translation may well use the one word for the other.
    pub(super) fn may_stand_for(self, other: Kind) -> bool {
        const KIN: &[&[Kind]] = &[
            &[Kind::Article, Kind::Section],
            &[Kind::Chapter, Kind::Section, Kind::Part],
            &[Kind::Paragraph, Kind::Point, Kind::Section, Kind::Part],
            &[Kind::Directive, Kind::Regulation, Kind::Decision, Kind::Law, Kind::Resolution],
            &[Kind::Annex, Kind::Protocol],
            &[Kind::Table, Kind::Figure],
            &[Kind::Identifier, Kind::Code, Kind::Resolution, Kind::Directive, Kind::Regulation, Kind::Decision, Kind::Law],
            &[Kind::Version, Kind::Code],
        ];
        self == other || KIN.iter().any(|kin| kin.contains(&self) && kin.contains(&other))
    }

    /// Whether a lost one may be told in other words: only what names a document by itself is kept by every translation.
    pub(super) fn is_paraphrased(self) -> bool {
        !matches!(self, Kind::Identifier | Kind::Resolution | Kind::Directive | Kind::Regulation)
    }

    /// Whether a plain small number behind the word is too little to make a reference: “the decision 12 Allies took”.
    pub(super) fn is_strict(self) -> bool {
        matches!(self, Kind::Decision | Kind::Law | Kind::Protocol | Kind::Regulation)
    }

    /// Whether a single letter may be the number: Annex A.
    pub(super) fn takes_letters(self) -> bool {
        matches!(self, Kind::Annex | Kind::Part | Kind::Section | Kind::Table | Kind::Figure | Kind::Protocol)
    }

    /// Whether its number is a letter in brackets: point (a).
    pub(super) fn takes_brackets(self) -> bool {
        matches!(self, Kind::Paragraph | Kind::Point | Kind::Part | Kind::Article)
    }
}

/// How many things a form of a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    One,
    Many,
    /// The form tells nothing: `статьи`.
    Either,
    /// An abbreviation, which needs its full stop where it is a single letter.
    Short,
}

/// A kind with the forms of its word: one, many, either, abbreviated; each a list with spaces.
type Entry = (Kind, [&'static str; 4]);

const ENGLISH: &[Entry] = &[
    (Kind::Article, ["article", "articles", "", "art arts"]),
    (Kind::Chapter, ["chapter", "chapters", "", "ch chap"]),
    (Kind::Section, ["section", "sections", "§§", "sec sect §"]),
    (Kind::Part, ["part", "parts", "", ""]),
    (Kind::Paragraph, ["paragraph", "paragraphs", "", "para paras par"]),
    (Kind::Point, ["subparagraph item clause", "subparagraphs items clauses", "", "subpara"]),
    (Kind::Annex, ["annex appendix schedule", "annexes appendices", "", ""]),
    (Kind::Table, ["table", "tables", "", ""]),
    (Kind::Figure, ["figure", "figures", "", "fig figs"]),
    (Kind::Resolution, ["resolution", "resolutions", "", "res"]),
    (Kind::Directive, ["directive", "directives", "", ""]),
    (Kind::Regulation, ["regulation", "regulations", "", "reg"]),
    (Kind::Decision, ["decision", "decisions", "", ""]),
    (Kind::Law, ["law act decree order recommendation", "laws acts decrees orders recommendations", "", ""]),
    (Kind::Protocol, ["protocol", "protocols", "", ""]),
    (Kind::Version, ["version", "versions", "", ""]),
];

const FRENCH: &[Entry] = &[
    (Kind::Article, ["article", "articles", "", "art arts"]),
    (Kind::Chapter, ["chapitre", "chapitres", "", "ch chap"]),
    (Kind::Section, ["section", "sections", "", "sect"]),
    (Kind::Part, ["partie titre", "parties titres", "", ""]),
    (Kind::Paragraph, ["paragraphe alinéa", "paragraphes alinéas", "§§", "par al §"]),
    (Kind::Point, ["point sous-paragraphe lettre", "points lettres", "", ""]),
    (Kind::Annex, ["annexe appendice", "annexes appendices", "", ""]),
    (Kind::Table, ["tableau", "tableaux", "", ""]),
    (Kind::Figure, ["figure", "figures", "", "fig"]),
    (Kind::Resolution, ["résolution", "résolutions", "", "rés"]),
    (Kind::Directive, ["directive", "directives", "", ""]),
    (Kind::Regulation, ["règlement", "règlements", "", ""]),
    (Kind::Decision, ["décision", "décisions", "", ""]),
    (Kind::Law, ["loi décret arrêté ordonnance recommandation", "lois décrets arrêtés ordonnances recommandations", "", ""]),
    (Kind::Protocol, ["protocole", "protocoles", "", ""]),
    (Kind::Version, ["version", "versions", "", ""]),
];

const RUSSIAN: &[Entry] = &[
    (Kind::Article, ["статья статью статье статьёй статьей", "статей статьям статьями статьях", "статьи", "ст стст"]),
    (Kind::Chapter, ["глава главу главой главе", "глав главам главами главах", "главы", "гл"]),
    (Kind::Section, ["раздел раздела разделу разделом разделе", "разделы разделов разделам разделами разделах", "", "разд"]),
    (Kind::Part, ["часть частью", "частей частям частями частях", "части", "ч"]),
    (
        Kind::Paragraph,
        [
            "пункт пункта пункту пунктом пункте параграф параграфа параграфу параграфом параграфе абзац абзаца абзацу абзацем абзаце",
            "пункты пунктов пунктам пунктами пунктах параграфы параграфов параграфам параграфах абзацы абзацев абзацам абзацах",
            "§§",
            "п пп §",
        ],
    ),
    (
        Kind::Point,
        [
            "подпункт подпункта подпункту подпунктом подпункте",
            "подпункты подпунктов подпунктам подпунктами подпунктах",
            "",
            "подп",
        ],
    ),
    (
        Kind::Annex,
        ["приложение приложению приложением приложении", "приложений приложениям приложениями приложениях", "приложения", "прил"],
    ),
    (Kind::Table, ["таблица таблице таблицу таблицей", "таблиц таблицам таблицами таблицах", "таблицы", "табл"]),
    (Kind::Figure, ["рисунок рисунка рисунку рисунком рисунке", "рисунки рисунков рисункам рисунках", "", "рис"]),
    (Kind::Resolution, ["резолюция резолюцию резолюцией", "резолюций резолюциям резолюциями резолюциях", "резолюции", "рез"]),
    (
        Kind::Directive,
        ["директива директиве директиву директивой", "директив директивам директивами директивах", "директивы", ""],
    ),
    (Kind::Regulation, ["регламент регламента регламенту регламентом регламенте", "регламенты регламентов", "", ""]),
    (Kind::Decision, ["решение решению решением решении", "решений решениям решениями решениях", "решения", ""]),
    (
        Kind::Law,
        [
            "закон закона закону законом законе указ указа указу указом указе постановление постановлению постановлением \
             постановлении приказ приказа приказу приказом приказе рекомендация рекомендацию рекомендацией распоряжение распоряжением",
            "законов указов постановлений приказов рекомендаций рекомендациях",
            "законы указы постановления приказы рекомендации распоряжения",
            "",
        ],
    ),
    (Kind::Protocol, ["протокол протокола протоколу протоколом протоколе", "протоколы протоколов", "", ""]),
    (Kind::Version, ["версия версию версией", "версий версиям версиями версиях", "версии", ""]),
];

const UKRAINIAN: &[Entry] = &[
    (Kind::Article, ["стаття статтю статтею", "статей статтям статтями статтях", "статті", "ст"]),
    (Kind::Chapter, ["глава главу главою главі", "глав", "глави", "гл"]),
    (Kind::Section, ["розділ розділу розділом розділі", "розділи розділів", "", ""]),
    (Kind::Part, ["частина частину частиною", "частин", "частини частині", "ч"]),
    (Kind::Paragraph, ["пункт пункту пунктом пункті параграф параграфа абзац абзацу", "пункти пунктів пунктах", "§§", "п пп §"]),
    (Kind::Point, ["підпункт підпункту підпунктом підпункті", "підпункти підпунктів", "", ""]),
    (Kind::Annex, ["додаток додатка додатку додатком", "додатки додатків", "", ""]),
    (Kind::Table, ["таблиця таблицю таблицею", "таблиць", "таблиці", "табл"]),
    (Kind::Resolution, ["резолюція резолюцію резолюцією", "резолюцій резолюціях", "резолюції", ""]),
    (Kind::Directive, ["директива директиву директиві", "директив", "директиви", ""]),
    (Kind::Regulation, ["регламент регламенту", "регламенти", "", ""]),
    (Kind::Law, ["закон закону указ указу постанова постанову", "", "постанови", ""]),
    (Kind::Version, ["версія версію версією", "версій", "версії", ""]),
];

const GERMAN: &[Entry] = &[
    (Kind::Article, ["artikel artikels", "artikeln", "", "art"]),
    (Kind::Chapter, ["kapitel kapitels", "kapiteln", "", "kap"]),
    (Kind::Section, ["abschnitt abschnitts paragraf paragraph", "abschnitte abschnitten", "§§", "abschn §"]),
    (Kind::Part, ["teil teils titel", "teile teilen", "", ""]),
    (Kind::Paragraph, ["absatz absatzes", "absätze absätzen", "", "abs"]),
    (Kind::Point, ["ziffer buchstabe punkt nummer", "ziffern punkte", "", "ziff"]),
    (Kind::Annex, ["anhang anhangs anlage", "anhänge anhängen anlagen", "", ""]),
    (Kind::Table, ["tabelle", "tabellen", "", "tab"]),
    (Kind::Figure, ["abbildung", "abbildungen", "", "abb"]),
    (Kind::Resolution, ["resolution", "resolutionen", "", ""]),
    (Kind::Directive, ["richtlinie", "richtlinien", "", ""]),
    (Kind::Regulation, ["verordnung", "verordnungen", "", ""]),
    (Kind::Decision, ["beschluss beschlusses", "beschlüsse", "", ""]),
    (Kind::Law, ["gesetz empfehlung", "gesetze empfehlungen", "", ""]),
    (Kind::Protocol, ["protokoll", "protokolle", "", ""]),
    (Kind::Version, ["version", "versionen", "", ""]),
];

const SPANISH: &[Entry] = &[
    (Kind::Article, ["artículo", "artículos", "", "art arts"]),
    (Kind::Chapter, ["capítulo", "capítulos", "", "cap"]),
    (Kind::Section, ["sección", "secciones", "", "secc"]),
    (Kind::Part, ["parte título", "partes títulos", "", ""]),
    (Kind::Paragraph, ["párrafo apartado", "párrafos apartados", "", "párr §"]),
    (Kind::Point, ["punto inciso letra", "puntos incisos", "", ""]),
    (Kind::Annex, ["anexo apéndice", "anexos apéndices", "", ""]),
    (Kind::Table, ["cuadro tabla", "cuadros tablas", "", ""]),
    (Kind::Figure, ["figura", "figuras", "", "fig"]),
    (Kind::Resolution, ["resolución", "resoluciones", "", "res"]),
    (Kind::Directive, ["directiva", "directivas", "", ""]),
    (Kind::Regulation, ["reglamento", "reglamentos", "", ""]),
    (Kind::Decision, ["decisión", "decisiones", "", ""]),
    (Kind::Law, ["ley decreto recomendación", "leyes decretos recomendaciones", "", ""]),
    (Kind::Protocol, ["protocolo", "protocolos", "", ""]),
    (Kind::Version, ["versión", "versiones", "", ""]),
];

const ITALIAN: &[Entry] = &[
    (Kind::Article, ["articolo", "articoli", "", "art artt"]),
    (Kind::Chapter, ["capitolo capo", "capitoli", "", "cap"]),
    (Kind::Section, ["sezione", "sezioni", "", "sez"]),
    (Kind::Part, ["parte titolo", "parti titoli", "", ""]),
    (Kind::Paragraph, ["paragrafo comma", "paragrafi commi", "", "par §"]),
    (Kind::Point, ["punto lettera", "punti lettere", "", ""]),
    (Kind::Annex, ["allegato appendice", "allegati appendici", "", "all"]),
    (Kind::Table, ["tabella", "tabelle", "", "tab"]),
    (Kind::Figure, ["figura", "figure", "", "fig"]),
    (Kind::Resolution, ["risoluzione", "risoluzioni", "", ""]),
    (Kind::Directive, ["direttiva", "direttive", "", ""]),
    (Kind::Regulation, ["regolamento", "regolamenti", "", ""]),
    (Kind::Decision, ["decisione", "decisioni", "", ""]),
    (Kind::Law, ["legge decreto raccomandazione", "leggi decreti raccomandazioni", "", ""]),
    (Kind::Protocol, ["protocollo", "protocolli", "", ""]),
    (Kind::Version, ["versione", "versioni", "", ""]),
];

const PORTUGUESE: &[Entry] = &[
    (Kind::Article, ["artigo", "artigos", "", "art arts"]),
    (Kind::Chapter, ["capítulo", "capítulos", "", "cap"]),
    (Kind::Section, ["secção seção", "secções seções", "", ""]),
    (Kind::Part, ["parte título", "partes títulos", "", ""]),
    (Kind::Paragraph, ["parágrafo", "parágrafos", "", "§"]),
    (Kind::Point, ["ponto alínea inciso", "pontos alíneas", "", ""]),
    (Kind::Annex, ["anexo apêndice", "anexos apêndices", "", ""]),
    (Kind::Table, ["tabela quadro", "tabelas quadros", "", ""]),
    (Kind::Figure, ["figura", "figuras", "", "fig"]),
    (Kind::Resolution, ["resolução", "resoluções", "", ""]),
    (Kind::Directive, ["diretiva directiva", "diretivas directivas", "", ""]),
    (Kind::Regulation, ["regulamento", "regulamentos", "", ""]),
    (Kind::Decision, ["decisão", "decisões", "", ""]),
    (Kind::Law, ["lei decreto recomendação", "leis decretos recomendações", "", ""]),
    (Kind::Protocol, ["protocolo", "protocolos", "", ""]),
    (Kind::Version, ["versão", "versões", "", ""]),
];

const DUTCH: &[Entry] = &[
    (Kind::Article, ["artikel", "artikelen artikels", "", "art"]),
    (Kind::Chapter, ["hoofdstuk", "hoofdstukken", "", "hfst"]),
    (Kind::Section, ["afdeling paragraaf", "afdelingen paragrafen", "", "§"]),
    (Kind::Part, ["deel titel", "delen", "", ""]),
    (Kind::Paragraph, ["lid alinea", "leden", "", ""]),
    (Kind::Point, ["punt", "punten", "", ""]),
    (Kind::Annex, ["bijlage", "bijlagen", "", ""]),
    (Kind::Resolution, ["resolutie", "resoluties", "", ""]),
    (Kind::Directive, ["richtlijn", "richtlijnen", "", ""]),
    (Kind::Regulation, ["verordening", "verordeningen", "", ""]),
    (Kind::Version, ["versie", "versies", "", ""]),
];

/// With the clitics that are written with the word: and, in, to, the.
const ARABIC: &[Entry] = &[
    (Kind::Article, ["المادة والمادة بالمادة للمادة مادة", "المواد والمواد", "", ""]),
    (Kind::Chapter, ["الفصل والفصل بالفصل للفصل", "الفصول", "", ""]),
    (Kind::Section, ["القسم والقسم الباب", "الأقسام", "", ""]),
    (Kind::Paragraph, ["الفقرة والفقرة بالفقرة للفقرة فقرة", "الفقرات والفقرات", "", ""]),
    (Kind::Point, ["البند والبند", "البنود", "", ""]),
    (Kind::Annex, ["المرفق والمرفق", "المرفقات", "", ""]),
    (Kind::Resolution, ["القرار والقرار بالقرار للقرار قرار قراره", "القرارات قرارات", "", ""]),
    (Kind::Version, ["الإصدار إصدار الإصدارة النسخة", "", "", ""]),
];

/// The words of a language, and what joins numbers in it.
pub(super) struct Lexicon {
    words: HashMap<&'static str, (Kind, Count)>,
    /// and, or.
    pub(super) joins: &'static [&'static str],
    /// to, through.
    pub(super) spans: &'static [&'static str],
    /// The beginnings of one, two, three …, or of first, second …, behind the word: статья первая, article premier, Article One.
    pub(super) numerals: &'static [&'static [&'static str]],
}

const ENGLISH_NUMERALS: &[&[&str]] =
    &[&["one"], &["two"], &["three"], &["four"], &["five"], &["six"], &["seven"], &["eight"], &["nine"], &["ten"]];
const FRENCH_NUMERALS: &[&[&str]] = &[&["premier", "première"]];
const RUSSIAN_NUMERALS: &[&[&str]] = &[
    &["первая", "первой", "первую", "первый", "первого", "первому", "первом"],
    &["вторая", "второй", "вторую", "второго", "второму", "втором"],
    &["третья", "третьей", "третью", "третий", "третьего", "третьем"],
    &["четвёртая", "четвёртой", "четвёртую", "четвертая", "четвертой", "четвертую", "четвёртый", "четвертый"],
    &["пятая", "пятой", "пятую", "пятый", "пятого", "пятом"],
    &["шестая", "шестой", "шестую", "шестого", "шестом"],
    &["седьмая", "седьмой", "седьмую", "седьмого", "седьмом"],
    &["восьмая", "восьмой", "восьмую", "восьмого", "восьмом"],
    &["девятая", "девятой", "девятую", "девятый"],
    &["десятая", "десятой", "десятую", "десятый"],
];

/// Everything that is known of a language.
type Known =
    (&'static str, &'static [Entry], &'static [&'static str], &'static [&'static str], &'static [&'static [&'static str]]);

const LANGUAGES: &[Known] = &[
    ("en", ENGLISH, &["and", "or", "&"], &["to", "through"], ENGLISH_NUMERALS),
    ("fr", FRENCH, &["et", "ou"], &["à", "au"], FRENCH_NUMERALS),
    ("ru", RUSSIAN, &["и", "или"], &["по", "до"], RUSSIAN_NUMERALS),
    ("uk", UKRAINIAN, &["і", "й", "та", "або"], &["до", "по"], &[]),
    ("de", GERMAN, &["und", "oder"], &["bis"], &[]),
    ("es", SPANISH, &["y", "e", "o", "u"], &["a", "al"], &[]),
    ("it", ITALIAN, &["e", "ed", "o"], &["a", "al"], &[]),
    ("pt", PORTUGUESE, &["e", "ou"], &["a", "ao"], &[]),
    ("nl", DUTCH, &["en", "of"], &["tot"], &[]),
    ("ar", ARABIC, &["و", "أو"], &["إلى"], &[]),
];

static LEXICONS: LazyLock<HashMap<&'static str, Lexicon>> = LazyLock::new(|| {
    let lexicon = |&(tag, entries, joins, spans, numerals): &Known| {
        let mut words = HashMap::new();
        for (kind, forms) in entries {
            for (list, count) in forms.iter().zip([Count::One, Count::Many, Count::Either, Count::Short]) {
                words.extend(list.split_whitespace().map(|form| (form, (*kind, count))));
            }
        }
        (tag, Lexicon { words, joins, spans, numerals })
    };
    LANGUAGES.iter().map(lexicon).collect()
});

impl Lexicon {
    /// What is known of a language; nothing for most.
    pub(super) fn of(language: &Language) -> Option<&'static Lexicon> {
        LEXICONS.get(language.primary())
    }

    /// What a word in small letters is the name of.
    pub(super) fn kind(&self, word: &str) -> Option<(Kind, Count)> {
        self.words.get(word).copied()
    }
}
