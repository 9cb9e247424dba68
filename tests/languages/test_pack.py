"""Language packs: plurals, numbers, what a pack must have, and that the code and the packs say the same keys."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.languages import pack as packs
from weerklank.languages.pack import Pack, PackError, interface, pack
from weerklank.theme.words import said

PACKAGE = Path(packs.__file__).parents[1]
NL = pack("nl")
_IN_TEMPLATE = re.compile(r"\b(?:say|prose|sentence)\(\s*\"([a-z_]+\.\w*)\"(\s*~)?")
_KEY = re.compile(r"[a-z_]+\.[a-z_]+")


def made(words: dict[str, packs.Form]) -> Pack:
    return Pack("nl", words, {"essays": "essays"}, (), {})


def test_the_number_chooses_the_form_and_has_its_thousands_apart() -> None:
    assert [NL("count.passages", n=n) for n in (0, 1, 2, 1000)] == [
        "0 passages", "1 passage", "2 passages", "1.000 passages",
    ]  # fmt: skip


def test_an_address_stands_in_words_by_its_name() -> None:
    assert made({"a.b": "zie [{what}](../{/essays}/x.md) {: .c }"})("a.b", what="hier") == (
        "zie [hier](../essays/x.md) {: .c }"
    )


@given(st.text())
def test_a_value_is_never_read_as_words_of_ours(value: str) -> None:
    assert made({"a.b": "<{x}>"})("a.b", x=value) == f"<{value}>"


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(PackError, match="no words for 'a.c'"):
        made({"a.b": "x"})("a.c")
    with pytest.raises(PackError, match="'a.b' wants 'x'"):
        made({"a.b": "{x}"})("a.b")
    with pytest.raises(PackError, match="languages/xx/interface.toml"):
        pack("xx")


def test_a_language_without_an_interface_is_spoken_to_in_the_reference_language() -> None:
    assert interface("nl-BE") is interface("fy") is NL


def test_a_pack_is_held_against_the_whole_one() -> None:
    whole, part = made({"a.b": "{x}", "a.c": "c"}), made({"a.b": "{y}", "a.d": "d"})
    assert list(packs._unlike(part, whole)) == [
        "lacks a.c", "has a.d, which no page says", "'a.b' wants {x}",
    ]  # fmt: skip


def test_plurals_and_addresses_are_checked_at_load() -> None:
    faults = list(packs._faults(made({"a.b": {"one": "x", "many": "y"}, "a.c": "{/elders}"})))
    assert len(faults) == 2 and "'a.b'" in faults[0] and "'/elders'" in faults[1]


def keys_used() -> Iterator[re.Pattern[str]]:
    """The keys that code says; a part that is only known when it runs stands for any."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield from _patterns(_key(node))
    for path in sorted(PACKAGE.glob("theme/**/*.js")):
        yield from said(path.read_text("utf-8"))
    for path in sorted(PACKAGE.rglob("*.jinja")):
        for key, joined in _IN_TEMPLATE.findall(path.read_text("utf-8")):
            yield re.compile(re.escape(key) + (r"[\w-]+" if joined else ""))
    for path in sorted(PACKAGE.glob("theme/**/*.html")):
        yield from (re.compile(f"theme.{name}") for name in re.findall(r"\bsay\.(\w+)", path.read_text("utf-8")))


def _key(node: ast.AST) -> ast.expr | None:
    """What a call of a pack, or of `sentence` with a pack, names as its key, or is kept as `key` for one."""
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "key":
        return node.value
    if not isinstance(node, ast.Call) or not node.args:
        return None
    if ast.unparse(node.func) == "sentence":
        return node.args[1]
    return (
        node.args[0] if re.fullmatch(r"(?:(?:self|collection|config)[._]+)?say|self", ast.unparse(node.func)) else None
    )


def _patterns(key: ast.expr | None) -> Iterator[re.Pattern[str]]:
    if isinstance(key, ast.IfExp):
        yield from (*_patterns(key.body), *_patterns(key.orelse))
    elif isinstance(key, ast.Constant) and _KEY.fullmatch(str(key.value)):
        yield re.compile(re.escape(str(key.value)))
    elif isinstance(key, ast.JoinedStr):
        parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"[\w-]+" for p in key.values)
        yield re.compile("".join(parts))


def test_every_key_that_is_said_is_there_and_every_key_that_is_there_is_said() -> None:
    used = list(keys_used())
    assert len(used) > 200
    for pattern in used:
        assert any(map(pattern.fullmatch, NL.words)), pattern.pattern
    assert [key for key in NL.words if not any(pattern.fullmatch(key) for pattern in used)] == []
