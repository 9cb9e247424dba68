"""seeds/arguments/<id>.md: the arguments, as written and not yet anchored in the texts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from weerklank.collection import yaml_forms as forms
from weerklank.collection.front_matter import front_matter, markdown_files, no_particulars, readable
from weerklank.collection.keys import ARGUMENT
from weerklank.collection.yaml_file import Fields, nearest
from weerklank.model import (
    RELATIONS,
    STANCES,
    VOICES,
    ArgumentFile,
    Named,
    PassageEntry,
    Poles,
    Related,
    Stance,
    Voice,
)
from weerklank.model.errors import InputError, Problem
from weerklank.model.slugs import RESERVED, SLUG, SLUG_FORM
from weerklank.state.kept import NOTHING_KEPT, Kept

_Word = TypeVar("_Word", bound=str)

FOLDER = "arguments"
PASSAGE_KEYS = ("essay", "stance", "quote", "speaker", "before", "after", "note", "weight", "voice")
WEIGHTS = {"key": "one of the one or two passages in which the text says it most plainly"}
_MEANT = {
    "voor": "for", "pro": "for", "eens": "for", "tegen": "against", "contra": "against", "con": "against",
    "oneens": "against", "genuanceerd": "nuance", "neutraal": "nuance", "neutral": "nuance", "nuanced": "nuance",
    "gebruikt": "uses", "use": "uses", "implicit": "uses", "presupposes": "uses",
    "eigen": "own", "aangehaald": "reported", "quoted": "reported", "ironisch": "ironic", "irony": "ironic",
    "opgevoerd": "staged", "toegeving": "concession", "concede": "concession",
    "reden voor": "reason-for", "supports": "reason-for", "support": "reason-for", "reden tegen": "reason-against",
    "attacks": "reason-against", "attack": "reason-against", "voorbeeld": "example-of", "zie": "see",
}  # fmt: skip
_WORDS_OF_ANOTHER = ("reported", "staged")


def read_arguments(folder: Path, kept: Kept = NOTHING_KEPT) -> tuple[ArgumentFile, ...]:
    """The arguments of the seeds folder `folder` (its arguments/*.md), in order of id.

    InputError with everything that is wrong in any of them. Whether essays exist and quotes can
    be found is not looked at: anchoring does that.
    """
    problems: list[Problem] = []

    def reader(data: bytes, argument_id: str, where: str) -> ArgumentFile:
        make = partial(read_argument, data, argument_id, where)
        return kept.record("argument", f"{argument_id}\0{where}\0".encode() + data, ArgumentFile, make)

    arguments = markdown_files(folder, FOLDER, "argument", reader, problems)
    problems += _taken_names(arguments, f"{folder.name}/{FOLDER}")
    ids = {path.stem for path in (folder / FOLDER).glob("*.md")}
    problems += _unknown_relations(arguments, ids, f"{folder.name}/{FOLDER}")
    if problems:
        raise InputError(problems)
    return tuple(arguments)


def read_argument(data: bytes, argument_id: str, where: str) -> ArgumentFile:
    """One argument file: front matter between two lines '---', then an introduction in Markdown."""
    fields, introduction, text = front_matter(data, where, ARGUMENT)
    if not SLUG.fullmatch(argument_id) or argument_id in RESERVED:
        fields.wrong("the file's name becomes the argument's address", f"let it be {SLUG_FORM}")
    entries = tuple(_entry(e, n) for n, e in enumerate(fields.each("passages", PASSAGE_KEYS, "passage"), start=1))
    argument = ArgumentFile(
        id=argument_id,
        claim=fields.required("claim", '"…" (one sentence that an author could be for or against)'),
        introduction=introduction,
        related=_related(fields, argument_id),
        poles=_poles(fields),
        entries=entries,
        examined=fields.texts("examined", coded=True) or (),
        clash=_clash(fields, entries),
        was=_former(fields, argument_id),
    )
    readable(fields, introduction, text)
    if forms.personal(fields, ("quote", "before", "after")) != "published":
        no_particulars(fields, introduction, text, where)
    fields.check()
    return argument


def _related(fields: Fields, own_id: str) -> tuple[Related, ...]:
    out = []
    for entry in fields.each("related", ("id", "how", "type"), "related"):
        named, how = entry.required("id", "geen-klant", coded=True), entry.required("how", '"geeft de reden"')
        related = Related(named, how, _one_of(entry, "type", RELATIONS, "see"))
        if related.id == own_id:
            entry.wrong("the argument is related to itself", "take that entry out", key="id")
        out.append(related)
    return tuple(out)


def _poles(fields: Fields) -> Poles | None:
    """Both sides of the claim, or neither."""
    if not fields.has("poles"):
        return None
    poles = fields.fields("poles", ("for", "against"))
    return Poles(poles.required("for", "geen klant"), poles.required("against", "wel klant"))


def _clash(fields: Fields, entries: Sequence[PassageEntry]) -> tuple[tuple[Named, Named], ...] | None:
    """Pairs of passages that the editor sets against each other, by their id or their number in the file (from 1).

    Whether an id is known and the two are by different hands is known when the texts are: `annotate` looks.
    """
    if not fields.has("clash"):
        return None
    pairs = fields.pairs("clash", "[geen-klant-3, geen-klant-7] (two passages), or [[…, …], […, …]]")
    sound = []
    for pair in pairs:
        numbers = [name for name in pair if isinstance(name, int)]
        if missing := [number for number in numbers if not 1 <= number <= len(entries)]:
            what = f"'clash' names passage {missing[0]}, and the file has {len(entries)}"
            fields.wrong(what, "count the passages from 1, as they stand in this file", key="clash")
        elif len(numbers) == 2 and len(stances := {entries[number - 1].stance for number in numbers}) == 1:
            what = f"'clash' pairs passages {pair[0]} and {pair[1]}, which are both {stances.pop()}"
            fields.wrong(what, "choose two passages that differ in stance", key="clash")
        else:
            sound.append(pair)
    return tuple(sound)


def _former(fields: Fields, argument_id: str) -> tuple[str, ...]:
    """The ids that the argument had before."""
    ids = fields.texts("was", coded=True) or ()
    for old in ids:
        if not SLUG.fullmatch(old) or old == argument_id:
            fields.wrong(f"'was: {old[:40]}' is no former id of this argument", f"let it be {SLUG_FORM}", key="was")
    return ids


def _entry(fields: Fields, number: int) -> PassageEntry:
    speaker = fields.text("speaker")
    return PassageEntry(
        number=number,
        essay=fields.required("essay", "the slug of the text", coded=True),
        stance=_stance(fields),
        quote=fields.required("quote", '"the author\'s words"', lines=True),
        speaker=speaker,
        before=fields.text("before", lines=True),
        after=fields.text("after", lines=True),
        note=fields.text("note"),
        key=fields.choice("weight", WEIGHTS) == "key",
        voice=_voice(fields, speaker),
    )


def _stance(fields: Fields) -> Stance:
    fields.required("stance", "for, against, nuance or uses", coded=True)
    return _one_of(fields, "stance", STANCES, "nuance")


def _voice(fields: Fields, speaker: str | None) -> Voice:
    """Another's words have a speaker, and where only a speaker is named the words are his, reported."""
    default: Voice = "reported" if speaker else "own"
    voice = _one_of(fields, "voice", VOICES, default)
    if voice in _WORDS_OF_ANOTHER and not speaker:
        fields.wrong(f"'voice: {voice}' without whose words they are", "write speaker: …", key="voice")
    elif voice == "own" and speaker:
        what = f"'speaker: {speaker[:40]}' and 'voice: own' contradict each other"
        fields.wrong(what, f"take one of them out, or say whose words they are: {', '.join(VOICES[1:])}", key="voice")
    return voice


def _one_of(fields: Fields, key: str, known: tuple[_Word, ...], default: _Word) -> _Word:
    """One of the words that `key` may have; `default` where it is left out or wrong."""
    said = fields.code(key) if fields.has(key) else None
    if not said:
        return default
    if said in known:
        return known[known.index(said)]
    meant = _MEANT.get(said.lower())
    remedy = f"for '{said}' write {meant}" if meant in known else nearest(said, known, "{}")
    offer = f"{', '.join(known[:-1])} or {known[-1]}"
    fields.wrong(f"unknown {key} '{said[:40]}'", f"say {offer}" + (f" ({remedy})" if remedy else ""), key=key)
    return default


def _taken_names(arguments: list[ArgumentFile], where: str) -> list[Problem]:
    """Former ids that another argument has, or had, too."""
    owners = {argument.id: argument.id for argument in arguments}
    problems = []
    for argument in arguments:
        for old in argument.was:
            if owners.setdefault(old, argument.id) != argument.id:
                what = f"was: '{old[:60]}' is, or was, {owners[old]} already"
                problems.append(Problem(f"{where}/{argument.id}.md", what, "an address leads to one argument"))
    return problems


def _meant(name: str, known: set[str]) -> str:
    remedy = nearest(name, known)
    moved = f"if its file got another name: weerklank rename {name} NEW"
    return remedy if remedy.startswith("did you mean") else f"{moved}; else {remedy}"


def _unknown_relations(arguments: list[ArgumentFile], ids: set[str], where: str) -> list[Problem]:
    return [
        Problem(
            f"{where}/{argument.id}.md",
            f"related: there is no argument '{related.id}'",
            _meant(related.id, ids),
        )
        for argument in arguments
        for related in argument.related
        if related.id not in ids
    ]
