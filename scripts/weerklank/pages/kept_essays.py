"""The pages of texts, kept by what stands on them: the text itself, and of all others what a page may quote or name."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from weerklank.model import Cleaned, Collection, Essay, Ledger, Metadata
from weerklank.pages import essay
from weerklank.state.kept import Kept

_NO_WORDS = Cleaned("", (), (), Metadata(), (), Ledger())


class Essays:
    """The pages of a collection's texts. Each is written from no more than its key is made of: its own text, and of
    the other texts what is known of them and the paragraphs in which passages stand.
    """

    def __init__(self, collection: Collection, kept: Kept) -> None:
        self._collection, self._kept = collection, kept
        self._others = [_outline(each, collection) for each in collection.essays]
        self._rest = replace(collection, essays=(), dated=None)
        seen = repr((self._rest, self._others))
        self._around = sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()

    def page(self, number: int) -> str:
        """The Markdown of the page of the text at this place in the collection."""
        inputs = repr((number, self._around, self._collection.essays[number]))
        return self._kept("essay", inputs, lambda: self._written(number).encode()).decode()

    def _written(self, number: int) -> str:
        own = self._collection.essays[number]
        around = (*self._others[:number], own, *self._others[number + 1 :])
        return essay.page(own, number, replace(self._rest, essays=around), self._kept)


def _outline(each: Essay, collection: Collection) -> Essay:
    """A text as the pages of others see it: without its source, its ledger, its days and what no passage stands in."""
    marked = {passage.unit for passage in collection.passages_of[each.slug]}
    units = tuple(unit for unit in each.units if unit.id in marked)
    source = replace(each.seed, data=b"", text="", html_metadata=None, set_aside=(), site_words=(), digest="")
    return replace(each, seed=source, cleaned=_NO_WORDS, units=units, dated=None)
