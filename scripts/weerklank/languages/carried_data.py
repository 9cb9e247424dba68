"""The data that a language's folder carries whole, as their makers have them, and the frequencies among them."""

from __future__ import annotations

import gzip
import lzma
from functools import lru_cache
from importlib.resources import files
from itertools import repeat

_LANGUAGES = files("weerklank.languages")


def carried(code: str, name: str) -> bytes:
    """The bytes of a file of a language's data, unpacked where we packed it."""
    data = _LANGUAGES.joinpath(code, "data", name).read_bytes()
    return lzma.decompress(data) if name.endswith(".xz") else data


@lru_cache(maxsize=4)
def frequencies(code: str) -> dict[str, float]:
    """The words of wordfreq's list, each with its share of all words of running text; none where there is no list.

    The file has a header, then words in steps of a hundredth of a power of ten.

    >>> frequencies("en")["the"] > frequencies("en")["citizen"] > 0, frequencies("fr")
    (True, {})
    """
    import msgpack  # type: ignore[import-untyped]

    if not _LANGUAGES.joinpath(code, "data", "wordfreq.msgpack.gz").is_file():
        return {}
    _, *steps = msgpack.unpackb(gzip.decompress(carried(code, "wordfreq.msgpack.gz")), raw=False, use_list=False)
    found: dict[str, float] = {}
    for step, words in enumerate(steps):
        found.update(zip(words, repeat(10 ** (-step / 100))))
    return found
