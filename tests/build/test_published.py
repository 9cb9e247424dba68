"""What the last commit holds is promised, and all else is free; a lock that is gone or too old stops the build."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pages.collection import BAKE, OPEN, SEEDS
from weerklank.annotate import anchors
from weerklank.annotate.anchors import EssayAnchors, Lock, fingerprint
from weerklank.build.compose import Edition, edition
from weerklank.build.published import Locks, Published, published
from weerklank.collection import editions
from weerklank.model import ArgumentFile, CollectionConfig
from weerklank.model.errors import InputError, Problem
from weerklank.model.loss import EVERYTHING, NOTHING, Accepted

NAMES = ("anchors.lock", "editions.lock")
DAY = editions.Entry("0" * 16, "2026-05-06", "2026-05-06")
TEXTS = ("Brood is rond.", "Soep is warm.")


def locks(*stems: str, texts: tuple[str, ...] = TEXTS) -> Locks:
    units = tuple(fingerprint(f"p{n}", text) for n, text in enumerate(texts, 1))
    essays = {stem: EssayAnchors(f"over-{stem}", units) for stem in stems}
    return Locks(
        Lock(essays), editions.Lock("178f5fc4-dbc3-5aa3-93c6-05be2625fb49", "2026-05-06", dict.fromkeys(stems, DAY))
    )


def put(root: Path, what: Locks) -> None:
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds/anchors.lock").write_text(anchors.dump(what.ids))
    (root / "seeds/editions.lock").write_text(editions.dump(what.days))


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@brood.example"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a", "--allow-empty")


def pages(root: Path) -> None:
    """A checkout without git, whose docs/ shows what the locks hold."""
    for seed in "ab":
        (root / "docs/essays" / seed).mkdir(parents=True)
        page = f'---\ntitle: Brood\nseed: {seed}\n---\n\nVers.\n{{: #p1 data-block="paragraph" }}\n'
        listed = '<div data-block="list" id="p2" markdown="1">\n'
        (root / "docs/essays" / seed / "index.md").write_text(page + listed)


@pytest.fixture(params=[commit, pages])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A checkout that published two texts, as its last commit or its docs/ tells, and has both locks."""
    put(tmp_path, locks("a", "b"))
    keep: Callable[[Path], None] = request.param
    keep(tmp_path)
    return tmp_path


def wrong(root: Path, stems: str = "abc", accept_loss: Accepted = NOTHING) -> list[Problem]:
    try:
        published(root, stems, accept_loss)
    except InputError as error:
        return list(error.problems)
    return []


def named(root: Path, stems: str = "abc", accept_loss: Accepted = NOTHING) -> list[str]:
    return [problem.where.removeprefix("seeds/") for problem in wrong(root, stems, accept_loss)]


def test_locks_that_are_there(root: Path) -> None:
    assert published(root, "abc", NOTHING) == Published(locks("a", "b"), locks("a", "b"))


@pytest.mark.parametrize("name", NAMES)
def test_one_that_is_gone(root: Path, name: str) -> None:
    (root / "seeds" / name).unlink()
    (problem,) = wrong(root)
    assert problem.where == f"seeds/{name}"
    assert problem.remedy.endswith(f'make site ACCEPT_LOSS="{name}"')
    assert named(root, accept_loss=Accepted(names=frozenset({name}))) == named(root, accept_loss=EVERYTHING) == []


def test_both_are_told_at_once(root: Path) -> None:
    for name in NAMES:
        (root / "seeds" / name).unlink()
    assert named(root) == list(NAMES)


def test_other_texts_are_another_collection(root: Path) -> None:
    for name in NAMES:
        (root / "seeds" / name).unlink()
    assert published(root, "xyz", NOTHING).promised == Locks()


def test_one_that_is_older_than_what_was_published(root: Path) -> None:
    put(root, locks("a", "b", texts=TEXTS[:1]))
    (problem,) = wrong(root)
    assert problem.where == "seeds/anchors.lock"
    assert "is older than " in problem.what and problem.what.endswith("a#p2, b#p2")
    assert named(root, accept_loss=Accepted(names=frozenset({"anchors.lock"}))) == []


def test_nothing_published_yet(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert published(tmp_path, "a", NOTHING) == Published()


def test_what_was_built_and_not_committed_is_no_promise(tmp_path: Path) -> None:
    put(tmp_path, locks("a"))
    commit(tmp_path)
    put(tmp_path, locks("a", "b"))
    assert published(tmp_path, "ab", NOTHING) == Published(locks("a"), locks("a", "b"))
    for name in NAMES:
        git(tmp_path, "rm", "-q", "--cached", f"seeds/{name}")
    git(tmp_path, "commit", "-qm", "b")
    assert published(tmp_path, "ab", NOTHING).promised == Locks()


def test_what_git_ignores_is_what_lies_on_the_disk(tmp_path: Path) -> None:
    put(tmp_path, locks("a"))
    (tmp_path / ".gitignore").write_text("seeds/*.lock\n")
    commit(tmp_path)
    assert published(tmp_path, "a", NOTHING).promised == locks("a")


def test_a_text_under_another_name_keeps_what_was_promised(tmp_path: Path) -> None:
    put(tmp_path, locks("a"))
    commit(tmp_path)
    moved = locks("z")
    put(tmp_path, replace(moved, ids=Lock({"z": replace(moved.ids.essays["z"], slug="over-a", stems=("a",))})))
    found = published(tmp_path, "z", NOTHING).promised
    assert found.ids.essays == {"z": replace(locks("a").ids.essays["a"], stems=("a",))}
    assert list(found.days.texts) == ["z"]


CONFIG = CollectionConfig("Brood", "nl")


def built(arguments: list[ArgumentFile], promised: Edition | None, drafted: Edition) -> Edition:
    lock = promised.lock if promised else Lock()
    return edition(CONFIG, SEEDS, arguments, lock, drafted=drafted.lock)


def first_quote(argument: ArgumentFile, quote: str) -> ArgumentFile:
    return replace(argument, entries=(replace(argument.entries[0], quote=quote), *argument.entries[1:]))


def test_a_passage_that_was_not_committed_may_go_and_leaves_no_trace() -> None:
    whole = edition(CONFIG, SEEDS, [BAKE, OPEN], Lock())
    fewer = replace(OPEN, entries=OPEN.entries[:1])
    free = built([BAKE, fewer], None, whole)
    assert [p.anchor.id for p in free.lock.passages] == ["zelf-bakken-1", "zondag-open-1"]
    assert free.lock.retired == ()
    with pytest.raises(InputError, match="gone now: zondag-open-2"):
        built([BAKE, fewer], whole, whole)


def test_a_number_given_here_stays_with_its_words() -> None:
    """What an editor names in `clash:` before the commit is not another passage after the next build."""
    later = edition(CONFIG, SEEDS, [BAKE, replace(OPEN, entries=OPEN.entries[2:])], Lock())
    assert [p.anchor.id for p in later.lock.passages] == ["zelf-bakken-1", "zondag-open-1"]
    whole = built([BAKE, OPEN], None, later)
    against = next(p for p in whole.collection.passages.values() if p.stance == "against")
    assert against.id == "zondag-open-1"


def test_what_was_let_go_once_is_not_asked_for_again() -> None:
    whole = edition(CONFIG, SEEDS, [BAKE, OPEN], Lock())
    fewer = replace(OPEN, entries=OPEN.entries[:2])
    accepted = edition(CONFIG, SEEDS, [BAKE, fewer], whole.lock, Accepted(names=frozenset({"zondag-open-3"})))
    again = built([BAKE, fewer], whole, accepted)
    assert again.lock == accepted.lock
    assert again.lock.retired == ("zondag-open-3",)


def test_a_renamed_argument_keeps_the_ids_of_its_passages() -> None:
    whole = edition(CONFIG, SEEDS, [BAKE, OPEN], Lock())
    other = replace(BAKE, id="bak-maar-zelf", was=("zelf-bakken",))
    related = replace(OPEN, related=(replace(OPEN.related[0], id="bak-maar-zelf"),))
    made = built([other, related], whole, whole)
    assert [p.id for p in made.collection.argument("bak-maar-zelf").passages] == ["zelf-bakken-1"]
    dated = {a.id: a.dated for e in (whole, made) for a in e.collection.arguments}
    assert dated["bak-maar-zelf"] and dated["zelf-bakken"]
    assert dated["bak-maar-zelf"].id == dated["zelf-bakken"].id
