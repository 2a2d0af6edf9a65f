//! Sentences in three languages that say the same, dense with what official texts are made of: put into every version of a text, so that
//! each kind of defect finds places in texts of every kind.

use std::collections::BTreeMap;

use promulgate::align::Link;
use promulgate::align::align;
use promulgate::model::{Unit, UnitKind};

use crate::sample::Sample;

/// The same passage in English, French and Russian.
const PASSAGES: &[[&str; 3]] = &[
    [
        "On Wednesday, 3 June 2020, at 3.30 p.m., ministers of 29 States met in Annecy; 27 of them signed the declaration the same day.",
        "Le mercredi 3 juin 2020, à 15 h 30, les ministres de 29 États se sont réunis à Annecy ; 27 d’entre eux ont signé la déclaration le jour même.",
        "В среду, 3 июня 2020 года, в 15:30 министры 29 государств собрались в Анси; 27 из них подписали декларацию в тот же день.",
    ],
    [
        "By the end of May the virus had infected more than 6.29 million people and killed 380,000; hospitals in 45 cities reported 1,240 attacks, 18% more than in April.",
        "À la fin du mois de mai, le virus avait infecté plus de 6,29 millions de personnes et en avait tué 380 000 ; les hôpitaux de 45 villes ont signalé 1 240 attaques, soit 18 % de plus qu’en avril.",
        "К концу мая вирусом заразились более 6,29 млн человек, а 380 000 умерли; больницы 45 городов сообщили о 1 240 атаках — на 18 % больше, чем в апреле.",
    ],
    [
        "The damage is put at 2.5 billion euros, of which 340 million dollars fell to 20 hospitals and 45 laboratories.",
        "Le dommage est évalué à 2,5 milliards d’euros, dont 340 millions de dollars pour 20 hôpitaux et 45 laboratoires.",
        "Ущерб оценивается в 2,5 млрд евро, из которых 340 млн долларов приходится на 20 больниц и 45 лабораторий.",
    ],
    [
        "Under Article 5 of the Treaty and paragraph 20 of the Brussels declaration of 11 July 2018, resolution 1244 (1999) remains in force.",
        "En vertu de l’article 5 du Traité et du paragraphe 20 de la déclaration de Bruxelles du 11 juillet 2018, la résolution 1244 (1999) demeure en vigueur.",
        "В соответствии со статьёй 5 Договора и пунктом 20 Брюссельской декларации от 11 июля 2018 года резолюция 1244 (1999) остаётся в силе.",
    ],
    [
        "The convoy covered 120 km in 9 hours and carried 14 tonnes of medicine; a second one, 85 km long on the road, needed 11 days.",
        "Le convoi a parcouru 120 km en 9 heures avec 14 tonnes de médicaments ; un second, sur un trajet de 85 km, a mis 11 jours.",
        "Колонна прошла 120 км за 9 часов и доставила 14 тонн медикаментов; вторая, двигаясь по маршруту длиной 85 км, затратила 11 дней.",
    ],
    [
        "Further information is available at https://www.compact.example.org/en/press/ and from press@compact.example.org until 31 December 2021.",
        "De plus amples informations sont disponibles sur https://www.compact.example.org/fr/press/ et auprès de press@compact.example.org jusqu’au 31 décembre 2021.",
        "Дополнительную информацию можно получить на сайте https://www.compact.example.org/ru/press/ и по адресу press@compact.example.org до 31 декабря 2021 года.",
    ],
    [
        "In the 21st century no State stands alone: the 12th meeting, held from 14 to 16 September 2020, brought together 58 delegations.",
        "Au XXIe siècle, aucun État n’est seul : la 12e réunion, tenue du 14 au 16 septembre 2020, a rassemblé 58 délégations.",
        "В XXI веке ни одно государство не остаётся в одиночестве: 12-е совещание, состоявшееся 14–16 сентября 2020 года, собрало 58 делегаций.",
    ],
    [
        "The secretariat, which has watched **every incident** since the outbreak, keeps a [register of attacks](https://register.example.org/attacks) and calls it `incident-log`.",
        "Le secrétariat, qui suit **chaque incident** depuis le début de l’épidémie, tient un [registre des attaques](https://register.example.org/attacks) qu’il appelle `incident-log`.",
        "Секретариат, отслеживающий **каждый инцидент** с начала эпидемии, ведёт [реестр атак](https://register.example.org/attacks) под названием `incident-log`.",
    ],
];

/// A paragraph that no version has, in French and in Russian.
pub(crate) const STRANGERS: [[&str; 2]; 4] = [
    [
        "Le port de la vieille ville a rouvert ses quais après deux hivers de travaux, et les pêcheurs y vendent de nouveau leurs prises au petit matin.",
        "Порт старого города вновь открыл причалы после двух зим ремонта, и рыбаки опять продают там улов на рассвете.",
    ],
    [
        "L’orchestre de la vallée répète désormais dans l’ancienne filature, dont la charpente de chêne donne au moindre violon une voix d’église.",
        "Оркестр долины репетирует теперь в старой прядильне, где под дубовыми стропилами даже тихая скрипка звучит как в церкви.",
    ],
    [
        "Les vergers ont souffert du gel tardif ; les coopératives demandent que la récolte perdue soit indemnisée avant l’automne.",
        "Сады пострадали от поздних заморозков; кооперативы просят возместить потерянный урожай до осени.",
    ],
    [
        "Une bibliothèque flottante descend le fleuve de village en village et prête aux écoliers des livres qu’ils rendent à la saison suivante.",
        "Плавучая библиотека спускается по реке от деревни к деревне и выдаёт школьникам книги, которые те возвращают в следующем сезоне.",
    ],
];

/// A copy of a sample with one passage in every version, between paragraphs that stand opposite one another in all of them.
pub(crate) fn enrich(sample: &Sample, number: usize) -> Option<Sample> {
    let statement = sample.statement()?;
    let source = statement.source_version().filter(|version| version.language.as_str() == "en")?;
    let sources = source.document.units();
    let is_top = |unit: &Unit<'_>| unit.kind == UnitKind::Paragraph && unit.depth == 0 && unit.marker.is_none();
    // The partners of each paragraph of the source that has one in every language.
    let mut partners: Vec<(usize, BTreeMap<String, u32>)> = Vec::new();
    for (index, unit) in sources.iter().enumerate().filter(|(_, unit)| is_top(unit)) {
        let mut ends = BTreeMap::from([("en".to_owned(), unit.span.end)]);
        for language in ["fr", "ru"] {
            let Some(version) = statement.versions.values().find(|version| version.language.as_str() == language) else {
                continue;
            };
            let targets = version.document.units();
            let alignment = align(&sources, &targets);
            let pair = alignment.links.iter().find_map(|link| match *link {
                Link::Pair { source, target } if source == index => targets.get(target),
                _ => None,
            });
            if let Some(unit) = pair.filter(|unit| is_top(unit)) {
                ends.insert(language.to_owned(), unit.span.end);
            }
        }
        if ends.len() == sample.languages().len() + 1 {
            partners.push((index, ends));
        }
    }
    // Three passages a text, at different places, so that few texts have the same ones.
    let mut files = sample.files.clone();
    let mut inserts: Vec<(String, usize, &str)> = Vec::new();
    let places = partners.len();
    for turn in 0..3_usize.min(places) {
        let (_, ends) = &partners[(number * 7 + turn * places / 3) % places];
        let passage = &PASSAGES[(number * 3 + turn) % PASSAGES.len()];
        for (language, text) in ["en", "fr", "ru"].into_iter().zip(passage) {
            if let Some(&end) = ends.get(language) {
                inserts.push((sample.path(language), end as usize, text));
            }
        }
    }
    if inserts.is_empty() {
        return None;
    }
    // From the end, so that places before stay true.
    inserts.sort_by_key(|insert| std::cmp::Reverse(insert.1));
    inserts.dedup_by(|one, two| one.0 == two.0 && one.1 == two.1);
    for (path, end, text) in inserts {
        let file = files.get_mut(&path)?;
        let end = file[..end].trim_end().len();
        file.insert_str(end, &format!("\n\n{text}"));
    }
    Some(sample.with(files))
}
