"""A language pack: the words of the interface, its addresses, and how it writes numbers, dates and enumerations.

A language is a folder here. Its `interface.toml` has the words by section and key:

    [count]
    passages = {one = "{n} passage", other = "{n} passages"}
    [argument]
    onward = "Naast de andere argumenten: [in beeld](../{/overview}/index.md)."

`{n}` is a value that is handed over (a whole number with its thousands apart), and chooses among plural forms;
`{/overview}` is an address from `addresses.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list

from weerklank.languages import base, missing

Form = str | dict[str, str]
"""The words of a key: one form, or one for each plural of the language ('one', 'other', …)."""

REFERENCE = "nl"
"""The language that has every key: the others are held against it."""

_PLACE = re.compile(r"\{(/?\w+)\}")
_HERE = files("weerklank.languages")
_TABLES = ("generated", "by_hand", "parts", "ids")


class PackError(Exception):
    """A pack that lacks words, or has words that cannot be used: a fault of the tool, not of a collection."""


@dataclass(frozen=True)
class Pack:
    """The words of one language. Called with a key and values it says the words, as plain text."""

    code: str
    words: Mapping[str, Form]
    addresses: Mapping[str, str]
    generated: tuple[str, ...]
    """The folders of pages that the build writes (data/, which has the same name in every language, apart)."""
    query: Mapping[str, str]
    """What an address asks of a page: the names of its parameters, and their fixed values."""
    locale: str = ""
    """By which numbers, dates and enumerations are written; the code where it is ''."""

    def __call__(self, key: str, /, **values: object) -> str:
        """The words of `key` with the values in their places.

        >>> pack("nl")("count.passages", n=1), pack("nl")("count.words", n=2748)
        ('1 passage', '2.748 woorden')
        """
        return "".join(str(part) for part in self.parts(key, **values))

    def parts(self, key: str, /, **values: object) -> Iterator[str]:
        """The same in pieces: our words (even places) and the values between them (odd ones)."""
        pieces = _PLACE.split(self._form(key, values.get("n")))
        for at, piece in enumerate(pieces):
            yield self._value(key, piece, values) if at % 2 else piece

    def _form(self, key: str, n: object) -> str:
        try:
            form = self.words[key]
        except KeyError:
            raise PackError(f"languages/{self.code}/interface.toml has no words for '{key}'") from None
        if isinstance(form, str):
            return form
        plural = self._locale.plural_form(n) if isinstance(n, int) else "other"
        return form.get(plural, form["other"])

    def _value(self, key: str, name: str, values: Mapping[str, object]) -> str:
        if name.startswith("/"):
            return self.addresses[name[1:]]
        if name not in values:
            raise PackError(f"languages/{self.code}/interface.toml: '{key}' wants '{name}', which is not handed over")
        value = values[name]
        return self.number(value) if isinstance(value, int) else value if isinstance(value, str) else str(value)

    def at(self, name: str) -> str:
        """A folder of the site, without slashes.

        >>> pack("nl").at("arguments")
        'argumenten'
        """
        return self.addresses[name]

    def number(self, number: int) -> str:
        """A whole number with its thousands apart.

        >>> pack("nl").number(12345)
        '12.345'
        """
        return str(self._locale.decimal_formats[None].apply(number, self._locale))

    def decimal(self, number: float) -> str:
        """A number with one decimal.

        >>> pack("nl").decimal(12.25), pack("nl").decimal(0)
        ('12,2', '0,0')
        """
        return f"{number:.1f}".replace(".", self._locale.number_symbols["latn"]["decimal"])

    def list(self, words: Iterable[str]) -> str:
        """Words as an enumeration.

        >>> pack("nl").list(["Jan", "Piet", "Klaas"])
        'Jan, Piet en Klaas'
        """
        return format_list(list(words), locale=self._locale)

    def either(self, words: Iterable[str]) -> str:
        """Words of which one holds.

        >>> pack("nl").either(["bal", "balk"])
        'bal of balk'
        """
        return f" {self('list.or')} ".join(words)

    def date(self, iso: str | None) -> str:
        """An ISO date in words, as far as it is known.

        >>> pack("nl").date("2014-12-29"), pack("nl").date("2014-12"), pack("nl").date(None)
        ('29 december 2014', 'december 2014', 'zonder datum')
        """
        if not iso:
            return self("date.unknown")
        year, *rest = iso.split("-")
        if not rest:
            return year
        if len(rest) == 1:
            return format_skeleton("yMMMM", date(int(year), int(rest[0]), 1), locale=self._locale)
        return format_date(date.fromisoformat(iso), "long", locale=self._locale)

    def month(self, number: int) -> str:
        """A month by itself.

        >>> pack("nl").month(12), pack("en").month(12)
        ('december', 'December')
        """
        return format_date(date(2000, number, 1), "LLLL", locale=self._locale)

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.locale or self.code)


@lru_cache
def pack(code: str) -> Pack:
    """The pack of a language (a primary subtag: 'nl'). PackError where it is not there, or not whole."""
    folder = _HERE / code
    if not code.isalpha() or not (folder / "interface.toml").is_file():
        raise PackError(f"there is no languages/{code}/interface.toml")
    addresses = _toml(code, "addresses.toml")
    places = {name: place for section in _TABLES for name, place in addresses[section].items()}
    sections = _toml(code, "interface.toml").items()
    words = {f"{section}.{key}": form for section, keys in sections for key, form in keys.items()}
    made = Pack(
        code, words, places, tuple(addresses["generated"].values()), addresses["query"], str(words["theme.locale"])
    )
    faults = [*_faults(made), *(_unlike(made, pack(REFERENCE)) if code != REFERENCE else ())]
    if faults:
        raise PackError("\n".join(f"languages/{code}/interface.toml: {fault}" for fault in faults))
    return made


@lru_cache
def interface(language: str) -> Pack:
    """The pack that speaks to the readers of a collection in `language` (an IETF tag).

    A language whose interface nobody wrote yet is spoken to in the reference language.
    """
    code = base(language)
    return pack(code if (_HERE / code / "interface.toml").is_file() else REFERENCE)


def packs() -> tuple[Pack, ...]:
    """The packs that a collection can be spoken to its readers in: of the languages whose folder has every part.

    >>> [each.code for each in packs()]
    ['en', 'nl']
    """
    codes = sorted(folder.name for folder in _HERE.iterdir() if folder.is_dir() and not missing(folder.name))
    return tuple(map(pack, codes))


def everywhere(*names: str) -> tuple[str, ...]:
    """What an address is called in any language: for who sees a site and not the collection that it is of.

    >>> "argumenten" in everywhere("arguments")
    True
    """
    return tuple(dict.fromkeys(each.at(name) for each in packs() for name in names))


def _toml(code: str, name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((_HERE / code / name).read_text("utf-8"))


def _forms(form: Form) -> Mapping[str, str]:
    return form if isinstance(form, dict) else {"other": form}


def _values(form: Form) -> set[str]:
    """The names of the values in any form; which plural it is may stand in words ('the one passage')."""
    return {name for words in _forms(form).values() for name in _PLACE.findall(words) if name[0] != "/"}


def _faults(made: Pack) -> Iterator[str]:
    plurals = {*Locale.parse(made.code).plural_form.tags, "other"}
    for key, form in made.words.items():
        if "other" not in _forms(form) or not plurals >= set(_forms(form)):
            yield f"'{key}' has the plurals {', '.join(_forms(form))}; this language has {', '.join(sorted(plurals))}"
        for words in _forms(form).values():
            for name in _PLACE.findall(words):
                if name[0] == "/" and name[1:] not in made.addresses:
                    yield f"'{key}' names the address '{name}', which addresses.toml has not"


def _unlike(made: Pack, whole: Pack) -> Iterator[str]:
    """What a pack lacks of the whole one, or has besides."""
    if missing := sorted(whole.words.keys() - made.words.keys()):
        yield f"lacks {', '.join(missing)}"
    if strange := sorted(made.words.keys() - whole.words.keys()):
        yield f"has {', '.join(strange)}, which no page says"
    if lost := sorted({*whole.addresses, *whole.query} - {*made.addresses, *made.query}):
        yield f"addresses.toml lacks {', '.join(lost)}"
    for key in sorted(whole.words.keys() & made.words.keys()):
        if _values(whole.words[key]) != _values(made.words[key]):
            yield f"'{key}' wants {{{'}, {'.join(sorted(_values(whole.words[key])))}}}"
