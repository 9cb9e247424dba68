"""The schema of CSL-JSON, written down from the one that citationstyles.org publishes for CSL 1.0.2.

Source: citation-style-language/schema, schemas/input/csl-data.json. Its rules: a list of items, each with `id` and
`type`, no key but the variables below, each of its own kind; names and dates have no other keys either.
"""

from __future__ import annotations

from typing import Any

_TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage"""
_NAMES = """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator"""
_DATES = "accessed available-date event-date issued original-date submitted"
_STRINGS = """abstract annote archive archive_collection archive_location archive-place authority call-number
    citation-key citation-label collection-title container-title container-title-short dimensions division DOI event
    event-title event-place genre ISBN ISSN jurisdiction journalAbbreviation keyword language medium note
    original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place
    references reviewed-genre reviewed-title scale section shortTitle source status title title-short URL version
    volume-title volume-title-short year-suffix"""
_NUMBERS = """chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part printing supplement volume"""

_STRING = {"type": "string"}
_NUMBER = {"type": ["string", "number"]}
_LOOSE = {"type": ["string", "number", "boolean"]}


def _closed(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


_NAME = _closed(
    {
        **dict.fromkeys(
            ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"), _STRING
        ),
        **dict.fromkeys(("comma-suffix", "static-ordering", "parse-names"), _LOOSE),
    }
)
_PARTS = {"type": "array", "items": _NUMBER, "minItems": 1, "maxItems": 3}
_DATE = _closed(
    {
        "date-parts": {"type": "array", "items": _PARTS, "minItems": 1, "maxItems": 2},
        "season": _NUMBER,
        "circa": _LOOSE,
        **dict.fromkeys(("literal", "raw", "edtf"), _STRING),
    }
)
SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": _closed(
        {
            "id": _NUMBER,
            "type": {"enum": _TYPES.split()},
            "categories": {"type": "array", "items": _STRING},
            "custom": {"type": "object"},
            **dict.fromkeys(_NAMES.split(), {"type": "array", "items": _NAME}),
            **dict.fromkeys(_DATES.split(), _DATE),
            **dict.fromkeys(_STRINGS.split(), _STRING),
            **dict.fromkeys(_NUMBERS.split(), _NUMBER),
        },
        required=["type", "id"],
    ),
}
