### Слова, которые добавляются к заявлению при выпуске. Сборник заменяет любое из них в своих locales/ru/*.ftl.

## Виды текстов

kind-statement = Заявление
kind-declaration = Декларация
kind-communique = Коммюнике
kind-press-release = Пресс-релиз
kind-notice = Уведомление

## Шапка

# $place (Text) $date (Text) День полностью: «3 июня 2020 года».
dateline = { $place }, { $date }
# $number (Text) Официальный номер: «PR (2020) 061».
letterhead-number = № { $number }
# $revision (Number)
letterhead-revision = Редакция { $revision }
# $fingerprint (Text) SHA-256 канонического текста.
letterhead-fingerprint = Контрольная сумма текста (SHA-256): { $fingerprint }
# $manifest (Text) Адрес манифеста выпуска.
letterhead-verify = Проверить подлинность: { $manifest }

## Примечания к тексту

notice-draft = Проект для просмотра. Не для публикации.
# $until (Text) Момент времени полностью, со смещением от UTC.
notice-embargo = Эмбарго на публикацию до { $until }.
# $languages (Text) Названия языков, тексты на которых имеют силу, каждое на своём языке.
notice-unofficial = Неофициальный перевод. Аутентичными являются тексты на следующих языках: { $languages }.
notice-authoritative = Настоящий текст и тексты на следующих языках имеют одинаковую силу: { $languages }.
# $languages (Text) «английском и французском». $count (Number) Их число.
notice-unofficial-in = Неофициальный перевод. Преимущественную силу { $count ->
    [1] имеет текст на { $languages } языке
   *[other] имеют тексты на { $languages } языках
}.
notice-authoritative-in = Настоящий текст и { $count ->
    [1] текст на { $languages } языке
   *[other] тексты на { $languages } языках
} имеют одинаковую силу.
notice-unofficial-alone = Неофициальный перевод. Аутентичный текст здесь не опубликован.
notice-definitive = Настоящий текст является аутентичным и имеет преимущественную силу перед переводами.
notice-automated = Этот текст — машинный перевод, не проверенный человеком.
# $date (Text)
notice-corrigendum = Текст исправлен { $date }.
notice-addendum = Текст дополнен { $date }.
notice-revision = Текст пересмотрен { $date }.
notice-withdrawal = Текст отозван { $date }.
notice-withdrawn = Этот текст отозван.

## Страница

page-skip = Перейти к тексту
page-languages = Языки
page-formats = Другие форматы:
page-parallel = Параллельные тексты:
page-missing = На этом языке отсутствует
page-all = Все заявления
page-home = Выбрать язык
page-moved = У этого текста теперь другой адрес:
page-notices = Об этом тексте
page-notes = Примечания
# $number (Number)
page-note = Примечание { $number }
page-note-back = Назад к ссылке на примечание { $number }
page-table = Таблица { $number }
# $column (Text) Заголовок столбца перед тем, что стоит в строке.
table-label = { $column }:
page-here = Ссылка на это место
# $language (Text) Название другого языка на этом языке.
page-elsewhere = То же место ({ $language })

## Печатные страницы

# Надпись поперёк каждой страницы проекта.
pdf-draft = Проект
# $page (Text) $pages (Text) Номер страницы и число страниц.
pdf-page = Страница { $page } из { $pages }

## Указатель

index-statements = Заявления
index-empty = Пока не опубликовано ни одного заявления.
# $language (Text) Название языка на этом языке.
index-only-in = Только на языке: { $language }
index-withdrawn = Отозвано
index-choose = Выберите язык
index-feeds = Подписка:

## Языки каждого заявления

where-title = Языки каждого заявления
where-statement = Заявление
where-unofficial = неофициальный перевод
where-official = официальный текст
where-authoritative = аутентичный текст
where-definitive = единственный аутентичный текст
where-missing = отсутствует
# $count (Number) Сколько заявлений не существует на языке.
where-missing-count = отсутствует: { $count }

## Почта

# Что стоит в теме письма перед заголовком. $notice (Text) Одно из слов ниже. $title (Text)
mail-subject = { $notice }: { $title }
mail-draft = ПРОЕКТ
mail-embargo = ЭМБАРГО
mail-withdrawal = ОТОЗВАНО
mail-corrigendum = ИСПРАВЛЕНИЕ
mail-addendum = ДОПОЛНЕНИЕ
mail-revision = НОВАЯ РЕДАКЦИЯ
# В списке языков в начале письма, под названием языка и заголовком. $file (Text) Имя приложенного файла.
mail-here = Текст на этом языке находится ниже в этом письме или в приложенном файле { $file }.

## Даты

# Метка языка, по правилам которого записываются числа и даты, например ru-KZ.
# Пусто: по правилам самого языка.
format-conventions = { "" }
# В официальных текстах слово «года» пишется полностью: «11 июля 2018 года».
# $date (Date)
format-date = { DATETIME($date, day: "numeric", month: "long") } { DATETIME($date, year: "numeric") } года
# $date (Moment) Дата и время со смещением от UTC, в котором оно записано.
format-moment = { format-date }, { DATETIME($date, timeStyle: "short", timeZoneName: "shortOffset") }

## Языки
## language-<метка> заменяет название языка, его атрибут .in — форму после слов «тексты на»; language-endonym заменяет название
## самого этого языка в списке языков.

language-ar = арабский
    .in = арабском
language-az = азербайджанский
    .in = азербайджанском
language-be = белорусский
    .in = белорусском
language-bg = болгарский
    .in = болгарском
language-bs = боснийский
    .in = боснийском
language-cs = чешский
    .in = чешском
language-da = датский
    .in = датском
language-de = немецкий
    .in = немецком
language-el = греческий
    .in = греческом
language-en = английский
    .in = английском
language-es = испанский
    .in = испанском
language-et = эстонский
    .in = эстонском
language-fa = персидский
    .in = персидском
language-fi = финский
    .in = финском
language-fr = французский
    .in = французском
language-ga = ирландский
    .in = ирландском
language-hr = хорватский
    .in = хорватском
language-hu = венгерский
    .in = венгерском
language-hy = армянский
    .in = армянском
language-is = исландский
    .in = исландском
language-it = итальянский
    .in = итальянском
language-ja = японский
    .in = японском
language-ka = грузинский
    .in = грузинском
language-kk = казахский
    .in = казахском
language-ko = корейский
    .in = корейском
language-ky = киргизский
    .in = киргизском
language-lt = литовский
    .in = литовском
language-lv = латышский
    .in = латышском
language-mk = македонский
    .in = македонском
language-mn = монгольский
    .in = монгольском
language-mt = мальтийский
    .in = мальтийском
language-nb = норвежский
    .in = норвежском
language-nl = нидерландский
    .in = нидерландском
language-no = норвежский
    .in = норвежском
language-pl = польский
    .in = польском
language-pt = португальский
    .in = португальском
language-ro = румынский
    .in = румынском
language-ru = русский
    .in = русском
language-sk = словацкий
    .in = словацком
language-sl = словенский
    .in = словенском
language-sq = албанский
    .in = албанском
language-sr = сербский
    .in = сербском
language-sv = шведский
    .in = шведском
language-tg = таджикский
    .in = таджикском
language-tk = туркменский
    .in = туркменском
language-tr = турецкий
    .in = турецком
language-uk = украинский
    .in = украинском
language-uz = узбекский
    .in = узбекском
language-vi = вьетнамский
    .in = вьетнамском
language-zh = китайский
    .in = китайском

## Для переводчиков, в файлах их программ

# $summary (Text) Одно или два предложения.
exchange-summary = Краткое содержание: { $summary }
exchange-placeholders = Подстановка вида { "{" } -name { "}" } заполняется при публикации: названия, числа и даты получают форму, принятую в языке. Если нужна другая форма названия, удалите подстановку и напишите на её месте нужную, например { "{" } -name(case: "genitive") { "}" }; имеющиеся формы перечислены в примечаниях к сегменту.
# $kind (Text) Что это за блок. $marker (Text) Его номер, «7.». $cells (Number) Число ячеек в строке.
exchange-context = { $kind ->
    [title] Заголовок текста.
    [heading] Подзаголовок.
    [numbered] Пункт { $marker }
    [item] Элемент списка.
    [quote] Цитата.
    [attribution] Автор цитаты.
    [table-head] Заголовки таблицы: { $cells ->
        [one] { $cells } ячейка
        [few] { $cells } ячейки
        [many] { $cells } ячеек
       *[other] { $cells } ячеек
    }, разделены подстановками.
    [table-row] Строка таблицы: { $cells ->
        [one] { $cells } ячейка
        [few] { $cells } ячейки
        [many] { $cells } ячеек
       *[other] { $cells } ячеек
    }, разделены подстановками.
    [code] Код, приводится как есть.
    [footnote] Сноска.
   *[other] Абзац.
}
# $name (Text) Название языка.
exchange-foreign = Текст на другом языке ({ $name }), перевода не требует.
# $text (Text) Исходный текст с заполненными подстановками.
exchange-readers-see = Читатели оригинала видят: { $text }
