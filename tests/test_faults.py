"""A fault of our own inside one text names that text; the others' errors are told as well, and no traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.pages.collection import BAKE, OPEN, SEEDS, seed
from weerklank.annotate import assemble
from weerklank.annotate.anchors import Lock
from weerklank.build import compose
from weerklank.clean import all_steps
from weerklank.collection import read_seeds
from weerklank.model import ArgumentFile, CollectionConfig, PassageEntry
from weerklank.model.errors import InputError, MachineError
from weerklank.pages import essay
from weerklank.pages.account import account_page, register
from weerklank.read import html

REMEDY = "report this; meanwhile set the text apart"
WRONG = ArgumentFile(
    "x", "Een stelling.", "", entries=(PassageEntry(1, "laat-de-bakker-slapen", "for", "Staat er niet"),)
)


def failing(real: Callable[..., Any], word: str, error: Exception) -> Callable[..., Any]:
    """The function, which fails where the first or second that it is given has this word in it."""

    def fails(*given: Any, **more: Any) -> Any:
        if any(word in str(each) for each in given[:2]):
            raise error
        return real(*given, **more)

    return fails


def edition() -> None:
    compose.edition(CollectionConfig("Brood", "nl"), [*SEEDS, seed("c_leeg", "")], (BAKE, OPEN, WRONG), Lock())


@pytest.mark.parametrize("error", [ValueError("slices"), RecursionError(), KeyError("x"), AssertionError()])
def test_a_text_that_cannot_be_cleaned_is_named_with_all_that_is_wrong_elsewhere(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(all_steps, "clean_seed", failing(all_steps.clean_seed, "De bakker hoort", error))
    with pytest.raises(InputError) as caught:
        edition()
    first, *others = map(str, caught.value.problems)
    assert first.startswith("seeds/a_bakker.txt: Weerklank itself fails on it") and REMEDY in first
    assert type(error).__name__ in first and "test_faults.py, line" in first
    empty = next(problem for problem in others if problem.startswith("seeds/c_leeg.txt: nothing of the text is left"))
    assert empty.endswith("weerklank explain seeds/c_leeg.txt")
    assert not any("there is no essay" in problem for problem in others)


def test_the_quotes_from_other_texts_are_looked_up_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(all_steps, "clean_seed", failing(all_steps.clean_seed, "De bakker hoort", ValueError()))
    with pytest.raises(InputError) as caught:
        compose.edition(CollectionConfig("Brood", "nl"), SEEDS, (BAKE, OPEN, WRONG), Lock())
    assert [problem.where for problem in caught.value.problems] == [
        "seeds/a_bakker.txt",
        "seeds/arguments/x.md: passage 1",
    ]


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (assemble, "assemble"),
        (essay, "page"),
        (account_page, "page"),
        (register, "register"),
    ],
)
def test_a_text_of_which_no_page_can_be_made_is_named(monkeypatch: pytest.MonkeyPatch, where: Any, name: str) -> None:
    monkeypatch.setattr(where, name, failing(getattr(where, name), "stem='a_bakker'", IndexError()))
    with pytest.raises(InputError) as caught:
        compose.edition(CollectionConfig("Brood", "nl"), SEEDS, (BAKE, OPEN), Lock())
    assert [problem.where for problem in caught.value.problems] == ["seeds/a_bakker.txt"]


def test_a_page_that_cannot_be_read_is_named_with_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.html").write_text("<p>Een", "utf-8")
    (folder / "b.txt").write_text("Twee", "utf-8")
    (folder / "c.yml").write_text("title: Drie", "utf-8")
    monkeypatch.setattr(html, "read_html", failing(html.read_html, "<p>", AttributeError("x")))
    with pytest.raises(InputError) as caught:
        read_seeds(folder)
    assert [problem.where for problem in caught.value.problems] == ["seeds/c.yml", "seeds/a.html"]


@pytest.mark.parametrize("error", [MemoryError(), OSError("disk"), MachineError("full")])
def test_what_the_machine_cannot_do_is_no_fault_of_a_text(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(all_steps, "clean_seed", failing(all_steps.clean_seed, "De bakker hoort", error))
    with pytest.raises(type(error)):
        edition()
