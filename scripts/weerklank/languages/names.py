"""Words by which a name is a person's or a group's: those of every language, for a name may come from any."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from weerklank.languages import known

_NAME = "names.toml"


@lru_cache(maxsize=8)
def name_words(kind: str) -> frozenset[str]:
    """The words of this kind in the names.toml of all languages, which say what each kind is.

    >>> {"van", "von"} <= name_words("name-particles"), "stichting" in name_words("group-beginnings")
    (True, True)
    """
    places = (files("weerklank.languages") / code / _NAME for code in known())
    tables = [tomllib.loads(place.read_text("utf-8")) for place in places if place.is_file()]
    return frozenset(word for table in tables for word in table[kind].split())
