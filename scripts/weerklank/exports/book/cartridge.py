"""A book as a Common Cartridge, which a school takes into its own environment as a course: whole pages, or links.

The format: IMS Common Cartridge 1.3 (Final, July 2013), and 1.1 for Moodle, which reads no newer one. Every page is a
resource of its own, in a tree of the parts of the book.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from weerklank.exports.book.book import Book
from weerklank.exports.book.chapters import Chapter, chapters, stylesheet
from weerklank.exports.zipped import zipped
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, attribute, join, tag
from weerklank.state.kept import NOTHING_KEPT, Kept

Version = Literal["1.1", "1.3"]
_FOLDER = "pages"
_PARTS = ("texts", "arguments", "pages", "back")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the course: its title, what it leads to, and the files that it needs."""

    id: str
    part: str
    title: str
    type: str
    file: str
    content: str


def cartridge(book: Book, say: Pack, version: Version = "1.3", kept: Kept = NOTHING_KEPT) -> bytes:
    """The cartridge with every page of the book in it; those of texts may be `kept`."""
    bound = [chapter for chapter in chapters(book, say, epub=False, kept=kept) if chapter.part != "front"]
    entries = [_page(n, chapter) for n, chapter in enumerate(bound, 1)]
    return _packed(book, say, version, entries, {f"{_FOLDER}/book.css": stylesheet()})


def links(book: Book, say: Pack, version: Version = "1.3") -> bytes:
    """The thin cartridge: links to the site's own pages. The book must know the site's address (ValueError)."""
    if not book.address:
        raise ValueError("links need the address of the site")
    entries = [_link(n, *each, version) for n, each in enumerate(_addresses(book, say), 1)]
    return _packed(book, say, version, entries, {})


def _page(number: int, chapter: Chapter) -> _Entry:
    return _Entry(
        f"page-{number}", chapter.part, chapter.title, "webcontent", f"{_FOLDER}/{chapter.name}", chapter.markup
    )


def _addresses(book: Book, say: Pack) -> Iterator[tuple[str, str, str]]:
    """What the site has for a course: (part, title, address)."""
    root = f"{book.address.rstrip('/')}/"
    for text in book.texts:
        yield "texts", text.title, text.address
    for claim in book.claims:
        yield "arguments", f"{claim.number}. {claim.claim}", f"{root}{say.at('arguments')}/{claim.id}/"
    for page in book.pages:
        yield "pages", page.title, page.address
    yield "back", say("clash.title"), f"{root}{say.at('clashes')}/"
    yield "back", say("overview.title"), f"{root}{say.at('overview')}/"


def _link(number: int, part: str, title: str, address: str, version: Version) -> _Entry:
    kind = f"imswl_xmlv{version.replace('.', 'p')}"
    names = f"http://www.imsglobal.org/xsd/imsccv{version.replace('.', 'p')}/imswl_v{version.replace('.', 'p')}"
    target = Html(f'<url href="{attribute(address)}" target="_blank"/>')
    content = f'<?xml version="1.0" encoding="UTF-8"?>\n{tag("webLink", tag("title", title), target, xmlns=names)}\n'
    return _Entry(f"link-{number}", part, title, kind, f"links/link-{number}.xml", content)


def _packed(book: Book, say: Pack, version: Version, entries: Sequence[_Entry], more: dict[str, str]) -> bytes:
    made = {entry.file: entry.content for entry in entries} | more
    made["imsmanifest.xml"] = _manifest(book, say, version, entries, list(more))
    return zipped({name: text.encode() for name, text in made.items()})


def _manifest(book: Book, say: Pack, version: Version, entries: Sequence[_Entry], shared: Sequence[str]) -> str:
    code = f"v{version.replace('.', 'p')}"
    lom = f"http://ltsc.ieee.org/xsd/imscc{code}/LOM/manifest"
    names = {"xmlns": f"http://www.imsglobal.org/xsd/imscc{code}/imscp_v1p1", "xmlns:lomimscc": lom}
    body = [_metadata(book, version), _organizations(book, say, entries), _resources(entries, shared)]
    whole = tag("manifest", join(body, "\n"), identifier="weerklank", **names)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'


def _metadata(book: Book, version: Version) -> Html:
    title = _lom("title", _string(book.title, book.language))
    about = [_lom("description", _string(words, book.language)) for words in book.about[:1]]
    general = _lom("general", title, _lom("language", book.language), *about)
    schema = tag("schema", "IMS Common Cartridge"), tag("schemaversion", f"{version}.0")
    return tag("metadata", *schema, _lom("lom", general))


def _lom(name: str, *children: str) -> Html:
    return tag(f"lomimscc:{name}", *children)


def _string(words: str, language: str) -> Html:
    return tag("lomimscc:string", words, language=language)


def _organizations(book: Book, say: Pack, entries: Sequence[_Entry]) -> Html:
    headings = {
        "texts": say("book.texts"),
        "arguments": say("book.arguments"),
        "pages": say("book.pages"),
        "back": say("book.further"),
    }
    parts = []
    for part in _PARTS:
        own = [entry for entry in entries if entry.part == part]
        if own:
            items = [tag("item", tag("title", e.title), identifier=f"item-{e.id}", identifierref=e.id) for e in own]
            parts.append(tag("item", tag("title", headings[part]), *items, identifier=f"part-{part}"))
    root = tag("item", *parts, identifier="root")
    organization = tag("organization", root, identifier="course", structure="rooted-hierarchy")
    return tag("organizations", organization)


def _resources(entries: Sequence[_Entry], shared: Sequence[str]) -> Html:
    needs = [tag("dependency", identifierref=f"shared-{n}") for n, _ in enumerate(shared)]
    made = [_resource(entry, needs) for entry in entries]
    made += [
        tag("resource", tag("file", href=name), identifier=f"shared-{n}", type="webcontent", href=name)
        for n, name in enumerate(shared)
    ]
    return tag("resources", join(made, "\n"))


def _resource(entry: _Entry, needs: Sequence[Html]) -> Html:
    where = entry.file if entry.type == "webcontent" else None
    return tag("resource", tag("file", href=entry.file), *needs, identifier=entry.id, type=entry.type, href=where)
