"""Words as they are compared: small letters and digits, and by eight in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeVar

RUN = 8
"""Words in a row by which a stretch of text is known: fewer would be common speech."""

Words = Sequence[str]
_T = TypeVar("_T")

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def words(text: str) -> list[str]:
    """The words of `text` as they are compared: small letters, digits, nothing else.

    >>> words("‘Neo-liberale’ cliënt!")
    ['neo', 'liberale', 'cliënt']
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return _WORD.findall(text.casefold())


def windows(sequence: Sequence[_T], size: int = RUN) -> Iterator[tuple[_T, ...]]:
    """The words, or what stands for them, by `size` at a time.

    >>> list(windows("abcd", 3))
    [('a', 'b', 'c'), ('b', 'c', 'd')]
    """
    return zip(*(sequence[start:] for start in range(size)), strict=False)
