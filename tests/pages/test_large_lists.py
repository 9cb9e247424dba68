"""Lists of a large collection are light: what would fill them is told in short."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.copies import EXAMPLE
from tests.pages.collection import BAKE, OPEN, SEEDS
from tests.pictures.large import collection, tree
from weerklank.annotate.anchors import Lock
from weerklank.build.compose import edition
from weerklank.build.every_file import pages
from weerklank.build.inputs import read
from weerklank.build.layout import LaidOut
from weerklank.build.reviewed import reviewed
from weerklank.collection import editions
from weerklank.exports import data_files, downloads
from weerklank.languages.pack import Pack
from weerklank.markup import long_lists
from weerklank.markup.long_lists import by_year
from weerklank.model import Collection, CollectionConfig
from weerklank.model.loss import EVERYTHING
from weerklank.pages import arguments_index, overview
from weerklank.pages.word_pages import word_page, word_pages


@pytest.fixture(scope="module")
def example() -> Collection:
    return read(Path(EXAMPLE), EVERYTHING).edition.collection


@pytest.fixture(scope="module")
def whole(example: Collection) -> Mapping[str, str]:
    return LaidOut(pages(example))


@pytest.fixture(scope="module")
def cut(example: Collection) -> Mapping[str, str]:
    """The pages where every list has more entries than one page takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_lists, "MOST", 1)
        patch.setattr(long_lists, "LINES", 1)
        return LaidOut(pages(example))


def lists(cut: Mapping[str, str], say: Pack) -> dict[str, list[str]]:
    """The files of the parts of each list, by the file of the list."""
    found: dict[str, list[str]] = {}
    for name in cut:
        if own := long_lists.list_of(say, f"{name.removesuffix('/index.md')}.md"):
            found.setdefault(next(iter(LaidOut({own: ""}))), []).append(name)
    return found


def ids(page: str) -> set[str]:
    return {one or other for one, other in re.findall(r'\bid="([^"]+)"|\{:? #([\w-]+)', page)}


def test_a_new_year_changes_no_reviewed_page_of_another(example: Collection, cut: Mapping[str, str]) -> None:
    for own, parts in lists(cut, example.say).items():
        assert "<nav" not in "".join(reviewed(cut[part]) for part in parts) and "<nav" in cut[parts[0]]
        assert "<nav" in reviewed(cut[own]) or own.startswith("woorden/")


def test_each_entry_stands_in_one_part(example: Collection, whole: Mapping[str, str], cut: Mapping[str, str]) -> None:
    say, found = example.say, lists(cut, example.say)
    for folder in ("essays", "account", "lessons", "overview", "words"):
        parts = found[f"{say.at(folder)}/index.md"]
        target = say.at("account" if folder == "account" else "essays")
        link = re.compile(
            rf"\]\((?:\.\./)+([\w-]+)/index\.md\)|<th scope=\"row\"><a href=\"[./]+{target}/([\w-]+)/\"|"
            r"/\" data-essay=\"([\w-]+)\""
        )
        listed = [slug for part in parts for each in link.findall(cut[part]) for slug in each if slug]
        assert sorted(listed) == sorted({*listed}) and {*listed} >= {e.slug for e in example.essays if e.units}, folder
    name = re.compile(r"^- \[(.+?)\]\(\S+\):", re.M)
    assert sorted(each for part in found["auteurs/index.md"] for each in name.findall(cut[part])) == sorted(
        name.findall(whole["auteurs/index.md"])
    )


def test_every_part_leads_to_every_other(example: Collection, cut: Mapping[str, str]) -> None:
    found = lists(cut, example.say)
    assert {"essays/index.md", "woorden/index.md", "auteurs/index.md", "overzicht/index.md"} < set(found)
    assert any(name.startswith("argumenten/") for name in found), "an argument of which more texts speak"
    for own, parts in found.items():
        for name in (own, *parts):
            hrefs = set(re.findall(r'href="([^"#]*/)["#]', cut[name]))
            reached = {posixpath.normpath(posixpath.join(posixpath.dirname(name), href)) for href in hrefs}
            full = {posixpath.dirname(part) for part in parts if not part.endswith("jaar/onbekend/index.md")}
            assert reached >= full, (name, "leads to each part; texts without a date are under their letters")
            current = re.findall(r'<a href="([^"]+)" aria-current="page">', cut[name])
            assert [posixpath.normpath(posixpath.join(posixpath.dirname(name), each)) for each in current] == (
                [] if name == own else [posixpath.dirname(name)]
            )
            assert name == own or posixpath.dirname(own) in reached


def test_links_lead_to_pages_and_places(whole: Mapping[str, str], cut: Mapping[str, str]) -> None:
    known = {posixpath.dirname(name): ids(text) for name, text in cut.items() if name.endswith("index.md")}
    for name in cut:
        if name.endswith(".md") and name not in whole:
            for href, place in re.findall(r'href="((?:\.\./|\w)[^"#:]*/)(?:#([^"]+))?"', cut[name]):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), href)).replace(".", "")
                assert target in known or target == "data", (name, href)
                assert not place or place in known[target], (name, href, place)


def test_what_was_published_still_leads_there(whole: Mapping[str, str], cut: Mapping[str, str]) -> None:
    assert set(whole) <= set(cut)
    gone = {name: lost for name in whole if name.endswith(".md") and (lost := ids(whole[name]) - ids(cut[name]))}
    assert gone == {"overzicht/index.md": {"na-tijdlijn", "nummers"}}, "what only the way past the timeline named"
    for name, page in cut.items():
        for place, href in re.findall(r'<(?:a|li) id="([\w-]+)"(?: |><a )href="(jaar/[^"#]+/)#\1"', page):
            assert place in ids(cut[posixpath.join(posixpath.dirname(name), href, "index.md")])


def test_a_part_that_is_not_made_any_more_leads_to_its_list(monkeypatch: pytest.MonkeyPatch) -> None:
    config, claims, lock = CollectionConfig("Brood", "nl"), (BAKE, OPEN), Lock()
    monkeypatch.setattr(long_lists, "MOST", 1)
    long = edition(config, SEEDS, claims, lock)
    parts = {name for name in long.pages if long_lists.list_of(config.say, name)}
    assert {"essays/jaar/2019.md", "essays/jaar/onbekend.md", "argumenten/zondag-open/jaar/2019.md"} < parts
    monkeypatch.undo()
    dates = editions.load(editions.dump(long.dates))
    short = edition(config, SEEDS, claims, lock, dates=dates)
    assert set(dates.parts) == parts == set(short.dates.parts) and parts <= set(short.pages)
    for name in parts:
        assert "leads_to: ../../\n" in short.pages[name], name
    assert short.pages["essays/index.md"] == edition(config, SEEDS, claims, lock).pages["essays/index.md"]
    with pytest.raises(ValueError, match="parts: "):
        editions.load(editions.dump(long.dates).replace("essays/jaar/2019.md", "../jaar/2019.md"))


def test_a_full_year_leads_to_its_months_and_has_no_entry_of_its_own(
    example: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "MOST", 1)
    texts = tuple(replace(text, date=f"2018-{n:02}-03") for n, text in enumerate(example.essays, 1))
    made = pages(replace(example, essays=texts))
    assert {f"{list_}/jaar/2018.md" for list_ in ("essays", "woorden", "lessen", "overzicht")} < made.keys()
    for name, page in made.items():
        if name.endswith("/jaar/2018.md"):
            assert page.count('aria-current="page"') == 1 and '2018-01/">januari 2018</a>' in page, name
            assert not re.search(r"wk-ways|wk-kwic|data-essay|data-quote|wk-hard|^## \[", page, re.M), name


def test_of_very_many_texts_the_downloads_are_found_at_the_texts(
    example: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = downloads.page(example)
    monkeypatch.setattr(long_lists, "LINES", 1)
    light = downloads.page(example)
    assert whole.count(".pdf") > light.count(".pdf") and '<a href="../essays/">Teksten</a>' in light
    assert not re.search(r"downloads/|[^/]essays/\S+\.pdf", light) and 'href="essays/' in whole


def test_a_part_has_the_card_of_its_list_and_its_own_description(example: Collection, cut: Mapping[str, str]) -> None:
    say = example.say
    for own, parts in lists(cut, say).items():
        card = re.search(r"^card: .*", cut[own], re.M)
        assert card
        for part in parts:
            assert card[0] in cut[part] and re.search(r"^title: .*: ", cut[part], re.M)
    told = [re.search(r"^description: .*", cut[part], re.M) for part in lists(cut, say)["essays/index.md"]]
    assert len({each and each[0] for each in told}) == len(told)


def test_very_many_texts_are_counted_by_stance() -> None:
    many = collection(long_lists.MOST + 20, 6)
    table = tree(overview.page(many, by_year(many.say, "overzicht/index.md", many.essays)[0])).find(".//table")
    counts = {a.get("href"): int(a.text_content()) for a in table.xpath(".//td/a")}
    voices = {(p.argument, p.stance, p.essay) for p in many.passages.values()}
    assert counts == Counter(f"../argumenten/{argument}/#{stance}" for argument, stance, _ in voices)
    assert not tree(arguments_index.page(many)).findall(".//table")


def test_files_by_their_names(example: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    names = list(pages(example))
    assert "tei/" in (whole := data_files.page(names, example)) and "<li>" in whole
    monkeypatch.setattr(data_files, "_MANY", 1)
    light = data_files.page(names, example)
    assert "<li>" not in light and "tei/…" in light and f"{len(example.essays)} bestanden; elk heet als" in light
    assert set(re.findall(r'href="([^"]+)"', light)) < set(re.findall(r'href="([^"]+)"', whole))


def test_texts_without_a_word_are_counted(example: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = word_pages(example)
    monkeypatch.setattr(word_page, "_MANY", 1)
    light = word_pages(example)
    rows = re.compile(r"<tr><th scope=\"row\"><a .*?</tr>")
    name = next(name for name in whole if "<td>0</td><td>0</td><td>0</td>" in whole[name] and "wk-kwic" in whole[name])
    unused = [row for row in rows.findall(whole[name]) if "<td>0</td><td>0</td><td>0</td>" in row]
    assert [row for row in rows.findall(whole[name]) if row not in unused] == rows.findall(light[name])
    told = f"Niet in deze tabel: {example.say('count.texts', n=len(unused))} waarin het woord niet staat."
    assert told in light[name] and "Niet in deze tabel" not in whole[name]
