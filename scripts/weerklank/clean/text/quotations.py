"""A document quoted at length: announced in a sentence, in its own shape, until the author speaks again.

The evidence must all point one way: the author writes 'ik' or 'wij' and announces a text; what
follows has a heading, lists, and nobody's 'ik' or 'wij'; its last block is a list, so that one
sees where it ends; and then the author says 'ik' or 'wij' again. Else nothing is done: quotation
or not, every paragraph stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from weerklank.clean.ledger.draft import Draft, Edit, change
from weerklank.clean.text.lists import ITEM

RULE = "quotation"
_MOST = 14  # blocks
_FIRST_PERSON = re.compile(r"\b(?:ik|wij|we|ons|onze|mij|mijn|mezelf|onszelf)\b", re.IGNORECASE)
_DOCUMENT = (
    r"(?:tekst|passage|aanbeveling(?:en)?|citaat|fragment|verklaring|rapport|rapportage|brief|nota|notitie|advies|motie"
    r"|amendement|artikel|wet|wetstekst|folder|bericht|persbericht|beleidsstuk|visie|verslag|conclusies?|alinea|woorden"
    r"|stuk|document|website|regels|beginselen|uitgangspunten|manifest|handleiding|protocol)"
)
_ANNOUNCES = re.compile(
    rf"(?:\b(?:deze|dit|de volgende|het volgende|de onderstaande|onderstaande)\b[^.!?]{{0,80}}\b{_DOCUMENT}\b"
    rf"|\b{_DOCUMENT}\b[^.!?]{{0,60}}\b(?:luidt|luidde|staat|stond|zegt|schrijft|meldt|lezen we|lees ik"
    rf"|als volgt|het volgende))[^.!?]{{0,120}}:$",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_VERBS = re.compile(
    r"\b(?:is|zijn|was|waren|heeft|hebben|wordt|worden|kan|kunnen|moet|moeten|zal|doe|ga|kom|wacht|stop|luister)\b",
    re.IGNORECASE,
)


def quotations(draft: Draft) -> Draft:
    """'> ' before each line of a quoted document."""
    found = [(m.start(), m.group()) for m in _BLOCK.finditer(draft.text)] if ":\n" in draft.text else []
    edits: list[Edit] = []
    for i, (_, block) in enumerate(found):
        if (
            block.endswith(":")
            and len(block) < 2000
            and _ANNOUNCES.search(block[-400:])
            and _FIRST_PERSON.search(block)
        ):
            last = _last(found, i + 1)
            if last:
                edits += _marked(draft.text, found[i + 1][0], found[last][0] + len(found[last][1]))
    return draft.apply(edits)


def _last(found: Sequence[tuple[int, str]], first: int) -> int | None:
    """The index of the quotation's last block, None where one cannot be certain of it."""
    for i in range(first, min(len(found), first + _MOST)):
        block = found[i][1]
        if block.startswith(">"):
            return None
        if _FIRST_PERSON.search(block):
            before = found[first:i]
            ends = bool(before) and bool(ITEM.match(before[-1][1]))
            return i - 1 if ends and len(before) > 2 and is_opening(before[0][1]) else None
    return None


def is_opening(block: str) -> bool:
    """Whether a quoted document can begin with this as its heading: three words at most, no verb, maybe a full stop.

    >>> is_opening("Klantbejegening."), is_opening("Dat is zo.")
    (True, False)
    """
    words = block.split()
    return (
        len(words) <= 3
        and len(block) <= 60
        and bool(re.fullmatch(r"[\w' ’/-]+\.?", block))
        and not _VERBS.search(block)
    )


def _marked(text: str, start: int, end: int) -> Iterator[Edit]:
    """The edits that put '> ' before each line from `start` to `end`."""
    yield change(start, start, "> ", RULE)
    for match in re.finditer(r"\n+", text[start:end]):
        at = start + match.start()
        yield change(at, at + len(match.group()), "\n>\n> " if len(match.group()) > 1 else "\n> ", RULE)
