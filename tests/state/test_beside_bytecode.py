"""What follows from the tool alone is made once; whatever became of it, the answer is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

from weerklank.state import beside_bytecode
from weerklank.state.beside_bytecode import WordTable, keeping_templates, kept_words

WORDS = {"liep": "lopen", "café": "café"}
LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\t"), min_size=1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(beside_bytecode, "folder", lambda: tmp_path)
    return tmp_path


def test_words_are_made_once(folder: Path) -> None:
    made: list[str] = []

    def make() -> dict[str, str]:
        made.append("made")
        return WORDS

    assert kept_words("a", make) == kept_words("a", make) == WORDS
    assert made == ["made"]


@pytest.mark.parametrize("damaged", [b"", b"{", b"i\x01\x00\x00\x00", b"\xff" * 9])
def test_damaged_words_are_made_anew(folder: Path, damaged: bytes) -> None:
    (folder / "a.marshal").write_bytes(damaged)
    assert kept_words("a", lambda: WORDS) == WORDS
    assert kept_words("a", dict) == WORDS


def test_where_nothing_can_be_kept_all_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside_bytecode, "folder", lambda: None)
    assert kept_words("a", lambda: WORDS) == WORDS
    assert keeping_templates(Environment()).bytecode_cache is None


def test_a_template_is_compiled_once_and_anew_where_it_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = Environment.compile

    def counted(made: Environment, source: str, *more: object) -> object:
        compiled.append(source)
        return compile_(made, source, *more)  # type: ignore[call-overload]

    def shown(text: str) -> str:
        return keeping_templates(Environment(loader=DictLoader({"a": text}))).get_template("a").render()

    monkeypatch.setattr(Environment, "compile", counted)
    assert [shown("een"), shown("een"), shown("twee")] == ["een", "een", "twee"]
    assert compiled == ["een", "twee"]


@given(st.dictionaries(LINE, LINE), LINE)
def test_a_table_of_words_says_what_a_dict_of_them_does(words: dict[str, str], other: str) -> None:
    table = WordTable.of(words)
    assert table == words and len(table) == len(words) and sorted(table) == sorted(words)
    assert table.get(other) == words.get(other) and (other in table) == (other in words)
