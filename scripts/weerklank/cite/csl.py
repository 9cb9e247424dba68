"""A text as a CSL item: the work as it first appeared, and our page as the place where it was read.

Field names and forms: the CSL-JSON schema of citationstyles.org (csl-data.json, CSL 1.0.2).
"""

from __future__ import annotations

import json
from typing import Any

from weerklank.cite.csl_names import csl_name
from weerklank.languages.pack import Pack
from weerklank.model import CollectionConfig, Essay
from weerklank.model.frozen import FrozenEdition

Item = dict[str, Any]


def csl_item(essay: Essay, config: CollectionConfig) -> Item:
    """The text as a CSL item. What is not known has no field.

    `URL` is our page where the site knows its address, else the source's. A text that is only
    listed here was not read here: its item is the work alone.
    """
    say = config.say
    page, here = page_url(essay, config), essay.publish in ("full", "quotes")
    url = page if here and page else essay.source_url
    item: Item = {
        "id": essay.slug,
        "type": _type(essay),
        "title": essay.title,
        "author": [csl_name(name, essay.seed.sidecar) for name in essay.authors],
        "issued": _issued(essay),
        "container-title": essay.publication,
        "language": essay.seed.language or config.language,
        "archive": edition_words(config, essay.edition) if here else None,
        "URL": url,
        "note": say("citation.first_address", address=essay.source_url)
        if essay.source_url not in (None, url)
        else None,
    }
    return {key: value for key, value in item.items() if value}


def page_url(essay: Essay, config: CollectionConfig) -> str | None:
    """The address of the text's page, where the collection says the site's."""
    folder = config.say.at("essays")
    return f"{config.site_url.rstrip('/')}/{folder}/{essay.slug}/" if config.site_url else None


def edition_words(config: CollectionConfig, edition: FrozenEdition | None = None) -> str:
    """The edition in which a text was read: 'Klant of burger? (Weerklank, editie 3, 2026)'; without a number where
    none has the text as it is.
    """
    numbered = f", {config.say('citation.edition', number=edition.number, year=edition.year)}" if edition else ""
    return f"{config.title} (Weerklank{numbered})"


def remarks(say: Pack, item: Item) -> str:
    """What formats with fewer fields say in a note: where the text stood first, and that its date is inferred."""
    about = say("citation.about_date") if item.get("issued", {}).get("circa") else ""
    return "; ".join(filter(None, [item.get("note"), about]))


def date_parts(item: Item) -> list[str]:
    """Year, month and day of an item as far as they are known, in figures: ['2014', '03'].

    >>> date_parts({"issued": {"date-parts": [[2014, 3]]}}), date_parts({})
    (['2014', '03'], [])
    """
    return [f"{part:02}" for part in item.get("issued", {}).get("date-parts", [[]])[0]]


def csl_json(items: list[Item]) -> str:
    """Items as a CSL-JSON file."""
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _type(essay: Essay) -> str:
    """A scan of print is an article of what it was printed in, a document where that is unknown; the rest
    came from the web.
    """
    if not essay.cleaned.printed:
        return "webpage"
    return "article-magazine" if essay.publication else "document"


def _issued(essay: Essay) -> Item | None:
    if not essay.date:
        return None
    issued: Item = {"date-parts": [[int(part) for part in essay.date.split("-")]]}
    return {**issued, "circa": True} if essay.approximate else issued
