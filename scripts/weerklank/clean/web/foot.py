"""The bottom of a page: residue goes, upwards, until the essay's last words; what tells of the author stays.

A line that no rule knows goes only when residue stands above and below it, or when it stands in a
section whose heading a rule knows, and it does not read as running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise, takewhile

from weerklank.clean.ledger.draft import Draft, Edit, metadata, remove
from weerklank.clean.web.author_note import RULE as NOTE
from weerklank.clean.web.author_note import box_edit, is_about_author, is_box, is_box_heading, note_edits
from weerklank.clean.web.meta_line import POSTED, name_at_end, said
from weerklank.clean.web.page_lines import PageLine, page_lines, section_numbers
from weerklank.clean.web.read_off import caption_edit, meta_edits
from weerklank.clean.web.repeated_forms import are_cards, are_teasers, forms_below, is_fused, spoken
from weerklank.clean.web.residue import SIGNS, Residue
from weerklank.clean.web.site_words import OFFERS
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.clean.web.titles import title_key, title_keys
from weerklank.languages.rules import sign

LEFTOVER = "between-residue"
_FARTHEST = 1_000  # lines that are looked at above the last one that goes: more stand in no foot
_UNKNOWN = 8  # lines in a row that may stand between two lines of residue
_LABEL = 3  # words of a label with a colon
_PACK = 3  # lines of residue that stand together by chance no more
_DEEP = 4  # lines of residue in a row: the bottom of a page, whatever stands in it
_FIRM = 2  # how far a line outweighs what is asked, where it might be the author's
_UNKNOWN_IN_PACK = 40  # unknown lines in a row under a pack of residue, where a menu has its own words
_CARDS = 600  # words of sentences that may stand in a row of announcements
_TEXTS = 60  # words of sentences that may stand in a section of texts
_TITLE = 14  # words
_ABOUT = 90  # words of what a website tells of itself
_NEAR = 2  # lines below the text in which it says who put it there
_ITEM = ("•", "-", "*", ">")
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_NOTE = re.compile(r"(?:\[(?:\d{1,3}|[*†‡])\]|[¹²³⁴-⁹]{1,3}|\d{1,3}[.)](?= )|[*†‡](?= )) ?[A-ZÀ-Þ‘“\"]")
TALK = Residue(SITE_TALK, "")
BOX, ECHO = Residue(NOTE, ""), Residue(LEFTOVER, "")
_TEASER = sign("teaser-end")
_SOURCES = sign("sources-heading")
_CLOSES, _ABOUT_SITE = sign("closes-letter"), sign("about-site")
_OFFICE = 10  # words of a line that says what a person is
_OFFICES = 3  # such lines under a name
_BEGUN = 16  # words that a text has at least
_CALLED = 2  # sentences under a call, as in a box that asks for an address


@dataclass(slots=True)
class _Passed:
    """What was passed on the way up since the last line that goes: nothing yet where it is false."""

    unknown: int = 0  # lines that are no running text and that no rule knows
    sentences: int = 0  # among these
    prose: int = 0  # words of running text

    def __bool__(self) -> bool:
        return bool(self.unknown or self.prose)


@dataclass(frozen=True)
class _Foot:
    """A page that is looked through upwards; `below` says that comments stood under it."""

    page: Sequence[PageLine]
    below: bool
    echoes: frozenset[str] = frozenset()  # what stood above the text too, as a menu and the name of a website do

    def begins(self) -> int:
        """The index from which on all is residue."""
        end, passed, marked = len(self.page), _Passed(), False
        numbers, (listed, _) = section_numbers(self.page), self._authors
        for i in reversed(range(len(self.page))):
            line = self.page[i]
            if passed.prose > (_CARDS if marked else _TEXTS) or end - i > _FARTHEST + 1:
                break
            if self.page[i].goes_on:
                passed.prose += line.count
                continue
            heads_list = i + 1 in listed and line.bare
            found = None if line.words in numbers or i in listed or heads_list else self.found(i)
            if passed and _SOURCES.fullmatch(line.plain):
                break
            if self._goes(i, found, passed, end):
                end, passed = i, _Passed()
                continue
            marked = marked or found is not None
            written = line.sentence and not (_TEASER.search(line.words) or is_fused(line))
            if i in listed or written and not line.half_site_talk:
                passed.prose += line.count
            elif not found and line.said is None:
                passed.unknown += 1
                passed.sentences += written
        return self._under_text(end) if end < len(self.page) else end

    def found(self, at: int) -> Residue | None:
        """What a line is by a rule, else by its words.

        A heading of comments opens no section here: where comments stood below it, it is gone by now.
        """
        found = self.page[at].at_foot or (TALK if self._talks(at) else None)
        if not found and (is_box(self.page, at) or is_box_heading(self.page, at)):
            found = BOX
        if not found and self._tells_of_site(at):
            found = TALK
        if not found and at > self._last_prose and title_key(self.page[at].words) in self.echoes:
            found = ECHO
        return replace(found, section="") if found and found.kind == "comments-heading" else found

    def _tells_of_site(self, at: int) -> bool:
        """Whether a website tells of itself in line `at`, below a heading that says so and is not the essay's."""
        if at < 2 or self.page[at].count > _ABOUT or not _ABOUT_SITE.fullmatch(self.page[at - 1].plain):
            return False
        above = self.page[at - 2]
        return not _is_unexplained(above) or bool(_TEASER.search(above.words)) or is_fused(above)

    @cached_property
    def _last_prose(self) -> int:
        """The index of the last sentence that no word makes a website's."""
        written = (n for n, line in enumerate(self.page) if _is_unexplained(line) and line.count > _LABEL)
        return max((n for n in written if not self.page[n].site_talk), default=-1)

    @cached_property
    def _authors(self) -> tuple[frozenset[int], frozenset[int]]:
        """The indices of the items of lists that are the author's, and of lines that may well be verse.

        A list is the author's where a line that ends in a colon announces it; lines may be verse where they stand in a
        block, none of them residue, among paragraphs that stand apart.
        """
        items: set[int] = set()
        verse: set[int] = set()
        apart = [line.alone for line in self.page if line.prose]
        airy = 2 * sum(apart) > len(apart)
        items.update(spoken(self.page))
        for block in _blocks(self.page):
            listed = [n for n in block if _is_item(self.page[n])]
            if listed:
                if self._announces(listed[0] - 1 if listed[0] else block[-1]) or any(map(self._is_written, listed)):
                    items.update(listed)
            elif len(block) > 1 and self._announces(max(0, block[0] - 1)):
                items.update(block)
            elif airy and _may_be_verse(self.page, block) and not any(map(self.found, block)):
                verse.update(block)
        return frozenset(items), frozenset(verse)

    def _is_written(self, at: int) -> bool:
        """Whether an item goes on in the next, or is a sentence with an end: a list of titles has neither."""
        item = self.page[at]
        return item.words.endswith((";", ",")) or item.words.endswith(".") and _is_authors(item)

    def _announces(self, at: int) -> bool:
        """Whether a line ends in a colon, and says enough to announce a list, whose marks an extractor may drop."""
        return self.page[at].words.endswith(":") and self.page[at].count > _LABEL

    def _talks(self, at: int) -> bool:
        """Whether a line is the website's by its words: more is asked right under the text, and inside a block."""
        line = self.page[at]
        more = line.surplus
        if more < 0 or line.sentence and self._words_above[at] < _BEGUN:
            return False  # the first words of a page are its text
        if at == 0:
            return True
        known_above = self.page[at - 1].at_foot
        if not line.first and not known_above:
            return more >= 2 * _FIRM or self._all_talk(at)
        if more >= _FIRM or not line.sentence or known_above:
            return True
        return at > 1 and self.page[at - 1].site_talk and self.page[at - 2].site_talk

    def _all_talk(self, at: int) -> bool:
        """Whether line `at` and every line above it in its block are the website's."""
        for line in reversed(self.page[max(0, at + 1 - _DEEP) : at + 1]):
            if line.sentence or not line.site_talk:
                return False
            if line.first:
                return True
        return False

    def _goes(self, at: int, found: Residue | None, passed: _Passed, end: int) -> bool:
        """Whether line `at` and all that was passed since `end` are residue; `found` is what the line is."""
        begun = end < len(self.page)
        if not passed:
            return found is not None or begun and self.page[at].said is not None
        return found is not None and found is not SIGNS and self._reaches(at, found, passed, end)

    def _reaches(self, at: int, found: Residue, passed: _Passed, end: int) -> bool:
        """Whether the lines passed since `end` go along with the residue found above them, at line `at`."""
        above = self._words_above[at]
        if not above:
            return False
        if _holds(found.section, passed.prose, above, self.page[at + 1 : end], end == len(self.page)):
            return True
        if not self._authors[1].isdisjoint(range(at + 1, end)):
            return False
        return self._holds_text(at, passed, end) if passed.prose else self._holds_labels(at, found, passed, end)

    def _holds_labels(self, at: int, found: Residue, passed: _Passed, end: int) -> bool:
        """Whether unknown lines may stand in residue: few, and no sentence or last line unless it is sure."""
        talk = self.page[at].surplus if found is TALK else -1
        packed = self._depth(at) > 1
        if end == len(self.page) and not (passed.unknown < 3 and (self.below or packed or talk >= _FIRM)):
            return False
        if passed.sentences and not packed:
            return False
        loose = all(line.alone and not line.words.startswith(_ITEM) for line in self.page[at + 1 : end])
        most = _UNKNOWN_IN_PACK if loose and packed else _UNKNOWN
        return passed.unknown <= most and (loose or found is not TALK)

    def _holds_text(self, at: int, passed: _Passed, end: int) -> bool:
        """Whether running text may stand in residue: in a row of it that is deep, and little beside the text above."""
        deep, above = self._depth(at), self._words_above[at]
        if deep >= _PACK and all(_is_authors(n) for n in self.page[at + 1 : end]):
            return True  # they stay, whatever goes around them
        if end < len(self.page) and deep > 1 and passed.prose <= _TITLE:
            return True
        return deep >= _DEEP and passed.prose <= 2 * _TITLE and passed.prose * 4 < above

    @cached_property
    def _words_above(self) -> list[int]:
        """The words of running text above each line."""
        return list(accumulate((line.count * _is_unexplained(line) for line in self.page), initial=0))

    def _depth(self, at: int) -> int:
        """How many lines of residue stand in a row from line `at` upwards, as far as that matters."""
        return next((n for n in range(_DEEP) if at < n or not self.found(at - n)), _DEEP)

    def _under_text(self, end: int) -> int:
        """`end` with the lines right above it that may be no subheads, since no text follows.

        They half speak of a site, or call upon the reader above a sentence or two that do.
        """
        while end > 1 and self._is_left_over(end - 1):
            end -= 1
        if not self._offers(end):
            return end
        for i in range(end - 1, max(0, end - 2 - _CALLED), -1):
            line = self.page[i]
            if i < end - 1 and line.bare and line.calls:
                return self._under_text(i)
            if not line.sentence or line.count > _TITLE or not line.half_site_talk:
                break
        return end

    def _is_left_over(self, at: int) -> bool:
        """Whether line `at`, bare and with nothing under it, half speaks of a site, above an offer."""
        line = self.page[at]
        if not line.first or not line.bare or line.words.startswith(_ITEM) or not line.half_site_talk:
            return False
        return self._offers(at + 1)

    def _offers(self, at: int) -> bool:
        """Whether a line of the website invites its reader to something."""
        found = self.page[at].at_foot
        return found.kind in OFFERS if found else self.page[at].half_site_talk


def trim_foot(draft: Draft, below: bool = False) -> Draft:
    """Take off what stands below the essay's last words; `below` says that comments stood there."""
    page = page_lines(draft.text)
    if not page:
        return draft
    kept = list(page[: _above_left(page, draft)])
    echoes = _echoes(draft) if len(kept) == len(page) else frozenset()
    cards = forms_below(kept)
    edits = [remove(line.start, line.end, LEFTOVER) for line in kept[cards:]]
    below, kept = below or cards < len(kept), kept[:cards]
    end = _Foot(kept, below, echoes).begins()
    edits += _residue_edits(kept, end)
    kept = kept[:end]
    while kept and (taken := _telling(kept, draft)):
        edits += taken
        kept.pop()
    return draft.apply(edits)


def _echoes(draft: Draft) -> frozenset[str]:
    """The keys of short lines that stood above the first paragraph in the source, titles and names of persons aside;
    none where nothing of a website stands there or below the text: then a line that comes back is a refrain.
    """
    source = page_lines(draft.source)
    first = next((n for n, line in enumerate(source) if line.prose and line.count >= _BEGUN), 0)
    if not any(line.at_head for line in source[:first]) and not any(line.at_foot for line in source[-1:]):
        return frozenset()
    titles = frozenset(map(title_key, draft.said("title"))) or title_keys(source[0].words)
    above = (line for line in source[:first] if line.bare and line.words[-1] not in "!?" and not line.is_name)
    return frozenset(map(title_key, (line.words for line in above))) - titles - {""}


def _above_left(page: Sequence[PageLine], draft: Draft) -> int:
    """The index of the first of the last lines that were left among residue before: more of it may stand above."""
    end = len(page)
    while end > 1 and draft.taken_out(page[end - 2].end, page[end - 1].start) and _is_authors(page[end - 1]):
        end -= 1
    return end


def _is_unexplained(line: PageLine) -> bool:
    """Whether a line is running text that no rule knows."""
    return line.sentence and not line.at_foot


def _blocks(page: Sequence[PageLine]) -> Iterator[range]:
    """The indices of lines that stand together, without a blank line between."""
    firsts = [n for n, line in enumerate(page) if line.first]
    return (range(*each) for each in pairwise([*firsts, len(page)]))


def _holds(section: str, prose: int, above: int, between: Sequence[PageLine], end: bool) -> bool:
    """Whether the lines `between`, with so many words of running text, belong to the section that opens above them.

    `end` says that the page ends with them.
    """
    if section != "texts":
        return bool(section) and not prose
    if prose and not are_cards(between) and not are_teasers(between, end):
        return False
    closed = between[-2].at_foot if prose and len(between) > 1 else None
    if closed and closed.kind == "share" and _is_authors(between[-1]):
        return False  # a sentence below the section, under buttons that close it
    return 4 * prose <= above and prose <= _TEXTS or prose <= above and are_cards(between)


def _may_be_verse(page: Sequence[PageLine], block: range) -> bool:
    """Whether a block has lines of several words each, as stanzas have."""
    return len(block) > 1 and 2 * sum(page[n].count > 1 for n in block) > len(block)


def _is_item(line: PageLine) -> bool:
    return line.words.startswith(_ITEM) or bool(_NUMBERED.match(line.words))


def _residue_edits(page: Sequence[PageLine], end: int) -> list[Edit]:
    """The edits for the lines from `end` on: a date or caption right below the essay is read off, all else goes but
    what is the author's.
    """
    edits: list[Edit] = []
    section = texts = False
    others = sum(any(field == "date" for _, _, field, _ in line.said or ()) for line in page[end + 1 + _NEAR :]) > 1
    for i, line in enumerate(page[end:], end):
        found = line.at_foot
        section = section or bool(found and found.section)
        texts = texts or bool(found and found.section == "texts")
        if i <= end + _NEAR and not section and _is_signed(line):
            edits += meta_edits(line, line.said)
        elif found:
            edits.append(remove(line.start, line.end, found.rule))
        elif is_box(page, i):
            edits.append(box_edit(line))
        elif line.caption and not section:
            edits.append(caption_edit(line))
        elif line.said is not None and not section and not (others and i > end + _NEAR):
            edits += meta_edits(line, line.said)
        elif not _is_authors(line, texts):
            edits.append(remove(line.start, line.end, SITE_TALK if line.site_talk else LEFTOVER))
    return edits


def _is_authors(line: PageLine, texts: bool = False) -> bool:
    """Whether a line among residue is no residue by itself: a note with its number, or a sentence with an end.

    `texts` says that it stands in a section of other texts, which have sentences too.
    """
    if _NOTE.match(line.words):
        return not line.site_talk
    if texts or line.count <= _LABEL or not line.sentence or line.words.endswith("?") or _TEASER.search(line.words):
        return False
    if line.half_site_talk or is_about_author(line):
        return False
    return not (line.last_sentence and line.last_sentence.at_foot)


def _is_signed(line: PageLine) -> bool:
    """Whether a line says of itself that it tells who put the text there: 'Geplaatst door Els Bakker'."""
    return bool(POSTED.match(line.words)) and any(field == "authors" for _, _, field, _ in line.said or ())


def _is_under_name(page: Sequence[PageLine]) -> bool:
    """Whether the last line says what the person is whose name stands above it in its block, right below the text."""
    under = list(takewhile(lambda line: not line.first and line.bare_within(_OFFICE), reversed(page[-_OFFICES:])))
    return bool(under) and len(page) > len(under) + 1 and page[-len(under) - 1].is_name and _ends(page[-len(under) - 2])


def _ends(line: PageLine) -> bool:
    """Whether a text may end with this line, so that a name below it is its author's."""
    return line.prose or bool(_CLOSES.fullmatch(line.words))


def _telling(page: Sequence[PageLine], draft: Draft) -> list[Edit]:
    """The edits for the last line where it tells of the text: a caption, a date, a byline, a note on the author."""
    last = page[-1]
    if last.caption:
        return [caption_edit(last)]
    found = last.at_foot
    if _is_signed(last):
        return list(meta_edits(last, last.said))
    if found:
        return [remove(last.start, last.end, found.rule)]
    if _is_under_name(page):
        return [box_edit(last)]
    if (last.alone or last.first and last.is_name) and len(page) > 1:
        meta = list(meta_edits(last, said(last.words, free=False)))
        if meta:
            return meta
        people = name_at_end(last.words)
        if people and _ends(page[-2]):
            return [metadata(last.start, last.end, "authors", "; ".join(people), "byline")]
    return note_edits(page, draft)
