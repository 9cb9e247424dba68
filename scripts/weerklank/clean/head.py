"""The top of a page: menus go; title, kicker, byline and date become what the text says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.draft import Draft, Edit, metadata, remove
from weerklank.clean.lead import below_lead, read_off
from weerklank.clean.names import is_name, names
from weerklank.clean.page import PageLine, is_bare, is_prose, page_lines, section_numbers
from weerklank.clean.titles import PARTS, title_key, title_keys

_KICKERS = (
    "column|gastcolumn|opinie|essay|blog|gastblog|interview|recensie|analyse|commentaar|reportage|achtergrond|nieuws"
    "|boekbespreking|ingezonden|brief|redactioneel|hoofdartikel|weblog|verslag|persbericht|podcast|dossier|longread"
    "|betoog|pleidooi|lezing|toespraak|gedicht|verhaal|opinion|review|feature|editorial"
)
_KICKER = re.compile(rf"(?:{_KICKERS})", re.IGNORECASE)
_KICKED = re.compile(rf"((?i:{_KICKERS})(?= ?[:|–—] )|(?:{_KICKERS.upper()})(?= ))( ?[:|–—])? +(?=\S)")
_NAVIGATION = ("menu", "skip-link", "breadcrumb", "newsletter", "subscribers", "cookies", "service")
_PACK = 6  # lines of a menu or title that may stand together
_BANNER = 30  # words of unknown sentences that may stand between 'Title – Site' and the title
_LOOK = 400  # lines within which the title may come back


def trim_head(draft: Draft) -> Draft:
    """Take off what stands above the essay's first words."""
    page = page_lines(draft.text)
    return draft.apply(_edits(page)) if page else draft


def _edits(page: Sequence[PageLine]) -> list[Edit]:
    """The edits for the top of this page."""
    edits: list[Edit] = []
    start = _stray(page, 0)
    edits += [remove(page[i].start, page[i].end, "stray-letter") for i in range(start)]
    again = _doubled(page, start)
    title: PageLine | None = None
    if again is not None:
        title = page[again]
        edits += _above_title(page[start:again], title)
        start = again + 1
    run: list[PageLine] = []
    body: PageLine | None = None
    above: list[PageLine] = []  # bare lines above a line of the menu
    below_menu = len(page)
    numbers = section_numbers(page)
    for i, line in enumerate(page[start:], start):
        taken = read_off(line) if line.words not in numbers else None
        if taken is not None:
            edits += taken
            if taken[0].rule in _NAVIGATION and not title:
                below_menu = i + 1
                above += run
                run = []
        elif _apart(page, i) and is_bare(line, 14 if run or title else 22) and line.words not in numbers:
            run.append(line)
        else:
            body = line
            break
    if (
        len(run) > 1
        and run[0] is page[min(below_menu, len(page) - 1)]
        and run[0].count < min(3, run[1].count)
        and not _KICKER.fullmatch(run[0].words)
    ):
        above.append(run.pop(0))  # one more button of the menu
    kickers = [n for n, line in enumerate(run[:-1]) if n and _KICKER.fullmatch(line.words)]
    if kickers and title is None:
        above, run = above + run[: kickers[-1]], run[kickers[-1] :]
    if body and any(not is_name(line.words) for line in run):
        edits += [remove(line.start, line.end, "above-the-title") for line in above]
    else:
        run = above + run
    if not (title is None and len(run) == 1 and body and not is_prose(body) and _returns(page, run[0])):
        edits += _run_edits(run, body, title)
    return edits + below_lead(page, max((e.end for e in edits), default=0))


def _returns(page: Sequence[PageLine], line: PageLine) -> bool:
    """Whether a line stands on the page again: in verse it is a refrain, not a title."""
    key = title_key(line.words)
    return any(title_key(other.words) == key for other in page if other is not line and is_bare(other))


def _apart(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line stands apart from the text below: by a blank line, or by a line that is read off.

    Short lines above such a line go with it, but verse does not.
    """
    for i in range(at, min(len(page), at + _PACK)):
        below = page[i + 1] if i + 1 < len(page) else None
        if below is None or below.first:
            return i == at
        if read_off(below) or names(below.words) or is_name(below.words):
            return True
        if not is_bare(below):
            return False
    return False


def _stray(page: Sequence[PageLine], at: int) -> int:
    """How many single letters stand at the top, left over from a heading's mark-up."""
    count = at
    while count + 1 < len(page) and len(page[count].words) == 1 and page[count].words.isalpha() and page[count].alone:
        count += 1
    below = page[count]
    return count if below.words[:1].isupper() and below.alone and is_bare(below, 22) else at


def _doubled(page: Sequence[PageLine], start: int) -> int | None:
    """Where the page's first line stands again as a title above the text, None where it does not.

    What stands between must be lines that are read off, or a menu of which some are: a refrain is no title.
    """
    first = page[start] if start < len(page) else None
    if first is None or not is_bare(first, 30) or not _apart(page, start):
        return None
    parts = title_keys(first.words)
    most = _BANNER if PARTS.search(first.words) else 0
    best = None
    known = unknown = prose = 0
    for i in range(start + 1, min(start + _LOOK, len(page))):
        line = page[i]
        if len(line.words) < 300 and title_key(line.words) in parts and _apart(page, i) and (known or not unknown):
            best = i
        elif read_off(line):
            known += 1
        elif is_prose(line):
            prose += line.count
            if prose > most:
                break
        else:
            unknown += 1
    return best


def _above_title(above: Sequence[PageLine], title: PageLine) -> list[Edit]:
    """What stands between a title and the same title again: dates and bylines are read, the rest is a menu."""
    edits = [metadata(title.start, title.end, "title", _shown(title.words), "doubled-title")]
    for line in above:
        if title_key(line.words) == title_key(title.words):
            edits.append(remove(line.start, line.end, "doubled-title"))
        else:
            edits += read_off(line) or [remove(line.start, line.end, "above-the-title")]
    return edits


def _run_edits(run: list[PageLine], body: PageLine | None, title: PageLine | None) -> list[Edit]:
    """What the bare lines above the text are: kicker, title, subtitle, author; [] where they may be the text."""
    if body is None:
        if len(run) < 2:
            return []
        *run, body = run
    real = is_prose(body) or not body.alone or body.words[:1] in "•-*"
    kickers = []
    if len(run) > 1 and _KICKER.fullmatch(run[0].words):
        kickers = [run[0]]
    people = [line for line in run if is_name(line.words) or len(names(line.words)) > 1]
    rest = [line for line in run if line not in kickers and line not in people]
    if not rest and people and title is None:
        rest, people = [people[0]], people[1:]
    if len(run) > 1 and not real:
        return []
    if len(rest) > (1 if title else 2):
        return []
    edits = [metadata(k.start, k.end, "kicker", k.words, "kicker") for k in kickers]
    edits += [metadata(p.start, p.end, "authors", "; ".join(names(p.words) or (p.words,)), "byline") for p in people]
    fields = ("subtitle",) if title else ("title", "subtitle")
    for line, field in zip(rest, fields, strict=False):
        edits += _title_edits(line) if field == "title" else [_whole(line, field)]
    return edits


def _whole(line: PageLine, field: str) -> Edit:
    return metadata(line.start, line.end, field, _shown(line.words), field)


def _title_edits(line: PageLine) -> list[Edit]:
    """A title, its kicker taken apart: 'COLUMN We zijn er nog'."""
    match = _KICKED.match(line.words)
    if not match:
        return [_whole(line, "title")]
    kicker, at = match.group(1), line.start + match.end()
    return [
        metadata(line.start, line.start + len(kicker), "kicker", kicker, "kicker"),
        remove(line.start + len(kicker), at, "kicker"),
        metadata(at, line.end, "title", _shown(line.words[match.end() :]), "title"),
    ]


def _shown(words: str) -> str:
    return " ".join(words.split())
