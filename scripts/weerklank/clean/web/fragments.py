"""Sentences that a naive extractor broke at each link or italic word, put together again.

Such text has its blocks apart by blank lines and its fragments on lines of their own; some pages
have no blank line at all. Verse has no line as long as prose, so its lines stay.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator

from weerklank.clean.ledger.draft import Draft, Edit, change
from weerklank.clean.text.structure import CALLS
from weerklank.clean.web.page_lines import holds_an_end
from weerklank.clean.web.residue import residue
from weerklank.clean.web.titles import title_key, title_keys
from weerklank.languages.dates import DATE, find_date, search_stamp
from weerklank.languages.person_names import NAME, is_name
from weerklank.languages.rules import sign

_PROSE = 110
"""Characters: verse, menus and print have no line as long as this."""
_NAIVE = 45
"""The same, on a page where lines begin with commas and full stops: broken sentences for certain."""
_LONG = 60  # characters of a line that no title or menu has
_MIDWAY = sign("sentence-goes-on")
_STARTS_CLOSED = re.compile(r"[ \t]*(?:[,;:!?)\]”’»]|\.(?!\w)|…)")
_ENDS_OPEN = re.compile(r"[“‘„«(\[]$")
_ENDED = re.compile(rf"[.!?…:;][\"'”’»)\]]*{CALLS}$")
_ITEM = re.compile(r"[ \t\u00a0]*(?:[•◦▪‣●○■*>–—-]|\(?\d{1,3}[.)])[ \t\u00a0]")
_ANNOUNCES = re.compile(
    r"(?:[–—-] ?)?(?:(?:geplaatst|gepost|gepubliceerd|geschreven|posted|published|written) )?(?:door|by)"
    r"|(?:geplaatst|gepost|gepubliceerd|posted|published)(?: op| on)?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[ \t\u00a0]*(?:[|·•–—/-]|op|om|at|door|by)[ \t\u00a0]*")
_BACK = re.compile(r"[ \t\u00a0]*(?:[←«‹]|&laquo;|<<?)[ \t\u00a0]*")  # an arrow before the title it leads to
_ON = re.compile(r"[ \t\u00a0]*(?:[→»›]|&raquo;|>>?)[ \t\u00a0]*")  # and behind it
_GAP = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*\n[ \t]*")
_STAMP = 80  # characters
_NUMBER = re.compile(r"[ \t]*#\d{1,4}[ \t]*")
_POST = re.compile(
    r"^(?:door|by|von)(?P<above>[ \t]*\n\s*)\S[^\n]{0,30}?(?P<below>[ \t]*\n\s*)» [^\n]{0,40}\d[:.]\d\d",
    re.MULTILINE | re.IGNORECASE,
)
_GAPS = r"[ \t]*\n\s*"
_SIGNED = (
    re.compile(
        rf"^(?:[^\n.]{{1,30}} )?(?:[Dd]oor|[Bb]y|[Vv]on):?(?P<above>{_GAPS}){NAME}"
        rf"(?:(?P<below>{_GAPS})\((?:19|20)\d\d\))?(?=[ \t]*$)",
        re.MULTILINE,
    ),
    re.compile(rf"^{NAME}(?P<above>{_GAPS})(?:am|on|op)(?P<below>{_GAPS})(?i:{DATE.pattern})", re.MULTILINE),
)
"""Who wrote a text, and when, as an extractor gives them that breaks at each link: of a page the first."""
_TITLE = 200  # characters
_WIDTH = (45, 110)  # characters of lines that are broken by width
_FULL = 0.8  # of that width
_WRAPS = 3  # lines that go on in lower case by chance no more


def join_fragments(draft: Draft) -> Draft:
    r"""One line for each broken sentence, a blank line between long lines that are paragraphs.

    >>> join_fragments(Draft("Dat klinkt als een emotie\n, en daar helpt niets tegen.")).text
    'Dat klinkt als een emotie, en daar helpt niets tegen.'
    """
    draft = draft.apply(_unwrapped(draft.text))
    draft = draft.apply(_posts(draft.text))
    chunks = list(_chunks(draft.text))
    if not chunks:
        return draft
    naive = sum(bool(_STARTS_CLOSED.match(line)) for _, lines in chunks for line in lines[1:]) > 1
    titles = _titles(draft.text)
    return draft.apply(
        edit for start, lines in chunks for edit in _edits(start, lines, _NAIVE if naive else _PROSE, titles)
    )


def _titles(text: str) -> frozenset[str]:
    """What the page's first line says its title may be, where that stands below: such a line is part of no sentence."""
    first, _, rest = text.lstrip().partition("\n")
    if len(first) > _TITLE:
        return frozenset()
    return title_keys(first) & {title_key(line) for line in rest.split("\n") if 0 < len(line) <= _TITLE}


def _posts(text: str) -> Iterator[Edit]:
    """The edits that join who wrote a post or a text, and when: 'door', a name and a day, each on its line."""
    posts = [*_POST.finditer(text)] or [match for pattern in _SIGNED if (match := pattern.search(text))][:1]
    for match in posts:
        yield from (change(*match.span(gap), " ", "broken-line") for gap in ("above", "below") if match[gap])


def _unwrapped(text: str) -> Iterator[Edit]:
    r"""The edits that join lines of one width with a blank line between each two, as `<br>` at line ends gives them.

    Three of them must go on in lower case, and sentences end inside some, as not in verse; a line
    then goes on where it is full and no sentence ends.
    """
    below_blank = (
        below.lstrip(" \t") for above, below in itertools.pairwise(text.split("\n")) if not above.strip(" \t")
    )
    if text.count("\n\n") < _WRAPS or sum(line[:1].islower() for line in below_blank) < _WRAPS:
        return
    gaps, lines = _GAP.finditer(text), _GAP.split(text)
    open_ = [_WIDTH[0] <= len(line) <= _WIDTH[1] and "\n" not in line and not _ENDED.search(line) for line in lines]
    going = [line for line, below, runs in zip(lines, lines[1:], open_, strict=False) if runs and below[:1].islower()]
    if len(going) < _WRAPS or sum(map(holds_an_end, going)) < _WRAPS - 1:
        return
    full = _FULL * max(map(len, going))
    for above, below, runs, gap in zip(lines, lines[1:], open_, gaps, strict=False):
        single = len(below) <= _WIDTH[1] and "\n" not in below.rstrip()
        if runs and len(above) >= full and single and not _ITEM.match(below):
            yield change(*gap.span(), " ", "broken-line")


def _chunks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that stand together without a blank line, with the offset of the first."""
    start, at = 0, 0
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            start = start if lines else at
            lines.append(line)
        elif lines:
            if len(lines) > 1:
                yield start, lines
            lines = []
        at += len(line) + 1
    if len(lines) > 1:
        yield start, lines


def _edits(start: int, lines: list[str], longest: int, titles: Collection[str]) -> Iterator[Edit]:
    """The edits for one chunk, at its line ends; a line of more than `longest` characters is prose."""
    prose = max(map(len, lines)) > longest or _is_broken(lines)
    crowded = prose and _is_crowded(lines)
    at, length = start, 0  # length: of the sentence so far
    for i, (above, below) in enumerate(itertools.pairwise(lines)):
        at += len(above)
        length += len(above)
        glue = _glue(above, below, prose, length)
        whole = glue is not None and (
            any(_is_whole(line, titles) for line in (above, below)) or _meets_day(above, below)
        )
        if whole or glue is not None and _meets_heading(above, below):
            glue = "\n\n" if prose else None
        if crowded and glue == " " and not _goes_on(above, below, lines[i + 2 : i + 3]):
            glue = "\n\n"
        if glue is not None:
            left = at - (len(above) - len(above.rstrip()))
            right = at + 1 + len(below) - len(below.lstrip())
            rule = "line-paragraphs" if "\n" in glue else "broken-sentence"
            yield change(left, right, glue, rule)
        if glue is None or "\n" in glue:
            length = 0
        at += 1


def _is_crowded(lines: list[str]) -> bool:
    """Whether so many lines begin with a capital that a line end is more likely the end of a block than of a line."""
    heads, count = sum(map(_heads, lines)), len(lines)
    return count > 11 and heads > 5 or count > 4 and heads > 0.7 * count or count > 2 and heads == count


def _is_whole(line: str, titles: Collection[str]) -> bool:
    """Whether a line is no part of a sentence: the page's title, the head of a comment, or a counter."""
    return len(line) <= _TITLE and (title_key(line) in titles or _heads_comment(line) or _is_count(line))


def _heads_comment(line: str) -> bool:
    """Whether a line gives a day and a time of day or a number, as above a comment: no part of its first sentence."""
    return len(line) <= _STAMP and (bool(_NUMBER.fullmatch(line)) or search_stamp(line) is not None)


def _meets_day(above: str, below: str) -> bool:
    """Whether one of two lines is no more than a day, and the other does not need it to go on."""
    if _is_day(above):
        return not below.lstrip()[:1].islower()
    return _is_day(below) and not _MIDWAY.fullmatch(above.strip())


def _is_day(line: str) -> bool:
    return len(line) <= _STAMP and bool(DATE.fullmatch(line.strip()))


def _is_count(line: str) -> bool:
    """Whether a line counts readers or minutes, or announces an advertisement."""
    return " " in line and _rule(line, "head") in ("counter", "advertisement")


def _meets_heading(above: str, below: str) -> bool:
    """Whether comments begin between or below two lines: one is their heading, and no sentence runs across."""
    if _is_heading(above):
        return not below.lstrip()[:1].islower()
    return bool(_ENDED.search(above.rstrip())) and _is_heading(below)


def _is_heading(line: str) -> bool:
    """Whether a line is the heading above readers' comments, and no link in the midst of a sentence."""
    return not line.lstrip()[:1].islower() and _rule(line, "foot") == "comments-heading"


def _rule(line: str, place: str) -> str:
    """The rule that takes a short line at this place, '' where none does."""
    found = residue(line.strip(), place) if 0 < len(line.strip()) <= _STAMP else None
    return found.kind if found else ""


def _is_broken(lines: list[str]) -> bool:
    """Whether lines are one sentence in pieces: a mark opens one of them, and only the first has a capital."""
    rest = lines[1:]
    return any(map(_STARTS_CLOSED.match, rest)) and not any(map(_heads, rest)) and not any(map(_ITEM.match, lines))


def _heads(line: str) -> bool:
    """Whether a line begins with a capital, as most lines of a page without blank lines do."""
    return line.lstrip()[:1].isupper()


def _goes_on(above: str, below: str, after: list[str]) -> bool:
    """Whether a sentence goes on in the next line, on a page where most lines begin with a capital. Before a capital
    it does after a word that wants another, or above a line in lower case, or where only the sentence's end is missing.
    """
    if _SEPARATOR.fullmatch(above) or _SEPARATOR.fullmatch(below) or _ANNOUNCES.fullmatch(above.strip()):
        return True
    if _ENDED.search(above.rstrip()):
        return False
    if len(above) <= 200 and _MIDWAY.fullmatch(above.strip()):
        return True
    if not _heads(below):
        return len(below) > 40 or find_date(below) is None
    if after and (after[0].lstrip()[:1].islower() or _STARTS_CLOSED.match(after[0])) and not _ENDED.search(below):
        return len(above) > 20 or above.count(" ") > 1 and bool(_ENDED.search(after[0].rstrip()))
    return len(above) > _LONG and bool(_ENDED.search(below.rstrip()))


def _glue(above: str, below: str, prose: bool, length: int) -> str | None:
    """What belongs between two lines of a chunk: '', ' ', a blank line, or None for the line end as it is."""
    if below.startswith(">") or _ITEM.match(below) or (_ITEM.match(above) and length == len(above) and not prose):
        return None
    if _STARTS_CLOSED.match(below):
        return ""
    if _BACK.fullmatch(above) or _ON.fullmatch(below):
        return " "
    if _SEPARATOR.fullmatch(above) or _SEPARATOR.fullmatch(below):
        return " " if not _ITEM.match(above + " ") or length > len(above) else None
    if _ANNOUNCES.fullmatch(above.strip()) and not _ENDED.search(below) or _is_dated(above, below):
        return " "
    return _glue_of_prose(above, below) if prose else None


def _is_dated(above: str, below: str) -> bool:
    """Whether a name stands above its day: 'Anna Bos' and '| 3 mei 2014'."""
    return below.startswith("| ") and is_name(above.strip()) and find_date(below) is not None


def _glue_of_prose(above: str, below: str) -> str:
    if _ENDS_OPEN.search(above.rstrip()):
        return ""
    paragraphs = len(above) > _LONG and len(below) > _LONG and _ENDED.search(above.rstrip())
    return "\n\n" if paragraphs else " "
