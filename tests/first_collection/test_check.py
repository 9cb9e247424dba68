"""The collection is fit to be published: docs/ is what its seeds give, its links and words are in order."""

from __future__ import annotations

from tests.copies import ROOT
from weerklank.cli import main


def test_the_collection_is_in_order() -> None:
    assert main(["-C", str(ROOT), "check"]) == 0


def test_git_keeps_pages_alone() -> None:
    assert [p for p in (ROOT / "docs").rglob("*") if p.is_file() and p.suffix != ".md"] == []
