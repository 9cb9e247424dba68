"""seeds/collection.yml: what the collection is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from weerklank.collection import yaml_forms as forms
from weerklank.collection.keys import COLLECTION
from weerklank.collection.yaml_file import Fields, nearest, read_yaml
from weerklank.languages import missing
from weerklank.languages.folding import fold
from weerklank.languages.pack import packs
from weerklank.model import CollectionConfig, Question
from weerklank.model.errors import InputError, Problem
from weerklank.model.slugs import SLUG, SLUG_FORM
from weerklank.read.decode import decode
from weerklank.read.safe_files import NOTES_LIMIT, read_bytes
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump, load

NAME = "collection.yml"
_MAIL = r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"  # what needs no escaping in a mailto:
_CONTACT = re.compile(rf"{_MAIL}|{forms.URL.pattern}")
_ORIGIN = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*(?::[0-9]{1,5})?")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CONTACT_FORM = "an e-mail address or a web address: redactie@voorbeeld.nl, or https://…"


def read_collection(folder: Path, kept: Kept = NOTHING_KEPT) -> CollectionConfig:
    """The collection of the seeds folder `folder`; InputError with all that is wrong in its file."""
    where = f"{folder.name}/{NAME}"
    if not (folder / NAME).exists():
        raise InputError([Problem(where, "there is no such file", "write one with 'title: …' and 'language: nl'")])
    return kept.remembered(_read, read_bytes(folder / NAME, where, NOTES_LIMIT), where, kept)


def _read(data: bytes, where: str, kept: Kept) -> CollectionConfig:
    fields = read_yaml(decode(data, where), where, COLLECTION)
    title, language = fields.required("title", "Klant of burger?"), fields.required("language", "nl")
    if fields.has("removal") and not fields.has("contact"):
        fields.wrong("'removal' promises what nobody can ask for", "write 'contact: …' too", key="removal")
    code = (forms.language(fields) if language else None) or ""
    if lacking := missing(code) if code else []:
        what = f"a collection in '{code}' cannot be built yet: {'; '.join(lacking)} would be missing"
        whole = ", ".join(each.code for each in packs())
        remedy = f"a collection can be in: {whole}; a text in another language says so in its own sidecar"
        fields.wrong(what, remedy, key="language")
    contact = fields.matching("contact", _CONTACT, _CONTACT_FORM)
    forms.personal(fields, ("contact",), contact or "")
    words = fields.texts("words") or ()
    for what, remedy in _faults(words, code, kept):
        fields.wrong(f"words: {what}", remedy, key="words")
    config = CollectionConfig(
        title=title,
        language=code,
        subtitle=fields.text("subtitle"),
        description=fields.text("description"),
        editors=fields.texts("editors") or (),
        contact=contact,
        removal=fields.text("removal"),
        site_url=forms.url(fields, "site_url"),
        repository=forms.url(fields, "repository"),
        publish=forms.publish(fields) or "full",
        index_unlicensed=fields.flag("index_unlicensed") or False,
        words=words,
        synonyms=_synonyms(fields),
        questions=_questions(fields),
        embed=_embed(fields),
    )
    fields.check()
    return config


def _faults(words: tuple[str, ...], code: str, kept: Kept) -> tuple[tuple[str, str], ...]:
    """What is wrong with the words in dispute, and the remedies: to tell, a dictionary is read, which takes a while."""

    def found() -> bytes:
        from weerklank.words.word_list_check import faults

        return dump(tuple(faults(words, code)))

    return load(tuple[tuple[str, str], ...], kept("word list", repr((words, code)), found)) if words else ()


def _synonyms(fields: Fields) -> tuple[tuple[str, ...], ...]:
    """Words that search takes for one another: each a word, in one group."""
    groups = fields.groups("synonyms", "[[uitkering, bijstand]]")
    seen: set[str] = set()
    for word in (word for group in groups for word in group):
        if not _WORD.fullmatch(word):
            fields.wrong(f"synonyms: '{word[:40]}' is no single word", "write words, one an entry", key="synonyms")
        elif fold(word) in seen:
            remedy = "let each word be in one group, which holds all that it is taken for"
            fields.wrong(f"synonyms: '{word[:40]}' is there twice", remedy, key="synonyms")
        seen.add(fold(word))
    return groups


def _embed(fields: Fields) -> tuple[str, ...]:
    """The origins of sites that may show a page in a frame; they become part of a header, so nothing else may be."""
    origins = [said.rstrip("/") for said in fields.texts("embed", coded=True) or ()]
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            what = f"embed: '{origin[:60]}' is no address of a site"
            fields.wrong(what, "write https:// and the host alone: https://leeromgeving.example", key="embed")
    return tuple(dict.fromkeys(origins))


def _questions(fields: Fields) -> tuple[Question, ...]:
    """The issues of the debate; whether their arguments exist is known when these are read."""
    found: list[Question] = []
    for entry in fields.each("questions", ("id", "title", "arguments"), "question"):
        own = entry.required("id", "klant-of-burger", coded=True)
        if own and not SLUG.fullmatch(own):
            entry.wrong(f"'id: {own[:40]}' is no name", f"let it be {SLUG_FORM}", key="id")
        if own and any(own == other.id for other in found):
            entry.wrong(f"'id: {own}' is another question's already", "give it another name", key="id")
        arguments = entry.texts("arguments", coded=True) or ()
        if not arguments:
            entry.wrong("'arguments' is missing", "write arguments: [klant-centraal]")
        for argument in arguments:
            if elsewhere := next((other.title for other in found if argument in other.arguments), None):
                what = f"'{argument}' is under '{elsewhere[:40]}' already"
                entry.wrong(what, "let each argument answer one question", key="arguments")
        found.append(Question(own, entry.required("title", '"Klant of burger?"'), arguments))
    return tuple(found)


def unknown_arguments(questions: Iterable[Question], known: Collection[str], where: str) -> list[Problem]:
    """What `questions` names that is none of the arguments `known`; `where` names the file."""
    return [
        Problem(f"{where}: question {number}", f"there is no argument '{name[:60]}'", nearest(name, known))
        for number, question in enumerate(questions, start=1)
        for name in question.arguments
        if name not in known
    ]
