"""/data/words.json: each word in dispute with its forms, and each form with its places."""

from __future__ import annotations

import json
from typing import Any

from weerklank.model import Collection
from weerklank.pages.word_pages.words_index import slugs
from weerklank.words.count import Counted, Word
from weerklank.words.word_forms import COUNTED


def words_json(collection: Collection, counted: Counted) -> str:
    """The counts as JSON; addresses are relative to the site's root, offsets count Unicode code points.

    `share` is in a thousand words, null where the text is not shown whole. A place is
    [block, start, end] in the text of that block (collection.json).
    """
    say = collection.say
    names = slugs(say, (word.word for word in counted.words))
    data = {
        "texts": [
            {"slug": essay.slug, "words": size.words, "whole": size.whole}
            for essay in collection.essays
            for size in [counted.sizes[essay.slug]]
        ],
        "words": [_word(word, counted, f"{say.at('words')}/{names[word.word]}/") for word in counted.words],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _word(word: Word, counted: Counted, url: str) -> dict[str, Any]:
    forms: dict[tuple[str, str], dict[str, list[list[str | int]]]] = {}
    for place in word.places:
        texts = forms.setdefault((place.form, place.kind), {})
        texts.setdefault(place.essay, []).append([place.unit, place.start, place.end])
    return {
        "word": word.word,
        "url": url,
        "count": len(word.counted),
        "texts": {
            slug: {"count": len(places), "share": _rounded(counted.sizes[slug].share(len(places)))}
            for slug, places in word.by_essay.items()
        },
        "forms": [
            {"form": form, "kind": kind, "counted": kind in COUNTED, "places": places}
            for (form, kind), places in forms.items()
        ],
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 2)
