"""What is told of one scrape: its reading text, as far as it is surely the author's, and what was counted in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from weerklank.annotate.assemble import units
from weerklank.languages import TERMINAL
from weerklank.languages.detect import certain
from weerklank.languages.pack import interface
from weerklank.model import Cleaned
from weerklank.private import masked, particulars
from weerklank.read import read_essay
from weerklank.search.seams import with_seams
from weerklank.search.vocabulary import counts

Record = dict[str, Any]
"""A record as JSON has it."""


def text_record(data: bytes, name: str, folder: str = ".") -> Record:
    r"""All that is told of the scrape in these bytes; `name` is its file's, which says what kind it is, and `folder`
    where messages say that it lies.

    None or nothing is told where nothing is known. Where the end of the essay is asked, the text goes up to the first
    block in doubt, and `withheld` is the number of words from there on; nobody's address or number stands in it
    (`masked` counts them), and of readers' comments no word. InputError where it cannot be read.

    >>> record = text_record("De brug\n\nDoor Anna Bos\n\nDe brug is dicht, en dat is jammer.\n".encode(), "a.txt")
    >>> record["title"], record["authors"], record["words"], record["counts"]["brug"], record["ends"]
    ('De brug', ['Anna Bos'], 8, 1, 'certain')
    """
    essay = read_essay(data, name, folder)
    cleaned, end = essay.cleaned, certain_end(essay.cleaned)
    own = [unit for unit in units(cleaned, None) if unit.start < end]
    text, words = cleaned.text[:end].rstrip(), sum(unit.words for unit in own)
    language = certain(cleaned.text)
    say = interface(language or TERMINAL)
    return {
        "title": masked(say, essay.title) or None,
        "authors": [masked(say, author) for author in essay.authors],
        "date": essay.date,
        "language": language,
        "printed": cleaned.printed,
        "ends": cleaned.ends,
        "words": words,
        "withheld": sum(unit.words for unit in units(cleaned, None)) - words,
        "text": masked(say, text) or None,
        "comments": essay.comments,
        "asides": _sorted(Counter(aside.kind for aside in cleaned.asides)),
        "unknown": round(cleaned.unknown, 4) if cleaned.printed else None,
        "masked": _sorted(Counter(found.kind for found in particulars(text))),
        "ledger": _ledger(cleaned),
        "counts": _sorted(counts(with_seams(each, language or TERMINAL) for each in _shown(text))),
    }


def certain_end(cleaned: Cleaned) -> int:
    """The offset in the reading text up to which all is the author's for sure."""
    doubtful = [block.start for block in cleaned.asked if block.start >= 0]
    return min(doubtful, default=len(cleaned.text))


def _shown(text: str) -> Iterator[str]:
    """The stretches of a text between the particulars of persons in it."""
    at = 0
    for found in particulars(text):
        yield text[at : found.start]
        at = found.end
    yield text[at:]


def _ledger(cleaned: Cleaned) -> dict[str, int]:
    """Characters of the source by what became of them: together they are all of it."""
    count: Counter[str] = Counter()
    for span in cleaned.ledger.spans:
        count[span.verdict] += len(span.before)
    return _sorted(count)


def _sorted(count: Counter[Any]) -> dict[str, int]:
    return {key: count[key] for key in sorted(count) if count[key]}
