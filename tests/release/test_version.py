"""The version is told alike wherever it stands."""

from __future__ import annotations

import re

import yaml

from tests.copies import ROOT
from weerklank import __version__


def test_the_changelog_has_it() -> None:
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    released = [heading for heading in headings if heading != "Unreleased"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)", heading) for heading in released)
    assert released[0].split(" ")[0] == __version__
    assert "Unreleased" not in headings[1:]


def test_a_citation_names_it() -> None:
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert said["version"] == __version__
