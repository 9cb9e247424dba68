"""What an HTML page says of its text: title, authors, date, place of publication.

Who wrote it and when is voted by all places that say so (who_and_when.py, witnesses.py). What is not said stays
unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from bs4 import BeautifulSoup, Tag

from weerklank.languages.folding import letters
from weerklank.languages.rules import sign
from weerklank.model import Metadata, Witness
from weerklank.model.slugs import URL
from weerklank.read import page_json_ld as json_ld
from weerklank.read import zones
from weerklank.read.page_json_ld import words
from weerklank.read.who_and_when import SaysOfItself
from weerklank.read.witnesses import with_witnesses

_TITLES, _AUTHORS, _SITE = map(zones.meta_names, ("title", "author", "site"))
_LONGEST = 500  # characters of an address; one with more is no article's
_HOME = re.compile(r"/|(?:https?:)?//[^/]+/?|(?:\./)?index\.(?:html?|php)")
_NO_TITLE = sign("no-page-title")
_BRACKETED = re.compile(r" \([^()]+\)$")
_SITE_RANK = 2  # behind what only looks like a label
_PARTS = re.compile(r" [|–—·•»«:-] |: ")


def page_metadata(soup: BeautifulSoup, outside: Callable[[Tag], bool], zone: Callable[[Tag], str]) -> Metadata:
    """The metadata of a page. `outside` tells whether an element stands among comments, navigation
    or other texts, and so says nothing of this one; `zone` names the zone that an element opens.
    """
    nodes, meta = json_ld.articles(soup), _meta(soup)
    of = [node.get(key) for key in ("publisher", "isPartOf") for node in nodes]
    site = _first([*(meta.get(key, "") for key in _SITE), *(name for each in of for name in json_ld.names(each))])
    address = _address(soup, meta)
    title = _title(soup, nodes, meta, site)
    parts = {letters(part) for pair in _parted(window_bar(soup)) for part in pair}
    sites = parts - {"", letters(title or "")}
    places = _title_places(soup, nodes, meta, title)
    about = Metadata(
        title=title,
        subtitle=_first(words(node.get("alternativeHeadline")) for node in nodes),
        publication=site,
        url=address,
        witnesses=tuple(Witness("title", title or "", place) for place in places),
    )
    page = SaysOfItself(soup, nodes, meta, letters(site or ""), sites, address, outside, zone)
    return with_witnesses(about, page.witnesses())


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
    said += [*(meta.get(key, "") for key in _TITLES), window_bar(soup)]
    said = ["" if _NO_TITLE.fullmatch(title) else title for title in said]
    window = {letters(part) for pair in _parted(said[-1]) for part in pair} | {letters(said[-1])}
    shown = _headings(soup, window - {"", letters(site or "")}, letters(said[-1]))
    for title in filter(None, said):
        parts = {letters(part) for part in (title, _BRACKETED.sub("", title), *(part for part, _ in _parted(title)))}
        if found := next((text for text in shown if letters(text) in parts), ""):
            return found
    best = _first(said[:-1]) or (said[-1] if _is_shown(soup, said[-1]) else None)
    if best:
        return next((part for part, rest in _parted(best) if site and letters(rest) == letters(site)), best)
    return _first(shown)


def _title_places(
    soup: BeautifulSoup, nodes: Sequence[dict[str, Any]], meta: dict[str, str], title: str | None
) -> Iterator[str]:
    """The kinds of place that say the title, alone or as a part of what they say."""
    said = {
        "JSON-LD": [words(node.get(key)) for node in nodes for key in ("headline", "name")],
        "meta": [meta.get(key, "") for key in _TITLES],
        "window": [window_bar(soup)],
        "heading": [words(each.get_text(" ")) for each in zones.elements(soup, ("h1", "h2", "h3", "h4"))],
    }
    for place, titles in said.items():
        parts = {letters(part) for one in titles for part in (one, *(p for p, _ in _parted(one)))}
        if title and letters(title) in parts:
            yield place


def window_bar(soup: BeautifulSoup) -> str:
    """What stands in the window's bar."""
    return words(soup.title.get_text()) if soup.title else ""


def _headings(soup: BeautifulSoup, window: Collection[str], bar: str) -> list[str]:
    """The texts of headings that may be the title: those that the window's bar holds (`window`: its parts) and those
    named for it first, then by level. Where two are parts of the `bar`, the site's name is the one that stands first
    on the page and last there.
    """
    found: list[tuple[bool, bool, int, str, int, str]] = []
    above: tuple[int, int] | None = None  # the places of a heading with such a name: in the bar, and in `found`
    for heading in islice(zones.elements(soup, ("h1", "h2", "h3", "h4")), 300):
        named = zones.means(heading, "headline")
        home = any(_HOME.fullmatch(str(link.get("href") or "")[:200]) for link in heading.find_all("a", limit=3))
        text = _without_kicker(heading)
        known = letters(text) in window
        if text and not home and (named or known or heading.name in ("h1", "h2")):
            if known and above and bar.find(letters(text)) < above[0]:
                site = found[above[1]]
                found[above[1]] = (site[0], site[1], _SITE_RANK, *site[3:])
            label = int(known and " " not in text)  # as a site's name is, above the title
            above = (bar.find(letters(text)), len(found)) if known else above
            found.append((not known, not named, label, heading.name, len(found), text))
    return [text for *_, text in sorted(found)]


def _is_shown(soup: BeautifulSoup, bar: str) -> bool:
    """Whether what the window's bar holds stands on the page, below the first heading where there is one; of a page
    without such a heading that is taken for granted where no sign parts a site's name from it.
    """
    crown = next((each for each in zones.elements(soup, ("h1",)) if words(each.get_text(" "))), None)
    if crown is None and not _PARTS.search(bar):
        return True
    below = (crown or soup.body or soup).next_elements
    return any(isinstance(each, str) and letters(words(each)) == letters(bar) for each in below)


def _without_kicker(heading: Tag) -> str:
    """The words of a heading, without a rubric that has an element of its own in it and the sign behind that."""
    text = words(heading.get_text(" "))
    for part in heading.find_all(True, limit=10):
        label = words(part.get_text(" "))
        if label and text.startswith(label) and zones.means(part, "beside-title"):
            return text.removeprefix(label).lstrip(" :|–—-") or text
    return text


def _parted(title: str) -> list[tuple[str, str]]:
    """What stands before and after each sign that may part a title from a site's name, each with the other."""
    halves = [(title[: match.start()], title[match.end() :]) for match in _PARTS.finditer(title)]
    return [pair for before, after in halves for pair in ((before, after), (after, before))]


def _first(said: Iterable[str]) -> str | None:
    return next((text for text in said if text), None)
