"""The header of a text in TEI: what it is, whose, by which rules it was cleaned, and what its marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from weerklank.exports.address import address
from weerklank.exports.xml_parts import add, element
from weerklank.languages.pack import Pack
from weerklank.languages.rule_words import accounts
from weerklank.markup.parts import argument_url, author_words, essay_url, language_of, when_words
from weerklank.model import STANCES, VOICES, Collection, CollectionConfig, Essay
from weerklank.pages import rights

_STATUS = {"public-domain": "free", "licence": "restricted", "permission": "restricted"}
_ROOT = "../../"


def header_of(essay: Essay, collection: Collection) -> ET.Element:
    """The `teiHeader` of one text."""
    say = collection.say
    header = element("teiHeader", xml_lang=collection.config.language)
    header.tail = "\n"
    file = add(header, "fileDesc")
    titles = add(file, "titleStmt")
    _bibliography(titles, essay, say)
    _editors(titles, collection.config)
    _publication(file, essay, collection)
    if essay.note:
        add(add(file, "notesStmt"), "note", essay.note)
    _source(add(file, "sourceDesc"), essay, say)
    _encoding(header, essay, collection)
    languages = add(add(header, "profileDesc"), "langUsage")
    add(languages, "language", language_of(essay, collection), ident=language_of(essay, collection))
    if essay.dated:
        changes = add(header, "revisionDesc")
        for what, day in (("updated", essay.dated.updated), ("published", essay.dated.published)):
            add(changes, "change", when=day, type=what)
    return header


def header_of_all(collection: Collection) -> ET.Element:
    """The `teiHeader` of the collection."""
    config, say = collection.config, collection.say
    header = element("teiHeader", xml_lang=config.language)
    header.tail = "\n"
    file = add(header, "fileDesc")
    titles = add(file, "titleStmt")
    add(titles, "title", config.title, type="main")
    if config.subtitle:
        add(titles, "title", config.subtitle, type="sub")
    _editors(titles, config)
    about = add(file, "publicationStmt")
    add(about, "publisher", config.title)
    if collection.dated:
        add(about, "idno", collection.dated.id, type="URN")
        add(about, "date", when=collection.dated.updated)
    add(add(file, "sourceDesc"), "p", say("count.texts", n=len(collection.essays)))
    return header


def editors(config: CollectionConfig) -> str | None:
    """Pointers to the editors; None where none is named."""
    return " ".join(f"#editor.{n}" for n, _ in enumerate(config.editors, 1)) or None


def _bibliography(parent: ET.Element, essay: Essay, say: Pack) -> None:
    """Titles and authors; that the author is unknown where no text names one."""
    language, subtitle = essay.seed.language, essay.cleaned.metadata.subtitle
    add(parent, "title", essay.title, type="main", xml_lang=language)
    if subtitle and subtitle != essay.title:
        add(parent, "title", subtitle, type="sub", xml_lang=language)
    for name in essay.authors:
        said = essay.seed.sidecar
        kind = "orgName" if name in said.groups else "persName" if name in said.persons else "name"
        add(parent, "author").append(element(kind, name))
    if not essay.authors:
        add(parent, "author", author_words(say, essay), cert="unknown")


def _editors(parent: ET.Element, config: CollectionConfig) -> None:
    for number, name in enumerate(config.editors, 1):
        add(parent, "editor", name, xml_id=f"editor.{number}")


def _publication(file: ET.Element, essay: Essay, collection: Collection) -> None:
    say, told = collection.say, rights.rights(collection.say, essay)
    if essay.edition:
        words = say("citation.edition", number=essay.edition.number, year=essay.edition.year)
        add(add(file, "editionStmt"), "edition", words, n=str(essay.edition.number))
    about = add(file, "publicationStmt")
    add(about, "publisher", collection.config.title)
    page = address(collection.config, essay_url(say, "", essay), _ROOT)
    if essay.dated:
        add(about, "idno", essay.dated.id, type="URN")
        add(about, "date", when=essay.dated.updated)
    add(about, "idno", page, type="URL")
    status = _STATUS.get(essay.seed.sidecar.rights_status, "unknown")
    allowed = add(about, "availability", status=status)
    add(
        allowed,
        "licence" if essay.seed.sidecar.rights_status == "licence" else "p",
        say("book.rights", whose=told.whose, means=told.means.striptags()),
    )


def _source(parent: ET.Element, essay: Essay, say: Pack) -> None:
    """The work as it first appeared, and the scrape of it that was cleaned."""
    work = add(parent, "bibl", xml_id="source")
    _bibliography(work, essay, say)
    if essay.publication:
        add(work, "publisher", essay.publication)
    about = "low" if essay.approximate else None if essay.date else "unknown"
    add(work, "date", when_words(say, essay), when=essay.date, cert=about)
    if essay.source_url:
        add(work, "ref", essay.source_url, target=essay.source_url)
    add(work, "idno", essay.seed.sha256, type="SHA-256")


def _encoding(header: ET.Element, essay: Essay, collection: Collection) -> None:
    """By which rules the text was cleaned, and the kinds of mark that its passages have."""
    say = collection.say
    about = add(header, "encodingDesc")
    add(add(about, "editorialDecl"), "p", say("tei.editorial"))
    kinds = add(about, "classDecl")
    acted = [*(span.rule for span in essay.cleaned.ledger.spans), *(each.rule for each in essay.cleaned.uncertain)]
    used = sorted({name for rule in acted for name in rule.split()})
    rules = [rule for name in used for rule in accounts(name, say.code)]
    _taxonomy(kinds, "rules", [(f"rule.{rule.name}", f"{rule.label}. {rule.reason}") for rule in rules])
    if not collection.passages_of[essay.slug]:
        return
    named = {passage.argument for passage in collection.passages_of[essay.slug]}
    claims = [argument for argument in collection.arguments if argument.id in named]
    _taxonomy(kinds, "arguments", [(f"argument.{claim.id}", claim.claim) for claim in claims])
    for claim, category in zip(claims, kinds[-1], strict=True):
        category.set("corresp", address(collection.config, argument_url(say, "", claim.id), _ROOT))
    _taxonomy(kinds, "stances", _named(say, "stance", STANCES))
    _taxonomy(kinds, "voices", _named(say, "voice", VOICES))
    _taxonomy(kinds, "weights", _named(say, "weight", ("key",)))


def _named(say: Pack, kind: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((f"{kind}.{name}", say(f"{kind}.{name}")) for name in names)


def _taxonomy(parent: ET.Element, name: str, rows: Iterable[tuple[str, str]]) -> None:
    """A taxonomy of what has these ids and descriptions; nothing where there are none."""
    if categories := list(rows):
        made = add(parent, "taxonomy", xml_id=name)
        for own, words in categories:
            add(add(made, "category", xml_id=own), "catDesc", words)
