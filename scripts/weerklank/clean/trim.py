"""From both ends inward: comments, then foot, then head."""

from __future__ import annotations

from weerklank.clean.comments import cut_comments
from weerklank.clean.draft import Draft
from weerklank.clean.foot import trim_foot
from weerklank.clean.head import trim_head


def trim_ends(draft: Draft) -> Draft:
    """Take off residue and what the text says of itself, at both ends: once. `clean` comes back for the rest."""
    for trim in (cut_comments, trim_foot, trim_head):
        draft = trim(draft)
    return draft
