"""A claim is in dispute, or is not, by one rule on every page."""

from __future__ import annotations

from dataclasses import replace

from tests.pages.collection import made
from weerklank.annotate.facing import facing, is_clash
from weerklank.pages import argument as argument_page
from weerklank.pages import arguments_index, clashes
from weerklank.pictures.facts import disputed


def test_a_claim_without_a_chosen_pair_is_in_dispute_all_the_same() -> None:
    collection = made().collection
    contested = disputed(collection)
    assert contested
    silent = replace(collection, arguments=tuple(replace(a, clash=()) for a in collection.arguments))
    assert disputed(silent) == contested
    word = collection.say("arguments.disputed")
    assert clashes.page(silent).count(f"; {word}") == len(contested)
    assert arguments_index.page(silent).count(f">{word}</b>") == len(contested)


def test_pairs_of_which_none_is_against_are_called_no_clash() -> None:
    collection = made().collection
    for argument in collection.arguments:
        left = [p for p in argument.passages if p.stance != "against"]
        milder = replace(argument, passages=tuple(left), clash=None)
        for each in (argument, milder):
            pairs = facing(each, collection)
            heading = "clash.title" if any(map(is_clash, pairs)) else "clash.milder"
            assert not pairs or f">{collection.say(heading)}</h2>" in argument_page.page(each, collection)
