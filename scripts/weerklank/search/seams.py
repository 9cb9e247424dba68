"""Text with the seams of its compounds marked, so that a part of a word can be found.

Pagefind takes '|' for a break in a word: it indexes the whole and its parts at one place. The
marks stand in the shadow pages only; what readers see is stripped of them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from weerklank.languages.word_knowledge import knowledge
from weerklank.search.document import SearchDocument

SEAM = "|"
_WORD = re.compile(r"[^\W\d_]{6,}")
_ITEM = re.compile(r"(?m)^- ")
_HARMLESS = str.maketrans({SEAM: "¦", "\u00ad": None})


def with_seams(text: str, language: str) -> str:
    """`text` with a mark at each seam; a bar of the text's own becomes '¦', soft hyphens go.

    >>> with_seams("Een klanttevredenheidsonderzoek", "nl")
    'Een klant|tevredenheids|onderzoek'
    """
    split = knowledge(language).split
    return _WORD.sub(lambda match: SEAM.join(split(match[0])), text.translate(_HARMLESS))


def marked(document: SearchDocument) -> SearchDocument:
    """The document with the seams in all of its words marked, and no marks before list items."""
    language = document.spoken
    return replace(
        document,
        title=with_seams(document.title, language),
        authors=tuple(with_seams(author, language) for author in document.authors),
        paragraphs=tuple((name, with_seams(_ITEM.sub("", text), language)) for name, text in document.paragraphs),
    )


def without_seams(text: str) -> str:
    """`text` as readers see it."""
    return text.replace(SEAM, "").replace("¦", SEAM)
