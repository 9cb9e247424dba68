"""Where readers' comments begin on a page that does not name their elements."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.speakers import is_button, is_stamp
from weerklank.languages.dates import DATE
from weerklank.languages.rules import sign
from weerklank.read.page_blocks import PageBlock

_COUNT = re.compile(r"(?:reacties?|comments?|responses?|replies|opmerkingen|bijdragen)\b|[\"'„«]", re.IGNORECASE)
_SAYS = sign("comment-says")
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_HEADING = 250  # characters: no heading is longer
_SENTENCE = 60  # characters: what is shorter may be a title or a menu's
_ENOUGH = 300
"""Characters of text before what is no heading: a byline or a count under the title comes sooner."""
_LOOK_AHEAD = 12
_LINE = 120  # characters of a line that is looked at


def comments_begin(blocks: Sequence[PageBlock], seen: Collection[int]) -> int:
    """The index of the first block of the comments, len(blocks) where there are none.

    `seen` are the indices of blocks taken for text. A heading of comments is one when no text
    follows it, when it counts them, or when what follows looks like comments; an essay may have a
    subhead 'Reacties'. Without a heading two lines of a name, a date and a time are their beginning.
    """
    first, last = min(seen, default=len(blocks)), max(seen, default=-1)
    stamps = [i for i in range(first + 1, len(blocks)) if _signed(blocks[i].text)]
    several = len({_signed(blocks[i].text) for i in stamps}) > 1
    before = 0
    for index, block in enumerate(blocks):
        before += len(block.text) if index in seen and len(block.text) >= _SENTENCE else 0
        if index <= first or not before:
            continue
        if several and index in stamps and before >= _ENOUGH:
            return index
        counts = _counts(block.text) and (block.heading or before >= _ENOUGH)
        if _is_heading(block) and (index > last or counts or _signs_below(blocks, index)):
            while index > first and blocks[index - 1].heading:  # a heading over the heading
                index -= 1
            return index
    return len(blocks)


def _signs_below(blocks: Sequence[PageBlock], at: int) -> bool:
    """Whether what follows block `at` looks like comments."""
    return any(_is_sign(block.text) for block in blocks[at + 1 : at + 1 + _LOOK_AHEAD])


def counted(text: str) -> int:
    """The number that a heading of comments gives, 0 where it gives none or is no such heading.

    >>> counted("Reacties op dit artikel (5)"), counted("3 reacties"), counted("Reacties")
    (5, 3, 0)
    """
    if len(text) > 120 or not _reads_as_heading(text):
        return 0
    match = re.search(r"(?<![\d.])\d{1,4}(?![\d.])", text)
    return int(match.group()) if match else 0


def _counts(text: str) -> bool:
    """'3 reacties' counts comments; '3 gedachten over vrijheid' may be a subhead."""
    return counted(text) > 0 and bool(_COUNT.search(text))


def _is_heading(block: PageBlock) -> bool:
    """Whether a block has the words of a heading of comments, and is no link to them."""
    if not _reads_as_heading(block.text):
        return False
    return block.heading > 0 or block.linked * 10 <= len(block.text) * 9


def _reads_as_heading(text: str) -> bool:
    """Whether the rules take a line for the heading of comments or of a form to write one."""
    found = PageLine(text.strip(" –-")).at_foot if len(text) <= _HEADING else None
    return found is not None and found.rule in ("comments-heading", "comment-invitation")


def _is_sign(text: str) -> bool:
    """Whether a block's first line is what stands over or under a comment, not a sentence of an essay."""
    words = text.split("\n", 1)[0][:_LINE].strip()
    return is_stamp(words) or is_button(PageLine(words)) or bool(_SAYS.fullmatch(words))


def _signed(text: str) -> str:
    """The name in a line of a name, a date and a time; '' for any other line."""
    line = text.split("\n", 1)[0]
    match = DATE.search(line) if len(line) <= 90 else None
    if not match or not _TIME.search(line, match.end()):
        return ""
    return line[: match.start()].strip(" ,-–|·:")
