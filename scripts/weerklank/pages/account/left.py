"""The source as it is: each stretch that did not stay as it was marked by what became of it."""

from __future__ import annotations

from collections.abc import Mapping

from weerklank.clean.ledger.repairs import Change
from weerklank.clean.ledger.source_lines import Line, Piece
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.doubt_places import repair_id
from weerklank.pages.account.right import changed
from weerklank.pages.account.withheld import Secret, is_private, is_taken_down

_CLASSES = {"changed": "wk-was", "removed": "wk-gone", "set_aside": "wk-apart", "metadata": "wk-said"}


def left(say: Pack, line: Line, secrets: Mapping[int, tuple[Secret, ...]], repaired: Mapping[int, Change]) -> Html:
    """The words of a line. `secrets` and `repaired` go by the offset of a span in the source."""
    return join([_piece(say, piece, secrets, repaired) for piece in line.pieces])


def _piece(say: Pack, piece: Piece, secrets: Mapping[int, tuple[Secret, ...]], repaired: Mapping[int, Change]) -> Html:
    span = piece.span
    if is_taken_down(span):
        return withheld(say("account.letters_removed", letters=span.end - span.start))
    if span.verdict == "kept" or (span.verdict == "changed" and not changed(piece)):
        return visible(say, piece.words.removesuffix("\n"))
    if is_private(span.rule):
        return (
            withheld(say("account.letters_withheld", letters=len(piece.words))) if piece.words.strip("\n") else Html("")
        )
    name = repair_id(span.start) if piece.at == 0 and span.start in repaired else None
    words = _masked(say, piece, secrets.get(span.start, ()))
    return tag("del", words, class_=_CLASSES[span.verdict], id=name) if piece.words or name else Html("")


def _masked(say: Pack, piece: Piece, own: tuple[Secret, ...]) -> Html:
    """The words of a piece without what must not be shown of them."""
    parts, at, end = list[Html](), piece.at, piece.at + len(piece.words)
    for secret in own:
        if secret.end <= at or secret.start >= end:
            continue
        parts.append(visible(say, piece.words[at - piece.at : max(secret.start, at) - piece.at]))
        parts.append(withheld(secret.instead))
        at = min(secret.end, end)
    return join([*parts, visible(say, piece.words[at - piece.at :])])


def withheld(words: str) -> Html:
    """What is said where the source's words are not shown."""
    return tag("span", escape(words), class_="wk-withheld")
