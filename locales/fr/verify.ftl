### Ce que disent « promulgate verify », « sign-request », « sign » et « attach ».

# La version d’une déclaration, d’après sa langue.
verify-version = { $language ->
    [ar] la version arabe
    [de] la version allemande
    [en] la version anglaise
    [es] la version espagnole
    [fr] la version française
    [ru] la version russe
    [uk] la version ukrainienne
    [zh] la version chinoise
   *[other] la version de langue « { $language } »
}

# La version dont une autre a pris la place.
verify-other-version = { $otherlanguage ->
    [ar] la version arabe
    [de] la version allemande
    [en] la version anglaise
    [es] la version espagnole
    [fr] la version française
    [ru] la version russe
    [uk] la version ukrainienne
    [zh] la version chinoise
   *[other] la version de langue « { $otherlanguage } »
}

## Fichiers

verify-changed = { $path } : { $language ->
    [none] le fichier a été modifié
   *[other] { verify-version } de { $statement } a été modifiée
}. Le fichier compte { $length ->
    [one] { $length } octet
    [many] { $length } octets
   *[other] { $length } octets
}, le manifeste en annonce { $recorded } et un autre contenu. Ne l’utilisez pas ; redemandez-le à l’émetteur.
verify-missing = { $path } manque{ $language ->
    [none] .
   *[other] { " " }: c’est { verify-version } de { $statement }.
} Redemandez la publication à l’émetteur.
verify-language-missing = { $statement } : { verify-version } manque, { $files ->
    [one] avec son unique fichier
    [many] avec ses { $files } fichiers
   *[other] avec ses { $files } fichiers
}. Redemandez la publication à l’émetteur.
verify-language-dropped = { $statement } : { verify-version } a été retirée, alors que la déclaration l’avait. Demandez-en la raison à l’émetteur ; ne vous fiez pas aux seules langues qui restent.
verify-language-incomplete = { $statement } : { verify-version } n’a pas tout ce qu’ont les autres langues ({ $outputs }). Demandez la publication entière à l’émetteur.
verify-statement-dropped = { $statement } était publique, n’est plus là, et rien ne mène à elle. Interrogez l’émetteur : ce qui est retiré garde son adresse.
verify-revision-back = { $statement } en est à la révision { $now }, après la révision { $before } : un ancien texte est présenté comme nouveau. Demandez à l’émetteur laquelle fait foi.
verify-swapped = { $path } a le contenu de { $otherpath } : { $language ->
    [none] un fichier tient la place d’un autre
   *[other] ce devrait être { verify-version }{ $otherlanguage ->
        [none] { "" }
       *[other] , et c’est { verify-other-version }
    }
}. Ne l’utilisez pas ; redemandez-le à l’émetteur.
verify-mixed = Deux publications sont mélangées : { $files ->
    [one] { $path } vient
    [many] { $files } fichiers, dont { $path }, viennent
   *[other] { $files } fichiers, dont { $path }, viennent
} de la publication { $release } (numéro { $sequence }). Redemandez la publication entière à l’émetteur.
verify-not-of-release = { $path } n’est pas dans cette publication (numéro { $sequence }) ; il peut être d’une publication antérieure ou postérieure. Indiquez le manifeste de celle-ci avec --manifest.
verify-other-release = Si le fichier est d’une publication antérieure ou postérieure au numéro { $sequence }, indiquez le manifeste de celle-ci avec --manifest.
verify-foreign = { $path } n’est pas dans le manifeste : l’émetteur ne l’a pas publié. Supprimez-le, et cherchez qui l’a mis là.
verify-no-file = { $path } est un lien ou autre chose qu’un fichier. Une publication ne contient que des fichiers ; supprimez-le, et cherchez qui l’a mis là.
verify-twice = { $path } figure deux fois dans l’archive : nul ne peut dire lequel sera extrait. Ne l’extrayez pas.

## Manifeste et chaîne

verify-manifest-missing = { $path } manque : sans manifeste, rien ne peut être vérifié. Indiquez le dossier d’une publication, ou le manifeste avec --manifest.
verify-manifest-broken = { $path } ne peut pas être lu : { $reason }. Redemandez-le à l’émetteur.
verify-manifest-not-canonical = { $path } n’est pas écrit comme l’est un manifeste (RFC 8785) : autre chose l’a écrit ou modifié. Redemandez-le à l’émetteur.
verify-wrong-digest = { $path } a été modifié ou échangé : son empreinte est { $found }… et devrait être { $expected }… Ne vous fiez à rien de ce qu’il énumère ; redemandez-le à l’émetteur.
verify-nothing-current = Des publications sont conservées ici, et aucune n’est la publication actuelle. Interrogez l’émetteur, ou indiquez-en une avec --release.
verify-nothing-public = Rien n’est public ici{ $count ->
    [0] .
    [one] { " " }: { $waiting } attend son heure ou ses signatures.
    [many] { " " }: { $waiting } attendent leur heure ou leurs signatures.
   *[other] { " " }: { $waiting } attendent leur heure ou leurs signatures.
} Vérifiez de nouveau après « promulgate release », ou indiquez le dossier de ce qui attend.
verify-leads-out = { $path } mène hors des publications, à { $target } : ce que voient les lecteurs n’est aucune des publications conservées ici. Ne vous y fiez pas ; cherchez qui a modifié le lien, et que l’émetteur publie de nouveau.
verify-unfinished = Bascule inachevée, ou publication plus récente que l’on cache : le numéro { $sequence } est présenté, et { $release }, qui le suit immédiatement, allait devenir publique. Relancez « promulgate build » ou « promulgate release », puis vérifiez.
verify-not-as-restored = Cette publication dit rétablir { $release }, et { $count ->
    [one] { $name } y est différent
    [many] { $count } éléments, à commencer par { $name }, y sont différents
   *[other] { $count } éléments, à commencer par { $name }, y sont différents
}. Ne vous y fiez pas ; interrogez l’émetteur.
verify-restores = Cette publication rétablit { $release } : c’est à dessein que des textes y sont plus anciens que ceux d’avant.
verify-chain-beginning = La chaîne des publications est rompue au numéro { $sequence } : seul le numéro 1 n’a pas de précédente, et toute autre en nomme une. Interrogez l’émetteur.
verify-chain-sequence = La chaîne des publications est rompue : le numéro { $sequence } suit le numéro { $previous }. Interrogez l’émetteur.
verify-chain-fork = La chaîne des publications a deux branches : { $release } occupe la place { $sequence } dans une autre histoire que cette publication. Demandez à l’émetteur laquelle fait foi.
verify-replayed = C’est une ancienne publication qui est présentée : elle porte le numéro { $sequence }, et le numéro { $known } ({ $release }) est connu. Ne la prenez pas pour la dernière ; demandez celle-ci à l’émetteur.
verify-forked = Cette publication ne vient pas après { $release }, que vous connaissez : ce sont deux histoires. Demandez à l’émetteur laquelle fait foi.
verify-descent-unproven = Rien ne prouve que cette publication vienne après { $release } : celles d’entre les deux ne sont pas conservées ici. Demandez leurs manifestes à l’émetteur, ou partez d’un manifeste plus récent auquel vous vous fiez.

## Signatures

verify-unsigned = Personne n’a signé : { $threshold ->
    [one] { $threshold } clé doit
    [many] { $threshold } clés doivent
   *[other] { $threshold } clés doivent
} signer, et il n’y a aucune signature. Ne vous fiez pas à la publication ; demandez les signatures à l’émetteur.
verify-too-few-signatures = Trop peu de signatures : { $signed } des clés ont signé, il en faut { $threshold }. Ne vous fiez pas à la publication tant que les autres n’ont pas signé.
verify-signature-broken = { $name } n’est pas une signature : { $reason }. Redemandez-la au signataire.
verify-signature-foreign = { $name } est une signature de { $key }, qui n’est aucune des clés. Demandez à l’émetteur, par une autre voie, à qui est cette clé.
verify-signature-wrong = { $name } se dit de { $key }, et cette clé n’a pas signé ce manifeste : la signature est fausse, ou d’une autre publication. Ne vous fiez pas à la publication.
verify-signature-duplicate = { $name } est une seconde signature de { $key } : une clé ne compte qu’une fois.
verify-signatures-not-checked = Les signatures n’ont pas été vérifiées{ $present ->
    [0] , et il n’y en a pas : la publication n’est pas signée
    [one] { " " }: il y en a { $present }. Indiquez la clé de l’émetteur avec --key
    [many] { " " }: il y en a { $present }. Indiquez les clés de l’émetteur avec --key
   *[other] { " " }: il y en a { $present }. Indiquez les clés de l’émetteur avec --key
}. Qui peut modifier les fichiers peut aussi modifier le manifeste.
verify-signatures-good = { $signed ->
    [one] Signée par { $signed } clé
    [many] Signée par { $signed } clés
   *[other] Signée par { $signed } clés
} (il en faut { $threshold }) : { $comments }.

## Le verdict

verify-good = La publication { $digest } (numéro { $sequence }) est telle que le dit son manifeste : { $files ->
    [one] { $files } fichier
    [many] { $files } fichiers
   *[other] { $files } fichiers
} de { $statements ->
    [one] { $statements } déclaration
    [many] { $statements } déclarations
   *[other] { $statements } déclarations
}.
verify-bad = { $count ->
    [one] { $count } anomalie.
    [many] { $count } anomalies.
   *[other] { $count } anomalies.
}
verify-file-good = { $path } est, octet pour octet, de la publication { $digest }{ $statement ->
    [none] .
   *[other] , déclaration { $statement }{ $language ->
        [none] .
       *[other] { " " }: { verify-version }.
    }
}
verify-text-whole = Ce sont les mots de { $statement }, révision { $revision }, en entier : { verify-version }.
verify-text-passage = Ces mots sont un passage de { $statement }, révision { $revision } ({ verify-version }), et non le texte entier : { $before } mots avant et { $after } après sont omis.
verify-text-paragraphs = Ces mots sont un passage de { $statement }, révision { $revision } ({ verify-version }), inchangé : alinéas { $first } à { $last } sur { $count }, titres et notes compris ; le reste n’a pas été collé.
verify-text-around = { $words ->
    [one] { $words } autre mot est
    [many] { $words } autres mots sont
   *[other] { $words } autres mots sont
} de l’émetteur, autour du texte : en-tête, mentions, empreinte.
verify-text-inserted = Le texte contient les alinéas { $first } à { $last } sur { $count } de { $statement }, révision { $revision } ({ verify-version }) ; mais les mots suivants ne sont pas de l’émetteur. Ne le diffusez pas sous le nom de l’émetteur.
verify-text-foreign = ajouté : { $words }
verify-text-unknown = Aucun texte de cette publication n’a ces mots.
verify-text-nearest = Le plus proche est { $statement }, révision { $revision } ({ verify-version }). Le mot { $word } est le premier qui diffère, après « { $context } » :
verify-text-issued = publié : { $words }
verify-text-pasted = collé : { $words }
verify-text-ends = (le texte s’arrête ici)
verify-text-lines-only = Sans la publication elle-même, seul un texte qui a les lignes de la sortie « canonical » peut être reconnu. Indiquez son dossier ou son archive pour comparer les mots.

## Signer

sign-request-written = { $out } est ce qu’il faut signer : publication { $digest }, numéro { $sequence }. Signez-le sur la machine qui détient la clé, avec « promulgate sign { $out } --key SECRET --comment '{ $comment }' » ou « minisign -S -m { $out } -s SECRET -t '{ $comment }' » ; puis déposez la signature avec « promulgate attach ».
sign-request-nothing = { $out } ne contient aucune publication à signer.
sign-request-which = { $out } contient plusieurs publications dont l’empreinte commence ainsi : { $digests }. Donnez plus de chiffres avec --release.
sign-password = Mot de passe de { $key } :
sign-written = { $out } : signé par { $key }, avec le commentaire « { $comment } ».
sign-exists = { $out } existe déjà et a été laissé tel quel. Choisissez un autre nom avec --out.
sign-no-password = La clé { $key } a un mot de passe, et personne ne peut être interrogé ici : indiquez-le avec --password-file.
attach-written = { $out } : la signature de { $key } vaut pour la publication { $digest }. Son commentaire : « { $comment } ».
attach-foreign = { $file } est une signature de { $key }, qui n’est aucune des clés. Elle n’a pas été déposée.
attach-other-manifest = { $file } se dit de { $key }, et cette clé n’a pas signé ce manifeste ({ $digest }) : la signature est d’une autre publication, ou fausse. Elle n’a pas été déposée.
attach-broken = { $file } n’est pas une signature : { $reason }. Rien n’a été déposé.
attach-no-keys = Quelles signatures comptent ? Indiquez une clé publique avec --key, ou avec --collection la collection qui les nomme.
