"""Blocks of a web page that were not taken: those that are surely the website's own, and the others as a count."""

from __future__ import annotations

from weerklank.languages.nl.interface import count_words, shorten, thousands
from weerklank.markup.markdown import escape, tag
from weerklank.model import Essay
from weerklank.pages.account.account_words import visible
from weerklank.private import masked

_LISTED = 100
_LONGEST = 200


def left_behind(essay: Essay) -> str:
    """What an HTML page had besides the text; words that may be a reader's are not shown."""
    if not essay.seed.set_aside:
        return ""
    own = essay.seed.site_words
    others = len(essay.seed.set_aside) - len(own)
    words = [
        f"{count_words(len(essay.seed.set_aside), 'blok', 'blokken')} van de webpagina "
        f"{'hoort' if len(essay.seed.set_aside) == 1 else 'horen'} niet bij de tekst."
    ]
    if said := essay.seed.html_metadata and essay.seed.html_metadata.comments:
        readers = count_words(said, "reactie van een lezer", "reacties van lezers")
        words.append(f"Daaronder {'is' if said == 1 else 'zijn'} {readers}.")
    if others:
        letters = thousands(sum(map(len, essay.seed.set_aside)) - sum(map(len, own)))
        words.append(
            f"Van {count_words(others, 'blok', 'blokken')} ({letters} tekens) is niet zeker dat er geen woorden van "
            f"lezers in staan; {'dat tonen' if others == 1 else 'die tonen'} wij niet."
        )
    if own:
        words.append("De andere zijn van de website zelf, zoals menu’s:")
    items = [tag("li", visible(shorten(masked(each), _LONGEST))) for each in own[:_LISTED]]
    if len(own) > _LISTED:
        items.append(tag("li", escape(f"en nog {len(own) - _LISTED}.")))
    listing = tag("ul", *items, class_="wk-left-behind") if items else ""
    return "\n\n".join(filter(None, ["## Niet overgenomen van de webpagina", escape(" ".join(words)), listing]))
