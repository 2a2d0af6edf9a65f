//! What documents and their parts are called, language by language: facts, not guesses.

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
    /// A number with the sign for it and no word that is known: No. 185, № 185.
    Number,
    Telephone,
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
            &[Kind::Directive, Kind::Regulation, Kind::Decision, Kind::Law, Kind::Resolution, Kind::Protocol, Kind::Number],
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
pub(super) type Entry = (Kind, [&'static str; 4]);

pub(super) const ENGLISH: &[Entry] = &[
    (Kind::Article, ["article rule", "articles rules", "", "art arts"]),
    (Kind::Chapter, ["chapter", "chapters", "", "ch chap"]),
    (Kind::Section, ["section", "sections", "§§", "sec sect §"]),
    (Kind::Part, ["part title", "parts titles", "", ""]),
    (Kind::Paragraph, ["paragraph", "paragraphs", "", "para paras par"]),
    (Kind::Point, ["subparagraph item clause point", "subparagraphs items clauses points", "", "subpara"]),
    (Kind::Annex, ["annex appendix schedule", "annexes appendices", "", ""]),
    (Kind::Table, ["table", "tables", "", ""]),
    (Kind::Figure, ["figure box", "figures boxes", "", "fig figs"]),
    (Kind::Resolution, ["resolution", "resolutions", "", "res"]),
    (Kind::Directive, ["directive", "directives", "", ""]),
    (Kind::Regulation, ["regulation", "regulations", "", "reg"]),
    (Kind::Decision, ["decision", "decisions", "", ""]),
    (Kind::Law, ["law act decree order recommendation", "laws acts decrees orders recommendations", "", ""]),
    (Kind::Protocol, ["protocol", "protocols", "", ""]),
    (Kind::Version, ["version", "versions", "", ""]),
];

pub(super) const FRENCH: &[Entry] = &[
    (Kind::Article, ["article règle", "articles règles", "", "art arts"]),
    (Kind::Chapter, ["chapitre", "chapitres", "", "ch chap"]),
    (Kind::Section, ["section", "sections", "", "sect"]),
    (Kind::Part, ["partie titre", "parties titres", "", ""]),
    (Kind::Paragraph, ["paragraphe alinéa", "paragraphes alinéas", "§§", "par al §"]),
    (Kind::Point, ["point sous-paragraphe lettre", "points lettres", "", ""]),
    (Kind::Annex, ["annexe appendice", "annexes appendices", "", ""]),
    (Kind::Table, ["tableau", "tableaux", "", ""]),
    (Kind::Figure, ["figure encadré", "figures encadrés", "", "fig"]),
    (Kind::Resolution, ["résolution", "résolutions", "", "rés"]),
    (Kind::Directive, ["directive", "directives", "", ""]),
    (Kind::Regulation, ["règlement", "règlements", "", ""]),
    (Kind::Decision, ["décision", "décisions", "", ""]),
    (Kind::Law, ["loi décret arrêté ordonnance recommandation", "lois décrets arrêtés ordonnances recommandations", "", ""]),
    (Kind::Protocol, ["protocole", "protocoles", "", ""]),
    (Kind::Version, ["version", "versions", "", ""]),
];

pub(super) const RUSSIAN: &[Entry] = &[
    (
        Kind::Article,
        [
            "статья статью статье статьёй статьей правило правилу правилом правиле",
            "статей статьям статьями статьях правил правилам",
            "статьи правила",
            "ст стст",
        ],
    ),
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
    (
        Kind::Figure,
        ["рисунок рисунка рисунку рисунком рисунке вставка вставку вставке", "рисунки рисунков рисункам рисунках", "", "рис"],
    ),
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

pub(super) const UKRAINIAN: &[Entry] = &[
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

pub(super) const GERMAN: &[Entry] = &[
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

pub(super) const SPANISH: &[Entry] = &[
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

pub(super) const ITALIAN: &[Entry] = &[
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

pub(super) const PORTUGUESE: &[Entry] = &[
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

pub(super) const DUTCH: &[Entry] = &[
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
pub(super) const ARABIC: &[Entry] = &[
    (Kind::Article, ["المادة والمادة بالمادة للمادة مادة", "المواد والمواد", "", ""]),
    (Kind::Chapter, ["الفصل والفصل بالفصل للفصل", "الفصول", "", ""]),
    (Kind::Section, ["القسم والقسم الباب", "الأقسام", "", ""]),
    (Kind::Paragraph, ["الفقرة والفقرة بالفقرة للفقرة فقرة", "الفقرات والفقرات", "", ""]),
    (Kind::Point, ["البند والبند", "البنود", "", ""]),
    (Kind::Annex, ["المرفق والمرفق", "المرفقات", "", ""]),
    (Kind::Resolution, ["القرار والقرار بالقرار للقرار قرار قراره", "القرارات قرارات", "", ""]),
    (Kind::Version, ["الإصدار إصدار الإصدارة النسخة", "", "", ""]),
];
