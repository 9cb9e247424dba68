"""How to refer to a text: at the foot of its page, in the page's head, and as files to download."""

from __future__ import annotations

from typing import Any

from weerklank.cite.apa import Run, in_text, reference
from weerklank.cite.bibtex import bibtex
from weerklank.cite.csl import Item, csl_item, csl_json, page_url
from weerklank.cite.highwire import highwire
from weerklank.cite.json_ld import json_ld
from weerklank.cite.ris import ris
from weerklank.languages.nl.interface import upper_first
from weerklank.markup.markdown import Html, escape, join, script_json, tag
from weerklank.markup.parts import author_words, in_own_language, year_words
from weerklank.model import Collection, Essay

_FORMATS = {"BibTeX": ("bib", bibtex), "RIS": ("ris", ris), "CSL-JSON": ("json", csl_json)}
_UNKNOWN_ADDRESS = "(het adres van deze pagina)"  # assets/reading/address.js fills it in


def section(essay: Essay, collection: Collection, root: str) -> Html:
    """The foot of a text's page: the reference in APA, how to cite a paragraph, and other formats."""
    item = csl_item(essay, collection.config)
    title = tag("h2", escape("Zo verwijst u naar deze tekst"), id="verwijzen")
    parts = [
        title,
        _reference(essay, item, collection),
        _paragraph(essay, item),
        _downloads(essay, root),
        _formats(item),
    ]
    by = f"{upper_first(author_words(essay))}, ‘{essay.title}’, {year_words(essay)}"
    return tag("aside", *parts, class_="wk-cite", data_apparatus=True, data_cite=by, aria_labelledby="verwijzen")


def _reference(essay: Essay, item: Item, collection: Collection) -> Html:
    """The reference; where the site does not know its own address, the reader's browser does."""
    elsewhere = "archive" in item and not page_url(essay, collection.config)
    shown = {k: v for k, v in item.items() if not (elsewhere and k == "URL")}
    parts = [_runs(reference(shown), essay)]
    if elsewhere:
        parts.append(tag("span", escape(_UNKNOWN_ADDRESS), class_="wk-address"))
    return tag("p", join(parts, " "), class_="wk-citation")


def _paragraph(essay: Essay, item: Item) -> Html:
    number = next((unit.number for unit in essay.units if unit.number), None)
    if number is None:
        return Html("")
    words = (
        f", met het nummer van de alinea (hier § {number}). Dat nummer is een vaste link, "
        "die altijd dezelfde alinea blijft aanwijzen."
    )
    return tag(
        "p",
        escape("Naar een alinea verwijst u zo: "),
        _runs(in_text(item, number), essay),
        escape(words),
        class_="wk-how",
    )


def _downloads(essay: Essay, root: str) -> Html:
    links = [
        tag("a", escape(name), href=f"{root}data/citaten/{essay.slug}.{suffix}", download=True)
        for name, (suffix, _) in _FORMATS.items()
    ]
    return tag("p", escape("Voor een literatuurprogramma: "), join(links, " · "), class_="wk-downloads")


def _formats(item: Item) -> Html:
    parts = []
    for name, (_, write) in _FORMATS.items():
        lines = [escape(line) for line in write([item]).strip().split("\n")]
        parts += [tag("p", tag("b", escape(name))), tag("pre", join(lines, "\n"))]
    return tag("details", tag("summary", escape("BibTeX, RIS en CSL-JSON als tekst")), *parts, class_="wk-formats")


def _runs(runs: tuple[Run, ...], essay: Essay) -> Html:
    """The runs of a reference; the title, where it stands in one, in the language of its text."""
    return join([tag("em", _run(run, essay)) if run.italic else _run(run, essay) for run in runs])


def _run(run: Run, essay: Essay) -> Html:
    at = run.text.casefold().find(essay.title.casefold())  # a style may write its capitals otherwise
    if at < 0 or len(run.text.casefold()) != len(run.text):
        return escape(run.text)
    end = at + len(essay.title)
    title = in_own_language(escape(run.text[at:end]), essay)
    return join([escape(run.text[:at]), title, escape(run.text[end:])])


def front(essay: Essay, collection: Collection) -> dict[str, Any]:
    """Front matter for the head of a text's page; theme/weerklank/citation.html puts it there."""
    item = csl_item(essay, collection.config)
    return {
        "slug": essay.slug,
        "citation": highwire(item),
        "json_ld": script_json(json_ld(essay, item, collection.config)),
    }


def files(collection: Collection) -> dict[str, str]:
    """Every text's citation in each format, and the whole collection's, by path under docs/."""
    items = [csl_item(essay, collection.config) for essay in collection.essays]
    written = {
        "data/collection.bib": bibtex(items),
        "data/collection.ris": ris(items),
        "data/collection.csl.json": csl_json(items),
    }
    for item in items:
        for suffix, write in _FORMATS.values():
            written[f"data/citaten/{item['id']}.{suffix}"] = write([item])
    return written
