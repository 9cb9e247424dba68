"""The bottom of a page: residue goes, upwards, until the essay's last words; what tells of the author stays.

A line that no rule knows goes only when residue stands above and below it, or when it stands in a
section whose heading a rule knows, and it does not read as running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from weerklank.clean.ledger.draft import Draft, Edit, metadata, remove
from weerklank.clean.web.author_note import RULE as NOTE
from weerklank.clean.web.author_note import box_edit, is_about_author, is_box, is_box_heading, last_sentence, note_edits
from weerklank.clean.web.captions import caption_edit
from weerklank.clean.web.meta_line import meta_edits, name_at_end
from weerklank.clean.web.page_lines import PageLine, goes_on, is_bare, is_prose, page_lines, section_numbers
from weerklank.clean.web.residue import SIGNS, Residue, residue
from weerklank.clean.web.site_words import (
    OFFERS,
    OwnWords,
    calls,
    is_half_talk,
    is_sentence,
    is_talk,
    names_site,
    surplus,
    unexplained,
)
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.languages.rules import sign

LEFTOVER = "between-residue"
_FARTHEST = 1_000  # lines that are looked at above the last one that goes: more stand in no foot
_MOST = 4  # unknown lines in a row that may stand between two lines of residue
_LABEL = 3  # words of a label with a colon
_PACK = 3  # lines of residue that stand together by chance no more
_FIRM = 2  # how far a line outweighs what is asked, where it might be the author's
_MANY = 12  # the same, under a pack of residue
_CARDS = 600  # words of sentences that may stand in a row of announcements
_CARD = 80  # words of one
_TEXTS = 60  # words of sentences that may stand in a section of texts
_TITLE = 14  # words
_ITEM = ("•", "-", "*", ">")
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_NOTE = re.compile(r"(?:\[(?:\d{1,3}|[*†‡])\]|[¹²³⁴-⁹]{1,3}|\d{1,3}[.)](?= )|[*†‡](?= )) ?[A-ZÀ-Þ‘“\"]")
TALK = Residue(SITE_TALK, "")
BOX = Residue(NOTE, "")
_TEASER = sign("teaser-end")
_SOURCES = sign("sources-heading")
_CALLED = 2  # sentences under a call


def trim_foot(draft: Draft, below: bool = False) -> Draft:
    """Take off what stands below the essay's last words; `below` says that comments stood there."""
    page = page_lines(draft.text)
    if not page:
        return draft
    own = OwnWords(page)
    kept = list(page[: _above_left(page, draft, own)])
    end = _end(kept, below, own)
    edits = _residue_edits(kept, end, own)
    kept = kept[:end]
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


def _above_left(page: Sequence[PageLine], draft: Draft, own: OwnWords) -> int:
    """The index of the first of the last lines that were left among residue before: more of it may stand above."""
    end = len(page)
    while end > 1 and _is_authors(page[end - 1], own) and draft.taken_out(page[end - 2].end, page[end - 1].start):
        end -= 1
    return end


def _end(page: Sequence[PageLine], below: bool, own: OwnWords) -> int:
    """The index from which on all is residue."""
    numbers, mine, verse = section_numbers(page), *_authors_lines(page, own)
    above: list[int] = []  # words of text above each line: counted when residue is found that they weigh against
    end = i = len(page)
    unknown = prose = weak = marks = 0
    while i > 0 and prose <= (_CARDS if marks else _TEXTS) and end - i <= _FARTHEST:
        i -= 1
        line = page[i]
        if goes_on(page, i):
            prose += line.count
            continue
        known = line.words in numbers or i in mine or i + 1 in mine and is_bare(line)  # the heading of an author's list
        found = None if known else _found(page, i, own)
        if _SOURCES.fullmatch(line.plain) and (unknown or prose):
            break
        if found and (unknown or prose) and not above:
            above = list(accumulate(map(unexplained, page), initial=0))
        if found and not (unknown or prose):
            end = i
        elif (
            found
            and found is not SIGNS
            and _reaches(page, i, found, (unknown, prose, weak), above[i], end, below, own, verse)
        ):
            end, unknown, prose, weak = i, 0, 0, 0
        elif not (unknown or prose) and end < len(page) and _plain_meta(line):
            end = i
        elif end < len(page) and unknown == 0 and _is_neighbour(page, i, prose):
            end, prose = i, 0
        else:
            marks += found is not None
            if i in mine or is_sentence(line) and not _TEASER.search(line.words) and not is_half_talk(line, own):
                prose += line.count
            elif not found:
                unknown += 1
                weak += is_sentence(line) and not _TEASER.search(line.words)
    return _under_text(page, end, own) if end < len(page) else end


def _found(page: Sequence[PageLine], at: int, own: OwnWords) -> Residue | None:
    """What a line is by a rule, else by its words.

    A heading of comments opens no section here: where comments stood below it, it is gone by now.
    """
    line = page[at]
    found = residue(line, "foot") or (TALK if _talks(page, at, own) else None)
    if not found and (is_box(page, at) or is_box_heading(page, at)):
        found = BOX
    return replace(found, section="") if found and found.rule == "comments-heading" else found


def _authors_lines(page: Sequence[PageLine], own: OwnWords) -> tuple[frozenset[int], frozenset[int]]:
    """The indices of the items of lists that are the author's, and of lines that may well be verse.

    A list is the author's where a line that ends in a colon announces it; lines may be verse where they stand in a
    block, none of them residue, among paragraphs that stand apart.
    """
    items: set[int] = set()
    verse: set[int] = set()
    apart = [line.alone for line in page if is_prose(line)]
    airy = 2 * sum(apart) > len(apart)
    first = 0
    for last, line in enumerate(page):
        if last + 1 < len(page) and not page[last + 1].first:
            continue
        block, first = range(first, last + 1), last + 1
        listed = [n for n in block if _is_item(page[n])]
        above = page[listed[0] - 1] if listed and listed[0] else line
        if listed and (_announces(above, own) or any(_is_written(page[n], own) for n in listed)):
            items.update(listed)
        elif not listed and len(block) > 1 and _announced(page, block, own):
            items.update(block)
        elif airy and not listed and _may_be_verse(page, block) and not any(_found(page, n, own) for n in block):
            verse.update(block)
    return frozenset(items), frozenset(verse)


def _is_written(item: PageLine, own: OwnWords) -> bool:
    """Whether an item goes on in the next, or is a sentence with an end: a list of titles has neither."""
    return (
        item.words.endswith((";", ","))
        or item.words.endswith(".")
        and not residue(item, "foot")
        and _is_authors(item, own)
    )


def _announced(page: Sequence[PageLine], block: range, own: OwnWords) -> bool:
    """Whether a block, whose list marks an extractor may have dropped, stands below the author's colon."""
    if not _announces(page[max(0, block[0] - 1)], own):
        return False
    return 2 * sum(residue(page[n], "foot") is not None for n in block) <= len(block)


def _announces(line: PageLine, own: OwnWords) -> bool:
    """Whether a line of the author's ends in a colon, and says enough to announce a list."""
    return line.words.endswith(":") and line.count > _LABEL and not is_talk(line, own)


def _may_be_verse(page: Sequence[PageLine], block: range) -> bool:
    """Whether a block has lines of several words each, as stanzas have."""
    return len(block) > 1 and 2 * sum(page[n].count > 1 for n in block) > len(block)


def _is_item(line: PageLine) -> bool:
    return line.words.startswith(_ITEM) or line.words[:1].isdigit() and bool(_NUMBERED.match(line.words))


def _talks(page: Sequence[PageLine], at: int, own: OwnWords) -> bool:
    """Whether a line is the website's by its words: more is asked right under the text, and inside a block of lines."""
    line = page[at]
    more = surplus(line, own)
    if more < 0 or is_sentence(line) and at <= own.begun:
        return False  # the first words of a page are its text
    if at == 0:
        return True
    if not line.alone and not line.first and not residue(page[at - 1], "foot"):
        return more >= 2 * _FIRM or _all_talk(page, at, own)
    if more >= _FIRM or not is_sentence(line) or residue(page[at - 1], "foot"):
        return True
    return at > 1 and is_talk(page[at - 1], own) and _labels(page[at - 2], own)


def _all_talk(page: Sequence[PageLine], at: int, own: OwnWords) -> bool:
    """Whether line `at` and every line above it in its block are the website's."""
    for i in range(at, max(-1, at - _MOST), -1):
        if is_sentence(page[i]) or not (residue(page[i], "foot") or is_talk(page[i], own)):
            return False
        if page[i].first:
            return True
    return False


def _labels(line: PageLine, own: OwnWords) -> bool:
    """Whether a line is no part of the text, but of what the website says."""
    return residue(line, "foot") is not None or is_talk(line, own) or not is_sentence(line) and is_half_talk(line, own)


def _reaches(
    page: Sequence[PageLine],
    at: int,
    found: Residue,
    passed_by: tuple[int, int, int],
    above: int,
    end: int,
    below: bool,
    own: OwnWords,
    verse: frozenset[int],
) -> bool:
    """Whether the lines passed since `end` go along with the residue found above them, at line `at`.

    `passed_by` counts the unknown lines, the words of running text, and the unknown lines that are sentences.
    """
    if not above:
        return False
    unknown, prose, weak = passed_by
    section, passed = found.section, page[at + 1 : end]
    if section and (not prose or section == "texts" and prose * 4 <= above and prose <= _TEXTS):
        return True
    if section == "texts" and prose <= above and _are_cards(passed):
        return True
    if not verse.isdisjoint(range(at + 1, end)):
        return False
    sure = below or _packed(page, at, own) or found is TALK and surplus(page[at], own) >= _FIRM
    if end == len(page) and not prose and not (unknown < 3 and sure):
        return False
    if prose:
        deep = _depth(page, at, own)
        if deep >= _PACK and not unknown and all(_is_authors(line, own) for line in passed):
            return True  # they stay, whatever goes around them
        return (
            end < len(page)
            and deep > 1
            and prose <= _TITLE
            or deep >= _MOST
            and prose <= 2 * _TITLE
            and prose * 4 < above
        )
    strong = weak == 1 and found is TALK and surplus(page[at], own) > 0 and is_prose(page[at])
    if weak and not (strong or _packed(page, at, own)):
        return False
    if unknown <= _MOST and found is not TALK:
        return True
    loose = all(line.alone and not line.words.startswith(_ITEM) for line in passed)
    return loose and unknown <= (_MANY if _packed(page, at, own) else _MOST)


def _are_cards(lines: Sequence[PageLine]) -> bool:
    """Whether lines announce other texts: at least as many counters, days and links among them as paragraphs."""
    paragraphs = [line for line in lines if is_prose(line) and line.count > _TITLE and not residue(line, "foot")]
    marks = sum(residue(line, "foot") is not None or _plain_meta(line) for line in lines)
    return (
        bool(paragraphs) and marks >= 2 and marks >= len(paragraphs) and all(line.count <= _CARD for line in paragraphs)
    )


def _depth(page: Sequence[PageLine], at: int, own: OwnWords) -> int:
    """How many lines of residue stand in a row from line `at` upwards, as far as that matters."""
    return next((n for n in range(_MOST) if at < n or not _found(page, at - n, own)), _MOST)


def _packed(page: Sequence[PageLine], at: int, own: OwnWords) -> bool:
    """Whether line `at` ends a pack of residue, as at the bottom of a page."""
    return at > 1 and all(_found(page, i, own) for i in (at, at - 1))


def _under_text(page: Sequence[PageLine], end: int, own: OwnWords) -> int:
    """`end` with the lines right above it that may be no subheads, since no text follows.

    They half speak of a site, or call upon the reader above a sentence or two that do.
    """
    found = end
    while found > 1 and _is_left_over(page, found - 1, own):
        found -= 1
    if not _offers(page[found], own):
        return found
    for i in range(found - 1, max(0, found - 2 - _CALLED), -1):
        line = page[i]
        if i < found - 1 and line.first and is_bare(line) and calls(line):
            return _under_text(page, i, own)
        if not is_sentence(line) or line.count > _TITLE or not is_half_talk(line, own):
            break
    return found


def _is_left_over(page: Sequence[PageLine], at: int, own: OwnWords) -> bool:
    """Whether line `at`, bare and with nothing under it, half speaks of a site: by more than a verb."""
    line = page[at]
    if not line.first or not is_bare(line) or line.words.startswith(_ITEM) or not is_half_talk(line, own):
        return False
    if is_sentence(line) and surplus(line, own) < -1:
        return False
    return names_site(line) or _offers(page[at + 1], own)


def _offers(line: PageLine, own: OwnWords) -> bool:
    """Whether a line of the website invites its reader to something."""
    found = residue(line, "foot")
    return found.rule in OFFERS if found else is_half_talk(line, own)


def _is_neighbour(page: Sequence[PageLine], at: int, prose: int) -> bool:
    """Whether line `at` is the button above the title of another text, though that title reads as a sentence."""
    found = residue(page[at], "foot")
    return found is not None and found.rule == "previous-next" and 0 < prose == page[at + 1].count <= _TITLE


def _plain_meta(line: PageLine) -> bool:
    """Whether a line below the essay only gives a date or a byline."""
    return bool(meta_edits(line))


def _residue_edits(page: Sequence[PageLine], end: int, own: OwnWords) -> list[Edit]:
    """The edits for the lines from `end` on: a date or caption right below the essay is read off, all else goes but
    what is the author's.
    """
    edits: list[Edit] = []
    section = texts = False
    for i, line in enumerate(page[end:], end):
        found = residue(line, "foot")
        section = section or bool(found and found.section)
        texts = texts or bool(found and found.section == "texts")
        caption = None if section or found else caption_edit(line)
        meta = [] if section or found else meta_edits(line)
        if found:
            edits.append(remove(line.start, line.end, found.rule))
        elif is_box(page, i):
            edits.append(box_edit(line))
        elif caption:
            edits.append(caption)
        elif meta:
            edits += meta
        elif not _is_authors(line, own, texts):
            edits.append(remove(line.start, line.end, SITE_TALK if is_talk(line, own) else LEFTOVER))
    return edits


def _is_authors(line: PageLine, own: OwnWords, texts: bool = False) -> bool:
    """Whether a line among residue is no residue by itself: a note with its number, or a sentence with an end.

    `texts` says that it stands in a section of other texts, which have sentences too.
    """
    if _NOTE.match(line.words):
        return not is_talk(line, own)
    if texts or line.count <= _LABEL or not is_sentence(line) or line.words.endswith("?") or _TEASER.search(line.words):
        return False
    if is_half_talk(line, own) or is_about_author(line):
        return False
    return not any(residue(last, "foot") for last in last_sentence(line))


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
