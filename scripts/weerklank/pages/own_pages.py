"""The pages that a language brings along: about, search, rights, accessibility, and what administrators want to know.

A collection that wants a page of its own puts it into docs/ under the same name, without `generated:` in its front
matter; then that one stays.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from weerklank.languages.pack import Pack

_FOLDER = "pages"


def own_pages(say: Pack) -> dict[str, str]:
    """The pages of the language by their name under docs/, marked as generated."""
    return dict(_marked(say, files("weerklank.languages") / say.code / _FOLDER, ""))


def _marked(say: Pack, folder: Traversable, path: str) -> list[tuple[str, str]]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            found += _marked(say, entry, f"{path}{entry.name}/")
        elif entry.name.endswith(".md"):
            head, body = entry.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
            found.append((path + entry.name, f"---\n{head}\ngenerated: '{say('page.our_own')}'\n---\n{body}"))
    return found
