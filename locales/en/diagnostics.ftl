### What the program says to authors around its findings.

## Levels of findings

level-error = error
level-warning = warning
level-note = note

## Reports

report-help = help
report-waived = waived
# $reason (String) The reason that the statement gives.
report-waived-because = waived: { $reason }

# $statements (Number) How many statements were checked; 0 when only catalogues were.
# $errors, $warnings, $notes, $waived (Number) How many findings of each kind.
report-summary = { $statements ->
    [0] Checked
    [one] { $statements } statement checked
   *[other] { $statements } statements checked
}: { $errors ->
    [0] no errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [0] no notes
    [one] { $notes } note
   *[other] { $notes } notes
}{ $waived ->
    [0] .
    [one] ; { $waived } waived.
   *[other] ; { $waived } waived.
}

## promulgate explain

explain-level = Level: { $level }
explain-off = It runs only where promulgate.toml names it: "{ $rule }" = "warning" in [levels].
explain-fixed = It can be neither switched off nor waived: nobody can vouch for a text that could not be read.
explain-what = What it finds
explain-why = Why it matters
explain-example = Example
explain-mend = How to mend it

## The program

program-collection = { $path }: a collection, { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
}, catalogues in { $catalogues ->
    [0] no language
    [one] { $catalogues } language
   *[other] { $catalogues } languages
}.
program-markdown = { $path }: no promulgate.toml, read as texts in Markdown ({ $layout }), { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
}, source language { $source }.
program-fluent = { $path }: no promulgate.toml, read as Fluent catalogues in { $catalogues ->
    [one] { $catalogues } language
   *[other] { $catalogues } languages
}, source language { $source }.
program-missing = { $path } does not exist.
program-nothing = { $path } holds nothing to check: no promulgate.toml, no texts such as { $layout }, no Fluent catalogues such as en/terms.ftl.
program-guessed-source = { $source } was taken for the source language, because most files have it; say --source to choose another.
program-no-source = The source language of { $path } is not clear; name it with --source.
program-absent-source = Nothing in { $path } is in { $source }, which --source names; it holds { $languages }.
program-checking = checking
program-rendering = rendering

program-new = { $dir }: a collection of one statement in three languages. Try “promulgate check { $dir }”, then “promulgate build { $dir } --out public”.
program-not-empty = { $dir } is not empty; nothing was written.

program-fixed = { $changes ->
    [0] Nothing was changed
    [one] { $changes } change
   *[other] { $changes } changes
}{ $files ->
    [0] .
    [one] { " " }in { $files } file.
   *[other] { " " }in { $files } files.
}
program-would-fix = { $changes ->
    [0] There is nothing to change
    [one] --fix would make { $changes } change
   *[other] --fix would make { $changes } changes
}{ $files ->
    [0] .
    [one] { " " }in { $files } file. Nothing was written.
   *[other] { " " }in { $files } files. Nothing was written.
}

program-unknown-rule = There is no rule { $rule }. “promulgate explain” lists all rules.
program-nearest-rule = Did you mean { $near }?
program-fixed-rule = { $rule } cannot be ignored: it says that something could not be read, and nobody can vouch for that.

program-blocked = { $statement } is not released: { $errors ->
    [0] it was not checked as it is now
    [one] { $errors } error stands in the way
   *[other] { $errors } errors stand in the way
}.
program-embargoed = { $statements ->
    [one] { $statements } statement is under embargo and is held back until it ends.
   *[other] { $statements } statements are under embargo and are held back until it ends.
}
program-released = { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
} released, { $out } is { $digest } now: { $files ->
    [one] { $files } file
   *[other] { $files } files
}.
program-previewed = Preview in { $out }: { $files ->
    [one] { $files } file
   *[other] { $files } files
}. Nothing was released.
program-nothing-released = Nothing was released.
# $out (Text) The folder of releases.
program-no-release = In { $out } nothing is public: there is no current/manifest.json.
program-vanishing = { $count ->
    [one] { $statements } is public now and would vanish from the new release. Mend it first, or waive the finding with a reason.
   *[other] { $statements } are public now and would vanish from the new release. Mend them first, or waive the findings with a reason.
}
program-unseen = { $count ->
    [one] { $statements } is public now, and its status or embargo would make it vanish without a word. To withdraw it, set status = "canceled" and tell readers in an entry of history with kind = "withdrawal".
   *[other] { $statements } are public now, and their status or embargo would make them vanish without a word. To withdraw them, set status = "canceled" and tell readers in an entry of history with kind = "withdrawal".
}
program-unchanged = Nothing changed: { $out } is { $digest } already.
program-preview-in-release = { $out } holds releases: a preview must not lie where the public looks. Choose another folder.
program-preview-over-files = { $out } holds something that is not a preview, and nothing there is overwritten. Choose an empty folder.
program-release-in-preview = { $out } holds a preview: a release must not lie beside drafts. Choose another folder.
program-out-among-texts = { $out } lies among the texts of { $path }: what is written there would be read as a text next time. Choose a folder outside.
program-out-in-releases = { $out } lies in the folder of releases { $folder }: nothing is written there but by a release. Choose a place outside.
program-request-confidential = Keep { $out } confidential until the release: it names what is not public yet.
program-cannot-read = { $path } cannot be read: { $reason }
program-cannot-write = { $path } cannot be written: { $reason }
program-cannot-remove = { $path } cannot be removed: { $reason }
program-cannot-print = Standard output cannot be written: { $reason }
program-no-statement = There is no statement { $statement } in this collection.
program-no-such-release = There is no release { $release }, or several begin so.
program-locked = Another program is writing a release in { $path } at this moment. Try again when it is done.
program-damaged = { $path } is not what it was when it was made ({ $reason }).
program-unsafe-path = { $path } is not written: it would leave the release, or two files would be one ({ $reason }).

program-uploaded = { $url } shows { $digest } now: { $written ->
    [one] { $written } object
   *[other] { $written } objects
} written, { $found } there already.
program-upload-unchanged = Nothing changed: { $url } shows { $digest } already.
program-upload-unconditional = { $url } cannot compare what it holds before it writes: let nobody else upload there at the same time.
program-upload-untyped = { $url } keeps no media types: whoever serves the objects must tell them by their names.
program-upload-in-place = Laid out in place: { $written ->
    [one] { $written } object
   *[other] { $written } objects
} written, { $found } as they were, { $removed } removed.
program-upload-pruned = { $releases ->
    [one] { $releases } older release was
   *[other] { $releases } older releases were
} removed from { $url }.
program-upload-again = What was uploaded stays there; the same command goes on where this one stopped.
program-upload-url = { $url } is no address of an object store. There are file:///folder, s3://bucket/path, gs://bucket/path and az://container/path.
program-upload-needs-cloud = { $url }: this program was built without the stores of providers. Build it with the feature cloud, or upload to a folder (file:///folder).
program-upload-needs-store = This program was built without uploads: build it with the feature store.

program-stamped = { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
}: { $made ->
    [0] no block was stamped
    [one] { $made } block was stamped
   *[other] { $made } blocks were stamped
}, { $kept } kept as they were{ $left ->
    [0] .
    [one] , { $left } left: somebody has to work on it, or say why it is right.
   *[other] , { $left } left: somebody has to work on them, or say why they are right.
}
program-stamp-unreadable = { $statement } is not stamped: { $errors ->
    [0] it has no source text
    [one] an error kept it from being read whole
   *[other] { $errors } errors kept it from being read whole
}. “promulgate check” says more.
program-stamp-bare = { $path } has no promulgate.toml: only a collection keeps stamps.
program-stamp-no-unit = Nothing to stamp in { $path }: no translated block is called { $unit }.
program-stamp-one-statement = --unit names a block of one statement, and { $path } holds { $statements }. Name its folder or one of its texts.
program-render-one-statement = { $path } holds { $statements } statements; name the folder or a text of one.
program-render-no-version = { $statement } has no text in { $language }; it has { $languages }.
program-render-draft = { $statement } may not be released as it is: what was rendered says that it is a draft.
program-render-several = This makes { $files } files; name a folder for them with --out, or one language with --lang.
program-render-nothing = This output makes no file of that statement.

## promulgate export and import

program-export-no-statement = There is no statement { $path } here. Name its folder, one of its texts, or its id.
program-export-one-statement = { $path } holds { $statements } statements, and a file for translators holds one. Name one of them; only --to tmx takes all.
program-export-which-language = Into which language? { $statement } is translated into: { $languages }. Name one with --lang.
program-export-language = { $statement } is not translated into { $language }, but into: { $languages }.
program-export-exists = { $out } exists already and was left as it is. Choose another name, or say --force.
program-exported = { $out } written: { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
}.
program-import-nameless = { $file } does not say which statement it is about: the tool left out what the export wrote.
program-import-no-statement = { $file } is about { $statement }, which is not in { $path }. Name its collection with --collection.
program-import-refused = { $file } was not taken over; nothing was written.
program-imported = { $path } written: { $translated } of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} translated, { $changed } changed; state { $state }.
program-import-would = { $statement } in { $language } can be taken over: { $translated } of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} translated, { $changed } changed; state { $state }. Nothing was written; --diff shows the changes, --write makes them.
program-import-shown = { $statement } in { $language } would be taken over like this: { $translated } of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} translated, { $changed } changed; state { $state }. --write makes the changes.
program-import-state = The state of { $language } in { $statement } could not be noted. Write it into statement.toml: state = "{ $state }" below [versions.{ $language }].
