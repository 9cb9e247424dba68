"""The debate in pictures (/overzicht/): who says what, when, and who meets whom."""

from __future__ import annotations

from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.pictures import matrix, shared, timeline

_ROOT = "../"


def page(collection: Collection) -> str:
    """The Markdown of /overzicht/."""
    parts = ["# Het debat in beeld", _intro(collection)]
    if collection.arguments and collection.essays:
        parts += [*_matrix(collection), *_timeline(collection), *_map(collection)]
    description = (
        "De argumenten en de teksten in beeld: wie welk standpunt inneemt, wanneer, en wie tegenover wie staat."
    )
    return head("Het debat in beeld", description=description, styles=["pictures"]) + "\n\n".join(parts) + "\n"


def _intro(collection: Collection) -> str:
    if not (collection.arguments and collection.essays):
        return "Er zijn nog geen argumenten in teksten aangewezen; dan valt er ook niets te tekenen."
    return (
        "Drie beelden van hetzelfde debat: [wie welk standpunt inneemt](#standpunten), [wanneer](#tijdlijn), en "
        "[welke teksten elkaar raken](#raakvlakken). Elke figuur is een link naar de woorden van de auteur. Een "
        "argument heeft in alle beelden hetzelfde nummer."
    )


def _matrix(collection: Collection) -> list[str]:
    return [
        "## Wie neemt welk standpunt in? {: #standpunten }",
        "Een rij per argument, een kolom per tekst, op volgorde van verschijnen; teksten zonder datum staan achteraan. "
        "Het getal is het aantal passages.",
        matrix.legend(collection),
        _past("tijdlijn", "Sla de tabel over"),
        matrix.matrix(collection, _ROOT),
        "Hetzelfde [als tabel in woorden](../argumenten/index.md#argumenten-en-teksten) en "
        "[als CSV-bestand](../data/matrix.csv), voor een rekenblad.",
    ]


def _timeline(collection: Collection) -> list[str]:
    beside = "wk-wide wk-beside" if len(collection.arguments) <= timeline.BESIDE else "wk-wide"
    return [
        "## Wanneer kwam wat ter sprake? {: #tijdlijn }",
        "Op de lijn van een tekst staan zijn standpunten: erboven waar hij voor is, eronder waar hij tegen is, erop "
        "zijn nuances. De nummers zijn die van de argumenten. Een open stip op de tijdlijn is een datum bij "
        "benadering, een dikke streep een datum waarvan alleen maand of jaar bekend is.",
        _past("na-tijdlijn", "Sla de tijdlijn over"),
        tag(
            "div",
            timeline.timeline(collection, _ROOT),
            tag(
                "div",
                tag("h3", escape("De argumenten bij hun nummer"), id="nummers"),
                timeline.names(collection, _ROOT),
            ),
            class_=beside,
        ),
        _twin("na-tijdlijn", "De tijdlijn als lijst", timeline.listing(collection, _ROOT)),
    ]


def _map(collection: Collection) -> list[str]:
    words = (
        "Links verbinden bogen de teksten die argumenten delen, rechts de teksten die botsen: de ene voor, de andere "
        "tegen hetzelfde argument. Hoe dikker de boog, hoe meer argumenten; het getal zegt hoeveel. Een boog leidt "
        "naar de lijst van wat de twee teksten delen. "
    )
    return [
        "## Welke teksten raken elkaar? {: #raakvlakken }",
        words + escape(shared.said(collection)),
        _past("paren", "Sla de kaart over"),
        tag(
            "div",
            shared.shared(collection, _ROOT),
            tag("div", tag("h3", escape("Per paar"), id="paren"), shared.listing(collection, _ROOT), class_="wk-pairs"),
            class_="wk-wide wk-beside",
        ),
    ]


def _twin(id_: str, title: str, listing: Html) -> Html:
    return tag("details", tag("summary", escape(title)), listing, class_="wk-twin", id=id_)


def _past(target: str, words: str) -> Html:
    """A link for who comes by keyboard and does not want to stop at each figure."""
    return tag("p", tag("a", escape(words), href=f"#{target}"), class_="wk-past")
