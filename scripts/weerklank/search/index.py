"""Writing the index: shadow pages for Pagefind, then the files of our own."""

from __future__ import annotations

import gzip
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from weerklank.languages import is_searched
from weerklank.model.errors import MachineError, broken_package
from weerklank.search.answers import write_answers
from weerklank.search.document import SearchDocument
from weerklank.search.facets import write_facets
from weerklank.search.pagefind_fragments import FOLDER, fragment_names
from weerklank.search.seams import marked
from weerklank.search.shadow import shadow_page
from weerklank.search.vocabulary import Words, together, words_in, write_vocabulary
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump, load
from weerklank.state.safe_writing import remove

_KIND = "searched"
_USED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "index", "fragment")


def write_index(documents: Sequence[SearchDocument], out: Path, shadow: Path, kept: Kept = NOTHING_KEPT) -> None:
    """Index `documents` into folder `out`; `shadow` is a folder of ours for the shadow pages.

    The same documents give the same bytes, and what can be found in them may be `kept`: the passages marked in them
    and what is answered with are no part of that. Raises MachineError where Pagefind fails.
    """
    if documents:
        found = [replace(document, passages=(), poles=()) for document in documents]
        _unpack(kept("index", repr(found), lambda: _packed(found, out, shadow, kept)), out)
        names = fragment_names(out)
        write_facets(documents, names, out)
        write_answers(documents, names, out)


def _packed(documents: Sequence[SearchDocument], out: Path, shadow: Path, kept: Kept) -> bytes:
    """The index in folder `out`, and as one archive."""
    _index(documents, out, shadow, kept)
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for path in sorted(path for path in out.rglob("*") if path.is_file()):
            archive.writestr(ZipInfo(path.relative_to(out).as_posix()), path.read_bytes())
    return data.getvalue()


def _unpack(data: bytes, out: Path) -> None:
    if not (out / "words.json").exists():  # it was not made just now
        with ZipFile(BytesIO(data)) as archive:
            archive.extractall(out)


def _index(documents: Sequence[SearchDocument], out: Path, shadow: Path, kept: Kept) -> None:
    words, new = [], []
    (out / FOLDER).mkdir(parents=True)
    for document in documents:
        data = kept.found(_KIND, repr(document))
        each = load(_Searched, data) if data else _searched(document)
        (page := shadow / document.url / "index.html").parent.mkdir(parents=True)
        page.write_bytes(each.page.encode())
        words.append(each.words)
        if data:
            (out / FOLDER / each.name).write_bytes(b64decode(each.fragment))
        else:
            new.append((document, each))
    names = _found_by_pagefind(shadow, out)
    if len(names) < len(documents):  # a new fragment has the name of an older one, and was not written
        remove(out)
        names = _found_by_pagefind(shadow, out)
    for document, each in new:
        path = out / FOLDER / f"{names[document.url]}.pf_fragment"
        made = replace(each, name=path.name, fragment=b64encode(path.read_bytes()).decode())
        kept.keep(_KIND, repr(document), dump(made))
    write_vocabulary(together(words, kept), len(documents), out, _languages(documents), documents[0].synonyms)


def _found_by_pagefind(shadow: Path, out: Path) -> dict[str, str]:
    """Let Pagefind make the index of the shadow pages: the names of its fragments by address. It writes none that is
    there; those that are none of its index go.
    """
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(shadow), "--output-path", str(out)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        if "Traceback" in done.stderr:  # it never came to its program
            raise broken_package("pagefind")
        said = " ".join((done.stderr or done.stdout).split())[-300:]
        raise MachineError(f"Pagefind could not make the search index: {said or done.returncode}")
    _keep_used(out)
    return fragment_names(out)


@dataclass(frozen=True, slots=True)
class _Searched:
    """A document as search has it: the page that Pagefind reads, its words, and what Pagefind made of the page, once it
    has: the name of a fragment's file and its bytes, to base 64.
    """

    page: str
    words: Words
    name: str = ""
    fragment: str = ""


def _searched(document: SearchDocument) -> _Searched:
    seamed = marked(document)
    return _Searched(shadow_page(seamed), words_in(seamed))


def _languages(documents: Sequence[SearchDocument]) -> list[str]:
    """The codes of the documents' languages whose forms the browser knows, the interface's first."""
    found = dict.fromkeys([documents[0].interface, *sorted({document.spoken for document in documents})])
    return [code for code in found if is_searched(code)]


def _keep_used(out: Path) -> None:
    """Take away Pagefind's own interfaces, of which the pages use none, and fragments that its index does not name."""
    used = {path for pattern in _USED for path in out.glob(pattern)}
    named = b"".join(gzip.decompress(path.read_bytes()) for path in out.glob("*.pf_meta"))
    for path in (*out.iterdir(), *(out / FOLDER).iterdir()):
        if path not in used and path.stem.encode() not in named:
            path.unlink()
