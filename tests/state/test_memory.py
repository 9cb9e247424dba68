"""What is remembered is given again for the very same objects only, and no longer than it is used."""

from __future__ import annotations

import pytest

from weerklank.model import Unit
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.memory import Memory, mark


def unit(text: str) -> Unit:
    return Unit("p1", "paragraph", text, "1", 0)


def test_of_the_same_objects_the_same_is_made() -> None:
    kept, own = Kept(memory=Memory()), unit("Brood.")
    again = kept.remembered(_pair, own, ("a", own)), kept.remembered(_pair, own, ("a", own))
    assert again[0] is again[1]
    assert kept.remembered(_pair, own, ("b", own)) is not again[0]
    assert kept.remembered(_pair, unit("Brood."), ("a", own)) is not again[0]
    assert NOTHING_KEPT.remembered(_pair, own, ()) is not NOTHING_KEPT.remembered(_pair, own, ())


def _pair(one: Unit, other: tuple[object, ...]) -> list[object]:
    return [one, other]


def test_words_are_known_by_what_they_say() -> None:
    assert mark(("".join(["br", "ood"]), b"a", frozenset("ab"))) == mark(("brood", b"a", frozenset("ba")))
    assert mark(("1", None)) != mark(("1", "None"))


def test_a_record_that_equals_the_last_one_is_the_last_one() -> None:
    kept = Kept(memory=Memory())
    first = kept.same("a", unit("Brood."))
    assert kept.same("a", unit("Brood.")) is first
    other = kept.same("a", unit("Meel."))
    assert other.text == "Meel." and kept.same("a", unit("Meel.")) is other
    assert kept.same("b", unit("Meel.")) is not other


def test_what_a_run_did_not_use_is_forgotten_unless_it_failed_or_learned_nothing() -> None:
    memory = Memory()
    kept = Kept(memory=memory)
    with memory.run():
        kept.same("a", 1), kept.same("b", 2)
    with memory.run():
        kept.same("a", 1)
    assert memory.found("b")
    with pytest.raises(ValueError, match="fault"), memory.run():
        kept.same("c", 3)
        raise ValueError("fault")
    assert memory.found("b") and memory.found("c")
    with memory.run():
        kept.same("a", 4)
    assert memory.found("a") and not memory.found("b") and not memory.found("c")


def test_what_is_remembered_makes_room_for_no_other() -> None:
    """The inputs of what is remembered stay, so that no new object gets the identity of an old one."""
    memory = Memory()
    kept = Kept(memory=memory)
    made = [kept.remembered(_text, unit(str(number))) for number in range(1000)]
    assert made == [str(number) for number in range(1000)]


def _text(one: Unit) -> str:
    return one.text
