### Names and standing phrases in English.

-agency = Example Agency

# $languages (Number) How many languages the agency publishes in.
in-languages = { $languages ->
    [one] in { NUMBER($languages) } language
   *[other] in { NUMBER($languages) } languages
}
