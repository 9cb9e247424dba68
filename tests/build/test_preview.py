"""The preview shows what is not published yet, and writes nothing of the collection: no lock, no page of docs/."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.build.test_full_and_incremental import EDITS, edit, made, replaced, there_or_not
from tests.desk.test_renaming import root
from weerklank.build import checkout
from weerklank.cli import main
from weerklank.collection import seal
from weerklank.commands.site_commands import preview
from weerklank.desk.panel import Panel
from weerklank.model.errors import InputError
from weerklank.model.loss import EVERYTHING

__all__ = ["root"]

LESSON = (
    "---\ntitle: Brood\naim: Lezen.\nstops: [{essay: laat-de-bakker-slapen, question: Wie slaapt er?}]\n---\nLees.\n"
)
TAKEN = {"text": "brood-op-zondag\n", "paragraph": "laat-de-bakker-slapen#p1\n"}
MORE: dict[str, Callable[[Path], object]] = {
    "built": lambda root: checkout.build(root, EVERYTHING, quiet=True),
    "only quoted": there_or_not("seeds/b.yml", "publish: quotes\n"),
    "a fault": replaced("seeds/arguments/slapen.md", "Laat de bakker", "Laat de molenaar"),
    "a passage more": replaced(
        "seeds/arguments/slapen.md",
        "passages:",
        'passages:\n  - {essay: brood-op-zondag, stance: for, quote: "Natuurlijk moet ook een bakker slapen."}',
    ),
    "its numbers": replaced("seeds/arguments/slapen.md", "against, quote", 'against, note: "Let op.", quote'),
    "lesson": there_or_not("seeds/lessons/brood.md", LESSON),
    **{f"{what} taken down": there_or_not("seeds/takedown.txt", line) for what, line in TAKEN.items()},
}
QUICK = [name for name in (*EDITS, *MORE) if "store" not in name and name != "built"]
ONE_BY_ONE = [each for name in QUICK for each in (name, name)]
"""Each edit, done and undone."""


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


def edited(root: Path, name: str) -> None:
    if name in EDITS:
        edit(root, name)
    else:
        MORE[name](root)
        seal(root / "seeds")


def shown(regenerate: Callable[[Path], object], folder: Path) -> object:
    """What a preview says, and the files that it leaves in the folder."""
    try:
        said: object = regenerate(folder)
    except InputError as error:
        return [str(problem) for problem in error.problems]
    return said, {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def first_difference(edits: list[str]) -> list[str]:
    """The edits after which a preview that runs on shows other pages, or finds other faults, than one that begins."""
    with tempfile.TemporaryDirectory() as folder:
        root, rendered = made(Path(folder) / "een"), Path(folder) / "docs"
        for name in ("seeds/lessons", "docs/beheer"):
            (root / name).mkdir()
        running = preview(root, Panel(root / "seeds"))
        shown(running, rendered)
        for number, name in enumerate(edits, 1):
            edited(root, name)
            fresh = Path(folder) / f"nieuw{number}"
            if shown(running, rendered) != shown(preview(root, Panel(root / "seeds")), fresh):
                return edits[:number]
            shutil.rmtree(fresh, ignore_errors=True)
    return []


own = settings(deadline=None, phases=[Phase.explicit, Phase.generate, Phase.shrink], derandomize=True)
HEALTH = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")


@settings(own, max_examples=2, suppress_health_check=HEALTH)
@given(st.lists(st.sampled_from(QUICK), min_size=6, max_size=10))
@example(ONE_BY_ONE)
@example(["a fault", "text", "a fault", "argument", "built", "argument", "text added or taken away", "a fault"])
@example(["only quoted", "a passage more", "argument", "text taken down", "lesson", "text renamed", "its numbers"])
def test_a_preview_that_runs_on_shows_what_one_that_begins_shows(edits: list[str]) -> None:
    assert first_difference(edits) == []


@pytest.mark.every
@settings(own, max_examples=60, suppress_health_check=HEALTH)
@given(st.lists(st.sampled_from(sorted([*EDITS, *MORE])), min_size=6, max_size=30))
def test_a_preview_that_runs_on_for_long(edits: list[str]) -> None:
    assert first_difference(edits) == []
