"""Where readers' comments begin on a page that does not name their elements."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from weerklank.read.page_blocks import PageBlock

_HEADING = re.compile(
    r"(?:\(?\d{1,5}\)? )?(?:(?:uw|jouw|alle|lezers) )?"
    r"(?:reacties?|comments?|responses?|replies|antwoorden|opmerkingen|gedachten?|thoughts?)"
    r"(?: (?:op|over|to|on|bij|van lezers|from readers) .{1,200})?:?(?: ?\(?\d{1,5}\)?)?"
    r"|(?:één|een|one|\d{1,5}) (?:reactie|comment|response|gedachte|thought|antwoord)s?(?: .{1,200})?"
    r"|(?:geef|plaats|laat|schrijf|voeg)(?: hier)?(?: (?:een|je|uw))? reactie(?: toe| achter)?|reageer|reageren"
    r"|(?:leave|post|add|write) a (?:reply|comment|response)|reactie toevoegen|wat vind(?:t u| jij| je)\?",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\b(?:zegt|zei|schreef|schrijft|says|said|wrote|beantwoord(?:en)?|antwoorden|reply|reageren"
    r"|reageer|permalink|citeer|quote|naam|name|e-?mail(?:adres)?|geplaatst door|posted by|om te reageren)\b"
    r"|\b\d{1,2}[- /](?:\d{1,2}|[a-z]{3,9})\.?[- /]\d{4}\b",
    re.IGNORECASE,
)
_LOOK_AHEAD = 12


def counted(text: str) -> int:
    """The number that a heading of comments gives, 0 where it gives none or is no such heading.

    >>> counted("Reacties op dit artikel (5)"), counted("3 reacties"), counted("Reacties")
    (5, 3, 0)
    """
    match = (
        re.search(r"(?<![\d.])\d{1,4}(?![\d.])", text)
        if len(text) <= 120 and _HEADING.fullmatch(text.strip(" :.–-"))
        else None
    )
    return int(match.group()) if match else 0


def comments_begin(blocks: Sequence[PageBlock], seen: Collection[int]) -> int:
    """The index of the first block of the comments, len(blocks) where there are none.

    `seen` are the indices of blocks taken for text. A heading of comments is one when no text
    follows it, or when what follows looks like comments; an essay may have a subhead 'Reacties'.
    """
    first = min(seen, default=len(blocks))
    last = max(seen, default=-1)
    for index, block in enumerate(blocks):
        if index <= first or len(block.text) > 250 or not _HEADING.fullmatch(block.text.strip(" :.–-")):
            continue
        if not block.heading and block.linked * 10 > len(block.text) * 9:
            continue  # a link to the comments, not their heading
        following = blocks[index + 1 : index + 1 + _LOOK_AHEAD]
        if index > last or any(len(b.text) < 120 and _SIGN.search(b.text) for b in following):
            while index > first and blocks[index - 1].heading:  # a heading over the heading
                index -= 1
            return index
    return len(blocks)
