"""A text that breaks off is said to do so."""

from __future__ import annotations

import re

from weerklank.clean.ledger.draft import Draft, metadata

RULE = "breaks-off"
FEWEST_WORDS = 8  # of a paragraph; a shorter one may be a heading or a signature

_CUT = re.compile(r"(?:\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))$")
_ENDS = re.compile(r"[.!?:;…*][\"'’”»)\]]*$|[\"'’”»)\]]$")
_APART = re.compile(r"(?:- |> |\d{1,3}\. )")

OPEN_WORDS = frozenset(
    {"de", "een", "en", "of", "maar", "want", "omdat", "zodat", "terwijl", "te", "der", "den", "des"}
    | {"onze", "deze", "indien", "tijdens", "volgens", "wegens", "vanwege"}
)
"""Words that no sentence ends in."""


def truncation(draft: Draft, printed: bool) -> Draft:
    """Mark the text as truncated where its last paragraph breaks off in the middle of a sentence.

    A scan of print ends every paragraph with a mark; on the web many a last line has none, so
    there only a word that cannot be the last, half a word or a sign of a cut is evidence.

    >>> edits = truncation(Draft("Zij kwamen allen van heinde en verre naar de"), False).ledger()
    >>> [(span.detail, span.after) for span in edits.spans if span.detail]
    [('truncated', 'true')]
    """
    text = draft.text.rstrip()
    last = text[text.rfind("\n\n") + 2 :] if "\n\n" in text else text
    if not _breaks_off(last, printed):
        return draft
    end = len(draft.text)
    return draft.apply([metadata(end, end, "truncated", "true", RULE)])


def _breaks_off(paragraph: str, printed: bool) -> bool:
    """Whether this paragraph, the last of a text, ends inside a sentence."""
    if _CUT.search(paragraph[-8:]):
        return True
    words = paragraph.split()
    if len(words) < FEWEST_WORDS or _APART.match(paragraph) or "\n" in paragraph or _ENDS.search(paragraph[-8:]):
        return False
    last = words[-1]
    return printed or last in OPEN_WORDS or (last[-1] in "-," and last[-2:-1].isalpha())
