## Syntax

# $code (Text) What kind of error. $expected (Text) A sign. $found (Text) What stands there. $names (Text) Ids. $count (Number) How many more.
catalogue-syntax-error = { $code ->
        [expected-token] Here “{ $expected }” is missing.
        [expected-name] A name is missing here: a letter from A to Z begins it.
        [expected-digit] A digit is missing here.
        [expected-line-end] The variants must begin on a new line after “->”.
        [expected-message-field] This message says nothing: it has neither a text nor an attribute.
        [expected-term-field] This term has no text.
        [missing-value] There is no text after “=”.
        [forbidden-callee] Only functions can be called, and their names are in capitals.
        [missing-default-variant] No variant is marked with “*” as the one to take when no other fits.
        [multiple-default-variants] Two variants are marked with “*”; only one can be the default.
        [message-as-selector] A message cannot decide between variants.
        [message-attribute-as-selector] The attribute of a message cannot decide between variants.
        [term-as-selector] A term cannot decide between variants; an attribute of it can.
        [term-attribute-as-placeable] The attribute of a term cannot be shown; it can only decide between variants.
        [unterminated-string-literal] A quotation mark is missing at the end of this string.
        [positional-argument-follows-named] A value without a name stands after one with a name.
        [duplicated-named-argument] The same option is given twice.
        [unknown-escape-sequence] “{ $found }” is not an escape that strings know.
        [invalid-unicode-escape-sequence] The code of this character is cut short.
        [unbalanced-closing-brace] This closing brace has no opening one.
        [expected-inline-expression] After “{ "{" }” there must be a variable, a message, a term, a function, a string or a number.
        [expected-simple-expression-as-selector] Only a variable, a function, a string or a number can decide between variants.
        [expected-literal] An option takes a string in quotation marks or a number.
        [nesting-too-deep] Too many braces or parentheses stand inside one another.
       *[other] This is not Fluent.
    }
    .help = { $code ->
        [expected-token] Write “{ $expected }” where it belongs; a placeable is closed on the line where it begins, unless it holds variants.
        [unbalanced-closing-brace] To show a brace, write { "{" }"{ "}" }"{ "}" }.
        [unknown-escape-sequence] Strings know \\, \", \u0000 and \U000000.
        [invalid-unicode-escape-sequence] Write four digits after \u, six after \U.
        [missing-default-variant] Put “*” before the variant that is safest: in most languages *[other].
        [expected-message-field] Write the text after “=”, or indent the lines below it by a space.
        [expected-term-field] Write the text after “=”, or indent the lines below it by a space.
        [nesting-too-deep] Make messages of the inner parts and refer to them.
       *[other] Mend the entry; everything else in the file was read.
    }
    .here = { $code ->
        [expected-token] “{ $expected }” expected
       *[other] not read from here
    }
    .there = this is what it translates
    .what = An entry of a catalogue does not follow the Fluent syntax.
    .why = A program that loads the catalogue skips the whole entry, and shows its name or another language instead of the text.
    .example = greeting = Welcome, { "{" } $name
    .mend = Compare the entry with the source and put back the sign that is missing. The rest of the file is checked all the same.
catalogue-syntax-error-swallowed = { catalogue-syntax-error }
    .help = { $count ->
        [one] This also hides the entry below it: { $names }. It is not missing and comes back when this one is mended.
       *[other] This also hides { $count } entries below it, { $names } among them. They are not missing and come back when this one is mended.
    }

## What is there

# $file (Text) A path. $count (Number) How many messages.
catalogue-missing-file = { $count ->
        [one] The file { $file } is missing, and with it one message.
       *[other] The file { $file } is missing, and with it { $count } messages.
    }
    .help = Copy the file of the source language and translate it.
    .here = this file does not exist
    .there = the source has this file
    .what = The source language has a catalogue file that another language lacks, with everything in it.
    .why = Every text of that file would appear in another language, or not at all.
    .example = locales/en/terms.ftl exists, locales/fr/terms.ftl does not.
    .mend = Create the file in the folder of the language, with a translation of each message.

catalogue-obsolete-file = { $count ->
        [one] The source language has no file { $file }; its only message is used nowhere.
       *[other] The source language has no file { $file }; none of its { $count } messages is used.
    }
    .help = Delete the file, or give it the name that it has in the source language.
    .here = nothing in this file is in the source
    .what = A language has a catalogue file that the source language does not have, and nothing in it is needed.
    .why = Somebody will go on translating texts that nobody will ever read, and a file under a wrong name looks translated while its messages are missing.
    .example = locales/fr/term.ftl beside locales/en/terms.ftl
    .mend = Rename the file if its name is wrong; else delete it.

# $id (Text) The name of the entry.
catalogue-missing-message = The message { $id } is not translated.
    .help = Add “{ $id } = …” here.
    .here = { $id } belongs here
    .there = the source has it
    .what = The source language has a message or term that another language lacks.
    .why = The text would appear in another language, or its name would appear instead of it.
    .example =
        en: pledge = We stand united.
        de: —
    .mend = Add the message to the file of the same name, after the one that it follows in the source.
catalogue-missing-message-term = The term { $id } is not translated.

catalogue-obsolete-message = The source language has no message { $id }.
    .help = Delete it, or give it the name that it has in the source language.
    .here = used nowhere
    .there = the source file does not have it
    .what = A language has a message that the source language does not have and that no other message uses.
    .why = Nobody will ever see this text. If its name is misspelt, the message that it should translate is missing.
    .example =
        en: pledge = We stand united.
        de: pledges = Wir stehen zusammen.
    .mend = Correct the name if it is misspelt; else delete the message.

catalogue-duplicate-message = { $id } is defined twice.
    .help = Keep one of the two.
    .here = defined again
    .there = first defined here
    .what = The same message or term is defined more than once in one language.
    .why = Only one of the two is shown, and it depends on the order of files which. The other can be corrected for years without any effect.
    .example =
        pledge = We stand united.
        pledge = We act together.
    .mend = Compare the two, keep the right one and delete the other.
catalogue-duplicate-message-elsewhere = { $id } is defined in { $file } as well.
    .help = Keep one of the two, unless these files are never loaded together.

## Values and attributes

catalogue-missing-value = { $id } has no text of its own.
    .help = Write the text after “=”.
    .here = nothing but attributes
    .there = the source says this
    .what = A message has a text in the source language, but only attributes in another.
    .why = Where the text belongs, the name of the message would appear.
    .example =
        en: search = Search
        de: search =
    .mend = Translate the text as well as the attributes.

catalogue-unexpected-value = { $id } has a text, though the source has only attributes.
    .help = Delete the text, or move it to the attribute where it belongs.
    .here = shown nowhere
    .there = no text here
    .what = A message has only attributes in the source language, but a text of its own in another.
    .why = Nobody asks for that text. Often it stands where an attribute should.
    .example = search = Rechercher, while the source has nothing but search.title
    .mend = Move the text to the attribute that it translates, or delete it.

# $attribute (Text) The name of the attribute.
catalogue-missing-attribute = { $id } lacks the attribute .{ $attribute }.
    .help = Add an indented line “.{ $attribute } = …” below the message.
    .here = without .{ $attribute }
    .there = the source has it
    .what = A message has an attribute in the source language that it lacks in another.
    .why = Attributes hold the texts around a text, such as its title or the description of an image. Without them a part of the page is empty or in another language.
    .example = The source has .title, the translation does not.
    .mend = Translate the attribute. The attributes of terms are the business of each language and are not compared.

catalogue-unexpected-attribute = The source has no attribute .{ $attribute } on { $id }.
    .help = Delete it, or give it the name that it has in the source language.
    .here = shown nowhere
    .there = no such attribute here
    .what = A message has an attribute that its source does not have.
    .why = Nobody asks for it. If its name is misspelt, the attribute that it should translate is missing.
    .example = .titel instead of .title
    .mend = Correct the name if it is misspelt; else delete the attribute.

catalogue-duplicate-attribute = { $id } has the attribute .{ $attribute } twice.
    .help = Keep one of the two.
    .here = given again
    .there = first given here
    .what = An entry has two attributes of the same name.
    .why = Only one of them is shown.
    .example = .title = Search, and below it .title = Find
    .mend = Keep the right one and delete the other.

## Variables

# $variable (Text) The name of the variable, without $. $key (Text) The key of a variant.
catalogue-missing-variable = { $id } never shows ${ $variable }.
    .help = Write { "{" } ${ $variable } { "}" } where the value belongs in this sentence.
    .here = without ${ $variable }
    .there = the source shows it
    .what = The source shows a value that the translation does not show.
    .why = Readers of one language would not learn a number, date or name that all others learn.
    .example =
        en: signed = Signed by { "{" } $count { "}" } Allies
        de: signed = Unterzeichnet von den Verbündeten
    .mend = Put the variable where it belongs. A plural form that says the number in words need not show it, as long as another form does.
catalogue-missing-variable-in-variant = { $id } does not show ${ $variable } in the variant [{ $key }].
    .here = [{ $key }] does not show it

catalogue-unknown-variable = The source of { $id } has no variable ${ $variable }.
    .help = Use only the variables of the source; nobody gives a value to any other.
    .here = ${ $variable } has no value
    .there = the source of the message
    .what = A translation uses a variable that its source does not have.
    .why = The program gives a message the variables of its source and no others, so the text would show { "{" }$name{ "}" } instead of a value.
    .example =
        en: signed = Signed by { "{" } $count { "}" } Allies
        de: signed = Unterzeichnet von { "{" } $zahl { "}" } Verbündeten
    .mend = Write the variable as the source does. Names of variables are never translated.
# $near (Text) What was probably meant.
catalogue-unknown-variable-near = The source of { $id } has no variable ${ $variable }.
    .help = Did you mean ${ $near }? Names of variables are never translated.
    .there = the source has ${ $near }

catalogue-undocumented-variable = The comment on { $id } does not explain ${ $variable }.
    .help = Say in a comment above the message what it stands for, as “# ${ $variable } (Number) …”.
    .here = not explained
    .what = A message uses a variable that no comment above it explains. This rule is off unless it is switched on.
    .why = A translator cannot see whether { "{" } $name { "}" } is a person, a ship or a form to fill in, and must guess the gender and the case.
    .example = arrival = { "{" } $name { "}" } arrives on Friday.
    .mend = Write a comment that names each variable, its type and what it stands for.

## References

# $reference (Text) The name of what is referred to.
catalogue-missing-reference = { $id } does not use { $reference }, but the source does.
    .help = Write { "{" } { $reference } { "}" } where the name belongs, unless your language must say it otherwise here.
    .here = without { $reference }
    .there = the source uses it
    .what = The source takes a part of its text from another message or term, and the translation does not.
    .why = When the official name changes, a text that spells it out keeps the old one. A language that declines may have reason to do so.
    .example =
        en: about = About the { "{" } -alliance { "}" }
        de: about = Über den Nordpakt
    .mend = Use the reference; a term can hold its grammatical cases. Where no form fits, leave the text as it is.

catalogue-unexpected-reference = { $id } uses { $reference }, but the source does not.
    .help = Check that this is the name that the source means.
    .here = not in the source
    .there = the source of the message
    .what = A translation takes a part of its text from a message or term of the source language that its own source does not use.
    .why = Most often one name was taken for another: the Council for the Alliance.
    .example =
        en: host = The { "{" } -council { "}" } meets today.
        de: host = Heute tagt der { "{" } -alliance { "}" }.
    .mend = Use the name that the source uses, or leave yours if the sentence needs it.

catalogue-unresolved-reference = The “{ $language }” catalogues have no { $reference }.
    .help = Define it, or refer to something that exists.
    .here = leads nowhere
    .there = the source of the message
    .what = A text refers to a message, a term or an attribute that does not exist in its language.
    .why = The name of what is missing would appear in the middle of the sentence.
    .example = about = About the { "{" } -aliance { "}" }
    .mend = Correct the name, or define what it refers to.
catalogue-unresolved-reference-near = The “{ $language }” catalogues have no { $reference }.
    .help = Did you mean { $near }?
catalogue-unresolved-reference-attribute = { $reference } does not exist: the entry has no such attribute.
    .help = Add the attribute to the entry, or refer to one that it has.
catalogue-unresolved-reference-no-value = { $reference } has only attributes and no text to show.
    .help = Refer to one of its attributes, or give it a text.

# $path (Text) The names of the entries that lead to one another.
catalogue-cyclic-reference = These entries contain one another: { $path }.
    .help = Take out one of the references.
    .here = leads back
    .there = to here
    .what = Messages or terms refer to one another in a circle.
    .why = Such a text would never end, so nothing of it can be shown.
    .example =
        a = { "{" } b { "}" }
        b = { "{" } a { "}" }
    .mend = Write out one of the texts.
catalogue-cyclic-reference-itself = { $id } contains itself.

## Functions

# $function (Text) The name of the function. $option (Text) The name of the option. $options (Text) Names. $value (Text) $values (Text)
catalogue-unknown-function = There is no function { $function }.
    .help = There are NUMBER for numbers and DATETIME for dates.
    .here = not a function
    .there = the source of the message
    .what = A text calls a function that does not exist.
    .why = Nothing could be shown in its place. Catalogues of another program may call functions of that program; there, an unfamiliar name is only a warning.
    .example = { "{" } NUMBR($count) { "}" }
    .mend = Call NUMBER or DATETIME. Names of functions are never translated.
catalogue-unknown-function-near = There is no function { $function }.
    .help = Did you mean { $near }?

catalogue-unknown-option = { $function } has no option { $option }.
    .help = Its options are: { $options }.
    .here = not an option
    .there = the source of the message
    .what = A function is given an option that it does not have, or a value that the option does not take.
    .why = The number or the date would not look as its author wished.
    .example = { "{" } DATETIME($day, datestyle: "long") { "}" }
    .mend = Write the option as ECMA-402 does, with capitals inside the word: dateStyle.
catalogue-unknown-option-near = { $function } has no option { $option }.
    .help = Did you mean { $near }?
# $kind (Text) words, digits, currency or language.
catalogue-unknown-option-value = The option { $option } cannot be “{ $value }”.
    .help = { $kind ->
        [digits] It takes a whole number: { $values }.
        [currency] It takes the three letters of a currency: { $values }.
        [language] It takes a language tag: { $values }.
       *[words] It takes one of these: { $values }.
    }
    .here = not a value of { $option }

# $term (Text) A term. $argument (Text) The name of an argument. $value (Text) What is given. $variants (Text) Its variants. $near (Text) What was probably meant.
catalogue-unknown-variant = { $term } has no variant “{ $value }” of { $argument }, so its default is taken.
    .help = Its variants are: { $variants }. Choose one, or add this one to the term if your language needs it.
    .here = not a variant of { $term }
    .there = the term
    .what = A term is asked for a variant that it does not have in this language, such as a misspelt grammatical case.
    .why = A term that does not know the variant takes its default without a word: the name appears in the wrong case.
    .example = { "{" } -alliance(case: "genetive") { "}" }, where the term has [genitive].
    .mend = Write the variant as the term does. If the default is meant, leave the argument out.
catalogue-unknown-variant-near = { $term } has no variant “{ $value }” of { $argument }. Did you mean “{ $near }”?
    .help = Write “{ $near }”; with anything else the default is taken.
catalogue-unknown-variant-argument = { $term } has no argument { $argument } in any language.
    .help = Leave it out, or have the term choose by it.
    .here = without any effect
catalogue-unknown-variant-argument-near = { $term } has no argument { $argument } in any language. Did you mean { $near }?
    .help = Write { $near }.
    .here = without any effect

## Variants and plural forms

catalogue-duplicate-variant = The variant [{ $key }] exists twice.
    .help = Keep one of the two, or correct its key.
    .here = never shown
    .there = this one is shown
    .what = Two variants of one selection have the same key.
    .why = The second is never shown. Often its key is wrong and another plural form is missing.
    .example = [one] … [one] … *[other] …
    .mend = Correct the key, or delete the variant that is wrong.

# $categories (Text) Names of plural categories. $count (Number) How many. $category (Text) The one most numbers need. $examples (Text) Some numbers.
catalogue-missing-plural-category = { $count ->
        [one] { $id } lacks the plural form { $categories }.
       *[other] { $id } lacks the plural forms { $categories }.
    }
    .help = Add the variant [{ $category }], which “{ $language }” needs for numbers such as { $examples }.
    .here = without { $categories }
    .there = the plural forms of the source
    .what = A selection by number lacks a plural form that its language has.
    .why = For some numbers the wrong form would appear: “5 союзника” instead of “5 союзников”. A form that no whole number up to 1,000 needs is only noted.
    .example = In Russian, [one] and *[other] without [few] and [many].
    .mend = Add a variant for each category that the language has (CLDR), even where two of them read the same.
catalogue-missing-plural-category-rare = { $count ->
        [one] { $id } lacks the plural form { $categories }, which is rarely needed.
       *[other] { $id } lacks the plural forms { $categories }, which are rarely needed.
    }
    .help = Add the variant [{ $category }] if numbers such as { $examples } can occur.

catalogue-unreachable-plural-category = The plural form [{ $category }] is never used in “{ $language }”.
    .help = Delete the variant; this language has { $categories }.
    .here = never shown
    .there = the plural forms of the source
    .what = A selection by number has a plural form that its language does not have.
    .why = Nobody will ever see it. Often it was copied from another language, and a form that is needed is missing.
    .example = In English, [few].
    .mend = Delete the variant. For one certain number write the number itself: [2].

catalogue-identical-plural-variants = All { $count } plural forms of { $id } say the same.
    .help = If this language makes no difference here, write the text once; else put the forms right.
    .here = the same text in every form
    .there = the plural forms of the source
    .what = All variants of a selection by number have the same text.
    .why = Often one form was copied to the others and never changed.
    .example = [one] { "{" } $n { "}" } files *[other] { "{" } $n { "}" } files
    .mend = Write each form as the language says it, or drop the selection.

## Texts

catalogue-empty-translation = { $id } shows nothing.
    .help = Translate the text.
    .here = empty
    .there = the source says this
    .what = A translation is empty where its source is not.
    .why = Where readers of the source find a text, there would be a gap.
    .example = pledge = { "{" } "" { "}" }
    .mend = Write the translation. If the text must not appear in this language, say so in a comment and switch the rule off.

# $tag (Text) The name of the element.
catalogue-markup-mismatch = { $id } lacks a <{ $tag }> of the source.
    .help = Put the same words between the same tags as the source does.
    .here = without <{ $tag }>
    .there = the source has it
    .what = A translation has other tags than its source, or a tag without its partner.
    .why = A link can get lost, a whole page can become bold.
    .example =
        en: See <a>the statement</a>.
        de: Siehe <a>die Erklärung.
    .mend = Take the tags over from the source. Line breaks and paragraphs may differ.
catalogue-markup-mismatch-extra = { $id } has a <{ $tag }> that the source does not have.
    .help = Take the tag out, unless your language needs it here.
    .here = not in the source
    .there = the source says this
catalogue-markup-mismatch-unbalanced = The tag <{ $tag }> in { $id } has no partner.
    .help = Write both the opening and the closing tag.
    .here = without a partner
    .there = in the source, every tag has one

catalogue-same-as-source = { $id } says the same in “{ $language }” as in the source language.
    .help = Translate the text.
    .here = not translated
    .there = the same text
    .what = A text of four words or more is the same in two languages. Names, numbers, code and terms do not count as words.
    .why = Most likely it was copied and forgotten, and readers find a foreign sentence in their language.
    .example = de: pledge = We stand united and act together.
    .mend = Translate it. If the words are really the same in both languages, set the level of this rule.

# $side (Text) before or after.
catalogue-surrounding-whitespace = { $side ->
        [before] { $id } does not begin with a space, but the source does.
       *[after] { $id } does not end with a space, but the source does.
    }
    .help = Write { "{" }" "{ "}" } where the space belongs.
    .here = without the space
    .there = the source says this
    .what = A text begins or ends with a space in one language and not in the other.
    .why = Such a text is put together with another one: without the space two words run into one, with a space too many a line begins askew.
    .example = label = Date:{ "{" }" "{ "}" }
    .mend = Do as the source does.
catalogue-surrounding-whitespace-extra = { $side ->
        [before] { $id } begins with a space, but the source does not.
       *[after] { $id } ends with a space, but the source does not.
    }
    .help = Take the space away.
    .here = a space too many
