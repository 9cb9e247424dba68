"""A checkout whose seeds, sidecars, arguments and file names are all hostile."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from tests.copies import copy_tool
from tests.hostile.strings import RUN, strings
from weerklank.words.word_list_check import faults

ESSAYS = 24
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_NAMES = (
    f"<img src=x onerror={RUN}>",
    "{{ 7*7 }}",
    "[x](javascript:1)",
    "a&b;c",
    "-rf",
    "'; DROP",
    '"onload="x',
    "`id`",
    "$(id)",
    "#kop",
    "a.b.c",
    "één",
)


def in_yaml(text: str) -> str:
    """A value for a sidecar: YAML of ours refuses what cannot be seen."""
    return " ".join(_UNSEEN.sub("", text).split())[:400] or "leeg"


def countable(strings: list[str]) -> list[str]:
    """Those that get as far as the pages as words in dispute: nothing but letters, digits, hyphens and apostrophes."""
    found: list[str] = []
    for string in (string for string in strings if not any(faults([string], "nl"))):
        if not any(faults([*found, string], "nl")):
            found.append(string)
    return found


def share(number: int, position: int) -> list[str]:
    """The strings of essay `number` for a position; over all essays each string comes by once."""
    return strings()[(number + 7 * position) % ESSAYS :: ESSAYS]


def anchor(number: int) -> str:
    """A sentence that stands in essay `number` only, for a passage to quote."""
    return f"Dit is zin nummer {number} waar een passage staat."


def make_checkout(root: Path) -> Path:
    """Lay it out in the folder `root`."""
    copy_tool(root)
    (root / "seeds/arguments").mkdir(parents=True)
    hostile = [in_yaml(s) for s in strings()]
    _yaml(
        root / "seeds/collection.yml",
        {
            "title": hostile[0],
            "language": "nl",
            "personal": "published",
            "subtitle": " ".join(hostile[1:9]),
            "description": " ".join(hostile[60:160]),
            "editors": hostile[5:9],
            "words": countable(["zin", "constructor", *hostile]),
            "contact": "https://x.invalid/?a=1&b=(2)&#x22;onload=1",
            "removal": " ".join(hostile[160:170]),
        },
    )
    for number in range(ESSAYS):
        stem = f"{number:03} {_NAMES[number]}" if number < len(_NAMES) else f"{number:03}"
        (root / f"seeds/{stem}.txt").write_bytes(seed(number).encode("utf-8", "surrogatepass"))
        _yaml(root / f"seeds/{stem}.yml", sidecar(number))
        (root / f"seeds/arguments/stelling-{number}.md").write_text(argument(number), "utf-8")
    return root


def seed(number: int) -> str:
    """An essay with hostile strings in first, middle and last position, as items, quotations and headings."""
    flat = [s.replace("\0", "") for s in share(number, 0)]
    heading, first, quotation, before, last, *items = (" ".join(s.replace("\0", "").split()) for s in share(number, 1))
    parts = [flat[0], f"{flat[1]} is hoe deze alinea begint en zo eindigt zij ook: {flat[2]}", anchor(number)]
    parts += [f"Hier staat het midden in een zin: {s} en de zin gaat gewoon door." for s in flat[3:]]
    parts += ["Een lijst volgt hier, met een paar punten.\n\n" + "\n".join(f"  • {s}" for s in items)]
    parts += [
        f"Tussenkop {heading}",
        f"Daarna komt er nog een alinea. {first}",
        f"> {quotation} staat in een citaat van iemand anders.",
    ]
    parts += [f"De laatste alinea van deze tekst is dit, zei men. {before}", last]
    return "\n\n".join(parts) + "\n"


def sidecar(number: int) -> dict[str, Any]:
    """Everything that a sidecar can say, hostile."""
    names = [in_yaml(s) for s in share(number, 2)]  # each alone in a name: tests/hostile/test_pages.py
    authors = [f"{number}-{n} {' '.join(names[n : n + 4])}" for n in range(0, len(names), 4)]
    return {
        "title": " · ".join(in_yaml(s)[:200] for s in share(number, 3)),
        "slug": f"tekst-{number}",
        "ends": "all",
        "personal": "published",
        "kicker": " ".join(in_yaml(s) for s in share(number, 4)[:2]),
        "note": " ".join(in_yaml(s) for s in share(number, 5)),
        "authors": [] if number % 5 == 4 else authors,
        "source": {
            "name": " ".join(in_yaml(s) for s in share(number, 6)),
            "url": f"{'https://x.invalid/'}{number}?a=1&b=(2)",
        },
        "rights": {"status": "permission", "basis": " ".join(in_yaml(s) for s in share(number, 7)[:2])},
        "date": f"20{10 + number % 10}",
    }


def argument(number: int) -> str:
    """An argument with hostile claim, relations, notes, speaker and introduction."""
    data = {
        "personal": "published",
        "claim": " ".join(in_yaml(s) for s in share(number, 8)),
        "related": [{"id": f"stelling-{(number + 1) % ESSAYS}", "how": " ".join(in_yaml(s) for s in share(number, 9))}],
        "passages": [
            {
                "essay": f"tekst-{n % ESSAYS}",
                "stance": stance,
                "quote": anchor(n % ESSAYS),
                "speaker": " ".join(in_yaml(s) for s in share(number, 10)[:2]),
                "note": " ".join(in_yaml(s) for s in share(number, 11)),
            }
            for n, stance in ((number, "for"), (number + 1, "against"))
        ],
    }
    return f"---\n{yaml.safe_dump(data, allow_unicode=True)}---\n\nDe inleiding.\n"


def _yaml(path: Path, data: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
