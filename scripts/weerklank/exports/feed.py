"""/feed.xml: the texts as an Atom feed (RFC 4287), dated by this edition and not by the works."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from weerklank.collection.editions import FIRST_DAY
from weerklank.exports.address import address
from weerklank.exports.xml_parts import add
from weerklank.languages.sentences import shorten, upper_first
from weerklank.markup.parts import author_words, essay_url, other_language, when_words
from weerklank.model import Collection, Dated, Essay

NAME = "feed.xml"
_XHTML = "http://www.w3.org/1999/xhtml"
_ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 50
"""Texts in the feed: it is fetched every hour, and tells what is new."""
_SUMMARY = 300  # characters of a text's first words
_UNDATED = Dated("urn:uuid:00000000-0000-0000-0000-000000000000", FIRST_DAY, FIRST_DAY)


def feed(collection: Collection) -> str:
    """The feed of the texts that changed last, the newest first. Addresses are relative to it where the site has none
    of its own.
    """
    say = collection.say
    config, dated = collection.config, collection.dated or _UNDATED
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": config.language})
    add(root, "id", dated.id)
    add(root, "title", config.title)
    if config.subtitle:
        add(root, "subtitle", config.subtitle)
    add(root, "updated", moment(dated.updated))
    add(root, "link", rel="self", type="application/atom+xml", href=address(config, NAME))
    add(root, "link", rel="alternate", type="text/html", href=address(config, f"{say.at('essays')}/"))
    for name in config.editors or (config.title,):
        add(add(root, "author"), "name", name)
    add(root, "generator", "Weerklank", uri=config.repository)
    add(root, "rights", say("feed.rights"))
    for essay in sorted(collection.essays, key=lambda e: (e.dated or _UNDATED).updated, reverse=True)[:NEWEST]:
        _entry(root, essay, collection)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _entry(root: ET.Element, essay: Essay, collection: Collection) -> None:
    """One text. An unknown author is said to be unknown: without that the feed's own would count as its author."""
    say = collection.say
    dated, entry = essay.dated or _UNDATED, add(root, "entry")
    language = essay.seed.language
    add(entry, "id", dated.id)
    add(entry, "title", essay.title, xml_lang=language)
    for name in essay.authors or (say("author.unknown"),):
        add(add(entry, "author"), "name", name)
    add(entry, "published", moment(dated.published))
    add(entry, "updated", moment(dated.updated))
    add(entry, "link", rel="alternate", type="text/html", href=address(collection.config, essay_url(say, "", essay)))
    _summarise(entry, essay, collection)


def _summarise(entry: ET.Element, essay: Essay, collection: Collection) -> None:
    """Who wrote the text and when, how it is annotated, and its first words where it is shown whole; those of a text
    in another language than the feed's stand in an element that says so.
    """
    ours = _about(essay, collection)
    unit = next((unit for unit in essay.units if unit.kind == "paragraph"), None)
    first = shorten(unit.text, _SUMMARY) if unit and essay.publish == "full" else ""
    language = other_language(essay, collection)
    if not (first and language):
        add(entry, "summary", f"{ours} {first}".rstrip())
        return
    words = add(add(entry, "summary", type="xhtml"), "div", f"{ours} ", xmlns=_XHTML)
    add(words, "span", first, lang=language, xml_lang=language)


def _about(essay: Essay, collection: Collection) -> str:
    say = collection.say
    parts = [f"{upper_first(author_words(say, essay))}, {when_words(say, essay)}."]
    if essay.publication:
        parts.append(say("feed.published_in", publication=essay.publication))
    if own := collection.passages_of[essay.slug]:
        arguments = say("count.arguments", n=len({passage.argument for passage in own}))
        parts.append(say("essays.counts", passages=say("count.passages", n=len(own)), arguments=arguments) + ".")
    return " ".join(parts)


def moment(day: str) -> str:
    """The beginning of a day (ISO), in UTC."""
    return f"{day}T00:00:00Z"
