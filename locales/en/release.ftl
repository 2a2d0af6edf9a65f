# What the program says of releases.

release-staged = Release { $digest } is ready and waits: { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
}, { $files ->
    [one] { $files } file
   *[other] { $files } files
}. Nothing of it is public.
release-command = To let it out: promulgate release { $dir } --out { $out }
release-not-before = It does not go out before { $moment }.
release-needs-signatures = It needs signatures first: promulgate sign-request { $out }
release-nothing-staged = Nothing waits in { $out }. Make a release ready with “promulgate build” and a moment that is still to come (--at).
release-no-such = { $out } keeps no release { $release }, or several whose names begin so. “promulgate releases { $out }” lists them.
release-no-earlier = { $out } keeps no release before the public one.
release-too-early = Too early: the release that waits does not go out before { $moment }.
release-superseded = Another release became public since this one was made ready, and this one would take back what that one said. Build it again ({ $reason }).
release-unapproved = Signatures are missing ({ $reason }).
release-damaged = A file was changed after it was made; it is made afresh, or does not go out ({ $reason }).
release-not-durable = The release is public, but the disk did not confirm it: after a power cut the one before may be public again. Look after the disk, then build again ({ $reason }).
release-locked = Somebody else is writing a release here at this moment. Try again when they are done ({ $reason }).
release-addresses-gone = { $addresses ->
    [one] { $addresses } address that was public is not any more
   *[other] { $addresses } addresses that were public are not any more
}: links to what was published since lead nowhere now.
releases-none = No release was made in { $out } yet.
releases-sequence = No.
releases-digest = Release
releases-statements = Statements
releases-files = Files
releases-standing = Standing
releases-public = public
releases-kept = kept
releases-staged = waits
releases-staged-until = waits until { $moment }
