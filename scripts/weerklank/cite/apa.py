"""APA (7th edition), for the kinds of item that csl.py makes: the reference, and the citation of a paragraph in running
text. The tests hold both against a CSL processor with the style of citationstyles.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from weerklank.cite.csl import Item, date_parts
from weerklank.cite.csl_names import Name, family
from weerklank.languages.pack import Pack, interface
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import each_string, seen

_EVERY_WORD = "every-word"  # may be small in a title
_MOST, _FIRST = 20, 19  # authors that a reference names; of more it has the first ones and the last
_ENDED = re.compile(r"(?:\.|[?!…][”’\"')]*)$")  # no full stop follows on it


class Run(NamedTuple):
    """Words of a citation, in italics or not."""

    text: str
    italic: bool


def reference(say: Pack, item: Item) -> tuple[Run, ...]:
    """The text as a list of references has it.

    >>> from weerklank.languages.pack import pack
    >>> "".join(run.text for run in reference(pack("nl"), {"id": "a", "type": "document", "title": "Brood"}))
    'Brood. (z.d.).'
    """
    item = each_string(item, seen)
    kind, within = item["type"], _titled(say, item, "container-title")
    title = Run(item["title"], kind == "webpage" or not within)
    by, date = Run(_all_authors(say, item.get("author", [])), False), Run(f"({_date(say, item)})", False)
    order = [by, date, title] if by.text else [title, date]
    site = Run("" if kind == "document" else within, kind == "article-magazine")
    sentences = [*order, site, Run(item.get("archive", ""), False)]
    *runs, last = (part for each in sentences if each.text for part in (each, _end(each)))
    return _joined([*runs, Run(f"{last.text}{item.get('URL', '')}".rstrip(), False)])


def in_text(say: Pack, item: Item, paragraph: str, several: bool = False) -> tuple[Run, ...]:
    """How one refers to a paragraph in running text, or to `several` ('7–9'): '(Klamer, 2014, alinea 7)'."""
    item = each_string(item, seen)
    number = say("citation.paragraphs_short" if several else "citation.paragraph_short", number=paragraph)
    after = Run(f", {_year(say, item)}, {number})", False)
    return _joined([Run("(", False), _first_authors(say, item), after])


def _end(sentence: Run) -> Run:
    return Run(" " if _ENDED.search(sentence.text) else ". ", False)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs, those of one kind that follow each other as one."""
    kinds = groupby((run for run in runs if run.text), key=lambda run: run.italic)
    return tuple(Run("".join(run.text for run in each), italic) for italic, each in kinds)


def _all_authors(say: Pack, names: list[Name]) -> str:
    """'Van der Lans, J., & De Jonge, J.-W.'"""
    *others, last = [_inverted(say, name) for name in names] or [""]
    if len(names) > _MOST:
        return ", ".join([*others[:_FIRST], f"… {last}"])
    return ", ".join([*others, f"& {last}"]) if others else last


def _first_authors(say: Pack, item: Item) -> Run:
    """Who is named in running text; where nobody is known, the title."""
    names = [name.get("literal") or _family(say, name) for name in item.get("author", [])]
    if names:
        return Run(f"{names[0]} et al." if len(names) > 2 else " & ".join(names), False)
    title = _titled(say, item, "title")
    if item["type"] == "webpage" or "container-title" not in item:
        return Run(title, True)
    return Run(f"“{title}”", False)


def _inverted(say: Pack, name: Name) -> str:
    return name.get("literal") or f"{_family(say, name)}, {_initials(name['given'])}"


def _family(say: Pack, name: Name) -> str:
    """The family name; in some languages a particle gets a capital where no forename stands before it."""
    raised = "non-dropping-particle" in name and say("citation.particle") == "capital"
    return upper_first(family(name)) if raised else family(name)


def _initials(given: str) -> str:
    """The initials of forenames; a word without a capital stays.

    >>> _initials("Jan-Willem P.C. van"), _initials("Élan")
    ('J.-W. P. C. van', 'É.')
    """
    parts = (re.findall(r"[^\s.]+", part) for part in given.split("-"))
    return "-".join(" ".join(f"{word[0]}." if word[0].isupper() else word for word in part) for part in parts if part)


def _date(say: Pack, item: Item) -> str:
    """'2014, 29 december', as far as it is known."""
    month, day = [*date_parts(item)[1:], "", ""][:2]
    if not month:
        return _year(say, item)
    named = say.month(int(month))
    return f"{_year(say, item)}, {say('citation.month_day', month=named, day=day.lstrip('0')) if day else named}"


def _year(say: Pack, item: Item) -> str:
    parts = item.get("issued", {}).get("date-parts")
    if not parts:
        return say("citation.no_date")
    return say("citation.about_year", year=str(parts[0][0])) if item["issued"].get("circa") else str(parts[0][0])


def _titled(say: Pack, item: Item, field: str) -> str:
    """A title; in a language of which only `small_in_titles` stand there without a capital, with those capitals."""
    title, small = str(item.get(field, "")), interface(item.get("language", say.code))("citation.small_in_titles")
    if small == _EVERY_WORD:
        return title
    words, before = re.split(r"(\s+)", title), ":"
    for at, word in enumerate(words):
        if word.islower() and (word not in small.split() or before in ":."):
            words[at] = upper_first(word)
        before = word.strip()[-1:] or before
    return "".join(words)
