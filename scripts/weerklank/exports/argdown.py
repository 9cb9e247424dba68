"""/data/arguments.argdown: the arguments as an Argdown map, for who draws or reasons with it.

Argdown (argdown.org) has statements `[…]` and arguments `<…>`, of which `+` supports and `-` attacks.
A claim is a statement; a passage for it supports, one against it attacks, a nuance or a mere use of the word
does neither and only mentions it. A claim that is a reason for another supports it, a reason against attacks.
"""

from __future__ import annotations

import json
import re
from typing import Any

from weerklank.exports.address import address
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import seen
from weerklank.markup.parts import (
    argument_url,
    essay_url,
    other_language,
    place_words,
    told_by,
    year_words,
)
from weerklank.model import Argument, Collection, Passage

NAME = "data/arguments.argdown"
_ROOT = "../"
_SIGNS = {"for": "+", "against": "-", "reason-for": "+", "reason-against": "-"}
# What the parser's lexer could read as a mark: brackets, mentions, tags, emphasis, comments, front matter;
# a dot or colon directly before a word is the start of a special character, as in :smile:
_MARK = re.compile(r"[\[\]<>{}@#*_\\=/]|[.:](?=\S)")
_IN_DATA = re.compile(r"[{}=]")


def arguments_argdown(collection: Collection) -> str:
    """The map: claims with what supports and attacks them, and then the nuances."""
    config = collection.config
    front = {"title": config.title, "subTitle": config.subtitle, "author": ", ".join(config.editors)}
    told = "\n".join(f"{key}: {_json(value)}" for key, value in front.items() if value)
    heading = _text(config.title)
    blocks = [f"===\n{told}\n===", *([f"# {heading}"] if heading else [])]
    for argument in collection.arguments:
        blocks += _argument(argument, collection)
    return "\n\n".join(blocks) + "\n"


def _argument(argument: Argument, collection: Collection) -> list[str]:
    url = argument_url(collection.say, "", argument.id)
    data: dict[str, Any] = {"url": address(collection.config, url, _ROOT)}
    if argument.related:
        data["related"] = [{"id": r.id, "type": r.type, "how": r.how} for r in argument.related]
    if argument.poles:
        data["poles"] = {"for": argument.poles.for_, "against": argument.poles.against}
    lines = [f"[{argument.id}]: {_text(argument.claim)} {_data(data)}"]
    lines += [f"  {_SIGNS[related.type]} [{related.id}]" for related in argument.related if related.type in _SIGNS]
    nuances = []
    for passage in argument.passages:
        words = _passage(passage, collection)
        if passage.stance in _SIGNS:
            lines.append(f"  {_SIGNS[passage.stance]} {words}")
        else:
            nuances.append(words)
    return ["\n".join(lines), *nuances]


def _passage(passage: Passage, collection: Collection) -> str:
    """A passage: its words, whose they are, and where they stand; one that takes no side names its claim."""
    say = collection.say
    essay = collection.by_slug[passage.essay]
    unit = next((u for u in essay.units if u.id == passage.unit), None)
    place = f", {place_words(say, unit)}" if unit else ""
    whose = told_by(say, essay, passage).striptags()
    words = _text(
        f"{say('quotation.words', words=passage.quote)} ({upper_first(whose)}, {year_words(say, essay)}{place})"
    )
    about = f" @[{passage.argument}]" if passage.stance not in _SIGNS else ""
    data = {
        "author": list(essay.authors),
        "speaker": passage.speaker,
        "essay": essay.title,
        "language": other_language(essay, collection),
        "date": essay.date,
        "place": place_words(say, unit) if unit else None,
        "stance": say(f"stance.{passage.stance}"),
        "weight": passage.weight,
        "voice": None if passage.voice == "own" else passage.voice,
        "quote": passage.quote,
        "url": address(collection.config, essay_url(say, "", essay, passage.id), _ROOT),
    }
    return f"<{passage.id}>: {words}{about} {_data({key: value for key, value in data.items() if value})}"


def _text(words: str) -> str:
    r"""Words on one line in which Argdown sees no mark.

    >>> _text("Zie [1] en z.j. <b>")
    'Zie \\[1\\] en z\\.j. \\<b\\>'
    """
    return _MARK.sub(r"\\\g<0>", " ".join(seen(words).split()))


def _data(values: dict[str, Any]) -> str:
    """An element's data as YAML in one line, in the part of it that is JSON as well."""
    return "{" + ", ".join(f"{key}: {_json(value)}" for key, value in values.items()) + "}"


def _json(value: Any) -> str:
    """A value as JSON. A brace in its words would end the data, '===' begin front matter: they stand as numbers."""
    if isinstance(value, list):
        return f"[{', '.join(map(_json, value))}]"
    if isinstance(value, dict):
        return _data(value)
    return _IN_DATA.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(seen(value), ensure_ascii=False))
