"""After a takedown the editors hear where they still name who was taken down, and nobody else hears a word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests import copies
from tests.copies import write_docs
from tests.pages.collection import SEEDS
from tests.rights.test_permitted import made
from weerklank.build.inputs import read
from weerklank.build.still_named import still_named
from weerklank.model import Essay

ESSAY = made().whole.essays[0]


def essay(*authors: str, title: str = "Brood op zondag") -> Essay:
    return replace(ESSAY, authors=authors, title=title)


@pytest.mark.parametrize(
    ("author", "text", "lines"),
    [
        ("Harmen Oosterdiep", "Niets.\n\nHarmen Oosterdiep zegt nee.", [3]),
        ("Harmen Oosterdiep", "Volgens Oosterdiep wel.\nOosterdieps betoog.\nOosterdiep!", [1, 2, 3]),
        ("Harmen Oosterdiep", "Volgens Harmen\nOosterdiep niet.", [1]),
        ("Jos van der Linde", "Van der Linde meent\nen Jos van der Linde ook.", [1, 2]),
        ("Anna de Wit", "Wit als sneeuw, en wit brood.\nDe Wit noemt het zo.", [1, 2]),
        ("Anna d'Hondt", "Zoals Anna d’Hondt schrijft.", [1]),
        ("Redactie Broodkrant", "De Broodkrant.\nDe Redactie Broodkrant vindt dat.", [2]),
        ("Ren\u00e9e Berg", "Rene\u0301e Berg.\nHet gebergte.\nbergen", [1]),
        ("Harmen Oosterdiep", "Het oosterdiep is een kanaal.", []),
    ],
)
def test_names_in_the_editors_words(author: str, text: str, lines: list[int]) -> None:
    notes = still_named({"seeds/arguments/brood.md": text}, [essay(author)], [])
    told = [f"seeds/arguments/brood.md: line {', '.join(map(str, lines))}"] if lines else []
    assert [note.where for note in notes] == told
    assert all(author not in str(note) for note in notes)


def test_who_is_still_there_is_named_with_reason() -> None:
    files = {"docs/over.md": "Harmen Oosterdiep en Oosterdiep.", "seeds/collection.yml": "title: Brood op zondag"}
    assert [n.where for n in still_named(files, [essay("Harmen Oosterdiep")], [essay("Harmen Oosterdiep")])] == [
        "seeds/collection.yml: line 1"
    ]
    both = still_named(files, [essay("Harmen Oosterdiep", title="Brood")], [essay("Truus Oosterdiep")])
    assert [note.where for note in both] == ["docs/over.md: line 1"]  # by the whole name: another has the family's


def test_a_build_looks_in_all_that_the_editors_wrote(tmp_path: Path) -> None:
    root = copies.copy_tool(tmp_path)
    (root / "seeds/arguments").mkdir(parents=True)
    for seed in SEEDS:
        (root / f"seeds/{seed.name}").write_bytes(seed.data)
    (root / "seeds/collection.yml").write_text("title: Brood\nlanguage: nl\ndescription: Met Anna de Wit\n")
    (root / "seeds/a_bakker.yml").write_text("note: Anna de Wit is bakker.\n")
    (root / "seeds/b_slaper.yml").write_text("note: Een antwoord op Anna de Wit.\n")
    quote = '{essay: laat-de-bakker-slapen, stance: against, quote: "Laat de bakker slapen op zondag."}'
    argument = f'---\nclaim: "De bakker mag slapen."\npassages:\n  - {quote}\n---\nMag dat?\n\nVan De Wit niet.\n'
    (root / "seeds/arguments/slapen.md").write_text(argument)
    (root / "docs/eigen.md").write_text("---\ntitle: Eigen\n---\n\nDank aan Anna de Wit.\n")
    write_docs(root, read(root).edition)  # among other pages, the author's
    (root / "seeds/takedown.txt").write_text("brood-op-zondag\n")
    notes = [note for note in read(root).notes if "still names the author" in note.what]
    assert [note.where for note in notes] == [
        "docs/eigen.md: line 5",
        "seeds/arguments/slapen.md: line 8",
        "seeds/b_slaper.yml: line 1",
        "seeds/collection.yml: line 3",
    ]
    (root / "seeds/takedown.txt").write_text("brood-op-zondag#p1\n")
    assert not [note for note in read(root).notes if "still names" in note.what]
