"""Texts as BibTeX, with `date` and `langid` for BibLaTeX."""

from __future__ import annotations

import re

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from weerklank.cite.csl import Item, date_parts, remarks
from weerklank.cite.csl_names import Name
from weerklank.languages.pack import Pack

_TYPES = {"article-magazine": "article"}
_LANGUAGES = {"nl": "dutch", "en": "english", "de": "german", "fr": "french", "fy": "frisian"}
# BibTeX counts braces even where they are escaped, so a brace is a command here.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\lbrace{}", "}": r"\rbrace{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
_MARK = re.compile("[" + re.escape("".join(_LATEX)) + "]")


def bibtex(say: Pack, items: list[Item]) -> str:
    r"""Items of `csl_item` as a BibTeX file (UTF-8); the key of each is its id.

    >>> from weerklank.languages.pack import pack
    >>> print(bibtex(pack("nl"), [{"id": "brood", "type": "document", "title": "Brood & SP", "language": "nl"}]))
    @misc{brood,
        title = "Brood \& {SP}",
        langid = "dutch"
    }
    <BLANKLINE>
    """
    entries = {item["id"]: _entry(say, item) for item in items}
    return str(_Writer(encoding="UTF-8").to_string(BibliographyData(entries)))


class _Writer(Writer):  # type: ignore[misc]
    """Fields come as LaTeX already: pybtex would let signs of LaTeX through as they are."""

    def _encode(self, text: str) -> str:
        return text


def _entry(say: Pack, item: Item) -> Entry:
    kind = _TYPES.get(item["type"], "misc")
    year, month, date = _date(item)
    read = say("citation.read_in", edition=item["archive"]) if "archive" in item else ""
    fields = {
        "title": _title(item["title"]),
        "journal" if kind == "article" else "howpublished": _latex(item.get("container-title", "")),
        "year": year,
        "month": month,
        "date": date,
        "url": re.sub(r"[{}\\\"\s]", lambda m: f"%{ord(m[0]):02X}", item.get("URL", "")),
        "langid": _LANGUAGES.get(item.get("language", "")[:2], ""),
        "note": _latex("; ".join(filter(None, [read, remarks(say, item)]))),
    }
    people = [_person(name) for name in item.get("author", [])]
    return Entry(kind, {k: v for k, v in fields.items() if v}, {"author": people} if people else {})


def _date(item: Item) -> tuple[str, str, str]:
    """Year, month (a number, as BibLaTeX wants it), and the date in EDTF: '2014~' is about 2014."""
    parts = date_parts(item)
    about = "~" if item.get("issued", {}).get("circa") else ""
    return "".join(parts[:1]), "".join(parts[1:2]).lstrip("0"), "-".join(parts) + about


def _title(title: str) -> str:
    """A title whose capitals stay: BibTeX takes them away everywhere but at the start."""
    first, *rest = re.split(r"(\s+)", title)
    return _latex(first) + "".join(f"{{{_latex(w)}}}" if w != w.lower() else _latex(w) for w in rest)


def _latex(text: str) -> str:
    return _MARK.sub(lambda m: _LATEX[m[0]], text)


def _person(name: Name) -> Person:
    """A person in parts. In braces stands what is one: a group's name, a family name of several words."""
    if "literal" in name:
        return Person(last=f"{{{_latex(name['literal'])}}}")
    particle, family = name.get("non-dropping-particle", ""), _latex(name["family"])
    last = f"{{{family}}}" if " " in family else family
    return Person(first=_latex(name["given"]), prelast=_latex(particle), last=last)
