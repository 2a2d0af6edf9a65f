# $text (Text) Les mots autour de l’endroit. $count (Number) Le nombre d’endroits dans le bloc.
typography-breaking-space = { $count ->
    [one] Dans « { $text } », la ligne peut se couper à côté du signe : l’espace y est ordinaire.
    [many] La ligne peut se couper à côté de { $count } signes de ce bloc, d’abord dans « { $text } » : les espaces y sont ordinaires.
   *[other] La ligne peut se couper à côté de { $count } signes de ce bloc, d’abord dans « { $text } » : les espaces y sont ordinaires.
}
    .help = Mettez une espace insécable (U+00A0 ou U+202F) ; « promulgate check --fix » s’en charge.
    .here = espace ordinaire
    .what = Dans un texte français, une espace ordinaire précède un point-virgule, un deux-points, un point d’exclamation ou d’interrogation ou un guillemet fermant, ou suit un guillemet ouvrant.
    .why = Aucune ligne ne doit se couper à côté de ces signes. Avec une espace ordinaire, le navigateur ou la messagerie rejette un deux-points ou un guillemet isolé au début d’une ligne.
    .example = Un point d’interrogation précédé de l’espace de la barre d’espacement.
    .mend = Remplacez l’espace par une espace insécable, ou laissez faire « promulgate check --fix ».
# $text (Text) Les mots autour de l’endroit. $count (Number) Le nombre d’endroits dans le bloc.
typography-missing-space = { $count ->
    [one] Il manque une espace à côté du signe dans « { $text } ».
    [many] Il manque une espace à côté de { $count } signes de ce bloc, d’abord dans « { $text } ».
   *[other] Il manque une espace à côté de { $count } signes de ce bloc, d’abord dans « { $text } ».
}
    .help = Le français met une espace insécable avant le point-virgule, le deux-points, les points d’exclamation et d’interrogation, et à l’intérieur des guillemets ; « promulgate check --fix » s’en charge.
    .here = il manque une espace insécable à côté de ce signe
    .what = Dans un texte français, un signe double ou un guillemet touche le mot voisin.
    .why = Le français détache ces signes. Sans l’espace, le texte semble composé selon les règles d’une autre langue.
    .example = Des guillemets collés aux mots qu’ils encadrent, comme en allemand ou en russe.
    .mend = Insérez une espace insécable (U+00A0), ou laissez faire « promulgate check --fix ». Au Canada, elle n’est requise qu’avant le deux-points et à l’intérieur des guillemets.
# $text (Text) Les mots autour de l’endroit. $count (Number) Le nombre d’endroits dans le bloc. $wrong, $right (Text) Des caractères, comme U+00A0.
typography-wrong-no-break-space = { $count ->
    [one] L’espace dans « { $text } » est { $wrong } ; la norme veut { $right }.
    [many] { $count } espaces de ce bloc ne sont pas celles de la norme, d’abord dans « { $text } » : { $wrong } au lieu de { $right }.
   *[other] { $count } espaces de ce bloc ne sont pas celles de la norme, d’abord dans « { $text } » : { $wrong } au lieu de { $right }.
}
    .help = « promulgate check --fix » met une espace fine insécable devant le point-virgule et les points d’exclamation et d’interrogation, une espace pleine devant le deux-points et à l’intérieur des guillemets.
    .here = { $wrong }
    .what = Dans un texte français, une espace insécable n’est pas celle de l’Imprimerie nationale : fine (U+202F) devant le point-virgule et les points d’exclamation et d’interrogation, pleine (U+00A0) devant le deux-points et à l’intérieur des guillemets.
    .why = Une maison qui suit la norme veut partout la même chasse. Désactivée par défaut, car la plupart des services de presse n’emploient qu’une des deux espaces.
    .example = Une espace insécable pleine devant un point d’interrogation.
    .mend = Remplacez l’espace, ou laissez faire « promulgate check --fix ».
# $text (Text) Les mots autour de l’endroit. $count (Number) Le nombre d’endroits dans le bloc.
typography-straight-apostrophe = { $count ->
    [one] « { $text } » porte une apostrophe de machine à écrire.
    [many] { $count } apostrophes de ce bloc sont celles de la machine à écrire, d’abord dans « { $text } ».
   *[other] { $count } apostrophes de ce bloc sont celles de la machine à écrire, d’abord dans « { $text } ».
}
    .help = Écrivez ’ (U+2019) ; « promulgate check --fix » s’en charge.
    .here = apostrophe droite
    .what = Un texte français emploie l’apostrophe droite au lieu de l’apostrophe courbe ’.
    .why = L’imprimé et les pages soignées emploient l’apostrophe courbe, et la recherche d’une forme ne trouve pas l’autre.
    .example = « L’Alliance » avec une apostrophe droite.
    .mend = Remplacez-la par ’ (U+2019), ou laissez faire « promulgate check --fix ».
# $text (Text) Les mots autour de l’endroit. $count (Number) Le nombre d’endroits dans le bloc.
typography-straight-quotes = { $count ->
    [one] Un guillemet droit dans « { $text } ».
    [many] { $count } guillemets droits dans ce bloc, le premier dans « { $text } ».
   *[other] { $count } guillemets droits dans ce bloc, le premier dans « { $text } ».
}
    .help = Employez les guillemets de la langue { $language } ; « promulgate check --fix » s’en charge partout où l’on sait lequel ouvre et lequel ferme.
    .here = guillemet droit
    .what = Un texte emploie le guillemet droit de la machine à écrire au lieu des guillemets de sa langue.
    .why = Chaque langue a les siens : « » en français et en russe, “ ” ou „ “ à l’intérieur, “ ” en anglais. Un guillemet droit montre que personne n’a relu le texte une fois tapé.
    .example = Un texte français qui écrit "cible" entre guillemets droits.
    .mend = Écrivez les guillemets de la langue, ou laissez faire « promulgate check --fix ». S’il en laisse un, c’est que son pendant manque.
# $text (Text) Les mots autour de l’endroit. $count (Number) Le nombre d’endroits dans le bloc.
typography-hyphen-as-dash = { $count ->
    [one] Un trait d’union tient lieu de tiret dans « { $text } ».
    [many] { $count } traits d’union de ce bloc tiennent lieu de tirets, le premier dans « { $text } ».
   *[other] { $count } traits d’union de ce bloc tiennent lieu de tirets, le premier dans « { $text } ».
}
    .help = Écrivez un tiret cadratin précédé d’une espace insécable ; « promulgate check --fix » s’en charge.
    .here = trait d’union entre deux espaces
    .what = Un texte russe, ukrainien ou biélorusse a un trait d’union entre deux espaces à la place d’un tiret.
    .why = Le tiret ponctue la phrase, souvent à la place d’un verbe ; le trait d’union joint les parties d’un mot. Le lecteur bute sur l’un mis pour l’autre.
    .example = « Больницы - не цель ».
    .mend = Écrivez un tiret cadratin précédé d’une espace insécable, ou laissez faire « promulgate check --fix ».
# $text (Text) Les mots autour de l’endroit. $count (Number) Le nombre d’endroits dans le bloc.
typography-missing-no-break-space = { $count ->
    [one] La ligne peut se couper à l’intérieur de « { $text } ».
    [many] La ligne peut se couper à { $count } endroits de ce bloc où elle ne doit pas, d’abord dans « { $text } ».
   *[other] La ligne peut se couper à { $count } endroits de ce bloc où elle ne doit pas, d’abord dans « { $text } ».
}
    .help = Mettez une espace insécable (U+00A0) ; « promulgate check --fix » s’en charge.
    .here = il faut ici une espace insécable
    .what = Dans un texte russe, il manque une espace insécable devant un tiret, après № ou §, entre initiales et nom, ou entre un nombre et г., млн, млрд, тыс. ou %.
    .why = Une ligne ne commence pas par un tiret, et un nombre ne se sépare pas de ce qu’il compte.
    .example = « № 5 » avec une espace ordinaire.
    .mend = Mettez une espace insécable, ou laissez faire « promulgate check --fix ».
# $wrong (Text) Le nombre tel qu’il est écrit. $right (Text) Tel que la langue l’écrit.
typography-number-format = « { $wrong } » ne s’écrit pas ainsi dans la langue { $language } : { $right }.
    .help = Écrivez { $right } ; « promulgate check --fix » s’en charge.
    .here = les signes d’une autre langue
    .there = le même nombre dans la source
    .what = Un nombre porte le signe décimal ou le séparateur de milliers d’une autre langue.
    .why = Les mêmes signes n’ont pas partout le même sens : 1,500 vaut mille cinq cents en anglais, un et demi en français. Le lecteur de la traduction peut comprendre un autre nombre.
    .example = 6.29 suivi de « millions » dans un texte français.
    .mend = Écrivez le nombre avec les signes de la langue, ou laissez faire « promulgate check --fix ». Les versions, les dates et les heures sont laissées telles quelles.
# $text (Text) Les mots autour de l’endroit. $count (Number) Le nombre d’endroits dans le bloc.
typography-double-space = { $count ->
    [one] Deux espaces de suite dans « { $text } ».
    [many] Des espaces de suite à { $count } endroits de ce bloc, d’abord dans « { $text } ».
   *[other] Des espaces de suite à { $count } endroits de ce bloc, d’abord dans « { $text } ».
}
    .help = N’en laissez qu’une ; « promulgate check --fix » s’en charge.
    .here = une seule espace suffit
    .what = Deux espaces ou plus se suivent à l’intérieur d’un texte.
    .why = Les pages web les cachent, le texte brut et l’imprimé non.
    .example = Il reste deux espaces là où un mot a été supprimé.
    .mend = N’en laissez qu’une, ou laissez faire « promulgate check --fix ».
# $wrong (Text) Le mot. $text (Text) Les mots autour de l’endroit.
typography-doubled-word = « { $wrong } » est écrit deux fois de suite dans « { $text } ».
    .help = Supprimez l’un des deux ; « promulgate check --fix » s’en charge.
    .here = une fois de trop
    .what = Un mot est suivi de lui-même.
    .why = C’est en général un reste de correction, ou un mot répété au passage d’une ligne à l’autre. Ce qu’une langue peut dire deux fois (nous{ " " }nous, had{ " " }had, что{ " " }что) est laissé tel quel.
    .example = « Les attaques contre{ " " }contre les hôpitaux ».
    .mend = Supprimez l’un des deux, ou laissez faire « promulgate check --fix ». Si les deux sont voulus, dérogez à la règle pour ce bloc.
# $sign (Text) Le signe. $text (Text) Les mots autour de l’endroit.
typography-unbalanced-bracket = Le signe { $sign } est ouvert dans « { $text } » et n’est pas fermé dans ce bloc.
    .help = Ajoutez son pendant, ou supprimez-le.
    .here = non fermé
    .what = Une parenthèse, un crochet ou un guillemet n’a pas de pendant dans son bloc.
    .why = Le lecteur ne sait pas où finit l’incise ou la citation, ni donc qui dit quoi.
    .example = Une parenthèse ouvrante devant « voir l’annexe II », sans parenthèse fermante.
    .mend = Ajoutez le signe manquant à sa place. Une citation qui se poursuit au paragraphe suivant, a), 1) et les émoticônes sont laissés tels quels.
typography-unbalanced-bracket-closing = Le signe { $sign } est fermé dans « { $text } » sans avoir été ouvert dans ce bloc.
    .help = Ajoutez son pendant, ou supprimez-le.
    .here = non ouvert
