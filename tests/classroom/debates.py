"""Debates of any shape: texts by few hands, claims with passages of any stance, and a lesson about all of it."""

from __future__ import annotations

from hypothesis import strategies as st

from weerklank.model import (
    STANCES,
    Argument,
    Cleaned,
    Collection,
    CollectionConfig,
    Essay,
    Ledger,
    Metadata,
    Passage,
    Poles,
    Related,
    Seed,
    Unit,
)
from weerklank.model.lessons import Lesson, Stop

HANDS = (("Anna Bakker",), ("Bram Dekker",), ("Cor Visser", "Anna Bakker"), ("Dien Smit",), ())
THINGS = ("brood", "kade", "molen", "brug", "sluis", "dijk", "veer", "haven")
SENTENCE = "Over {thing} schrijft de {n}e tekst dat een {word} van iedereen kan zijn"


def essay(n: int, authors: tuple[str, ...]) -> Essay:
    """A text of three paragraphs, each of a sentence for every thing."""
    units, start = [], 0
    for number in (1, 2, 3):
        words = " ".join(SENTENCE.format(thing=thing, n=10 * n + number, word=thing) + "." for thing in THINGS)
        units.append(Unit(f"p{number}", "paragraph", words, str(number), start))
        start += len(words) + 2
    cleaned = Cleaned("", (), (), Metadata(), (), Ledger())
    seed = Seed(f"{n:03}", f"{n:03}.txt", b"", "")
    return Essay(seed, cleaned, f"tekst-{n}", f"Titel {n}", None, authors, None, False, None, None, tuple(units))


def passage(argument: int, number: int, text: Essay, unit: int, thing: str, **more: object) -> Passage:
    """The sentence on a thing of a paragraph, as a passage of an argument."""
    words = text.units[unit].text
    start = words.index(f"Over {thing} ")
    end = words.index(".", start)
    own = f"stelling-{argument}"
    return Passage(f"{own}-{number}", own, text.slug, f"p{unit + 1}", start, end, words[start:end], **more)  # type: ignore[arg-type]


@st.composite
def debates(draw: st.DrawFn) -> tuple[Collection, Lesson]:
    """A collection, and a lesson with a stop for each text and each claim."""
    hands = draw(st.lists(st.sampled_from(HANDS), min_size=2, max_size=5))
    texts = [essay(n, authors) for n, authors in enumerate(hands)]
    arguments = []
    for a in range(draw(st.integers(1, 6))):
        found = [
            passage(a, n, draw(st.sampled_from(texts)), draw(st.integers(0, 2)), draw(st.sampled_from(THINGS)),
                    stance=draw(st.sampled_from(STANCES)), key=draw(st.booleans()))
            for n in range(1, draw(st.integers(0, 6)) + 1)
        ]  # fmt: skip
        examined = tuple(text.slug for text in texts if draw(st.booleans()))
        related = (Related(f"stelling-{a - 1}", "hoort erbij"),) if a and draw(st.booleans()) else ()
        claim = f"Een {THINGS[a]} is van iedereen."
        arguments.append(
            Argument(f"stelling-{a}", claim, "", related, tuple(found), examined, poles=Poles("ja", "nee"))
        )
    stops = [Stop("essay", text.slug) for text in texts]
    stops += [Stop("argument", argument.id) for argument in arguments]
    lesson = Lesson("les", "Een les", "", stops=tuple(stops))
    config = CollectionConfig("Water", "nl", words=("brood", "brug"))
    return Collection(config, tuple(texts), tuple(arguments), lessons=(lesson,)), lesson
