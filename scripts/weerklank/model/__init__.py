"""The records that the pipeline hands on: immutable, without behaviour beyond looking at themselves.

Offsets are counts of Unicode code points. `source` offsets point into a seed's decoded text,
`text` offsets into the reading text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from weerklank.languages.pack import Pack, interface
from weerklank.model.frozen import FrozenEdition
from weerklank.model.geometry import Layout
from weerklank.model.lessons import Lesson
from weerklank.model.tokens import count_of_words

Verdict = Literal["kept", "changed", "set_aside", "metadata", "removed"]
BlockKind = Literal[
    "paragraph", "heading", "list", "verse", "quotation", "pull_quote", "caption", "note", "table", "furniture"
]
Stance = Literal["for", "against", "nuance", "uses"]
STANCES: tuple[Stance, ...] = ("for", "against", "nuance", "uses")
"""In the order in which they are shown. 'uses': the author takes the claim for granted, or goes against it,
by the words that he uses, without arguing.
"""
Voice = Literal["own", "reported", "ironic", "staged", "concession"]
VOICES: tuple[Voice, ...] = ("own", "reported", "ironic", "staged", "concession")
"""How a passage's words are the author's: his own; another's, reported; not meant; put into somebody's mouth;
granted to the other side.
"""
Relation = Literal["reason-for", "reason-against", "example-of", "see"]
RELATIONS: tuple[Relation, ...] = ("reason-for", "reason-against", "example-of", "see")
"""What a related argument is to the one that names it."""
Publish = Literal["full", "quotes", "closed", "removed"]
"""What of a text may be shown: all, its key passages, only that it exists; 'removed': taken down."""
GAP_MARK = "[…]"
"""Stands for an author's words that are not shown."""


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


ALL = "all"
"""`ends: all`: all that the rules leave is the author's; `examined: all`: the text was read for every argument."""


@dataclass(frozen=True)
class Sidecar:
    """A maintainer's words about one seed; None = not said there, so the text decides."""

    slug: str | None = None
    title: str | None = None
    kicker: str | None = None
    note: str | None = None
    authors: tuple[str, ...] | None = None
    date: str | None = None
    approximate: bool = False
    source_name: str | None = None
    source_url: str | None = None
    source_file: str | None = None  # the name of the file that the text was read from, and its SHA-256
    source_sha256: str | None = None
    rights_status: str = "unknown"
    rights_basis: str | None = None
    publish: str | None = None
    language: str | None = None
    printed: bool | None = None
    selector: str | None = None
    readings: tuple[tuple[str, str], ...] = ()  # (found, read)
    comments: int | None = None  # readers' comments that were left out before the text came here
    ends: tuple[str, ...] | None = None  # the essay's last words, () = all is the author's; see clean.answer
    drop: tuple[str, ...] = ()  # lines of the scrape that are not the author's, and that are; see clean.web.decisions
    keep: tuple[str, ...] = ()
    examined: tuple[str, ...] = ()  # ids of the arguments for which it was read; ALL: every one
    personal: str | None = None  # 'published': particulars of persons may stand in the text
    groups: tuple[str, ...] = ()  # the authors that are said to be a group, and to be a person
    persons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seed:
    """A scrape as it lies in seeds/: its stem, file name, bytes, decoded text and sidecar."""

    stem: str
    name: str
    data: bytes
    text: str
    sidecar: Sidecar = Sidecar()
    html_metadata: Metadata | None = None  # what an HTML page says in its head
    set_aside: tuple[str, ...] = ()  # blocks of an HTML page that were not taken
    site_words: tuple[str, ...] = ()  # those of them that are surely the website's own words
    layout: Layout = ()  # where its lines stand on their pages, where a file said so
    digest: str | None = None  # of a seed whose bytes may not be shown and are not here
    found_language: str | None = None  # what its words were found to be in, where that is not the collection's

    @property
    def is_document(self) -> bool:
        """Whether it was read from a file that does not say where its lines stand, but has notes of its own."""
        return self.sidecar.source_file is not None and not self.layout

    @property
    def language(self) -> str | None:
        """The language of its words (an IETF tag), as its sidecar says or as was found; None: the collection's."""
        return self.sidecar.language or self.found_language

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors that stand beside the text: in its sidecar, else in the head of its page."""
        head = self.html_metadata.authors if self.html_metadata else ()
        return self.sidecar.authors or head

    @property
    def sha256(self) -> str:
        """SHA-256 of the scrape as it lies in seeds/, in hexadecimal."""
        return self.digest or hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class CollectionConfig:
    """seeds/collection.yml."""

    title: str
    language: str
    subtitle: str | None = None
    description: str | None = None
    editors: tuple[str, ...] = ()
    contact: str | None = None
    site_url: str | None = None
    repository: str | None = None
    removal: str | None = None  # what the editors promise to whoever asks for removal, in their words
    publish: str = "full"
    index_unlicensed: bool = False
    words: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()  # words that search takes for one another
    questions: tuple[Question, ...] = ()
    embed: tuple[str, ...] = ()  # origins of the sites that may show a page in a frame

    @property
    def say(self) -> Pack:
        """The words that readers are spoken to with."""
        return interface(self.language)


@dataclass(frozen=True, slots=True)
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

    @property
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


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """One entry of an argument file, as written: not yet anchored. `number` counts from 1."""

    number: int
    essay: str
    stance: Stance
    quote: str
    speaker: str | None = None
    before: str | None = None
    after: str | None = None
    note: str | None = None
    key: bool = False
    voice: Voice = "own"


@dataclass(frozen=True, slots=True)
class Passage:
    """An anchored passage: `start`..`end` in the text of unit `unit` of essay `essay` (a slug).

    `quote` is the author's words as they stand there; with a gap ' … ' the stretch from the
    first to the last words is what is marked. `key`: one of the one or two in which its text says most
    plainly what it says of the argument. `created` and `modified` are days (ISO) of its entry, '' where unknown.
    """

    id: str
    argument: str
    essay: str
    unit: str
    start: int
    end: int
    quote: str
    stance: Stance
    speaker: str | None = None
    note: str | None = None
    key: bool = False
    voice: Voice = "own"
    created: str = ""
    modified: str = ""

    @property
    def weight(self) -> Literal["key"] | None:
        """The weight as files and pages name it, None where it has none."""
        return "key" if self.key else None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A passage that is not shown: because its text is 'closed', or shows other 'quotes', or because it, its
    paragraph or its text was 'removed'. `essay` and `unit` are '' where the whole text was removed.
    """

    id: str
    essay: str
    unit: str
    stance: Stance
    why: Publish


@dataclass(frozen=True, slots=True)
class Related:
    """Another argument, how it relates to this one in words, and what it is to it."""

    id: str
    how: str
    type: Relation = "see"


@dataclass(frozen=True, slots=True)
class Poles:
    """The two sides of a claim in a few words each: of those for it, and of those against."""

    for_: str
    against: str


@dataclass(frozen=True, slots=True)
class Question:
    """An issue of the debate, with the arguments (by id) that answer it."""

    id: str
    title: str
    arguments: tuple[str, ...]


Named = int | str
"""A passage as a file names it: by its id, or by the number of its entry, from 1."""


@dataclass(frozen=True)
class ArgumentFile:
    """seeds/arguments/<id>.md as read."""

    id: str
    claim: str
    introduction: str  # Markdown
    related: tuple[Related, ...] = ()
    entries: tuple[PassageEntry, ...] = ()
    examined: tuple[str, ...] = ()
    clash: tuple[tuple[Named, Named], ...] | None = None  # passages that face each other; None = not said
    poles: Poles | None = None
    was: tuple[str, ...] = ()  # ids that it had before, the first one first


@dataclass(frozen=True)
class Argument:
    """An argument with its passages anchored, in order of the collection's essays and their text.

    `withdrawn` are those that may not be shown; they are not among `passages`.
    """

    id: str
    claim: str
    introduction: str
    related: tuple[Related, ...]
    passages: tuple[Passage, ...]
    examined: tuple[str, ...]
    clash: tuple[tuple[str, str], ...] | None = None
    """Ids of passages that face each other, as the editor chose; () where he says that none do, None where he
    did not say.
    """
    withdrawn: tuple[Withdrawn, ...] = ()
    dated: Dated | None = None
    poles: Poles | None = None
    was: tuple[str, ...] = ()

    def silence(self, essay: str) -> Literal["nothing found", "not read", "not shown"]:
        """Why the argument has no passage of the essay with this slug."""
        if any(w.essay == essay for w in self.withdrawn):
            return "not shown"
        return "nothing found" if essay in self.examined else "not read"


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that was published: the `old` slug of a text or id of an argument, and what has it now ('' where it
    went away without anybody asking for that); or the argument `old` in which the passage `new` stood before.
    """

    kind: Literal["essays", "arguments", "passages"]
    old: str
    new: str = ""


@dataclass(frozen=True)
class Collection:
    """Everything that the pages are written from. `removed` are the slugs of texts taken down: they are
    not among the essays, and only their addresses say so. `moved` are addresses that lead on.
    """

    config: CollectionConfig
    essays: tuple[Essay, ...]
    arguments: tuple[Argument, ...]
    removed: tuple[str, ...] = ()
    dated: Dated | None = None
    moved: tuple[Moved, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    editions: tuple[FrozenEdition, ...] = ()

    @property
    def say(self) -> Pack:
        """The words that readers are spoken to with."""
        return self.config.say

    @cached_property
    def by_slug(self) -> dict[str, Essay]:
        """Essays by slug."""
        return {essay.slug: essay for essay in self.essays}

    @cached_property
    def _by_id(self) -> dict[str, Argument]:
        return {argument.id: argument for argument in self.arguments}

    def argument(self, argument_id: str) -> Argument:
        """The argument with this id; KeyError where there is none."""
        return self._by_id[argument_id]

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All passages by id."""
        return {p.id: p for argument in self.arguments for p in argument.passages}

    @cached_property
    def passages_of(self) -> dict[str, list[Passage]]:
        """The passages of each text, by its slug, in order of the arguments."""
        own: dict[str, list[Passage]] = {essay.slug: [] for essay in self.essays}
        for passage in self.passages.values():
            own[passage.essay].append(passage)
        return own
