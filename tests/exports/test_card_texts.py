"""Cards say what their pages say, fit any words, cost nothing twice, and come out the same every time."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from tests.exports.icons import icons
from tests.hostile.strings import strings
from tests.pages.collection import made
from weerklank.exports.card_texts import Card, cards
from weerklank.languages.pack import pack
from weerklank.model import STANCES
from weerklank.site import card_pictures, mark
from weerklank.site.card_pictures import SIZE, draw_cards, picture
from weerklank.site.new_site import NewSite
from weerklank.site.theme_templates import THEME
from weerklank.site.type import BOLD, SANS, SERIF, cut, drawable, fitted, font
from weerklank.state.kept import keeping

LIMIT = 40_000  # bytes: what a telephone loads without a thought
DUTCH = "ëéèêïíîöóôüúûáàâäçñĳËÉÏÖÜ‘’“”„–—…·€½°§"
PLAIN = Card(
    "a", "Tekst", "Weg met de klant", "Anna de Wit, 2014", "Brood", (("for", "3 voor"), ("nuance", "1 nuance")), True
)


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def test_a_card_says_what_its_page_is_about() -> None:
    edition = made()
    drawn = cards(edition.collection, edition.pages)
    essay = drawn["essays/brood-op-zondag.md"]
    assert (essay.title, essay.by, essay.quoted) == ("Brood op zondag", "Anna de Wit, 2019", True)
    assert essay.stances == (("for", "1 voor"), ("nuance", "1 nuance"))
    assert drawn["verantwoording/brood-op-zondag.md"] == essay
    assert drawn["essays/laat-de-bakker-slapen.md"].by == "Auteur onbekend, zonder datum"
    argument = drawn["argumenten/zondag-open.md"]
    assert (argument.title, argument.by) == ("De bakker hoort op zondag open te zijn.", "3 passages in 2 teksten")
    assert argument.stances == (("for", "1 voor"), ("against", "1 tegen"), ("nuance", "1 nuance"))
    assert argument.words == (
        "Stelling: De bakker hoort op zondag open te zijn. 3 passages in 2 teksten. "
        "1 voor, 1 tegen, 1 nuance. Brood & spelen."
    )
    assert drawn["index.md"].title == "Brood & spelen"
    assert {name for name in edition.pages if name.endswith(".md")} == set(drawn)


def test_every_page_is_told_of_and_every_picture_fits(built_site: Path) -> None:
    for path in built_site.rglob("index.html"):
        page = html.parse(str(path)).getroot()
        told = {e.get("property") or e.get("name"): e.get("content") for e in page.iter("meta")}
        whole = "og:image" in told  # only with an address of the site's own, which test_base_url follows
        assert told["og:title"] and told["og:locale"] == "nl_NL"
        assert ("og:image:alt" in told) == whole
        assert told["twitter:card"] == ("summary_large_image" if whole else "summary")
        assert told["description"] == told["og:description"], path
    pictures = list((built_site / "kaarten").rglob("*.png"))
    assert len(pictures) > 10
    for image in pictures:
        assert opened(image.read_bytes()).size == SIZE
        assert image.stat().st_size <= LIMIT


def test_every_kind_of_page_has_a_description_of_its_own(built_site: Path) -> None:
    said: dict[str, list[Path]] = {}
    for path in built_site.rglob("index.html"):
        (description,) = html.parse(str(path)).xpath("//meta[@name='description']/@content")
        assert 20 <= len(description) <= 200, (path, description)
        if description == f"{pack('nl')('rights.removed')}.":
            continue  # what was taken down is told of alike
        said.setdefault(description, []).append(path)
    assert [paths for paths in said.values() if len(paths) > 1] == []


@settings(max_examples=12)
@given(st.text(max_size=200), st.text(max_size=80), st.booleans())
def test_any_words_fit(title: str, by: str, quoted: bool) -> None:
    data = picture(Card("a", by, title, by, title, (("against", "12345 tegen"),), quoted))
    image = opened(data)
    assert (image.size, image.mode) == (SIZE, "P")
    assert image.info == {}
    edge = image.convert("L").crop((1120, 0, *SIZE))
    assert edge.getextrema()[0] == edge.getextrema()[1]  # nothing runs off the card


@pytest.mark.parametrize("said", ["", "漢字", "M" * 500, "‘" * 500, "woord " * 200, *strings()[:60:12]])
def test_no_card_is_large(said: str) -> None:
    assert (
        len(picture(Card("a", said, said, said, said, tuple((stance, f"9 {stance}") for stance in STANCES), True)))
        <= LIMIT
    )


def test_the_fonts_have_what_dutch_needs() -> None:
    for name in (SERIF, SANS, BOLD):
        assert drawable(DUTCH, name) == DUTCH


def test_words_are_broken_and_cut_where_they_must() -> None:
    lines = fitted("een twee drie", SANS, 120, 200, (40,), 1.2)[0]
    assert " ".join(lines) == "een twee drie"
    assert len(lines) > 1
    few, _ = fitted("een twee drie vier vijf zes", SANS, 120, 100, (40,), 1.2)
    assert len(few) == 2
    assert few[-1].endswith("…")
    assert cut("een", font(SANS, 20), 500) == "een"


def test_a_card_that_stays_the_same_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other, drawn = tmp_path / "one", tmp_path / "other", 0

    def counted(card: Card) -> bytes:
        nonlocal drawn
        drawn += 1
        return picture(card)

    monkeypatch.setattr(card_pictures, "picture", counted)
    for out, said in ((one, [PLAIN, PLAIN]), (other, [PLAIN]), (other, [Card("b", "", "Iets anders", "", "")])):
        with keeping(tmp_path) as kept:
            draw_cards(said, NewSite(out), kept)
    assert (one / PLAIN.path).read_bytes() == (other / PLAIN.path).read_bytes() == picture(PLAIN)
    assert drawn == 2


def test_the_icons_are_those_of_the_mark() -> None:
    drawing = (THEME / "assets/weerklank.svg").read_text("utf-8")
    for x, y, radius, height in mark.WAVES:
        assert f"M{x} {y}a{radius} {radius} 0 0 1 0 {height}" in drawing
    assert f'cx="{mark.CENTRE[0]}" cy="{mark.CENTRE[1]}" r="{mark.RADIUS}"' in drawing
    assert "#{:02x}{:02x}{:02x}".format(*mark.ACCENT) in drawing
    for name, data in icons().items():
        assert opened(data).tobytes() == opened((THEME / name).read_bytes()).tobytes(), name
