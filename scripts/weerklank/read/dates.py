"""Dates as people and pages write them, as ISO 8601."""

from __future__ import annotations

import datetime
import re

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}.{0,30})?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}.{0,10})?", re.ASCII)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb", "maart march mrt mar", "april apr", "mei may",
            "juni june jun", "juli july jul", "augustus august aug", "september sept sep", "oktober october okt oct",
            "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?[ .-]{{1,2}}({_MONTH})[ .,'-]{{1,3}}(\d{{4}})\b", re.I | re.ASCII
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.I | re.ASCII)
_FIGURES = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b", re.ASCII)


def iso_date(text: str) -> str | None:
    """`text` where it is a date in ISO 8601 (2014-12-29, 2014-12 or 2014), None where it is none.

    >>> iso_date("2014-12-29"), iso_date("2014-13")
    ('2014-12-29', None)
    """
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return text if year and _exists(year, month or 1, day or 1) else None


def stamped_date(text: str) -> str | None:
    """The day of a time stamp such as pages carry in their head; the day as its own zone has it.

    >>> stamped_date("2014-12-29T23:30:00+01:00")
    '2014-12-29'
    """
    text = text.strip()[:60]
    if iso_date(text):
        return text
    if match := _STAMP.fullmatch(text):
        return iso_date(match.group(1))
    if match := _COMPACT.fullmatch(text):
        return iso_date("-".join(match.groups()))
    return written_date(text)


def written_date(text: str) -> str | None:
    """The first whole date in Dutch or English words, or in figures with the day first.

    >>> written_date("maandag 29 december 2014, 10.00 uur")
    '2014-12-29'
    """
    text = text[:400]
    if match := re.search(r"\b\d{4}-\d{2}-\d{2}\b", text, re.ASCII):
        return iso_date(match.group())
    if match := _DAY_FIRST.search(text):
        day, month, year = match.groups()
        return _iso(year, _MONTHS[month.lower()], day)
    if match := _MONTH_FIRST.search(text):
        month, day, year = match.groups()
        return _iso(year, _MONTHS[month.lower()], day)
    if match := _FIGURES.search(text):
        day, month, year = match.groups()
        return _iso(year, int(month), day)
    return None


def _iso(year: str, month: int, day: str) -> str | None:
    return f"{year}-{month:02}-{int(day):02}" if _exists(int(year), month, int(day)) else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return year >= 1000
