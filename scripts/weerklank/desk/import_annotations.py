"""`weerklank import`: annotations made elsewhere become passages (W3C Web Annotation, Hypothesis, Recogito).

What is read of each: the exact words (TextQuoteSelector) with what stands around them, and its tags: one that is the
id of an argument, one that is a stance. The words are looked for in the texts of the collection; where the target's
address names one of them, in that one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weerklank.annotate.quotes import Match, Reading, matches_of
from weerklank.desk.entries import ArgumentText, entry
from weerklank.languages.sentences import shorten
from weerklank.model import STANCES, Collection, Essay
from weerklank.model.errors import InputError, Problem

_SHOWN = 60  # characters of a quote in a message
_DEPTH = 12  # selectors and pages in one another


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words that somebody marked, with what he said of them."""

    exact: str
    prefix: str
    suffix: str
    source: str  # the address that it was made at, '' where it is not told
    tags: tuple[str, ...]
    comment: str


@dataclass(frozen=True)
class Imported:
    """What became of the annotations: files written, those there already, those without an argument, those that have
    no one place, each as a line for the editor.
    """

    written: tuple[str, ...]
    known: int
    without_argument: tuple[str, ...]
    not_found: tuple[str, ...]


def read_annotations(data: bytes, where: str) -> list[Annotation]:
    """The annotations in these bytes of a JSON file that quote words; InputError where there is none."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        raise InputError([Problem(where, "is no JSON", "export the annotations as JSON or JSON-LD")]) from None
    found = [made for item in _items(said) if (made := _annotation(item))]
    if not found:
        what = "holds no annotation with a TextQuoteSelector"
        raise InputError([Problem(where, what, "export W3C Web Annotations, or Hypothesis' own JSON")])
    return found


def import_annotations(seeds: Path, collection: Collection, annotations: Iterable[Annotation]) -> Imported:
    """Write those that name an argument into its file; nothing is written where one of them is wrong."""
    files: dict[str, ArgumentText] = {}
    written, without, lost, known = [], [], [], 0
    for each in annotations:
        short = f"“{shorten(each.exact, _SHOWN)}”"
        place = _place(collection, each)
        if place is None:
            lost.append(short)
            continue
        essay, match = place
        argument = next((tag for tag in each.tags if tag in {a.id for a in collection.arguments}), None)
        if argument is None:
            without.append(f"{essay.slug} § {match.unit.number or match.unit.id}: {short}")
            continue
        file = files.setdefault(argument, ArgumentText(seeds, argument))
        if file.number_of(essay, match):
            known += 1
            continue
        file.add(entry(essay, match, stance=_stance(collection, each), note=" ".join(each.comment.split())))
        written.append(f"{file.where}: {essay.slug}: {short}")
    for file in files.values():
        file.write()
    return Imported(tuple(written), known, tuple(without), tuple(lost))


def _items(said: Any) -> Iterator[Mapping[str, Any]]:
    """The annotations of a list, a collection, a page, an export of rows, or one alone."""
    return (each for each in _nested(said, ("first", "items", "rows", "annotations", "resources")) if "target" in each)


def _nested(said: Any, keys: Sequence[str], depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """The mappings of a list or a mapping, and those that stand under `keys` in them."""
    if depth > _DEPTH:
        return
    if isinstance(said, list):
        for each in said:
            yield from _nested(each, keys, depth + 1)
    elif isinstance(said, dict):
        yield said
        for key in keys:
            yield from _nested(said.get(key), keys, depth + 1)


def _annotation(item: Mapping[str, Any]) -> Annotation | None:
    targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
    for target in targets:
        quote = next(_quotes(target), None)
        if quote:
            source = target.get("source") if isinstance(target.get("source"), str) else item.get("uri")
            exact, prefix, suffix = (_text(quote.get(key)) for key in ("exact", "prefix", "suffix"))
            comment = [*_bodies(item, lambda purpose: purpose in ("commenting", "")), _text(item.get("text"))]
            return Annotation(exact, prefix, suffix, _text(source), tuple(_tags(item)), comment[0])
    return None


def _quotes(target: Any) -> Iterator[Mapping[str, Any]]:
    """The TextQuoteSelectors of a target, wherever they stand in it."""
    for each in _nested(target, ("selector", "refinedBy")):
        if each.get("type") == "TextQuoteSelector" and _text(each.get("exact")).strip():
            yield each


def _tags(item: Mapping[str, Any]) -> Iterator[str]:
    """What it is tagged with; of an argument's address the last part, or what stands behind '#' without its number."""
    yield from (_text(tag).strip() for tag in item.get("tags") or () if isinstance(item.get("tags"), list))
    yield from _bodies(item, lambda purpose: purpose in ("tagging", "classifying", "linking"))
    if stance := _text(item.get("weerklank:stance")):
        yield stance


def _bodies(item: Mapping[str, Any], wanted: Callable[[str], bool]) -> Iterator[str]:
    bodies = item.get("body")
    for body in bodies if isinstance(bodies, list) else [bodies]:
        if isinstance(body, dict) and wanted(_text(body.get("purpose"))):
            words = _text(body.get("value")) or _last_part(_text(body.get("source")))
            if words.strip():
                yield words.strip()


def _last_part(address: str) -> str:
    return address.partition("#")[0].rstrip("/").rpartition("/")[2]


def _stance(collection: Collection, annotation: Annotation) -> str:
    """The stance that a tag names, as files do or as the site does; most are for what they bring up."""
    named = {collection.say(f"stance.{stance}"): stance for stance in STANCES} | {stance: stance for stance in STANCES}
    tags = (tag.lower() for tag in annotation.tags)
    return next((named[tag] for tag in tags if tag in named), "for")


def _place(collection: Collection, annotation: Annotation) -> tuple[Essay, Match] | None:
    """The one place of the words: by the text that its address names, and by what stands around them."""
    slug = _last_part(annotation.source)
    essays = [collection.by_slug[slug]] if slug in collection.by_slug else collection.essays
    found = [(essay, match) for essay in essays for match in matches_of(annotation.exact, Reading(essay.units))]
    if len(found) > 1:
        found = [place for place in found if _is_around(place[1], annotation)]
    return found[0] if len(found) == 1 else None


def _is_around(match: Match, annotation: Annotation) -> bool:
    """Whether what stands around the words is what the annotation has there, as far as the paragraph goes."""
    before, after = "".join(match.unit.text[: match.start].split()), "".join(match.unit.text[match.end :].split())
    prefix, suffix = "".join(annotation.prefix.split()), "".join(annotation.suffix.split())
    return (before.endswith(prefix) or prefix.endswith(before)) and (
        after.startswith(suffix) or suffix.startswith(after)
    )


def _text(said: Any) -> str:
    return said if isinstance(said, str) else ""
