"""Dates as places on a line: as far apart as the years between them, and never closer than there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def years(date: str) -> tuple[float, float]:
    """When an ISO date begins and ends, in years with a fraction ('2014' lasts a year).

    >>> years("2014"), years("2014-07-02")
    ((2014.0, 2015.0), (2014.499, 2014.499))
    """
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return float(year), year + 1.0
    if len(rest) == 1:
        return year + _DAYS[rest[0] - 1] / 365, year + _DAYS[rest[0]] / 365
    day = year + round(min(_DAYS[rest[0] - 1] + rest[1] - 1, 364) / 365, 3)
    return day, day


def middle(date: str) -> float:
    """The middle of a date's span."""
    return sum(years(date)) / 2


@dataclass(frozen=True, slots=True)
class Axis:
    """A line through moments (years with a fraction, in order) at places (pixels): what lies between
    two moments is between their places, what lies outside goes on at `step` pixels a year.
    """

    moments: tuple[float, ...]
    places: tuple[float, ...]
    step: float

    def y(self, year: float) -> float:
        """The place of a year with a fraction."""
        if year <= self.moments[0]:
            return self.places[0] - (self.moments[0] - year) * self.step
        for n in range(1, len(self.moments)):
            if year < self.moments[n]:
                share = (year - self.moments[n - 1]) / (self.moments[n] - self.moments[n - 1])
                return self.places[n - 1] + share * (self.places[n] - self.places[n - 1])
        return self.places[-1] + (year - self.moments[-1]) * self.step

    def ticks(self, apart: float) -> Iterator[tuple[int, float]]:
        """The years to be named, with their places: round ones, at least `apart` pixels from each other."""
        first, last = int(self.moments[0]), int(self.moments[-1]) + 1
        free, year = self.y(first), first
        while year <= last:
            every = next(n for n in _STEPS if n == _STEPS[-1] or self.y(year + n) - self.y(year) >= apart)
            if self.y(year) >= free:
                yield year, self.y(year)
                free = self.y(year) + apart
            year += every - year % every


def axis(dates: Sequence[str], gap: float, step: float, most: float) -> Axis:
    """The axis through these ISO dates (in order, not none of them), which starts at the first year.

    A year is `step` pixels, but two dates are at least `gap` and at most `most` pixels apart.
    """
    moments = [middle(date) for date in dates]
    places = [(moments[0] - int(moments[0])) * step]
    for before, after in zip(moments, moments[1:], strict=False):
        places.append(places[-1] + min(max((after - before) * step, gap), most))
    return Axis(tuple(moments), tuple(places), step)
