"""A page that holds no essay, part of one, or that was made as something else, is said to be so."""

from __future__ import annotations

import pytest

from weerklank.model.errors import InputError
from weerklank.read import read_html, read_seed

PROSE = (
    "<p>De brugwachter kende elk schip bij naam, en van elke schipper wist hij wat die van de brug vond, en waarom,"
    " en sinds welk jaar precies, want hij schreef het allemaal op in een schrift.</p>"
)
NAMES = ("De kraan", "De kade", "De sluis", "De werf", "Het veer")


def _teasers(link: str, words: str = "<p>Een paar woorden over wat in dit stuk staat te lezen.</p>") -> str:
    return "".join(
        f"<article class='stuk'><h2><a href='{link.format(n)}'>{name}</a></h2>{words}</article>"
        for n, name in enumerate(NAMES)
    )


def _notes(page: str) -> str:
    return " ".join(read_html(page.encode()).notes)


@pytest.mark.parametrize("words", ["<p>Een paar woorden over wat in dit stuk staat te lezen.</p>", PROSE * 3])
def test_a_front_page_is_no_essay_unless_an_editor_says_where_it_stands(words: str) -> None:
    page = f"<title>Brugpost</title><main>{_teasers('/{}/', words)}</main>".encode()
    with pytest.raises(InputError, match="announces 5 texts and holds none of its own; .*selector"):
        read_html(page)
    assert "De kraan" in read_html(page, "main").text


@pytest.mark.parametrize(
    "beside",
    [
        _teasers("/{}/"),
        _teasers("https://lezer{}.example/boek", PROSE),
        _teasers("#{}", PROSE),
        "<ul>" + "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in NAMES) + "</ul>",
    ],
)
def test_an_essay_with_cards_links_or_sections_is_one(beside: str) -> None:
    page = f"<title>De brug</title><main><article><h1>De brug</h1>{PROSE * 4}</article>{beside}</main>"
    assert "brugwachter" in read_html(page.encode()).text


def test_what_an_author_says_of_others_pages_stays() -> None:
    books = _teasers("https://lezer{}.example/boek").replace("article", "div")
    page = f"<title>Leestips</title><main><h1>Leestips</h1>{PROSE}{books}</main>"
    assert all(name in read_html(page.encode()).text for name in NAMES)


@pytest.mark.parametrize(
    ("head", "foot", "note"),
    [
        ("", "<p>Pagina 1 van 3</p>", "page 1 of 3"),
        ("<link rel='next' href='https://brug.example/brug?page=2'>", "", "next page"),
        ("<link rel='next' href='https://brug.example/brug/2/'>", "", "next page"),
        ("", "<div>Dit artikel is exclusief voor abonnees</div>", "wall"),
        ("", "<div>Subscribe to continue reading</div>", "wall"),
        (
            "<script type='application/ld+json'>{'@type': 'Article', 'isAccessibleForFree': 'False'}</script>",
            "",
            "not free",
        ),
        ("", "<p>Je las een deel van dit stuk. Word lid om het hele verhaal te lezen.</p>", "wall"),
        ("", "<p>1 <a href='/brug/2/'>2</a> <a href='/brug/3/'>3</a></p>", "next page"),
        ("", "<p>1 <a href='?id=4&amp;seite=2'>2</a></p>", "next page"),
        ("", "<p>1 <a href='/sluis/2/'>2</a></p>", ""),
        ("", "<p>1 <a href='/brug/comment-page-2/2/'>2</a></p>", ""),
        ("<link rel='next' href='https://brug.example/sluis/'>", "", ""),
        ("", "<p>Pagina 1 van 2</p><p>Pagina 2 van 2</p>", ""),
        ("", f"<p>Dit artikel is exclusief voor abonnees</p>{PROSE}", ""),
        ("", "<p>Een abonnement is geen burgerschap.</p>", ""),
    ],
)
def test_what_a_page_lacks_is_said(head: str, foot: str, note: str) -> None:
    head = head.replace("'", '"') if "json" in head else head
    own = "<link rel='canonical' href='https://brug.example/brug'>"
    said = _notes(f"<title>De brug</title>{own}{head}<body><h1>De brug</h1>{PROSE * 3}{foot}</body>")
    assert note in said if note else not said


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("\n\n".join(f"{name}\n\nOver wat er gebeurde.\n\nLees verder »" for name in NAMES), "announces 5 texts"),
        (f"De brug\n\n{'Er kwam een schip langs. ' * 20}\n\nPagina 1 van 2", "page 1 of 2"),
        (f"De brug\n\n{'Er kwam een schip langs. ' * 20}\n\nLees verder met een abonnement", "wall"),
        (f"De brug\n\n{'Er kwam een schip langs. ' * 20}\n\nLees verder\n\n{'En nog een. ' * 20}", ""),
    ],
)
def test_of_a_text_too(text: str, note: str) -> None:
    notes = " ".join(each.what for each in read_seed(text.encode(), "brug.txt")[1])
    assert note in notes if note else not notes


@pytest.mark.parametrize(
    ("head", "body", "made"),
    [
        ("<meta name='generator' content='MediaWiki 1.39'>", PROSE, "wiki"),
        ("", PROSE.replace("<p>", "<p class='MsoNormal'>"), "word"),
        ("", f"<table><tr><td>Bekijk deze mail in je browser</table><table><tr><td>{PROSE}</table>"
             "<table><tr><td>Afmelden</table>", "newsletter"),
        ("", PROSE, ""),
        ('<meta name="generator" content="TWiki">', PROSE, "wiki"),
        ('<meta name="Originator" content="Microsoft Word 11">', PROSE, "word"),
        (
            "",
            f"<table><td>Wordt deze e-mail niet goed weergegeven?</table><table></table>{PROSE}<table>Afmelden</table>",
            "newsletter",
        ),
        ("", f"{PROSE}<p>Een browser is een raam, en afmelden kan altijd.</p>", ""),
    ],
)  # fmt: skip
def test_what_a_page_was_made_as(head: str, body: str, made: str) -> None:
    assert read_html(f"<title>De brug</title>{head}<h1>De brug</h1>{body}".encode()).metadata.made_as == made
