"""How long and how hard a text is, and which of its words pupils may not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from weerklank.languages import base
from weerklank.languages.nl import reading_level as nl
from weerklank.languages.sentences import sentences
from weerklank.markup.parts import language_of
from weerklank.model import Collection, Essay, Unit
from weerklank.model.tokens import Token, tokens
from weerklank.state.kept import NOTHING_KEPT, Kept

_KIND = "difficulty"
_FORMULAS = {"nl": nl}
"""The languages that have a published formula and a list of frequencies here; of a text in another nothing is said."""
_ENOUGH = 100
"""Words below which the formula says nothing: it was made for samples of a hundred."""
BANDS = (
    (90, "very_easy"), (80, "easy"), (70, "fairly_easy"), (60, "normal"), (45, "fairly_hard"), (30, "hard"),
)  # fmt: skip
"""Douma's scale: from how much ease a text is called what; below the last one it is very hard."""


@dataclass(frozen=True, slots=True)
class Level:
    """Reading ease, 0 (very hard) to 100 (very easy), and the name of its band."""

    ease: int
    band: str


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word that pupils may not know, as the text first has it, and the ids of the units that it stands in."""

    word: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard a text is, and its rare words."""

    level: Level | None
    hard: tuple[HardWord, ...]


def difficulty(essay: Essay, collection: Collection, kept: Kept = NOTHING_KEPT) -> Difficulty:
    """`level` and `hard_words` of a text, found now or where they are `kept`."""

    def found() -> Difficulty:
        return Difficulty(level(essay, collection), tuple(hard_words(essay, collection)))

    return kept.record(_KIND, _inputs(essay, collection), Difficulty, found)


def keep_difficulty(essay: Essay, collection: Collection, kept: Kept) -> None:
    """Keep what `difficulty` found of a text before, though nobody asks for it now."""
    kept.use(_KIND, _inputs(essay, collection))


def _inputs(essay: Essay, collection: Collection) -> str:
    return f"{language_of(essay, collection)} {essay.digest}"


def level(essay: Essay, collection: Collection) -> Level | None:
    """How hard a text is; None in a language without a formula, and where too little of it is shown."""
    return _level(base(language_of(essay, collection)), essay.units)


@lru_cache(maxsize=1 << 6)  # each lesson that has a text tells it, on its page and in two books
def _level(language: str, units: tuple[Unit, ...]) -> Level | None:
    formula = _FORMULAS.get(language)
    words = [token.word for _, token in _tokens(units)]
    if formula is None or len(words) < _ENOUGH:
        return None
    ends = sum(len(sentences(unit.spoken)) for unit in units if unit.kind != "heading")
    ease = round(formula.reading_ease(len(words) / max(1, ends), sum(map(formula.syllables, words)) / len(words)))
    return Level(max(0, min(100, ease)), next((name for least, name in BANDS if ease >= least), "very_hard"))


def hard_words(essay: Essay, collection: Collection) -> list[HardWord]:
    """The rare words of a text by the alphabet, with their places; none in a language without a list."""
    formula = _FORMULAS.get(base(language_of(essay, collection)))
    found: dict[str, list[tuple[str, str]]] = {}
    for unit, token in _tokens(essay.units) if formula else ():
        if formula and not token.address and formula.is_rare(token.text):
            found.setdefault(token.word, []).append((token.text, unit))
    return [HardWord(_shown(each), tuple(dict.fromkeys(u for _, u in each))) for _, each in sorted(found.items())]


def _shown(places: Sequence[tuple[str, str]]) -> str:
    """The word in small letters where the text has it so anywhere."""
    return min((text for text, _ in places), key=lambda text: text[:1].isupper())


@lru_cache(maxsize=1)  # a text's level and its rare words are asked for one after the other
def _tokens(units: tuple[Unit, ...]) -> list[tuple[str, Token]]:
    """The words of the text that is shown, headings aside, each with its unit."""
    shown = (unit for unit in units if unit.kind != "heading")
    return [(unit.id, token) for unit in shown for token in tokens(unit.spoken, unit.kind == "list")]
