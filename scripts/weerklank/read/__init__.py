"""From the bytes of a scrape to its text, and to what its page says of itself."""

from weerklank.read.decode import decode
from weerklank.read.html import HtmlPage, read_html
from weerklank.read.seed import read_seed

__all__ = ["HtmlPage", "decode", "read_html", "read_seed"]
