## Niveaux et dérogations

process-unknown-rule = Il n’y a pas de règle { $rule }.
    .help = « promulgate explain » donne la liste des règles et des familles.
    .here = ce n’est pas le nom d’une règle
    .what = Un niveau dans promulgate.toml ou une dérogation dans statement.toml nomme une règle qui n’existe pas.
    .why = Ce que l’auteur voulait désactiver s’applique toujours, ou ce qu’il voulait durcir ne l’est pas : une faute de frappe changerait ce qui est vérifié sans que personne s’en aperçoive.
    .example =
        { "[" }levels]
        "structure/missing-blok" = "warning"
    .mend = Écrivez le nom tel que « promulgate explain » le donne, ou supprimez la ligne.
process-unknown-rule-near = Il n’y a pas de règle { $rule }.
    .help = Vouliez-vous écrire { $near } ?

process-fixed-rule = Le niveau de { $rule } ne peut pas être modifié.
    .help = Supprimez la ligne et corrigez ce que la règle signale.
    .here = sans effet
    .what = Un niveau ou une dérogation nomme une règle qui signale que quelque chose n’a pas pu être lu.
    .why = Nul ne peut répondre d’un texte qui n’a pas pu être lu : ces constats bloquent toujours la déclaration. Une ligne qui voudrait le contraire promettrait ce qui n’arrive pas.
    .example =
        { "[" }levels]
        "source/not-utf8" = "off"
    .mend = Supprimez la ligne et corrigez le fichier qui n’a pas pu être lu.
process-fixed-rule-waiver = Un constat de { $rule } n’admet pas de dérogation.

process-unused-waiver = Cette dérogation à { $rule } ne correspond à aucun constat.
    .help = Supprimez-la, ou corrigez sa langue ou son unité.
    .here = il ne reste aucun constat de ce genre
    .what = Une dérogation dans statement.toml ne correspond à aucun constat.
    .why = Ou bien le texte a été corrigé et la dérogation est restée, ou bien elle nomme la mauvaise règle, langue ou unité, et le constat visé compte toujours. Une dérogation oubliée accepterait sans bruit la prochaine faute du même genre.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        unit = "u99"
        reason = "L’annexe n’existe qu’en anglais."
    .mend = Supprimez la dérogation, ou nommez la règle, la langue et l’unité comme le fait le constat.

process-fixed-rule-pinned = La collection fixe { $rule } à { $level } ; une déclaration ne peut pas être plus indulgente.
    .help = Supprimez la ligne. Un constat justifié peut faire l’objet d’une dérogation motivée.
    .there = ce que fixe la collection

process-expired-waiver = Cette dérogation à { $rule } a pris fin le { $until }.
    .help = Réexaminez le constat. S’il reste acceptable, indiquez une nouvelle date dans until ; sinon, corrigez le texte et supprimez la dérogation.
    .here = cette date est passée
    .there = ce qu’elle couvrait
    .what = Une dérogation dans statement.toml porte une date until, et cette date est passée.
    .why = Le constat avait été accepté pour un temps : jusqu’à la traduction de l’annexe, jusqu’à la confirmation d’un chiffre. Ce temps est écoulé, le constat compte de nouveau.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        reason = "L’annexe russe suivra en juillet."
        until = 2020-07-31
    .mend = Corrigez le texte et supprimez la dérogation, ou donnez-lui une nouvelle date après avoir réexaminé le constat.

process-outdated-waiver = Les textes ont changé depuis que cette dérogation à { $rule } a été écrite.
    .help = Réexaminez le constat. S’il est acceptable, écrivez fingerprint = "{ $fingerprint }" ; sinon, corrigez le texte et supprimez la dérogation.
    .here = vaut pour des textes qui ne sont plus les mêmes
    .there = ceci compte de nouveau
    .what = Une dérogation dans statement.toml est liée à un constat par son empreinte (fingerprint), et l’un des deux textes concernés a changé.
    .why = Une dérogation accepte ce que quelqu’un a examiné. Ce qui a été écrit depuis, personne ne l’a examiné : le constat revient.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        reason = "La ligne téléphonique n’existe que dans les autres langues."
        fingerprint = "5f0c9b2d41a7e836"
    .mend = Réexaminez le constat, puis écrivez l’empreinte que le rapport en donne, ou corrigez le texte et supprimez la dérogation.

process-unbound-waiver = Cette dérogation à { $rule } accepterait aussi ce que personne n’a encore examiné.
    .help = Ajoutez-y cette ligne : { $line }
    .here = n’est liée à aucun texte
    .what = Une dérogation dans statement.toml n’a pas d’empreinte (fingerprint).
    .why = Elle accepte tout ce que la règle trouve à cet endroit, aujourd’hui et après la prochaine modification du texte. Avec l’empreinte du constat, elle n’accepte que lui et prend fin d’elle-même dès que l’un des textes change.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        language = "ru"
        reason = "La ligne téléphonique n’existe que dans les autres langues."
    .mend = Ajoutez la ligne qui porte l’empreinte, telle que l’aide du constat la donne.

process-unused-waiver-part = Une empreinte de cette dérogation à { $rule } ne correspond à aucun constat.
    .help = Supprimez cette empreinte.

process-waiver-without-reason = La dérogation à { $rule } n’est pas motivée.
    .help = Écrivez dans reason = "…" pourquoi le texte est juste tel quel.
    .here = aucun motif n’est donné
    .what = Une dérogation dans statement.toml n’indique aucun motif.
    .why = Une dérogation dit pourquoi un constat a été accepté ; qui lira la déclaration l’an prochain ne pourra plus le demander. Sans motif, elle est sans effet.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        reason = ""
    .mend = Dites en une phrase qui a accepté le constat et pourquoi.
process-missing-language = La version { $missing } manque.
    .help = Ajoutez la version { $missing }, ou retirez cette langue des langues exigées.
    .here = exige { $missing }
    .there = le texte source
    .what = Il manque à une déclaration une langue qu’elle-même ou sa collection exige.
    .why = Une déclaration paraît dans toutes ses langues au même instant. Tant qu’une langue manque, aucune ne paraît.
    .example = languages.required comprend en, fr et ru, mais il n’y a pas de ru.md.
    .mend = Ajoutez le texte manquant, ou retirez la langue de languages.required.
process-missing-language-path = La version { $missing } manque : il n’y a pas de fichier { $path }.
    .help = Ajoutez { $path }, ou retirez { $missing } des langues exigées.
process-no-authoritative-text = La version { $missing } est déclarée faire foi, mais elle n’existe pas.
    .help = Ajoutez la version { $missing }, ou corrigez languages.authoritative.
    .here = dit que la version { $missing } fait foi
    .what = Une langue est déclarée faire foi, mais la déclaration n’a pas de texte dans cette langue.
    .why = Toutes les autres versions renvoient, en cas de doute, au texte qui fait foi. Il doit donc exister.
    .example = languages.authoritative comprend en et fr, mais il n’y a pas de fr.md.
    .mend = Ajoutez le texte qui fait foi, ou corrigez cette indication.

process-below-state = La version { $tag } { $state ->
        [initial] n’est pas encore traduite
        [translated] est traduite, mais n’est pas relue
        [reviewed] est relue, mais n’est pas définitive
       *[other] est dans l’état « { $state } »
    } ; pour paraître, elle doit être dans l’état { $required }.
    .help = Une fois le travail fait, écrivez state = "{ $required }" dans versions.{ $tag }.
    .here = où elle en est
    .there = où elle doit en être
    .what = Une version n’est pas aussi avancée que l’exige collection.min_state, ou min_state de la déclaration. Les états sont ceux de XLIFF 2 : initial, translated, reviewed, final.
    .why = Un texte que personne n’a relu ne doit pas paraître comme la parole de l’émetteur.
    .example = min_state est "reviewed", mais versions.ru indique state = "translated".
    .mend = Faites avancer la version, puis écrivez son nouvel état dans statement.toml.
process-below-state-unknown = Personne n’a dit où en est la version { $tag } ; pour paraître, elle doit être dans l’état { $required }.
    .here = aucun état indiqué

process-below-coverage = La version { $tag } couvre { $percent } % du texte source ; pour paraître, elle doit en couvrir { $required } %.
    .help = { $missing ->
        [one] Il reste { $missing } bloc à traduire sur { $all }.
        [many] Il reste { $missing } blocs à traduire sur { $all }.
       *[other] Il reste { $missing } blocs à traduire sur { $all }.
    }
    .here = couvre { $percent } %
    .there = le minimum exigé
    .what = Une traduction contient moins de blocs du texte source que ne l’exige collection.min_coverage. Le pourcentage est arrondi vers le bas : 100 veut dire tous.
    .why = La collection a fixé la part du texte qui doit être là avant qu’il ne paraisse.
    .example = min_coverage est 100, mais il manque à la version française un paragraphe sur douze : elle couvre 91 %.
    .mend = Traduisez les blocs qui manquent, ou exigez moins.

process-revision-skew = La version { $tag } a été établie d’après la révision { $revision }, la version { $other } d’après la révision { $newest }.
    .help = Mettez la version { $tag } à jour d’après la révision { $newest }, puis écrivez revision = { $newest } dans versions.{ $tag }.
    .here = établie d’après une révision antérieure
    .there = établie d’après une révision plus récente
    .what = Les versions d’une déclaration ont été établies d’après des révisions différentes du texte source, ou une version nomme une révision que la déclaration n’a pas encore.
    .why = Des textes établis d’après des révisions différentes ne disent pas la même chose, même si chacun était juste en son temps.
    .example = versions.fr indique revision = 2, versions.ru indique revision = 1.
    .mend = Mettez à jour la version la plus ancienne, puis écrivez d’après quelle révision elle est établie.
process-revision-skew-future = La version { $tag } nomme la révision { $revision } du texte source, mais la plus récente est { $newest }.
    .help = Corrigez le numéro, ou relevez celui de la révision de la déclaration.
    .here = cette révision n’existe pas
    .there = la révision la plus récente
process-revision-skew-front-matter = L’en-tête du fichier indique la révision { $value }, mais ailleurs c’est { $other }.
    .help = Écrivez partout la même révision ; si ce texte est plus ancien, mettez-le d’abord à jour.
    .here = une autre révision
    .there = ce qui est indiqué ailleurs

process-number-or-date-skew = L’en-tête du fichier indique { $value }, mais ailleurs { $key ->
        [number] le numéro
        [date] la date de publication
       *[kind] la nature
    } de cette déclaration est { $other }.
    .help = Corrigez celui des deux qui est faux. Ce qui est le même dans toutes les langues se dit au mieux une seule fois, dans statement.toml.
    .here = diffère
    .there = ce qui est indiqué ailleurs
    .what = Le numéro, la date de publication ou la nature d’une déclaration diffèrent : entre les en-têtes de ses versions, ou entre statement.toml et le texte.
    .why = Une déclaration se cite par son numéro et sa date. Deux numéros ou deux dates en font deux déclarations, et les lecteurs d’une langue ne trouvent pas ce que citent ceux de l’autre.
    .example = statement.toml indique issued = 2020-06-03, mais le texte commence par « Bruxelles, 2 juin 2020 — ».
    .mend = Établissez lequel des deux est juste et corrigez l’autre.
process-number-or-date-skew-number = Le texte porte le numéro { $text }, mais celui de cette déclaration est { $number }.
    .help = Corrigez celui qui est faux.
    .here = un autre numéro
    .there = le numéro de la déclaration
process-number-or-date-skew-date = Le texte est daté { $text }, mais la date de publication est { $issued }.
    .help = Corrigez la date du texte, ou issued dans statement.toml.
    .here = une autre date
    .there = la date de publication

process-duplicate-number = { $other } porte déjà le numéro { $number }.
    .help = Donnez à cette déclaration un numéro à elle, ou corrigez celui de { $other }.
    .here = déjà pris
    .there = la déclaration qui le porte
    .what = Deux déclarations d’une collection portent le même numéro.
    .why = Qui cite le numéro pense à une seule déclaration ; le lecteur en trouve deux.
    .example = hospitals et calm-sea portent toutes deux le numéro PR (2020) 017.
    .mend = Vérifiez les deux dans le registre et corrigez le numéro erroné.

process-duplicate-address = { $other } paraît déjà à l’adresse { $address }.
    .help = Donnez à cette version un slug à elle dans versions.{ $language }, par exemple avec l’année.
    .here = veut la même adresse
    .there = la déclaration qui l’occupe
    .what = Deux versions veulent la même adresse, ou des adresses qui ne diffèrent que par la casse, ou encore l’adresse du sommaire d’une langue.
    .why = De deux pages à la même adresse, une seule peut être lue. Pour n’en perdre aucune, rien du tout ne serait publié.
    .example = versions.fr de hospitals indique slug = "hopitaux", et versions.fr de hospitals-2 aussi.
    .mend = Donnez à l’une des deux un autre slug, ou un autre identifiant.
process-duplicate-address-index = { $address } appartient à la collection elle-même : son sommaire, le tableau de ses langues ou un flux.
    .help = Donnez à cette version un slug à elle dans versions.{ $language }, ou un autre identifiant à la déclaration.
    .here = veut l’adresse d’une page de la collection
process-duplicate-address-self = { $former } est l’adresse actuelle, et non une ancienne.
    .help = Retirez-la de formerly, ou indiquez l’ancienne adresse.
    .here = mène à elle-même
    .there = l’adresse actuelle
process-duplicate-address-twice = { $former } figure ici deux fois.
    .help = Supprimez l’une des deux mentions.
    .here = la seconde fois
    .there = la première fois
process-duplicate-address-former = { $former } est désormais l’adresse de { $other } et ne peut donc pas mener ici.
    .help = Retirez-la de formerly, ou donnez une autre adresse à { $other }.
    .here = déjà prise
    .there = la déclaration qui l’occupe
process-duplicate-address-former-id = { $former } est désormais l’identifiant d’une autre déclaration, et ses adresses ne peuvent donc pas mener ici.
    .help = Retirez-le de formerly, ou donnez un autre identifiant à l’autre déclaration.
    .here = déjà pris
    .there = la déclaration qui le porte
process-duplicate-address-former-both = { $former } mène déjà à { $other }.
    .help = Une adresse ne mène qu’à un endroit : laissez-la à la déclaration qui a remplacé l’autre.
    .here = veut la même adresse
    .there = y mène déjà
process-duplicate-address-former-index = { $address } appartient à la collection elle-même : sa liste, le tableau de ses langues ou un flux.
    .help = Retirez-la de formerly : aucune déclaration ne s’y est jamais trouvée.
    .here = l’adresse d’une page de la collection

process-vanished-address = { $address } est publique, et il n’y aurait plus rien à cette adresse après la prochaine publication : la version se trouve désormais à { $now }.
    .help = Ajoutez formerly = ["{ $slug }"] à [versions.{ $tag }] : l’ancienne adresse mènera alors à la nouvelle.
    .here = lui donne une autre adresse
    .there = la version
    .what = Une adresse publique disparaîtrait avec la prochaine publication, ou mènerait à une autre déclaration : une déclaration ou une version a été renommée ou retirée, deux d’entre elles ont été échangées, ou un format n’est plus produit.
    .why = Les déclarations officielles sont citées par leur adresse pendant des décennies. Qui suit une citation doit trouver le texte, y être conduit, ou lire qu’il a été retiré.
    .example = fr/mer-calme.html est publique, et statement.toml donne désormais à la version française le slug mer-calme-2020.
    .mend = Indiquez l’ancien identifiant ou l’ancien slug dans formerly. Ce qui ne doit plus être lu se retire et ne se supprime pas : status = "canceled", avec une entrée de type withdrawal dans l’historique.
process-vanished-address-taken = { $address } est l’adresse publique de cette déclaration, et deviendrait celle de { $other } : qui suit un lien lirait une autre déclaration.
    .help = Donnez à { $other } un autre slug en { $tag }, et rendez { $slug } à cette déclaration ; ou, si elle a changé d’adresse, indiquez formerly = ["{ $slug }"] dans [versions.{ $tag }].
    .here = a quitté l’adresse
    .there = a pris l’adresse
process-vanished-address-replaced = { $statement } est publique et ne figure plus dans la collection, et { $address } montrerait { $other }.
    .help = Remettez la déclaration en place et donnez une autre adresse à { $other } ; ou, si { $other } l’a remplacée, ajoutez formerly = ["{ $statement }"] au statement.toml de { $other }.
    .here = la collection
    .there = a pris l’adresse
process-vanished-address-swapped = Ce que dit désormais { $statement } ({ $languages }) est public comme texte de { $other } : qui suit un lien vers une déclaration en lirait une autre.
    .help = Si des dossiers ou des textes ont été confondus, remettez chaque texte sous l’identifiant qu’il avait. Si les deux disent vraiment la même chose, acceptez ce constat en disant pourquoi.
    .here = la déclaration
    .there = ce qu’elle dit a été publié ici
process-vanished-address-language = { $address } est publique, et la déclaration n’a plus de texte en { $tag }.
    .help = Remettez le texte en place. Ce qui ne doit plus être lu se retire et ne se supprime pas.
    .here = la déclaration
process-vanished-address-file = { $address } est publique, et il n’y aurait plus rien à cette adresse après la prochaine publication.
    .help = Plus rien ne produit ce fichier. S’il peut disparaître, acceptez ce constat en disant pourquoi.
    .here = la déclaration
process-vanished-address-statement = { $statement } est publique et ne figure plus dans la collection : { $address } { $count ->
        [one] disparaîtrait.
        [many] et ses autres fichiers, { $count } en tout, disparaîtraient.
       *[other] et ses autres fichiers, { $count } en tout, disparaîtraient.
    }
    .help = Remettez la déclaration en place et retirez-la s’il le faut ; ou, si une autre l’a remplacée, ajoutez formerly = ["{ $statement }"] au statement.toml de celle-ci.
    .here = la collection
process-vanished-address-output = { $count ->
        [one] { $count } fichier public a été produit dans le format { $output }, qui n’est plus choisi : il disparaîtrait.
        [many] { $count } fichiers publics ont été produits dans le format { $output }, qui n’est plus choisi : ils disparaîtraient.
       *[other] { $count } fichiers publics ont été produits dans le format { $output }, qui n’est plus choisi : ils disparaîtraient.
    }
    .help = Ajoutez de nouveau "{ $output }" à formats dans [outputs].
    .here = la collection

process-silent-change = Les mots diffèrent de ceux qui sont publics ({ $languages }), mais c’est toujours la révision { $revision }.
    .help = Augmentez revision et dites dans l’historique ce qui a changé ; ou rétablissez les mots publics.
    .here = inchangée
    .there = un texte qui a changé
    .what = Les mots d’une version diffèrent de ceux qui sont publics, et ni la révision ni l’historique ne le disent. Seul compte ce que dit la version, quelle que soit l’origine du changement : son texte, une donnée ou un terme.
    .why = Des lecteurs ont cité les mots qui étaient publics. Un texte modifié en silence les fait passer pour des menteurs, et son empreinte ne correspond plus à celle qu’ils ont conservée.
    .example = Le texte public parle de 27 hôpitaux, le nouveau de 37 ; revision = 1 n’a pas bougé, et il n’y a pas d’historique.
    .mend = Augmentez revision d’une unité dans statement.toml et ajoutez une entrée à l’historique : corrigendum pour une erreur rectifiée, revision pour un texte remanié.

process-dangling-reference = Ce lien ne mène à rien dans cette collection : { $destination }
    .help = Corrigez l’adresse, ou supprimez le lien.
    .here = ne mène nulle part
    .there = le même dans une autre langue
    .what = Un lien mène à une page ou à une image de la collection qui n’existe pas. Les liens se suivent depuis la page de la version, là où le lecteur clique.
    .why = Le lecteur qui le suit tombe sur une page d’erreur, sur le site de l’émetteur.
    .example = La page en/hospitals.html renvoie à calm-see.html, mais la déclaration s’appelle calm-sea.
    .mend = Écrivez l’adresse de la page telle qu’on la voit depuis celle-ci, par exemple calm-sea.html ou ../fr/calm-sea.html.
process-dangling-reference-near = Ce lien ne mène à rien dans cette collection : { $destination }
    .help = Vouliez-vous écrire { $meant } ?
process-dangling-reference-file = Ce lien mène au fichier d’un texte, qui n’est pas publié : { $destination }
    .help = Renvoyez à sa page : { $meant }
    .here = ne fonctionne qu’à côté des fichiers
process-dangling-reference-language = Ce lien mène à une version qui n’existe pas : la déclaration n’a pas de texte en { $meant }.
    .help = Renvoyez à une version qui existe, ou ajoutez celle qui manque.
process-dangling-reference-picture = Ce lien mène au fichier d’une image, qui est publiée ailleurs : { $destination }
    .help = Montrez l’image dans le texte et, s’il le faut, renvoyez à { $meant }.
    .here = ne fonctionne qu’à côté des fichiers
process-dangling-reference-no-picture = Ce lien mène à une image qui n’existe pas : { $destination }
    .help = Placez l’image à côté des textes et montrez-la, ou supprimez le lien.

process-embargo-breach = { $what ->
        [link] Ce lien révèle
        [summary] Le résumé révèle
       *[number] « { $shown } » révèle
    } { $other }, qui est sous embargo jusqu’au { $until }.
    .help = Supprimez ce passage jusque-là, ou placez cette déclaration sous le même embargo.
    .here = la révèle
    .there = voir aussi
    .what = Une déclaration en révèle une autre qui ne pourra pas encore être vue lorsqu’elle paraîtra : elle renvoie à sa page ou cite son numéro. Ou bien l’historique d’une déclaration sous embargo fait état d’une modification antérieure à la levée de l’embargo.
    .why = Un embargo couvre le texte, mais aussi le fait qu’il y en a un. Un lien vers une page qui n’existe pas encore, ou un numéro, dit à chaque lecteur ce qui se prépare.
    .example = hospitals paraît aujourd’hui et renvoie à joint-declaration.html ; joint-declaration est sous embargo jusqu’en mai prochain.
    .mend = Retirez le lien ou le numéro et ajoutez-le par une révision une fois l’embargo levé, ou placez les deux déclarations sous le même embargo.
process-embargo-breach-withheld = { $what ->
        [link] Ce lien révèle
        [summary] Le résumé révèle
       *[number] « { $shown } » révèle
    } { $other }, qui ne doit pas être utilisée.
    .help = Supprimez ce passage tant que { $other } ne peut pas être utilisée.
process-embargo-breach-history = L’historique fait état d’une modification du { $date }, mais la déclaration est sous embargo jusqu’au { $until }.
    .help = Corrigez celle des deux dates qui est fausse. Ce qui a été modifié avant que quiconque puisse le lire n’est pas une modification pour le lecteur : supprimez l’entrée.
    .here = avant la levée de l’embargo
    .there = la levée de l’embargo
