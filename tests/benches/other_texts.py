"""Makes Dutch texts to put around the collection: other_texts.py SENTENCES COUNT FOLDER [WORDS].

Draws sentences from a file with one a line, some eighteen to a text, in paragraphs of two to six. Where
more texts are wanted than the sentences can fill, one word in twelve is changed for one drawn from WORDS
(a word list, one a line), so that the vocabulary grows as it does in real texts. Writes <n>.txt files:
title, byline, paragraphs. The same input gives the same texts.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_FIRST = ("Anna", "Bram", "Carla", "Dirk", "Els", "Femke", "Gijs", "Hanna", "Ivo", "Joke", "Kees", "Lotte")
_LAST = ("Bakker", "de Wit", "van Dam", "Visser", "Mulder", "Smit", "Bos", "Kuipers", "Hendriks", "Postma", "Prins")


@dataclass(frozen=True)
class Text:
    """A made text."""

    title: str
    author: str
    year: int
    paragraphs: tuple[str, ...]


def other_texts(sentences: Sequence[str], count: int, words: Sequence[str] = (), seed: int = 1) -> Iterator[Text]:
    """`count` texts; each sentence is used once before any is used again."""
    draw = random.Random(seed)
    long = [sentence for sentence in sentences if len(sentence.split()) >= 6]
    pool: list[str] = []
    for _ in range(count):
        paragraphs = []
        for _ in range(draw.randint(4, 6)):
            size = draw.randint(2, 6)
            if len(pool) < size:
                fresh = draw.sample(long, len(long))
                pool = [_varied(s, words, draw) for s in fresh] if words else fresh
            paragraphs.append(" ".join(pool.pop() for _ in range(size)))
        title = " ".join(paragraphs[0].split()[:5]).strip(" .,;:")
        name = f"{draw.choice(_FIRST)} {draw.choice(_LAST)}"
        yield Text(title, name, draw.randint(1995, 2024), tuple(paragraphs))


def _varied(sentence: str, words: Sequence[str], draw: random.Random) -> str:
    return re.sub(r"[a-z]{5,}", lambda m: draw.choice(words) if draw.random() < 1 / 6 else m[0], sentence)


def main() -> None:
    """Write the texts."""
    source, count, folder, *more = sys.argv[1:]
    words = Path(more[0]).read_text("utf-8").split() if more else ()
    sentences = Path(source).read_text("utf-8").splitlines()
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(other_texts(sentences, int(count), words)):
        body = "\n\n".join((text.title, f"Door {text.author}, {text.year}", *text.paragraphs))
        (out / f"{number:05}.txt").write_text(body + "\n", "utf-8")


if __name__ == "__main__":
    main()
