-council = Постоянный совет
allies = { $count ->
    [one] { $count } союзник
    [many] { $count } союзников
   *[other] { $count } союзника
}
