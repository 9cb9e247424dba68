"""What an HTML page says of its text: title, authors, date, place of publication.

Order of trust: JSON-LD, then meta elements, then what the page shows. A date of change is no date
of publication, the site's name is no author, and what stands among comments or related items says
nothing of this text. What is not said stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from bs4 import BeautifulSoup, Tag

from weerklank.clean.web.meta_line import said
from weerklank.languages.folding import letters
from weerklank.languages.person_names import signature
from weerklank.languages.rules import sign
from weerklank.model import Metadata
from weerklank.read import page_json_ld as json_ld
from weerklank.read import zones
from weerklank.read.page_dates import stamped_date
from weerklank.read.page_json_ld import words

_TITLES, _AUTHORS, _DATES, _SITE = map(zones.meta_names, ("title", "author", "date", "site"))
_BYLINE = zones.named("author")
_DATED = zones.named("date")
_CHANGED = re.compile(r"modified|updated?|lastmod|gewijzigd|bijgewerkt|aangepast", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:geschreven|gepost|geplaatst|ingezonden|ingediend|written|posted|submitted|gepubliceerd|published) )?"
    r"(?:door|by|van|auteurs?|authors?|tekst|schrijver)\b ?:? ?",
    re.IGNORECASE,
)
_AFTER = re.compile(r" ?[|•·–—,(] ?| (?:op|on|om|at|in) (?=\S{0,12} ?\d)|\d| (?:op|on) ")
_ADDRESS = re.compile(r"https?:|www\.|@|/")
URL = re.compile(r"https?://[^\s<>\"'`{}|\\^]+")
"""An address on the web; no other scheme may become a link."""
_LONGEST = 500  # characters of an address; one with more is no article's
_HEADLINE = zones.named("headline")
_HOME = re.compile(r"/|(?:https?:)?//[^/]+/?|(?:\./)?index\.(?:html?|php)")
_ACCOUNTS = {
    "admin", "administrator", "anoniem", "anonymous", "auteur", "author", "beheerder", "editor", "gast", "root",
    "super user", "superuser", "user", "webmaster", "wordpress",
}  # fmt: skip
_NO_TITLE = sign("no-page-title")
_BRACKETED = re.compile(r" \([^()]+\)$")
_PARTS = re.compile(r" [|–—·•»:-] |: ")


def page_metadata(soup: BeautifulSoup, outside: Callable[[Tag], bool]) -> Metadata:
    """The metadata of a page. `outside` tells whether an element stands among comments, navigation
    or other texts, and so says nothing of this one.
    """
    nodes, meta = json_ld.articles(soup), _meta(soup)
    of = [node.get(key) for key in ("publisher", "isPartOf") for node in nodes]
    site = _first([*(meta.get(key, "") for key in _SITE), *(name for each in of for name in json_ld.names(each))])
    return Metadata(
        title=_title(soup, nodes, meta, site),
        subtitle=_first(words(node.get("alternativeHeadline")) for node in nodes),
        authors=_authors(soup, nodes, meta, site, outside),
        date=_date(soup, nodes, meta, outside),
        publication=site,
        url=_address(soup, meta),
    )


def _address(soup: BeautifulSoup, meta: dict[str, str]) -> str | None:
    """Where the page says that it stands, as long as that is no site's front page."""
    said = [words(link.get("href")) for link in soup.find_all("link", rel="canonical", limit=3)]
    said.append(meta.get("og:url", ""))
    return _first(url for url in said if URL.fullmatch(url) and len(url) < _LONGEST and not _HOME.fullmatch(url))


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    """Name or property -> content, in small letters; the first of each, but authors add up with '; '."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        key = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()[:80]
        content = words(tag.get("content"))[:1000]
        if key in _AUTHORS and key in found and content:
            found[key] += f"; {content}"
        elif key and content:
            found.setdefault(key, content)
    return found


def _title(soup: BeautifulSoup, nodes: Sequence[dict[str, Any]], meta: dict[str, str], site: str | None) -> str | None:
    said = [words(node.get(key)) for node in nodes for key in ("headline", "name")]
    tag = soup.title
    said += [*(meta.get(key, "") for key in _TITLES), words(tag.get_text()) if tag else ""]
    said = ["" if _NO_TITLE.fullmatch(title) else title for title in said]
    shown = _headings(soup)
    for title in filter(None, said):
        parts = {letters(part) for part in (title, _BRACKETED.sub("", title), *(part for part, _ in _parted(title)))}
        if found := next((text for text in shown if letters(text) in parts), ""):
            return found
    best = _first(said[:-1]) or (None if _PARTS.search(said[-1]) else said[-1])
    if best:
        return next((part for part, rest in _parted(best) if site and letters(rest) == letters(site)), best)
    return _first(shown)


def _headings(soup: BeautifulSoup) -> list[str]:
    """The texts of headings that may be the title: those named for it first, then by level."""
    found: list[tuple[bool, str, int, str]] = []
    for heading in soup.find_all(["h1", "h2", "h3"], limit=300):
        named = any(_HEADLINE.fullmatch(name) for name in zones.names_of(heading))
        home = any(_HOME.fullmatch(str(link.get("href") or "")[:200]) for link in heading.find_all("a", limit=3))
        text = words(heading.get_text(" "))
        if text and not home and (named or heading.name != "h3"):
            found.append((not named, heading.name, len(found), text))
    return [text for *_, text in sorted(found)]


def _parted(title: str) -> list[tuple[str, str]]:
    """What stands before and after each sign that may part a title from a site's name, each with the other."""
    halves = [(title[: match.start()], title[match.end() :]) for match in _PARTS.finditer(title)]
    return [pair for before, after in halves for pair in ((before, after), (after, before))]


def _authors(
    soup: BeautifulSoup,
    nodes: Sequence[dict[str, Any]],
    meta: dict[str, str],
    site: str | None,
    outside: Callable[[Tag], bool],
) -> tuple[str, ...]:
    def people(said: Iterable[str]) -> tuple[str, ...]:
        listed = [name.strip() for words_ in said for name in re.split(r"[;\n]", words_)]
        parts = (part for name in listed for part in signature(name) or (name,))
        return tuple(dict.fromkeys(name for name in parts if _is_author(name, site)))

    for node in nodes:
        if found := people(json_ld.names(node.get("author")) or json_ld.names(node.get("creator"))):
            return found
    for key in _AUTHORS:
        if found := people([meta.get(key, "")]):
            return found
    for element in _shown(soup, outside, lambda tag: _names_author(tag) or _is_byline(tag)):
        if found := people([_signers(element)]):
            return found
    return ()


def _signers(element: Tag) -> str:
    """The names in an element, joined by '; ': those of a byline, or its words where it is named for its author."""
    text = words(element.get_text(" "))[:200]
    read = _read_off(text)
    if read is not None:
        return read.get("authors", "")
    name = _BY.sub("", text, count=1) if _BY.match(text) else text
    name = (name if signature(name) else _AFTER.split(name, maxsplit=1)[0]).strip()
    return name if _names_author(element) and signature(name) else ""


def _read_off(text: str) -> dict[str, str] | None:
    """The 'authors', joined by '; ', and the 'date' in a line that only says who and when; None for any other line."""
    fields = said(text)
    return None if fields is None else {field: value for _, _, field, value in fields}


def _is_byline(tag: Tag) -> bool:
    return zones.zone(tag) == zones.BYLINE


def _names_author(tag: Tag) -> bool:
    said = str(tag.get("rel") or "") + " " + str(tag.get("itemprop") or "")
    return "author" in said or any(_BYLINE.fullmatch(name[:80]) for name in tag.get_attribute_list("class"))


def _is_author(name: str, site: str | None) -> bool:
    if not name or len(name) > 80 or _ADDRESS.search(name) or name.lower() in _ACCOUNTS:
        return False
    return any(c.isalpha() for c in name) and not (site and letters(name) == letters(site))


def _date(
    soup: BeautifulSoup, nodes: Sequence[dict[str, Any]], meta: dict[str, str], outside: Callable[[Tag], bool]
) -> str | None:
    said = [words(node.get("datePublished")) for node in nodes] + [meta.get(key, "") for key in _DATES]
    said += [words(node.get("dateCreated")) for node in nodes]
    for text in said:
        if text and (date := stamped_date(text)):
            return date
    for wanted in (_published_time, _shows_date, _is_byline):
        for element in _shown(soup, outside, wanted):
            stamp = words(element.get("datetime") or element.get("content"))
            text = stamp or words(element.get_text(" "))[:200]
            read = _read_off(text)
            date = read.get("date") if read is not None else None if wanted is _is_byline else stamped_date(text)
            if date and not _CHANGED.search(text):
                return date
    return None


def _published_time(tag: Tag) -> bool:
    if "datePublished" in str(tag.get("itemprop") or ""):
        return True
    named = {name.lower() for name in tag.get_attribute_list("class")}
    changed = any(_CHANGED.search(name) for name in named) and not named & {"published", "entry-date"}
    return tag.name == "time" and not changed and "dateModified" not in str(tag.get("itemprop") or "")


def _shows_date(tag: Tag) -> bool:
    named = tag.get_attribute_list("class")
    return any(_DATED.fullmatch(n[:80]) for n in named) and not any(_CHANGED.search(n[:80]) for n in named)


def _shown(soup: BeautifulSoup, outside: Callable[[Tag], bool], wanted: Callable[[Tag], bool]) -> Iterator[Tag]:
    """Elements of the page's body that may speak of this text, in page order, at most a hundred."""
    count = 0
    for tag in soup.find_all(True):
        if count < 100 and wanted(tag) and not outside(tag):
            count += 1
            yield tag


def _first(said: Iterable[str]) -> str | None:
    return next((text for text in said if text), None)
