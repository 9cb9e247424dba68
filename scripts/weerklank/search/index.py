"""Writing the index: shadow pages for Pagefind, then the files of our own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from weerklank.model.errors import MachineError, broken_package
from weerklank.search.document import SearchDocument
from weerklank.search.facets import write_facets
from weerklank.search.seams import marked
from weerklank.search.shadow import shadow_page
from weerklank.search.vocabulary import vocabulary, write_vocabulary

_USED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "index", "fragment")


def write_index(documents: Sequence[SearchDocument], out: Path, shadow: Path) -> None:
    """Index `documents` into folder `out`; `shadow` is a folder of ours for the shadow pages.

    The same documents give the same bytes. Raises MachineError where Pagefind fails.
    """
    seamed = [marked(document) for document in documents]
    for document in seamed:
        page = shadow / document.url / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(shadow_page(document), "utf-8")
    if not documents:
        return
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(shadow), "--output-path", str(out)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        if "Traceback" in done.stderr:  # it never came to its program
            raise broken_package("pagefind")
        said = " ".join((done.stderr or done.stdout).split())[-300:]
        raise MachineError(f"Pagefind could not make the search index: {said or done.returncode}")
    _keep_used(out)
    write_vocabulary(vocabulary(seamed), len(documents), out)
    write_facets(documents, out, out)


def _keep_used(out: Path) -> None:
    """Take away Pagefind's own interfaces: the pages use none of them."""
    used = {path for pattern in _USED for path in out.glob(pattern)}
    for path in out.iterdir():
        if path not in used:
            path.unlink()
