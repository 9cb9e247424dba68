"""A real site of which one text is quoted by a key passage, one closed, one taken down, and one lost a paragraph:
what may not be shown stands in no file of it, and no older site brings it back.
"""

from __future__ import annotations

import gzip
import html
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pypdfium2
import pytest
import yaml

from tests.copies import copy_built, run_here
from tests.serving import data_of

RUN = 8
GONE = "op verzoek verwijderd"


class Withheld(NamedTuple):
    """The checkout, what its build said, and what was chosen to be withheld."""

    root: Path
    said: str
    quoted: dict[str, Any]
    key: dict[str, Any]
    closed: dict[str, Any]
    removed: dict[str, Any]
    cut: dict[str, Any]
    paragraph: str
    data: dict[str, Any]


def passages(data: dict[str, Any], slug: str) -> list[dict[str, Any]]:
    return [p for argument in data["arguments"] for p in argument["passages"] if p["essay"] == slug]


def unmarked(essay: dict[str, Any], marking: list[dict[str, Any]]) -> list[str]:
    """The stretches of an essay's blocks that none of these passages marks."""
    found = []
    for block in essay["blocks"]:
        text, left = block["text"], list(block["text"])
        for passage in marking:
            if passage["block"] == block["id"]:
                at = text.index(passage["quote"])
                left[at : at + len(passage["quote"])] = ["\0"] * len(passage["quote"])
        found += re.split("\0+", "".join(left))
    return found


def sidecar(root: Path, essay: dict[str, Any], publish: str) -> None:
    path = root / f"seeds/{essay['seed']}.yml"
    said = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}
    said |= {"publish": publish, "rights": {"status": "unknown"}}
    path.write_text(yaml.safe_dump(said, allow_unicode=True), "utf-8")


def make_key(root: Path, essay: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Write in its argument's file that the shortest passage of a text is a key passage."""
    key = min(passages(data, essay["slug"]), key=lambda passage: len(passage["quote"]))
    for argument in data["arguments"]:
        path = root / f"seeds/arguments/{argument['id']}.md"
        _, front, introduction = path.read_text("utf-8").split("---\n", 2)
        said = yaml.safe_load(front)
        for entry in said["passages"]:
            if (entry["essay"], entry["quote"]) == (essay["slug"], key["quote"]):
                entry["weight"] = "key"
        path.write_text(f"---\n{yaml.safe_dump(said, allow_unicode=True)}---\n{introduction}", "utf-8")
    return key


@pytest.fixture(scope="module")
def withheld(built: Path, collection: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Withheld:
    data = collection
    if len(data["essays"]) < 4 or not data["arguments"]:
        pytest.skip("needs four texts and arguments")
    root = tmp_path_factory.mktemp("withheld")
    copy_built(root, built)
    shutil.copytree(built / "site", root / "site")
    free = sorted(data["essays"], key=lambda e: -sum(map(len, unmarked(e, passages(data, e["slug"])))))
    quoted, cut = free[0], max(free[1:], key=lambda e: max(several(data, e["slug"]).values(), default=0))
    closed, removed = [essay for essay in free if essay not in (quoted, cut)][:2]
    counts = several(data, cut["slug"])
    paragraph = max(counts, key=lambda unit: counts[unit])
    sidecar(root, quoted, "quotes")
    key = make_key(root, quoted, data)
    sidecar(root, closed, "closed")
    (root / "seeds/takedown.txt").write_text(f"# een brief\n{removed['slug']}\n{cut['slug']}#{paragraph}\n", "utf-8")
    settings = yaml.safe_load((root / "seeds/collection.yml").read_text("utf-8"))
    settings["contact"] = "redactie@voorbeeld.nl"
    (root / "seeds/collection.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    done = run_here(root, "build")
    assert done.returncode == 0, done.stderr
    return Withheld(root, done.stderr, quoted, key, closed, removed, cut, paragraph, data)


def several(data: dict[str, Any], slug: str) -> dict[str, int]:
    """The paragraphs of a text, with how many arguments quote each."""
    found: dict[str, set[str]] = {}
    for argument in data["arguments"]:
        for passage in argument["passages"]:
            if passage["essay"] == slug and passage["block"].startswith("p"):
                found.setdefault(passage["block"], set()).add(argument["id"])
    return {block: len(arguments) for block, arguments in found.items()}


def runs(text: str) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", text.casefold())
    return {tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


def readings(data: bytes) -> Iterator[str]:
    """A file's words, read in every way in which they could be read; of an archive those of its files."""
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from readings(archive.read(name))
        return
    if data.startswith(b"%PDF"):
        yield " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
        return
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    text = html.unescape(html.unescape(data.decode("utf-8", "replace")))
    yield text
    yield re.sub(r"<[^>]*>", " ", text)
    yield re.sub(r"<[^>]*>", "", text)
    yield unquote(text.replace("|", "").replace("\u00ad", ""))


def test_nothing_withheld_stands_in_any_file(withheld: Withheld) -> None:
    data = withheld.data
    secret: set[tuple[str, ...]] = set()
    for text in unmarked(withheld.quoted, [withheld.key]):
        secret |= runs(text)
    for essay in (withheld.closed, withheld.removed):
        secret |= runs(" ".join(block["text"] for block in essay["blocks"]))
    secret |= runs(next(b["text"] for b in withheld.cut["blocks"] if b["id"] == withheld.paragraph))
    for essay in data["essays"]:  # what another text says too is no secret
        if essay not in (withheld.quoted, withheld.closed, withheld.removed, withheld.cut):
            secret -= runs(" ".join(block["text"] for block in essay["blocks"]))
    assert secret
    looked, kinds = 0, set()
    for folder in ("site", "docs"):
        for path in sorted((withheld.root / folder).rglob("*")):
            if path.is_file():
                looked += 1
                kinds.add(path.suffix)
                assert not any(runs(text) & secret for text in readings(path.read_bytes())), path
    assert looked > 100 and kinds >= {".pdf", ".epub", ".imscc"}


def page(withheld: Withheld, path: str) -> str:
    return (withheld.root / "site" / path / "index.html").read_text("utf-8")


def test_what_is_left_says_what_happened(withheld: Withheld) -> None:
    cut, paragraph = withheld.cut, withheld.paragraph
    quoted = page(withheld, f"essays/{withheld.quoted['slug']}")
    assert re.search(r"alleen de gemarkeerde passages: \d+ van de \d+ woorden, \d+ %", quoted)
    assert "staat hier alleen vermeld" in page(withheld, f"essays/{withheld.closed['slug']}")
    tombstone = page(withheld, f"essays/{withheld.removed['slug']}")
    assert GONE in tombstone.casefold()
    assert html.escape(withheld.removed["title"]) not in tombstone
    assert re.search(rf'id="{paragraph}"[^>]*>.*?{GONE}', page(withheld, f"essays/{cut['slug']}"), re.I | re.S)
    for argument in withheld.data["arguments"]:
        told = page(withheld, f"argumenten/{argument['id']}").casefold()
        for passage in argument["passages"]:
            gone = passage["essay"] == withheld.removed["slug"] or (
                passage["essay"] == cut["slug"] and passage["block"] == paragraph
            )
            assert not gone or GONE in told
            assert not gone or f'id="{passage["id"]}"' in told


def test_every_page_says_how_to_have_something_removed(withheld: Withheld) -> None:
    pages = sorted((withheld.root / "site").rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        foot = path.read_text("utf-8").partition("<footer")[2]
        assert 'href="mailto:redactie@voorbeeld.nl"' in foot, path
        assert "Op verzoek halen wij" in foot, path


def test_the_data_hold_what_the_page_shows(withheld: Withheld) -> None:
    data = data_of(withheld.root / "site")
    essays = {essay["slug"]: essay for essay in data["essays"]}
    assert withheld.removed["slug"] not in essays
    assert essays[withheld.closed["slug"]]["blocks"] == []
    assert essays[withheld.closed["slug"]]["publish"] == "closed"
    quoted = essays[withheld.quoted["slug"]]
    assert quoted["words"] < quoted["work_words"] == withheld.quoted["words"]
    text = " ".join(re.findall(r"\w+", " ".join(block["text"] for block in quoted["blocks"])))
    assert " ".join(re.findall(r"\w+", withheld.key["quote"])) in text
    shown = passages(data_of(withheld.root / "site"), quoted["slug"])
    assert [passage["id"] for passage in shown] == [withheld.key["id"]]


def test_unlicensed_pages_ask_not_to_be_indexed(withheld: Withheld) -> None:
    for folder in ("essays", "verantwoording"):
        assert '<meta name="robots" content="noindex">' in page(withheld, f"{folder}/{withheld.quoted['slug']}")


def test_the_site_before_is_dropped_and_cannot_come_back(withheld: Withheld) -> None:
    assert "The site before this one was deleted" in withheld.said
    assert not (withheld.root / ".weerklank/previous").exists()
    older = withheld.root / ".weerklank/previous"
    older.mkdir()
    kept = withheld.root / "site"
    shutil.copytree(kept, older, dirs_exist_ok=True)
    leaking = older / f"essays/{withheld.removed['slug']}/index.html"
    leaking.write_text(leaking.read_text("utf-8") + withheld.removed["blocks"][0]["text"], "utf-8")
    before = (kept / "manifest.sha256").read_bytes()
    done = run_here(withheld.root, "rollback")
    assert done.returncode == 1
    assert "shows what may not be shown any more" in done.stderr
    assert (kept / "manifest.sha256").read_bytes() == before
    shutil.rmtree(older)


def test_a_failed_build_says_what_the_old_site_still_shows(withheld: Withheld) -> None:
    other = next(e for e in withheld.data["essays"] if e["slug"] == withheld.cut["slug"])
    still = next(b["id"] for b in other["blocks"] if b["id"].startswith("p") and b["id"] != withheld.paragraph)
    listed = withheld.root / "seeds/takedown.txt"
    before = listed.read_text("utf-8")
    listed.write_text(f"{before}{other['slug']}#{still}\n", "utf-8")
    (withheld.root / "seeds/collection.yml").write_text("title: [\n", "utf-8")
    done = run_here(withheld.root, "build")
    assert done.returncode == 1
    assert f"site/: STILL SHOWS {other['slug']}#{still}" in done.stderr
    assert withheld.removed["slug"] not in done.stderr
