"""The list of arguments with the table of arguments and texts: who says what, in words."""

from __future__ import annotations

import csv
import io

from weerklank.languages.nl.interface import STANCES, count_words
from weerklank.markup.markdown import Html, escape, join, seen, tag
from weerklank.markup.parts import argument_url, author_words, essay_url, head, stance_word, title_of, year_words
from weerklank.model import Argument, Collection, Essay
from weerklank.pictures.facts import STATES, Cell, cells

_ROOT = "../"


def page(collection: Collection) -> str:
    """The Markdown of /argumenten/."""
    rows = [_item(argument) for argument in collection.arguments]
    parts = [
        "# Argumenten",
        "Elk argument is een stelling waar een auteur voor of tegen kan zijn. De tabel zegt per tekst hoe vaak, "
        "en met welk standpunt; elk aantal leidt naar de woorden van de auteur.",
        "\n".join(rows),
        "## Argumenten en teksten",
        "Hetzelfde [in beeld](../overzicht/index.md), en [als CSV-bestand](../data/matrix.csv) voor een rekenblad. "
        "Waar de auteurs botsen, staat [tegenover elkaar](../tegenover/index.md)."
        if collection.arguments
        else "",
        table(collection, _ROOT) if collection.arguments else "",
    ]
    return head("Argumenten") + "\n\n".join(part for part in parts if part) + "\n"


def _item(argument: Argument) -> str:
    texts = len({p.essay for p in argument.passages})
    counts = f"{count_words(len(argument.passages), 'passage', 'passages')} in {count_words(texts, 'tekst', 'teksten')}"
    return f"- [{escape(argument.claim)}]({argument.id}.md) {tag('span', escape(counts), class_='wk-counts')}"


def table(collection: Collection, root: str) -> Html:
    """The table of arguments × texts in a region that scrolls by itself."""
    heads = [tag("th", _essay_head(essay, root), scope="col") for essay in collection.essays]
    top = tag("tr", tag("th", escape("Argument"), scope="col"), *heads)
    found = cells(collection)
    rows = [_row(argument, collection, found, root) for argument in collection.arguments]
    listing = tag(
        "table",
        tag("caption", escape("Per argument en tekst: het standpunt en het aantal passages")),
        tag("thead", top),
        tag("tbody", *rows),
        class_="wk-matrix",
    )
    return tag("div", listing, class_="wk-scroll", tabindex="0", role="region", aria_label="Argumenten en teksten")


def _essay_head(essay: Essay, root: str) -> Html:
    title = tag("a", title_of(essay), href=essay_url(root, essay))
    return join([title, tag("span", escape(f"{author_words(essay)}, {year_words(essay)}"), class_="wk-source")], " ")


def _row(argument: Argument, collection: Collection, found: dict[tuple[str, str], Cell], root: str) -> Html:
    claim = tag("th", tag("a", escape(argument.claim), href=argument_url(root, argument.id)), scope="row")
    return tag("tr", claim, *(_cell(found[argument.id, essay.slug], root) for essay in collection.essays))


def _cell(cell: Cell, root: str) -> Html:
    if cell.state != "found":
        return tag("td", escape(STATES[cell.state]), class_="wk-unread" if cell.state == "unread" else "wk-nothing")
    parts = []
    for stance, chosen in cell.by_stance():
        label = join([stance_word(stance), escape(str(len(chosen)))], " ")
        parts.append(tag("a", label, href=argument_url(root, cell.argument, chosen[0])))
    return tag("td", join(parts, " "))


def matrix_csv(collection: Collection) -> str:
    """The same table for a spreadsheet (RFC 4180): a row for each argument and text.

    `state` is found, nothing (read, no passage), unread or withheld; of a text that may not be shown
    nothing is counted.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["argument", "claim", "essay", "title", "date", *STANCES, "state", "examined"])
    found = cells(collection)
    for argument in collection.arguments:
        for essay in collection.essays:
            cell = found[argument.id, essay.slug]
            counts = dict.fromkeys(STANCES, 0) | {stance: len(own) for stance, own in cell.by_stance()}
            examined = "yes" if essay.slug in argument.examined else "no"
            numbers = ["" if cell.state == "withheld" else str(count) for count in counts.values()]
            row = [
                argument.id,
                argument.claim,
                essay.slug,
                essay.title,
                essay.date or "",
                *numbers,
                cell.state,
                examined,
            ]
            writer.writerow(map(spreadsheet_safe, row))
    return out.getvalue()


def spreadsheet_safe(words: str) -> str:
    """Words that no spreadsheet takes for a formula: an apostrophe stands before what looks like one.

    https://owasp.org/www-community/attacks/CSV_Injection

    >>> spreadsheet_safe("=1+1"), spreadsheet_safe("Nee = nee")
    ("'=1+1", 'Nee = nee')
    """
    line = " ".join(seen(words).split())
    return f"'{line}" if line.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else line
