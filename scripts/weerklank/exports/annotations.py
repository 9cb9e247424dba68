"""/data/annotations.jsonld: every passage as a W3C Web Annotation on the page of its text.

The format: Web Annotation Data Model (W3C Recommendation, 23 February 2017). A collection with one
page that holds all; the body says which argument and which stance, and whose words they are where they are not
the author's own ("identifying"), the target where they stand and what is known of the rights in them. Stance, weight,
voice and speaker stand there once more as the collection's files name them, for machines, under names of our own
(`weerklank:stance`). Where it is not known when an annotation was made or changed, it has no `created` or `modified`.
"""

from __future__ import annotations

import json
from typing import Any

from weerklank.exports.address import address
from weerklank.exports.feed import moment
from weerklank.exports.selectors import quoted
from weerklank.languages.pack import Pack
from weerklank.markup.parts import argument_url, essay_url, language_of
from weerklank.model import Argument, Collection, Passage

NAME = "data/annotations.jsonld"
_ROOT = "../"


def annotations_jsonld(collection: Collection) -> str:
    """The annotations as JSON-LD. Addresses are relative to the file where the site has none of its own."""
    say = collection.say
    config = collection.config
    items = [_annotation(p, argument, collection) for argument in collection.arguments for p in argument.passages]
    own = address(config, NAME, _ROOT)
    data: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"weerklank": "urn:weerklank:"}],
        "id": own,
        "type": "AnnotationCollection",
        "label": say("annotations.label", title=config.title),
    }
    data |= _creators(collection)
    data["generator"] = {"type": "Software", "name": "Weerklank"}
    if config.repository:
        data["generator"]["homepage"] = config.repository
    if collection.dated:
        data["modified"] = moment(collection.dated.updated)
    data["total"] = len(items)
    if items:  # a page has at least one
        page = f"{own}#{config.say.at('all')}"
        data["first"] = {"id": page, "type": "AnnotationPage", "partOf": own, "startIndex": 0, "items": items}
        data["last"] = page
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _annotation(passage: Passage, argument: Argument, collection: Collection) -> dict[str, Any]:
    config = collection.config
    made: dict[str, Any] = {"id": f"{address(config, NAME, _ROOT)}#{passage.id}", "type": "Annotation"}
    made |= _creators(collection)
    days = {"created": passage.created, "modified": passage.modified}
    made |= {key: moment(day) for key, day in days.items() if day}
    say = config.say
    made["rights"] = address(config, f"{say.at('rights')}/", _ROOT)
    page = address(config, argument_url(say, "", argument.id, passage), _ROOT)
    body: list[dict[str, Any]] = [
        {"type": "SpecificResource", "source": page, "purpose": "classifying"},
        {**_words(argument.claim, config.language), "purpose": "describing"},
        *({**_words(words, say.code), "purpose": "tagging"} for words in _tags(passage, say)),
    ]
    if passage.speaker:  # whose words they are, where they are not the author's own
        body.append({"type": "TextualBody", "value": passage.speaker, "format": "text/plain", "purpose": "identifying"})
    if passage.note:
        body.append({**_words(passage.note, config.language), "purpose": "commenting"})
    made |= {"motivation": "classifying", "body": body, "target": _target(passage, collection)}
    told = {key: getattr(passage, key) for key in ("stance", "voice", "weight", "speaker")}
    return made | {f"weerklank:{key}": value for key, value in told.items() if value}


def _tags(passage: Passage, say: Pack) -> list[str]:
    """Stance, weight and voice in words, the last two where they say something."""
    tags = [say(f"stance.{passage.stance}")]
    tags += [say(f"weight.{passage.weight}")] if passage.weight else []
    return tags + ([] if passage.voice == "own" else [say(f"voice.{passage.voice}")])


def _creators(collection: Collection) -> dict[str, Any]:
    editors = collection.config.editors
    return {"creator": [{"type": "Person", "name": name} for name in editors]} if editors else {}


def _words(value: str, language: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": language}


def _target(passage: Passage, collection: Collection) -> dict[str, Any]:
    """The page of the text, its block, and in the text of that element the quote and its position."""
    selector: dict[str, Any] = {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
        "value": passage.unit,
    }
    place = next((u for u in collection.by_slug[passage.essay].units if u.id == passage.unit), None)
    found = quoted(passage, place) if place else None
    if found:
        selector["refinedBy"] = [
            {"type": "TextQuoteSelector", "exact": found.exact, "prefix": found.prefix, "suffix": found.suffix},
            {"type": "TextPositionSelector", "start": found.start, "end": found.end},
        ]
    essay, say = collection.by_slug[passage.essay], collection.say
    source, rights = (
        address(collection.config, essay_url(say, "", essay, at), _ROOT) for at in ("", say.at("rights_id"))
    )
    target = {"type": "SpecificResource", "source": source, "language": language_of(essay, collection)}
    return {**target, "rights": rights, "selector": selector}
