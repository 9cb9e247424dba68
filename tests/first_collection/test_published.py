"""What is published is what the texts say: the reading text and nothing else, and no reader's comment."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from weerklank.clean import clean
from weerklank.clean.web.page_lines import page_lines
from weerklank.collection import read_seeds

ROOT = Path(__file__).resolve().parents[2]
SEEDS = read_seeds(ROOT / "seeds").seeds
TRANSCRIPTIONS = sorted((Path(__file__).parent / "transcriptions").glob("0*.md"))
RUN = 8  # words in a row that are a quotation and no coincidence


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


def transcribed(path: Path) -> list[str]:
    """The blocks of a transcription, without the marks for headings, quotations and items."""
    body = path.read_text("utf-8").split("---\n", 2)[2]
    lines = [re.sub(r"^(?:> ?)?(?:## |- )?", "", line) for line in body.strip().split("\n")]
    return [" ".join(line.split()) for line in lines if line.strip()]


@pytest.mark.parametrize("path", TRANSCRIPTIONS, ids=lambda path: path.stem)
def test_without_the_apparatus_a_page_is_the_careful_transcription(
    path: Path, built_site: Path, collection: dict[str, Any]
) -> None:
    slugs = [essay["slug"] for essay in collection["essays"] if essay["seed"] == path.stem]
    if not slugs:
        pytest.skip("this text is not in the collection any more")
    tree = html.parse(str(built_site / "essays" / slugs[0] / "index.html")).getroot()
    (article,) = tree.xpath(f"//*[@data-seed='{path.stem}']")
    for element in article.xpath(".//*[@data-apparatus]"):
        element.drop_tree()
    leaves = article.xpath(".//*[self::p or self::h2 or self::li]")
    assert [" ".join(e.text_content().split()) for e in leaves if e.text_content().strip()] == transcribed(path)
    assert words(article.text_content()) == words(" ".join(transcribed(path)))


def published_files(site: Path) -> Iterator[Path]:
    """Every text file of the site and of the checkout that is not a seed."""
    for folder in (site, ROOT / "docs", ROOT / "scripts", ROOT / "tests"):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix in {
                ".html",
                ".md",
                ".json",
                ".js",
                ".py",
                ".toml",
                ".txt",
                ".tsv",
                ".xml",
                ".jsonld",
                ".argdown",
            }:
                yield path


def test_no_words_of_a_readers_comment_are_published(built_site: Path) -> None:
    comments: set[tuple[str, ...]] = set()
    for seed in SEEDS:
        for span in clean(seed.text, seed.sidecar.printed).ledger.spans:
            if span.rule.startswith("comment"):
                for line in page_lines(span.before):  # a form's words below the comments are no reader's
                    comments |= set() if line.at_foot else runs(line.words)
    for seed in SEEDS:
        comments -= runs(clean(seed.text, seed.sidecar.printed).text)
    assert comments or not any(clean(seed.text).metadata.comments for seed in SEEDS)
    for path in published_files(built_site):
        found = runs(re.sub(r"<[^>]*>", " ", path.read_text("utf-8", "replace"))) & comments
        assert not found, path
