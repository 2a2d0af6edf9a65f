# $text (Text) The words around the place. $count (Number) How many places there are in the block.
typography-breaking-space = { $count ->
    [one] A line may end before the sign in “{ $text }”: the space there is an ordinary one.
   *[other] Lines may end before or behind { $count } signs of this block, first in “{ $text }”: the spaces there are ordinary ones.
}
    .help = Put a no-break space there (U+00A0 or U+202F); “promulgate check --fix” does it.
    .here = an ordinary space
    .what = In a French text, an ordinary space stands before ; : ! ? or », or behind «.
    .why = French sets these signs off with a space at which no line may end. With an ordinary one, browsers and mail programs put a lone “:” or “»” at the beginning of a line.
    .example = “Que faire ?” with the space of the space bar before the question mark.
    .mend = Replace the space by a no-break space, or let “promulgate check --fix” do it.
# $text (Text) The words around the place. $count (Number) How many places there are in the block.
typography-missing-space = { $count ->
    [one] No space sets the sign off in “{ $text }”.
   *[other] No space sets { $count } signs of this block off, first in “{ $text }”.
}
    .help = French puts a no-break space before ; : ! ? and inside « »; “promulgate check --fix” does it.
    .here = a no-break space belongs beside this sign
    .what = In a French text, ; : ! ? or » follows its word without a space, or « stands close to the next.
    .why = French sets these signs off. Without the space the text reads as if it had been typed by the rules of another language.
    .example = “«Aucun hôpital n’est une cible»”, as English or German would set it.
    .mend = Insert a no-break space (U+00A0), or let “promulgate check --fix” do it. Canadian French needs it only before : and inside « ».
# $text (Text) The words around the place. $count (Number) How many places there are in the block. $wrong, $right (Text) Characters, as U+00A0.
typography-wrong-no-break-space = { $count ->
    [one] The space in “{ $text }” is { $wrong }; the norm has { $right } there.
   *[other] { $count } spaces of this block are not those of the norm, first in “{ $text }”: { $wrong } instead of { $right }.
}
    .help = “promulgate check --fix” sets a narrow no-break space before ; ! ? and a full one before : and inside « ».
    .here = { $wrong }
    .what = In a French text, a no-break space is not the one that the Imprimerie nationale sets there: narrow (U+202F) before ; ! ?, full (U+00A0) before : and inside « ».
    .why = A house that follows the norm wants the same width everywhere. Off by default, because most press offices type one of the two throughout.
    .example = A full no-break space before a question mark.
    .mend = Replace the space, or let “promulgate check --fix” do it.
# $text (Text) The words around the place. $count (Number) How many places there are in the block.
typography-straight-apostrophe = { $count ->
    [one] “{ $text }” has the apostrophe of typewriters.
   *[other] { $count } apostrophes of this block are those of typewriters, first in “{ $text }”.
}
    .help = Write ’ (U+2019); “promulgate check --fix” does it.
    .here = a straight apostrophe
    .what = A French text has ' where the apostrophe ’ belongs.
    .why = Print and good web pages set the curved apostrophe, and a search for one form does not find the other.
    .example = l'Alliance instead of l’Alliance.
    .mend = Replace it by ’ (U+2019), or let “promulgate check --fix” do it.
# $text (Text) The words around the place. $count (Number) How many places there are in the block.
typography-straight-quotes = { $count ->
    [one] A straight quotation mark in “{ $text }”.
   *[other] { $count } straight quotation marks in this block, the first in “{ $text }”.
}
    .help = Use the quotation marks of { $language }; “promulgate check --fix” does it wherever it is clear which opens and which closes.
    .here = a straight quotation mark
    .what = A text has the straight quotation mark of typewriters instead of the marks of its language.
    .why = Each language has marks of its own: « » in French and Russian, with “ ” or „ “ inside them, “ ” in English. A straight mark says that nobody looked at the text after it was typed.
    .example = A French text that writes "cible" with straight marks.
    .mend = Write the marks of the language, or let “promulgate check --fix” do it. Where it leaves one alone, its partner is missing.
# $text (Text) The words around the place. $count (Number) How many places there are in the block.
typography-hyphen-as-dash = { $count ->
    [one] A hyphen stands for a dash in “{ $text }”.
   *[other] { $count } hyphens of this block stand for dashes, the first in “{ $text }”.
}
    .help = Write an em dash with a no-break space before it; “promulgate check --fix” does it.
    .here = a hyphen between spaces
    .what = A Russian, Ukrainian or Belarusian text has a hyphen between spaces where a dash belongs.
    .why = The dash is a punctuation mark of the sentence, often in place of a verb; the hyphen joins parts of a word. Readers stumble where one stands for the other.
    .example = “Больницы - не цель”.
    .mend = Write “ —” with a no-break space before the dash, or let “promulgate check --fix” do it.
# $text (Text) The words around the place. $count (Number) How many places there are in the block.
typography-missing-no-break-space = { $count ->
    [one] A line may end inside “{ $text }”.
   *[other] Lines may end at { $count } places of this block where they must not, first inside “{ $text }”.
}
    .help = Put a no-break space (U+00A0) there; “promulgate check --fix” does it.
    .here = a no-break space belongs here
    .what = A Russian text lacks a no-break space before a dash, behind № or §, between initials and surname, or between a number and г., млн, млрд, тыс. or %.
    .why = A line must not begin with a dash, nor part a number from what it counts.
    .example = “№ 5” with an ordinary space.
    .mend = Put a no-break space there, or let “promulgate check --fix” do it.
# $wrong (Text) The figure as it stands. $right (Text) As the language writes it.
typography-number-format = “{ $wrong }” is not written as { $language } writes numbers: { $right }.
    .help = Write { $right }; “promulgate check --fix” does it.
    .here = the signs of another language
    .there = the same figure in the source
    .what = A number has the decimal or group sign of another language.
    .why = The same signs mean different things: 1,500 is fifteen hundred in English and one and a half in French. Readers of the translation may take the figure for another one.
    .example = “6.29 millions” in a French text, “1,500,000” in a Russian one.
    .mend = Write the figure with the signs of the language, or let “promulgate check --fix” do it. Versions, dates and times are left alone.
# $text (Text) The words around the place. $count (Number) How many places there are in the block.
typography-double-space = { $count ->
    [one] Two spaces in a row in “{ $text }”.
   *[other] Spaces in a row at { $count } places of this block, first in “{ $text }”.
}
    .help = Leave one; “promulgate check --fix” does it.
    .here = one space is enough
    .what = Two or more spaces stand in a row inside a text.
    .why = Web pages hide them, plain text and print do not.
    .example = Two spaces are left where a word was deleted.
    .mend = Leave one space, or let “promulgate check --fix” do it.
# $wrong (Text) The word. $text (Text) The words around the place.
typography-doubled-word = “{ $wrong }” stands twice in a row in “{ $text }”.
    .help = Delete one of the two; “promulgate check --fix” does it.
    .here = once more than needed
    .what = A word is followed by itself.
    .why = It is as a rule left over from editing, or hides at the end of a line. What a language may say twice (nous{ " " }nous, had{ " " }had, что{ " " }что) is left alone.
    .example = “The attacks on{ " " }on hospitals”.
    .mend = Delete one of the two, or let “promulgate check --fix” do it. If both are meant, waive the rule for this block.
# $sign (Text) The mark. $text (Text) The words around the place.
typography-unbalanced-bracket = “{ $sign }” is opened in “{ $text }” and not closed in this block.
    .help = Add its partner, or delete it.
    .here = not closed
    .what = A bracket or a quotation mark has no partner in its block.
    .why = Readers do not know where an insertion or a quotation ends, and so who says what.
    .example = “(see Annex II” without the closing bracket.
    .mend = Add the missing mark where it belongs. A quotation that goes on in the next paragraph, a), 1) and faces are left alone.
typography-unbalanced-bracket-closing = “{ $sign }” is closed in “{ $text }” but was not opened in this block.
    .help = Add its partner, or delete it.
    .here = not opened
