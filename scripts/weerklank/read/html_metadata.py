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
from weerklank.languages.person_names import signature
from weerklank.languages.rules import sign
from weerklank.model import Metadata
from weerklank.read import page_json_ld as json_ld
from weerklank.read import zones
from weerklank.read.page_dates import stamped_date
from weerklank.read.page_json_ld import words

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "auteur")
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.created", "pubdate", "publishdate",
    "publish-date", "publication_date", "citation_publication_date", "citation_date", "parsely-pub-date",
    "sailthru.date",
)  # fmt: skip
_SITE = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher")
_BYLINE = re.compile(
    r"byline.*|.*-byline|author|author-name|.*-author|.*-author-name|entry-author|post-author|auteur|.*-auteur|posted-by"
    r"|fn|submitted|createdby|schrijver|.*__author|authors?|document-?author|post__author|by",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"published|posted-on|entry-date|date|.*-date|post-?date.*|publish-?date|pubdate|datum|.*-datum|submitted|create"
    r"|date-header|publicatiedatum|post-timestamp|dateline|timestamp|.*__date|document-?published",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"modified|updated?|lastmod|gewijzigd|bijgewerkt|aangepast", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:geschreven|gepost|geplaatst|ingezonden|ingediend|written|posted|submitted|gepubliceerd|published) )?"
    r"(?:door|by|van|auteurs?|authors?|tekst|schrijver)\b ?:? ?",
    re.IGNORECASE,
)
_AFTER = re.compile(r" ?[|•·–—,(] ?| (?:op|on|om|at|in) (?=\S{0,12} ?\d)|\d| (?:op|on) ")
_ADDRESS = re.compile(r"https?:|www\.|@|/")
_HEADLINE = re.compile(
    r"headline|(?:entry|post|article|artikel|page|item|blog|node|bericht)[-_]?(?:title|titel|heading)|.*__title|titel",
    re.IGNORECASE,
)
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
    site = _first([*(meta.get(key, "") for key in _SITE), *_publishers(nodes)])
    return Metadata(
        title=_title(soup, nodes, meta, site),
        subtitle=_first(words(node.get("alternativeHeadline")) for node in nodes),
        authors=_authors(soup, nodes, meta, site, outside),
        date=_date(soup, nodes, meta, outside),
        publication=site,
    )


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
        parts = {_key(part) for part in (title, _BRACKETED.sub("", title), *_parts(title))}
        if found := next((text for text in shown if _key(text) in parts), ""):
            return found
    best = _first(said[:-1]) or (said[-1] if not _parts(said[-1]) else None)
    if best:
        return next(
            (a for a, b in zip(_parts(best), _rests(best), strict=True) if site and _key(b) == _key(site)), best
        )
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


def _parts(title: str) -> list[str]:
    """What stands before and after each sign that may part a title from a site's name."""
    return [part for match in _PARTS.finditer(title) for part in (title[: match.start()], title[match.end() :])]


def _rests(title: str) -> list[str]:
    """For each of `_parts` what stands at the other side."""
    return [part for match in _PARTS.finditer(title) for part in (title[match.end() :], title[: match.start()])]


def _authors(
    soup: BeautifulSoup,
    nodes: Sequence[dict[str, Any]],
    meta: dict[str, str],
    site: str | None,
    outside: Callable[[Tag], bool],
) -> tuple[str, ...]:
    def people(said: Iterable[str]) -> tuple[str, ...]:
        parts = (part for words_ in said for name in re.split(r"[;\n]", words_) for part in _split(name.strip()))
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
    name = _without_by(text).strip()
    return name if _names_author(element) and signature(name) else ""


def _read_off(text: str) -> dict[str, str] | None:
    """The 'authors', joined by '; ', and the 'date' in a line that only says who and when; None for any other line."""
    fields = said(text)
    return None if fields is None else {field: value for _, _, field, value in fields}


def _is_byline(tag: Tag) -> bool:
    return zones.zone(tag) == zones.BYLINE


def _names_author(tag: Tag) -> bool:
    said = str(tag.get("rel") or "") + " " + str(tag.get("itemprop") or "")
    return "author" in said or any(_BYLINE.fullmatch(name[:80]) for name in _classes(tag))


def _without_by(text: str) -> str:
    """A byline without 'Door' and what follows the names."""
    match = _BY.match(text)
    text = text[match.end() :] if match else text
    return _AFTER.split(text, maxsplit=1)[0] if not signature(text) else text


def _split(name: str) -> tuple[str, ...]:
    return signature(name) or (name,)


def _is_author(name: str, site: str | None) -> bool:
    if not name or len(name) > 80 or _ADDRESS.search(name) or name.lower() in _ACCOUNTS:
        return False
    return any(c.isalpha() for c in name) and not (site and _key(name) == _key(site))


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
    named = {name.lower() for name in _classes(tag)}
    changed = any(_CHANGED.search(name) for name in named) and not named & {"published", "entry-date"}
    return tag.name == "time" and not changed and "dateModified" not in str(tag.get("itemprop") or "")


def _shows_date(tag: Tag) -> bool:
    named = _classes(tag)
    return any(_DATED.fullmatch(n[:80]) for n in named) and not any(_CHANGED.search(n[:80]) for n in named)


def _shown(soup: BeautifulSoup, outside: Callable[[Tag], bool], wanted: Callable[[Tag], bool]) -> Iterator[Tag]:
    """Elements of the page's body that may speak of this text, in page order, at most a hundred."""
    count = 0
    for tag in soup.find_all(True):
        if count < 100 and wanted(tag) and not outside(tag):
            count += 1
            yield tag


def _classes(tag: Tag) -> list[str]:
    said: str | list[str] = tag.get("class") or []
    return said.split() if isinstance(said, str) else list(said)


def _publishers(nodes: Sequence[dict[str, Any]]) -> list[str]:
    return [name for key in ("publisher", "isPartOf") for node in nodes for name in json_ld.names(node.get(key))]


def _first(said: Iterable[str]) -> str | None:
    return next((text for text in said if text), None)


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
