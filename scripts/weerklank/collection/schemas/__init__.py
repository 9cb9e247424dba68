"""JSON Schemas of the files that editors keep, for programs in which they are written.

A build lays them in `.weerklank/schemas/`, where the comment line of a file finds them; what they cannot say (that a
quote stands in its text) the reader does.
"""

from __future__ import annotations

from pathlib import Path

KINDS = ("collection", "sidecar", "argument", "lesson")
FOLDER = ".weerklank/schemas"
_UP = {"collection": "..", "sidecar": "..", "argument": "../..", "lesson": "../.."}


def schema(kind: str) -> str:
    """The schema of files of this kind, as JSON."""
    return Path(__file__).with_name(f"{kind}.schema.json").read_text("utf-8")


def comment(kind: str) -> str:
    r"""The line by which editors find it, with its end.

    >>> comment("sidecar")
    '# yaml-language-server: $schema=../.weerklank/schemas/sidecar.schema.json\n'
    """
    return f"# yaml-language-server: $schema={_UP[kind]}/{FOLDER}/{kind}.schema.json\n"


def lay_down(folder: Path) -> None:
    """Put the schemas into `folder`: that of the collection, FOLDER, is where its files look for them."""
    for kind in KINDS:
        (folder / f"{kind}.schema.json").write_text(schema(kind), "utf-8", newline="\n")
