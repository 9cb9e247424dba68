"""What MkDocs lets through without a word, found in docs/ before it runs."""

from __future__ import annotations

import stat
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from weerklank.model.errors import Problem
from weerklank.state.digests import Digests, walk
from weerklank.state.kept import NOTHING_KEPT, Kept

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_docs(docs: Path, kept: Kept = NOTHING_KEPT, digests: Digests | None = None) -> list[Problem]:
    """Problems in folder `docs`: links out of it, names that no address can have, NUL bytes, two files for
    one page, and pages whose front matter MkDocs would print or swallow.
    """
    problems, digests = [], digests or Digests()
    pages: dict[str, str] = {}
    for name, found in walk(docs):
        where, path = f"{docs.name}/{name}", PurePosixPath(name)
        if stat.S_ISLNK(found.st_mode):
            problems.append(Problem(where, "is a symbolic link", "put the file itself there"))
        elif not path.name.isprintable():
            problems.append(Problem(where, "has a name with characters that cannot be shown", "rename it"))
        elif path.suffix == ".md":
            page = str(path.parent if path.stem in ("index", "README") else path.with_suffix(""))
            if page in pages:
                problems.append(Problem(where, f"becomes the same page as {pages[page]}", "rename one of the two"))
            pages[page] = where
            wrong = partial(_wrong, docs / name)
            told = kept("front matter", digests.of(docs / name, found), wrong).decode()
            problems += [Problem(where, what) for what in told.splitlines()]
    return problems


def _wrong(path: Path) -> bytes:
    return "\n".join(_front_matter(path.read_bytes())).encode()


def _front_matter(data: bytes) -> list[str]:
    if b"\0" in data:
        return ["holds a NUL byte"]
    head, _, _ = data.partition(b"\n---\n")
    if not head.startswith(b"---\n"):
        return ["does not begin with front matter (--- title: … ---)"]
    try:
        fields = yaml.load(head[4:], _Loader)
    except yaml.YAMLError as error:
        return [f"front matter is not YAML: {' '.join(str(error).split())}"]
    return [] if isinstance(fields, dict) and fields.get("title") else ["front matter has no title"]
