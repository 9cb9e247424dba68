"""/data/collection.json: the collection for other machines."""

from __future__ import annotations

import json
from typing import Any

from weerklank.model import Argument, Collection, Essay


def collection_json(collection: Collection) -> str:
    """The collection as JSON; addresses are relative to the site's root."""
    config = collection.config
    data = {
        "title": config.title,
        "language": config.language,
        "essays": [_essay(essay) for essay in collection.essays],
        "arguments": [_argument(argument) for argument in collection.arguments],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _essay(essay: Essay) -> dict[str, Any]:
    return {
        "seed": essay.seed.stem,
        "slug": essay.slug,
        "title": essay.title,
        "authors": list(essay.authors),
        "date": essay.date,
        "url": f"essays/{essay.slug}/",
        "words": essay.words,
        "blocks": [{"id": u.id, "kind": u.kind, "text": u.text} for u in essay.units],
    }


def _argument(argument: Argument) -> dict[str, Any]:
    return {
        "id": argument.id,
        "claim": argument.claim,
        "url": f"argumenten/{argument.id}/",
        "passages": [
            {
                "id": p.id,
                "essay": p.essay,
                "block": p.unit,
                "stance": p.stance,
                "speaker": p.speaker,
                "quote": p.quote,
                "url": f"essays/{p.essay}/#{p.id}",
            }
            for p in argument.passages
        ],
    }
