"""What search says of arguments: which claim a query is about, what stands for and against it, where it is made.

claims.json has all claims; answers/<argument>.json what is shown of one that a query is about; passages/ has which
arguments the paragraphs of each text make, of many texts in files by the first digits of Pagefind's names for them.
Each is loaded when it is needed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from weerklank.model import STANCES
from weerklank.search.document import SearchDocument
from weerklank.search.seams import with_seams

_MOST = (64, 1024)
"""Texts of which the passages stand in one file, and in sixteen; of more in 256."""


def write_answers(documents: Sequence[SearchDocument], names: dict[str, str], out: Path) -> None:
    """Write these files into folder `out`; `names` are Pagefind's for the pages, by their addresses."""
    claims = {_name(document): document for document in documents if document.kind == "argument"}
    texts = {names[document.url]: document for document in documents if document.kind == "text"}
    digits = sum(len(texts) > most for most in _MOST)
    rows = [[name, each.url, with_seams(each.title, each.spoken)] for name, each in claims.items()]
    _write(out / "claims.json", {"digits": digits, "claims": rows})
    for name, each in claims.items():
        _write(out / "answers" / f"{name}.json", {"claim": each.title, "poles": [asdict(pole) for pole in each.poles]})
    numbers = {name: number for number, name in enumerate(claims)}
    files: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, document in sorted(texts.items()):
        files[name.partition("_")[2][:digits] or "all"][name] = _places(document, numbers)
    for part, held in files.items():
        _write(out / "passages" / f"{part}.json", held)


def _places(document: SearchDocument, numbers: dict[str, int]) -> dict[str, list[list[int | str]]]:
    """For each paragraph [number of the argument, number of the stance, speaker if any] of its passages, each once."""
    places: dict[str, list[list[int | str]]] = defaultdict(list)
    for argument, stance, paragraph, *speaker in document.passages:
        row: list[int | str] = [numbers[argument], STANCES.index(stance), *speaker]
        if row not in places[paragraph]:
            places[paragraph].append(row)
    return places


def _name(document: SearchDocument) -> str:
    return document.url.strip("/").rpartition("/")[2]


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.write_text(text, "utf-8", newline="\n")
