### Имена и устойчивые обороты на русском языке.

# Склоняется: { -agency(case: "genitive") }.
-agency = { $case ->
   *[nominative] Агентство «Пример»
    [genitive] Агентства «Пример»
}

# $languages (Number) На скольких языках публикует агентство.
in-languages = { $languages ->
    [one] на { NUMBER($languages) } языке
    [few] на { NUMBER($languages) } языках
    [many] на { NUMBER($languages) } языках
   *[other] на { NUMBER($languages) } языка
}
