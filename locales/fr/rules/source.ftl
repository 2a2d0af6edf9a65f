## Fichiers de configuration

source-toml-syntax = { $problem ->
        [duplicate-key] Cette clé est donnée deux fois.
        [quotes] Un texte n’est pas placé ici entre deux guillemets droits.
        [comma] Il manque ici une virgule, ou il y en a une de trop.
        [unclosed] Un crochet ou une accolade s’ouvre ici et ne se ferme jamais.
        [no-value] Cette clé n’a pas de valeur.
        [equals] Il manque ici un signe égal, ou il y en a un de trop.
        [boolean] true ou false, sans guillemets
        [number] Ce n’est pas un nombre pour TOML.
        [date] Ce jour ou cette heure n’existe pas.
        [control-character] Il y a ici un caractère invisible que TOML n’admet pas.
        [escape] Une barre oblique inverse précède ici un caractère qu’elle ne peut pas précéder.
        [no-key] Il y a ici une valeur, mais pas de clé.
        [trailing] Quelque chose suit la valeur.
       *[other] Ce n’est pas du TOML ({ $detail }).
    }
    .help = Corrigez d’abord cette ligne : ce qui suit n’est peut-être faux qu’en apparence. Les textes se mettent entre guillemets droits, comme dans number = "PR (2020) 017".
    .here = illisible
    .what = Un fichier de configuration, ou un en-tête entre deux lignes +++, n’est pas du TOML valide.
    .why = Rien de ce qui était voulu ici n’est certain, et il peut s’agir d’un embargo ou d’une langue. Aucune déclaration ne paraît sur la foi d’une supposition.
    .example = number = PR (2020) 017
    .mend = Mettez les textes entre guillemets droits, fermez chaque crochet et ne donnez chaque clé qu’une fois. Les règles de TOML se trouvent sur toml.io.

source-unknown-key = Il n’y a pas ici de clé { $key }.
    .help = Corrigez le nom ou supprimez la ligne.
    .here = clé inconnue
    .what = Un fichier de configuration contient une clé qui ne signifie rien à cet endroit.
    .why = Une clé mal écrite passerait inaperçue : « embargoed_untill » lève un embargo. Chaque clé doit donc être connue.
    .example = embargoed_untill = 2020-06-03T10:00:00+02:00
    .mend = Écrivez la clé comme la documentation, sous la table qui est la sienne. Une note pour vous-même se place après #.
source-unknown-key-near = Il n’y a pas ici de clé { $key }.
    .help = Vouliez-vous écrire { $near } ?
source-unknown-key-elsewhere = { $key } n’a pas sa place ici.
    .help = Mettez cette ligne sous [{ $table }].
    .here = appartient à une autre table

source-wrong-type = { $key } doit être { $expected ->
        [text] un texte entre guillemets droits
        [whole-number] un nombre entier
        [number] un nombre
        [date] un jour sans guillemets, comme 2020-06-03
        [moment] un instant avec son décalage UTC et sans guillemets, comme 2020-06-03T10:00:00+02:00
        [languages] une liste d’étiquettes de langue, comme ["en", "fr"]
        [texts] une liste de textes, comme ["health", "media"]
        [localized] un texte, ou une table avec un texte par langue
        [table] une table
        [tables] une liste de tables, chacune sous sa propre ligne à doubles crochets
        [fact] un nombre, un jour, un instant, un texte, une somme d’argent ou une table avec un texte par langue
       *[other] d’un autre type
    }, et non { $found ->
        [text] un texte
        [number] un nombre
        [boolean] une valeur booléenne (true ou false)
        [time] une heure sans jour
        [date] un jour
        [moment] un instant
        [list] une liste
       *[table] une table
    }.
    .help = Modifiez la valeur, ou supprimez la ligne.
    .here = du mauvais type
    .what = Une valeur d’un fichier de configuration est d’un autre type que celui que sa clé demande.
    .why = La valeur est inutilisable, et l’omettre en silence changerait ce qui est publié.
    .example = issued = "3 June 2020"
    .mend = Écrivez les textes entre guillemets droits, les nombres et les jours sans guillemets, et les listes entre crochets.

source-invalid-value = { $value } ne peut pas être la valeur de { $key }.
    .help = { $expected ->
        [filled] Écrivez quelque chose, ou supprimez la ligne.
        [ordinal] Écrivez un nombre entier à partir de 1.
        [percent] Écrivez un nombre entier de 0 à 100, sans signe de pourcentage.
        [fingerprint] Écrivez entre guillemets droits les seize chiffres et lettres que le rapport donne pour le constat ; s’il y en a plusieurs, entre crochets.
        [number] Écrivez un nombre de 28 chiffres au plus.
        [date] Écrivez un jour qui existe dans le calendrier, comme 2020-06-03.
        [moment] Écrivez un instant qui existe dans le calendrier, avec son décalage UTC, comme 2020-06-03T10:00:00+02:00.
        [fact-name] Le nom d’une donnée commence par une lettre de a à z et continue par de telles lettres, des chiffres, - et _, afin que les textes puissent y renvoyer.
        [currency] Écrivez les trois majuscules de la norme ISO 4217, comme EUR.
        [mail-address] Écrivez l’adresse d’une boîte aux lettres et rien d’autre, comme press@example.org ; le nom qui l’accompagne est celui de l’émetteur.
        [address] Écrivez une adresse absolue, comme https://press.example.org/.
        [public-key] Écrivez la clé publique que montre minisign : 56 caractères commençant par RW.
        [threshold] Écrivez combien de clés doivent signer : au moins 1, et pas plus qu’il n’y a de clés.
        [layout] Écrivez { "{" }id{ "}" }/{ "{" }lang{ "}" }.md, { "{" }lang{ "}" }/{ "{" }id{ "}" }.md ou { "{" }id{ "}" }.{ "{" }lang{ "}" }.md, au besoin précédé de dossiers.
        [slug] N’employez que des lettres, des chiffres, -, _ et des points, et ne commencez pas par un point.
        [digest] Rétablissez le fichier à partir de la gestion de versions : le programme écrit ici 16 chiffres hexadécimaux.
        [stamps-version] Rétablissez le fichier à partir de la gestion de versions, ou employez la version du programme qui l’a écrit.
       *[other] Écrivez une autre valeur.
    }
    .here = ne signifie rien ici
    .what = Une valeur d’un fichier de configuration est du bon type, mais sa clé ne peut pas la prendre.
    .why = La valeur est inutilisable, et l’omettre en silence changerait ce qui est publié.
    .example = status = "useable"
    .mend = Donnez à la clé l’une des valeurs qu’elle peut prendre, ou supprimez la ligne.
source-invalid-value-word = { $value } ne peut pas être la valeur de { $key }.
    .help = Écrivez l’un de ces mots : { $words }.

source-missing-key = Il manque la clé { $key }.
    .help = Ajoutez ici une ligne { $key } = …
    .here = devrait donner { $key }
    .what = Il manque à une table d’un fichier de configuration une clé sans laquelle elle ne signifie rien.
    .why = Une dérogation sans motif ou une modification sans date ne dit rien à qui la lira plus tard : toute la table est laissée de côté tant qu’elle est incomplète.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
    .mend = Ajoutez la clé que nomme le message.
source-missing-key-sender = Les messages n’ont pas d’expéditeur : la clé { $key } manque.
    .help = Écrivez [mail] sur une ligne, et au-dessous from = "press@example.org", ou retirez "mail" de la liste.
    .here = demande des messages

source-duplicate-value = { $value } figure deux fois dans { $key }.
    .help = Gardez l’une des deux.
    .here = la seconde
    .there = la première
    .what = Une liste ou une table d’un fichier de configuration nomme deux fois la même langue, parfois sous une étiquette ancienne (iw et he sont la même langue), ou deux de ses entrées ont le même identifiant.
    .why = De deux entrées, seule la première sert : ce que dit la seconde est perdu.
    .example = languages = ["en", "fr", "en"]
    .mend = Supprimez l’une des deux.

source-naive-time = { $found ->
        [day] { $key } nomme un jour, { $value }, mais aucun instant de ce jour.
       *[time] { $key } indique { $value }, mais sans décalage UTC.
    }
    .help = Écrivez la date, l’heure et le décalage UTC, comme 2020-06-03T10:00:00+02:00 ; pour l’heure de Greenwich, terminez par Z.
    .here = sans décalage UTC
    .what = Un instant est donné sans son décalage par rapport au temps universel coordonné (UTC).
    .why = Quand il est dix heures à Bruxelles, il est onze heures à Moscou. Un embargo « jusqu’à dix heures » est levé à un autre instant pour chaque lecteur d’ailleurs ; seul le décalage en fait un seul instant.
    .example = embargoed_until = 2020-06-03T10:00:00
    .mend = Ajoutez le décalage en vigueur en ce lieu ce jour-là : +02:00 à Bruxelles en été, +01:00 en hiver.

## En-têtes

source-front-matter-syntax = L’en-tête est illisible ({ $detail }).
    .help = Mettez entre guillemets droits toute valeur qui contient un deux-points, un guillemet ou un croisillon.
    .here = la lecture bute ici
    .what = Ce qui figure entre les lignes --- en tête d’un texte n’est pas du YAML valide.
    .why = Le texte lui-même est lu, mais le titre, la date et le résumé de son en-tête ne le sont pas.
    .example =
        ---
        title: Statement: hospitals
        ---
    .mend = Mettez la valeur entre guillemets droits, ou corrigez le retrait des lignes.
source-front-matter-syntax-unclosed = L’en-tête commence ici et ne finit jamais.
    .help = Terminez-le par une ligne semblable à celle-ci.
    .here = aucune ligne ne le termine plus bas

source-language-mismatch = L’en-tête dit { $tag }, mais le fichier se trouve à la place de la version { $place }.
    .help = Déplacez le fichier ou corrigez l’en-tête. Si c’est une copie qui attend sa traduction, traduisez-la d’abord.
    .here = une autre langue que celle du fichier
    .what = L’en-tête d’un texte nomme une autre langue que le nom ou le dossier de son fichier.
    .why = Le plus souvent, le texte a été copié pour être traduit et ne l’a jamais été. Il serait publié sous une langue qui n’est pas la sienne.
    .example =
        fr/hospitals.md:
        ---
        lang: en
        ---
    .mend = Traduisez le texte et corrigez l’en-tête, ou déplacez le fichier à la place réservée à sa langue.

## Fichiers

source-too-large = Ce fichier dépasse { $limit } Kio et n’a pas été lu.
    .help = Divisez le texte, ou faites relever la limite par le programme qui le lit.
    .what = Un fichier dépasse la taille admise.
    .why = Aucune déclaration n’a autant de pages. Un fichier de cette taille est une erreur ou est fait pour épuiser la machine ; comme il n’est pas lu du tout, rien ne peut en être dit.
    .example = en.md, 20 Mo
    .mend = Cherchez ce qui a rendu le fichier si grand. Un programme qui intègre cette bibliothèque peut relever la limite.
source-too-large-front-matter = L’en-tête dépasse { $limit } Kio et n’a pas été lu.
    .help = Retirez ce qui n’appartient pas au texte.
source-too-large-picture = Cette image dépasse { $limit } Kio.
    .help = Enregistrez-la en plus petit : une page montre rarement une image de plus de 2 000 pixels de large.

source-too-many = { $what ->
        [statements] Il y a plus de { $limit } déclarations ; à partir d’ici, elles ne sont pas lues.
        [versions] Cette déclaration a plus de { $limit } versions linguistiques ; à partir d’ici, elles ne sont pas lues.
       *[catalogues] Il y a plus de { $limit } fichiers Fluent ; à partir d’ici, ils ne sont pas lus.
    }
    .help = Divisez la collection, ou faites relever la limite par le programme qui la lit.
    .what = Une collection a plus de déclarations, de langues ou de catalogues que la limite n’en admet.
    .why = Ce qui dépasse la limite n’est pas lu : rien ne peut en être dit.
    .example = 501 versions linguistiques d’une même déclaration
    .mend = Divisez la collection. Un programme qui intègre cette bibliothèque peut relever la limite.

source-skipped-file = { $path } { $reason ->
        [outside] est un lien qui mène à un dossier, hors de la collection ou nulle part ; il n’a pas été suivi.
        [too-deep] se trouve sous un trop grand nombre de dossiers et n’a pas été examiné.
        [too-many] et ce qui suit n’ont pas été examinés : il y a trop de fichiers.
       *[name] porte un nom qu’aucun chemin de publication ne peut avoir et n’a pas été examiné.
    }
    .help = { $reason ->
        [outside] Mettez ici le fichier lui-même plutôt que le lien.
        [too-deep] Remontez-le.
        [too-many] Ouvrez le dossier de la collection plutôt que l’un de ceux qui le contiennent.
       *[name] Donnez-lui un nom fait de lettres, de chiffres, de -, de _ et de points.
    }
    .what = Un fichier ou un dossier n’a pas été examiné.
    .why = Si c’était un texte, il manque à la publication. Une collection doit contenir ses propres textes : un lien qui en sort pourrait publier n’importe quel fichier de la machine.
    .example = statements/hospitals/fr.md -> /home/claire/fr.md
    .mend = Mettez le fichier lui-même dans la collection, sous un nom simple.

source-invalid-id = « { $id } » ne peut pas être l’identifiant d’une déclaration ; le fichier n’a pas été lu.
    .help = N’employez que des lettres, des chiffres, -, _ et des points, et ne commencez pas par un point.
    .what = Le nom d’un dossier ou d’un fichier ne peut pas être l’identifiant d’une déclaration.
    .why = L’identifiant devient la dernière partie de l’adresse de la déclaration. Les espaces et les signes brisent une adresse ou y signifient autre chose.
    .example = statements/our statement/en.md
    .mend = Renommez le dossier ou le fichier, par exemple statements/our-statement/en.md.

source-duplicate-version = Il y a un autre texte dans la même langue ; celui-ci n’a pas été lu.
    .help = Gardez { $kept } et retirez celui-ci, ou l’inverse.
    .there = c’est celui-ci qui est lu
    .what = Deux fichiers prétendent être le texte d’une même langue, le plus souvent l’un sous une étiquette ancienne : iw.md à côté de he.md.
    .why = Un seul peut être publié. Vous seul savez lequel.
    .example = statements/hospitals/iw.md, statements/hospitals/he.md
    .mend = Retirez l’un des deux ; gardez le nom qui porte l’étiquette actuelle.

source-differing-picture = Il y a une autre image nommée { $name }, et une seule peut être publiée.
    .help = Donnez à celle-ci un nom qui lui soit propre, ou rendez-la identique à { $kept }.
    .here = celle-ci ne serait pas publiée
    .there = celle-ci est publiée
    .what = Deux langues ont des images de même nom qui ne sont pas la même image.
    .why = Toutes les langues d’une déclaration partagent ses images. Les lecteurs d’une langue verraient une image faite pour une autre.
    .example = en/map.png avec des noms de lieux anglais, fr/map.png avec des noms français
    .mend = Donnez à chacune un nom distinct, par exemple map-fr.png, et écrivez ce nom dans le texte de sa langue.

source-stray-file = Aucun texte n’est attendu ici.
    .help = Les textes se trouvent là où le dit { $layout }. Déplacez le fichier à cet endroit, ou hors du dossier.
    .what = Un fichier Markdown se trouve dans le dossier des déclarations, mais là où aucun texte n’est attendu.
    .why = Qui l’a mis là croit qu’il est publié.
    .example = statements/fr.md
    .mend = Déplacez-le là où la disposition de la collection le veut.

source-missing-text = Il n’y a pas de version { $tag }, bien que statement.toml en décrive une.
    .help = Ajoutez le fichier, ou supprimez la table.
    .here = décrit un texte qui n’existe pas
    .what = Une table [versions.…] de statement.toml décrit une version linguistique qui n’a pas de fichier et n’est pas exigée.
    .why = Ou bien le fichier est perdu ou mal nommé, ou bien la table est un reste.
    .example = [versions.de] sans de.md
    .mend = Ajoutez le texte ou supprimez la table.

source-nothing-found = Il n’y a ici ni déclaration ni catalogue.
    .help = Ouvrez le dossier qui contient promulgate.toml, ou dites par une disposition où se trouvent les textes, par exemple { "{" }lang{ "}" }/{ "{" }id{ "}" }.md.
    .what = Le dossier ne contient rien que ce programme lise.
    .why = Dire que tout est en ordre serait vrai et trompeur.
    .example = un dossier qui ne contient qu’un README.md
    .mend = Ouvrez le bon dossier, ou dites où se trouvent les textes.

## Étiquettes de langue

process-invalid-language-tag = « { $tag } » n’est pas une étiquette de langue.
    .help = Écrivez une étiquette selon BCP 47 : en, fr, pt-BR, zh-Hant, sr-Latn.
    .here = aucune langue ne porte cette étiquette
    .what = Une langue est nommée par quelque chose qui n’est pas une étiquette selon BCP 47.
    .why = Les lecteurs, les navigateurs, les moteurs de recherche et les lecteurs d’écran ne reconnaissent une langue qu’à son étiquette. On ne peut pas savoir ce qui est voulu ici : le texte ou le réglage est laissé de côté.
    .example = languages = ["english", "fr_FR"]
    .mend = Écrivez l’étiquette : deux ou trois lettres pour la langue, puis, si elles importent, l’écriture et la région, séparées par des traits d’union.
process-invalid-language-tag-near = « { $tag } » n’est pas une étiquette de langue.
    .help = Vouliez-vous écrire { $near } ?

process-noncanonical-language-tag = « { $tag } » est une façon inhabituelle d’écrire { $canonical }.
    .help = Écrivez { $canonical }.
    .here = s’écrit aujourd’hui { $canonical }
    .what = Une étiquette de langue est périmée, ou n’est pas écrite selon l’usage.
    .why = Les programmes qui comparent les étiquettes ne connaissent que la forme actuelle. Sous l’ancienne, un texte resterait introuvable, et deux fichiers pourraient prétendre à la même langue.
    .example = required = ["iw", "PT-br"]
    .mend = Écrivez l’étiquette sous sa forme actuelle : he, pt-BR.
