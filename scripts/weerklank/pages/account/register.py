"""The ledger of one text as JSON (/data/verantwoording/<slug>.json), for who wants to count for himself."""

from __future__ import annotations

import json
from typing import Any

from weerklank.languages.pack import Pack
from weerklank.languages.rule_words import reason
from weerklank.model import Essay, Span
from weerklank.pages.account.withheld import Secret, is_absent, is_private, is_taken_down, secrets
from weerklank.private import masked


def register(say: Pack, essay: Essay) -> str:
    """The ledger, one span a line; what is not shown has None for its words, and only its extent."""
    spans = essay.cleaned.ledger.spans
    head = {
        "seed": essay.seed.stem,
        "file": essay.seed.name,
        "sha256": essay.seed.sha256,
        "publish": essay.publish,
        "length": spans[-1].end if spans else 0,
        "comments": essay.comments,
    }
    rows = [_json(_span(say, span, own)) for span, own in zip(spans, secrets(say, spans), strict=True)]
    return _json(head)[:-1] + ',"spans":[\n' + ",\n".join(rows) + "\n]}\n"


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _span(say: Pack, span: Span, own: tuple[Secret, ...]) -> dict[str, Any]:
    hidden = _why_hidden(span, own)
    return {
        "start": span.start,
        "end": span.end,
        "verdict": span.verdict,
        "rule": span.rule,
        "reason": reason(span.rule, say.code) if span.rule else "",
        "before": None if hidden else span.before,
        "after": masked(say, span.after) if span.verdict in ("set_aside", "metadata") else span.after,
        "to": span.to,
        "detail": span.detail,
        "readings": list(span.readings),
        **({"withheld": hidden} if hidden else {}),
    }


def _why_hidden(span: Span, own: tuple[Secret, ...]) -> str:
    if is_taken_down(span):
        return "takedown"
    if is_private(span.rule):
        return "comments"
    if is_absent(span):
        return "rights"
    return "particulars" if own else ""
