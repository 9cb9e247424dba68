"""What is seen of a paragraph: its lines, and the marks of whoever wrote it."""

from __future__ import annotations

import textwrap

import pytest

from tests.essays import ESSAYS
from weerklank.clean.web.broken_lines import unbroken
from weerklank.clean.web.page_lines import page_lines
from weerklank.clean.web.speakers import paragraphs
from weerklank.languages.detect import likely


def marks(text: str) -> list[set[str]]:
    page = page_lines(text)
    return [set(one.marks) for one in paragraphs(page, text, ("Roelof Hanekamp",))[0]]


@pytest.mark.parametrize(("width", "gap"), [(50, "\n\n"), (64, "\n\n"), (64, "\n"), (80, "\n")])
def test_lines_broken_by_width_are_one_and_names_stay_apart(width: int, gap: str) -> None:
    parts = [*ESSAYS["(piece)"].split("\n\n")[2:], "Maud Pritchard", "tin_miner: I never sat there.", "Yawn."]
    text = gap.join("\n".join(textwrap.wrap(part, width)) for part in parts)
    assert [line.words for line in unbroken(page_lines(text))] == parts


def test_lines_that_no_width_broke_stay_apart() -> None:
    verse = "\n".join(f"{line},\nof lang of kort," for line in ESSAYS["(stuk)"].split(", ")[:9])
    assert unbroken(page_lines(verse)) == page_lines(verse)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fenna Dijkstra\nIk zat er ook.", "name"),
        ("fenna_55\nIk zat er ook.", "first name"),
        ("Ik zat er ook.\n— Fenna", "first name"),
        ("Ik zat er ook, elke dag, een jaar lang. (Fenna Dijkstra)", "name"),
        ("[Ik zat er ook, elke dag, een jaar lang. — Fenna]", "first name"),
        ("Fenna: Ik zat er ook.", "speaker"),
        ("Fenna Dijkstra – Ik zat er ook.", "full speaker"),
        ("Fenna Dijkstra Helaas is het weg.", "name"),
        ("4 juni 2015 om 20:11\nIk zat er ook.", "time"),
        ("Ik zat er ook.\nReageer", "button"),
        ("🦊🦊\nIk zat er ook.", "stars"),
        ("+7\nIk zat er ook.", "votes"),
        ("Fenna schreef op maandag:\nIk zat er ook.", "says"),
        ("Fenna Dijkstra | 4 juni 2015 | Ik zat er ook.", "cells"),
    ],
)
def test_marks(text: str, found: str) -> None:
    assert found in marks(text)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Roelof Hanekamp\nIk zat er ook.",  # the author
        "Het bankje\nIk zat op het bankje.",  # words of the text
        "Noot: ik zat er ook.",
        "Hij schreef mij later:\nIk zat er ook.",
        "Fenna zei: ‘Ik zat er ook.’",
        "4 juni 2015\n\nIk zat er ook.",  # as in a diary
        "1\n\nIk zat er.\n\n2\n\nIk zat er ook.",
    ],
)
def test_no_marks(text: str) -> None:
    assert marks(text)[-1] - {"label"} == set()


def test_a_language_is_known_by_its_commonest_words() -> None:
    found = [likely(ESSAYS[sign]) for sign in ("(stuk)", "(piece)", "(Text)")]
    assert [each and each.code for each in found] == ["nl", "en", "de"]
