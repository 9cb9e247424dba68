"""/data/collection.json: the collection for other machines."""

from __future__ import annotations

import json
from typing import Any

from weerklank.annotate.facing import facing
from weerklank.markup.parts import argument_url, essay_url, language_of, place_of, place_words
from weerklank.model import Argument, Collection, Essay, Unit


def collection_json(collection: Collection) -> str:
    """The collection as JSON; addresses are relative to the site's root."""
    config = collection.config
    data = {
        "title": config.title,
        "language": config.language,
        "questions": [{"id": q.id, "title": q.title, "arguments": list(q.arguments)} for q in config.questions],
        "essays": [_essay(essay, collection) for essay in collection.essays],
        "arguments": [_argument(argument, collection) for argument in collection.arguments],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _essay(essay: Essay, collection: Collection) -> dict[str, Any]:
    return {
        "seed": essay.seed.stem,
        "slug": essay.slug,
        "title": essay.title,
        "language": language_of(essay, collection),
        "authors": list(essay.authors),
        "date": essay.date,
        "url": essay_url(collection.say, "", essay),
        "words": essay.words,
        **({"work_words": essay.work_words} if essay.work_words is not None else {}),
        "publish": essay.publish,
        "blocks": [_block(unit) for unit in essay.units],
    }


def _block(unit: Unit) -> dict[str, Any]:
    """A block; of one that is shown in part its text is the author's words alone, a line for each excerpt."""
    what = {"removed": True} if unit.removed else {"excerpts": True} if unit.gaps else {}
    return {"id": unit.id, "kind": unit.kind, "text": unit.spoken, **what}


def _argument(argument: Argument, collection: Collection) -> dict[str, Any]:
    say = collection.say
    return {
        "id": argument.id,
        "claim": argument.claim,
        "poles": {"for": argument.poles.for_, "against": argument.poles.against} if argument.poles else None,
        "url": argument_url(say, "", argument.id),
        "related": [{"id": r.id, "type": r.type, "how": r.how} for r in argument.related],
        "facing": [[one.id, other.id] for one, other in facing(argument, collection)],
        "passages": [
            {
                "id": p.id,
                "essay": p.essay,
                "block": p.unit,
                "stance": p.stance,
                "weight": p.weight,
                "voice": p.voice,
                "speaker": p.speaker,
                "quote": p.quote,
                "url": essay_url(say, "", collection.by_slug[p.essay], p.id),
            }
            for p in argument.passages
        ],
    }


def essay_json(essay: Essay, collection: Collection) -> str:
    """One text for the previews of links to it: its blocks, and the passages in them by offset.

    Offsets count UTF-16 code units, as JavaScript does.
    """
    say = collection.say
    words = {u.id: u.text for u in essay.units}
    data = {
        "title": essay.title,
        "language": language_of(essay, collection),
        "by": place_of(say, essay),
        "blocks": {
            u.id: {"place": place_words(say, u), "text": f"[{say('rights.removed')}]" if u.removed else u.text}
            for u in essay.units
        },
        "passages": {
            p.id: {
                "block": p.unit,
                "start": _utf16(words[p.unit][: p.start]),
                "end": _utf16(words[p.unit][: p.end]),
                "stance": p.stance,
                "claim": argument.claim,
            }
            for argument in collection.arguments
            for p in argument.passages
            if p.essay == essay.slug
        },
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
