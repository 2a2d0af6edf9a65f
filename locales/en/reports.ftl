### What stands around the findings in reports, in “promulgate status” and in “promulgate explain”.

## Words of reports

report-title = Report on the language versions
report-coverage = Coverage
report-findings = Findings
report-nothing = Nothing was found.
report-quiet = Without findings
report-statement = Statement
report-language = Language
report-level = Level
report-place = Place
report-finding = Finding
report-ready = Ready
report-units = Units
report-words = Words
report-catalogues = Catalogues
report-collection = Collection and catalogues
report-source = source
report-all = all
report-any = no language
report-filter = Show
report-here = To mend
report-there = Compare with
report-beside = The source says
report-fix = Proposed change
# $name (String) The name of a rule.
report-explain = Why this matters: promulgate explain { $name }
# $version (String) The version of the program.
report-made = Made by promulgate { $version }. This page asks for nothing from any network.
# $language (String) A language, by its tag or name.
# $ok, $total (Number) How many units are ready, and how many there are.
report-bar = { $language }: { $ok } of { $total ->
    [one] { $total } unit
   *[other] { $total } units
} ready

## Conditions of units

condition-ok = ready
condition-waived = waived
condition-suspect = suspect
condition-stale = stale
condition-error = with errors
condition-missing = missing

## promulgate status

status-state = State
status-revision = Revision
status-errors = Errors
status-warnings = Warnings
status-attention = To do
status-embargo = Embargo
status-total = Total
status-no-text = no text
status-none = There is no statement and no catalogue.
# $count (Number) How many units are in that condition.
status-missing = { $count } missing
status-stale = { $count } stale
status-error = { $count } with errors
status-suspect = { $count } suspect
status-waived = { $count } waived
# $until (String) A moment.
status-embargoed = { $until }
status-embargo-over = over

state-initial = initial
state-translated = translated
state-reviewed = reviewed
state-final = final

## promulgate explain

explain-waive = How to accept it
explain-waive-how = If a finding of this kind is right as it is, say so in the statement.toml of its statement, with the reason:
explain-waive-reason = Why it is right as it is.
explain-no-waiver = In a catalogue or in the settings nothing can be waived: set a level for the rule in [levels] of promulgate.toml.
explain-rules = The rules of promulgate
# $families, $rules (Number) How many families and rules there are.
explain-counts = { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
} in { $families ->
    [one] { $families } family
   *[other] { $families } families
}. “promulgate explain RULE” says more about one.

family-agreement = What the texts say: numbers, dates, names, references
family-catalogue = Fluent catalogues
family-language = The language of a text
family-markdown = What Markdown leaves unclear
family-markup = HTML, links and pictures
family-process = States, languages, levels and waivers
family-source = What could not be read
family-staleness = Translations of texts that have changed since
family-structure = The shape of the texts: blocks, headings, placeables
family-typography = Quotation marks, spaces, dashes
family-unicode = Characters that are not what they seem
