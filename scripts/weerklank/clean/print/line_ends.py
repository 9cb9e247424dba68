"""Words broken at a line end become whole again."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, Edit
from weerklank.clean.print.half_words import Joined, Spellings, join, spellings
from weerklank.clean.print.print_lines import Line, ends_sentence, following, lines_of
from weerklank.languages.lexicons import core

RULE = "line-end"
MOST_PIECES = 6  # over how many lines one word can run


def line_ends(draft: Draft) -> Draft:
    r"""Resolve each hyphen at a line end: joined, with trema, kept, or suspended.

    >>> line_ends(Draft("een ge-\ninteresseerd publiek")).text
    'een geïnteresseerd publiek'
    """
    lines = lines_of(draft.text)
    seen = spellings(draft.text)
    edits: list[Edit] = []
    index = 0
    while index < len(lines):
        chain = _chain(lines, index)
        if len(chain) > 1:
            edits.append(_whole(draft.text, lines, chain, seen))
        index = max(chain[-1] + (len(chain) == MOST_PIECES), index + 1)
    return draft.apply(edits)


def _chain(lines: Sequence[Line], index: int) -> list[int]:
    """The lines over which one word runs, from the line where it begins."""
    chain = [index]
    while lines[chain[-1]].open_word and (len(chain) == 1 or lines[chain[-1]].text == lines[chain[-1]].first_word()):
        if len(chain) == MOST_PIECES:
            break
        after = following(lines, chain[-1])
        if after is None:
            break
        chain.append(after)
    return chain


def _whole(text: str, lines: Sequence[Line], chain: list[int], seen: Spellings) -> Edit:
    """The edit that makes one word of its pieces, the last two first."""
    pieces = [lines[chain[0]].text.rsplit(None, 1)[-1], *(lines[i].first_word() for i in chain[1:])]
    start = lines[chain[0]].end - len(pieces[0])
    end = lines[chain[-1]].start + len(pieces[-1])
    rest = lines[chain[-1]].text.split(None, 2)
    before = lines[chain[0]].text[: -len(pieces[0])].rstrip()
    inside = bool(before) and not ends_sentence(before)
    made = join(pieces[-2], pieces[-1], rest[1] if len(rest) > 1 else "", seen, inside)
    for piece in reversed(pieces[:-2]):
        more = join(piece, made.text, "", seen)
        made = Joined(more.text, more.outcome, made.sure and more.sure, more.readings or made.readings)
    front, tail = core(pieces[0])[0], core(pieces[-1])[2]
    word = made.text[len(front) : len(made.text) - len(tail)]
    readings = () if made.sure else made.readings
    return Edit(start + len(front), end - len(tail), "changed", f"{RULE}-{made.outcome}", word, "", readings)
