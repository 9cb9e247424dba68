"""A text's own notes on its page: a link behind the word, the note below the text, and the way back."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html

from tests.pages.collection import SEEDS, made, seed
from weerklank.model import Sidecar
from weerklank.pages import essay

TEXT = """Brood zonder zout

Wie brood zonder zout bakt, bakt geen brood.[1] Dat zeggen alle bakkers.

Toch eet men het in het zuiden[2] elke dag, en niemand klaagt. Zout is er duur.[1]

Noten

1. Zie het *handboek* van de gilde, blz. 4.
2. Aldus een reiziger.
"""


def page() -> html.HtmlElement:
    salt = replace(seed("c_zout", TEXT), sidecar=Sidecar(source_file="zout.docx"))
    collection = made(seeds=(*SEEDS, salt)).collection
    number = next(n for n, each in enumerate(collection.essays) if each.seed.stem == "c_zout")
    return html.fromstring(essay.page(collection.essays[number], number, collection).partition("\n---\n")[2])


def test_calls_and_notes_lead_to_each_other() -> None:
    root = page()
    calls = root.xpath("//a[@role='doc-noteref']")
    assert [(each.text, each.get("aria-label")) for each in calls] == [
        ("1", "noot 1"), ("2", "noot 2"), ("1", "noot 1"),
    ]  # fmt: skip
    assert all(each.get("data-apparatus") is not None for each in calls)
    for each in calls:
        (note,) = root.xpath(f"//*[@id='{each.get('href')[1:]}']")
        (back,) = note.xpath("./a[@role='doc-backlink']")
        assert back.text == each.text
        assert root.xpath(f"//*[@id='{back.get('href')[1:]}']")[0].text == each.text
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_without_the_apparatus_the_words_are_the_authors() -> None:
    root = page()
    for each in root.xpath("//*[@data-apparatus]"):
        each.drop_tree()
    words = re.sub(r"\{:?[^}]*\}|\s+", " ", root.text_content())
    assert "bakt geen brood. Dat zeggen" in words
    assert "in het zuiden elke dag" in words
    assert "Aldus een reiziger" not in words


def test_a_note_is_inert() -> None:
    assert "*handboek*" in page().xpath("string(//*[@class='wk-footnote'][1])").replace("\\", "")
