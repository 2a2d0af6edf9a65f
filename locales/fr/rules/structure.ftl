# Le nom de chaque sorte de bloc ; seuls d’autres messages l’emploient.
structure-kind = { $kind ->
    [title] le titre
    [heading] l’intertitre
   *[paragraph] le paragraphe
    [item] l’élément de liste
    [quote] la citation
    [attribution] l’attribution de la citation
    [table-head] l’en-tête du tableau
    [table-row] la ligne du tableau
    [code] le bloc de code
    [thematic-break] la ligne de séparation
    [html] le HTML brut
    [footnote] la note de bas de page
}
structure-missing-block = Manque dans la version { $language } : { structure-kind } « { $text } ».
    .help = Traduisez ce bloc et insérez-le ici. S’il a été omis à dessein, dérogez à cette règle pour ce bloc dans statement.toml en indiquant le motif.
    .here = sa place est ici
    .there = le bloc dans le texte source
    .what = Un bloc du texte source (un paragraphe, un intertitre, un élément de liste, une ligne de tableau) n’a pas d’équivalent dans une traduction.
    .why = Les lecteurs de cette langue ignorent ce que tous les autres apprennent. La lecture de la traduction seule ne le révèle pas, car elle se lit bien sans ce bloc.
    .example = Le texte source compte les paragraphes 1 à 8, la traduction 1 à 7.
    .mend = Traduisez le bloc et insérez-le à l’endroit indiqué.
structure-missing-block-several = Manquent dans la version { $language } : { $count } blocs, dont le premier est { structure-kind } « { $text } ».
    .help = Traduisez ces blocs et insérez-les ici. S’ils ont été omis à dessein, dérogez à cette règle pour le premier d’entre eux dans statement.toml en indiquant le motif.
    .here = leur place est ici
    .there = les blocs dans le texte source
structure-extra-block = Absent du texte source : { structure-kind } « { $text } » ne figure que dans la version { $language }.
    .help = Supprimez ce bloc s’il s’agit d’un reste ou d’un doublon. Si c’est le texte source qui l’a perdu, rétablissez-le dans toutes les langues.
    .here = rien n’y correspond dans le texte source
    .there = le texte source continue ici sans lui
    .what = Un bloc d’une traduction n’a pas d’équivalent dans le texte source.
    .why = Une déclaration dit la même chose dans toutes les langues. Ce qui ne figure que dans une langue n’a pas été approuvé pour les autres ; c’est souvent le reste d’un projet antérieur ou un passage collé deux fois.
    .example = La traduction se termine par un paragraphe supprimé du texte source.
    .mend = Supprimez le bloc de la traduction, ou ajoutez-le au texte source et à toutes les autres langues.
structure-extra-block-several = Absents du texte source : { $count } blocs ne figurent que dans la version { $language }, dont le premier est { structure-kind } « { $text } ».
    .help = Supprimez ces blocs s’il s’agit de restes ou de doublons. Si c’est le texte source qui les a perdus, rétablissez-les dans toutes les langues.
    .there = le texte source continue ici sans eux
structure-moved-block = Pas à sa place dans la version { $language } : dans le texte source, { structure-kind } « { $text } » précède tous les blocs qui l’entourent ici.
    .help = Replacez ce bloc là où le texte source le place.
    .here = se trouve ici
    .there = sa place dans le texte source
    .what = Un bloc d’une traduction n’est pas à la même place que dans le texte source.
    .why = Les renvois à un paragraphe et les liens vers un endroit du texte mènent les lecteurs de langues différentes à des blocs différents.
    .example = Deux paragraphes ont été intervertis lors de la révision de la traduction.
    .mend = Remettez le bloc à la place qu’il occupe dans le texte source.
structure-moved-block-after = Pas à sa place dans la version { $language } : dans le texte source, { structure-kind } « { $text } » suit « { $neighbour } ».
structure-merged-block = Dans la version { $language }, un seul bloc, « { $text } », réunit { $count } blocs du texte source.
    .help = Si rien ne s’y oppose, divisez-le comme le texte source.
    .there = les blocs dans le texte source
    .what = Plusieurs blocs voisins du texte source n’en font qu’un dans une traduction.
    .why = Rien n’est perdu, mais les paragraphes ne peuvent plus être cités sous le même numéro ni comparés côte à côte.
    .example = Deux paragraphes courts du texte source forment un seul paragraphe de la traduction.
    .mend = Divisez le bloc là où le texte source en commence un autre.
structure-split-block = Dans la version { $language }, { $count } blocs, dont le premier est « { $text } », correspondent à un seul bloc du texte source.
    .help = Si rien ne s’y oppose, réunissez-les comme dans le texte source.
    .there = le bloc dans le texte source
    .what = Un bloc du texte source est divisé en plusieurs dans une traduction.
    .why = Rien n’est perdu, mais les paragraphes ne peuvent plus être cités sous le même numéro ni comparés côte à côte.
    .example = Un long paragraphe du texte source a été traduit en deux paragraphes.
    .mend = Réunissez les blocs.
structure-heading-level-mismatch = L’intertitre « { $text } » est de niveau { $level } dans la version { $language }, mais de niveau { $expected } dans le texte source.
    .help = Mettez autant de # que le texte source.
    .there = l’intertitre dans le texte source
    .what = Un intertitre n’a pas le même niveau que dans le texte source.
    .why = Le plan du texte change : les sections s’emboîtent autrement, et les sommaires comme les lecteurs d’écran en donnent une autre image dans chaque langue.
    .example = Le texte source porte « ## Measures », la traduction « ### Mesures ».
    .mend = Mettez devant l’intertitre autant de # que le texte source.
structure-block-kind-mismatch = « { $text } » : le type de ce bloc dans la version { $language } ({ structure-kind }) n’est pas celui du texte source.
    .help = Balisez ce bloc comme le texte source.
    .there = le bloc dans le texte source
    .what = Un bloc n’est pas du même type que sa source : un paragraphe au lieu d’un élément de liste, un paragraphe au lieu d’une citation.
    .why = Ce que le texte source met à part (une liste, une citation), les lecteurs de cette langue ne le voient pas comme tel. Le plus souvent, le signe en début de ligne s’est perdu à la traduction.
    .example = Le texte source porte « - two engineers », la traduction « deux ingénieurs » sans le trait d’union.
    .mend = Rétablissez le signe qui fait du bloc ce qu’il est : le trait d’union, le numéro, le signe >.
structure-missing-title = La version { $language } n’a pas de titre.
    .help = Commencez le texte par une ligne faite de « # », d’une espace et du titre.
    .here = le titre se place ici
    .there = le titre du texte source
    .what = Une version ne commence pas par un titre.
    .why = Le titre est l’en-tête de la page et son nom dans les moteurs de recherche, les flux et les aperçus de liens. Sans lui, une version ne peut être ni trouvée ni répertoriée.
    .example = La traduction commence par « ## Situation », la première section.
    .mend = Commencez le texte par le titre traduit : « # », une espace et le titre, sur une seule ligne.
structure-missing-title-source = Le texte n’a pas de titre.
structure-placeable-mismatch = « { $text } » ne mentionne pas { $name } dans la version { $language } ; le texte source, si.
    .help = Mettez { "{" } { $name } { "}" } là où la phrase l’exige, à la forme grammaticale voulue.
    .here = { $name } n’est pas dans ce bloc
    .there = le texte source l’a ici
    .what = Un bloc ne renvoie pas aux mêmes variables, termes ou messages que sa source. Les arguments, comme le cas grammatical d’un terme, peuvent différer.
    .why = Une variable est une donnée de la déclaration. Là où une langue l’omet ou en emploie une autre, les versions n’annoncent pas la même chose.
    .example = Le texte source dit { "{" } NUMBER($infected) { "}" }, la traduction { "{" } NUMBER($dead) { "}" }.
    .mend = Employez les mêmes variables, termes et messages que le texte source.
structure-placeable-mismatch-once = Dans la version { $language }, « { $text } » mentionne { $name } moins souvent que le texte source.
    .help = Vérifiez qu’aucune phrase ne s’est perdue. Un pronom au lieu d’un nom convient.
    .here = { $name } y figure moins souvent
structure-placeable-mismatch-instead = La version { $language } porte { $name } là où le texte source porte { $expected }.
    .help = Mettez { $expected } ici.
    .here = diffère du texte source
structure-placeable-mismatch-extra = { $name } figure dans la version { $language }, mais pas dans ce bloc du texte source.
    .help = Retirez-le, ou vérifiez si le texte source l’a oublié.
    .here = absent du texte source
    .there = le bloc dans le texte source
structure-placeable-mismatch-repeated = { $name } figure plus souvent dans la version { $language } que dans ce bloc du texte source.
    .help = Vérifiez que rien n’est dit deux fois. Un nom au lieu d’un pronom convient.
    .here = une fois de plus que dans le texte source
    .there = le bloc dans le texte source
structure-unresolved-placeable = { $text } ne donne aucun texte dans la version { $language } : { $reason ->
    [unknown-variable] la déclaration n’a pas de donnée { $name }
    [unknown-message] le catalogue n’a pas de message { $name }
    [unknown-term] le catalogue n’a pas de terme { $name }
    [unknown-attribute] { $name } n’existe pas
    [no-value] { $name } n’a pas de valeur propre
    [unknown-function] il n’y a pas de fonction { $name }
    [unknown-option] il n’y a pas d’option { $name }
    [wrong-option] l’option { $name } n’admet pas cette valeur
    [wrong-type] { $name } est d’un type qui ne convient pas ici
    [no-text] { $name } n’a pas de texte dans cette langue
    [cyclic] { $name } renvoie à lui-même
   *[other] { $name } ne peut pas être résolu
}.
    .help = Corrigez le nom ici, ou ajoutez ce qui manque à statement.toml ou aux fichiers .ftl de cette langue.
    .here = ne peut pas être résolu
    .what = Un champ ne peut pas être remplacé par du texte : une variable, un terme, un message, une fonction ou une option n’existe pas ou ne convient pas.
    .why = Les lecteurs verraient le champ tel quel, ou un vide à la place d’un nombre ou d’un nom. C’est pourquoi un tel texte n’est jamais publié.
    .example = Le texte porte { "{" } $infectd { "}" }, alors que la donnée s’appelle infected dans statement.toml.
    .mend = Corrigez le nom dans le texte, ou ajoutez la donnée à statement.toml, le terme ou le message au catalogue de la langue.
structure-unresolved-placeable-near = { $text } ne donne aucun texte dans la version { $language } : rien ne s’appelle { $name }. Vouliez-vous écrire { $near } ?
    .help = Écrivez { $near } si c’est bien cela, sinon ajoutez { $name }.
structure-unresolved-placeable-via = { $text } ne donne aucun texte dans la version { $language } : { $via } mène à { $name }, qui ne peut pas être résolu.
    .help = Corrigez { $via } dans les fichiers .ftl de cette langue.
structure-unresolved-placeable-fact = { $text } ne donne aucun texte dans la version { $language } : { $via } a besoin de { $name }, qui n’est pas une donnée de la déclaration.
    .help = Ajoutez-le sous [facts] dans statement.toml, ou renoncez à { $via }.
# $term (Text) Un terme. $argument (Text) Le nom d’un argument. $value (Text) Ce qui est donné. $variants (Text) Ses variantes. $near (Text) Ce qui était sans doute voulu.
structure-unknown-variant = { $term } n’a pas de variante « { $value } » pour { $argument } ; sa forme par défaut est prise.
    .help = Ses variantes sont : { $variants }. Choisissez-en une, ou ajoutez celle-ci au terme si votre langue en a besoin.
    .here = pas une variante de { $term }
    .there = le terme
    .what = On demande à un terme une variante qu’il n’a pas dans cette langue, par exemple un cas grammatical mal orthographié.
    .why = Un terme qui ne connaît pas la variante prend sans un mot sa forme par défaut : le nom paraît au mauvais cas.
    .example = { "{" } -alliance(case: "genetive") { "}" }, alors que le terme a [genitive].
    .mend = Écrivez la variante comme le terme. Si la forme par défaut est voulue, omettez l’argument.
structure-unknown-variant-near = { $term } n’a pas de variante « { $value } » pour { $argument }. Vouliez-vous dire « { $near } » ?
    .help = Écrivez « { $near } » ; avec toute autre valeur, la forme par défaut est prise.
structure-unknown-variant-argument = { $term } n’a d’argument { $argument } dans aucune langue.
    .help = Omettez-le, ou faites que le terme choisisse d’après lui.
    .here = sans aucun effet
structure-unknown-variant-argument-near = { $term } n’a d’argument { $argument } dans aucune langue. Vouliez-vous dire { $near } ?
    .help = Écrivez { $near }.
    .here = sans aucun effet
