"""What the halves of a word on either side of a line end make together, by what is known of the language that is read.

Outcomes: joined, joined with the trema that Dutch drops at a break (ge-/interesseerd) or with other letters that a
break changed (old German Zuk-/ker), the word's own hyphen kept, or a suspended hyphen ('in- en uitvoer').
The document's own spelling decides first, then the word list; where both or neither speak, the likeliest outcome is
taken and marked.
"""

from __future__ import annotations

import re

from weerklank.clean.print.by_list import by_list
from weerklank.clean.print.halves import Halves, Joined, Spellings, spellings
from weerklank.clean.print.print_lines import HYPHENS
from weerklank.languages.lexicons import core, current, legal, spelling, word_set
from weerklank.languages.word_list import LONGEST

__all__ = ["Joined", "Spellings", "join", "spellings"]

_ADDRESS = re.compile(r"www\.|://|doi:|@", re.IGNORECASE)
_VOWEL = re.compile("[aeiouyà-öø-ÿ]", re.IGNORECASE)
_WORD = re.compile(r"[\w'’/-]*\w")


def join(first: str, second: str, after: str, seen: Spellings, inside: bool = False) -> Joined:
    """What `first` (ends in its hyphen) at a line end and `second` at the next line's start make.

    `after` is the token behind `second`; `inside` says that `first` begins no sentence, so that a
    capital means a name.

    >>> join("ge-", "interesseerd.", "", Spellings()).text
    'geïnteresseerd.'
    """
    front, half, _ = core(first)
    word = _WORD.match(second)
    rest = word.group() if word else ""
    halves = Halves(front, half.rstrip(HYPHENS), rest, second[len(rest) :], seen, inside)
    if first[-1] in "\u00ad¬":
        return _changed(halves) or halves.joined()
    return _suspended(halves, after) or _by_shape(halves) or _by_document(halves) or _changed(halves) or by_list(halves)


def _suspended(halves: Halves, after: str) -> Joined | None:
    """'in- en uitvoer': a conjunction follows that does not complete a word here."""
    token = halves.rest + halves.tail
    if token.lower().removeprefix("(") not in word_set("conjunctions"):
        return None
    listed = spelling().listed(halves.whole) and legal(halves.half, halves.rest)
    if not listed and not (halves.respelled and spelling().known(halves.respelled)):
        return Joined(f"{halves.front}{halves.half}- {token}", "suspended-hyphen")
    return halves.suspended(halves.whole) if _shares_head(halves.half, after) else None


def _by_shape(halves: Halves) -> Joined | None:
    """Digits, capitals, acronyms, single letters and addresses keep their hyphen."""
    half, rest = halves.seam
    if _ADDRESS.search(halves.half) or not half or not rest or not rest[0].isalpha() or not half[-1].isalpha():
        return halves.kept()
    if rest[0].isupper():
        return _by_capitals(halves)
    if len(half) == 1 or half[-1].isupper():
        return halves.kept()
    if not _VOWEL.search(half) and current().code:
        return halves.joined() if spelling().listed(half + rest) and legal(half, rest) else halves.kept()
    links = word_set("links")
    linked = half in links and "-" in halves.half or rest in links and "-" in halves.rest
    if linked or current().matches("own-hyphens", f"{half}|{rest}"):
        return None if spelling().known(half + rest) and legal(half, rest) else halves.kept()
    return None


def _by_capitals(halves: Halves) -> Joined:
    """A capital behind a hyphen keeps it, unless the whole word is set in capitals."""
    half, rest = halves.seam
    if not (half.isupper() and rest.isupper() and len(half) > 1 and legal(half, rest)):
        return halves.kept()
    if spelling().known((half + rest).lower()):
        return halves.joined()
    vowels = _VOWEL.search(half) and _VOWEL.search(rest)
    return halves.joined(halves.hyphened) if vowels else halves.kept(halves.whole)


def _by_document(halves: Halves) -> Joined | None:
    """As the document writes it elsewhere, if it writes it in one way only."""
    respelled = halves.respelled
    forms = [form for form in (halves.whole, respelled, halves.hyphened) if form and halves.seen.has(form)]
    if len(forms) != 1 or (forms[0] == halves.whole and respelled and spelling().known(respelled)):
        return None
    if forms[0] == respelled:
        return halves.changed()
    return halves.kept() if forms[0] == halves.hyphened else halves.joined()


def _changed(halves: Halves) -> Joined | None:
    """Letters that a break changed come back where only with them the word is known, or may be broken here."""
    if not halves.respelled:
        return None
    known = spelling().known(halves.respelled)
    if halves.known():
        if not known or halves.changed().outcome == "joined-with-trema":
            return None
        return halves.changed(halves.whole) if halves.seen.old else halves.joined(halves.respelled)
    surely = current().matches("surely-changed", f"{halves.half}|{halves.rest}")
    return halves.changed() if known or surely else None


def _shares_head(half: str, after: str) -> bool:
    """Whether `half` combines with the tail of the compound in `after`: 'partij- en raadsleden', 'act- or rule-led'."""
    word = core(after)[1]
    if "-" in word[1:-1] and current().hyphens_compounds:
        return spelling().known(half)
    return any(
        spelling().listed(word[at:]) and spelling().known(half + word[at:])
        for at in range(3, min(len(word), LONGEST) - 3)
    )
