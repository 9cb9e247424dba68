"""Two editors' versions of one file are made one by their entries, and nothing of either is lost."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from weerklank.collection.merge_entries import MARK, Merge
from weerklank.collection.three_way import merged_lines, merged_value
from weerklank.collection.yaml_edit import comments

BASE = """---
# yaml-language-server: $schema=x
claim: "Brood is rond."
passages:
  # over de korst
  - {essay: a, stance: for, quote: "Een korst."}
  - {essay: b, stance: for, quote: "Twee korsten."}
  - essay: c
    stance: for
    quote: "Drie korsten."
clash: [1, 3]
examined: [a, b]
---
Wie bakt?
"""
NEW = '  - {essay: d, stance: for, quote: "Vier korsten."}\n'


def merged(base: str, ours: str, theirs: str, name: str = "brood.md") -> tuple[str, list[str]]:
    """The file as it is afterwards, and what is left to choose."""
    merge = Merge("main", "anna", lambda _, one, other: f"{MARK}main\n{one}=======\n{other}>>>>>>> anna\n")
    return merge.file(name, base, ours, theirs), [*merge.changed, *merge.doubts]


def both_ways(base: str, one: str, other: str) -> list[str]:
    """The file whichever side is ours; nothing is left to choose."""
    found = []
    for ours, theirs in ((one, other), (other, one)):
        text, changed = merged(base, ours, theirs)
        assert changed == [] and MARK not in text
        found.append(text)
    return found


def front(text: str) -> Any:
    return yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)


def added(text: str, *entries: str) -> str:
    return text.replace("clash:", "".join(entries) + "clash:")


def test_passages_of_both_are_kept_with_their_comments() -> None:
    other = NEW.replace("essay: d", "essay: e").replace("- {", "- {") + "  # einde\n"
    one = added(BASE, "  # nieuw\n" + NEW).replace("[a, b]", "[a, b, d]")
    for text in both_ways(BASE, one, added(BASE, other).replace("[a, b]", "[a, b, e]")):
        assert [entry["essay"] for entry in front(text)["passages"][:3]] == ["a", "b", "c"]
        assert {entry["essay"] for entry in front(text)["passages"]} == set("abcde")
        assert set(front(text)["examined"]) == {"a", "b", "d", "e"}
        assert {"# over de korst", "# nieuw", "# yaml-language-server: $schema=x"} <= set(
            comments(text.split("---\n")[1])
        )


def test_one_passage_on_both_sides_is_one() -> None:
    for text in both_ways(BASE, added(BASE, NEW), added(BASE, NEW + NEW.replace(": d", ": e"))):
        assert [entry["essay"] for entry in front(text)["passages"]] == list("abcde")


def test_what_one_side_took_away_is_gone_and_clash_counts_anew() -> None:
    one = BASE.replace('  - {essay: b, stance: for, quote: "Twee korsten."}\n', "").replace("[1, 3]", "[1, 2]")
    for text in both_ways(BASE, one, added(BASE, NEW).replace("[1, 3]", "[[1, 3], [3, 4]]")):
        assert [entry["essay"] for entry in front(text)["passages"]] == list("acd")
        assert front(text)["clash"] == [["1", "2"], ["2", "3"]]


def test_two_fields_of_one_passage_are_both_as_they_became() -> None:
    one = BASE.replace("{essay: b, stance: for", "{essay: b, stance: against")
    other = BASE.replace('"Twee korsten."}', '"Twee korsten.", weight: key}  # zie de kop')
    for text in both_ways(BASE, one, other):
        assert front(text)["passages"][1] == {
            "essay": "b",
            "stance": "against",
            "quote": "Twee korsten.",
            "weight": "key",
        }
        assert "# zie de kop" in text


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("Brood is rond.", "Brood is vierkant."), ("Brood is rond.", "Brood is plat."), "claim: changed on both"),
        (("a, stance: for", "a, stance: uses"), ("a, stance: for", "a, stance: against"), "stance of the passage “Een"),
        (("clash:", NEW + "clash:"), ("clash:", NEW.replace("for", "uses") + "clash:"), "stance of the passage “Vier"),
        (("[1, 3]", "[]"), ("[1, 3]", "[[1, 2]]"), ""),
        (("Wie bakt?", "Wie bakt hier?"), ("Wie bakt?", "Wie bakt daar?"), "lines of the introduction"),
        (('"Een korst."', '"Een korst is"'), ('"Een korst."', '"En een korst."'), "has other words on each side"),
        (
            ('  - {essay: b, stance: for, quote: "Twee korsten."}\n', ""),
            ("b, stance: for", "b, stance: uses"),
            "the passage “Twee korsten.” of b: taken away on one side and changed on the other",
        ),
    ],
)
def test_what_both_changed_is_left_to_the_editor(one: tuple[str, str], other: tuple[str, str], told: str) -> None:
    ours, theirs = BASE.replace(*one), BASE.replace(*other)
    for versions in ((ours, theirs), (theirs, ours)):
        text, changed = merged(BASE, *versions)
        assert [each for each in changed if told in each][:1] or not told
        for version in versions:
            assert {line for line in version.splitlines() if "clash" not in line} <= set(text.splitlines())
        if MARK in text:
            sides = text.split(MARK)[1].split(">>>>>>> ")[0]
            assert "main (settle)\n" in sides and "=======\n" in sides


def test_lists_of_another_indentation_and_line_ends_merge() -> None:
    other = added(BASE, NEW).replace("\n  ", "\n").replace("\n  stance", "\n  stance")
    text, changed = merged(
        BASE.replace("\n", "\r\n"), added(BASE, NEW.replace(": d", ": e")).replace("\n", "\r\n"), other
    )
    assert changed == [] and text.count("\n") == text.count("\r\n")
    assert [entry["essay"] for entry in front(text.replace("\r\n", "\n"))["passages"]] == list("abced")


def test_a_sidecar_merges_by_its_keys() -> None:
    base = "title: Brood\nrights: {status: unknown}\ndrop:\n  - een\n"
    one = base.replace("unknown}", "permission}") + "  - twee  # zo\n"
    other = base.replace("unknown}", "unknown, basis: brief}").replace("title: Brood\n", "") + "  - drie\n"
    text, changed = merged(base, one, other, "a.yml")
    assert not changed and "# zo" in text
    assert yaml.load(text, Loader=yaml.BaseLoader) == {
        "rights": {"status": "permission", "basis": "brief"},
        "drop": ["een", "twee", "drie"],
    }


def test_takedowns_of_both_sides_stay() -> None:
    assert merged_lines(["a", "# b"], ["a", "# b", "c"], ["# b", "d"]) == ["# b", "c", "d"]


def test_a_version_that_cannot_be_read_is_no_merge() -> None:
    for broken in (BASE.replace("claim: ", "claim: [").replace("---\nWie", "---\nWie"), "niets"):
        with pytest.raises(ValueError, match="one of both versions"):
            merged(BASE, added(BASE, NEW), broken)


STANCES = st.sampled_from(["for", "against"])
SIDES = st.dictionaries(st.tuples(st.sampled_from("ab"), st.sampled_from("klmn")), STANCES, max_size=6)


@st.composite
def files(draw: st.DrawFn) -> tuple[dict[tuple[str, str], str], str]:
    """Passages as data and as a file, each entry in one of the forms that editors write."""
    said = draw(SIDES)
    lines = ""
    for (essay, quote), stance in said.items():
        if draw(st.booleans()):
            lines += f"  # over {essay}{quote}\n" * draw(st.booleans())
            lines += f"  - {{essay: {essay}, stance: {stance}, quote: {quote}}}\n"
        else:
            lines += f"  - essay: {essay}\n    quote: '{quote}'\n    stance: {stance}\n"
    return said, "---\nclaim: x\n" + (f"passages:\n{lines}" if said else "") + "---\n"


@given(files(), files(), files())
def test_the_entries_afterwards_are_the_three_way_set(one: Any, two: Any, three: Any) -> None:
    (base, base_text), (ours, our_text), (theirs, their_text) = one, two, three
    text, _ = merged(base_text, our_text, their_text)
    plain = "".join(line for line in text.splitlines(True) if not line.startswith((MARK, "=======", ">>>>>>> ")))
    found = {(each["essay"], each["quote"]) for each in front(plain).get("passages", [])}
    want = {
        name
        for name in {*base, *ours, *theirs}
        if (name in ours and name in theirs)
        or (name in ours and (name not in base or base[name] != ours[name]))
        or (name in theirs and (name not in base or base[name] != theirs[name]))
    }
    doubtful = {name for name in found - want if name in base}  # only its form or a comment changed: it may stay
    assert want <= found and found - want == doubtful
    assert all((name in ours) != (name in theirs) for name in doubtful)


@given(*[st.lists(st.sampled_from("abcdef"), unique=True)] * 3)
def test_words_of_a_list_are_the_three_way_set(base: list[str], ours: list[str], theirs: list[str]) -> None:
    found = merged_value("words", base, ours, theirs, [])
    assert isinstance(found, list) and len(found) == len(set(found))
    assert set(found) == {x for x in {*ours, *theirs} if (x in ours and x in theirs) or x not in base}
