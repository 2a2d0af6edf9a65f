### Что программа говорит авторам вокруг своих замечаний.

## Уровни замечаний

level-error = ошибка
level-warning = предупреждение
level-note = примечание

## Отчёты

report-help = совет
report-waived = исключение
# $reason (Text) Обоснование, которое дано в заявлении.
report-waived-because = исключение: { $reason }

# $statements (Number) Сколько заявлений проверено; 0, если проверялись только каталоги.
# $errors, $warnings, $notes, $waived (Number) Сколько замечаний каждого вида.
report-summary = { $statements ->
    [0] Проверка завершена
    [one] Проверено { $statements } заявление
    [few] Проверено { $statements } заявления
    [many] Проверено { $statements } заявлений
   *[other] Проверено { $statements } заявления
}: { $errors ->
    [0] ошибок нет
    [one] { $errors } ошибка
    [few] { $errors } ошибки
    [many] { $errors } ошибок
   *[other] { $errors } ошибки
}, { $warnings ->
    [0] предупреждений нет
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
    [many] { $warnings } предупреждений
   *[other] { $warnings } предупреждения
}, { $notes ->
    [0] примечаний нет
    [one] { $notes } примечание
    [few] { $notes } примечания
    [many] { $notes } примечаний
   *[other] { $notes } примечания
}{ $waived ->
    [0] .
    [one] ; { $waived } исключение.
    [few] ; { $waived } исключения.
    [many] ; { $waived } исключений.
   *[other] ; { $waived } исключения.
}

## promulgate explain

explain-level = Уровень: { $level }
explain-off = Правило действует, только если названо в promulgate.toml: "{ $rule }" = "warning" в разделе [levels].
explain-fixed = Отключить это правило или сделать из него исключение нельзя: за непрочитанный текст никто не может поручиться.
explain-what = Что оно находит
explain-why = Почему это важно
explain-example = Пример
explain-mend = Как исправить

## Программа

program-collection = { $path }: сборник, { $statements ->
    [one] { $statements } заявление
    [few] { $statements } заявления
    [many] { $statements } заявлений
   *[other] { $statements } заявления
}, каталоги { $catalogues ->
    [0] отсутствуют
    [one] на { $catalogues } языке
    [few] на { $catalogues } языках
    [many] на { $catalogues } языках
   *[other] на { $catalogues } языка
}.
program-markdown = { $path }: файла promulgate.toml нет, прочитано как тексты в Markdown ({ $layout }), { $statements ->
    [one] { $statements } заявление
    [few] { $statements } заявления
    [many] { $statements } заявлений
   *[other] { $statements } заявления
}, исходный язык { $source }.
program-fluent = { $path }: файла promulgate.toml нет, прочитано как каталоги Fluent { $catalogues ->
    [one] на { $catalogues } языке
    [few] на { $catalogues } языках
    [many] на { $catalogues } языках
   *[other] на { $catalogues } языка
}, исходный язык { $source }.
program-missing = { $path }: такого файла или папки нет.
program-nothing = { $path }: проверять нечего — нет ни promulgate.toml, ни текстов вида { $layout }, ни каталогов Fluent вида ru/terms.ftl.
program-guessed-source = Исходным языком сочтён { $source }: файлов на нём больше всего; другой язык задаётся параметром --source.
program-no-source = Исходный язык { $path } неясен; укажите его параметром --source.
program-absent-source = В { $path } нет ничего на языке { $source }, указанном в --source; есть { $languages }.
program-checking = проверка
program-rendering = вёрстка

program-new = { $dir }: сборник из одного заявления на трёх языках. Попробуйте «promulgate check { $dir }», затем «promulgate build { $dir } --out public».
program-not-empty = { $dir }: папка не пуста; ничего не записано.

program-fixed = { $changes ->
    [0] Ничего не изменено
    [one] { $changes } исправление
    [few] { $changes } исправления
    [many] { $changes } исправлений
   *[other] { $changes } исправления
}{ $files ->
    [0] .
    [one] { " " }в { $files } файле.
    [few] { " " }в { $files } файлах.
    [many] { " " }в { $files } файлах.
   *[other] { " " }в { $files } файла.
}
program-would-fix = { $changes ->
    [0] Менять нечего
    [one] --fix внёс бы { $changes } исправление
    [few] --fix внёс бы { $changes } исправления
    [many] --fix внёс бы { $changes } исправлений
   *[other] --fix внёс бы { $changes } исправления
}{ $files ->
    [0] .
    [one] { " " }в { $files } файл. Ничего не записано.
    [few] { " " }в { $files } файла. Ничего не записано.
    [many] { " " }в { $files } файлов. Ничего не записано.
   *[other] { " " }в { $files } файла. Ничего не записано.
}

program-unknown-rule = Правила { $rule } нет. Список всех правил даёт «promulgate explain».
program-nearest-rule = Возможно, имелось в виду { $near }?
program-fixed-rule = Правило { $rule } отключить нельзя: оно сообщает, что что-то не удалось прочитать, а за это никто не поручится.

program-blocked = { $statement } не публикуется: { $errors ->
    [0] в нынешнем виде заявление не проверялось
    [one] мешает { $errors } ошибка
    [few] мешают { $errors } ошибки
    [many] мешают { $errors } ошибок
   *[other] мешают { $errors } ошибки
}.
program-embargoed = { $statements ->
    [one] { $statements } заявление под эмбарго и до его окончания не выходит
    [few] { $statements } заявления под эмбарго и до его окончания не выходят
    [many] { $statements } заявлений под эмбарго и до его окончания не выходят
   *[other] { $statements } заявления под эмбарго и до его окончания не выходят
}.
program-released = { $statements ->
    [one] Опубликовано { $statements } заявление
    [few] Опубликовано { $statements } заявления
    [many] Опубликовано { $statements } заявлений
   *[other] Опубликовано { $statements } заявления
}, { $out } теперь — { $digest }: { $files ->
    [one] { $files } файл
    [few] { $files } файла
    [many] { $files } файлов
   *[other] { $files } файла
}.
program-previewed = Предварительный просмотр в { $out }: { $files ->
    [one] { $files } файл
    [few] { $files } файла
    [many] { $files } файлов
   *[other] { $files } файла
}. Ничего не опубликовано.
program-nothing-released = Ничего не опубликовано.
# $out (Text) Папка выпусков.
program-no-release = В { $out } ничего не опубликовано: нет current/manifest.json.
program-vanishing = { $count ->
    [one] { $statements }: сейчас опубликовано и исчезло бы из нового выпуска. Сначала исправьте текст или сделайте исключение с обоснованием.
    [few] { $statements }: сейчас опубликованы и исчезли бы из нового выпуска. Сначала исправьте тексты или сделайте исключения с обоснованием.
    [many] { $statements }: сейчас опубликованы и исчезли бы из нового выпуска. Сначала исправьте тексты или сделайте исключения с обоснованием.
   *[other] { $statements }: сейчас опубликованы и исчезли бы из нового выпуска. Сначала исправьте тексты или сделайте исключения с обоснованием.
}
program-unseen = { $count ->
    [one] Опубликованное заявление { $statements } исчезло бы без объяснений из-за своего статуса или эмбарго. Чтобы отозвать его, укажите status = "canceled" и сообщите об этом читателям записью в history с kind = "withdrawal".
    [few] Опубликованные заявления { $statements } исчезли бы без объяснений из-за своего статуса или эмбарго. Чтобы отозвать их, укажите status = "canceled" и сообщите об этом читателям записью в history с kind = "withdrawal".
    [many] Опубликованные заявления { $statements } исчезли бы без объяснений из-за своего статуса или эмбарго. Чтобы отозвать их, укажите status = "canceled" и сообщите об этом читателям записью в history с kind = "withdrawal".
   *[other] Опубликованные заявления { $statements } исчезли бы без объяснений из-за своего статуса или эмбарго. Чтобы отозвать их, укажите status = "canceled" и сообщите об этом читателям записью в history с kind = "withdrawal".
}
program-unchanged = Ничего не изменилось: { $out } — уже { $digest }.
program-preview-in-release = В { $out } лежат выпуски: предварительному просмотру не место там, где его увидят читатели. Выберите другую папку.
program-preview-over-files = В { $out } лежит не предварительный просмотр, и ничего там перезаписано не будет. Выберите пустую папку.
program-release-in-preview = В { $out } лежит предварительный просмотр: выпуску не место рядом с проектами. Выберите другую папку.
program-out-among-texts = { $out } лежит среди текстов { $path }: записанное там в следующий раз было бы прочитано как текст. Выберите папку за их пределами.
program-out-in-releases = { $out } лежит в папке выпусков { $folder }: туда ничего не записывают, кроме самих выпусков. Выберите место за её пределами.
program-request-confidential = До публикации держите { $out } в тайне: там названо то, что ещё не опубликовано.
program-cannot-read = Не удаётся прочитать { $path }: { $reason }
program-cannot-write = Не удаётся записать { $path }: { $reason }
program-cannot-remove = Не удаётся удалить { $path }: { $reason }
program-cannot-print = Не удаётся записать в стандартный вывод: { $reason }
program-no-statement = В этом сборнике нет заявления { $statement }.
program-no-such-release = Выпуска { $release } нет, или так начинаются имена нескольких.
program-locked = Другая программа сейчас записывает выпуск в { $path }. Повторите, когда она закончит.
program-damaged = { $path } уже не то, чем было при создании ({ $reason }).
program-unsafe-path = { $path } не записывается: путь вывел бы за пределы выпуска, или два файла стали бы одним ({ $reason }).

program-uploaded = { $url } теперь показывает { $digest }: { $written ->
    [one] записан { $written } объект
    [few] записано { $written } объекта
    [many] записано { $written } объектов
   *[other] записано { $written } объекта
}, уже на месте — { $found }.
program-upload-unchanged = Ничего не изменилось: { $url } уже показывает { $digest }.
program-upload-unconditional = { $url } не умеет сравнивать содержимое перед записью: следите, чтобы никто другой не загружал туда одновременно с вами.
program-upload-untyped = { $url } не хранит типы данных: тому, кто раздаёт объекты, придётся определять их по именам.
program-upload-in-place = Разложено по адресам: { $written ->
    [one] записан { $written } объект
    [few] записано { $written } объекта
    [many] записано { $written } объектов
   *[other] записано { $written } объекта
}, без изменений — { $found }, удалено — { $removed }.
program-upload-pruned = { $releases ->
    [one] Удалён { $releases } более ранний выпуск
    [few] Удалено { $releases } более ранних выпуска
    [many] Удалено { $releases } более ранних выпусков
   *[other] Удалено { $releases } более раннего выпуска
} из { $url }.
program-upload-again = Загруженное остаётся на месте; та же команда продолжит с места остановки.
program-upload-url = { $url } — не адрес хранилища объектов. Есть file:///папка, s3://корзина/путь, gs://корзина/путь и az://контейнер/путь.
program-upload-needs-cloud = { $url }: программа собрана без облачных хранилищ. Соберите её с функцией cloud или загрузите выпуск в папку (file:///папка).
program-upload-needs-store = Программа собрана без загрузки: соберите её с функцией store.

program-stamped = { $statements ->
    [one] { $statements } заявление
    [few] { $statements } заявления
    [many] { $statements } заявлений
   *[other] { $statements } заявления
}: { $made ->
    [0] новых отметок нет
    [one] отмечен { $made } блок
    [few] отмечено { $made } блока
    [many] отмечено { $made } блоков
   *[other] отмечено { $made } блока
}, без изменений — { $kept }{ $left ->
    [0] .
    [one] , отложен { $left }: над ним нужно поработать или объяснить, почему он верен.
    [few] , отложено { $left }: над ними нужно поработать или объяснить, почему они верны.
    [many] , отложено { $left }: над ними нужно поработать или объяснить, почему они верны.
   *[other] , отложено { $left }: над ними нужно поработать или объяснить, почему они верны.
}
program-stamp-unreadable = { $statement }: отметки не ставятся, { $errors ->
    [0] нет исходного текста
    [one] прочесть заявление целиком помешала { $errors } ошибка
    [few] прочесть заявление целиком помешали { $errors } ошибки
    [many] прочесть заявление целиком помешали { $errors } ошибок
   *[other] прочесть заявление целиком помешали { $errors } ошибки
}. Подробности покажет «promulgate check».
program-stamp-bare = { $path }: файла promulgate.toml нет, а отметки ведутся только в сборнике.
program-stamp-no-unit = { $path }: отмечать нечего, переведённого блока { $unit } нет.
program-stamp-one-statement = --unit указывает блок одного заявления, а в { $path } их { $statements }. Укажите папку заявления или один из его текстов.
program-render-one-statement = В { $path } несколько заявлений ({ $statements }); укажите папку или текст одного из них.
program-render-no-version = У { $statement } нет текста на языке { $language }; есть: { $languages }.
program-render-draft = { $statement } в нынешнем виде выпускать нельзя: в документе указано, что это проект.
program-render-several = Получается несколько файлов ({ $files }); укажите для них папку через --out или один язык через --lang.
program-render-nothing = Для этого заявления такой формат не создаёт ни одного файла.

## promulgate export и import

program-export-no-statement = Заявления { $path } здесь нет. Укажите его папку, один из его текстов или идентификатор.
program-export-one-statement = В { $path } { $statements ->
    [one] { $statements } заявление
    [few] { $statements } заявления
    [many] { $statements } заявлений
   *[other] { $statements } заявлений
}, а файл для переводчиков содержит одно. Укажите одно из них; все сразу принимает только --to tmx.
program-export-which-language = На какой язык? { $statement } переводится на: { $languages }. Укажите язык ключом --lang.
program-export-language = На язык { $language } { $statement } не переводится; переводится на: { $languages }.
program-export-exists = Файл { $out } уже есть и оставлен без изменений. Выберите другое имя или добавьте --force.
program-exported = Записан файл { $out }: { $statements ->
    [one] { $statements } заявление
    [few] { $statements } заявления
    [many] { $statements } заявлений
   *[other] { $statements } заявлений
}.
program-import-nameless = В { $file } не сказано, к какому заявлению он относится: программа опустила то, что было записано при экспорте.
program-import-no-statement = { $file } относится к { $statement }, которого нет в { $path }. Укажите сборник ключом --collection.
program-import-refused = Файл { $file } не принят; ничего не записано.
program-imported = Записан { $path }: переведено { $translated } из { $units }, изменено { $changed }; состояние — { $state }.
program-import-would = { $statement } на языке { $language } можно принять: переведено { $translated } из { $units }, изменено { $changed }; состояние — { $state }. Ничего не записано; --diff показывает изменения, --write вносит их.
program-import-shown = { $statement } на языке { $language } будет принято так: переведено { $translated } из { $units }, изменено { $changed }; состояние — { $state }. --write вносит изменения.
program-import-state = Состояние { $language } в { $statement } записать не удалось. Впишите его в statement.toml: state = "{ $state }" под [versions.{ $language }].
