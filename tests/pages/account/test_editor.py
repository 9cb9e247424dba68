"""What an editor decided in a sidecar is told in the account, and what was dropped is shown nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.pages.collection import BAKE, OPEN, SEEDS, made, seed
from weerklank.model import Sidecar
from weerklank.model.errors import InputError

OURS = "Wie op zondag vers brood wil, bakt het zelf. Zo hoort het."
THEIRS = "Ik kom er al jaren met mijn hond en dat is mij nooit gevraagd."
SLEEPER = f"""Laat de bakker slapen

Niemand sterft van brood van gisteren. Laat de bakker slapen op zondag.

{THEIRS}

{OURS}

Deel dit artikel
"""


def edition(**said: tuple[str, ...]) -> Mapping[str, str]:
    text = replace(seed("b_slaper", SLEEPER), sidecar=Sidecar(**said))  # type: ignore[arg-type]
    return made(BAKE, OPEN, seeds=(SEEDS[0], text)).pages


def test_the_account_says_whose_decision_it_was() -> None:
    pages = edition(drop=(THEIRS,), keep=("Deel dit artikel",))
    account = pages["verantwoording/laat-de-bakker-slapen.md"]
    assert "weggelaten door de redactie" in account and "behouden door de redactie" in account
    assert not [name for name, text in pages.items() if "met mijn hond" in text]
    assert "Deel dit artikel" in pages["essays/laat-de-bakker-slapen.md"]


def test_a_line_that_is_not_there_stops_the_build() -> None:
    with pytest.raises(InputError, match=r"seeds/b_slaper\.yml: drop: no line of the text is 'Deel dit'"):
        edition(drop=("Deel dit",))


def test_for_which_arguments_a_text_was_read() -> None:
    """The same pages come of `examined:` in the sidecar as of the slug in each argument's file."""
    read = replace(BAKE, examined=("brood-op-zondag",))
    said = replace(SEEDS[0], sidecar=Sidecar(examined=("all",)))
    named = replace(SEEDS[0], sidecar=Sidecar(examined=("zelf-bakken", "zondag-open")))
    pages = made(read, OPEN).pages
    assert pages != made(BAKE, OPEN).pages
    assert pages == made(BAKE, OPEN, seeds=(said, SEEDS[1])).pages == made(BAKE, OPEN, seeds=(named, SEEDS[1])).pages
    with pytest.raises(InputError, match=r"a_bakker\.yml: examined: there is no argument 'zelf-baken'; did you mean"):
        made(BAKE, OPEN, seeds=(replace(said, sidecar=Sidecar(examined=("zelf-baken",))), SEEDS[1]))
