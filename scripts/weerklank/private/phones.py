"""Telephone numbers, by the numbering plans of the countries (phonenumbers)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type

from weerklank.private.seen import Find

REGIONS = ("NL", "BE", "DE", "GB", "FR")
"""Whose numbers are known without a country's code. All of them begin with a nought, as little else does."""

_NO_PERSON = {
    PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN,
    PhoneNumberType.VOICEMAIL,
}  # fmt: skip
_TRIES = 1 << 30  # the matcher gives up on a text after so many; each run is small
_RUN = re.compile(r"[+(\[]{0,2}\d[\d ()\[\]./~–‐‑−-]{6,}")
"""Digits with what may stand between those of a telephone number: nothing else is worth a look."""
_MARKS = str.maketrans("·•‧_*", "-----")  # what people put between digits and the matcher does not know
_BEGIN = re.compile(r"(?<![\d.,])\(?\[?(?:\+|0)")
_AMERICAN = re.compile(r"(?<![\w.,/=#+-])(?:\([2-9]\d\d\) ?|[2-9]\d\d-)[2-9]\d\d-\d{4}(?![\w-])")


def phones(text: str) -> Iterator[Find]:
    """Numbers of persons that the plan of a country knows; none of a service (0800, 0900)."""
    text = text.translate(_MARKS)
    for run in _RUN.finditer(text):
        if _BEGIN.search(text, *run.span()):
            # a sign of what stands on either side, for the matcher looks at that too
            start, end = max(0, run.start() - 1), min(len(text), run.end() + 1)
            yield from ((start + a, start + b) for a, b in _in_run(text[start:end]))
    for match in _AMERICAN.finditer(text):
        yield match.span()


def _in_run(run: str) -> Iterator[Find]:
    """Numbers of persons in a run of digits; the first region that knows a number says whose it is."""
    for region in REGIONS:
        for match in PhoneNumberMatcher(run, region, Leniency.VALID, _TRIES):
            run = f"{run[: match.start]}{'x' * (match.end - match.start)}{run[match.end :]}"
            if number_type(match.number) not in _NO_PERSON:
                yield match.start, match.end
