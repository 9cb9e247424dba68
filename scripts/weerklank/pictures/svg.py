"""Writing SVG: figures that tell a stance by their shape, words that fit, and nothing but safe markup.

Sizes are pixels at a root font of 16; an SVG is as large as its words need and never shrinks below
it, so that a page enlarged by the reader enlarges its pictures too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, tag
from weerklank.model import STANCES, Passage, Stance

_NARROW = frozenset("iIjlt.,:;'’‘!|()[] f")
_BROAD = frozenset("mwMWOQGDHNUC@%—…")


def number(value: float) -> str:
    """A coordinate, to a tenth of a pixel.

    >>> number(12.0), number(3.14159)
    ('12', '3.1')
    """
    return f"{round(value, 1):g}" if abs(value) < 10**5 else f"{round(value)}"


def text_width(text: str, size: float) -> float:
    """The width of words in a sans-serif of `size`, estimated and rather too much than too little.

    >>> round(text_width("Weg met de klant", 10))
    88
    """
    return size * 1.06 * sum(_em(character) for character in text)


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.33
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.86 if character in _BROAD else 0.7 if character.isupper() else 0.58


def fit(text: str, size: float, width: float) -> str:
    """The words on one line, cut with '…' where they are wider than `width`.

    >>> fit("We zijn er voor cliënten", 10, 100)
    'We zijn er voor…'
    """
    line = " ".join(text.split())
    if text_width(line, size) <= width:
        return line
    room, kept = width - text_width("…", size), ""
    for character in line:
        if text_width(kept + character, size) > room:
            break
        kept += character
    whole = line[len(kept)] == " "
    head = kept.rsplit(" ", 1)[0] if " " in kept[len(kept) // 2 :] and not whole else kept
    return head.rstrip(" ,;:–-(‘“") + "…"


def wrap(text: str, size: float, width: float, lines: int) -> list[str]:
    """The words on at most so many lines of this width, the last one cut with '…' where they are more.

    >>> wrap("We zijn er voor cliënten", 10, 90, 2)
    ['We zijn er voor', 'cliënten']
    """
    out = [""]
    for word in text.split():
        longer = f"{out[-1]} {word}".strip()
        if not out[-1] or len(out) == lines or text_width(longer, size) <= width:
            out[-1] = longer
        else:
            out.append(word)
    return [fit(each, size, width) for each in out]


def picture(width: float, height: float, *parts: Html, label: str, class_: str = "wk-picture") -> Html:
    """An SVG of a fixed size with links in it: a group with a name, so that its links stay within reach."""
    return tag(
        "svg",
        *parts,
        class_=class_,
        viewbox=f"0 0 {number(width)} {number(height)}",
        width=f"{width / 16:.3f}rem",
        height=f"{height / 16:.3f}rem",
        role="group",
        aria_label=label,
    )


def region(*parts: Html, label: str, more: str = "") -> Html:
    """A frame that scrolls by itself, also by key; `more` are classes beside those of every frame."""
    class_ = f"wk-scroll wk-frame {more}".rstrip()
    return tag("div", *parts, class_=class_, tabindex="0", role="region", aria_label=label)


def words(x: float, y: float, text: str, class_: str, lang: str | None = None) -> Html:
    """Words at their baseline, from x on; with the class wk-mid around x, with wk-end up to x."""
    return tag("text", text, x=number(x), y=number(y), class_=class_, lang=lang)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Html:
    """A straight line."""
    return tag("line", x1=number(x1), y1=number(y1), x2=number(x2), y2=number(y2), class_=class_)


def path(d: str, class_: str, **data: str | None) -> Html:
    """A path; `d` holds our own commands and numbers only."""
    return tag("path", d=d, class_=class_, **data)


def rect(x: float, y: float, width: float, height: float, class_: str) -> Html:
    """A rectangle."""
    return tag("rect", x=number(x), y=number(y), width=number(width), height=number(height), class_=class_)


def shape(stance: Stance, x: float, y: float, r: float, **data: str | None) -> Html:
    """The figure of a stance around (x, y): a filled circle, an open square, a dotted diamond, a ring."""
    name = f"wk-shape wk-{stance}"
    if stance in ("for", "uses"):
        return tag("circle", cx=number(x), cy=number(y), r=number(r), class_=name, **data)
    if stance == "against":
        side = r * 0.88  # as large to the eye as the circle
        size = number(2 * side)
        return tag("rect", x=number(x - side), y=number(y - side), width=size, height=size, class_=name, **data)
    reach = r * 1.2
    points = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    return path("M" + " L".join(f"{number(a)} {number(b)}" for a, b in points) + "z", name, **data)


def key(say: Pack, *more: Html) -> Html:
    """The legend: which figure means what."""
    rows = [
        tag("li", small(shape(stance, 8, 8, 5.5)), Html(" "), say(f"stance.{stance}"), class_=f"wk-{stance}")
        for stance in STANCES
    ]
    return tag("ul", *rows, *more, class_="wk-key")


def small(*parts: Html, size: int = 16) -> Html:
    """A little picture in a line of words, which say the same."""
    name = "wk-glyph" if size == 16 else "wk-glyph wk-large"
    return tag("svg", *parts, viewbox=f"0 0 {size} {size}", class_=name, aria_hidden="true")


def count_said(say: Pack, stance: Stance, passages: Sequence[Passage]) -> str:
    """A stance with its number of passages, in words: 'voor, 4 passages'."""
    return f"{say(f'stance.{stance}')}, {say('count.passages', n=len(passages))}"
