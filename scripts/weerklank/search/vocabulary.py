"""The words that can be found, for the browser: it tells unknown words by them and finds near ones.

All words in order of the alphabet, cut into files of some kilobytes; words.json holds the first word of each, the
number of texts, their languages and the editors' synonyms. A line is what the word shares with the one before (a count,
to base 36), the rest of it, and what is told of it: how common it is, where it stands in more than one text (log2 of
that number), or '-' where no text has it; '@' where it is part of an author's name; '<' and the words that it is an
irregular form of; '>' and its irregular forms in the texts. These too begin with what they share with the word.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from os.path import commonprefix
from pathlib import Path

from weerklank.languages.folding import fold
from weerklank.search.document import SearchDocument
from weerklank.search.irregular_forms import Linked, irregular_forms
from weerklank.state.kept import NOTHING_KEPT, Kept

FILE_SIZE = 3_000  # bytes
LONGEST = 64
_MOST_PARTS = 6

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W_][^\W_|'’\-]*(?:[|'’\-][^\W_]+)*")
_PIECE = re.compile(r"[^|'’.\-]+")
_SHORTENED = re.compile(r"(?<=.)['’]n$")  # "zo'n" is no sun ('zon')
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Vocabulary:
    """In how many texts each word stands, which of them are of authors' names, and what they are linked with."""

    count: Counter[str]
    names: frozenset[str] = frozenset()
    links: Mapping[str, Linked] = field(default_factory=dict)


@lru_cache(maxsize=1 << 17)
def words_of(token: str) -> tuple[str, ...]:
    """The folded words in a token with seams: its parts, parts side by side, and the whole.

    >>> words_of("klant|tevredenheids|onderzoek")[2:4], words_of("d.w.z.")[-1]
    (('onderzoek', 'klanttevredenheids'), 'dwz')
    """
    pieces = [fold(piece) for piece in _PIECE.findall(_SHORTENED.sub("", token))][:_MOST_PARTS]
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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one document, each once: those that can be found, those of its authors' names, and those of its
    language in lower case.
    """

    found: tuple[str, ...]
    names: tuple[str, ...]
    language: str
    spoken: tuple[str, ...]


def words_in(document: SearchDocument) -> Words:
    """The words of a document whose seams are marked."""
    texts = (document.title, *document.authors, document.date, *(text for _, text in document.paragraphs))
    tokens = {token for text in texts for token in _TOKEN.findall(text)}
    names = {word for author in document.authors for token in _TOKEN.findall(author) for word in words_of(token)}
    spoken = {word for token in tokens for word in _in_lower_case(token)}
    return Words(tuple(sorted(counts(texts))), tuple(sorted(names)), document.spoken, tuple(sorted(spoken)))


def together(documents: Iterable[Words], kept: Kept = NOTHING_KEPT) -> Vocabulary:
    """The words of all documents; what they are linked with may be `kept`."""
    count: Counter[str] = Counter()
    names: set[str] = set()
    spoken: dict[str, set[str]] = defaultdict(set)
    for each in documents:
        count.update(each.found)
        names.update(each.names)
        spoken[each.language].update(each.spoken)
    return Vocabulary(count, frozenset(names), irregular_forms(spoken, kept))


def _in_lower_case(token: str) -> tuple[str, ...]:
    """A token and its last part, whose forms are those of the whole."""
    parts = token.lower().split("|")
    return "".join(parts), parts[-1]


def write_vocabulary(
    known: Vocabulary, texts: int, out: Path, languages: Sequence[str] = (), synonyms: Sequence[Sequence[str]] = ()
) -> None:
    """Write words.json and words-<n>.txt into folder `out`; what is `known` is of `texts` documents.

    `languages` are the codes of those whose forms the browser knows, the interface's first.
    """
    firsts: list[str] = []
    files: list[list[str]] = []
    lines: list[str] = []
    before, size = "", 0
    for word in sorted({*known.count, *(word for word in known.links if len(word) <= LONGEST)}):
        if not files or size > FILE_SIZE:
            lines, before, size = [], "", 0
            files.append(lines)
            firsts.append(word)
        lines.append(" ".join([_short(word, before), *_told(word, known)]))
        size += len(lines[-1].encode()) + 1
        before = word
    for number, content in enumerate(files):
        (out / f"words-{number}.txt").write_text("\n".join(content) + "\n", "utf-8", newline="\n")
    folded = [[fold(word) for word in group] for group in synonyms]
    head = {"texts": texts, "languages": list(languages), "synonyms": folded, "firsts": firsts}
    (out / "words.json").write_text(json.dumps(head, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def _short(word: str, before: str) -> str:
    """A word by what it shares with the one before it, and the rest."""
    shared = min(len(commonprefix([before, word])), 35)
    return f"{_DIGITS[shared]}{word[shared:]}"


def _told(word: str, known: Vocabulary) -> Iterator[str]:
    common = known.count[word].bit_length() - 1
    if common:
        yield "-" if common < 0 else str(common)
    if word in known.names:
        yield "@"
    linked = known.links.get(word, Linked())
    for mark, others in (("<", linked.of), (">", linked.forms)):
        if others - {word}:
            yield mark + ",".join(_short(other, word) for other in sorted(others - {word}))
