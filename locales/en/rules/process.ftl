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
