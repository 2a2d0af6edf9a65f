//! Words that official texts are full of, each with its like in other languages: what ties two short blocks that share no name and no number.
//!
//! A word of six folded letters or more is known by those; a shorter one must be written as it is here. What stands in two entries
//! means nothing. Languages that are not here are aligned without; the texts are read the same way whatever their languages are.

use std::sync::OnceLock;

use super::fold::Word;

/// The entry of a word, by the hash under which it is known.
pub(super) fn concept(key: u64) -> Option<u16> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::new).get(key)
}

/// Open addressing in twice as many slots as are filled at most.
struct Table {
    slots: Vec<(u64, u16)>,
}

const SLOTS: usize = 8192;
const FREE: u16 = u16::MAX;
/// Of words that stand in two entries.
const AMBIGUOUS: u16 = u16::MAX - 1;

impl Table {
    fn new() -> Self {
        let mut table = Table { slots: vec![(0, FREE); SLOTS] };
        for (entry, line) in (0..AMBIGUOUS).zip(WORDS.lines().filter(|line| !line.is_empty())) {
            for word in line.split_whitespace().filter(|word| *word != "|") {
                let mut folded = Word::new();
                word.chars().for_each(|c| folded.push(c));
                table.put(folded.key(), entry);
            }
        }
        table
    }

    fn put(&mut self, key: u64, entry: u16) {
        for step in 0..SLOTS {
            let Some(slot) = self.slots.get_mut(place(key, step)) else { return };
            if slot.1 == FREE {
                *slot = (key, entry);
                return;
            }
            if slot.0 == key {
                slot.1 = if slot.1 == entry { entry } else { AMBIGUOUS };
                return;
            }
        }
    }

    fn get(&self, key: u64) -> Option<u16> {
        for step in 0..SLOTS {
            match self.slots.get(place(key, step)) {
                Some(&(_, FREE)) | None => return None,
                Some(&(known, entry)) if known == key => return (entry != AMBIGUOUS).then_some(entry),
                Some(_) => {}
            }
        }
        None
    }
}

fn place(key: u64, step: usize) -> usize {
    ((key ^ (key >> 32)) as usize).wrapping_add(step) % SLOTS
}

/// One meaning a line: English | French | Russian.
const WORDS: &str = "
we us our ours | nous notre nos nôtre | мы нас нам нами наш наша наше наши нашего нашей наших нашим нашему нашими нашу
you your yours yourself | vous votre vos vôtre | вы вас вам вами ваш ваша ваше ваши вашего вашей ваших вашим вашему вашими вашу
they their them | ils leur leurs eux | они их ими
not no don doesn isn cannot | ne pas non aucun aucune | не нет нельзя никакой никаких
never | jamais | никогда
always | toujours | всегда
often frequently | souvent fréquemment | часто
sometimes | parfois | иногда
why | pourquoi | почему зачем
how | comment | как каким
when | quand lorsque lorsqu | когда
where | où | где куда
who whom | qui | кто кому кого кем
what | quoi quel quelle quels quelles | что какой какая какие каких какое
if | si | если
because since | parce puisque car | потому поскольку
so therefore thus | donc ainsi alors | поэтому таким значит итак
however but | cependant toutefois mais pourtant | однако но
also too | aussi également | также тоже
only | seulement uniquement seul seule seuls | только лишь
more | davantage plus | более больше
less fewer | moins | менее меньше
many several multiple | plusieurs nombreux nombreuses multiples beaucoup | много многие многих многим несколько множество множества множеством множественные
all every each any | tous toutes tout toute chaque chacun | все всех всем всеми весь всё вся каждый каждая каждое каждого каждой каждому любой любая любое любого любому
other others another | autre autres autrui | другой другая другие других другим другому другого другое иной
first | premier première premiers premières abord | первый первая первое первые первого первых первой сначала
second | deuxième seconde | второй вторая второе второго
last latest final | dernier dernière derniers dernières final | последний последняя последние последних последнее последней последнего
new | nouveau nouvelle nouveaux nouvelles nouvel | новый новая новое новые нового новой новых новым новую новому
old older former | ancien ancienne anciens anciennes vieux | старый старая старые старых старого бывший
good well better best | bon bonne bons bonnes bien meilleur meilleure meilleurs mieux | хороший хорошо хорошая хорошие хорошее лучше лучший лучшая лучшие лучшим
bad worse | mauvais mauvaise pire mal | плохой плохо плохая плохие хуже
big large great | grand grande grands grandes gros grosse | большой большая большие больших большое крупный крупные
small little | petit petite petits petites peu | маленький маленькая маленькие небольшой небольшая небольшие мало
long | long longue longs longues longtemps | долгий долго длинный длинные длинная
short | court courte courts brève | короткий короткая короткие кратко краткий
easy easily simple simply | facile facilement simple simplement simples | легко лёгкий легкий просто простой простая простые простым проще
hard difficult | difficile difficiles dur | трудно трудный сложно сложный сложная сложные трудные
important | important importante importants importantes | важно важный важная важные важное важным важных
necessary need needs needed require required requires requirement | nécessaire nécessaires besoin besoins faut exige requis requise | нужно нужен нужна нужны необходимо необходимый необходимые нуждаются требуется требует требуют требования требований
must shall should have | doit doivent devez devrait devrez devons devraient | должен должна должно должны следует обязан обязаны обязана
may might can could | peut peuvent pouvez pourrait pourraient pouvons pourrez pouvoir | может могут можете можно возможно мог можем
want wants would like | veut voulez veulent voudrait souhaitez souhaite souhaitent vouloir | хотите хотят хочет хотел хотели хотим хотеть
know knows known | savoir sait savez connaître connaissez connu connus | знать знает знаете знают известно известен известные
help helps helped helping | aide aider aident aidez aidé | помочь помощь помощи помогает помогут помогите поможет помогают помогать
use uses used using usage user users | utiliser utilise utilisé utilisez utilisant utilisation utilisateur utilisateurs utilisent | использовать использует используйте используется использования использование используют пользователь пользователи пользователей пользователя пользователям
make makes made making | fait faire faites font faisant | делать сделать делает сделайте сделано делают сделал
give gives given | donner donne donnez donné donnée | дать даёт дает давать дайте дают данный
take takes taken taking | prendre prend prenez pris prise | взять брать возьмите занимает принимать
find finds found finding | trouver trouve trouvez trouvé trouvent | найти находить найдите найдёт найдено находит находят
see sees seen look looks view | voir voyez vu vue regardez regarder consultez | видеть увидеть смотреть посмотрите видит видите смотрите см
ask asks asked asking | demander demande demandez demandé | просить спросить спросите попросите спрашивать просит просят
answer answers answered reply respond response | répondre réponse réponses répondez répond | ответ ответить отвечать ответьте ответы отвечайте отвечает ответа ответов
question questions | question questions | вопрос вопросы вопросов вопроса вопросам вопросах вопросу
problem problems issue issues | problème problèmes | ишью проблема проблемы проблем проблему проблемой проблеме проблемам
work works working worked job | travail travailler travaillez travaille travaillent travaux | работа работать работает работы работу работают работе работой
people person persons someone anyone everyone | gens personne personnes | люди людей людям людьми человек человека кто-то
child children | enfant enfants | дети детей ребёнок ребенок детям
woman women | femme femmes | женщина женщины женщин женщинам
man men | homme hommes | мужчина мужчины мужчин
friend friends | ami amis amie | друг друзья друзей другу
time times | temps fois | время времени раз раза
day days | jour jours journée | день дня дней дни
week weeks | semaine semaines | неделя недели недель неделю
month months | mois | месяц месяца месяцев месяцы
year years | an ans année années | год года лет годы году годов годах
today | aujourd | сегодня
now | maintenant désormais actuellement | теперь сейчас ныне
before prior | avant auparavant | перед прежде раньше
after later | après ensuite | после затем позже потом
during | pendant durant | течение период
until | jusqu | пока
between | entre | между
without | sans | без
with | avec | с со вместе
for | pour | для
against | contre | против
about | concernant sujet propos | об обо относительно касательно
through | travers | через путём путем
under | sous | под
start starts started begin begins beginning | commencer commence commencez début débuter démarrer | начать начало начните начинать начинается начала начале начинайте
end ends ended finish | fin finir terminer terminé | конец конца конце закончить завершить
open opens opened | ouvert ouverte ouverts ouvrir ouvrez ouvre | открытый открытые открытых открытым открыть открытого открытое открытом открывать открыто
close closed closing | fermer fermé fermée fermées fermés fermez | закрыть закрыт закрытый закрыты закрывать закрываются
read reads reading | lire lisez lit lecture lu | читать прочитать прочтите читайте чтение прочитали
write writes written writing wrote | écrire écrivez écrit écrite écriture rédiger rédigez | писать написать напишите пишите написано пишет
say says said tell tells | dire dit dites dis disent | сказать говорить говорит скажите сказал говорят сообщить сообщите
speak talk talks | parler parlez parle | говорите поговорить разговор
think thinks thought | penser pensez pense réfléchir | думать думаете подумайте думает считаете думают
believe | croire croyez croit | верить верит верим
change changes changed changing | changement changements changer change modification modifications modifier | изменение изменения изменений изменить изменять меняется изменился
improve improves improvement improvements | améliorer amélioration améliorations améliore | улучшить улучшение улучшения улучшать
add adds added adding | ajouter ajoutez ajouté ajout | добавить добавьте добавлять добавлен добавлена добавление
remove removed delete deleted removes | supprimer supprimé suppression retirer supprimez retiré | удалить удаление удалён удален удалите убрать удалены
fix fixed fixes fixing | corriger correction corrigé corrections corrige | исправить исправление исправления исправлений исправлена исправлено исправляет исправлены
error errors mistake mistakes bug bugs | erreur erreurs faute bogue bogues | ошибка ошибки ошибок ошибку ошибке
update updates updated | mise mises actualisation | обновление обновления обновить обновлений обновлён обновлен
version versions release releases | version versions publication | версия версии версий версию версией выпуск выпуска выпуски
security secure | sécurité sécurisé | безопасность безопасности безопасный безопасно
vulnerability vulnerabilities | vulnérabilité vulnérabilités faille failles | уязвимость уязвимости уязвимостей
attack attacks attacked | attaque attaques attaqué attaquer | атака атаки атак нападение нападения нападений
protect protects protection protected | protéger protection protège protégez | защита защитить защиты защищать защищает
data | données donnée | данные данных данными данным
file files | fichier fichiers | файл файлы файла файлов файле файлу
code | code codes | код кода коде кодом коду
software | logiciel logiciels | программа программное программного программы программ программной
computer computers | ordinateur ordinateurs informatique | компьютер компьютера компьютеры компьютеров компьютерный
website site web | site sites web | сайт сайта сайте сайты веб
network | réseau réseaux | сеть сети сетей сетевой
server servers | serveur serveurs | сервер сервера серверы серверов
service services | service services | услуга услуги услуг служба службы сервис сервисы
environment environments | environnement environnements | среда среды среде окружение окружения
account accounts | compte comptes | счёт учётная учетная аккаунт
name names named | nom noms nommé | имя имени имена название названия
list lists | liste listes | список списка списке списки
link links | lien liens | ссылка ссылки ссылку ссылок
example examples instance | exemple exemples | пример примеры примеров например
following follow follows below | suivant suivante suivants suivantes suivre suivez | следующий следующие следующая следующее следующих следовать
project projects | projet projets | проект проекты проекта проектов проекте проекту проектом
community communities | communauté communautés | сообщество сообщества сообществе сообществом сообществу
contributor contributors contribute contribution contributions | contributeur contributeurs contribuer contribution contributions contribuez | участник участники участников участвовать вклад вклада контрибьютор контрибьюторы
member members | membre membres | член члены членов членам
team teams group groups | équipe équipes groupe groupes | команда команды команде команду команд группа группы групп группе
leader leaders leadership lead | leader leaders dirigeant dirigeants | лидер лидеры лидеров руководитель руководители
decision decisions decide decides decided | décision décisions décider décidez décide | решение решения решений решить решать решили
rule rules | règle règles | правило правила правил
law laws legal | loi lois juridique juridiques légal légale | закон закона законы законов юридический юридические правовой право
right rights | droit droits | права прав правам
license licenses licence licences | licence licences | лицензия лицензии лицензию лицензией лицензий
company companies business | entreprise entreprises société | компания компании компаний компанию компанией бизнес
money pay paid payment funding fund funds | argent payer payé paiement financement fonds | деньги денег оплата платить фонд фонда финансирование средства
cost costs price | coût coûts prix | стоимость цена цены затраты расходы
free | gratuit gratuite libre libres gratuitement | бесплатно бесплатный свободный свободное свободного свободные
public publicly | public publique publics publiques | публичный публичные общественный открыто
private | privé privée privés privées | частный частные частной личный приватный
government governments | gouvernement gouvernements gouvernemental | правительство правительства правительств правительству
minister ministers ministry | ministre ministres ministère | министр министра министры министров министерство министерства
president | président présidente | президент президента председатель
parliament | parlement parlementaire | парламент парламента
council | conseil | совет совета совете советом
union | union | союз союза союзе союзом
nation nations national state states country countries | nation nations national nationale pays état états | страна страны стран странам странах государство государства государств национальный национальные нации
international | international internationale internationaux internationales | международный международные международного международной международных международное
world global | monde mondial mondiale | мир мира мире мировой всемирный
europe european | europe européen européenne européens européennes | европа европы европейский европейского европейских
russia russian | russie russe russes | россия россии российский российской русский
france french | france français française | франция франции французский
peace | paix | мир мира миру
war | guerre | война войны войне
defence defense | défense | оборона обороны обороне
military armed | militaire militaires armé armée armées | военный военные военных вооружённый вооружённые
ally allies allied alliance | allié alliés alliance | союзник союзники союзников альянс альянса
partner partners partnership | partenaire partenaires partenariat | партнёр партнёры партнёров партнер партнеры партнеров
cooperation cooperate | coopération coopérer | сотрудничество сотрудничества сотрудничать
support supports supported | soutien soutenir soutient soutiens | поддержка поддержки поддерживать поддерживает поддержку
condemn condemns | condamner condamnons condamne | осуждать осуждаем осуждает осуждают
call calls urge | appeler appelons appelle appel | призывать призываем призывает призыв
welcome welcomes | bienvenue saluons salue accueillir | приветствовать приветствуем приветствует
agree agreed agreement | accord convenu convenons | согласие соглашение соглашения договорились согласны
declare declaration statement | déclarer déclaration déclarations | заявление заявления заявить декларация декларации
meeting meet meetings summit conference | réunion réunir sommet conférence rencontre rencontrer | встреча встречи встретиться совещание конференция конференции
report reports | rapport rapports | доклад доклада отчёт отчет отчёты сообщение
information | information informations | информация информации информацию
press media | presse médias | пресса прессы печать сми
hospital hospitals | hôpital hôpitaux | больница больницы больниц больницам больницах
health | santé | здоровье здравоохранение здоровья здравоохранения
doctor doctors | médecin médecins | врач врачи врачей врачам врача
patient patients | patient patients | пациент пациенты пациентов пациентам
disease virus pandemic | maladie virus pandémie | болезнь вирус пандемия пандемии заболевание
vaccine vaccines | vaccin vaccins | вакцина вакцины вакцин
water | eau | вода воды
food | nourriture alimentaire aliments | пища продовольствие еда еды
energy | énergie | энергия энергии энергетика
climate | climat climatique | климат климата
school education | école éducation | школа школы образование образования
university | université | университет университета
test tests testing | test tests tester essai essais | тест тесты тестов тестирование тестировать
documentation document documents | documentation document documents | документация документации документ документы документов документацию
language languages | langue langues langage | язык языка языки языков языке
word words | mot mots | слово слова слов
text | texte textes | текст текста текстов
message messages mail email | message messages courrier courriel | сообщение сообщения письмо почта почты
page pages | page pages | страница страницы странице страниц страницу
image picture images | image images | изображение изображения картинка
package packages | paquet paquets | пакет пакеты пакета пакетов
install installed installation installer | installer installation installé installez | установка установить установки установлен установщик
download | télécharger téléchargement | загрузить скачать загрузка
system systems | système systèmes | система системы систем системе систему
process processes | processus procédé | процесс процесса процессы процессов процессе
application applications app apps | application applications | приложение приложения приложений приложению
library libraries | bibliothèque bibliothèques | библиотека библиотеки библиотек
configuration config configure | configuration configurer config | конфигурация конфигурации настройка настройки
build builds | assemblage construire | сборка сборки собрать
deploy deploys deployment | déploiement déploiements déployer | развёртывание развертывание развёртывания развертывания
developer developers development | développeur développeurs développement développer | разработчик разработчики разработчиков разработка разработки разработку
maintainer maintainers maintain | mainteneur mainteneurs responsable responsables maintenir | мейнтейнер мейнтейнеры мейнтейнеров
goal goals purpose aim | objectif objectifs | цель цели целей целью
idea ideas | idée idées | идея идеи идей идею
reason reasons | raison raisons | причина причины причин причину
way ways | manière façon moyen façons | способ способы способов образом
place | lieu endroit place | место места
part parts | partie parties | часть части частей
step steps | étape étapes | шаг шаги шагов этап этапы
number numbers | nombre numéro chiffre chiffres | число числа номер количество
level | niveau niveaux | уровень уровня уровне
risk risks threat threats | risque risques menace menaces | риск риска риски угроза угрозы угроз
responsible responsibility | responsabilité responsabilités | ответственность ответственности ответственный
respect | respect respecter respectent | уважение уважать соблюдать
human | humain humaine humains humaines | человеческий человеческого
freedom | liberté libertés | свобода свободы свобод
future | avenir futur | будущее будущего будущем
history | histoire historique | история истории
life live | vie vivre | жизнь жизни жить
death dead die | mort morts décès | смерть смерти погибших умерших
friendly kind | amical aimable sympathique | дружелюбный дружелюбно доброжелательный
review reviews | revue examen examiner réviser | обзор рецензия рассмотреть
check checks verify | vérifier vérifiez vérification | проверьте проверить проверка проверять
sure ensure | assurez assurer sûr | убедитесь обеспечить уверены
send sends sent | envoyer envoyez envoi envoyé | отправить отправьте послать прислать отправлять
receive received | recevoir reçu recevez | получить получать получил получено
create creates created | créer créez création créé | создать создание создайте создавать создан
show shows | montrer montre montrez | показать показывать покажите показывает
share shares sharing | partager partage partagez | поделиться делиться поделитесь
learn learning | apprendre apprentissage apprenez | учиться узнать научиться изучать узнайте
understand understanding | comprendre comprend comprenez compréhension | понять понимать понимание поймите понимают
feel feeling feels | sentir sentiment sentent ressentir | чувствовать чувство чувствуют чувствуете
remember | rappelez souvenez rappeler | помните помнить запомните
choose choice | choisir choix choisissez | выбрать выбор выбирать выберите
accept accepted | accepter acceptez accepte | принять принимать примите принято
avoid | éviter évitez évite | избегать избежать избегайте
keep | garder gardez conserver | сохранить держать хранить сохраняйте
try trying | essayer essayez tenter | попробуйте попытаться пытаться пробовать
wait | attendre attendez | ждать подождать ожидать подождите
leave | quitter laisser laissez partir | оставить покинуть уйти
become | devenir devient deviennent | стать становиться становится
happen happens | arrive passe produit | происходит случается произошло
enough | assez suffisamment suffisant | достаточно
almost | presque | почти
already | déjà | уже
still yet | encore | ещё еще всё-таки
here | ici voici | здесь тут вот
there | là voilà | там
together | ensemble | вместе
both | deux | оба обе
own | propre propres | собственный собственные свой свои своего своей своих
same | même mêmes | тот же самый одинаковый одинаковые
different | différent différente différents différentes | разный разные различный различные разных различных
possible | possible possibles | возможный возможные
available | disponible disponibles | доступный доступен доступна доступны доступно
yes | oui | да
please | merci veuillez | пожалуйста
thanks thank | remercier remercions remercie | спасибо благодарим благодарность поблагодарить
";

#[cfg(test)]
mod tests {
    use super::concept;
    use crate::align::fold::Word;

    fn of(text: &str) -> Option<u16> {
        let mut word = Word::new();
        text.chars().for_each(|c| word.push(c));
        concept(word.key())
    }

    #[test]
    fn languages_share_common_words() {
        assert!(of("hospital").is_some());
        assert_eq!(of("hospitals"), of("больницами"));
        assert_eq!(of("Pourquoi"), of("почему"));
        assert_eq!(of("never"), of("jamais"));
        assert_eq!(of("Zanzibar"), None);
    }
}
