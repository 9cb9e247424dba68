"""An editor's introduction has words, emphasis, lists and plain links; everything else is text."""

import pytest
from lxml import html
from markdown import Markdown

from weerklank.pages.argument import introduction


@pytest.mark.parametrize(
    ("markdown", "tags", "text"),
    [
        ("*Zie* [daar](https://x.nl/a?b=1&c=2).", "p em a", "Zie daar."),
        ("[post](mailto:a@x.nl) [lijst](../index.md) [hier](#p1)", "p a a a", "post lijst hier"),
        ("[hier](javascript:x) [d](data:x) [e](//x.nl)", "p", "[hier](javascript:x) [d](data:x) [e](//x.nl)"),
        ("![b](https://x.nl/b.png)", "p", "![b](https://x.nl/b.png)"),
        ("[a][1]\n\n[1]: https://x.nl", "p p", "[a][1]\n[1]: https://x.nl"),
        ("<b>x</b> `c` [TOC] a{: #p1 } &amp; \\*", "p", "<b>x</b> `c` [TOC] a{: #p1 } &amp; \\*"),
        ("een\u202etwee\x0bdrie", "p", "eentweedrie"),
        ("- een\n- twee", "ul li li", "\neen\ntwee\n"),
    ],
)
def test_introduction(markdown: str, tags: str, text: str) -> None:
    page = Markdown(extensions=["attr_list", "md_in_html", "toc"]).convert(introduction(markdown))
    tree = html.fragment_fromstring(page, create_parent="main")
    assert [element.tag for element in tree.iter()][1:] == tags.split()
    assert tree.text_content() == text
