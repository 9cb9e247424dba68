"""What MkDocs lets through without a word, found in docs/ before it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from weerklank.model.errors import Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_docs(docs: Path) -> list[Problem]:
    """Problems in folder `docs`: links out of it, names that no address can have, NUL bytes, two files for
    one page, and pages whose front matter MkDocs would print or swallow.
    """
    problems = []
    pages: dict[Path, Path] = {}
    for path in sorted(docs.rglob("*")):
        where = path.relative_to(docs.parent).as_posix()
        if path.is_symlink():
            problems.append(Problem(where, "is a symbolic link", "put the file itself there"))
        elif not path.name.isprintable():
            problems.append(Problem(where, "has a name with characters that cannot be shown", "rename it"))
        elif path.suffix == ".md":
            page = path.parent if path.stem in ("index", "README") else path.with_suffix("")
            if page in pages:
                other = pages[page].relative_to(docs.parent).as_posix()
                problems.append(Problem(where, f"becomes the same page as {other}", "rename one of the two"))
            pages[page] = path
            problems += [Problem(where, what) for what in _front_matter(path.read_bytes())]
    return problems


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
