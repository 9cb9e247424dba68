"""What is said of a line: where its words went, by which rule, and why."""

from __future__ import annotations

from collections.abc import Iterator

from weerklank.clean.ledger.source_lines import Line, Piece
from weerklank.clean.web.decisions import KEPT
from weerklank.languages.pack import Pack
from weerklank.languages.rule_words import accounts
from weerklank.languages.rules import Rule
from weerklank.languages.sentences import shorten
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import in_own_language, place_id, sentence
from weerklank.model import Essay, Span
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.withheld import is_private, is_taken_down
from weerklank.private import masked

FIELDS = ("title", "subtitle", "kicker", "authors", "date", "publication", "comments")
ASIDES = ("pull_quote", "caption", "note", "table", "furniture")
_ON_PAGE = ("pull_quote", "caption", "note", "table")  # kinds of asides that the text's page shows
_LONGEST = 600  # characters of an aside as it reads on its own


def acts(piece: Piece) -> bool:
    """Whether something became of this piece that has to be told."""
    span = piece.span
    if span.verdict == "kept":
        return bool(span.readings or span.rule == KEPT) and piece.at == 0
    return span.verdict != "changed" or piece.words != piece.after or span.before == span.after


def is_white(span: Span) -> bool:
    """Whether only spaces and line ends are at stake."""
    if span.readings or is_taken_down(span):
        return False
    if span.verdict == "changed":
        return not (span.before + span.after).strip()
    return span.verdict == "removed" and not span.before.strip()


def outside_text(say: Pack, line: Line, asides: str, essay: Essay) -> Iterator[Html]:
    """Where words went that do not stand in the reading text; `asides` is the address of those set aside."""
    aside = False
    for piece in line.pieces:
        span = piece.span
        begins = piece.at == 0 and bool(span.after)
        if is_taken_down(span):
            yield escape(say("account.taken_down"))
        elif is_private(span.rule):
            yield escape(say("account.counted_not_shown"))
        elif span.verdict == "set_aside" and (begins or not aside):
            aside = True
            yield _aside(say, span, asides, begins, essay)
        elif span.verdict == "metadata" and (piece.words.strip() or piece.at == 0):
            yield _fact(say, span, essay)
        elif span.verdict == "removed" and piece.words.strip():
            yield escape(say("fate.removed"))


def _fact(say: Pack, span: Span, essay: Essay) -> Html:
    if span.detail == "truncated":
        return escape(say("account.breaks_off"))
    field = say(f"field.{span.detail}") if span.detail in FIELDS else span.detail
    words = visible(say, masked(say, span.after))
    if span.detail in ("title", "subtitle", "kicker"):
        words = in_own_language(words, essay)
    return sentence(say, "account.read_as", field=field, words=words)


def _aside(say: Pack, span: Span, asides: str, whole: bool, essay: Essay) -> Html:
    """What an aside is called; where it begins also how it reads on its own, and the way to it."""
    kind = say(f"aside.{span.detail}") if span.detail in ASIDES else span.detail
    shown = tag("a", kind, href=asides) if whole and span.detail in _ON_PAGE else kind
    if not whole or span.after == span.before.strip():
        return sentence(say, "account.set_aside", kind=shown)
    reads = in_own_language(visible(say, shorten(masked(say, span.after), _LONGEST)), essay)
    return sentence(say, "account.set_aside_reads", kind=shown, words=reads)


def reasons(say: Pack, line: Line, rules: str) -> Iterator[Html]:
    """The rules that acted in a line, each with its reason; `rules` is the address of the page about them.

    What only concerns white space, or goes on from the line before, is told by name.
    """
    told: set[str] = set()
    for piece in filter(acts, line.pieces):
        for account in accounts(piece.span.rule, say.code) if piece.span.rule else ():
            if account.name not in told:
                told.add(account.name)
                yield _reason(say, account, piece.at > 0 or is_white(piece.span), rules)
        if piece.span.readings:
            yield escape(say("account.possible", readings=say.either(piece.span.readings)))


def _reason(say: Pack, account: Rule, brief: bool, rules: str) -> Html:
    if brief:
        return tag("abbr", account.label, title=account.reason)
    link = tag("a", account.label, href=f"{rules}#{place_id(say, 'rule', account.name)}")
    return join([link, f": {account.reason}"])
