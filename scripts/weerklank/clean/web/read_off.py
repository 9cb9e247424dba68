"""What becomes of a line that says something of its text, or is plainly residue: the edits for it alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from weerklank.clean.ledger.draft import Edit, aside, metadata, remove
from weerklank.clean.web.meta_line import Field
from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.residue import SEAM

_META_LINE = "meta-line"
_BYLINE = "byline"
_FUSED = 80  # characters


@lru_cache(maxsize=4096)
def read_off(line: PageLine) -> tuple[Edit, ...]:
    """The edits for a line that is residue, a caption or says who and when; () for any other line."""
    meta = tuple(meta_edits(line, line.said))
    if any(edit.detail == "authors" for edit in meta):
        return meta
    if line.at_head:
        return (remove(line.start, line.end, line.at_head.rule),)
    if line.caption:
        return (caption_edit(line),)
    return meta or _fused(line)


def meta_edits(line: PageLine, fields: Sequence[Field] | None) -> Iterator[Edit]:
    """The edits for a line that says nothing but these fields; none where there are no such fields (None)."""
    if fields is not None:
        yield from parted(line, fields, _META_LINE, lambda start, end: remove(start, end, _META_LINE))


def parted(line: PageLine, fields: Sequence[Field], rule: str, rest: Callable[[int, int], Edit]) -> Iterator[Edit]:
    """The edits that read fields off a line; `rest` gives that for what stands around them, from its start and end."""
    at = line.start
    for start, end, field, value in fields:
        if at < line.start + start:
            yield rest(at, line.start + start)
        yield metadata(line.start + start, line.start + end, field, value, rule)
        at = line.start + end
    if at < line.end:
        yield rest(at, line.end)


def caption_edit(line: PageLine) -> Edit:
    """The edit that sets a caption aside.

    >>> caption_edit(PageLine("Foto: Els Bakker")).after
    'Foto: Els Bakker'
    """
    return aside(line.start, line.end, "caption", " ".join(line.words.split()), "caption")


def byline(line: PageLine) -> Edit:
    """The edit that reads a line off as the names of who wrote the text."""
    return metadata(line.start, line.end, "authors", "; ".join(line.names or (line.words,)), _BYLINE)


def _fused(line: PageLine) -> tuple[Edit, ...]:
    """The edits for a name that the extractor ran together with what stood beside it: 'Anna BosLeestijd 4 minuten'."""
    seams = [match.start() for match in SEAM.finditer(line.words)] if len(line.words) <= _FUSED else []
    if len(seams) != 1:
        return ()
    name, found = PageLine(line.words[: seams[0]], line.start), PageLine(line.words[seams[0] :]).at_head
    if not name.is_name or not found or found.kind != "counter":
        return ()
    return byline(name), remove(name.end, line.end, _META_LINE)
