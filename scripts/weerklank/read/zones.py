"""Which elements of a page are not the author's: comments, navigation, share bars and the like.

Decided by tag, role and the words of class and id, Dutch and English. A name is judged whole
('comments-open' says something of the page and is no list of comments), and whoever asks protects
the elements that hold the title or the body.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from bs4 import Tag

from weerklank.languages.rules import filled

COMMENTS = "comments"
READERS = "readers"
"""Named for readers' words by a name that an essay may bear too ('review', 'reply'): for whoever asks to protect it."""
HIDDEN = "hidden"
FORM = "form"
CAPTION = "caption"
PULL_QUOTE = "pull-quote"
FURNITURE = "furniture"
BYLINE = "byline"
ASIDE = "aside"


def _named(kind: str) -> re.Pattern[str]:
    """The names of page_names.toml for a kind of element as one expression, for a whole name."""
    words = (filled(word, _NAMES["parts"], "page_names.toml") for word in _NAMES[kind].split())
    return re.compile("|".join(words), re.IGNORECASE)


def meta_names(field: str) -> tuple[str, ...]:
    """The names of meta elements that say this of a text: 'title', 'author', 'date' or 'site'; the surest first."""
    return tuple(_NAMES["meta"][field].split())


_NAMES = tomllib.loads(Path(__file__).with_name("page_names.toml").read_text("utf-8"))
_KINDS = {kind: _named(kind) for kind, words in _NAMES.items() if isinstance(words, str)}
_ZONES = (HIDDEN, CAPTION, PULL_QUOTE, BYLINE, FURNITURE)
_TAGS: dict[str, str] = _NAMES["tags"]
_ROLES: dict[str, str] = _NAMES["roles"]
_LONG_TAGS = ("html", "body", "main")
_NAME_LIMIT = 80


def zone(element: Tag) -> str:
    """The zone that this element opens, '' for none. What its ancestors open is not looked at."""
    if element.name in _LONG_TAGS:
        return ""
    names = names_of(element)
    if any(is_comment_name(name) for name in names):
        return COMMENTS
    by_tag = _TAGS.get(element.name) or _ROLES.get(str(element.get("role") or "").lower()) or _page_part(element)
    if by_tag:
        return by_tag
    if _is_hidden(element):
        return HIDDEN
    meant = [kinds(name) for name in names]
    if any("readers" in each for each in meant) or _is_labelled(element):
        return READERS
    if any("built" in each for each in meant) or _is_teaser(element) or _is_button(element, meant):
        return FURNITURE
    return next((kind for each in meant if "builder" not in each for kind in _ZONES if kind in each), "")


def remembered() -> Callable[[Tag], str]:
    """`zone`, that looks at each element of one page once."""
    known: dict[int, str] = {}

    def look(element: Tag) -> str:
        key = id(element)
        if key not in known:
            known[key] = zone(element)
        return known[key]

    return look


def elements(parent: Tag, names: Collection[str]) -> Iterator[Tag]:
    """The elements inside another that have one of these names, in page order: what `find_all` finds, sooner."""
    return (each for each in parent.descendants if isinstance(each, Tag) and each.name in names)


def means(element: Tag, kind: str) -> bool:
    """Whether a name of the element's class, id or itemprop is one of page_names.toml for this kind."""
    return any(kind in kinds(name) for name in names_of(element))


@lru_cache(maxsize=1 << 14)
def kinds(name: str) -> frozenset[str]:
    """What a name says of an element that bears it, by page_names.toml.

    >>> sorted(kinds("entry-content")), sorted(kinds("x"))
    (['body'], [])
    """
    return frozenset(kind for kind, pattern in _KINDS.items() if pattern.fullmatch(name))


def names_of(element: Tag) -> list[str]:
    """The words of class, the id and the itemprop, shortened against hostile lengths."""
    said: list[str] = []
    for key in ("class", "id", "itemprop"):
        if value := element.attrs.get(key):
            said += value if isinstance(value, list) else [str(value)]
    return [name[:_NAME_LIMIT] for name in said if name]


def is_comment_name(name: str) -> bool:
    """Whether a class or id names readers' comments.

    >>> [is_comment_name(n) for n in ("comment-list", "reacties", "comments-open", "commentaar")]
    [True, True, False, False]
    """
    return "comments" in kinds(name) and "comments-state" not in kinds(name)


def holds_comments(elements: Iterable[Tag]) -> bool:
    """Whether one of these elements is named as readers' comments."""
    return any(is_comment_name(name) for element in elements for name in names_of(element))


def _page_part(element: Tag) -> str:
    """Headers and footers belong to the page unless they stand inside an article or a quotation."""
    if element.name not in ("header", "footer", "aside"):
        return ""
    if element.name == "footer" and element.find_parent("blockquote"):
        return CAPTION
    if element.name == "header" and element.find_parent(("article", "main", "section")):
        return ""
    return ASIDE if element.name == "aside" else FURNITURE


def _is_labelled(element: Tag) -> bool:
    """Whether a part of the page is called readers' comments for who hears it."""
    label = str(element.get("aria-label") or "")
    return element.name not in ("a", "button", "input") and bool(label) and "labelled" in kinds(label[:_NAME_LIMIT])


def _is_teaser(element: Tag) -> bool:
    """An article whose heading is a link: it announces another text."""
    if element.name != "article":
        return False
    heading = element.find(["h1", "h2", "h3", "h4", "h5"])
    link = heading.find("a", href=True) or heading.find_parent("a", href=True) if heading else None
    return link is not None and not str(link.get("href")).startswith("#") and len(element.get_text().split()) < 150


def _is_button(element: Tag, meant: Iterable[Collection[str]]) -> bool:
    """A link that is called a button and stands alone in its paragraph: one inside a sentence is the author's."""
    if element.name != "a" or not any("button" in each for each in meant):
        return False
    return element.parent is not None and element.parent.get_text().split() == element.get_text().split()


def _is_hidden(element: Tag) -> bool:
    if element.has_attr("hidden") or str(element.get("aria-hidden") or "").lower() == "true":
        return True
    style = str(element.get("style") or "")[:500].replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
