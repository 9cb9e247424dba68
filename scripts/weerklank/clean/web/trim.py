"""From both ends inward: comments, then foot, then head; last what is certain in between."""

from __future__ import annotations

from weerklank.clean.ledger.draft import Draft
from weerklank.clean.web.comments import cut_comments
from weerklank.clean.web.contents import trim_contents
from weerklank.clean.web.foot import trim_foot
from weerklank.clean.web.head import trim_head
from weerklank.clean.web.inside import trim_inside


def trim_ends(draft: Draft, closed: bool = False) -> Draft:
    """Take off residue and what the text says of itself, at both ends: once. `clean` comes back for the rest.

    `closed`: an editor said with which words the essay ends, so no rule looks for comments.
    """
    cut = draft if closed else cut_comments(draft)
    return trim_inside(trim_head(trim_contents(trim_foot(cut, below=closed or cut is not draft))))
