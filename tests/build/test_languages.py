"""A text in another language than its collection: wherever its words stand, they are said to be in that language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import feedparser
import pytest
import yaml
from lxml import html
from markdown import Markdown

from tests.pages.collection import BAKER, seed
from weerklank.annotate.anchors import Lock
from weerklank.build.compose import Edition, edition
from weerklank.build.site_contents import documents
from weerklank.model import ArgumentFile, CollectionConfig, PassageEntry, Sidecar
from weerklank.search.shadow import shadow_page

ENGLISH = """The bread of yesterday

Nobody ever died of yesterday's loaf, and the baker may well sleep through his Sunday.

> Whoever wants a fresh loaf on Sunday may knead the dough with his own two hands.

- the first loaf of the morning
- the last loaf of the evening

What follows
Some will keep asking for the baker's klant card, and they may ask until Monday morning comes.
"""
PAIR = ArgumentFile(
    "zondag-open",
    "De bakker hoort op zondag open te zijn.",
    "Wie mag slapen?",
    entries=(
        PassageEntry(1, "brood-op-zondag", "for", "De bakker hoort op zondag open te zijn."),
        PassageEntry(2, "the-bread-of-yesterday", "against", "the baker may well sleep through his Sunday"),
        PassageEntry(3, "the-bread-of-yesterday", "against", "knead the dough with his own two hands"),
        PassageEntry(4, "the-bread-of-yesterday", "nuance", "they may ask until Monday morning comes"),
    ),
    examined=("brood-op-zondag", "the-bread-of-yesterday"),
)
FOREIGN = re.compile(
    r"\b(?:nobody|yesterday|baker|loaf|knead|dough|whoever|until|monday|some will|short|follows)\b", re.I
)
OURS = re.compile(r"\b(?:woorden|alinea|minuut|lezen|tegen|voor|passages?|overgenomen|auteur|tekst|onbekend)\b", re.I)


@cache
def mixed() -> Edition:
    """A Dutch collection with an English text."""
    english = replace(seed("b_english", ENGLISH), sidecar=Sidecar(language="en", kicker="A short column"))
    config = CollectionConfig("Brood", "nl", words=("klant", "brood"))
    return edition(config, [seed("a_bakker", BAKER), english], [PAIR], Lock())


def rendered(text: str) -> html.HtmlElement:
    """A page as the theme shows it: a text's in an article of its language."""
    head, _, body = text.partition("\n---\n")
    meta = yaml.safe_load(head.removeprefix("---\n"))
    tree = html.fragment_fromstring(Markdown(extensions=["attr_list", "md_in_html", "toc"]).convert(body), "main")
    tree.set("lang", meta.get("lang") or "nl")
    return tree


def spoken(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Each piece of text on a page with the language that it is said to be in; also what attributes show."""
    for node in tree.iter():
        if node.tag in ("title", "pre"):  # of a figure, where there is no markup; BibTeX and the like
            continue
        if isinstance(node.tag, str):
            own = next(each.get("lang") for each in (node, *node.iterancestors()) if each.get("lang"))
            yield own, node.text or ""
            for name in ("title", "aria-label", "alt"):
                yield own, node.get(name) or ""
        if node.tail and node is not tree:
            yield next(each.get("lang") for each in node.iterancestors() if each.get("lang")), node.tail


NOBODYS = "verantwoording/regels.md"  # examples of the rules, in both languages
PAGES = sorted(name for name in mixed().pages if name.endswith(".md") and name != NOBODYS)


@pytest.mark.parametrize("name", PAGES)
def test_every_page(name: str) -> None:
    pieces = [(language, " ".join(words.split())) for language, words in spoken(rendered(mixed().pages[name]))]
    assert [words for language, words in pieces if language != "en" and FOREIGN.search(words)] == []
    assert [words for language, words in pieces if language == "en" and OURS.search(words)] == []


def test_files_for_programs_tell_the_language_of_each_text() -> None:
    pages = mixed().pages
    essays = {e["slug"]: e["language"] for e in json.loads(pages["data/collection.json"])["essays"]}
    assert essays == {"brood-op-zondag": "nl", "the-bread-of-yesterday": "en"}
    for slug, language in essays.items():
        assert json.loads(pages[f"data/essays/{slug}.json"])["language"] == language
    for item in json.loads(pages["data/annotations.jsonld"])["first"]["items"]:
        slug = item["target"]["source"].rstrip("/").rpartition("/")[2]
        assert item["target"]["language"] == essays[slug]
    for line in pages["data/arguments.argdown"].splitlines():
        assert not FOREIGN.search(line) or 'language: "en"' in line


def test_the_feed_quotes_a_text_in_its_language() -> None:
    feed = mixed().pages["feed.xml"]
    assert re.search(
        r'<span lang="en" xml:lang="en">Nobody ever died of yesterday.s loaf[^<]*</span>\s*</div>\s*</summary>', feed
    )
    (entry,) = [e for e in feedparser.parse(feed).entries if e.title == "The bread of yesterday"]
    assert "Nobody ever died" in entry.summary and entry.title_detail.language == "en"


def test_search_tells_the_language_of_what_it_found() -> None:
    found = {document.title: shadow_page(document) for document in documents(mixed().collection)}
    told = 'data-pagefind-meta="lang[content]" content="en"'
    assert [title for title, page in found.items() if told in page] == ["The bread of yesterday"]
    assert all(page.startswith('<!doctype html><html lang="nl">') for page in found.values())  # one index
