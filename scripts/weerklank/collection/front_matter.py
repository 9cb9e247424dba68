"""Files of keys and Markdown, an argument or a lesson a file: the folder of them, and what the readers share."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from weerklank.collection.yaml_file import Fields, read_yaml
from weerklank.markup.markdown import unmarked
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.private import particulars
from weerklank.read.decode import decode
from weerklank.read.safe_files import NOTES_LIMIT, is_clutter, read_bytes

_Read = TypeVar("_Read")

_LONGEST = 20_000
"""Characters of an introduction: a short essay. Markdown takes time by the square of some signs in a row."""
_DEEPEST = 12  # lists and quotations in one another: Markdown reads each level inside the one before
_NESTING = re.compile(r"(?:[ \t]|>|[-+*](?=\s)|\d+[.)](?=\s))*")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


def markdown_files(
    folder: Path, name: str, kind: str, read: Callable[[bytes, str, str], _Read], problems: list[Problem]
) -> list[_Read]:
    """What `read` makes of the files of `folder`/`name` (their bytes, stem and place), in order of their names; each is
    a `kind` ('argument'). What is wrong in any of them is added to `problems`.
    """
    home = folder / name
    if home.is_symlink():
        what = "is a symbolic link, and links are not followed"
        problems.append(Problem(f"{folder.name}/{name}", what, "put the folder itself here"))
        return []
    found: list[_Read] = []
    for path in sorted(home.iterdir(), key=lambda p: p.name) if home.exists() else ():
        where = f"{folder.name}/{name}/{path.name}"
        if is_clutter(path.name):
            continue
        if path.suffix != ".md":
            problems.append(Problem(where, f"is no {kind}: their names end in .md", "rename or remove it"))
            continue
        with gathering(problems):
            found.append(read(read_bytes(path, where, NOTES_LIMIT), path.stem, where))
    return found


def front_matter(data: bytes, where: str, keys: tuple[str, ...]) -> tuple[Fields, str, str]:
    """The keys of a file, its introduction, and its whole text. InputError where it has no front matter."""
    text = decode(data, where).replace("\r\n", "\n")
    match = _FRONT_MATTER.match(text)
    if not match:
        what = "has no front matter" if not text.startswith("---") else "the front matter does not end"
        raise InputError([Problem(where, what, "begin with a line '---', the keys, and a line '---'")])
    return read_yaml(match.group(1) or "", where, keys, lines=1), text[match.end() :].strip(), text


def readable(fields: Fields, introduction: str, text: str) -> None:
    """Report an introduction, the end of `text`, that Markdown cannot read in time."""
    if len(introduction) > _LONGEST:
        first = _first_line(introduction, text)
        what = f"line {first}: the introduction has {len(introduction):,} characters, and the limit is {_LONGEST:,}"
        fields.wrong(what, "make it shorter")
    for number, line in enumerate(introduction.split("\n"), _first_line(introduction, text)):
        if (depth := _depth(line)) > _DEEPEST:
            what = f"line {number}: nests lists or quotations {depth} deep, and the limit is {_DEEPEST}"
            fields.wrong(what, "begin the line with fewer spaces or marks")
            break


def _first_line(introduction: str, text: str) -> int:
    return text.count("\n", 0, text.rindex(introduction)) + 1


def _depth(line: str) -> int:
    """How many lists and quotations the marks and spaces at the start of a line may open.

    >>> _depth("    - > Een"), _depth("Een - twee")
    (3, 0)
    """
    match = _NESTING.match(line)
    marks = match.group().expandtabs(4) if match else ""
    return (len(marks) - len(marks.lstrip(" "))) // 4 + sum(c in ">-+*.)" for c in marks)


def no_particulars(fields: Fields, introduction: str, text: str, where: str) -> None:
    """Report persons' addresses and numbers in the introduction, as it is written and as it reads."""
    first = _first_line(introduction, text)
    finds = {
        (first + words.count("\n", 0, found.start), found.kind)
        for words in (introduction, unmarked(introduction))
        for found in particulars(words)
    }
    for line, kind in sorted(finds):
        remedy = "write 'personal: published' above it if it may be shown, else take it out"
        fields.faults.append((line, Problem(where, f"introduction: {kind} (line {line})", remedy)))
