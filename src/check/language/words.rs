//! The small words of languages: articles, prepositions, pronouns, forms of "to be". They are a third of any running text and hardly any
//! other language's, so that counting them tells what a paragraph is written in at a fraction of what a model costs.

use std::sync::OnceLock;

use super::script::Scripts;
use crate::language::Language;

/// Words by language. What several languages share counts for each of them and tells nothing between them.
///
/// Apostrophes and hyphens divide words: of `qu’il`, `qu` and `il` are looked up. A word has at most sixteen bytes (see [`key`]).
const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the of and to in a is that for it as was with be by on not he his but at are this have had from or which an they were their we has been will would our its who more if no so about than when your can you what these do how there all also into any must should shall through may such other only under between against those while it's let us each them both where because during since after before could many some each very here could just whether per within without against every out up then",
    ),
    (
        "fr",
        "le la les de des du et un une en que qui dans pour pas sur au aux par plus est sont ce cette ces il elle ils elles nous vous ne se sa son ses leur leurs ou où avec sans mais être été ont avait d l qu n s c j m même tout toute tous toutes comme fait deux votre vos notre nos si cela entre peut afin aussi ainsi lors dont sous depuis très chaque doit à y a on or toutes faire jamais toujours chez vers soit bien quand",
    ),
    (
        "de",
        "der die das und in den von zu dem mit sich des auf für ist im nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wir ihr ihre unser kann wenn ich diese dieser dieses alle unsere gegen",
    ),
    (
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde está mi porque sólo han yo hay vez puede todos así nos ni parte tiene él uno donde estos estas nuestra nuestro contra e cada",
    ),
    (
        "it",
        "di e che la il un a per è in una sono mi ho ha lo ma ti non si le con cosa se come da ci no questo qui hai sei del della dei delle nel nella al alla ai alle dal dalla più anche gli i sul sulla essere stato suo sua loro o ed l d nell dell all un quest quando tutti tutto ogni tra fra nostro nostra due dopo contro",
    ),
    (
        "pt",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos todos nosso nossa este esta são cada contra",
    ),
    (
        "nl",
        "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja werd wordt onze ons wij tegen",
    ),
    (
        "sv",
        "och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma vår våra",
    ),
    (
        "da",
        "og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget ville jo deres efter ned skulle denne end dette mit også under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos blive mange ad bliver hendes været jer sådan vores",
    ),
    (
        "nb",
        "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men har om vi min mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her alle vil bli ble blitt kunne inn når være kom noen noe ville dere deres kun ja etter ned skulle denne for deg si sine sitt mot å meget hvorfor dette disse uten hvordan ingen din ditt blir samme hvilken hvilke sånn inni mellom vår hver hvem våre",
    ),
    (
        "nn",
        "og i eg det at ein eit den til er som på dei med han av ikkje der så var meg seg men har om vi min mitt ha hadde ho no over da ved frå du ut sin dykk oss opp man kan hans kvar eller kva skal sjølv her alle vil bli vart vore kunne inn når vere kom nokon noko ville etter ned skulle denne for deg si sine sitt mot å korleis ingen desse utan mellom vår kvart kven våre",
    ),
    (
        "fi",
        "ja on ei se että hän oli en ovat mutta ne niin kuin tai joka jotka myös sekä jos kun mitä tämä sen olla ole vain ollut mukaan hänen ja sitä siitä siinä tässä niitä niiden heidän meidän he me voi olisi vielä nyt jo kaikki jonka joita sillä ennen jälkeen sekä kanssa kautta välillä",
    ),
    (
        "pl",
        "i w na z się nie do to że jest o a jak po co od za dla przez przy tym ale tak czy są oraz ze ich był jego już jej być lub także które który która którzy tego tej te ten może tylko pod nad przed po bez ma będzie było aby we nas nasz nasze wszystko jako między każdy zostały",
    ),
    (
        "cs",
        "a se v na je že o to s z do i ve jako za by pro si od po ale jsou k tak při co podle jeho nebo své až byl bylo byly však aby které který která jsem jejich pak už být bude také mezi před ještě této tohoto ze bez jen už nás naše náš jsme kteří když musí proti nejsou",
    ),
    (
        "sk",
        "a sa v na je že o to s z do aj vo ako za by pre si od po ale sú k tak pri čo podľa jeho alebo svoje až bol bolo boli však aby ktoré ktorý ktorá som ich potom už byť bude tiež medzi pred ešte tejto tohto zo bez len nás naše náš sme ktorí keď musí proti nie sú",
    ),
    (
        "sl",
        "in je v se na za da so z ki po tudi pa s ne bi ali kot o iz do od ni pri si k kako le sem še ker ko bo pred med več lahko bil bila bilo biti vse ta to tega te jih njegov njihov naš naše smo kar vendar brez nad proti pod ter",
    ),
    (
        "hr",
        "i u je na da se za su s od a o će ne kao to iz koji ili koja koje sam do ali već bi li ima što samo nije po sa ovo taj bio bila bilo biti kako može prema te jer ako sve više pri ovaj ove kada njegov njihov naš naše smo između svoje tako bez nakon protiv također",
    ),
    (
        "sr",
        "i u je na da se za su sa od a o će ne kao to iz koji ili koja koje sam do ali već bi li ima šta samo nije po ovo taj bio bila bilo biti kako može prema te jer ako sve više pri ovaj kada и у је на да се за су са од а о ће не као то из који или која које сам до али већ би ли има шта само није по ово тај био била било бити како може према те јер ако све више при овај када наш наше смо између су којих којима њих ових ове против због након кроз да",
    ),
    (
        "bs",
        "i u je na da se za su s od a o će ne kao to iz koji ili koja koje sam do ali već bi li ima što samo nije po sa ovo taj bio bila bilo biti kako može prema te jer ako sve više pri ovaj ove kada njegov njihov naš naše smo između svoje tako bez nakon protiv također",
    ),
    (
        "ro",
        "de și în a la cu pe nu că o din se un pentru mai este sunt care ce au fi fost sau dar am al ale ai prin ca lui el ei lor după sa său să îi fără între acest această aceste acestea toate tot le noi despre când până unui unei i ne nostru noastră împotriva dintre iar",
    ),
    (
        "hu",
        "a az és hogy nem is egy ez meg csak de volt van azt mint már vagy még ha el ki s fel le be kell lehet ami aki amely ezt erre arra nagyon után között során szerint által minden több ezek azok ők mi így pedig majd ne itt ott akkor most nincs sem lesz mely ellen valamint",
    ),
    (
        "et",
        "ja on ei see et oli ta ma aga kui mis ka ning oma või selle seda kes nii siis olid mida olnud üle kõik veel juba nagu ole pole sest kuid mille nende meie nad me peale pärast vastu poolt eest ka võib tuleb",
    ),
    (
        "lv",
        "un ir ar no uz ka par lai kā to tas tā kas pie pēc bet arī vai nav bija ja šo šīs šis tiek gan savu mēs jo tikai vēl viņš viņa viņu kuri kuru pret starp kad būt jau līdz mūsu kur tās tam visi",
    ),
    (
        "lt",
        "ir į iš kad su tai yra o bet ne kaip už buvo per jo dėl ar bei prie apie tik jau dar po nuo iki jos jie mes savo kuris kuri kurie šis ši tas ta tarp prieš turi būti gali taip pat mūsų jų visi arba jei šios šio nėra",
    ),
    (
        "tr",
        "ve bir bu da de için ile çok olarak daha en ne gibi kadar olan ya o var ben sen biz siz onlar her ama değil mi sonra ise veya ki olduğu göre bütün tüm karşı arasında şu hem diye yok üzere bunu bunun",
    ),
    (
        "ca",
        "de la el i que a en els les un una del per amb no es al com és dels ha va seva seu són més aquest aquesta pel o si però també entre sobre ser han seus l d s n on quan fins sense tot tots totes molt nostra nostre cap contra cada",
    ),
    (
        "sq",
        "e të në i për me që nga një dhe është se ka si nuk do më u ky kjo por janë tyre duke kanë ishte ose tij saj ne te ata kur mund pas ndërmjet këtë ndaj si deri prej",
    ),
    (
        "is",
        "og í að er á sem til við um var með ekki en af fyrir það hann hún þeir þau þær ég því eru frá hefur verið eða svo þess eftir hafa þetta vera upp þar þá við okkar sér",
    ),
    (
        "ga",
        "an na agus ar ag i a do go sé sí is bhí le de nach ní tá seo sin ach atá leis ina chun faoi gur mar sa den don é siad bhfuil acu againn",
    ),
    (
        "eu",
        "eta da ez du dira ere zen den bat edo zuen dute hau hori izan egin baina dituzte ditu zuten ziren gure dela beste arte baino bere behar aurkako",
    ),
    (
        "cy",
        "y yn yr i o a ar ac mae gan am ei eu ein fod gyda bod wedi hyn neu ond mewn yw oedd at fel gyfer sydd roedd iddynt iawn",
    ),
    (
        "mt",
        "il ta u li ma fl f għal dan dawn hija hu kien fuq minn biex din jew mhux bil tal mill lil kif dwar wara bejn qed b x l d kull aktar jekk ikun huma",
    ),
    (
        "vi",
        "và của là có được trong cho không các với người một những đã khi đến từ này để về cũng như tại ra theo sẽ trên đó bị vào phải nhưng còn hoặc hay do",
    ),
    (
        "id",
        "yang dan di dari untuk dengan pada ini itu dalam tidak akan adalah ke oleh juga atau telah sebagai dapat mereka kami kita bagi ada tersebut lebih serta karena antara para saat setelah harus bisa",
    ),
    (
        "sw",
        "ya na wa kwa ni katika la za cha kuwa hii hiyo huo huu hilo ili au pia kama hata lakini baada yake wake yao wao sisi hizo hizi kila zaidi",
    ),
    (
        "ru",
        "и в на не что с по а как из у к за от но его это для же так ее её о они мы до при или бы который которые которая которое если уже их только был была было были еще ещё все всё может когда быть есть во со также без под нет где том этого этой этот эти между себя том чтобы наш наша наши вы вас вам нам нас после перед более тем этом",
    ),
    (
        "uk",
        "і в на не що з та до у як за від по але його це для же так її про вони ми при або би який які яка яке якщо вже їх лише був була було були ще все може коли бути є й зі також без під немає де того цього цієї цей ці між себе щоб наш наша наші ви вас вам нам нас після перед більше тим щодо через тому він вона якої якого яку проти цю бо чи їхні їхній їхня можна можуть під час протягом щодня",
    ),
    (
        "be",
        "і ў на не што з у па а як за ад да але яго гэта для так яе аб яны мы пры або бы які якія якая калі ўжо іх толькі быў была было былі яшчэ усё можа быць ёсць таксама без пад дзе таго гэтага гэтай гэты гэтыя паміж сябе каб наш наша вы нам нас пасля",
    ),
    (
        "bg",
        "и в на не че с по а как от за да се е са до при или би който които която което ако вече им само беше бил била било били още всички всичко може когато ще има със също без под няма където този тази това тези между себе си ни ние те той тя ги го му й нашите след пред повече но из към през които във със чрез най бъде бъдат около срещу поради като техните техни нашия сме сте бива кой кога",
    ),
    (
        "mk",
        "и во на не што со по а како од за да се е се до при или би кој кои која кое ако веќе им само беше бил била било биле уште сите може кога ќе има исто без под нема каде овој оваа ова овие меѓу себе си ни ние тие тој таа ги го му нив нашите по пред повеќе",
    ),
    (
        "ar",
        "في من على إلى أن عن التي الذي هذا هذه ما لا مع كان كانت قد هو هي بعد بين كل ذلك و أو كما لم لن إن حيث عند غير أي تم نحن",
    ),
    ("fa", "در به از که این را با است برای آن یک تا بر هم نیز شد شده می ما خود بود یا هر اما آنها کرد کرده باید نمی بین همه"),
];

/// How many slots the table has: a power of two, some four times as many as there are words.
const SLOTS: usize = 8192;

/// Which languages a word belongs to: a bit each, in the order of [`WORDS`].
struct Table(Box<[(u128, u64)]>);

impl Table {
    fn new() -> Self {
        let mut slots = vec![(0, 0); SLOTS].into_boxed_slice();
        for (bit, (_, words)) in WORDS.iter().enumerate() {
            for key in words.split(' ').filter_map(key) {
                let mut at = slot(key);
                // OK because there are far fewer words than slots.
                while let Some(entry) = slots.get_mut(at) {
                    if entry.0 == key || entry.0 == 0 {
                        *entry = (key, entry.1 | 1 << bit);
                        break;
                    }
                    at = (at + 1) % SLOTS;
                }
            }
        }
        Table(slots)
    }

    fn get(&self, key: u128) -> u64 {
        let mut at = slot(key);
        loop {
            match self.0.get(at) {
                Some(&(other, mask)) if other == key => return mask,
                Some(&(0, _)) | None => return 0,
                _ => at = (at + 1) % SLOTS,
            }
        }
    }
}

fn slot(key: u128) -> usize {
    // Fibonacci hashing: the top 13 bits of the product.
    let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(23);
    usize::try_from(folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 51).unwrap_or(0)
}

/// A word in small letters as a number: its bytes, if it has no more than sixteen.
fn key(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    let mut length = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        let mut buffer = [0; 4];
        let encoded = c.encode_utf8(&mut buffer).as_bytes();
        bytes.get_mut(length..length + encoded.len())?.copy_from_slice(encoded);
        length += encoded.len();
    }
    Some(u128::from_le_bytes(bytes)).filter(|&key| key != 0)
}

/// The languages that have a word among their small words, as bits (see [`bit`]).
pub(super) fn languages(word: &str) -> u64 {
    static TABLE: OnceLock<Table> = OnceLock::new();
    // OK because no language in the table has letters that lose bytes in small.
    if word.len() > 16 {
        return 0;
    }
    key(word).map_or(0, |key| TABLE.get_or_init(Table::new).get(key))
}

/// The languages that have a letter, as bits, where languages of one script differ in it; 0 for all other letters.
fn letter(c: char) -> u64 {
    // OK because the letters that matter lie between these.
    if !('ъ'..='ґ').contains(&c) && !matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ة' | 'ى') {
        return 0;
    }
    let all = |tags: [&str; 3]| tags.iter().filter_map(|tag| bit(tag)).fold(0, |all, bit| all | bit);
    match c {
        'ы' | 'э' | 'ё' => all(["ru", "be", ""]),
        'ъ' => all(["ru", "bg", ""]),
        'і' => all(["uk", "be", ""]),
        'ї' | 'є' | 'ґ' => all(["uk", "", ""]),
        'ў' => all(["be", "", ""]),
        'ј' | 'љ' | 'њ' | 'џ' => all(["sr", "mk", "bs"]),
        'ђ' | 'ћ' => all(["sr", "bs", ""]),
        'ѓ' | 'ќ' | 'ѕ' => all(["mk", "", ""]),
        'پ' | 'چ' | 'ژ' | 'گ' => all(["fa", "", ""]),
        'ة' | 'ى' => all(["ar", "", ""]),
        _ => 0,
    }
}

/// The letters of a word, each with the languages that have it there (see [`letter`]).
pub(super) fn letters(word: &str) -> impl Iterator<Item = (char, u64)> + '_ {
    word.char_indices().map(|(at, c)| {
        let mask = letter(c);
        // Russian has it only between a prefix and these vowels; in Bulgarian it is a vowel itself.
        let next = || word.get(at..).and_then(|rest| rest.chars().nth(1));
        match c {
            'ъ' if !next().is_some_and(|next| matches!(next, 'е' | 'ё' | 'ю' | 'я' | 'э')) => {
                (c, mask & !bit("ru").unwrap_or(0))
            }
            _ => (c, mask),
        }
    })
}

/// Letters of alphabets beyond a to z and those that Cyrillic alphabets share, names of neighbours included where texts hold them.
const LETTERS: &[(&str, &str)] = &[
    ("en", "éèêëïöôçñ"),
    ("fr", "àâæçéèêëîïôœùûüÿ"),
    ("de", "äöüßé"),
    ("es", "áéíóúüñªº"),
    ("it", "àèéìíîòóùú"),
    ("pt", "áâãàçéêíóôõúüªº"),
    ("nl", "áâàçéèêëíîïóôöúûü"),
    ("sv", "åäöéà"),
    ("da", "æøåéèêóòôâüöä"),
    ("nb", "æøåéèêóòôâüöä"),
    ("nn", "æøåéèêóòôâüöä"),
    ("fi", "äöåšž"),
    ("pl", "ąćęłńóśźż"),
    ("cs", "áčďéěíňóřšťúůýž"),
    ("sk", "áäčďéíĺľňóôŕšťúýž"),
    ("sl", "čšžćđ"),
    ("hr", "čćđšž"),
    ("sr", "čćđšžђјљњћџ"),
    ("bs", "čćđšž"),
    ("ro", "ăâîșțşţ"),
    ("hu", "áéíóöőúüű"),
    ("et", "äöõüšž"),
    ("lv", "āčēģīķļņšūž"),
    ("lt", "ąčęėįšųūž"),
    ("tr", "çğıöşüâîûi̇"),
    ("ca", "àçèéíïòóúü"),
    ("sq", "çë"),
    ("is", "áéíóúýðþæö"),
    ("ga", "áéíóú"),
    ("eu", "ñüç"),
    ("cy", "âêîôûŵŷáéíóúäëïöü"),
    ("mt", "ċġħżàèìòù"),
    ("id", "é"),
    ("sw", "é"),
    ("ru", "ёйщъыьэюя"),
    ("uk", "ґєіїйщьюя"),
    ("be", "ёіўйыьэюя"),
    ("bg", "йщъьюяѝ"),
    ("mk", "ѓѕјљњќџѐѝ"),
];

/// Whether a letter, in small, belongs to the alphabet of a language, given by its primary subtag; so do all where nothing is known.
pub(super) fn has_letter(primary: &str, c: char) -> bool {
    c.is_ascii()
        || "абвгдежзиклмнопрстуфхцчш".contains(c)
        || LETTERS.iter().find(|(tag, _)| *tag == primary).is_none_or(|(_, letters)| letters.contains(c))
}

/// A language whose small words are known.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) language: Language,
    pub(super) scripts: Scripts,
    pub(super) bit: u64,
}

/// Every language whose small words are known.
pub(super) fn known() -> &'static [Known] {
    static ALL: OnceLock<Vec<Known>> = OnceLock::new();
    ALL.get_or_init(|| {
        let known = |(at, (tag, _)): (usize, &(&str, &str))| {
            let language = Language::parse(tag).ok()?;
            Some(Known { scripts: Scripts::of(&language), language, bit: 1 << at })
        };
        WORDS.iter().enumerate().filter_map(known).collect()
    })
}

/// The bit of a language by its primary subtag; `None` for one without words.
pub(super) fn bit(primary: &str) -> Option<u64> {
    let primary = match primary {
        "no" => "nb",
        "ms" => "id",
        "sh" | "cnr" => "sr",
        "prs" => "fa",
        other => other,
    };
    WORDS.iter().position(|(tag, _)| *tag == primary).map(|at| 1 << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_belong_to_their_languages() {
        let has = |word: &str, tag: &str| languages(word) & bit(tag).unwrap() != 0;
        assert!(has("the", "en") && has("THE", "en") && !has("the", "fr"));
        assert!(has("où", "fr") && has("Où", "fr") && has("который", "ru") && !has("ЧТО", "uk"));
        assert!(has("И", "ru") && !has("и", "uk") && has("ў", "be"));
        assert_eq!((languages("hospital"), languages("")), (0, 0));
        let vowel = |word: &str| letters(word).filter(|(c, _)| *c == 'ъ').map(|(_, mask)| mask).fold(0, |all, mask| all | mask);
        for word in ["объём", "съезд", "съэкономить", "съюз"] {
            assert_eq!(vowel(word) & bit("ru").unwrap(), bit("ru").unwrap(), "{word}");
        }
        assert_eq!((vowel("корабът"), vowel("градъ")), (bit("bg").unwrap(), bit("bg").unwrap()));
        assert_eq!(bit("tlh"), None);
        assert_eq!(bit("no"), bit("nb"));
    }
}
