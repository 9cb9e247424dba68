"""After a merge in git, the editors' files are one again, entry by entry, and what is left to choose is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from tests.build.test_settle import ANNA, BRAM, FIRST, commit, git, locks
from tests.copies import ROOT
from weerklank.build.git import unmerged
from weerklank.build.settle import settle
from weerklank.model.errors import InputError

NAME = "seeds/arguments/brood.md"
BASE = """---
claim: "Brood is rond."
passages:
  # de eerste
  - {essay: over-a, stance: for, quote: "Brood is rond."}
---
Wie bakt?
"""
OURS = BASE.replace("---\nWie", '  - {essay: over-c, stance: for, quote: "Wie honger heeft."}\n---\nWie')
THEIRS = BASE.replace(
    "---\nWie", '  # zie brood-2\n  - {essay: over-b, stance: uses, quote: "Vierkant."}\n---\nBij [b](#brood-2)? Wie'
)


def merging(root: Path, files: list[dict[str, str]], into: str = "main") -> Path:
    """A checkout in which the branch `anna` is merged into main, or main into it; `files` are those of what both come
    from, of main and of anna.
    """
    shutil.copy(ROOT / ".gitattributes", root)
    git(root, "init", "-q", "-b", "main")
    kept = [locks(FIRST), locks(FIRST, BRAM), locks(FIRST, ANNA)]
    for branch, held, wanted in zip(("begin", "main", "anna"), kept, files, strict=True):
        if branch != "begin":
            git(root, "checkout", "-q", *(["main"] if branch == "main" else ["-b", "anna", "HEAD^"]))
        (root / "seeds/arguments").mkdir(parents=True, exist_ok=True)
        for name, text in wanted.items():
            (root / name).write_text(text) if text else (root / name).unlink()
        commit(root, held, f"{branch}: begin")
    git(root, "checkout", "-q", into)
    git(root, "merge", "anna" if into == "main" else "main", check=False)
    return root


def entries(root: Path) -> list[str]:
    said = yaml.safe_load((root / NAME).read_text().split("---\n")[1])
    return [entry["essay"] for entry in said["passages"]]


@pytest.mark.parametrize("into", ["main", "anna"])
def test_what_both_appended_is_there(tmp_path: Path, into: str) -> None:
    root = merging(tmp_path, [{NAME: BASE}, {NAME: OURS}, {NAME: THEIRS}], into)
    assert "<<<<<<<" in (root / NAME).read_text()
    said = list(settle(root))
    assert said[0].endswith("is brood-3 now (2 places in seeds/ changed)")
    assert NAME in said[-1]
    text = (root / NAME).read_text()
    assert entries(root) == ["over-a", "over-c", "over-b"]
    assert "# zie brood-3" in text and "(#brood-3)" in text and "# de eerste" in text
    assert unmerged(root, "seeds") == []


def test_lists_of_lines_and_of_settings_merge_too(tmp_path: Path) -> None:
    def files(ending: str, word: str) -> dict[str, str]:
        return {
            "seeds/rejected.lock": f"brood {'0' * 16}\n{ending}",
            "seeds/takedown.txt": f"# weg\n{word}\n",
            "seeds/collection.yml": f"title: Brood\nwords: [korst, {word}]\n",
        }

    three = [files("", "kruim"), files(f"brood {'1' * 16}\n", "deeg"), files(f"brood {'2' * 16}\n", "gist")]
    root = merging(tmp_path, three)
    list(settle(root))
    assert (root / "seeds/rejected.lock").read_text().split()[1::2] == [n * 16 for n in "012"]
    assert set((root / "seeds/takedown.txt").read_text().splitlines()) == {"# weg", "deeg", "gist"}
    assert yaml.safe_load((root / "seeds/collection.yml").read_text())["words"] == ["korst", "deeg", "gist"]


@pytest.mark.parametrize("into", ["main", "anna"])
def test_what_both_changed_is_named_with_its_line(tmp_path: Path, into: str) -> None:
    round_, flat = (side.replace('is rond."\np', f'is {word}."\np') for side, word in ((OURS, "bol"), (THEIRS, "plat")))
    root = merging(tmp_path, [{NAME: BASE}, {NAME: round_}, {NAME: flat}], into)
    for _ in range(2):  # said again, and nothing is done twice
        with pytest.raises(InputError, match=rf"{NAME}: line 2: .*keep one .*git add {NAME}"):
            list(settle(root))
        lines = (root / NAME).read_text().splitlines()
        assert lines[2:6:2] == ['claim: "Brood is bol."', 'claim: "Brood is plat."']
        assert lines[1] == "<<<<<<< main (settle)" or into == "anna"
        assert sum(line.startswith("<<<<<<<") for line in lines) == 1
    assert unmerged(root, "seeds") == [NAME]
    (root / NAME).write_text("\n".join([lines[0], lines[2], *lines[6:]]) + "\n")
    with pytest.raises(InputError, match=f"git does not know that it is merged; git add {NAME}"):
        list(settle(root))
    git(root, "add", NAME)
    list(settle(root))
    assert entries(root) == ["over-a", "over-c", "over-b"]


def test_what_an_editor_mended_already_is_left_to_him(tmp_path: Path) -> None:
    root = merging(tmp_path, [{NAME: BASE}, {NAME: OURS}, {NAME: THEIRS}])
    mended = (root / NAME).read_text().replace("# de eerste", "# de eerste passage")
    (root / NAME).write_text(mended)
    with pytest.raises(InputError, match=r"was changed by hand \(line \d+\)"):
        list(settle(root))
    assert (root / NAME).read_text() == mended.replace("brood-2", "brood-3")


def test_a_file_that_one_side_took_away_is_named(tmp_path: Path) -> None:
    root = merging(tmp_path, [{NAME: BASE}, {NAME: ""}, {NAME: THEIRS}])
    with pytest.raises(InputError, match=rf"{NAME}: was taken away on HEAD.*git rm {NAME}"):
        list(settle(root))


def test_marks_that_were_committed_are_merged_too(tmp_path: Path) -> None:
    root = merging(tmp_path, [{NAME: BASE}, {NAME: OURS}, {NAME: THEIRS}])
    git(root, "add", "-A")
    list(settle(root))
    assert entries(root) == ["over-a", "over-c", "over-b"]
