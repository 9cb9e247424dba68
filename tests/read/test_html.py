"""Pages as essays: cases in prose, and what must hold for every page."""

from __future__ import annotations

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import cases
from weerklank.model.errors import InputError
from weerklank.read import HtmlPage, read_html


def said(data: bytes, selector: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_html(data, selector)
    return str(caught.value)


def told(page: HtmlPage) -> str:
    """The page as the cases write it: what is known of it, a line '---', its text."""
    known = {
        "title": page.metadata.title,
        "authors": ", ".join(page.metadata.authors),
        "date": page.metadata.date,
        "publication": page.metadata.publication,
        "comments": page.metadata.comments,
    }
    return "\n".join([*(f"{key}: {value}" for key, value in known.items() if value), "---", page.text])


@pytest.mark.parametrize(("title", "before", "after"), cases("read-html"))
def test_page(title: str, before: str, after: str) -> None:
    assert told(read_html(before.encode())) == after


def letters(*texts: str) -> Counter[str]:
    return Counter(c for text in texts for c in text if c.isalpha())


def assert_nothing_vanishes(source: str, page: HtmlPage) -> None:
    soup = BeautifulSoup(source, "lxml")
    for tag in soup.find_all(["script", "style", "title", "template"]):
        tag.decompose()
    assert letters(page.text, *page.set_aside) == letters(soup.get_text())


@pytest.mark.parametrize(("title", "before", "after"), cases("read-html"))
def test_nothing_vanishes(title: str, before: str, after: str) -> None:
    assert_nothing_vanishes(before, read_html(before.encode()))


ESSAY = "<p>Een boom staat buiten, en dat al héél lang.</p><p>‘Laat hem staan’, zei de cliënt.</p>"
PAGE = "<html><head>{}<title>Bomen</title></head><body><h1>Bomen</h1>" + ESSAY + "</body></html>"
READ = "Bomen\n\nEen boom staat buiten, en dat al héél lang.\n\n‘Laat hem staan’, zei de cliënt."


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8", "<meta charset=utf-8>"),
        ("utf-8", ""),
        ("utf-8-sig", "<meta charset=iso-8859-1>"),
        ("utf-16", ""),
        ("cp1252", "<meta charset=windows-1252>"),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
    ],
)
def test_sound_encodings(encoding: str, declaration: str) -> None:
    page = read_html(PAGE.format(declaration).encode(encoding))
    assert page.text == READ
    assert page.notes == () or encoding == "utf-8-sig"


@pytest.mark.parametrize(
    ("encoding", "declaration", "note"),
    [
        ("utf-8", "<meta charset=iso-8859-1>", "declared as cp1252, and is UTF-8: read as UTF-8"),
        (
            "cp1252",
            "<meta charset=utf-8>",
            "declared as utf-8, but byte 0xE9 in line 1 is not UTF-8: read as windows-1252",
        ),
        ("cp1252", "", "no encoding declared, and byte 0xE9 in line 1 is not UTF-8: read as windows-1252"),
        (
            "cp1252",
            "<meta charset=onzin>",
            "no encoding declared, and byte 0xE9 in line 1 is not UTF-8: read as windows-1252",
        ),
    ],
)
def test_wrong_declarations_are_noted(encoding: str, declaration: str, note: str) -> None:
    page = read_html(PAGE.format(declaration).encode(encoding))
    assert page.text == READ
    assert page.notes == (note,)


def test_two_encodings_in_one_page() -> None:
    data = PAGE.format("").encode().replace("cliënt".encode(), "cliënt".encode("cp1252"))
    page = read_html(data)
    assert page.text == READ
    assert page.notes[0].startswith("two encodings in one page: byte 0xEB in line 1 is not UTF-8")


def test_a_selector_takes_what_it_names_but_no_comments() -> None:
    data = b"<p>Een zin die er niet bij hoort.</p><div id=x><p>Kort.</p><div class=comments><p>Ja.</p></div></div>"
    assert read_html(data, "#x").text == "Kort."
    assert said(data, "#y") == "selector: '#y' finds nothing on the page; look at its source"
    assert said(data, "p[") == "selector: 'p[' is not a CSS selector; try article, or #id"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "page: holds no text that could be an essay"),
        (b"<html><body><img src=x></body></html>", "page: holds no text that could be an essay"),
        (b"<div class=comments><p>Wat een onzin is dit, zeg.</p></div>", "page: holds no text that could be an essay"),
        (b"\x89PNG\r\n" + bytes(range(256)), "page: is not HTML: it looks like a PNG image"),
        (b"<b>" * 300 + b"x", "page: nests its elements more than 250 deep"),
        (b"<p>" * 100_001, "page: has 100,001 tags, and the limit is 100,000"),
    ],
)
def test_no_page_to_read(data: bytes, message: str) -> None:
    assert said(data).startswith(message)


def test_what_is_marked_up_inline_is_not_glued() -> None:
    note = "<sup><a href='#n1'>1</a></sup>"
    data = f"<p>Een<br>twee<img src=x>drie <b>vi</b>er&nbsp;vijf&shy;tien{note}, 1<sup>e</sup> keer.</p>"
    assert read_html(data.encode()).text == "Een\ntwee drie vier vijftien[1], 1e keer."


def test_the_same_page_reads_the_same() -> None:
    data = cases("read-html")[0][1].encode()
    assert read_html(data) == read_html(data)


TAGS = ["p", "div", "h1", "h2", "ul", "ol", "li", "blockquote", "br", "table", "tr", "td", "article", "aside", "nav",
        "form", "pre", "b", "a", "span", "script", "section", "main"]  # fmt: skip
_NAMES = st.sampled_from(
    ["comments", "entry-content", "sidebar", "author", "date", "x", "wp-caption", "share", "intro"]
)
_LEAF = st.text("abc é.\n<&", max_size=30)


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, name, inner: f"<{tag} class='{name}' id='{name}'>{''.join(inner)}</{tag}>",
        st.sampled_from(TAGS),
        _NAMES,
        st.lists(children, max_size=5),
    )


@settings(max_examples=60, deadline=None)
@given(st.recursive(_LEAF, _element, max_leaves=25))
def test_any_tags_make_a_page_or_an_input_error(source: str) -> None:
    try:
        page = read_html(source.encode())
    except InputError as error:
        assert error.problems
    else:
        assert page.text.strip()
        assert_nothing_vanishes(source, page)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_page_or_an_input_error(data: bytes) -> None:
    for source in (data, b"<p>Een zin van zes woorden.</p>" + data):
        try:
            read_html(source)
        except InputError as error:
            assert error.problems


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["boom", "kast", "stoel,", "huis.", "tuin"]), min_size=1, max_size=40))
def test_the_words_of_an_essay_are_all_kept_in_order(words: list[str]) -> None:
    rows = [" ".join(words[i : i + 7]) for i in range(0, len(words), 7)]
    data = "<h1>Kop</h1><article>" + "".join(f"<p>{row}</p>" for row in rows) + "</article>"
    assert read_html(data.encode()).text.split() == ["Kop", *words]


def test_only_what_is_surely_the_websites_own_is_told_from_what_was_left() -> None:
    page = read_html(
        b"<title>Bomen</title><nav><a href=/>Home</a></nav><nav class=recent-comments>Piet over Bomen</nav>"
        b"<article><h1>Bomen</h1><p>Een boom is geen meubel, en wie dat denkt, zaagt te vroeg.</p></article>"
        b"<nav>Beantwoord Piet</nav><div class=comments><button>Reageer</button><p>Piet: onzin.</p></div>"
    )
    assert page.site_words == ("Home",)
    assert {"Home", "Piet over Bomen", "Beantwoord Piet"} <= set(page.set_aside)
