## Levels and waivers

process-unknown-rule = There is no rule { $rule }.
    .help = “promulgate explain” lists all rules and families.
    .here = not the name of a rule
    .what = A level in promulgate.toml or a waiver in statement.toml names a rule that does not exist.
    .why = What its author meant to switch off still runs, or what they meant to make stricter does not: a slip of the pen would change what is checked without anybody noticing.
    .example =
        { "[" }levels]
        "structure/missing-blok" = "warning"
    .mend = Write the name as “promulgate explain” lists it, or take the line away.
process-unknown-rule-near = There is no rule { $rule }.
    .help = Did you mean { $near }?

process-fixed-rule = The level of { $rule } cannot be changed.
    .help = Take the line away and mend what the rule finds.
    .here = this has no effect
    .what = A level or a waiver names a rule that says that something could not be read.
    .why = Nobody can vouch for a text that could not be read, so such findings always block the statement. A line that wants it otherwise would promise what does not happen.
    .example =
        { "[" }levels]
        "source/not-utf8" = "off"
    .mend = Take the line away and mend the file that could not be read.
process-fixed-rule-waiver = A finding of { $rule } cannot be waived.

process-unused-waiver = This waiver of { $rule } matches no finding.
    .help = Take it away, or correct its language or unit.
    .here = no such finding is left
    .what = A waiver in statement.toml matches no finding.
    .why = Either the text was mended and the waiver is left over, or it names the wrong rule, language or unit, and the finding that it was meant for still counts. A waiver that is left over would silently accept the next mistake of its kind.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        unit = "u99"
        reason = "The annex exists in English only."
    .mend = Take the waiver away, or name the rule, language and unit as the finding does.

process-fixed-rule-pinned = The collection sets { $rule } to { $level }, and a statement cannot be more lenient.
    .help = Take the line away. A finding that is right as it is can be waived, with the reason.
    .there = what the collection sets

process-expired-waiver = This waiver of { $rule } ended on { $until }.
    .help = Look at the finding again. If it is still right as it is, set a new day in until; otherwise mend the text and take the waiver away.
    .here = this day is over
    .there = what it covered
    .what = A waiver in statement.toml has an until, and that day is over.
    .why = Somebody accepted the finding for a time: until the annex is translated, until the figure is confirmed. The time is over, and the finding counts again.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        reason = "The Russian annex follows in July."
        until = 2020-07-31
    .mend = Mend the text and take the waiver away, or give it a new day after looking at the finding again.

process-outdated-waiver = The texts have changed since this waiver of { $rule } was written.
    .help = Look at the finding again. If it is right as it is, write fingerprint = "{ $fingerprint }"; otherwise mend the text and take the waiver away.
    .here = stands for texts as they were
    .there = this counts again
    .what = A waiver in statement.toml is bound to a finding by its fingerprint, and the text on one side of that finding is no longer the same.
    .why = A waiver accepts what somebody looked at. What was written since, nobody looked at, so the finding is back.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        reason = "The hotline exists in the other languages only."
        fingerprint = "5f0c9b2d41a7e836"
    .mend = Look at the finding again, then write the fingerprint that the report gives for it, or mend the text and take the waiver away.

process-unbound-waiver = This waiver of { $rule } would also accept what nobody has looked at yet.
    .help = Add this line to it: { $line }
    .here = bound to no text
    .what = A waiver in statement.toml has no fingerprint.
    .why = It accepts whatever the rule finds at that place, today and after the next change of the text. With the fingerprint of the finding it accepts that finding alone, and ends by itself when either text changes.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        language = "ru"
        reason = "The hotline exists in the other languages only."
    .mend = Add the line with the fingerprint that the help line of the finding gives.

process-unused-waiver-part = One fingerprint of this waiver of { $rule } matches no finding.
    .help = Take this fingerprint away.

process-waiver-without-reason = The waiver of { $rule } gives no reason.
    .help = Write in reason = "…" why the text is right as it is.
    .here = no reason given
    .what = A waiver in statement.toml has an empty reason.
    .why = A waiver answers the question why a finding was accepted; whoever reads the statement next year cannot ask. Without a reason it accepts nothing.
    .example =
        { "[" }[waive]]
        rule = "structure/missing-block"
        reason = ""
    .mend = Say in one sentence who accepted it and why.
process-missing-language = The { $missing } version is missing.
    .help = Add the { $missing } version, or take the language out of the required ones.
    .here = requires { $missing }
    .there = the source
    .what = A statement lacks a language that it, or its collection, requires.
    .why = A statement goes out in all its languages at one instant. While one is missing, none goes out.
    .example = languages.required is en, fr and ru, but there is no ru.md.
    .mend = Add the missing text, or take the language out of languages.required.
process-missing-language-path = The { $missing } version is missing: there is no { $path }.
    .help = Add { $path }, or take { $missing } out of the required languages.
process-no-authoritative-text = The { $missing } version is declared authoritative, but there is none.
    .help = Add the { $missing } version, or correct languages.authoritative.
    .here = declares { $missing } authoritative
    .what = A language is declared authoritative, but the statement has no text in it.
    .why = Every other version refers its readers to the authoritative text in case of doubt. There must be one.
    .example = languages.authoritative is en and fr, but there is no fr.md.
    .mend = Add the authoritative text, or correct the declaration.

process-below-state = The { $tag } version is { $state ->
        [initial] not translated yet
        [translated] translated but not reviewed
        [reviewed] reviewed but not final
       *[other] in state “{ $state }”
    }; to be released, it must be { $required }.
    .help = When the work is done, write state = "{ $required }" in versions.{ $tag }.
    .here = how far it is
    .there = how far it must be
    .what = A version is not as far as collection.min_state, or min_state of the statement, asks for. The states are those of XLIFF 2: initial, translated, reviewed, final.
    .why = A text that nobody reviewed must not go out as the word of the issuer.
    .example = min_state is "reviewed", but versions.ru says state = "translated".
    .mend = Have the version brought that far, then write its new state in statement.toml.
process-below-state-unknown = Nobody has said how far the { $tag } version is; to be released, it must be { $required }.
    .here = no state given

process-below-coverage = The { $tag } version has { $percent }% of the source; to be released, it must have { $required }%.
    .help = { $missing ->
        [one] One block of { $all } is still to be translated.
       *[other] { $missing } blocks of { $all } are still to be translated.
    }
    .here = covers { $percent }%
    .there = the least that is asked for
    .what = A translation has fewer of the blocks of the source than collection.min_coverage asks for. The percentage is rounded down, so that 100 means all of them.
    .why = The collection has said how much of a text must be there before it goes out.
    .example = min_coverage is 100, but the French version lacks one paragraph of twelve and covers 91%.
    .mend = Translate the blocks that are missing, or ask for less.

process-revision-skew = The { $tag } version was made from revision { $revision }, the { $other } version from revision { $newest }.
    .help = Bring the { $tag } version up to revision { $newest }, then write revision = { $newest } in versions.{ $tag }.
    .here = made from an older revision
    .there = made from a newer revision
    .what = The versions of a statement were made from different revisions of its source, or a version names a revision that the statement does not have yet.
    .why = Texts that were made from different revisions do not say the same, even where each was right when it was made.
    .example = versions.fr says revision = 2, versions.ru says revision = 1.
    .mend = Bring the older version up to date, then write the revision it was made from.
process-revision-skew-future = The { $tag } version names revision { $revision } of the source, but the newest is { $newest }.
    .help = Correct the number, or raise the revision of the statement.
    .here = there is no such revision
    .there = the newest revision
process-revision-skew-front-matter = The front matter says revision { $value }, but elsewhere it is { $other }.
    .help = Write the same revision everywhere; if this text is older, bring it up to date first.
    .here = another revision
    .there = what it is elsewhere

process-number-or-date-skew = The front matter gives { $value }, but elsewhere the { $key ->
        [number] number
        [date] day of issue
       *[kind] kind
    } of this statement is { $other }.
    .help = Correct the wrong one of the two. What is the same in all languages is best said once, in statement.toml.
    .here = differs
    .there = what it is elsewhere
    .what = The number, the day of issue or the kind of a statement differ: between the front matter of its versions, or between statement.toml and the text.
    .why = A statement is quoted by its number and its day. Two of them make two statements out of one, and readers of one language will not find what readers of the other quote.
    .example = statement.toml says issued = 2020-06-03, but the text begins with “Brussels, 2 June 2020 —”.
    .mend = Find out which of the two is right and correct the other.
process-number-or-date-skew-number = The text gives the number { $text }, but the number of this statement is { $number }.
    .help = Correct the one that is wrong.
    .here = another number
    .there = the number of the statement
process-number-or-date-skew-date = The dateline says { $text }, but the day of issue is { $issued }.
    .help = Correct the dateline, or issued in statement.toml.
    .here = another day
    .there = the day of issue

process-duplicate-number = { $other } has the number { $number } already.
    .help = Give this statement a number of its own, or correct that of { $other }.
    .here = taken
    .there = the statement that has it
    .what = Two statements of a collection have the same number.
    .why = Whoever quotes the number means one statement, and readers find two.
    .example = Both hospitals and calm-sea have the number PR (2020) 017.
    .mend = Look up both in the register and correct the wrong one.

process-duplicate-address = { $other } is published at { $address } already.
    .help = Give this version a slug of its own in versions.{ $language }, such as one with the year.
    .here = wants the same address
    .there = the statement that has it
    .what = Two versions want one address, or addresses that differ only in case, or the address of the index of a language.
    .why = Of two pages at one address only one can be read. To lose neither, nothing at all would be released.
    .example = versions.fr of hospitals says slug = "hopitaux", and so does versions.fr of hospitals-2.
    .mend = Give one of the two another slug, or another id.
process-duplicate-address-index = { $address } belongs to the collection itself: its index, the table of its languages or a feed.
    .help = Give this version a slug of its own in versions.{ $language }, or the statement another id.
    .here = wants the address of a page of the collection
process-duplicate-address-self = { $former } is the address that it has now, not one that it had.
    .help = Take it out of formerly, or write the address that it had.
    .here = leads to itself
    .there = the address that it has
process-duplicate-address-twice = { $former } stands here twice.
    .help = Take one of the two away.
    .here = the second time
    .there = the first time
process-duplicate-address-former = { $former } is the address of { $other } now, so that it cannot lead here.
    .help = Take it out of formerly, or give { $other } another address.
    .here = taken
    .there = the statement that has it
process-duplicate-address-former-id = { $former } is the id of another statement now, so that its addresses cannot lead here.
    .help = Take it out of formerly, or give the other statement another id.
    .here = taken
    .there = the statement that has it
process-duplicate-address-former-both = { $former } leads to { $other } already.
    .help = An address leads to one place: leave it with the statement that took the place of the other.
    .here = wants the same address
    .there = leads there already
process-duplicate-address-former-index = { $address } belongs to the collection itself: its index, the table of its languages or a feed.
    .help = Take it out of formerly: no statement was ever there.
    .here = the address of a page of the collection

process-vanished-address = { $address } is public, and nothing would be there after the next release: the version is at { $now } now.
    .help = Add formerly = ["{ $slug }"] to [versions.{ $tag }]: then the old address leads to the new one.
    .here = gives it another address
    .there = the version
    .what = An address that is public now would be gone with the next release, or lead to another statement: a statement or a version was renamed or taken out, two of them changed places, or an output is made no more.
    .why = Official statements are cited by their addresses for decades. Whoever follows a citation must find the text, or be led to it, or read that it was withdrawn.
    .example = fr/mer-calme.html is public, and statement.toml gives the French version the slug mer-calme-2020 now.
    .mend = Name the old id or slug in formerly. What must not be read any more is withdrawn, not deleted: status = "canceled", with an entry of the kind withdrawal in its history.
process-vanished-address-taken = { $address } is public as the address of this statement, and would be that of { $other }: whoever follows a link would read another statement.
    .help = Give { $other } another slug in { $tag }, and this statement { $slug } again; or, where it moved, formerly = ["{ $slug }"] in [versions.{ $tag }].
    .here = moved away
    .there = took the address
process-vanished-address-replaced = { $statement } is public and is not in the collection any more, and { $address } would show { $other }.
    .help = Put the statement back and give { $other } another address; or, where { $other } took its place, add formerly = ["{ $statement }"] to the statement.toml of { $other }.
    .here = the collection
    .there = took the address
process-vanished-address-swapped = What { $statement } says now ({ $languages }) is public as the text of { $other }: whoever follows a link to one statement would read another.
    .help = If folders or texts were mixed up, put each text back under the id that it had. If both really say the same now, waive this finding and say why.
    .here = the statement
    .there = what it says was said there
process-vanished-address-language = { $address } is public, and the statement has no text in { $tag } any more.
    .help = Put the text back. What must not be read any more is withdrawn, not deleted.
    .here = the statement
process-vanished-address-file = { $address } is public, and nothing would be there after the next release.
    .help = Nothing makes this file any more. If it may go, waive this finding and say why.
    .here = the statement
process-vanished-address-statement = { $statement } is public and is not in the collection any more: { $address } { $count ->
        [one] would be gone.
       *[other] and its other files, { $count } in all, would be gone.
    }
    .help = Put the statement back and withdraw it if need be; or, where another took its place, add formerly = ["{ $statement }"] to the statement.toml of that one.
    .here = the collection
process-vanished-address-output = { $count ->
        [one] One public file was made in the output { $output }, which is chosen no more: it would be gone.
       *[other] { $count } public files were made in the output { $output }, which is chosen no more: they would be gone.
    }
    .help = Add "{ $output }" to formats in [outputs] again.
    .here = the collection

process-silent-change = The words differ from those that are public in { $languages }, but this is still revision { $revision }.
    .help = Raise revision and say in the history what changed; or restore the words that are public.
    .here = not raised
    .there = a text that changed
    .what = The words of a version differ from those that are public, and neither the revision nor the history says so. What a version says counts, whatever changed it: its text, a fact or a term.
    .why = Readers have quoted the words that were public. A text that changes in silence makes liars of them, and its fingerprint does not match the one that they kept.
    .example = The public text says 27 hospitals, the new one says 37; revision = 1 is left as it was, and there is no history.
    .mend = Raise revision in statement.toml by one, and add an entry to the history: a corrigendum for a mistake that was put right, a revision for a text that was reworked.

process-dangling-reference = This link leads to nothing in this collection: { $destination }
    .help = Correct the address, or take the link away.
    .here = leads nowhere
    .there = the same in another language
    .what = A link leads to a page or a picture of the collection that is not there. Links are followed from the page of the version, where readers click them.
    .why = Readers who follow it find an error page, on the site of the issuer.
    .example = The page en/hospitals.html links to calm-see.html, but the statement is called calm-sea.
    .mend = Write the address of the page as seen from this one, such as calm-sea.html or ../fr/calm-sea.html.
process-dangling-reference-near = This link leads to nothing in this collection: { $destination }
    .help = Did you mean { $meant }?
process-dangling-reference-file = This link leads to the file of a text, which is not published: { $destination }
    .help = Link to its page: { $meant }
    .here = works only beside the files
process-dangling-reference-language = This link leads to a version that does not exist: the statement has no text in { $meant }.
    .help = Link to a version that there is, or add the missing one.
process-dangling-reference-picture = This link leads to the file of a picture, which is published elsewhere: { $destination }
    .help = Show the picture in the text, and link to { $meant } if you must.
    .here = works only beside the files
process-dangling-reference-no-picture = This link leads to a picture that is not there: { $destination }
    .help = Put the picture beside the texts and show it, or take the link away.

process-embargo-breach = { $what ->
        [link] This link tells
        [summary] The summary tells
       *[number] “{ $shown }” tells
    } of { $other }, which is under embargo until { $until }.
    .help = Take it out until then, or put this statement under the same embargo.
    .here = gives it away
    .there = see also
    .what = A statement tells of another one that may not be seen yet when it goes out itself: it links to its page, or mentions its number. Or a statement under embargo has a change in its history from before the embargo ends.
    .why = An embargo keeps back the text and also that there is one. A link to a page that is not there yet, or a number, tells every reader what is coming.
    .example = hospitals goes out today and links to joint-declaration.html; joint-declaration is under embargo until next May.
    .mend = Take the link or the number out and add it by a revision when the embargo is over, or put both statements under one embargo.
process-embargo-breach-withheld = { $what ->
        [link] This link tells
        [summary] The summary tells
       *[number] “{ $shown }” tells
    } of { $other }, which must not be used.
    .help = Take it out until { $other } may be used.
process-embargo-breach-history = The history tells of a change on { $date }, but the statement is under embargo until { $until }.
    .help = Correct the wrong one of the two days. What was changed before anybody could read it is no change to readers: take the entry away.
    .here = before the embargo ends
    .there = the end of the embargo
