"""`weerklank arguments`: what an editor wants to check in the apparatus, for people and for tools."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from weerklank.annotate.quotes import normalise
from weerklank.model import STANCES, Argument, Collection, Essay, Passage

_STRETCH = 3  # paragraphs in a row without any passage that are worth a second look
_NEARLY = 0.8  # likeness from which two quotes under one argument are nearly equal


def report(collection: Collection) -> dict[str, Any]:
    """The report as plain data: the form that `--json` prints.

    `essays`: passages, distinct stretches, words, passages per hundred words, stances. `arguments`:
    passages, texts, stances. `one_hand`: arguments met in the texts of one hand only. `unread`:
    argument -> texts not examined. `bare`: stretches of paragraphs without a passage. `nearly_equal`:
    pairs of passages. `stances`: counts over all.
    """
    return {
        "essays": [_essay(essay, collection) for essay in collection.essays],
        "arguments": [_argument(argument) for argument in collection.arguments],
        "one_hand": [a.id for a in collection.arguments if len(_hands(a, collection)) < 2],
        "unread": {a.id: left for a in collection.arguments if (left := _unread(a, collection))},
        "bare": [row for essay in collection.essays for row in _bare(essay, collection)],
        "nearly_equal": [pair for argument in collection.arguments for pair in _nearly_equal(argument)],
        "stances": _stances(collection.passages.values()),
    }


def _essay(essay: Essay, collection: Collection) -> dict[str, Any]:
    own = collection.passages_of[essay.slug]
    return {
        "essay": essay.slug,
        "passages": len(own),
        "distinct": len({(p.unit, p.start, p.end) for p in own}),
        "words": essay.words,
        "per_hundred_words": round(100 * len(own) / max(essay.words, 1), 1),
        "stances": _stances(own),
    }


def _argument(argument: Argument) -> dict[str, Any]:
    texts = list(dict.fromkeys(p.essay for p in argument.passages))
    return {
        "argument": argument.id,
        "passages": len(argument.passages),
        "texts": texts,
        "stances": _stances(argument.passages),
    }


def _stances(passages: Iterable[Passage]) -> dict[str, int]:
    counts = Counter(p.stance for p in passages)
    return {stance: counts[stance] for stance in STANCES}


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
    texts = [[r["essay"], r["passages"], r["distinct"], r["per_hundred_words"], *_counts(r)] for r in data["essays"]]
    passages, distinct, words = (sum(r[key] for r in data["essays"]) for key in ("passages", "distinct", "words"))
    total = ["total", passages, distinct, round(100 * passages / max(words, 1), 1), *_counts(data)]
    claims = [[r["argument"], r["passages"], len(r["texts"]), *_counts(r)] for r in data["arguments"]]
    bare = [f"{b['essay']}: {b['from']} to {b['to']} ({b['paragraphs']})" for b in data["bare"]]
    parts = [
        _table("Texts", ["passages", "distinct", "per 100 w", *STANCES], [*texts, total]),
        _table("Arguments", ["passages", "texts", *STANCES], claims),
        _list("Met in the texts of one hand only", data["one_hand"]),
        _list("Not yet examined", [f"{a}: {', '.join(texts)}" for a, texts in data["unread"].items()]),
        _list(f"{_STRETCH} paragraphs or more without a passage", bare),
        _list(
            "Nearly equal quotes under one argument",
            [f"{' and '.join(n['passages'])} ({n['likeness']})" for n in data["nearly_equal"]],
        ),
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
