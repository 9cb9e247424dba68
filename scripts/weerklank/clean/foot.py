"""The bottom of a page: residue goes, upwards, until the essay's last words; what tells of the author stays.

A line that no rule knows goes only when residue stands above and below it, or when it stands in a
section whose heading a rule knows, and it does not read as running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from weerklank.clean.author_note import box_edit, is_box, note_edits
from weerklank.clean.captions import caption_edit
from weerklank.clean.draft import Draft, Edit, metadata, remove
from weerklank.clean.meta_line import meta_edits, name_at_end
from weerklank.clean.page import PageLine, is_prose, page_lines, section_numbers
from weerklank.clean.residue import SIGNS, residue

LEFTOVER = "between-residue"
_MOST = 4  # unknown lines in a row that may stand between two lines of residue
_TEXTS = 60  # words of sentences that may stand in a section of texts
_TITLE = 14  # words
_TEASER = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|lees (?:meer|verder).{0,5}|read more.{0,5})$", re.IGNORECASE)
_SOURCES = re.compile(
    r"(?:bronnen|bron|noten|voetnoten|literatuur(?:lijst)?|referenties|references|notes|sources|verwijzingen|geraadpleegd.*|bibliografie):?"
)


def trim_foot(draft: Draft, below: bool = False) -> Draft:
    """Take off what stands below the essay's last words; `below` says that comments stood there."""
    page = page_lines(draft.text)
    if not page:
        return draft
    end = _end(page, below)
    edits = _residue_edits(page, end)
    kept = list(page[:end])
    while kept:
        last = kept[-1]
        taken = _telling(kept, draft)
        if not taken:
            break
        edits += taken
        while kept and kept[-1].end > min(e.start for e in taken):
            kept.pop()
        if kept and last is kept[-1]:
            break
    return draft.apply(edits)


def _end(page: Sequence[PageLine], below: bool) -> int:
    """The index from which on all is residue."""
    numbers = section_numbers(page)
    above = list(accumulate(map(_unexplained, page), initial=0))
    end = i = len(page)
    unknown = prose = 0
    while i > 0 and prose <= _TEXTS:
        i -= 1
        line = page[i]
        found = residue(line, "foot") if line.words not in numbers else None
        if _SOURCES.fullmatch(line.plain) and (unknown or prose):
            break
        if found and not (unknown or prose):
            end = i
        elif (
            found
            and found is not SIGNS
            and _explained(
                found.section,
                unknown,
                prose,
                above[i],
                end < len(page) or unknown < 3 and (below or _packed(page, i)),
            )
        ):
            end, unknown, prose = i, 0, 0
        elif not (unknown or prose) and end < len(page) and (_plain_meta(line) or is_box(page, i)):
            end = i
        elif end < len(page) and unknown == 0 and _is_neighbour(page, i, prose):
            end, prose = i, 0
        elif is_prose(line) and not _TEASER.search(line.words):
            prose += line.count
        else:
            unknown += 1
    return end


def _packed(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` ends a pack of residue, as at the bottom of a page."""
    return at > 1 and all(residue(page[i], "foot") for i in (at - 1, at - 2))


def _is_neighbour(page: Sequence[PageLine], at: int, prose: int) -> bool:
    """Whether line `at` is the button above the title of another text, though that title reads as a sentence."""
    found = residue(page[at], "foot")
    return found is not None and found.rule == "previous-next" and 0 < prose == page[at + 1].count <= _TITLE


def _explained(section: str, unknown: int, prose: int, above: int, below: bool) -> bool:
    """Whether the lines passed since the last residue go along with the residue found above them."""
    if section:
        return above > 0 and (not prose or section == "texts" and prose * 4 <= above and prose <= _TEXTS)
    return above > 0 and prose == 0 and below and unknown <= _MOST


def _unexplained(line: PageLine) -> int:
    """Its words, where it is running text that no rule knows."""
    return line.count if is_prose(line) and not residue(line, "foot") else 0


def _plain_meta(line: PageLine) -> bool:
    """Whether a line below the essay only gives a date or a byline."""
    return bool(meta_edits(line))


def _residue_edits(page: Sequence[PageLine], end: int) -> list[Edit]:
    """The edits for the lines from `end` on: a date or caption right below the essay is read off, all else goes."""
    edits: list[Edit] = []
    section = False
    for i, line in enumerate(page[end:], end):
        found = residue(line, "foot")
        section = section or bool(found and found.section)
        caption = None if section or found else caption_edit(line)
        meta = [] if section or found else meta_edits(line)
        if found:
            edits.append(remove(line.start, line.end, found.rule))
        elif is_box(page, i):
            edits.append(box_edit(line))
        elif caption:
            edits.append(caption)
        else:
            edits += meta or [remove(line.start, line.end, LEFTOVER)]
    return edits


def _telling(page: Sequence[PageLine], draft: Draft) -> list[Edit]:
    """The edits for the last line where it tells of the text: a caption, a date, a byline, a note on the author."""
    last = page[-1]
    caption = caption_edit(last)
    if caption:
        return [caption]
    found = residue(last, "foot")
    if found:
        return [remove(last.start, last.end, found.rule)]
    if last.alone and len(page) > 1:
        meta = meta_edits(last, free=False)
        if meta:
            return meta
        people = name_at_end(last.words)
        if people and is_prose(page[-2]):
            return [metadata(last.start, last.end, "authors", "; ".join(people), "byline")]
    return note_edits(page, draft)
