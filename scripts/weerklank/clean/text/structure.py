"""The reading text as blocks: paragraphs, headings, lists, verse and quotations."""

from __future__ import annotations

import re
from dataclasses import replace

from weerklank.clean.text.lists import ITEM
from weerklank.clean.text.quotations import is_opening
from weerklank.model import Block

CALLS = r"(?: ?\[(?:\d{1,3}|[*†‡])\]|[⁰¹²³⁴-⁹]){0,6}"
"""The calls of notes behind the end of a sentence, as an expression."""

_CHUNK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_CLOSED = re.compile(rf"[.,:;…”’\"')]{CALLS}$")


def blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """Reading text (blocks separated by a blank line, '> ' before quoted lines, '- ' or 'n. '
    before items) as blocks in order; `start` is the offset of `text` in the whole.
    """
    chunks = [(m.start(), m.group()) for m in _CHUNK.finditer(text)]
    return tuple(
        _block(chunk, start + at, chunks[i + 1][1] if i + 1 < len(chunks) else "")
        for i, (at, chunk) in enumerate(chunks)
    )


def _block(chunk: str, start: int, following: str, quoted: bool = False) -> Block:
    lines = chunk.split("\n")
    if not quoted and all(line.startswith(">") for line in lines):
        return _quotation(lines, start)
    if all(ITEM.match(line) for line in lines):
        return Block("list", chunk, (), start)
    if len(lines) > 1:
        return Block("verse", chunk, (), start)
    return Block("heading" if following and is_heading(chunk) else "paragraph", chunk, (), start)


def _quotation(lines: list[str], start: int) -> Block:
    """A quotation of these lines, with the blocks that it is made of."""
    inner = "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)
    parts = re.split(r"\n{2,}", inner)
    at = start
    children = []
    for i, part in enumerate(parts):
        child = _block(part, at + 2, parts[i + 1] if i + 1 < len(parts) else "", True)
        opens = i == 0 and len(parts) > 1 and child.kind == "paragraph" and is_opening(part)
        children.append(replace(child, kind="heading") if opens else child)
        at += sum(len(line) + 3 for line in part.split("\n")) + 2
    return Block("quotation", inner, tuple(children), start)


def is_heading(line: str) -> bool:
    """Whether a line that stands alone reads as a subhead: short, and not a sentence."""
    return len(line) <= 100 and len(line.split()) <= 12 and not _CLOSED.search(line)
