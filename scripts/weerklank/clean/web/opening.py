"""Short lines with which a text begins: they are the author's, and no title or subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.read_off import read_off
from weerklank.languages.person_names import NAME
from weerklank.languages.rules import sign

_HEADING = sign("first-heading")
_DEDICATION = re.compile(rf"(?i:{sign('dedicates').pattern}) {NAME}(?:(?:, | en | and | und ){NAME})*")
_MIDWAY = sign("sentence-goes-on")
_PIECES = 6  # of a sentence, that stand on lines of their own


def opens_text(page: Sequence[PageLine], at: int, above: bool) -> bool:
    """Whether line `at`, short as it is, is the first of the text; `above` says that a title stands above it.

    It is the heading of its first section, says whom it is about or for, asks the first question of an interview, or
    is the first piece of a sentence that an extractor broke over lines.
    """
    line, later = page[at], range(at + 1, len(page))
    if not line.bare:
        return False
    if _HEADING.fullmatch(line.words):
        return at + 1 == len(page) or page[at + 1].prose
    if above and (_DEDICATION.fullmatch(line.words) or _asks(page, at) and any(map(partial(_asks, page), later))):
        return True
    pieces = _pieces(page, at)
    if not pieces or _MIDWAY.fullmatch(line.words):
        return bool(pieces)
    lower = [piece.words[0].islower() for piece in pieces if not piece.is_name]
    return lower[:1] == [True] and (above or sum(lower) > 1)


def _asks(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` asks what the lines below it answer: more than one such line is an interview."""
    return page[at].words.endswith("?") and page[at].bare and at + 1 < len(page) and page[at + 1].prose


def _pieces(page: Sequence[PageLine], at: int) -> Sequence[PageLine]:
    """The lines that finish the sentence of line `at`; the last goes on in lower case, up to an end of a sentence."""
    for i in range(at + 1, min(len(page), at + 1 + _PIECES)):
        line = page[i]
        if not line.bare:
            return page[at + 1 : i + 1] if line.words[0].islower() and line.sentence else ()
        if read_off(line):
            return ()
    return ()
