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
release-superseded = Another release became public since this one was made ready, and this one would take back what that one said. Build it again.
release-unapproved = Signatures are missing ({ $reason }).
release-damaged = A file was changed after it was made; it is made afresh, or does not go out ({ $reason }).
release-not-durable = The release is public, but the disk did not confirm it: after a power cut the one before may be public again. Look after the disk, then build again ({ $reason }).
release-locked = Somebody else is writing a release here at this moment. Try again when they are done.
release-addresses-gone = { $addresses ->
    [one] { $addresses } address that was public is not any more
   *[other] { $addresses } addresses that were public are not any more
}: links to what was published since lead nowhere now.
release-mended = Somebody had changed what was public ({ $reason }). It is not so any more; find out who can write there.
release-after-rollback = What was public goes back to release { $restored }: somebody had rolled back to it, and this build takes its place.
release-overtaken = Release { $digest }, which waits, was made before this one and would take it back. Build it again for its moment.
release-would-replace = Release { $digest } waits for its moment, and this one would take its place. Release it first, or say --replace.
release-replaced = It takes the place of release { $digest }, whose signatures count no more.
release-stale = { $count ->
    [one] { $statements } is not what it was when the release was made ready. Build it again, or say --as-staged to let it out as it was.
   *[other] { $statements } are not what they were when the release was made ready. Build it again, or say --as-staged to let it out as it was.
}
release-revived = { $count ->
    [one] { $statements } had been withdrawn and is public again.
   *[other] { $statements } had been withdrawn and are public again.
}
release-nothing-current = Releases are kept here and none is public: “current” is gone. A new one would begin a second history. Say which is to be public: promulgate rollback --to ({ $reason }).
releases-overtaken = overtaken: build it again
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
