"""Residue between the essay's paragraphs: only what is certain goes.

That is a line that a rule takes anywhere, or a pack of lines that rules take one by one: a form or
a bar of buttons. A single line that might be a subhead stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from weerklank.clean.draft import Draft, Edit, remove
from weerklank.clean.page import PageLine, page_lines
from weerklank.clean.residue import SIGNS, residue
from weerklank.clean.site_words import RULE as SITE_TALK
from weerklank.clean.site_words import OwnWords, sells

_PACK = 3
"""Lines of residue that stand together by chance no more."""
_TELLING = ("share", "newsletter", "subscribers", "subscribers-inside", "cookies", "read-more", "comment-form")


def trim_inside(draft: Draft) -> Draft:
    """Take residue out from between the paragraphs."""
    return draft.apply(_edits(page_lines(draft.text)))


def _edits(page: Sequence[PageLine]) -> Iterator[Edit]:
    own = OwnWords(page)
    pack: list[tuple[PageLine, str]] = []
    for i, line in enumerate(page):
        if 0 < i < len(page) - 1 and sells(line, own):
            yield remove(line.start, line.end, SITE_TALK)
            continue
        found = residue(line, "foot")
        if found and found is not SIGNS:
            pack.append((line, found.rule))
            continue
        yield from _pack_edits(pack)
        pack = []
    yield from _pack_edits(pack)


def _pack_edits(pack: Sequence[tuple[PageLine, str]]) -> Iterator[Edit]:
    """The edits for lines of residue that follow each other."""
    telling = sum(rule in _TELLING and line.count > 1 for line, rule in pack)
    whole = len(pack) >= _PACK and telling * 2 >= len(pack)
    for line, rule in pack:
        if whole or line.alone and residue(line, "anywhere"):
            yield remove(line.start, line.end, rule)
