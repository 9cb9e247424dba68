"""A text as an eye takes it in: without what cannot be seen, references resolved, signs of other widths as usual."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

Find = tuple[int, int]
"""Where something stands in a text: start and end."""

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_REFERENCE = r"&(?:amp;){0,2}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,20});"  # '&#64;' and '&commat;' are '@'
_NOT_AS_SEEN = re.compile(f"[{_UNSEEN}]+|{_REFERENCE}|%40")


class _Plain(dict[int, str]):
    """Each sign as its plain equal of the same length, made when it is first asked for."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = unicodedata.normalize("NFKC", sign) if code > 127 else sign
        if sign.isspace():
            plain = " "
        elif unicodedata.category(sign) == "Nd":
            plain = str(unicodedata.decimal(sign))
        self[code] = plain if len(plain) == 1 else sign
        return self[code]


_PLAIN = _Plain()


@dataclass(frozen=True, slots=True)
class Seen:
    """The text as seen; `places` and `shifts`: from each place on, how far it lies behind the text as written."""

    text: str
    places: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def offset(self, at: int) -> int:
        """Where the sign at `at` stands in the text as it is written."""
        return at + self.shifts[bisect_right(self.places, at) - 1]


def seen(text: str) -> Seen:
    r"""The text as an eye takes it in, with every line end a space.

    >>> seen("jan&#64;voor\u00adbeeld.nl\n").text
    'jan@voorbeeld.nl '
    """
    parts: list[str] = []
    places, shifts = [0], [0]
    at = length = 0
    for match in _NOT_AS_SEEN.finditer(text):
        part = text[at : match.start()] + _shown(match.group())
        parts.append(part)
        length += len(part)
        at = match.end()
        places.append(length)
        shifts.append(at - length)
    return Seen("".join([*parts, text[at:]]).translate(_PLAIN), tuple(places), tuple(shifts))


def _shown(hidden: str) -> str:
    """The sign that a reference stands for; '' where nothing can be seen, or it stands for no single sign."""
    if hidden == "%40":
        return "@"
    if not hidden.startswith("&"):
        return ""
    sign = html.unescape(re.sub("&(?:amp;)*", "&", hidden))
    return "" if re.fullmatch(f"[{_UNSEEN}]+", sign) else sign if len(sign) == 1 else " "
