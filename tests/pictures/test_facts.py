"""Every picture's facts, read from its own elements, equal the published data; also of 60 texts and 40 arguments."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.pages.collection import made
from tests.pictures.large import collection, tree
from weerklank.model import STANCES, Collection, CollectionConfig, Passage, Withdrawn
from weerklank.pages import arguments_index as matrix
from weerklank.pages import essay, overview
from weerklank.pages.data import collection_json
from weerklank.pictures.opponents import MOST
from weerklank.pictures.strip import strip

Voices = set[tuple[str, str, str]]
SIZES = {
    "small": made().collection,
    "large": collection(60, 40),
    "one": collection(1, 3),
    "undated": collection(3, 2, 1),
}


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def shown(size: str) -> Collection:
    return SIZES[size]


@pytest.fixture
def drawn(size: str) -> Any:
    return _drawn(size)


@cache
def _drawn(size: str) -> Any:
    return tree(overview.page(SIZES[size]))


def data(collection: Collection) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(collection_json(collection))
    return found


def voices(collection: Collection) -> Voices:
    """Who takes which stance on what: a text is one voice, however many passages it gives an argument."""
    return {(p["essay"], a["id"], p["stance"]) for a in data(collection)["arguments"] for p in a["passages"]}


def clashes(collection: Collection) -> set[tuple[str, str, str]]:
    """Every text that is for an argument with every other that is against it, and the argument."""
    found = voices(collection)
    return {
        (one, other, argument)
        for one, argument, stance in found
        for other, about, facing in found
        if (about, stance, facing) == (argument, "for", "against") and one != other
    }


def test_the_matrix_shows_each_voice_and_tells_nothing_found_from_not_yet_read(shown: Collection, drawn: Any) -> None:
    table = drawn.find(".//table")
    figures = table.xpath(".//svg[@data-stance]")
    found = {(s.get("data-essay"), s.get("data-argument"), s.get("data-stance")) for s in figures}
    assert len(figures) == len(found)
    assert found == voices(shown)
    examined = {(slug, a.id) for a in shown.arguments for slug in a.examined}
    silent = {(s.get("data-essay"), s.get("data-argument")): s for s in table.xpath(".//svg[@data-state]")}
    assert len(silent) + len({key[:2] for key in found}) == len(shown.essays) * len(shown.arguments)
    for key, figure in silent.items():
        assert figure.get("data-state") == ("nothing" if key in examined else "unread")
        assert figure.getnext().text == ("niets gevonden" if key in examined else "nog niet gelezen")


def test_each_figure_of_the_matrix_is_a_link_named_in_words(shown: Collection, drawn: Any) -> None:
    passages = shown.passages
    for link in drawn.xpath("//table//a[svg]"):
        (figure,) = link
        passage = passages[link.get("href").rpartition("#")[2]]
        assert (passage.essay, passage.argument, passage.stance) == tuple(
            figure.get(f"data-{name}") for name in ("essay", "argument", "stance")
        )
        assert link.get("href") == f"../argumenten/{passage.argument}/#{passage.id}"
        told = (passage.essay, passage.argument, passage.stance)
        own = sum((p.essay, p.argument, p.stance) == told for p in passages.values())
        word = {"for": "voor", "against": "tegen", "nuance": "nuance"}[passage.stance]
        assert link.get("title").startswith(f"{word}, {own} passage")


def test_a_stance_has_a_shape_of_its_own(drawn: Any) -> None:
    shapes = {(e.get("class"), e.tag) for e in drawn.xpath("//*[contains(@class, 'wk-shape')]")}
    assert shapes <= {
        ("wk-shape wk-for", "circle"),
        ("wk-shape wk-against", "rect"),
        ("wk-shape wk-nuance", "path"),
        ("wk-shape wk-uses", "circle"),
    }


def test_the_timeline_shows_each_position_and_each_date(shown: Collection, drawn: Any) -> None:
    timeline = drawn.xpath("//*[@aria-label='Tijdlijn']")[0]
    found = [
        (link.get("data-essay"), link.get("data-argument"), figure.get("data-stance"))
        for link in timeline.xpath(".//a[@data-argument]")
        for figure in link.xpath("./*[@data-stance]")
    ]
    assert len(found) == len(set(found))
    assert set(found) == voices(shown)
    texts = timeline.xpath(".//a[@data-essay][not(@data-argument)]")
    dates = {a.get("data-essay"): (a.get("data-date"), "data-approximate" in a.attrib) for a in texts}
    assert dates == {e.slug: (e.date, e.approximate) for e in shown.essays}
    tops = [float(a.find("text").get("y")) for a in texts]
    assert tops == sorted(tops)
    assert len(timeline.xpath(".//circle[contains(@class, 'wk-moment')]")) == sum(bool(e.date) for e in shown.essays)


def test_the_table_of_opponents_shows_who_is_for_what_another_is_against(shown: Collection, drawn: Any) -> None:
    tables = drawn.xpath("//*[@aria-label='Wie is het met wie oneens?']/table")
    wanted = clashes(shown)
    assert len(tables) == bool(wanted)
    for table in tables:
        slug = {cell: cell.find(".//a").get("href").split("/")[-2] for cell in table.xpath(".//th[span]")}
        columns = [slug[cell] for cell in table.xpath("./thead/tr/th[span]")]
        rows = {slug[row.find("th")]: row.findall("td") for row in table.xpath("./tbody/tr")}
        found = {
            (one, other, link.get("href").split("/")[-2])
            for one, cells in rows.items()
            for other, cell in zip(columns, cells, strict=True)
            for link in cell.findall("a")
        }
        assert found == {each for each in wanted if each[0] in rows and each[1] in columns}
        for side, texts in ((0, list(rows)), (1, columns)):
            often = Counter(each[side] for each in wanted)
            sharpest = sorted((e.slug for e in shown.essays if e.slug in often), key=lambda slug: -often[slug])[:MOST]
            assert set(texts) == set(sharpest), "of texts that clash equally often the first"
        names = drawn.xpath("//ol[contains(@class, 'wk-names')]/li/a/@href")
        assert all(link.get("href") == names[int(link.text) - 1] for link in table.xpath(".//td/a"))


def test_of_texts_that_clash_equally_often_the_table_of_opponents_takes_the_first() -> None:
    texts = collection(30, 1)
    passages = tuple(
        Passage(f"p-{n}", texts.arguments[0].id, essay.slug, "p1", 0, 5, "woord", ("for", "against")[n % 2])
        for n, essay in enumerate(texts.essays)
    )
    level = replace(texts, arguments=(replace(texts.arguments[0], passages=passages),))
    (table,) = tree(overview.page(level)).xpath("//*[@aria-label='Wie is het met wie oneens?']/table")
    rows, columns = ([cell.text for cell in table.xpath(path)] for path in ("./tbody//th//a", "./thead//th//a"))
    assert rows == [essay.title for essay in texts.essays[0::2][:MOST]]
    assert columns == [essay.title for essay in texts.essays[1::2][:MOST]]


def test_the_strip_shows_each_passage_where_it_stands(shown: Collection) -> None:
    for number, text in enumerate(shown.essays[:9]):
        lines = tree(essay.page(text, number, shown)).xpath("//div[contains(@class, 'wk-strip')]//a")
        own = {p.id: p for p in shown.passages.values() if p.essay == text.slug}
        assert {a.get("data-of"): a.get("data-stance") for a in lines} == {p.id: p.stance for p in own.values()}
        before = {u.id: sum(len(v.text.split()) for v in text.units[:n]) for n, u in enumerate(text.units)}
        for link in lines:
            passage = own[link.get("data-of")]
            begin = before[passage.unit] + len(text.unit(passage.unit).text[: passage.start].split())
            assert link.get("href") == f"#{passage.id}"
            assert link.get("tabindex") == "-1"
            at = float(link.find("rect").get("x").rstrip("%"))
            assert at == pytest.approx(100 * begin / text.words, abs=1.3)


def test_the_csv_holds_the_same(shown: Collection) -> None:
    written = matrix.matrix_csv(shown)
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    assert written.count("\r\n") == written.count("\n") == len(rows) + 1
    known = {(slug, a.id) for a in shown.arguments for slug in (*a.examined, *(p.essay for p in a.passages))}
    assert [(r["essay"], r["argument"]) for r in rows] == [
        (e.slug, a.id) for a in shown.arguments for e in shown.essays if (e.slug, a.id) in known
    ]
    assert {r[s] for r in rows for s in STANCES} <= {"0", "1"}
    assert {(r["essay"], r["argument"], s) for r in rows for s in STANCES if r[s] == "1"} == voices(shown)
    examined = {(r["essay"], r["argument"]) for r in rows if r["examined"] == "yes"}
    assert examined == {(slug, a.id) for a in shown.arguments for slug in a.examined}
    silent = [r for r in rows if {r[s] for s in STANCES} == {"0"}]
    assert all(r["state"] == "nothing" and r["examined"] == "yes" for r in silent)


def test_the_matrix_of_many_texts_holds_what_was_found_and_counts_the_rest() -> None:
    many = collection(80, 6)
    many = replace(many, arguments=(replace(many.arguments[0], examined=("tekst-0",)), *many.arguments[1:]))
    table = tree(overview.page(many)).find(".//table")
    figures = table.xpath(".//svg")
    found = {(s.get("data-essay"), s.get("data-argument"), s.get("data-stance")) for s in figures}
    assert len(figures) == len(found) and found == voices(many)
    rows = {row.find(".//th//a").get("href"): row for row in table.xpath(".//tr[td]")}
    for argument in many.arguments:
        spoken = {p.essay for p in argument.passages}
        nothing = sum(essay.slug in {*argument.examined} - spoken for essay in many.essays)
        told = [(nothing, "niets gevonden"), (len(many.essays) - len(spoken) - nothing, "nog niet gelezen")]
        counts = rows[f"../argumenten/{argument.id}/"].find(".//span[@class='wk-counts']").text
        assert counts == ", ".join(f"{n} {words}" for n, words in told if n)
    words = tree(matrix.page(many)).find(".//table")
    assert len(words.xpath(".//td//a")) == len(voices(many)) and "nog niet gelezen" not in words.text_content()


def test_the_strip_is_light_also_with_forty_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    large = SIZES["large"]
    heaviest = max(large.essays, key=lambda e: sum(p.essay == e.slug for p in large.passages.values()))
    whole = essay.page(heaviest, 0, large)
    monkeypatch.setattr(essay, "strip", lambda *_: "")
    assert len(gzip.compress(whole.encode())) - len(gzip.compress(essay.page(heaviest, 0, large).encode())) < 2048


def test_each_build_draws_the_same() -> None:
    assert overview.page(collection(20, 12)) == overview.page(collection(20, 12))


def test_nothing_to_draw() -> None:
    empty = Collection(CollectionConfig("Leeg", "nl"), (), ())
    assert "nog geen stellingen" in overview.page(empty)
    assert matrix.matrix_csv(empty).count("\r\n") == 1


def test_a_closed_text_is_named_and_shows_nothing() -> None:
    whole = collection(9, 6)
    closed = whole.essays[0]
    arguments = tuple(
        replace(
            a,
            passages=tuple(p for p in a.passages if p.essay != closed.slug),
            withdrawn=tuple(
                Withdrawn(p.id, p.essay, p.unit, p.stance, "closed") for p in a.passages if p.essay == closed.slug
            ),
        )
        for a in whole.arguments
    )
    essays = (replace(closed, publish="closed", units=()), *whole.essays[1:])
    shown = replace(whole, essays=essays, arguments=arguments)
    page = tree(overview.page(shown))
    withheld = {
        s.get("data-argument") for s in page.xpath(f"//svg[@data-state='withheld'][@data-essay='{closed.slug}']")
    }
    assert withheld == {a.id for a in arguments if a.withdrawn}
    assert withheld
    assert not page.xpath(f"//*[@data-essay='{closed.slug}'][@data-stance or @data-argument][not(@data-state)]")
    assert page.xpath("//*[@aria-label='Wie is het met wie oneens?']")
    assert not page.xpath(f"//*[@aria-label='Wie is het met wie oneens?']//a[contains(@href, '/{closed.slug}/')]")
    assert "niet getoond" in page.xpath("//*[@aria-label='Tijdlijn']")[0].text_content()
    assert strip(essays[0], shown) == ""
    rows = [r for r in csv.DictReader(io.StringIO(matrix.matrix_csv(shown))) if r["essay"] == closed.slug]
    assert {r["argument"] for r in rows if r["state"] == "withheld" and r["for"] == ""} == withheld
