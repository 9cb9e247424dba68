"""Reads the cases in tests/cases/<name>.md: '## title', a block ```before and a block ```after."""

from __future__ import annotations

import re
from pathlib import Path

_CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n(?:(?!## |```)[^\n]*\n)*"
    r"```before\n(?P<before>.*?)^```\n(?:(?!## |```)[^\n]*\n)*```after\n(?P<after>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


def cases(name: str) -> list[tuple[str, str, str]]:
    """(title, before, after) of each case; texts without their last line end."""
    text = (Path(__file__).parent / "cases" / f"{name}.md").read_text(encoding="utf-8")
    found = [(m["title"], m["before"].removesuffix("\n"), m["after"].removesuffix("\n")) for m in _CASE.finditer(text)]
    assert len(found) == len(re.findall(r"^## ", text, re.MULTILINE)), f"{name}.md: a case is not in the right form"
    return found
