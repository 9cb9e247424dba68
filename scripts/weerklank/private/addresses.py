"""Postal addresses: a street with a house number, and the place or its postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weerklank.private.harmless import near_digits
from weerklank.private.seen import Find

_TYPES = (
    "straat|str\\.|laan|weg|plein|dreef|singel|gracht|kade|kaai|dijk|pad|plantsoen|steeg|wal|hof|brink|erf|baan|lei|"
    "allee|straße|strasse|gasse|platz|ufer|damm|chaussee"
)
_SURE = "straat|laan|weg|dreef|singel|gracht|kade|plantsoen|steeg|dijk"  # an address without the place too
_FIRST = "rue|avenue|boulevard|chaussée|place|quai|impasse|square|allée|laan|plein|weg|singel|markt|straat"
_ENGLISH = (
    r"street|road|lane|avenue|drive|close|crescent|square|terrace|gardens|way|court|place|hill|st\.?|rd\.?|ave\.?"
)
_UNITS = "jaar|keer|maal|uur|dagen|weken|meter|km|kilometer|procent|euro|jahre|years|times"
_FRENCH = "rue|avenue|boulevard|chaussée|place|quai|impasse|square|allée|chemin"
_UPPER = "A-ZÀ-ÖØ-Þ"
_NAME = rf"(?:['’][st][- ])?[{_UPPER}][\w.'’-]{{0,40}}"
_SMALL = r"(?:[a-z]{1,4}\s|d['’]|l['’]){0,3}"
_NUMBER = (
    r"(?:(?:nr|no)\.?\s|nummer\s)?\d{1,5}(?:\s?(?:[a-zA-Z]{1,3}|huis)(?!\w)|\s?[-/]\s?(?:\d{1,4}|[IVX]{1,4}|[a-zA-Z]{1,3})(?!\w))?"
    r"(?:,?\s(?:bus|bte|boîte|box|app\.?)\s\w{1,5})?"
)
_POSTCODE = r"[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}(?!\w)"  # never ends in SA, SD or SS
_COMMA = r"\s?[,;|·–(-]?\s{0,2}"
_PLACE = rf"(?:\s(?:te|in|à|at)\s|\s?,\s|\s?[|·–-]\s){_NAME}"
# four digits like a year's are a postcode with Antwerp only, unless the street is one for sure
_ABROAD = rf"(?:[A-Z]{{1,2}}-)?(?:(?!1[5-9]\d\d\s|20\d\d\s)\d{{4,5}}\s{_NAME}|20\d\d\s(?:Antwerpen|Anvers)\b)"

_STREET = (
    rf"(?:{_NAME}\s{_SMALL}){{0,3}}(?:(?:['’]s-)?\w[\w'’-]{{1,40}}?(?i:{_TYPES})"
    rf"|(?i:{_FIRST})\s{_SMALL}{_NAME}(?:\s{_NAME}){{0,2}})"
)
_ANY = rf"{_NAME}(?:\s(?:[a-z]{{2,4}}\s){{0,2}}{_NAME}){{0,2}}(?:\s\d{{1,4}}(?=\s(?:nr|no|nummer)\b))?"
_BEGIN = r"(?<![\w'’-])"

_FORMS = (
    # any name, where what follows is a postcode
    rf"{_BEGIN}{_ANY}\s{_NUMBER}(?:{_COMMA}{_POSTCODE}|\s?,\s{_ABROAD})",
    # what is a street by its name
    rf"{_BEGIN}{_STREET}\s{_NUMBER}(?:{_PLACE}|{_COMMA}(?:[A-Z]{{1,2}}-)?\d{{4,5}}\s{_NAME}|{_COMMA}[1-9]\d{{3}}\s?(?i:[a-z]{{2}})(?!\w))",
    rf"{_BEGIN}(?=[{_UPPER}'’])(?:{_NAME}\s{_SMALL}){{0,3}}\w[\w'’-]{{1,40}}?(?:{_SURE})\s{_NUMBER}(?!\w|[.,]\d|\s(?:{_UNITS})\b)",
    rf"{_BEGIN}{_ANY}\s\d{{1,5}}[a-zA-Z]?,?\s(?:bus|bte|boîte)\s\w{{1,5}},?\s(?:te\s|in\s)?(?:\d{{4}}\s)?{_NAME}",
    # the number first
    rf"(?<![\w.,-])(?!1[5-9]\d\d\s|20\d\d\s)\d{{1,5}}[A-Za-z]?\s(?:{_NAME}\s){{1,3}}(?i:{_ENGLISH})(?:\s?,\s|\sin\s){_NAME}",
    rf"(?<![\w.,-])\d{{1,4}}(?:\s?bis|\s?ter|[A-Za-z])?,?\s(?i:{_FRENCH})\s{_SMALL}{_NAME}",
)
_ADDRESSES = tuple(map(re.compile, _FORMS))
_LIVING = re.compile(
    rf"(?i:\b(?:woon(?:t|de|den|achtig)?|wonen|wonende?|adres|wohn(?:e|t|te|haft)|lives?|lived|living)\b)"
    rf"[^.\d]{{0,40}}?\s({_ANY}\s{_NUMBER}{_PLACE})"
)
_NO_STREET = re.compile(
    r"^(?:nummer|nr|no)\b|(?:^|\s)(?:artikel|art|jaargang|jrg|pagina|blz|pp?|hoofdstuk|deel|kamerstuk(?:ken)?|volume|vol|is[bs]n|kamer"
    r"|lid|in|wet|stb|staatsblad|postbus|postfach|antwoordnummer|box|groep|klas|fase|stap|les|tabel|figuur|bijlage|psalm"
    r"|lijn|zaal|stelling|vraag|punt|paragraaf|versie|editie)\.?\s\d|^(?:artikel|kamerstuk|wet|in)\b",
    re.IGNORECASE,
)


def addresses(text: str) -> Iterator[Find]:
    """Postal addresses, of which the house is one: none of a PO box."""
    for near in near_digits(text):
        for form in _ADDRESSES:
            for match in form.finditer(text, *near):
                if not _NO_STREET.search(match.group()):
                    yield match.span()
        for match in _LIVING.finditer(text, *near):
            yield match.span(1)
