"""From both ends inward: comments, then foot, then head, until nothing more goes."""

from __future__ import annotations

from weerklank.clean.comments import cut_comments
from weerklank.clean.draft import Draft
from weerklank.clean.foot import trim_foot
from weerklank.clean.head import trim_head

_ROUNDS = 8


def trim_ends(draft: Draft) -> Draft:
    """Take off residue and what the text says of itself, at both ends.

    One end can come to light only when the other is gone, so it goes on until a round finds nothing;
    that is also what makes cleaning a cleaned text change nothing.
    """
    for _ in range(_ROUNDS):
        before = draft
        for trim in (cut_comments, trim_foot, trim_head):
            draft = trim(draft)
        if draft is before:
            break
    return draft
