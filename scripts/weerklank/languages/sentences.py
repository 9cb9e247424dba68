"""Words as a sentence or a line wants them, in any language that is written from left to right with spaces."""

from __future__ import annotations

import re


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


_END = re.compile(r"[.!?…]+[’”\"')\]]*(?=\s+[‘“\"'(\[–—]*[^\W\d_a-zà-ÿ]|\s*$)")
_SHORTENED = re.compile(r"(?:\b\w|\.\w+|\b[^\W\d_aeiouy]+)\.$", re.IGNORECASE)  # 'J.', 'd.w.z.', 'drs.'


def sentences(text: str) -> list[tuple[int, int]]:
    r"""Where each sentence of a text begins and ends; a new line begins a new one.

    >>> text = "Dr. J. Bakker slaapt. ‘Hoe lang?’ Lang.\nTot nu"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Dr. J. Bakker slaapt.', '‘Hoe lang?’', 'Lang.', 'Tot nu']
    """
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in _ends(line[0]):
            words = text[start : line.start() + end]
            if words.strip():
                found.append((start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
            start = line.start() + end
    return found


def _ends(line: str) -> list[int]:
    found = (end.end() for end in _END.finditer(line))
    ends = [end for end in found if not _SHORTENED.search(line[line.rfind(" ", 0, end) + 1 : end])]
    return ends if ends[-1:] == [len(line)] else [*ends, len(line)]
