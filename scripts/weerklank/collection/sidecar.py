"""The sidecar of a text: what a maintainer knows and the text does not say."""

from __future__ import annotations

import re

from weerklank.collection import yaml_forms as forms
from weerklank.collection.keys import SIDECAR
from weerklank.collection.yaml_file import Fields, read_yaml
from weerklank.model import ALL, Sidecar
from weerklank.model.slugs import SLUG, SLUG_FORM
from weerklank.read.decode import decode

RIGHTS = {"unknown": "", "permission": "", "licence": "", "public-domain": ""}

AUTHORS = ("group", "person")
"""What an author may be said to be, for citations: '- group: De werkgroep'."""

_SHA256 = re.compile("[0-9a-f]{64}")
_COUNT = re.compile(r"\d{1,6}", re.ASCII)


def read_sidecar(data: bytes, where: str) -> Sidecar:
    r"""The sidecar in these bytes of the file `where`; InputError with all that is wrong in it.

    >>> read_sidecar(b"date: 2014-12\nauthors: [Arjo Klamer]", "seeds/1.yml").date
    '2014-12'
    """
    if not data.strip():
        return Sidecar()
    fields = read_yaml(decode(data, where), where, SIDECAR)
    sidecar = _sidecar(fields)
    fields.check()
    return sidecar


def _sidecar(fields: Fields) -> Sidecar:
    source = fields.fields("source", ("name", "url", "file", "sha256"))
    rights = fields.fields("rights", ("status", "basis"))
    authors = fields.marked_texts("authors", AUTHORS)
    return Sidecar(
        slug=fields.matching("slug", SLUG, SLUG_FORM),
        title=fields.text("title"),
        kicker=fields.text("kicker"),
        note=fields.text("note"),
        authors=None if authors is None else tuple(name for _, name in authors),
        groups=tuple(name for mark, name in authors or () if mark == "group"),
        persons=tuple(name for mark, name in authors or () if mark == "person"),
        date=forms.date(fields, "date"),
        approximate=fields.flag("approximate") or False,
        source_name=source.text("name"),
        source_url=forms.url(source, "url"),
        source_file=source.text("file"),
        source_sha256=source.matching("sha256", _SHA256, "64 hexadecimal digits"),
        rights_status=rights.choice("status", RIGHTS) or "unknown",
        rights_basis=rights.text("basis"),
        publish=forms.publish(fields),
        language=forms.language(fields),
        printed=fields.flag("printed"),
        selector=fields.text("selector"),
        readings=_readings(fields),
        comments=int(count) if (count := fields.matching("comments", _COUNT, "a whole number")) else None,
        ends=_ends(fields),
        drop=fields.texts("drop") or (),
        keep=fields.texts("keep") or (),
        examined=_examined(fields),
        personal=forms.personal(fields, ("readings", "selector", "ends", "drop", "keep")),
    )


def _ends(fields: Fields) -> tuple[str, ...] | None:
    """Words of the text; () for all of it."""
    said = fields.one_or_more("ends")
    if said == (ALL,):
        return ()
    if said == () or any(not any(c.isalnum() for c in words) for words in said or ()):
        fields.wrong("'ends' has no words of the text", f'write ends: "its last words", or ends: {ALL}', key="ends")
        return None
    return said


def _examined(fields: Fields) -> tuple[str, ...]:
    """Ids of arguments, or ALL."""
    said = fields.one_or_more("examined") or ()
    for name in said:
        if not SLUG.fullmatch(name):
            remedy = f"write examined: {ALL}, or a list of ids"
            fields.wrong(f"'examined: {name[:40]}' is no argument's id", remedy, key="examined")
    return said


def _readings(fields: Fields) -> tuple[tuple[str, str], ...]:
    entries = fields.each("readings", ("found", "read"), "reading")
    pairs = [(e.required("found", '"…"', True), e.required("read", '"…"', True)) for e in entries]
    settled: dict[str, str] = {}
    for found in {found for found, read in pairs if found and settled.setdefault(found, read) != read}:
        fields.wrong(f"two readings for '{found[:40]}'", "keep one of them", key="readings")
    return tuple(pairs)
