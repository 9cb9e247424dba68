"""The checks over finished pages: each fault is found, told by page and link, and a sound site has none."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.site.checkout import write
from weerklank.model.runs import words
from weerklank.rights.word_runs import Stretch, withhold
from weerklank.site.check import Expected, check_site, read_page


def framed(body: str) -> str:
    """A page as our templates make it."""
    content = f'<div class="wk-page" id="inhoud" tabindex="-1">{body}</div>'
    return f'<!doctype html><html lang="nl"><head><title>t</title></head><body>{content}</body></html>'


def problems(site: Path, body: str, expected: Expected | None = None, name: str = "een/index.html") -> list[str]:
    write(site / name, framed(body))
    write(site / "twee/index.html", '<p id="p1">twee</p>')
    write(site / "data/alles.json", "{}")
    return [str(problem) for problem in check_site(site, expected or Expected())[1]]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../twee/#p1">a</a> <a href="../twee/?q=a">b</a> <a href="../data/alles.json">c</a>',
        '<p id="hier"></p><a href="#hier">a</a> <a href="">b</a> <a href="./">c</a> <a href="..">d</a>',
        '<a href="https://example.org/x">elders</a> <a href="mailto:a@example.org">post</a>',
        '<a href="../twee/#:~:text=twee">a</a>',
        '<p id="caf\u00e9"></p><a href="#caf%C3%A9">a</a>',
        '<script type="application/json">{}</script>',
    ],
)
def test_sound(tmp_path: Path, body: str) -> None:
    write(tmp_path / "index.html", framed("<p>thuis</p>"))
    assert problems(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<a href="../drie/">a</a>', "een/index.html: ../drie/: nothing there"),
        ('<a href="../twee/#p2">a</a>', "een/index.html: ../twee/#p2: no id 'p2' there"),
        ('<a href="../twee">a</a>', "een/index.html: ../twee: needs a slash at the end"),
        ('<a href="#niets">a</a>', "een/index.html: #niets: no id 'niets' there"),
        (
            '<a href="/twee/">a</a>',
            "een/index.html: /twee/: starts at the server's root, which breaks under a sub-path",
        ),
        ('<a href="../../x/">a</a>', "een/index.html: ../../x/: leaves the site"),
        ('<a href="javascript:x()">a</a>', "een/index.html: javascript:x(): a link may not go to javascript"),
        ('<form action="../drie/"></form>', "een/index.html: ../drie/: nothing there"),
        ('<img src="../b.png">', "een/index.html: ../b.png: nothing there"),
        ('<img srcset="../b.png 2x">', "een/index.html: ../b.png: nothing there"),
        (
            '<img src="https://example.org/b.png">',
            "een/index.html: https://example.org/b.png: loads from outside the site",
        ),
        (
            '<link rel="stylesheet" href="//example.org/a.css">',
            "een/index.html: //example.org/a.css: loads from outside the site",
        ),
        ('<p id="a"></p><p id="a"></p>', "een/index.html: id 'a' occurs 2 times"),
        ("<script>x()</script>", "een/index.html: inline script, which the content security policy refuses"),
        ('<p style="color:red">a</p>', "een/index.html: inline style, which the content security policy refuses"),
        ('<p onclick="x()">a</p>', "een/index.html: attribute onclick would run a script"),
    ],
)
def test_fault(tmp_path: Path, body: str, told: str) -> None:
    assert problems(tmp_path, body) == [told]


def test_stylesheet_that_loads_from_elsewhere(tmp_path: Path) -> None:
    write(tmp_path / "a.css", "@import 'https://example.org/b.css'; p { background: url(c.png) }")
    told = problems(tmp_path, '<link rel="stylesheet" href="../a.css">')
    assert told == ["a.css: https://example.org/b.css: loads from outside the site"]


def test_404_counts_from_the_root(tmp_path: Path) -> None:
    body = '<a href="/onder/twee/">a</a><a href="/onder/drie/">b</a>'
    write(tmp_path / "404.html", f"<body>{body}</body>")
    write(tmp_path / "twee/index.html", "<p>twee</p>")
    told = [str(p) for p in check_site(tmp_path, Expected(), "https://example.org/onder/")[1]]
    assert told == ["404.html: /onder/drie/: nothing there"]


TEXT = {"een": [("p1", "Een zin."), ("p2", "- a b\n- c")]}
ARTICLE = (
    '<article data-seed="s"><header data-apparatus><h1>x</h1></header>'
    '<p id="p1" data-block="paragraph"><a data-apparatus href="#p1">§ 1</a> '
    'Een <mark id="m" data-passage="m">zin</mark>.</p>'
    '<div id="p2" data-block="list"><ul><li>a b</li><li>c</li></ul></div></article>'
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Een <mark", "Een <mark", []),
        ("Een <mark", "Geen <mark", ["p1 reads 'Geen zin.'…, the text has 'Een zin.'…"]),
        ("<li>c</li>", "", ["p2 reads 'a b'…, the text has 'a b\\nc'…"]),
        ("</article>", "los</article>", ["words outside any block, not marked as apparatus: 'los'"]),
        ('id="m" ', "", ["passage m is not marked"]),
        ('id="p2"', 'id="p3"', ["blocks are p1 p3, the text has p1 p2"]),
        ("data-seed", "data-zaad", ["the text has no page, or no [data-seed] on it", "passage m is not marked"]),
    ],
)
def test_reading_text(tmp_path: Path, old: str, new: str, told: list[str]) -> None:
    expected = Expected(TEXT, {"een": ["m"]})
    found = problems(tmp_path, ARTICLE.replace(old, new), expected, "essays/een/index.html")
    found = [line for line in found if "became markup" not in line]  # of that more in test_allowed
    assert found == [f"essays/een/index.html: {words}" for words in told]


def test_argument_pages(tmp_path: Path) -> None:
    expected = Expected(arguments={"a": 2, "b": 1})
    body = '<div data-argument-page="a"><article data-quote>x</article></div>'
    assert problems(tmp_path, body, expected, "argumenten/a/index.html") == [
        "argumenten/a/index.html: shows 1 passages of 2",
        "argumenten/b/index.html: the argument has no page",
    ]


def test_markup_that_is_not_ours_names_the_seed(tmp_path: Path) -> None:
    write(tmp_path / "essays/een/index.html", framed('<article data-seed="007_x"><p>een <em>x</em></p></article>'))
    _, problems = check_site(tmp_path, Expected())
    assert [str(p) for p in problems] == [
        "seeds/007_x: essays/een/index.html: the reading text has <em>; words of a seed became markup; "
        "nothing is published until the writer of pages escapes them"
    ]


SECRET = "ik vind dit een heel mooi stuk en ik kom graag terug bij jullie"
SHORT = "Zo hoort het niet"
ESSAY = "essays/twee/index.html"


def found(site: Path) -> list[str]:
    """The files that are told to hold what may not be published."""
    withheld = withhold([Stretch("een", words(SECRET)), Stretch("een", words(SHORT))], [])
    told = [problem for problem in check_site(site, Expected(withheld=withheld))[1] if "may not be" in problem.what]
    assert all(p.what == "holds words of een that may not be published" for p in told)
    return [problem.where for problem in told]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (ESSAY, framed(f"<p>Er staat: {SECRET}, jammer genoeg.</p>")),
        (
            "essays/twee/index.html",
            framed("<p>… <b>ik vi</b>nd dit</p>\n<ul><li>een heel</li>\n<li>mooi stuk EN</li></ul>"),
        ),
        (
            "essays/twee/index.html",
            framed('<p>dit een <mark>heel</mark><a data-apparatus href="#a">b</a> mooi stuk en ik kom</p>'),
        ),
        (ESSAY, framed(f'<p><a href="#x" title="{SECRET}">x</a></p>')),
        (
            "essays/twee/index.html",
            framed(f'<p><a href="https://x.nl/#:~:text={SECRET.replace(" ", "%20")}">x</a></p>'),
        ),
        (ESSAY, framed("<p>heel mooi stuk en ik kom gr&#97;ag t&shy;erug</p>")),
        ("auteurs/x/index.html", framed(f"<p>En: ‘{SHORT}.’</p>")),
        ("data/x.json", '{"a": ["' + SECRET[:30] + '", {"b": "mooi stuk en ik kom graag terug bij j\\u0075llie"}]}'),
        ("data/x.csv", f'1,2,"{SECRET}"\n'),
        ("data/x.jsonld", '{"html": "<p>' + SECRET.replace("stuk", "<i>stuk</i>") + '</p>"}'),
        ("feed.xml", f"<feed><content>&lt;p&gt;{SECRET.replace('een', '&amp;#101;en')}&lt;/p&gt;</content></feed>"),
        ("beeld.svg", f"<svg><title>x</title><text>{SECRET}</text></svg>"),
        ("data/arguments.argdown", f"[een]: {SECRET}"),
    ],
)
def test_withheld_words_are_found(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path / name, text)
    assert found(tmp_path) == [name]


def test_withheld_words_are_found_in_the_index_of_search(tmp_path: Path) -> None:
    content = json.dumps({"content": SECRET.replace("mooi", "mo|oi")}).encode()
    path = tmp_path / "pagefind/fragment/nl_1.pf_fragment"
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(b"pagefind_dcd" + content))
    assert found(tmp_path) == ["pagefind/fragment/nl_1.pf_fragment"]


def test_seven_words_and_the_editors_own_are_no_leak(tmp_path: Path) -> None:
    write(tmp_path / "essays/twee/index.html", framed("<p>dit een heel mooi stuk en ik. Zo hoort het wel.</p>"))
    write(tmp_path / "over/index.html", framed(f"<h1>{SHORT}</h1>"))
    write(tmp_path / "auteurs/x/index.html", framed(f"<p>{SHORT}</p>"))
    assert found(tmp_path) == []


def test_what_was_taken_down_leaves_only_its_address(tmp_path: Path) -> None:
    expected = Expected(removed=["een", "twee", "drie"])
    write(tmp_path / "essays/een/index.html", framed("<p>Op verzoek verwijderd.</p>"))
    write(tmp_path / "essays/twee/index.html", framed('<article data-seed="x"></article>'))
    assert [str(problem) for problem in check_site(tmp_path, expected)[1]] == [
        "essays/twee/index.html: the text was taken down, and still has a page",
        "essays/drie/index.html: the text was taken down, and its address does not say so",
    ]


def test_what_is_read_of_a_page_does_not_keep_it_in_memory() -> None:
    page = read_page("index.html", framed('<p id="p1"><a href="#p1">a</a></p>').encode())
    assert {type(each) for each in (*page.ids, *page.links)} == {str}, "a string of lxml's own keeps its tree alive"
