"""Residue between the essay's paragraphs: only what is certain goes.

That is a line that a rule takes anywhere, a pack of lines that rules take one by one (a form or a bar
of buttons), or what stands under the label of an insert. A single line that might be a subhead stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from weerklank.clean.draft import Draft, Edit, remove
from weerklank.clean.page import PageLine, is_bare, page_lines
from weerklank.clean.residue import SIGNS, residue
from weerklank.clean.site_words import RULE as SITE_TALK
from weerklank.clean.site_words import OwnWords, is_sentence, sells
from weerklank.rules import sign

_LABEL = sign("insert-label")
_TITLED = sign("insert-with-title")
_CALLS = sign("site-calls")
_MOST = 4  # lines of an insert under its label
_TITLE = 4  # words that tell a title from a subhead
_ITEM = ("•", "- ", "* ")
INSERT = "insert"
_PACK = 3
"""Lines of residue that stand together by chance no more."""
_TELLING = ("share", "newsletter", "subscribers", "subscribers-inside", "cookies", "read-more", "comment-form")


def trim_inside(draft: Draft) -> Draft:
    """Take residue out from between the paragraphs."""
    return draft.apply(_edits(page_lines(draft.text)))


def _edits(page: Sequence[PageLine]) -> Iterator[Edit]:
    own = OwnWords(page)
    pack: list[tuple[PageLine, str]] = []
    below = 0  # the insert's last line
    for i, line in enumerate(page):
        if i < below:
            yield remove(line.start, line.end, INSERT)
            continue
        if 0 < i < len(page) - 1 and sells(line, own):
            yield remove(line.start, line.end, SITE_TALK)
            continue
        below = _insert(page, i) if i else 0
        if below:
            yield remove(line.start, line.end, INSERT)
            continue
        found = residue(line, "foot")
        if found and found is not SIGNS:
            pack.append((line, found.rule))
            continue
        yield from _pack_edits(pack)
        pack = []
    yield from _pack_edits(pack)


def _insert(page: Sequence[PageLine], at: int) -> int:
    """The index below an insert whose label is line `at`, with running text below it; 0 where none begins there.

    Under a label stand titles: in its own block, as items, or one that stands apart and is longer than a subhead.
    """
    line = page[at]
    if len(line.words) > 160 or not line.first:
        return 0
    if line.alone and is_bare(line, 20) and _TITLED.match(line.words):
        return at + 1 if at + 1 < len(page) else 0
    if not _LABEL.fullmatch(line.plain):
        return 0
    end = at + 1
    while end < min(len(page), at + 1 + _MOST) and not is_sentence(page[end]):
        if page[end].first and not page[end].words.startswith(_ITEM):
            break
        end += 1
    if end == at + 1:
        end = _apart(page, end)
    closed = end < len(page) and page[end].first and is_sentence(page[end])
    return end if end > at + 1 and closed else 0


def _apart(page: Sequence[PageLine], at: int) -> int:
    """The index below what stands apart from line `at` on under a label: a title, with what may end in a call."""
    alone = at
    while alone < min(len(page), at + _MOST) and page[alone].alone and is_bare(page[alone], 20):
        alone += 1
    calls = [i for i in range(at, alone) if _CALLS.match(page[i].plain)]
    return calls[-1] + 1 if calls else at + (alone > at and page[at].count >= _TITLE)


def _pack_edits(pack: Sequence[tuple[PageLine, str]]) -> Iterator[Edit]:
    """The edits for lines of residue that follow each other."""
    telling = sum(rule in _TELLING and line.count > 1 for line, rule in pack)
    whole = len(pack) >= _PACK and telling * 2 >= len(pack)
    for line, rule in pack:
        if whole or line.alone and residue(line, "anywhere"):
            yield remove(line.start, line.end, rule)
