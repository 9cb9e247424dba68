"""The home page: what the site does, its sharpest clash, what is contested, and every text by its first words."""

from __future__ import annotations

import re
from typing import Any

from weerklank.annotate.facing import facing, is_clash
from weerklank.markup.parts import head, other_language, reading_minutes
from weerklank.model import Argument, Collection, Essay, Passage
from weerklank.pages import rights
from weerklank.pages.clashes import pairs
from weerklank.pages.template import render
from weerklank.pictures import matrix
from weerklank.pictures.facts import groups

_ROWS = 8
"""Contested claims shown here: as many as fit a screen together with their heads."""
_TEXTS = 24
"""Texts shown by their first words; of a larger collection the list of texts has all."""
_WORDS = 26
"""Words of a text that tell what it is about."""
_WHOLE = re.compile(r"[“‘\"'(]*[A-Z0-9À-Þ].*[.!?…][”’\"')]*", re.S)

Pair = tuple[Passage, Passage]


def page(collection: Collection) -> str:
    """The Markdown of /."""
    config = collection.config
    sharpest = sharpest_clash(collection)
    contested = [group for group in groups(collection) if group.how == "opposed"]
    body = render(
        collection.say,
        "home",
        config=config,
        texts=[_card(essay, collection) for essay in collection.essays[:_TEXTS]],
        number_of_texts=len(collection.essays),
        arguments=collection.arguments,
        lessons=collection.lessons,
        example=sharpest[0] if sharpest else None,
        facing=pairs([sharpest[1]], collection, "")[0] if sharpest else None,
        first=_first(collection, sharpest[1] if sharpest else None),
        contested=sum(len(group.arguments) for group in contested),
        matrix=matrix.matrix(collection, "", [group.first(_ROWS) for group in contested]) if contested else None,
        legend=matrix.legend(collection),
    )
    return head(collection.say, config.title, styles=["pictures", "debate"], **rights.contact(config)) + body


def sharpest_clash(collection: Collection) -> tuple[Argument, Pair] | None:
    """The argument and the two passages, one for it and one against, that show at a glance what the texts are about.

    Key passages before others, an author's own words before what he reports, whole sentences before parts, texts that
    name their author before those that do not, and of these the shortest; None where nobody contradicts another.
    """
    found = [(a, pair) for a in collection.arguments for pair in facing(a, collection) if is_clash(pair)]
    return min(found, key=lambda each: _bluntness(each[1], collection), default=None)


def _bluntness(pair: Pair, collection: Collection) -> tuple[int, int, int, int, int, str]:
    return (
        sum(not p.key for p in pair),
        sum(p.voice != "own" for p in pair),
        sum(not _WHOLE.fullmatch(p.quote) for p in pair),
        sum(not collection.by_slug[p.essay].authors for p in pair),
        sum(len(p.quote) for p in pair),
        pair[0].id,
    )


def _first(collection: Collection, pair: Pair | None) -> Essay | None:
    """The text to begin with: one that takes part in the clash, else the first that is shown; whole where one is."""
    own = [collection.by_slug[p.essay] for p in pair or ()]
    shown = (e for e in (*own, *collection.essays) if e.publish == "full" and e.units)
    return min(shown, key=lambda essay: essay.cleaned.metadata.truncated, default=None)


def _card(essay: Essay, collection: Collection) -> dict[str, Any]:
    shown = essay.publish == "full"
    return {
        "essay": essay,
        "language": other_language(essay, collection),
        "minutes": reading_minutes(essay) if essay.units else None,
        "first_words": first_words(next((u.text for u in essay.units if u.kind == "paragraph"), "")) if shown else "",
    }


def first_words(text: str) -> str:
    """The words with which a text begins: its first sentences as far as they are short, cut off where they are not.

    >>> first_words("Stel, u bent klant. " + "Nog een zin van zes woorden. " * 5)
    'Stel, u bent klant. Nog een zin van zes woorden. Nog een zin van zes woorden. Nog een zin van zes woorden. …'
    """
    words = text.split()
    if len(words) <= _WORDS:
        return " ".join(words)
    ends = [n for n in range(_WORDS // 3, _WORDS + 1) if re.search(r"[.!?…][”’\"')]*$", words[n - 1])]
    return " ".join(words[: ends[-1] if ends else _WORDS]).rstrip(" ,;:–-") + " …"
