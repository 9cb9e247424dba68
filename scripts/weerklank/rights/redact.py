"""Readers' comments taken out of a raw scrape, for who makes a repository public; all else byte for byte."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from pathlib import Path

from weerklank import clean
from weerklank.clean.question import answer, shown
from weerklank.clean.web.decisions import DROPPED
from weerklank.model import Cleaned, Seed, Sidecar, Span
from weerklank.model.errors import InputError, Problem
from weerklank.read import decode


@dataclass(frozen=True, slots=True)
class Redacted:
    """A scrape without its readers' comments: the bytes left, how many were taken out, the number of
    comments that the text told of before and tells of now.
    """

    data: bytes
    bytes_out: int
    comments_before: int
    comments_now: int


def redact(data: bytes, where: str, sidecar: Sidecar | None = None) -> Redacted:
    r"""The .txt scrape `data` (called `where` in messages) without what the ledger removed as readers' comments.

    The heading with their number stays where it is told apart. Refuses, with InputError, bytes that
    are no text, a scrape of which the end is not certain, and one of which the reading text would change.

    >>> scrape = "Een titel\n\nEen alinea van de tekst zelf.\n\nReacties (1)\n\nPiet zegt: mooi!\n"
    >>> b"Piet" in redact(scrape.encode(), "x.txt").data
    False
    """
    sidecar = sidecar or Sidecar()
    before = _cleaned(data, where, sidecar)
    if before.ends == "asked":
        what = "some of it may be readers' words, and nobody said whether it is"
        raise InputError([Problem(where, what, answer(before, "its sidecar"), shown(before))])
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    left = mark + "".join(s.before for s in before.ledger.spans if not _goes(s)).encode()
    if left == data:
        return Redacted(data, 0, before.metadata.comments, before.metadata.comments)
    after = _cleaned(left, where, sidecar)
    if (after.text, _facts(after)) != (before.text, _facts(before)):
        what = "without its comments the rest would be read in another way"
        raise InputError(
            [Problem(where, what, "take them out by hand, compare 'weerklank clean', and run 'make seal'")]
        )
    return Redacted(left, len(data) - len(left), before.metadata.comments, after.metadata.comments)


def is_comment(span: Span) -> bool:
    """Whether this stretch of the source was left out as words of readers, or as what stood around them."""
    return span.verdict == "removed" and span.rule.startswith("comment")


def _goes(span: Span) -> bool:
    return is_comment(span) and span.rule != DROPPED  # whose line the sidecar names


def _cleaned(data: bytes, where: str, sidecar: Sidecar) -> Cleaned:
    return clean.clean_seed(Seed(Path(where).stem, where, data, decode(data, where), sidecar))


def _facts(cleaned: Cleaned) -> object:
    return replace(cleaned.metadata, comments=0), cleaned.asides
