"""How to refer to a text: at the foot of its page, in the page's head, and as files to download."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from weerklank.cite.apa import Run, in_text, reference
from weerklank.cite.bibtex import bibtex
from weerklank.cite.coins import coins
from weerklank.cite.csl import Item, csl_item, csl_json, page_url
from weerklank.cite.highwire import highwire
from weerklank.cite.json_ld import json_ld
from weerklank.cite.ris import ris
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import Html, escape, join, script_json, tag
from weerklank.markup.parts import author_words, in_own_language, sentence, year_words
from weerklank.model import Collection, Essay

_ANY = "{n}"  # where the numbers of paragraphs come


@dataclass(frozen=True, slots=True)
class Format:
    """A text's citation for a program: its name, the ending of the file, and what the file holds."""

    name: str
    suffix: str
    text: Html


@dataclass(frozen=True, slots=True)
class Citation:
    """How to refer to a text: in APA, a paragraph of it (empty where none has a number), and for programs.

    `here`: the site does not know its own address, and the reader's browser completes the reference. `by` is
    the text in a line, for those who copy words from it; `in_text` and `in_texts` refer to a paragraph and to more in
    running text, with `{n}` where the numbers come. `coins` is for reference managers.
    """

    by: str
    reference: Html
    here: bool
    paragraph: Html
    in_text: str
    in_texts: str
    coins: str
    formats: Sequence[Format]


def _writers(say: Pack) -> dict[str, tuple[str, Callable[[list[Item]], str]]]:
    """The formats by name, with the ending of their files."""
    return {
        "BibTeX": ("bib", partial(bibtex, say)),
        "RIS": ("ris", partial(ris, say)),
        "CSL-JSON": ("json", csl_json),
    }


def cited(essay: Essay, collection: Collection) -> Citation:
    """How to refer to a text."""
    say = collection.say
    item = csl_item(essay, collection.config)
    here = _here(essay, item, collection)
    title = say("quotation.words", words=essay.title)
    return Citation(
        f"{upper_first(author_words(say, essay))}, {title}, {year_words(say, essay)}",
        _runs(reference_of(essay, collection), essay),
        here,
        _paragraph(say, essay, item),
        _plain(in_text(say, item, _ANY)),
        _plain(in_text(say, item, _ANY, several=True)),
        coins(item),
        [
            Format(name, end, join(write([item]).strip().split("\n"), "\n"))
            for name, (end, write) in _writers(say).items()
        ],
    )


def reference_of(essay: Essay, collection: Collection) -> tuple[Run, ...]:
    """The text as a list of references has it; without an address where the site does not know its own."""
    item = csl_item(essay, collection.config)
    if _here(essay, item, collection):
        item.pop("URL", None)
    return reference(collection.say, item)


def _here(essay: Essay, item: Item, collection: Collection) -> bool:
    return "archive" in item and not page_url(essay, collection.config)


def _paragraph(say: Pack, essay: Essay, item: Item) -> Html:
    number = next((unit.number for unit in essay.units if unit.number), None)
    if number is None:
        return Html("")
    return sentence(say, "citation.paragraph", example=_runs(in_text(say, item, number), essay), number=number)


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


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
