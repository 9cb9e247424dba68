"""The pages that a language brings along: about, search, rights, accessibility, and what administrators want to know.

A collection that wants a page of its own puts it into docs/ under the same name, without `generated:` in its front
matter; then that one stays.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from weerklank.languages import base

_FOLDER = "pages"
_GENERATED = "Deze pagina hoort bij Weerklank. Neem deze regel weg om haar zelf te schrijven: dan blijft zij staan."


@cache
def own_pages(language: str) -> dict[str, str]:
    """The pages of the language (an IETF tag with a pack) by their name under docs/, marked as generated."""
    return dict(_marked(files(f"weerklank.languages.{base(language)}") / _FOLDER, ""))


def _marked(folder: Traversable, path: str) -> list[tuple[str, str]]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            found += _marked(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(".md"):
            head, body = entry.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
            found.append((path + entry.name, f"---\n{head}\ngenerated: '{_GENERATED}'\n---\n{body}"))
    return found
