"""What the allow-list lets through, and what it names."""

import pytest

from weerklank.site.allowed import strange_markup

START = '<div class="wk-page" id="inhoud" tabindex="-1">'


def told(content: str) -> list[str]:
    return list(strange_markup(f"<body>{START}{content}</div></body>"))


@pytest.mark.parametrize(
    "content",
    [
        '<article data-seed="001"><p id="p1" data-block="paragraph">Klant &amp; <mark class="wk-mark wk-for" id="a-1" '
        'data-passage="a-1" data-argument="a" data-stance="for">koning</mark> &lt;b&gt;</p></article>',
        '<article data-seed="x"><a class="wk-num" data-apparatus href="#p1" title="Vaste link">§ 1</a></article>',
        '<p>een<br />twee<br>drie</p><a href="../../essays/x/#p1">x</a><a href="https://x.nl/?a=1&amp;b=(2)">y</a>',
        "<p>1 &lt; 2 is geen tag</p>",
        '<svg viewbox="0 0 24 24.5" class="wk-cell" aria-hidden="true"><a href="#a-1" data-stance="for">'
        '<title>a &#60;b&#62;</title><line x1="1.5%" x2="2%" y1="4" y2="4"></line><path d="M1 -2.5z"></path></a></svg>',
    ],
)
def test_what_our_writer_writes(content: str) -> None:
    assert told(content) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<script>x</script>", "the element <script>"),
        ('<article data-seed="x"><em>x</em></article>', "the reading text has <em>"),
        ('<article data-seed="x"><p class="x">x</p></article>', "<p> has the attribute class"),
        ('<article data-seed="x"><a href="https://x.nl">x</a></article>', "the reading text has <a>"),
        ('<p onclick="x">x</p>', "<p> has the attribute onclick"),
        ('<a href="javascript:x">x</a>', "<a> has href='javascript:x'"),
        ('<a href="&#106;avascript:x">x</a>', "<a> has href='javascript:x'"),
        ('<a href="//x.nl">x</a>', "<a> has href='//x.nl'"),
        ('<a href="/\\x.nl">x</a>', "<a> has href='/\\\\x.nl'"),
        ('<a href=" javascript:x">x</a>', "<a> has href=' javascript:x'"),
        ("<p>x", "</div> closes <p>"),
        ("<p>x</b></p>", "</b> closes <p>"),
        ("<!-- x -->", "not a tag of ours: '<!-- x --></div></body>'"),
        ("<P>x</P>", "not a tag of ours: '<P>x</P></div></body>'"),
        ("<p id=x>x</p>", "not a tag of ours: '<p id=x>x</p></div></body>'"),
        ("<p/onclick=x>", "not a tag of ours: '<p/onclick=x></div></body>'"),
        ("<p title='x'>x</p>", "not a tag of ours: \"<p title='x'>x</p></div></body>\""),
        ("<svg><script>x</script></svg>", "the element <script>"),
        ("<svg><style>x</style></svg>", "the element <style>"),
        ("<svg><p>x</p></svg>", "the element <p>"),
        ("<svg><title><line></line></title></svg>", "<line> stands in <title>"),
        ("<svg><svg></svg></svg>", "<svg> stands in <svg>"),
        ('<svg><a href="javascript:x">x</a></svg>', "<a> has href='javascript:x'"),
        ('<svg><path d="url(x)"></path></svg>', "<path> has d='url(x)'"),
        ('<svg width="calc(1px)"></svg>', "<svg> has width='calc(1px)'"),
        ("<title>x</title>", "the element <title>"),
        ('<article data-seed="x"><svg></svg></article>', "the reading text has <svg>"),
        ("a\u202eb", "the character U+202E"),
    ],
)
def test_what_it_never_writes(content: str, said: str) -> None:
    assert told(content) == [said]


def test_a_page_without_our_frame() -> None:
    assert list(strange_markup("<p>x</p>")) == ["no content: the page is not made by our templates"]
