## Encodages

unicode-not-utf8 = Ce fichier n’est pas en UTF-8 : l’octet { $byte } à la position { $offset } n’appartient à aucun caractère.
    .help = Ouvrez le fichier dans l’encodage qui est le sien, le plus souvent Windows-1252 ou Windows-1251, et enregistrez-le en UTF-8.
    .here = illisible à partir d’ici
    .what = Un fichier est dans un autre encodage qu’UTF-8, ou il a été endommagé.
    .why = On ne peut que deviner quelles lettres étaient voulues, et une mauvaise supposition serait publiée.
    .example = Café, enregistré en Windows-1252
    .mend = Enregistrez le fichier en UTF-8. Tout éditeur en est capable : cherchez « encodage » au moment d’enregistrer.
unicode-not-utf8-utf-16 = Ce fichier est en UTF-16, et non en UTF-8.
    .help = Ouvrez-le dans l’éditeur qui l’a écrit et enregistrez-le en UTF-8 ; certains programmes appellent « Unicode » ce qui est de l’UTF-16.
