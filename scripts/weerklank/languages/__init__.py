"""What belongs to a language, a folder each: the words of the pages, the rules that clean a text, its lexicon."""

from __future__ import annotations

import fnmatch
from importlib.resources import files

PARTS = {
    "interface.toml": "the words of the pages (menu, headings, dates)",
    "addresses.toml": "the addresses of the pages",
    "*.csl": "the citations",
    "lexicon.py": "the dictionary (broken words, compounds, search)",
    "rules": "the rules for menus, forms and readers' comments",
}
"""What a language's folder holds, and what each is for."""

_PARTLY = {"en": "only the commonest English menus and headings of comments are known"}


def base(language: str) -> str:
    """The language of a tag, without region or script.

    >>> base("nl-BE")
    'nl'
    """
    return language.partition("-")[0].lower()


def missing(language: str) -> list[str]:
    """What a collection in `language` would have to do without; nothing where there is a pack for it."""
    folder = files(__name__).joinpath(base(language))
    there = {each.name for each in folder.iterdir()} if folder.is_dir() else set()
    return [what for part, what in PARTS.items() if not fnmatch.filter(there, part)]


def unknown_to_cleaner(language: str | None) -> str:
    """What the rules that clean a text do not know of its language; '' where they know it.

    >>> unknown_to_cleaner("nl-BE"), unknown_to_cleaner(None)
    ('', '')
    >>> unknown_to_cleaner("fr")
    'no rules for menus and comments in this language are known'
    """
    if not language or not missing(language):
        return ""
    return _PARTLY.get(base(language), "no rules for menus and comments in this language are known")
