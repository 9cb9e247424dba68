"""Where the editors' files name a text or an argument, and those files with another name there, or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Literal, TypeAlias

import yaml

from weerklank.collection import yaml_edit
from weerklank.collection.argument_files import FOLDER
from weerklank.collection.collection_file import NAME as COLLECTION
from weerklank.collection.edited_files import edited_files
from weerklank.collection.lesson_files import FOLDER as LESSONS
from weerklank.collection.takedown_file import NAME as TAKEDOWN
from weerklank.collection.yaml_writing import Value
from weerklank.model import Named
from weerklank.model.errors import InputError, Problem
from weerklank.read.decode import decode
from weerklank.read.safe_files import NOTES_LIMIT, read_bytes

Files: TypeAlias = dict[str, str]
"""The texts of the editors' files, by their name under seeds/."""

Kind: TypeAlias = Literal["text", "argument"]
_Path: TypeAlias = tuple[str | int, ...]
_Keys: TypeAlias = tuple[str, ...]
_ARGUMENT: dict[_Keys, Kind] = {("passages", "essay"): "text", ("examined",): "text", ("related", "id"): "argument"}
_COLLECTION: dict[_Keys, Kind] = {("questions", "arguments"): "argument"}
_SIDECAR: dict[_Keys, Kind] = {("examined",): "argument"}
_LESSON: dict[_Keys, Kind] = {
    ("stops", "essay"): "text",
    ("stops", "argument"): "argument",
    ("stops", "clash"): "argument",
}
_ENTRIES = ("passages", "related", "stops")  # whose items are mappings, and go whole


def read_files(folder: Path) -> Files:
    """The editors' files of the seeds folder. InputError where one of them cannot be read."""
    files: Files = {}
    for path in (path for path in (*edited_files(folder), folder / TAKEDOWN) if path.is_file()):
        name, where = path.relative_to(folder).as_posix(), path.relative_to(folder.parent).as_posix()
        data = read_bytes(path, where, NOTES_LIMIT)
        files[name] = decode(data, where) if data.strip() else ""
        try:
            list(_scalars(name, files[name]))
        except (yaml.YAMLError, LookupError):
            raise InputError(
                [Problem(where, "cannot be read", "set right first what 'make check' says of it")]
            ) from None
    return files


def renamed(files: Files, kind: Kind, old: str, new: str) -> Files:
    """The files with the name `new` wherever they name `old`, links in introductions and what was taken down too.

    An argument's own file, where it has not got its new name yet, gets it, and says what it was.
    """
    found = {name: _renamed(name, text, kind, old, new) for name, text in files.items()}
    if kind == "argument":
        name = f"{FOLDER}/{new}.md"
        own = found.pop(f"{FOLDER}/{old}.md", "") or found[name]
        was = [value for path, value in _scalars(name, own) if path[0] == "was"]
        found[name] = _edited(name, own, ("was",), [*was, old])
    return found


def without(files: Files, kind: Kind, old: str, passages: Iterable[str]) -> Files:
    """The files without what they say of a text or argument; links to it and to its `passages` (ids) are words only."""
    left = {name: text for name, text in files.items() if kind == "text" or name != f"{FOLDER}/{old}.md"}
    ids = "|".join(map(re.escape, passages))
    places = [_address(kind, old), *([rf"#(?:{ids})(?![\w-])"] if ids else [])]
    link = re.compile(rf"\[([^\]]*)\]\((?:{'|'.join(places)})[^)\s]*\)")
    for name, text in left.items():
        text = _without(name, text, kind, old, set(passages))
        left[name] = link.sub(r"\1", text) if name.endswith(".md") else text
    return left


def _address(kind: Kind, name: str) -> str:
    """A pattern for the beginning of a link to a text or argument, up to its name."""
    folder = r"[^)\s]*essays/" if kind == "text" else r"(?:[^)\s]*/)?(?<!essays/)"
    return rf"{folder}{re.escape(name)}(?=\.md|/)"


def _renamed(name: str, text: str, kind: Kind, old: str, new: str) -> str:
    for path in _spots(name, text, kind, old):
        text = _edited(name, text, path, new)
    if name.endswith(".md"):
        address = re.compile(rf"(?<=\]\(){_address(kind, old)}")
        return address.sub(lambda match: match[0].removesuffix(old) + new, text)
    if name == TAKEDOWN and kind == "text":
        return re.sub(rf"(?m)^(\s*){re.escape(old)}(?=#|\s*$)", rf"\g<1>{new}", text)
    return text


def _without(name: str, text: str, kind: Kind, old: str, passages: set[str]) -> str:
    gone = {_item(name, text, path) for path in _spots(name, text, kind, old)}
    numbers = [int(path[1]) for path in gone if path[0] == "passages"]
    clash = _clash(name, text, numbers, passages)
    for path in sorted(gone, key=lambda path: [str(step).zfill(9) for step in path], reverse=True):
        text = _removed(name, text, path)
    if clash is not None:
        text = _edited(name, text, ("clash",), clash) if clash else _removed(name, text, ("clash",))
    return text


def _spots(name: str, text: str, kind: Kind, value: str) -> list[_Path]:
    """Where a file names a text or argument, as paths."""
    known = _known(name)
    return [path for path, said in _scalars(name, text) if said == value and known.get(_keys(path)) == kind]


def _known(name: str) -> dict[_Keys, Kind]:
    """Under which keys a file names what."""
    if name.endswith(".md"):
        return _LESSON if name.startswith(f"{LESSONS}/") else _ARGUMENT
    return _COLLECTION if name == COLLECTION else _SIDECAR


def _keys(path: _Path) -> _Keys:
    return tuple(step for step in path if isinstance(step, str))


def _item(name: str, text: str, path: _Path) -> _Path:
    """What goes with a name: its whole entry, or a question that has no other argument."""
    if path[0] == "questions":
        others = [other for other, _ in _scalars(name, text) if other[:3] == path[:3]]
        return path[:2] if len(others) == 1 else path
    return path[:2] if path[0] in _ENTRIES else path


def _clash(name: str, text: str, gone: list[int], passages: set[str]) -> list[Value] | None:
    """The pairs that are left, their numbers counted anew; None where nothing of them changes.

    `gone` are positions (from 0) of entries, `passages` ids.
    """
    pairs: dict[_Path, list[Named]] = {}
    for path, value in _scalars(name, text) if gone else ():
        if path[0] == "clash":
            pairs.setdefault(path[:-1], []).append(int(value) if value.isdigit() else value)
    left = clash_without([*pairs.values()], {number + 1 for number in gone}, passages)
    return None if left == [*pairs.values()] else [*left]


def clash_without(pairs: Iterable[Sequence[Named]], numbers: Set[int], ids: Set[str]) -> list[list[Named]]:
    """The pairs of `clash` that name no passage that is gone, by its number (from 1) or its id; numbers above those
    that are gone are counted anew.
    """
    left = [pair for pair in pairs if not any(each in numbers or each in ids for each in pair)]
    return [
        [each - sum(n < each for n in numbers) if isinstance(each, int) else each for each in pair] for pair in left
    ]


def _scalars(name: str, text: str) -> Iterator[tuple[_Path, str]]:
    if name != TAKEDOWN and text.strip():
        found: list[tuple[_Path, str]] = []
        _in_yaml(name, text, lambda part: found.extend(yaml_edit.scalars(part)) or part)  # type: ignore[func-returns-value]
        yield from found


def _edited(name: str, text: str, path: _Path, value: Value) -> str:
    return _in_yaml(name, text, lambda part: yaml_edit.put(part, path, value))


def _removed(name: str, text: str, path: _Path) -> str:
    return _in_yaml(name, text, lambda part: yaml_edit.remove(part, path))


def _in_yaml(name: str, text: str, edit: Callable[[str], str]) -> str:
    return yaml_edit.in_front_matter(text, edit) if name.endswith(".md") else edit(text)
