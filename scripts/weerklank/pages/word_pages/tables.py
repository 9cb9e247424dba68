"""Tables of counts: what a cell says, and how a text of which only a part is shown is told apart."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.nl.interface import count_words
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import author_words, essay_url, title_of, year_words
from weerklank.model import Essay
from weerklank.words.count import Place, Size

_NONE = "–"


def scrolling(table: Html, name: str) -> Html:
    """A table in a region that scrolls by itself."""
    return tag("div", table, class_="wk-scroll", tabindex="0", role="region", aria_label=name)


def text_head(essay: Essay, size: Size, root: str) -> Html:
    """The head of a text's row, from a page whose way to the site's root is `root`: with the words that were
    counted, and what one should know before one compares it.
    """
    title = tag("a", title_of(essay), href=essay_url(root, essay))
    by = tag("span", escape(f"{author_words(essay)}, {year_words(essay)}"), class_="wk-source")
    return tag("th", title, Html(" "), by, Html(" "), counted_words(size, essay), scope="row")


def counted_words(size: Size, essay: Essay | None = None) -> Html:
    """The number of words that were counted, of one text with what is special about it."""
    words, caveat = count_words(size.words, "woord", "woorden"), _caveat(essay, size) if essay else ""
    if caveat and not size.words:
        words = ""
    return tag("span", escape(": ".join(filter(None, (words, caveat)))), class_="wk-caveat" if caveat else "wk-source")


def _caveat(essay: Essay, size: Size) -> str:
    if size.whole:
        return "korte tekst" if size.short else ""
    if not size.words:
        return "niet getoond"
    return "alleen geciteerde passages geteld" if essay.publish == "quotes" else "alleen geteld wat hier staat"


def share_cell(size: Size, number: int, href: str | None = None, most: float = 0) -> Html:
    """How often in a thousand words, with the count; the count alone where no share can be given.

    `most` is the largest share that the cell is compared with: the nearer to it, the darker the cell.
    """
    if not size.words:
        return tag("td", escape(_NONE))
    if not number:
        return tag("td", escape("0"))
    share, times = size.share(number), escape(f"{number}×")
    main = times if share is None else escape(decimal(share))
    rest = [] if share is None else [Html(" "), tag("span", times, class_="wk-counts")]
    return tag("td", tag("a", main, href=href) if href else main, *rest, class_=_short(size) or _tint(share, most))


def _tint(share: float | None, most: float) -> str | None:
    if share is None or not most or share < most / 3:
        return None
    return "wk-most" if share >= most * 2 / 3 else "wk-much"


def use_cells(places: Sequence[Place], size: Size, href: str | None = None) -> list[Html]:
    """Four cells: in a thousand words, how often, as the word itself, in compounds."""
    if not size.words:
        return [tag("td", escape(_NONE))] * 4
    own = sum(place.kind in ("form", "variant") for place in places)
    total, share = escape(str(len(places))), size.share(len(places))
    return [
        tag("td", escape(_NONE if share is None else decimal(share)), class_=_short(size)),
        tag("td", tag("a", total, href=href) if href and places else total),
        tag("td", escape(str(own))),
        tag("td", escape(str(len(places) - own))),
    ]


def _short(size: Size) -> str | None:
    return "wk-short" if size.whole and size.short else None


def decimal(number: float) -> str:
    """A number as Dutch writes it, with one decimal.

    >>> decimal(12.25), decimal(0)
    ('12,2', '0,0')
    """
    return f"{number:.1f}".replace(".", ",")
