"""A text as readers see it, in units that are cited."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from weerklank.model.cleaned_text import BlockKind, Cleaned
from weerklank.model.frozen import FrozenEdition
from weerklank.model.scrapes import Publish, Seed
from weerklank.model.tokens import count_of_words

GAP_MARK = "[…]"
"""Stands for an author's words that are not shown."""


@dataclass(frozen=True)
class Unit:
    """A leaf block as readers cite it: `id` 'p7' with `number` '7', or 'h2' with number None.

    A paragraph that came between two published ones has a letter: 'p7a', number '7a'. `start` is
    the offset in the reading text; `quotation` counts the quotation that it stands in (None
    outside one). `removed`: it was taken down; its `text` is '' and only its number is shown.
    `gaps` are the offsets in `text` at which GAP_MARK stands for words that are not shown.
    """

    id: str
    kind: BlockKind
    text: str
    number: str | None
    start: int
    quotation: int | None = None
    removed: bool = False
    gaps: tuple[int, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many words its text has, as `tokens` knows them; marks of a list or for a gap are none."""
        return count_of_words(self.text, self.kind == "list")

    @property
    def spoken(self) -> str:
        r"""The author's words in it alone, without the marks for gaps.

        >>> Unit("p1", "paragraph", "[…] Een. […] Drie.", "1", 0, gaps=(0, 9)).spoken
        'Een.\nDrie.'
        """
        between = "" if self.kind in ("list", "verse") else "\n"
        parts, at = [], 0
        for gap in self.gaps:
            parts.append(self.text[at:gap])
            at = gap + len(GAP_MARK)
            at += self.text[at : at + 1] == " "
        parts = [*parts, self.text[at:]] if between == "" else [part.strip(" ") for part in [*parts, self.text[at:]]]
        return between.join(part for part in parts if part) if self.gaps else self.text


@dataclass(frozen=True, slots=True)
class Dated:
    """Since when something stands here: a name for ever (urn:uuid:…), the day on which it was first
    published in this edition and the day of its last change there (ISO, UTC).
    """

    id: str
    published: str
    updated: str


@dataclass(frozen=True)
class Essay:
    """A cleaned seed with its bibliography and its citable units.

    On its way to the pages an essay holds only what may be shown (`publish`). Where that is not all,
    `work_words` is how many words the whole work has, `left_out` holds the ids of units that are not
    shown at all, by the id of the unit that follows them ('' at the end), and the ledger's spans keep
    their place and verdict but not their words.
    """

    seed: Seed
    cleaned: Cleaned
    slug: str
    title: str
    kicker: str | None
    authors: tuple[str, ...]
    date: str | None
    approximate: bool
    publication: str | None
    note: str | None
    units: tuple[Unit, ...]
    source_url: str | None = None
    publish: Publish = "full"
    work_words: int | None = None
    left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dated: Dated | None = None
    edition: FrozenEdition | None = None  # the last numbered one, where that has the text as it is

    @property
    def comments(self) -> int:
        """Readers' comments left out; of a page they were cut before it was cleaned."""
        page = self.seed.html_metadata
        return self.cleaned.metadata.comments or (page.comments if page else 0)

    @property
    def licensed(self) -> bool:
        """Whether a basis is known for publishing it."""
        return self.seed.sidecar.rights_status != "unknown"

    @property
    def year(self) -> int | None:
        """The year of the date, None where the date is unknown."""
        return int(self.date[:4]) if self.date else None

    def is_by_the_hand_of(self, other: Essay) -> bool:
        """Whether it is `other` itself, or shares an author with it."""
        return self.slug == other.slug or not set(self.authors).isdisjoint(other.authors)

    @cached_property
    def words(self) -> int:
        """Words of the reading text, as far as it is shown: the one count that all pages and files have."""
        return sum(unit.words for unit in self.units)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all that it holds, in hexadecimal."""
        return sha256(repr(self).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _by_id(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in reversed(self.units)}

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id; KeyError where there is none."""
        return self._by_id[unit_id]

    @cached_property
    def placed(self) -> tuple[list[int], list[Unit]]:
        """Where the units begin in the reading text, in order, and the units in that order."""
        units = sorted(self.units, key=lambda unit: unit.start)
        return [unit.start for unit in units], units
