"""The list of arguments with the table of arguments and texts: who says what, in words."""

from __future__ import annotations

import csv
import io

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import seen
from weerklank.markup.parts import head, voices
from weerklank.model import STANCES, Argument, Collection
from weerklank.pages.template import render
from weerklank.pictures import claims
from weerklank.pictures.claims import by_question
from weerklank.pictures.facts import Cells, disputed, numbered
from weerklank.pictures.matrix import form


def page(collection: Collection) -> str:
    """The Markdown of /argumenten/."""
    say = collection.say
    contested = disputed(collection)
    body = render(
        say,
        "arguments_index",
        groups=[
            (question, [(argument, _voices(say, argument), argument.id in contested) for _, argument in own])
            for question, own in by_question(collection)
        ],
        arguments=[argument for _, argument in numbered(collection)],
        map=claims.claims(collection, "../") if claims.edges(collection) else None,
        map_key=claims.key(say),
        map_list=claims.listing(collection, "../"),
        essays=collection.essays,
        cells=Cells(collection),
        form=form(collection.essays),
        by_slug=collection.by_slug,
    )
    return head(say, say("arguments.title"), styles=["pictures", "debate"]) + body


def _voices(say: Pack, argument: Argument) -> str:
    """How many texts take each stance: '3 voor, 1 tegen'."""
    taken = [(say(f"stance.{stance}"), n) for stance, n in voices(argument.passages).items() if n]
    return ", ".join(say("arguments.voices", n=n, stance=stance) for stance, n in taken) or say("arguments.no_voices")


def matrix_csv(collection: Collection) -> str:
    """The same table for a spreadsheet (RFC 4180): a row for each argument and text that was read for it.

    `state` is found, nothing (read, no passage) or withheld; of a text that may not be shown nothing is counted, and
    one that was not read has no row. A text counts once for a stance that it takes, in however many passages.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["argument", "claim", "essay", "title", "date", *STANCES, "state", "examined"])
    found, order = Cells(collection), collection.places
    for argument in collection.arguments:
        known = [slug for own in found.silent(argument).values() for slug in own]
        known += [cell.essay for cell in found.by_argument[argument.id]]
        for slug in sorted(known, key=lambda each: order[each]):
            cell, essay = found[argument.id, slug], collection.by_slug[slug]
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
