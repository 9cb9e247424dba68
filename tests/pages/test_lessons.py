"""The pages of lessons: what is read with its numbers, what may not be shown, and where a range begins in its text."""

from __future__ import annotations

from dataclasses import replace

from tests.classroom.lesson import CLAIM, LESSON, ONE, OTHER, collection
from weerklank.model import Collection
from weerklank.pages import essay as essay_page
from weerklank.pages.lessons import pages


def lesson_page(made: Collection) -> str:
    return pages(made)["lessen/een-les.md"]


def test_a_page_has_all_that_is_read_and_asked() -> None:
    page = lesson_page(collection())
    for words in (
        "Brood &#38; water", "Een *begin*.", "Na deze les kunt u iets noemen.", "brugklas · 30 minuten · 4 haltes",
        "deur in het water", "Wat &#60;b&#62;staat&#60;/b&#62; er?", "Schrijf.", 'href="../../essays/tekst-0/#p2-p3"',
        "van allen", "Titel 0: 6 keer", "Naar de opdracht",
    ):  # fmt: skip
        assert words in page, words
    assert ONE.units[1].text in page
    assert ONE.units[0].text not in page
    assert page.count('class="wk-facet') == 5  # two stances by key passages, a nuance, and the two that clash


def test_every_lesson_has_its_sheets_and_without_questions_no_worksheet() -> None:
    own = "lessen/een-les"
    assert set(pages(collection())) == {
        "lessen/index.md", f"{own}.md", f"{own}/werkblad.md", f"{own}/antwoorden.md", f"{own}/rollen.md",
    }  # fmt: skip
    none = pages(collection(lesson=replace(LESSON, exercises=())))
    assert set(none) == {"lessen/index.md", f"{own}.md", f"{own}/rollen.md"}
    page = none[f"{own}.md"]
    assert page.count("downloads/") == page.count('href="../../downloads/lessen/een-les.pdf"') == 1
    assert "robots: noindex" in pages(collection())[f"{own}/antwoorden.md"]


def test_without_lessons_the_list_says_so() -> None:
    made = replace(collection(), lessons=())
    assert set(pages(made)) == {"lessen/index.md"}
    assert "Er zijn nog geen lessen" in pages(made)["lessen/index.md"]


def test_what_may_not_be_shown_is_said_and_not_shown() -> None:
    closed = replace(ONE, units=(), publish="closed", work_words=99)
    gone = replace(CLAIM, passages=tuple(p for p in CLAIM.passages if p.essay == OTHER.slug))
    page = lesson_page(replace(collection(closed, OTHER), arguments=(gone,)))
    assert "Deze tekst staat hier niet: de redactie toont hem niet." in page
    removed = replace(collection(OTHER, removed=("tekst-0",)), arguments=(gone,))
    page = lesson_page(removed)
    assert "Deze tekst staat hier niet: op verzoek verwijderd." in page
    assert "essays/tekst-0" not in page
    assert "Bij deze stelling staan geen twee passages tegenover elkaar." in page


def test_a_text_has_a_place_for_each_range_that_a_lesson_links_to() -> None:
    page = essay_page.page(ONE, 0, collection())
    assert page.count('id="p2-p3"') == 1
    assert 0 < page.index("§ 2</a>") - page.index('id="p2-p3"') < 200


def test_a_sheet_for_each_hand_with_its_own_passages() -> None:
    sheets = pages(collection())["lessen/een-les/rollen.md"]
    assert sheets.count('class="wk-role"') == 2
    anna, bram = sheets.split("U bent Anna Bakker")[1].split("U bent Bram Dekker")
    assert "Voor de stelling" in anna
    assert "Tegen de stelling" in bram
    assert CLAIM.passages[1].quote not in anna
