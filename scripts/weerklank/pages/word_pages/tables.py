"""Tables of counts: what is told of a word in a text, and of a text of which only a part is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weerklank.languages.pack import Pack
from weerklank.markup import long_lists
from weerklank.model import Essay
from weerklank.words.count import Counted, Place, Size, Word


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is about: a text, or `texts` of an author, or all (`name`). `counted` says in words how many words
    were counted, and what one should know before one compares it (`special`: there is such a thing).
    """

    counted: str
    special: bool
    essay: Essay | None = None
    name: str = ""
    texts: int | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """How often a word stands in some texts: `share` in a thousand words, '' where none can be given, `times` all its
    places (None where no words are shown), `own` those as the word itself, `class_` how the cell is told apart.
    """

    share: str
    times: int | None
    own: int = 0
    class_: str = ""


def text_row(say: Pack, essay: Essay, size: Size) -> Row:
    """The row of a text."""
    caveat = _caveat(say, essay, size)
    words = "" if caveat and not size.words else say("count.words", n=size.words)
    return Row(": ".join(filter(None, (words, caveat))), bool(caveat), essay)


def named_row(say: Pack, name: str, size: Size, texts: int | None = None) -> Row:
    """The row of several texts under a name."""
    return Row(say("count.words", n=size.words), False, None, name, texts)


def summed(
    say: Pack, name: str, texts: Sequence[Essay], counted: Counted, most: Sequence[float], words: Sequence[Word]
) -> tuple[Row, list[Use]]:
    """The row of those of several texts that are shown whole, under a name, and the use of each word in them."""
    whole = _whole(texts, counted)
    size = counted.size(whole)
    uses = [use(say, _places(word, whole), size, largest) for word, largest in zip(words, most, strict=True)]
    return named_row(say, name, size, len(whole)), uses


def share_of(word: Word, texts: Sequence[Essay], counted: Counted) -> float | None:
    """How often in a thousand words of those of the texts that are shown whole."""
    whole = _whole(texts, counted)
    return counted.size(whole).share(len(_places(word, whole)))


def is_long(word: Word) -> bool:
    """Whether so many texts use a word that its page is cut into parts."""
    return len(word.by_essay) > long_lists.MOST


def _whole(texts: Sequence[Essay], counted: Counted) -> list[Essay]:
    return [essay for essay in texts if counted.sizes[essay.slug].whole]


def _places(word: Word, texts: Sequence[Essay]) -> list[Place]:
    return [place for essay in texts for place in word.by_essay.get(essay.slug, ())]


def _caveat(say: Pack, essay: Essay, size: Size) -> str:
    if size.whole:
        return say("word.short_text") if size.short else ""
    if not size.words:
        return say("word.not_shown")
    return say("word.quotes_only") if essay.publish == "quotes" else say("word.shown_only")


def use(say: Pack, places: Sequence[Place], size: Size, most: float = 0) -> Use:
    """What a word's places in texts of `size` come to. `most` is the largest share that the cell is compared with: the
    nearer to it, the darker the cell.
    """
    if not size.words:
        return Use("", None)
    share, own = size.share(len(places)), sum(place.kind in ("form", "variant") for place in places)
    class_ = "wk-short" if size.whole and size.short else _tint(share, most)
    return Use("" if share is None else say.decimal(share), len(places), own, class_)


def _tint(share: float | None, most: float) -> str:
    if share is None or not most or share < most / 3:
        return ""
    return "wk-most" if share >= most * 2 / 3 else "wk-much"
