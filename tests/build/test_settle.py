"""Two branches that gave one id to two passages: the published one keeps it, and what named the other follows."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.copies import ROOT
from weerklank.annotate import anchors
from weerklank.annotate.anchors import EssayAnchors, Lock, PassageAnchor, fingerprint
from weerklank.build.git import unmerged
from weerklank.build.published import Locks, published
from weerklank.build.settle import settle
from weerklank.collection import editions
from weerklank.model.errors import InputError
from weerklank.model.loss import NOTHING

DAY = editions.Entry("0" * 16, "2026-05-06", "2026-05-06")
Row = tuple[str, str, str]
FIRST: Row = ("brood-1", "a", "Brood is rond.")
ANNA: Row = ("brood-2", "b", "Brood is vierkant in de trein.")
BRAM: Row = ("brood-2", "c", "Wie honger heeft telt geen korsten.")
BOTH: Row = ("brood-3", "a", "Een korst is ook brood.")


def locks(*rows: Row, retired: tuple[str, ...] = ()) -> Locks:
    stems = sorted({stem for _, stem, _ in rows})
    essays = {stem: EssayAnchors(f"over-{stem}", (fingerprint("p1", f"Alinea van {stem}."),)) for stem in stems}
    passages = tuple(PassageAnchor("brood", stem, fingerprint(name, quote)) for name, stem, quote in rows)
    days = editions.Lock("178f5fc4-dbc3-5aa3-93c6-05be2625fb49", "2026-05-06", dict.fromkeys(stems, DAY))
    return Locks(Lock(essays, passages, retired), days)


def git(root: Path, *arguments: str, check: bool = True) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@brood.example"]
    done = subprocess.run(["git", "-C", str(root), *who, *arguments], check=check, capture_output=True, text=True)
    return done.stdout


def commit(root: Path, what: Locks, clash: str) -> None:
    """A commit with these locks, the texts that they know, sealed, and an argument with a line of `clash`."""
    seeds = root / "seeds"
    (seeds / "arguments").mkdir(parents=True, exist_ok=True)
    for stem in what.ids.essays:
        (seeds / f"{stem}.txt").write_text(stem)
    (seeds / "SHA256SUMS").write_text("".join(f"{stem[0] * 64}  {stem}.txt\n" for stem in what.ids.essays))
    (seeds / "anchors.lock").write_text(anchors.dump(what.ids))
    (seeds / "editions.lock").write_text(editions.dump(what.days))
    (seeds / f"arguments/{clash[:4]}.md").write_text(f"---\nclaim: Brood.\n---\n{clash}\n")
    git(root, "add", "-A")
    git(root, "commit", "-qm", clash)


def merging(root: Path, ours: Locks, theirs: Locks, base: Locks, *, into: str = "main") -> Path:
    """A checkout in which branch `anna` is merged into main, or (`into`) main into it."""
    shutil.copy(ROOT / ".gitattributes", root)
    git(root, "init", "-q", "-b", "main")
    commit(root, base, "begin")
    git(root, "checkout", "-qb", "anna")
    commit(root, theirs, "anna: zie brood-2 en brood-3, niet brood-21")
    git(root, "checkout", "-q", "main")
    commit(root, ours, "main: zie brood-2")
    git(root, "checkout", "-q", into)
    git(root, "merge", "anna" if into == "main" else "main", check=False)
    return root


def passages(root: Path) -> dict[str, str]:
    return {p.anchor.id: p.seed for p in anchors.load((root / "seeds/anchors.lock").read_text()).passages}


@pytest.mark.parametrize("into", ["main", "anna"])
def test_what_is_published_keeps_its_id(tmp_path: Path, into: str) -> None:
    root = merging(tmp_path, locks(FIRST, BRAM), locks(FIRST, ANNA), locks(FIRST), into=into)
    with pytest.raises(InputError, match="weerklank settle"):
        published(root, "abc", NOTHING)
    said = list(settle(root))
    assert said[0].startswith("brood-2 of ") and "is brood-3 now (1 place in seeds/ changed)" in said[0]
    assert passages(root) == {"brood-1": "a", "brood-2": "c", "brood-3": "b"}
    assert "zie brood-3 en brood-3, niet brood-21" in (root / "seeds/arguments/anna.md").read_text()
    assert "zie brood-2\n" in (root / "seeds/arguments/main.md").read_text()
    assert [line.split()[1] for line in (root / "seeds/SHA256SUMS").read_text().splitlines()] == [
        f"{stem}.txt" for stem in "abc"
    ]
    assert unmerged(root, "seeds") == []
    found = published(root, "abc", NOTHING)
    assert found.promised == found.drafted
    assert set(found.promised.days.texts) == set("abc")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "samen")
    assert published(root, "abc", NOTHING) == found
    with pytest.raises(InputError, match="no two branches"):
        list(settle(root))


def test_a_side_that_was_taken_by_hand_is_not_enough(tmp_path: Path) -> None:
    root = merging(tmp_path, locks(FIRST, BRAM), locks(FIRST, ANNA, BOTH), locks(FIRST))
    git(root, "checkout", "--ours", "seeds/anchors.lock", "seeds/editions.lock", "seeds/SHA256SUMS")
    git(root, "add", "seeds")
    with pytest.raises(InputError, match=r"does not know: .*brood-3; .*weerklank settle"):
        published(root, "abc", NOTHING)


def test_one_passage_marked_on_both_branches_is_one(tmp_path: Path) -> None:
    ours, theirs = (*ANNA[:1], *BOTH[1:]), BOTH
    root = merging(tmp_path, locks(FIRST, ours), locks(FIRST, theirs), locks(FIRST))
    list(settle(root))
    assert passages(root) == {"brood-1": "a", "brood-2": "a"}
    assert "zie brood-2 en brood-2" in (root / "seeds/arguments/anna.md").read_text()


def test_what_one_branch_let_go_is_gone(tmp_path: Path) -> None:
    base = locks(FIRST, ANNA, BOTH)
    root = merging(
        tmp_path,
        locks(FIRST, BOTH, ("brood-4", "c", "Nieuw."), retired=("brood-2",)),
        locks(FIRST, ANNA, ("brood-5", "b", "Ook nieuw."), retired=("brood-3",)),
        base,
    )
    list(settle(root))
    assert passages(root) == {"brood-1": "a", "brood-4": "c", "brood-5": "b"}
    assert anchors.load((root / "seeds/anchors.lock").read_text()).retired == ("brood-2", "brood-3")
