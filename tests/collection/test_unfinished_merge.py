"""Marks of a merge are told of in every file that has them, and never looked for in a text."""

from pathlib import Path

from weerklank.collection.unfinished_merge import unfinished_merges

MARKS = "een: twee\n<<<<<<< HEAD\ndrie: vier\n=======\ndrie: vijf\n>>>>>>> andere\n"


def test_all_files_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    (folder / "arguments").mkdir(parents=True)
    names = ["SHA256SUMS", "anchors.lock", "arguments/brood.md", "b.yml", "collection.yml", "editions.lock"]
    for name in [*names, "a.txt"]:
        (folder / name).write_text(MARKS)
    problems = unfinished_merges(folder)
    assert [problem.where for problem in problems] == [f"seeds/{name}" for name in names]
    assert all(problem.what.endswith("(line 2)") and problem.remedy for problem in problems)


def test_a_line_like_a_mark_is_none(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("note: >-\n  a\n  <<<<<<< b\n")
    assert unfinished_merges(tmp_path) == []
