### La langue d’un texte

# Une langue, comme dans « en anglais » ; seuls d’autres messages l’emploient.
language-said = { $found ->
    [ar] arabe
    [be] biélorusse
    [bg] bulgare
    [cs] tchèque
    [da] danois
    [de] allemand
    [el] grec
    [en] anglais
    [es] espagnol
    [fi] finnois
    [fr] français
    [hr] croate
    [hu] hongrois
    [it] italien
    [ja] japonais
    [nb] norvégien
    [nl] néerlandais
    [pl] polonais
    [pt] portugais
    [ro] roumain
    [ru] russe
    [sk] slovaque
    [sr] serbe
    [sv] suédois
    [tr] turc
    [uk] ukrainien
    [vi] vietnamien
    [zh] chinois
   *[other] langue « { $found } »
}
# Les lettres d’une écriture, comme dans « lettres cyrilliques » ; seuls d’autres messages l’emploient.
language-letters = { $script ->
    [Arab] arabes
    [Cyrl] cyrilliques
    [Grek] grecques
    [Hani] chinoises
    [Hang] coréennes
    [Hebr] hébraïques
    [Latn] latines
   *[other] « { $script } »
}
language-wrong-language = La version { $language } est en { language-said } : { $signs } petits mots ou lettres le disent, contre { $against } pour « { $runner } ».
    .help = Mettez ici le bon texte, ou rangez celui-ci sous sa propre langue. Deux versions ont peut-être été interverties.
    .here = le texte qui commence ici est dans une autre langue
    .there = la source
    .what = Une version, ou l’un de ses blocs, est dans une autre langue que ne le dit son fichier.
    .why = On annonce une langue aux lecteurs, aux moteurs de recherche et aux lecteurs d’écran, et on leur en donne une autre. Quand deux fichiers ont été intervertis, deux versions sont fausses à la fois.
    .example = fr.md contient le texte russe.
    .mend = Mettez le bon texte dans le fichier. Ce qui est à dessein dans une autre langue, comme une devise ou une citation, se marque ainsi : <span lang="la">…</span>, ou <div lang="la"> avant et </div> après des paragraphes entiers.
language-wrong-language-letters = La version { $language } est en { language-said } : { $signs } % de ses lettres sont { language-letters }.
language-wrong-language-block = « { $text } » est en { language-said }, et non dans la langue de la version { $language } : { $signs } petits mots ou lettres le disent, contre { $against } pour « { $runner } ».
    .help = Mettez ici le texte de la version { $language }. S’il doit rester dans une autre langue, marquez-le : <div lang="{ $found }"> avant et </div> après.
    .here = dans une autre langue
    .there = le bloc dans la source
language-wrong-language-block-letters = « { $text } » est en { language-said }, et non dans la langue de la version { $language } : { $signs } % de ses lettres sont { language-letters }.
    .help = Mettez ici le texte de la version { $language }. S’il doit rester dans une autre langue, marquez-le : <div lang="{ $found }"> avant et </div> après.
    .here = dans une autre langue
    .there = le bloc dans la source
language-wrong-language-model = La version { $language } est en { language-said } : ses suites de lettres le disent à { $signs } %, devant « { $runner } ».
language-wrong-language-block-model = « { $text } » est en { language-said }, et non dans la langue de la version { $language } : ses suites de lettres le disent à { $signs } %, devant « { $runner } ».
    .help = Mettez ici le texte de la version { $language }. S’il doit rester dans une autre langue, marquez-le : <div lang="{ $found }"> avant et </div> après.
    .here = dans une autre langue
    .there = le bloc dans la source
language-wrong-language-message = { $id } est en { language-said }, et non en « { $language } » : « { $text } ».
    .help = Mettez ici le texte en « { $language } ».
    .here = dans une autre langue
    .there = le message dans la langue source
language-wrong-script = La version { $language } est écrite en lettres { language-letters } ({ $signs } %), qui ne sont pas celles de sa langue.
    .help = Mettez ici le bon texte. Si la langue s’écrit ainsi, dites-le dans son étiquette, comme « sr-Latn ».
    .here = le texte qui commence ici est dans une autre écriture
    .there = la source
    .what = Une version, ou l’un de ses blocs, est en lettres qui ne sont pas celles de sa langue.
    .why = La plupart des lecteurs de cette langue ne peuvent pas la lire. En général, on a collé ici le texte d’une autre version.
    .example = Un paragraphe en lettres grecques dans la version russe.
    .mend = Mettez ici le bon texte. Ce qui est à dessein dans une autre écriture se marque avec sa langue : <span lang="el">…</span>, ou <div lang="el"> avant et </div> après des paragraphes entiers.
language-wrong-script-block = « { $text } » est en lettres { language-letters } ({ $signs } %), qui ne sont pas celles de la langue de la version { $language }.
    .help = Mettez ici le texte de la version { $language }. S’il doit rester dans une autre langue, marquez-le avec celle-ci : <div lang="…"> avant et </div> après.
    .here = dans une autre écriture
    .there = le bloc dans la source
language-wrong-script-message = { $id } est en lettres { language-letters }, qui ne sont pas celles de « { $language } » : « { $text } ».
    .help = Mettez ici le texte en « { $language } ».
    .here = dans une autre écriture
    .there = le message dans la langue source
language-untranslated-block = Non traduit dans la version { $language } : « { $text } ».
    .help = Traduisez-le. S’il doit rester en { language-said }, marquez-le : <div lang="{ $found }"> avant et </div> après.
    .here = encore en { language-said }
    .there = le même dans la source
    .what = Un bloc d’une traduction est encore dans la langue de la source.
    .why = Les lecteurs tombent sur un paragraphe qu’ils ne savent peut-être pas lire, dans une déclaration que l’on dit être dans leur langue.
    .example = Un paragraphe de la version française est celui de l’anglais.
    .mend = Traduisez-le. Ce qui reste à dessein dans la langue de la source, comme une citation, se marque ainsi : <span lang="en">…</span>, ou <div lang="en"> avant et </div> après des paragraphes entiers.
language-untranslated-block-unsure = « { $text } » dit la même chose dans la version { $language } que dans la source. Est-ce resté sans traduction ?
    .help = Traduisez-le. Si c’est un nom, un titre ou une citation qui reste tel quel, marquez-le avec sa langue : <span lang="{ $found }">…</span>.
    .here = comme dans la source
language-untranslated-block-sentence = Une phrase est restée sans traduction dans la version { $language } : « { $text } ».
    .help = Traduisez-la. Si elle est citée à dessein, mettez-la entre guillemets ou marquez-la : <span lang="{ $found }">…</span>.
language-untranslated-block-message = { $id } n’est pas traduit en « { $language } » : « { $text } ».
    .help = Traduisez-le.
    .here = encore en { language-said }
    .there = le message dans la langue source
language-untranslated-block-message-sentence = Une partie de { $id } est restée sans traduction en « { $language } » : « { $text } ».
    .help = Traduisez-la. Si elle est citée à dessein, mettez-la entre guillemets.
    .here = encore en { language-said }
    .there = le message dans la langue source
language-mixed-script-word = « { $word } » contient { $character }, qui ne fait que ressembler à { $meant }.
    .help = Écrivez « { $repaired } » : effacez la lettre et tapez-la au clavier de la langue.
    .here = une lettre d’une autre écriture
    .there = le bloc dans la source
    .what = Un mot contient une lettre d’une autre écriture, qui ressemble à l’une des siennes.
    .why = Personne ne le voit, mais les moteurs de recherche, les correcteurs, les lecteurs d’écran et quiconque copie le mot en rencontrent un autre. C’est aussi ainsi que l’on fabrique de fausses adresses.
    .example = Un « c » latin dans « счёт ».
    .mend = Tapez la lettre au clavier de la langue. Si un nom s’écrit vraiment ainsi, déclarez-le dans [[names]] de statement.toml.
