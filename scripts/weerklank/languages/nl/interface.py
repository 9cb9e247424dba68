"""Dutch words for the interface: dates, stances, counts."""

from __future__ import annotations

from weerklank.model import Stance

_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]

STANCES: dict[Stance, str] = {"for": "voor", "against": "tegen", "nuance": "nuance"}
"""Stances as shown, in the order in which they are shown."""


def date_words(date: str | None) -> str:
    """An ISO date in words; 'datum onbekend' where there is none.

    >>> date_words("2014-12-29"), date_words("2014-12"), date_words(None)
    ('29 december 2014', 'december 2014', 'datum onbekend')
    """
    if not date:
        return "datum onbekend"
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) == 2 else f"{month} {year}"


def upper_first(text: str) -> str:
    """The text with its first letter as a capital, as at the start of a sentence.

    >>> upper_first("auteur onbekend")
    'Auteur onbekend'
    """
    return text[:1].upper() + text[1:]


def enumerate_words(words: list[str]) -> str:
    """Words as a Dutch enumeration.

    >>> enumerate_words(["Jan", "Piet", "Klaas"])
    'Jan, Piet en Klaas'
    """
    return " en ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def count_words(count: int, one: str, many: str) -> str:
    """A count with its noun.

    >>> count_words(1, "passage", "passages"), count_words(2748, "woord", "woorden")
    ('1 passage', '2.748 woorden')
    """
    return f"{thousands(count)} {one if count == 1 else many}"


def thousands(number: int) -> str:
    """A number with its thousands apart.

    >>> thousands(12345)
    '12.345'
    """
    return f"{number:,}".replace(",", ".")


def shorten(text: str, limit: int) -> str:
    """The text on one line, cut at a word with '…' where it is longer than `limit` characters.

    >>> shorten("De overheid kent geen klanten.", 18)
    'De overheid kent…'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit].rsplit(" ", 1)[0] if " " in line[:limit] else line[: limit - 1]
    return head.rstrip(" ,;:–-") + "…"
