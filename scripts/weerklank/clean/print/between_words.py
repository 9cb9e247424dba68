"""What a page put between two whole words of a sentence: captions, pull quotes, notes, heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from weerklank.clean.ledger.draft import Draft, Edit, aside
from weerklank.clean.print.echoes import Echoes, quoted_lines
from weerklank.clean.print.furniture import is_caption, is_furniture, running
from weerklank.clean.print.half_words import spellings
from weerklank.clean.print.page_notes import begins_note
from weerklank.clean.print.print_lines import HYPHENS, Line, leaves_room, lines_of, width_at
from weerklank.clean.print.verse import verse_lines
from weerklank.languages.lexicons import core, spelling, word_set

RULE = "between-words"
QUOTE = f"{RULE}-pull-quote"
CAPTION = f"{RULE}-caption"
MOST_CAPTION = 200  # characters
_NEXT = re.compile(r"[a-zà-ÿ]{3}[.!?] [A-ZÀ-Þ]")  # the next sentence begins
FEWEST_ABOVE = 2  # lines of a paragraph, above one that ends well before the edge of its column
_ABOVE = 6  # lines by which the width of a column is told
FULL = 0.92  # of the column: a single line as wide may be the text's own
MOST_BLOCKS = 5  # between the two words
MOST_LINES = 5  # of one of them
WIDE = 0.8  # of the column: a line of text that goes on below
_Blocks = list[tuple[int, int]]


def between_words(draft: Draft) -> Draft:
    r"""Set aside what stands by itself between a line that breaks off and the line in lower case where it goes on.

    >>> scan = "Het was al laat en\nzij gingen naar de\n\nDe markt\n\nstad met de torens."
    >>> between_words(Draft(scan)).text.split("\n")
    ['Het was al laat en', 'zij gingen naar de', 'stad met de torens.']
    """
    lines = lines_of(draft.text)
    quoted = quoted_lines(lines)
    blocks = _blocks(lines, quoted)
    echoes = Echoes(lines, blocks)
    verse = verse_lines(lines)
    edits: list[Edit] = []
    left = set(blocks)
    at = 0
    while at < len(blocks) - 2:
        above = blocks[at][1] - 1
        breaks = above not in verse and (_breaks_off(lines, above) or _breaks_short(lines, *blocks[at]))
        resumes = _resumes(lines, blocks, at, echoes) if breaks else None
        if resumes is None:
            at += 1
            continue
        edits += _set_aside(lines, blocks[at + 1 : resumes], above, blocks[resumes][0])
        left -= {*blocks[at + 1 : resumes]}
        at = resumes
    edits += _quotes(lines, sorted(left), echoes, verse)
    return draft.apply(edits)


def captions(draft: Draft) -> Draft:
    r"""Set aside what begins as captions do and stands by itself between blank lines.

    >>> captions(Draft("Zo ging het.\n\nFiguur 2. Leden per jaar\n\nToen kwam er meer.")).text.split("\n\n")
    ['Zo ging het.', '', 'Toen kwam er meer.']
    """
    lines = lines_of(draft.text)
    if not any(is_caption(line.text) for line in lines if line.text):
        return draft
    return draft.apply(_captions(lines, _blocks(lines, set())))


def _quotes(lines: Sequence[Line], blocks: _Blocks, echoes: Echoes, verse: set[int]) -> list[Edit]:
    """Edits that set aside what by itself says a stretch of the text again, wherever it stands."""
    return [
        aside(lines[first].start, lines[last - 1].end, "pull_quote", running(lines[first:last], spellings("")), QUOTE)
        for first, last in blocks
        if echoes.has(first, last) and first not in verse and _apart(lines, first, last)
    ]


def _captions(lines: Sequence[Line], blocks: _Blocks) -> list[Edit]:
    """Edits that set aside what begins as captions do and stands by itself between blank lines."""
    return [
        aside(lines[first].start, lines[last - 1].end, "caption", running(lines[first:last], spellings("")), CAPTION)
        for first, last in blocks
        if sum(len(line.text) for line in lines[first:last]) <= MOST_CAPTION
        and is_caption(lines[first].text)
        and _apart(lines, first, last)
        and (first == 0 or lines[first - 1].blank)
        and not (_NEXT.search(lines[first].text) or lines[last - 1].text[-1] in ",;:")
    ]


def _apart(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether blank lines stand around these lines, and no word runs on from them or into them."""
    above, below = lines[max(0, first - 2)], lines[last + 1 : last + 2]
    blank = (first == 0 or lines[first - 1].blank, last == len(lines) or lines[last].blank)
    around = all(blank) or any(blank) and not above.closed and bool(below) and lines[last].text[:1].islower()
    return around and not above.open_word and not lines[last - 1].open_word and bool(below or first)


def _blocks(lines: Sequence[Line], quoted: set[int]) -> _Blocks:
    """The lines (from, to) that stand together; a note, and the head below it, a caption and lines that say others
    again are blocks of their own.
    """
    found: _Blocks = []
    for index, line in enumerate(lines):
        if line.blank:
            continue
        below = found and found[-1][1] == index and (index in quoted) == (index - 1 in quoted)
        below = below and not _ends_caption(lines, found[-1][0], index)
        alone = begins_note(line.text) or _ends_with_caption(lines, index)
        if below and not alone and not (_is_head(lines, index) and begins_note(lines[index - 1].text)):
            found[-1] = found[-1][0], index + 1
        else:
            found.append((index, index + 1))
    return found


def _ends_caption(lines: Sequence[Line], first: int, index: int) -> bool:
    """Whether a caption that begins at `first` ends above a line: there was room for its first word,
    or a name begins below a short first line.
    """
    above = lines[index - 1]
    room = len(above.text) + 1 + len(lines[index].first_word()) < WIDE * width_at(lines, index - 1)
    short = index == first + 1 and len(above.text) < WIDE * width_at(lines, index) and lines[index].text[0].isupper()
    return (room or short) and is_caption(lines[first].text)


def _ends_with_caption(lines: Sequence[Line], index: int) -> bool:
    """Whether a caption stands at the foot of these lines, in the midst of a sentence."""
    apart = index + 1 == len(lines) or lines[index + 1].blank
    return apart and is_caption(lines[index].text) and not lines[index - 1].closed


def _is_head(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a page number or a running head, with nothing right below it."""
    return is_furniture([lines[index]]) and (index + 1 == len(lines) or lines[index + 1].blank)


def _breaks_off(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of text ends inside a sentence, at the edge of its column."""
    text = lines[index].text
    if lines[index].closed or len(text) < 2 or text[-1] in HYPHENS or is_furniture([lines[index]]):
        return False
    return _is_in_paragraph(lines, index) and len(text) >= WIDE * _column(lines, index)


def _is_in_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether a line goes on with one right above it, or across a blank line in the midst of a sentence."""
    if index > 0 and not lines[index - 1].blank:
        return True
    return index > 1 and lines[index].text[0].islower() and bool(lines[index - 2].text) and not lines[index - 2].closed


def _column(lines: Sequence[Line], index: int) -> int:
    """The width of the column above and on a line: what stands below may be a caption, in smaller letters."""
    widths = [len(line.text) for line in lines[max(0, index - _ABOVE) : index + 1] if line.text]
    return max(widths) if len(widths) >= FEWEST_ABOVE else width_at(lines, index, 3)


def _breaks_short(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the last of some lines ends inside a sentence, though not at the edge of its column."""
    line, above = lines[last - 1], lines[first : last - 1]
    if line.closed or line.text[-1] in f"{HYPHENS}," or is_furniture([line]) or len(above) < FEWEST_ABOVE:
        return False
    return any(not each.closed for each in above) and len(above[-1].text) >= WIDE * width_at(lines, last - 2, 3)


def _resumes(lines: Sequence[Line], blocks: _Blocks, at: int, echoes: Echoes) -> int | None:
    """The block where the sentence goes on, if all blocks before it are the page's; None if it goes on in the next."""
    column = _column(lines, blocks[at][1] - 1)
    for number in range(at + 1, min(at + 2 + MOST_BLOCKS, len(blocks))):
        first, last = blocks[number]
        if _goes_on(lines, first, last, column) and not echoes.has(first, last):
            return number if number > at + 1 and (lines[first - 1].blank or echoes.has(*blocks[number - 1])) else None
        if not _intrudes(lines, first, last, column, echoes):
            return None
    return None


def _goes_on(lines: Sequence[Line], first: int, last: int, column: int) -> bool:
    """Whether a block is text that begins inside a sentence."""
    line = lines[first]
    if last == first + 1:
        return line.text[0].islower() and line.closed
    return line.text[0].islower() and len(line.text) >= WIDE * column


def _intrudes(lines: Sequence[Line], first: int, last: int, column: int, echoes: Echoes) -> bool:
    """Whether a block is none of the author's text: furniture, a note, a caption, a quote of the text."""
    block = lines[first:last]
    if last - first > MOST_LINES:
        return False
    if is_furniture(block) or is_caption(block[0].text) or begins_note(block[0].text) or echoes.has(first, last):
        return True
    if block[-1].closed or block[-1].text[-1] in HYPHENS:
        return False
    if len(block) == 1:
        alone = len(block[0].text) < FULL * column or _is_alone(lines, first)
        return alone and begins_anew(block[0].text, sentence_starts())
    narrow = all(len(line.text) < WIDE * column for line in block)
    apart = narrow or last + 1 < len(lines) and leaves_room(block, lines[last + 1], column)
    return apart and begins_anew(block[0].text)


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands between blank ones, below a line of a paragraph and above one that begins in lower case."""
    near = lines[max(0, index - 4) : index + 3]
    if len(near) < 7 or not (near[3].blank and near[5].blank):
        return False
    return all(line.text for line in near[:3]) and near[6].text[:1].islower()


def sentence_starts() -> frozenset[str]:
    """Words that are no name: with a capital they begin a sentence."""
    return word_set("two-letters") | word_set("function-words") | word_set("seam-words")


def begins_anew(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether a line begins as a sentence does: with a capital that is no name's; of the `known` words where some are.

    >>> begins_anew("De brug over het kanaal"), begins_anew("Jansen zei"), begins_anew("Van Dalen zei")
    (True, False, False)
    """
    first, second, *_ = [*text.lstrip("\"'“‘„«").split(), "", ""]
    word = core(first)[1]
    if not word[:1].isupper() or second[:1].isupper():
        return False
    low = word[0].lower() + word[1:]
    return low in known if known else spelling().known(low)


def _set_aside(lines: Sequence[Line], blocks: _Blocks, above: int, resumes: int) -> list[Edit]:
    """Edits that set aside each block between these lines, with the line ends behind it."""
    begins = [lines[above].next, *(lines[first].start for first, _ in blocks[1:]), lines[resumes].start]
    return [
        aside(begin, end, kind, running(lines[first:last], spellings("")), f"{RULE}-{kind}".replace("_", "-"))
        for (first, last), (begin, end) in zip(blocks, pairwise(begins), strict=True)
        for kind in [kind_of(lines[first:last])]
    ]


def kind_of(block: Sequence[Line]) -> str:
    """What a page has besides its text, as the kind of an aside."""
    if is_furniture(block):
        return "furniture"
    if begins_note(block[0].text):
        return "note"
    return "caption" if is_caption(block[0].text) else "pull_quote"
