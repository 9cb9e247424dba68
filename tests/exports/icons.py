"""The icons that are drawn from the mark: `python -m tests.exports.icons` writes them into docs/."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from weerklank.site.mark import ACCENT, PAPER, mask

_TOUCH = 180  # pixels, as Apple's guidelines have it
_SIZES = (16, 32, 48)


def icons() -> dict[str, bytes]:
    """The icons by their names under docs/: for browsers that take no drawing, and for telephones."""
    touch = Image.new("RGB", (_TOUCH, _TOUCH), PAPER)
    inner = _TOUCH * 2 // 3
    touch.paste(ACCENT, ((_TOUCH - inner) // 2, (_TOUCH - inner) // 2), mask(inner))
    ico = BytesIO()
    pictures = [_icon(size) for size in _SIZES]
    pictures[-1].save(ico, "ICO", sizes=[(size, size) for size in _SIZES], append_images=pictures[:-1])
    png = BytesIO()
    touch.save(png, "PNG", optimize=True)
    return {"favicon.ico": ico.getvalue(), "assets/apple-touch-icon.png": png.getvalue()}


def _icon(size: int) -> Image.Image:
    icon = Image.new("RGBA", (size, size), (*ACCENT, 0))
    icon.putalpha(mask(size))
    return icon


if __name__ == "__main__":
    for name, data in icons().items():
        (Path("docs") / name).write_bytes(data)
