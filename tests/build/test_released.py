"""While a site is made, a build holds neither its pages nor the texts with their sources: they lie on the disk."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import Any

import pytest

from tests.copies import copy_built, run_here
from weerklank.build import checkout, inputs
from weerklank.model.errors import InputError, Problem


def test_the_edition_is_gone_when_mkdocs_begins(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, held, left = inputs.read, list[weakref.ref[Any]](), list[object]()

    def seen(*given: Any) -> Any:
        found = read(*given)
        made = found.edition
        held.extend(map(weakref.ref, (made, made.pages, made.docs, made.whole, made.collection.essays[0].cleaned)))
        return found

    def make_site(*_: Any) -> int:
        gc.collect()
        left.extend(each for ref in held if (each := ref()) is not None)
        raise InputError([Problem("site", "is not made")])

    monkeypatch.setattr(checkout, "read", seen)
    monkeypatch.setattr(checkout, "make_site", make_site)
    assert "is not made" in run_here(copy_built(tmp_path / "root", built), "build").stderr
    assert len(held) == 5 and left == []
