"""Where the words of a page call the notes at its foot, by the signs of these or by what a scan read for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from weerklank.clean.ledger.draft import Edit, change
from weerklank.clean.ledger.note_calls import HIGH, call

_MISREAD = re.compile(
    r"(?<=[a-zà-ÿ)][.,;:!?])[*°”]+(?=\s)|(?<=[a-zà-ÿ])[*°](?=[\s.,;:])|(?<=[a-zà-ÿ]{2})[!?](?=\s[a-zà-ÿ])"
)
_OPENERS, _ENDER = "“„", "”"


class PageCall(NamedTuple):
    """A call in the words of a page: which of its notes it calls, from 0, and that one's sign, '' if it has none."""

    start: int
    end: int
    note: int
    sign: str
    misread: bool

    def taken_out(self, offset: int, rule: str) -> Edit:
        """The edit that takes it out of a text in which the page begins at `offset`."""
        start, end = offset + self.start, offset + self.end
        rule = f"{rule}-call-misread" if self.misread else f"{rule}-call"
        return call(start, end, self.sign, rule) if self.sign else change(start, end, "", rule)


def page_calls(body: str, signs: Sequence[str]) -> list[PageCall]:
    """The calls in `body` of notes with these signs ('' for one that was misread), those that are certain.

    >>> [body.start for body in page_calls("een sluis.1 En een brug? die open staat", ["1", ""])]
    [10, 23]
    """
    found = [(note, match) for note, sign in enumerate(signs) if sign and (match := _call(body, sign))]
    if len(found) < sum(map(bool, signs)):  # ' 2)' alone may count what a sentence lists
        found = [(note, match) for note, match in found if not match[0].startswith(" ")]
    if any(above.start() > below.start() for (_, above), (_, below) in pairwise(found)):
        found = []
    calls = [PageCall(*match.span(), note, signs[note], False) for note, match in found]
    missing = [note for note in range(len(signs)) if note not in dict(found)]
    misread = list(_misread(body))
    if len(misread) == len(missing):
        calls += [PageCall(*span, note, signs[note], True) for span, note in zip(misread, missing, strict=True)]
    return calls


def _call(body: str, sign: str) -> re.Match[str] | None:
    """The place where a word or its closing mark calls this note, where there is but one."""
    shown = f"(?:{sign}|{sign.translate(HIGH)})" if sign.isdigit() else re.escape(sign)
    called = rf"(?:{shown}\)?| ?\[{shown}\]| ?\({shown}\)|(?<=[a-zà-ÿ.”’)]) {shown}\))"
    behind = rf"(?<=[a-zà-ÿ.,;:!?”’»)\]]){called}(?![\w.,]*\d)(?=[\s.,;:)”’]|$)"
    found = [m for m in re.finditer(behind, body) if re.search(r"[a-zà-ÿ][.,;:!?”’»)]{0,2}$", body[: m.start()][-4:])]
    return found[0] if len(found) == 1 else None


def _misread(body: str) -> Iterator[tuple[int, int]]:
    """Where signs stand that a scan may have read for calls: behind a sentence's mark, and no end of a quotation."""
    for match in _MISREAD.finditer(body):
        opened = max(body.rfind(sign, 0, match.start()) for sign in _OPENERS)
        if match.group() in "*°" or body.rfind(_ENDER, 0, match.start()) >= opened:
            yield match.span()
