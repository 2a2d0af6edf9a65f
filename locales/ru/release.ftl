# Что программа говорит о выпусках.

release-staged = Выпуск { $digest } готов и ждёт: { $statements ->
    [one] { $statements } заявление
    [few] { $statements } заявления
    [many] { $statements } заявлений
   *[other] { $statements } заявления
}, { $files ->
    [one] { $files } файл
    [few] { $files } файла
    [many] { $files } файлов
   *[other] { $files } файла
}. Ничего из него пока не опубликовано.
release-command = Чтобы опубликовать его: promulgate release { $dir } --out { $out }
release-not-before = Раньше { $moment } он не выйдет.
release-needs-signatures = Сначала его нужно подписать: promulgate sign-request { $out }
release-nothing-staged = В { $out } ничего не ждёт публикации. Подготовьте выпуск командой «promulgate build», указав будущий момент (--at).
release-no-such = В { $out } нет выпуска { $release } или так начинаются имена нескольких. Список даёт «promulgate releases { $out }».
release-no-earlier = В { $out } нет выпуска, который предшествовал бы опубликованному.
release-too-early = Ещё рано: подготовленный выпуск не выйдет раньше { $moment }.
release-superseded = После подготовки этого выпуска вышел другой, и этот отменил бы сказанное в нём. Соберите его заново ({ $reason }).
release-unapproved = Не хватает подписей ({ $reason }).
release-damaged = Файл изменён после того, как был создан; он создаётся заново или не публикуется ({ $reason }).
release-not-durable = Выпуск опубликован, но диск этого не подтвердил: после отключения питания может снова появиться прежний. Проверьте диск и соберите выпуск ещё раз ({ $reason }).
release-locked = Кто-то другой сейчас записывает здесь выпуск. Повторите, когда он закончит ({ $reason }).
release-addresses-gone = { $addresses ->
    [one] { $addresses } адрес, который был опубликован, больше не действует
    [few] { $addresses } адреса, которые были опубликованы, больше не действуют
    [many] { $addresses } адресов, которые были опубликованы, больше не действуют
   *[other] { $addresses } адреса, которые были опубликованы, больше не действуют
}: ссылки на вышедшее с тех пор никуда не ведут.
releases-none = В { $out } ещё не было выпусков.
releases-sequence = №
releases-digest = Выпуск
releases-statements = Заявления
releases-files = Файлы
releases-standing = Состояние
releases-public = опубликован
releases-kept = хранится
releases-staged = ждёт
releases-staged-until = ждёт до { $moment }
