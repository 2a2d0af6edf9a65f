#!/usr/bin/env python3
"""Puts one defect a file into correct French and Russian catalogues and asks three programs: compare-locales, moz.l10n and ours.

Whatever one of the others reports in a file, ours must report there, and an error of theirs must be an error of ours. Beyond that, ours must
find what they are blind to, and nothing in the files that were left alone.

    mutants.py FOLDER PROMULGATE COMPARE_LOCALES MOZ_L10N
"""

import json
import pathlib
import re
import subprocess
import sys

EN = """\
# $count (Number) - how many hospitals were attacked
ID-attacks = { $count ->
    [one] One hospital was attacked.
   *[other] { $count } hospitals were attacked.
}
ID-title = Statement on attacks against hospitals
    .label = Statement
    .tooltip = Opens the statement of the press office
ID-issuer = Issued by { -ID-alliance } in { $place }
ID-more = Read <a href="/more">the whole text of the statement</a>.
ID-hint =
    .label = Download the text
ID-again = See also: { ID-title }
-ID-alliance = Northern Compact
"""

FR = """\
ID-attacks = { $count ->
    [one] Un hôpital a été attaqué.
   *[other] { $count } hôpitaux ont été attaqués.
}
ID-title = Déclaration sur les attaques visant les hôpitaux
    .label = Déclaration
    .tooltip = Ouvre la déclaration du service de presse
ID-issuer = Publié par le { -ID-alliance } à { $place }
ID-more = Lire <a href="/more">le texte intégral de la déclaration</a>.
ID-hint =
    .label = Télécharger le texte
ID-again = Voir aussi : { ID-title }
-ID-alliance = Pacte du Nord
"""

RU = """\
ID-attacks = { $count ->
    [one] Атакована { $count } больница.
    [few] Атакованы { $count } больницы.
    [many] Атаковано { $count } больниц.
   *[other] Атаковано { $count } больницы.
}
ID-title = Заявление об атаках на больницы
    .label = Заявление
    .tooltip = Открывает заявление пресс-службы
ID-issuer = Издано: { -ID-alliance }, { $place }
ID-more = Читать <a href="/more">полный текст заявления</a>.
ID-hint =
    .label = Загрузить текст
ID-again = См. также: { ID-title }
-ID-alliance = Северный пакт
"""

TEXTS = {"en": EN, "fr": FR, "ru": RU}


def without(pattern):
    return lambda text, language: re.sub(pattern, "", text, count=1, flags=re.M)


def replaced(pattern, new):
    return lambda text, language: re.sub(pattern, new, text, count=1, flags=re.M)


def behind(new):
    return lambda text, language: text + new


# What is done to a translation; whether the others are known to be blind to it.
DEFECTS = {
    "message-missing": (without(r"^ID-more = .*\n"), False),
    "term-missing": (without(r"^-ID-alliance = .*\n"), False),
    "message-obsolete": (behind("ID-old = Vieux / Старый\n"), False),
    "message-renamed": (replaced(r"^ID-more", "ID-mroe"), False),
    "attribute-missing": (without(r"^    \.tooltip = .*\n"), False),
    "attribute-obsolete": (replaced(r"^(    \.tooltip = .*\n)", r"\1    .title = x\n"), False),
    "attribute-twice": (replaced(r"^(    \.tooltip = .*\n)", r"\1\1"), False),
    "value-missing": (replaced(r"^ID-title = .*\n", "ID-title =\n"), False),
    "value-unexpected": (replaced(r"^ID-hint =\n", "ID-hint = Texte / Текст\n"), False),
    "variant-twice": (replaced(r"^(    \[one\] .*\n)", r"\1\1"), False),
    "message-twice": (lambda text, language: text + re.search(r"^ID-more = .*\n", text, re.M).group(0), False),
    "reference-missing": (replaced(r"\{ ID-title \}", "…"), False),
    "term-reference-missing": (replaced(r"\{ -ID-alliance \}", "…"), False),
    "reference-unexpected": (replaced(r"^(ID-more = )", r"\1{ ID-title } "), False),
    "term-reference-unexpected": (replaced(r"^(ID-more = )", r"\1{ -ID-alliance } "), False),
    "plural-missing": (lambda text, language: re.sub(r"^    \[(?:few|one)\] .*\n", "", text, count=2, flags=re.M) if language == "ru" else text, False),
    "brace-open": (replaced(r"^(ID-more = .*)$", r"\1 { $broken"), False),
    "junk": (replaced(r"^(ID-more) = ", r"\1 "), False),
    "no-default": (replaced(r"   \*\[other\]", "    [other]"), False),
    "encoding-lost": (replaced(r"^(ID-more = .*)$", "\\1 \ufffd"), False),
    "empty-file": (lambda text, language: "", False),
    "variable-renamed": (replaced(r"\{ \$place \}", "{ $plase }"), True),
    "variable-lost": (replaced(r"\{ \$place \}", "…"), True),
    "selector-renamed": (replaced(r"\{ \$count ->", "{ $cuont ->"), True),
    "reference-to-nothing": (replaced(r"^(ID-more = .*)$", r"\1 { ID-nothing }"), True),
    "term-to-nothing": (replaced(r"^(ID-more = .*)$", r"\1 { -ID-nothing }"), True),
    "cycle": (replaced(r"^(ID-title = .*)$", r"\1 { ID-again }"), True),
    "cycle-of-one": (replaced(r"^(ID-more = .*)$", r"\1 { ID-more }"), True),
    "plural-unreachable": (replaced(r"^(    \[one\] )", "    [zero] …\n\\1"), True),
    "function-unknown": (replaced(r"\{ \$place \}", "{ PLACE($place) }"), True),
    "tag-lost": (replaced(r"</a>", ""), True),
    "untranslated": (lambda text, language: re.sub(r"^ID-more = .*$", re.search(r"^ID-more = .*$", EN, re.M).group(0), text, flags=re.M), True),
    "override": (replaced(r"^(ID-more = .)", "\\1\u202e"), True),
}

# Errors elsewhere that are no more than warnings here: nothing reads what is too much, and no reader is told anything wrong.
HARMLESS = {"attribute-obsolete", "value-unexpected"}


def lay(folder):
    """Writes the catalogues: a file for each defect, with ids of its own, and three that are left alone."""
    names = []
    for name, (change, _) in [*DEFECTS.items(), *((f"whole-{n}", (None, False)) for n in range(3))]:
        for language, text in TEXTS.items():
            changed = change(text, language) if change and language != "en" else text
            if change and language == "fr" and name == "plural-missing":
                changed = re.sub(r"^    \[one\] .*\n", "", text, flags=re.M)
            assert not change or language == "en" or changed != text, f"{name} changes nothing in {language}"
            path = folder / language / f"{name}.ftl"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(changed.replace("ID-", f"{name}-"), encoding="utf-8")
        names.append(name)
    (folder / "l10n.toml").write_text(
        'basepath = "."\nlocales = ["fr", "ru"]\n[[paths]]\n  reference = "en/**/*.ftl"\n  l10n = "{locale}/**/*.ftl"\n'
    )
    return names


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def compare_locales(program, folder):
    """What compare-locales says: {(language, file): worst level}."""
    out = run(program, "--json", "-", folder / "l10n.toml", folder, "fr", "ru").stdout
    said = {}
    for report in json.loads(out):
        for language, files in report["details"].items():
            for file, details in files.items():
                levels = {kind for detail in details for kind in detail}
                name = pathlib.PurePath(file).name.removesuffix(".ftl")
                bad = levels & {"error", "missingEntity", "missingFile"}
                said[language, name] = "error" if bad else "warning"
    return said


def moz_l10n(program, folder):
    """What moz.l10n says, as far as it goes."""
    said = {}
    for language in ("fr", "ru"):
        out = run(program, "compare", "--json", "--source", folder / "l10n.toml", folder / language).stdout
        for report in json.loads(out).values():
            for kind in ("errors", "missing", "extra"):
                for file in report.get(kind) or {}:
                    name = pathlib.PurePath(file).name.removesuffix(".ftl")
                    said[language, name] = "warning" if kind == "extra" else "error"
    return said


def ours(program, folder):
    """What we say."""
    answer = run(program, "check", "--format", "json", "--lang", "en", "--source", "en", folder)
    said, rules = {}, {}
    for finding in json.loads(answer.stdout)["findings"]:
        language, file = finding["here"]["path"].split("/")[-2:]
        language = finding.get("language", language)
        key = language, file.removesuffix(".ftl")
        rules.setdefault(key, []).append(finding["rule"])
        order = ["note", "warning", "error"]
        said[key] = max(said.get(key, "note"), finding["level"], key=order.index)
    return said, rules, answer.returncode


def main():
    folder, program, theirs, moz = (pathlib.Path(argument) for argument in sys.argv[1:])
    names = lay(folder)
    peers = {"compare-locales": compare_locales(theirs, folder), "moz.l10n": moz_l10n(moz, folder)}
    said, rules, status = ours(program, folder)
    wrong = []
    print(f"{'defect':28} {'':3} {'compare-locales':16} {'moz.l10n':9} ours")
    for name in names:
        for language in ("fr", "ru"):
            key = language, name
            levels = [peer.get(key, "-") for peer in peers.values()]
            own = said.get(key, "-")
            print(f"{name:28} {language:3} {levels[0]:16} {levels[1]:9} {own} {', '.join(sorted(set(rules.get(key, []))))}")
            if name.startswith("whole"):
                if own not in ("-", "note"):
                    wrong.append(f"{key}: found something in a file that is in order")
                continue
            if own == "-" and (set(levels) != {"-"} or DEFECTS[name][1]):
                wrong.append(f"{key}: nothing found")
            if "error" in levels and own != "error" and name not in HARMLESS:
                wrong.append(f"{key}: an error elsewhere, {own} here")
            if DEFECTS[name][1] and "error" in levels:
                print(f"    the others are no longer blind to {name}")
    if status != 1:
        wrong.append(f"exit status {status} though messages are missing")
    for line in wrong:
        print("WRONG", line)
    print(f"{len(DEFECTS)} defects in 2 languages, {len(wrong)} wrong")
    sys.exit(bool(wrong))


main()
