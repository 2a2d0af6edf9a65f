source-invalid-placeable = { $text } n’appartient à aucun champ Fluent.
    .help = Un champ s’écrit { "{" } $nom { "}" } ou { "{" } -terme { "}" } ; une accolade que le lecteur doit voir s’écrit { "{" }"{ "{" }"{ "}" }, ou figure dans du code.
    .here = accolade qui n’appartient à aucun champ
    .what = Une accolade figure dans le texte d’une déclaration, mais n’appartient à aucun champ Fluent.
    .why = Dans ces textes, les accolades marquent les endroits où Fluent insère termes, nombres et dates. Une accolade qui n’en ouvre ni n’en ferme aucun est presque toujours un champ abîmé pendant la traduction, et le lecteur la verrait telle quelle.
    .example = Les discussions s’ouvriront le { "{" } DATETIME($summit { "}" }.
    .mend = Rétablissez le champ d’après les autres versions linguistiques. Là où le lecteur doit voir une accolade, écrivez { "{" }"{ "{" }"{ "}" } ou placez le texte entre accents graves.
source-invalid-placeable-malformed = { $text } n’est pas un champ que Fluent sache lire.
    .help = Comparez avec les autres versions linguistiques : les noms, virgules, deux-points, guillemets et parenthèses y restent tels quels ; seuls les mots entre guillemets peuvent être traduits.
    .here = Fluent ne peut pas lire ceci
source-invalid-placeable-misplaced = { $text } se trouve là où aucun champ n’est possible.
    .help = L’adresse et le titre d’un lien sont publiés tels quels. Écrivez l’adresse en toutes lettres, ou placez le champ dans le texte du lien.
    .here = pas remplacé ici
source-nesting-too-deep = Le texte comporte trop de niveaux imbriqués pour être lu comme prévu.
    .help = Supprimez une partie des marques de citation, de liste ou de mise en relief imbriquées.
    .here = premier niveau de trop
    .what = Des citations, des listes ou des mises en relief sont imbriquées plus profondément que la limite ne l’admet.
    .why = Aucune déclaration n’a besoin d’autant de niveaux : un programme a doublé les marques, ou le texte est fait pour épuiser la machine. Le contenu plus profond est conservé, mais au dernier niveau admis.
    .example = > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > cité 33 fois
    .mend = Supprimez les marques superflues. Un programme qui intègre cette bibliothèque peut relever la limite.
source-excess-cell = Le tableau compte { $columns ->
    [one] une colonne
    [many] { $columns } colonnes
   *[other] { $columns } colonnes
 }, et { $text } se trouve après la dernière.
    .help = Supprimez un | superflu dans cette ligne, ou ajoutez une colonne à la ligne d’en-tête et à la ligne qui la suit. Un | que le lecteur doit voir s’écrit \|.
    .here = n’apparaît nulle part
    .what = Une ligne de tableau contient plus de cellules que le tableau n’a de colonnes.
    .why = Les colonnes d’un tableau sont celles de sa ligne d’en-tête ; ce qui suit la dernière colonne n’apparaît dans aucun format publié, et une partie de la déclaration manquerait.
    .example = | Pays | Lits |
        | --- | --- |
        | Norvège | 120 | 4 navires |
    .mend = Comparez la ligne avec celle des autres versions linguistiques et supprimez le | de trop, ou ajoutez la colonne manquante.
