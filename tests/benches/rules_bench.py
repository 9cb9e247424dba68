"""Which alternatives of the rules never match a labelled page: python -m tests.benches.rules_bench [folder …]

Without a folder it takes tests/scrapes; other folders may hold pages of that form, or plain texts (*.txt).
For each rule and sign its alternatives that match no line of any page, and how each is held: 'example' where
one of its own examples is all that it matches, 'phrase' where it is a phrase that can match but itself,
'nothing' where it is neither.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.scrapes import scrapes

from weerklank.clean.web.residue import plain
from weerklank.languages.rules import Rule, Sign, rules, signs

FOLDER = Path(__file__).parents[1] / "scrapes"
_BARS = re.compile(r" ?[|·•∙‧] ?|(?<=[a-zß-ÿ0-9)!?.…:])(?=[A-ZÀ-Þ])")
_PHRASE = re.compile(r"[\w ,:'-]+")
_BAR = 160  # characters: a longer line is no bar of buttons


def lines(folders: Iterable[Path]) -> list[str]:
    """Each line of the pages once, and each part of a line between bars."""
    found = [line.strip() for folder in folders for text in _texts(folder) for line in text.split("\n")]
    found += [part for line in found if len(line) <= _BAR for part in _BARS.split(line)]
    return [line for line in dict.fromkeys(found) if line]


def _texts(folder: Path) -> list[str]:
    if folder.name == FOLDER.name:
        return [page.text for page in scrapes(folder)]
    return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]


def unmatched(alternatives: Sequence[str], whole: bool, pages: Sequence[str]) -> list[str]:
    """The alternatives that match none of the lines: `whole`, or anywhere in them.

    >>> unmatched(["reacties?", "opmerkingen"], True, ["reactie", "geen opmerkingen"])
    ['opmerkingen']
    """
    tried = {each: re.compile(f"(?:{each})", re.IGNORECASE) for each in alternatives}
    return [
        each
        for each, expression in tried.items()
        if not any(expression.fullmatch(line) if whole else expression.search(line) for line in pages)
    ]


def held(rule: Rule | Sign) -> tuple[str, ...]:
    """The examples that a rule or sign must match."""
    return tuple(map(plain, (*rule.removes, *rule.also))) if isinstance(rule, Rule) else rule.matches


def main(folders: list[str]) -> None:
    """Print each rule's alternatives that never matched, and the totals."""
    words = lines([Path(folder) for folder in folders] or [FOLDER])
    read = [plain(line) for line in words]
    total = unseen = nothing = 0
    every: list[Rule | Sign] = [*rules(), *signs().values()]
    for rule in every:
        whole = isinstance(rule, Rule)
        never = unmatched(rule.alternatives, whole, read if whole else words)
        empty = set(unmatched(never, whole, held(rule)))
        for each in never:
            by = "example" if each not in empty else "phrase" if _PHRASE.fullmatch(each) else "nothing"
            print(f"{rule.name}: {by}: {each[:140]}")
            nothing += by == "nothing"
        total, unseen = total + len(rule.alternatives), unseen + len(never)
    print(f"alternatives {total}, matching no page {unseen}, matching nothing at all {nothing}")


if __name__ == "__main__":
    main(sys.argv[1:])
