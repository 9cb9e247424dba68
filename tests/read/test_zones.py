"""What names of elements say: each part of page_names.toml is used, and a page's own names are no residue."""

import tomllib
from importlib.resources import files

import pytest
from bs4 import BeautifulSoup, Tag

from weerklank.read import zones

NAMES = tomllib.loads((files("weerklank.read") / "page_names.toml").read_text("utf-8"))
LONGEST = 120  # characters of a line, as of code


def test_each_part_is_used_and_no_line_is_longer_than_a_person_reads() -> None:
    patterns = "\n".join(value for value in NAMES.values() if isinstance(value, str))
    assert [name for name in NAMES["parts"] if f"<{name}>" not in patterns] == []
    lines = [*patterns.splitlines(), *(line for part in NAMES["parts"].values() for line in part.splitlines())]
    assert [line for line in lines if len(line) > LONGEST] == []


@pytest.mark.parametrize(
    ("html", "zone"),
    [
        ('<div class="comment-list">', zones.COMMENTS),
        ('<ol id="reacties-overzicht">', zones.COMMENTS),
        ('<div class="post comments-open">', ""),
        ('<div class="lezersbrieven">', zones.READERS),
        ('<section aria-label="Alle reacties op dit stuk">', zones.READERS),
        ('<div class="elementor-widget-share-buttons">', zones.FURNITURE),
        ('<div class="elementor-element">', ""),
        ('<p class="post-meta">', zones.BYLINE),
        ('<div class="entry-content">', ""),
        ("<label>", zones.FORM),
        ('<div role="navigation">', zones.FURNITURE),
    ],
)
def test_what_a_name_says(html: str, zone: str) -> None:
    element = BeautifulSoup(html, "lxml").find(["div", "ol", "section", "p", "label"])
    assert isinstance(element, Tag)
    assert zones.zone(element) == zone
