"""Pages of tests/cases as the cleaner leaves them: what it reads off, sets aside, and keeps."""

from __future__ import annotations

from weerklank.clean import clean

_TEXTS = {
    "(tekst)": "De pont ging vroeger om het kwartier, en wie haar miste, had tijd om zijn brood te eten en de krant te "
    "lezen.",
    "(vervolg)": "Nu gaat zij op afroep, en wie afroept, krijgt een nummer en een stem die zegt dat er nog zeven "
    "wachtenden zijn.",
    "(slot)": "De veerman zwijgt erover, want hem heeft niemand iets gevraagd, en de krant is al lang uit.",
}
"""What stands for each paragraph of the essay in a case."""
_FIELDS = ("title", "subtitle", "kicker", "authors", "date", "publication")


def outcome(page: str) -> str:
    """A line for each field that was read off and each aside, then the reading text, its paragraphs by their signs."""
    for sign, paragraph in _TEXTS.items():
        page = page.replace(sign, paragraph)
    cleaned = clean(page + "\n", printed=False)
    assert cleaned.ledger.source() == page + "\n"
    said = {field: getattr(cleaned.metadata, field) for field in _FIELDS}
    lines = [f"{field}: {'; '.join(value) if field == 'authors' else value}" for field, value in said.items() if value]
    lines += [f"{aside.kind}: {aside.text}" for aside in cleaned.asides]
    text = cleaned.text
    for sign, paragraph in _TEXTS.items():
        text = text.replace(paragraph, sign)
    return "\n".join([*lines, text])
