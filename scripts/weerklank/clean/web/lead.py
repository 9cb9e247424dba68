"""What stands between the lead of a text and its body: who wrote it and when, with a bar of buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from weerklank.clean.ledger.draft import Edit, remove
from weerklank.clean.web.credits import is_credits
from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.read_off import byline, meta_edits, read_off
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.languages.rules import sign

_LEAD = 16  # lines within which a lead ends
_REPEATED = 8  # words that no author says twice in a row by chance
_WORDS = 80  # words: a lead is no longer
_ROLE = sign("author-role")
_READING = sign("reading-time")
_COUNTS = sign("counts-beside")


def doubled_lead(page: Sequence[PageLine], top: int) -> list[Edit]:
    """The edit for a lead that stands again, word for word, as the beginning of the paragraph below; `top` as below."""
    text = [line for line in page[:_LEAD] if line.start >= top]
    for lead, below in pairwise(text):
        if not lead.sentence:
            continue
        again = lead.alone and lead.count >= _REPEATED and len(below.words) > len(lead.words)
        return [remove(lead.start, lead.end, "doubled-lead")] if again and below.words.startswith(lead.words) else []
    return []


def below_lead(page: Sequence[PageLine], top: int) -> list[Edit]:
    """The edits for a byline under the lead; `top` is the offset of the lead's first character or less.

    It is known by what two makers did, by two names or more that stand alone and nowhere else on the page, or by
    a day or a reading time among lines of which all are names, dates or residue: one such line may be the author's.
    """
    makers = _makers(page, top)
    if makers is not None:
        return makers
    pack = list(_pack(page, top))
    return _dated_pack(pack) or (_only_day(page, pack[0][0]) if len(pack) == 1 else [])


def _makers(page: Sequence[PageLine], top: int) -> list[Edit] | None:
    """The edits for a line that names what two makers did, or two names and more; None where there is none."""
    for i, line in enumerate(page[:_LEAD]):
        if line.start < top or not line.alone:
            continue
        if is_credits(line.words):
            return list(meta_edits(line, line.said))
        people = line.names
        if len(people) < 2:
            continue
        last_names = [person.split()[-1] for person in people]
        if not any(name in other.words for other in (*page[:i], *page[i + 1 :]) for name in last_names):
            return [byline(line)]
    return None


def _dated_pack(pack: Sequence[tuple[PageLine, list[Edit]]]) -> list[Edit]:
    """The edits for lines right under the lead, where one gives a day or a reading time; else they may be the text."""
    edits = [edit for _, taken in pack for edit in taken]
    dated = any(edit.detail == "date" for edit in edits)
    signed = any(edit.detail == "authors" for edit in edits)
    timed = any(_READING.search(line.plain) for line, taken in pack if taken[0].verdict == "removed")
    if len(pack) == 1:
        return edits if _COUNTS.search(pack[0][0].words) else []
    return edits if dated or signed and timed else []


def _only_day(page: Sequence[PageLine], line: PageLine) -> list[Edit]:
    """The edits for the one line right under the lead, where it is a day and no other line has one, as in a diary."""
    fields = line.said or ()
    dated = [other for other in page if any(field == "date" for _, _, field, _ in other.said or ())]
    day = line.alone and dated == [line] and [field for _, _, field, _ in fields] == ["date"]
    return list(meta_edits(line, fields)) if day else []


def _pack(page: Sequence[PageLine], top: int) -> Iterator[tuple[PageLine, list[Edit]]]:
    """The lines right under the lead that say who and when or are residue, each with its edits."""
    lead = 0
    below = False
    for i, line in enumerate(page):
        if line.start < top:
            continue
        taken = [byline(line)] if line.is_name else list(read_off(line)) or _button(line)
        if lead and not below and _is_role(page, i) and (not taken or _ROLE.match(line.words)):
            taken = [remove(line.start, line.end, SITE_TALK)]
        if taken and lead:
            below = True
            yield line, taken
        elif below or lead > _WORDS or not line.prose:
            return
        else:
            lead += line.count


def _is_role(page: Sequence[PageLine], at: int) -> bool:
    """Whether a bare line stands under the lead and right above a name: what that person is."""
    if page[at].count > 4 or not page[at].alone or not page[at].bare:
        return False
    return at + 1 < len(page) and page[at + 1].is_name


def _button(line: PageLine) -> list[Edit]:
    """The edit for a line that the website says of itself; [] for a sentence."""
    return [remove(line.start, line.end, SITE_TALK)] if not line.prose and line.site_surplus > 0 else []
