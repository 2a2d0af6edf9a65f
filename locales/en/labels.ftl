### Words that the outputs add to a statement. A collection overrides any of them in its own locales/en/*.ftl.

## Kinds of text

kind-statement = Statement
kind-declaration = Declaration
kind-communique = Communiqué
kind-press-release = Press release
kind-notice = Notice

## Letterhead

# $place (Text) $date (Text) The day in full, as "3 June 2020".
dateline = { $place }, { $date }
# $number (Text) The official number, as "PR (2020) 061".
letterhead-number = No. { $number }
# $revision (Number)
letterhead-revision = Revision { $revision }
# $fingerprint (Text) The SHA-256 of the canonical text.
letterhead-fingerprint = Fingerprint of the text (SHA-256): { $fingerprint }
# $manifest (Text) The address of the manifest of the release.
letterhead-verify = To verify: { $manifest }

## Notices

notice-draft = Draft for preview. Not for publication.
# $until (Text) The moment, in full, with its offset.
notice-embargo = Embargoed until { $until }.
# $languages (Text) The names of the authoritative languages, each in its own language.
notice-unofficial = This is a courtesy translation. The authoritative texts are: { $languages }.
notice-authoritative = This text and the texts in the following languages are equally authoritative: { $languages }.
# $languages (Text) "English and French". $count (Number) How many.
notice-unofficial-in = This is a courtesy translation. The { $languages } { $count ->
    [one] text prevails
   *[other] texts prevail
}.
notice-authoritative-in = This text and the { $languages } { $count ->
    [one] text
   *[other] texts
} are equally authoritative.
notice-unofficial-alone = This is a courtesy translation. The authoritative text is not published here.
notice-definitive = This text is authoritative. It prevails over its translations.
notice-automated = This text was translated by machine and has not been reviewed by a person.
# $date (Text)
notice-corrigendum = Corrected on { $date }.
notice-addendum = Supplemented on { $date }.
notice-revision = Revised on { $date }.
notice-withdrawal = Withdrawn on { $date }.
notice-withdrawn = This text has been withdrawn.

## Page

page-skip = Skip to the text
page-languages = Languages
page-formats = Other formats:
page-parallel = Side by side:
page-missing = Not in this language
page-all = All statements
page-home = Choose a language
page-moved = This text has another address now:
page-notices = About this text
page-notes = Notes
# $number (Number)
page-note = Note { $number }
page-note-back = Back to the reference to note { $number }
page-table = Table { $number }
# $column (Text) The heading of a column, before what a row has in it.
table-label = { $column }:
page-here = Link to this place
# $language (Text) The name of the other language, in that language.
page-elsewhere = The same place ({ $language })

## Pages of paper

# The mark that lies across every page of a draft.
pdf-draft = Draft
# $page (Text) $pages (Text) The number of the page, and how many there are.
pdf-page = Page { $page } of { $pages }

## Index

index-statements = Statements
index-empty = No statement has been published yet.
# $language (Text) The name of the language, in that language.
index-only-in = Only in { $language }
index-withdrawn = Withdrawn
index-choose = Choose your language
index-feeds = Subscribe:

## Languages of each statement

where-title = Languages of each statement
where-statement = Statement
where-unofficial = courtesy translation
where-official = official text
where-authoritative = authoritative text
where-definitive = the authoritative text
where-missing = missing
# $count (Number) How many statements do not exist in a language.
where-missing-count = { $count } missing

## Mail

# What stands before the title in the subject. $notice (Text) One of the words below. $title (Text)
mail-subject = { $notice }: { $title }
mail-draft = DRAFT
mail-embargo = UNDER EMBARGO
mail-withdrawal = WITHDRAWN
mail-corrigendum = CORRECTION
mail-addendum = ADDENDUM
mail-revision = REVISED
# In the list of languages at the head of a message, below the name of the language and the title. $file (Text) The name of the attached file.
mail-here = The text in this language is further down in this message, or in the attached file { $file }.

## Dates

# The language tag whose conventions for numbers and dates hold: en-GB writes 11 July 2018, where en writes July 11, 2018.
# Nothing: those of the language itself.
format-conventions = { "" }
# Official texts write the day before the month or after it, as their house does: see also format-conventions.
# $date (Date)
format-date = { DATETIME($date, dateStyle: "long") }
# $date (Moment) Date and time with the offset from UTC in which it was written.
format-moment = { DATETIME($date, dateStyle: "long", timeStyle: "short", timeZoneName: "shortOffset") }

## Languages
## language-<tag> overrides the name of a language, its attribute .in the form after “the texts in”; language-endonym overrides
## the name of this language itself in the list of languages.

# $name (Text) The name of a language in running text: “English”.
language-in = { $name }

## For translators, in the files of their tools

# $summary (Text) One or two sentences.
exchange-summary = Summary: { $summary }
exchange-placeholders = A placeholder such as { "{" } -name { "}" } is filled in when the text is published: names, numbers and dates are then as the language writes them. Where your language needs another form of a name, delete the placeholder and write the form in its place, as { "{" } -name(case: "genitive") { "}" }; the notes on a unit list the forms that there are.
# $kind (Text) What the unit is. $marker (Text) Its number, as "7.". $cells (Number) How many cells a row has.
exchange-context = { $kind ->
    [title] Title of the text.
    [heading] Heading.
    [numbered] Paragraph { $marker }
    [item] Item of a list.
    [quote] Quotation.
    [attribution] Who said what is quoted.
    [table-head] Headings of a table: { $cells } cells, divided by placeholders.
    [table-row] Row of a table: { $cells } cells, divided by placeholders.
    [code] Code, shown as it is.
    [footnote] Footnote.
   *[other] Paragraph.
}
# $name (Text) The name of a language.
exchange-foreign = In another language ({ $name }); not to be translated.
# $text (Text) The text of the source with everything filled in.
exchange-readers-see = Readers of the source see: { $text }
