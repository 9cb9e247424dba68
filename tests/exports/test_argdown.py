"""The map is read by Argdown's own parser, which node runs; what it understood is what was written."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.exports.collection import collection
from tests.hostile.strings import strings
from weerklank.exports.argdown import NAME, arguments_argdown
from weerklank.markup.markdown import seen
from weerklank.model import Collection

HERE = Path(__file__).parent
PAIRS = """@[ @< #( ** __ // /* */ <!-- --> === --- -- +> -> <- <+ >< _> ]: >: (1) 1. [x] <y>: @[stelling-0] }, :smile:
.x. http://x.nl/#a"""
MARKS = [*"[]<>{}()#*_\\/+-:;.,aé‘’'\"…😀%&=|~`$ \u00a0", *PAIRS.split(), "  ", "{a: b}", "} b"]


def some(number: int, seed: int) -> list[str]:
    """Random strings of marks: the same ones for one `seed`."""
    chance = random.Random(seed)
    return ["".join(chance.choices(MARKS, k=chance.randint(1, 12))) for _ in range(number)]


@pytest.fixture(scope="module")
def parser(pytestconfig: pytest.Config) -> Path:
    """A folder with the parser, kept in pytest's cache; skips where node or npm cannot have it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        pytest.skip("Argdown's own parser needs node and npm, which are not here")
    folder = Path(pytestconfig.cache.mkdir("argdown"))
    for name in ("package.json", "package-lock.json", "argdown.mjs"):
        shutil.copy(HERE / "argdown" / name, folder)
    if not (folder / "node_modules/@argdown/core").is_dir():
        command = [npm, "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"npm cannot have Argdown's own parser: {done.stderr.strip()[-200:] or done.returncode}")
    return folder


def parsed(parser: Path, texts: list[str]) -> list[dict[str, Any]]:
    """What the parser understood of each text."""
    done = subprocess.run(
        ["node", "argdown.mjs"], cwd=parser, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def flat(words: str) -> str:
    """Words as one line; runs of white space count as one blank."""
    return " ".join(words.split())


def understood(made: Collection, found: dict[str, Any]) -> None:
    """The parser has the claims, passages, relations and data of the collection, word for word."""
    assert found["errors"] == []
    assert flat(found["front"]["title"]) == flat(seen(made.config.title))
    passages = made.passages
    assert list(found["statements"]) == [a.id for a in made.arguments]
    assert set(found["arguments"]) == set(passages)
    signs = {"for": "support", "against": "attack"}
    wanted = {(signs[p.stance], p.id, p.argument) for p in passages.values() if p.stance in signs}
    assert {tuple(relation) for relation in found["relations"]} == wanted
    for argument in made.arguments:
        told = found["statements"][argument.id]
        assert flat("".join(told["text"])) == flat(seen(argument.claim))
        assert [(r["id"], r["how"]) for r in told["data"].get("related", [])] == [
            (r.id, seen(r.how)) for r in argument.related
        ]
    for passage in passages.values():
        told = found["arguments"][passage.id]
        assert flat("".join(told["text"])).startswith(flat(f"‘{seen(passage.quote)}’ ("))
        assert told["data"]["quote"] == seen(passage.quote)
        assert told["data"].get("author", []) == [seen(name) for name in made.by_slug[passage.essay].authors]


def test_the_published_map_says_what_the_collection_says(
    parser: Path, built_site: Path, collection: dict[str, Any]
) -> None:
    (found,) = parsed(parser, [(built_site / NAME).read_text("utf-8")])
    assert found["errors"] == []
    assert {i: flat("".join(s["text"])) for i, s in found["statements"].items()} == {
        a["id"]: flat(a["claim"]) for a in collection["arguments"]
    }
    passages = {p["id"]: p for a in collection["arguments"] for p in a["passages"]}
    assert {i: a["data"]["quote"] for i, a in found["arguments"].items()} == {
        i: p["quote"] for i, p in passages.items()
    }
    signs = {"for": "support", "against": "attack", "reason-for": "support", "reason-against": "attack"}
    wanted = [(signs.get(p["stance"]), i, a["id"]) for a in collection["arguments"] for i, p in _passages(a)]
    wanted += [(signs.get(r["type"]), r["id"], a["id"]) for a in collection["arguments"] for r in a["related"]]
    assert sorted(map(tuple, found["relations"])) == sorted(each for each in wanted if each[0])


def _passages(argument: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(p["id"], p) for p in argument["passages"]]


def test_no_words_are_taken_for_a_mark(parser: Path) -> None:
    said = [*some(150, 1), *(s for s in strings()[::4] if seen(s).strip())]
    batches = [collection([]), *(collection(said[n : n + 20]) for n in range(0, len(said), 20))]
    for made, found in zip(batches, parsed(parser, [arguments_argdown(made) for made in batches]), strict=True):
        understood(made, found)
