# Ce que le programme dit des publications.

release-staged = La publication { $digest } est prête et en attente : { $statements ->
    [one] { $statements } déclaration
    [many] { $statements } déclarations
   *[other] { $statements } déclarations
}, { $files ->
    [one] { $files } fichier
    [many] { $files } fichiers
   *[other] { $files } fichiers
}. Rien n’en est public.
release-command = Pour la faire paraître : promulgate release { $dir } --out { $out }
release-not-before = Elle ne paraîtra pas avant { $moment }.
release-needs-signatures = Il faut d’abord la signer : promulgate sign-request { $out }
release-nothing-staged = Rien n’est en attente dans { $out }. Préparez une publication avec « promulgate build » et un moment à venir (--at).
release-no-such = { $out } ne conserve aucune publication { $release }, ou plusieurs dont le nom commence ainsi. « promulgate releases { $out } » en donne la liste.
release-no-earlier = { $out } ne conserve aucune publication antérieure à celle qui est publique.
release-too-early = Il est trop tôt : la publication en attente ne paraîtra pas avant { $moment }.
release-superseded = Une autre publication est parue depuis que celle-ci a été préparée, et celle-ci annulerait ce que l’autre a dit. Reconstruisez-la.
release-unapproved = Il manque des signatures ({ $reason }).
release-damaged = Un fichier a été modifié après sa production ; il est refait, ou il ne paraît pas ({ $reason }).
release-not-durable = La publication est en ligne, mais le disque ne l’a pas confirmée : après une coupure de courant, la précédente pourrait réapparaître. Vérifiez le disque, puis relancez la construction ({ $reason }).
release-locked = Quelqu’un d’autre écrit une publication ici en ce moment. Réessayez lorsqu’il aura terminé.
release-addresses-gone = { $addresses ->
    [one] { $addresses } adresse qui était publique ne l’est plus
    [many] { $addresses } adresses qui étaient publiques ne le sont plus
   *[other] { $addresses } adresses qui étaient publiques ne le sont plus
} : les liens vers ce qui avait paru depuis ne mènent plus nulle part.
release-mended = Quelqu’un avait modifié ce qui était public ({ $reason }). Ce n’est plus le cas ; cherchez qui peut écrire à cet endroit.
release-after-rollback = Ce qui était public reprenait la publication { $restored } : quelqu’un y était revenu, et la présente la remplace.
release-overtaken = La publication { $digest }, en attente, a été préparée avant celle-ci et l’annulerait. Reconstruisez-la pour son moment.
release-would-replace = La publication { $digest } attend son moment et celle-ci prendrait sa place. Faites-la paraître d’abord, ou indiquez --replace.
release-replaced = Elle prend la place de la publication { $digest }, dont les signatures ne comptent plus.
release-stale = { $count ->
    [one] { $statements } n’est plus telle qu’à la préparation de la publication. Reconstruisez-la, ou indiquez --as-staged pour la faire paraître en l’état.
    [many] { $statements } ne sont plus telles qu’à la préparation de la publication. Reconstruisez-la, ou indiquez --as-staged pour la faire paraître en l’état.
   *[other] { $statements } ne sont plus telles qu’à la préparation de la publication. Reconstruisez-la, ou indiquez --as-staged pour la faire paraître en l’état.
}
release-revived = { $count ->
    [one] { $statements } avait été retirée et redevient publique.
    [many] { $statements } avaient été retirées et redeviennent publiques.
   *[other] { $statements } avaient été retirées et redeviennent publiques.
}
release-nothing-current = Des publications sont conservées ici et aucune n’est publique : « current » a disparu. Une nouvelle commencerait une seconde histoire. Indiquez laquelle doit être publique : promulgate rollback --to ({ $reason }).
releases-overtaken = dépassée, à reconstruire
releases-none = Aucune publication n’a encore été produite dans { $out }.
releases-sequence = N°
releases-digest = Publication
releases-statements = Déclarations
releases-files = Fichiers
releases-standing = Situation
releases-public = publique
releases-kept = conservée
releases-staged = en attente
releases-staged-until = en attente jusqu’au { $moment }
