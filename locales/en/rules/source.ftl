## Configuration files

source-toml-syntax = { $problem ->
        [duplicate-key] This key is given twice.
        [quotes] A text here is not between a pair of quotation marks.
        [comma] A comma is missing here, or is one too many.
        [unclosed] A bracket is opened here and never closed.
        [no-value] This key has no value.
        [equals] An equals sign is missing here, or is one too many.
        [boolean] true or false, without quotation marks
        [number] This is not a number in TOML.
        [date] There is no such day or time.
        [control-character] An invisible character stands here that TOML does not allow.
        [escape] A backslash here stands before a character that it cannot stand before.
        [no-key] There is a value here, but no key.
        [trailing] Something stands after the value.
       *[other] This is not TOML: { $detail }.
    }
    .help = Mend this line first: what comes after it may only seem wrong. Texts stand between quotation marks, as in number = "PR (2020) 017".
    .here = cannot be read
    .what = A configuration file, or front matter between +++ lines, is not valid TOML.
    .why = Nothing that was meant here is certain, and an embargo or a language may be among it. No statement goes out on a guess.
    .example = number = PR (2020) 017
    .mend = Put texts between quotation marks, close every bracket and give each key once. The rules of TOML stand on toml.io.

source-unknown-key = There is no key { $key } here.
    .help = Correct the name, or take the line away.
    .here = not a known key
    .what = A configuration file has a key that means nothing at this place.
    .why = A mistyped key would be passed over without a word: “embargoed_untill” lifts an embargo. So every key must be one that is known.
    .example = embargoed_untill = 2020-06-03T10:00:00+02:00
    .mend = Write the key as the documentation does, below the table it belongs to. A note to yourself goes after #.
source-unknown-key-near = There is no key { $key } here.
    .help = Did you mean { $near }?
source-unknown-key-elsewhere = { $key } does not belong here.
    .help = Put it below [{ $table }].
    .here = belongs to another table

source-wrong-type = { $key } must be { $expected ->
        [text] a text between quotation marks
        [whole-number] a whole number
        [number] a number
        [date] a day without quotation marks, such as 2020-06-03
        [moment] a moment with its UTC offset and without quotation marks, such as 2020-06-03T10:00:00+02:00
        [languages] a list of language tags, such as ["en", "fr"]
        [texts] a list of texts, such as ["health", "media"]
        [localized] a text, or a table with a text for each language
        [table] a table
        [tables] a list of tables, each below its own line with double brackets
        [fact] a number, a day, a moment, a text, an amount of money or a table with a text for each language
       *[other] of another type
    }, not { $found ->
        [text] a text
        [number] a number
        [boolean] true or false
        [time] a time without a day
        [date] a day
        [moment] a moment
        [list] a list
       *[table] a table
    }.
    .help = Change the value, or take the line away.
    .here = of the wrong type
    .what = A value in a configuration file is of another type than its key asks for.
    .why = The value cannot be used, and to leave it out in silence would change what is published.
    .example = issued = "3 June 2020"
    .mend = Write texts between quotation marks, numbers and days without, and lists between square brackets.

source-invalid-value = { $value } cannot be the value of { $key }.
    .help = { $expected ->
        [filled] Write something, or take the line away.
        [ordinal] Write a whole number, 1 or more.
        [percent] Write a whole number from 0 to 100, without a percent sign.
        [fingerprint] Write the sixteen digits and letters that the report gives for the finding, between quotation marks; several in square brackets.
        [number] Write a number of at most 28 digits.
        [date] Write a day that the calendar has, such as 2020-06-03.
        [moment] Write a moment that the calendar has, with its UTC offset, such as 2020-06-03T10:00:00+02:00.
        [fact-name] The name of a fact begins with a letter from a to z and goes on with such letters, digits, - and _, so that texts can refer to it.
        [currency] Write the three capital letters of ISO 4217, such as EUR.
        [mail-address] Write the address of a mailbox and nothing else, such as press@example.org; the name beside it is the issuer’s.
        [address] Write an absolute address, such as https://press.example.org/.
        [public-key] Write the public key that minisign shows: 56 characters that begin with RW.
        [threshold] Write how many of the keys must sign: at least 1, and no more than there are keys.
        [layout] Write { "{" }id{ "}" }/{ "{" }lang{ "}" }.md, { "{" }lang{ "}" }/{ "{" }id{ "}" }.md or { "{" }id{ "}" }.{ "{" }lang{ "}" }.md, with folders before it if need be.
        [slug] Use letters, digits, -, _ and . alone, and do not begin with a dot.
        [digest] Restore the file from version control: the program writes 16 hexadecimal digits here.
        [stamps-version] Restore the file from version control, or use the version of the program that wrote it.
       *[other] Write another value.
    }
    .here = means nothing here
    .what = A value in a configuration file is of the right type, but none that its key can have.
    .why = The value cannot be used, and to leave it out in silence would change what is published.
    .example = status = "useable"
    .mend = Give the key one of the values that it can have, or take the line away.
source-invalid-value-word = { $value } cannot be the value of { $key }.
    .help = Write one of these: { $words }.

source-missing-key = The key { $key } is missing.
    .help = Add a line { $key } = … here.
    .here = should say { $key }
    .what = A table in a configuration file lacks a key without which it means nothing.
    .why = A waiver without a reason or a change without a date says nothing to those who read it later, so the whole table is passed over until it is complete.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
    .mend = Add the key that the message names.
source-missing-key-sender = The messages have no sender: the key { $key } is missing.
    .help = Write [mail] on a line of its own and below it from = "press@example.org", or take "mail" out of the list.
    .here = asks for messages

source-duplicate-value = { $value } stands twice in { $key }.
    .help = Keep one of the two.
    .here = the second one
    .there = the first one
    .what = A list or table in a configuration file names the same language twice, perhaps once by an old tag (iw and he are the same language), or two of its entries have the same id.
    .why = Of two entries only the first is used, so that what the second says is lost.
    .example = languages = ["en", "fr", "en"]
    .mend = Take one of the two away.

source-naive-time = { $found ->
        [day] { $key } names a day, { $value }, but no moment of it.
       *[time] { $key } says { $value }, but without a UTC offset.
    }
    .help = Write date, time and UTC offset, such as 2020-06-03T10:00:00+02:00; for Greenwich time end it with Z.
    .here = no UTC offset
    .what = A moment is given without its offset from UTC.
    .why = Ten o’clock in Brussels is eleven o’clock in Moscow. An embargo “until ten o’clock” is lifted at another moment for everyone who reads it elsewhere; only the offset makes it one moment.
    .example = embargoed_until = 2020-06-03T10:00:00
    .mend = Add the offset that holds at that place on that day: +02:00 in Brussels in summer, +01:00 in winter.

## Front matter

source-front-matter-syntax = The front matter cannot be read: { $detail }.
    .help = Put a value that holds a colon, a quotation mark or a hash between quotation marks.
    .here = cannot be read from here
    .what = What stands between the --- lines at the top of a text is not valid YAML.
    .why = The text itself is read, but title, date and summary in its front matter are not.
    .example =
        ---
        title: Statement: hospitals
        ---
    .mend = Put the value between quotation marks, or mend the indentation.
source-front-matter-syntax-unclosed = The front matter begins here and never ends.
    .help = End it with a line like this one.
    .here = no line below ends it

source-language-mismatch = The front matter says { $tag }, but the file lies where the { $place } version belongs.
    .help = Move the file, or correct the front matter. If it is a copy that waits for its translation, translate it first.
    .here = another language than that of the file
    .what = The front matter of a text names another language than the name or folder of its file.
    .why = Most often the text was copied to be translated and never was. It would be published under the wrong language.
    .example =
        fr/hospitals.md:
        ---
        lang: en
        ---
    .mend = Translate the text and correct the front matter, or move the file to where its language belongs.

## Files

source-too-large = This file has more than { $limit } KiB and was not read.
    .help = Divide the text, or let the program that reads it raise the limit.
    .what = A file is larger than the limit.
    .why = No statement has as many pages. A file of this size is a mistake or was made to exhaust the machine; it is not read at all, so nothing can be said of it.
    .example = en.md with 20 MB
    .mend = Look at what made the file so large. A program that embeds this library can raise the limit.
source-too-large-front-matter = The front matter has more than { $limit } KiB and was not read.
    .help = Take away what does not belong to the text.
source-too-large-picture = This picture has more than { $limit } KiB.
    .help = Save it smaller: a page shows few pictures wider than 2,000 pixels.

source-too-many = { $what ->
        [statements] There are more than { $limit } statements; those from here on are not read.
        [versions] There are more than { $limit } language versions of this statement; those from here on are not read.
       *[catalogues] There are more than { $limit } Fluent files; those from here on are not read.
    }
    .help = Divide the collection, or let the program that reads it raise the limit.
    .what = A collection has more statements, languages or catalogues than the limit allows.
    .why = What lies beyond the limit is not read, so nothing can be said of it.
    .example = 501 language versions of one statement
    .mend = Divide the collection. A program that embeds this library can raise the limit.

source-skipped-file = { $path } { $reason ->
        [outside] is a link that leads to a folder, out of the collection or nowhere, and was not followed.
        [too-deep] lies below too many folders and was not looked at.
        [too-many] and what comes after it was not looked at: there are too many files.
       *[name] has a name that no path of a publication can have, and was not looked at.
    }
    .help = { $reason ->
        [outside] Put the file itself here instead of the link.
        [too-deep] Move it up.
        [too-many] Open the folder of the collection rather than one above it.
       *[name] Give it a name of letters, digits, -, _ and dots.
    }
    .what = A file or folder was not looked at.
    .why = If it was a text, it is missing from the publication. A collection must hold its own texts: a link that leads out of it could publish any file of the machine.
    .example = statements/hospitals/fr.md -> /home/claire/fr.md
    .mend = Put the file itself into the collection, under a plain name.

source-invalid-id = “{ $id }” cannot be the id of a statement, so the file was not read.
    .help = Use letters, digits, -, _ and dots, and do not begin with a dot.
    .what = The name of a folder or file cannot be the id of a statement.
    .why = The id becomes the last part of the statement’s address. Spaces and signs break addresses or mean something else in them.
    .example = statements/our statement/en.md
    .mend = Rename the folder or file, as in statements/our-statement/en.md.

source-duplicate-version = There is another text of the same language, so this one was not read.
    .help = Keep { $kept } and delete this file, or the other way round.
    .there = this one is read
    .what = Two files claim to be the text of one language, most often one under an old tag: iw.md beside he.md.
    .why = Only one can be published. Nobody but you knows which.
    .example = statements/hospitals/iw.md, statements/hospitals/he.md
    .mend = Delete one of the two; keep the name with the current tag.

source-differing-picture = There is another picture called { $name }, and only one can be published.
    .help = Give this one a name of its own, or make it the same as { $kept }.
    .here = this one would not be published
    .there = this one is published
    .what = Two languages have pictures of the same name that are not the same picture.
    .why = All languages of a statement share its pictures. Readers of one language would see a picture that was made for another.
    .example = en/map.png with English place names, fr/map.png with French ones
    .mend = Give each its own name, such as map-fr.png, and write that name in the text of its language.

source-stray-file = No text is looked for here.
    .help = Texts lie as { $layout } says. Move the file there, or out of the folder.
    .what = A Markdown file lies in the folder of the statements, but where no text is looked for.
    .why = Whoever put it there believes that it is published.
    .example = statements/fr.md
    .mend = Move it to where the layout of the collection wants it.

source-missing-text = There is no { $tag } version, though statement.toml describes one.
    .help = Add the file, or take the table away.
    .here = describes a text that is not there
    .what = A table [versions.…] in statement.toml describes a language version that has no file and is not required.
    .why = Either the file was lost or misnamed, or the table is left over.
    .example = [versions.de] without de.md
    .mend = Add the text or take the table away.

source-nothing-found = There are no statements and no catalogues here.
    .help = Open the folder that holds promulgate.toml, or say with a layout where the texts lie, as { "{" }lang{ "}" }/{ "{" }id{ "}" }.md.
    .what = The folder holds nothing that this program reads.
    .why = To say that nothing is wrong would be true and misleading.
    .example = a folder with a README.md and nothing else
    .mend = Open the right folder, or say where the texts lie.

## Language tags

process-invalid-language-tag = “{ $tag }” is not a language tag.
    .help = Write a BCP 47 tag: en, fr, pt-BR, zh-Hant, sr-Latn.
    .here = no language has this tag
    .what = A language is named by something that is not a BCP 47 tag.
    .why = Readers, browsers, search engines and screen readers know a language by its tag alone. What is meant here cannot be known, so the text or setting is passed over.
    .example = languages = ["english", "fr_FR"]
    .mend = Write the tag: two or three letters for the language, then, if they matter, script and region, with hyphens between them.
process-invalid-language-tag-near = “{ $tag }” is not a language tag.
    .help = Did you mean { $near }?

process-noncanonical-language-tag = “{ $tag }” is an unusual way to write { $canonical }.
    .help = Write { $canonical }.
    .here = now written { $canonical }
    .what = A language tag is outdated, or its letters are not written as usual.
    .why = Tags are compared by programs that know only the current form. Under the old one a text would not be found, and two files could claim the same language.
    .example = required = ["iw", "PT-br"]
    .mend = Write the tag in its current form: he, pt-BR.
