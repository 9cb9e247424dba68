"""The data that a language's folder carries whole, as their makers have them, and the frequencies among them."""

from __future__ import annotations

import gzip
import lzma
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from weerklank.state.beside_bytecode import WordTable, kept_words

_FREQUENCIES = "wordfreq.msgpack.gz"
_LANGUAGES = files("weerklank.languages")


def carried(code: str, name: str) -> bytes:
    """The bytes of a file of a language's data, unpacked where we packed it."""
    data = _LANGUAGES.joinpath(code, "data", name).read_bytes()
    return lzma.decompress(data) if name.endswith(".xz") else data


def frequency(code: str, word: str) -> float:
    """How often `word` occurs in running text, as a share of all words; 0 if hardly ever, or where there is no list.

    >>> frequency("en", "the") > frequency("en", "Citizen") > 0, frequency("fr", "le")
    (True, 0.0)
    """
    step = _steps(code).get(word.lower().replace("’", "'"))
    return 10 ** (-int(step) / 100) if step else 0.0


@lru_cache(maxsize=4)
def _steps(code: str) -> WordTable:
    """The words of wordfreq's list, each with its step: the list has a header, then the words of each hundredth of a
    power of ten, the commonest first.
    """
    if not _LANGUAGES.joinpath(code, "data", _FREQUENCIES).is_file():
        return WordTable.of({})
    packed = carried(code, _FREQUENCIES)

    def unpacked() -> dict[str, str]:
        import msgpack  # type: ignore[import-untyped]

        _, *steps = msgpack.unpackb(gzip.decompress(packed), raw=False, use_list=False)
        return {word: str(step) for step, words in enumerate(steps) for word in words}

    return kept_words(f"wordfreq-{sha256(packed).hexdigest()}", unpacked)
