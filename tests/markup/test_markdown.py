"""Foreign words show as themselves: no markup, no tags, whatever they are."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown

from weerklank.markup.markdown import Html, escape, front_matter, join, tag

EXTENSIONS = ["attr_list", "md_in_html", "toc", "tables", "fenced_code"]
HOSTILE = [
    "<script>alert(1)</script>", "</div><b>", "*a* _b_ `c`", "[x](javascript:1)", "![x](y)", "# kop", "- punt",
    "1. een", "1) een", "+ plus", "> quote", "===", "---",
    "***", "```", "~~~", "| a | b |\n|---|---|", "{: #x .y }", "{#x}",
    "&amp; &lt; &#60;", "\\<b>", "\\*", "<!-- x -->", "[TOC]", "http://x.nl", "<http://x.nl>", "x\n===", ": def",
    "[x]: http://y", "\x02wzxhzdk:0\x03", "a  \nb", "\tcode", "    code", "''' \"", "*[x]: y", "a_b_c", "**", "&", "#",
    "<div markdown=\"1\">", "a{ .b }", "x <b", "--", "?xml", "<?php ?>", "<![CDATA[x]]>",
]  # fmt: skip


def rendered(markdown: str) -> html.HtmlElement:
    return html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(markdown), create_parent="main")


def seen(text: str) -> str:
    """The characters as a browser would show them: control characters gone, white space folded."""
    controls = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    unseen = "\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    clean = re.sub(f"[{controls}{unseen}]", "", text)
    return " ".join(clean.split())


words = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=30), st.text("<>&*_`[](){}#|\\-+.:=~!\"' ax1\n", max_size=30)
)
texts = st.lists(words, min_size=1, max_size=4).map(" ".join).filter(lambda t: seen(t) and "\r" not in t)


@given(texts)
@settings(max_examples=300)
@example("1. x").via("a list")
@example("{: #x }").via("attributes")
def test_a_paragraph_shows_its_characters_and_no_tag(text: str) -> None:
    tree = rendered(f'{escape(text)}\n{{: #p1 data-block="paragraph" }}')
    assert [element.tag for element in tree.iter() if isinstance(element.tag, str)] == ["main", "p"]
    assert dict(tree[0].attrib) == {"id": "p1", "data-block": "paragraph"}
    assert seen(tree.text_content()) == seen(text)


@given(texts)
@settings(max_examples=150)
def test_a_heading_a_list_item_and_a_quotation_do_too(text: str) -> None:
    source = (
        f"## {escape(text)} {{: #h1 }}\n\n"
        f'<blockquote data-block="quotation" markdown="1">\n\n{escape(text)}\n{{: #p1 }}\n\n'
        f'<div data-block="list" markdown="1">\n\n- {escape(text)}\n- {escape(text)}\n\n</div>\n\n</blockquote>'
    )
    tree = rendered(source)
    tags = [element.tag for element in tree.iter() if isinstance(element.tag, str)]
    assert [t for t in tags if t != "p"] == ["main", "h2", "blockquote", "div", "ul", "li", "li"]
    assert seen(tree.text_content()) == seen(" ".join([text] * 4))


@given(texts)
@settings(max_examples=150)
def test_a_tag_of_ours_holds_foreign_words_in_attribute_and_content(text: str) -> None:
    tree = rendered(f"Voor {tag('a', escape(text), href='#x', title=text, data_apparatus=True)} na")
    (link,) = tree.iter("a")
    assert sorted(link.attrib) == ["data-apparatus", "href", "title"]
    assert seen(link.get("title")) == seen(text)
    assert seen(link.text_content()) == seen(text)


def test_front_matter_is_yaml_with_inert_strings() -> None:
    assert front_matter({"title": 'a: <b> "c"', "n": 3}) == "---\ntitle: 'a: &lt;b&gt; &quot;c&quot;'\nn: 3\n---\n\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_escaping_keeps_to_one_line(text: str) -> None:
    assert "\n" not in escape(text)


@given(texts)
def test_a_bare_string_is_never_taken_for_markup(text: str) -> None:
    made = [
        tag("p", text),
        join([text], " "),
        Html("") + text,
        Html("{}").format(text),
        Html("%s") % text,
    ]
    assert [str(each) for each in made] == [f"<p>{escape(text)}</p>", *[str(escape(text))] * 4]


def test_what_is_safe_is_not_escaped_twice() -> None:
    safe = escape("*")
    assert tag("p", safe) == "<p>&#42;</p>" and join([safe, safe]) == "&#42;&#42;" and Html.escape(safe) == safe
