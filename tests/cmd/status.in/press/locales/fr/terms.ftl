-council = Conseil permanent
allies = { $count ->
    [one] { $count } Allié
   *[other] { $count } Alliés
}
