"""The words that can be found, for the browser: it tells unknown words by them and finds near ones.

All words in order of the alphabet, cut into files of some kilobytes; words.json holds the first
word of each, the number of texts and their languages. A line is what the word shares with the one before (a count,
to base 36), the rest of it, and how common it is, where it stands in more than one text (log2 of
that number).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from os.path import commonprefix
from pathlib import Path

from weerklank.languages.folding import fold
from weerklank.search.document import SearchDocument

FILE_SIZE = 6_000  # bytes
LONGEST = 64
_MOST_PARTS = 6

_TOKEN = re.compile(r"[^\W_][^\W_|'’\-]*(?:[|'’\-][^\W_]+)*")
_PIECE = re.compile(r"[^|'’\-]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=1 << 17)
def words_of(token: str) -> tuple[str, ...]:
    """The folded words in a token with seams: its parts, parts side by side, and the whole.

    >>> words_of("klant|tevredenheids|onderzoek")[2:4]
    ('onderzoek', 'klanttevredenheids')
    """
    pieces = [fold(piece) for piece in _PIECE.findall(token)][:_MOST_PARTS]
    sizes = range(1, len(pieces) + 1)
    return tuple("".join(pieces[at : at + size]) for size in sizes for at in range(len(pieces) - size + 1))


def counts(texts: Iterable[str]) -> Counter[str]:
    """How often each word that can be found stands in texts whose seams are marked.

    >>> sorted(counts(["De klant|manager en de klant"]).items())
    [('de', 2), ('en', 1), ('klant', 2), ('klantmanager', 1), ('manager', 1)]
    """
    count: Counter[str] = Counter()
    for token, often in Counter(token for text in texts for token in _TOKEN.findall(text)).items():
        for word in words_of(token):
            if word and len(word) <= LONGEST:
                count[word] += often
    return count


def vocabulary(documents: Iterable[SearchDocument]) -> Counter[str]:
    """In how many documents each word stands; the documents' seams are marked."""
    count: Counter[str] = Counter()
    for document in documents:
        count.update(counts((document.title, *document.authors, *(text for _, text in document.paragraphs))).keys())
    return count


def write_vocabulary(count: Counter[str], texts: int, out: Path, languages: Sequence[str] = ()) -> None:
    """Write words.json and words-<n>.txt into folder `out`; `count` is of `texts` documents.

    `languages` are the codes of those whose forms the browser knows, the interface's first.
    """
    firsts: list[str] = []
    files: list[list[str]] = []
    lines: list[str] = []
    before, size = "", 0
    for word in sorted(count):
        if not files or size > FILE_SIZE:
            lines, before, size = [], "", 0
            files.append(lines)
            firsts.append(word)
        shared = min(len(commonprefix([before, word])), 35)
        common = count[word].bit_length() - 1
        lines.append(f"{_DIGITS[shared]}{word[shared:]}" + (f" {common}" if common else ""))
        size += len(lines[-1].encode()) + 1
        before = word
    for number, content in enumerate(files):
        (out / f"words-{number}.txt").write_text("\n".join(content) + "\n", "utf-8", newline="\n")
    text = json.dumps({"texts": texts, "languages": list(languages), "firsts": firsts}, ensure_ascii=False) + "\n"
    (out / "words.json").write_text(text, "utf-8", newline="\n")
