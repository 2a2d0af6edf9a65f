### Les mots que les sorties ajoutent à une déclaration. Une collection remplace chacun d’eux dans ses propres locales/fr/*.ftl.

## Genres de texte

kind-statement = Déclaration
kind-declaration = Déclaration
kind-communique = Communiqué
kind-press-release = Communiqué de presse
kind-notice = Avis

## En-tête

# $place (Text) $date (Text) Le jour en toutes lettres : « 3 juin 2020 ».
dateline = { $place }, le { $date }
# $number (Text) Le numéro officiel : « PR (2020) 061 ».
letterhead-number = N° { $number }
# $revision (Number)
letterhead-revision = Révision { $revision }
# $fingerprint (Text) Le SHA-256 du texte canonique.
letterhead-fingerprint = Empreinte du texte (SHA-256) : { $fingerprint }
# $manifest (Text) L’adresse du manifeste de la publication.
letterhead-verify = Pour vérifier : { $manifest }

## Avertissements

notice-draft = Projet, pour relecture. Ne pas publier.
# $until (Text) L’instant, en toutes lettres, avec son décalage horaire.
notice-embargo = Sous embargo jusqu’au { $until }.
# $languages (Text) Les noms des langues faisant foi, chacun dans sa langue.
notice-unofficial = Traduction de courtoisie. Les textes faisant foi sont les suivants : { $languages }.
notice-authoritative = Ce texte et ceux établis dans les langues suivantes font également foi : { $languages }.
# $languages (Text) « en anglais et en français ». $count (Number) Leur nombre.
notice-unofficial-in = Traduction de courtoisie. { $count ->
    [one] Seul le texte { $languages } fait foi
    [many] Seuls les textes { $languages } font foi
   *[other] Seuls les textes { $languages } font foi
}.
notice-authoritative-in = Ce texte fait foi, au même titre que { $count ->
    [one] le texte { $languages }
    [many] les textes { $languages }
   *[other] les textes { $languages }
}.
notice-unofficial-alone = Traduction de courtoisie. Le texte faisant foi n’est pas publié ici.
notice-definitive = Ce texte fait foi. Il prévaut sur ses traductions.
notice-automated = Ce texte est une traduction automatique qui n’a pas été relue.
# $date (Text)
notice-corrigendum = Rectifié le { $date }.
notice-addendum = Complété le { $date }.
notice-revision = Révisé le { $date }.
notice-withdrawal = Retiré le { $date }.
notice-withdrawn = Ce texte a été retiré.

## Page

page-skip = Aller au texte
page-languages = Langues
page-formats = Autres formats :
page-parallel = Textes en regard :
page-missing = Absent dans cette langue
page-all = Toutes les déclarations
page-home = Choisir une langue
page-moved = Ce texte a changé d’adresse :
page-notices = À propos de ce texte
page-notes = Notes
# $number (Number)
page-note = Note { $number }
page-note-back = Retour à l’appel de la note { $number }
page-table = Tableau { $number }
# $column (Text) Le titre d’une colonne, devant ce que porte une ligne.
table-label = { $column } :
page-here = Lien vers ce passage
# $language (Text) Le nom de l’autre langue, dans cette langue.
page-elsewhere = Le même passage ({ $language })

## Pages imprimées

# La mention portée en travers de chaque page d’un projet.
pdf-draft = Projet
# $page (Text) $pages (Text) Le numéro de la page et le nombre de pages.
pdf-page = Page { $page } sur { $pages }

## Index

index-statements = Déclarations
index-empty = Aucune déclaration n’a encore été publiée.
# $language (Text) Le nom de la langue, dans cette langue.
index-only-in = Seule langue disponible : { $language }
index-withdrawn = Retiré
index-choose = Choisissez votre langue
index-feeds = S’abonner :

## Langues de chaque déclaration

where-title = Langues de chaque déclaration
where-statement = Déclaration
where-unofficial = traduction de courtoisie
where-official = texte officiel
where-authoritative = texte faisant foi
where-definitive = seul texte faisant foi
where-missing = absente
# $count (Number) Le nombre de déclarations qui n’existent pas dans une langue.
where-missing-count = { $count ->
    [one] { $count } absente
    [many] { $count } absentes
   *[other] { $count } absentes
}

## Courriel

# Ce qui précède le titre dans l’objet. $notice (Text) L’un des mots ci-dessous. $title (Text)
mail-subject = { $notice } : { $title }
mail-draft = PROJET
mail-embargo = SOUS EMBARGO
mail-withdrawal = RETRAIT
mail-corrigendum = RECTIFICATIF
mail-addendum = ADDITIF
mail-revision = VERSION RÉVISÉE
# Dans la liste des langues en tête d’un message, sous le nom de la langue et le titre. $file (Text) Le nom du fichier joint.
mail-here = Le texte dans cette langue se trouve plus bas dans ce message ou dans le fichier joint { $file }.

## Dates

# L’étiquette de langue dont les conventions valent pour les nombres et les dates : fr-CA écrit 10 h 05, où fr écrit 10:05.
# Rien : celles de la langue elle-même.
format-conventions = { "" }
# $date (Date)
format-date = { DATETIME($date, dateStyle: "long") }
# $date (Moment) Date et heure, avec le décalage par rapport à UTC dans lequel elle fut écrite.
format-moment = { DATETIME($date, dateStyle: "long", timeStyle: "short", timeZoneName: "shortOffset") }

## Langues
## language-<étiquette> remplace le nom d’une langue, son attribut .in la forme qui suit « les textes » ; language-endonym remplace
## le nom de cette langue elle-même dans la liste des langues.

# $name (Text) Le nom d’une langue dans une phrase : « anglais ».
language-in = en { $name }

## Pour les traducteurs, dans les fichiers de leurs outils

# $summary (Text) Une ou deux phrases.
exchange-summary = Résumé : { $summary }
exchange-placeholders = Une balise telle que { "{" } -nom { "}" } est remplie à la publication : les noms, les nombres et les dates prennent alors la forme propre à la langue. Si votre langue demande une autre forme d’un nom, supprimez la balise et écrivez cette forme à sa place, par exemple { "{" } -nom(case: "genitive") { "}" } ; les notes d’une unité énumèrent les formes disponibles.
# $kind (Text) Nature de l’unité. $marker (Text) Son numéro, « 7. ». $cells (Number) Nombre de cellules d’une ligne.
exchange-context = { $kind ->
    [title] Titre du texte.
    [heading] Intertitre.
    [numbered] Paragraphe { $marker }
    [item] Élément d’une liste.
    [quote] Citation.
    [attribution] Auteur de la citation.
    [table-head] En-têtes d’un tableau : { $cells } cellules, séparées par des balises.
    [table-row] Ligne d’un tableau : { $cells } cellules, séparées par des balises.
    [code] Code, reproduit tel quel.
    [footnote] Note de bas de page.
   *[other] Paragraphe.
}
# $name (Text) Le nom d’une langue.
exchange-foreign = Passage dans une autre langue ({ $name }) : ne pas traduire.
# $text (Text) Le texte source, balises remplies.
exchange-readers-see = Les lecteurs de l’original voient : { $text }
