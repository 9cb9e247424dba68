"""Every check over the finished pages, in one place: links, loads, ids, and the author's words.

Each page is parsed once. What a page says of itself (`Page`) is gathered first; the checks then
run over these records.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

from weerklank.languages.pack import REFERENCE, Pack, everywhere, pack, packs
from weerklank.model.errors import Problem
from weerklank.rights.word_runs import Withheld
from weerklank.site.allowed import strange_markup
from weerklank.site.leaks import leaks
from weerklank.site.links import Links, links_of
from weerklank.site.reading import Unit, reading_units
from weerklank.site.sound import Sound, keep_sound, sound
from weerklank.state.ahead import ahead
from weerklank.state.digests import Digests
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump, load
from weerklank.state.workers import SERIAL

_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import\s+['\"]([^'\"]*)")
_READ = "read page"
_IDS = etree.XPath("//@id", smart_strings=False)  # smart ones hold the whole page in memory
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


@dataclass(frozen=True)
class Page:
    """What one finished page says of itself."""

    path: str  # relative to the site, with forward slashes
    ids: dict[str, int]
    links: dict[str, bool]  # as written: whether the browser fetches it unasked
    inline: tuple[str, ...]  # what the content security policy refuses
    strange: tuple[str, ...]  # markup on a generated page that our writer does not write
    quotes: dict[str, int]  # argument -> passages on its page
    passages: tuple[str, ...] = ()  # ids of marked passages, each once
    units: tuple[Unit, ...] | None = None  # the reading text of an essay's page
    stray: str = ""  # text in it outside any block
    seed: str = ""  # the stem of the text's seed


class _Pages(Mapping[str, Page]):
    """The records of the pages of a site, by name; each is made or looked up when it is asked for."""

    def __init__(self, site: Path, files: Mapping[str, str], kept: Kept) -> None:
        self._site, self._files, self._kept = site, files, kept
        self._names = sorted(name for name in files if name.endswith(".html"))
        self._known: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        if name not in self._known:
            inputs, given = self.source(name)
            self._known[name] = self._kept.record(_READ, inputs, Page, partial(_read, given))
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._files and str(name).endswith(".html")

    def ids_of(self, name: str) -> Collection[str] | None:
        """The ids on a page; None where that is none."""
        return self[name].ids if name in self else None

    def source(self, name: str) -> tuple[str, tuple[Path, str]]:
        """What the record of a page is kept under, and what it is made of."""
        return _inputs(name, self._files[name]), (self._site / name, name)


def check_site(
    site: Path,
    expected: Expected,
    site_url: str | None = None,
    kept: Kept = NOTHING_KEPT,
    workers: Executor = SERIAL,
    files: Mapping[str, str] | None = None,
    before: Mapping[str, str] | None = None,
) -> tuple[int, list[Problem]]:
    """The number of pages in folder `site`, and everything wrong with them.

    `site_url` is the address that the pages were built for; only the 404 page may count on it. `files` are the digests
    of all files by name, where they are known, and `before` those of the last site: if that was found in order, what
    stayed as it was is not looked at again.
    """
    files, wanted = Digests().tree(site) if files is None else files, _wanted(expected)
    base, pages = urlsplit(site_url or "/").path.rstrip("/") + "/", _Pages(site, files, kept)
    around = f"{base} {sorted(expected.elsewhere)}"
    known, before = sound(before or {}, around, kept), before or {}
    if known and _is_missed(before, known.targets, pages, files, kept):
        known = None
    same = {n for n in pages if known and files[n] == before.get(n) and known.expected.get(n) == wanted.get(n)}
    due = [name for name in pages if name not in same]
    ahead(kept, _READ, map(pages.source, due), _record, workers, 0.005)
    links = Links({*files, *expected.elsewhere}, pages.ids_of, base)
    problems = [problem for name in due for problem in _of_page(pages[name], links)]
    problems += _stylesheets(site, map(pages.__getitem__, due))
    problems += _data(pages, expected, same)
    problems += _removed(pages, expected)
    problems += leaks(site, expected.withheld, _BY_HAND, kept, files)
    if not problems:
        targets = links.targets.union(known.targets if known else ())
        keep_sound(files, around, Sound(wanted, tuple(sorted(targets))), kept)
    for name in same:
        kept.use(_READ, pages.source(name)[0])
    return len(pages), problems


def _is_missed(
    before: Mapping[str, str], targets: Iterable[str], pages: _Pages, files: Mapping[str, str], kept: Kept
) -> bool:
    """Whether something of the last site went to which a page may lead that stayed: a file, a place on a page; or a
    stylesheet is another.
    """
    if any(name not in files for name in targets):
        return True
    for name, digest in before.items():
        if digest == files.get(name):
            continue
        if name.endswith(".css"):
            return True
        if name in pages:
            data = kept.found(_READ, _inputs(name, digest))
            if data is None or not load(Page, data).ids.keys() <= pages[name].ids.keys():
                return True
    return False


def _of_page(page: Page, links: Links) -> Iterator[Problem]:
    """What is wrong with a page by itself, and with its links."""
    yield from (Problem(page.path, f"id '{name}' occurs {n} times") for name, n in page.ids.items() if n > 1)
    yield from (Problem(page.path, what) for what in page.inline)
    yield from (Problem(_from(page), f"{page.path}: {what}", _UNESCAPED) for what in page.strange)
    yield from (Problem(page.path, f"{target}: {what}") for target, what in links.wrong(page.path, page.links))


def _inputs(name: str, digest: str) -> str:
    return f"{name}\0{digest}"


def _read(given: tuple[Path, str]) -> Page:
    path, name = given
    return read_page(name, path.read_bytes())


def _record(given: tuple[Path, str]) -> bytes:
    return dump(_read(given))


def read_page(name: str, source: bytes) -> Page:
    """The record of a page, by the name of its file in the site and its bytes."""
    tree = html.document_fromstring(source, parser=html.HTMLParser(encoding="utf-8"))
    strange = tuple(dict.fromkeys(strange_markup(source.decode("utf-8")))) if _GENERATED.fullmatch(name) else ()
    ids = dict(Counter(_IDS(tree)))
    links, inline = links_of(tree), tuple(_inline(tree))
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


def _inline(tree: html.HtmlElement) -> Iterator[str]:
    if tree.xpath("//script[not(@src) and not(contains(@type, 'json'))]"):
        yield "inline script, which the content security policy refuses"
    if tree.xpath("//style[not(ancestor::*[local-name()='svg'])] | //*[@style]"):
        yield "inline style, which the content security policy refuses"
    for name in dict.fromkeys(a.attrname for a in tree.xpath("//@*[starts-with(name(), 'on')]")):
        yield f"attribute {name} would run a script"


def _stylesheets(site: Path, pages: Iterable[Page]) -> Iterator[Problem]:
    """Loads from elsewhere in the stylesheets that pages use."""
    used = {
        posixpath.normpath(posixpath.join(posixpath.dirname(page.path), urlsplit(target).path))
        for page in pages
        for target, loads in page.links.items()
        if loads and ".css" in target and urlsplit(target).path.endswith(".css") and not target.startswith("/")
    }
    for name in sorted(used):
        if (site / name).is_file():
            for match in _CSS_URL.finditer((site / name).read_text("utf-8")):
                target = match[1] or match[2] or ""
                if urlsplit(target).netloc:
                    yield Problem(name, f"{target}: loads from outside the site")


def _wanted(expected: Expected) -> dict[str, str]:
    """By the name of a page, a digest of what is expected of it."""
    at, said = partial(_page, expected.say), dict[str, list[object]]()
    for slug, wanted in (*expected.texts.items(), *expected.passages.items()):
        said.setdefault(at("essays", slug), []).append(wanted)
    said |= {at("arguments", slug): [count] for slug, count in expected.arguments.items()}
    return {name: sha256(repr(what).encode("utf-8", "surrogatepass")).hexdigest() for name, what in said.items()}


def _page(say: Pack, folder: str, slug: str) -> str:
    return f"{say.at(folder)}/{slug}/index.html"


def _data(pages: Mapping[str, Page], expected: Expected, same: Collection[str]) -> Iterator[Problem]:
    """Where pages do not show what they must; those that are the `same` as when they did are passed over."""
    at = partial(_page, expected.say)
    for name, units in ((at("essays", slug), units) for slug, units in expected.texts.items()):
        if name not in same:
            yield from _text(name, pages.get(name), units)
    for name, passages in ((at("essays", slug), passages) for slug, passages in expected.passages.items()):
        marked = passages if name in same else pages[name].passages if name in pages else ()
        yield from (Problem(name, f"passage {p} is not marked") for p in passages if p not in marked)
        yield from (Problem(name, f"marks {p}, which no argument has") for p in marked if p not in passages)
    parts: dict[str, list[str]] = {}
    for name in pages:
        parts.setdefault("/".join(name.split("/")[:2]), []).append(name)
    for argument, count in expected.arguments.items():
        own = at("arguments", argument)
        all_ = parts.get(own.removesuffix("/index.html"), [])
        if own in pages and all(name in same for name in all_):
            continue
        found = sum(pages[name].quotes.get(argument, 0) for name in all_) if own in pages else None
        if found != count:
            said = "the argument has no page" if found is None else f"shows {found} passages of {count}"
            yield Problem(own, said)


def _text(name: str, page: Page | None, units: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    if page is None or page.units is None:
        yield Problem(name, "the text has no page, or no [data-seed] on it")
        return
    yield from (Problem(name, what) for what in _differences(units, page.units))
    if page.stray:
        yield Problem(name, f"words outside any block, not marked as apparatus: {page.stray[:80]!r}")


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
