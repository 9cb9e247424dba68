"""Passages written into the files of arguments: in canonical form, and no other line is touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from weerklank.annotate.quotes import Match, Reading, anchor, matches_of
from weerklank.collection.argument_files import FOLDER, read_argument
from weerklank.collection.edited_files import write_whole
from weerklank.collection.keys import ARGUMENT, PASSAGE
from weerklank.collection.references import clash_without
from weerklank.collection.schemas import comment
from weerklank.collection.yaml_edit import add, in_front_matter, put, remove, scalars
from weerklank.collection.yaml_writing import Value, pair
from weerklank.model import ArgumentFile, Essay
from weerklank.model.errors import InputError, Problem
from weerklank.model.slugs import SLUG, SLUG_FORM
from weerklank.read.safe_files import NOTES_LIMIT, read_bytes

Entry = Mapping[str, str]
"""A passage by the keys of its file; without those that say nothing."""


def entry(essay: Essay, match: Match, **more: str) -> dict[str, str]:
    """The entry of a stretch of an essay: its exact words, with words around them where they stand twice."""
    said = {"essay": essay.slug, **selector(Reading(essay.units), match), **more}
    return {key: said[key] for key in PASSAGE if said.get(key)}


def selector(reading: Reading, match: Match) -> dict[str, str]:
    """`quote` and, where these words stand elsewhere too, as many words `before` or `after` as tell it apart."""
    text = match.unit.text
    quote = " ".join(text[match.start : match.end].split())
    before, after = text[: match.start].split(), text[match.end :].split()
    for count in range(max(len(before), len(after)) + 1):
        for context in (
            {"before": " ".join(before[max(0, len(before) - count) :])},
            {"after": " ".join(after[:count])},
            {"before": " ".join(before[max(0, len(before) - count) :]), "after": " ".join(after[:count])},
        ):
            if len(matches_of(quote, reading, context.get("before", ""), context.get("after", ""))) == 1:
                return {"quote": quote, **{key: words for key, words in context.items() if words}}
    return {"quote": quote}


class ArgumentText:
    """An argument's file as it is about to be; each edit is checked by the reader before anything is written."""

    def __init__(self, seeds: Path, argument: str) -> None:
        """InputError where there is no such argument."""
        self.where = f"{seeds.name}/{FOLDER}/{argument}.md"
        self.id, self._path = argument, seeds / FOLDER / f"{argument}.md"
        if not SLUG.fullmatch(argument):
            raise InputError([Problem(self.where, "is no name of an argument", f"let it be {SLUG_FORM}")])
        self._text = read_bytes(self._path, self.where, NOTES_LIMIT).decode()
        self.file = self._read()

    def add(self, passage: Entry) -> None:
        """A passage at the end of the list."""
        self._edit(lambda text: add(text, ["passages"], passage, ARGUMENT))

    def replace(self, number: int, passage: Entry) -> None:
        """Write the passage `number` (from 1) anew, key by key."""
        at: list[str | int] = ["passages", number - 1]

        def edit(text: str) -> str:
            known = {str(path[2]): said for path, said in scalars(text) if list(path[:2]) == at}
            for key in PASSAGE:
                if key in known and key not in passage:
                    text = remove(text, [*at, key])
                elif key in passage and known.get(key) != passage[key]:
                    text = put(text, [*at, key], passage[key], PASSAGE)
            return text

        self._edit(edit)

    def remove(self, number: int, passage_id: str = "") -> None:
        """Take the passage `number` (from 1) out, and the pairs of `clash` that it stands in."""

        def edit(text: str) -> str:
            return _without_clash(remove(text, ["passages", number - 1]), self.file, number, passage_id)

        self._edit(edit)

    def number_of(self, essay: Essay, match: Match) -> int | None:
        """The number of the passage (from 1) that stands there, None where none does."""
        reading = Reading(essay.units)
        of_essay = (each for each in self.file.entries if each.essay == essay.slug)
        return next((each.number for each in of_essay if _same(anchor(each, reading, ""), match)), None)

    def write(self) -> None:
        """Put the file in its place, whole or not at all."""
        write_whole(self._path, self._text.encode())

    def _edit(self, edit: Callable[[str], str]) -> None:
        self._text = in_front_matter(self._text, edit)
        self.file = self._read()

    def _read(self) -> ArgumentFile:
        return read_argument(self._text.encode(), self.id, self.where)


def write_new(seeds: Path, argument: str, claim: str, passages: list[Entry]) -> None:
    """Write an argument that is not there yet; InputError where it is, or where its claim or name is missing."""
    where, path = f"{seeds.name}/{FOLDER}/{argument}.md", seeds / FOLDER / f"{argument}.md"
    if path.exists():
        raise InputError([Problem(where, "is there already", "give the new argument another name")])
    data: dict[str, Value] = {"claim": claim, "passages": passages}
    text = f"---\n{comment('argument')}" + "".join(pair(key, value, 0) + "\n" for key, value in data.items()) + "---\n"
    read_argument(text.encode(), argument, where)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, text.encode())


def _same(found: Match | Problem, match: Match) -> bool:
    return isinstance(found, Match) and (found.unit.id, found.start, found.end) == (
        match.unit.id,
        match.start,
        match.end,
    )


def _without_clash(text: str, file: ArgumentFile, number: int, passage_id: str) -> str:
    """`clash` without the passage that is gone; numbers above its own are one less."""
    if not file.clash:
        return text
    pairs = clash_without(file.clash, {number}, {passage_id})
    if not pairs:
        return remove(text, ["clash"])
    return text if pairs == [list(pair) for pair in file.clash] else put(text, ["clash"], pairs)
