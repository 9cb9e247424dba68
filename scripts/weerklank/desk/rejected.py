"""seeds/rejected.lock: what was proposed to an editor and did not fit, so that it is not proposed again.

A line of an argument and the fingerprint of the words, sorted: two editors' lists merge line by line. It holds no
words. It spares work and promises nothing: without it all is proposed again.
"""

from __future__ import annotations

import re
from pathlib import Path

from weerklank.annotate.anchors import fingerprint
from weerklank.collection.seeds import REJECTED as NAME
from weerklank.model import Collection, Essay
from weerklank.model.errors import InputError, Problem
from weerklank.model.tokens import count_of_words
from weerklank.read.safe_files import NOTES_LIMIT, read_bytes

_LINE = re.compile(r"([a-z0-9-]+) ([0-9a-f]{16})")
_SECRET = 8  # words from which the fingerprint of what is not shown cannot be looked up in a list of phrases


class Rejected:
    """Pairs of an argument's id and words; whether one is among them does not hang on case or punctuation."""

    def __init__(self, pairs: frozenset[tuple[str, str]] = frozenset()) -> None:
        self._pairs = pairs

    def __contains__(self, pair: object) -> bool:
        return isinstance(pair, tuple) and _key(*pair) in self._pairs

    def with_(self, argument: str, words: str) -> Rejected:
        """The same with these words."""
        return Rejected(self._pairs | {_key(argument, words)})

    def dump(self) -> str:
        """The file's text."""
        return "".join(f"{argument} {print_}\n" for argument, print_ in sorted(self._pairs))


def read_rejected(seeds: Path) -> Rejected:
    """What was rejected in the folder `seeds`; InputError for a line that is none of ours."""
    if not (seeds / NAME).exists():
        return Rejected()
    where = f"{seeds.name}/{NAME}"
    pairs = set()
    lines = read_bytes(seeds / NAME, where, NOTES_LIMIT).decode("utf-8", "replace").splitlines()
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        if not match:
            what = "is not an argument and a fingerprint"
            raise InputError([Problem(f"{where}: line {number}", what, "take the line out")])
        pairs.add((match[1], match[2]))
    return Rejected(frozenset(pairs))


def may_be_remembered(collection: Collection, essay: Essay, words: str) -> bool:
    """Whether a fingerprint of these words of a text tells nothing that is not shown."""
    shown = (essay.seed.sidecar.publish or collection.config.publish) == "full"
    return shown or count_of_words(words) >= _SECRET


def _key(argument: str, words: str) -> tuple[str, str]:
    return argument, fingerprint("", words).exact
