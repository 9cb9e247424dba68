"""Words as a sentence or a line wants them, in any language that is written from left to right with spaces."""

from __future__ import annotations


def upper_first(text: str) -> str:
    """The text with its first letter as a capital, as at the start of a sentence.

    >>> upper_first("auteur onbekend")
    'Auteur onbekend'
    """
    return text[:1].upper() + text[1:]


def shorten(text: str, limit: int) -> str:
    """The text on one line, cut at a word with '…' where it is longer than `limit` characters.

    >>> shorten("De overheid kent geen klanten.", 18)
    'De overheid kent…'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit].rsplit(" ", 1)[0] if " " in line[:limit] else line[: limit - 1]
    return head.rstrip(" ,;:–-") + "…"
