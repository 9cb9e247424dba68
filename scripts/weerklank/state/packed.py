"""Texts by name, packed: the pages of a collection are a hundred times as long as its texts, and much alike."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, MutableMapping


class Packed(MutableMapping[str, str]):
    """A mapping that holds its texts deflated; what it gives is a new string each time.

    >>> texts = Packed()
    >>> texts["a"] = "‘Brood’"
    >>> dict(texts)
    {'a': '‘Brood’'}
    """

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> str:
        return zlib.decompress(self._texts[name]).decode("utf-8", "surrogatepass")

    def __setitem__(self, name: str, text: str) -> None:
        self._texts[name] = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)

    def __delitem__(self, name: str) -> None:
        del self._texts[name]

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
