"""An HTML page as its blocks of text, in page order, each with what can be told of its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from weerklank.read.html_encoding import plain_letters
from weerklank.read.raised import raised

_NO_TEXT = {
    "script", "style", "template", "title", "meta", "link", "svg", "math", "iframe", "object", "canvas", "video",
    "audio", "map",
}  # fmt: skip
_GAPS = {"img", "input", "hr", "iframe", "video", "audio", "svg", "object", "embed", "picture", "canvas"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
    "html", "label", "legend", "li", "main", "menu", "nav", "noscript", "ol", "option", "p", "pre", "section",
    "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
_BACK = {"↩", "⤴", "↑", "⮐"}  # the way back from a note
_LONG_LINE = 90


@dataclass(frozen=True, eq=False)
class PageBlock:
    """One block: `text` with its verse lines as lines. `quote` and `items` count the quotations and
    lists that it stands in; `marker` is '•' or '1.' on the first block of a list item; `row` is the
    table row that it is a cell of. `linked` counts its characters inside links; `zones` are the
    zones around it, the innermost last; `path` are the elements around it from the root on.
    """

    text: str
    path: tuple[Tag, ...]
    heading: int = 0
    quote: int = 0
    items: int = 0
    marker: str = ""
    row: Tag | None = None
    linked: int = 0
    zones: tuple[str, ...] = ()

    def within(self, element: Tag) -> bool:
        """Whether the block stands inside this very element."""
        return any(tag is element for tag in self.path)


@dataclass
class _State:
    """Where the walk is."""

    path: list[Tag] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)  # the names of the elements of `path`
    zones: list[tuple[Tag, str]] = field(default_factory=list)
    counters: list[list[int]] = field(default_factory=list)  # per open list: [next number, 0 for bullets]
    marker: str = ""
    links: int = 0
    pieces: list[str] = field(default_factory=list)
    raised: int = 0  # how many pieces stand before what is raised
    linked: int = 0

    def inside(self, *names: str) -> int:
        return sum(self.open[name] for name in names)


def page_blocks(soup: BeautifulSoup, zone: Callable[[Tag], str]) -> Iterator[PageBlock]:
    """The blocks of `soup`. `zone` names the zone that an element opens ('' for none).

    Scripts, styles and templates are no text. No recursion: pages may nest without end.
    """
    state = _State()
    todo: list[tuple[PageElement, bool]] = [(soup, False)]
    while todo:
        node, leaving = todo.pop()
        if isinstance(node, NavigableString):
            _add_words(state, node)
        elif isinstance(node, Tag) and leaving:
            yield from _leave(state, node)
        elif isinstance(node, Tag) and node.name not in _NO_TEXT:
            yield from _enter(state, node, zone)
            todo.append((node, True))
            todo.extend((child, False) for child in reversed(node.contents))
        elif isinstance(node, Tag) and node.name in _GAPS:
            state.pieces.append(" ")
    yield from _flush(state)


def _enter(state: _State, tag: Tag, zone: Callable[[Tag], str]) -> Iterator[PageBlock]:
    opened = zone(tag)
    if tag.name in _BLOCKS or opened:
        yield from _flush(state)
    state.path.append(tag)
    state.open[tag.name] += 1
    if opened:
        state.zones.append((tag, opened))
    if tag.name == "br":
        state.pieces.append("\n")
    elif tag.name in _GAPS:
        state.pieces.append(" ")
    elif tag.name in ("ul", "ol", "menu", "dir"):
        state.counters.append([_number(tag.get("start"), 1), int(tag.name == "ol")])
    elif tag.name == "li":
        state.marker = _marker(state, tag)
    elif tag.name == "a":
        state.links += 1
    if tag.name == "sup" or _is_call(tag):
        state.raised = len(state.pieces)


def _leave(state: _State, tag: Tag) -> Iterator[PageBlock]:
    if tag.name in _BLOCKS or (state.zones and state.zones[-1][0] is tag):
        yield from _flush(state)
    state.path.pop()
    state.open[tag.name] -= 1
    if state.zones and state.zones[-1][0] is tag:
        state.zones.pop()
    if tag.name in ("ul", "ol", "menu", "dir"):
        state.counters.pop()
    elif tag.name == "li":
        state.marker = ""
    elif tag.name == "a":
        state.links -= 1
    if tag.name == "sup" or _is_call(tag):
        _lower(state, linked=_is_call(tag) or state.links > 0 or tag.find("a") is not None)


def _is_call(tag: Tag) -> bool:
    """Whether an element says that it is the call of a note (EPUB 3, DPUB-ARIA) and has nothing raised in it."""
    said = f"{tag.get('epub:type') or ''} {tag.get('role') or ''}".split()
    return tag.name == "a" and ("noteref" in said or "doc-noteref" in said) and tag.find("sup") is None


def _lower(state: _State, linked: bool) -> None:
    """Write what stood raised as plain text."""
    before, words = "".join(state.pieces[: state.raised]), "".join(state.pieces[state.raised :])
    state.pieces[state.raised :] = [raised(before, words, linked)] if words else []


def _marker(state: _State, tag: Tag) -> str:
    if not state.counters:
        return "•"
    counter = state.counters[-1]
    number = _number(tag.get("value"), counter[0])
    counter[0] = number + 1
    return f"{number}." if counter[1] else "•"


def _number(said: object, otherwise: int) -> int:
    text = str(said or "")
    return int(text) if re.fullmatch(r"\d{1,4}", text, re.ASCII) else otherwise


def _add_words(state: _State, node: NavigableString) -> None:
    if isinstance(node, PreformattedString):  # comments, doctype, CDATA, processing instructions
        return
    words = plain_letters(str(node)).replace("\xad", "")
    if not state.inside("pre", "textarea"):
        words = _SPACE.sub(" ", words)
    if state.links and words.strip("\ufe0e\ufe0f ") in _BACK:
        return
    state.pieces.append(words)
    state.linked += len(words.strip()) if state.links else 0


def _flush(state: _State) -> Iterator[PageBlock]:
    if not state.pieces:
        return
    words, linked = "".join(state.pieces), state.linked
    state.pieces, state.raised, state.linked = [], 0, 0
    path = tuple(state.path)
    heading = next((int(tag.name[1]) for tag in reversed(path) if tag.name in _HEADINGS), 0)
    for text in _paragraphs(words):
        yield PageBlock(
            text=" ".join(text.split("\n")) if heading else text,
            path=path,
            heading=heading,
            quote=state.inside("blockquote"),
            items=len(state.counters) if state.inside("li") else 0,
            marker=state.marker,
            row=next((tag for tag in reversed(path) if tag.name == "tr"), None),
            linked=linked,
            zones=tuple(name for _, name in state.zones),
        )
        state.marker = ""


def _paragraphs(words: str) -> list[str]:
    """Lines parted by two breaks are paragraphs, by one are verse, unless they are too long for that."""
    lines = (_SPACE.sub(" ", line).strip() for line in words.split("\n"))
    parts = [part.split("\n") for part in re.split(r"\n{2,}", "\n".join(lines).strip("\n")) if part]
    prose = [len(part) > 1 and sum(map(len, part)) > _LONG_LINE * len(part) for part in parts]
    return [piece for part, long in zip(parts, prose, strict=True) for piece in (part if long else ["\n".join(part)])]
