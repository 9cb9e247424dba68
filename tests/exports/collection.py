"""Collections made from given words, without reading or cleaning anything."""

from __future__ import annotations

from weerklank.model import (
    Argument,
    Cleaned,
    Collection,
    CollectionConfig,
    Dated,
    Essay,
    Ledger,
    Metadata,
    Passage,
    Related,
    Seed,
    Stance,
    Unit,
)
from weerklank.model.lessons import Gloss, Lesson, Stop

STANCES: tuple[Stance, ...] = ("for", "against", "nuance")


def collection(words: list[str], site_url: str | None = None) -> Collection:
    """One text and one argument for each of the words, and a lesson for the first, which stand in every field there
    is.
    """
    essays, arguments = [], []
    for n, said in enumerate(words):
        flat = " ".join(said.split()) or "leeg"
        units = (Unit("p1", "paragraph", flat, "1", 0), Unit("p2", "paragraph", f"Eerst {flat} en dan", "2", len(flat)))
        cleaned = Cleaned("", (), (), Metadata(subtitle=flat), (), Ledger())
        seed = Seed(f"{n:03}", f"{n:03}.txt", b"", "")
        known = (flat, f"Nog {flat}") if n % 3 else ()
        days = _days(n)
        when = "2014-12-29" if n % 2 else None
        essays.append(
            Essay(
                seed, cleaned, f"tekst-{n}", flat, flat, known, when, False, flat, flat, units, dated=days
            )
        )  # fmt: skip
        passages = [
            Passage(
                f"stelling-{n}-{k}", f"stelling-{n}", f"tekst-{n}", "p2", 6, 6 + len(flat), flat, stance,
                flat if k else None, flat,
            )
            for k, stance in enumerate(STANCES)
        ]  # fmt: skip
        related = (Related(f"stelling-{(n + 1) % len(words)}", flat),)
        arguments.append(Argument(f"stelling-{n}", flat, flat, related, tuple(passages), (), dated=days))
    first = " ".join(words[0].split()) if words else "Leeg"
    config = CollectionConfig(first, "nl", first, first, (first,), first, site_url, first)
    lessons = (_lesson(first),) if words else ()
    return Collection(config, tuple(essays), tuple(arguments), dated=_days(len(words)), lessons=lessons)


def _lesson(said: str) -> Lesson:
    asked = (said or "leeg",)
    stops = (
        Stop("essay", "tekst-0", "p1", "p2", asked),
        Stop("argument", "stelling-0", questions=asked),
        Stop("clash", "stelling-0"),
    )
    return Lesson("les-0", *asked, *asked, (*asked, said), said, 5, stops, said, glosses=(Gloss(*asked, said),))


def _days(number: int) -> Dated:
    return Dated(f"urn:uuid:178f5fc4-dbc3-5aa3-93c6-{number:012x}", "2026-03-04", f"2026-05-{number % 28 + 1:02}")
