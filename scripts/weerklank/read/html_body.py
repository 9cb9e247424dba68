"""Which blocks of a page are the essay: trafilatura says where it stands, the page's own structure
says how far it goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from bs4 import Tag

from weerklank.languages.dates import find_date
from weerklank.languages.folding import letters
from weerklank.languages.person_names import names
from weerklank.read import zones
from weerklank.read.comments_cut import comments_begin
from weerklank.read.page_blocks import PageBlock

_LINKS_HEADING = re.compile(
    r"(?:lees|kijk|bekijk|luister) (?:ook|meer|verder)|zie ook|meer (?:lezen|artikelen|berichten|nieuws|over .*|van .*)"
    r"|gerelateerd.*|verwant.*|related.*|see also|read (?:more|also)|tags?|categorie(?:ën|en)?|labels?|delen|deel dit.*"
    r"|share.*"
    r"|recente? .*|laatste .*|populair.*|andere (?:artikelen|berichten)|ook interessant|you (?:may|might) also .*"
    r"|dit vind(?:t u| je) misschien ook .*|volg ons.*|nieuwsbrief|inhoudsopgave|inhoud",
    re.IGNORECASE,
)
_LINKS_LINE = re.compile(
    r"(?:lees|kijk|bekijk|luister|zie) (?:ook|meer|verder)\b|read (?:more|also)\b|meer (?:lezen|over)\b|gerelateerd",
    re.IGNORECASE,
)
_NEVER = {zones.COMMENTS, zones.READERS, zones.FORM}
_BESIDE = {zones.ASIDE, zones.PULL_QUOTE}
_ARROW = re.compile(r"[»›→▸►▶>]+ ?")
_LABEL = 6  # words of a label above a link
_TITLE = 3  # words of a title that is a link
_SENTENCE_END = re.compile(r"[.?!…:;][”’\"')\]]*$")


class Body:
    """Chooses; made for one page. `blocks` in page order, `took` what trafilatura took of them."""

    def __init__(self, blocks: Sequence[PageBlock], took: Callable[[str], bool], title: int | None) -> None:
        self._blocks, self._title = blocks, title
        free = [i for i, b in enumerate(blocks) if not b.zones and _has_words(b)]
        if not any(blocks[i].linked < len(blocks[i].text) for i in free if i != title):
            free = [i for i, b in enumerate(blocks) if not _NEVER & set(b.zones) and _has_words(b)]
        seen = {i for i in free if took(blocks[i].text)} or {i for i in free if _is_sentence(blocks[i], 6)} or set(free)
        self.end = end = comments_begin(blocks, seen)
        """The index of the first block of the comments."""
        self._free = [i for i in free if i < end]
        self._seen = {i for i in seen if i < end}

    def choose(self, byline: bool) -> list[int]:
        """Indices of the blocks that make the essay, its title line with them where the page shows
        one, and the lines with names or a date beside it where `byline` asks for them.
        """
        if not self._free:
            return []
        home = self._home()
        inside = self._trimmed(self._without_links([i for i in self._free if self._blocks[i].within(home)]))
        if not inside:
            return []
        first, last = inside[0], inside[-1]
        start = self._title if self._title is not None and self._title < first else first
        chosen = set(inside)
        for i in self._free:
            if not self._blocks[i].within(home) and (self._is_lead(i) if start < i < first else self._is_stray(i)):
                chosen.add(i)
        chosen |= {i for i in range(first, last) if self._is_new_prose(i, inside)}
        if byline:
            beside = [i for i in self._free if start < i < first or i == last + 1]
            chosen |= {i for i in beside if _is_byline(self._blocks[i].text)}
        same = {i for i in chosen if self._title is not None and self._repeats_title(i)}
        return sorted((chosen - same) | ({self._title} if self._title is not None else set()))

    def _home(self) -> Tag:
        """The element that holds the essay: the deepest with four fifths of what was taken, or the
        one around it that is named for it, or that adds little but text.
        """
        weights: dict[int, int] = {}
        elements: dict[int, Tag] = {}
        total = 0
        for i in self._seen or self._free:
            weight = _unlinked(self._blocks[i])
            total += weight
            for tag in self._blocks[i].path:
                weights[id(tag)] = weights.get(id(tag), 0) + weight
                elements[id(tag)] = tag
        path = [elements[key] for key, weight in weights.items() if weight * 5 >= total * 4]
        path.sort(key=lambda tag: sum(1 for _ in tag.parents))
        at = len(path) - 1
        named = [n for n in range(at + 1) if zones.means(path[n], "body")]
        at = named[-1] if named and named[-1] >= at - 3 else at
        while at > 0 and self._adds_text(path[at], path[at - 1]):
            at -= 1
        return path[at]

    def _adds_text(self, inner: Tag, outer: Tag) -> bool:
        added = [i for i in self._free if self._blocks[i].within(outer) and not self._blocks[i].within(inner)]
        text = sum(_unlinked(self._blocks[i]) for i in added if i in self._seen)
        return text > 0 and text >= 2 * sum(len(self._blocks[i].text) for i in added if i not in self._seen)

    def _without_links(self, indices: list[int]) -> list[int]:
        """Without lists of links under a heading such as 'Lees ook', and single lines of that kind."""
        out: list[int] = []
        dropping = False
        for n, i in enumerate(indices):
            block = self._blocks[i]
            linked = block.linked * 10 >= len(block.text) * 7
            if _LINKS_HEADING.fullmatch(block.text.strip(" :.…»>→-")):
                following = self._blocks[indices[n + 1]] if n + 1 < len(indices) else None
                dropping = following is None or following.linked * 10 >= len(following.text) * 7
            elif not linked:
                dropping = False
            alone = linked and bool(_LINKS_LINE.match(block.text)) or _announces_link(block)
            if not dropping and not alone:
                out.append(i)
        return out

    def _trimmed(self, indices: list[int]) -> list[int]:
        """Without lines of links before the first and after the last text."""
        text = [n for n, i in enumerate(indices) if i in self._seen or _is_sentence(self._blocks[i], 4)]
        if not text:
            return indices
        first, last = text[0], text[-1]
        return [
            i
            for n, i in enumerate(indices)
            if not self._is_above_title(i) and (first <= n <= last or not self._is_links(i))
        ]

    def _is_above_title(self, i: int) -> bool:
        """A line with links above the title: the page's navigation, whatever trafilatura takes it for."""
        block = self._blocks[i]
        return self._title is not None and i < self._title and block.linked > 0 and not _is_sentence(block, 8)

    def _is_links(self, i: int) -> bool:
        return self._blocks[i].linked * 2 > len(self._blocks[i].text)

    def _is_lead(self, i: int) -> bool:
        """An introduction that stands between title and body."""
        block = self._blocks[i]
        if self._is_links(i):
            return False
        named = any(zones.means(tag, "lead") for tag in block.path[-3:])
        return named or i in self._seen or _is_sentence(block, 12)

    def _is_stray(self, i: int) -> bool:
        """Text taken that stands apart from the rest."""
        return i in self._seen and _is_sentence(self._blocks[i], 10) and not self._is_links(i)

    def _is_new_prose(self, i: int, inside: list[int]) -> bool:
        """A frame or pull quote inside the body that says what the body does not."""
        block = self._blocks[i]
        if not block.zones or not set(block.zones) <= _BESIDE:
            return False
        if not _is_sentence(block, 8) or block.linked * 3 > len(block.text):
            return False
        key = letters(block.text)
        return not any(key in letters(self._blocks[n].text) for n in inside)

    def _repeats_title(self, i: int) -> bool:
        block = self._blocks[i]
        return block.heading > 0 and letters(block.text) == letters(self._blocks[self._title or 0].text)


def select_inside(blocks: Sequence[PageBlock], elements: Collection[Tag]) -> list[int]:
    """The blocks inside the elements that a maintainer chose: all but comments and forms."""
    chosen = set(map(id, elements))
    return [
        i
        for i, block in enumerate(blocks)
        if not _NEVER & set(block.zones) and _has_words(block) and any(id(tag) in chosen for tag in block.path)
    ]


def _has_words(block: PageBlock) -> bool:
    return any(c.isalnum() for c in block.text)


def _is_sentence(block: PageBlock, words: int) -> bool:
    return len(block.text.split()) >= words and bool(_SENTENCE_END.search(block.text))


def _announces_link(block: PageBlock) -> bool:
    """Whether a paragraph is a label and the link under it, or an arrow and a link: it announces another text."""
    label, _, rest = block.text.partition("\n")
    if not rest:
        return bool(_ARROW.match(block.text)) and block.linked >= len(_ARROW.sub("", block.text)) > 0
    short = len(label.split()) <= _LABEL and not label.endswith((".", "?", "!", ","))
    return short and len(rest.split()) >= _TITLE and block.linked >= len(rest) and "\n" not in rest


def _is_byline(text: str) -> bool:
    """Names, or a short line with a date: cleaning reads the author and the date off it."""
    return bool(names(text)) or (len(text) <= 90 and find_date(text) is not None)


def _unlinked(block: PageBlock) -> int:
    return max(1, len(block.text) - block.linked)
