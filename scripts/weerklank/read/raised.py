"""What stands raised in a page: a power keeps its meaning in plain text, a note's call is no part of a word."""

from __future__ import annotations

import re

_LOW = "0123456789+-−–=()ni"
_HIGH = str.maketrans(_LOW, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_LINKED_CALL = re.compile(r"\[?(\d{1,3}|[*†‡])\]?")
_CALL = re.compile(r"\[?(\d{1,3}(?: ?[,–-] ?\d{1,3}){0,5})\]?")
_ORDINAL = re.compile(r"e|de|ste|è?me|ère|er|st|nd|rd|th|[ao]", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\d.,])(?:1[5-9]|20)\d\d$"
)  # a power of so great a number is rarer than a note about that year
_FIGURE = re.compile(r"\d$")
_LETTER = re.compile(r"(?<![^\W_])[a-zA-Zα-ωΑ-Ω](?<![uUI])$")  # stands for a quantity, but 'u' and 'I' are words
_METRE = re.compile(r"(?<![^\W_])[kcdm]m$")
_SQUARE = ("2", "3")
_CHARGE = re.compile(r"\d?[+−–-]")


def raised(before: str, words: str, linked: bool) -> str:
    """`words` that stood raised right behind `before`, as plain text; `linked` says that they are a link.

    A call stands in brackets. What is raised behind a figure, a unit or a letter for a quantity stays so, by a
    character of its own where each has one, else behind '^'. All else (19e, Mme) is as readable on the line.

    >>> raised("10", "4", False), raised("10", "−5", False), raised("2", "x/2", False)
    ('⁴', '⁻⁵', '^(x/2)')
    >>> raised("een klant.", "3", False), raised("in 1984", "3", False), raised("de 19", "e", False)
    ('[3]', '[3]', 'e')
    """
    inner = words.strip()
    if linked and (call := _LINKED_CALL.fullmatch(inner)):
        return f"[{call[1]}]"
    if not inner or _ORDINAL.fullmatch(inner) or not before.strip() or before[-1].isspace():
        return words
    if _CHARGE.fullmatch(inner) or _is_power(before, inner):
        high = inner.translate(_HIGH) if all(c in _LOW for c in inner) else f"^({inner})"
        return high + words[len(words.rstrip()) :]
    call = _CALL.fullmatch(inner)
    return f"[{call[1]}]" if call and not _FIGURE.search(before) or call and _YEAR.search(before) else words


def _is_power(before: str, inner: str) -> bool:
    """Whether what is raised belongs to the quantity before it."""
    if _METRE.search(before):
        return inner in _SQUARE
    if _YEAR.search(before) or not (_FIGURE.search(before) or _LETTER.search(before)):
        return False
    return len(inner) == 1 or any(not c.isalpha() for c in inner)
