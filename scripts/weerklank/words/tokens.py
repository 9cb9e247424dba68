"""What a word is, where words are counted.

A word is a run of letters and digits. Hyphens and apostrophes join what stands on both sides of
them ('klant-zijn', 'foto's'), and so do brackets around a part of a word ('klant(en)'); a slash
parts words, and so does the end of a line. A number with its point or comma is one word, an address
on the web too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_HYPHEN = "-\u2010\u2011"
_RUN = r"(?:[^\W_][\u0300-\u036f\u00ad]*)+"
_JOINT = rf"(?:[’'”\"»]?[{_HYPHEN}]|[’'])"
_TOKEN = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.(?:nl|be|eu|com|org|net)\b)"
    r"|\d+(?:[.,:]\d+)+"
    rf"|(?:\([^\W\d_]{{2,}}[{_HYPHEN}]?\)(?=[^\W_]))?{_RUN}(?:{_JOINT}{_RUN})*(?:\((?:e?[nst]|en|je|jes|d|de)\)(?!\w))?"
)
_MARK = re.compile(r"(?m)^(?:- |\d+\. )")
_LEFT_OPEN = re.compile(rf"[{_HYPHEN}][”’\"')]*(?:,|\s*/|\s+(?:en|of|en/of|dan|maar|als|noch|tot|versus|&)\b)")
_DROPPED = dict.fromkeys(map(ord, '\u00ad()”"»'))
_PLAIN = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word at `start`..`end` of a text. `word` is how it is compared: in lower case, without soft hyphens
    and brackets, its apostrophes and hyphens as on a typewriter. `opens`: it leaves its second part to a
    later word ('klant-' in 'klant- en burgerpanels'); `closes`: its first part stood before ('en -burgers').
    `address`: it is an address on the web, whose parts are no words.
    """

    start: int
    end: int
    text: str
    word: str
    opens: bool = False
    closes: bool = False
    address: bool = False


def tokens(text: str, listed: bool = False) -> Iterator[Token]:
    """The words of `text` in order; `listed`: it is a list, whose marks ('- ', '1. ') are no words.

    >>> [token.word for token in tokens("De cliënt/burger, ‘klant’ van foto's: klant(en).")]
    ['de', 'cliënt', 'burger', 'klant', 'van', "foto's", 'klanten']
    """
    marks = {match.start() for match in _MARK.finditer(text)} if listed else set()
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start in marks:
            continue
        yield Token(
            start,
            end,
            match[0],
            compared(match[0]),
            opens=bool(_LEFT_OPEN.match(text, end)),
            closes=start > 1
            and text[start - 1] in _HYPHEN
            and text[start - 2] in " (‘“'\"/"
            and start - 1 not in marks,
            address=match["address"] is not None,
        )


def compared(text: str) -> str:
    """A word as `Token.word` has it.

    >>> compared("(Overheids)klant’s")
    "overheidsklant's"
    """
    return unicodedata.normalize("NFC", text).translate(_DROPPED).translate(_PLAIN).lower()
