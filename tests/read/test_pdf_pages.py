"""HTML made of a PDF is read as pages of print: lines, form feeds, feet apart."""

from __future__ import annotations

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
