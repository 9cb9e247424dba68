"""The debate in pictures (/overzicht/): who says what, when, and who meets whom."""

from __future__ import annotations

from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.pictures import matrix, shared, timeline

_ROOT = "../"


def page(collection: Collection) -> str:
    """The Markdown of /overzicht/."""
    say = collection.say
    parts = [f"# {say('overview.title')}", _intro(collection)]
    if collection.arguments and collection.essays:
        parts += [*_matrix(collection), *_timeline(collection), *_map(collection)]
    description = say("overview.description")
    return head(say, say("overview.title"), description=description, styles=["pictures"]) + "\n\n".join(parts) + "\n"


def _intro(collection: Collection) -> str:
    say = collection.say
    if not (collection.arguments and collection.essays):
        return say("overview.nothing")
    return say("overview.intro")


def _matrix(collection: Collection) -> list[str]:
    say = collection.say
    return [
        say("overview.matrix_heading"),
        say("overview.matrix_intro"),
        matrix.legend(collection),
        _past("tijdlijn", say("overview.skip_table")),
        matrix.matrix(collection, _ROOT),
        say("overview.as_words"),
    ]


def _timeline(collection: Collection) -> list[str]:
    say = collection.say
    beside = "wk-wide wk-beside" if len(collection.arguments) <= timeline.BESIDE else "wk-wide"
    return [
        say("overview.timeline_heading"),
        say("overview.timeline_intro"),
        _past("na-tijdlijn", say("overview.skip_timeline")),
        tag(
            "div",
            timeline.timeline(collection, _ROOT),
            tag(
                "div",
                tag("h3", escape(say("overview.numbers")), id="nummers"),
                timeline.names(collection, _ROOT),
            ),
            class_=beside,
        ),
        _twin("na-tijdlijn", say("overview.timeline_as_list"), timeline.listing(collection, _ROOT)),
    ]


def _map(collection: Collection) -> list[str]:

    say = collection.say
    return [
        say("overview.map_heading"),
        say("overview.map_intro") + " " + escape(shared.said(collection)),
        _past("paren", say("overview.skip_map")),
        tag(
            "div",
            shared.shared(collection, _ROOT),
            tag(
                "div",
                tag("h3", escape(say("overview.pairs")), id="paren"),
                shared.listing(collection, _ROOT),
                class_="wk-pairs",
            ),
            class_="wk-wide wk-beside",
        ),
    ]


def _twin(id_: str, title: str, listing: Html) -> Html:
    return tag("details", tag("summary", escape(title)), listing, class_="wk-twin", id=id_)


def _past(target: str, words: str) -> Html:
    """A link for who comes by keyboard and does not want to stop at each figure."""
    return tag("p", tag("a", escape(words), href=f"#{target}"), class_="wk-past")
