"""Authors as citations want them: a person's name in its parts, any other name whole."""

from __future__ import annotations

import re
from typing import TypedDict

from weerklank.languages.names import name_words
from weerklank.languages.person_names import is_person
from weerklank.model import Sidecar

_TITLES = re.compile(r"^(?:(?:prof|dr|drs|ir|ing|mr|ds|em)\.? )+|(?: \((?:red|ed)s?\.\))$", re.IGNORECASE)
_PARTICLES = name_words("name-particles")
_BARREL = re.compile(r"[^-]+-(?:van|de|der|den|het|'t|’t|te|ten|ter|in|op)", re.IGNORECASE)

Name = TypedDict("Name", {"family": str, "given": str, "non-dropping-particle": str, "literal": str}, total=False)
"""A name in CSL-JSON: 'literal' for one that has no parts, else 'family' with what belongs to it."""


def csl_name(name: str, sidecar: Sidecar | None = None) -> Name:
    """An author's name for CSL. What the sidecar says to be a person or a group is one; of any other name
    only what has the shape of a person's full name is taken apart, and the rest is cited as it stands.

    >>> csl_name("prof. dr. Jos van der Lans")
    {'family': 'Lans', 'given': 'Jos', 'non-dropping-particle': 'van der'}
    >>> csl_name("Jan Jansen-de Vries"), csl_name("Redactie RSD")
    ({'family': 'Jansen-de Vries', 'given': 'Jan'}, {'literal': 'Redactie RSD'})
    """
    said = sidecar or Sidecar()
    if name in said.groups or not (name in said.persons or is_person(name)):
        return {"literal": name}
    bare = _TITLES.sub("", name).strip() or name
    before, comma, after = bare.partition(", ")
    return _inverted(before, after) if comma else _parts(bare.split())


def _inverted(before: str, after: str) -> Name:
    """'Lans, Jos van der': the particle stands at the end."""
    given = after.split()
    at = len(given)
    while at > 1 and given[at - 1] in _PARTICLES:
        at -= 1
    return _name(given[:at], given[at:], before.split())


def _parts(words: list[str]) -> Name:
    """The words of a name in their usual order; a particle with a capital (Flemish) belongs to the family name."""
    for at, word in enumerate(words[1:-1], start=1):
        if word in _PARTICLES:
            end = at
            while words[end] in _PARTICLES and end < len(words) - 1:
                end += 1
            return _name(words[:at], words[at:end], words[end:])
        if word.lower() in _PARTICLES or _BARREL.fullmatch(word):
            return _name(words[:at], [], words[at:])
    return _name(words[:-1], [], words[-1:])


def _name(given: list[str], particle: list[str], family: list[str]) -> Name:
    if not given:
        return {"literal": " ".join(particle + family)}
    name: Name = {"family": " ".join(family), "given": " ".join(given)}
    if particle:
        name["non-dropping-particle"] = " ".join(particle)
    return name


def plain(name: Name, inverted: bool = True) -> str:
    """A name in one line: 'van der Lans, Jos', or 'Jos van der Lans'.

    >>> plain(csl_name("Jos van der Lans")), plain({"literal": "Redactie RSD"})
    ('van der Lans, Jos', 'Redactie RSD')
    """
    if "literal" in name:
        return name["literal"]
    return f"{family(name)}, {name['given']}" if inverted else f"{name['given']} {family(name)}"


def family(name: Name) -> str:
    """The family name of a person with its particle."""
    return " ".join(filter(None, [name.get("non-dropping-particle"), name["family"]]))
