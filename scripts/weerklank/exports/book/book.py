"""What a book of the reader holds, as plain words: no markup, nothing of how it is set.

Every word is inert: a writer of a format hands it on as text. `slug` and `unit` name a place in a text, of this book
or not; `language` is an IETF tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from weerklank.model import BlockKind, Stance


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of an author in a row; `stance` where they stand in a key passage, '' elsewhere."""

    text: str
    stance: Stance | str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a line of verse, or an item of a list with its `mark` ('-', '2.'; '' elsewhere)."""

    mark: str
    words: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Another author's words: `side` is his stance with its pole or claim, `whose` and `where` say who and in what."""

    words: str
    language: str
    side: str
    whose: str
    where: str
    slug: str
    unit: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What others say on one argument of a block: its claim, the stance taken here, and their voices."""

    claim_id: str
    claim: str
    here: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of a text. `left_out` tells of what is not shown before it, `removed` stands in its place where it was
    taken down, and `quotation` counts the quotation that it stands in (None outside one).

    `voice` is the one sentence beside it, `heard` all that the notes have; `rows` is how many blocks the voice may
    run along.
    """

    id: str
    kind: BlockKind
    number: str
    lines: tuple[Line, ...]
    quotation: int | None = None
    left_out: str = ""
    removed: str = ""
    voice: Voice | None = None
    heard: tuple[Heard, ...] = ()
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a reference, in italics or not."""

    text: str
    italic: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A text: what stands above it, its blocks, what was set aside from it (label, words), and whose it is.

    `day` is the ISO date of its last change here.
    """

    slug: str
    title: str
    authors: tuple[str, ...]
    language: str
    day: str
    kicker: str
    subtitle: str
    byline: str
    by: str
    notice: str
    blocks: tuple[Block, ...]
    after: tuple[str, ...]
    asides: tuple[tuple[str, str], ...]
    rights: str
    reference: tuple[Run, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a text says on one side of an argument: its strongest passage, and where its others stand (unit, place)."""

    slug: str
    unit: str
    place: str
    title: str
    by: str
    language: str
    told: str
    words: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Those who take one stance: its name, its pole ('' where none is named), and their words."""

    stance: Stance
    name: str
    pole: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """An argument. `related` are other claims by what they are to it: (heading, ((id, claim, how), …))."""

    id: str
    number: int
    claim: str
    introduction: tuple[str, ...]
    examined: str
    sides: tuple[Side, ...]
    related: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    cells: tuple[tuple[str, str], ...]
    """For each text of the book what it says of the claim, as (stance or state, words)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Arguments that fare alike, under a heading."""

    heading: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: `kicker` and `title` above it, `notes` about it, and what is read and asked there.

    What is read is a `part` of the text `slug` from `unit` on ('' for none): its blocks stand here, or where there are
    none in the book. `claim_id` is the argument that it is about, `voices` what is said on that.
    """

    kicker: str
    title: str
    language: str = ""
    slug: str = ""
    unit: str = ""
    part: str = ""
    claim_id: str = ""
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    voices: tuple[Voice, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is no text of an author: a lesson. Its address on the site ('' where that has none), a title, and
    paragraphs; `facts` in a line, `lead` before `aims`, its sections, a task, and words with what they mean.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...]
    address: str
    facts: str = ""
    lead: str = ""
    aims: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    task: str = ""
    glossary: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The reader, or one text or lesson of it, as `kind` says; `day` is the ISO date of its last change, `urn` its
    name for ever.

    `colophon` holds paragraphs about the edition, `address` is that of the site ('' where it knows none).
    """

    title: str
    subtitle: str
    language: str
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    about: tuple[str, ...]
    day: str
    urn: str
    address: str
    texts: tuple[Text, ...]
    groups: tuple[Group, ...]
    colophon: tuple[str, ...]
    pages: tuple[Page, ...] = ()
    kind: Literal["reader", "text", "lesson"] = "reader"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All arguments in the order of the book."""
        return tuple(claim for group in self.groups for claim in group.claims)
