"""All that cleaning does, in order: `clean` takes a text through STEPS.

A step changes the Draft and nothing else; it never loses a character, because the Draft keeps the account. Order
carries meaning, so the steps are a plain list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from weerklank.clean.layout.laid_out import laid_out
from weerklank.clean.ledger.draft import Draft
from weerklank.clean.print.accents import accents
from weerklank.clean.print.between_words import between_words, captions
from weerklank.clean.print.broken_words import broken_words, whole_words
from weerklank.clean.print.columns import columns
from weerklank.clean.print.dropped_capital import dropped_capitals, lost_capital
from weerklank.clean.print.furniture import furniture
from weerklank.clean.print.intruders import intruders
from weerklank.clean.print.line_ends import line_ends
from weerklank.clean.print.lost_hyphens import lone_hyphens, lost_hyphens
from weerklank.clean.print.misread_letters import capital_i, lost_letters
from weerklank.clean.print.mixed_columns import mixed_columns
from weerklank.clean.print.pages import form_feeds, pages
from weerklank.clean.print.paragraphs import paragraphs, short_last_lines
from weerklank.clean.print.printed import in_columns, is_print
from weerklank.clean.print.printed_tables import tables
from weerklank.clean.print.run_together import run_together
from weerklank.clean.result import cleaned
from weerklank.clean.steps import Step, Text, knowing, of_document, of_layout, of_print, run, step, until_settled
from weerklank.clean.text.characters import clean_characters
from weerklank.clean.text.end_notes import end_notes
from weerklank.clean.text.lists import list_marks
from weerklank.clean.text.quotations import quotations
from weerklank.clean.text.readings import settle
from weerklank.clean.text.slips import stray_full_stops
from weerklank.clean.text.whitespace import blank_lines, tidy_spaces
from weerklank.clean.web.answer import leave_out, unfound
from weerklank.clean.web.comments import cut_comments
from weerklank.clean.web.contents import trim_contents
from weerklank.clean.web.decisions import decide
from weerklank.clean.web.ending import doubtful
from weerklank.clean.web.foot import trim_foot
from weerklank.clean.web.fragments import join_fragments
from weerklank.clean.web.head import trim_head
from weerklank.clean.web.inside import trim_inside
from weerklank.clean.web.truncation import truncation
from weerklank.languages.detect import found
from weerklank.languages.lexicons import FIRST, reading
from weerklank.model import Cleaned, Seed
from weerklank.model.geometry import Layout


def decisions(text: Text) -> Text:
    """Take out and hold the lines on which an editor decided."""
    return replace(text, draft=decide(text.draft, text.drop, text.keep))


def by_layout(text: Text) -> Text:
    """Read the pages by where their lines stand, where that is known."""
    return replace(text, draft=laid_out(text.draft, text.layout), printed=True) if text.layout else text


def answer(text: Text) -> Text:
    """Leave out what an editor's answer leaves out; one that does not fit the text is none."""
    wrong = unfound(text.draft.text, text.ends or ())
    if wrong:
        return replace(text, ends=None, unfound=wrong)
    return replace(text, draft=leave_out(text.draft, text.ends)) if text.ends else text


def comments(text: Text) -> Text:
    """Cut off the comments below the text, unless an editor said where it ends."""
    draft = text.draft if text.closed else cut_comments(text.draft)
    return replace(text, draft=draft, cut=text.closed or draft is not text.draft)


def foot(text: Text) -> Text:
    """Take off the residue below the text: more of it where comments stood under that."""
    return replace(text, draft=trim_foot(text.draft, below=text.cut))


def plain_print(text: Text) -> Text:
    """See whether the text is plainly a scan of print as it stands, unless something was said of that."""
    if text.printed is None and (is_print(text.draft.text) or in_columns(text.draft)):
        return replace(text, printed=True)
    return text


def half_words(text: Text) -> Text:
    """Make words whole in what is no print; until that is known they are its sign."""
    return text if text.printed else replace(text, draft=whole_words(text.draft))


def fragments(text: Text) -> Text:
    """Put sentences together that an extractor broke at links; the lines of a scan are no such fragments."""
    return text if text.printed else replace(text, draft=join_fragments(text.draft))


def kind(text: Text) -> Text:
    """Find out whether what is left is a scan of print, unless that is known."""
    return replace(text, printed=is_print(text.draft.text)) if text.printed is None else text


def breaks_off(text: Text) -> Text:
    """Mark a text that ends inside a sentence."""
    return replace(text, draft=truncation(text.draft, bool(text.printed)))


def readings(text: Text) -> Text:
    """Put in a maintainer's readings of what the other steps left in doubt."""
    return replace(text, draft=settle(text.draft, text.readings))


def ending(text: Text) -> Text:
    """Find the blocks that may be others' words, where no editor said where the text ends."""
    found = doubtful(_record(text), text.language, text.authors) if text.ends is None else ()
    return replace(text, asked=found)


_TRIM = (
    knowing(fragments),
    knowing(comments),
    knowing(foot),
    step(trim_contents),
    step(trim_head),
    step(trim_inside),
)
"""What stands around an essay on a web page: from both ends inward, last what is certain in between."""

_PAGES = (
    step(blank_lines),
    step(pages),
    step(blank_lines),
    step(captions),
    step(lone_hyphens),
    step(lost_hyphens),
)
"""What stands at the edges of pages, while form feeds say where those are; and hyphens that are none."""

_PRINT = until_settled(
    step(blank_lines),
    step(columns),
    step(mixed_columns),
    step(tables),
    step(lost_hyphens),
    step(furniture),
    step(intruders),
    step(captions),
    step(between_words),
    step(dropped_capitals),
    step(lost_capital),
    step(short_last_lines),
    step(line_ends),
    step(paragraphs),
    step(accents),
    step(run_together),
    step(capital_i),
    step(broken_words),
    step(blank_lines),
    by=Step("interruptions", partial(run, (step(furniture), step(captions), step(between_words)))),
)
"""What a scan does to a text: joined lines may show that what stands between them interrupts a sentence."""

_SET = until_settled(
    step(blank_lines),
    step(dropped_capitals),
    step(lone_hyphens),
    step(line_ends),
    step(paragraphs),
    step(accents),
    step(run_together),
    step(broken_words),
)
"""What print does to a text whose layout told the rest."""

_TIDY = (
    step(stray_full_stops),
    step(list_marks),
    step(tidy_spaces),
    step(quotations),
)
"""Slips of the scrape, white space, lists and quotations."""

STEPS: tuple[Step, ...] = (
    knowing(decisions),
    knowing(by_layout),
    step(clean_characters),
    step(blank_lines),
    knowing(answer),
    step(lost_letters),
    knowing(plain_print),
    of_print(*_PAGES),
    step(form_feeds),
    step(blank_lines),
    *_TRIM,
    knowing(kind),
    of_print(_PRINT),
    of_layout(_SET),
    knowing(half_words),
    *_TIDY,
    until_settled(*_TRIM, *_TIDY),
    of_document(step(end_notes)),
    knowing(breaks_off),
    knowing(readings),
    knowing(ending),
)
"""All that cleaning does, in order."""


def clean(
    text: str,
    printed: bool | None = None,
    readings: Sequence[tuple[str, str]] = (),
    ends: Sequence[str] | None = None,
    language: str | None = None,
    authors: Sequence[str] = (),
    drop: Sequence[str] = (),
    keep: Sequence[str] = (),
    layout: Layout = (),
    document: bool = False,
) -> Cleaned:
    """Clean one scraped text.

    `text` is the scrape as decoded; `printed` says whether it is a scan of print (None: find out); `readings` are a
    maintainer's (found, read) pairs that settle what was left uncertain; `ends` is an editor's answer to where the
    essay ends (see clean/web/answer.py; () is: all that the rules leave is the author's), `language` a code (None:
    find out); `authors` are known from elsewhere, where the text does not name them; `drop` and `keep` are lines on
    which an editor decided (see clean/web/decisions.py); `layout` says where the lines of `text` stand on their pages;
    `document` that it was read from a file that has notes of its own (Word, EPUB).
    The result's ledger rebuilds `text` exactly. Without an answer `ends` is 'asked' where some of the text may be
    others' words; with one that fits, it is 'certain'.
    """
    given = Text(
        Draft(text),
        printed,
        tuple(readings),
        None if ends is None else tuple(ends),
        tuple(drop),
        tuple(keep),
        language,
        tuple(authors),
        layout=layout,
        document=document,
    )
    with reading(language or found(text) or FIRST):
        return _record(run(STEPS, given))


def clean_seed(seed: Seed) -> Cleaned:
    """Clean a scrape with what its sidecar says of it."""
    side = seed.sidecar
    return clean(
        seed.text,
        side.printed,
        side.readings,
        side.ends,
        seed.language,
        seed.authors,
        side.drop,
        side.keep,
        seed.layout,
        seed.is_document,
    )


def restore_print(lines: list[str], language: str | None = None) -> Cleaned:
    """Lines of scanned columns or pages as running text; no trimming of residue. `language` as for `clean`."""
    text = "\n".join(lines)
    with reading(language or found(text) or FIRST):
        return _record(run((step(lost_letters), *_PAGES, _PRINT), Text(Draft(text), printed=True)))


def _record(text: Text) -> Cleaned:
    record = replace(cleaned(text.draft, bool(text.printed)), asked=text.asked, unfound=text.unfound)
    return replace(record, ends="asked") if text.asked else record
