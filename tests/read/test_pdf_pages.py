"""HTML made of a PDF is read as pages of print: lines, form feeds, feet apart."""

from __future__ import annotations

import pytest

from weerklank.read import read_essay, read_html

LINES = (
    "Wie langs de vaart loopt ziet dat het water hoger staat dan",
    "de weg, en dat de weg daar niet van opkijkt. Zo gaat het",
    "al honderd jaar, en de pomp die het regelt is van een man",
    "die nooit iets zegt en altijd op tijd is.",
)


def _page(number: int, lines: tuple[str, ...]) -> str:
    placed = "".join(
        f"<p style='position:absolute;top:{100 + 18 * n}px' class='ft1'>{x}</p>" for n, x in enumerate(lines)
    )
    foot = f"<p style='position:absolute;top:500px' class='ft0'>Polderpost 3</p><p class='ft0'>{number}</p>"
    return f"<div id='page{number}-div'>{placed}{foot}</div>"


def test_lines_are_a_paragraph_and_feet_go() -> None:
    page = f"<title>Layout 1</title>{_page(4, LINES)}{_page(5, LINES[:2] + ('Dat is genoeg voor vandaag.',))}".encode()
    essay = read_essay(page, "vaart.html")
    assert essay.cleaned.printed
    assert "dan de weg, en dat de weg daar niet van opkijkt" in essay.text
    assert "Polderpost" not in essay.text
    assert read_html(page).set_aside == ("Polderpost 3", "4", "Polderpost 3", "5")


def test_a_page_without_heights_is_no_such_page() -> None:
    page = "<title>De vaart</title><div id='page1-div'>" + "".join(f"<p>{line}</p>" for line in LINES) + "</div>"
    assert "\f" not in read_html(page.encode()).text


def _placed(form: str, page: str) -> str:
    lines = "".join(form.format(line=line, down=100 + 18 * n, up=700 - 18 * n, n=n) for n, line in enumerate(LINES))
    return page.format(lines)


@pytest.mark.parametrize(
    "page",
    [
        _placed("<p style='top:{down}.5pt;left:72pt'><span>{line}</span></p>", "<div id='page0'>{}</div>"),
        _placed("<div class='t m0 x1 h1 y{n} ff1'>{line}</div>", "<div id='pf1'><div class='pc'>{}</div></div>"),
        _placed("<span style='left:9%; top: {down}%'>{line}</span>", "<div id='pageContainer1'><div>{}</div></div>"),
    ],
)
def test_lines_placed_in_other_ways(page: str) -> None:
    style = "".join(f".y{n}{{bottom:{700 - 18 * n}.2px;}}" for n in range(len(LINES)))
    essay = read_essay(f"<title>De vaart</title><style>{style}</style>{page}".encode(), "vaart.html")
    assert essay.cleaned.printed and " ".join(LINES) in essay.text
