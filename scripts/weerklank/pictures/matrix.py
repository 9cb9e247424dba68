"""Arguments × texts: a table whose cells are drawn, so that its heads can wrap, stay in sight and be read aloud."""

from __future__ import annotations

from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import argument_url, author_words, essay_url, title_of, year_words
from weerklank.model import Argument, Collection, Essay, Passage, Stance
from weerklank.pictures.facts import STATES, Cell, Group, State, cells, groups, withheld
from weerklank.pictures.svg import count_said, key, shape, small, words

_UPRIGHT = 8
"""Texts whose titles fit above their column; the titles of more stand on end."""

_GLYPHS: dict[State, Html] = {
    "nothing": Html('<path d="M8 12h8" class="wk-line"></path>'),
    "unread": Html('<text x="12" y="16.5" class="wk-mid wk-quiet">?</text>'),
    "withheld": Html('<path d="M5 19 19 5" class="wk-line"></path>'),
}


def matrix(collection: Collection, root: str) -> Html:
    """The picture of all arguments and texts, in a region that scrolls by itself."""
    found = cells(collection)
    heads = [_head(essay, root) for essay in collection.essays]
    top = tag("tr", tag("th", escape("Argument"), scope="col"), *heads)
    bodies = [_group(group, collection, found, root) for group in groups(collection)]
    names = "wk-grid" if len(collection.essays) <= _UPRIGHT else "wk-grid wk-upright"
    caption = tag("caption", escape("Per argument en tekst: het standpunt als figuur, met het aantal passages"))
    table = tag("table", caption, tag("thead", top), *bodies, class_=names)
    return tag(
        "div", table, class_="wk-scroll wk-frame", tabindex="0", role="region", aria_label="Argumenten × teksten"
    )


def legend(collection: Collection) -> Html:
    """What the figures mean; states that no cell has are left out."""
    states = {cell.state for cell in cells(collection).values()}
    return key(
        *(
            tag("li", small(_GLYPHS[state], size=24), Html(" "), escape(said))
            for state, said in STATES.items()
            if state in states
        )
    )


def _head(essay: Essay, root: str) -> Html:
    title = tag("a", title_of(essay), href=essay_url(root, essay))
    facts = f"{author_words(essay)}, {year_words(essay)}" + (", niet getoond" if withheld(essay) else "")
    by = tag("span", escape(facts), class_="wk-source")
    return tag("th", tag("span", title, Html(" "), by, class_="wk-column"), scope="col")


def _group(group: Group, collection: Collection, found: dict[tuple[str, str], Cell], root: str) -> Html:
    title = tag("span", escape(group.title), class_="wk-group")
    first = tag("tr", tag("th", title, scope="rowgroup", colspan=str(len(collection.essays) + 1)))
    rows = [
        _row(number, argument, collection, found, root)
        for number, argument in zip(group.numbers, group.arguments, strict=True)
    ]
    return tag("tbody", first, *rows)


def _row(
    number: int, argument: Argument, collection: Collection, found: dict[tuple[str, str], Cell], root: str
) -> Html:
    count = tag("span", escape(str(number)), class_="wk-no")
    link = tag("a", escape(argument.claim), href=argument_url(root, argument.id))
    claim = tag("th", tag("span", count, Html(" "), link, class_="wk-row"), scope="row")
    return tag("tr", claim, *(_cell(found[argument.id, essay.slug], essay, root) for essay in collection.essays))


def _cell(cell: Cell, essay: Essay, root: str) -> Html:
    if cell.state == "found":
        return tag("td", join([_mark(stance, own, essay, root) for stance, own in cell.by_stance()], " "))
    glyph = tag(
        "svg",
        _GLYPHS[cell.state],
        viewbox="0 0 24 24",
        class_="wk-cell",
        aria_hidden="true",
        data_argument=cell.argument,
        data_essay=cell.essay,
        data_state=cell.state,
    )
    return tag("td", glyph, tag("span", escape(STATES[cell.state]), class_="wk-hidden"))


def _mark(stance: Stance, passages: list[Passage], essay: Essay, root: str) -> Html:
    count = str(len(passages))
    figure = tag(
        "svg",
        shape(stance, 12, 12, 10),
        words(12, 16.3, count, f"wk-mid wk-in-{stance}"),
        viewbox="0 0 24 24",
        class_="wk-cell",
        aria_hidden="true",
        data_argument=passages[0].argument,
        data_essay=essay.slug,
        data_stance=stance,
        data_count=count,
    )
    url = argument_url(root, passages[0].argument, passages[0])
    return tag("a", figure, href=url, title=count_said(stance, passages), class_="wk-figure")
