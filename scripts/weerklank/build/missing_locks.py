"""A lock that went missing: without it every paragraph gets a new number, and nobody would notice."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import yaml

from weerklank.build.git import committed
from weerklank.collection.seeds import LOCKS
from weerklank.model.errors import Problem
from weerklank.model.loss import Accepted


@dataclass(frozen=True)
class _Published:
    """Texts published before: their stems, where that is known from, and how the lock comes back."""

    stems: frozenset[str]
    where: str
    remedy: str


def missing_locks(root: Path, stems: Collection[str], accept_loss: Accepted) -> list[Problem]:
    """The locks that are not in seeds/ though texts were published with them of which some, by their `stems`, are
    still here. Where all texts are others, another collection begins, and with it its locks.
    """
    missing = {
        name: published
        for name in LOCKS
        if not os.path.lexists(root / "seeds" / name) and not accept_loss.covers(name)
        if (published := _published_with(root, name)) and not published.stems.isdisjoint(stems)
    }
    anew = accept_loss.command(missing)
    return [
        Problem(
            f"seeds/{name}",
            f"is missing, and {published.where} has texts published with it: numbers or dates would change",
            f"{published.remedy}; if they are to begin anew: {anew}",
        )
        for name, published in missing.items()
    ]


def _published_with(root: Path, name: str) -> _Published | None:
    """What was published with the lock `name`: by the last commit, else by the pages that are still in docs/."""
    if (kept := committed(root, f"seeds/{name}")) is not None:
        return _Published(_stems(kept, ("essays", "texts")), "the last commit", f"git checkout HEAD -- seeds/{name}")
    with contextlib.suppress(OSError):
        if stems := frozenset(map(_seed, (root / "docs/essays").glob("*/index.md"))) - {""}:
            return _Published(stems, "docs/", "put it back from where you keep a copy")
    return None


def _seed(page: Path) -> str:
    """The stem of the text that a page of docs/ shows, by its front matter; '' where it tells none."""
    head = page.read_text("utf-8", "replace").partition("\n---\n")[0].removeprefix("---\n")
    with contextlib.suppress(yaml.YAMLError, AttributeError):
        return unescape(str(yaml.safe_load(head).get("seed", "")))
    return ""


def _stems(data: bytes, keys: Sequence[str]) -> frozenset[str]:
    """The stems of the texts in a lock."""
    with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
        read = json.loads(data)
        return frozenset(next(read[key] for key in keys if key in read))
    return frozenset()
