"""`weerklank arguments`: what an editor wants to check in the apparatus, for people and for tools."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from weerklank.annotate.quotes import normalise
from weerklank.desk import reading_checks as checks
from weerklank.desk.reading_checks import marked_share
from weerklank.markup.parts import voices
from weerklank.model import STANCES, Argument, Collection, Essay

_CHECKS: dict[str, tuple[str, Callable[[Collection], list[str]]]] = {
    "keyless": ("Without a key passage", checks.keyless),
    "crowded": (f"More than {checks.MOST_KEYS} key passages", checks.crowded),
    "slices": ("Adjacent passages that may be one", checks.slices),
    "headings": ("Headings as passages", checks.headings),
    "unvoiced": ("Perhaps another's words, and no voice says so", checks.unvoiced),
    "mixed": ("More than one stance in one text", checks.mixed),
    "clashes_with_use": ("Clashes with a passage that only uses the word", checks.clashes_with_use),
    "without_question": ("Under no question of collection.yml", checks.without_question),
}
"""What is asked of the reading, by the key of the answer: its title on the terminal, and what finds it."""

_STRETCH = 3  # paragraphs in a row without any passage that are worth a second look
_NEARLY = 0.8  # likeness from which two quotes under one argument are nearly equal


def report(collection: Collection) -> dict[str, Any]:
    """The report as plain data: the form that `--json` prints.

    `essays`: passages, key passages, distinct stretches, words, what share of them is marked at all and by
    key passages (per cent), stances. `arguments`: passages, texts, stances. `one_hand`: arguments met in the
    texts of one hand only. `unread`: argument -> texts not examined. `bare`: stretches of paragraphs without a
    passage. `nearly_equal`: pairs of passages. `stances`: counts over all; like all counts of stances they
    count voices: a text once for an argument. The rest: see reading_checks.
    """
    return {
        "essays": [_essay(essay, collection) for essay in collection.essays],
        "arguments": [_argument(argument) for argument in collection.arguments],
        "one_hand": [a.id for a in collection.arguments if len(_hands(a, collection)) < 2],
        "unread": {a.id: left for a in collection.arguments if (left := _unread(a, collection))},
        "bare": [row for essay in collection.essays for row in _bare(essay, collection)],
        "nearly_equal": [pair for argument in collection.arguments for pair in _nearly_equal(argument)],
        "stances": voices(collection.passages.values()),
        **{name: check(collection) for name, (_, check) in _CHECKS.items()},
    }


def _essay(essay: Essay, collection: Collection) -> dict[str, Any]:
    own = collection.passages_of[essay.slug]
    return {
        "essay": essay.slug,
        "passages": len(own),
        "key": sum(p.key for p in own),
        "distinct": len({(p.unit, p.start, p.end) for p in own}),
        "words": essay.words,
        "marked": marked_share(essay, own),
        "marked_key": marked_share(essay, [p for p in own if p.key]),
        "stances": voices(own),
    }


def _argument(argument: Argument) -> dict[str, Any]:
    texts = list(dict.fromkeys(p.essay for p in argument.passages))
    return {
        "argument": argument.id,
        "passages": len(argument.passages),
        "texts": texts,
        "stances": voices(argument.passages),
    }


def _hands(argument: Argument, collection: Collection) -> set[tuple[str, ...]]:
    """The hands that an argument is met in; a text without an author is a hand of its own."""
    essays = {p.essay for p in argument.passages}
    return {collection.by_slug[slug].authors or (slug,) for slug in essays}


def _unread(argument: Argument, collection: Collection) -> list[str]:
    return [essay.slug for essay in collection.essays if essay.slug not in argument.examined]


def _bare(essay: Essay, collection: Collection) -> Iterator[dict[str, Any]]:
    """Stretches of at least _STRETCH numbered units without a passage."""
    marked = {p.unit for p in collection.passages_of[essay.slug]}
    run: list[str] = []
    for unit in [*(u for u in essay.units if u.number), None]:
        if unit is not None and unit.id not in marked:
            run.append(unit.id)
            continue
        if len(run) >= _STRETCH:
            yield {"essay": essay.slug, "from": run[0], "to": run[-1], "paragraphs": len(run)}
        run = []


def _nearly_equal(argument: Argument) -> Iterator[dict[str, Any]]:
    for one, other in combinations(argument.passages, 2):
        left, right = normalise(one.quote)[0].casefold(), normalise(other.quote)[0].casefold()
        matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
        if matcher.real_quick_ratio() >= _NEARLY and matcher.quick_ratio() >= _NEARLY and matcher.ratio() >= _NEARLY:
            yield {"argument": argument.id, "passages": [one.id, other.id], "likeness": round(matcher.ratio(), 2)}


def as_text(data: dict[str, Any]) -> str:
    """The report for a terminal."""
    kept = ("passages", "key", "distinct")
    texts = [[r["essay"], *(r[k] for k in (*kept, "marked", "marked_key")), *_counts(r)] for r in data["essays"]]
    total = ["total", *(sum(r[k] for r in data["essays"]) for k in kept), "", "", *_counts(data)]
    claims = [[r["argument"], r["passages"], len(r["texts"]), *_counts(r)] for r in data["arguments"]]
    bare = [f"{b['essay']}: {b['from']} to {b['to']} ({b['paragraphs']})" for b in data["bare"]]
    parts = [
        _table("Texts", ["passages", "key", "distinct", "% marked", "% key", *STANCES], [*texts, total]),
        _table("Arguments", ["passages", "texts", *STANCES], claims),
        _list("Met in the texts of one hand only", data["one_hand"]),
        _list("Not yet examined", [f"{a}: {', '.join(texts)}" for a, texts in data["unread"].items()]),
        _list(f"{_STRETCH} paragraphs or more without a passage", bare),
        _list(
            "Nearly equal quotes under one argument",
            [f"{' and '.join(n['passages'])} ({n['likeness']})" for n in data["nearly_equal"]],
        ),
        *(_list(title, data[name]) for name, (title, _) in _CHECKS.items()),
    ]
    return "\n\n".join(parts) + "\n"


def _counts(row: dict[str, Any]) -> list[int]:
    return [row["stances"][stance] for stance in STANCES]


def _table(title: str, columns: list[str], rows: list[list[Any]]) -> str:
    width = max([len(title), *(len(str(row[0])) for row in rows)])
    lines = [f"{title:{width}}  " + "  ".join(f"{c:>9}" for c in columns)]
    lines += [f"{row[0]:{width}}  " + "  ".join(f"{value:>9}" for value in row[1:]) for row in rows]
    return "\n".join(lines)


def _list(title: str, rows: list[str]) -> str:
    return "\n".join([f"{title}: {len(rows) or 'none'}", *(f"  {row}" for row in rows)])
