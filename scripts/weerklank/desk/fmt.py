"""`weerklank fmt`: the files that editors keep, in canonical form; what they say stays the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from weerklank.collection import read_collection, read_sidecar
from weerklank.collection.argument_files import read_argument
from weerklank.collection.canonical import canonical
from weerklank.collection.collection_file import NAME
from weerklank.collection.edited_files import edited_files
from weerklank.collection.keys import ARGUMENT, COLLECTION, LESSON, SIDECAR
from weerklank.collection.lesson_files import FOLDER as LESSONS
from weerklank.collection.lesson_files import read_lesson
from weerklank.collection.yaml_edit import in_front_matter
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.read.safe_files import NOTES_LIMIT, read_bytes

Read = Callable[[str], object]
Write = Callable[[str], str]


def not_canonical(seeds: Path) -> dict[Path, str]:
    """The files of `seeds` that are not in canonical form, as they would be. InputError with all that is wrong in any
    of them: such a file is not touched, nor any other.
    """
    problems: list[Problem] = []
    found = {}
    with gathering(problems):
        read_collection(seeds)
    for path, read, write in _files(seeds):
        with gathering(problems):
            text = read_bytes(path, _where(seeds, path), NOTES_LIMIT).decode("utf-8", "replace")
            said = read(text)
            made = write(text) if text.strip() else text
            if made != text and read(made) != said:
                raise InputError([Problem(_where(seeds, path), "would say something else", "report this")])
            if made != text:
                found[path] = made
    if problems:
        raise InputError(problems)
    return found


def _files(seeds: Path) -> Iterator[tuple[Path, Read, Write]]:
    """Each file with what it says, and how it is written."""
    for path in edited_files(seeds):
        yield path, *_of_kind(seeds, path)


def _of_kind(seeds: Path, path: Path) -> tuple[Read, Write]:
    where = _where(seeds, path)
    if path.suffix == ".md":
        reader, order = (read_lesson, LESSON) if path.parent.name == LESSONS else (read_argument, ARGUMENT)
        written: Write = lambda text: in_front_matter(text, lambda front: canonical(front, order))  # noqa: E731
        return lambda text: reader(text.encode(), path.stem, where), written
    if path.name == NAME:
        return lambda text: None, lambda text: canonical(text, COLLECTION)
    return lambda text: read_sidecar(text.encode(), where), lambda text: canonical(text, SIDECAR)


def _where(seeds: Path, path: Path) -> str:
    return path.relative_to(seeds.parent).as_posix()
