"""The map of claims and the list beside it: by question, most in dispute first, and what supports what."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from tests.pages.collection import BAKE, OPEN, made
from tests.pages.test_pages import words
from weerklank.markup.markdown import Html
from weerklank.model import Collection, Question, Related
from weerklank.pictures.claims import by_question, claims, edges, listing


def asked(*questions: Question, type_: str = "reason-against") -> Collection:
    related = (Related("zelf-bakken", "laat zien dat het kan", type_),)  # type: ignore[arg-type]
    collection = made(BAKE, replace(OPEN, related=related)).collection
    return replace(collection, config=replace(collection.config, questions=questions))


def order(collection: Collection) -> list[tuple[str | None, list[str]]]:
    return [(question.id if question else None, [a.id for _, a in own]) for question, own in by_question(collection)]


def tree(markup: Html) -> html.HtmlElement:
    return html.fromstring(str(markup))


def test_claims_stand_by_question_and_the_rest_after_them() -> None:
    one = Question("bakken", "Wie bakt er?", ("zelf-bakken",))
    assert order(asked(one)) == [("bakken", ["zelf-bakken"]), (None, ["zondag-open"])]
    both = Question("brood", "Wat voor brood?", ("zelf-bakken", "zondag-open"))
    assert order(asked(both, one)) == [("brood", ["zondag-open", "zelf-bakken"])]  # the disputed one first, each once
    assert order(asked()) == [(None, ["zondag-open", "zelf-bakken"])]


def test_an_arc_leads_from_a_reason_to_its_claim_and_says_so_in_words() -> None:
    drawn = tree(claims(asked(), "../"))
    (title,) = drawn.xpath("//g[path]/title")
    assert (
        words(title) == "Wie vers brood wil, kan het zelf bakken → pleit tegen: De bakker hoort op zondag open te zijn"
    )
    assert [p.get("class") for p in drawn.xpath("//g[title]/path")] == ["wk-edge wk-attacks", "wk-tip wk-attacks"]
    assert drawn.xpath("//g[@data-argument]//a/@href") == ["../argumenten/zondag-open/", "../argumenten/zelf-bakken/"]


def test_a_mere_reference_is_no_arc() -> None:
    assert edges(asked(type_="see")) == []


def test_the_list_says_the_same() -> None:
    (row,) = tree(listing(asked(), "../")).xpath("/html/body/ul/li | /ul/li | ./li")
    assert words(row).startswith("De bakker hoort op zondag open te zijn.")
    assert words(row).endswith("Ertegen: Wie vers brood wil, kan het zelf bakken. (laat zien dat het kan)")
