### The names and standing phrases of the Northern Compact, in English.

# Dates as the texts write them: 16 September 2020.
format-conventions = en-GB

## Bodies

# Written without its article: “the { -alliance }”.
-alliance = { $case ->
   *[nominative] Northern Compact
    [genitive] Northern Compact’s
}

-council = Permanent Council

-secretary-general = Secretary General

-press-office = Press Office

-cyber-centre = Cyber Resilience Centre

-solidarity-fund = Solidarity Fund

## Standing phrases

# Closes statements of common concern. A whole sentence.
pledge = We stand united, and we shall act together.

# $allies (Number) How many Allies the Compact has.
allies-count = { $allies ->
    [one] { $allies } Ally
   *[other] { $allies } Allies
}

# $participants (Number) How many people took part in an exercise.
participants-count = { $participants ->
    [one] { NUMBER($participants) } participant
   *[other] { NUMBER($participants) } participants
}
