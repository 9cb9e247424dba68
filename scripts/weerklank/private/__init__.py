"""Particulars of persons in a text: e-mail addresses, telephone numbers, BSN, bank accounts, postal addresses.

They are found by their form, and only where the form is telling: a year, an ISBN, an amount or a
service number (0800, 0900) is none. Whether one may be published only a maintainer can say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from weerklank.languages.pack import Pack
from weerklank.private.addresses import addresses
from weerklank.private.emails import emails
from weerklank.private.harmless import harmless, struck_out
from weerklank.private.numbers import accounts, citizen_numbers, national_numbers
from weerklank.private.phones import phones
from weerklank.private.seen import Find, seen
from weerklank.private.spoken import spoken_phones

Finder = Callable[[str], Iterator[Find]]

_FINDERS: dict[str, Finder] = {
    "an e-mail address": emails,
    "a bank account": accounts,
    "a postal address": addresses,
}
_NUMBER_FINDERS: dict[str, Finder] = {
    "a national number": national_numbers,
    "a BSN": citizen_numbers,
    "a telephone number": lambda text: chain(phones(text), spoken_phones(text)),
}
"""Those to which a date, an ISBN or an address of the web may look like what they seek."""
_KEYS = dict(
    zip((*_FINDERS, *_NUMBER_FINDERS), ("email", "account", "address", "national", "bsn", "telephone"), strict=True)
)


@dataclass(frozen=True, slots=True)
class Particular:
    """A find: what it is, in English, and where it stands in the text."""

    kind: str
    start: int
    end: int


@lru_cache(4096)
def particulars(text: str) -> tuple[Particular, ...]:
    """What stands in `text` that may lead to a person, in order, none overlapping another. A text is read once, though
    it is asked about for the build's errors, for its account and for its register.

    >>> [(p.kind, p.start) for p in particulars("Bel 06-12345678 of mail jan@voorbeeld.nl, in 2014.")]
    [('a telephone number', 4), ('an e-mail address', 24)]
    """
    out: list[Particular] = []
    for found in sorted(_candidates(text), key=lambda p: (p.start, -p.end)):
        if not out or found.start >= out[-1].end:
            out.append(found)
    return tuple(out)


def _candidates(text: str) -> Iterator[Particular]:
    sight = seen(text)
    finds = [(kind, find) for kind, finder in _FINDERS.items() for find in finder(sight.text)]
    left = struck_out(sight.text, (find for _, find in finds))
    numbers = struck_out(left, harmless(left))
    finds += [(kind, find) for kind, finder in _NUMBER_FINDERS.items() for find in finder(numbers)]
    for kind, (start, end) in finds:
        yield Particular(kind, sight.offset(start), sight.offset(end - 1) + 1)


def masked(say: Pack, text: str) -> str:
    """The text with each particular replaced by what it is, in the readers' language.

    >>> from weerklank.languages.pack import pack
    >>> masked(pack("nl"), "Mail jan@voorbeeld.nl.")
    'Mail [e-mailadres, niet getoond].'
    """
    for found in reversed(particulars(text)):
        text = f"{text[: found.start]}{instead(say, found)}{text[found.end :]}"
    return text


def instead(say: Pack, found: Particular) -> str:
    """What is said where a particular is not shown.

    >>> from weerklank.languages.pack import pack
    >>> instead(pack("nl"), Particular("a BSN", 0, 9))
    '[burgerservicenummer, niet getoond]'
    """
    return say(f"particular.{_KEYS[found.kind]}")
