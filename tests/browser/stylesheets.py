"""What the stylesheets ask of a browser: every declaration, with its variables filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ASSETS = Path(__file__).resolve().parents[2] / "scripts/weerklank/theme/assets"


class Declaration(NamedTuple):
    """One property of one rule, with the values given to it there: all but the last are for older browsers."""

    sheet: str
    property: str
    values: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.sheet}: {self.property}: {'; '.join(self.values)}"


def blocks(sheet: Path) -> Iterator[list[tuple[str, str]]]:
    """The declarations of each rule, as written; a font's description is none of an element."""
    text = re.sub(r"/\*.*?\*/|@font-face\s*\{[^}]*\}", "", sheet.read_text("utf-8"), flags=re.S)
    for body in re.findall(r"\{([^{}]+)\}", text):
        yield re.findall(r"([-\w]+)\s*:\s*([^;]+?)\s*(?:;|$)", body)


def variables() -> dict[str, str]:
    """The first value that each variable is given."""
    pairs = [pair for sheet in sorted(ASSETS.glob("*.css"), reverse=True) for block in blocks(sheet) for pair in block]
    return {name: value for name, value in reversed(pairs) if name.startswith("--")}


def filled(value: str, known: dict[str, str]) -> str:
    """A value without variables.

    >>> filled("1px solid var(--a, red)", {"--a": "var(--b)", "--b": "blue"})
    '1px solid blue'
    """
    while found := re.search(r"var\((--[\w-]+)(?:, ?([^()]*|var\([^()]*\)))?\)", value):
        value = value.replace(found[0], known.get(found[1], found[2] or ""))
    return value


def declarations() -> list[Declaration]:
    """What all stylesheets declare, without the variables themselves; a prefixed property counts as the plain one."""
    known, found = variables(), []
    for sheet in sorted(ASSETS.glob("*.css")):
        for block in blocks(sheet):
            plain = [(name.removeprefix("-webkit-"), value) for name, value in block if not name.startswith("--")]
            for name in dict.fromkeys(name for name, _ in plain):
                values = tuple(filled(value, known) for other, value in plain if other == name)
                found.append(Declaration(sheet.name, name, values))
    return found


SUPPORTED = """(declarations) => declarations.map(([name, values]) => values.some((value) =>
  ["", "-webkit-"].some((prefix) => CSS.supports(prefix + name, value.replace(/ *!important/, "")))))"""

NICETIES = {
    "size": "tells of a sheet of paper, not of an element",
    "text-size-adjust": "only browsers on phones enlarge text by themselves",
    "orphans": "Firefox breaks a paragraph over sheets wherever it comes",
    "widows": "as orphans",
    "forced-color-adjust": "Safari forces no colours",
}
"""What a browser may do without, and why that does no harm."""
