"""The preview shows what is not published yet, and writes nothing of the collection: no lock, no page of docs/."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.test_renaming import root
from weerklank.cli import main

__all__ = ["root"]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts}


def test_nothing_is_written(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:  # noqa: F811
    rendered = tmp_path_factory.mktemp("rendered")
    monkeypatch.setattr("weerklank.site.serve.serve", lambda _, regenerate, *more, **named: regenerate(rendered))
    path = root / "seeds/arguments/versheid.md"
    entry = '  - {essay: laat-de-bakker-slapen, stance: against, quote: "Niemand sterft van brood van gisteren."}\n'
    path.write_text(path.read_text().replace("examined:", entry + "examined:"))
    before = files(root)
    assert main(["-C", str(root), "serve"]) == 0
    assert {name: data for name, data in files(root).items() if ".weerklank" not in name} == before
    assert "versheid-2" in (rendered / "argumenten/versheid/index.md").read_text()
