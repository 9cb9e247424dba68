"""Long lists on pages of their own: texts by year of publication, names by first letter.

A part has an address that says what is in it (`…/jaar/2014/`), so that a text more or less never changes what another
address leads to. The list's own page keeps its address: it has all of a short list, and of a long one the way to each
part, as every part has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Generic, TypeVar

from weerklank.languages.pack import Pack, pack
from weerklank.markup.markdown import Html, tag
from weerklank.model import Essay
from weerklank.model.slugs import make_slug
from weerklank.state.kept import NOTHING_KEPT, Kept

MOST = 100
"""Entries on a page that tells a paragraph or a table's row of each, of one or two kilobytes: some 150 kB of HTML."""

LINES = 1000
"""Entries on a page that gives a line to each, of some 150 bytes: as much HTML."""

_Entry = TypeVar("_Entry")
_Key = tuple[str, str]
"""The last part of an address, and what it is called."""


@dataclass(frozen=True, slots=True)
class Part(Generic[_Entry]):
    """A page of a list: its `name` under docs/, the `entries` that it shows, and `nav`, the way to the other pages.

    `label` is '' on the list's own page, which shows all of a short list and none of a long one.
    """

    name: str
    entries: tuple[_Entry, ...]
    label: str = ""
    nav: Html = Html("")

    @property
    def is_front(self) -> bool:
        """Whether it is the own page of a long list, from which its parts are reached."""
        return bool(self.nav) and not self.label

    @property
    def root(self) -> str:
        """The way to the site's root.

        >>> Part("essays/index.md", ()).root, Part("essays/jaar/2014.md", ()).root
        ('../', '../../../')
        """
        return "../" * (self.name.removesuffix(".md").removesuffix("/index").count("/") + 1)

    @property
    def up(self) -> str:
        """The way from the names of the pages beside this one to those beside the list's own: '../' from a part."""
        return "../" if self.label else ""

    @property
    def way(self) -> str:
        """The way to a part from the list's own page.

        >>> Part("essays/jaar/2014.md", (), "2014").way
        'jaar/2014/'
        """
        return "/".join(self.name.removesuffix(".md").split("/")[-2:]) + "/"

    def about(self, say: Pack, title: str) -> dict[str, str]:
        """What the front matter of a part says of it, which is titled so: how many texts it has."""
        return {"description": f"{title}. {say('count.texts', n=len(self.entries))}."} if self.label else {}

    def titled(self, say: Pack, title: str) -> str:
        """The title of the page, of a list with this title."""
        return say("divided.title", title=title, part=self.label) if self.label else title


def by_year(
    say: Pack, name: str, texts: Sequence[Essay], most: int | None = None, kept: Kept = NOTHING_KEPT
) -> list[Part[Essay]]:
    """The pages of a list of texts that is named `name` under docs/: one, or with more than `most` texts (MOST) its own
    and one for each year, of a fuller year also for each month, and of texts without a date for each first letter.
    """
    parts = kept.remembered(_by_year, say, name, tuple(texts), MOST if most is None else most)
    return [kept.same(("part", part.name), part) for part in parts]


def _by_year(say: Pack, name: str, texts: tuple[Essay, ...], most: int) -> list[Part[Essay]]:
    return _divided(say, name, "year", texts, partial(_of_date, say), most)


def by_letter(say: Pack, name: str, listed: Sequence[_Entry], named: Callable[[_Entry], str]) -> list[Part[_Entry]]:
    """The same of what is listed by name, a line each (LINES): by the first letter of what `named` gives."""
    return _divided(say, name, "letter", listed, lambda each: [_of_name(say, named(each))], LINES)


def list_of(say: Pack, name: str) -> str:
    """The list of which the page of this name under docs/ is a part, by its own name; '' of a page that is none.

    >>> from weerklank.languages.pack import pack
    >>> [list_of(pack("nl"), f"{name}.md") for name in ("essays/jaar/2014-03", "woorden/jaar/jaar/2014", "essays/jaar")]
    ['essays/index.md', 'woorden/jaar.md', '']
    """
    by = f"(?:{say.at('year_part')}|{say.at('letter_part')})"
    match = re.fullmatch(rf"(.+)/{by}/(?:\d{{4}}(?:-\d\d)?|{say.query['unknown']}(?:-[a-z0])?|[a-z0])\.md", name)
    return "" if not match else f"{match[1]}.md" if "/" in match[1] else f"{match[1]}/index.md"


def _of_date(say: Pack, text: Essay) -> list[_Key]:
    if text.date:
        return [(day, say.date(day)) for day in dict.fromkeys((text.date[:4], text.date[:7]))]
    key, label = say.query["unknown"], say("date.unknown")
    letter, name = _of_name(say, text.slug)
    return [(key, label), (f"{key}-{letter}", f"{label}, {name}")]


def _of_name(say: Pack, name: str) -> _Key:
    letter = make_slug(name, "0")[0]
    return (letter, letter.upper()) if letter.isalpha() else ("0", say("divided.other"))


def _divided(
    say: Pack,
    name: str,
    by: str,
    listed: Sequence[_Entry],
    keys_of: Callable[[_Entry], Sequence[_Key]],
    most: int,
) -> list[Part[_Entry]]:
    if len(listed) <= most:
        return [Part(name, tuple(listed))]
    folder = f"{name.removesuffix('.md').removesuffix('/index')}/{say.at(f'{by}_part')}"
    parts = [
        Part(f"{folder}/{key}.md", tuple(own), label)
        for (key, label), own in sorted(_gathered(listed, keys_of, most).items())
    ]
    nav = partial(_nav, say.code, by, tuple((part.label, part.way, len(part.entries)) for part in parts))
    return [Part(name, (), "", nav(None)), *(replace(part, nav=nav(part.way)) for part in parts)]


def _gathered(
    listed: Iterable[_Entry], keys_of: Callable[[_Entry], Sequence[_Key]], most: int
) -> dict[_Key, list[_Entry]]:
    """The entries by their first key, and where those of one are more than `most`, by their last. The page of the first
    key stays, with what has no other: it may have been published.
    """
    first: dict[_Key, list[_Entry]] = {}
    for each in listed:
        first.setdefault(keys_of(each)[0], []).append(each)
    found: dict[_Key, list[_Entry]] = {key: [] for key in first}
    for key, own in first.items():
        for each in own:
            found.setdefault(keys_of(each)[-1] if len(own) > most else key, []).append(each)
    return found


@lru_cache(1 << 8)  # several lists have the same parts
def _nav(language: str, by: str, parts: tuple[tuple[str, str, int], ...], here: str | None) -> Html:
    """The way to all parts (label, way, number of entries) that have any, from the list's own page or from one of them,
    which has the way `here` and is marked.
    """
    say = pack(language)
    up = "../../" if here else ""
    items = [tag("li", tag("a", say(f"divided.all_{by}"), href=up))] if here else []
    for label, way, entries in parts:
        if entries or way == here:
            link = tag("a", label, href=up + way, aria_current="page" if way == here else None)
            items.append(tag("li", link, Html(" "), tag("span", say.number(entries), class_="wk-counts")))
    asked = [] if here else [tag("p", say(f"divided.choose_{by}"))]
    class_ = "wk-parts" if here else "wk-parts wk-front"  # the former is left out of git: a new year changes all
    return tag("nav", *asked, tag("ul", *items), class_=class_, aria_label=say(f"divided.by_{by}"))
