"""Authors in parts, or whole."""

import pytest

from tests.cases import cases
from tests.cite.texts import NOWHERE, text
from weerklank.cite.cite_notes import notes
from weerklank.cite.csl_names import Name, csl_name, plain
from weerklank.model import Collection, Sidecar


def shown(name: Name) -> str:
    if "literal" in name:
        return name["literal"]
    return f"{name['given']} | {name.get('non-dropping-particle', '')} | {name['family']}".replace("|  |", "| |")


@pytest.mark.parametrize(("title", "before", "after"), cases("cite-names"))
def test_names(title: str, before: str, after: str) -> None:
    assert [shown(csl_name(name)) for name in before.splitlines()] == after.splitlines()


def test_the_sidecar_says_what_a_name_is() -> None:
    said = Sidecar(groups=("Jan Jansen",), persons=("Gemeente Zevenaar", "bell hooks"))
    assert csl_name("Jan Jansen", said) == {"literal": "Jan Jansen"}
    assert csl_name("bell hooks", said) == {"family": "hooks", "given": "bell"}
    assert csl_name("Gemeente Zevenaar", said) == {"family": "Zevenaar", "given": "Gemeente"}


def test_a_name_in_one_line() -> None:
    assert plain(csl_name("J.P. van 't Hoff")) == "van 't Hoff, J.P."
    assert plain(csl_name("J.P. van 't Hoff"), inverted=False) == "J.P. van 't Hoff"


def test_the_maintainer_hears_of_names_that_are_cited_whole() -> None:
    said = Sidecar(groups=("De werkgroep",))
    essay = text("Brood", "Jan Jansen", "De werkgroep", "Multatuli", sidecar=said)
    (note,) = notes(Collection(NOWHERE, (essay,), ()))
    assert str(note).startswith("seeds/a.yml: authors: 'Multatuli' is cited whole")
