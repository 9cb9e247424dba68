"""A text as it lies in seeds/, with what its sidecar says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from weerklank.model.cleaned_text import Metadata
from weerklank.model.geometry import Layout

Publish = Literal["full", "quotes", "closed", "removed"]
"""What of a text may be shown: all, its key passages, only that it exists; 'removed': taken down."""

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
