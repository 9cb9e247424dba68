"""`weerklank languages`: whom each language's folder serves, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from weerklank.languages import known, lacks

_SERVED = (
    ("readers", "a collection's pages"),
    ("texts", "texts, cleaned and searched"),
    ("scans", "scans of print"),
)


def languages_served() -> Iterator[str]:
    """A line for each language, and one for each thing that it does not serve.

    >>> list(languages_served())[-1]
    "nl  Dutch: a collection's pages; texts, cleaned and searched; scans of print"
    """
    for code in known():
        lacking = {served: [part.what for part in lacks(code, served)] for served, _ in _SERVED}
        whole = [words for served, words in _SERVED if not lacking[served]]
        yield f"{code}  {Locale.parse(code).english_name}: {'; '.join(whole) or 'nothing yet'}"
        yield from (f"    not {words}: lacks {'; '.join(lacking[s])}" for s, words in _SERVED if lacking[s])
