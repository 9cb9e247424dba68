"""The second line of defence: in the finished pages, only the markup that our own writer uses.

The first is escaping (weerklank.markup.markdown), the third the content security policy. Here the page's
source is read by a grammar much stricter than a browser's: every '<' begins a tag written the one
way that our pages write tags, every tag closes the one opened last, and names and values are on a
list. What passes has one reading only, so a browser cannot see in it what we did not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from weerklank.languages.pack import everywhere
from weerklank.model import STANCES, VOICES

_START = re.compile(rf'<div class="wk-page" id="(?:{"|".join(everywhere("content_id"))})" tabindex="-1">')
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z][a-z0-9-]*(?:="[^"<>]*")?)*)(?: ?/)?>')
_ATTRIBUTE = re.compile(r' ([a-z][a-z0-9-]*)(?:="([^"<>]*)")?')
_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
_VOID = frozenset(["br", "hr", "input"])

_BLOCK = ("id", "data-block")
READING: dict[str, tuple[str, ...]] = {
    "article": ("data-seed", "lang"),
    "p": _BLOCK,
    "h2": _BLOCK,
    "blockquote": ("data-block",),
    "div": _BLOCK,
    "ul": (),
    "ol": ("start",),
    "li": (),
    "br": (),
    "mark": ("id", "class", "data-passage", "data-argument", "data-stance", "data-weight", "data-voice"),
}
"""Elements and their attributes where the author speaks: in [data-seed], outside [data-apparatus]."""

_FACTS = (
    "data-argument", "data-essay", "data-stance", "data-state", "data-date", "data-approximate", "data-of",
)  # fmt: skip
PICTURE: dict[str, tuple[str, ...]] = {
    "svg": ("class", "viewbox", "width", "height", "role", "aria-label", "aria-hidden", *_FACTS),
    "g": _FACTS,
    "a": ("href", "tabindex", *_FACTS),
    "circle": ("cx", "cy", "r", "class", *_FACTS),
    "line": ("x1", "y1", "x2", "y2", "class"),
    "path": ("d", "class", "stroke-width", *_FACTS),
    "rect": ("x", "y", "width", "height", "class", *_FACTS),
    "text": ("x", "y", "class", "lang"),
    "tspan": ("dx", "class", "lang"),
    "title": (),
}
"""The same inside an <svg>, which stands where we write ourselves; a <title> holds words only."""

_OWN = ("class", "id", "data-apparatus", "lang")
_DATA = ("data-argument", "data-argument-page", "data-block", "data-stance")
_TEXT = "b br caption cite code em hr pre s strong sub sup tbody thead tr"
OURS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_TEXT.split(), ("class",)),
    **dict.fromkeys(("blockquote", "q"), ("class", "lang")),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "header", "summary"), _OWN),
    **dict.fromkeys(("dd", "dl", "dt", "table", "ul"), _OWN),
    "span": (*_OWN, "data-to", "title"),
    "a": (
        *_OWN,
        "data-leads-to",
        "data-of",
        "data-weight",
        "data-sign",
        "href",
        "rel",
        "title",
        "aria-current",
        "aria-label",
        "hreflang",
        "download",
    ),
    "article": (*_OWN, "data-quote", "data-seed", "lang"),
    "abbr": ("class", "title"),
    "aside": (
        *_OWN,
        "aria-label",
        "aria-labelledby",
        "data-cite",
        "data-in-text",
        "data-in-texts",
        "data-for",
        "data-weight",
        "data-rows",
        "data-key-rows",
    ),
    "del": _OWN,
    "input": ("id", "type", "autocomplete", "checked"),
    "ins": ("class",),
    "label": ("class", "for"),
    "details": (*_OWN, "data-for", "open"),
    "div": (*_OWN, "tabindex", "role", "aria-label", "data-voice-of", *_DATA),
    "li": (*_OWN, "data-argument"),
    "mark": (*_OWN, "data-exact", "data-stance"),
    "nav": (*_OWN, "aria-label"),
    "ol": (*_OWN, "start"),
    "p": (*_OWN, "lang"),
    "section": (*_OWN, "aria-label", "aria-labelledby"),
    "td": (*_OWN, "data-stance", "colspan"),
    "tr": _OWN,
    "svg": PICTURE["svg"],
    "th": (*_OWN, "scope", "colspan"),
    "time": (*_OWN, "datetime"),
}
"""The same for what we write ourselves: the apparatus and the other generated pages."""

_LENGTH = r"-?\d{1,6}(?:\.\d{1,3})?(?:%|rem)?"
_SITE = r"(?:#[\w-]+|(?:\.\./){1,4}(?:[\w./-]*)(?:#[\w-]+)?|(?!//)[\w./-]+(?:#[\w-]+)?)"
_VALUES = {
    "class": r"wk-[a-z-]+(?: wk-[a-z-]+)*|Z3988",
    "id": r"[\w-]+",
    "data-block": r"paragraph|heading|list|verse|quotation",
    "data-stance": "|".join(STANCES),
    "data-weight": "key",
    "data-voice": "|".join(VOICES),
    "data-sign": r"[a-z]+|[°?]",
    "data-state": r"nothing|unread|withheld",
    "data-approximate": r"",
    "data-date": r"\d{4}(?:-\d\d){0,2}",
    "viewbox": r"0 0 \d+(?:\.\d+)? \d+(?:\.\d+)?",
    "d": r"[MLAhvz\d .-]+",
    **dict.fromkeys(("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "dx"), _LENGTH),
    **dict.fromkeys(("width", "height", "stroke-width"), _LENGTH),
    **dict.fromkeys(("colspan", "data-rows", "data-key-rows"), r"\d+"),
    "href": rf"{_SITE}|(?:https?://|mailto:)[^\s\"<>]+",
    "type": r"checkbox",
    "aria-current": r"page",
    "autocomplete": r"off",
    "checked": r"",
    "for": r"[\w-]+",
    "data-to": r"\d+",
    "download": r"",
    "rel": r"[a-z ]+",
    "role": r"region|note|group",
    "start": r"\d+",
    "tabindex": r"0|-1",
    **dict.fromkeys(
        ("data-passage", "data-argument", "data-argument-page", "data-for", "data-of", "data-voice-of"), r"[\w-]+"
    ),
    "data-essay": r"[\w-]+",
}
_VALUE = {name: re.compile(pattern) for name, pattern in _VALUES.items()}


def strange_markup(page: str) -> Iterator[str]:
    """What stands in the content of a finished page (its HTML) that our writer never writes.

    >>> start = '<div class="wk-page" id="inhoud" tabindex="-1">'
    >>> list(strange_markup(start + '<p class="wk-why">a &amp; b</p><p onclick="x">c</p></div>'))
    ['<p> has the attribute onclick']
    >>> list(strange_markup(start + '<article data-seed="x"><em>a</em></article></div>'))
    ['the reading text has <em>']
    """
    start = _START.search(page)
    if start is None:
        yield "no content: the page is not made by our templates"
        return
    # name, in [data-seed], in [data-apparatus], in <svg>
    open_tags: list[tuple[str, bool, bool, bool]] = [("div", False, False, False)]
    end = at = start.end()
    while open_tags:
        found = page.find("<", at)
        match = _TAG.match(page, found) if found >= 0 else None
        if not match:
            here = " ".join(page[found : found + 40].split()) if found >= 0 else ""
            yield f"not a tag of ours: {here!r}" if here else f"<{open_tags[-1][0]}> is not closed"
            return
        at, name = match.end(), match[2]
        if match[1]:
            if open_tags[-1][0] != name:
                yield f"</{name}> closes <{open_tags[-1][0]}>"
                return
            open_tags.pop()
            continue
        values = _attributes(match[3])
        parent, reading, apparatus, drawn = open_tags[-1]
        reading, apparatus = reading or "data-seed" in values, apparatus or "data-apparatus" in values
        if parent == "title" or (drawn and name == "svg"):
            yield f"<{name}> stands in <{parent}>"
        yield from _wrong(name, values, PICTURE if drawn else READING if reading and not apparatus else OURS)
        if name not in _VOID:
            open_tags.append((name, reading, apparatus, drawn or name == "svg"))
    if strange := _STRANGE.search(page, end, at):
        yield f"the character U+{ord(strange.group()):04X}"


@lru_cache(1 << 14)
def _attributes(source: str) -> dict[str, str]:
    return {key: unescape(value or "") for key, value in _ATTRIBUTE.findall(source)}


def _wrong(name: str, values: dict[str, str], allowed: dict[str, tuple[str, ...]]) -> Iterator[str]:
    if name not in allowed:
        yield f"the reading text has <{name}>" if allowed is READING else f"the element <{name}>"
        return
    for key, value in values.items():
        if key not in allowed[name]:
            yield f"<{name}> has the attribute {key}"
        elif not _fits(key, value):
            yield f"<{name}> has {key}={value[:80]!r}"


@lru_cache(1 << 14)
def _fits(key: str, value: str) -> bool:
    return key not in _VALUE or bool(_VALUE[key].fullmatch(value))
