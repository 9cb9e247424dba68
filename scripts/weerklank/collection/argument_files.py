"""seeds/arguments/<id>.md: the arguments, as written and not yet anchored in the texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from weerklank.collection import yaml_forms as forms
from weerklank.collection.yaml_file import Fields, nearest, read_yaml
from weerklank.markup.markdown import unmarked
from weerklank.model import ArgumentFile, PassageEntry, Related, Stance
from weerklank.model.errors import InputError, Problem
from weerklank.model.slugs import RESERVED, SLUG, SLUG_FORM
from weerklank.private import particulars
from weerklank.read.decode import decode
from weerklank.read.safe_files import NOTES_LIMIT, is_clutter, read_bytes

FOLDER = "arguments"
KEYS = ("claim", "related", "passages", "examined", "clash", "personal")
PASSAGE_KEYS = ("essay", "stance", "quote", "speaker", "before", "after", "note")
STANCES = {"for": "", "against": "", "nuance": ""}
_MEANT = {
    "voor": "for", "pro": "for", "eens": "for", "tegen": "against", "contra": "against", "con": "against",
    "oneens": "against", "genuanceerd": "nuance", "neutraal": "nuance", "neutral": "nuance", "nuanced": "nuance",
}  # fmt: skip
_LONGEST = 20_000
"""Characters of an introduction: a short essay. Markdown takes time by the square of some signs in a row."""
_DEEPEST = 12  # lists and quotations in one another: Markdown reads each level inside the one before
_NESTING = re.compile(r"(?:[ \t]|>|[-+*](?=\s)|\d+[.)](?=\s))*")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


def read_arguments(folder: Path) -> tuple[ArgumentFile, ...]:
    """The arguments of the seeds folder `folder` (its arguments/*.md), in order of id.

    InputError with everything that is wrong in any of them. Whether essays exist and quotes can
    be found is not looked at: anchoring does that.
    """
    home = folder / FOLDER
    if home.is_symlink():
        what = "is a symbolic link, and links are not followed"
        raise InputError([Problem(f"{folder.name}/{FOLDER}", what, "put the folder itself here")])
    if not home.exists():
        return ()
    problems: list[Problem] = []
    arguments: list[ArgumentFile] = []
    for path in sorted(home.iterdir(), key=lambda p: p.name):
        where = f"{folder.name}/{FOLDER}/{path.name}"
        if is_clutter(path.name):
            continue
        try:
            if path.suffix != ".md":
                raise InputError([Problem(where, "is no argument: their names end in .md", "rename or remove it")])
            arguments.append(read_argument(read_bytes(path, where, NOTES_LIMIT), path.stem, where))
        except InputError as error:
            problems += error.problems
    problems += _unknown_relations(arguments, {p.stem for p in home.iterdir()}, f"{folder.name}/{FOLDER}")
    if problems:
        raise InputError(problems)
    return tuple(arguments)


def read_argument(data: bytes, argument_id: str, where: str) -> ArgumentFile:
    """One argument file: front matter between two lines '---', then an introduction in Markdown."""
    text = decode(data, where).replace("\r\n", "\n")
    match = _FRONT_MATTER.match(text)
    if not match:
        what = "has no front matter" if not text.startswith("---") else "the front matter does not end"
        raise InputError([Problem(where, what, "begin with a line '---', the keys, and a line '---'")])
    fields = read_yaml(match.group(1) or "", where, KEYS, lines=1)
    if not SLUG.fullmatch(argument_id) or argument_id in RESERVED:
        fields.wrong("the file's name becomes the argument's address", f"let it be {SLUG_FORM}")
    entries = tuple(_entry(e, n) for n, e in enumerate(fields.each("passages", PASSAGE_KEYS, "passage"), start=1))
    argument = ArgumentFile(
        id=argument_id,
        claim=fields.required("claim", '"…" (one sentence that an author could be for or against)'),
        introduction=text[match.end() :].strip(),
        related=_related(fields, argument_id),
        entries=entries,
        examined=fields.texts("examined", coded=True) or (),
        clash=_clash(fields, entries),
    )
    _readable(fields, argument.introduction, text.count("\n", 0, text.index(argument.introduction, match.end())) + 1)
    if forms.personal(fields, ("quote", "before", "after")) != "published":
        _no_particulars(fields, text, match.end(), where)
    fields.check()
    return argument


def _readable(fields: Fields, introduction: str, first: int) -> None:
    """An introduction that begins in line `first` is one that Markdown can read."""
    if len(introduction) > _LONGEST:
        what = f"line {first}: the introduction has {len(introduction):,} characters, and the limit is {_LONGEST:,}"
        fields.wrong(what, "make it shorter")
    for number, line in enumerate(introduction.split("\n"), first):
        if (depth := _depth(line)) > _DEEPEST:
            what = f"line {number}: nests lists or quotations {depth} deep, and the limit is {_DEEPEST}"
            fields.wrong(what, "begin the line with fewer spaces or marks")
            break


def _depth(line: str) -> int:
    """How many lists and quotations the marks and spaces at the start of a line may open.

    >>> _depth("    - > Een"), _depth("Een - twee")
    (3, 0)
    """
    match = _NESTING.match(line)
    marks = match.group().expandtabs(4) if match else ""
    return (len(marks) - len(marks.lstrip(" "))) // 4 + sum(c in ">-+*.)" for c in marks)


def _no_particulars(fields: Fields, text: str, begin: int, where: str) -> None:
    """Report persons' addresses and numbers in the introduction, as it is written and as it reads."""
    introduction = text[begin:]
    finds = {
        (text.count("\n", 0, begin) + words.count("\n", 0, found.start) + 1, found.kind)
        for words in (introduction, unmarked(introduction))
        for found in particulars(words)
    }
    for line, kind in sorted(finds):
        remedy = "write 'personal: published' above it if it may be shown, else take it out"
        fields.faults.append((line, Problem(where, f"introduction: {kind} (line {line})", remedy)))


def _related(fields: Fields, own_id: str) -> tuple[Related, ...]:
    out = []
    for entry in fields.each("related", ("id", "how"), "related"):
        related = Related(entry.required("id", "geen-klant", coded=True), entry.required("how", '"geeft de reden"'))
        if related.id == own_id:
            entry.wrong("the argument is related to itself", "take that entry out", key="id")
        out.append(related)
    return tuple(out)


def _clash(fields: Fields, entries: Sequence[PassageEntry]) -> tuple[tuple[int, int], ...]:
    """Pairs of passages that the editor sets against each other, by their number in the file (from 1).

    Whether they are by different hands is known when the texts are: `annotate` looks.
    """
    pairs = fields.pairs("clash", "[3, 7] (two passages by their number in this file), or [[3, 7], [2, 9]]")
    sound = []
    for pair in pairs:
        if missing := [number for number in pair if not 1 <= number <= len(entries)]:
            what = f"'clash' names passage {missing[0]}, and the file has {len(entries)}"
            fields.wrong(what, "count the passages from 1, as they stand in this file", key="clash")
        elif entries[pair[0] - 1].stance == entries[pair[1] - 1].stance:
            what = f"'clash' pairs passages {pair[0]} and {pair[1]}, which are both {entries[pair[0] - 1].stance}"
            fields.wrong(what, "choose two passages that differ in stance", key="clash")
        else:
            sound.append(pair)
    return tuple(sound)


def _entry(fields: Fields, number: int) -> PassageEntry:
    return PassageEntry(
        number=number,
        essay=fields.required("essay", "the slug of the text", coded=True),
        stance=_stance(fields),
        quote=fields.required("quote", '"the author\'s words"', lines=True),
        speaker=fields.text("speaker"),
        before=fields.text("before", lines=True),
        after=fields.text("after", lines=True),
        note=fields.text("note"),
    )


def _stance(fields: Fields) -> Stance:
    said = fields.required("stance", "for, against or nuance", coded=True)
    if said and said not in STANCES:
        meant = _MEANT.get(said.lower())
        remedy = f"for '{said}' write {meant}" if meant else nearest(said, STANCES, "{}")
        fields.wrong(f"unknown stance '{said[:40]}'", f"say for, against or nuance ({remedy})", key="stance")
        return "nuance"
    return cast(Stance, said or "nuance")


def _unknown_relations(arguments: list[ArgumentFile], ids: set[str], where: str) -> list[Problem]:
    return [
        Problem(f"{where}/{argument.id}.md", f"related: there is no argument '{related.id}'", nearest(related.id, ids))
        for argument in arguments
        for related in argument.related
        if related.id not in ids
    ]
