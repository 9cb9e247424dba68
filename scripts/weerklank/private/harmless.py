"""Numbers that lead to nobody and look as if they did: dates, books, amounts, addresses of the web, case numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from weerklank.private.seen import Find

_HARMLESS = re.compile(
    r"(?:https?://|\bwww\.)\S+"
    r"|\bdoi\b\S*|(?<![\w.])10\.\d{4,9}/\S+"
    r"|(?<![\d./-])\d{1,2}([-./])\d{1,2}\1(?:1[5-9]|20)\d\d(?![-./]?\d)"
    r"|(?<![\d./-])\d{1,2}([./])\d{1,2}\2\d\d\s?[-–]\s?\d{1,2}\2\d{1,2}\2\d\d(?!\d)"
    r"|\bkamerstuk(?:ken)?\b[^;\n]{0,40}?\bnr\.?\s\d[\d ]*"
    r"|(?<![\d./-])(?:1[5-9]|20)\d\d-\d\d-\d\d(?![-./]?\d)"
    r"|\bIS[BS]N(?:-1[03])?[:\s]{0,3}(?:(?:\d[\s-]?){9}(?:(?:\d[\s-]?){3})?[\dX]|\d{4}[\s-]?\d{3}[\dX])"
    r"|(?<![\w-])97[89][\s-]?(?:\d[\s-]?){9}\d(?!\d)"
    r"|(?<![\w-])(?=[\dX-]{13}(?![\w-]))\d-\d{2,6}-\d{2,6}-[\dX]"
    r"|[€$£]\s?\d{1,3}(?:[., ]\d{3})+(?:,\d+)?|[€$£]\s?\d+"
    r"|(?<![\d.])\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?=\s(?:euro|gulden|frank|dollar)\b)"
    r"|\b(?:zaak|dossier|rekest|parket|rol|order|bestel|factuur|polis|klant|kvk|btw)"
    r"-?(?:nummer|nr\.?)?(?:\s(?:is|luidt|was))?[:\s]{1,2}[\w./-]*\d[\w./-]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NEAR = 160  # signs: the names of a street have 120 at most


def harmless(text: str) -> Iterator[Find]:
    """Where numbers stand that are surely no person's.

    >>> struck_out("Op 01-02-2014 belde 06-12345678.", harmless("Op 01-02-2014 belde 06-12345678."))
    'Op xxxxxxxxxx belde 06-12345678.'
    """
    for near in near_digits(text):
        yield from (match.span() for match in _HARMLESS.finditer(text, *near))


def near_digits(text: str) -> Iterator[Find]:
    """The stretches of a text that are near enough to a digit to belong to it: prose has few of them."""
    begin, end = 0, -1
    for digits in _DIGITS.finditer(text):
        if digits.start() - _NEAR > end:
            if end > 0:
                yield begin, end
            begin = max(0, digits.start() - _NEAR)
        end = min(len(text), digits.end() + _NEAR)
    if end > 0:
        yield begin, end


def struck_out(text: str, finds: Iterable[Find]) -> str:
    """The text, as long as it was, without the words of `finds` (start, end; they may overlap)."""
    parts, at = [], 0
    for start, end in sorted(finds):
        if end > at:
            parts += [text[at:start], "x" * (end - max(at, start))]
            at = end
    return "".join([*parts, text[at:]])
