"""The language of a text is told where its words tell it for sure, and not otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.copies import EXAMPLE, EXAMPLE_EN
from weerklank.languages.detect import certain, likely
from weerklank.read import read_seed

TOLD = {
    "nl": "De bakker van het dorp slaapt nog wanneer de eerste klanten voor zijn deur staan. Niemand weet wat er met die "
    "gewoonte moet, maar ze is oud en niemand wil haar veranderen. In deze straat is een vrouw die appels verkoopt.",
    "de": "Der Bäcker des Dorfes schläft noch, wenn die ersten Kunden vor seiner Tür stehen. Niemand weiß, was man mit "
    "dieser Gewohnheit tun soll, aber sie ist alt und niemand will sie ändern. In dieser Straße ist eine Frau, die Äpfel verkauft.",
    "en": "The baker of the village is still asleep when the first customers come to his door. Nobody knows what to do "
    "about this habit, but it is old and nobody wants to change it. In this street there is a woman who sells apples.",
}
OTHERS = {
    "French": "Le boulanger du village dort encore quand les premiers clients arrivent devant sa porte. On ne sait pas ce "
    "qu'il faut faire de cette habitude, mais elle est ancienne et personne ne veut la changer. Il y a une femme.",
    "Frisian": "De bakker fan it doarp sliept noch as de earste klanten foar syn doar komme. Nimmen wit wat je mei dizze "
    "gewoante dwaan moatte, mar it is in âlde en net ien wol it feroarje. Yn dizze strjitte is in frou dy't apels ferkeapet.",
    "Danish": "Landsbyens bager sover endnu, når de første kunder kommer til hans dør. Ingen ved, hvad man skal gøre ved den "
    "vane, men den er gammel, og ingen vil ændre den. I denne gade er der en kvinde, som sælger æbler, og som kender alle.",
    "Low German": "De Bäcker in't Dörp slöppt noch, wenn de eersten Kunnen vör siene Döör kaamt. Nüms weet, wat een mit "
    "disse Wennst maken schall, man se is oolt un nüms will ehr ännern. In disse Straat is en Fro, de Appeln verköfft.",
    "Spanish": "El panadero del pueblo todavía duerme cuando los primeros clientes llegan a su puerta. No se sabe qué hacer "
    "con esta costumbre, pero es antigua y nadie quiere cambiarla. En esta calle hay una mujer que vende manzanas.",
}


@pytest.mark.parametrize("code", TOLD)
def test_a_language_with_rules(code: str) -> None:
    assert certain(TOLD[code]) == code


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_is_none_of_ours(name: str) -> None:
    assert certain(OTHERS[name]) is None


def test_half_and_half_or_a_few_words_are_not_sure() -> None:
    assert certain(TOLD["nl"] + TOLD["en"]) is None
    assert certain(TOLD["en"][:80]) is None and certain("") is None


@given(st.text())
def test_what_is_certain_is_likely(text: str) -> None:
    found = certain(text)
    assert found is None or (tongue := likely(text)) and tongue.code == found


def test_the_examples() -> None:
    for folder, code in ((EXAMPLE, "nl"), (EXAMPLE_EN, "en")):
        paths = [path for path in sorted((folder / "seeds").iterdir()) if path.suffix in (".txt", ".html")]
        found = [certain(read_seed(path.read_bytes(), path.name)[0].text) for path in paths]
        assert set(found) <= {code, None} and found.count(code) >= len(found) - 1
