"""Arguments × texts: a table whose cells are drawn, so that its heads can wrap, stay in sight and be read aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from weerklank.languages.pack import Pack
from weerklank.markup import long_lists
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import argument_url, essay_url, linked_title, voices
from weerklank.model import Argument, Collection, Essay, Passage, Stance
from weerklank.pictures.facts import STATES, Cell, Cells, Group, State, by_words, groups
from weerklank.pictures.svg import count_said, key, region, shape, small

_UPRIGHT = 8
"""Texts whose titles fit above their column; the titles of more stand on end."""

WIDEST = 60
"""Texts that have a column of their own; of more, a row names those that speak, and of very many counts them."""

_GLYPHS: dict[State, Html] = {
    "nothing": Html('<path d="M8 12h8" class="wk-line"></path>'),
    "unread": Html('<text x="12" y="16.5" class="wk-mid wk-quiet">?</text>'),
    "withheld": Html('<path d="M5 19 19 5" class="wk-line"></path>'),
}


def matrix(collection: Collection, root: str, shown: Sequence[Group] | None = None) -> Html:
    """The picture of all arguments and texts, or of some groups and the texts that speak of them, in a region that
    scrolls by itself.
    """
    say = collection.say
    found = Cells(collection)
    essays = collection.essays if shown is None else _speaking(shown, collection)
    chosen = groups(collection) if shown is None else shown
    if how := form(essays):
        names, heads = "wk-grid wk-sparse", [tag("th", say("matrix.texts"), scope="col")]
        cell = _spoken if how == "_wide" else _counted
        bodies = [_group(say, group, 1, lambda each: cell(each, found, collection, root), root) for group in chosen]
    else:
        names = "wk-grid" if len(essays) <= _UPRIGHT else "wk-grid wk-upright"
        heads = [text_head(say, essay, root) for essay in essays]
        bodies = [
            _group(say, group, len(essays), lambda each: _row(each, essays, found, say, root), root) for group in chosen
        ]
    top = tag("tr", tag("th", say("matrix.argument"), scope="col"), *heads)
    caption = tag("caption", say("matrix.caption_counted" if how == "_counted" else "matrix.caption"))
    table = tag("table", caption, tag("thead", top), *bodies, class_=names)
    return region(table, label=say("matrix.region"))


def form(essays: Sequence[Essay]) -> Literal["", "_wide", "_counted"]:
    """How so many texts are shown: each in a column, by name in the row of what it speaks of, or by number."""
    return "" if len(essays) <= WIDEST else "_wide" if len(essays) <= long_lists.MOST else "_counted"


def legend(collection: Collection) -> Html:
    """What the figures mean; states that no cell has are left out."""
    say = collection.say
    states = Cells(collection).states()
    rows = [(small(_GLYPHS[state], size=24), say(f"state.{state}")) for state in STATES if state in states]
    return key(say, *(tag("li", glyph, Html(" "), words) for glyph, words in rows))


def text_head(say: Pack, essay: Essay, root: str, scope: str = "col") -> Html:
    """A text as the head of a column, or of a row (`scope`): its title, a link, with authors and year."""
    title = linked_title(essay, essay_url(say, root, essay))
    by = tag("span", by_words(say, essay), class_="wk-source")
    return tag("th", tag("span", title, Html(" "), by, class_="wk-column"), scope=scope)


def _speaking(shown: Sequence[Group], collection: Collection) -> list[Essay]:
    heard = {passage.essay for group in shown for argument in group.arguments for passage in argument.passages}
    return [essay for essay in collection.essays if essay.slug in heard]


def _group(say: Pack, group: Group, columns: int, cells_of: Callable[[Argument], Sequence[Html]], root: str) -> Html:
    title = tag("span", say(f"group.{group.how}"), class_="wk-group")
    rows = [tag("tr", tag("th", title, scope="rowgroup", colspan=str(columns + 1)))]
    for number, argument in zip(group.numbers, group.arguments, strict=True):
        count = tag("span", str(number), class_="wk-no")
        link = tag("a", argument.claim, href=argument_url(say, root, argument.id))
        claim = tag("th", tag("span", count, Html(" "), link, class_="wk-row"), scope="row")
        rows.append(tag("tr", claim, *cells_of(argument)))
    return tag("tbody", *rows)


def _row(argument: Argument, essays: Sequence[Essay], found: Cells, say: Pack, root: str) -> list[Html]:
    return [_cell(say, found[argument.id, each.slug], root) for each in essays]


def _spoken(argument: Argument, found: Cells, collection: Collection, root: str) -> list[Html]:
    """One cell for all texts: a figure for each that speaks, named by its text, and how many are silent, and why."""
    say, marks = collection.say, []
    for cell in found.by_argument[argument.id]:
        name = say("quotation.words", words=collection.by_slug[cell.essay].title)
        marks += [_mark(say, cell, stance, own, root, f"{name}: ") for stance, own in cell.by_stance()]
    return [tag("td", join(marks, " "), Html(" "), _silent(argument, found, collection))]


def _counted(argument: Argument, found: Cells, collection: Collection, root: str) -> list[Html]:
    """One cell for all texts: how many take each stance, which leads to their words, and how many are silent."""
    say, marks = collection.say, []
    for stance, n in voices(argument.passages).items():
        if n:
            figure = tag("svg", shape(stance, 12, 12, 10), viewbox="0 0 24 24", class_="wk-cell", aria_hidden="true")
            said = f"{say(f'stance.{stance}')}, {say('count.texts', n=n)}"
            href = f"{argument_url(say, root, argument.id)}#{stance}"
            marks.append(tag("a", figure, Html(" "), say.number(n), href=href, title=said, class_="wk-figure wk-tally"))
    return [tag("td", join(marks, " "), Html(" "), _silent(argument, found, collection))]


def _silent(argument: Argument, found: Cells, collection: Collection) -> Html:
    """How many texts are silent, and why."""
    say = collection.say
    silent = found.silent(argument)
    unread = len(collection.essays) - len(found.by_argument[argument.id]) - sum(map(len, silent.values()))
    counts = {state: len(silent.get(state, ())) for state in STATES} | {"unread": unread}
    told = [f"{say.number(n)} {say(f'state.{state}')}" for state, n in counts.items() if n]
    return tag("span", ", ".join(told), class_="wk-counts")


def _cell(say: Pack, cell: Cell, root: str) -> Html:
    if cell.state == "found":
        return tag("td", join([_mark(say, cell, stance, own, root) for stance, own in cell.by_stance()], " "))
    glyph = _figure(cell, _GLYPHS[cell.state], data_state=cell.state)
    return tag("td", glyph, tag("span", say(f"state.{cell.state}"), class_="wk-hidden"))


def _mark(say: Pack, cell: Cell, stance: Stance, passages: list[Passage], root: str, name: str = "") -> Html:
    figure = _figure(cell, shape(stance, 12, 12, 10), data_stance=stance)
    url = argument_url(say, root, cell.argument, passages[0])
    return tag("a", figure, href=url, title=name + count_said(say, stance, passages), class_="wk-figure")


def _figure(cell: Cell, *parts: Html, **data: str) -> Html:
    facts = {"data_argument": cell.argument, "data_essay": cell.essay, **data}
    return tag("svg", *parts, viewbox="0 0 24 24", class_="wk-cell", aria_hidden="true", **facts)
