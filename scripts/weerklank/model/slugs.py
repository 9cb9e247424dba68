"""Addresses: those on the web, and ours, made from titles and names."""

from __future__ import annotations

import hashlib
import re

from markdown.extensions.toc import slugify

from weerklank.languages.pack import everywhere

URL = re.compile(r"https?://[^\s<>\"'`{}|\\^]+")
"""An address on the web; no other scheme may become a link."""

_LONGEST = 80  # characters; a file name has room for 255 bytes
SLUG = re.compile(r"(?!.{101})[a-z0-9]+(?:-[a-z0-9]+)*")  # it becomes a part of file names, and those have 255 bytes
SLUG_FORM = "a slug: at most 100 small letters, digits and single hyphens, like weg-met-de-klant"
_DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
RESERVED = ("index", "readme", *everywhere("unknown_author", "rules"), *_DEVICES)
"""Addresses that a list has, the page of what no author signed, or the one about the rules of the edition; and names
that no file can have on Windows.
"""


def make_slug(words: str, fallback: str) -> str:
    """An address for `words`: small Latin letters, digits and hyphens, cut between two words.

    Words that have no Latin letters get `fallback` with a mark of their own, so that two of them
    get two addresses.

    >>> make_slug("Jos van der Lans", "auteur")
    'jos-van-der-lans'
    >>> make_slug("Лев", "auteur"), make_slug("Index", "auteur")
    ('auteur-0aa6b7', 'auteur-39c3be')
    """
    plain = slugify(words.replace("_", " "), "-").strip("-")
    if len(plain) > _LONGEST:
        plain = plain[: _LONGEST + 1].rpartition("-")[0] or plain[:_LONGEST]
    if plain and plain not in RESERVED:
        return plain
    return f"{fallback}-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:6]}"
