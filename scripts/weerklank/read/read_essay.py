"""A scrape as an essay: its reading text, and who wrote what when by the best of what is known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from weerklank.languages.folding import letters
from weerklank.model import Cleaned, Metadata, Seed, Witness
from weerklank.read.seed import NO_SIDECAR, read_seed
from weerklank.read.witnesses import with_witnesses


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a text beside its words; None or nothing where it is unknown. `date`: ISO 8601, maybe cut."""

    title: str
    kicker: str | None
    authors: tuple[str, ...]
    date: str | None
    publication: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ReadEssay:
    """A text as the build would have it without a sidecar. `comments`: how many readers' comments were left out."""

    title: str
    authors: tuple[str, ...]
    date: str | None
    text: str
    comments: int
    cleaned: Cleaned


def described(seed: Seed, cleaned: Cleaned) -> Description:
    """What the sidecar says goes before what the text says, and that before the HTML head; but a page's own title
    is surer than the line that stands like one among its menus.
    """
    said, side, head = cleaned.metadata, seed.sidecar, known(seed.html_metadata, cleaned.metadata)
    return Description(
        title=" ".join((side.title or head.title or said.title or "").split()),
        kicker=side.kicker or said.kicker or head.kicker,
        authors=side.authors if side.authors is not None else head.authors,
        date=side.date or head.date,
        publication=side.source_name or said.publication or head.publication,
        url=side.source_url or head.url,
    )


def known(head: Metadata | None, said: Metadata) -> Metadata:
    """What an HTML page says of its text (`head`), voted on with what the text itself says; for a text alone this."""
    if head is None:
        return said
    people = (name for name in said.authors if letters(name) != letters(head.publication or ""))
    spoken = (("authors", "; ".join(people)), ("date", said.date or ""))
    return with_witnesses(head, (Witness(field, value, "text") for field, value in spoken if value))


def read_essay(data: bytes, name: str, folder: str = "seeds") -> ReadEssay:
    r"""The text in a file's bytes; `name` is the file's, whose ending says whether it is a page or another original,
    and `folder` is where messages say that it lies.

    Raises InputError where the bytes are no text, or the page holds none.

    >>> read_essay("De brug\n\nDoor Anna Bos\n\nDe brug is dicht, en dat is jammer.\n".encode(), "a.txt").authors
    ('Anna Bos',)
    """
    from weerklank.clean import clean  # all that reads and cleans is loaded where a text is read anew
    from weerklank.read.originals import is_original, seed_of

    seed, _ = (
        seed_of(data, Path(name), NO_SIDECAR) if is_original(data, name) else read_seed(data, name, NO_SIDECAR, folder)
    )
    cleaned = clean(seed.text, authors=seed.authors, layout=seed.layout)
    about, head = described(seed, cleaned), seed.html_metadata or Metadata()
    comments = max(cleaned.metadata.comments or 0, head.comments or 0)
    return ReadEssay(about.title, about.authors, about.date, cleaned.text, comments, cleaned)
