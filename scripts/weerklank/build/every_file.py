"""Every generated page of docs/, as text: essays, arguments, authors, the edition's account, data."""

from weerklank.exports import annotations, argdown, data_files, downloads, feed, page_listing, skos, worksheet_files
from weerklank.exports.card_texts import Card, cards
from weerklank.exports.page_heads import headed
from weerklank.exports.tei import tei
from weerklank.languages.pack import Pack
from weerklank.model import Collection
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
    kept_texts,
    lessons,
    moved,
    overview,
    rights,
)
from weerklank.pages.account import accounts_index, rules_page
from weerklank.pages.own_pages import own_pages
from weerklank.pages.word_pages import word_pages
from weerklank.site.headers import framed
from weerklank.state.kept import NOTHING_KEPT, Kept

DATA = "data"
DOWNLOADS = "downloads"


def generated(say: Pack) -> tuple[str, ...]:
    """The folders of docs/ that are generated whole."""
    return (*say.generated, DATA, DOWNLOADS)


def pages(collection: Collection, kept: Kept = NOTHING_KEPT) -> dict[str, str]:
    """All generated files by their path under docs/."""
    return pages_and_cards(collection, kept)[0]


def pages_and_cards(collection: Collection, kept: Kept = NOTHING_KEPT) -> tuple[dict[str, str], dict[str, Card]]:
    """The same, with the card of each page; InputError names each text whose pages cannot be written."""
    say = collection.say
    texts, account_of, claims = map(say.at, ("essays", "account", "arguments"))
    written = {
        "index.md": home.page(collection),
        f"{texts}/index.md": essay.index(collection),
        f"{claims}/index.md": arguments_index.page(collection),
        f"{say.at('overview')}/index.md": overview.page(collection),
        f"{say.at('clashes')}/index.md": clashes.page(collection),
        f"{account_of}/index.md": accounts_index.overview(collection),
        f"{account_of}/{say.at('rules')}.md": rules_page.page(collection),
        f"{say.at('editions')}/index.md": editions_page.page(collection),
        "data/collection.json": data.collection_json(collection),
        "data/matrix.csv": arguments_index.matrix_csv(collection),
    }
    written |= citation.files(collection)
    problems: list[Problem] = []
    shown = kept_texts.Texts(collection, kept)
    for number, each in enumerate(collection.essays):
        with gathering(problems, f"seeds/{each.seed.name}"):
            written[f"{texts}/{each.slug}.md"] = shown.page(number)
            written[f"data/{texts}/{each.slug}.json"] = data.essay_json(each, collection)
            written[f"{account_of}/{each.slug}.md"] = shown.account(number)
            written[f"data/{account_of}/{each.slug}.json"] = shown.register(number)
    if problems:
        raise InputError(problems)
    for slug in collection.removed:
        written[f"{texts}/{slug}.md"] = written[f"{account_of}/{slug}.md"] = rights.tombstone(say)
    for item in collection.arguments:
        written[f"{claims}/{item.id}.md"] = argument.page(item, collection)
    written = moved.pages(collection) | written
    written |= authors.pages(collection)
    written |= word_pages(collection, kept)
    written |= lessons.pages(collection, kept)
    written |= worksheet_files.texts(collection)
    written[feed.NAME] = feed.feed(collection)
    written[annotations.NAME] = annotations.annotations_jsonld(collection)
    written |= tei.files(collection, kept)
    written[skos.NAME] = skos.arguments_skos(collection)
    written[argdown.NAME] = argdown.arguments_argdown(collection)
    written[f"{say.at('downloads')}/index.md"] = downloads.page(collection)
    written[data_files.NAME] = data_files.page([*written, page_listing.NAME], collection)
    drawn = cards(collection, written)
    written[page_listing.NAME] = page_listing.pages_json(drawn)
    own = {name: framed(text, collection.config.embed) for name, text in own_pages(say).items()}
    return own | headed(written, drawn, collection), drawn
