source-invalid-placeable = { $text } is not part of any placeable.
    .help = Write a placeable as { "{" } $name { "}" } or { "{" } -term { "}" }; a brace that readers are to see is written { "{" }"{ "{" }"{ "}" }, or stands in code.
    .here = a brace that belongs to no placeable
    .what = A brace stands in the text of a statement, but belongs to no Fluent placeable.
    .why = In these texts braces are where Fluent puts terms, numbers and dates. A brace that opens or closes none is nearly always a placeable that was damaged in translation, and readers would see it as it is.
    .example = The talks begin on { "{" } DATETIME($summit { "}" }.
    .mend = Mend the placeable after the other language versions. Where readers are to see a brace, write { "{" }"{ "{" }"{ "}" } or put the text between backquotes.
source-invalid-placeable-malformed = { $text } is not a placeable that Fluent can read.
    .help = Compare it with the other language versions: names, commas, colons, quotation marks and parentheses stay as they are there; only the words between quotation marks may be translated.
    .here = Fluent cannot read this
source-invalid-placeable-misplaced = { $text } stands where no placeable can stand.
    .help = The destination and the title of a link are printed as they are. Write the address out, or put the placeable into the text of the link.
    .here = not resolved here
source-nesting-too-deep = The text is nested too deeply to be read as it is meant.
    .help = Take away some of the quotation marks, list markers or emphasis that stand inside one another.
    .here = the first level that is too deep
    .what = Quotations, lists or emphasis stand inside one another more deeply than the limit allows.
    .why = No statement needs so many levels: markers were doubled by a program, or the text was made to exhaust the machine. What stands deeper is kept, but on the last level allowed.
    .example = > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > quoted 33 times
    .mend = Take the superfluous markers away. A program that embeds this library can raise the limit.
source-excess-cell = The table has { $columns ->
    [one] one column
   *[other] { $columns } columns
 }, and { $text } stands after the last.
    .help = Remove a superfluous | in this row, or add a column to the row of headings and to the line below it. A | that readers are to see is written \|.
    .here = shown nowhere
    .what = A row of a table holds more cells than the table has columns.
    .why = Tables take their columns from the row of headings; what stands after the last column is shown in no output, so that part of the statement would be missing.
    .example = | Country | Beds |
        | --- | --- |
        | Norway | 120 | 4 ships |
    .mend = Compare the row with the same row of the other language versions and remove the | that is too many, or add the missing column.
