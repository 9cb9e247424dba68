"""Proposals for a text: the right arguments lead, and what an editor decides is written and remembered."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benches.suggest_bench import first_pairs, without
from tests.copies import EXAMPLE
from tests.counting import growth
from weerklank.annotate.suggestions import Suggester, Suggestion
from weerklank.build.debate import read_debate
from weerklank.cli import main
from weerklank.collection import read_arguments
from weerklank.desk.rejected import Rejected, may_be_remembered, read_rejected
from weerklank.desk.suggest import Walk, clusters, proposals
from weerklank.model import Collection
from weerklank.model.errors import InputError

TEXT = "de-straat-is-geen-garage"


def test_what_editors_marked_leads_the_list_of_one_who_has_not_read_it(whole: Collection) -> None:
    right = by_chance = 0.0
    for essay in whole.essays:
        truth = {(p.unit, p.argument) for p in whole.passages_of[essay.slug]}
        pairs = [*first_pairs(Suggester(without(whole, essay)).ranked(essay))]
        right += sum(pair in truth for pair in pairs[: len(truth)])
        by_chance += len(truth) ** 2 / len(pairs)
    assert right > 1.5 * by_chance


def test_work_grows_with_the_texts(whole: Collection) -> None:
    essay, first = whole.by_slug[TEXT], whole.arguments[0]

    def suggest(count: int) -> None:
        others = tuple(replace(whole.essays[-1], slug=f"ander-{n}", authors=(f"Schrijver {n}",)) for n in range(count))
        said = [replace(p, essay=other.slug) for p in whole.passages_of[whole.essays[-1].slug] for other in others]
        argument = replace(first, passages=tuple(said))
        Suggester(Collection(whole.config, (essay, *others), (argument,))).walk(essay)

    assert growth(suggest, 10) < 2.2


def test_a_paragraph_has_three_rows_at_most_of_other_authors(whole: Collection) -> None:
    essay = whole.by_slug[TEXT]
    rows = Suggester(without(whole, essay)).walk(essay)
    units = [row.sentence.unit.id for row in rows]
    assert rows and max(map(units.count, units)) <= 3
    assert units == sorted(units, key=[unit.id for unit in essay.units].index)
    for row in rows:
        assert row.sentence.words in row.sentence.unit.text and row.band in ("high", "middling")
        assert row.other is None or not set(whole.by_slug[row.other.essay].authors) & set(essay.authors)


def test_what_is_marked_is_not_proposed_again(whole: Collection) -> None:
    essay = whole.by_slug[TEXT]
    for row in Suggester(whole).walk(essay):
        said = row.sentence
        marked = [p for p in whole.passages_of[TEXT] if p.argument == row.argument and p.unit == said.unit.id]
        assert not any(p.start < said.end and p.end > said.start for p in marked)


def test_the_nearest_argument_of_words_is_the_one_that_claims_them(whole: Collection) -> None:
    essay = whole.by_slug[TEXT]
    for argument in whole.arguments:
        assert Suggester(whole).for_words(essay, argument.claim)[0].argument == argument.id


class Editor:
    """Says what was written down before, and hears the answers."""

    def __init__(self, *says: str) -> None:
        self._says, self.heard = list(says), [""]

    def ask(self, words: str) -> str:
        self.heard.append(words)
        return self._says.pop(0) if self._says else "q"

    def tell(self, words: str) -> None:
        self.heard.append(words)


def walk(seeds: Path, editor: Editor, pick: Callable[[list[Suggestion]], list[Suggestion]] = list) -> list[Suggestion]:
    collection = read_debate(seeds.parent)
    essay = collection.by_slug[TEXT]
    ids = {argument.id for argument in collection.arguments}
    rows = pick(proposals(seeds, collection, essay, ids))
    Walk(seeds, collection, essay, editor.ask, editor.tell).run(rows, ids)
    return rows


def test_what_is_accepted_is_an_entry_and_what_is_rejected_does_not_come_back(seeds: Path) -> None:
    before = {path.name: path.read_text() for path in (seeds / "arguments").iterdir()}
    editor = Editor("?", "a", "r", "against", "s", "q")
    first = walk(seeds, editor)
    accepted, rejected, other, skipped = first[:4]
    files = {argument.id: argument for argument in read_arguments(seeds)}
    assert files[accepted.argument].entries[-1].quote == accepted.sentence.words
    assert [e for e in files[other.argument].entries if (e.quote, e.stance) == (other.sentence.words, "against")]
    changed = [path for path in (seeds / "arguments").iterdir() if path.read_text() != before[path.name]]
    assert {path.stem for path in changed} == {accepted.argument, other.argument}
    assert "examined for" not in editor.heard[-1]
    again = [(row.argument, row.sentence.words) for row in walk(seeds, Editor())]
    assert (rejected.argument, rejected.sentence.words) not in again
    assert (skipped.argument, skipped.sentence.words) in again


def test_at_the_end_the_text_is_examined_and_a_new_argument_wants_a_claim(seeds: Path) -> None:
    known = {path.name for path in (seeds / "arguments").iterdir()}
    editor = Editor("n", "", "n", "Een stelling: van mij.", "van mij", "n", "Een stelling: van mij.", "van-mij", "s")
    rows = walk(seeds, editor, lambda rows: rows[:2])
    assert any("is no name" in words or "the file's name" in words for words in editor.heard)
    made = {argument.id: argument for argument in read_arguments(seeds)}
    assert {path.name for path in (seeds / "arguments").iterdir()} - known == {"van-mij.md"}
    assert (made["van-mij"].claim, made["van-mij"].entries[0].quote) == (
        "Een stelling: van mij.",
        rows[0].sentence.words,
    )
    assert (seeds / "000-plein.yml").read_text().endswith("examined: all\n")
    again = read_debate(seeds.parent)
    assert all(TEXT in argument.examined for argument in again.arguments)


def test_a_sidecar_keeps_its_line_ends(seeds: Path) -> None:
    sidecar = seeds / "000-plein.yml"
    sidecar.write_bytes(b"# van een ander systeem\r\nnote: Een noot.\r\n")
    walk(seeds, Editor(), lambda rows: [])
    assert b"# van een ander systeem\r\n" in sidecar.read_bytes()
    assert b"examined: all\r\n" in sidecar.read_bytes()
    assert sidecar.read_bytes().count(b"\n") == sidecar.read_bytes().count(b"\r\n") == 3


def test_the_command_prints_what_it_would_ask(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(seeds), "suggest", TEXT, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows and {row["argument"] for row in rows} <= {path.stem for path in (seeds / "arguments").iterdir()}
    one = rows[0]["argument"]
    assert main(["-C", str(seeds), "suggest", TEXT, "--json", "--argument", one]) == 0
    assert {row["argument"] for row in json.loads(capsys.readouterr().out)} == {one}
    assert main(["-C", str(seeds), "suggest", "de-straat-is-een-garage"]) == 1
    assert f"did you mean '{TEXT}'" in capsys.readouterr().err


def test_new_pairs_are_of_other_authors_and_share_no_argument(whole: Collection) -> None:
    for essay in whole.essays:
        for cluster in clusters(whole, essay):
            own = {p.argument for p in whole.passages_of[essay.slug] if p.quote == cluster.sentence.words}
            for slug, said in cluster.others:
                assert not set(whole.by_slug[slug].authors) & set(essay.authors)
                assert not own & {p.argument for p in whole.passages_of[slug] if p.quote == said.words}


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_whoever_stops_hears_what_is_saved(seeds: Path, stop: type[BaseException]) -> None:
    answers = iter(["a", "r", "against"])

    def ask(_: str) -> str:
        if (said := next(answers, None)) is None:
            raise stop
        return said

    heard: list[str] = []
    collection = read_debate(seeds.parent)
    rows = proposals(seeds, collection, collection.by_slug[TEXT], {each.id for each in collection.arguments})
    Walk(seeds, collection, collection.by_slug[TEXT], ask, heard.append).run(rows, set())
    assert heard[-1].startswith("Stopped; saved: 2 passages, 1 rejected.")


def test_what_has_no_argument_is_asked_about_and_the_claim_is_the_editors(seeds: Path) -> None:
    collection = read_debate(seeds.parent)
    essay = next(each for each in collection.essays if len(clusters(collection, each)) > 1)
    found = clusters(collection, essay)
    others = len(found[0].others)
    editor = Editor(
        "x", "n", "", "", "n", "Buren horen bij elkaar.", "voor", "for", *[""] * (others - 1), "uses", "nieuw", "q"
    )
    Walk(seeds, collection, essay, editor.ask, editor.tell).run_new(found)
    (made,) = [each for each in read_arguments(seeds) if each.id == "nieuw"]
    assert made.claim == "Buren horen bij elkaar."
    assert [(each.essay, each.stance) for each in made.entries] == [
        (essay.slug, "for"),
        (found[0].others[-1][0], "uses"),
    ]
    assert editor.heard[-1].startswith("Stopped; saved: 2 passages.")


def test_rejected_words_are_known_in_another_dress(tmp_path: Path, whole: Collection) -> None:
    rejected = Rejected().with_("geen-klant", "De ‘klant’ is koning.").with_("a", "Iets anders.")
    (tmp_path / "rejected.lock").write_text(rejected.dump())
    assert "klant" not in rejected.dump().replace("geen-klant", "")
    assert ("geen-klant", "de klant is  koning") in read_rejected(tmp_path)
    assert ("geen-klant", "Iets anders.") not in read_rejected(tmp_path)
    (tmp_path / "rejected.lock").write_text("<<<<<<< ours\n")
    with pytest.raises(InputError, match="rejected.lock: line 1"):
        read_rejected(tmp_path)


def test_short_words_of_what_is_not_shown_leave_no_fingerprint(whole: Collection) -> None:
    for essay in whole.essays:
        shown = (essay.seed.sidecar.publish or whole.config.publish) == "full"
        assert may_be_remembered(whole, essay, "Drie korte woorden.") == shown
        assert may_be_remembered(whole, essay, "Een zin van acht woorden of wat meer is lang.")


def test_the_end_of_the_input_is_the_end_of_the_walk(tmp_path: Path, whole: Collection) -> None:
    def nobody(_: str) -> str:
        raise EOFError

    essay = whole.essays[0]
    shutil.copytree(EXAMPLE / "seeds", tmp_path / "seeds")
    before = {path: path.read_bytes() for path in (tmp_path / "seeds").rglob("*") if path.is_file()}
    rows = proposals(tmp_path / "seeds", whole, essay, {argument.id for argument in whole.arguments})
    assert rows
    Walk(tmp_path / "seeds", whole, essay, nobody, lambda _: None).run(rows, set())
    assert {path: path.read_bytes() for path in (tmp_path / "seeds").rglob("*") if path.is_file()} == before
