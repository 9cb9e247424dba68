"""The page of an argument: which passage of a text comes first, what is folded, and how claims are related."""

from __future__ import annotations

from dataclasses import replace

from tests.pages.collection import BAKE, OPEN, made
from tests.pages.test_pages import page, words
from weerklank.model import PassageEntry, Poles, Related
from weerklank.pages.argument import strongest

MORE = (
    PassageEntry(4, "brood-op-zondag", "for", "Wie werkt, heeft anders nooit vers brood.", key=True),
    PassageEntry(5, "laat-de-bakker-slapen", "against", "Niemand sterft van brood van gisteren.", voice="ironic"),
)
FULL = replace(OPEN, entries=(*OPEN.entries, *MORE), poles=Poles("zondag open", "zondag dicht"))


def test_the_strongest_is_the_key_passage_then_own_words_then_the_longest() -> None:
    (argument,) = (a for a in made(BAKE, FULL).collection.arguments if a.id == OPEN.id)
    one, other = ([p for p in argument.passages if p.stance == stance] for stance in ("for", "against"))
    assert strongest(one).quote == "Wie werkt, heeft anders nooit vers brood."
    assert strongest(other).quote == "Laat de bakker slapen op zondag."
    plain = [replace(p, key=False, voice="own") for p in one]
    assert strongest(plain).quote == max((p.quote for p in one), key=len)


def test_the_rest_of_a_text_is_folded_and_no_name_is_said_twice() -> None:
    (side,) = page("argumenten/zondag-open.md", made(BAKE, FULL).pages).xpath("//section[h2[@id='for']]")
    assert [words(h) for h in side.iter("h2", "h3")][0] == "Voor: zondag open 1 tekst"
    (folded,) = side.xpath("./details[@class='wk-rest']")
    assert words(folded.find("summary")) == "nog 1 van Anna de Wit"
    assert len(folded.xpath("./article[@data-quote]")) == len(side.xpath("./article[@data-quote]")) == 1
    assert [words(p) for p in side.xpath(".//p[@class='wk-source']")] == ["§ 1", "§ 1"]


def test_related_claims_stand_under_what_they_are_to_each_other() -> None:
    typed = replace(OPEN, related=(Related("zelf-bakken", "laat zien dat het kan", "reason-against"),))
    pages = made(BAKE, typed).pages
    assert "### Redenen tegen deze stelling\n\n- [Wie vers brood wil" in pages["argumenten/zondag-open.md"]
    assert "### Waartegen dit een reden is\n\n- [De bakker hoort" in pages["argumenten/zelf-bakken.md"]
