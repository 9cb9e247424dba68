"""Pages as templates: a view in Python says what is shown, a template how, and what it is handed is escaped.

A template is the Markdown of a page as a person would write it. In it `say` gives words as text, `prose` words that
are Markdown of ours, `sentence` words around markup; `at` an address; and the small pieces of markup/parts.py go by
their own names, without the pack. A value in an attribute goes through `attr`.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup import parts
from weerklank.markup.markdown import Html, attribute, tag
from weerklank.state.beside_bytecode import keeping_templates

_LINE_END = "\x1e"  # in what a template is handed, until its own blank lines are counted; no text of ours has it
_PIECES = (
    parts.argument_url,
    parts.author_words,
    parts.date_line,
    parts.essay_url,
    parts.place_id,
    parts.place_of,
    parts.place_words,
    parts.prose,
    parts.sentence,
    parts.stance_word,
    parts.stances_of,
    parts.year_words,
)


def render(say: Pack, name: str, /, **values: Any) -> str:
    """The Markdown that a template makes of these values. Its blank lines in a row are one, and none ends it; lines
    within what it is handed stay as they are.
    """
    pieces = {piece.__name__: partial(piece, say) for piece in _PIECES}
    page = _templates().get_template(f"{name}.jinja").render(say=say, at=say.at, **pieces, **values)
    return re.sub(r"\n{3,}", "\n\n", page).strip("\n").replace(_LINE_END, "\n") + "\n"


def _handed(value: Any) -> Html:
    return Html(str(Html.escape(value)).replace("\n", _LINE_END))


@lru_cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("weerklank.pages"),
        autoescape=True,
        finalize=_handed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["attr"] = lambda value: Html(attribute(value))
    made.globals |= {
        "tag": tag,
        "linked_title": parts.linked_title,
        "title_of": parts.title_of,
        "in_own_language": parts.in_own_language,
        "upper_first": upper_first,
    }
    return keeping_templates(made)
