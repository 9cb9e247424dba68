"""The marking panel of `make serve`: words that are selected in the preview become a passage in an argument's file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import escape

from weerklank.annotate.quotes import Match
from weerklank.annotate.suggestions import Suggester, Suggestion
from weerklank.desk.entries import ArgumentText, Entry, entry, write_new
from weerklank.languages.pack import Pack, packs
from weerklank.languages.sentences import shorten
from weerklank.model import STANCES, VOICES, Collection, Essay, Passage, Unit
from weerklank.model.errors import InputError, Problem
from weerklank.site.own_requests import DESK, TOKEN_HEADER

_FILES = {"panel.js": "text/javascript; charset=utf-8", "panel.css": "text/css; charset=utf-8"}
_WORDS = (
    "mark", "title", "paragraph", "words", "here", "arguments", "other", "new", "address", "claim", "stance", "voice",
    "speaker", "note", "save", "delete", "close", "saved", "deleted", "high", "middling", "weak", "choose",
)  # fmt: skip
_NEAREST = 5  # arguments that are shown with another author's sentence; the others stand in a list
_SHOWN = 240  # characters of another author's sentence


class Panel:
    """What the preview's pages may ask of the desk."""

    def __init__(self, seeds: Path) -> None:
        self.problems: Sequence[Problem] = ()
        self._seeds = seeds
        self._collection: Collection | None = None
        self._suggester: Suggester | None = None

    def show(self, collection: Collection) -> None:
        """The collection of the last good build."""
        self._collection, self._suggester = collection, Suggester(collection)

    def markup(self, token: str) -> str:
        """The way to the panel, for the end of a page, below what is wrong now."""
        style = f'<link rel="stylesheet" href="{DESK}panel.css">'
        script = f'<script type="module" src="{DESK}panel.js"></script>'
        told = f'<template id="wk-desk" data-token="{escape(token)}" data-header="{TOKEN_HEADER}"></template>'
        return style + told + self._problems() + script

    def failure(self, token: str) -> str:
        """What is wrong, as a page, while there is none."""
        say = self._say
        title = escape(say("desk.no_pages"))
        head = f'<!doctype html>\n<html lang="{say.code}"><meta charset="utf-8"><title>{title}</title>'
        return f"{head}<body><h1>{title}</h1>{self.markup(token)}</body></html>"

    def file(self, name: str) -> tuple[str, bytes] | None:
        """A script or stylesheet of the panel."""
        return (_FILES[name], Path(__file__).with_name(name).read_bytes()) if name in _FILES else None

    def answer(self, name: str, asked: Mapping[str, Any]) -> dict[str, Any]:
        """`essay`: what the panel shows of a text; `nearest`: arguments for words; `save`, `delete`: a passage."""
        does: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
            "essay": self._essay, "nearest": self._nearest, "save": self._save, "delete": self._delete,
        }  # fmt: skip
        if name not in does:
            raise _wrong(f"there is no '{name[:40]}' here")
        return does[name](asked)

    @property
    def _say(self) -> Pack:
        return self._collection.say if self._collection else packs()[0]

    def _problems(self) -> str:
        if not self.problems:
            return ""
        rows = "".join(f"<li>{escape(problem)}</li>" for problem in self.problems)
        heading = escape(self._say("desk.problems", n=len(self.problems)))
        return f'<section class="wk-desk-problems" role="alert"><h2>{heading}</h2><ul>{rows}</ul></section>'

    def _of(self, asked: Mapping[str, Any]) -> tuple[Collection, Essay]:
        collection = self._collection
        stem = _text(asked, "seed")
        essay = next((e for e in collection.essays if e.seed.stem == stem), None) if collection else None
        if collection is None or essay is None:
            raise _wrong(f"there is no text '{stem[:60]}' in the last good build")
        return collection, essay

    def _essay(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        collection, essay = self._of(asked)
        say = self._say
        return {
            "units": [
                {"id": u.id, "number": u.number, "kind": u.kind, "text": u.text} for u in essay.units if not u.removed
            ],
            "passages": [_shown(p, collection) for p in collection.passages_of[essay.slug]],
            "arguments": [{"id": a.id, "claim": a.claim} for a in collection.arguments],
            "stances": {stance: say(f"stance.{stance}") for stance in STANCES},
            "voices": {voice: say(f"voice.{voice}") for voice in VOICES},
            "key": say("weight.key"),
            "words": {name: say(f"desk.{name}") for name in _WORDS},
        }

    def _nearest(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        collection, essay = self._of(asked)
        match = _match(essay, asked)
        suggester = self._suggester or Suggester(collection)
        rows = suggester.for_words(essay, match.unit.text[match.start : match.end])[:_NEAREST]
        return {"rows": [_row(row, collection) for row in rows]}

    def _save(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        collection, essay = self._of(asked)
        argument, match = _text(asked, "argument"), _match(essay, asked)
        said = {key: _text(asked, key) for key in ("stance", "weight", "voice", "speaker", "note")}
        if said["voice"] == ("reported" if said["speaker"] else "own"):
            said["voice"] = ""  # goes without saying
        made = entry(essay, match, **said)
        known = {each.id for each in collection.arguments}
        if argument not in known and _text(asked, "claim"):
            write_new(self._seeds, argument, _text(asked, "claim"), [made])
            return {"file": f"seeds/arguments/{argument}.md"}
        old = collection.passages.get(_text(asked, "id"))
        files = self._placed(collection, essay, argument, match, made, old)
        for file in files:
            file.write()
        return {"file": files[-1].where}

    def _placed(
        self, collection: Collection, essay: Essay, argument: str, match: Match, made: Entry, old: Passage | None
    ) -> list[ArgumentText]:
        """The files with the passage in its place, and not in that of `old`, as they are to be written."""
        file = ArgumentText(self._seeds, argument)
        here, before = file.number_of(essay, match), self._entry_of(collection, old)
        stays = before if before and before[0].id == argument else None
        if here is not None and (stays is None or here != stays[1]):
            raise InputError([Problem(f"{file.where}: passage {here}", "has these words already", "change that one")])
        if stays:
            file.replace(stays[1], made)
            return [file]
        file.add(made)
        if not (before and old):
            return [file]
        before[0].remove(before[1], old.id)
        return [before[0], file]

    def _entry_of(self, collection: Collection, passage: Passage | None) -> tuple[ArgumentText, int] | None:
        """The file of a passage, and its number there."""
        if passage is None:
            return None
        essay, file = collection.by_slug[passage.essay], ArgumentText(self._seeds, passage.argument)
        number = file.number_of(essay, Match(essay.unit(passage.unit), passage.start, passage.end))
        if number is None:
            raise InputError([Problem(file.where, f"has no {passage.id} any more", "look at the page again")])
        return file, number

    def _delete(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        collection, _ = self._of(asked)
        passage = collection.passages.get(_text(asked, "id"))
        found = self._entry_of(collection, passage)
        if not (found and passage):
            raise _wrong("that passage is not there any more")
        file, number = found
        file.remove(number, passage.id)
        file.write()
        return {"file": file.where}


def _shown(passage: Passage, collection: Collection) -> dict[str, Any]:
    return {
        "id": passage.id, "argument": passage.argument, "claim": collection.argument(passage.argument).claim,
        "unit": passage.unit, "start": passage.start, "end": passage.end, "stance": passage.stance,
        "weight": passage.weight or "", "voice": passage.voice, "speaker": passage.speaker or "",
        "note": passage.note or "",
    }  # fmt: skip


def _row(row: Suggestion, collection: Collection) -> dict[str, Any]:
    other = row.other and collection.by_slug[row.other.essay]
    whose = ", ".join(other.authors) or other.title if other else ""
    return {
        "argument": row.argument,
        "claim": collection.argument(row.argument).claim,
        "stance": row.stance,
        "band": row.band or "weak",
        "other": row.other and {"words": shorten(row.other.quote, _SHOWN), "whose": whose, "stance": row.other.stance},
    }


def _match(essay: Essay, asked: Mapping[str, Any]) -> Match:
    """The stretch that was asked for, widened to whole words."""
    unit: Unit | None = next((u for u in essay.units if u.id == _text(asked, "unit")), None)
    start, end = asked.get("start"), asked.get("end")
    if unit is None or not isinstance(start, int) or not isinstance(end, int):
        raise _wrong("no paragraph of this text was named")
    text = unit.text
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise _wrong("no words were selected")
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Match(unit, start, end)


def _text(asked: Mapping[str, Any], key: str) -> str:
    said = asked.get(key, "")
    return said.strip() if isinstance(said, str) else ""


def _wrong(what: str) -> InputError:
    return InputError([Problem("the panel", what)])
