"""How the author sets others' words, and with what headings: what stands around a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from weerklank.clean.web.author_cites import cites, talk, verses
from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.speakers import QUOTES, Paragraph
from weerklank.languages.rules import sign

SURE = frozenset({"button", "time", "stars", "echo", "cells"})
"""Signs that hardly stand elsewhere than with comments."""
_LAST = 200  # characters of a paragraph in which it announces what follows
_QUESTION = 14  # words of a question that is put to someone
_TURNS = 0.67  # share of the speakers' names that differ, at most, where speakers take turns
_NOTES = 40  # lines below the heading of notes
_NOTE = 10  # words of a line that says what a nickname did
_CARD = 5  # words of a name or so that stand beside a short comment
_HEADING_WORDS = 9
_QUOTED = re.compile(rf"[>{QUOTES}]|[^:\n]{{2,40}}: ?[{QUOTES}]")
_NICK_DID = re.compile(r"(?P<nick>[a-z][\w.-]{4,}) (?P<did>[a-zß-ÿ]{3,})(?: .*[^,;]|:)?$")
_ITEM = re.compile(r"(?:[-•*] |\d{1,3}[.)] )")
_OWN = sign("author-adds")
_HEADING_SURE, _HEADING = sign("reader-heading-sure"), sign("reader-heading")
_ANNOUNCES, _SPOKE, _SOURCES = sign("announces-others"), sign("spoke-with"), sign("sources-heading")


def setting(page: Sequence[PageLine], found: Sequence[Paragraph], authors: Sequence[str]) -> list[frozenset[str]]:
    """For each paragraph the signs that stand around it."""
    announced = _announced(page, found)
    answers = _answers(page, found)
    turns = _take_turns(found, authors)
    sources = _below_sources(page)
    spoken, verse, notes = talk(page), verses(page), _notes(page)
    signs = []
    for n, one in enumerate(found):
        sure = bool(one.marks & SURE)
        here = {
            "announced": announced[n] and not sure,
            "announces": n + 1 < len(found) and _announces(page[one.at], page[found[n + 1].at]),
            "answer": answers[n] and not sure,
            "turn": turns and bool(one.speaker),
            "source": one.at in sources and not sure,
            "cited": _is_cited(page, found, n) and not sure,
            "note": any(i in notes for i in range(one.lines[0], one.lines[1] + 1)),
            "cites": cites(page, one) and not sure,
            "talk": one.at in spoken and not sure,
            "verse": one.at in verse and not sure,
            "card": one.labels > one.words + _CARD and not sure,
            heading_above(page, one)[1]: True,
        }
        signs.append(frozenset(name for name, is_so in here.items() if is_so and name))
    return signs


def _notes(page: Sequence[PageLine]) -> frozenset[int]:
    """The lines in which one nickname after another does the same: 'lanternmoth added:', 'saltmarsh added:'."""
    did: dict[str, dict[str, int]] = {}
    for i, line in enumerate(page):
        if 1 < line.count <= _NOTE and not line.words.endswith(".") and (match := _NICK_DID.match(line.words)):
            did.setdefault(match["did"], {})[match["nick"]] = i
    return frozenset(i for nicks in did.values() if len(nicks) > 1 for i in nicks.values())


def _announced(page: Sequence[PageLine], found: Sequence[Paragraph]) -> list[bool]:
    """Whether each paragraph is one of those with which the author lets others speak: the first below the words that
    say so, and those set like it.
    """
    result = [False] if found else []
    for above, one in pairwise(found):
        announces = _announces(page[above.at], page[one.at]) or _is_titled(page, one)
        result.append(announces or result[-1] and is_like(page, above, one))
    return result


def _is_titled(page: Sequence[PageLine], one: Paragraph) -> bool:
    """Whether an item stands below a heading that names no readers: so an author lists."""
    above = page[max(0, one.lines[0] - 1) : one.at]
    return is_item(page[one.at]) and any(
        line.alone and line.bare and not is_item(line) and not _heading(line) for line in above
    )


def _announces(line: PageLine, below: PageLine) -> bool:
    """Whether the author says that others will speak: in so many words where they are quoted then."""
    quotes = any(mark in below.words[:_LAST] for mark in QUOTES)
    spoke = quotes and _SPOKE.search(line.words[-_LAST:])
    return line.words.endswith(":") or bool(spoke or _ANNOUNCES.search(line.words[-_LAST:]))


def is_item(line: PageLine) -> bool:
    return bool(_ITEM.match(line.words))


def is_like(page: Sequence[PageLine], one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs are set alike: both with a name before their words, a mark beside them, or quoted."""
    if one.speaker or other.speaker:
        return bool(one.speaker and other.speaker)
    items = [is_item(page[each.at]) for each in (one, other)]
    if any(items):
        return all(items)
    return is_quoted(page, one) and is_quoted(page, other) or bool(one.marks and other.marks)


def _answers(page: Sequence[PageLine], found: Sequence[Paragraph]) -> list[bool]:
    """Whether each paragraph is a question or answer of those that the author puts together."""
    asks = [_is_question(page[one.at]) for one in found]
    if sum(asks) < 2:
        return [False] * len(found)
    return [asks[n] or n > 0 and asks[n - 1] or _is_question(page[one.at - 1]) for n, one in enumerate(found)]


def _is_question(line: PageLine) -> bool:
    return line.first and line.words.endswith("?") and line.count <= _QUESTION


def _is_cited(page: Sequence[PageLine], found: Sequence[Paragraph], n: int) -> bool:
    """Whether a paragraph alone is quoted with a name, as a motto is: those beside it are not."""
    near = [each for each in (*found[max(0, n - 1) : n], *found[n + 1 : n + 2]) if is_quoted(page, each)]
    return is_quoted(page, found[n]) and "name" in found[n].marks and not any("name" in each.marks for each in near)


def is_quoted(page: Sequence[PageLine], one: Paragraph) -> bool:
    """Whether a paragraph is a quotation, or one behind who says it."""
    return bool(_QUOTED.match(page[one.at].words))


def _take_turns(found: Sequence[Paragraph], authors: Sequence[str]) -> bool:
    names = [one.speaker.casefold() for one in found if one.speaker]
    author = any(name in each.casefold() for name in names for each in authors)
    return len(names) > 1 and (author or len(set(names)) <= _TURNS * len(names))


def _below_sources(page: Sequence[PageLine]) -> frozenset[int]:
    """The lines below the heading of notes or sources."""
    headings = [i for i, line in enumerate(page) if _SOURCES.fullmatch(line.plain)]
    return frozenset(i for at in headings for i in range(at, at + _NOTES))


def heading_above(page: Sequence[PageLine], one: Paragraph) -> tuple[int, str]:
    """The first line of a paragraph with the heading above it that says that others speak below, and its sign ('')."""
    first = one.lines[0]
    for i in range(one.at - 1, max(-1, first - 3), -1):
        if i < first and page[i].prose and not page[i].words.endswith("?"):
            break
        if kind := _heading(page[i]):
            return min(i, first), kind
    return first, ""


def _heading(line: PageLine) -> str:
    if not line.alone or line.count > _HEADING_WORDS or _OWN.match(line.words) or line.words[-1] in ".!,;":
        return ""
    if _HEADING_SURE.fullmatch(line.plain):
        return "readers' heading"
    asks = line.words.endswith("?")  # as an interview's headings may
    return "heading" if not asks and _HEADING.fullmatch(line.plain) else ""
