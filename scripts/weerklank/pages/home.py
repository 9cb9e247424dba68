"""The home page: what this is, the texts, the arguments."""

from __future__ import annotations

from weerklank.languages.nl.interface import count_words
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import argument_url, author_words, head, title_of, year_words
from weerklank.model import Collection
from weerklank.pages import rights
from weerklank.pages.clashes import facing, pair
from weerklank.pictures.facts import groups


def page(collection: Collection) -> str:
    """The Markdown of /."""
    config = collection.config
    texts = [
        f"- [{title_of(e)}](essays/{e.slug}.md)<br>{escape(author_words(e))}, {year_words(e)}"
        for e in collection.essays
    ]
    arguments = [f"- [{escape(a.claim)}](argumenten/{a.id}.md)" for a in collection.arguments]
    passages = sum(len(a.passages) for a in collection.arguments)
    parts = [
        tag("h1", escape(config.title)),
        f"*{escape(config.subtitle)}*\n{{: .wk-subtitle }}" if config.subtitle else "",
        escape(config.description) if config.description else "",
        "Bij elke gemarkeerde passage leest u wat de andere auteurs over dezelfde stelling schrijven, "
        "in hun eigen woorden en met hun standpunt. Elke alinea heeft een nummer en een vaste link.",
        _example(collection),
        f"## {count_words(len(texts), 'tekst', 'teksten')} {{: #teksten }}",
        "\n".join(texts),
        f"## {count_words(len(arguments), 'argument', 'argumenten')} {{: #argumenten }}" if arguments else "",
        f"Samen {count_words(passages, 'passage', 'passages')}. "
        "[Het debat in beeld](overzicht/index.md): wie welk standpunt inneemt, wanneer, en welke teksten elkaar raken. "
        "[Tegenover elkaar](tegenover/index.md): waar de auteurs botsen, als opening van een gesprek. "
        "[Alle argumenten en teksten in één tabel](argumenten/index.md)."
        if arguments
        else "",
        "\n".join(arguments),
    ]
    front = head(config.title, styles=["pictures"], **rights.contact(config))
    return front + "\n\n".join(part for part in parts if part) + "\n"


def _example(collection: Collection) -> Html:
    """Two passages that face each other on the argument most in dispute; '' where none do."""
    for group in groups(collection):
        for argument in group.arguments:
            if found := facing(argument, collection):
                claim = tag("a", escape(argument.claim), href=argument_url("", argument.id))
                said = tag("p", escape("Bijvoorbeeld: "), claim)
                return tag("section", said, pair(*found[0], collection, ""), class_="wk-clash", aria_label="Voorbeeld")
    return Html("")
