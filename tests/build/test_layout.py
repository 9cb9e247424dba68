"""Pages lie where their address is, and their Markdown links lead where they led."""

from __future__ import annotations

import posixpath
import re

from tests.pages.collection import made
from weerklank.build.layout import LaidOut

LINK = re.compile(r"\]\(([\w./-]+\.md)[)#]")


def test_links_lead_to_the_same_pages() -> None:
    pages = made().pages
    files = LaidOut(pages)
    assert files.keys() == {n[:-3] + "/index.md" if re.fullmatch(r"\w+/(?!index).*\.md", n) else n for n in pages}
    count = 0
    for name, text in files.items():
        for target in LINK.findall(text):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) in files, (name, target)
            count += 1
    assert count > 10


def test_what_stays() -> None:
    """Pages by hand keep their place; a title in the front matter is no link; data are left alone."""
    pages = {"a/b.md": "---\ntitle: '[x](c.md)'\n---\n\n[over](../over.md)", "a/c.md": "", "data/x.json": "[x](c.md)"}
    files = LaidOut(pages)
    assert files["a/b/index.md"] == "---\ntitle: '[x](c.md)'\n---\n\n[over](../../over.md)"
    assert files["data/x.json"] == "[x](c.md)"
