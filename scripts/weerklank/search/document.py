"""What can be found on one page."""

from __future__ import annotations

from dataclasses import dataclass

from weerklank.languages import base


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for or against a claim: whose, its address from the root, its language where that is another."""

    words: str
    whose: str
    url: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Pole:
    """A side of a claim: `pole` is it in words ('' where the editor gave none), `voices` how many texts take it."""

    stance: str
    pole: str
    voices: int
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What can be found on one page.

    `url` is the page's address from the site's root, with a slash at the end ('essays/een-slug/');
    `paragraphs` are (id on that page, text); text with an empty id, a heading say, goes with the
    paragraph that follows it. `date` is in words, for it is searched. `passages` are (argument's id, stance,
    paragraph's id, and the speaker of words that are not the author's own) of what is marked in a text; `synonyms`
    are the collection's.
    """

    url: str
    title: str
    authors: tuple[str, ...]
    year: int | None
    paragraphs: tuple[tuple[str, str], ...]
    kind: str = "text"  # or "argument", "lesson"
    passages: tuple[tuple[str, ...], ...] = ()
    language: str | None = None  # where it is not the interface's
    interface: str = "nl"
    date: str = ""
    poles: tuple[Pole, ...] = ()  # of an argument: the sides of its claim
    synonyms: tuple[tuple[str, ...], ...] = ()

    @property
    def spoken(self) -> str:
        """The code of the language that the page's words are in."""
        return base(self.language or self.interface)
