"""The account says from where it is known who wrote a text, when, and what it is called."""

from __future__ import annotations

from dataclasses import replace

from tests.pages.account.test_rows import of
from weerklank.clean import clean
from weerklank.languages.pack import pack
from weerklank.model import Essay, Metadata, Seed, Sidecar, Witness
from weerklank.pages.account.known_from import known_from

TEXT = "De boten\n\nDoor Ank Veld\n\nWie aan de sluis woont, telt de boten niet meer, want zij tellen hem.\n"


def described(page: Metadata | None = None, sidecar: Sidecar | None = None) -> dict[str, str]:
    cleaned = clean(TEXT)
    seed = Seed("000", "000.txt", TEXT.encode(), TEXT, sidecar or Sidecar(), page)
    essay: Essay = replace(of(cleaned, TEXT), seed=seed, title="De boten", authors=cleaned.metadata.authors)
    return dict(known_from(pack("nl"), essay))


def test_of_a_text_the_lines_are_named() -> None:
    assert described() == {"titel": "volgens regel 1 van de bron", "auteur": "volgens regel 3 van de bron"}


def test_of_a_page_its_places_and_its_line_are_named() -> None:
    page = Metadata(witnesses=(Witness("authors", "Ank Veld", "JSON-LD"), Witness("authors", "Jo Bos", "meta")))
    assert described(page)["auteur"] == "volgens de gegevens voor zoekmachines (JSON-LD), regel 3 van de bron"


def test_where_places_contradict_each_other_all_are_named() -> None:
    page = Metadata(witnesses=(Witness("date", "2019-01-01", "time"), Witness("date", "2020-01-01", "address")))
    assert described(page)["datum"].startswith("onbekend: ")


def test_what_the_sidecar_says_is_the_editors() -> None:
    assert described(sidecar=Sidecar(title="De boten"))["titel"] == "volgens wie deze verzameling maakt"
