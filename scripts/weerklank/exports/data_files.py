"""/data/: which files there are for other machines, what is in them, and in which format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from weerklank.languages.nl.interface import count_words
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import head, title_of
from weerklank.model import Collection

NAME = "data/index.md"
_KINDS = (
    (r"data/collection\.json", "JSON", "alle teksten, argumenten en passages in één bestand"),
    (
        r"data/annotations\.jsonld",
        "JSON-LD, W3C Web Annotation",
        "elke passage als annotatie bij de pagina van haar tekst, met argument, standpunt en plaats",
    ),
    (
        r"data/arguments\.argdown",
        "Argdown",
        "de argumenten met wat ze steunt en aanvalt, om te tekenen of te doordenken",
    ),
    (r"data/matrix\.csv", "CSV", "de tabel van argumenten en teksten, voor een rekenblad"),
    (r"data/words\.json", "JSON", "de omstreden woorden: aantallen per tekst, en elke plaats"),
    (r"feed\.xml", "Atom", "de teksten als feed: wat er bijkwam en wat er veranderde"),
    (r"data/pages\.json", "JSON", "de adressen en titels van de pagina’s"),
    (r"data/essays/[^/]+\.json", "JSON", "per tekst: de alinea’s en de passages daarin"),
    (r"data/verantwoording/[^/]+\.json", "JSON", "per tekst: wat er met elk stuk van de bron is gebeurd"),
    (r"data/collection\.bib", "BibTeX", "de gegevens om naar de werken te verwijzen"),
    (r"data/collection\.ris", "RIS", "hetzelfde, voor andere programma’s"),
    (r"data/collection\.csl\.json", "CSL-JSON", "hetzelfde, voor citaatprogramma’s"),
    (r"data/citaten/[^/]+\.bib", "BibTeX", "per tekst: de gegevens om naar het werk te verwijzen"),
    (r"data/citaten/[^/]+\.ris", "RIS", "per tekst: hetzelfde, voor andere programma’s"),
    (r"data/citaten/[^/]+\.json", "CSL-JSON", "per tekst: hetzelfde, voor citaatprogramma’s"),
)
"""Files by a pattern of their names under docs/, their format, and what they hold."""


def page(pages: Iterable[str], collection: Collection) -> str:
    """The Markdown of /data/, listing those of `pages` (by name under docs/) that are no page."""
    titles = {essay.slug: title_of(essay) for essay in collection.essays}
    rows = []
    left = sorted(name for name in pages if not name.endswith(".md"))
    for pattern, form, holds in _KINDS:
        chosen = [name for name in left if re.fullmatch(pattern, name)]
        left = [name for name in left if name not in chosen]
        if chosen:
            rows.append(_row(chosen, form, holds, titles))
    rows += [_row([name], name.rpartition(".")[2].upper(), "", titles) for name in left]
    parts = [
        "# Gegevens",
        "Wat op deze site staat, staat hier ook als bestand, voor wie er met een eigen programma mee wil werken. De "
        "bestanden worden bij elke bouw van de site opnieuw geschreven en zeggen niet meer dan de pagina’s.",
        tag("dl", *rows, class_="wk-files"),
        "Een adres zonder domein geldt vanaf het bestand zelf, behalve in `collection.json`, `pages.json` en de "
        "bestanden per tekst: daar geldt het vanaf het begin van de site. In de annotaties telt een plaats in tekens "
        "(codepunten) van de tekst van het element met het genoemde id, zoals een browser die ziet (`textContent`).",
        "De teksten zijn van hun auteurs en worden door deze bestanden niet vrijgegeven: citeer ze met naam en plaats. "
        f"Wat u er verder mee mag, staat bij {tag('a', escape('rechten'), href='../rechten/')}.",
    ]
    description = "De teksten, argumenten en passages als bestand: JSON, JSON-LD, Argdown, CSV en Atom."
    return head("Gegevens", description=description, styles=["files"], robots="noindex") + "\n\n".join(parts) + "\n"


def _row(names: list[str], form: str, holds: str, titles: Mapping[str, Html]) -> Html:
    """A kind of file: the one there is, or the list of one for each text."""
    first = names[0].removeprefix("data/")
    if len(names) == 1 and first.count("/") == 0:
        return join([_term(tag("a", tag("code", escape(first)), href=_href(names[0])), form), _says(escape(holds))])
    links = [tag("li", tag("a", _title(name, titles), href=_href(name))) for name in names]
    folder, _, ending = first.rpartition("/")
    some = tag("summary", escape(count_words(len(names), "bestand", "bestanden")))
    listing = tag("details", some, tag("ul", *links))
    shown = tag("code", escape(f"{folder}/…{ending[ending.index('.') :]}"))
    return join([_term(shown, form), _says(join([escape(holds), listing]))])


def _term(name: Html, form: str) -> Html:
    return tag("dt", name, Html(" "), tag("span", escape(form), class_="wk-counts"))


def _says(words: Html) -> Html:
    return tag("dd", words)


def _title(name: str, titles: Mapping[str, Html]) -> Html:
    slug = name.rpartition("/")[2].partition(".")[0]
    return titles.get(slug, escape(slug))


def _href(name: str) -> str:
    """The way to a file from /data/."""
    return name.removeprefix("data/") if name.startswith("data/") else f"../{name}"
