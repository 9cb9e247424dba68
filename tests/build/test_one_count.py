"""One count of words: whatever page or file tells how long a text is, it tells the same."""

from __future__ import annotations

import json
import re

from tests.pages.collection import seed
from weerklank.annotate.anchors import Lock
from weerklank.build.compose import edition
from weerklank.model import CollectionConfig
from weerklank.words.count import SHORT

TEXT = """Brood – en/of koek

De bakker – die ’s nachts werkt – bakt 2.500 broden/koeken per jaar … en slaapt overdag, klant(en) of niet.

- wit brood
- bruin brood & koek

Zie www.bakker.example / de krant. Zo is het: niemand at die dag brood, want de bakker sliep die dag heel lang uit.
"""


def test_all_pages_and_files_tell_the_same_number() -> None:
    made = edition(CollectionConfig("Brood", "nl", words=("brood",)), [seed("a", TEXT)], [], Lock())
    (essay,) = made.collection.essays
    pages = made.pages
    assert essay.words == 44
    assert json.loads(pages["data/collection.json"])["essays"][0]["words"] == essay.words
    assert json.loads(pages["data/words.json"])["texts"][0]["words"] == essay.words
    told = [
        int(n) for name in ("essays/index.md", "woorden/index.md") for n in re.findall(r"(\d+) woorden", pages[name])
    ]
    assert len(told) > 2 and set(told) - {SHORT} == {essay.words}
