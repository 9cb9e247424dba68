"""seeds/collection.yml: what the collection is."""

from __future__ import annotations

from pathlib import Path

from weerklank.errors import InputError, Problem
from weerklank.model import CollectionConfig
from weerklank.read import forms
from weerklank.read.decode import decode
from weerklank.read.files import NOTES_LIMIT, read_bytes
from weerklank.read.yaml_file import Fields, read_yaml

NAME = "collection.yml"
KEYS = (
    "title", "language", "subtitle", "description", "editors", "contact", "site_url", "repository", "publish",
    "index_unlicensed", "words",
)  # fmt: skip


def read_collection(folder: Path) -> CollectionConfig:
    """The collection of the seeds folder `folder`; InputError with all that is wrong in its file."""
    where = f"{folder.name}/{NAME}"
    if not (folder / NAME).exists():
        raise InputError([Problem(where, "there is no such file", "write one with 'title: …' and 'language: nl'")])
    fields = read_yaml(decode(read_bytes(folder / NAME, where, NOTES_LIMIT), where), where, KEYS)
    config = _config(fields)
    fields.check()
    return config


def _config(fields: Fields) -> CollectionConfig:
    title, language = fields.required("title", "Klant of burger?"), fields.required("language", "nl")
    return CollectionConfig(
        title=title,
        language=(forms.language(fields) if language else None) or "",
        subtitle=fields.text("subtitle"),
        description=fields.text("description"),
        editors=fields.texts("editors") or (),
        contact=fields.text("contact"),
        site_url=forms.url(fields, "site_url"),
        repository=forms.url(fields, "repository"),
        publish=forms.publish(fields) or "full",
        index_unlicensed=fields.flag("index_unlicensed") or False,
        words=fields.texts("words") or (),
    )
