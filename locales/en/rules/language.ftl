### The language of a text

# A language, as in “is in English”; only other messages use it.
language-said = { $found ->
    [ar] Arabic
    [be] Belarusian
    [bg] Bulgarian
    [cs] Czech
    [da] Danish
    [de] German
    [el] Greek
    [en] English
    [es] Spanish
    [fi] Finnish
    [fr] French
    [hr] Croatian
    [hu] Hungarian
    [it] Italian
    [ja] Japanese
    [nb] Norwegian
    [nl] Dutch
    [pl] Polish
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [sk] Slovak
    [sr] Serbian
    [sv] Swedish
    [tr] Turkish
    [uk] Ukrainian
    [vi] Vietnamese
    [zh] Chinese
   *[other] the language “{ $found }”
}
# Letters of a script, as in “in Cyrillic letters”; only other messages use it.
language-letters = { $script ->
    [Arab] Arabic
    [Cyrl] Cyrillic
    [Grek] Greek
    [Hani] Chinese
    [Hang] Korean
    [Hebr] Hebrew
    [Latn] Latin
   *[other] “{ $script }”
}
language-wrong-language = The { $language } version is in { language-said }: { $signs } small words and letters speak for it, { $against } for “{ $runner }”.
    .help = Put the right text here, or file this one under its own language. Perhaps two versions changed places.
    .here = the text that begins here is in another language
    .there = the source
    .what = A version, or a block of it, is in another language than its file says.
    .why = Readers, search engines and screen readers are told one language and given another. When two files changed places, both versions are wrong at once.
    .example = fr.md holds the Russian text.
    .mend = Put the right text into the file. What is in another language on purpose, such as a motto or a quotation, is marked up so: <span lang="la">…</span>, or <div lang="la"> before and </div> behind whole paragraphs.
language-wrong-language-letters = The { $language } version is in { language-said }: { $signs } % of its letters are { language-letters }.
language-wrong-language-block = “{ $text }” is in { language-said }, not in the language of the { $language } version: { $signs } small words and letters speak for it, { $against } for “{ $runner }”.
    .help = Put the { $language } text here. If it is meant to be in another language, mark it up: <div lang="{ $found }"> before it and </div> behind it.
    .here = in another language
    .there = the block in the source
language-wrong-language-block-letters = “{ $text }” is in { language-said }, not in the language of the { $language } version: { $signs } % of its letters are { language-letters }.
    .help = Put the { $language } text here. If it is meant to be in another language, mark it up: <div lang="{ $found }"> before it and </div> behind it.
    .here = in another language
    .there = the block in the source
language-wrong-language-model = The { $language } version is in { language-said }: a comparison of its letter sequences says so with { $signs } %, before “{ $runner }”.
language-wrong-language-block-model = “{ $text }” is in { language-said }, not in the language of the { $language } version: a comparison of its letter sequences says so with { $signs } %, before “{ $runner }”.
    .help = Put the { $language } text here. If it is meant to be in another language, mark it up: <div lang="{ $found }"> before it and </div> behind it.
    .here = in another language
    .there = the block in the source
language-wrong-language-message = { $id } is in { language-said }, not in “{ $language }”: “{ $text }”.
    .help = Put the “{ $language }” text here.
    .here = in another language
    .there = the message in the source language
language-wrong-script = The { $language } version is in { language-letters } letters ({ $signs } %), in which its language is not written.
    .help = Put the right text here. If the language is written so, say it in its tag, as “sr-Latn” does.
    .here = the text that begins here is in another script
    .there = the source
    .what = A version, or a block of it, is in letters that its language is not written in.
    .why = Most readers of the language cannot read it. As a rule a text of another version was pasted here.
    .example = A paragraph in Greek letters in the Russian version.
    .mend = Put the right text here. What is in another script on purpose is marked up with its language: <span lang="el">…</span>, or <div lang="el"> before and </div> behind whole paragraphs.
language-wrong-script-block = “{ $text }” is in { language-letters } letters ({ $signs } %), in which the language of the { $language } version is not written.
    .help = Put the { $language } text here. If it is meant to be in another language, mark it up with that language: <div lang="…"> before it and </div> behind it.
    .here = in another script
    .there = the block in the source
language-wrong-script-message = { $id } is in { language-letters } letters, in which “{ $language }” is not written: “{ $text }”.
    .help = Put the “{ $language }” text here.
    .here = in another script
    .there = the message in the source language
language-untranslated-block = Not translated in the { $language } version: “{ $text }”.
    .help = Translate it. If it is meant to stay in { language-said }, mark it up: <div lang="{ $found }"> before it and </div> behind it.
    .here = still in { language-said }
    .there = the same in the source
    .what = A block of a translation is still in the language of the source.
    .why = Readers of this language meet a paragraph that they may not be able to read, in a statement that is said to be in their language.
    .example = One paragraph of the French version is the English one.
    .mend = Translate it. What stays in the source’s language on purpose, such as a quotation, is marked up so: <span lang="en">…</span>, or <div lang="en"> before and </div> behind whole paragraphs.
language-untranslated-block-unsure = “{ $text }” says the same in the { $language } version as in the source. Was it left untranslated?
    .help = Translate it. If it is a name, a title or a quotation that stays as it is, mark it up with its language: <span lang="{ $found }">…</span>.
    .here = the same as in the source
language-untranslated-block-sentence = A sentence was left untranslated in the { $language } version: “{ $text }”.
    .help = Translate it. If it is quoted on purpose, put it in quotation marks or mark it up: <span lang="{ $found }">…</span>.
language-untranslated-block-message = { $id } is not translated in “{ $language }”: “{ $text }”.
    .help = Translate it.
    .here = still in { language-said }
    .there = the message in the source language
language-untranslated-block-message-sentence = Part of { $id } was left untranslated in “{ $language }”: “{ $text }”.
    .help = Translate it. If it is quoted on purpose, put it in quotation marks.
    .here = still in { language-said }
    .there = the message in the source language
language-mixed-script-word = “{ $word }” is written with { $character }, which only looks like { $meant }.
    .help = Write “{ $repaired }”: delete the letter and type it on the keyboard of the language.
    .here = a letter of another script
    .there = the block in the source
    .what = A word holds a letter of another script that looks like one of its own.
    .why = Nobody sees it, but search engines, spelling checkers, screen readers and whoever copies the word meet another word. It is also how false addresses are made.
    .example = A Latin “c” in “счёт”.
    .mend = Type the letter on the keyboard of the language. Where a name is really written so, declare it in [names] of statement.toml.
