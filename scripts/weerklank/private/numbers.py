"""Numbers that the state or a bank gives a person: BSN, Belgian national numbers, bank accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stdnum import numdb
from stdnum.be import nn
from stdnum.nl import bsn

from weerklank.private.harmless import near_digits
from weerklank.private.seen import Find

_BSN = re.compile(r"(?<![\w.,/=#€+-])(?:\d{9}|\d{4}([ .])\d\d\1\d{3})(?!\w|[.,/-]\d)")
_NAMED_BSN = re.compile(
    r"\b(?i:bsn|burgerservicenummer|persoonsnummer|sofi(?:-?nummer)?|sociaal-?fiscaal nummer)\b"
    r"[^\d]{0,20}(?<!\d)(\d(?:[ .-]{0,2}\d){8})(?!\w)"
)
_NAMED_OTHERWISE = re.compile(
    r"(?:\w{2}(?:nummer|number|nr)|\b(?:nr|no|kenmerk|dossier|zaak|case))\b\.?[^\w]{1,3}(?:(?:is|luidt|was)\s)?$",
    re.IGNORECASE,
)
_NAME_LENGTH = 40  # signs before a number in which its name stands
_NATIONAL = re.compile(r"(?<![\w.,/=#-])\d\d([. -]?)\d\d\1\d\d[ -]?\d{3}[ .-]?\d\d(?!\w|[.,/-]\d)")
_ACCOUNT = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2} ?\d\d(?=(?:[ .-]?[A-Za-z0-9]){11})")
_NAMED_ACCOUNT = re.compile(
    r"\b(?:postbank|postgiro|giro)(?:-?rekening)?(?:nummer)?\b[^\w]{0,3}(?:nr\.?|nummer)?[^\w]{0,2}"
    r"((?<!\d)\d(?:[ .]?\d){4,6})(?![ .]?\d)"
    r"|\b(?:bank)?(?:rekening|rek\.?)\s?-?(?:nummer|nr)?\.?\b[^\w]{0,3}((?<!\d)\d(?:[ .]?\d){8,9})(?![ .]?\d)"
    r"|(?<![\w-])(\d{3}-\d{7}-\d\d)(?![\w-])",
    re.IGNORECASE,
)


def citizen_numbers(text: str) -> Iterator[Find]:
    """Dutch citizen service numbers that pass the eleven-test, unless the text names them as something else."""
    for match in _BSN.finditer(text):
        before = text[max(0, match.start() - _NAME_LENGTH) : match.start()]
        if bsn.is_valid(match.group()) and not _NAMED_OTHERWISE.search(before):
            yield match.span()
    for match in _NAMED_BSN.finditer(text):
        if bsn.is_valid(match.group(1)):
            yield match.span(1)


def national_numbers(text: str) -> Iterator[Find]:
    """Belgian national register numbers with right check digits."""
    for match in _NATIONAL.finditer(text):
        if nn.is_valid(match.group()):
            yield match.span()


def accounts(text: str) -> Iterator[Find]:
    """IBANs of any country by its own form (their check digits may hold a slip), and numbers of before
    them: Dutch ones that the text names so, Belgian ones by their form.
    """
    for near in near_digits(text):
        for match in _ACCOUNT.finditer(text, *near):
            form = _account_form(match.group()[:2].upper())
            if form and (rest := form.match(text, match.end())):
                yield match.start(), rest.end()
        for match in _NAMED_ACCOUNT.finditer(text, *near):
            yield match.span(match.lastindex or 0)


@lru_cache
def _account_form(country: str) -> re.Pattern[str] | None:
    """How the rest of a country's IBAN is built, after its check digits."""
    properties = numdb.get("iban").info(f"{country}00")[0][1]
    if "bban" not in properties:
        return None
    signs = {"n": r"\d", "a": "[A-Za-z]", "c": "[A-Za-z0-9]"}
    parts = [rf"(?:[ .-]?{signs[kind]}){{{count}}}" for count, kind in re.findall(r"(\d+)!([nac])", properties["bban"])]
    return re.compile("".join(parts) + "(?![A-Za-z0-9])")
