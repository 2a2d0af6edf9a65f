### Названия и устойчивые формулы Северного пакта на русском языке.

## Органы

-alliance = { $case ->
   *[nominative] Северный пакт
    [genitive] Северного пакта
    [dative] Северному пакту
    [accusative] Северный пакт
    [instrumental] Северным пактом
    [prepositional] Северном пакте
}

-council = { $case ->
   *[nominative] Постоянный совет
    [genitive] Постоянного совета
    [dative] Постоянному совету
    [accusative] Постоянный совет
    [instrumental] Постоянным советом
    [prepositional] Постоянном совете
}

# Со строчной буквы; в начале предложения не употребляется.
-secretary-general = { $case ->
   *[nominative] генеральный секретарь
    [genitive] генерального секретаря
    [dative] генеральному секретарю
    [accusative] генерального секретаря
    [instrumental] генеральным секретарём
    [prepositional] генеральном секретаре
}

# Со строчной буквы; в начале предложения не употребляется.
-press-office = { $case ->
   *[nominative] пресс-служба
    [genitive] пресс-службы
    [dative] пресс-службе
    [accusative] пресс-службу
    [instrumental] пресс-службой
    [prepositional] пресс-службе
}

-cyber-centre = { $case ->
   *[nominative] Центр киберустойчивости
    [genitive] Центра киберустойчивости
    [dative] Центру киберустойчивости
    [accusative] Центр киберустойчивости
    [instrumental] Центром киберустойчивости
    [prepositional] Центре киберустойчивости
}

-solidarity-fund = { $case ->
   *[nominative] Фонд солидарности
    [genitive] Фонда солидарности
    [dative] Фонду солидарности
    [accusative] Фонд солидарности
    [instrumental] Фондом солидарности
    [prepositional] Фонде солидарности
}

## Устойчивые формулы

# Завершает заявления, выражающие общую озабоченность. Целое предложение.
pledge = Мы едины и будем действовать сообща.

# $allies (Number) Сколько у Пакта союзников.
allies-count = { $allies ->
    [one] { $allies } союзник
    [few] { $allies } союзника
    [many] { $allies } союзников
   *[other] { $allies } союзника
}

# $participants (Number) Сколько человек приняли участие в учениях.
participants-count = { $participants ->
    [one] { NUMBER($participants) } участник
    [few] { NUMBER($participants) } участника
    [many] { NUMBER($participants) } участников
   *[other] { NUMBER($participants) } участника
}
