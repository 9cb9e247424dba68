"""Every package that is installed has a licence that somebody looked at."""

from __future__ import annotations

import re
from pathlib import Path

from weerklank.release.sbom import installed_licences, read_lock

ROOT = Path(__file__).resolve().parents[2]
LOCKED = {package.name for package in read_lock((ROOT / "requirements.txt").read_text("utf-8"))}
PAGE = (
    (ROOT / "scripts/weerklank/languages/nl/pages/beheer/licenties.md").read_text("utf-8").partition("## Pakketten")[2]
)
TABLE = {row[1]: (row[2], row[3]) for row in re.finditer(r"^\| ([a-z0-9][\w.-]*) \| (.*?) \|(.*)\|$", PAGE, re.M)}
FREE = re.compile(
    r"(?:(?:MIT|MIT-CMU|BSD-[23]-Clause|BSD-2-Clause-Views|Apache-2\.0|PSF-2\.0|CNRI-Python|0BSD|ISC)"
    r"(?: (?:AND|OR) |$))+|MIT License|BSD License|Apache Software License"
)
"""Licences that ask for no more than a notice: these need no word about them."""


def test_the_page_lists_what_is_locked_and_nothing_else() -> None:
    assert set(TABLE) - {"pakket"} == LOCKED


def test_it_says_what_the_packages_say_of_themselves() -> None:
    said = installed_licences()
    here = LOCKED & set(said)
    assert len(here) > len(LOCKED) * 0.9  # some are for other systems
    assert {name: " / ".join(said[name]) for name in here} == {name: TABLE[name][0] for name in here}


def test_an_unknown_or_a_strict_licence_has_a_word_about_it() -> None:
    doubtful = {name for name in LOCKED if not FREE.fullmatch(TABLE[name][0])}
    assert doubtful and all(TABLE[name][1].strip() for name in doubtful), doubtful
    assert not FREE.fullmatch("") and not FREE.fullmatch("Other/Proprietary License") and not FREE.fullmatch("AGPL-3.0")
    assert FREE.fullmatch("Apache-2.0 AND CNRI-Python")
