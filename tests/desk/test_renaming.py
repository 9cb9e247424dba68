"""After `weerklank rename` and `remove` the collection builds: ids are what they were, and old addresses lead on."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.pages.collection import BAKER, SLEEPER
from weerklank.build.compose import Edition
from weerklank.build.inputs import read
from weerklank.cli import main
from weerklank.collection import seal
from weerklank.desk.renaming import rename
from weerklank.model.errors import InputError

SLEEP = """---
claim: "De bakker mag slapen."
related: [{id: versheid, how: "wat dan op is"}]
passages:
  - {essay: laat-de-bakker-slapen, stance: against, quote: "Laat de bakker slapen op zondag."}
  - {essay: brood-op-zondag, stance: for, quote: "Natuurlijk moet ook een bakker slapen."}
---
Mag dat? Zie [hier](#slapen-1).
"""
FRESH = """---
claim: "Brood moet vers zijn."
passages:
  - {essay: brood-op-zondag, stance: for, quote: "Wie werkt, heeft anders nooit vers brood."}
examined: [brood-op-zondag, laat-de-bakker-slapen]
---
Moet dat? Zie [slapen](slapen.md).
"""


def keep(root: Path) -> Edition:
    """What a build makes of the collection, its locks written as the build would."""
    made = read(root).edition
    for name, text in made.locks.items():
        (root / "seeds" / name).write_text(text)
    return made


def commit(root: Path) -> Edition:
    made = keep(root)
    for command in ("init -q", "add -A", "-c user.name=a -c user.email=a@brood.example commit -qm a"):
        subprocess.run(["git", "-C", str(root), *command.split()], check=True)
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A collection of two texts and two arguments, published."""
    seeds = tmp_path / "seeds"
    (seeds / "arguments").mkdir(parents=True)
    questions = "questions: [{id: zondag, title: Zondag, arguments: [slapen, versheid]}]\n"
    (seeds / "collection.yml").write_text(f"title: Brood\nlanguage: nl\n{questions}")
    for name, text in {"a.txt": BAKER, "b.txt": SLEEPER}.items():
        (seeds / name).write_text(text)
    (seeds / "b.yml").write_text("note: over slapen\n")
    for name, text in {"slapen": SLEEP, "versheid": FRESH}.items():
        (seeds / f"arguments/{name}.md").write_text(text)
    seal(seeds)
    commit(tmp_path)
    return tmp_path


def ids(made: Edition) -> dict[str, str]:
    return {p.quote: p.id for p in made.collection.passages.values()}


def numbers(made: Edition) -> dict[str, str]:
    return {unit.text: unit.id for essay in made.collection.essays for unit in essay.units}


@pytest.mark.parametrize(
    ("old", "new", "lead"),
    [
        ("b.txt", "010-slaper", {}),
        ("seeds/b.txt", "010-slaper.txt", {}),
        ("brood-op-zondag", "zondagsbrood", {"essays/brood-op-zondag.md": "../zondagsbrood/"}),
        ("slapen", "slaap", {"argumenten/slapen.md": "../slaap/"}),
    ],
)
def test_all_follows(root: Path, old: str, new: str, lead: dict[str, str]) -> None:
    before = read(root).edition
    assert main(["-C", str(root), "rename", old, new]) == 0
    for after in (keep(root), commit(root), read(root).edition):  # before the commit and after it
        assert (ids(after), numbers(after)) == (ids(before), numbers(before))
        dated = [sorted(e.dated.id for e in made.collection.essays if e.dated) for made in (before, after)]
        assert dated[0] == dated[1] or not lead
        for page, target in lead.items():
            assert f"leads_to: {target}" in after.pages[page]
            assert "noindex" in after.pages[page]
    if old == "slapen":
        assert "[slapen](slaap.md)" in (root / "seeds/arguments/versheid.md").read_text()


def test_what_a_system_leaves_beside_the_files_is_none_of_them(root: Path) -> None:
    (root / "seeds/arguments/._slapen.md").write_bytes(b"\x00\x05\x16\x07")
    assert main(["-C", str(root), "rename", "slapen", "slaap"]) == 0
    assert (root / "seeds/arguments/slaap.md").is_file()


def test_a_file_that_was_renamed_by_hand(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read(root).edition
    (root / "seeds/b.txt").rename(root / "seeds/c.txt")
    with pytest.raises(InputError) as refused:
        read(root)
    assert [str(p) for p in refused.value.problems] == [
        "seeds/b.txt: is seeds/c.txt now, by its bytes; let what belongs to it follow: weerklank rename b.txt c.txt"
    ]
    assert main(["-C", str(root), "rename", "b.txt", "c.txt"]) == 0
    assert (root / "seeds/c.yml").read_text() == "note: over slapen\n"
    after = keep(root)
    assert (ids(after), numbers(after)) == (ids(before), numbers(before))


def test_a_file_that_was_renamed_and_sealed_by_hand(root: Path) -> None:
    before = read(root).edition
    (root / "seeds/a.txt").rename(root / "seeds/c.txt")
    seal(root / "seeds")
    with pytest.raises(InputError) as refused:
        read(root)
    (problem,) = refused.value.problems
    assert problem.remedy == "if it got another name: weerklank rename a c"
    assert main(["-C", str(root), "rename", "a", "c"]) == 0
    after = keep(root)
    assert (ids(after), numbers(after)) == (ids(before), numbers(before))


def test_an_argument_that_was_renamed_by_hand(root: Path) -> None:
    before = read(root).edition
    folder = root / "seeds/arguments"
    (folder / "versheid.md").rename(folder / "vers.md")
    (folder / "slapen.md").write_text(SLEEP.replace("versheid", "vers"))
    questions = (root / "seeds/collection.yml").read_text()
    (root / "seeds/collection.yml").write_text(questions.replace("versheid", "vers"))
    with pytest.raises(InputError) as refused:
        read(root)
    (problem,) = refused.value.problems
    assert problem.remedy == "if it got another name: weerklank rename versheid vers"
    assert main(["-C", str(root), "rename", "versheid", "vers"]) == 0
    assert "was: [versheid]" in (folder / "vers.md").read_text()
    assert ids(keep(root)) == ids(before)


def test_an_address_that_was_changed_by_hand(root: Path) -> None:
    (root / "seeds/b.yml").write_text("slug: slaap-maar\n")
    with pytest.raises(InputError) as refused:
        read(root)
    (problem,) = refused.value.problems
    assert "'laat-de-bakker-slapen', which 2 places name" in problem.what
    assert "weerklank rename laat-de-bakker-slapen slaap-maar" in problem.remedy
    assert main(["-C", str(root), "rename", "laat-de-bakker-slapen", "slaap-maar"]) == 0
    assert "essays/laat-de-bakker-slapen.md" in keep(root).pages


@pytest.mark.parametrize("name", ["brood-op-zondag", "a.txt", "a"])
def test_a_text_goes_with_all_that_names_it(root: Path, name: str) -> None:
    assert main(["-C", str(root), "remove", name]) == 0
    assert not (root / "seeds/a.txt").exists() and "a.txt" not in (root / "seeds/SHA256SUMS").read_text()
    assert "Zie hier." in (root / "seeds/arguments/slapen.md").read_text()
    for after in (keep(root), commit(root)):
        assert [e.slug for e in after.collection.essays] == ["laat-de-bakker-slapen"]
        assert "leads_to: ../" in after.pages["essays/brood-op-zondag.md"]
        assert "leads_to: ../" in after.pages["verantwoording/brood-op-zondag.md"]


def test_a_text_that_was_deleted_by_hand_is_one_error(root: Path) -> None:
    (root / "seeds/a.txt").unlink()
    with pytest.raises(InputError) as refused:
        read(root)
    (problem,) = refused.value.problems
    assert problem.remedy.endswith("weerklank remove a.txt")
    assert main(["-C", str(root), "remove", "a.txt"]) == 0
    assert len(keep(root).collection.essays) == 1


def test_an_argument_goes_with_all_that_names_it(root: Path) -> None:
    assert main(["-C", str(root), "remove", "slapen"]) == 0
    after = keep(root)
    assert [a.id for a in after.collection.arguments] == ["versheid"]
    assert "leads_to: ../" in commit(root).pages["argumenten/slapen.md"]
    assert "arguments: [versheid]" in (root / "seeds/collection.yml").read_text()
    assert "Zie slapen." in (root / "seeds/arguments/versheid.md").read_text()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("slapn", "x", "no text, slug or argument is called 'slapn'; did you mean 'slapen'?"),
        ("slapen", "versheid", "'versheid' is there already"),
        ("slapen", "Geen Naam", "'Geen Naam' is no name"),
        ("brood-op-zondag", "laat-de-bakker-slapen", "'laat-de-bakker-slapen' is there already"),
        ("a.txt", "b.txt", "'b' is there already"),
    ],
)
def test_a_name_that_cannot_be(root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str) -> None:
    before = {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()}
    assert main(["-C", str(root), "rename", old, new]) == 1
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()} == before


def moved_to_slapen(root: Path, quote: str = "Wie werkt, heeft anders nooit vers brood.") -> None:
    folder = root / "seeds/arguments"
    entry = f'  - {{essay: brood-op-zondag, stance: for, quote: "{quote}"}}\n'
    (folder / "versheid.md").write_text(FRESH.replace(entry, "").replace("passages:\n", ""))
    (folder / "slapen.md").write_text(SLEEP.replace("---\nMag", f"{entry}---\nMag"))


def test_a_passage_that_moves_to_another_argument_keeps_its_id_and_leads_on(root: Path) -> None:
    before = ids(read(root).edition)
    moved_to_slapen(root)
    found = read(root)
    (told,) = [str(note) for note in found.notes if "keeps its id" in note.what]
    assert told.startswith("seeds/arguments/slapen.md: versheid-1 stood in versheid before")
    assert ids(found.edition) == before and found.edition.lock.retired == ()
    assert 'id="versheid-1"' in found.edition.pages["argumenten/slapen.md"]
    old = found.edition.pages["argumenten/versheid.md"]
    assert '<p id="versheid-1">' in old and 'href="../slapen/#versheid-1"' in old
    commit(root)
    assert not [note for note in read(root).notes if "keeps its id" in note.what]
    (root / "seeds/arguments/derde.md").write_text(FRESH.replace("vers zijn", "warm zijn"))
    (root / "seeds/arguments/slapen.md").write_text(SLEEP)
    again = read(root).edition
    assert ids(again) == before
    for name in ("versheid", "slapen"):
        assert 'href="../derde/#versheid-1"' in again.pages[f"argumenten/{name}.md"]
    (root / "seeds/arguments/derde.md").unlink()
    (root / "seeds/arguments/versheid.md").write_text(FRESH)
    back = commit(root)
    assert ids(back) == before
    assert [p.was for p in back.lock.passages if p.anchor.id == "versheid-1"] == [("slapen",)]


def test_words_that_changed_as_well_are_no_move(root: Path) -> None:
    moved_to_slapen(root, "Natuurlijk moet")
    (root / "seeds/arguments/versheid.md").write_text(FRESH.split("passages:")[0] + "---\n")
    with pytest.raises(InputError, match="published before and gone now: versheid-1"):
        read(root)


@pytest.mark.parametrize("new", ["../vers", "docs/vers", "/tmp/vers"])
def test_a_name_in_another_folder_is_none(root: Path, new: str) -> None:
    with pytest.raises(InputError, match="files stay in their folder"):
        rename(root, "versheid", new)
    assert (root / "seeds/arguments/versheid.md").exists()
