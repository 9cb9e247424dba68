"""From the bytes of a scrape to its text, and to what its page says of itself; what reads pages is loaded for one."""

from typing import TYPE_CHECKING, Any

from weerklank.read.decode import decode
from weerklank.read.read_essay import ReadEssay, read_essay
from weerklank.read.seed import read_seed

if TYPE_CHECKING:
    from weerklank.read.html import HtmlPage, read_html

__all__ = ["HtmlPage", "ReadEssay", "decode", "read_essay", "read_html", "read_seed"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from weerklank.read import html

    return getattr(html, name)
