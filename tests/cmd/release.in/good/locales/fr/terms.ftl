### Les noms et les formules consacrées en français.

-agency = Agence Exemple

# $languages (Number) Nombre de langues dans lesquelles l’agence publie.
in-languages = { $languages ->
    [one] en { NUMBER($languages) } langue
    [many] en { NUMBER($languages) } langues
   *[other] en { NUMBER($languages) } langues
}
