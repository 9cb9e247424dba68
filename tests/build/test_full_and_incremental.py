"""A build with what was kept gives the bytes that a build from nothing gives, whatever was edited in between."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.copies import settings as mkdocs_settings
from tests.pages.collection import BAKER, SLEEPER
from weerklank.build import checkout
from weerklank.collection import seal
from weerklank.markup import long_lists
from weerklank.model.errors import InputError
from weerklank.model.loss import EVERYTHING
from weerklank.site import kept_pages, theme_templates
from weerklank.state.kept import FILE
from weerklank.state.safe_writing import remove

QUOTE = '{essay: laat-de-bakker-slapen, stance: against, quote: "Laat de bakker slapen op zondag."}'
ARGUMENT = f'---\nclaim: "De bakker mag slapen."\npassages:\n  - {QUOTE}\n---\nMag dat?\n'
OTHER = "De molen\n\nDoor Piet Bos\n\nEen molen maalt graan tot meel, en de bakker bakt daarvan brood.\n"
OWN = "---\ntitle: Over\n---\n\nWij lezen {}, en [wie leest](rechten.md).\n"


def replaced(path: str, old: str, new: str) -> Callable[[Path], object]:
    def do(root: Path) -> None:
        if (root / path).is_file():
            text = (root / path).read_text("utf-8")
            (root / path).write_text(text.replace(old, new) if old in text else text.replace(new, old), "utf-8")

    return do


def there_or_not(path: str, text: str) -> Callable[[Path], object]:
    def do(root: Path) -> None:
        if (root / path).is_file():
            (root / path).unlink()
        else:
            (root / path).write_text(text, "utf-8")

    return do


def renamed(root: Path) -> None:
    old, new = root / "seeds/b.txt", root / "seeds/c.txt"
    (old if old.is_file() else new).rename(new if old.is_file() else old)


def older(root: Path) -> None:
    """A page of the editors' own with other words and an older time."""
    path = root / "docs/over.md"
    path.write_text(OWN.format("vroeger" if "brood" in path.read_text("utf-8") else "brood"), "utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))


def damaged(root: Path) -> None:
    """Half of the entries hold other bytes."""
    with closing(sqlite3.connect(root / FILE)) as store, store:
        store.execute("UPDATE kept SET data = x'00' || data WHERE key < x'80'")


def killed(root: Path) -> None:
    """What a build leaves that is killed while it writes: a store that is cut off."""
    data = (root / FILE).read_bytes()
    (root / FILE).write_bytes(data[: len(data) // 2])


EDITS: dict[str, Callable[[Path], object]] = {
    "text": replaced("seeds/a.txt", "bakker", "warme bakker"),
    "new words": replaced("seeds/b.txt", "zondag.", "zondag. Ook de meelmolenaars en hun knechten slapen dan."),
    "sidecar": there_or_not("seeds/a.yml", "title: Het brood van de buren\nauthors: [Mies Kok]\ndate: 2011-05-04\n"),
    "rights": there_or_not("seeds/d.yml", "rights: {status: permission, basis: brief}\n"),
    "argument": replaced("seeds/arguments/slapen.md", "stance: against", "stance: nuance"),
    "claim": replaced("seeds/arguments/slapen.md", "mag slapen", "hoeft niet te werken"),
    "another argument": there_or_not("seeds/arguments/werken.md", '---\nclaim: "Werken moet."\n---\nMoet dat?\n'),
    "text added or taken away": there_or_not("seeds/d.txt", OTHER),
    "text renamed": renamed,
    "settings": replaced("mkdocs.yml", "Plein of parkeerplaats", "Plein of perron"),
    "menu": replaced("mkdocs.yml", "  - Over: over.md", "  - over.md"),
    "collection": replaced("seeds/collection.yml", "words: [brood]", "words: [brood, bakker]"),
    "contact": replaced("seeds/collection.yml", "title: Brood", "contact: bakker@voorbeeld.nl\ntitle: Brood"),
    "an own page that is older": older,
    "an own page more": there_or_not("docs/beheer/eigen.md", OWN.replace("rechten", "../rechten").format("veel")),
    "store damaged": damaged,
    "store cut off": killed,
    "store gone": lambda root: remove(root / FILE),
}
NEEDS = {"rights": "seeds/d.txt"}  # a sidecar needs its text


def made(root: Path) -> Path:
    (root / "seeds/arguments").mkdir(parents=True)
    (root / "docs").mkdir()
    mkdocs_settings(root)
    (root / "requirements.txt").write_text("", "utf-8")
    (root / "seeds/a.txt").write_text(BAKER, "utf-8")
    (root / "seeds/b.txt").write_text(SLEEPER, "utf-8")
    (root / "seeds/arguments/slapen.md").write_text(ARGUMENT, "utf-8")
    (root / "docs/over.md").write_text(OWN.format("brood"), "utf-8")
    (root / "seeds/collection.yml").write_text("title: Brood\nlanguage: nl\nwords: [brood]\n", "utf-8")
    return root


def edit(root: Path, name: str) -> None:
    if (root / NEEDS.get(name, "")).exists():
        EDITS[name](root)
    for sidecar in (root / "seeds").glob("[a-d].yml"):
        if not sidecar.with_suffix(".txt").exists():
            sidecar.unlink()
    seal(root / "seeds")


def files(root: Path) -> dict[str, bytes]:
    found = {path: path.read_bytes() for top in ("site", "docs") for path in (root / top).rglob("*") if path.is_file()}
    return {path.relative_to(root).as_posix(): data for path, data in found.items()}


def differences(edits: list[str], checked: set[str] | None = None) -> list[str]:
    """The files in which a build after each of these edits differs from one of the same input from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = made(Path(folder) / "een")
        checkout.build(root, EVERYTHING, quiet=True)
        for number, name in enumerate(edits):
            edit(root, name)
            fresh = Path(folder) / f"nieuw{number}"
            shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("site", ".weerklank"))
            if number == len(edits) - 1 or number % 3 == 2:
                checkout.build(fresh, EVERYTHING, quiet=True)
            checkout.build(root, EVERYTHING, quiet=True)
            if (fresh / "site").exists():
                one, other = files(root), files(fresh)
                if wrong := sorted(name for name in {*one, *other} if one.get(name) != other.get(name)):
                    return [f"after {edits[: number + 1]}", *wrong]
    return []


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")


sequences = st.lists(st.sampled_from(sorted(EDITS)), min_size=3, max_size=6)
own = settings(deadline=None, phases=[Phase.explicit, Phase.generate, Phase.shrink], derandomize=True)
HEALTH = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(own, max_examples=1, suppress_health_check=HEALTH)
@given(sequences)
@example(["argument", "text", "menu", "claim", "an own page that is older", "text added or taken away"])
@example(["contact", "text"])
@example(["store damaged", "sidecar", "settings", "text renamed", "store cut off", "argument"])
def test_the_same_bytes(edits: list[str]) -> None:
    assert differences(edits) == []


def test_the_same_bytes_of_lists_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_lists, "MOST", 1)
    assert differences(["new words", "argument", "text added or taken away", "argument", "text", "sidecar"]) == []


@pytest.mark.every
@settings(own, max_examples=60, suppress_health_check=HEALTH)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=3, max_size=12))
def test_the_same_bytes_after_many_edits(edits: list[str]) -> None:
    assert differences(edits) == []


def test_a_build_renders_what_changed_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = made(tmp_path / "een")
    rendered: list[str] = []
    keep = kept_pages.KeptPages.keep

    def counted(self: kept_pages.KeptPages, said: list[str]) -> None:
        rendered.extend(self._inputs)
        keep(self, said)

    monkeypatch.setattr(kept_pages.KeptPages, "keep", counted)
    checkout.build(root, EVERYTHING, quiet=True)
    whole = set(rendered)
    rendered.clear()
    older(root)
    checkout.build(root, EVERYTHING, quiet=True)
    assert rendered == ["over.md"] and len(whole) > 20
    rendered.clear()
    edit(root, "text added or taken away")
    checkout.build(root, EVERYTHING, quiet=True)
    assert {"essays/index.md", "essays/de-molen/index.md"} <= set(rendered)
    assert not {"toegankelijkheid.md", "zoeken.md", "over.md"} & set(rendered)
    rendered.clear()
    monkeypatch.setattr(kept_pages, "theme_now", lambda: [("main.html", b"another")])
    EDITS["collection"](root)
    checkout.build(root, EVERYTHING, quiet=True)
    assert set(rendered) >= whole


def test_a_page_that_stayed_is_rendered_where_what_it_leads_to_went(tmp_path: Path) -> None:
    root = made(tmp_path / "een")
    (root / "docs/over.md").write_text(OWN.format("brood").replace("rechten.md", "beheer/eigen.md"), "utf-8")
    (root / "docs/beheer").mkdir()
    for _ in range(2):
        EDITS["an own page more"](root)
        checkout.build(root, EVERYTHING, quiet=True)
        EDITS["an own page more"](root)
        with pytest.raises(InputError, match=r"docs/over.md: its link 'beheer/eigen.md' leads nowhere"):
            checkout.build(root, EVERYTHING, quiet=True)


def test_what_every_page_has_of_the_home_page_is_known() -> None:
    theme = "".join(path.read_text("utf-8") for path in theme_templates.THEME.rglob("*.html"))
    assert set(re.findall(r"homepage\.meta\.(\w+)", theme)) == set(kept_pages.IN_EVERY_FOOT)
