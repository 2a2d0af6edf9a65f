## Encodings

unicode-not-utf8 = This file is not UTF-8: the byte { $byte } at offset { $offset } is part of no character.
    .help = Open the file with the encoding it has, most often Windows-1252 or Windows-1251, and save it as UTF-8.
    .here = unreadable from here on
    .what = A file is in another encoding than UTF-8, or was damaged.
    .why = Which letters were meant can only be guessed, and a wrong guess would be published.
    .example = Café, saved as Windows-1252
    .mend = Save the file as UTF-8. Every editor can: look for “encoding” when you save.
unicode-not-utf8-utf-16 = This file is UTF-16, not UTF-8.
    .help = Open it in the editor that wrote it and save it as UTF-8; some programs call UTF-16 “Unicode”.
