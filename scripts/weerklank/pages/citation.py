"""How to refer to a text: at the foot of its page, in the page's head, and as files to download."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from weerklank.cite.apa import Run, in_text, reference
from weerklank.cite.bibtex import bibtex
from weerklank.cite.csl import Item, csl_item, csl_json, page_url
from weerklank.cite.highwire import highwire
from weerklank.cite.json_ld import json_ld
from weerklank.cite.ris import ris
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import Html, escape, join, script_json, tag
from weerklank.markup.parts import author_words, in_own_language, sentence, year_words
from weerklank.model import Collection, Essay


def _writers(say: Pack) -> dict[str, tuple[str, Callable[[list[Item]], str]]]:
    """The formats by name, with the ending of their files."""
    return {
        "BibTeX": ("bib", partial(bibtex, say)),
        "RIS": ("ris", partial(ris, say)),
        "CSL-JSON": ("json", csl_json),
    }


def section(essay: Essay, collection: Collection, root: str) -> Html:
    """The foot of a text's page: the reference in APA, how to cite a paragraph, and other formats."""
    say = collection.say
    item = csl_item(essay, collection.config)
    title = tag("h2", escape(say("citation.title")), id="verwijzen")
    parts = [
        title,
        _reference(essay, item, collection),
        _paragraph(say, essay, item),
        _downloads(say, essay, root),
        _formats(say, item),
    ]
    by = f"{upper_first(author_words(say, essay))}, ‘{essay.title}’, {year_words(say, essay)}"
    return tag("aside", *parts, class_="wk-cite", data_apparatus=True, data_cite=by, aria_labelledby="verwijzen")


def _reference(essay: Essay, item: Item, collection: Collection) -> Html:
    """The reference; where the site does not know its own address, the reader's browser does."""
    say = collection.say
    elsewhere = "archive" in item and not page_url(essay, collection.config)
    shown = {k: v for k, v in item.items() if not (elsewhere and k == "URL")}
    parts = [_runs(reference(shown), essay)]
    if elsewhere:
        # assets/reading/address.js fills it in
        parts.append(tag("span", say("citation.this_address"), class_="wk-address"))
    return tag("p", join(parts, " "), class_="wk-citation")


def _paragraph(say: Pack, essay: Essay, item: Item) -> Html:
    number = next((unit.number for unit in essay.units if unit.number), None)
    if number is None:
        return Html("")
    example = _runs(in_text(item, number), essay)
    return tag("p", sentence(say, "citation.paragraph", example=example, number=number), class_="wk-how")


def _downloads(say: Pack, essay: Essay, root: str) -> Html:
    links = [
        tag("a", escape(name), href=f"{root}data/{say.at('citations')}/{essay.slug}.{suffix}", download=True)
        for name, (suffix, _) in _writers(say).items()
    ]
    return tag("p", escape(say("citation.downloads")), join(links, " · "), class_="wk-downloads")


def _formats(say: Pack, item: Item) -> Html:
    parts = []
    for name, (_, write) in _writers(say).items():
        lines = [escape(line) for line in write([item]).strip().split("\n")]
        parts += [tag("p", tag("b", escape(name))), tag("pre", join(lines, "\n"))]
    return tag("details", tag("summary", escape(say("citation.as_text"))), *parts, class_="wk-formats")


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
    say = collection.say
    items = [csl_item(essay, collection.config) for essay in collection.essays]
    written = {
        "data/collection.bib": bibtex(say, items),
        "data/collection.ris": ris(say, items),
        "data/collection.csl.json": csl_json(items),
    }
    for item in items:
        for suffix, write in _writers(say).values():
            written[f"data/{say.at('citations')}/{item['id']}.{suffix}"] = write([item])
    return written
