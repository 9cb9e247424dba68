"""Reading a lock's JSON back: every value is of the form that we write, or a ValueError says which is not.

Locks are input: someone else may have changed them, and their values become names of files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_SHOWN = 60  # characters of a value that a message repeats


def read_json(text: str, keys: tuple[str, ...]) -> dict[str, Any]:
    """The JSON object in `text`, which has all of `keys`; ValueError where it is not one."""
    try:
        data = json.loads(text)
    except RecursionError:
        raise ValueError("not a lock: nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"not a lock: {error}") from error
    return record(data, "not a lock", keys)


def record(value: object, place: str, keys: tuple[str, ...] = ()) -> dict[str, Any]:
    """`value` as an object that has all of `keys`, and whose own keys can be shown."""
    if not isinstance(value, dict):
        raise _wrong(place, value, "a JSON object")
    if missing := [key for key in keys if key not in value]:
        raise ValueError(f"{place}: has no '{missing[0]}'")
    for key in value:
        if not key.isprintable() or not key or "/" in key:
            raise ValueError(f"{place}: {ascii(key[:_SHOWN])} is no name of a text or an argument")
    return value


def matching(value: object, form: re.Pattern[str], place: str, what: str) -> str:
    """`value` as a string of this form, `what` in words."""
    if not isinstance(value, str) or not form.fullmatch(value):
        raise _wrong(place, value, what)
    return value


def matches(value: object, form: re.Pattern[str], place: str, what: str) -> Iterator[re.Match[str]]:
    """The strings of the list `value`, each as a match of `form`, `what` in words."""
    if not isinstance(value, list):
        raise _wrong(place, value, "a list")
    for each in value:
        match = form.fullmatch(each) if isinstance(each, str) else None
        if match is None:
            raise _wrong(place, each, what)
        yield match


def once(values: tuple[str, ...], place: str) -> tuple[str, ...]:
    """The values, of which none is there twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise ValueError(f"{place}: '{value}' is there twice")
        seen.add(value)
    return values


def _wrong(place: str, value: object, what: str) -> ValueError:
    try:
        said = ascii(value)
    except (RecursionError, ValueError):  # nested, or a number of thousands of digits
        said = type(value).__name__
    return ValueError(f"{place}: {said[:_SHOWN]}{'…' * (len(said) > _SHOWN)} is not {what}")
