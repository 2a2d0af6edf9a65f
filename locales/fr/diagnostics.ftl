### Ce que le programme dit aux auteurs autour de ses constats.

## Niveaux des constats

level-error = erreur
level-warning = avertissement
level-note = remarque

## Rapports

report-help = conseil
report-waived = dérogation
# $reason (Text) Le motif que donne la déclaration.
report-waived-because = dérogation : { $reason }

# $statements (Number) Nombre de déclarations vérifiées ; 0 quand seuls des catalogues l’ont été.
# $errors, $warnings, $notes, $waived (Number) Nombre de constats de chaque sorte.
report-summary = { $statements ->
    [0] Vérification terminée
    [one] { $statements } déclaration vérifiée
    [many] { $statements } déclarations vérifiées
   *[other] { $statements } déclarations vérifiées
} : { $errors ->
    [0] aucune erreur
    [one] { $errors } erreur
    [many] { $errors } erreurs
   *[other] { $errors } erreurs
}, { $warnings ->
    [0] aucun avertissement
    [one] { $warnings } avertissement
    [many] { $warnings } avertissements
   *[other] { $warnings } avertissements
}, { $notes ->
    [0] aucune remarque
    [one] { $notes } remarque
    [many] { $notes } remarques
   *[other] { $notes } remarques
}{ $waived ->
    [0] .
    [one] { "" } ; { $waived } dérogation.
    [many] { "" } ; { $waived } dérogations.
   *[other] { "" } ; { $waived } dérogations.
}

## promulgate explain

explain-level = Niveau : { $level }
explain-off = Elle ne s’applique que si promulgate.toml la nomme : "{ $rule }" = "warning" sous [levels].
explain-fixed = On ne peut ni la désactiver ni y déroger : nul ne peut répondre d’un texte qui n’a pas pu être lu.
explain-what = Ce qu’elle signale
explain-why = Pourquoi c’est important
explain-example = Exemple
explain-mend = Comment y remédier

## Le programme

program-collection = { $path } : une collection, { $statements ->
    [one] { $statements } déclaration
    [many] { $statements } déclarations
   *[other] { $statements } déclarations
}, des catalogues { $catalogues ->
    [0] dans aucune langue
    [one] dans { $catalogues } langue
    [many] dans { $catalogues } langues
   *[other] dans { $catalogues } langues
}.
program-markdown = { $path } : pas de promulgate.toml ; lecture en tant que textes Markdown ({ $layout }), { $statements ->
    [one] { $statements } déclaration
    [many] { $statements } déclarations
   *[other] { $statements } déclarations
}, langue source { $source }.
program-fluent = { $path } : pas de promulgate.toml ; lecture en tant que catalogues Fluent dans { $catalogues ->
    [one] { $catalogues } langue
    [many] { $catalogues } langues
   *[other] { $catalogues } langues
}, langue source { $source }.
program-missing = { $path } n’existe pas.
program-nothing = { $path } ne contient rien à vérifier : ni promulgate.toml, ni textes de la forme { $layout }, ni catalogues Fluent tels que fr/terms.ftl.
program-guessed-source = La langue source retenue est { $source }, la plus fréquente ; indiquez --source pour en choisir une autre.
program-no-source = La langue source de { $path } n’est pas claire ; indiquez-la avec --source.
program-absent-source = { $path } ne contient rien dans la langue { $source } qu’indique --source ; on y trouve { $languages }.
program-checking = vérification
program-rendering = mise en page

program-new = { $dir } : une collection d’une déclaration en trois langues. Essayez « promulgate check { $dir } », puis « promulgate build { $dir } --out public ».
program-not-empty = { $dir } n’est pas vide ; rien n’a été écrit.

program-fixed = { $changes ->
    [0] Rien n’a été modifié
    [one] { $changes } modification
    [many] { $changes } modifications
   *[other] { $changes } modifications
}{ $files ->
    [0] .
    [one] { " " }dans { $files } fichier.
    [many] { " " }dans { $files } fichiers.
   *[other] { " " }dans { $files } fichiers.
}
program-would-fix = { $changes ->
    [0] Il n’y a rien à modifier
    [one] --fix ferait { $changes } modification
    [many] --fix ferait { $changes } modifications
   *[other] --fix ferait { $changes } modifications
}{ $files ->
    [0] .
    [one] { " " }dans { $files } fichier. Rien n’a été écrit.
    [many] { " " }dans { $files } fichiers. Rien n’a été écrit.
   *[other] { " " }dans { $files } fichiers. Rien n’a été écrit.
}

program-unknown-rule = Il n’y a pas de règle { $rule }. « promulgate explain » donne la liste des règles.
program-nearest-rule = Vouliez-vous écrire { $near } ?
program-fixed-rule = { $rule } ne peut pas être ignorée : elle signale que quelque chose n’a pas pu être lu, et nul ne peut en répondre.

program-blocked = { $statement } n’est pas publiée : { $errors ->
    [0] elle n’a pas été vérifiée dans son état actuel
    [one] { $errors } erreur s’y oppose
    [many] { $errors } erreurs s’y opposent
   *[other] { $errors } erreurs s’y opposent
}.
program-embargoed = { $statements ->
    [one] { $statements } déclaration est sous embargo et ne paraîtra qu’à la levée de celui-ci.
    [many] { $statements } déclarations sont sous embargo et ne paraîtront qu’à la levée de celui-ci.
   *[other] { $statements } déclarations sont sous embargo et ne paraîtront qu’à la levée de celui-ci.
}
program-released = { $statements ->
    [one] { $statements } déclaration publiée
    [many] { $statements } déclarations publiées
   *[other] { $statements } déclarations publiées
}, { $out } est désormais { $digest } : { $files ->
    [one] { $files } fichier
    [many] { $files } fichiers
   *[other] { $files } fichiers
}.
program-previewed = Aperçu dans { $out } : { $files ->
    [one] { $files } fichier
    [many] { $files } fichiers
   *[other] { $files } fichiers
}. Rien n’a été publié.
program-nothing-released = Rien n’a été publié.
# $out (Text) Le dossier des publications.
program-no-release = Rien n’est public dans { $out } : il n’y a pas de current/manifest.json.
program-vanishing = { $count ->
    [one] { $statements } est publique en ce moment et disparaîtrait de la nouvelle publication. Corrigez d’abord le texte, ou dérogez au constat en indiquant le motif.
    [many] { $statements } sont publiques en ce moment et disparaîtraient de la nouvelle publication. Corrigez d’abord les textes, ou dérogez aux constats en indiquant le motif.
   *[other] { $statements } sont publiques en ce moment et disparaîtraient de la nouvelle publication. Corrigez d’abord les textes, ou dérogez aux constats en indiquant le motif.
}
program-unseen = { $count ->
    [one] { $statements } est publiée et disparaîtrait sans un mot, du fait de son statut ou de son embargo. Pour la retirer, écrivez status = "canceled" et informez les lecteurs par une entrée de history avec kind = "withdrawal".
    [many] { $statements } sont publiées et disparaîtraient sans un mot, du fait de leur statut ou de leur embargo. Pour les retirer, écrivez status = "canceled" et informez les lecteurs par une entrée de history avec kind = "withdrawal".
   *[other] { $statements } sont publiées et disparaîtraient sans un mot, du fait de leur statut ou de leur embargo. Pour les retirer, écrivez status = "canceled" et informez les lecteurs par une entrée de history avec kind = "withdrawal".
}
program-unchanged = Rien n’a changé : { $out } est déjà { $digest }.
program-preview-in-release = { $out } contient ce qui est publié : un aperçu ne doit pas se trouver sous les yeux du public. Choisissez un autre dossier.
program-preview-over-files = { $out } contient autre chose qu’un aperçu, et rien n’y est écrasé. Choisissez un dossier vide.
program-release-in-preview = { $out } contient un aperçu : ce qui est publié ne doit pas côtoyer des projets. Choisissez un autre dossier.
program-out-among-texts = { $out } se trouve parmi les textes de { $path } : ce qui y est écrit serait lu comme un texte la prochaine fois. Choisissez un dossier en dehors.
program-out-in-releases = { $out } se trouve dans le dossier de publications { $folder } : seule une publication y écrit. Choisissez un emplacement en dehors.
program-request-confidential = Gardez { $out } confidentiel jusqu’à la publication : il nomme ce qui n’est pas encore public.
program-cannot-read = Impossible de lire { $path } : { $reason }
program-cannot-write = Impossible d’écrire { $path } : { $reason }
program-cannot-remove = Impossible de supprimer { $path } : { $reason }
program-cannot-print = Impossible d’écrire sur la sortie standard : { $reason }
program-no-statement = Il n’y a pas de déclaration { $statement } dans cette collection.
program-no-such-release = Il n’y a pas de publication { $release }, ou plusieurs commencent ainsi.
program-locked = Un autre programme écrit en ce moment une publication dans { $path }. Réessayez quand il aura terminé.
program-damaged = { $path } n’est plus ce qu’il était à sa création ({ $reason }).
program-unsafe-path = { $path } n’est pas écrit : ce chemin sortirait de la publication, ou deux fichiers n’en feraient qu’un ({ $reason }).

program-uploaded = { $url } montre désormais { $digest } : { $written ->
    [one] { $written } objet écrit
    [many] { $written } objets écrits
   *[other] { $written } objets écrits
}, { $found } déjà sur place.
program-upload-unchanged = Rien n’a changé : { $url } montre déjà { $digest }.
program-upload-unconditional = { $url } ne sait pas comparer ce qu’il contient avant d’écrire : que personne d’autre n’y téléverse en même temps.
program-upload-untyped = { $url } ne conserve pas les types de médias : qui sert les objets doit les déduire de leurs noms.
program-upload-in-place = Mis en place : { $written ->
    [one] { $written } objet écrit
    [many] { $written } objets écrits
   *[other] { $written } objets écrits
}, inchangés : { $found }, supprimés : { $removed }.
program-upload-pruned = { $releases ->
    [one] { $releases } publication antérieure a été supprimée
    [many] { $releases } publications antérieures ont été supprimées
   *[other] { $releases } publications antérieures ont été supprimées
} de { $url }.
program-upload-again = Ce qui a été téléversé y reste ; la même commande reprend là où celle-ci s’est arrêtée.
program-upload-url = { $url } n’est pas l’adresse d’un stockage d’objets. Il existe file:///dossier, s3://compartiment/chemin, gs://compartiment/chemin et az://conteneur/chemin.
program-upload-needs-cloud = { $url } : ce programme a été compilé sans les stockages des fournisseurs. Compilez-le avec la fonctionnalité cloud, ou téléversez vers un dossier (file:///dossier).
program-upload-needs-store = Ce programme a été compilé sans le téléversement : compilez-le avec la fonctionnalité store.

program-stamped = { $statements ->
    [one] { $statements } déclaration
    [many] { $statements } déclarations
   *[other] { $statements } déclarations
} : { $made ->
    [0] aucun bloc marqué
    [one] { $made } bloc marqué
    [many] { $made } blocs marqués
   *[other] { $made } blocs marqués
}, { $kept } sans changement{ $left ->
    [0] .
    [one] , { $left } en attente : il faut le reprendre, ou dire pourquoi il est juste.
    [many] , { $left } en attente : il faut les reprendre, ou dire pourquoi ils sont justes.
   *[other] , { $left } en attente : il faut les reprendre, ou dire pourquoi ils sont justes.
}
program-stamp-unreadable = { $statement } n’est pas marquée : { $errors ->
    [0] il n’y a pas de texte source
    [one] une erreur a empêché de la lire en entier
    [many] { $errors } erreurs ont empêché de la lire en entier
   *[other] { $errors } erreurs ont empêché de la lire en entier
}. « promulgate check » en dit plus.
program-stamp-bare = { $path } n’a pas de promulgate.toml : seule une collection tient des marques.
program-stamp-no-unit = Rien à marquer dans { $path } : aucun bloc traduit ne s’appelle { $unit }.
program-stamp-one-statement = --unit désigne un bloc d’une seule déclaration, et { $path } en contient { $statements }. Indiquez son dossier ou l’un de ses textes.
program-render-one-statement = { $path } contient { $statements } déclarations ; indiquez le dossier ou un texte de l’une d’elles.
program-render-no-version = { $statement } n’a pas de texte en { $language } ; ses langues : { $languages }.
program-render-draft = { $statement } ne peut pas être diffusé en l’état : le document produit porte la mention « projet ».
program-render-several = Cette commande produit { $files } fichiers ; indiquez-leur un dossier avec --out, ou une langue avec --lang.
program-render-nothing = Cette sortie ne produit aucun fichier pour cette déclaration.

## promulgate export et import

program-export-no-statement = Il n’y a pas de déclaration { $path } ici. Indiquez son dossier, l’un de ses textes ou son identifiant.
program-export-one-statement = { $path } contient { $statements } déclarations, et un fichier pour traducteurs n’en contient qu’une. Indiquez laquelle ; seul --to tmx les prend toutes.
program-export-which-language = Vers quelle langue ? { $statement } est traduite en : { $languages }. Indiquez-en une avec --lang.
program-export-language = { $statement } n’est pas traduite en { $language }, mais en : { $languages }.
program-export-exists = { $out } existe déjà et a été laissé tel quel. Choisissez un autre nom, ou ajoutez --force.
program-exported = { $out } écrit : { $statements ->
    [one] { $statements } déclaration
    [many] { $statements } déclarations
   *[other] { $statements } déclarations
}.
program-import-nameless = { $file } ne dit pas sur quelle déclaration il porte : l’outil a omis ce que l’export avait écrit.
program-import-no-statement = { $file } porte sur { $statement }, qui n’est pas dans { $path }. Indiquez sa collection avec --collection.
program-import-refused = { $file } n’a pas été repris ; rien n’a été écrit.
program-imported = { $path } écrit : { $translated } sur { $units ->
    [one] { $units } unité traduite
    [many] { $units } unités traduites
   *[other] { $units } unités traduites
}, { $changed } avec des changements ; état { $state }.
program-import-would = { $statement } en { $language } peut être reprise : { $translated } sur { $units ->
    [one] { $units } unité traduite
    [many] { $units } unités traduites
   *[other] { $units } unités traduites
}, { $changed } avec des changements ; état { $state }. Rien n’a été écrit ; --diff montre les changements, --write les fait.
program-import-shown = { $statement } en { $language } serait reprise ainsi : { $translated } sur { $units ->
    [one] { $units } unité traduite
    [many] { $units } unités traduites
   *[other] { $units } unités traduites
}, { $changed } avec des changements ; état { $state }. --write fait les changements.
program-import-state = L’état de { $language } dans { $statement } n’a pu être noté. Écrivez-le dans statement.toml : state = "{ $state }" sous [versions.{ $language }].
