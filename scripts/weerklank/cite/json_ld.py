"""A text's page in the words of schema.org: an article of our edition, based on the work as it first appeared."""

from __future__ import annotations

from typing import Any

from weerklank.cite.csl import Item, page_url
from weerklank.cite.csl_names import csl_name, family, plain
from weerklank.model import CollectionConfig, Essay, Sidecar

_WORK = {"document": "CreativeWork"}


def json_ld(essay: Essay, item: Item, config: CollectionConfig) -> dict[str, Any]:
    """The page of a text as JSON-LD; `item` is the text's of `csl_item`. What is unknown has no key."""
    within = "Periodical" if item["type"] == "article-magazine" else "WebSite"
    work = {
        "@type": _WORK.get(item["type"], "Article"),
        "name": item["title"],
        "author": [_author(name, essay.seed.sidecar) for name in essay.authors],
        "datePublished": None if essay.approximate else essay.date,
        "inLanguage": item.get("language"),
        "isPartOf": essay.publication and {"@type": within, "name": essay.publication},
        "url": essay.source_url,
    }
    edition = {
        "@type": "Collection",
        "name": config.title,
        "version": essay.edition and str(essay.edition.number),
        "url": config.site_url,
        "editor": [_author(name, Sidecar()) for name in config.editors],
    }
    page = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": item["title"],
        "author": work["author"],
        "inLanguage": item.get("language"),
        "url": page_url(essay, config),
        "isPartOf": _known(edition),
        "isBasedOn": _known(work),
    }
    return _known(page)


def _author(name: str, sidecar: Sidecar) -> dict[str, str] | str:
    """A person in parts, a group as an organisation; a name alone where it is not known which of them it is."""
    parts = csl_name(name, sidecar)
    if "literal" in parts:
        return {"@type": "Organization", "name": name} if name in sidecar.groups else name
    return {"@type": "Person", "name": plain(parts, False), "givenName": parts["given"], "familyName": family(parts)}


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
