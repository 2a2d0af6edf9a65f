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
