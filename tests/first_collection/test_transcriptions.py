"""What the cleaner makes of each seed, against careful transcriptions made before it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from weerklank.clean import clean
from weerklank.model import Block, Cleaned

_HERE = Path(__file__).parent / "transcriptions"
_SEEDS = Path(__file__).parents[2] / "seeds"
STEMS = sorted(path.stem for path in _HERE.glob("0*.md"))
_FIELDS: dict[str, Any] = {
    "title": None,
    "kicker": None,
    "authors": (),
    "date": None,
    "publication": None,
    "comments": 0,
}


def transcription(stem: str) -> tuple[dict[str, Any], str]:
    """The front matter and the reading text with '## ' before headings."""
    _, front, body = (_HERE / f"{stem}.md").read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body.strip().replace("\u00a0", " ")


def seed(stem: str) -> str:
    return (_SEEDS / f"{stem}.txt").read_text(encoding="utf-8")


def marked(blocks: tuple[Block, ...]) -> str:
    """Blocks in the transcriptions' notation; white space as readers see it."""
    shown = []
    for block in blocks:
        if block.kind == "quotation":
            shown.append("\n".join(f"> {line}".rstrip() for line in marked(block.blocks).split("\n")))
        else:
            shown.append(("## " if block.kind == "heading" else "") + block.text)
    return "\n\n".join(shown).replace("\u00a0", " ")


@pytest.fixture(scope="module", params=STEMS)
def pair(request: pytest.FixtureRequest) -> tuple[str, Cleaned]:
    return request.param, clean(seed(request.param))


def test_reading_text(pair: tuple[str, Cleaned]) -> None:
    stem, cleaned = pair
    assert marked(cleaned.blocks) == transcription(stem)[1]


def test_what_the_text_says_of_itself(pair: tuple[str, Cleaned]) -> None:
    stem, cleaned = pair
    front = transcription(stem)[0]
    wanted = {key: front.get(key, default) for key, default in _FIELDS.items()}
    wanted["authors"] = tuple(wanted["authors"])
    wanted["date"] = str(wanted["date"]) if wanted["date"] else None
    assert {key: getattr(cleaned.metadata, key) for key in _FIELDS} == wanted


def test_asides(pair: tuple[str, Cleaned]) -> None:
    stem, cleaned = pair
    assert [{"kind": b.kind, "text": b.text} for b in cleaned.asides] == transcription(stem)[0]["asides"]


def test_the_books_balance(pair: tuple[str, Cleaned]) -> None:
    stem, cleaned = pair
    assert cleaned.ledger.source() == seed(stem)
    assert cleaned.ledger.text() == cleaned.text


def test_clean_text_stays_as_it_is(pair: tuple[str, Cleaned]) -> None:
    assert clean(pair[1].text).text == pair[1].text
