"""Others' words that the author himself sets: quoted with who says them, in turns with dashes, or as verse."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.speakers import QUOTES, Paragraph, is_button, is_stamp
from weerklank.languages.rules import sign

_BRIEF = 10  # words of what is said in turn, at most; items are longer
_RUN = 4  # lines, at least, of a verse
_VERSE = 60  # characters of a line of verse
_RHYMES = 0.5  # share of the lines of a verse that rhyme, at least
_NEAR = 3  # lines within which another rhymes
_WHO = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|van|de|der|den|von|du|la)){0,4}"
_AGE = r"(?:, ?\d{1,3}|,? ?\(\d{1,3}\))"
_SMALL = r", [a-zß-ÿ][^.!?:]{2,60}"
_WHAT = rf"(?:{_AGE}(?:, [^.!?:]{{2,60}})?|{_SMALL})"  # an age, a trade, how the author knows that person
_SAID = re.compile(
    rf"[{QUOTES}],? (?:{sign('saying').pattern}|{sign('reporting').pattern}) (?-i:{_WHO})", re.IGNORECASE
)
_CALLED = re.compile(rf"{_WHO}(?:{_AGE})?, (?:[a-zß-ÿ]|(?<=\d, )|(?<=\), ))[^.!?:]{{2,60}}: ?[{QUOTES}]")
_BEHIND = re.compile(rf"[{QUOTES}][.,]? ?(?:[–—-] ?|\(){_WHO}{_WHAT}\)?\.?$")
_BELOW = re.compile(rf"(?:[–—-] ?)?{_WHO}{_AGE}(?:, [^.!?:]{{2,60}})?\.?|[–—-] ?{_WHO}{_SMALL}\.?")
_DASH, _HYPHEN = re.compile(r"[–—] ?\S"), re.compile(r"- \S")
_RHYME = re.compile(r"[aeiouyäöüéè]+[^aeiouyäöüéè\W]*(?:e[nrsl]?)?$")


def cites(page: Sequence[PageLine], one: Paragraph) -> bool:
    """Whether a paragraph is a quotation with who says it, told as an author does: by age, trade, or a verb."""
    at, words = one.at, page[one.at].words
    below = page[at + 1].words if at + 1 < len(page) else ""
    if words[0] in QUOTES:
        return bool(_SAID.search(words) or _BEHIND.search(words) or words[-1] in QUOTES and _BELOW.fullmatch(below))
    if _CALLED.match(words):
        return True
    return at > 0 and page[at - 1].words[0] in QUOTES and bool(_BELOW.fullmatch(words))


def talk(page: Sequence[PageLine]) -> frozenset[int]:
    """The lines of conversations in which each line begins with a dash; with a hyphen one asks and another answers."""
    dashes = _runs(page, lambda line: bool(_DASH.match(line.words)))
    hyphens = _runs(page, lambda line: bool(_HYPHEN.match(line.words)))
    spoken = [run for run in dashes if len(run) > 1] + [run for run in hyphens if _asks_and_answers(page, run)]
    return frozenset(i for run in spoken for i in run)


def verses(page: Sequence[PageLine]) -> frozenset[int]:
    """The lines of verses: four or more short ones of like length, set alike, of which half rhyme."""
    runs = _runs(page, lambda line: line.count > 2 and len(line.words) <= _VERSE and not _is_label(line))
    return frozenset(i for run in runs if len(run) >= _RUN and _rhymes(page, run) for i in run)


def _is_label(line: PageLine) -> bool:
    return is_stamp(line.words) or is_button(line) or line.is_name


def _runs(page: Sequence[PageLine], fits: Callable[[PageLine], bool]) -> list[list[int]]:
    """The longest runs of lines that fit."""
    runs: list[list[int]] = [[]]
    for i, line in enumerate(page):
        if fits(line):
            runs[-1].append(i)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _asks_and_answers(page: Sequence[PageLine], run: Sequence[int]) -> bool:
    asks = [page[i].words.endswith("?") for i in run]
    brief = max(page[i].count for i in run) <= _BRIEF
    return brief and any(one and not other for one, other in pairwise(asks))


def _rhymes(page: Sequence[PageLine], run: Sequence[int]) -> bool:
    """Whether half of these lines rhyme with one near, on another word."""
    last = [re.sub(r"\W", "", page[i].words.split()[-1]).lower() for i in run]
    near = [last[max(0, n - _NEAR) : n] + last[n + 1 : n + 1 + _NEAR] for n in range(len(last))]
    rhyming = [
        any(word != other and _rhyme(word) == _rhyme(other) != "" for other in others)
        for word, others in zip(last, near, strict=True)
    ]
    return sum(rhyming) >= _RHYMES * len(run)


def _rhyme(word: str) -> str:
    """The sound with which a word ends, from its last stressed vowel on, as far as its letters tell.

    >>> [_rhyme(word) for word in ("riet", "ziet", "gesessen", "regen")]
    ['iet', 'iet', 'essen', 'egen']
    """
    match = _RHYME.search(word)
    return match.group() if match else ""
