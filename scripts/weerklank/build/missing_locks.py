"""A lock that went missing: without it every paragraph gets a new number, and nobody would notice."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection
from dataclasses import replace
from html import unescape
from pathlib import Path

import yaml

from weerklank.build.git import committed
from weerklank.collection.seeds import LOCKS
from weerklank.model.errors import Problem
from weerklank.model.loss import Accepted


def missing_locks(root: Path, stems: Collection[str], accept_loss: Accepted) -> list[Problem]:
    """The locks that are not in seeds/ though texts were published with them of which some, by their `stems`, are
    still here. Where all texts are others, another collection begins, and with it its locks.
    """
    problems = {}
    for name in LOCKS:
        if not os.path.lexists(root / "seeds" / name) and not accept_loss.covers(name):
            published, where, remedy = _published_with(root, name)
            if not published.isdisjoint(stems):
                what = f"is missing, and {where} has texts published with it: numbers or dates would change"
                problems[name] = Problem(f"seeds/{name}", what, f"{remedy}; if they are to begin anew: ")
    anew = accept_loss.command(problems)
    return [replace(problem, remedy=problem.remedy + anew) for problem in problems.values()]


def _published_with(root: Path, name: str) -> tuple[frozenset[str], str, str]:
    """The stems of the texts that were published with the lock `name`, where that is known from (the last commit,
    else the pages that are still in docs/), and how the lock comes back.
    """
    if (kept := committed(root, f"seeds/{name}")) is not None:
        return _stems(kept), "the last commit", f"git checkout HEAD -- seeds/{name}"
    stems: frozenset[str] = frozenset()
    with contextlib.suppress(OSError):
        stems = frozenset(map(_seed, (root / "docs/essays").glob("*/index.md"))) - {""}
    return stems, "docs/", "put it back from where you keep a copy"


def _seed(page: Path) -> str:
    """The stem of the text that a page of docs/ shows, by its front matter; '' where it tells none."""
    head = page.read_text("utf-8", "replace").partition("\n---\n")[0].removeprefix("---\n")
    with contextlib.suppress(yaml.YAMLError, AttributeError):
        return unescape(str(yaml.safe_load(head).get("seed", "")))
    return ""


def _stems(data: bytes) -> frozenset[str]:
    """The stems of the texts in a lock; none of what is no lock."""
    with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
        read = json.loads(data)
        return frozenset(next(read[key] for key in ("essays", "texts") if key in read))
    return frozenset()
