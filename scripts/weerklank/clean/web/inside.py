"""Residue between the essay's paragraphs: only what is certain goes.

That is a line that a rule takes anywhere, a pack of lines that rules take one by one (a form or a bar
of buttons), or what stands under the label of an insert. A single line that might be a subhead stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, Edit, remove
from weerklank.clean.web.page_lines import PageLine, page_lines
from weerklank.clean.web.read_off import caption_edit
from weerklank.clean.web.residue import SIGNS
from weerklank.clean.web.site_words import OFFERS, sales
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.languages.rules import kind, sign

_LABEL = sign("insert-label")
_TITLED = sign("insert-with-title")
_SHORT = 30  # words of a sentence in a box
_MOST = 4  # lines of an insert under its label
_TITLE_WORDS = 20  # of the title of another text
_TITLE = 4  # words that tell a title from a subhead
_ITEM = ("•", "- ", "* ")
INSERT = "insert"
ANCHOR = "heading-anchor"
_ANCHOR = sign(ANCHOR)
_MARKED = re.compile(r"[a-zß-öø-ÿ]{2}[#¶]$")  # 'Het begin#', and no 'C#'
EDIT_LINK = "edit-link"
_EDIT_LINK = sign(EDIT_LINK)
_SELLS = 3  # how far a line that speaks to the reader outweighs what is asked
_PACK = 3  # lines of residue that stand together by chance no more
_TELLING = ("share", "newsletter", "subscribers", "subscribers-inside", "cookies", "read-more", "comment-form")


def trim_inside(draft: Draft) -> Draft:
    """Take residue out from between the paragraphs."""
    page = page_lines(draft.text)
    found = _found(page)
    gone = [remove(page[i].start, page[i].end, rule) for i, rule in found.items()]
    begun = next((i for i, line in enumerate(page) if line.prose and not line.caption), len(page))
    for i, line in enumerate(page):
        if i not in found:
            gone += [caption_edit(line)] if begun < i < len(page) - 1 and line.caption else _edit_link(line)
    return draft.apply(gone)


def _edit_link(line: PageLine) -> list[Edit]:
    """The edit for the button of a wiki, or the mark of a link to it, at the end of a heading."""
    if line.first and line.bare and _MARKED.search(line.words):
        return [remove(line.end - 1, line.end, ANCHOR)]
    match = _EDIT_LINK.search(line.words) if line.words.endswith("]") and line.count <= _SHORT else None
    if match is None or match.end() < len(line.words) or match.start() == 0:
        return []
    return [remove(line.start + match.start(), line.end, EDIT_LINK)]


def _found(page: Sequence[PageLine]) -> dict[int, str]:
    """The lines that go, by index, each with the rule that takes it."""
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
        below = _insert(page, i) or _box(page, i) or _offer(page, i) if i else 0
        if below:
            taken |= dict.fromkeys(range(i, below), INSERT)
            continue
        if _sells(line):
            taken[i] = SITE_TALK
            offers.append(i)
            continue
        found = None if page[i].goes_on else line.at_foot
        if found and found is not SIGNS:
            pack.append((i, found.rule))
        elif pack and line.site_talk and not line.words.startswith(_ITEM):
            pack.append((i, SITE_TALK))
        else:
            taken |= _packed(page, pack, offers)
            pack = []
    taken |= _packed(page, pack, offers)
    return {i - 1: INSERT for i in offers if _heads_offer(page, i - 1)} | taken


def _insert(page: Sequence[PageLine], at: int) -> int:
    """The index below an insert whose label is line `at`, with running text below it; 0 where none begins there.

    Under a label stand titles: in its own block, as items, or one that stands apart and is longer than a subhead.
    """
    line = page[at]
    if not line.first:
        return 0
    if line.alone and line.bare_within(_TITLE_WORDS) and _TITLED.match(line.words):
        return at + 1 if at + 1 < len(page) else 0
    if not _LABEL.fullmatch(line.plain):
        return 0
    end = at + 1
    while end < min(len(page), at + 1 + _MOST) and not page[end].sentence:
        if page[end].first and not page[end].words.startswith(_ITEM):
            break
        end += 1
    if end == at + 1:
        end = _apart(page, end)
    closed = end < len(page) and page[end].first and page[end].sentence
    return end if end > at + 1 and closed else 0


def _box(page: Sequence[PageLine], at: int) -> int:
    """The index below a box that begins at line `at`, else 0.

    It has a heading that asks or half speaks of a site, a sentence or two to the reader, and a call.
    """
    heading, last = page[at], at + 1
    if last >= len(page) or not _heads_box(heading, page[last]):
        return 0
    while last < min(len(page), at + _MOST) and page[last].sentence and page[last].speaks:
        last += 1
    sentences = page[at + 1 : last]
    if not all(line.half_site_talk for line in sentences[1:]):
        return 0
    if not sentences or last + 1 >= len(page) or any(line.count > _SHORT for line in sentences):
        return 0
    call = page[last]
    return last + 1 if call.bare and call.calls and call.site_talk and not _is_other(call) else 0


def _offer(page: Sequence[PageLine], at: int) -> int:
    """The index below a box with a heading of the website's, a sentence or two, and a button that offers something."""
    last = at + 1
    while last < min(len(page), at + _MOST) and page[last].sentence and page[last].count <= _SHORT:
        last += 1
    button = page[last].at_foot if last < len(page) and last > at + 1 else None
    if not (page[at].first and page[at].site_talk and page[at].bare) or button is None or button.kind not in OFFERS:
        return 0
    while last < len(page) and (page[last].at_foot or page[last].site_talk):
        last += 1
    return last


def _heads_box(heading: PageLine, below: PageLine) -> bool:
    """Whether a line may be the heading of a box: it asks, half speaks of a site, or calls above a line that does."""
    if not heading.first or heading.count > 2 * _TITLE or _is_other(heading):
        return False
    half = heading.half_site_talk or heading.calls and below.half_site_talk
    return heading.words.endswith("?") or heading.bare and half


def _is_other(line: PageLine) -> bool:
    """Whether a line is known to be something else than a part of a box."""
    return line.anywhere is not None or bool(_LABEL.fullmatch(line.plain))


def _apart(page: Sequence[PageLine], at: int) -> int:
    """The index below the titles that stand apart from line `at` on under a label."""
    alone = at
    while alone < min(len(page), at + _MOST) and page[alone].alone and page[alone].bare_within(_TITLE_WORDS):
        if page[alone].sentence and alone > at:
            break
        alone += 1
    titles = sum(line.count >= _TITLE for line in page[at:alone])
    return alone if 2 * titles > alone - at else at


def _packed(page: Sequence[PageLine], pack: Sequence[tuple[int, str]], offers: list[int]) -> dict[int, str]:
    """Which lines go of lines of the website that follow each other; a pack that goes whole is put into `offers`."""
    telling = sum(kind(rule) in _TELLING and page[i].count > 1 for i, rule in pack)
    known = sum(rule != SITE_TALK for _, rule in pack)
    if known >= _PACK and telling * 2 >= len(pack) or len(pack) > 1 and _offers(page, pack):
        offers.append(pack[0][0])
        return dict(pack)
    return {i: rule for i, rule in pack if page[i].anywhere and _stands_apart(page, i)}


def _heads_offer(page: Sequence[PageLine], at: int) -> bool:
    """Whether the line above an offer is its heading: a question or label that half speaks of a site."""
    line = page[at]
    heads = line.first and (line.bare or line.words.endswith("?")) and 2 < line.count <= 3 * _TITLE
    return at > 0 and heads and PageLine(line.words).half_site_talk


def _offers(page: Sequence[PageLine], pack: Sequence[tuple[int, str]]) -> bool:
    """Whether lines are a box that invites the reader, and no list of the author's."""
    first = pack[0][0]
    while not page[first].first:
        first -= 1
    listed = any(page[i].words.startswith(_ITEM) for i, _ in pack) or first and page[first - 1].words.endswith(":")
    return not listed and any(kind(rule) in OFFERS and page[i].count > _TITLE for i, rule in pack)


def _stands_apart(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line stands by itself: between blank lines, or between paragraphs of one line each."""
    if page[at].alone:
        return True
    beside = [page[i] for i in (at - 1, at + 1) if 0 <= i < len(page)]
    return all(line.prose for line in beside)


def _sells(line: PageLine) -> bool:
    """Whether a line between the paragraphs calls on the reader to subscribe, to log in or to give.

    It must speak to the reader, and of two such things; plainly so, or with a call.
    """
    if not line.alone or line.surplus < 1 or not (line.speaks if line.surplus >= _SELLS else line.calls):
        return False
    return sales(line.plain, line.own.words if line.own else frozenset()) > 1
