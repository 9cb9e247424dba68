"""The words in dispute: the table of words and texts, a page for each word with all its places, and data."""

from __future__ import annotations

from functools import partial

from weerklank.model import Collection
from weerklank.pages.made_of import MadeOf
from weerklank.pages.word_pages import word_page as page
from weerklank.pages.word_pages import words_index as overview
from weerklank.pages.word_pages.tables import is_long
from weerklank.pages.word_pages.words_data import words_json
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.words.count import count


def word_pages(collection: Collection, kept: Kept = NOTHING_KEPT, made_of: MadeOf | None = None) -> dict[str, str]:
    """All of these by their path under docs/; where the words stand is `kept`, and what is told of each text."""
    made_of = made_of or MadeOf(collection, kept)
    texts_of, counted = made_of.unargued, kept.remembered(count, made_of.unargued, kept)
    say, folder = collection.say, collection.say.at("words")
    names = overview.slugs(say, (word.word for word in counted.words))
    long = [word.word for word in counted.words if is_long(word)]
    told = tuple(
        made_of.pages(f"{folder}/{each.slug}/ {long}", made_of.text(each), partial(page.of_text, each, counted))
        for each in collection.essays
    )
    written = overview.pages(texts_of, counted, made_of)
    written["data/words.json"] = kept.remembered(words_json, texts_of, counted)
    for word in counted.words:
        written |= page.pages(word, f"{folder}/{names[word.word]}.md", texts_of, counted, told, made_of)
    return written
