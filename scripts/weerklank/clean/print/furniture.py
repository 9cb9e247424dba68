"""Page numbers, running heads and captions: what a page has besides its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from weerklank.clean.ledger.draft import Draft, Edit, aside, doubt
from weerklank.clean.print.half_words import Spellings, join, spellings
from weerklank.clean.print.print_lines import HYPHENS, Line, following, lines_of, width_at
from weerklank.languages.rules import sign

RULE = "furniture"
MOST_LINES = 6  # of a page's foot and the next one's head together; more are a table
_LONGEST = 3  # lines of a caption
_LONGEST_HEAD = 110  # characters
PAGE = 8  # lines between two pages' furniture, at least

_NUMBER = re.compile(r"[-–—\[(|\s]*(?:p(?:ag(?:ina)?)?\.?\s*)?\d{1,4}[-–—\])|\s]*", re.IGNORECASE)
_PAGE_OF = re.compile(r"(?i)\b(?:pagina|page|seite|blz\.?|p\.)\s*\d{1,4}(?:\s*(?:van|of|von|/)\s*\d{1,4})?$")
_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"\d{1,4}")
_NUMBERED = re.compile(r"(?P<first>\d{1,4}(?P<gap>\s+))?(?P<title>\S.*?)(?P<last>\s+\d{1,4})?")
_CAPTION = sign("printed-caption")


def furniture(draft: Draft) -> Draft:
    r"""Set aside page numbers and running heads that stand inside a sentence or recur from page to
    page. A number between whole sentences may be a chapter's: it stays, marked.

    >>> furniture(Draft("zij gingen naar de grote\n\n12\n\nstad terug.")).text
    'zij gingen naar de grote\nstad terug.'
    """
    lines = lines_of(draft.text)
    recurring = _recurring(lines)
    edits: list[Edit] = []
    for first, last in _blocks(lines, recurring):
        edits += _edits(lines, first, last, recurring)
    return draft.apply(edits)


def is_furniture(block: Sequence[Line]) -> bool:
    """Whether lines read as a page number, a running head, or both."""
    return len(block) <= 2 and all(is_number(line.text) or is_running_head(line.text) for line in block)


def is_number(text: str) -> bool:
    """Whether a line is a page number and no more: '12', '- 12 -', 'pagina 12'."""
    return len(text) <= 16 and not text.isalpha() and bool(_NUMBER.fullmatch(text))


def says_page(text: str) -> bool:
    """Whether a short line ends by saying that it is on a page: 'Verslag 2003 | Pagina 4 van 9'."""
    return len(text) <= _LONGEST_HEAD and bool(_PAGE_OF.search(text)) and text[0] not in "(["


@lru_cache(maxsize=1 << 12)
def is_caption(text: str) -> bool:
    """Whether a line begins as captions and credits do: 'Foto: …', 'Figuur 2. …'; not with the end of a sentence
    ('kaart. Toen …').
    """
    return bool(_CAPTION.match(text)) and not re.match(r"[a-zà-ÿ]+\.", text)


@lru_cache(maxsize=1 << 10)
def is_running_head(text: str) -> bool:
    """Whether a line reads as a running head: in capitals, or a short title beside a page number."""
    if len(text) > 90 or not (text.isupper() or text[0].isdigit() or text[-1].isdigit()):
        return False
    words = text.split()
    if text.isupper() and len(words) > 1:
        return True
    parts = _NUMBERED.fullmatch(text)
    if not parts or not (parts["first"] or parts["last"]):
        return False
    if len(parts["gap"] or "") > 1:
        return len(words) <= 9
    title = parts["title"]
    capitals = sum(not word[0].islower() for word in title.split())
    few = len(title.split()) <= 8 and 2 * capitals >= len(title.split())
    return title[0].isupper() and few and not re.search(r"[.!?,;-]$", title)


def running(block: Sequence[Line], seen: Spellings) -> str:
    """The lines of something set aside, as one running text."""
    text = ""
    for line in block:
        first, _, rest = line.text.partition(" ")
        if text and text[-1] in HYPHENS and text[-2:-1].isalpha():
            words = text.rsplit(" ", 1)
            made = join(words[-1], first, rest.split(" ")[0], seen).text
            text = " ".join([*words[:-1], made, *([rest] if rest else [])])
        else:
            text = f"{text} {line.text}" if text else line.text
    return text


def _recurring(lines: Sequence[Line]) -> set[str]:
    """Lines, their digits apart, that stand on several pages: a number changes beside or within them."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if 0 < len(line.text) <= 90 and not is_number(line.text):
            places[_digitless(line.text)].append(index)
    found = set()
    for title, at in places.items():
        if len(at) < 2:
            continue
        numbers = [_number_near(lines, index) for index in at]
        paged = [(i, n) for i, n in zip(at, numbers, strict=True) if n is not None]
        rising = all(b - a >= PAGE and n > m for (a, m), (b, n) in zip(paged, paged[1:], strict=False))
        if len(paged) > 1 and len(paged) == len(at) and rising and title:
            found.add(title)
    return found


def _digitless(text: str) -> str:
    return text if text.isalpha() else " ".join(_DIGITS.sub(" ", text).split()).casefold()


def _number_near(lines: Sequence[Line], index: int) -> int | None:
    """The page number in a line, or alone on the line before or after it."""
    text = lines[index].text
    within = _NUMBERED.fullmatch(text)
    if within and (within["first"] or within["last"]):
        return int(within["first"] or within["last"])
    for other in _neighbours(lines, index):
        if is_number(lines[other].text):
            return int(re.sub(r"\D", "", lines[other].text))
    return None


def _neighbours(lines: Sequence[Line], index: int) -> Iterator[int]:
    """The nearest lines with text before and after this one, at most two away."""
    for step in (-1, 1):
        for distance in (1, 2):
            other = index + step * distance
            if 0 <= other < len(lines) and lines[other].text:
                yield other
                break


def _blocks(lines: Sequence[Line], recurring: set[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines (from, to) that are furniture or captions, blank lines between them included."""
    index = 0
    while index < len(lines):
        last = index
        while last < len(lines) and _is_one(lines, last, recurring):
            last = following(lines, _caption_end(lines, last)) or len(lines)
        begin, index = index, max(last, index + 1)
        if last > begin:
            while lines[last - 1].blank:
                last -= 1
            yield begin, last


def _caption_end(lines: Sequence[Line], index: int) -> int:
    """The last line of what begins at line `index`: a caption that stands apart goes on to the next blank line."""
    if not is_caption(lines[index].text) or index and not lines[index - 1].blank:
        return index
    end = index
    while end + 1 < len(lines) and not lines[end + 1].blank:
        end += 1
    return end if end - index < _LONGEST else index


def _is_one(lines: Sequence[Line], index: int, recurring: set[str]) -> bool:
    text = lines[index].text
    if not text:
        return False
    if is_furniture([lines[index]]) or is_caption(text):
        return True
    return bool(recurring) and _digitless(text) in recurring


def _edits(lines: Sequence[Line], first: int, last: int, recurring: set[str]) -> list[Edit]:
    """What becomes of a run of furniture."""
    block = [line for line in lines[first:last] if line.text]
    above = next((i for i in range(first - 1, max(-1, first - 20), -1) if lines[i].text), None)
    below = following(lines, last - 1)
    between = above is not None and below is not None
    if above is not None and below is not None and _inside_sentence(lines, above, first, last, below):
        if not lines[above].text[0].isalpha():  # it may be a note, which the line below does not go on with
            return [_set_aside(block, block[0].start, block[-1].end)]
        sure = lines[below].text[0].islower()
        return [_set_aside(block, lines[above].next, lines[below].start if sure else block[-1].end)]
    if any(_digitless(line.text) in recurring for line in block):
        return [_set_aside(block, block[0].start, block[-1].end)]
    return [
        doubt(line.start, line.end, (line.text, ""), f"{RULE}-or-chapter")
        for line in block
        if between and _BARE.fullmatch(line.text) and len(line.text) > 1
    ]


def _set_aside(block: Sequence[Line], start: int, end: int) -> Edit:
    text = running(block, spellings(""))
    kind = "caption" if is_caption(text) else "furniture"
    return aside(start, end, kind, text, f"{RULE}-{'caption' if kind == 'caption' else 'page'}")


def _inside_sentence(lines: Sequence[Line], above: int, first: int, last: int, below: int) -> bool:
    """Whether the sentence above runs on below: it is open at the edge of the column."""
    upper, lower = lines[above], lines[below]
    column = width_at(lines, above)
    if upper.closed or len(upper.text) < 0.6 * column or sum(not line.blank for line in lines[first:last]) > MOST_LINES:
        return False
    alone = is_number(lines[first].text) or re.match(r"\d{1,4}\s{2,}", lines[first].text)
    if not alone and not (lines[first - 1].blank and lines[last].blank):
        return False
    return lower.text[0].islower() or (is_number(lines[first].text) and len(upper.text) > 0.8 * column)
