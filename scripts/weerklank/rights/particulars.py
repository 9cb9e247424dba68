"""Particulars of persons in a text: e-mail addresses, telephone numbers, BSN, bank accounts, postal addresses.

They are found by their form, as the Netherlands write them, and only where the form is telling: a
year, an ISBN, an amount or a service number (0800, 0900) is none. Whether one may be published only
a maintainer can say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_EMAIL = re.compile(
    r"(?<![\w.+-])\w[\w.+-]{0,63}(?:@| ?[\[(](?:at|apenstaartje)[\])] ?)"
    r"(?:[\w-]{1,63}(?:\.| ?[\[(](?:dot|punt)[\])] ?)){1,4}[A-Za-z]{2,24}(?!\w)"
)
_ACCOUNT = re.compile(r"(?<!\w)NL\d{2} ?[A-Z]{4} ?(?:\d{4} ?){2}\d{2}(?!\w)")
# Numbering plan: 06 + 8 digits, area codes of three or four digits with seven or six more; +31 drops the nought.
_GAP = r"(?:[ ./–-]| [–-] )?"
_PHONE = re.compile(
    rf"(?<![\w.,/=#+-])(?:(?:(?:\+|00)3[12] ?(?:\(0\))?{_GAP}|\(?0)"
    rf"(?:6{_GAP}[1-9](?:{_GAP}\d){{7}}|[1-578]\d\)?{_GAP}[1-9](?:{_GAP}\d){{6}}"
    rf"|[1-57]\d\d\)?{_GAP}[1-9](?:{_GAP}\d){{5}}))(?!\w|[.,-]\d)"
)
_BSN = re.compile(r"(?<![\w.,/=#€+-])(?<!€ )(?:\d{9}|\d{4}([ .])\d\d\1\d{3})(?!\w|[.,/-]\d)")
_LABELLED_BSN = re.compile(r"\b(?i:bsn|burgerservicenummer|sofi-?nummer)\b[^\d]{0,20}(?<!\d)(\d[\d .-]{6,12}\d)(?!\w)")
# A street's name and a house number, and right after them a postcode (which never ends in SA, SD or SS).
_ADDRESS = re.compile(
    r"(?<!\w)[A-Z][\w.'’-]{1,40} (?:[a-z]{2,4} )?(?:[A-Z][\w.'’-]{0,40} )?"
    r"\d{1,5}(?: ?[a-zA-Z]{1,3}|[-/]\d{1,4})?\s?[,;|·–-]? ?\s?[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?!\w)"
)
_NO_STREET = re.compile(
    r"(?:artikel|art|nummer|nr|no|jaargang|jrg|pagina|blz|pp?|hoofdstuk|deel|kamerstuk(?:ken)?|volume|vol|is[bs]n|kamer|lid|in)\b",
    re.IGNORECASE,
)
_BOOK = re.compile(r"IS[BS]N[-\s:0-9]{0,10}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Particular:
    """A find: what it is, in English, and where it stands in the text."""

    kind: str
    start: int
    end: int


def particulars(text: str) -> list[Particular]:
    """What stands in `text` that may lead to a person, in order, none overlapping another.

    >>> [(p.kind, p.start) for p in particulars("Bel 06-12345678 of mail jan@voorbeeld.nl, in 2014.")]
    [('a telephone number', 4), ('an e-mail address', 24)]
    """
    out: list[Particular] = []
    for found in sorted(_candidates(text), key=lambda p: (p.start, -p.end)):
        if not out or found.start >= out[-1].end:
            out.append(found)
    return out


def _candidates(text: str) -> Iterator[Particular]:
    for match in _EMAIL.finditer(text):
        yield Particular("an e-mail address", *match.span())
    for match in _ACCOUNT.finditer(text):
        yield Particular("a bank account", *match.span())
    for match in _ADDRESS.finditer(text):
        if not _NO_STREET.match(match.group()):
            yield Particular("a postal address", *match.span())
    for match in _PHONE.finditer(text):
        if not _is_book(text, match.start()):
            yield Particular("a telephone number", *match.span())
    for match in _BSN.finditer(text):
        if eleven_test(match.group()) and not _is_book(text, match.start()):
            yield Particular("a BSN", *match.span())
    for match in _LABELLED_BSN.finditer(text):
        if eleven_test(match.group(1)):
            yield Particular("a BSN", *match.span(1))


def eleven_test(number: str) -> bool:
    """Whether the digits of `number` can be a BSN: nine (eight with a nought before them) whose sum,
    weighed 9, 8, … 2 and -1, divides by eleven (Besluit burgerservicenummer; Logisch ontwerp GBA).

    >>> eleven_test("111222333"), eleven_test("123456789")
    (True, False)
    """
    digits = [int(c) for c in number if c.isdecimal()]
    if len(digits) == 8:
        digits.insert(0, 0)
    if len(digits) != 9 or not any(digits):
        return False
    return sum(d * w for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def _is_book(text: str, at: int) -> bool:
    return bool(_BOOK.search(text, max(0, at - 20), at))


def masked(text: str) -> str:
    """The text with each particular replaced by what it is, in Dutch.

    >>> masked("Mail jan@voorbeeld.nl.")
    'Mail [e-mailadres, niet getoond].'
    """
    for found in reversed(particulars(text)):
        text = f"{text[: found.start]}{instead(found)}{text[found.end :]}"
    return text


def instead(found: Particular) -> str:
    """What is said where a particular is not shown.

    >>> instead(Particular("a BSN", 0, 9))
    '[burgerservicenummer, niet getoond]'
    """
    return f"[{_DUTCH[found.kind]}, niet getoond]"


_DUTCH = {
    "an e-mail address": "e-mailadres",
    "a bank account": "rekeningnummer",
    "a postal address": "postadres",
    "a telephone number": "telefoonnummer",
    "a BSN": "burgerservicenummer",
}
