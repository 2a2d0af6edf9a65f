### Les traductions périmées

# $change (Text) Ce qui a changé dans le texte source, sous la forme : dans [17 → 19] laboratoires. $more (Number) Combien de modifications ne sont pas montrées.
staleness-stale-block = La source de « { $text } » a changé depuis sa traduction, la version { $language } non : « { $change } »{ $more ->
    [0] .
    [one] {" "}et { $more } autre modification.
    [many] {" "}et { $more } autres modifications.
   *[other] {" "}et { $more } autres modifications.
}
    .help = Mettez la traduction à jour, puis lancez « promulgate stamp ». Si la modification ne la concerne pas : promulgate stamp { $path } --unit { $unit } --attest "motif".
    .here = traduit d’après le texte antérieur
    .there = modifié depuis
    .what = Le texte source d’un bloc a changé après sa traduction, et la traduction n’a pas suivi.
    .why = La traduction dit ce que la source ne dit plus. Elle se lit bien, et rien ne montre à qui la lit seule qu’elle est périmée.
    .example = La source disait « 17 laboratoires » au moment de la traduction et en compte désormais 19 ; la traduction en est restée à 17.
    .mend = Mettez la traduction à jour et lancez « promulgate stamp ». Si la modification ne concerne pas la traduction, par exemple une coquille corrigée dans la source, dites-le avec --attest ; le motif est conservé dans stamps.toml. Le balisage, les espaces, les guillemets et les tirets ne comptent pas comme des modifications. Une collection qui ne doit rien publier de périmé écrit "staleness/stale-block" = "error" sous [levels].
staleness-stale-block-unknown = La source de « { $text } » a changé depuis sa traduction, la version { $language } non.
    .there = n’est plus le texte d’après lequel il a été traduit

staleness-stamp-without-change = « { $text } » est marqué comme à jour dans la version { $language }, mais aucun travail n’y paraît, et la source a changé : « { $change } »{ $more ->
    [0] .
    [one] {" "}et { $more } autre modification.
    [many] {" "}et { $more } autres modifications.
   *[other] {" "}et { $more } autres modifications.
}
    .help = Mettez la traduction à jour. Si elle est juste telle quelle, dites pourquoi : promulgate stamp { $path } --unit { $unit } --attest "motif".
    .here = inchangé
    .there = modifié depuis
    .what = Une marque affirme qu’une traduction suit sa source, mais « promulgate stamp » n’en est pas l’auteur, ou bien aucun des deux textes ne témoigne d’un travail et aucun motif n’est donné.
    .why = Une marque renouvelée sans travail cache une traduction périmée, alors qu’elle est là pour la révéler. Il faut donc qu’une personne s’en porte garante, avec un motif que les autres puissent lire.
    .example = Dans stamps.toml, l’empreinte de la nouvelle source a été recopiée dans la marque d’une traduction à laquelle personne n’a touché.
    .mend = Rétablissez stamps.toml à partir de la gestion de versions, ou mettez la traduction à jour et lancez « promulgate stamp » avec --attest et le motif. Ce que cette règle ne peut pas voir : un stamps.toml supprimé puis refait, une marque supprimée avec son texte ou alors qu’une autre langue renvoie encore à ce texte, ni si une modification de la traduction fait bien ce que la source demande. La gestion de versions le montre.
staleness-stamp-without-change-edited = La marque de « { $text } » dans la version { $language } a été modifiée à la main : elle ne prouve plus rien.
    .help = Rétablissez stamps.toml à partir de la gestion de versions, ou comparez la traduction à sa source et portez-vous garant : promulgate stamp { $path } --unit { $unit } --attest "motif".
    .here = nul ne sait d’après quel texte il a été traduit
    .there = la marque
staleness-stamp-without-change-removed = La marque de « { $text } » dans la version { $language } a été supprimée, et la source a changé depuis : « { $change } »{ $more ->
    [0] .
    [one] {" "}et { $more } autre modification.
    [many] {" "}et { $more } autres modifications.
   *[other] {" "}et { $more } autres modifications.
}
    .help = Rétablissez stamps.toml à partir de la gestion de versions, ou comparez la traduction à sa source et portez-vous garant : promulgate stamp { $path } --unit { $unit } --attest "motif".
    .here = avait une marque
staleness-stamp-without-change-altered = Le texte source « { $text } » a été modifié à la main dans stamps.toml.
    .help = Rétablissez stamps.toml à partir de la gestion de versions.
    .here = n’est pas le texte qui a été marqué

# $state (Text) L’état de la version, comme dans statement.toml : reviewed ou final.
staleness-target-edited-since-review = « { $text } » a changé dans la version { $language } depuis sa relecture, mais la version est toujours donnée pour « { $state } ».
    .help = Faites relire ce bloc, puis : promulgate stamp { $path } --unit { $unit } --attest "relu par qui". D’ici là, écrivez state = "translated".
    .here = modifié depuis la relecture
    .there = affirme qu’il a été relu
    .what = Un bloc d’une version donnée pour relue ou définitive a été modifié après la relecture.
    .why = Qui lit « reviewed » compte qu’une deuxième personne a vu chaque mot. La dernière modification avant la publication est celle que personne d’autre n’a vue.
    .example = La version est « final » ; la veille de la publication, une phrase y est corrigée.
    .mend = Faites relire le bloc et consignez-le avec « promulgate stamp --attest », ou ramenez l’état de la version à « translated ».

staleness-unstamped-translation = { $count ->
    [one] { $count } bloc de la version { $language } n’a pas de marque
    [many] { $count } blocs de la version { $language } n’ont pas de marque
   *[other] { $count } blocs de la version { $language } n’ont pas de marque
} ; le premier est « { $text } ».
    .help = Lancez « promulgate stamp » quand la traduction est faite : vous serez averti dès que sa source changera.
    .here = pas de marque
    .what = Une déclaration tient des marques, mais certains blocs d’une traduction n’en ont pas.
    .why = Pour une traduction sans marque, nul n’est averti que sa source a changé.
    .example = Un paragraphe a été ajouté dans toutes les langues après le dernier « promulgate stamp ».
    .mend = Lancez « promulgate stamp ».
staleness-unstamped-translation-none = La version { $language } n’a pas de marques.

# $made (Number) La révision d’après laquelle la version a été faite. $revision (Number) Celle de la déclaration.
staleness-translation-of-older-revision = La version { $language } suit la révision { $made }, la déclaration en est à la révision { $revision }.
    .help = Mettez-la à jour et écrivez ici revision = { $revision }. Si la modification ne concerne que d’autres langues, nommez-les dans son entrée sous [[history]].
    .here = la révision qu’elle suit
    .there = la révision de la déclaration
    .what = D’après statement.toml, une traduction suit une révision antérieure à la révision actuelle, et l’historique n’attribue pas à d’autres langues ce qui a changé depuis.
    .why = Les lecteurs de cette langue reçoivent la déclaration telle qu’elle était avant sa correction.
    .example = revision = 2 pour la déclaration, revision = 1 sous [versions.fr].
    .mend = Mettez à jour la traduction et, avec elle, sa révision. Un rectificatif qui ne concerne qu’une langue nomme cette langue dans [[history]] et ne rend pas les autres plus anciennes.

# $term (Text) Un terme ou un message. $count (Number) Combien de blocs l’emploient.
staleness-glossary-changed = { $term } a changé depuis la traduction { $count ->
    [one] d’un bloc qui l’emploie
    [many] de { $count } blocs qui l’emploient
   *[other] de { $count } blocs qui l’emploient
} dans la version { $language }.
    .help = Relisez la phrase : le genre, le nombre ou l’article autour du terme ont pu changer. Ensuite : promulgate stamp { $path } --unit { $unit } --attest "motif".
    .here = traduit avec l’ancien terme
    .there = le terme actuel
    .what = Un terme ou un message des catalogues, dans la langue source ou dans celle de la traduction, a changé après la traduction d’un bloc qui l’emploie.
    .why = La nouvelle formulation paraît d’elle-même dans le texte, mais les mots qui l’entourent avaient été choisis pour l’ancienne : un article, un participe, un pronom.
    .example = « l’Alliance » est devenue « le Pacte », et le texte poursuit avec « elle ».
    .mend = Relisez les blocs qui emploient le terme, corrigez ce qui ne convient plus et lancez « promulgate stamp » ; si tout convient, ajoutez --attest et le motif.
