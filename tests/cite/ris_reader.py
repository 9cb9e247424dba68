"""RIS read by the letter of its specification, apart from the library that wrote it.

A line is a tag of a capital and a capital or digit, two spaces, a hyphen, a space and a value; `TY` opens a reference
and `ER` closes it; only authors, addresses, keywords and notes come more than once.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")
_MANY = ("AU", "UR", "KW", "N1")


def read_ris(text: str) -> list[dict[str, list[str]]]:
    """References as tag -> values; AssertionError where the text is no RIS."""
    references: list[dict[str, list[str]]] = []
    within = False
    for line in text.split("\n"):
        if not line:
            continue
        match = _LINE.fullmatch(line)
        assert match, f"no line of RIS: {line!r}"
        tag, value = match.groups()
        assert within != (tag == "TY"), f"{tag} out of place"
        if tag == "TY":
            references.append({})
        values = references[-1].setdefault(tag, [])
        values.append(value)
        assert len(values) == 1 or tag in _MANY, f"{tag} twice"
        within = tag != "ER"
    assert not within, "the last reference is not closed"
    return references
