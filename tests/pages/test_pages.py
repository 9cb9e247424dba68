"""What stands on the generated pages, on a small made-up collection."""

import json
import re
from collections.abc import Mapping

import pytest
import yaml
from lxml import html
from markdown import Markdown

from tests.pages.collection import BAKE, OPEN, SEEDS, made, seed
from weerklank.model import ArgumentFile, PassageEntry, Seed
from weerklank.model.errors import InputError

EXTENSIONS = ["attr_list", "md_in_html", "toc", "tables", "fenced_code"]


def page(name: str, pages: Mapping[str, str] | None = None) -> html.HtmlElement:
    text = (pages or made().pages)[name].split("---\n", 2)[2]
    return html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(text), create_parent="main")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_page_says_that_it_is_generated() -> None:
    for name, text in made().pages.items():
        if name.endswith(".md"):
            front = yaml.safe_load(text.split("---\n", 2)[1])
            assert re.search(r"Wijzig niet hier|Neem deze regel weg", front["generated"]), name


def test_without_the_apparatus_the_reading_text_is_left() -> None:
    tree = page("essays/brood-op-zondag.md")
    for element in tree.xpath("//*[@data-apparatus]"):
        element.drop_tree()
    blocks = [(e.get("id"), e.get("data-block"), words(e)) for e in tree.xpath("//*[@data-block]")]
    assert blocks == [
        ("p1", "paragraph", "De bakker hoort op zondag open te zijn. Wie werkt, heeft anders nooit vers brood."),
        ("p2", "paragraph", "Natuurlijk moet ook een bakker slapen. Dat is waar."),
    ]
    assert words(tree) == " ".join(text for _, _, text in blocks)


def test_the_head_says_what_is_known_and_what_is_not() -> None:
    known = words(page("essays/brood-op-zondag.md").find(".//header"))
    assert known.startswith("Brood op zondag Anna de Wit · 3 maart 2019 · 1 minuut lezen")
    unknown = words(page("essays/laat-de-bakker-slapen.md").find(".//header"))
    assert "auteur onbekend · zonder datum" in unknown


def test_beside_a_paragraph_stands_the_others_sentence_with_stance_place_and_link() -> None:
    (beside,) = page("essays/brood-op-zondag.md").xpath("//aside[@data-for='p1']")
    (voice,) = beside.xpath("./*[@data-voice-of='zondag-open-1']")
    assert words(voice) == (
        "Laat de bakker slapen op zondag. ‘Laat de bakker slapen’, zonder datum · "
        "tegen bij ‘De bakker hoort op zondag open te zijn.’ · § 1"
    )
    assert voice.xpath(".//a/@href") == ["../../essays/laat-de-bakker-slapen/#zondag-open-3"]
    (note,) = beside.xpath(".//*[@id='noot-zondag-open-1']")
    assert words(note).startswith("voor De bakker hoort op zondag open te zijn.")
    assert note.xpath(".//li") == [], "nothing is told twice"


def test_what_is_told_elsewhere_on_the_page_is_pointed_at() -> None:
    tree = page("essays/brood-op-zondag.md")
    (beside,) = tree.xpath("//aside[@data-for='p2']")
    assert words(beside.find("p")) == "‘Laat de bakker slapen’ hierover: zie bij § 1."
    assert beside.xpath("./p/a/@href") == ["#p1"]


def test_a_note_leads_back_to_its_passage() -> None:
    tree = page("essays/laat-de-bakker-slapen.md")
    (mark,) = tree.xpath("//mark[@id='zondag-open-3']")
    assert mark.attrib["data-stance"] == "against"
    assert tree.xpath("//*[@id='noot-zondag-open-3']//a[@href='#zondag-open-3']")


def test_the_argument_page_has_the_passages_by_stance_in_their_sentence() -> None:
    tree = page("argumenten/zondag-open.md")
    (top,) = tree.xpath("//*[@data-argument-page='zondag-open']")
    assert [words(h) for h in top.iter("h2")] == [
        "Botsingen",
        "Voor 1 tekst",
        "Tegen 1 tekst",
        "Nuance 1 tekst",
        "Verwante stellingen",
    ]
    cards = top.xpath(".//*[@data-quote]")
    assert [words(c.find(".//mark")) for c in cards] == [
        p.quote for p in made().collection.arguments[1].passages[::2]
    ] + ["Natuurlijk moet ook een bakker slapen"]
    assert words(cards[2].find(".//blockquote")) == "Natuurlijk moet ook een bakker slapen."
    assert cards[0].xpath(".//a/@href") == ["../../essays/brood-op-zondag/#zondag-open-1"]


def test_the_introduction_is_markdown_without_raw_html() -> None:
    tree = page("argumenten/zondag-open.md")
    assert [words(e) for e in tree.iter("em")] == ["vers"]
    assert "<b>Let op.</b>" in words(tree)


def test_related_arguments_say_how_and_lead_both_ways() -> None:
    assert (
        "- [Wie vers brood wil, kan het zelf bakken](zelf-bakken.md): wat wie"
        in made().pages["argumenten/zondag-open.md"]
    )
    back = "- [De bakker hoort op zondag open te zijn](zondag-open.md): daar staat over deze stelling: wat wie dicht is"
    assert back in made().pages["argumenten/zelf-bakken.md"]


def test_the_table_tells_nothing_found_from_not_yet_read() -> None:
    tree = page("argumenten/index.md")
    rows = {words(r.find("th")): [words(c) for c in r.iter("td")] for r in tree.xpath("//tbody/tr")}
    assert rows == {
        "Wie vers brood wil, kan het zelf bakken.": ["nog niet gelezen", "voor"],
        "De bakker hoort op zondag open te zijn.": ["voor nuance", "tegen"],
    }
    read = made(ArgumentFile("a-b", "Brood is gezond.", "", examined=("brood-op-zondag",)))
    (row,) = page("argumenten/index.md", read.pages).xpath("//tbody/tr")
    assert [words(c) for c in row.iter("td")] == ["niets gevonden", "nog niet gelezen"]


def test_authors_have_a_page_and_texts_of_nobody_have_none() -> None:
    """Two texts that name no author are not by one person: they are listed, and their bylines lead nowhere."""
    old = "auteurs/auteur-onbekend.md"  # its own card is named there
    third = seed("c_derde", "Brood is op\n\nWie te laat komt, vindt geen brood. Zo gaat dat.")
    pages = made(seeds=(*SEEDS, third)).pages
    assert "<h1>Anna de Wit</h1>" in pages["auteurs/anna-de-wit.md"]
    nobodys = pages["auteurs/index.md"].partition("## Zonder naam")[2]
    assert "[Laat de bakker slapen](" in nobodys and "[Brood is op](" in nobodys and "Brood op zondag" not in nobodys
    assert [name for name in pages if "auteur-onbekend" in pages[name] and name.endswith(".md")] == [old]
    assert "\nleads_to: ../#zonder-naam\n" in pages[old]
    alone = ArgumentFile("a-b", "Brood is gezond.", "")
    assert old not in made(alone, seeds=SEEDS[:1]).pages


def test_the_account_lists_what_was_read_off_with_its_rule() -> None:
    text = words(page("verantwoording/brood-op-zondag.md"))
    assert "3 maart 2019↵ gelezen als datum: 2019-03-03 regel met datum en plaats: Een regel die zegt" in text
    assert re.search(r"sha256 ?[0-9a-f]{64}", text)


def test_the_data_hold_essays_and_passages() -> None:
    data = json.loads(made().pages["data/collection.json"])
    assert data["essays"][0]["blocks"][1] == {
        "id": "p2",
        "kind": "paragraph",
        "text": "Natuurlijk moet ook een bakker slapen. Dat is waar.",
    }
    assert data["arguments"][1]["passages"][0] == {
        "id": "zondag-open-1",
        "essay": "brood-op-zondag",
        "block": "p1",
        "stance": "for",
        "weight": None,
        "voice": "own",
        "speaker": None,
        "quote": "De bakker hoort op zondag open te zijn.",
        "url": "essays/brood-op-zondag/#zondag-open-1",
    }


def test_a_note_says_where_one_is_in_the_argument() -> None:
    (note,) = page("essays/laat-de-bakker-slapen.md").xpath("//*[@id='noot-zondag-open-3']")
    (along,) = note.xpath(".//p[@class='wk-along']")
    assert words(along) == "passage 3 van 3 bij deze stelling vorige"
    assert along.xpath("./a[@rel='prev']/@href") == ["../../essays/brood-op-zondag/#zondag-open-2"]


def test_the_whole_paragraph_is_there_on_demand() -> None:
    (whole,) = page("argumenten/zondag-open.md").xpath("//*[@id='zondag-open-1']//details//blockquote")
    assert words(whole) == "De bakker hoort op zondag open te zijn. Wie werkt, heeft anders nooit vers brood."


def test_previews_find_a_passage_in_its_block_as_a_browser_counts() -> None:
    emoji = Seed("c", "c.txt", b"", "Met plaatje\n\nEen 🍞 is brood. Zo is het.\n\nEn zo blijft het ook.\n")
    claim = ArgumentFile(
        "brood-is", "Brood is brood.", "", entries=(PassageEntry(1, "met-plaatje", "for", "Zo is het."),)
    )
    data = json.loads(made(claim, seeds=(emoji,)).pages["data/essays/met-plaatje.json"])
    found = data["passages"]["brood-is-1"]
    text = data["blocks"][found["block"]]["text"].encode("utf-16-le")
    assert text[2 * found["start"] : 2 * found["end"]].decode("utf-16-le") == "Zo is het."


def test_ids_stay_when_a_passage_comes_before_the_others() -> None:
    first = made()
    early = PassageEntry(9, "brood-op-zondag", "for", "De bakker hoort op zondag open")
    again = made(BAKE, ArgumentFile(OPEN.id, OPEN.claim, "", OPEN.related, (early, *OPEN.entries)), lock=first.lock)
    ids = {p.quote: p.id for p in again.collection.passages.values()}
    assert ids["De bakker hoort op zondag open te zijn."] == "zondag-open-1"
    assert ids["De bakker hoort op zondag open"] == "zondag-open-4"


def test_a_lost_paragraph_stops_the_build_unless_accepted() -> None:
    first = made()
    shorter = SEEDS[0].text.replace("Natuurlijk moet ook een bakker slapen. Dat is waar.\n\n", "")
    seeds = (seed("a_bakker", shorter), SEEDS[1])
    with pytest.raises(InputError, match="published before and gone now: p2"):
        made(BAKE, lock=first.lock, seeds=seeds)


def test_an_endless_paragraph_is_refused() -> None:
    endless = seed("c_lang", "Een titel\n\n" + "Zo gaat het maar door en door. " * 8_000)
    with pytest.raises(InputError, match=r"seeds/c_lang.txt: p1: a block of .* put blank lines between"):
        made(seeds=(*SEEDS, endless))


def test_two_texts_with_one_slug_are_refused() -> None:
    with pytest.raises(InputError, match="would have the page /essays/brood-op-zondag/, which seeds/a_bakker.txt has"):
        made(seeds=(SEEDS[0], seed("b", SEEDS[0].text)))


def test_the_home_page_shows_two_passages_that_face_each_other() -> None:
    (example,) = page("index.md").xpath(".//section[@class='wk-band']")
    assert example.xpath(".//a/@href")[0] == "argumenten/zondag-open/"
    faced = ["De bakker hoort op zondag open te zijn.", "Laat de bakker slapen op zondag."]
    assert [words(quote) for quote in example.xpath(".//blockquote")] == faced


def test_the_home_page_has_no_example_where_nobody_disagrees() -> None:
    assert "wk-band" not in made(BAKE).pages["index.md"]


def test_a_claim_name_or_title_takes_no_id_of_the_page() -> None:
    """The page itself has `inhoud`, an argument's pairs have `tegenover`; two of one id stop the build."""
    claims = [ArgumentFile("a", "Inhoud", ""), ArgumentFile("b", "Tegenover.", "")]
    text = SEEDS[0].text.replace("Anna de Wit", "Inhoud")
    pages = made(*claims, seeds=(seed("a_bakker", text),)).pages
    for name in ("argumenten/a.md", "argumenten/b.md", "auteurs/inhoud.md", "index.md"):
        (title,) = page(name, pages).iter("h1")
        assert title.get("id") in (None, "stelling")
