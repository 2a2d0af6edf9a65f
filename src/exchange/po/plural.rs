//! The plural forms of a language in the terms of gettext: tools ask for them even where no message has any.

use crate::language::Language;

/// How gettext counts in a language (section 11.2.6 of its manual); `None` for one that is not known.
pub(super) fn forms(language: &Language) -> Option<&'static str> {
    Some(match language.primary() {
        "ja" | "ko" | "zh" | "vi" | "th" | "id" | "ms" | "lo" | "my" => "nplurals=1; plural=0;",
        "fr" | "hy" => "nplurals=2; plural=(n > 1);",
        "pt" if language.as_str() == "pt-BR" => "nplurals=2; plural=(n > 1);",
        "en" | "de" | "nl" | "sv" | "da" | "nb" | "nn" | "no" | "fi" | "et" | "el" | "bg" | "hu" | "es" | "it" | "pt" | "ca"
        | "he" | "tr" | "sq" | "eo" | "eu" | "gl" | "ka" | "kk" | "ky" | "az" | "uz" | "mn" | "hi" | "bn" | "ta" | "ur"
        | "fa" | "sw" => "nplurals=2; plural=(n != 1);",
        "ru" | "uk" | "be" | "sr" | "hr" | "bs" => {
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
        }
        "pl" => "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
        "cs" | "sk" => "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);",
        "lt" => "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);",
        "lv" => "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
        "ro" => "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);",
        "mk" => "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);",
        "is" => "nplurals=2; plural=(n%10!=1 || n%100==11);",
        "sl" => "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
        "ga" => "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4);",
        "mt" => "nplurals=4; plural=(n==1 ? 0 : n==0 || (n%100>1 && n%100<11) ? 1 : (n%100>10 && n%100<20) ? 2 : 3);",
        "ar" => "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        _ => return None,
    })
}
