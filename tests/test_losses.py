"""A shrinking collection stops the build; --accept-loss lets it shrink, and so does nothing else."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.copies import run_here
from tests.pages.collection import BAKE, OPEN, SEEDS, made
from tests.test_build_faults import build, make_checkout
from weerklank.build.compose import edition
from weerklank.model import CollectionConfig
from weerklank.model.errors import InputError
from weerklank.model.loss import EVERYTHING, NOTHING, Accepted
from weerklank.site.manifest import damage

LONG = " ".join(f"Dit is zin {n} van een lange tekst over brood." for n in range(30))


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_checkout(tmp_path_factory.mktemp("losses"))
    (root / "seeds/c.txt").write_text(f"Een lange tekst\n\n{LONG}\n\nEinde van de tekst, zoals dat gaat.\n", "utf-8")
    assert build(root).returncode == 0
    return root


def accepting(root: Path, *names: str) -> subprocess.CompletedProcess[str]:
    return run_here(root, "build", "--accept-loss", *names)


def seal(root: Path) -> None:
    (root / "seeds/SHA256SUMS").unlink()


def test_a_shorter_text(checkout: Path) -> None:
    text = checkout / "seeds/c.txt"
    text.write_text(text.read_text("utf-8").replace(LONG, LONG[: len(LONG) * 7 // 10]), "utf-8")
    seal(checkout)
    done = build(checkout)
    assert done.returncode == 1
    assert "error: seeds/c.txt: " in done.stderr
    assert "words are left of the " in done.stderr
    assert 'if that is meant: make site ACCEPT_LOSS="een-lange-tekst"' in done.stderr
    assert damage(checkout / "site") == []
    assert accepting(checkout, "een-andere-tekst").returncode == 1
    assert accepting(checkout, "een-lange-tekst").returncode == 0
    assert build(checkout).returncode == 0


def test_a_shorter_text_in_a_fresh_clone(checkout: Path, tmp_path: Path) -> None:
    """There is nothing but what git keeps: no site, no data, no state of earlier builds."""
    clone = tmp_path / "kloon"
    shutil.copytree(checkout, clone, ignore=lambda path, _: {"site", ".weerklank"} if Path(path) == checkout else set())
    assert not list((clone / "docs").rglob("*.json"))
    text = clone / "seeds/c.txt"
    text.write_text(re.sub(r"( van een lange tekst)", "", text.read_text("utf-8")), "utf-8")
    seal(clone)
    done = build(clone)
    assert done.returncode == 1
    assert "words are left of the " in done.stderr


def test_a_text_that_is_gone(checkout: Path) -> None:
    (checkout / "seeds/c.txt").unlink()
    done = build(checkout)
    assert done.returncode == 1
    assert "error: seeds/c.txt: is sealed in SHA256SUMS but is not there; put it back, or, if" in done.stderr
    assert (checkout / "site/essays/een-lange-tekst/index.html").is_file()
    assert accepting(checkout).returncode == 0
    page = (checkout / "site/essays/een-lange-tekst/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../"' in page and LONG[:40] not in page
    assert "c.txt" not in (checkout / "seeds/SHA256SUMS").read_text()
    assert build(checkout).returncode == 0


COMMENTS = (
    "Mijn vader heeft daar met zijn zuurstoffles gezeten tot hij niet meer kon.",
    "Ik ging er elke middag heen met mijn therapeut, en nu zit ik thuis.",
)


def test_comments_that_were_published_go_when_the_editor_says_where_the_essay_ends(checkout: Path) -> None:
    """It is no loss but what was asked for, and nothing of them stays in the lock."""
    essay = "De bakker\n\nBrood is wat men breekt. Het staat op tafel voordat iemand iets zegt.\n\nZo is het gegaan."
    (checkout / "seeds/d.txt").write_text("\n\n".join([essay, *COMMENTS]) + "\n", "utf-8")
    (checkout / "seeds/d.yml").write_text("ends: all\n", "utf-8")
    assert build(checkout).returncode == 0
    published = json.loads((checkout / "seeds/anchors.lock").read_text())["essays"]["d"]["units"]
    assert len(published) == 4
    (checkout / "seeds/d.yml").write_text('ends: "Zo is het gegaan."\n', "utf-8")
    seal(checkout)
    done = build(checkout)
    assert done.returncode == 0, done.stderr
    lock = (checkout / "seeds/anchors.lock").read_text()
    assert json.loads(lock)["essays"]["d"]["units"] == published[:2]
    assert not any(hashed in lock for row in published[2:] for hashed in row.split()[1].split(","))


def test_what_is_lost_otherwise_stops_the_build_all_the_same(checkout: Path) -> None:
    (checkout / "seeds/d.txt").write_text("De bakker\n\nZo is het gegaan.\n\n" + COMMENTS[0] + "\n", "utf-8")
    seal(checkout)
    done = build(checkout)
    assert done.returncode == 1
    assert "published before and gone now: p1" in done.stderr


def without_passages(accept_loss: Accepted) -> None:
    """The made-up collection, published with all its passages and now built without two of them, of two arguments."""
    fewer = [replace(argument, entries=argument.entries[1:]) for argument in (BAKE, OPEN)]
    edition(CollectionConfig("Brood", "nl"), SEEDS, fewer, made().lock, accept_loss)


def test_only_what_is_named_goes() -> None:
    with pytest.raises(InputError) as refused:
        without_passages(NOTHING)
    assert [problem.where for problem in refused.value.problems] == [
        "seeds/anchors.lock: zelf-bakken",
        "seeds/anchors.lock: zondag-open",
    ]
    command = 'make site ACCEPT_LOSS="zelf-bakken-1 zondag-open-1"'
    assert all(problem.remedy.endswith(f"if that is meant: {command}") for problem in refused.value.problems)
    with pytest.raises(InputError) as refused:
        without_passages(Accepted(names=frozenset({"zelf-bakken-1"})))
    assert [problem.where for problem in refused.value.problems] == ["seeds/anchors.lock: zondag-open"]
    assert refused.value.problems[0].remedy.endswith(command)  # with what was named before


@pytest.mark.parametrize(
    "names", [("zelf-bakken-1", "zondag-open-1"), ("zelf-bakken", "zondag-open"), ("b_slaper.txt", "brood-op-zondag")]
)
def test_a_name_covers_what_is_part_of_it(names: tuple[str, ...]) -> None:
    without_passages(Accepted(names=frozenset(names)))
    without_passages(EVERYTHING)


def test_an_argument_that_goes_whole_is_named_whole() -> None:
    with pytest.raises(InputError, match='ACCEPT_LOSS="zondag-open"'):
        edition(CollectionConfig("Brood", "nl"), SEEDS, [replace(BAKE, related=())], made().lock)
