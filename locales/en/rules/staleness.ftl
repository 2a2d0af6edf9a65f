### Translations that are out of date

# $change (Text) What changed in the source, as: on [17 → 19] laboratories in. $more (Number) How many changes it does not show.
staleness-stale-block = The source of “{ $text }” has changed since it was translated, the { $language } version has not: “{ $change }”{ $more ->
    [0] .
    [one] {" "}and { $more } change more.
   *[other] {" "}and { $more } changes more.
}
    .help = Bring the translation up to date, then run “promulgate stamp”. If the change does not concern it: promulgate stamp { $path } --unit { $unit } --attest "why".
    .here = made from the earlier text
    .there = changed since
    .what = The source text of a block changed after the block was translated, and the translation did not change with it.
    .why = The translation says what the source no longer says. It reads well, and nobody who reads it alone can see that it is out of date.
    .example = The source said “17 laboratories” when it was translated and says “19 laboratories” now; the translation still has 17.
    .mend = Bring the translation up to date and run “promulgate stamp”. Where the change does not concern the translation, such as a slip of the pen put right in the source, say so with --attest; the reason is kept in stamps.toml. Markup, spaces, quotation marks and dashes are no change. A collection that must not release what is stale writes "staleness/stale-block" = "error" in [levels].
staleness-stale-block-unknown = The source of “{ $text }” has changed since it was translated, the { $language } version has not.
    .there = not the text that it was made from

staleness-stamp-without-change = “{ $text }” in the { $language } version is stamped as up to date, but no work on it shows, and the source has changed: “{ $change }”{ $more ->
    [0] .
    [one] {" "}and { $more } change more.
   *[other] {" "}and { $more } changes more.
}
    .help = Bring the translation up to date. If it is right as it is, say why: promulgate stamp { $path } --unit { $unit } --attest "why".
    .here = the same as before
    .there = changed since
    .what = A stamp says that a translation follows its source, but it was not “promulgate stamp” that wrote it, or neither text shows any work and no reason is given.
    .why = A stamp that was renewed without work hides a translation that is out of date, the very thing that stamps are there to show. So a person has to vouch for it, with a reason that others can read.
    .example = In stamps.toml, the digest of the new source was copied into the stamp of a translation that nobody touched.
    .mend = Restore stamps.toml from version control, or bring the translation up to date and run “promulgate stamp” with --attest and the reason. What this rule cannot see: a stamps.toml that was deleted and made anew, or a stamp deleted together with its text or while another language still refers to that text, and whether an edit of the translation did what the source asks for. Version control shows those.
staleness-stamp-without-change-edited = The stamp of “{ $text }” in the { $language } version was changed by hand, so it proves nothing.
    .help = Restore stamps.toml from version control, or compare the translation with its source and vouch for it: promulgate stamp { $path } --unit { $unit } --attest "why".
    .here = nobody knows from which text it was made
    .there = the stamp
staleness-stamp-without-change-removed = The stamp of “{ $text }” in the { $language } version was removed, and the source has changed since it was made: “{ $change }”{ $more ->
    [0] .
    [one] {" "}and { $more } change more.
   *[other] {" "}and { $more } changes more.
}
    .help = Restore stamps.toml from version control, or compare the translation with its source and vouch for it: promulgate stamp { $path } --unit { $unit } --attest "why".
    .here = had a stamp
staleness-stamp-without-change-altered = The source text “{ $text }” in stamps.toml was changed by hand.
    .help = Restore stamps.toml from version control.
    .here = not the text that was stamped

# $state (Text) The state of the version, as in statement.toml: reviewed or final.
staleness-target-edited-since-review = “{ $text }” in the { $language } version has changed since it was reviewed, but the version still counts as “{ $state }”.
    .help = Have it reviewed again, then: promulgate stamp { $path } --unit { $unit } --attest "who reviewed it". Until then, set state = "translated".
    .here = changed since the review
    .there = says that it was reviewed
    .what = A block of a version that counts as reviewed or final was changed after the review.
    .why = Whoever reads “reviewed” trusts that a second person saw every word. The last change before a release is the one that nobody else has seen.
    .example = The version is “final”; on the eve of the release a sentence in it is corrected.
    .mend = Have the block reviewed again and record it with “promulgate stamp --attest”, or set the state of the version back to “translated”.

staleness-unstamped-translation = { $count ->
    [one] { $count } block of the { $language } version has no stamp
   *[other] { $count } blocks of the { $language } version have no stamp
}, the first is “{ $text }”.
    .help = Run “promulgate stamp” when the translation is done: from then on you are told when its source changes.
    .here = no stamp
    .what = A statement keeps stamps, but some blocks of a translation have none.
    .why = Of a translation without a stamp nobody is told that its source has changed.
    .example = A paragraph was added in all languages after the last “promulgate stamp”.
    .mend = Run “promulgate stamp”.
staleness-unstamped-translation-none = The { $language } version has no stamps.

# $made (Number) The revision that the version was made from. $revision (Number) The statement’s.
staleness-translation-of-older-revision = The { $language } version was made from revision { $made }, the statement is at revision { $revision }.
    .help = Bring it up to date and set revision = { $revision } here. If the change concerns other languages only, name them in its entry below [[history]].
    .here = the revision that it was made from
    .there = the revision of the statement
    .what = statement.toml says that a translation was made from an older revision than the present one, and the history names no other languages for what changed since.
    .why = Readers of this language are given the statement as it was before it was corrected.
    .example = revision = 2 for the statement, revision = 1 below [versions.fr].
    .mend = Bring the translation up to date and its revision with it. A corrigendum to one language alone names that language in [[history]] and makes the others no older.

# $term (Text) A term or message. $count (Number) How many blocks use it.
staleness-glossary-changed = { $term } has changed since { $count ->
    [one] a block that uses it was
   *[other] { $count } blocks that use it were
} translated into { $language }.
    .help = Read the sentence again: gender, number or case around the term may have changed. Then: promulgate stamp { $path } --unit { $unit } --attest "why".
    .here = was translated with the earlier term
    .there = the term now
    .what = A term or message of the catalogues, in the language of the source or in that of the translation, changed after a block that uses it was translated.
    .why = The new wording appears in the text by itself, but the words around it were chosen for the old one: an article, a participle, a pronoun.
    .example = “l’Alliance” became “le Pacte”, and the text goes on with “elle”.
    .mend = Read the blocks that use the term, mend what no longer fits and run “promulgate stamp”; where everything fits, add --attest and the reason.
