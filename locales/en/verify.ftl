### What “promulgate verify”, “sign-request”, “sign” and “attach” say.

# The version of a statement, by its language.
verify-version = { $language ->
    [ar] the Arabic version
    [de] the German version
    [en] the English version
    [es] the Spanish version
    [fr] the French version
    [ru] the Russian version
    [uk] the Ukrainian version
    [zh] the Chinese version
   *[other] the version in { $language }
}

# The version whose place another one has.
verify-other-version = { $otherlanguage ->
    [ar] the Arabic version
    [de] the German version
    [en] the English version
    [es] the Spanish version
    [fr] the French version
    [ru] the Russian version
    [uk] the Ukrainian version
    [zh] the Chinese version
   *[other] the version in { $otherlanguage }
}

## Files

verify-changed = { $path }: { $language ->
    [none] the file
   *[other] { verify-version } of { $statement }
} was changed: { $length ->
    [one] { $length } byte lies
   *[other] { $length } bytes lie
} there, and the manifest says { $recorded } and other content. Do not use it; take it from the issuer again.
verify-missing = { $path } is missing{ $language ->
    [none] .
   *[other] : it is { verify-version } of { $statement }.
} Take the release from the issuer again.
verify-language-missing = { $statement }: { verify-version } is missing, in { $files ->
    [one] its only file
   *[other] all its { $files } files
}. Take the release from the issuer again.
verify-language-dropped = { $statement }: { verify-version } was dropped, though the statement had it. Ask the issuer why; do not trust the languages that are left alone.
verify-language-incomplete = { $statement }: { verify-version } lacks what other languages have ({ $outputs }). Ask the issuer for the whole release.
verify-statement-dropped = { $statement } was public before and is not there any more, and nothing leads on to it. Ask the issuer: what was withdrawn keeps its address.
verify-revision-back = { $statement } has revision { $now }, and had revision { $before } before: an old text is shown as new. Ask the issuer which one holds.
verify-swapped = { $path } has the content of { $otherpath }: { $language ->
    [none] one file stands in the place of another
   *[other] it should be { verify-version }{ $otherlanguage ->
        [none] { "" }
       *[other] , and is { verify-other-version }
    }
}. Do not use it; take it from the issuer again.
verify-mixed = Two releases are mixed: { $files ->
    [one] { $path } is
   *[other] { $files } files, { $path } the first, are
} from release { $release } (number { $sequence }). Take the whole release from the issuer again.
verify-not-of-release = { $path } is not in this release (number { $sequence }); it may be of an earlier or a later one. Give the manifest of that one with --manifest.
verify-other-release = If the file is of an earlier or a later release than number { $sequence }, give the manifest of that one with --manifest.
verify-foreign = { $path } is not in the manifest: the issuer did not release it. Remove it, and find out who put it there.
verify-no-file = { $path } is a link or something else that is no file. A release holds files alone; remove it, and find out who put it there.
verify-twice = { $path } is there twice in the archive: which of them is unpacked, nobody can say. Do not unpack it.

## The manifest and the chain

verify-manifest-missing = { $path } is missing: without a manifest nothing can be verified. Give the folder of a release, or the manifest with --manifest.
verify-manifest-broken = { $path } cannot be read: { $reason }. Take it from the issuer again.
verify-manifest-not-canonical = { $path } is not written as a manifest is (RFC 8785): it was written or changed by something else. Take it from the issuer again.
verify-wrong-digest = { $path } was changed or exchanged: its digest is { $found }…, and should be { $expected }… Trust nothing that it lists; take it from the issuer again.
verify-nothing-current = Releases are kept here, and none of them is the current one. Ask the issuer; or name one with --release.
verify-nothing-public = Nothing is public here{ $count ->
    [0] .
    [one] : { $waiting } waits for its moment or its signatures.
   *[other] : { $waiting } wait for their moment or their signatures.
} Verify again after “promulgate release”, or give the folder of what waits.
verify-leads-out = { $path } leads out of the releases, to { $target }: what readers see there is none of the releases kept here. Trust nothing of it; find out who changed the link, and let the issuer release again.
verify-unfinished = An unfinished switch or a hidden newer release: number { $sequence } is shown, and { $release } comes right after it and was about to become public. Build or release again, then verify.
verify-not-as-restored = This release says that it makes { $release } public again, and { $count ->
    [one] { $name } is different in that one
   *[other] { $count } things, { $name } the first, are different in that one
}. Do not trust it; ask the issuer.
verify-restores = This release makes { $release } public again: texts older than those shown before are meant.
verify-chain-beginning = The chain of releases is broken at number { $sequence }: number 1 alone has none before it, and every other names one. Ask the issuer.
verify-chain-sequence = The chain of releases is broken: number { $sequence } comes after number { $previous }. Ask the issuer.
verify-chain-fork = The chain of releases has two branches: { $release } has the place { $sequence } in another history than this release. Ask the issuer which one holds.
verify-replayed = An old release is shown: it has number { $sequence }, and number { $known } ({ $release }) is known. Do not use it as the newest; take the newest from the issuer.
verify-forked = This release does not come after { $release }, which you know: they are two histories. Ask the issuer which one holds.
verify-descent-unproven = That this release comes after { $release } cannot be proven: the releases between them are not kept here. Get the manifests between from the issuer, or a newer one that you trust.

## Signatures

verify-unsigned = Nobody signed: { $threshold ->
    [one] { $threshold } key
   *[other] { $threshold } keys
} must sign, and there is no signature. Do not trust the release; ask the issuer for the signatures.
verify-too-few-signatures = Too few signed: { $signed } of the keys, and { $threshold } must. Do not trust the release until the others signed.
verify-signature-broken = { $name } is no signature: { $reason }. Get it from the signer again.
verify-signature-foreign = { $name } is a signature by { $key }, which is none of the keys. Ask the issuer whose key that is, by another way.
verify-signature-wrong = { $name } says that it is by { $key }, and that key did not sign this manifest: it is forged, or of another release. Do not trust the release.
verify-signature-duplicate = { $name } is a second signature by { $key }: a key counts once.
verify-signatures-not-checked = Signatures were not checked{ $present ->
    [0] , and there are none: the release is unsigned
    [one] : there is one. Give the issuer’s key with --key
   *[other] : there are { $present }. Give the issuer’s keys with --key
}. Whoever can change the files can change the manifest, too.
verify-signatures-good = { $signed ->
    [one] Signed by { $signed } key
   *[other] Signed by { $signed } keys
} ({ $threshold } must): { $comments }.

## The verdict

verify-good = Release { $digest } (number { $sequence }) is as its manifest says: { $files ->
    [one] { $files } file
   *[other] { $files } files
} of { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
}.
verify-bad = { $count ->
    [one] { $count } thing is wrong.
   *[other] { $count } things are wrong.
}
verify-file-good = { $path } is byte for byte of release { $digest }{ $statement ->
    [none] .
   *[other] , statement { $statement }{ $language ->
        [none] .
       *[other] : { verify-version }.
    }
}
verify-text-whole = These are the words of { $statement }, revision { $revision }, whole: { verify-version }.
verify-text-passage = These words are a passage of { $statement }, revision { $revision } ({ verify-version }), and not the whole text: { $before } words before and { $after } after it are left out.
verify-text-paragraphs = These words are a passage of { $statement }, revision { $revision } ({ verify-version }), unchanged: paragraphs { $first }–{ $last } of { $count }, headings and notes among them; the rest was not pasted.
verify-text-around = { $words ->
    [one] { $words } more word is
   *[other] { $words } more words are
} the issuer’s own around the text: letterhead, notices, fingerprint.
verify-text-inserted = The text has paragraphs { $first }–{ $last } of { $count } of { $statement }, revision { $revision } ({ verify-version }); but these words are not the issuer’s. Do not pass it on as the issuer’s.
verify-text-foreign = added: { $words }
verify-text-unknown = No text of this release has these words.
verify-text-nearest = The nearest is { $statement }, revision { $revision } ({ verify-version }). Word { $word } is the first that differs, after “{ $context }”:
verify-text-issued = issued: { $words }
verify-text-pasted = pasted: { $words }
verify-text-ends = (the text ends here)
verify-text-lines-only = Without the release itself, only a text with the lines of the output “canonical” can be recognised. Give its folder or archive to compare words.

## Signing

sign-request-written = { $out } is what to sign: release { $digest }, number { $sequence }. Sign it on the machine that holds the key, with “promulgate sign { $out } --key SECRET --comment '{ $comment }'” or “minisign -S -m { $out } -s SECRET -t '{ $comment }'”; then lay the signature down with “promulgate attach”.
sign-request-nothing = { $out } holds no release to sign.
sign-request-which = { $out } holds several releases whose digests begin so: { $digests }. Give more digits with --release.
sign-password = Password of { $key }:
sign-written = { $out }: signed by { $key }, with the comment “{ $comment }”.
sign-exists = { $out } exists already and was left as it is. Choose another name with --out.
sign-no-password = The key { $key } has a password, and nobody can be asked here: give it with --password-file.
attach-written = { $out }: the signature by { $key } holds for release { $digest }. Its comment: “{ $comment }”.
attach-foreign = { $file } is a signature by { $key }, which is none of the keys. It was not laid down.
attach-other-manifest = { $file } says that it is by { $key }, and that key did not sign this manifest ({ $digest }): it is of another release, or forged. It was not laid down.
attach-broken = { $file } is no signature: { $reason }. It was not laid down.
attach-no-keys = Whose signatures count? Give a public key with --key, or the collection that names them with --collection.
