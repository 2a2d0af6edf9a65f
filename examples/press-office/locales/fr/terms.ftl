### Les noms et les formules consacrées du Pacte du Nord, en français.

## Organes

# S’écrit sans article : « le { -alliance } », « du { -alliance } », « au { -alliance } ».
-alliance = Pacte du Nord

-council = Conseil permanent

# Avec une minuscule, comme toutes les fonctions.
-secretary-general = secrétaire général

-press-office = service de presse

-cyber-centre = Centre de cyberrésilience

-solidarity-fund = Fonds de solidarité

## Formules consacrées

# Clôt les déclarations sur des préoccupations communes. Phrase entière.
pledge = Nous sommes unis et nous agirons ensemble.

# $allies (Number) Nombre d’Alliés du Pacte.
allies-count = { $allies ->
    [one] { $allies } Allié
    [many] { $allies } d’Alliés
   *[other] { $allies } Alliés
}

# $participants (Number) Nombre de personnes ayant pris part à un exercice.
participants-count = { $participants ->
    [one] { NUMBER($participants) } participant
    [many] { NUMBER($participants) } de participants
   *[other] { NUMBER($participants) } participants
}
