"""Every check over the finished pages, in one place: links, loads, ids, and the author's words.

Each page is parsed once. What a page says of itself (`Page`) is gathered first; the checks then
run over these records.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from weerklank.languages.pack import REFERENCE, Pack, everywhere, pack, packs
from weerklank.model.errors import Problem
from weerklank.rights.word_runs import Withheld
from weerklank.site.allowed import strange_markup
from weerklank.site.leaks import leaks
from weerklank.site.reading import Unit, reading_units
from weerklank.state.ahead import ahead
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump
from weerklank.state.workers import SERIAL

_LINKS = ("href", "src", "action", "poster", "data", "formaction", "cite")
_GOES = {("a", "href"), ("area", "href"), ("blockquote", "cite"), ("q", "cite")}  # followed by a reader, not loaded
_SPEAKS_OF = {"canonical", "license", "author", "alternate"}  # <link> that loads nothing
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import\s+['\"]([^'\"]*)")
_READ = "read page"
_ABSENT = "nothing there"
_FOLDERS = "|".join(dict.fromkeys(folder for each in packs() for folder in each.generated))
_GENERATED = re.compile(rf"(?:index|(?:{_FOLDERS}|data)/.*)\.html")
_BY_HAND = re.compile(rf"(?!{_GENERATED.pattern}$).*\.html")
_UNESCAPED = "words of a seed became markup; nothing is published until the writer of pages escapes them"


@dataclass(frozen=True)
class Expected:
    """What the data say must stand on the pages; everything empty = nothing is expected.

    `texts`: slug -> (unit id, text) of the reading text in order, as in model.Unit.
    `passages`: slug -> ids of the passages marked there. `arguments`: id -> number of its passages.
    `withheld`: the words that no file of the site may hold. `removed`: slugs of texts taken down, of
    which only the address is left. `elsewhere`: names of files that pages may link to and that are made with
    the site alone. `say` has the addresses.
    """

    texts: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    passages: Mapping[str, Sequence[str]] = field(default_factory=dict)
    arguments: Mapping[str, int] = field(default_factory=dict)
    withheld: Withheld = field(default_factory=Withheld)
    removed: Sequence[str] = ()
    elsewhere: Sequence[str] = ()
    say: Pack = field(default_factory=lambda: pack(REFERENCE))


@dataclass(frozen=True, slots=True)
class Link:
    """A reference in a page: `target` as written; `loads`: the browser fetches it unasked."""

    target: str
    loads: bool


@dataclass(frozen=True)
class Page:
    """What one finished page says of itself."""

    path: str  # relative to the site, with forward slashes
    ids: dict[str, int]
    links: tuple[Link, ...]
    inline: tuple[str, ...]  # what the content security policy refuses
    strange: tuple[str, ...]  # markup on a generated page that our writer does not write
    quotes: dict[str, int]  # argument -> passages on its page
    passages: tuple[str, ...] = ()  # ids of marked passages, each once
    units: tuple[Unit, ...] | None = None  # the reading text of an essay's page
    stray: str = ""  # text in it outside any block
    seed: str = ""  # the stem of the text's seed


def check_site(
    site: Path,
    expected: Expected,
    site_url: str | None = None,
    kept: Kept = NOTHING_KEPT,
    workers: Executor = SERIAL,
) -> tuple[int, list[Problem]]:
    """The number of pages in folder `site`, and everything wrong with them.

    `site_url` is the address that the pages were built for; only the 404 page may count on it.
    """
    base = urlsplit(site_url or "/").path.rstrip("/") + "/"
    files = {p.relative_to(site).as_posix() for p in sorted(site.rglob("*")) if p.is_file()}
    names = sorted(name for name in files if name.endswith(".html"))
    sources = ((name, (site / name).read_bytes()) for name in names)
    ahead(kept, _READ, ((_inputs(*each), each) for each in sources), _record, workers, 0.005)
    known: dict[Link, Link] = {}
    pages = {}
    for name in names:
        page = _read(name, (site / name).read_bytes(), kept)
        links = tuple(known.setdefault(link, link) for link in dict.fromkeys(page.links))  # most stand on every page
        pages[name] = replace(page, links=links)
    files |= set(expected.elsewhere)
    problems = []
    for page in pages.values():
        problems += [Problem(page.path, f"id '{name}' occurs {n} times") for name, n in page.ids.items() if n > 1]
        problems += [Problem(page.path, what) for what in page.inline]
        problems += [Problem(_from(page), f"{page.path}: {what}", _UNESCAPED) for what in page.strange]
        for link in page.links:
            if what := _wrong(page, link, pages, files, base):
                problems.append(Problem(page.path, f"{link.target}: {what}"))
    problems += _stylesheets(site, pages.values())
    problems += _data(pages, expected)
    problems += _removed(pages, expected)
    problems += leaks(site, expected.withheld, _BY_HAND, kept)
    return len(pages), problems


def _read(name: str, source: bytes, kept: Kept) -> Page:
    return kept.record(_READ, _inputs(name, source), Page, lambda: read_page(name, source))


def _inputs(name: str, source: bytes) -> bytes:
    return f"{name}\0".encode() + source


def _record(named: tuple[str, bytes]) -> bytes:
    return dump(read_page(*named))


def read_page(name: str, source: bytes) -> Page:
    """The record of a page, by the name of its file in the site and its bytes."""
    tree = html.document_fromstring(source, parser=html.HTMLParser(encoding="utf-8"))
    strange = tuple(dict.fromkeys(strange_markup(source.decode("utf-8")))) if _GENERATED.fullmatch(name) else ()
    ids = dict(Counter(tree.xpath("//@id")))
    links, inline = tuple(_links(tree)), tuple(_inline(tree))
    quotes = {
        e.get("data-argument-page"): len(e.xpath(".//*[@data-quote]")) for e in tree.xpath("//*[@data-argument-page]")
    }
    article = next(iter(tree.xpath("//*[@data-seed]")), None)
    if article is None:
        return Page(name, ids, links, inline, strange, quotes)
    marks = tuple(dict.fromkeys(e.get("data-passage") for e in tree.xpath("//*[@id and @id=@data-passage]")))
    units, stray = reading_units(article)  # which takes the tree apart
    return Page(name, ids, links, inline, strange, quotes, marks, units, stray, article.get("data-seed"))


def _from(page: Page) -> str:
    """The file in seeds/ that a generated page was made from; the page itself where there are many."""
    if page.seed:
        return f"seeds/{page.seed}"
    folder, _, rest = page.path.partition("/")
    is_argument = folder in everywhere("arguments") and "/" in rest
    return f"seeds/arguments/{rest.partition('/')[0]}.md" if is_argument else page.path


def _links(tree: html.HtmlElement) -> Iterator[Link]:
    for attribute in _LINKS:
        for element in tree.xpath(f"//*[@{attribute}]"):
            goes = (element.tag, attribute) in _GOES
            if element.tag == "link":
                goes = set((element.get("rel") or "").split()) <= _SPEAKS_OF
            yield Link(element.get(attribute).strip(), not goes)
    for value in tree.xpath("//@srcset"):
        yield from (Link(part.split()[0], True) for part in value.split(",") if part.split())


def _inline(tree: html.HtmlElement) -> Iterator[str]:
    if tree.xpath("//script[not(@src) and not(contains(@type, 'json'))]"):
        yield "inline script, which the content security policy refuses"
    if tree.xpath("//style[not(ancestor::*[local-name()='svg'])] | //*[@style]"):
        yield "inline style, which the content security policy refuses"
    for name in dict.fromkeys(a.attrname for a in tree.xpath("//@*[starts-with(name(), 'on')]")):
        yield f"attribute {name} would run a script"


_taken_apart = lru_cache(1 << 16)(urlsplit)
"""Most links stand on many pages."""


def _wrong(page: Page, link: Link, pages: Mapping[str, Page], files: set[str], base: str) -> str:
    """What is wrong with the link, '' where nothing is."""
    try:
        parts = _taken_apart(link.target)
    except ValueError:
        return "not a URL"
    if parts.scheme or parts.netloc:
        if link.loads:
            return "loads from outside the site"
        return "" if parts.scheme in ("http", "https", "mailto") else f"a link may not go to {parts.scheme or '//'}"
    here = posixpath.dirname(page.path)
    path = unquote(parts.path)
    if path.startswith("/"):
        if page.path != "404.html":
            return "starts at the server's root, which breaks under a sub-path"
        if not path.startswith(base):
            return "leaves the site"
        target = path.removeprefix(base)
    else:
        if page.path == "404.html":  # it looks for its styles and script in every folder above
            path = path.lstrip("./")
        target = posixpath.normpath(posixpath.join(here, path)) if path else page.path
    target = "" if target == "." else target
    if target.startswith(".."):
        return "leaves the site"
    target, what = _file(target, path, files)
    fragment = unquote(parts.fragment.split(":~:")[0])
    if not what and fragment and target in pages and fragment not in pages[target].ids:
        return f"no id '{fragment}' there"
    return what


def _file(target: str, path: str, files: set[str]) -> tuple[str, str]:
    """The file that a server answers with, and what is wrong ('' where it is there)."""
    if path.endswith("/") or target == "" or path in (".", "..") or path.endswith(("/.", "/..")):
        target = posixpath.join(target, "index.html")
        return target, "" if target in files else _ABSENT
    if target in files:
        return target, ""
    if posixpath.join(target, "index.html") in files:
        return posixpath.join(target, "index.html"), "needs a slash at the end"
    return target, _ABSENT


def _stylesheets(site: Path, pages: Iterable[Page]) -> Iterator[Problem]:
    """Loads from elsewhere in the stylesheets that pages use."""
    used = {
        posixpath.normpath(posixpath.join(posixpath.dirname(page.path), urlsplit(link.target).path))
        for page in pages
        for link in page.links
        if link.loads and urlsplit(link.target).path.endswith(".css") and not link.target.startswith("/")
    }
    for name in sorted(used):
        if (site / name).is_file():
            for match in _CSS_URL.finditer((site / name).read_text("utf-8")):
                target = match[1] or match[2] or ""
                if urlsplit(target).netloc:
                    yield Problem(name, f"{target}: loads from outside the site")


def _data(pages: Mapping[str, Page], expected: Expected) -> Iterator[Problem]:
    texts, claims = expected.say.at("essays"), expected.say.at("arguments")
    for slug, units in expected.texts.items():
        name = f"{texts}/{slug}/index.html"
        page = pages.get(name)
        if page is None or page.units is None:
            yield Problem(name, "the text has no page, or no [data-seed] on it")
            continue
        yield from (Problem(name, what) for what in _differences(units, page.units))
        if page.stray:
            yield Problem(name, f"words outside any block, not marked as apparatus: {page.stray[:80]!r}")
    for slug, passages in expected.passages.items():
        name = f"{texts}/{slug}/index.html"
        marked = pages[name].passages if name in pages else ()
        yield from (Problem(name, f"passage {p} is not marked") for p in passages if p not in marked)
        yield from (Problem(name, f"marks {p}, which no argument has") for p in marked if p not in passages)
    for argument, count in expected.arguments.items():
        name = f"{claims}/{argument}/index.html"
        found = pages[name].quotes.get(argument) if name in pages else None
        if found != count:
            said = "the argument has no page" if found is None else f"shows {found} passages of {count}"
            yield Problem(name, said)


def _removed(pages: Mapping[str, Page], expected: Expected) -> Iterator[Problem]:
    for slug in expected.removed:
        name = f"{expected.say.at('essays')}/{slug}/index.html"
        if name not in pages:
            yield Problem(name, "the text was taken down, and its address does not say so")
        elif pages[name].units is not None:
            yield Problem(name, "the text was taken down, and still has a page")


def _differences(wanted: Sequence[tuple[str, str]], found: Sequence[Unit]) -> Iterator[str]:
    names, have = [name for name, _ in wanted], {unit.id: unit for unit in found}
    if names != [unit.id for unit in found]:
        yield f"blocks are {' '.join(unit.id for unit in found)}, the text has {' '.join(names)}"
    for name, text in wanted:
        if name in have and have[name].text != have[name].normal(text):
            yield f"{name} reads {have[name].text[:60]!r}…, the text has {have[name].normal(text)[:60]!r}…"
