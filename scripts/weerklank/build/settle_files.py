"""The editors' files of which a merge left two versions: made one entry by entry, or said why not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from weerklank.build import git
from weerklank.collection import checksums
from weerklank.collection.edited_files import edited_files
from weerklank.collection.merge_entries import MARK, SETTLED, Merge
from weerklank.collection.seeds import REJECTED
from weerklank.collection.three_way import merged_lines
from weerklank.collection.unfinished_merge import has_marks
from weerklank.model.errors import Problem
from weerklank.state.safe_writing import write_inside

_OF_LINES = (REJECTED, checksums.TAKEDOWN)
"""Files of which each line says something by itself."""


@dataclass(frozen=True)
class Sides:
    """The commits of a merge: `first` whose ids stay, `other`, the `base` of both ('' for none), and which ids of
    passages of `other` have another number `again`.
    """

    root: Path
    first: str
    other: str
    base: str
    again: Mapping[str, str]
    places: Counter[str] = field(default_factory=Counter)
    """How often each old id stood where it was changed."""

    def versions(self, name: str) -> list[bytes | None]:
        """The file as the base, `first` and `other` have it: by git's index, else by the commits."""
        staged = [git.stage(self.root, name, number) for number in (1, 2, 3)]
        if any(each is not None for each in staged):
            return staged if self.first == "HEAD" else [staged[0], staged[2], staged[1]]
        return [git.committed(self.root, name, side) if side else None for side in (self.base, self.first, self.other)]

    def renumbered(self, name: str, text: str) -> str:
        """The text with the new ids in those of its lines that only `other` has."""
        if not self.again:
            return text
        ours, theirs = (_lines(git.committed(self.root, name, side)) for side in (self.first, self.other))
        word = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, self.again))})(?![\w-])")

        def anew(match: re.Match[str]) -> str:
            self.places[match[0]] += 1
            return self.again[match[0]]

        lines = text.splitlines(keepends=True)
        return "".join(word.sub(anew, line) if line.rstrip("\r\n") in theirs - ours else line for line in lines)


def _lines(data: bytes | None) -> set[str]:
    return set((data or b"").decode("utf-8", "replace").splitlines())


def merge_files(sides: Sides) -> Generator[str, None, tuple[list[Problem], list[str]]]:
    """Merge each file of seeds/ that is in conflict; a line is said of each. What is left to the editor, and the names
    of those that are whole.
    """
    problems: list[Problem] = []
    done: list[str] = []
    for name in _in_conflict(sides.root):
        found, doubts = _merged(sides, name)
        problems += found
        yield from (f"{name}: {doubt}" for doubt in doubts)
        if not found:
            done.append(name)
    return problems, done


def _in_conflict(root: Path) -> Iterator[str]:
    """The names of the files, texts and locks aside, that git could not merge, or that hold the marks of that."""
    folder = root / "seeds"
    unmerged = set(git.unmerged(root, "seeds"))
    known = {*edited_files(folder), *(folder / name for name in _OF_LINES)}
    names = {path.relative_to(root).as_posix(): path for path in known}
    arguments = re.compile(r"seeds/(?:[^/]+\.yml|(?:arguments|lessons)/[^/]+\.md)")
    yield from sorted(
        {name for name, path in names.items() if name in unmerged or has_marks(path)}
        | {name for name in unmerged if arguments.fullmatch(name)}
    )


def _merged(sides: Sides, name: str) -> tuple[list[Problem], list[str]]:
    """Write the file as one; what is left to choose, and what to look at."""
    base, first, other = sides.versions(name)
    path = sides.root / name
    if first is None or other is None:
        what = f"was taken away on {sides.other if other is None else sides.first}, and changed on the other side"
        return [Problem(name, what, f"keep it: git add {name}; or let it go: git rm {name}")], []
    texts = [(data or b"").decode("utf-8", "replace") for data in (base, first, other)]
    now = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    if own := _by_hand(name, now, texts):
        return own, []
    if path.name in _OF_LINES:
        text, merge = "".join(merged_lines(*(each.splitlines(keepends=True) for each in texts))), None
    else:
        labels = (_label(sides.root, sides.first), _label(sides.root, sides.other))
        merge = Merge(*labels, partial(_prose, labels))
        try:
            text = merge.file(name, texts[0], texts[1], sides.renumbered(name, texts[2]))
        except ValueError as error:
            remedy = f"keep what is right of both sides, take out the lines of marks, and git add {name}"
            return [Problem(name, f"cannot be merged by its entries: {error}", remedy)], []
    write_inside(sides.root, name, text.encode())
    return (_left(name, text, merge.changed), merge.doubts) if merge else ([], [])


def _prose(labels: tuple[str, str], base: str, ours: str, theirs: str) -> str:
    return git.merge_lines(base, ours, theirs, labels)


def _label(root: Path, side: str) -> str:
    return side if side != "HEAD" else git.branch(root) or side


def _by_hand(name: str, now: str, versions: list[str]) -> list[Problem]:
    """What an editor does already, and is his to finish: marks of ours, and words that no version has."""
    known = {line.rstrip() for text in versions for line in text.splitlines()}
    marks = [n for n, line in enumerate(now.splitlines(), 1) if line.startswith(MARK)]
    if any(line.startswith(MARK) and line.endswith(SETTLED) for line in now.splitlines()):
        return [_choose(name, n, "both sides stand there still") for n in marks]
    new = [n for n, line in enumerate(now.splitlines(), 1) if line.rstrip() not in known and not _is_mark(line)]
    if marks and new:
        return [_choose(name, marks[0], f"was changed by hand (line {new[0]}), and still holds the marks of the merge")]
    if now and not marks and Path(name).name not in _OF_LINES:  # git leaves ours of these
        return [Problem(name, "holds no marks any more, and git does not know that it is merged", f"git add {name}")]
    return []


def _is_mark(line: str) -> bool:
    return re.match(r"(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|) |=======$", line) is not None


def _left(name: str, text: str, changed: list[str]) -> list[Problem]:
    marks = [n for n, line in enumerate(text.splitlines(), 1) if line.startswith(MARK)]
    return [_choose(name, n, what) for n, what in zip(marks, changed, strict=True)]


def _choose(name: str, line: int, what: str) -> Problem:
    remedy = f"keep one (or make one of both), take out the lines of marks, and git add {name}"
    return Problem(f"{name}: line {line}", what, remedy)
