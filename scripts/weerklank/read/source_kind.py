"""What kind of source a page is, where that is more than one essay on a page, or less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bs4 import BeautifulSoup, Tag

from weerklank.languages.rules import sign
from weerklank.read.cards import HEADINGS, leads_within
from weerklank.read.page_blocks import PageBlock
from weerklank.read.partial_text import TEASERS
from weerklank.read.zones import elements

FREE = "isAccessibleForFree"
_IN_BROWSER, _LEAVE = sign("mail-in-browser"), sign("mail-leave")
_NEXT = re.compile(r"(?:[?&](?:page|pagina|seite|pg)=|/(?:page|pagina|seite)/?|/)2/?")
_SECOND = re.compile(r"[?&](?:page|pagina|seite|pg)=2(?:$|&)|/(?:(?:page|pagina|seite)[/-]?)?2/?$")
_WIKI = re.compile(r"\w*wiki|moinmoin")  # MediaWiki, DokuWiki, TWiki, XWiki, Foswiki …
_SHARE = 0.7  # of the running text that stands in what announces other texts
_TABLES = 3  # of a mail's layout, at least
_ITEMS = ("article", "div", "li", "section", "tr", "td")
_SENTENCE = 8  # words of a block that says something


def made_as(source: str, soup: BeautifulSoup, lines: Iterable[str]) -> str:
    """'word', 'wiki' or 'newsletter' where a page was made as such, '' for any other; `source` is its HTML."""
    generator = soup.find("meta", attrs={"name": re.compile("^(?:generator|progid|originator)$", re.IGNORECASE)})
    made = str(generator.get("content") or "").lower() if generator else ""
    if _WIKI.match(made) or "mw-parser-output" in source:
        return "wiki"
    if made.startswith(("microsoft word", "word.")) or "Mso" in source and _mostly_word(soup):
        return "word"
    short = [line for line in lines if len(line) < 100]
    mail = any(map(_IN_BROWSER.search, short)) and any(map(_LEAVE.search, short))
    return "newsletter" if mail and len(soup.find_all("table", limit=_TABLES)) == _TABLES else ""


def listed(soup: BeautifulSoup, blocks: Sequence[PageBlock], own: str) -> int:
    """How many texts a page announces that holds no other: built alike, each with a title that leads to another page
    of the site; 0 for a page with a text of its own. `own` is the page's address.
    """
    titles = list(elements(soup, ("h1", *HEADINGS)))
    leading = [title for title in titles if leads_within(title, own)]
    if len(leading) < TEASERS:
        return 0
    every, away = (Counter(id(tag) for title in each for tag in title.parents) for each in (titles, leading))
    prose = [
        block for block in blocks if len(block.text.split()) >= _SENTENCE and not block.linked * 2 > len(block.text)
    ]
    rows: dict[tuple[int, str, str], dict[int, Tag]] = {}
    held: dict[tuple[int, str, str], int] = {}
    for block in prose:
        for tag in block.path:
            key = (id(tag.parent), tag.name, " ".join(tag.get_attribute_list("class")[:1]))
            if tag.name in _ITEMS and every[id(tag)] == away[id(tag)] == 1:
                rows.setdefault(key, {})[id(tag)] = tag
                held[key] = held.get(key, 0) + len(block.text)
    total = sum(len(block.text) for block in prose)
    full = [len(row) for key, row in rows.items() if len(row) >= TEASERS and held[key] >= _SHARE * total]
    return max(full, default=0)


def page_doubts(soup: BeautifulSoup, nodes: Sequence[dict[str, Any]], own: str) -> Iterator[str]:
    """What the elements of a page tell of that."""
    following = [str(tag["href"]) for tag in soup.find_all(["link", "a"], rel="next", href=True, limit=3)]
    second = next((href for href in following if _is_second(href, own)), None) or _numbered_second(soup, own)
    if second:
        yield f"goes on on a next page ({second[:100]}): join the pages into one file"
    if any(str(node.get(FREE)).lower() == "false" for node in nodes):
        yield "says that it is not free to read: see whether the text is whole"


def _mostly_word(soup: BeautifulSoup) -> bool:
    """Whether Word named most of the paragraphs of a page."""
    named = soup.find_all("p", class_=re.compile("^Mso"))
    return bool(named) and len(named) * 2 >= len(soup.find_all("p"))


def _numbered_second(soup: BeautifulSoup, own: str) -> str:
    """Where the link '2' leads that stands between the numbers of this text's pages; '' where none does."""
    path = "/" + own.partition("//")[2].partition("/")[2].rstrip("/")
    for link in soup.find_all("a", href=True, string=re.compile(r"^\s*2\s*$"), limit=3):
        href, beside = str(link["href"]), link.find_parent(["ul", "ol", "nav", "p", "div"])
        numbers = beside.get_text(" ").split() if beside else ()
        mine = href.startswith(("?", own or "?", f"{path}/" if own else "/", f"{path}?"))
        if "1" in numbers and mine and "comment" not in href and _SECOND.search(href):
            return href
    return ""


def _is_second(href: str, own: str) -> bool:
    """Whether an address is that of the second page of this one; where its own is unknown, by its form alone."""
    base = own.rstrip("/").removesuffix(".html")
    return (
        bool(_NEXT.fullmatch(href.removeprefix(base)))
        if own and href.startswith(base)
        else bool(re.fullmatch(r"\??(?:page|pagina|seite|pg)=2", href))
    )
