"""Templates escape what they are handed, miss nothing silently, and are all used."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank import pages
from weerklank.languages.pack import pack
from weerklank.markup.long_lists import Part
from weerklank.markup.markdown import attribute, escape
from weerklank.pages.template import _templates, render

FOLDER = Path(pages.__file__).parent
TEMPLATES = sorted((FOLDER / "templates").glob("*.jinja"))


@given(st.text())
def test_a_bare_string_is_inert_in_a_template(words: str) -> None:
    made = _templates().from_string('<p title="{{ words | attr }}">{{ words }}</p>').render(words=words)
    assert made == f'<p title="{attribute(words)}">{escape(words)}</p>'


def test_blank_lines_in_a_row_are_one() -> None:
    assert "\n\n\n" not in render(
        pack("nl"), "authors_index", title="Auteurs", part=Part("auteurs/index.md", ()), unnamed=[]
    )


def test_a_value_that_is_not_handed_over_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render(pack("nl"), "authors_index")


def test_every_template_is_the_page_of_a_view() -> None:
    package = FOLDER.parent
    views = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    included = "".join(path.read_text("utf-8") for path in TEMPLATES)
    for path in TEMPLATES:
        asked = re.search(rf'render\(\s*[\w.]+,\s*"{path.stem}"', views) or f'"{path.name}"' in included
        assert asked, path.name
