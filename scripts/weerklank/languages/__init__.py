"""What belongs to a language, a folder each: the words of the pages, the rules that clean a text, its lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

_PACKAGE = files("weerklank")
TERMINAL = "en"
"""The language in which the commands speak, whatever the collection's."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what a language has: the file or folder in which it stands (from the package's own folder, '{}' is its
    code), what it is for, and whom it serves: a text in the language, or a collection's readers.
    """

    path: str
    what: str
    serves: str
    instead: str = ""  # another place, where the language has it there


PARTS = (
    Part("languages/{}/interface.toml", "the words of the pages (menu, headings, dates)", "readers"),
    Part("languages/{}/addresses.toml", "the addresses of the pages", "readers"),
    Part(
        "languages/{}/reasons.toml",
        "why the rules act, in words for readers",
        "readers",
        "languages/{}/rules/steps.toml",
    ),
    Part("languages/{}/pages", "the pages that come along (about, rights, accessibility, for maintainers)", "readers"),
    Part("languages/{}/new", "the example that a new collection begins with", "readers"),
    Part("languages/{}/names.toml", "words in the names of persons and groups", "readers"),
    Part("languages/{}/rules/readers.toml", "the rules for menus, forms and readers' comments", "texts"),
    Part("theme/assets/search/languages/{}.js", "the forms of words, for search", "texts"),
    Part("languages/{}/function_words.toml", "the dictionary (words broken at line ends)", "scans"),
)
"""What a language's folder holds, in the order in which it is told. Readers need all that texts need; scans aside."""

_SEARCH = next(part for part in PARTS if part.path.endswith(".js"))
_RULES = next(part for part in PARTS if "rules" in part.path)


def base(language: str) -> str:
    """The language of a tag, without region or script.

    >>> base("nl-BE")
    'nl'
    """
    return language.partition("-")[0].lower()


def known() -> tuple[str, ...]:
    """The codes of the languages that have a folder.

    >>> known()
    ('de', 'en', 'nl')
    """
    folders = (each for each in (_PACKAGE / "languages").iterdir() if each.is_dir())
    return tuple(sorted(each.name for each in folders if each.name.isalpha()))


def lacks(language: str, *served: str) -> list[Part]:
    """The parts that a language has not, of those that serve any of these ('readers', 'texts', 'scans').

    >>> [part.path for part in lacks("de", "readers")][0]
    'languages/{}/interface.toml'
    """
    return [part for part in PARTS if part.serves in served and not _has(base(language), part)]


def missing(language: str) -> list[str]:
    """What a collection in `language` would have to do without; nothing where there is a pack for it."""
    return [part.what for part in lacks(language, "readers", "texts")]


def is_searched(language: str) -> bool:
    """Whether search knows the forms of a language's words."""
    return _has(base(language), _SEARCH)


def unknown_to_cleaner(language: str | None) -> str:
    """What the rules that clean a text do not know of its language; '' where they know it.

    >>> unknown_to_cleaner("nl-BE"), unknown_to_cleaner(None)
    ('', '')
    >>> unknown_to_cleaner("fr")
    'no rules for menus and comments in this language are known'
    """
    if not language or _has(base(language), _RULES):
        return ""
    return "no rules for menus and comments in this language are known"


def _has(code: str, part: Part) -> bool:
    places = [_PACKAGE.joinpath(*path.format(code).split("/")) for path in (part.path, part.instead) if path]
    return code.isalpha() and any(place.is_file() or place.is_dir() for place in places)
