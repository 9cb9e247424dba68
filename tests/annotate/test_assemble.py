"""What an essay is called: by its sidecar, its page, its text."""

import pytest

from weerklank.annotate.assemble import assemble
from weerklank.clean import clean
from weerklank.languages.pack import pack
from weerklank.model import Metadata, Seed, Sidecar

TEXT = "Luister naar de wekelijkse podcast\n\nDe brug is van ons allemaal, zei de schipper, en hij haalde haar op."


@pytest.mark.parametrize(
    ("sidecar", "page", "title"),
    [
        ("Bruggen", Metadata(title="De brug"), "Bruggen"),
        (None, Metadata(title="De brug"), "De brug"),
        (None, Metadata(), "Luister naar de wekelijkse podcast"),
        (None, None, "Luister naar de wekelijkse podcast"),
    ],
)
def test_a_page_knows_its_title_better_than_its_text(sidecar: str | None, page: Metadata | None, title: str) -> None:
    seed = Seed("a", "a.html", b"", TEXT, Sidecar(title=sidecar), page)
    assert assemble(pack("nl"), seed, clean(TEXT), None).title == title
