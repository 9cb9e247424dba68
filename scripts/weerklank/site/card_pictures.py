"""Social cards as pictures of 1200 × 630 pixels, drawn once and kept as long as their words stay the same.

Sixteen colours and runs of equal pixels only: small files, and the same bytes on every machine that
has the same version of the drawing library.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import astuple
from functools import cache, partial
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from weerklank.exports.card_texts import Card
from weerklank.languages.sentences import shorten
from weerklank.model import Stance
from weerklank.site import mark
from weerklank.site.new_site import NewSite
from weerklank.site.type import BOLD, SANS, SERIF, Font, cut, drawable, fitted, font
from weerklank.state.ahead import ahead
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.workers import SERIAL

SIZE = (1200, 630)
_LONGEST = 300  # characters of a title that are looked at: more never fit
_LEFT, _RIGHT = 88, 1112
_KICKER = 108  # the base of the first line
_TITLE = (136, 306)  # top and height of the room for the title
_TITLE_SIZES = (76, 66, 56, 48, 40)
_LEADING = 1.2
_BELOW = 58  # from the title's room that is used to the base of the line below it
_FOOT = 562  # the base of the last line

_INK = (34, 32, 28)
_COLOURS: dict[Stance, tuple[int, int, int]] = {
    "for": (12, 106, 90),
    "against": (168, 67, 15),
    "nuance": (104, 76, 158),
    "uses": (92, 88, 80),
}
_DASHES: dict[Stance, tuple[int, int]] = {  # pixels drawn, left out
    "for": (1, 0),
    "against": (14, 7),
    "nuance": (4, 5),
    "uses": (2, 12),
}
_LEVELS, _ACCENTS = 6, 4  # shades of ink and of the accent colour
_FULL, _QUIET = 255, 182


def draw_cards(cards: Iterable[Card], site: NewSite, kept: Kept = NOTHING_KEPT, workers: Executor = SERIAL) -> None:
    """Put the picture of each card into the new site; one that is `kept` is not drawn again."""
    each = dict.fromkeys(cards)
    ahead(kept, "card", ((repr(astuple(card)), card) for card in each), picture, workers, 0.008)
    for card in each:
        site.put(card.path, "card", repr(astuple(card)), partial(picture, card), kept)


def picture(card: Card) -> bytes:
    """The card as PNG."""
    ink, accent = Image.new("L", SIZE, 0), Image.new("L", SIZE, 0)
    pen, coloured = ImageDraw.Draw(ink), ImageDraw.Draw(accent)
    coloured.rectangle((0, 0, 15, SIZE[1]), fill=_FULL)
    accent.paste(mark.mask(46), (_LEFT, _FOOT - 34))
    _line(coloured, card.kicker, (_LEFT, _KICKER), font(BOLD, 32), _RIGHT - _LEFT)
    below = _title(pen, card) + _BELOW
    _line(pen, card.by, (_LEFT, below), font(SANS, 34), _RIGHT - _LEFT, _QUIET)
    strokes = _counts(pen, card)
    room = min([_RIGHT, *(left for left, _, _ in strokes)]) - _LEFT - 62 - 32
    _line(pen, card.site, (_LEFT + 62, _FOOT), font(BOLD, 30), room)
    image = _coloured(ink, accent)
    for left, right, stance in strokes:
        _stroke(ImageDraw.Draw(image), left, right, stance)
    return _png(image)


def _title(pen: ImageDraw.ImageDraw, card: Card) -> int:
    """Where the title ends, counted from the top."""
    name = SERIF if card.quoted else BOLD
    words = drawable(shorten(card.title, _LONGEST), name) or drawable(card.site, name)
    lines, size = fitted(words, name, _RIGHT - _LEFT, _TITLE[1], _TITLE_SIZES, _LEADING)
    for number, line in enumerate(lines):
        base = _TITLE[0] + round((number + 0.85) * size * _LEADING)
        pen.text((_LEFT, base), line, font=font(name, size), fill=_FULL, anchor="ls")
    return _TITLE[0] + round(len(lines) * size * _LEADING)


def _line(pen: ImageDraw.ImageDraw, words: str, at: tuple[int, int], face: Font, room: int, fill: int = _FULL) -> None:
    """One line of our own, its base at `at`, cut off where it has no room."""
    said = cut(drawable(shorten(words, _LONGEST), SANS), face, room)
    if said:
        pen.text(at, said, font=face, fill=fill, anchor="ls")


def _counts(pen: ImageDraw.ImageDraw, card: Card) -> list[tuple[int, int, Stance]]:
    """How often each stance is taken, at the end of the last line; where the strokes under them come."""
    face, right, strokes = font(SANS, 30), _RIGHT, []
    for stance, words in reversed(card.stances):
        left = right - round(face.getlength(words))
        pen.text((left, _FOOT), words, font=face, fill=_FULL, anchor="ls")
        strokes.append((left, right, stance))
        right = left - 36
    return strokes


def _stroke(pen: ImageDraw.ImageDraw, left: int, right: int, stance: Stance) -> None:
    """The line that the site draws under a passage of this stance: whole, broken, dotted or scattered."""
    drawn, gap = _DASHES[stance]
    colour = 1 + _LEVELS + _ACCENTS + list(_COLOURS).index(stance)
    for at in range(left, right, drawn + gap):
        pen.rectangle((at, _FOOT + 12, min(at + drawn, right) - 1, _FOOT + 16), fill=colour)


def _coloured(ink: Image.Image, accent: Image.Image) -> Image.Image:
    """Coverage as numbers of colours: the paper, shades of ink, shades of the accent colour."""
    shades = ink.point([round(v * _LEVELS / 255) for v in range(256)])
    tints = accent.point([_LEVELS + round(v * _ACCENTS / 255) if round(v * _ACCENTS / 255) else 0 for v in range(256)])
    image = ImageChops.lighter(shades, tints)
    image.putpalette(_palette())  # from here on its values are numbers of colours
    return image


@cache
def _palette() -> bytes:
    colours = [mark.PAPER]
    for full, steps in ((_INK, _LEVELS), (mark.ACCENT, _ACCENTS)):
        for step in range(1, steps + 1):
            colours.append(tuple(p + (f - p) * step // steps for p, f in zip(mark.PAPER, full, strict=True)))  # type: ignore[arg-type]
    return bytes(part for colour in (*colours, *_COLOURS.values()) for part in colour)


def _png(image: Image.Image) -> bytes:
    """Runs of one colour only: how the library looks for longer repeats differs from processor to processor."""
    out = BytesIO()
    image.save(out, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return out.getvalue()
