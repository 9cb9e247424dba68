"""Forms of values that several kinds of files share, and how to read them."""

from __future__ import annotations

import re

from babel import Locale

from weerklank.collection.yaml_file import Fields
from weerklank.languages.dates import find_date
from weerklank.languages.pack import packs
from weerklank.model.slugs import URL
from weerklank.read.page_dates import iso_date

__all__ = ["URL", "date", "language", "personal", "publish", "url"]

PERSONAL = {"published": "addresses and numbers of persons in it may be shown"}
PUBLISH = {"full": "the whole text", "quotes": "marked passages only", "closed": "listed, not shown"}

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def language(fields: Fields) -> str | None:
    """A language code (BCP 47)."""
    return fields.matching("language", _LANGUAGE, "a language code like nl, fy or nl-BE", _code_of)


def _code_of(name: str) -> str:
    """What to write for a language that is called by its name, in one that has a pack."""
    for locale in (pack.code for pack in packs()):
        for code, called in Locale(locale).languages.items():
            if name.casefold() in (called.casefold(), code) and _LANGUAGE.fullmatch(code):
                return f"write language: {code}"
    return ""


def url(fields: Fields, key: str) -> str | None:
    """An address on the web; no other scheme may become a link."""
    return fields.matching(key, URL, "a web address: write it whole, https://…")


def date(fields: Fields, key: str) -> str | None:
    """A date as far as it is known: 2014-12-29, 2014-12 or 2014."""
    said = fields.code(key)
    if said is None or iso_date(said):
        return said
    meant = find_date(said)
    remedy = f"did you mean {meant}?" if meant else "write 2014-12-29, or 2014-12 or 2014 where that is all you know"
    fields.wrong(f"'{key}: {said[:40]}' is not a date", remedy, key=key)
    return None


def personal(fields: Fields, but: tuple[str, ...] = (), public: str = "") -> str | None:
    """'published' where persons' addresses and numbers may be shown; where it does not say so, each that
    stands in the file is a fault (see `Fields.no_particulars`).
    """
    said = fields.choice("personal", PERSONAL)
    if said != "published":
        fields.no_particulars(
            "write 'personal: published' in this file if it may be shown, else take it out", but, public
        )
    return said


def publish(fields: Fields) -> str | None:
    """How much of a text is shown."""
    return fields.choice("publish", PUBLISH)
