"""Residue between the essay's paragraphs: only what is certain goes.

That is a line that a rule takes anywhere, a pack of lines that rules take one by one (a form or a bar
of buttons), or what stands under the label of an insert. A single line that might be a subhead stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, remove
from weerklank.clean.web.page_lines import PageLine, goes_on, is_bare, is_prose, page_lines
from weerklank.clean.web.residue import SIGNS, residue
from weerklank.clean.web.site_words import (
    NONE,
    OFFERS,
    OwnWords,
    calls,
    is_half_talk,
    is_sentence,
    is_talk,
    names_site,
    sells,
    speaks,
)
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.languages.rules import kind, sign

_LABEL = sign("insert-label")
_TITLED = sign("insert-with-title")
_SHORT = 30  # words of a sentence in a box
_MOST = 4  # lines of an insert under its label
_TITLE = 4  # words that tell a title from a subhead
_ITEM = ("•", "- ", "* ")
INSERT = "insert"
ANCHOR = "heading-anchor"
_ANCHOR = sign(ANCHOR)
_PACK = 3
"""Lines of residue that stand together by chance no more."""
_TELLING = ("share", "newsletter", "subscribers", "subscribers-inside", "cookies", "read-more", "comment-form")


def trim_inside(draft: Draft) -> Draft:
    """Take residue out from between the paragraphs."""
    page = page_lines(draft.text)
    return draft.apply(remove(page[i].start, page[i].end, rule) for i, rule in _found(page).items())


def _found(page: Sequence[PageLine]) -> dict[int, str]:
    """The lines that go, by index, each with the rule that takes it."""
    own = OwnWords(page)
    taken: dict[int, str] = {}
    offers: list[int] = []  # where offers begin
    pack: list[tuple[int, str]] = []
    below = 0  # the insert's last line
    for i, line in enumerate(page):
        if i < below:
            continue
        if _ANCHOR.fullmatch(line.words):
            taken[i] = ANCHOR
            continue
        if 0 < i < len(page) - 1 and sells(line, own):
            taken[i] = SITE_TALK
            offers.append(i)
            continue
        below = _insert(page, i) or _box(page, i, own) if i else 0
        if below:
            taken |= dict.fromkeys(range(i, below), INSERT)
            continue
        found = None if goes_on(page, i) else residue(line, "foot")
        if found and found is not SIGNS:
            pack.append((i, found.rule))
        elif pack and is_talk(line, own) and not line.words.startswith(_ITEM):
            pack.append((i, SITE_TALK))
        else:
            taken |= _packed(page, pack, offers)
            pack = []
    taken |= _packed(page, pack, offers)
    return taken | {i - 1: INSERT for i in offers if i - 1 not in taken and _heads_offer(page, i - 1)}


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


def _box(page: Sequence[PageLine], at: int, own: OwnWords) -> int:
    """The index below a box that begins at line `at`, else 0.

    It has a heading that asks or half speaks of a site, a sentence or two to the reader, and a call.
    """
    heading, last = page[at], at + 1
    if last >= len(page) or not _heads_box(heading, page[last], own):
        return 0
    while last < min(len(page), at + _MOST) and is_sentence(page[last]) and speaks(page[last]):
        last += 1
    sentences = page[at + 1 : last]
    if not sentences or last + 1 >= len(page) or any(line.count > _SHORT for line in sentences):
        return 0
    call = page[last]
    called = is_bare(call) and call.count <= 2 * _TITLE and calls(call) and is_talk(call, own)
    return last + 1 if called and page[last + 1].first and not _is_other(call) else 0


def _heads_box(heading: PageLine, below: PageLine, own: OwnWords) -> bool:
    """Whether a line may be the heading of a box: it asks, half speaks of a site, or calls above a line that does."""
    if not heading.first or heading.count > 2 * _TITLE or _is_other(heading):
        return False
    half = is_half_talk(heading, own) or calls(heading) and is_half_talk(below, own)
    return heading.words.endswith("?") or is_bare(heading) and half


def _is_other(line: PageLine) -> bool:
    """Whether a line is known to be something else than a part of a box."""
    return residue(line, "anywhere") is not None or bool(_LABEL.fullmatch(line.plain))


def _apart(page: Sequence[PageLine], at: int) -> int:
    """The index below what stands apart from line `at` on under a label: a title, with what may end in a call."""
    alone = at
    while alone < min(len(page), at + _MOST) and page[alone].alone and is_bare(page[alone], 20):
        alone += 1
    ending = [i for i in range(at, alone) if calls(page[i])]
    return ending[-1] + 1 if ending else at + (alone > at and page[at].count >= _TITLE)


def _packed(page: Sequence[PageLine], pack: Sequence[tuple[int, str]], offers: list[int]) -> dict[int, str]:
    """Which lines go of lines of the website that follow each other; a pack that goes whole is put into `offers`."""
    telling = sum(kind(rule) in _TELLING and page[i].count > 1 for i, rule in pack)
    known = sum(rule != SITE_TALK for _, rule in pack)
    if known >= _PACK and telling * 2 >= len(pack) or len(pack) > 1 and _offers(page, pack):
        offers.append(pack[0][0])
        return dict(pack)
    return {i: rule for i, rule in pack if residue(page[i], "anywhere") and _stands_apart(page, i)}


def _heads_offer(page: Sequence[PageLine], at: int) -> bool:
    """Whether the line above an offer is its heading: a question or label that half speaks of a site."""
    line = page[at]
    heads = line.first and (is_bare(line) or line.words.endswith("?")) and 2 < line.count <= 3 * _TITLE
    if at < 1 or not heads or _is_other(line):
        return False
    return is_half_talk(line, NONE) and names_site(line)


def _offers(page: Sequence[PageLine], pack: Sequence[tuple[int, str]]) -> bool:
    """Whether lines are a box that invites the reader, and no list of the author's."""
    first = pack[0][0]
    while first and not page[first].first:
        first -= 1
    listed = any(page[i].words.startswith(_ITEM) for i, _ in pack) or first and page[first - 1].words.endswith(":")
    return not listed and any(rule in OFFERS and page[i].count > _TITLE for i, rule in pack)


def _stands_apart(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line stands by itself: between blank lines, or between paragraphs of one line each."""
    if page[at].alone:
        return True
    beside = [page[i] for i in (at - 1, at + 1) if 0 <= i < len(page)]
    return all(is_prose(line) and is_sentence(line) for line in beside)
