"""An accent that a scan read for a trema."""

from __future__ import annotations

import re

from weerklank.clean.ledger.draft import Draft, change
from weerklank.languages.lexicons import LETTERS, spelling

RULE = "accent-for-trema"
_TREMA = str.maketrans("éèêíìîóòôúùûáàâ", "ëëëïïïöööüüüäää")
_SUSPECT = re.compile(f"(?<![{LETTERS}])[{LETTERS}]+(?![{LETTERS}])")
_ACCENT = re.compile("(?<=[aeiouAEIOU])[éèêíìîóòôúùû]")


def accents(draft: Draft) -> Draft:
    """After a vowel an accent becomes a trema if the word is unknown and the result is known.

    >>> accents(Draft("nieuwe ideeén")).text
    'nieuwe ideeën'
    """
    if not _ACCENT.search(draft.text):
        return draft
    edits = []
    for match in _SUSPECT.finditer(draft.text):
        word = match.group()
        if not _ACCENT.search(word) or spelling().known(word):
            continue
        better = _ACCENT.sub(lambda accent: accent.group().translate(_TREMA), word)
        if spelling().known(better):
            edits.append(change(match.start(), match.end(), better, RULE))
    return draft.apply(edits)
