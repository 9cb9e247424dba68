"""What MkDocs lets through without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.checkout import write
from weerklank.site.docs import check_docs

GOOD = "---\ntitle: Goed\n---\n\ntekst\n"


def told(root: Path) -> list[str]:
    return [str(problem) for problem in check_docs(root / "docs")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Foto: A. Naam\n\ntekst", "docs/a.md: does not begin with front matter"),
        ("---\ntitle: COLUMN: we zijn er\n---\n", "docs/a.md: front matter is not YAML"),
        ("---\nseed: x\n---\n", "docs/a.md: front matter has no title"),
        ("---\ntitle: a\n---\n\nte\0kst", "docs/a.md: holds a NUL byte"),
    ],
)
def test_one_page(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path / "docs/a.md", text)
    assert [line[: len(words)] for line in told(tmp_path)] == [words]


def test_two_files_for_one_page(tmp_path: Path) -> None:
    write(tmp_path / "docs/a.md", GOOD)
    write(tmp_path / "docs/a/index.md", GOOD)
    assert told(tmp_path) == ["docs/a.md: becomes the same page as docs/a/index.md; rename one of the two"]


def test_symbolic_link(tmp_path: Path) -> None:
    write(tmp_path / "docs/a.md", GOOD)
    (tmp_path / "docs/b.md").symlink_to("/etc/hostname")
    assert told(tmp_path) == ["docs/b.md: is a symbolic link; put the file itself there"]
