"""The collection is fit to be published: docs/ is what its seeds give, its links and words are in order."""

from __future__ import annotations

from pathlib import Path

from tests.copies import ROOT, settings
from weerklank.cli import main


def test_the_collection_is_in_order() -> None:
    assert main(["-C", str(ROOT), "check"]) == 0


def test_git_keeps_pages_alone() -> None:
    assert [p for p in (ROOT / "docs").rglob("*") if p.is_file() and p.suffix != ".md"] == []


def test_its_settings_are_those_of_every_new_collection(tmp_path: Path) -> None:
    """But for its name and what it says of itself."""
    settings(tmp_path)
    ours, others = (
        [row for row in (root / "mkdocs.yml").read_text("utf-8").splitlines() if not row.startswith("site_")]
        for root in (ROOT, tmp_path)
    )
    assert [row for row in ours if row] == [row for row in others if row]
