"""The canonical form of YAML that the tool itself writes: one way to write each value.

A single word is plain, all else stands in double quotes on one line. A list or mapping of words goes on one line
where it fits, save the lists to which editors add most (`ONE_A_LINE`), so that two editors' additions merge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value]"

ONE_A_LINE = ("passages", "examined", "drop", "keep")
"""Keys whose list has one item a line, and the passages' mappings one key a line."""
WIDTH = 120  # columns; a longer list or mapping is broken over lines, words never are
_WORD = re.compile(r"[^\W_][\w-]*")
_NOT_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}  # what other YAML takes for something else
_ESCAPED = re.compile(
    '[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff"\\\\]'
)
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def scalar(value: str | int | bool) -> str:
    r"""A value on one line.

    >>> scalar("geen-klant"), scalar("Zo: 'ja'"), scalar("no"), scalar("een\ntwee"), scalar(True)
    ('geen-klant', '"Zo: \'ja\'"', '"no"', '"een\\ntwee"', 'true')
    """
    if isinstance(value, (bool, int)):
        return str(value).lower()
    if _WORD.fullmatch(value) and value.lower() not in _NOT_WORDS:
        return value
    return '"' + _ESCAPED.sub(lambda m: _NAMED.get(m[0]) or f"\\u{ord(m[0]):04x}", value) + '"'


def flow(value: Value) -> str:
    """A value on one line, in brackets where it is a list or mapping.

    >>> flow({"id": "geen-klant", "how": "geeft een reden"})
    '{id: geen-klant, how: "geeft een reden"}'
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (str, int)):
        return scalar(value)
    return "[" + ", ".join(map(flow, value)) + "]"


def item(value: Value, column: int, open_: bool = False) -> str:
    """A list's item after its '- ', which stands in `column`; `open_`: a mapping has one key a line."""
    if open_ and isinstance(value, Mapping) and value:
        return _mapping(value, column + 2)
    return _nested(value, column + 2, "")


def pair(key: str, value: Value, column: int) -> str:
    """A key with its value; the key stands in `column`, where further lines begin too."""
    return f"{scalar(key)}:{_after_key(key, value, column)}"


def _mapping(value: Mapping[str, Value], column: int) -> str:
    return f"\n{' ' * column}".join(pair(key, each, column) for key, each in value.items())


def _after_key(key: str, value: Value, column: int) -> str:
    if isinstance(value, (str, int)) or not value or (key not in ONE_A_LINE and _fits(key, value, column)):
        return f" {flow(value)}"
    return _nested(value, column + 2, f"\n{' ' * (column + 2)}", key in ONE_A_LINE)


def _nested(value: Value, column: int, before: str, open_: bool = False) -> str:
    if isinstance(value, (str, int)) or not value or (not before and _fits("", value, column)):
        return flow(value)
    if isinstance(value, Mapping):
        return before + _mapping(value, column)
    return before + f"\n{' ' * column}".join(f"- {item(each, column, open_)}" for each in value)


def _fits(key: str, value: Value, column: int) -> bool:
    """Whether a list or mapping goes on one line: it is short, and at most a list of lists deep."""
    return column + len(key) + 2 + len(flow(value)) <= WIDTH and not any(map(_holds_mapping, _items(value)))


def _holds_mapping(value: Value) -> bool:
    return isinstance(value, Mapping) or any(map(_holds_mapping, _items(value)))


def _items(value: Value) -> list[Value]:
    if isinstance(value, (str, int)):
        return []
    return list(value.values() if isinstance(value, Mapping) else value)
