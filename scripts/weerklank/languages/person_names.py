"""The shape of a person's name, Dutch style: 'Jan de Jonge', 'prof. dr. A.B. van 't Hoff'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.languages.names import name_words
from weerklank.languages.rules import sign

_TITLE = r"(?:(?:[Pp]rof|[Dd]rs?|[Ii]r|[Ii]ng|[Mm]r|ds|em)(?:\. ?| ))"
PARTICLE = r"(?:van|de|der|den|het|'t|’t|ten|ter|te|von|zu|le|la|du|di|da|dos|el|al|bin|ibn|in|op|aan|uit|af)"
_FURTHER = [chr(code) for code in range(0x100, 0x250)]  # letters of Latin names beyond those of Western Europe
_CAPITAL = f"A-ZÀ-ÖØ-Þ{''.join(filter(str.isupper, _FURTHER))}"
_SMALL = f"a-zß-öø-ÿ{''.join(filter(str.islower, _FURTHER))}"
_WORD = (
    rf"(?:(?:Ma?c(?=[A-Z]))?[{_CAPITAL}][{_SMALL}]+(?:['’-](?:Ma?c(?=[A-Z]))?[{_CAPITAL}{_SMALL}]+){{0,3}}"
    rf"|(?:[{_CAPITAL}]|Th|Ch|IJ|Ph)\.(?:-?[{_CAPITAL}]\.){{0,4}}|[dDO]['’][{_CAPITAL}][{_SMALL}]+)"
)
_NO_NAME = rf"(?!(?i:{sign('no-first-name').pattern})(?![\w.'’-]))"
NAME = rf"{_NO_NAME}{_TITLE}{{0,4}}{_WORD}(?: (?:{PARTICLE} ){{0,2}}{_WORD}){{1,3}}(?: \((?:red|ed)s?\.\))?"
_NAMES = re.compile(rf"{NAME}(?:(?:, | en | & | and | und |, en ){NAME}){{0,7}}")
_JOINTS = re.compile(r", en |, | en | & | and | und ")
_A_NAME = re.compile(NAME)
_FIRST, _ENDS = name_words("group-beginnings"), tuple(name_words("group-endings"))  # no person is called so
ACCOUNTS = {
    "admin", "administrator", "anoniem", "anonymous", "auteur", "author", "beheerder", "editor", "gast", "root",
    "super", "super user", "superuser", "user", "webmaster", "webredactie", "wordpress",
}  # fmt: skip
"""What programs call whoever put a text there, in small letters: nobody's name."""
_ONE = re.compile(rf"{_NO_NAME}{_WORD}")
_OFFICE = re.compile(rf"(?:(?:\w+ ){{0,2}}(?!{PARTICLE} )\w+ )?{sign('author-role').pattern}", re.IGNORECASE)
_DEGREE = re.compile(
    r",? (?:\(?(?:B\.?Sc|M\.?Sc|Ph\.?D|D\.?Phil|LL\.?M|LL\.?B|MBA|MPA|MPH|M\.?Ed|MD|M\.?A|B\.?A|B\.?S)\.?\)?)(?![\w.])"
)
_ARTICLE = re.compile(r"(?:[Tt]he|[Dd]e|[Hh]et|[Dd]ie|[Dd]as|[Dd]er) ")
_SMALL_ARTICLE = re.compile(r"^(?:the|de|het|die|das|der) ")
_GROUP = re.compile(rf"[A-ZÀ-Þ][\w’'&-]*(?: (?:{PARTICLE}|of|for|voor|für|and|en|und|&|[A-ZÀ-Þ][\w’'&-]*)){{0,6}}")
_GROUP_NAMED = 60  # characters of a group's name


def is_name(words: str) -> bool:
    """Whether `words` look like one person's full name and nothing else.

    >>> is_name("Jan de Jonge"), is_name("Over Jan de Jonge"), is_name("Weg met de klant"), is_name("Inleiding")
    (True, False, False, False)
    """
    return len(words) <= 60 and " " in words and words.lower() not in ACCOUNTS and bool(_A_NAME.fullmatch(words))


def is_person(name: str) -> bool:
    """Whether a name has the shape of one person's full name, and no word that only groups are called by.

    >>> is_person("J.P. van 't Hoff"), is_person("Hoff, J.P. van 't"), is_person("Vereniging van Gemeenten")
    (True, True, False)
    """
    before, comma, after = name.partition(", ")
    straight = f"{after} {before}" if comma else name
    words = straight.lower().split()
    return is_name(straight) and not _has_group_word(words)


def is_office(words: str) -> bool:
    """Whether `words` say what someone is and nothing else.

    >>> is_office("Senior Staff Technologist"), is_office("universitair docent"), is_office("Els de Boer")
    (True, True, False)
    """
    return bool(_OFFICE.fullmatch(words))


def is_group(words: str) -> bool:
    """Whether `words` are what a group is called, by a word that no person is called by.

    >>> is_group("Redactie Het Plein"), is_group("The Editorial Board"), is_group("Jan de Jonge"), is_group("De raad")
    (True, True, False, False)
    """
    bare = _ARTICLE.sub("", words, count=1)
    return len(words) <= _GROUP_NAMED and bool(_GROUP.fullmatch(bare)) and _has_group_word(bare.lower().split())


def _has_group_word(words: Sequence[str]) -> bool:
    return words[0] in _FIRST or any(word.endswith(_ENDS) for word in words)


def names(words: str) -> tuple[str, ...]:
    """The full names that `words` list and nothing else; () where it is no such list.

    >>> names("Jan de Jonge MSc en Seerp Leistra, PhD")
    ('Jan de Jonge', 'Seerp Leistra')
    """
    words = _DEGREE.sub("", words)
    if len(words) > 240 or words.lower() in ACCOUNTS or not _NAMES.fullmatch(words):
        return ()
    found = tuple(_JOINTS.split(words))
    return () if any(map(is_office, found[1:])) else found


def signature(words: str) -> tuple[str, ...]:
    """Names as a byline gives them after 'door': a group's or a single word will do ('Redactie'), but no accounts."""
    if is_group(words):
        return (_SMALL_ARTICLE.sub("", words),)
    found = names(words)
    if found:
        return found
    if len(words) <= 40 and _ONE.fullmatch(words) and words.lower() not in ACCOUNTS:
        return (words,)
    return ()
