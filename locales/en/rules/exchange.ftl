## Files that come back from translators

exchange-unreadable = This file cannot be read: { $detail }.
    .help = Export it from the tool again, or open it in an editor and mend this place.
    .here = not well-formed from here on
exchange-unreadable-doctype = This file has a document type declaration (<!DOCTYPE …>), and such files are not read.
    .help = Take the declaration away. Exchange formats need none, and it could make the program read other files.
    .here = a document type
exchange-unreadable-entity = This file uses the entity &{ $name };, which XML does not know.
    .help = Write the character itself in its place.
    .here = unknown entity
exchange-unreadable-deep = Elements stand too deep in one another here.
    .help = No tool writes such a file. Export it again.
    .here = too deep
exchange-unreadable-large = This file has more than { $limit } MiB.
    .help = No statement is that long. Is it the right file?
exchange-unreadable-encoding = This file is neither UTF-8 nor UTF-16.
    .help = Save it as UTF-8.
exchange-unreadable-line = This line is no PO.
    .help = A line begins with #, msgctxt, msgid, msgstr or a quotation mark, and texts stand between quotation marks.
    .here = cannot be read
exchange-unreadable-format = This is neither XLIFF nor PO.
    .help = Give back the file that “promulgate export” wrote. A project or package of a tool has to be exported from that tool first.

exchange-other-statement = This file is about { $other }, not about { $own }.
    .help = Import it into the statement that it was made from.
    .here = says { $other }

exchange-other-revision = This file was made from revision { $other }; the statement is at revision { $own } now.
    .help = Export the statement again and let the tool fill in what it knows: it keeps all that did not change.
    .here = revision { $other }

exchange-wrong-language = { $found } is no language that this statement is translated into.
    .help = It is translated into: { $expected }. Correct the target language of the file, or add the language to promulgate.toml.
    .here = target language { $found }
exchange-wrong-language-none = This file does not say which language it translates into.
    .help = It must name one of: { $expected }.
    .here = no target language
exchange-wrong-language-source = The source of this file is in { $found }; this statement was written in { $expected }.
    .help = Export the statement again, and translate from that file.
    .here = source language
exchange-wrong-language-source-none = This file does not say which language its source is in.
    .help = It must name { $expected }, in which this statement was written.
    .here = no source language

exchange-missing-unit = The unit { $id } is missing from the file.
    .help = Give back the whole file: a tool that leaves out what is translated or locked has to be told to export all.
    .here = { $id } should be among these
    .there = this text
exchange-missing-unit-outdated = The unit { $id } is not in the file: the source changed after it was exported.
    .help = Export the statement again and let the tool fill in what it knows.

exchange-unknown-unit = The statement has no unit { $id }.
    .help = Take the unit out of the file. Text of the translation’s own is added to its Markdown, not here.
    .here = not a unit of this statement
exchange-unknown-unit-outdated = The statement has no unit { $id } any more: the source changed after the file was exported.
    .help = Export the statement again and let the tool fill in what it knows.

exchange-duplicate-unit = The unit { $id } stands in the file twice.
    .help = Keep the one that is right.
    .here = once more

exchange-changed-source = The source text of { $id } was changed in the file.
    .help = Put it back as it was. A mistake in the source is mended in the source itself, for all languages.
    .here = another text
    .there = the source says this
exchange-changed-source-outdated = The source of { $id } changed after this file was exported, so the translation is of another text.
    .help = Export the statement again and let the tool fill in what it knows; then look at this unit.
    .here = translated from an earlier text
    .there = the source says this now

exchange-lost-code = { $kind ->
    [placeable] The placeholder { $code } is missing from the translation of { $id }.
    [note] The reference to the footnote, { $code }, is missing from the translation of { $id }.
    [link] The link { $code } is missing from the translation of { $id }.
    [image] The picture { $code } is missing from the translation of { $id }.
    [cell] The translation of { $id } has fewer cells than its source.
    [break] A line break is missing from the translation of { $id }.
   *[other] { $code } is missing from the translation of { $id }.
}
    .help = { $kind ->
        [placeable] Put it back: most tools copy it from the source with one key. Where the language needs another form, write it out, as { "{" } -name(case: "genitive") { "}" }.
       *[other] Put it back: most tools copy it from the source with one key.
    }
    .here = the code is not here
    .there = it is in the source

exchange-broken-code = A code in the translation of { $id } is broken.
    .help = Copy the codes from the source once more.
    .here = in this unit
    .there = the source
exchange-broken-code-unknown = The translation of { $id } has a code “{ $code }” that its source has not, and the file does not say what it is.
    .help = Copy the codes from the source once more.
exchange-broken-code-exchanged = In the translation of { $id } the code { $code } became { $other }.
    .help = A placeholder may take other arguments, but not refer to something else. Copy it from the source once more.
exchange-broken-code-unreadable = The translation of { $id } has a code that cannot be read: { $code }
    .help = Copy it from the source once more.
exchange-broken-code-crossed = In the translation of { $id } the code “{ $code }” ends where it is not open.
    .help = Put the beginning before the end, and let spans stand inside one another.
exchange-broken-code-unclosed = In the translation of { $id } { $code } is opened and never closed.
    .help = Set its end behind the words that it belongs to.
exchange-broken-code-cell = In the translation of { $id } a cell of the table ends inside a span.
    .help = End the span before the cell ends.
exchange-broken-code-brace = In the translation of { $id } a brace belongs to no placeholder: { $code }
    .help = A placeholder is written { "{" } -name { "}" }, { "{" } $name { "}" } or { "{" } name { "}" }, with both of its braces.
exchange-broken-code-not-one = The translation of { $id } is not one paragraph.
    .help = Keep it in one paragraph. A number with a dot, #, - or > at its beginning needs a backslash before it: 1985\.

exchange-flattened-space = { $count ->
    [one] A no-break space seems to have become an ordinary one in { $id }.
   *[other] { $count } no-break spaces seem to have become ordinary ones in { $id }.
}
    .help = “promulgate check --fix” sets them again where the language demands them. In the tool, have no-break spaces shown.
    .here = look at the spaces here

exchange-rejected-unit = The translation of { $id } is marked as not translated, or rejected; its text is kept, and the version is “initial”.
    .help = Work on it and set its state, then import again.
    .here = initial

exchange-partial-unit = A part of { $id } has no translation; what there is was taken over, and the version is “initial”.
    .help = Translate the rest of its segments, then import again.
    .here = not all of it is translated

exchange-displaced-block = { $count ->
    [one] A block that only the former translation had found no place; it stands at the end of the text.
   *[other] { $count } blocks that only the former translation had found no place; they stand at the end of the text.
}
    .help = Move it to where it belongs, or delete it.

exchange-unwritable = The translation of { $id } cannot be written down so that it reads as it was given.
    .help = Look at where emphasis begins and ends: it must stand around whole words, without blanks or quotation marks at its edges inside a word.
    .here = this unit
    .there = the source
exchange-unwritable-note = A note of the former translation, { $label }, is called as another note of the source.
    .help = Give it another name in the translation’s Markdown, then import again.
