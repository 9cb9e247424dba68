"""Words set in lines for a picture: which characters the fonts have, and where lines break.

The fonts come with MkDocs, for its 'readthedocs' theme: Lato (SIL Open Font License 1.1) and Roboto
Slab (Apache License 2.0). They are set by FreeType alone, without the shaping library that some
machines have and others have not, so that every machine draws the same.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import mkdocs
from PIL import ImageFont

Font = ImageFont.FreeTypeFont
_FOLDER = Path(mkdocs.__file__).parent / "themes/readthedocs/css/fonts"
SERIF, SANS, BOLD = "Roboto-Slab-Regular.woff", "lato-normal.woff", "lato-bold.woff"
_NONE = "\U0010ffff"  # a character that no font has: drawn as the sign for a missing one


@cache
def font(name: str, size: int) -> Font:
    """One of the fonts, at a size in pixels."""
    return ImageFont.truetype(str(_FOLDER / name), size, layout_engine=ImageFont.Layout.BASIC)


def drawable(words: str, name: str) -> str:
    """The words with characters that the font has: a letter without its mark for one with a mark that
    it has not, and nothing for what it cannot draw at all.

    >>> drawable("Cliënt ḧier 漢", SERIF)
    'Cliënt hier'
    """
    return " ".join("".join(_known(character, name) for character in words).split())


@cache
def _known(character: str, name: str) -> str:
    if character.isspace() or _has(character, name):
        return character
    plain = unicodedata.normalize("NFKD", character)[0]
    return plain if plain != character and _has(plain, name) else ""


@cache
def _has(character: str, name: str) -> bool:
    return unicodedata.category(character)[0] != "C" and _shape(character, name) != _shape(_NONE, name)


@cache
def _shape(character: str, name: str) -> tuple[tuple[int, int], bytes]:
    mask = font(name, 20).getmask(character)
    return mask.size, bytes(mask)


def fitted(
    words: str, name: str, width: int, height: int, sizes: tuple[int, ...], leading: float
) -> tuple[list[str], int]:
    """The words in lines, and the largest of `sizes` (pixels, largest first) in which they fit `width` × `height`
    pixels; in the smallest cut off with '…' where they fit in none.
    """
    for size in sizes:
        lines = _wrapped(words, font(name, size), width)
        room = int(height // (size * leading))
        if len(lines) <= room:
            return lines, size
    return [*lines[: room - 1], cut(" ".join(lines[room - 1 :]), font(name, size), width)], size


def cut(words: str, face: Font, width: int) -> str:
    """The words, cut off with '…' where they are wider than `width` pixels."""
    if face.getlength(words) <= width:
        return words
    low, high = 0, len(words)
    while low < high:  # the longest head that has room for the sign
        middle = (low + high + 1) // 2
        low, high = (middle, high) if face.getlength(words[:middle].rstrip() + "…") <= width else (low, middle - 1)
    return words[:low].rstrip(" ,;:–-") + "…"


def _wrapped(words: str, face: Font, width: int) -> list[str]:
    """Lines no wider than `width`; a word that is wider by itself is broken where it must."""
    lines: list[str] = []
    for word in words.split():
        if lines and face.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
            continue
        while face.getlength(word) > width:
            at = len(cut(word, face, width)) - 1 or 1
            lines.append(word[:at])
            word = word[at:]
        lines.append(word)
    return lines
