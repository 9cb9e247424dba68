"""The words in dispute: the table of words and texts, a page for each word with all its places, and data."""

from __future__ import annotations

from weerklank.model import Collection
from weerklank.pages.word_pages import word_page as page
from weerklank.pages.word_pages import words_index as overview
from weerklank.pages.word_pages.words_data import words_json
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.words.count import count


def word_pages(collection: Collection, kept: Kept = NOTHING_KEPT) -> dict[str, str]:
    """All of these by their path under docs/; where the words stand is `kept`."""
    counted = count(collection, kept)
    say = collection.say
    names = overview.slugs(say, (word.word for word in counted.words))
    return {
        f"{say.at('words')}/index.md": overview.page(collection, counted),
        "data/words.json": words_json(collection, counted),
        **{f"{say.at('words')}/{names[word.word]}.md": page.page(word, collection, counted) for word in counted.words},
    }
