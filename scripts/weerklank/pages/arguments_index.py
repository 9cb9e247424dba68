"""The list of arguments with the table of arguments and texts: who says what, in words."""

from __future__ import annotations

import csv
import io

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import seen
from weerklank.markup.parts import head
from weerklank.model import STANCES, Argument, Collection
from weerklank.pages.template import render
from weerklank.pictures.facts import cells


def page(collection: Collection) -> str:
    """The Markdown of /argumenten/."""
    say = collection.say
    body = render(
        say,
        "arguments_index",
        arguments=[(argument, _counts(say, argument)) for argument in collection.arguments],
        essays=collection.essays,
        cells=cells(collection),
    )
    return head(say, say("arguments.title")) + body


def _counts(say: Pack, argument: Argument) -> str:
    texts = say("count.texts", n=len({p.essay for p in argument.passages}))
    return say("arguments.counts", passages=say("count.passages", n=len(argument.passages)), texts=texts)


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
