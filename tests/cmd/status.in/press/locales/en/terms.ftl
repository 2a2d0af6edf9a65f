-council = Permanent Council
allies = { $count ->
    [one] { $count } Ally
   *[other] { $count } Allies
}
