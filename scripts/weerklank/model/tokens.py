"""What a word is, wherever words are counted: how long a text is, how often it uses a word, what a strip shows.

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
_RUN = r"[^\W_]++(?:[\u0300-\u036f\u00ad]++[^\W_]*+)*+"
_JOINT = rf"(?:[’'”\"»]?[{_HYPHEN}]|[’'])"
_ENDING = r"\.(?:nl|be|eu|com|org|net)\b"
_WORD = (
    r"\d+(?:[.,:]\d+)+"
    rf"|(?:\([^\W\d_]{{2,}}[{_HYPHEN}]?\)(?=[^\W_]))?{_RUN}(?:{_JOINT}{_RUN})*(?:\((?:e?[nst]|en|je|jes|d|de)\)(?!\w))?"
)
_TOKEN = re.compile(rf"(?P<address>(?:https?://|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+{_ENDING})|{_WORD}")
_MAY_BE_ADDRESS, _NO_ADDRESS = re.compile(rf"://|www\.|@|{_ENDING}"), re.compile(_WORD)
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
    for match in _matches(text, listed):
        start, end = match.span()
        yield Token(
            start,
            end,
            match[0],
            compared(match[0]),
            opens=bool(_LEFT_OPEN.match(text, end)),
            closes=start > 1 and text[start - 1] in _HYPHEN and text[start - 2] in " (‘“'\"/",
            address=match["address"] is not None,
        )


def count_of_words(text: str, listed: bool = False) -> int:
    r"""How many words `text` has; `listed` as in `tokens`.

    >>> count_of_words("Klant – of burger? […] In 2.500 gemeenten."), count_of_words("- brood\n- melk", listed=True)
    (6, 2)
    """
    if listed or _MAY_BE_ADDRESS.search(text):
        return sum(1 for _ in _matches(text, listed))
    return len(_NO_ADDRESS.findall(text))


def _matches(text: str, listed: bool) -> Iterator[re.Match[str]]:
    marks = {match.start() for match in _MARK.finditer(text)} if listed else set()
    return (match for match in _TOKEN.finditer(text) if match.start() not in marks)


def compared(text: str) -> str:
    """A word as `Token.word` has it.

    >>> compared("(Overheids)klant’s")
    "overheidsklant's"
    """
    return unicodedata.normalize("NFC", text).translate(_DROPPED).translate(_PLAIN).lower()
