### Ce qui entoure les constats dans les rapports, dans « promulgate status » et dans « promulgate explain ».

## Mots des rapports

report-title = Rapport sur les versions linguistiques
report-coverage = Couverture
report-findings = Constats
report-nothing = Rien à signaler.
report-quiet = Sans constat
report-statement = Déclaration
report-language = Langue
report-level = Niveau
report-place = Endroit
report-finding = Constat
report-ready = Prêt
report-units = Unités
report-words = Mots
report-catalogues = Catalogues
report-collection = Collection et catalogues
report-source = source
report-all = tout
report-any = aucune langue
report-filter = Afficher
report-here = À corriger
report-there = À comparer avec
report-beside = La source dit
report-fix = Correction proposée
# $name (Text) Le nom d’une règle.
report-explain = Pourquoi c’est important : promulgate explain { $name }
# $version (Text) La version du programme.
report-made = Établi par promulgate { $version }. Cette page ne demande rien à aucun réseau.
# $language (Text) Une langue, par son étiquette ou son nom.
# $ok, $total (Number) Nombre d’unités prêtes, et nombre d’unités.
report-bar = { $language } : { $ok } sur { $total ->
    [one] { $total } unité
    [many] { $total } unités
   *[other] { $total } unités
}, prêtes

## État des unités

condition-ok = prêtes
condition-waived = en dérogation
condition-suspect = douteuses
condition-stale = périmées
condition-error = fautives
condition-missing = manquantes

## promulgate status

status-state = État
status-revision = Révision
status-errors = Erreurs
status-warnings = Avert.
status-attention = Reste à faire
status-embargo = Embargo
status-total = Total
status-no-text = pas de texte
status-none = Il n’y a ni déclaration ni catalogue.
# $count (Number) Nombre d’unités dans cet état.
status-missing = { $count ->
    [one] { $count } manquante
    [many] { $count } manquantes
   *[other] { $count } manquantes
}
status-stale = { $count ->
    [one] { $count } périmée
    [many] { $count } périmées
   *[other] { $count } périmées
}
status-error = { $count ->
    [one] { $count } fautive
    [many] { $count } fautives
   *[other] { $count } fautives
}
status-suspect = { $count ->
    [one] { $count } douteuse
    [many] { $count } douteuses
   *[other] { $count } douteuses
}
status-waived = { $count } en dérogation
# $until (Text) Un moment.
status-embargoed = { $until }
status-embargo-over = levé

state-initial = initial
state-translated = traduit
state-reviewed = relu
state-final = définitif

## promulgate explain

explain-waive = Comment l’accepter
explain-waive-how = Si un constat de cette sorte est juste en l’état, dites-le dans le fichier statement.toml de la déclaration, avec le motif :
explain-waive-reason = Pourquoi il est juste en l’état.
explain-no-waiver = On ne peut déroger à rien dans un catalogue ni dans les réglages : fixez un niveau pour la règle sous [levels] de promulgate.toml.
explain-rules = Les règles de promulgate
# $families, $rules (Number) Nombre de familles et de règles.
explain-counts = { $rules ->
    [one] { $rules } règle
    [many] { $rules } règles
   *[other] { $rules } règles
} dans { $families ->
    [one] { $families } famille
    [many] { $families } familles
   *[other] { $families } familles
}. « promulgate explain RÈGLE » en dit plus sur l’une d’elles.

family-agreement = Ce que disent les textes : nombres, dates, noms, références
family-catalogue = Catalogues Fluent
family-language = La langue d’un texte
family-markdown = Ce que Markdown laisse obscur
family-markup = HTML, liens et images
family-process = États, langues, niveaux et dérogations
family-source = Ce qui n’a pas pu être lu
family-staleness = Traductions de textes qui ont changé depuis
family-structure = La forme des textes : blocs, titres, champs
family-typography = Guillemets, espaces, tirets
family-unicode = Caractères qui ne sont pas ce qu’ils semblent
