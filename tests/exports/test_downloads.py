"""/downloads/: each file is there, with its size and what it is for, and none holds what may not be shown."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import html

from tests.exports.collection import collection as made_of
from tests.pages.collection import made
from weerklank.build.every_file import pages
from weerklank.exports import downloads
from weerklank.model import Collection


def test_the_page_leads_to_every_file_and_says_how_large_it_is(built_site: Path) -> None:
    page = html.parse(built_site / "downloads/index.html")
    links = page.xpath("//dl[@class='wk-files']//a[@download]")
    named = {f"downloads/{link.get('href')}" for link in links}
    there = {path.relative_to(built_site).as_posix() for path in (built_site / "downloads").rglob("*.*")}
    assert named == there - {"downloads/index.html"}
    assert {name.rpartition(".")[2] for name in named} == {"pdf", "epub", "imscc", "txt", "gift", "zip"}
    for link in links:
        size = (built_site / "downloads" / link.get("href")).stat().st_size
        told = re.search(r"([\d.,]+) (kB|MB)", link.getnext().text_content())
        assert told
        shown = float(told[1].replace(".", "").replace(",", ".")) * (1e3 if told[2] == "kB" else 1e6)
        assert abs(shown - size) <= 0.06 * max(size, 1e4)


def test_a_text_has_its_own_pdf_where_it_is_shown(built_site: Path, collection: dict[str, Any]) -> None:
    for essay in collection["essays"]:
        path = built_site / f"downloads/essays/{essay['slug']}.pdf"
        page = (built_site / essay["url"] / "index.html").read_text("utf-8")
        assert path.is_file() == bool(essay["blocks"]) == (f"downloads/essays/{essay['slug']}.pdf" in page)


def test_a_lesson_has_a_pdf_and_leads_to_it(built: Path, built_english: Path) -> None:
    for root, folder in ((built, "lessen"), (built_english, "lessons")):
        lessons = sorted((root / "seeds/lessons").glob("*.md"))
        assert lessons
        for path in lessons:
            name = f"downloads/{folder}/{path.stem}.pdf"
            assert (root / "site" / name).read_bytes().startswith(b"%PDF")
            own = html.parse(root / f"site/{folder}/{path.stem}/index.html").xpath("//a[@download]/@href")
            assert f"../../{name}" in own


def test_home_and_every_foot_lead_there(built_site: Path) -> None:
    for path in sorted(built_site.rglob("index.html"))[::7]:
        foot = html.parse(path).xpath("//footer//a/@href")
        assert any((path.parent / href).resolve() == (built_site / "downloads").resolve() for href in foot), path
    home = html.parse(built_site / "index.html")
    assert home.xpath("//*[@class='wk-begin']//a[@href='downloads/']")


def test_names_are_those_of_the_files() -> None:
    for found in (made().collection, made_of(["Een", "Twee"], "https://k.example/lees")):
        assert downloads.names(found) == [each.name for each in downloads.downloads(found, pages(found))]


def test_links_are_there_where_the_site_knows_its_address() -> None:
    assert not any("links" in name for name in downloads.names(made().collection))
    assert any("links" in name for name in downloads.names(made_of(["Een"], "https://k.example")))


def test_a_collection_without_texts_has_nothing_to_take_along() -> None:
    found = replace(made().collection, essays=(), arguments=())
    assert downloads.names(found) == []
    assert "Downloads" in downloads.page(found)


def test_more_than_a_book_holds_is_there_by_the_text() -> None:
    found = made().collection
    count = downloads.MOST_WORDS // found.essays[0].words + 1
    many = tuple(replace(found.essays[0], slug=f"tekst-{n}") for n in range(count))
    larger = replace(found, essays=many)
    assert len(downloads.names(larger)) == len(many)
    told = "Alle teksten samen zijn te groot voor één bestand; elke tekst heeft een eigen PDF."
    assert told in downloads.page(larger) and "De hele uitgave" not in downloads.page(larger)
    assert "te groot" not in downloads.page(found)


def test_more_than_a_pdf_holds_is_there_as_a_book_and_by_the_text() -> None:
    found = made().collection
    count = downloads.MOST_SET // found.essays[0].words + 1
    many = replace(found, essays=tuple(replace(found.essays[0], slug=f"tekst-{n}") for n in range(count)))
    whole = [name for name in downloads.names(many) if name.count("/") == 1]
    assert {name.rpartition(".")[2] for name in whole} == {"epub", "imscc"}
    assert all(name.partition("/")[2] in downloads.page(many) for name in whole)
    assert "Alle teksten samen zijn te groot voor één PDF;" in downloads.page(many)
    assert downloads.names(found)[0].endswith(".pdf") and found.essays[0].words * count > downloads.MOST_SET


def test_a_pdf_is_made_of_what_its_page_says() -> None:
    """Then a text whose page did not change keeps its PDF, and nothing is wrong because of it."""
    found = made_of(["Een", "Twee", "Drie"])
    before, after = sources(found), sources(replace(found, dated=None))
    changed = replace(found.essays[1], note="Een andere noot.")
    now = sources(replace(found, essays=(found.essays[0], changed, found.essays[2])))
    names = [downloads.text_name(found.say, essay) for essay in found.essays]
    assert [name for name in names if now[name] != before[name]] == [names[1]]
    assert all(before[name] == after[name] for name in names)


def test_a_lesson_is_made_of_its_own_words_and_those_of_its_texts() -> None:
    found = made_of(["Een", "Twee", "Drie"])
    name = downloads.lesson_name(found.say, found.lessons[0])
    before = sources(found)[name]
    other, own = (replace(found.essays[n], note="Anders.", title="Een andere titel") for n in (2, 0))
    assert sources(replace(found, essays=(*found.essays[:2], other)))[name] == before
    assert sources(replace(found, essays=(own, *found.essays[1:])))[name] != before
    task = replace(found.lessons[0], task="Een andere opdracht.")
    assert sources(replace(found, lessons=(task,)))[name] != before


def sources(found: Collection) -> dict[str, str]:
    return {each.name: each.source for each in downloads.downloads(found, pages(found))}
