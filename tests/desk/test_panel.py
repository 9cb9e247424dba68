"""What the marking panel writes into the files of arguments, and what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.copies import EXAMPLE
from weerklank.build.debate import read_debate
from weerklank.collection import read_arguments
from weerklank.desk.panel import Panel
from weerklank.model import Collection, Passage
from weerklank.model.errors import InputError, Problem

SEED = "000-plein"


class Desk:
    """A panel on a copy of the example."""

    def __init__(self, seeds: Path, whole: Collection) -> None:
        self.seeds, self.whole, self.panel = seeds, whole, Panel(seeds)
        self.panel.show(whole)
        self.essay = next(essay for essay in whole.essays if essay.seed.stem == SEED)

    def ask(self, name: str, **asked: Any) -> dict[str, Any]:
        return self.panel.answer(name, {"seed": SEED, **asked})

    def save(self, words: str, **said: Any) -> dict[str, Any]:
        unit = next(unit for unit in self.essay.units if words in unit.text)
        start = unit.text.index(words)
        asked = {"unit": unit.id, "start": start, "end": start + len(words), "stance": "for", **said}
        return self.ask("save", **asked)

    def text(self, argument: str) -> str:
        return (self.seeds / f"arguments/{argument}.md").read_text()

    def entries(self, argument: str) -> list[Any]:
        return [*next(a for a in read_arguments(self.seeds) if a.id == argument).entries]

    def passage(self) -> Passage:
        return self.whole.passages_of[self.essay.slug][0]


@pytest.fixture
def desk(tmp_path: Path, whole: Collection) -> Desk:
    return Desk(Path(shutil.copytree(EXAMPLE / "seeds", tmp_path / "seeds")), whole)


def test_the_panel_is_told_of_the_text_and_its_passages(desk: Desk) -> None:
    told = desk.ask("essay")
    assert [unit["text"] for unit in told["units"]] == [unit.text for unit in desk.essay.units]
    for passage in told["passages"]:
        unit = next(unit for unit in told["units"] if unit["id"] == passage["unit"])
        assert unit["text"][passage["start"] : passage["end"]] == desk.whole.passages[passage["id"]].quote
    assert all(told["words"].values())


def test_the_nearest_argument_comes_with_another_authors_words(desk: Desk) -> None:
    passage = desk.passage()
    rows = desk.ask("nearest", unit=passage.unit, start=passage.start, end=passage.end)["rows"]
    assert passage.argument in [row["argument"] for row in rows]
    assert any(row["other"] and row["other"]["whose"] for row in rows)


def test_a_saved_passage_is_one_entry_more_and_words_are_whole(desk: Desk) -> None:
    before = desk.text("eerst-vragen")
    words = desk.essay.units[1].text.split()
    middle = " ".join(words[3:9])
    desk.save(middle[1:-1], argument="eerst-vragen", weight="key", note="Zo: #1", voice="own")
    entry = desk.entries("eerst-vragen")[-1]
    assert (entry.quote, entry.key, entry.note, entry.voice) == (middle.strip(".,;"), True, "Zo: #1", "own")
    kept = [line for line in desk.text("eerst-vragen").splitlines() if line in before.splitlines()]
    assert kept == before.splitlines()


def test_a_change_touches_its_own_lines_and_a_move_takes_the_passage_along(desk: Desk) -> None:
    passage = desk.passage()
    before, count = desk.text(passage.argument), len(desk.entries(passage.argument))
    same = {"unit": passage.unit, "start": passage.start, "end": passage.end, "id": passage.id}
    desk.ask("save", **same, argument=passage.argument, stance="uses", speaker="de buurman", voice="reported")
    entries = desk.entries(passage.argument)
    assert len(entries) == count
    assert [e for e in entries if (e.quote, e.stance, e.speaker) == (passage.quote, "uses", "de buurman")]
    changed = [line for line in before.splitlines() if line not in desk.text(passage.argument).splitlines()]
    assert len(changed) == 1
    other = "niet-zonder-auto"
    desk.ask("save", **same, argument=other, stance="against")
    assert len(desk.entries(passage.argument)) == count - 1
    assert (desk.entries(other)[-1].quote, desk.entries(other)[-1].stance) == (passage.quote, "against")


def test_a_deleted_passage_is_gone_and_numbers_of_a_clash_follow(desk: Desk) -> None:
    mine = [p for p in desk.whole.passages_of[desk.essay.slug] if p.argument == "straat-van-iedereen"]
    first = next(p for p in mine if p.quote.startswith("De straat was een kamer"))
    facing = [e.quote for e in desk.entries("straat-van-iedereen")]
    desk.ask("delete", id=first.id)
    argument = next(a for a in read_arguments(desk.seeds) if a.id == "straat-van-iedereen")
    assert first.quote not in [e.quote for e in argument.entries]
    assert argument.clash
    names = [argument.entries[name - 1].quote for name in argument.clash[0] if isinstance(name, int)]
    assert names == [facing[1], facing[3]]


def test_a_new_argument_wants_a_claim_and_a_free_name(desk: Desk) -> None:
    words = desk.passage().quote
    desk.save(words, argument="een-nieuw", claim="Er is iets nieuws.")
    assert [e.quote for e in desk.entries("een-nieuw")] == [words]
    with pytest.raises(InputError, match="is there already"):
        desk.save(words, argument="een-nieuw", claim="Nog eens.")
    with pytest.raises(InputError, match="no such file|is no name"):
        desk.save(words, argument="nergens")


def test_words_that_stand_twice_get_words_around_them(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    (seeds / "arguments").mkdir(parents=True)
    (seeds / "collection.yml").write_text("title: Dubbel\nlanguage: nl\n")
    text = (
        "Twee keer hetzelfde\n\nIk kom. Zij gaat niet. Ik kom. Hij gaat wel.\n\nIk kom. Zij gaat niet. Dat was het.\n"
    )
    (seeds / "a.txt").write_text(text)
    (seeds / "b.txt").write_text("Iets anders\n\nDit is een andere tekst van een andere hand, en verder niets.\n")
    (seeds / "arguments/komen.md").write_text('---\nclaim: "Men komt."\n---\nTekst.\n')
    whole = read_debate(tmp_path)
    panel = Panel(seeds)
    panel.show(whole)
    essay = whole.by_slug["twee-keer-hetzelfde"]
    for unit in essay.units:
        for at in (i for i in range(len(unit.text)) if unit.text.startswith("Ik kom.", i)):
            asked = {"seed": "a", "unit": unit.id, "start": at, "end": at + 7, "argument": "komen", "stance": "for"}
            panel.answer("save", asked)
    found = read_debate(tmp_path).argument("komen").passages
    assert [p.quote for p in found] == ["Ik kom."] * 3
    assert len({(p.unit, p.start) for p in found}) == 3


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("save", {"seed": "nergens"}, "no text 'nergens'"),
        ("save", {"unit": "p99", "start": 0, "end": 1}, "no paragraph"),
        ("save", {"unit": "p1", "start": 3, "end": 3, "argument": "eerst-vragen"}, "no words"),
        ("save", {"unit": "p1", "start": "0", "end": 9}, "no paragraph"),
        ("save", {"unit": "p1", "start": 0, "end": 30, "argument": "../../x", "stance": "for"}, "is no name"),
        ("save", {"unit": "p1", "start": 0, "end": 30, "argument": "eerst-vragen", "stance": "mooi"}, "unknown stance"),
        (
            "save",
            {"unit": "p1", "start": 0, "end": 30, "argument": "eerst-vragen", "stance": "for", "voice": "staged"},
            "whose words",
        ),
        ("delete", {"id": "geen-99"}, "not there any more"),
        ("anders", {}, "there is no 'anders'"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(desk: Desk, name: str, asked: Any, said: str) -> None:
    before = {path: path.read_bytes() for path in desk.seeds.rglob("*") if path.is_file()}
    with pytest.raises(InputError, match=said):
        desk.ask(name, **asked)
    assert {path: path.read_bytes() for path in desk.seeds.rglob("*") if path.is_file()} == before


def test_the_same_words_twice_under_one_argument_are_refused(desk: Desk) -> None:
    passage = desk.passage()
    with pytest.raises(InputError, match="has these words already"):
        desk.save(passage.quote, argument=passage.argument)


def test_what_is_wrong_stands_in_the_page_as_words(desk: Desk) -> None:
    assert "wk-desk-problems" not in desk.panel.markup("t")
    desk.panel.problems = (Problem("seeds/<b>.txt: line 2", "is <script>wrong</script>"),)
    for page in (desk.panel.markup("t"), desk.panel.failure("t")):
        assert "seeds/&lt;b&gt;.txt: line 2: is &lt;script&gt;wrong" in page and "<script>wrong" not in page


def test_nothing_of_the_panel_is_in_a_site(built_site: Path) -> None:
    files = [path for path in built_site.rglob("*") if path.suffix in (".html", ".js", ".css", ".json", ".xml", ".txt")]
    assert len(files) > 20
    for path in files:
        assert b"wk-desk" not in path.read_bytes() and b"weerklank-desk" not in path.read_bytes(), path
    assert not list(built_site.rglob("*panel*"))
