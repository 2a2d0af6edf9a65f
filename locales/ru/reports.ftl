### Что стоит вокруг замечаний в отчётах, в «promulgate status» и в «promulgate explain».

## Слова отчётов

report-title = Отчёт о языковых версиях
report-coverage = Готовность
report-findings = Замечания
report-nothing = Замечаний нет.
report-quiet = Без замечаний
report-statement = Заявление
report-language = Язык
report-level = Уровень
report-place = Место
report-finding = Замечание
report-ready = Готово
report-units = Единицы
report-words = Слова
report-catalogues = Каталоги
report-collection = Сборник и каталоги
report-source = исходный текст
report-all = все
report-any = без языка
report-filter = Показать
report-here = Исправить
report-there = Сравнить с
report-beside = В исходном тексте
report-fix = Предлагаемая правка
# $name (Text) Название правила.
report-explain = Почему это важно: promulgate explain { $name }
# $version (Text) Версия программы.
report-made = Составлено программой promulgate { $version }. Эта страница ничего не запрашивает из сети.
# $language (Text) Язык: метка или название.
# $ok, $total (Number) Сколько единиц готово и сколько их всего.
report-bar = { $language }: готово { $ok } из { $total ->
    [one] { $total } единицы
    [few] { $total } единиц
    [many] { $total } единиц
   *[other] { $total } единицы
}

## Состояние единиц

condition-ok = готово
condition-waived = исключения
condition-suspect = под вопросом
condition-stale = устарело
condition-error = с ошибками
condition-missing = пропущено

## promulgate status

status-state = Состояние
status-revision = Редакция
status-errors = Ошибки
status-warnings = Предупр.
status-attention = Осталось
status-embargo = Эмбарго
status-total = Всего
status-no-text = текста нет
status-none = Нет ни заявлений, ни каталогов.
# $count (Number) Сколько единиц в этом состоянии.
status-missing = пропущено { $count }
status-stale = устарело { $count }
status-error = с ошибками { $count }
status-suspect = под вопросом { $count }
status-waived = исключений { $count }
# $until (Text) Момент.
status-embargoed = { $until }
status-embargo-over = снято

state-initial = исходное
state-translated = переведено
state-reviewed = проверено
state-final = окончательное

## promulgate explain

explain-waive = Как сделать исключение
explain-waive-how = Если такое замечание неуместно, скажите об этом в statement.toml заявления и укажите обоснование:
explain-waive-reason = Почему так верно.
explain-no-waiver = В каталоге и в настройках исключений не бывает: задайте уровень правила в разделе [levels] файла promulgate.toml.
explain-rules = Правила promulgate
# $families, $rules (Number) Сколько всего семейств и правил.
explain-counts = { $rules ->
    [one] { $rules } правило
    [few] { $rules } правила
    [many] { $rules } правил
   *[other] { $rules } правила
} в { $families ->
    [one] { $families } семействе
    [few] { $families } семействах
    [many] { $families } семействах
   *[other] { $families } семейства
}. Подробнее об одном говорит «promulgate explain ПРАВИЛО».

family-agreement = Что говорят тексты: числа, даты, имена, ссылки
family-catalogue = Каталоги Fluent
family-language = Язык текста
family-markdown = Что неясно в Markdown
family-markup = HTML, ссылки и изображения
family-process = Состояния, языки, уровни и исключения
family-source = Что не удалось прочитать
family-staleness = Переводы текстов, которые с тех пор изменились
family-structure = Строение текстов: блоки, заголовки, подстановки
family-typography = Кавычки, пробелы, тире
family-unicode = Знаки, которые не то, чем кажутся
