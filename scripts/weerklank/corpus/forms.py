"""The forms in which records are written: JSON lines, and Parquet where pyarrow is installed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from weerklank.corpus.text_record import Record
from weerklank.model.errors import MachineError

_ROWS = 500  # records that are in memory together
_COUNTED = ("asides", "masked", "ledger", "counts")
_NUMBERS = ("words", "withheld", "comments")
_WORDS = ("path", "sha256", "title", "date", "language", "ends", "text")


def line(data: Any) -> bytes:
    """Data as a line of JSON, in UTF-8; escaped where a file name holds what that cannot say."""
    try:
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":")).encode() + b"\n"


def jsonl(path: Path, records: Iterable[Record]) -> None:
    """A line for each record."""
    with path.open("wb") as file:
        file.writelines(map(line, records))


def parquet(path: Path, records: Iterable[Record]) -> None:
    """A row for each record; what is counted by name is a map."""
    pa, writer = parquet_library()
    counted, names = pa.map_(pa.string(), pa.int64()), pa.list_(pa.string())
    kinds = dict.fromkeys(_WORDS, pa.string()) | dict.fromkeys(_NUMBERS, pa.int64())
    kinds |= dict.fromkeys(_COUNTED, counted) | dict.fromkeys(("also", "authors"), names)
    schema = pa.schema(kinds | {"printed": pa.bool_(), "unknown": pa.float64()})
    waiting = iter(records)
    with writer(path, schema) as file:
        while rows := [_row(record) for record in islice(waiting, _ROWS)]:
            file.write_table(pa.Table.from_pylist(rows, schema))


def parquet_library() -> tuple[Any, Any]:
    """pyarrow, and its writer of files; MachineError where it is not installed."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise MachineError("Parquet needs pyarrow: pip install 'weerklank[corpus]', or use --format jsonl") from None
    return pyarrow, ParquetWriter


def _row(record: Record) -> Record:
    told = {name: list(record[name].items()) for name in _COUNTED}
    return {**record, **told, "path": _sound(record["path"]), "also": [*map(_sound, record["also"])]}


def _sound(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


FORMS: dict[str, Callable[[Path, Iterable[Record]], None]] = {"jsonl": jsonl, "parquet": parquet}
"""What writes records to a file, by the ending of its name."""
