# What each kind of block is called; only other messages use it.
structure-kind = { $kind ->
    [title] title
    [heading] heading
   *[paragraph] paragraph
    [item] list item
    [quote] quotation
    [attribution] attribution of the quotation
    [table-head] head of the table
    [table-row] table row
    [code] block of code
    [thematic-break] dividing line
    [html] raw HTML
    [footnote] footnote
}
structure-missing-block = Missing from the { $language } version: the { structure-kind } “{ $text }”.
    .help = Translate it and insert it here. If it is left out on purpose, waive this rule for this block in statement.toml and say why.
    .here = it belongs here
    .there = the block in the source
    .what = A block of the source (a paragraph, a heading, an item, a row of a table) has no counterpart in a translation.
    .why = Readers of this language are not told what all the others are told. Nobody notices by reading the translation alone, because it reads well without the block.
    .example = The source has paragraphs 1 to 8, the translation 1 to 7.
    .mend = Translate the block and insert it where the finding points.
structure-missing-block-several = Missing from the { $language } version: { $count } blocks, the first is the { structure-kind } “{ $text }”.
    .help = Translate them and insert them here. If they are left out on purpose, waive this rule for the first of them in statement.toml and say why.
    .here = they belong here
    .there = the blocks in the source
structure-extra-block = Only in the { $language } version: the { structure-kind } “{ $text }” is not in the source.
    .help = Delete it if it was left over or pasted twice. If the source lost it, restore it there, and in every other language.
    .here = the source has nothing that corresponds
    .there = the source goes on here without it
    .what = A block of a translation has no counterpart in the source.
    .why = A statement says the same in every language. What stands in one language only was never approved for the others; often it is left over from an earlier draft, or was pasted twice.
    .example = The translation ends with a paragraph that was deleted from the source.
    .mend = Delete the block from the translation, or add it to the source and to all other languages.
structure-extra-block-several = Only in the { $language } version: { $count } blocks that are not in the source, the first is the { structure-kind } “{ $text }”.
    .help = Delete them if they were left over or pasted twice. If the source lost them, restore them there, and in every other language.
    .there = the source goes on here without them
structure-moved-block = Out of place in the { $language } version: in the source, the { structure-kind } “{ $text }” stands before all its neighbours here.
    .help = Move it to where the source has it.
    .here = stands here
    .there = the source has it here
    .what = A block of a translation stands elsewhere than in the source.
    .why = Quotations by paragraph and links to a place in the text lead readers of different languages to different blocks.
    .example = Two paragraphs changed places while the translation was edited.
    .mend = Move the block to the place that it has in the source.
structure-moved-block-after = Out of place in the { $language } version: in the source, the { structure-kind } “{ $text }” comes after “{ $neighbour }”.
structure-merged-block = One block in the { $language } version, “{ $text }”, says what { $count } blocks of the source say.
    .help = If nothing speaks against it, divide it as the source is divided.
    .there = the blocks in the source
    .what = Several neighbouring blocks of the source became one in a translation.
    .why = Nothing is lost, but paragraphs can no longer be quoted by the same number or compared side by side.
    .example = Two short paragraphs of the source are one paragraph in the translation.
    .mend = Divide the block where the source begins a new one.
structure-split-block = In the { $language } version, { $count } blocks, the first “{ $text }”, say what one block of the source says.
    .help = If nothing speaks against it, join them as the source has it.
    .there = the block in the source
    .what = One block of the source became several in a translation.
    .why = Nothing is lost, but paragraphs can no longer be quoted by the same number or compared side by side.
    .example = A long paragraph of the source was translated as two.
    .mend = Join the blocks.
structure-heading-level-mismatch = The heading “{ $text }” has level { $level } in the { $language } version, but { $expected } in the source.
    .help = Give it as many # as the source has.
    .there = the heading in the source
    .what = A heading has another level than in the source.
    .why = The outline of the text changes: sections are nested otherwise, and tables of contents and screen readers give readers of each language another picture.
    .example = The source has “## Measures”, the translation “### Mesures”.
    .mend = Write as many # before the heading as the source does.
structure-block-kind-mismatch = “{ $text }” is a block of another kind in the { $language } version ({ structure-kind }) than in the source.
    .help = Mark it up as the source does.
    .there = the block in the source
    .what = A block is of another kind than its source: a paragraph where the source has a list item, a paragraph where it has a quotation.
    .why = What the source sets apart (a list, a quotation) readers of this language do not see as such. Most often the mark at the beginning of the line was lost in translation.
    .example = The source has “- two engineers”, the translation “deux ingénieurs” without the hyphen.
    .mend = Restore the mark that makes the block what it is: the hyphen, the number, the > sign.
structure-missing-title = The { $language } version has no title.
    .help = Begin the text with a line “# ” and the title.
    .here = the title belongs here
    .there = the title in the source
    .what = A version does not begin with a title.
    .why = The title is the heading of the page, its name in search engines, feeds and link previews. Without it a version cannot be found or listed.
    .example = The translation begins with “## Situation”, the first section.
    .mend = Begin the text with the translated title: “# ” and the title on one line.
structure-missing-title-source = The text has no title.
structure-placeable-mismatch = “{ $text }” does not mention { $name } in the { $language } version; the source does.
    .help = Put { "{" } { $name } { "}" } where the sentence needs it, in the grammatical case that it needs.
    .here = { $name } is not in this block
    .there = the source has it here
    .what = A block refers to other variables, terms or messages than its source. Arguments, such as a term’s grammatical case, may differ.
    .why = A variable is a fact of the statement. Where one language leaves it out or uses another, the versions tell their readers different facts.
    .example = The source says { "{" } NUMBER($infected) { "}" }, the translation { "{" } NUMBER($dead) { "}" }.
    .mend = Use the same variables, terms and messages as the source.
structure-placeable-mismatch-once = In the { $language } version, “{ $text }” mentions { $name } less often than the source.
    .help = Check that no sentence was lost. A pronoun instead of a name is fine.
    .here = { $name } is used less often here
structure-placeable-mismatch-instead = { $name } stands in the { $language } version where the source has { $expected }.
    .help = Put { $expected } here.
    .here = not what the source has
structure-placeable-mismatch-extra = { $name } stands in the { $language } version, but not in this block of the source.
    .help = Take it out, or find out whether the source forgot it.
    .here = the source does not have it
    .there = the block in the source
structure-placeable-mismatch-repeated = { $name } stands in the { $language } version more often than in this block of the source.
    .help = Check that nothing is said twice. A name instead of a pronoun is fine.
    .here = once more than in the source
    .there = the block in the source
structure-unresolved-placeable = { $text } has no text in the { $language } version: { $reason ->
    [unknown-variable] the statement has no fact { $name }
    [unknown-message] the catalogue has no message { $name }
    [unknown-term] the catalogue has no term { $name }
    [unknown-attribute] { $name } does not exist
    [no-value] { $name } has no value of its own
    [unknown-function] there is no function { $name }
    [unknown-option] there is no option { $name }
    [wrong-option] the option { $name } cannot have this value
    [wrong-type] { $name } is of a type that does not belong here
    [no-text] { $name } has no text in this language
    [cyclic] { $name } leads back to itself
   *[other] { $name } cannot be resolved
}.
    .help = Correct the name here, or add what is missing to statement.toml or to the .ftl files of this language.
    .here = cannot be resolved
    .what = A placeable in a text cannot be turned into text: a variable, term, message, function or option in it does not exist, or does not fit.
    .why = Readers would see the raw placeable, or a gap where a number or a name should be. That is why such a text is never released.
    .example = Texts say { "{" } $infectd { "}" }, but the fact in statement.toml is called infected.
    .mend = Correct the name in the text, or add the fact to statement.toml, or the term or message to the catalogue of the language.
structure-unresolved-placeable-near = { $text } has no text in the { $language } version: nothing is called { $name }. Did you mean { $near }?
    .help = Write { $near } if that is what is meant, else add { $name }.
structure-unresolved-placeable-via = { $text } has no text in the { $language } version: { $via } leads to { $name }, which cannot be resolved.
    .help = Mend { $via } in the .ftl files of this language.
structure-unresolved-placeable-fact = { $text } has no text in the { $language } version: { $via } needs { $name }, which is not a fact of the statement.
    .help = Add it to [facts] in statement.toml, or leave { $via } out.
# $term (Text) A term. $argument (Text) The name of an argument. $value (Text) What is given. $variants (Text) Its variants. $near (Text) What was probably meant.
structure-unknown-variant = { $term } has no variant “{ $value }” of { $argument }, so its default is taken.
    .help = Its variants are: { $variants }. Choose one, or add this one to the term if your language needs it.
    .here = not a variant of { $term }
    .there = the term
    .what = A term is asked for a variant that it does not have in this language, such as a misspelt grammatical case.
    .why = A term that does not know the variant takes its default without a word: the name appears in the wrong case.
    .example = { "{" } -alliance(case: "genetive") { "}" }, where the term has [genitive].
    .mend = Write the variant as the term does. If the default is meant, leave the argument out.
structure-unknown-variant-near = { $term } has no variant “{ $value }” of { $argument }. Did you mean “{ $near }”?
    .help = Write “{ $near }”; with anything else the default is taken.
structure-unknown-variant-argument = { $term } has no argument { $argument } in any language.
    .help = Leave it out, or have the term choose by it.
    .here = without any effect
structure-unknown-variant-argument-near = { $term } has no argument { $argument } in any language. Did you mean { $near }?
    .help = Write { $near }.
    .here = without any effect
