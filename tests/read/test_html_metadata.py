"""What a page says of its text where only plain words in an element named for a byline say it."""

from __future__ import annotations

import pytest

from weerklank.read import read_html

BODY = "".join(
    f"<p>{words}</p>"
    for words in (
        "Wie aan de kade staat, ziet eerst de meeuwen en dan pas het water, en dat is geen toeval.",
        "De havenmeester telt de schepen nog met de hand, al vraagt niemand hem meer naar de uitkomst.",
        "Zo blijft er iets over dat geteld wordt om geteld te zijn, en daar kan geen scherm tegenop.",
    )
)


@pytest.mark.parametrize(
    ("byline", "authors", "date"),
    [
        ("<p class='post-meta'>Door Wytze Kooi – 3 maart 2011</p>", ("Wytze Kooi",), "2011-03-03"),
        (
            "<p class='postmetadata'>Geplaatst door Wytze Kooi op 3 maart 2011 om 21:14 uur</p>",
            ("Wytze Kooi",),
            "2011-03-03",
        ),
        ("<div class='author'>Gepubliceerd op 3 maart 2011 door Wytze Kooi</div>", ("Wytze Kooi",), "2011-03-03"),
        ("<div class='submitted'>Ingezonden op 3 maart 2011 - 10:12</div>", (), "2011-03-03"),
        ("<p class='byline'>Posted on March 3, 2011</p>", (), "2011-03-03"),
        ("<p class='meta'>Ontvangen: 3 maart 2011</p>", (), None),
        ("<p class='meta'>Geplaatst</p>", (), None),
        ("<div class='meta'>12 maart 2018 door <a>Roos van Dalen</a></div>", ("Roos van Dalen",), "2018-03-12"),
        ("<span class='author'>van Roos van Dalen</span>", ("Roos van Dalen",), None),
        ("<span class='author'>Tekst door E. van der Zwaag</span>", ("E. van der Zwaag",), None),
    ],
)
def test_a_byline_in_plain_words(byline: str, authors: tuple[str, ...], date: str | None) -> None:
    page = f"<title>De kade | Havenblad</title><article><h1>De kade</h1>{byline}<div>{BODY}</div></article>"
    said = read_html(page.encode()).metadata
    assert (said.authors, said.date) == (authors, date)


@pytest.mark.parametrize(
    ("given", "authors"),
    [
        ("Piet van den Heuvel", ("Piet van den Heuvel",)),
        ("Ursula von der Leyen en Otto van Bruggen", ("Ursula von der Leyen", "Otto van Bruggen")),
        ("van Dijk, Jan", ("Jan van Dijk",)),
        ("Van Goethem, Lies", ("Lies Van Goethem",)),
        ("Bruggen, Otto van", ("Otto van Bruggen",)),
        ("Łukasz Nowak en Öznur Yılmaz", ("Łukasz Nowak", "Öznur Yılmaz")),
        ("Mary-Kate McDonald", ("Mary-Kate McDonald",)),
        ("Jan Jansen, Els de Boer", ("Jan Jansen", "Els de Boer")),
        ("Van Dalen", ("Van Dalen",)),
        ("By Anna van der Meer", ("Anna van der Meer",)),
    ],
)
def test_names_keep_all_their_parts(given: str, authors: tuple[str, ...]) -> None:
    page = f"<title>De kade</title><meta name='author' content=\"{given}\"><h1>De kade</h1>{BODY}"
    assert read_html(page.encode()).metadata.authors == authors


def test_a_site_in_brackets_is_no_part_of_the_title() -> None:
    page = f"<title>De kade (Kooi's Kladblok)</title><h1>De kade</h1>{BODY}"
    assert read_html(page.encode()).metadata.title == "De kade"


@pytest.mark.parametrize("title", ["De kade en het water", "Kades", "Havenblad: een afscheid"])
@pytest.mark.parametrize(
    ("bar", "above"),
    [
        ("{} – Het Havenblad", "<h1>Het Havenblad</h1><p>Home | Contact</p><h2>{}</h2>"),  # the site's name in an h1
        ("Het Havenblad", "<p>Het Havenblad</p><h1>{}</h1>"),  # and in the bar of all pages
        ("{}", "<h1>Het Havenblad</h1><p><b>{}</b></p>"),
        ("{} - Opinie", "<h1>{}</h1><h2>Opinie</h2>"),
    ],
)
def test_the_site_s_name_is_not_the_title(title: str, bar: str, above: str) -> None:
    page = f"<title>{bar.format(title)}</title><div>{above.format(title)}{BODY}</div>"
    assert read_html(page.encode()).metadata.title == title


@pytest.mark.parametrize("junk", ["Naamloos document", "Layout 1", "brief raad def 2", "kade.docx", "Untitled"])
def test_what_a_program_calls_a_page_is_no_title(junk: str) -> None:
    assert read_html(f"<title>{junk}</title><p><b>De kade</b></p>{BODY}".encode()).metadata.title is None
    assert read_html(f"<title>{junk}</title><h1>De kade</h1>{BODY}".encode()).metadata.title == "De kade"
