"""Whether a list of words in dispute can be counted: each a word, and no two of them the same word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from weerklank.model.tokens import compared, tokens
from weerklank.words.word_forms import terms_of

_LONGEST = 60  # characters
_REMEDY = "keep one of them; the forms of a word are counted with it"
_STRANGE = re.compile(r"[^\w\s'’\u00ad\u0300-\u036f\u2010\u2011-]|_")


def faults(words: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """What is wrong with each word, and what to do about it.

    >>> list(faults(["klant", "klanten"], "nl"))
    [("'klant' and 'klanten' are one word", 'keep one of them; the forms of a word are counted with it')]
    """
    sound = []
    for word in words:
        if strange := _STRANGE.search(word):
            yield f"'{word[:40]}' holds '{strange[0]}', which is no part of a word", "write words, one an entry"
        elif " ".join(token.word for token in tokens(word)) != compared(word) or not word.strip():
            yield f"'{word[:40]}' is no word", "take it out"
        elif len(word) > _LONGEST:
            yield f"'{word[:40]}…' has {len(word)} characters, and the limit is {_LONGEST}", "write words, one an entry"
        else:
            sound.append(word)
    yield from _same(sound, language)


def _same(words: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """Words that a text cannot say without being counted as saying another of them."""
    terms, told = terms_of(tuple(words), language), set[int]()
    for number, word in enumerate(words):
        for use in terms.uses(word):
            first, last = sorted((use.term, number))
            whole = use.kind in ("form", "variant") and (use.start, use.end) == (0, len(word))
            if not whole or first == last or last in told:
                continue
            told.add(last)
            if words[first].casefold() == words[last].casefold():
                yield f"'{words[last]}' is there twice", "keep one of them"
            else:
                yield f"'{words[first]}' and '{words[last]}' are one word", _REMEDY
