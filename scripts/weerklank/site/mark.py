"""Weerklank's mark, a source with three waves, drawn as pixels; the same as in assets/weerklank.svg of the theme."""

from __future__ import annotations

import math
from functools import cache

from PIL import Image, ImageDraw

VIEW = 24  # units, as the drawing's viewBox
CENTRE, RADIUS = (5, 12), 2.6
WAVES = ((10, 6.5, 7.8, 11), (14, 4, 11.8, 16), (18, 1.5, 16, 21))  # x, y of the top; radius; height
STROKE = 2

ACCENT, PAPER = (31, 78, 122), (252, 250, 245)
_FINER = 4  # drawn so many times larger, then made smaller: soft edges


@cache
def mask(size: int) -> Image.Image:
    """The mark as coverage: a square of `size` pixels, 0 where it is not, 255 where it is."""
    scale = size * _FINER / VIEW
    image = Image.new("L", (size * _FINER, size * _FINER), 0)
    draw = ImageDraw.Draw(image)
    _disc(draw, *CENTRE, RADIUS, scale)
    for x, y, radius, height in WAVES:
        half = height / 2
        left, middle, angle = x - math.sqrt(radius**2 - half**2), y + half, math.degrees(math.asin(half / radius))
        outer = radius + STROKE / 2
        box = [(left - outer) * scale, (middle - outer) * scale, (left + outer) * scale, (middle + outer) * scale]
        draw.arc(box, -angle, angle, fill=255, width=round(STROKE * scale))
        for end in (y, y + height):
            _disc(draw, x, end, STROKE / 2, scale)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _disc(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, scale: float) -> None:
    box = [(x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale]
    draw.ellipse(box, fill=255)
