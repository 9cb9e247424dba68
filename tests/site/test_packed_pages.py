"""MkDocs holds the words of no page but the one whose file it makes; hooks of a collection are shown them as ever."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from tests.site.checkout import make_checkout
from weerklank.site import NewSite
from weerklank.site.packed_pages import PackedPages
from weerklank.site.render import render_pages

HOOK = """
def on_page_content(html, **_):
    return html + "<p>Van de haak.</p>"

def on_page_context(context, *, page, **_):
    page.content += f"<p>{page.content.count('haak')} keer.</p>"
    return context
"""


def test_the_words_of_a_page_are_there_while_its_file_is_made() -> None:
    said = {f"{n}.md": f"<p>Brood {n} – vers</p>" for n in range(3)}
    pages: list[Any] = [SimpleNamespace(file=SimpleNamespace(src_uri=n), markdown="Brood", content="") for n in said]
    packed, context = PackedPages(), cast(Any, {})
    for page in pages:
        page.content = packed.on_page_content(said[page.file.src_uri], page=page)
    for page in reversed(pages):
        assert not any(each.content or each.markdown for each in pages)
        assert packed.on_page_context(context, page=page) is context
        assert page.content == said[page.file.src_uri]
        assert packed.on_post_page("<html>", page=page) == "<html>"


def test_hooks_see_them_as_ever(tmp_path: Path) -> None:
    root = make_checkout(tmp_path / "root")
    (root / "hook.py").write_text(HOOK, "utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [hook.py]\n")
    (tmp_path / "site").mkdir()
    render_pages(root, NewSite(tmp_path / "site"))
    page = (tmp_path / "site/essays/vers-brood/index.html").read_text("utf-8")
    assert page.count("<p>Van de haak.</p>") == page.count("<p>1 keer.</p>") == 1
    assert page.index("Van de haak.") < page.index("1 keer.") < page.index("</article>")
