"""Lines that say who and when: what they say is read, and nothing else becomes an author or a day."""

from __future__ import annotations

import pytest

from weerklank.clean.web.meta_line import said
from weerklank.languages.person_names import is_name, names


def read(words: str) -> dict[str, str] | None:
    """The fields of a line, None where it is none of who and when."""
    fields = said(words)
    return None if fields is None else {field: value for _, _, field, value in fields}


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Column Wytze Kooi", "Wytze Kooi"),
        ("Gastblog van Wytze Kooi", "Wytze Kooi"),
        ("Een bijdrage van Wytze Kooi", "Wytze Kooi"),
        ("Essay door Wytze Kooi", "Wytze Kooi"),
        ("Een column door Wytze Kooi (2009)", "Wytze Kooi"),
        ("A guest post by Mary Webb", "Mary Webb"),
        ("Von Grete Sommer und Uwe Lang", "Grete Sommer; Uwe Lang"),
        ("Ein Gastbeitrag von Grete Sommer", "Grete Sommer"),
        ("Interview: Wytze Kooi. Foto’s: Ina Smit", "Wytze Kooi"),
        ("Tekst: Wytze Kooi. Beeld: Ina Smit", "Wytze Kooi"),
        ("Text und Fotos: Grete Sommer", "Grete Sommer"),
        ("Words by Mary Webb. Photographs by Ina Smit", "Mary Webb"),
        ("Van onze verslaggever Wytze Kooi", "Wytze Kooi"),
        ("Auteur(s): Wytze Kooi", "Wytze Kooi"),
        ("Opinion by Mary Webb", "Mary Webb"),
        ("Door Łukasz Nowak en Mary-Kate McDonald", "Łukasz Nowak; Mary-Kate McDonald"),
    ],
)
def test_a_byline_gives_the_name_alone(line: str, authors: str) -> None:
    assert read(line) == {"authors": authors}


@pytest.mark.parametrize(
    "name",
    [
        "Jan van der Berg",
        "J. in 't Veld",
        "Sjoerd Op den Akker",
        "Liesbeth Van Impe",
        "Els de Boer",
        "Hugo Visser",
        "Jan Bakker",
    ],
)
def test_a_name_beside_a_day_is_read_whole(name: str) -> None:
    assert read(f"{name} | 3 mei 2019") == {"authors": name, "date": "2019-05-03"}


@pytest.mark.parametrize("words", ["Hof van Twente", "Reactie van de gemeente", "Staff Writer"])
def test_what_is_no_name_beside_a_day_is_not_read(words: str) -> None:
    assert "authors" not in (read(f"{words} | 3 mei 2019") or {})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Dieser Beitrag wurde am Freitag, 4. Juni 2019 um 08:15 Uhr von Grete Sommer veröffentlicht und unter Haus"
            " gespeichert.",
            {"date": "2019-06-04", "authors": "Grete Sommer"},
        ),
        ("This entry was posted in Home on June 4, 2019 by Mary Webb.", {"date": "2019-06-04", "authors": "Mary Webb"}),
        ("Geschrieben von Grete Sommer in Haus um 15:20 | Kommentare (1)", {"authors": "Grete Sommer"}),
        ("Submitted by Mary Webb on Fri, 06/14/2019 - 14:02", {"date": "2019-06-14", "authors": "Mary Webb"}),
        ("door Wytze Kooigepubliceerd 04-06-2019", {"date": "2019-06-04", "authors": "Wytze Kooi"}),
        ("First published 4 June 2019", {"date": "2019-06-04"}),
        ("Uitgesproken op 4 juni 2019", {"date": "2019-06-04"}),
        ("Geplaatst op 4 juni 2019 door Wytze Kooi", {"date": "2019-06-04", "authors": "Wytze Kooi"}),
        ("Veröffentlicht am 4. Juni 2019 von Grete Sommer", {"date": "2019-06-04", "authors": "Grete Sommer"}),
        ("Mi 4. Mai 2016 von Grete Sommer", {"date": "2016-05-04", "authors": "Grete Sommer"}),
        ("Zandwolde, 12 maart 2019", {"date": "2019-03-12"}),
        ("Den Haag, 12 maart 2019", {"date": "2019-03-12"}),
        ("Bergen aan Zee, 12 maart 2019", {"date": "2019-03-12"}),
        ("Grünau, den 3. Mai 2017", {"date": "2017-05-03"}),
        ("Tekst: Wytze Kooi. Zandwolde, 12 maart 2019.", {"authors": "Wytze Kooi", "date": "2019-03-12"}),
        ("Door Wytze Kooi, 12 maart 2019", {"authors": "Wytze Kooi", "date": "2019-03-12"}),
        ("Wytze Kooi, 12 maart 2019", {"authors": "Wytze Kooi", "date": "2019-03-12"}),
        ("Received 3 May 2019; accepted 1 June 2019; published 9 July 2019", {"date": "2019-07-09"}),
        ("Ingediend: 3 mei 2019. Aanvaard: 1 juni 2019. Gepubliceerd: 9 juli 2019", {"date": "2019-07-09"}),
        ("Ontvangen: 3 mei 2019", {}),
        ("Posted on June 4, 2019", {"date": "2019-06-04"}),
    ],
)
def test_a_place_or_a_verb_is_no_author_and_a_day_of_receipt_no_date(line: str, said: dict[str, str]) -> None:
    assert read(line) == said


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("3 mei 2018 | Interview: Wytze Kooi | Beeld: Ank Veld", {"date": "2018-05-03", "authors": "Wytze Kooi"}),
        (
            "Redaktion Uferblatt · 3. Mai 2018 · Lesezeit 3 Min.",
            {"date": "2018-05-03", "authors": "Redaktion Uferblatt"},
        ),
        ("Door de Redactieraad De Oever", {"authors": "Redactieraad De Oever"}),
        ("By The Editorial Board", {"authors": "The Editorial Board"}),
        (
            "Wytze Kooi MSc & prof. dr. Ank Veld, 3 mei 2018",
            {"authors": "Wytze Kooi; prof. dr. Ank Veld", "date": "2018-05-03"},
        ),
        ("Wytze Kooi • bestuurskundige • 3 mei 2018", {"authors": "Wytze Kooi", "date": "2018-05-03"}),
        ("DOOR WYTZE VAN DER KOOI", {"authors": "Wytze van der Kooi"}),
        ("VON UTE KRAHL, 3.5.2018", {"authors": "Ute Krahl", "date": "2018-05-03"}),
        ("Wytze Kooi wkooi at oever.example", {"authors": "Wytze Kooi"}),
        ("By Wytze Kooi, Senior Staff Technologist, Privacy Project", {"authors": "Wytze Kooi"}),
        ("Thu, 3 May 2018 14:22:05 +0000", {"date": "2018-05-03"}),
        ("Issue 14, May 2018", {"date": "2018-05"}),
        ("Veröffentlicht am 3. Mai 2018 um 09:15 Uhr von admin", {"date": "2018-05-03"}),
        ("otto kahl | 3.5.2018 | 3 Kommentare", {"date": "2018-05-03"}),
        ("Meld je aan bij wkooi@oever.example", None),
        ("3 mei 2018, wethouder", None),
        ("Door Wytze Kooi – De kip en het ei", None),
    ],
)
def test_makers_groups_and_degrees_beside_a_day(line: str, fields: dict[str, str] | None) -> None:
    assert read(line) == fields


@pytest.mark.parametrize("line", ["Portret van Wytze Kooi", "Over Wytze Kooi", "Het was in Zandwolde, 4 mei 2018"])
def test_a_line_about_someone_is_no_byline(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    "words", ["Over Lot Bos", "Voor Lot Bos", "Aan Lot Bos", "For Ann Webb", "Über Uwe Lang", "Lieve Lot"]
)
def test_no_name_begins_with_such_a_word(words: str) -> None:
    assert not is_name(words) and names(words) == ()
