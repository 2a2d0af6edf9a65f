"""Judges what machines read, with libraries from PyPI: one subcommand an output, files after it. Says what is wrong and fails, or is silent."""

import hashlib
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

wrong = []


def say(name, what):
    wrong.append(f"{name}: {what}")


def read(name):
    return Path(name).read_text("utf-8")


def soup(name):
    from bs4 import BeautifulSoup

    return BeautifulSoup(read(name), "html.parser")


def linked_data(out, *names):
    """Every object as an expression whose type tsc checks."""
    lines = ['import type { NewsArticle, WithContext } from "schema-dts";']
    for at, name in enumerate(names):
        scripts = soup(name).find_all("script", type="application/ld+json")
        assert len(scripts) == 1, name
        value = json.loads(scripts[0].string)
        lines.append(f"// {name}\nexport const object{at}: WithContext<NewsArticle> = {json.dumps(value, ensure_ascii=False)};")
    Path(out).write_text("\n".join(lines) + "\n", "utf-8")


def feed_types(out, *names):
    lines = ['import type Feed from "@json-feed-types/1_1";']
    for at, name in enumerate(names):
        # What begins with _ is an extension, which the format lets in and the types do not know.
        feed = json.loads(read(name), object_hook=lambda found: {key: value for key, value in found.items() if not key.startswith("_")})
        lines.append(f"// {name}\nexport const feed{at}: Feed = {json.dumps(feed, ensure_ascii=False)};")
    Path(out).write_text("\n".join(lines) + "\n", "utf-8")


def open_graph(*names):
    """ogpy reads and demands what the protocol calls basic; the rest are rules of ours.

    A page without a picture has no og:image, which the protocol wants of every page: none is invented for it.
    """
    import ogpy.parser

    for name in names:
        page = soup(name)
        if page.find("main", class_="root"):
            continue
        shows = page.find("meta", property="og:image") is not None
        try:
            data = ogpy.parser.parse(page, fuzzy_mode=not shows)
        except (TypeError, ValueError, KeyError) as error:
            say(name, f"ogpy: {error}")
            continue
        draft = page.find("meta", attrs={"name": "robots"}) is not None
        if data.title is None or data.type not in ("article", "website"):
            say(name, f"og:title {data.title!r}, og:type {data.type!r}")
        if data.url is not None and not data.url.startswith("https://"):
            say(name, f"og:url is not absolute: {data.url}")
        canonical = page.find("link", rel="canonical")
        if canonical is not None and data.url is not None and canonical["href"] != data.url:
            say(name, f"og:url {data.url} is not the canonical address {canonical['href']}")
        if not draft and canonical is None:
            say(name, "no canonical address")
        locales = [data.locale, *data.locale_alternates] if page.find("meta", property="og:locale") else []
        if len(set(locales)) != len(locales) or not all(re.fullmatch(r"[a-z]{2,3}_[A-Z]{2}", locale) for locale in locales):
            say(name, f"og:locale {locales}")
        if locales and not locales[0].startswith(page.html["lang"]):
            say(name, f"og:locale {locales[0]} on a page in {page.html['lang']}")
        for image in data.images:
            if not image.url.startswith("https://") or not image.alt:
                say(name, f"og:image {image}")
        for key in ("published_time", "modified_time"):
            tag = page.find("meta", property=f"article:{key}")
            if tag is not None and not re.match(r"\d{4}-\d\d-\d\d(T[\d:]+([+-]\d\d:\d\d|Z))?$", tag["content"]):
                say(name, f"article:{key} {tag['content']}")


def by_schema(schema, names):
    from jsonschema import FormatChecker
    from jsonschema.validators import validator_for

    schema = json.loads(read(schema))
    kind = validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema, format_checker=FormatChecker())
    for name in names:
        for error in validator.iter_errors(json.loads(read(name))):
            say(name, f"{error.json_path}: {error.message[:300]}")


def json_feed(schema, *names):
    by_schema(schema, names)


def atom(*names):
    import feedparser

    at, entry_tag = "{http://purl.org/atompub/tombstones/1.0}deleted-entry", "{http://www.w3.org/2005/Atom}entry"
    for name in names:
        feed = feedparser.parse(Path(name).read_bytes())
        if feed.bozo:
            say(name, f"bozo: {feed.bozo_exception}")
            continue
        language = Path(name).parent.name
        if feed.version != "atom10" or feed.feed.language != language or not feed.entries:
            say(name, f"{feed.version}, {feed.feed.get('language')}, {len(feed.entries)} entries")
        relations = {(link.rel, link.get("hreflang")) for link in feed.feed.links}
        if ("self", language) not in relations or ("alternate", language) not in relations:
            say(name, f"links {relations}")
        for entry in feed.entries:
            if entry.title_detail.language != language or not entry.id.startswith("https://") or "updated_parsed" not in entry:
                say(name, f"entry {entry.id}: {entry.title_detail.language}")
            pages = [link.hreflang for link in entry.links if link.rel == "alternate" and link.type == "text/html"]
            if language not in pages or len(set(pages)) != len(pages):
                say(name, f"entry {entry.id}: alternates {pages}")
        root = ElementTree.parse(name).getroot()
        stones = [(stone.get("ref"), stone.get("when")) for stone in root.iter(at)]
        # What has a tombstone has no entry, and what was withdrawn has a tombstone.
        ids = {entry.find("{http://www.w3.org/2005/Atom}id").text for entry in root.iter(entry_tag)}
        if any(ref in ids or not when for ref, when in stones):
            say(name, f"tombstones {stones}")
        gone = sum("notice withdrawal" in read(page) for page in Path(name).parent.glob("*.html"))
        if gone != len(stones):
            say(name, f"{len(stones)} tombstones, {gone} withdrawn")


def text(*names):
    from wcwidth import wcswidth

    for name in names:
        for at, line in enumerate(read(name).split("\n"), 1):
            shown = re.sub("[\u2066-\u2069\u200e\u200f\u061c\u00ad]", "", line)
            if re.search("[\x00-\x08\x0b-\x1f\x7f]", line) or line != line.rstrip():
                say(name, f"line {at}: control or trailing space")
            # Lam-alef is one sign, and two where letters are not joined: both count it otherwise.
            joined = len(re.findall("\u0644[\u0622\u0623\u0625\u0627]", shown))
            # A word that is longer than a line stands as it is.
            if wcswidth(shown) - joined > 72 and len(shown.split()) > 2:
                say(name, f"line {at}: {wcswidth(shown) - joined} columns")


def markdown(*names):
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    for name in names:
        tokens = parser.parse(re.sub(r"\A---\n.*?\n---\n", "", read(name), flags=re.S))
        html = [token.content.strip() for token in tokens if token.type == "html_block"]
        html += [child.content for token in tokens for child in token.children or [] if child.type == "html_inline"]
        for part in html:
            for line in part.split("\n"):
                if not re.fullmatch(r'<(span|div) lang="[A-Za-z0-9-]+"( dir="(ltr|rtl)")?>|</(span|div)>|<!--.*-->|<br ?/?>|', line):
                    say(name, f"HTML other than a language: {line[:80]}")
        headings = [tokens[i + 1] for i, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"]
        title = json.loads(read(Path(name).with_suffix(".json")))["title"]
        plain = lambda token: "".join(child.content for child in token.children if child.type in ("text", "code_inline"))
        squeeze = lambda said: re.sub(r"[\s\u2066-\u2069]+", " ", said).strip()
        if [squeeze(plain(token)) for token in headings] != [squeeze(title)]:
            say(name, f"titles {[plain(token) for token in headings]}, not {title!r}")


def canonical(*names):
    for name in names:
        digest = hashlib.sha256(Path(name).read_bytes()).hexdigest()
        stem = Path(name).with_name(Path(name).name.removesuffix(".canonical.txt"))
        page = stem.with_name(stem.name + ".html")
        shown = soup(page).find("p", class_="fingerprint").get_text()
        if digest not in shown:
            say(name, f"{digest} is not the fingerprint on {page.name}: {shown}")
        if json.loads(read(stem.with_name(stem.name + ".json")))["text_sha256"] != digest:
            say(name, f"{digest} is not the fingerprint in JSON")
        feed = json.loads(read(stem.with_name("feed.json")))
        entry = [item for item in feed["items"] if item["id"].endswith(f"/{stem.parent.name}/{stem.name}.html")]
        if [item["_promulgate"]["text_sha256"] for item in entry] != [digest]:
            say(name, f"{digest} is not the fingerprint in the feed")


command, *arguments = sys.argv[1:]
if command == "json":
    by_schema(arguments[0], arguments[1:])
else:
    {"linked-data": linked_data, "feed-types": feed_types, "open-graph": open_graph, "json-feed": json_feed, "atom": atom, "text": text,
     "markdown": markdown, "canonical": canonical}[command](*arguments)
print("\n".join(wrong), end="\n" if wrong else "")
sys.exit(bool(wrong))
