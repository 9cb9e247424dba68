"""Tables of counts: what a cell says, and how a text of which only a part is shown is told apart."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import essay_url, place_of, title_of
from weerklank.model import Essay
from weerklank.words.count import Place, Size

_NONE = "–"


def scrolling(table: Html, name: str) -> Html:
    """A table in a region that scrolls by itself."""
    return tag("div", table, class_="wk-scroll", tabindex="0", role="region", aria_label=name)


def text_head(say: Pack, essay: Essay, size: Size, root: str) -> Html:
    """The head of a text's row, from a page whose way to the site's root is `root`: with the words that were
    counted, and what one should know before one compares it.
    """
    title = tag("a", title_of(essay), href=essay_url(say, root, essay))
    by = tag("span", place_of(say, essay), class_="wk-source")
    return tag("th", title, Html(" "), by, Html(" "), counted_words(say, size, essay), scope="row")


def counted_words(say: Pack, size: Size, essay: Essay | None = None) -> Html:
    """The number of words that were counted, of one text with what is special about it."""
    words, caveat = say("count.words", n=size.words), _caveat(say, essay, size) if essay else ""
    if caveat and not size.words:
        words = ""
    return tag("span", escape(": ".join(filter(None, (words, caveat)))), class_="wk-caveat" if caveat else "wk-source")


def _caveat(say: Pack, essay: Essay, size: Size) -> str:
    if size.whole:
        return say("word.short_text") if size.short else ""
    if not size.words:
        return say("word.not_shown")
    return say("word.quotes_only") if essay.publish == "quotes" else say("word.shown_only")


def share_cell(say: Pack, size: Size, number: int, href: str | None = None, most: float = 0) -> Html:
    """How often in a thousand words, with the count; the count alone where no share can be given.

    `most` is the largest share that the cell is compared with: the nearer to it, the darker the cell.
    """
    if not size.words:
        return tag("td", escape(_NONE))
    if not number:
        return tag("td", escape("0"))
    share, times = size.share(number), escape(f"{number}×")
    main = times if share is None else escape(say.decimal(share))
    rest = [] if share is None else [Html(" "), tag("span", times, class_="wk-counts")]
    return tag("td", tag("a", main, href=href) if href else main, *rest, class_=_short(size) or _tint(share, most))


def _tint(share: float | None, most: float) -> str | None:
    if share is None or not most or share < most / 3:
        return None
    return "wk-most" if share >= most * 2 / 3 else "wk-much"


def use_cells(say: Pack, places: Sequence[Place], size: Size, href: str | None = None) -> list[Html]:
    """Four cells: in a thousand words, how often, as the word itself, in compounds."""
    if not size.words:
        return [tag("td", escape(_NONE))] * 4
    own = sum(place.kind in ("form", "variant") for place in places)
    total, share = escape(str(len(places))), size.share(len(places))
    return [
        tag("td", escape(_NONE if share is None else say.decimal(share)), class_=_short(size)),
        tag("td", tag("a", total, href=href) if href and places else total),
        tag("td", escape(str(own))),
        tag("td", escape(str(len(places) - own))),
    ]


def _short(size: Size) -> str | None:
    return "wk-short" if size.whole and size.short else None
