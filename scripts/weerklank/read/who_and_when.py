"""What of an HTML page says who wrote its text and when: each place that does, as a witness.

A date of change is no date of publication, the site's name is no author, and what stands among comments or related
items says nothing of this text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bs4 import BeautifulSoup, Tag

from weerklank.clean.web.meta_line import owner, said, signed
from weerklank.languages.folding import letters
from weerklank.languages.person_names import ACCOUNTS, PARTICLE, is_name, is_person, names, signature
from weerklank.model import Metadata, Witness
from weerklank.read import page_json_ld as json_ld
from weerklank.read import zones
from weerklank.read.page_dates import address_date, stamped_date
from weerklank.read.page_json_ld import words

_AUTHORS, _DATES = map(zones.meta_names, ("author", "date"))
_CHANGED = re.compile(r"modified|updated?|lastmod|gewijzigd|bijgewerkt|aangepast", re.IGNORECASE)
_BY = re.compile(
    r"^(?:(?:geschreven|gepost|geplaatst|ingezonden|ingediend|written|posted|submitted|gepubliceerd|published"
    r"|geschrieben|eingestellt|veröffentlicht) )?"
    r"(?:(?:door|by|auteurs?|authors?|autor(?:in)?|tekst|text|schrijver)\b ?:? ?)+",
    re.IGNORECASE,
)
_FROM = re.compile(r"^v[ao]n ", re.IGNORECASE)  # announces a writer, and begins names too
_AFTER = re.compile(r" ?[|•·–—,(] ?| (?:op|on|om|at|in|am|um) (?=\S{0,12} ?\d)|\d| (?:op|on|am) ")
_BEGINS_LAST = re.compile(rf"{PARTICLE} ", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|@|/")
_NO_NAME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|diens|donners"
    r"|frei|sams|sonn)tag|twitter|facebook)\b|(?:published|posted|modified|updated|gepubliceerd|geplaatst|bijgewerkt)\b",
    re.IGNORECASE,
)
_LONGEST = 80  # characters of a name
_SHOWN = 100  # elements that are looked at


@dataclass(frozen=True)
class SaysOfItself:
    """A page's tree, its JSON-LD, its meta elements, what its site is called and may be
    called (in letters), its address, what stands outside, and the zones of its elements.
    """

    soup: BeautifulSoup
    nodes: Sequence[dict[str, Any]]
    meta: dict[str, str]
    site: str
    sites: Collection[str]
    address: str | None
    outside: Callable[[Tag], bool]
    zone: Callable[[Tag], str]

    def witnesses(self) -> tuple[Witness, ...]:
        """All that say who and when, the surest first."""
        said = [each for each in (*self._machines(), *self._shown()) if each.value]
        return tuple(dict.fromkeys(kept for each in said if (kept := self._without_site(each, said)).value))

    def _without_site(self, one: Witness, said: Sequence[Witness]) -> Witness:
        """A witness without the site's name among the authors: but a site may be called after the one who writes it,
        where two places say so, or it is not sure that this is its name.
        """
        if one.field != "authors":
            return one
        places = {each.place for each in said if each.value == one.value}
        sites = {self.site, *self.sites}
        others = any(
            each.field == "authors" and sites.isdisjoint(map(letters, each.value.split("; "))) for each in said
        )
        person = not others and is_person(one.value) and len(places) + (letters(one.value) != self.site) > 1
        people = [name for name in one.value.split("; ") if person or letters(name) not in sites]
        return replace(one, value="; ".join(people))

    def _machines(self) -> Iterator[Witness]:
        """What stands in the page for programs to read."""
        for node in self.nodes:
            people = json_ld.names(node.get("author")) or json_ld.names(node.get("creator"))
            yield Witness("authors", self._people(people), "JSON-LD")
        for key in ("datePublished", "dateCreated"):
            for node in self.nodes:
                yield Witness("date", stamped_date(words(node.get(key))) or "", "JSON-LD")
        yield from (Witness("authors", self._people([self.meta.get(key, "")]), "meta") for key in _AUTHORS)
        yield from (Witness("date", stamped_date(self.meta.get(key, "")) or "", "meta") for key in _DATES)
        yield Witness("date", address_date(self.address or "") or "", "address")

    def _shown(self) -> Iterator[Witness]:
        """What elements of the page's body say that are named for it, the surest first, a hundred of a kind at most."""
        found: dict[tuple[str, str], list[Tag]] = {each: [] for each in _NAMED_PLACES}
        for tag in self.soup.find_all(True):
            for each in _places(tag, self.zone(tag) == zones.BYLINE):
                if len(found[each]) < _SHOWN and not self.outside(tag):
                    found[each].append(tag)
        for (field, place), tags in found.items():
            for tag in tags:
                read = self._people(_signers(tag)) if field == "authors" else _date_of(tag, place == "byline")
                yield Witness(field, read, place)

    def _people(self, said: Iterable[str]) -> str:
        """The names that may be authors', joined by '; '."""
        listed = [name.strip() for words_ in said for name in re.split(r"[;\n]", words_)]
        parts = (part for name in listed for part in _names_in(name))
        return "; ".join(dict.fromkeys(name for name in parts if self._is_author(name)))

    @staticmethod
    def _is_author(name: str) -> bool:
        if not name or len(name) > _LONGEST or _ADDRESS.search(name) or name.lower() in ACCOUNTS:
            return False
        account = " " not in name and name.islower()
        return any(c.isalpha() for c in name) and not account and not _NO_NAME.search(name)


_NAMED_PLACES = (
    ("authors", "itemprop"), ("authors", "byline"),
    ("date", "itemprop"), ("date", "time"), ("date", "byline"), ("date", "class"),
)  # fmt: skip


def _places(tag: Tag, byline: bool) -> Iterator[tuple[str, str]]:
    """What an element says by its name or attributes, and which kind of place that makes it; `byline`: its zone is."""
    said_ = _attributes(tag)
    named = zones.means(tag, "author")
    if byline or named or "author" in said_:
        yield "authors", "itemprop" if "author" in said_ else "byline"
    if "datePublished" in said_ or "dateCreated" in said_:
        yield "date", "itemprop"
    if _published_time(tag):
        yield "date", "time"
    if byline:
        yield "date", "byline"
    if zones.means(tag, "date") and not any(_CHANGED.search(name) for name in zones.names_of(tag)):
        yield "date", "class"


def _attributes(tag: Tag) -> str:
    """What an element is called in microdata, RDFa and by its link's relation."""
    return " ".join(str(tag.get(key) or "") for key in ("rel", "itemprop", "property"))


def _names_in(words_: str) -> tuple[str, ...]:
    """The names that an element or attribute gives; one that is turned round as bibliographies do ('Bruggen, Otto
    van', 'van Dijk, Jan') with its first part first.
    """
    last, comma, first = words_.partition(", ")
    if comma and not is_name(first) and is_name(f"{first} {last}") and (_BEGINS_LAST.match(last) or not is_name(last)):
        return (f"{first} {last}",)
    return signature(_unannounced(words_)) or signature(words_) or (words_,)


def _unannounced(words_: str) -> str:
    """Words without those at their beginning that announce who wrote a text."""
    bare = _BY.sub("", words_)
    return own if names(own := _FROM.sub("", bare)) else bare


def _signers(element: Tag) -> list[str]:
    """The names in an element: those of a byline, or its words where it is named for its author."""
    text = words(element.get_text(" "))[:200]
    read = _read_off(text)
    if read is not None:
        return [read.get("authors", "")]
    name = _unannounced(text)
    name = (name if signature(name) else _AFTER.split(name, maxsplit=1)[0]).strip()
    if not _names_author(element) or element.find(_names_author):
        return []
    inside = [words(link.get_text(" ")) for link in element.find_all("a", limit=20)]
    return [part for part in inside if is_name(part)] or ([name] if signature(name) else [])


def line_witnesses(lines: Iterable[str]) -> Iterator[Witness]:
    """What lines beside the text say that say nothing but who and when."""
    for line in lines:
        for field, value in (_read_off(line) or {}).items():
            if field in ("authors", "date"):
                yield Witness(field, value, "line")


def signer(about: Metadata, text: Iterable[str], page: Iterable[str], window: str) -> Iterator[Witness]:
    """Who signed the text below the words that close a letter; where nobody is known, whose the page's rights are,
    unless the window's bar has that name, as it has the site's.
    """
    if name := signed(text):
        yield Witness("authors", name, "line")
    elif not about.authors and len(owners := set(filter(None, map(owner, page)))) == 1:
        yield from (Witness("authors", name, "rights") for name in owners if name not in window)


def _read_off(text: str) -> dict[str, str] | None:
    """The 'authors', joined by '; ', and the 'date' in a line that only says who and when; None for any other line."""
    fields = said(text)
    return None if fields is None else {field: value for _, _, field, value in fields}


def _names_author(tag: Tag) -> bool:
    return "author" in _attributes(tag) or zones.means(tag, "author")


def _date_of(element: Tag, byline: bool) -> str:
    """The day that an element gives; '' where it gives none or that of a change."""
    stamp = words(
        element.get("datetime") or element.get("content") or (element.name == "abbr" and element.get("title"))
    )
    text = stamp or words(element.get_text(" "))[:200]
    read = _read_off(text)
    date = read.get("date") if read is not None else None if byline else stamped_date(text)
    return "" if not date or _CHANGED.search(text) else date


def _published_time(tag: Tag) -> bool:
    named = {name.lower() for name in tag.get_attribute_list("class")}
    changed = any(_CHANGED.search(name) for name in named) and not named & {"published", "entry-date"}
    return tag.name == "time" and not changed and "dateModified" not in str(tag.get("itemprop") or "")
