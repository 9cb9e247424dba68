"""Blocks of a web page that were not taken: those that are surely the website's own, and the others as a count."""

from __future__ import annotations

from weerklank.languages.pack import Pack
from weerklank.languages.sentences import shorten
from weerklank.markup.markdown import escape, tag
from weerklank.model import Essay
from weerklank.pages.account.account_words import visible
from weerklank.private import masked

_LISTED = 100
_LONGEST = 200


def left_behind(say: Pack, essay: Essay) -> str:
    """What an HTML page had besides the text; words that may be a reader's are not shown."""
    if not essay.seed.set_aside:
        return ""
    own = essay.seed.site_words
    others = len(essay.seed.set_aside) - len(own)
    words = [say("left_behind.blocks", n=len(essay.seed.set_aside))]
    if said := essay.seed.html_metadata and essay.seed.html_metadata.comments:
        words.append(say("left_behind.readers", n=said))
    if others:
        letters = sum(map(len, essay.seed.set_aside)) - sum(map(len, own))
        words.append(say("left_behind.unsure", n=others, letters=letters))
    if own:
        words.append(say("left_behind.site"))
    items = [tag("li", visible(say, shorten(masked(say, each), _LONGEST))) for each in own[:_LISTED]]
    if len(own) > _LISTED:
        items.append(tag("li", escape(say("left_behind.more", n=len(own) - _LISTED))))
    listing = tag("ul", *items, class_="wk-left-behind") if items else ""
    return "\n\n".join(filter(None, [say("left_behind.heading"), escape(" ".join(words)), listing]))
