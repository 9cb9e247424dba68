"""Arguments × texts: a table whose cells are drawn, so that its heads can wrap, stay in sight and be read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import argument_url, essay_url, linked_title
from weerklank.model import Collection, Essay, Passage, Stance
from weerklank.pictures.facts import STATES, Cell, Group, State, by_words, cells, groups
from weerklank.pictures.svg import count_said, key, region, shape, small

_UPRIGHT = 8
"""Texts whose titles fit above their column; the titles of more stand on end."""

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
    found = cells(collection)
    essays = collection.essays if shown is None else _speaking(shown, collection)
    heads = [text_head(say, essay, root) for essay in essays]
    top = tag("tr", tag("th", say("matrix.argument"), scope="col"), *heads)
    chosen = groups(collection) if shown is None else shown
    bodies = [_group(say, group, essays, found, root) for group in chosen]
    names = "wk-grid" if len(essays) <= _UPRIGHT else "wk-grid wk-upright"
    caption = tag("caption", say("matrix.caption"))
    table = tag("table", caption, tag("thead", top), *bodies, class_=names)
    return region(table, label=say("matrix.region"))


def legend(collection: Collection) -> Html:
    """What the figures mean; states that no cell has are left out."""
    say = collection.say
    states = {cell.state for cell in cells(collection).values()}
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


def _group(say: Pack, group: Group, essays: Sequence[Essay], found: dict[tuple[str, str], Cell], root: str) -> Html:
    title = tag("span", say(f"group.{group.how}"), class_="wk-group")
    rows = [tag("tr", tag("th", title, scope="rowgroup", colspan=str(len(essays) + 1)))]
    for number, argument in zip(group.numbers, group.arguments, strict=True):
        count = tag("span", str(number), class_="wk-no")
        link = tag("a", argument.claim, href=argument_url(say, root, argument.id))
        claim = tag("th", tag("span", count, Html(" "), link, class_="wk-row"), scope="row")
        rows.append(tag("tr", claim, *(_cell(say, found[argument.id, e.slug], root) for e in essays)))
    return tag("tbody", *rows)


def _cell(say: Pack, cell: Cell, root: str) -> Html:
    if cell.state == "found":
        return tag("td", join([_mark(say, cell, stance, own, root) for stance, own in cell.by_stance()], " "))
    glyph = _figure(cell, _GLYPHS[cell.state], data_state=cell.state)
    return tag("td", glyph, tag("span", say(f"state.{cell.state}"), class_="wk-hidden"))


def _mark(say: Pack, cell: Cell, stance: Stance, passages: list[Passage], root: str) -> Html:
    figure = _figure(cell, shape(stance, 12, 12, 10), data_stance=stance)
    url = argument_url(say, root, cell.argument, passages[0])
    return tag("a", figure, href=url, title=count_said(say, stance, passages), class_="wk-figure")


def _figure(cell: Cell, *parts: Html, **data: str) -> Html:
    facts = {"data_argument": cell.argument, "data_essay": cell.essay, **data}
    return tag("svg", *parts, viewbox="0 0 24 24", class_="wk-cell", aria_hidden="true", **facts)
