"""Pagefind's fragments: a file for each page, with its words and where its paragraphs begin."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = "fragment"
_SIGNATURE = b"pagefind_dcd"


def fragment(data: bytes) -> dict[str, Any]:
    """What a fragment file holds: `url`, `content`, `anchors`, `meta` and more."""
    held: dict[str, Any] = json.loads(gzip.decompress(data).removeprefix(_SIGNATURE))
    return held


def fragment_names(pagefind: Path) -> dict[str, str]:
    """For each page's address from the root, the name under which Pagefind's results tell it."""
    paths = sorted((pagefind / FOLDER).iterdir())
    return {str(fragment(path.read_bytes())["url"]).lstrip("/"): path.stem for path in paths}


def records(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """The pages of an index (path -> bytes) as results have them: `id`, `raw_url`, `raw_content`, `anchors`, `meta`."""
    made = []
    for name in sorted(name for name in files if Path(name).parent.name == FOLDER):
        held = fragment(files[name])
        kept = {key: held[key] for key in ("anchors", "meta")}
        made.append({"id": Path(name).stem, "raw_url": held["url"], "raw_content": held["content"], **kept})
    return made
