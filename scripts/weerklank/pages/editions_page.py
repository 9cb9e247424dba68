"""/edities/: the numbered editions, the newest first, with what each changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import argument_url, enumerated, essay_url, head, linked_title, sentence
from weerklank.model import Collection
from weerklank.model.frozen import Changes, FrozenEdition
from weerklank.pages.template import render

_KINDS = ("added", "changed", "removed")
_HASH = 16  # hexadecimal figures of a hash that are shown; seeds/editions.lock has all


def page(collection: Collection) -> str:
    """The Markdown of the page."""
    say = collection.say
    rows = [_row(edition, collection) for edition in reversed(collection.editions)]
    body = render(say, "editions", rows=rows, address=collection.config.site_url)
    return head(say, say("editions.title"), description=say("editions.description"), styles=["files"]) + body


def _row(edition: FrozenEdition, collection: Collection) -> Html:
    say = collection.say
    title = say("editions.numbered", number=edition.number, day=say.date(edition.day))
    named = sentence(say, "editions.named", name=edition.name) if edition.name else Html("")
    facts = sentence(
        say,
        "editions.hashes",
        seeds=tag("code", edition.seeds[:_HASH]),
        arguments=tag("code", edition.arguments[:_HASH]),
        tool=edition.tool,
    )
    lines = [named, *_changes(edition, collection), facts]
    items = [tag("li", line) for line in lines if line]
    return join([tag("dt", title, id=f"{say.at('edition_id')}-{edition.number}"), tag("dd", tag("ul", *items))])


def _changes(edition: FrozenEdition, collection: Collection) -> Iterator[Html]:
    """What came, changed and went: by name where it is here still, else as a count."""
    say = collection.say
    stems = {essay.seed.stem: linked_title(essay, essay_url(say, "../", essay)) for essay in collection.essays}
    claims = {a.id: tag("a", a.claim, href=argument_url(say, "../", a.id)) for a in collection.arguments}
    yield from _named(say, "texts", edition.texts, stems)
    yield from _named(say, "arguments", edition.claims, claims)
    for kind, count in zip(_KINDS, edition.passages, strict=True):
        if count:
            yield sentence(say, f"editions.{kind}", what=say("count.passages", n=count))


def _named(say: Pack, what: str, changes: Changes, here: dict[str, Html]) -> Iterator[Html]:
    for kind, names in zip(_KINDS, astuple(changes), strict=True):
        if names:
            counted = say(f"count.{what}", n=len(names))
            yield sentence(say, f"editions.{kind}", what=_listed(say, counted, [here[n] for n in names if n in here]))


def _listed(say: Pack, counted: str, names: Sequence[Html]) -> Html:
    return (
        sentence(say, "editions.which", counted=counted, names=enumerated(say, names))
        if names
        else Html.escape(counted)
    )
