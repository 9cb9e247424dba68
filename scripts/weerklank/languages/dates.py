"""Dates in words or figures, Dutch, English and German, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "januari january januar jänner jan|februari february februar feb|maart march märz mrt mar|april apr|mei may mai"
    "|juni june jun|juli july jul|augustus august aug|september sept sep|oktober october okt oct|november nov"
    "|december dezember dec dez"
)
MONTH = {name: n for n, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
_WORD = "(?:" + "|".join(sorted(MONTH, key=len, reverse=True)) + r")\.?"
_DAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon|mon|tues|wednes|thurs|fri|satur|sun)da[gy]"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|(?:ma|di|wo|do|vr|za|zo|mo|mi|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)\.?)"
)
_YEAR = r"(?:19|20)\d\d"
_FORMS = (
    rf"(?P<d1>[0-3]?\d)(?:e|de|ste|st|nd|rd|th|\.)?[ -](?P<m1>{_WORD}),?[ -](?P<y1>{_YEAR})",
    rf"(?P<m2>{_WORD}) (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?, ?(?P<y2>{_YEAR})",
    rf"(?P<y3>{_YEAR})(?P<dash>[-/])(?P<m3>[01]\d)(?P=dash)(?P<d3>[0-3]\d)(?!\d)",
    rf"(?P<m8>0?[1-9]|1[0-2])/(?P<d8>1[3-9]|2\d|3[01])/(?P<y8>{_YEAR})",  # as the United States write it
    rf"(?P<d4>[0-3]?\d)[-/.](?P<m4>[01]?\d)[-/.](?P<y4>{_YEAR})",
    rf"(?<!\w)(?P<m5>{_WORD}) (?P<y5>{_YEAR})(?!\d)",
    rf"(?P<d6>[0-3]?\d) (?P<m6>{_WORD}),? ['’](?P<y6>\d\d)(?!\d)",
    r"(?P<d7>[0-3]?\d)(?P<sign>[-/.])(?P<m7>[01]?\d)(?P=sign)(?P<y7>\d\d)(?![\d./-]|,\d)",
)
DATE = re.compile(rf"(?:(?<!\w){_DAY},? )?(?:(?<!\d)|(?<=19\d\d)|(?<=20\d\d))(?:{'|'.join(_FORMS)})", re.IGNORECASE)
TIME = re.compile(
    r"(?:,? ?(?:\b(?:om|at|rond|um|[àa]|t)\b|[@|–-]|,)? ?)(?<!\d)[0-2]?\d[:.uh][0-5]\d(?::[0-5]\d)?"
    r"(?:[.,]\d+)?(?: ?(?:uur|uhr|u\.?|h|am|pm|a\.m\.|p\.m\.|cet|cest|utc|gmt|z)\b)?(?: [+-]\d{4}\b)?",
    re.IGNORECASE,
)


_YEARLESS = re.compile(
    rf"(?:(?<!\w){_DAY},? )?(?<!\d)[0-3]?\d\.? (?:{_WORD})(?=(?:,|,? (?:om|at|um|@|[|–-]))? \d{{1,2}}[:.uh]\d\d)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<![\d.:/-])[0-3]?\d[-/.][01]?\d\.?(?=[ ,|·•@–-]{1,3}[0-2]?\d[:.uh][0-5]\d)", re.IGNORECASE)
_CLOCK = re.compile(r"\d[:.uh]\d\d", re.IGNORECASE)
_A_YEAR = re.compile(rf"{_YEAR}|[-/.'’]\d\d(?!\d)")


def search_date(words: str) -> re.Match[str] | None:
    """DATE's first match; most lines hold no year, which is sooner seen."""
    return DATE.search(words) if _A_YEAR.search(words) else None


def find_dates(words: str) -> list[re.Match[str]]:
    """All of DATE's matches, in order."""
    return list(DATE.finditer(words)) if _A_YEAR.search(words) else []


def search_stamp(words: str) -> re.Match[str] | None:
    """The first day in a line, with its year or else with a time of day behind it, where a time follows.

    >>> search_stamp("Kees op maandag 4 november @ 20:12").group(), search_stamp("4 november was het koud")
    ('maandag 4 november', None)
    """
    if not _CLOCK.search(words):
        return None
    day = search_date(words)
    if day is None:
        return _YEARLESS.search(words)
    return day if TIME.search(words, day.end()) else None


def find_stamps(words: str) -> list[tuple[int, int]]:
    """The spans of all days that a time of day follows, with that time; in figures also without a year.

    >>> find_stamps("Els 21-09 09:12 Ja! Kees 4 juni 2015 om 9:30 Nee.")
    [(4, 15), (25, 44)]
    """
    if not _CLOCK.search(words):
        return []
    days = [day.span() for day in (*find_dates(words), *_YEARLESS.finditer(words), *_FIGURES.finditer(words))]
    times = [(start, TIME.match(words, end)) for start, end in days]
    return sorted((start, time.end()) for start, time in times if time)


def iso(match: re.Match[str]) -> str | None:
    """The date that DATE matched as ISO 8601 (2014-12-29 or 2014-12), None where there is no such day."""
    groups = match.groupdict()
    for n in "12345678":
        if not groups[f"y{n}"]:
            continue
        year, month = _whole_year(groups[f"y{n}"]), groups[f"m{n}"].lower().rstrip(".")
        number = MONTH.get(month) or int(month)
        day = groups.get(f"d{n}")
        if day is None:
            return f"{year}-{number:02}"
        try:
            return date(year, number, int(day)).isoformat()
        except ValueError:
            return None
    return None


def _whole_year(digits: str) -> int:
    """A year of two figures is the last such year before 2050."""
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= 50 else 2000)


def find_date(line: str) -> str | None:
    """The first date in a line.

    >>> find_date("Geplaatst op maandag 29 december 2014 om 12:30")
    '2014-12-29'
    >>> find_date("Dienstag, 3. März 2009"), find_date("Thu, 08/30/2012 - 14:02")
    ('2009-03-03', '2012-08-30')
    >>> find_date("4 december 20206 januari 2021")
    '2020-12-04'
    """
    match = search_date(line)
    return iso(match) if match else None
