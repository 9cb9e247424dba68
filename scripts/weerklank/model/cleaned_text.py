"""What cleaning makes of a scrape: the reading text in blocks, and the books of every character."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["kept", "changed", "set_aside", "metadata", "removed"]

BlockKind = Literal[
    "paragraph", "heading", "list", "verse", "quotation", "pull_quote", "caption", "note", "table", "furniture"
]


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of the source and what became of it.

    `after` is what it became: the same words (kept), other words (changed), the text of an aside
    (set_aside), a field's value (metadata) or nothing (removed). `to` is the offset of `after` in
    the reading text, None where it does not stand there. `detail` is the aside's kind or the
    metadata field. `readings` are the readings considered where a kept span is uncertain.
    """

    start: int
    end: int
    before: str
    verdict: Verdict
    rule: str = ""
    after: str = ""
    to: int | None = None
    detail: str = ""
    readings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """Every character of a source, accounted for once, in source order."""

    spans: tuple[Span, ...] = ()

    def source(self) -> str:
        """The source, put together again from the spans: always equal to what was cleaned."""
        return "".join(span.before for span in self.spans)

    def text(self) -> str:
        """The reading text, put together from the spans that stand in it."""
        placed = sorted((s for s in self.spans if s.to is not None), key=lambda s: (s.to, s.start))
        return "".join(span.after for span in placed)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of reading text or an aside.

    `text` is the block's words without marks of quotation; a list has one item a line, each with
    '- ' or 'n. '. A quotation holds its own blocks. `start` is the offset of the block's first
    character in the reading text (-1 for an aside).
    """

    kind: BlockKind
    text: str
    blocks: tuple[Block, ...] = ()
    start: int = -1


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A place that was left as it is: `found` stands in the reading text at `start`..`end`
    (-1 where it does not stand there any more), and the cleaner considered `readings`.
    """

    found: str
    readings: tuple[str, ...]
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Witness:
    """One place of a page that says something of its text: the field of Metadata, its value, and the place.

    Authors are joined by '; '. Places: 'JSON-LD', 'meta', 'itemprop', 'time', 'byline', 'class', 'line', 'address'
    and 'text'; for a title 'window' and 'heading' too.
    """

    field: str
    value: str
    place: str


@dataclass(frozen=True)
class Metadata:
    """What a text says of itself. None or () = it does not say; nothing is guessed."""

    title: str | None = None
    subtitle: str | None = None
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None  # ISO 8601: 2014-12-29, 2014-12 or 2014
    publication: str | None = None
    comments: int = 0  # readers' comments left out
    truncated: bool = False  # the text breaks off in the middle of a sentence
    url: str | None = None  # where an HTML page says that it stands
    made_as: str = ""  # what a web page was made as, where it is no plain one: 'pdf', 'word', 'wiki', 'newsletter'
    witnesses: tuple[Witness, ...] = ()  # what of an HTML page says who and when, the surest first


@dataclass(frozen=True)
class Cleaned:
    """What `clean` and `restore_print` give back; see the contract of each field there."""

    text: str
    blocks: tuple[Block, ...]
    asides: tuple[Block, ...]
    metadata: Metadata
    uncertain: tuple[Uncertain, ...]
    ledger: Ledger
    printed: bool = False
    ends: Literal["certain", "asked"] = "certain"
    """'asked': `asked` are the blocks that could not be placed as the author's or others', until an editor says."""
    asked: tuple[Block, ...] = ()
    unfound: tuple[tuple[str, int], ...] = ()
    """The words of an editor's answer that the source does not hold exactly once, and how often it does."""
    unknown: float = 0.0
    """Of a scan the share of words in lower case, 0 to 1, that the word list does not know."""
    doubtful: tuple[str, ...] = ()
    """These words of a badly read scan, the most frequent first."""
    mixed: bool = False
    """Whether a scan's columns were read as one, so that its sentences are not to be trusted."""
