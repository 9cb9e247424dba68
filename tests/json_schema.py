"""JSON Schema for the tests, loaded where one asks: it takes a second, and each process of a run has every test."""

from __future__ import annotations

from typing import Any


def faults(data: object, schema: dict[str, Any]) -> list[str]:
    """In what the data do not fit a schema of draft 7."""
    from jsonschema import Draft7Validator

    return [error.message for error in Draft7Validator(schema).iter_errors(data)]
