"""What archives read in the root of a repository: CITATION.cff, and .zenodo.json where one licence covers all texts.

Forms: the Citation File Format 1.2.0 (Druskat and others, 2021) and the metadata of Zenodo's deposits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from weerklank.cite.csl_names import csl_name, plain
from weerklank.model import Collection
from weerklank.model.frozen import FrozenEdition

MADE_BY = "Made by 'weerklank edition'"
"""Stands in each file, by which it is known as ours."""

_CREATIVE_COMMONS = re.compile(r"CC[ -]?(BY(?:-(?:SA|ND|NC|NC-SA|NC-ND))?)[ -](\d\.\d)(?:\b.*)?", re.IGNORECASE)


def deposit_files(collection: Collection, edition: FrozenEdition) -> dict[str, str]:
    """The files by name. None of a collection without texts or editors: there would be nobody to cite."""
    if not (collection.essays and collection.config.editors):
        return {}
    licence = _licence(collection)
    made = {"CITATION.cff": "".join(_cff(collection, edition, licence))}
    return made | ({".zenodo.json": _zenodo(collection, edition, licence)} if licence else {})


def _licence(collection: Collection) -> str:
    """The SPDX id of the one Creative Commons licence under which all texts stand here whole, else ''."""
    found = set()
    for essay in collection.essays:
        match = _CREATIVE_COMMONS.fullmatch(essay.seed.sidecar.rights_basis or "")
        said = essay.seed.sidecar.rights_status == "licence" and essay.publish == "full"
        found.add(f"CC-{match[1].upper()}-{match[2]}" if match and said else "")
    return found.pop() if len(found) == 1 and not collection.removed else ""


def _cff(collection: Collection, edition: FrozenEdition, licence: str) -> Iterator[str]:
    """CITATION.cff as YAML, of which the values are JSON as well."""
    config = collection.config
    yield f"# {MADE_BY}\ncff-version: 1.2.0\n"
    told = {
        "message": collection.say("deposit.message"),
        "type": "dataset",
        "title": config.title,
        "abstract": config.description,
        "version": str(edition.number),
        "date-released": edition.day,
        "license": licence,
        "url": config.site_url,
        "repository": config.repository,
        "keywords": list(config.words),
        "authors": [{"name": name} for name in config.editors],
    }
    yield from (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in told.items() if value)


def _zenodo(collection: Collection, edition: FrozenEdition, licence: str) -> str:
    config = collection.config
    told: dict[str, Any] = {
        "title": config.title,
        "upload_type": "dataset",
        "description": config.description or config.subtitle or config.title,
        "version": str(edition.number),
        "publication_date": edition.day,
        "creators": [{"name": plain(csl_name(name))} for name in config.editors],
        "contributors": [{"name": name, "type": "Other"} for name in _authors(collection)],
        "access_right": "open",
        "license": licence.lower(),
        "keywords": list(config.words),
        "notes": f"{MADE_BY}.",
    }
    return json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False, indent=1) + "\n"


def _authors(collection: Collection) -> list[str]:
    found = {plain(csl_name(name, essay.seed.sidecar)): None for essay in collection.essays for name in essay.authors}
    return list(found)
