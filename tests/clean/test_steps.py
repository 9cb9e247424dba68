"""The list of steps is what cleaning does: nothing that changes a text stands beside it, and in this order."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from types import FrameType

import pytest

import weerklank.clean
from weerklank.clean import STEPS, clean
from weerklank.clean.ledger.draft import Draft, remove
from weerklank.clean.steps import Text, names, of_print, run, step, until_settled

NAMES = [name for name in names(STEPS) if name not in ("of_print", "of_layout", "of_document", "until_settled")]
INSIDE = {
    "leave_out", "join_fragments", "whole_words", "cut_comments", "trim_foot", "truncation", "settle", "decide",
    "laid_out",
}  # fmt: skip
"""What a step hands what it knows."""
PRINT = [name for each in STEPS if each.name == "of_print" for name in names(each.parts)]
MODULES = [m.name for m in pkgutil.walk_packages(weerklank.clean.__path__, "weerklank.clean.") if not m.ispkg]
WIDE = "De mensen die hier wonen lopen elke mor-\ngen naar het water om te zien of het wast\n"


def changing(module: str) -> dict[str, object]:
    """The public functions of a module that make a Draft of a Draft, or a Text of a Text."""
    found = inspect.getmembers(importlib.import_module(module), inspect.isfunction)
    kinds = (["Draft", "Draft"], ["Text", "Text"])
    return {
        name: each.__code__
        for name, each in found
        if each.__module__ == module and not name.startswith("_")
        if [*each.__annotations__.values()][:: len(each.__annotations__) - 1 or 1] in kinds
    }


@pytest.mark.parametrize("module", ["weerklank.clean", *MODULES])
def test_whatever_changes_a_text_stands_in_the_list(module: str) -> None:
    assert set(changing(module)) <= {*NAMES, *INSIDE}


@pytest.mark.parametrize("printed", [True, False])
def test_the_list_is_what_runs(printed: bool) -> None:
    codes = {code: name for module in ("weerklank.clean", *MODULES) for name, code in changing(module).items()}
    ran: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in codes:
            ran.append(codes[frame.f_code])

    sys.setprofile(note)
    try:
        clean(WIDE * 20, printed=printed, ends=(), document=True)
    finally:
        sys.setprofile(None)
    listed = [name for name in NAMES if printed or name == "blank_lines" or name not in PRINT]
    assert [name for name in dict.fromkeys(ran) if name not in INSIDE] == list(dict.fromkeys(listed))


def test_steps_run_until_a_round_changes_nothing() -> None:
    def shorter(draft: Draft) -> Draft:
        return draft.apply([remove(len(draft.text) - 1, len(draft.text), "x")] if len(draft.text) > 3 else [])

    assert run([until_settled(step(shorter))], Text(Draft("abcdef"))).draft.text == "abc"
    assert run([until_settled(step(shorter))], Text(Draft("a" * 99))).draft.text == "a" * 90
    assert run([of_print(step(shorter))], Text(Draft("abcdef"), printed=False)).draft.text == "abcdef"
    assert run([of_print(step(shorter))], Text(Draft("abcdef"), printed=True)).draft.text == "abcde"
