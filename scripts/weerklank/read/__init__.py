"""From the bytes of a scrape to its text, and to what its page says of itself."""

from weerklank.read.decode import decode
from weerklank.read.html import HtmlPage, read_html
from weerklank.read.read_essay import ReadEssay, read_essay
from weerklank.read.seed import read_seed

__all__ = ["HtmlPage", "ReadEssay", "decode", "read_essay", "read_html", "read_seed"]
