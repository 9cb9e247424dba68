"""Every generated page of docs/, as text: essays, arguments, authors, the edition's account, data."""

from collections.abc import Iterator, MutableMapping
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial

from weerklank.exports import annotations, argdown, data_files, downloads, feed, page_listing, skos, worksheet_files
from weerklank.exports.card_texts import Card, cards
from weerklank.exports.page_heads import add_heads
from weerklank.exports.tei import tei
from weerklank.languages.pack import Pack
from weerklank.model import Collection, Essay
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.pages import (
    argument,
    arguments_index,
    authors,
    citation,
    clashes,
    data,
    editions_page,
    essay,
    home,
    lessons,
    moved,
    overview,
    rights,
)
from weerklank.pages.account import account_page, accounts_index, register, rules_page
from weerklank.pages.made_of import Files, MadeOf
from weerklank.pages.own_pages import own_pages
from weerklank.pages.word_pages import word_pages
from weerklank.site.headers import framed
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.memory import mark
from weerklank.state.workers import SERIAL
from weerklank.words.count import count_ahead

DATA = "data"
DOWNLOADS = "downloads"


def generated(say: Pack) -> tuple[str, ...]:
    """The folders of docs/ that are generated whole."""
    return (*say.generated, DATA, DOWNLOADS)


def pages(collection: Collection, kept: Kept = NOTHING_KEPT) -> MutableMapping[str, str]:
    """All generated files by their path under docs/."""
    return pages_and_cards(collection, kept)[0]


def pages_and_cards(
    collection: Collection, kept: Kept = NOTHING_KEPT, workers: Executor = SERIAL
) -> tuple[MutableMapping[str, str], dict[str, Card]]:
    """The same, with the card of each page; InputError names each text whose pages cannot be written."""
    say, made_of = collection.say, MadeOf(collection, kept)
    collection, unargued = kept.held(mark(collection.parts), collection.parts, lambda: collection), made_of.unargued
    texts, account_of, claims = map(say.at, ("essays", "account", "arguments"))
    listed, outlined = made_of.listed(), made_of.listed(outlined=True)
    written = kept.texts()
    written.update(moved.pages(collection))
    written["index.md"] = kept.remembered(home.page, collection)
    written.update(essay.index(collection, made_of))
    listing = f"{claims}/index.md"
    written[listing] = made_of.page(listing, listed, arguments_index.page)
    written.update(overview.pages(collection, made_of))
    for name, write in (
        (f"{say.at('clashes')}/index.md", clashes.page),
        ("data/matrix.csv", arguments_index.matrix_csv),
        (argdown.NAME, argdown.arguments_argdown),
    ):
        written[name] = made_of.page(name, listed, write)
    written.update(accounts_index.overview(unargued, made_of))
    written[f"{account_of}/{say.at('rules')}.md"] = kept.remembered(rules_page.page, unargued)
    written[f"{say.at('editions')}/index.md"] = editions_page.page(collection)
    written["data/collection.json"] = kept.remembered(data.collection_json, collection)
    written.update(made_of.pages("data/citations", replace(listed, arguments=()), citation.files))
    alone = (files for each in collection.essays for files in (*_of_each(each, made_of), tei.inside(each, made_of)))
    made_of.ahead(alone, workers, 0.005)
    count_ahead(collection, kept, workers)
    problems: list[Problem] = []
    for each in collection.essays:
        with gathering(problems, f"seeds/{each.seed.name}"):
            for files in _of_each(each, made_of):
                written.update(made_of.pages(*files))
    if problems:
        raise InputError(problems)
    for slug in collection.removed:
        written[f"{texts}/{slug}.md"] = written[f"{account_of}/{slug}.md"] = rights.tombstone(say)
    for item in collection.arguments:
        written.update(made_of.pages(f"{claims}/{item.id}/", made_of.argument(item), partial(argument.pages, item)))
    written.update(authors.pages(collection, made_of))
    written.update(word_pages(collection, kept, made_of))
    written.update(lessons.pages(collection, kept, made_of))
    written.update(worksheet_files.texts(collection))
    written[feed.NAME] = kept.remembered(feed.feed, collection)
    seen = replace(outlined, dated=collection.dated)
    written[annotations.NAME] = made_of.page(annotations.NAME, seen, annotations.annotations_jsonld)
    written.update(tei.files(collection, made_of, kept))
    written[skos.NAME] = kept.remembered(skos.arguments_skos, collection)
    written[f"{say.at('downloads')}/index.md"] = kept.remembered(downloads.page, collection)
    written.update(moved.parts(collection, written))
    written[data_files.NAME] = kept.remembered(data_files.page, (*written, page_listing.NAME), unargued)
    drawn = cards(collection, written)
    written[page_listing.NAME] = page_listing.pages_json(drawn)
    embed = collection.config.embed
    own = {name: kept.remembered(framed, text, embed) for name, text in own_pages(say).items()}
    add_heads(written, drawn, collection, kept)
    for name, text in own.items():
        written.setdefault(name, text)
    return written, drawn


def _of_each(essay: Essay, made_of: MadeOf) -> Iterator[tuple[str, Collection, Files]]:
    """What is written of each text, for `MadeOf.pages`."""
    seen, number = made_of.reader(essay)
    yield f"{essay.slug}.md", seen, partial(_to_read, essay, number)
    yield f"{essay.slug}/", made_of.text(essay), partial(_of_text, essay)


def _to_read(text: Essay, number: int, seen: Collection) -> dict[str, str]:
    return {f"{seen.say.at('essays')}/{text.slug}.md": essay.page(text, number, seen)}


def _of_text(essay: Essay, seen: Collection) -> dict[str, str]:
    """The files that tell of one text alone, by name under docs/."""
    say = seen.say
    account_of = say.at("account")
    return {
        f"data/{say.at('essays')}/{essay.slug}.json": data.essay_json(essay, seen),
        f"{account_of}/{essay.slug}.md": account_page.page(say, essay, **rights.front(essay, seen)),
        f"data/{account_of}/{essay.slug}.json": register.register(say, essay),
    }
