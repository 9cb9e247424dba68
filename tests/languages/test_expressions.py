"""An expression that tries few of its alternatives finds what all of them as one find, on any line."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest

from tests.scrapes import scrapes
from weerklank.clean.web.residue import plain
from weerklank.languages.expressions import Expression, Key, needed
from weerklank.languages.rules import Rule, Sign, rules, sign, signs, tongues

_KINDS: tuple[tuple[str, Callable[[re.Pattern[str], str], re.Match[str] | None]], ...] = (
    ("search", re.Pattern.search),
    ("match", re.Pattern.match),
    ("fullmatch", re.Pattern.fullmatch),
)


@lru_cache(maxsize=1)
def _examples() -> tuple[str, ...]:
    """Lines that the rules and signs are known by, lines of pages, and both with something done to them."""
    lines = [line for one in rules() for line in (*one.removes, *one.also, *one.keeps)]
    lines += [line for one in signs().values() for line in (*one.matches, *one.misses)]
    lines += [line for page in scrapes()[::4] for line in page.text.split("\n") if line.strip()][::40]
    return (*lines, *map(plain, lines[::4]), *_changed(lines))


def _changed(lines: list[str]) -> Iterator[str]:
    draw = random.Random(1)
    for line in lines[::9]:
        at = draw.randrange(len(line) + 1)
        yield draw.choice(
            (line.upper(), line.lower(), line[at:], line[:at], line[:at] + draw.choice("-.İıſ\u2028é4 ") + line[at:])
        )


LINES = pytest.mark.parametrize("each", [2, pytest.param(1, marks=pytest.mark.every)], ids=["some", "every"])
"""For a test that takes `each`: it tries every second line, and with `make test-all` every one."""


def _differing(
    expression: Expression, whole: re.Pattern[str], kinds: tuple[str, ...], each: int
) -> list[tuple[str, str]]:
    """The kinds of look-up and the lines on which an expression and the same as of `re` do not agree."""
    return [
        (kind, line)
        for kind, find in _KINDS
        for line in _examples()[::each]
        if kind in kinds and _span(getattr(expression, kind)(line)) != _span(find(whole, line))
    ]


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


@LINES
@pytest.mark.parametrize("one", signs().values(), ids=lambda one: one.name)
def test_a_sign_finds_what_its_alternatives_as_one_find(one: Sign, each: int) -> None:
    whole = re.compile(f"(?:{one.pattern})", re.IGNORECASE)
    assert _differing(sign(one.name), whole, ("search", "match", "fullmatch"), each) == []


@LINES
@pytest.mark.parametrize("one", rules(), ids=lambda one: one.name)
def test_a_rule_knows_what_its_alternatives_as_one_know(one: Rule, each: int) -> None:
    assert _differing(Expression(one.alternatives, 0), re.compile(f"(?:{one.pattern})"), ("fullmatch",), each) == []


@LINES
def test_a_voice_is_heard_where_its_alternatives_as_one_hear_it(each: int) -> None:
    for tongue in tongues():
        for voice in tongue.voices.values():
            whole = re.compile(rf"(?<![\w-])(?:{voice.pattern})(?![\w-])", re.IGNORECASE)
            assert _differing(voice, whole, ("search",), each) == []


def test_all_matches_are_found_and_replaced() -> None:
    words = "op 3 mei geplaatst, laatst gewijzigd, nooit gepubliceerd"
    expression = Expression(["geplaatst", r"\blaatst\b", "gepubliceerd"])
    whole = re.compile(expression.pattern)
    assert [match.span() for match in expression.finditer(words)] == [match.span() for match in whole.finditer(words)]
    assert [match.span() for match in expression.finditer(words, 20, 30)] == [(20, 26)]
    assert expression.sub("", words) == whole.sub("", words)
    assert expression.sub("", "niets") == "niets"


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        ("klant", {Key("klant", False, False)}),
        (r"\bde (?:klant|burger)\b", {Key("klant", True, True), Key("burger", True, True)}),
        ("reacties?", {Key("reactie", False, False)}),
        (r"\A(?:ja|nee)\Z", {Key("ja", True, True), Key("nee", True, True)}),
        (r"(?<![\w-])klant\w*", {Key("klant", True, False)}),
        (r"\d{1,6}", {Key("0", False, False)}),
        (r"(?:klant)?.{3}", set()),
        (r"klant|.*", set()),
        (r"[a-z]+@", set()),
        ("(?!klant)burger", {Key("burger", False, False)}),
        ("(?:klant){2}", {Key("klant", False, False)}),
    ],
)
def test_what_a_text_must_hold(pattern: str, keys: set[Key]) -> None:
    assert needed(pattern) == keys
