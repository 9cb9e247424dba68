"""The home page: what this is, the texts, the arguments."""

from __future__ import annotations

from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import argument_url, author_words, head, sentence, year_words
from weerklank.model import Collection
from weerklank.pages import rights
from weerklank.pages.clashes import facing, pair
from weerklank.pictures.facts import groups


def page(collection: Collection) -> str:
    """The Markdown of /."""
    say = collection.say
    config = collection.config
    texts = [
        f"- [{escape(e.title)}]({say.at('essays')}/{e.slug}.md)<br>{escape(author_words(say, e))}, {year_words(say, e)}"
        for e in collection.essays
    ]
    arguments = [f"- [{escape(a.claim)}]({say.at('arguments')}/{a.id}.md)" for a in collection.arguments]
    passages = sum(len(a.passages) for a in collection.arguments)
    parts = [
        tag("h1", escape(config.title)),
        f"*{escape(config.subtitle)}*\n{{: .wk-subtitle }}" if config.subtitle else "",
        escape(config.description) if config.description else "",
        say("home.how"),
        _example(collection),
        say("home.texts", texts=say("count.texts", n=len(texts))),
        "\n".join(texts),
        say("home.arguments", arguments=say("count.arguments", n=len(arguments))) if arguments else "",
        say("home.overview", passages=say("count.passages", n=passages)) if arguments else "",
        "\n".join(arguments),
    ]
    front = head(say, config.title, styles=["pictures"], **rights.contact(config))
    return front + "\n\n".join(part for part in parts if part) + "\n"


def _example(collection: Collection) -> Html:
    """Two passages that face each other on the argument most in dispute; '' where none do."""
    say = collection.say
    for group in groups(collection):
        for argument in group.arguments:
            if found := facing(argument, collection):
                claim = tag("a", escape(argument.claim), href=argument_url(say, "", argument.id))
                said = tag("p", sentence(say, "home.for_example", claim=claim))

                return tag(
                    "section", said, pair(*found[0], collection, ""), class_="wk-clash", aria_label=say("home.example")
                )
    return Html("")
