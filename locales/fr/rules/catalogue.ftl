## Syntaxe

# $code (Text) Le genre d’erreur. $expected (Text) Un signe. $found (Text) Ce qui s’y trouve. $names (Text) Des noms. $count (Number) Combien d’autres.
catalogue-syntax-error = { $code ->
        [expected-token] Il manque ici « { $expected } ».
        [expected-name] Il manque ici un nom : il commence par une lettre de A à Z.
        [expected-digit] Il manque ici un chiffre.
        [expected-line-end] Les variantes doivent commencer à la ligne après « -> ».
        [expected-message-field] Ce message ne dit rien : il n’a ni texte ni attribut.
        [expected-term-field] Ce terme n’a pas de texte.
        [missing-value] Aucun texte ne suit « = ».
        [forbidden-callee] On ne peut appeler que des fonctions, et leur nom s’écrit en capitales.
        [missing-default-variant] Aucune variante ne porte « * » pour servir quand aucune autre ne convient.
        [multiple-default-variants] Deux variantes portent « * » ; une seule peut servir par défaut.
        [message-as-selector] Un message ne peut pas choisir entre des variantes.
        [message-attribute-as-selector] L’attribut d’un message ne peut pas choisir entre des variantes.
        [term-as-selector] Un terme ne peut pas choisir entre des variantes ; un de ses attributs le peut.
        [term-attribute-as-placeable] L’attribut d’un terme ne s’affiche pas ; il ne sert qu’à choisir entre des variantes.
        [unterminated-string-literal] Il manque un guillemet à la fin de cette chaîne.
        [positional-argument-follows-named] Une valeur sans nom suit une valeur nommée.
        [duplicated-named-argument] La même option est donnée deux fois.
        [unknown-escape-sequence] « { $found } » n’est pas une séquence d’échappement.
        [invalid-unicode-escape-sequence] Le code de ce caractère est incomplet.
        [unbalanced-closing-brace] Cette accolade fermante ne ferme rien.
        [expected-inline-expression] Après « { "{" } », il faut une variable, un message, un terme, une fonction, une chaîne ou un nombre.
        [expected-simple-expression-as-selector] Seuls une variable, une fonction, une chaîne ou un nombre peuvent choisir entre des variantes.
        [expected-literal] Une option prend une chaîne entre guillemets ou un nombre.
        [nesting-too-deep] Trop d’accolades ou de parenthèses s’emboîtent.
       *[other] Ce n’est pas du Fluent.
    }
    .help = { $code ->
        [expected-token] Écrivez « { $expected } » à sa place ; une accolade se referme sur la ligne où elle s’ouvre, sauf si elle contient des variantes.
        [unbalanced-closing-brace] Pour afficher une accolade, écrivez { "{" }"{ "}" }"{ "}" }.
        [unknown-escape-sequence] Les chaînes connaissent \\, \", \u0000 et \U000000.
        [invalid-unicode-escape-sequence] Écrivez quatre chiffres après \u, six après \U.
        [missing-default-variant] Mettez « * » devant la variante la plus sûre : dans la plupart des langues *[other].
        [expected-message-field] Écrivez le texte après « = », ou décalez d’une espace les lignes qui suivent.
        [expected-term-field] Écrivez le texte après « = », ou décalez d’une espace les lignes qui suivent.
        [nesting-too-deep] Faites des messages des parties intérieures et renvoyez-y.
       *[other] Corrigez l’entrée ; le reste du fichier a été lu.
    }
    .here = { $code ->
        [expected-token] « { $expected } » attendu
       *[other] illisible à partir d’ici
    }
    .there = voici ce qu’elle traduit
    .what = Une entrée d’un catalogue ne suit pas la syntaxe de Fluent.
    .why = Un programme qui charge le catalogue saute toute l’entrée et affiche à la place son nom ou une autre langue.
    .example = greeting = Bienvenue, { "{" } $name
    .mend = Comparez l’entrée avec la source et remettez le signe qui manque. Le reste du fichier est vérifié malgré tout.
catalogue-syntax-error-swallowed = { catalogue-syntax-error }
    .help = { $count ->
        [one] L’entrée qui suit, { $names }, est cachée elle aussi. Elle n’est pas manquante et reviendra avec la correction.
        [many] { $count } entrées qui suivent sont cachées elles aussi, dont { $names }. Elles ne sont pas manquantes et reviendront avec la correction.
       *[other] { $count } entrées qui suivent sont cachées elles aussi, dont { $names }. Elles ne sont pas manquantes et reviendront avec la correction.
    }

## Ce qui est là

# $file (Text) Un chemin. $count (Number) Combien de messages.
catalogue-missing-file = { $count ->
        [one] Le fichier { $file } manque, et avec lui { $count } message.
        [many] Le fichier { $file } manque, et avec lui { $count } messages.
       *[other] Le fichier { $file } manque, et avec lui { $count } messages.
    }
    .help = Copiez le fichier de la langue source et traduisez-le.
    .here = ce fichier n’existe pas
    .there = la source a ce fichier
    .what = La langue source a un fichier de catalogue qu’une autre langue n’a pas, ni rien de son contenu.
    .why = Tous les textes de ce fichier paraîtraient dans une autre langue, ou pas du tout.
    .example = locales/en/terms.ftl existe, locales/fr/terms.ftl non.
    .mend = Créez le fichier dans le dossier de la langue, avec la traduction de chaque message.

catalogue-obsolete-file = { $count ->
        [one] La langue source n’a pas de fichier { $file } ; son seul message ne sert nulle part.
        [many] La langue source n’a pas de fichier { $file } ; aucun de ses { $count } messages ne sert.
       *[other] La langue source n’a pas de fichier { $file } ; aucun de ses { $count } messages ne sert.
    }
    .help = Supprimez le fichier, ou donnez-lui le nom qu’il porte dans la langue source.
    .here = rien de ce fichier n’est dans la source
    .what = Une langue a un fichier de catalogue que la langue source n’a pas, et rien de son contenu ne sert.
    .why = Quelqu’un continuera de traduire des textes que personne ne lira, et un fichier mal nommé semble traduit alors que ses messages manquent.
    .example = locales/fr/term.ftl à côté de locales/en/terms.ftl
    .mend = Renommez le fichier si son nom est faux ; sinon, supprimez-le.

# $id (Text) Le nom de l’entrée.
catalogue-missing-message = Le message { $id } n’est pas traduit.
    .help = Ajoutez ici « { $id } = … ».
    .here = la place de { $id }
    .there = la source l’a
    .what = La langue source a un message ou un terme qu’une autre langue n’a pas.
    .why = Le texte paraîtrait dans une autre langue, ou son nom à sa place.
    .example =
        en: pledge = We stand united.
        fr: —
    .mend = Ajoutez le message au fichier de même nom, après celui qui le précède dans la source.
catalogue-missing-message-term = Le terme { $id } n’est pas traduit.

catalogue-obsolete-message = La langue source n’a pas de message { $id }.
    .help = Supprimez-le, ou donnez-lui le nom qu’il porte dans la langue source.
    .here = ne sert nulle part
    .there = le fichier source ne l’a pas
    .what = Une langue a un message que la langue source n’a pas et dont aucun autre message ne se sert.
    .why = Personne ne verra jamais ce texte. Si son nom est mal écrit, le message qu’il devait traduire manque.
    .example =
        en: pledge = We stand united.
        fr: pledges = Nous sommes unis.
    .mend = Corrigez le nom s’il est mal écrit ; sinon, supprimez le message.

catalogue-duplicate-message = { $id } est défini deux fois.
    .help = Gardez l’un des deux.
    .here = défini de nouveau
    .there = défini d’abord ici
    .what = Le même message ou terme est défini plus d’une fois dans une langue.
    .why = Un seul des deux s’affiche, selon l’ordre des fichiers. On peut corriger l’autre pendant des années sans aucun effet.
    .example =
        pledge = Nous sommes unis.
        pledge = Nous agissons ensemble.
    .mend = Comparez les deux, gardez le bon et supprimez l’autre.
catalogue-duplicate-message-elsewhere = { $id } est aussi défini dans { $file }.
    .help = Gardez l’un des deux, sauf si ces fichiers ne sont jamais chargés ensemble.

## Valeurs et attributs

catalogue-missing-value = { $id } n’a pas de texte propre.
    .help = Écrivez le texte après « = ».
    .here = rien que des attributs
    .there = la source dit ceci
    .what = Un message a un texte dans la langue source, mais seulement des attributs dans une autre.
    .why = À la place du texte paraîtrait le nom du message.
    .example =
        en: search = Search
        fr: search =
    .mend = Traduisez le texte aussi bien que les attributs.

catalogue-unexpected-value = { $id } a un texte, alors que la source n’a que des attributs.
    .help = Supprimez le texte, ou mettez-le dans l’attribut auquel il appartient.
    .here = ne s’affiche nulle part
    .there = pas de texte ici
    .what = Un message n’a que des attributs dans la langue source, mais un texte propre dans une autre.
    .why = Personne ne demande ce texte. Souvent, il occupe la place d’un attribut.
    .example = search = Rechercher, quand la source n’a que search.title
    .mend = Mettez le texte dans l’attribut qu’il traduit, ou supprimez-le.

# $attribute (Text) Le nom de l’attribut.
catalogue-missing-attribute = Il manque à { $id } l’attribut .{ $attribute }.
    .help = Ajoutez sous le message une ligne décalée « .{ $attribute } = … ».
    .here = sans .{ $attribute }
    .there = la source l’a
    .what = Un message a dans la langue source un attribut qui lui manque dans une autre.
    .why = Les attributs portent les textes qui entourent un texte, comme son titre ou la description d’une image. Sans eux, une partie de la page est vide ou dans une autre langue.
    .example = La source a .title, la traduction ne l’a pas.
    .mend = Traduisez l’attribut. Les attributs des termes sont l’affaire de chaque langue et ne sont pas comparés.

catalogue-unexpected-attribute = La source n’a pas d’attribut .{ $attribute } à { $id }.
    .help = Supprimez-le, ou donnez-lui le nom qu’il porte dans la langue source.
    .here = ne s’affiche nulle part
    .there = pas de tel attribut ici
    .what = Un message a un attribut que sa source n’a pas.
    .why = Personne ne le demande. Si son nom est mal écrit, l’attribut qu’il devait traduire manque.
    .example = .titre au lieu de .title
    .mend = Corrigez le nom s’il est mal écrit ; sinon, supprimez l’attribut.

catalogue-duplicate-attribute = { $id } a deux fois l’attribut .{ $attribute }.
    .help = Gardez l’un des deux.
    .here = donné de nouveau
    .there = donné d’abord ici
    .what = Une entrée a deux attributs de même nom.
    .why = Un seul des deux s’affiche.
    .example = .title = Rechercher, et plus bas .title = Trouver
    .mend = Gardez le bon et supprimez l’autre.

## Variables

# $variable (Text) Le nom de la variable, sans $. $key (Text) La clé d’une variante.
catalogue-missing-variable = { $id } n’affiche jamais ${ $variable }.
    .help = Écrivez { "{" } ${ $variable } { "}" } là où la valeur a sa place dans la phrase.
    .here = sans ${ $variable }
    .there = la source l’affiche
    .what = La source affiche une valeur que la traduction n’affiche pas.
    .why = Les lecteurs d’une langue n’apprendraient pas un nombre, une date ou un nom que tous les autres apprennent.
    .example =
        en: signed = Signed by { "{" } $count { "}" } Allies
        fr: signed = Signé par les Alliés
    .mend = Mettez la variable à sa place. Une forme du pluriel qui dit le nombre en lettres peut s’en passer, pourvu qu’une autre l’affiche.
catalogue-missing-variable-in-variant = { $id } n’affiche pas ${ $variable } dans la variante [{ $key }].
    .here = [{ $key }] ne l’affiche pas

catalogue-unknown-variable = La source de { $id } n’a pas de variable ${ $variable }.
    .help = N’employez que les variables de la source ; personne ne donne de valeur aux autres.
    .here = ${ $variable } n’a pas de valeur
    .there = la source du message
    .what = Une traduction emploie une variable que sa source n’a pas.
    .why = Le programme donne à un message les variables de sa source et aucune autre : le texte afficherait { "{" }$name{ "}" } au lieu d’une valeur.
    .example =
        en: signed = Signed by { "{" } $count { "}" } Allies
        fr: signed = Signé par { "{" } $nombre { "}" } Alliés
    .mend = Écrivez la variable comme la source. Le nom d’une variable ne se traduit jamais.
# $near (Text) Ce qui était sans doute voulu.
catalogue-unknown-variable-near = La source de { $id } n’a pas de variable ${ $variable }.
    .help = Vouliez-vous écrire ${ $near } ? Le nom d’une variable ne se traduit jamais.
    .there = la source a ${ $near }

catalogue-undocumented-variable = Le commentaire de { $id } n’explique pas ${ $variable }.
    .help = Dites dans un commentaire au-dessus du message ce qu’elle représente : « # ${ $variable } (Number) … ».
    .here = sans explication
    .what = Un message emploie une variable qu’aucun commentaire au-dessus de lui n’explique. Cette règle ne s’applique que si on la demande.
    .why = Un traducteur ne peut pas voir si { "{" } $name { "}" } est une personne, un navire ou un formulaire, et doit deviner le genre et le nombre.
    .example = arrival = { "{" } $name { "}" } arrive vendredi.
    .mend = Écrivez un commentaire qui nomme chaque variable, son type et ce qu’elle représente.

## Renvois

# $reference (Text) Le nom de ce à quoi le texte renvoie.
catalogue-missing-reference = { $id } n’emploie pas { $reference }, contrairement à la source.
    .help = Écrivez { "{" } { $reference } { "}" } là où le nom a sa place, sauf si votre langue doit le dire autrement ici.
    .here = sans { $reference }
    .there = la source l’emploie
    .what = La source tire une partie de son texte d’un autre message ou d’un terme, et la traduction non.
    .why = Quand le nom officiel change, un texte qui l’écrit en toutes lettres garde l’ancien. Une langue à déclinaisons peut avoir ses raisons.
    .example =
        en: about = About the { "{" } -alliance { "}" }
        fr: about = À propos du Pacte du Nord
    .mend = Employez le renvoi ; un terme peut contenir ses cas grammaticaux. Si aucune forme ne convient, laissez le texte tel quel.

catalogue-unexpected-reference = { $id } emploie { $reference }, mais pas la source.
    .help = Vérifiez que c’est bien le nom dont parle la source.
    .here = pas dans la source
    .there = la source du message
    .what = Une traduction tire une partie de son texte d’un message ou d’un terme de la langue source que sa propre source n’emploie pas.
    .why = Le plus souvent, un nom a été pris pour un autre : le Conseil pour l’Alliance.
    .example =
        en: host = The { "{" } -council { "}" } meets today.
        fr: host = Le { "{" } -alliance { "}" } se réunit aujourd’hui.
    .mend = Employez le nom qu’emploie la source, ou gardez le vôtre si la phrase le demande.

catalogue-unresolved-reference = { $reference } n’existe pas dans les catalogues « { $language } ».
    .help = Définissez-le, ou renvoyez à ce qui existe.
    .here = ne mène nulle part
    .there = la source du message
    .what = Un texte renvoie à un message, un terme ou un attribut qui n’existe pas dans sa langue.
    .why = Le nom de ce qui manque paraîtrait au milieu de la phrase.
    .example = about = À propos de { "{" } -aliance { "}" }
    .mend = Corrigez le nom, ou définissez ce à quoi il renvoie.
catalogue-unresolved-reference-near = { $reference } n’existe pas dans les catalogues « { $language } ».
    .help = Vouliez-vous écrire { $near } ?
catalogue-unresolved-reference-attribute = { $reference } n’existe pas : l’entrée n’a pas cet attribut.
    .help = Ajoutez l’attribut à l’entrée, ou renvoyez à l’un des siens.
catalogue-unresolved-reference-no-value = { $reference } n’a que des attributs et aucun texte à afficher.
    .help = Renvoyez à l’un de ses attributs, ou donnez-lui un texte.

# $path (Text) Les noms des entrées qui mènent l’une à l’autre.
catalogue-cyclic-reference = Ces entrées se contiennent mutuellement : { $path }.
    .help = Ôtez l’un des renvois.
    .here = revient en arrière
    .there = jusqu’ici
    .what = Des messages ou des termes renvoient les uns aux autres en boucle.
    .why = Un tel texte ne finirait jamais ; rien ne peut donc s’en afficher.
    .example =
        a = { "{" } b { "}" }
        b = { "{" } a { "}" }
    .mend = Écrivez l’un des textes en toutes lettres.
catalogue-cyclic-reference-itself = { $id } se contient lui-même.

## Fonctions

# $function (Text) Le nom de la fonction. $option (Text) Le nom de l’option. $options (Text) Des noms. $value (Text) $values (Text)
catalogue-unknown-function = Il n’y a pas de fonction { $function }.
    .help = Il y a NUMBER pour les nombres et DATETIME pour les dates.
    .here = pas une fonction
    .there = la source du message
    .what = Un texte appelle une fonction qui n’existe pas.
    .why = Rien ne pourrait s’afficher à sa place. Les catalogues d’un autre programme peuvent appeler les fonctions de celui-ci ; un nom inconnu n’y est qu’un avertissement.
    .example = { "{" } NUMBR($count) { "}" }
    .mend = Appelez NUMBER ou DATETIME. Le nom d’une fonction ne se traduit jamais.
catalogue-unknown-function-near = Il n’y a pas de fonction { $function }.
    .help = Vouliez-vous écrire { $near } ?

catalogue-unknown-option = { $function } n’a pas d’option { $option }.
    .help = Ses options sont : { $options }.
    .here = pas une option
    .there = la source du message
    .what = Une fonction reçoit une option qu’elle n’a pas, ou une valeur que l’option ne prend pas.
    .why = Le nombre ou la date n’aurait pas l’aspect voulu par l’auteur.
    .example = { "{" } DATETIME($day, datestyle: "long") { "}" }
    .mend = Écrivez l’option comme ECMA-402, avec les capitales à l’intérieur du mot : dateStyle.
catalogue-unknown-option-near = { $function } n’a pas d’option { $option }.
    .help = Vouliez-vous écrire { $near } ?
# $kind (Text) words, digits, currency ou language.
catalogue-unknown-option-value = L’option { $option } ne peut pas valoir « { $value } ».
    .help = { $kind ->
        [digits] Elle prend un nombre entier : { $values }.
        [currency] Elle prend les trois lettres d’une monnaie : { $values }.
        [language] Elle prend une étiquette de langue : { $values }.
       *[words] Elle prend l’une de ces valeurs : { $values }.
    }
    .here = pas une valeur de { $option }

# $term (Text) Un terme. $argument (Text) Le nom d’un argument. $value (Text) Ce qui est donné. $variants (Text) Ses variantes. $near (Text) Ce qui était sans doute voulu.
catalogue-unknown-variant = { $term } n’a pas de variante « { $value } » pour { $argument } ; sa forme par défaut est prise.
    .help = Ses variantes sont : { $variants }. Choisissez-en une, ou ajoutez celle-ci au terme si votre langue en a besoin.
    .here = pas une variante de { $term }
    .there = le terme
    .what = On demande à un terme une variante qu’il n’a pas dans cette langue, par exemple un cas grammatical mal orthographié.
    .why = Un terme qui ne connaît pas la variante prend sans un mot sa forme par défaut : le nom paraît au mauvais cas.
    .example = { "{" } -alliance(case: "genetive") { "}" }, alors que le terme a [genitive].
    .mend = Écrivez la variante comme le terme. Si la forme par défaut est voulue, omettez l’argument.
catalogue-unknown-variant-near = { $term } n’a pas de variante « { $value } » pour { $argument }. Vouliez-vous dire « { $near } » ?
    .help = Écrivez « { $near } » ; avec toute autre valeur, la forme par défaut est prise.
catalogue-unknown-variant-argument = { $term } n’a d’argument { $argument } dans aucune langue.
    .help = Omettez-le, ou faites que le terme choisisse d’après lui.
    .here = sans aucun effet
catalogue-unknown-variant-argument-near = { $term } n’a d’argument { $argument } dans aucune langue. Vouliez-vous dire { $near } ?
    .help = Écrivez { $near }.
    .here = sans aucun effet

## Variantes et formes du pluriel

catalogue-duplicate-variant = La variante [{ $key }] existe deux fois.
    .help = Gardez l’une des deux, ou corrigez sa clé.
    .here = jamais affichée
    .there = celle-ci s’affiche
    .what = Deux variantes d’un même choix ont la même clé.
    .why = La seconde ne s’affiche jamais. Souvent, sa clé est fausse et une autre forme du pluriel manque.
    .example = [one] … [one] … *[other] …
    .mend = Corrigez la clé, ou supprimez la variante fausse.

# $categories (Text) Des catégories du pluriel. $count (Number) Combien. $category (Text) La plus nécessaire. $examples (Text) Des nombres.
catalogue-missing-plural-category = { $count ->
        [one] Il manque à { $id } la forme du pluriel { $categories }.
        [many] Il manque à { $id } les formes du pluriel { $categories }.
       *[other] Il manque à { $id } les formes du pluriel { $categories }.
    }
    .help = Ajoutez la variante [{ $category }], nécessaire dans la langue « { $language } » pour des nombres comme { $examples }.
    .here = sans { $categories }
    .there = les formes du pluriel de la source
    .what = Il manque à un choix selon le nombre une forme du pluriel que sa langue possède.
    .why = Pour certains nombres paraîtrait la mauvaise forme : « 5 союзника » au lieu de « 5 союзников ». Une forme dont aucun entier jusqu’à 1 000 n’a besoin n’est que signalée.
    .example = En russe, [one] et *[other] sans [few] ni [many].
    .mend = Ajoutez une variante pour chaque catégorie de la langue (CLDR), même si deux d’entre elles donnent le même texte.
catalogue-missing-plural-category-rare = { $count ->
        [one] Il manque à { $id } la forme du pluriel { $categories }, rarement nécessaire.
        [many] Il manque à { $id } les formes du pluriel { $categories }, rarement nécessaires.
       *[other] Il manque à { $id } les formes du pluriel { $categories }, rarement nécessaires.
    }
    .help = Ajoutez la variante [{ $category }] si des nombres comme { $examples } peuvent se présenter.

catalogue-unreachable-plural-category = La forme du pluriel [{ $category }] ne sert jamais dans la langue « { $language } ».
    .help = Supprimez la variante ; cette langue a { $categories }.
    .here = jamais affichée
    .there = les formes du pluriel de la source
    .what = Un choix selon le nombre a une forme du pluriel que sa langue ne possède pas.
    .why = Personne ne la verra jamais. Souvent, elle vient d’une autre langue, et une forme nécessaire manque.
    .example = En anglais, [few].
    .mend = Supprimez la variante. Pour un nombre précis, écrivez le nombre lui-même : [2].

catalogue-identical-plural-variants = { $count ->
        [one] Les formes du pluriel de { $id } disent toutes la même chose.
        [many] Les { $count } formes du pluriel de { $id } disent toutes la même chose.
       *[other] Les { $count } formes du pluriel de { $id } disent toutes la même chose.
    }
    .help = Si la langue ne fait ici aucune différence, écrivez le texte une seule fois ; sinon, corrigez les formes.
    .here = le même texte dans chaque forme
    .there = les formes du pluriel de la source
    .what = Toutes les variantes d’un choix selon le nombre ont le même texte.
    .why = Souvent, une forme a été copiée dans les autres et n’a jamais été changée.
    .example = [one] { "{" } $n { "}" } fichiers *[other] { "{" } $n { "}" } fichiers
    .mend = Écrivez chaque forme comme la langue la dit, ou renoncez au choix.

## Textes

catalogue-empty-translation = { $id } n’affiche rien.
    .help = Traduisez le texte.
    .here = vide
    .there = la source dit ceci
    .what = Une traduction est vide alors que sa source ne l’est pas.
    .why = Là où les lecteurs de la source trouvent un texte, il y aurait un trou.
    .example = pledge = { "{" } "" { "}" }
    .mend = Écrivez la traduction. Si le texte ne doit pas paraître dans cette langue, dites-le dans un commentaire et désactivez la règle.

# $tag (Text) Le nom de l’élément.
catalogue-markup-mismatch = Il manque à { $id } un <{ $tag }> de la source.
    .help = Mettez les mêmes mots entre les mêmes balises que la source.
    .here = sans <{ $tag }>
    .there = la source l’a
    .what = Une traduction a d’autres balises que sa source, ou une balise non appariée.
    .why = Un lien peut se perdre, une page entière passer en gras.
    .example =
        en: See <a>the statement</a>.
        fr: Voir <a>la déclaration.
    .mend = Reprenez les balises de la source. Les retours à la ligne et les paragraphes peuvent différer.
catalogue-markup-mismatch-extra = { $id } a un <{ $tag }> que la source n’a pas.
    .help = Ôtez la balise, sauf si votre langue en a besoin ici.
    .here = pas dans la source
    .there = la source dit ceci
catalogue-markup-mismatch-unbalanced = La balise <{ $tag }> de { $id } n’est pas appariée.
    .help = Écrivez la balise ouvrante et la balise fermante.
    .here = balise non appariée
    .there = dans la source, chaque balise est appariée

catalogue-same-as-source = { $id } est identique dans la langue « { $language } » et dans la langue source.
    .help = Traduisez le texte.
    .here = pas traduit
    .there = le même texte
    .what = Un texte de quatre mots ou plus est le même dans deux langues. Les noms, les nombres, le code et les termes ne comptent pas.
    .why = Il a sans doute été copié puis oublié, et les lecteurs trouvent une phrase étrangère dans leur langue.
    .example = fr: pledge = We stand united and act together.
    .mend = Traduisez-le. Si les mots sont vraiment les mêmes dans les deux langues, réglez le niveau de cette règle.

# $side (Text) before ou after.
catalogue-surrounding-whitespace = { $side ->
        [before] { $id } ne commence pas par une espace, contrairement à la source.
       *[after] { $id } ne finit pas par une espace, contrairement à la source.
    }
    .help = Écrivez { "{" }" "{ "}" } là où l’espace a sa place.
    .here = sans l’espace
    .there = la source dit ceci
    .what = Un texte commence ou finit par une espace dans une langue et pas dans l’autre.
    .why = Un tel texte se colle à un autre : sans l’espace, deux mots se touchent ; avec une espace de trop, une ligne commence de travers.
    .example = label = Date :{ "{" }" "{ "}" }
    .mend = Faites comme la source.
catalogue-surrounding-whitespace-extra = { $side ->
        [before] { $id } commence par une espace, contrairement à la source.
       *[after] { $id } finit par une espace, contrairement à la source.
    }
    .help = Ôtez l’espace.
    .here = une espace de trop
