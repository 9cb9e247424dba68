"""Marks nest and cut each other as they must, and the words between the tags stay the author's."""

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from weerklank.markup.markdown import escape
from weerklank.model import Passage
from weerklank.pages.marks import Sign, marked


def passage(name: str, start: int, end: int, text: str) -> Passage:
    return Passage(name, "brood", "brood", "p1", start, end, text[start:end], "for")


def tree(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(f"<p>{markup}</p>")


def test_a_passage_is_marked() -> None:
    text = "De bakker slaapt uit."
    out = marked(text, [passage("brood-1", 3, 16, text)])
    assert out == (
        'De <mark id="brood-1" class="wk-mark wk-for" data-passage="brood-1" data-argument="brood" data-stance="for">'
        "bakker slaapt</mark> uit."
    )


def test_weight_and_voice_are_told_where_they_say_something() -> None:
    text = "De bakker slaapt uit."
    key = replace(passage("brood-1", 3, 9, text), key=True)
    ironic = replace(passage("brood-2", 10, 16, text), stance="uses", voice="ironic")
    first, second = tree(marked(text, [key, ironic])).iter("mark")
    assert (first.get("data-weight"), first.get("data-voice")) == ("key", None)
    assert (second.get("data-weight"), second.get("data-voice")) == (None, "ironic")
    assert (second.get("data-stance"), second.get("class")) == ("uses", "wk-mark wk-uses")


def test_a_passage_cut_by_another_has_two_marks_and_one_id() -> None:
    text = "een twee drie vier"
    found = tree(marked(text, [passage("x-1", 0, 13, text), passage("x-2", 4, 18, text)]))
    marks = [(m.get("data-passage"), m.get("id")) for m in found.iter("mark")]
    assert marks == [("x-1", "x-1"), ("x-2", "x-2"), ("x-2", None)]


def test_the_same_words_under_two_arguments_nest() -> None:
    text = "een twee"
    found = tree(marked(text, [passage("x-1", 0, 8, text), passage("x-2", 0, 8, text)]))
    assert found.xpath("./mark/mark/@id") == ["x-2"]


def test_an_item_shows_only_its_own_stretch() -> None:
    text = "- wit\n- bruin"
    one = passage("x-1", 2, 13, text)
    assert tree(marked("wit", [one], (), 2)).xpath("./mark/@id") == ["x-1"]
    second = tree(marked("bruin", [one], (), 8))
    assert second.xpath("./mark/@id") == []
    assert second.xpath("./mark/text()") == ["bruin"]


def test_a_sign_stands_after_its_word() -> None:
    assert marked("te zijn nu", [], [Sign(7, escape("°"))]) == "te zijn° nu"


@given(st.text("abc <&*", min_size=1, max_size=20), st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=5))
def test_any_passages_leave_the_words_and_mark_exactly_theirs(text: str, places: list[tuple[float, float]]) -> None:
    passages = []
    for number, pair in enumerate(places):
        start, end = sorted(round(share * len(text)) for share in pair)
        if start < end:
            passages.append(passage(f"x-{number}", start, end, text))
    passages.sort(key=lambda p: (p.start, -p.end, p.id))
    found = tree(marked(text, passages))
    assert re.sub(r"\s", " ", found.text_content()) == re.sub(r"\s", " ", text)
    for each in passages:
        stretches = [m.text_content() for m in found.iter("mark") if m.get("data-passage") == each.id]
        assert "".join(stretches) == each.quote
        assert len(found.xpath(f".//mark[@id='{each.id}']")) == 1


def test_a_sign_stands_behind_a_word_also_where_the_repair_left_nothing() -> None:
    pages = [path.read_text("utf-8") for path in (Path(__file__).parents[2] / "docs/essays").rglob("*.md")]
    signs = [page[at - 1] for page in pages for at in (m.start() for m in re.finditer('<a class="wk-sign"', page))]
    assert signs
    assert not any(before.isspace() for before in signs)
