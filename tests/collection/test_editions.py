"""Dates are those of this edition: given once, kept as long as the published words stay the same."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pages.collection import BAKE, OPEN, SEEDS, made
from weerklank.build.inputs import read
from weerklank.collection import editions
from weerklank.model import ArgumentFile, Collection, Poles
from weerklank.model.errors import InputError

FIRST, LATER = "2026-03-04", "2026-05-06"


def dated(collection: Collection, lock: editions.Lock, today: str) -> tuple[Collection, editions.Lock]:
    return editions.dated(collection, lock, today)


def days(collection: Collection) -> dict[str, tuple[str, str]]:
    told = {e.slug: e.dated for e in collection.essays} | {a.id: a.dated for a in collection.arguments}
    return {name: (d.published, d.updated) for name, d in told.items() if d}


def test_the_same_words_keep_their_days_and_ids() -> None:
    once, lock = dated(made().collection, editions.Lock(), FIRST)
    again, later = dated(made().collection, lock, LATER)
    assert later == lock
    assert vars(again) == vars(once)
    assert set(days(once).values()) == {(FIRST, FIRST)}
    assert len({e.dated.id for e in once.essays if e.dated}) == len(once.essays)


def test_what_changed_is_dated_anew_and_nothing_else() -> None:
    _, lock = dated(made().collection, editions.Lock(), FIRST)
    changed = replace(SEEDS[1], text=SEEDS[1].text.replace("Zo hoort het.", "Zo hoort het eigenlijk."))
    new, _ = dated(made(BAKE, OPEN, seeds=(SEEDS[0], changed)).collection, lock, LATER)
    assert days(new) == {
        "brood-op-zondag": (FIRST, FIRST),
        "laat-de-bakker-slapen": (FIRST, LATER),
        "zondag-open": (FIRST, FIRST),
        "zelf-bakken": (FIRST, FIRST),
    }
    assert new.dated and (new.dated.published, new.dated.updated) == (FIRST, LATER)


def test_an_argument_is_dated_by_its_own_words_and_passages() -> None:
    _, lock = dated(made().collection, editions.Lock(), FIRST)
    new, _ = dated(made(BAKE, replace(OPEN, claim="De bakker mag open.")).collection, lock, LATER)
    assert days(new)["zondag-open"] == (FIRST, LATER)
    assert days(new)["zelf-bakken"] == (FIRST, FIRST)


KEY = replace(OPEN.entries[0], key=True)
IRONIC = replace(OPEN.entries[0], voice="ironic")
REASON = replace(OPEN.related[0], type="reason-for")


@pytest.mark.parametrize(
    "changed",
    [
        replace(OPEN, entries=(KEY, *OPEN.entries[1:])),
        replace(OPEN, entries=(IRONIC, *OPEN.entries[1:])),
        replace(OPEN, related=(REASON,)),
        replace(OPEN, poles=Poles("open", "dicht")),
    ],
)
def test_weight_voice_type_and_poles_are_words_too(changed: ArgumentFile) -> None:
    _, lock = dated(made().collection, editions.Lock(), FIRST)
    assert days(dated(made(BAKE, changed).collection, lock, LATER)[0])["zondag-open"] == (FIRST, LATER)


def test_an_argument_that_says_none_of_these_keeps_the_digest_that_it_had_before_they_were_known() -> None:
    _, lock = dated(made().collection, editions.Lock(), FIRST)
    assert lock.arguments["zondag-open"].digest == "4467ac01d05e7dc0"


def test_a_text_that_returns_has_its_first_day_again() -> None:
    whole, lock = dated(made().collection, editions.Lock(), FIRST)
    alone = replace(whole, essays=whole.essays[:1])
    _, without = dated(alone, lock, LATER)
    assert vars(dated(made().collection, without, LATER)[0]) == vars(whole)


def test_a_clock_that_runs_back_changes_no_day_to_one_before() -> None:
    _, lock = dated(made().collection, editions.Lock(), LATER)
    new, _ = dated(made(BAKE, replace(OPEN, claim="De bakker mag open.")).collection, lock, FIRST)
    assert days(new)["zondag-open"] == (LATER, LATER)


def test_the_file_reads_back_and_holds_no_text() -> None:
    collection, lock = dated(made().collection, editions.Lock(), FIRST)
    assert editions.load(editions.dump(lock)) == lock
    words = {word for e in collection.essays for u in e.units for word in u.text.split() if len(word) > 6}
    assert words and not any(word in editions.dump(lock) for word in words)


@pytest.mark.parametrize(
    "damaged",
    ["", "[]", "{}", '{"id": 1}', '{"id": "x", "since": "gisteren", "texts": {}, "arguments": {}}']
    + [json.dumps({"id": "", "since": FIRST, "texts": {"a": row}, "arguments": {}}) for row in ("", "x y z", "a b")],
)
def test_a_damaged_lock_is_an_error_with_its_remedy(damaged: str, tmp_path: Path) -> None:
    (tmp_path / "collection.yml").write_text("title: Brood\nlanguage: nl\n", "utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "collection.yml").rename(tmp_path / "seeds/collection.yml")
    (tmp_path / "seeds/editions.lock").write_text(damaged, "utf-8")
    with pytest.raises(InputError, match=r"seeds/editions\.lock: .*; put the committed one back \(git checkout HEAD"):
        read(tmp_path)
    (tmp_path / "seeds/editions.lock").write_text(f"<<<<<<< HEAD\n{damaged}", "utf-8")
    with pytest.raises(InputError, match=r"marks of a merge .*: weerklank settle"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("ab", "a: 'ab' is not a digest and two days"),
        ("ab 2026-05-06 gisteren", "a: 'gisteren' is not a day like 2026-05-06"),
    ],
)
def test_a_damaged_lock_is_told_by_its_row(row: str, said: str) -> None:
    text = {"id": "178f5fc4-dbc3-5aa3-93c6-05be2625fb49", "since": FIRST, "texts": {"a": row}, "arguments": {}}
    with pytest.raises(ValueError, match=said):
        editions.load(json.dumps(text))


def test_the_day_is_that_of_the_caller(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/collection.yml").write_text("title: Brood\nlanguage: nl\n", "utf-8")
    (tmp_path / "seeds/a.txt").write_bytes(SEEDS[0].data)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert read(tmp_path).edition.dates.since == "1970-01-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "vandaag")
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH: 'vandaag' is no moment"):
        read(tmp_path)


def test_the_words_of_a_text_are_kept_and_may_be_missing() -> None:
    collection, lock = dated(made().collection, editions.Lock(), FIRST)
    assert {stem: entry.words for stem, entry in lock.texts.items()} == {
        essay.seed.stem: essay.words for essay in collection.essays
    }
    old = editions.load(re.sub(r"(\d\d) \d+\"", r'\1"', editions.dump(lock)))
    assert {entry.words for entry in old.texts.values()} == {None}
    _, again = dated(collection, old, LATER)
    assert again == lock


def test_of_a_text_that_was_taken_down_no_number_stays() -> None:
    collection, lock = dated(made().collection, editions.Lock(), FIRST)
    stem = collection.essays[0].seed.stem
    _, later = editions.dated(replace(collection, essays=collection.essays[1:]), lock, LATER, {stem})
    assert later.texts[stem] == editions.Entry("-", FIRST, FIRST)
