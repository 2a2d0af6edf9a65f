### Что говорят «promulgate verify», «sign-request», «sign» и «attach».

# Версия заявления по её языку.
verify-version = { $language ->
    [ar] арабская версия
    [de] немецкая версия
    [en] английская версия
    [es] испанская версия
    [fr] французская версия
    [ru] русская версия
    [uk] украинская версия
    [zh] китайская версия
   *[other] версия на языке «{ $language }»
}

# Версия, место которой заняла другая.
verify-other-version = { $otherlanguage ->
    [ar] арабская версия
    [de] немецкая версия
    [en] английская версия
    [es] испанская версия
    [fr] французская версия
    [ru] русская версия
    [uk] украинская версия
    [zh] китайская версия
   *[other] версия на языке «{ $otherlanguage }»
}

## Файлы

verify-changed = { $path }: { $language ->
    [none] файл изменён
   *[other] { $statement }, { verify-version }: текст изменён
}. В файле { $length ->
    [one] { $length } байт
    [few] { $length } байта
    [many] { $length } байт
   *[other] { $length } байта
}, а по манифесту — { $recorded } и другое содержание. Не пользуйтесь им; получите его у издателя заново.
verify-missing = Нет файла { $path }{ $language ->
    [none] .
   *[other] { " " }({ $statement }, { verify-version }).
} Получите выпуск у издателя заново.
verify-language-missing = { $statement }: отсутствует { verify-version }, { $files ->
    [one] { $files } файл
    [few] все { $files } файла
    [many] все { $files } файлов
   *[other] все { $files } файла
}. Получите выпуск у издателя заново.
verify-language-dropped = { $statement }: исчезла { verify-version }, хотя она у заявления была. Спросите у издателя почему; не полагайтесь на одни оставшиеся языки.
verify-language-incomplete = { $statement }: { verify-version } есть не во всех видах, что другие языки (нет: { $outputs }). Попросите у издателя полный выпуск.
verify-statement-dropped = Заявление { $statement } было опубликовано, теперь его нет, и ничто к нему не ведёт. Спросите у издателя: отозванное сохраняет свой адрес.
verify-revision-back = У заявления { $statement } редакция { $now }, а прежде была { $before }: старый текст выдан за новый. Спросите у издателя, какая действует.
verify-swapped = В { $path } — содержание { $otherpath }: { $language ->
    [none] один файл лежит на месте другого
   *[other] здесь должна быть { verify-version }{ $otherlanguage ->
        [none] { "" }
       *[other] , а лежит { verify-other-version }
    }
}. Не пользуйтесь этим файлом; получите его у издателя заново.
verify-mixed = Смешаны два выпуска: { $files ->
    [one] { $files } файл ({ $path }) взят
    [few] { $files } файла (первый — { $path }) взяты
    [many] { $files } файлов (первый — { $path }) взяты
   *[other] { $files } файла (первый — { $path }) взяты
} из выпуска { $release } (номер { $sequence }). Получите у издателя весь выпуск заново.
verify-not-of-release = Файла { $path } нет в этом выпуске (номер { $sequence }); он может быть из более раннего или более позднего. Укажите манифест того выпуска через --manifest.
verify-other-release = Если файл — из более раннего или более позднего выпуска, чем номер { $sequence }, укажите манифест того выпуска через --manifest.
verify-foreign = Файла { $path } нет в манифесте: издатель его не выпускал. Удалите его и выясните, кто его положил.
verify-no-file = { $path } — ссылка или что-то другое, но не файл. В выпуске бывают только файлы; удалите это и выясните, кто это положил.
verify-twice = { $path } есть в архиве дважды: какой из двух будет извлечён, никто не скажет. Не распаковывайте архив.

## Манифест и цепь

verify-manifest-missing = Нет файла { $path }: без манифеста проверить ничего нельзя. Укажите папку выпуска или манифест через --manifest.
verify-manifest-broken = { $path } не читается: { $reason }. Получите его у издателя заново.
verify-manifest-not-canonical = { $path } записан не так, как пишется манифест (RFC 8785): его записало или изменило что-то другое. Получите его у издателя заново.
verify-wrong-digest = { $path } изменён или подменён: его отпечаток { $found }…, а должен быть { $expected }… Не доверяйте ничему, что в нём перечислено; получите его у издателя заново.
verify-nothing-current = Выпуски здесь хранятся, но ни один не отмечен как текущий. Спросите у издателя или укажите выпуск через --release.
verify-nothing-public = Здесь ещё ничего не опубликовано{ $count ->
    [0] .
    [one] : { $waiting } ждёт своего часа или подписей.
    [few] : { $waiting } ждут своего часа или подписей.
    [many] : { $waiting } ждут своего часа или подписей.
   *[other] : { $waiting } ждут своего часа или подписей.
} Проверьте снова после «promulgate release» или укажите папку того, что ждёт.
verify-leads-out = { $path } ведёт не к одному из выпусков, а наружу, в { $target }: того, что там видят читатели, среди хранимых здесь выпусков нет. Не доверяйте этому; выясните, кто изменил ссылку, и пусть издатель выпустит всё заново.
verify-unfinished = Незавершённое переключение или скрытый более новый выпуск: показан номер { $sequence }, а сразу за ним следует { $release }, и он должен был стать открытым. Снова выполните «promulgate build» или «promulgate release», затем проверьте.
verify-not-as-restored = Этот выпуск объявляет, что восстанавливает { $release }, но { $count ->
    [one] отличается { $count } элемент ({ $name })
    [few] отличаются { $count } элемента (первый — { $name })
    [many] отличаются { $count } элементов (первый — { $name })
   *[other] отличаются { $count } элемента (первый — { $name })
}. Не доверяйте ему; спросите у издателя.
verify-restores = Этот выпуск восстанавливает { $release }: тексты в нём намеренно старше тех, что были показаны прежде.
verify-chain-beginning = Цепь выпусков нарушена на номере { $sequence }: только у номера 1 нет предыдущего, каждый другой называет свой. Спросите у издателя.
verify-chain-sequence = Цепь выпусков нарушена: номер { $sequence } следует за номером { $previous }. Спросите у издателя.
verify-chain-fork = Цепь выпусков раздвоилась: { $release } занимает место { $sequence } в другой истории, чем этот выпуск. Спросите у издателя, какая из них верна.
verify-replayed = Показан старый выпуск: его номер { $sequence }, а известен номер { $known } ({ $release }). Не принимайте его за последний; получите последний у издателя.
verify-forked = Этот выпуск не следует за известным вам { $release }: это две разные истории. Спросите у издателя, какая из них верна.
verify-descent-unproven = Нельзя доказать, что этот выпуск следует за { $release }: выпуски между ними здесь не хранятся. Получите у издателя манифесты между ними или возьмите более новый, которому доверяете.

## Подписи

verify-unsigned = Никто не подписал: { $threshold ->
    [one] нужна подпись { $threshold } ключа
    [few] нужны подписи { $threshold } ключей
    [many] нужны подписи { $threshold } ключей
   *[other] нужны подписи { $threshold } ключа
}, а подписей нет. Не доверяйте выпуску; попросите подписи у издателя.
verify-too-few-signatures = Подписей мало: подписало ключей — { $signed }, а нужно { $threshold }. Не доверяйте выпуску, пока не подпишут остальные.
verify-signature-broken = { $name } — не подпись: { $reason }. Получите её у подписавшего заново.
verify-signature-foreign = { $name } — подпись ключа { $key }, которого нет среди указанных. Спросите у издателя другим путём, чей это ключ.
verify-signature-wrong = { $name } называет ключ { $key }, но этот ключ не подписывал этот манифест: подпись подделана или относится к другому выпуску. Не доверяйте выпуску.
verify-signature-duplicate = { $name } — вторая подпись ключа { $key }: ключ считается один раз.
verify-signatures-not-checked = Подписи не проверялись{ $present ->
    [0] , и их нет: выпуск не подписан
    [one] { " " }(здесь { $present } подпись). Укажите ключ издателя через --key
    [few] { " " }(здесь { $present } подписи). Укажите ключи издателя через --key
    [many] { " " }(здесь { $present } подписей). Укажите ключи издателя через --key
   *[other] { " " }(здесь { $present } подписи). Укажите ключи издателя через --key
}. Кто может изменить файлы, может изменить и манифест.
verify-signatures-good = { $signed ->
    [one] Подписал { $signed } ключ
    [few] Подписали { $signed } ключа
    [many] Подписали { $signed } ключей
   *[other] Подписали { $signed } ключа
} (нужно { $threshold }): { $comments }.

## Вывод

verify-good = Выпуск { $digest } (номер { $sequence }) таков, как говорит его манифест: { $files ->
    [one] { $files } файл
    [few] { $files } файла
    [many] { $files } файлов
   *[other] { $files } файла
}, { $statements ->
    [one] { $statements } заявление
    [few] { $statements } заявления
    [many] { $statements } заявлений
   *[other] { $statements } заявления
}.
verify-bad = { $count ->
    [one] Найдено { $count } нарушение.
    [few] Найдено { $count } нарушения.
    [many] Найдено { $count } нарушений.
   *[other] Найдено { $count } нарушения.
}
verify-file-good = { $path } — байт в байт из выпуска { $digest }{ $statement ->
    [none] .
   *[other] , заявление { $statement }{ $language ->
        [none] .
       *[other] : { verify-version }.
    }
}
verify-text-whole = Это слова заявления { $statement }, редакция { $revision }, целиком: { verify-version }.
verify-text-passage = Эти слова — отрывок заявления { $statement }, редакция { $revision } ({ verify-version }), а не весь текст: пропущено слов до него — { $before }, после — { $after }.
verify-text-paragraphs = Эти слова — отрывок заявления { $statement }, редакция { $revision } ({ verify-version }), без изменений: абзацы { $first }–{ $last } из { $count }, считая заголовки и сноски; остальное не вставлено.
verify-text-around = Вокруг текста ещё { $words ->
    [one] { $words } слово самого издателя
    [few] { $words } слова самого издателя
    [many] { $words } слов самого издателя
   *[other] { $words } слова самого издателя
}: шапка, пометки, отпечаток.
verify-text-inserted = В тексте есть абзацы { $first }–{ $last } из { $count } заявления { $statement }, редакция { $revision } ({ verify-version }), но следующие слова издателю не принадлежат. Не распространяйте его от имени издателя.
verify-text-foreign = добавлено: { $words }
verify-text-unknown = Ни в одном тексте этого выпуска нет таких слов.
verify-text-nearest = Ближе всего { $statement }, редакция { $revision } ({ verify-version }). Первым отличается слово { $word }, после «{ $context }»:
verify-text-issued = издано: { $words }
verify-text-pasted = вставлено: { $words }
verify-text-ends = (здесь текст кончается)
verify-text-lines-only = Без самого выпуска можно узнать только текст, в котором строки те же, что в виде «canonical». Чтобы сравнить слова, укажите папку выпуска или архив.

## Подписание

sign-request-written = { $out } — то, что нужно подписать: выпуск { $digest }, номер { $sequence }. Подпишите на машине, где хранится ключ: «promulgate sign { $out } --key SECRET --comment '{ $comment }'» или «minisign -S -m { $out } -s SECRET -t '{ $comment }'»; затем положите подпись командой «promulgate attach».
sign-request-nothing = В { $out } нет выпуска, который можно подписать.
sign-request-which = В { $out } несколько выпусков, чей отпечаток начинается так: { $digests }. Укажите больше знаков через --release.
sign-password = Пароль ключа { $key }:
sign-written = { $out }: подписано ключом { $key }, с пометкой «{ $comment }».
sign-exists = { $out } уже есть и оставлен как есть. Выберите другое имя через --out.
sign-no-password = У ключа { $key } есть пароль, а спросить здесь некого: укажите его через --password-file.
attach-written = { $out }: подпись ключа { $key } верна для выпуска { $digest }. Её пометка: «{ $comment }».
attach-foreign = { $file } — подпись ключа { $key }, которого нет среди указанных. Она не положена.
attach-other-manifest = { $file } называет ключ { $key }, но этот ключ не подписывал этот манифест ({ $digest }): подпись относится к другому выпуску или подделана. Она не положена.
attach-broken = { $file } — не подпись: { $reason }. Ничего не положено.
attach-no-keys = Чьи подписи считать? Укажите открытый ключ через --key или через --collection собрание, которое их называет.
