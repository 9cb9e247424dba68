"""Telephone numbers written in words ('nul zes, twaalf vierendertig …'), in Dutch, German and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from phonenumbers import NumberParseException, is_valid_number, parse

from weerklank.private.phones import REGIONS
from weerklank.private.seen import Find

_DIGITS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "en": "zero one two three four five six seven eight nine",
}
_TEENS = {
    "nl": "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}


def _and(language: str, unit: str, ten: str) -> str:
    if language == "en":
        return f"{ten}-{unit}"
    if language == "de":
        return f"{'ein' if unit == 'eins' else unit}und{ten}"
    return f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}"


def _words() -> dict[str, str]:
    out = {"oh": "0", "één": "1", "zwo": "2", "plus": "+"}
    for language, digits in _DIGITS.items():
        units, tens = digits.split(), _TENS[language].split()
        out |= {word: str(number) for number, word in enumerate(units)}
        out |= {word: str(number) for number, word in enumerate(_TEENS[language].split(), 10)}
        for ten, name in enumerate(tens, 2):
            out |= {_and(language, unit, name): f"{ten}{number}" for number, unit in enumerate(units) if number}
            out[name] = f"{ten}0"
    return out


_NUMBER = _words()
_WORD = "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))
_TOKEN = re.compile(rf"(?<!\w)(?:{_WORD}|\d{{1,10}})(?!\w)", re.IGNORECASE)
_START = re.compile(r"(?<!\w)(?:nul|null|zero|oh|plus)(?!\w)|(?<![\w.,])0\d{1,3}(?!\w)", re.IGNORECASE)
_BETWEEN = re.compile(r"[ ,;:./–-]{0,4}")
_PHONE = re.compile(r"(?:0|00|\+)[1-9]\d{7,}")
_LONGEST = 15  # digits of a telephone number (E.164)


def spoken_phones(text: str) -> Iterator[Find]:
    """Numbers of which at least one part is a word; one that begins inside another is not looked for.

    >>> text = "Bel nul zes, twaalf vierendertig zesenvijftig achtenzeventig."
    >>> [text[a:b] for a, b in spoken_phones(text)]
    ['nul zes, twaalf vierendertig zesenvijftig achtenzeventig']
    """
    done = 0
    for start in _START.finditer(text):
        if start.start() >= done and (end := _end(text, start.start())):
            done = end
            yield start.start(), end


def _end(text: str, at: int) -> int:
    """Where the longest telephone number ends that begins at `at`; 0 where none does."""
    ends, digits, worded = 0, "", False
    while (token := _TOKEN.match(text, at)) and len(digits) < _LONGEST:
        word = token.group().casefold()
        worded |= word in _NUMBER
        digits += _NUMBER.get(word, word)
        if worded and _is_phone(digits):
            ends = token.end()
        gap = _BETWEEN.match(text, token.end())
        at = gap.end() if gap else token.end()
    return ends


@lru_cache(4096)
def _is_phone(digits: str) -> bool:
    """Whether the plan of a country knows the number; few rows of digits are worth the question."""
    return bool(_PHONE.fullmatch(digits)) and any(_is_valid(digits, region) for region in REGIONS)


def _is_valid(digits: str, region: str) -> bool:
    try:
        return is_valid_number(parse(digits, region))
    except NumberParseException:
        return False
