"""/data/: which files there are for other machines, what is in them, and in which format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import head, title_of
from weerklank.model import Collection
from weerklank.pages.template import render

NAME = "data/index.md"
_KINDS = (
    (r"data/collection\.json", "JSON", "collection"),
    (r"data/annotations\.jsonld", "JSON-LD, W3C Web Annotation", "annotations"),
    (r"data/tei/[^/]+\.xml", "TEI P5", "tei"),
    (r"data/arguments\.skos\.jsonld", "JSON-LD, SKOS", "skos"),
    (r"data/arguments\.argdown", "Argdown", "argdown"),
    (r"data/matrix\.csv", "CSV", "matrix"),
    (r"data/words\.json", "JSON", "words"),
    (r"feed\.xml", "Atom", "feed"),
    (r"data/pages\.json", "JSON", "pages"),
    (r"data/{essays}/[^/]+\.json", "JSON", "essays"),
    (r"data/{account}/[^/]+\.json", "JSON", "accounts"),
    (r"data/collection\.bib", "BibTeX", "bibtex"),
    (r"data/collection\.ris", "RIS", "ris"),
    (r"data/collection\.csl\.json", "CSL-JSON", "csl"),
    (r"data/{citations}/[^/]+\.bib", "BibTeX", "text_bibtex"),
    (r"data/{citations}/[^/]+\.ris", "RIS", "text_ris"),
    (r"data/{citations}/[^/]+\.json", "CSL-JSON", "text_csl"),
)
"""Files by a pattern of their names under docs/, their format, and the key of what they hold."""

_MANY = 200
"""Files of a kind: with more of them their names are told, and not listed."""


def page(pages: Iterable[str], collection: Collection) -> str:
    """The Markdown of /data/, listing those of `pages` (by name under docs/) that are no page."""
    say = collection.say
    titles = {essay.slug: title_of(essay) for essay in collection.essays}
    titles["index"] = Html.escape(collection.config.title)
    rows = []
    left = sorted(name for name in pages if not name.endswith(".md") and not name.startswith("downloads/"))
    for pattern, form, holds in _KINDS:
        chosen = dict.fromkeys(filter(re.compile(pattern.format_map(say.addresses)).fullmatch, left))
        left = [name for name in left if name not in chosen]
        if chosen:
            rows.append(_row(say, [*chosen], form, say(f"data.holds_{holds}"), titles))
    rows += [_row(say, [name], name.rpartition(".")[2].upper(), "", titles) for name in left]
    body = render(say, "data_files", files=tag("dl", *rows, class_="wk-files"))
    front = head(say, say("data.title"), description=say("data.description"), styles=["files"], robots="noindex")
    return front + body


def _row(say: Pack, names: list[str], form: str, holds: str, titles: Mapping[str, Html]) -> Html:
    """A kind of file: the one there is, or the list of one for each text."""
    first = names[0].removeprefix("data/")
    kind = tag("span", form, class_="wk-counts")
    if len(names) == 1 and "/" not in first:
        link = tag("a", tag("code", first), href=_href(names[0]))
        return join([tag("dt", link, Html(" "), kind), tag("dd", holds)])
    folder, _, ending = first.rpartition("/")
    shown = tag("code", f"{folder}/…{ending[ending.index('.') :]}")
    if len(names) > _MANY:
        named = tag("p", say("data.named", n=say.number(len(names))))
        return join([tag("dt", shown, Html(" "), kind), tag("dd", holds, named)])
    links = [tag("li", tag("a", _title(name, titles), href=_href(name))) for name in names]
    listing = tag("details", tag("summary", say("count.files", n=len(names))), tag("ul", *links))
    return join([tag("dt", shown, Html(" "), kind), tag("dd", holds, listing)])


def _title(name: str, titles: Mapping[str, Html]) -> str:
    slug = name.rpartition("/")[2].partition(".")[0]
    return titles.get(slug, slug)


def _href(name: str) -> str:
    """The way to a file from /data/."""
    return name.removeprefix("data/") if name.startswith("data/") else f"../{name}"
