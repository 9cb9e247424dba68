"""What the search page asks: Pagefind's index, a vocabulary, facets and claims.

`write_index` is the front door. Pagefind finds texts; the words it knows, and what a reader can
narrow a search down by, are files of our own, so that two builds give the same bytes.
"""

from __future__ import annotations

from weerklank.search.document import Pole, Said, SearchDocument
from weerklank.search.index import write_index

__all__ = ["Pole", "Said", "SearchDocument", "write_index"]
