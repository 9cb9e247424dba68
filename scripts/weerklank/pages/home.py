"""The home page: every text and every argument, with one pair of passages that face each other."""

from __future__ import annotations

from collections.abc import Iterator

from weerklank.markup.parts import head
from weerklank.model import Argument, Collection, Passage
from weerklank.pages import rights
from weerklank.pages.clashes import facing, pairs
from weerklank.pages.template import render
from weerklank.pictures.facts import groups


def page(collection: Collection) -> str:
    """The Markdown of /."""
    config = collection.config
    example, facing_each_other = next(_examples(collection), (None, None))
    body = render(
        collection.say,
        "home",
        config=config,
        essays=collection.essays,
        arguments=collection.arguments,
        passages=sum(len(argument.passages) for argument in collection.arguments),
        example=example,
        facing=pairs([facing_each_other], collection, "")[0] if facing_each_other else None,
    )
    return head(collection.say, config.title, styles=["pictures"], **rights.contact(config)) + body


def _examples(collection: Collection) -> Iterator[tuple[Argument, tuple[Passage, Passage]]]:
    """Arguments with two passages that face each other, those most in dispute first."""
    for group in groups(collection):
        for argument in group.arguments:
            if found := facing(argument, collection):
                yield argument, found[0]
