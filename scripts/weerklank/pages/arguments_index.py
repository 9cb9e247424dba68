"""The list of arguments with the table of arguments and texts: who says what, in words."""

from __future__ import annotations

import csv
import io

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, seen, tag
from weerklank.markup.parts import (
    argument_url,
    essay_url,
    head,
    place_of,
    stance_word,
    title_of,
)
from weerklank.model import STANCES, Argument, Collection, Essay
from weerklank.pages.template import render
from weerklank.pictures.facts import Cell, cells

_ROOT = "../"


def page(collection: Collection) -> str:
    """The Markdown of /argumenten/."""
    say = collection.say
    body = render(
        say,
        "arguments_index",
        arguments=[(argument, _counts(say, argument)) for argument in collection.arguments],
        table=table(collection, _ROOT) if collection.arguments else "",
    )
    return head(say, say("arguments.title")) + body


def _counts(say: Pack, argument: Argument) -> str:
    texts = say("count.texts", n=len({p.essay for p in argument.passages}))
    return say("arguments.counts", passages=say("count.passages", n=len(argument.passages)), texts=texts)


def table(collection: Collection, root: str) -> Html:
    """The table of arguments × texts in a region that scrolls by itself."""
    say = collection.say
    heads = [tag("th", _essay_head(say, essay, root), scope="col") for essay in collection.essays]
    top = tag("tr", tag("th", escape(say("arguments.argument")), scope="col"), *heads)
    found = cells(collection)
    rows = [_row(argument, collection, found, root) for argument in collection.arguments]
    listing = tag(
        "table",
        tag("caption", escape(say("arguments.caption"))),
        tag("thead", top),
        tag("tbody", *rows),
        class_="wk-matrix",
    )
    return tag("div", listing, class_="wk-scroll", tabindex="0", role="region", aria_label=say("arguments.region"))


def _essay_head(say: Pack, essay: Essay, root: str) -> Html:
    title = tag("a", title_of(essay), href=essay_url(say, root, essay))
    return join([title, tag("span", place_of(say, essay), class_="wk-source")], " ")


def _row(argument: Argument, collection: Collection, found: dict[tuple[str, str], Cell], root: str) -> Html:
    say = collection.say
    claim = tag("th", tag("a", escape(argument.claim), href=argument_url(say, root, argument.id)), scope="row")
    return tag("tr", claim, *(_cell(say, found[argument.id, essay.slug], root) for essay in collection.essays))


def _cell(say: Pack, cell: Cell, root: str) -> Html:
    if cell.state != "found":
        return tag("td", say(f"state.{cell.state}"), class_="wk-unread" if cell.state == "unread" else "wk-nothing")
    parts = []
    for stance, chosen in cell.by_stance():
        parts.append(tag("a", stance_word(say, stance), href=argument_url(say, root, cell.argument, chosen[0])))
    return tag("td", join(parts, " "))


def matrix_csv(collection: Collection) -> str:
    """The same table for a spreadsheet (RFC 4180): a row for each argument and text.

    `state` is found, nothing (read, no passage), unread or withheld; of a text that may not be shown
    nothing is counted. A text counts once for a stance that it takes, in however many passages.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["argument", "claim", "essay", "title", "date", *STANCES, "state", "examined"])
    found = cells(collection)
    for argument in collection.arguments:
        for essay in collection.essays:
            cell = found[argument.id, essay.slug]
            counts = dict.fromkeys(STANCES, 0) | {stance: 1 for stance, _ in cell.by_stance()}
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
