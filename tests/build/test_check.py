"""`weerklank check`: what a collection is held against before it is published; it writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_build_faults import make_checkout
from weerklank.cli import main

OWN = "---\ntitle: Ons\n---\n\n{}\n"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkout(tmp_path_factory.mktemp("check"))


def checked(root: Path) -> int:
    before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in root.rglob("*") if p.is_file()}
    code = main(["-C", str(root), "check"])
    assert before == {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in root.rglob("*") if p.is_file()}
    return code


def test_in_order(checkout: Path) -> None:
    assert checked(checkout) == 0


def test_in_order_where_a_hook_of_the_collection_changes_pages(checkout: Path) -> None:
    settings, hook = checkout / "mkdocs.yml", checkout / "hook.py"
    before = settings.read_bytes()
    hook.write_text("def on_page_content(html, **_):\n    return html + ' '\n", "utf-8")
    settings.write_bytes(before + b"\nhooks: [hook.py]\n")
    try:
        assert checked(checkout) == 0
    finally:
        settings.write_bytes(before)
        hook.unlink()


def test_pages_that_no_build_made_yet_are_one_error(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argument = checkout / "seeds/arguments/slapen.md"
    before = argument.read_text("utf-8")
    argument.write_text(before.replace("mag slapen.", "mag lang slapen."), "utf-8")
    try:
        assert checked(checkout) == 1
        said = capsys.readouterr().err.splitlines()
        assert (
            len(said) == 2
            and " files are not what the seeds give: docs/" in said[0]
            and " more; run 'make site'" in said[0]
        )
    finally:
        argument.write_text(before, "utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[Nergens](nergens.md)", "nergens.md"),
        ("[Niet daar](essays/index.md#niets)", "niets"),
        ('<a href="../data/niets.csv">x</a>', "data/niets.csv: nothing there"),
    ],
)
def test_a_link_that_leads_nowhere(checkout: Path, capsys: pytest.CaptureFixture[str], words: str, said: str) -> None:
    page = checkout / "docs/over.md"
    before = page.read_bytes()
    page.write_text(OWN.format(words), "utf-8")
    try:
        assert checked(checkout) == 1
        assert said in capsys.readouterr().err
    finally:
        page.write_bytes(before)


def test_data_that_are_only_made_at_build_may_be_linked_to(checkout: Path) -> None:
    page = checkout / "docs/over.md"
    before = page.read_bytes()
    page.write_text(OWN.format("[alles](data/collection.json), [feed](feed.xml)"), "utf-8")
    try:
        assert checked(checkout) == 0
    finally:
        page.write_bytes(before)


def test_words_that_may_not_be_shown(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor's own page quotes a text that is closed."""
    side, page = checkout / "seeds/b.yml", checkout / "docs/over.md"
    before = page.read_bytes()
    text = (checkout / "seeds/b.txt").read_text("utf-8").rstrip().rpartition("\n\n")[2]
    side.write_text("publish: closed\n", "utf-8")
    (checkout / "docs/bijlage.txt").write_text(text, "utf-8")
    try:
        assert checked(checkout) == 1
        assert "bijlage.txt: holds words of" in capsys.readouterr().err
    finally:
        side.unlink()
        (checkout / "docs/bijlage.txt").unlink()
        page.write_bytes(before)
