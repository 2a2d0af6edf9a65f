## Fichiers que rendent les traducteurs

exchange-unreadable = Ce fichier ne peut être lu : { $detail }.
    .help = Exportez-le de nouveau depuis l’outil, ou ouvrez-le dans un éditeur et corrigez cet endroit.
    .here = mal formé à partir d’ici
exchange-unreadable-doctype = Ce fichier contient une déclaration de type de document (<!DOCTYPE …>) ; de tels fichiers ne sont pas lus.
    .help = Supprimez la déclaration. Les formats d’échange s’en passent, et elle pourrait faire lire d’autres fichiers au programme.
    .here = type de document
exchange-unreadable-entity = Ce fichier emploie l’entité &{ $name };, que XML ne connaît pas.
    .help = Écrivez le caractère lui-même à sa place.
    .here = entité inconnue
exchange-unreadable-deep = Trop d’éléments sont imbriqués ici.
    .help = Aucun outil n’écrit un tel fichier. Exportez-le de nouveau.
    .here = trop profond
exchange-unreadable-large = Ce fichier dépasse { $limit } Mio.
    .help = Aucune déclaration n’est aussi longue. Est-ce le bon fichier ?
exchange-unreadable-encoding = Ce fichier n’est ni en UTF-8 ni en UTF-16.
    .help = Enregistrez-le en UTF-8.
exchange-unreadable-line = Cette ligne n’est pas du PO.
    .help = Une ligne commence par #, msgctxt, msgid, msgstr ou un guillemet droit, et les textes sont entre guillemets droits.
    .here = illisible
exchange-unreadable-format = Ce fichier n’est ni du XLIFF ni du PO.
    .help = Rendez le fichier que « promulgate export » a écrit. Un projet ou un paquet d’un outil doit d’abord être exporté depuis cet outil.

exchange-other-statement = Ce fichier porte sur { $other }, non sur { $own }.
    .help = Importez-le dans la déclaration dont il provient.
    .here = indique { $other }

exchange-other-revision = Ce fichier provient de la révision { $other } ; la déclaration en est à la révision { $own }.
    .help = Exportez de nouveau la déclaration et laissez l’outil remplir ce qu’il connaît : tout ce qui n’a pas changé est repris.
    .here = révision { $other }

exchange-wrong-language = { $found } n’est pas une langue dans laquelle cette déclaration est traduite.
    .help = Elle est traduite en : { $expected }. Corrigez la langue cible du fichier ou ajoutez la langue dans promulgate.toml.
    .here = langue cible { $found }
exchange-wrong-language-none = Ce fichier ne dit pas dans quelle langue il traduit.
    .help = Il doit en nommer une : { $expected }.
    .here = pas de langue cible
exchange-wrong-language-source = La source de ce fichier est en { $found } ; cette déclaration a été rédigée en { $expected }.
    .help = Exportez de nouveau la déclaration et traduisez à partir de ce fichier.
    .here = langue source
exchange-wrong-language-source-none = Ce fichier ne dit pas dans quelle langue est sa source.
    .help = Il doit nommer { $expected }, langue dans laquelle cette déclaration a été rédigée.
    .here = pas de langue source

exchange-missing-unit = L’unité { $id } manque dans le fichier.
    .help = Rendez le fichier entier : si l’outil écarte ce qui est traduit ou verrouillé, demandez-lui de tout exporter.
    .here = { $id } devrait figurer ici
    .there = ce texte
exchange-missing-unit-outdated = L’unité { $id } n’est pas dans le fichier : la source a changé après l’export.
    .help = Exportez de nouveau la déclaration et laissez l’outil remplir ce qu’il connaît.

exchange-unknown-unit = La déclaration n’a pas d’unité { $id }.
    .help = Retirez l’unité du fichier. Un texte propre à la traduction s’ajoute dans son Markdown, non ici.
    .here = n’est pas une unité de cette déclaration
exchange-unknown-unit-outdated = La déclaration n’a plus d’unité { $id } : la source a changé après l’export.
    .help = Exportez de nouveau la déclaration et laissez l’outil remplir ce qu’il connaît.

exchange-duplicate-unit = L’unité { $id } figure deux fois dans le fichier.
    .help = Gardez celle qui est juste.
    .here = encore une fois

exchange-changed-source = Le texte source de { $id } a été modifié dans le fichier.
    .help = Rétablissez-le. Une erreur de la source se corrige dans la source elle-même, pour toutes les langues.
    .here = un autre texte
    .there = la source dit ceci
exchange-changed-source-outdated = La source de { $id } a changé après l’export de ce fichier : la traduction est celle d’un autre texte.
    .help = Exportez de nouveau la déclaration et laissez l’outil remplir ce qu’il connaît ; relisez ensuite cette unité.
    .here = traduit d’un texte antérieur
    .there = la source dit maintenant ceci

exchange-lost-code = { $kind ->
    [placeable] La balise { $code } manque dans la traduction de { $id }.
    [note] L’appel de note { $code } manque dans la traduction de { $id }.
    [link] Le lien { $code } manque dans la traduction de { $id }.
    [image] L’image { $code } manque dans la traduction de { $id }.
    [cell] La traduction de { $id } a moins de cellules que sa source.
    [break] Un saut de ligne manque dans la traduction de { $id }.
   *[other] { $code } manque dans la traduction de { $id }.
}
    .help = { $kind ->
        [placeable] Rétablissez-la : la plupart des outils la copient depuis la source d’une seule touche. Si la langue demande une autre forme, écrivez-la, par exemple { "{" } -nom(case: "genitive") { "}" }.
       *[other] Rétablissez cet élément : la plupart des outils le copient depuis la source d’une seule touche.
    }
    .here = la balise n’y est pas
    .there = elle est dans la source

exchange-broken-code = Une balise de la traduction de { $id } est abîmée.
    .help = Copiez de nouveau les balises depuis la source.
    .here = dans cette unité
    .there = la source
exchange-broken-code-unknown = La traduction de { $id } contient une balise « { $code } » que sa source n’a pas et que le fichier n’explique pas.
    .help = Copiez de nouveau les balises depuis la source.
exchange-broken-code-exchanged = Dans la traduction de { $id }, la balise { $code } est devenue { $other }.
    .help = Une balise peut recevoir d’autres arguments, mais pas désigner autre chose. Copiez-la de nouveau depuis la source.
exchange-broken-code-unreadable = La traduction de { $id } contient une balise illisible : { $code }
    .help = Copiez-la de nouveau depuis la source.
exchange-broken-code-crossed = Dans la traduction de { $id }, la balise « { $code } » se ferme là où elle n’est pas ouverte.
    .help = Placez l’ouverture avant la fermeture et emboîtez les balises les unes dans les autres.
exchange-broken-code-unclosed = Dans la traduction de { $id }, { $code } s’ouvre et ne se ferme jamais.
    .help = Placez la fermeture après les mots concernés.
exchange-broken-code-cell = Dans la traduction de { $id }, une cellule du tableau se termine à l’intérieur d’une balise.
    .help = Fermez la balise avant la fin de la cellule.
exchange-broken-code-brace = Dans la traduction de { $id }, une accolade n’appartient à aucune balise : { $code }
    .help = Une balise s’écrit { "{" } -nom { "}" }, { "{" } $nom { "}" } ou { "{" } nom { "}" }, avec ses deux accolades.
exchange-broken-code-not-one = La traduction de { $id } n’est pas un seul paragraphe.
    .help = Gardez-la en un paragraphe. Un nombre suivi d’un point, #, - ou > au début demandent une barre oblique inverse : 1985\.

exchange-flattened-space = { $count ->
    [one] Une espace insécable semble être devenue ordinaire dans { $id }.
    [many] { $count } espaces insécables semblent être devenues ordinaires dans { $id }.
   *[other] { $count } espaces insécables semblent être devenues ordinaires dans { $id }.
}
    .help = « promulgate check --fix » les rétablit là où la langue les exige. Dans l’outil, affichez les espaces insécables.
    .here = vérifiez les espaces ici

exchange-rejected-unit = La traduction de { $id } est marquée comme non traduite ou rejetée ; son texte est gardé et la version est « initial ».
    .help = Retravaillez-la, indiquez son état, puis importez de nouveau.
    .here = initial

exchange-partial-unit = Une partie de { $id } n’est pas traduite ; ce qui l’est a été repris et la version est « initial ».
    .help = Traduisez le reste de ses segments, puis importez de nouveau.
    .here = traduction incomplète

exchange-displaced-block = { $count ->
    [one] Un bloc propre à l’ancienne traduction n’a pas trouvé sa place ; il est à la fin du texte.
    [many] { $count } blocs propres à l’ancienne traduction n’ont pas trouvé leur place ; ils sont à la fin du texte.
   *[other] { $count } blocs propres à l’ancienne traduction n’ont pas trouvé leur place ; ils sont à la fin du texte.
}
    .help = Déplacez-le là où il doit être, ou supprimez-le.

exchange-unwritable = La traduction de { $id } ne peut être écrite de façon à se relire telle qu’elle a été rendue.
    .help = Voyez où commence et finit la mise en relief : elle entoure des mots entiers, sans espaces ni guillemets à ses bords à l’intérieur d’un mot.
    .here = cette unité
    .there = la source
exchange-unwritable-note = Une note de l’ancienne traduction, { $label }, porte le nom d’une autre note de la source.
    .help = Donnez-lui un autre nom dans le Markdown de la traduction, puis importez de nouveau.
