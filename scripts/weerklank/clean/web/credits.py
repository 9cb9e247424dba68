"""Lines that name who made what: 'Tekst Anna Bos, beeld Kees Smit'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weerklank.languages.person_names import names
from weerklank.languages.rules import sign

_ROLE = re.compile(
    rf"(?<!\w)(?:(?P<writes>{sign('role-writes').pattern})|{sign('role-makes').pattern})(?: ?: ?| )(?=[A-ZÀ-Þ])"
)
_EDGES = " .,;|/·•–—-"
_MOST = 5  # words of a maker that is no person's name


def credited(words: str) -> list[tuple[int, int, str]]:
    """The writers in a line of credits (start, end, names joined by '; '); [] where it is no such line.

    >>> credited("Tekst Anna Bos, beeld Kees Smit")
    [(6, 14, 'Anna Bos')]
    """
    if len(words) > 160:
        return []
    found = list(_parts(words))
    sure = len(found) > 1 or words[:1].isupper() and ":" not in words
    writers = [(start, end, people) for writes, start, end, people in found if writes]
    if not sure or not writers or not all(people for _, _, people in writers):
        return []
    return [(start, end, "; ".join(people)) for start, end, people in writers]


def is_credits(words: str) -> bool:
    """Whether a line names two makers or more and nothing else, one of them the writer.

    >>> is_credits("Tekst: Anna Bos | Beeld: Kees Smit"), is_credits("Tekst Anna Bos")
    (True, False)
    """
    return bool(credited(words)) and len(list(_parts(words))) > 1


def _parts(words: str) -> Iterator[tuple[bool, int, int, tuple[str, ...]]]:
    """Each role with where its maker stands: (whether it writes, start, end, the names); none where more is said."""
    roles = list(_ROLE.finditer(words))
    if not roles or roles[0].start() > 0:
        return
    ends = [role.start() for role in roles[1:]] + [len(words)]
    makers = [
        words[role.end() : end].rstrip(_EDGES).removesuffix(" en").rstrip(_EDGES)
        for role, end in zip(roles, ends, strict=True)
    ]
    if not all(0 < len(maker.split()) <= _MOST or names(maker) for maker in makers):
        return
    for role, maker in zip(roles, makers, strict=True):
        yield bool(role["writes"]), role.end(), role.end() + len(maker), names(maker)
