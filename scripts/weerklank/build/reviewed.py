"""What a person reviews of a generated page: this lies in docs/ and in git. The rest is made with the site.

Pictures, tables, lists of facts, counts and what is folded away follow from the texts and arguments, and one
sentence more changes hundreds of them; what stands in the head of a page is for machines. The page itself stays,
with its address.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

_FOR_MACHINES = ("citation", "json_ld", "description", "updated", "card", "card_words")
"""Keys of front matter that only search engines, feeds and other programs read."""

_FIELD = re.compile(rf"(?m)^(?:{'|'.join(_FOR_MACHINES)}):.*\n(?:(?:[ -].*)?\n)*")
_DERIVED = re.compile(
    r"<(svg|table|dl)\b[^<>]*>"  # pictures, tables, facts
    r'|<(details)\b(?! class="wk-notes")[^<>]*>'  # folded away, unless it holds the other authors' words
    r'|<(\w+)\b[^<>]*\bclass="wk-(?:counts|along|more|strip|lens|key|switch|downloads|parts|ways|derived)"[^<>]*>'
)
_ROOM = re.compile(r"\n{3,}")


class Reviewed(Mapping[str, str]):
    """Pages by name as docs/ has them, each made when it is asked for: what is no page is not there, and those that
    are `own` words are whole. `instead` as for `reviewed`.
    """

    def __init__(self, pages: Mapping[str, str], own: Container[str], instead: str) -> None:
        self._pages, self._own, self._instead = pages, own, instead

    def __getitem__(self, name: str) -> str:
        if not name.endswith(".md"):
            raise KeyError(name)
        text = self._pages[name]
        return text if name in self._own else reviewed(text, self._instead)

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._pages if name.endswith(".md"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def reviewed(page: str, instead: str = "") -> str:
    r"""The Markdown of a generated page without what is derived or for machines alone. Foreign words hold no tag.

    `instead` stands where a table was: words of our own.

    >>> reviewed('---\ntitle: Brood\nupdated: x\n---\n\nVers <svg></svg><span class="wk-counts">3×</span>.')
    '---\ntitle: Brood\n---\n\nVers .'
    """
    head, fence, body = page.partition("\n---\n")
    return _FIELD.sub("", f"{head}\n").rstrip("\n") + fence + _ROOM.sub("\n\n", _without_derived(body, instead))


def _without_derived(body: str, instead: str) -> str:
    parts, at = [], 0
    while match := _DERIVED.search(body, at):
        name = match[match.lastindex or 0]
        parts += [body[at : match.start()], f'<p class="wk-built">{instead}</p>' if instead and name == "table" else ""]
        at = _end(body, name, match.start())
    return "".join([*parts, body[at:]])


def _end(body: str, name: str, start: int) -> int:
    """Where the element that begins at `start` ends; elements of its name may lie in it."""
    depth = 0
    for match in re.compile(rf"<(/?){name}\b[^<>]*>").finditer(body, start):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return len(body)
