"""What the groups of lines on a page are: text, title and headings, or what stands beside the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.layout.column_feet import notes, runs_on
from weerklank.clean.layout.groups import PICTURE, Group
from weerklank.clean.layout.measures import Measures
from weerklank.clean.print.furniture import is_caption
from weerklank.clean.print.print_lines import HYPHENS, ends_sentence
from weerklank.languages.lexicons import core, spelling
from weerklank.model.geometry import Box

_INITIAL = 1.7  # of the size of the text: a dropped capital
_TITLE = 1.25
_TITLE_LINES = 6
_CAPTION_LINES, _CUED_LINES = 8, 5
_PICTURE = 2.6  # times the pitch: how far a caption is from its picture, at most; and what room a picture leaves
_QUOTE_LETTERS = 24
_CHUNK = 12  # letters of a quotation that are looked for together
_RECURS = 0.5  # of them that stand in the text
_SET_OFF = 1.3  # times the pitch
_MOST = 240  # letters of a quotation that are looked for
_OTHERS = re.compile(r"[\W\d_]+")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.)\s")


def decide(found: Sequence[Group], figures: Sequence[Sequence[Box]], measures: Measures) -> None:
    """Give each group its kind. They come in the order of reading; `figures` are the boxes of pictures by page."""
    for group in found:
        if not group.kind:
            group.kind = _by_size(group, measures)
    _title(found, measures)
    notes(found, measures)
    figures = [_pictures(boxes, [g for g in found if g.page == page]) for page, boxes in enumerate(figures)]
    words = _letters(" ".join(group.text for group in found if not group.kind))
    for at, group in enumerate(found):
        if group.kind in ("small", "large", "heading", ""):
            group.kind = _beside(found, at, figures[group.page], words, measures)


def _by_size(group: Group, measures: Measures) -> str:
    ratio = group.size / measures.size
    if ratio >= _INITIAL and len(group.text.strip("\"'‘“„«")) == 1 and group.text[-1:].isupper():
        return "initial"
    if measures.is_small(group.size):
        return "small"
    if measures.is_large(group.size):
        return "large"
    return "heading" if _is_bold_line(group) else ""


def _is_bold_line(group: Group) -> bool:
    bold = all(item.line.bold for item in group.items)
    return bold and len(group.items) <= 3 and not ends_sentence(group.text.rstrip("?!"))


def _title(found: Sequence[Group], measures: Measures) -> None:
    """The largest letters above the text, if no other letters are as large: the title."""
    top = []
    for group in found:
        if group.page or not group.kind and len(group.items) > 2:
            break
        top.append(group)
    large = [group for group in top if group.kind == "large" and group.size >= _TITLE * measures.size]
    largest = max(large, key=lambda group: group.size, default=None)
    others = [group for group in found if group.kind == "large" and group is not largest]
    if largest is None or len(largest.items) > _TITLE_LINES or len(largest.text) > 250:
        return
    if not any(measures.alike(group.size, largest.size) or group.size > largest.size for group in others):
        largest.kind = "title"


def _beside(found: Sequence[Group], at: int, figures: Sequence[Box], words: str, measures: Measures) -> str:
    """What a group is that is no note: a caption, a pull quote, a heading, or '' for text."""
    group = found[at]
    inside = _interrupts(found, at)
    if not any(sign.isalnum() for sign in group.text):
        return ""
    if (
        is_caption(group.text)
        and len(group.items) <= _CUED_LINES
        and (group.kind or _set_off(group, measures) or group.above > PICTURE * measures.pitch)
    ):
        return "caption"
    pictured = _at_picture(group, figures, measures) or _leaves_room(group, measures)
    short = len(group.items) <= _CAPTION_LINES
    if group.kind == "small":
        beside = short and _below_text(found, at) and (pictured or inside)
        return "caption" if beside and not _goes_on_small(found, at, measures) else ""
    pictured = pictured if measures.seen else _at_picture(group, figures, measures)
    apart = short and pictured and inside and _apart_below(group, measures)
    if not group.kind and apart and not _goes_on(found, at):
        return "caption"
    if group.kind == "large":
        return "pull_quote" if inside or _recurs(group, words) else "heading"
    if _set_off(group, measures) and _is_another_style(group, found) and _recurs(group, words):
        return "pull_quote"
    return group.kind


def _set_off(group: Group, measures: Measures) -> bool:
    """Whether a group stands apart from what is above and below it."""
    edges = [gap for gap in (group.above, group.below) if gap]
    return all(gap > _SET_OFF * measures.pitch for gap in edges)


def _apart_below(group: Group, measures: Measures) -> bool:
    """Whether a group stands below a picture, and some way above the text."""
    return group.above > PICTURE * measures.pitch and group.below > 1.2 * measures.pitch


def _is_another_style(group: Group, found: Sequence[Group]) -> bool:
    """Whether a group is set in bold or italic letters, as the text is not."""
    style = group.items[0].line.style
    return style != "-" and all(item.line.style == style for item in group.items) and len(found) > 1


def _interrupts(found: Sequence[Group], at: int) -> bool:
    """Whether the sentence above this group goes on below it."""
    above = next((g for g in reversed(found[:at]) if not g.kind), None)
    below = next((g for g in found[at + 1 :] if not g.kind), None)
    if above is None or below is None:
        return False
    if _around(above, found[at]):
        return True
    return runs_on(above, below)


def _goes_on(found: Sequence[Group], at: int) -> bool:
    """Whether a group goes on with the sentence of the text before it: in lower case, or with the other half of a
    word.
    """
    first = found[at].text
    above = next((g.items[-1].text for g in reversed(found[:at]) if not g.kind), "")
    if first[:1].islower() or not above:
        return True
    half, rest = core(above.split()[-1])[1].rstrip(HYPHENS), core(first.split()[0])[1]
    return above[-1] in HYPHENS and spelling().known(half + rest)


def _goes_on_small(found: Sequence[Group], at: int, measures: Measures) -> bool:
    """Whether a group goes on with a sentence of the one before it that is set as it is."""
    above, group = found[at - 1], found[at]
    alike = at > 0 and not above.kind and measures.alike(above.size, group.size)
    return alike and not ends_sentence(above.items[-1].text) and group.text[:1].islower()


def _around(text: Group, group: Group) -> bool:
    """Whether the text runs around the group: it stands above and below it in its column."""
    if text.column != group.column:
        return False
    return text.box.top < group.box.top and text.box.bottom > group.box.bottom


def _below_text(found: Sequence[Group], at: int) -> bool:
    """Whether text comes before this group, or stands in a column before its own."""
    return any(not group.kind and len(group.items) > 1 for group in found[:at]) or any(
        not group.kind and group.page == found[at].page and group.column < found[at].column for group in found[:at]
    )


def _pictures(figures: Sequence[Box], found: Sequence[Group]) -> list[Box]:
    """The boxes in which no words stand: those around words are frames, or the ground of what is set in them."""
    lines = [item.line.box for group in found for item in group.items]
    return [
        box
        for box in figures
        if not any(box.left < line.middle < box.right and box.top < line.bottom < box.bottom for line in lines)
    ]


def _at_picture(group: Group, figures: Sequence[Box], measures: Measures) -> bool:
    box, reach = group.box, _PICTURE * measures.pitch
    return any(
        min(box.right, figure.right) > max(box.left, figure.left)
        and (-reach < box.top - figure.bottom < reach or -reach < figure.top - box.bottom < reach)
        for figure in figures
    )


def _leaves_room(group: Group, measures: Measures) -> bool:
    """Whether there is room for a picture above or below a group."""
    return max(group.above, group.below) > PICTURE * measures.pitch


def _letters(text: str) -> str:
    return _OTHERS.sub("", text.casefold())


def _recurs(group: Group, words: str) -> bool:
    """Whether the words of a group stand in the text."""
    letters = _letters(group.text)[:_MOST]
    if len(letters) < _QUOTE_LETTERS:
        return False
    chunks = [letters[at : at + _CHUNK] for at in range(0, len(letters) - _CHUNK + 1, _CHUNK)]
    own = 1 if not group.kind or group.kind == "heading" else 0  # its own words stand there too
    return sum(words.count(chunk) > own for chunk in chunks) >= _RECURS * len(chunks) > 0


def recurring_headings(found: Sequence[Group], measures: Measures) -> set[int]:
    """The lines of headings that are set as another heading is, so that none of them is the title."""
    heads = [group for group in found if group.kind == "heading"]
    again = [g for g in heads if any(measures.alike(g.size, other.size) for other in heads if other is not g)]
    return {item.number for g in heads if g in again or _NUMBERED.match(g.text) for item in g.items}
