"""Dates as people and pages write them, as ISO 8601."""

from __future__ import annotations

import datetime
import re

from weerklank.languages.dates import find_date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_PATH = re.compile(r"/((?:19|20)\d\d)(?:/(\d{1,2})(?:/(\d{1,2}))?(?=/)|-(\d{2})-(\d{2})(?=[/-]))", re.ASCII)
_STAMP = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[T ].*)?", re.ASCII | re.DOTALL)


def iso_date(text: str) -> str | None:
    """`text` where it is a date in ISO 8601 (2014-12-29, 2014-12 or 2014), None where it is none.

    >>> iso_date("2014-12-29"), iso_date("2014-13")
    ('2014-12-29', None)
    """
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    return text if year >= 1000 and _exists(year, month, day) else None


def stamped_date(text: str) -> str | None:
    """The day of a time stamp such as pages carry in their head, in its own zone; else a written date.

    >>> stamped_date("2014-12-29T23:30:00+01:00"), stamped_date("29 december 2014, 10.00 uur")
    ('2014-12-29', '2014-12-29')
    """
    text = text.strip()[:200]
    if match := _STAMP.fullmatch(text):
        return iso_date("-".join(match.groups()))
    return iso_date(text) or find_date(text)


def address_date(url: str) -> str | None:
    """The day or month in the path of an address.

    >>> address_date("https://plein.example/2016/12/08/tel-de-stoelen/"), address_date("https://plein.example/1984/")
    ('2016-12-08', None)
    """
    match = _PATH.search(url)
    return iso_date("-".join(f"{int(part):02}" for part in match.groups() if part)) if match else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
