"""A finished draft as the record that callers get."""

from __future__ import annotations

from typing import Any, get_args

from weerklank.clean.ledger.draft import Draft
from weerklank.clean.print.mixed_columns import RULE as MIXED
from weerklank.clean.print.scan_quality import Quality, quality
from weerklank.clean.text.structure import blocks
from weerklank.clean.web.meta_line import owner, signed
from weerklank.model import Block, BlockKind, Cleaned, Ledger, Metadata, Span, Uncertain

_RIGHTS = "rights"  # the rule for who has them
_SIGNED = 9  # lines at the end of a letter among which its signature stands, at most
ANOTHER_LANGUAGE = 0.5  # of the words unknown: the worst scans and oldest spellings have under 0.3


def cleaned(draft: Draft, printed: bool) -> Cleaned:
    """The reading text with its blocks, asides, metadata, doubts and ledger."""
    ledger = draft.ledger()
    read = _quality(draft.text) if printed else Quality()
    return Cleaned(
        text=draft.text,
        blocks=blocks(draft.text),
        asides=tuple(_asides(ledger)),
        metadata=_metadata(ledger),
        uncertain=tuple(
            Uncertain(s.after, s.readings, s.rule, s.to, s.to + len(s.after))
            for s in ledger.spans
            if s.readings and s.to is not None
        ),
        ledger=ledger,
        printed=printed,
        unknown=read.share,
        doubtful=read.doubtful if read.poor else (),
        mixed=any(span.readings and MIXED in span.rule.split() for span in ledger.spans),
    )


def _quality(text: str) -> Quality:
    """How much of a scan the word list knows, as far as the scan is in the list's language."""
    read = quality(text)
    return read if read.share < ANOTHER_LANGUAGE else Quality()


def _asides(ledger: Ledger) -> list[Block]:
    kinds: dict[str, BlockKind] = {kind: kind for kind in get_args(BlockKind)}
    return [Block(kinds[s.detail], s.after) for s in ledger.spans if s.verdict == "set_aside" and s.after]


def _metadata(ledger: Ledger) -> Metadata:
    """The fields that metadata spans name. The first span for a field wins; authors add up.

    A bare line below the title and the byline is found when those are gone, as a title again: it is a subtitle.
    """
    said: dict[str, Any] = {}
    authors: list[str] = []
    below: list[str] = []
    for span in ledger.spans:
        if span.verdict != "metadata" or not span.after:
            continue
        if span.detail == "authors":
            authors += [name for name in span.after.split("; ") if name not in authors]
        elif span.detail == "subtitle" or span.detail == "title" in said:
            below.append(span.after)
        else:
            said.setdefault(span.detail, _value(span))
    return Metadata(subtitle=" – ".join(below) or None, authors=tuple(authors or _signers(ledger)), **said)


def _signers(ledger: Ledger) -> set[str]:
    """Who signed the text as a letter; else the one person whose its rights are, as a line below it says."""
    if name := signed(ledger.text().split("\n")[-_SIGNED:]):
        return {name}
    gone = (span.before for span in ledger.spans if span.verdict == "removed" and span.rule == _RIGHTS)
    owners = {name for words in gone for line in words.split("\n") if (name := owner(line.strip()))}
    return owners if len(owners) == 1 else set()


def _value(span: Span) -> str | int | bool:
    if span.detail == "comments":
        return int(span.after)
    return True if span.detail == "truncated" else span.after
