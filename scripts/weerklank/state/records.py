"""Records (dataclasses of words, numbers, tuples and each other) as JSON, and back."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
Reader = Callable[[Any], Any]


def dump(record: object) -> bytes:
    """A record as JSON: each as a list of its fields in order."""
    return json.dumps(_data(record), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def load(form: type[_T], data: bytes) -> _T:
    """The record of this form that `dump` made the data of; ValueError, TypeError where it is another's."""
    known: Any = form
    made: _T = _reader(known)(json.loads(data.decode("utf-8", "surrogatepass")))
    return made


def _data(value: Any) -> Any:
    if is_dataclass(value):
        return [_data(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, (tuple, list)):
        return [_data(each) for each in value]
    if isinstance(value, dict):
        return {key: _data(each) for key, each in value.items()}
    return value


@cache
def _reader(form: Any) -> Reader:
    """What makes a value of this form of its JSON."""
    if is_dataclass(form):
        return _record_reader(form)
    kind, inner = get_origin(form), get_args(form)
    if kind in (Union, types.UnionType):
        return _optional_reader(inner)
    if kind is tuple and inner[-1] is ...:
        each = _reader(inner[0])
        return tuple if each is _same else lambda data: tuple([each(one) for one in data])
    if kind is tuple:
        readers = [_reader(one) for one in inner]
        return lambda data: tuple([read(one) for read, one in zip(readers, data, strict=True)])
    if kind is dict and inner[0] is str:
        of_values = _reader(inner[1])
        return _same if of_values is _same else lambda data: {key: of_values(each) for key, each in data.items()}
    if form in (str, int, float, bool, type(None)) or kind is Literal:
        return _same
    raise TypeError(f"{form} has no form in JSON here")


def _record_reader(form: Any) -> Reader:
    def read(data: list[Any]) -> Any:
        count, inner = _fields(form)
        if len(data) != count:
            raise ValueError(f"{form.__name__} has {count} fields")
        for at, reader in inner:
            data[at] = reader(data[at])
        return form(*data)

    return read


@cache
def _fields(form: Any) -> tuple[int, list[tuple[int, Reader]]]:
    """How many fields a record has, and what makes those of them that JSON has otherwise; found when it is first
    read, since it may hold others of its own form.
    """
    hints = get_type_hints(form)
    readers = [_reader(hints[each.name]) for each in fields(form)]
    return len(readers), [(at, read) for at, read in enumerate(readers) if read is not _same]


def _optional_reader(inner: tuple[Any, ...]) -> Reader:
    readers = [_reader(each) for each in inner]
    if all(reader is _same for reader in readers):
        return _same
    (reader,) = (each for each in readers if each is not _same)  # of two records JSON does not tell which it is
    return lambda data: None if data is None else reader(data)


def _same(data: Any) -> Any:
    return data
