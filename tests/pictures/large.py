"""A made-up collection of any size, and pages read as trees without rendering them."""

from __future__ import annotations

import random

from lxml import html

from weerklank.model import (
    Argument,
    Cleaned,
    Collection,
    CollectionConfig,
    Essay,
    Ledger,
    Metadata,
    Passage,
    Seed,
    Unit,
)

_DATES = (None, "1999", "2004-05", "2010-10-02", "2010-10-02", "2021-01-31")
_STANCES = ("for", "for", "against", "nuance")


def collection(essays: int, arguments: int, seed: int = 7) -> Collection:
    """So many texts and arguments; about a quarter of the cells hold passages."""
    chance = random.Random(seed)
    made = [_essay(n, chance) for n in range(essays)]
    made.sort(key=lambda e: (e.date is None, e.date or "", e.slug))
    named = tuple(_argument(n, made, chance) for n in range(arguments))
    return Collection(CollectionConfig("Stad en land", "nl"), tuple(made), named)


def _essay(number: int, chance: random.Random) -> Essay:
    units = tuple(
        Unit(f"p{n}", "paragraph", " ".join(["woord"] * chance.randint(20, 120)), str(n), 0)
        for n in range(1, chance.randint(4, 14))
    )
    cleaned = Cleaned("", (), (), Metadata(), (), Ledger())
    return Essay(
        seed=Seed(f"{number:03}", f"{number:03}.txt", b"", ""),
        cleaned=cleaned,
        slug=f"tekst-{number}",
        title=f"Tekst {number} over de stad en het land daarbuiten",
        kicker=None,
        authors=() if number % 7 == 0 else (f"Schrijver {number % 11}",),
        date=chance.choice(_DATES),
        approximate=number % 5 == 0,
        publication=None,
        note=None,
        units=units,
    )


def _argument(number: int, essays: list[Essay], chance: random.Random) -> Argument:
    passages: list[Passage] = []
    name = f"stelling-{number}"
    for essay in essays:
        for _ in range(chance.choice((0, 0, 0, 1, 3))):
            unit = chance.choice(essay.units)
            first = chance.randrange(len(unit.text.split()) - 5)
            start, end = 6 * first, 6 * (first + chance.randint(2, 5)) - 1
            stance = "for" if number % 9 == 0 else chance.choice(_STANCES)
            passages.append(
                Passage(f"{name}-{len(passages)}", name, essay.slug, unit.id, start, end, unit.text[start:end], stance)  # type: ignore[arg-type]
            )
    examined = tuple(e.slug for e in essays if chance.random() < 0.7)
    claim = f"Stelling {number}: wie in de stad woont, heeft het land nodig om te leven."
    return Argument(name, claim, "Is dat zo?", (), tuple(passages), examined)


def tree(page: str) -> html.HtmlElement:
    """A generated page's raw HTML; what is Markdown in it stays words."""
    return html.fragment_fromstring(page.split("---\n", 2)[2], create_parent="main")
