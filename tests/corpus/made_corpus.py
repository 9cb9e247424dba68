"""Scrapes for the tests of a corpus: a folder of texts, pages and files that cannot be read, in many small shards."""

from __future__ import annotations

from pathlib import Path

from weerklank.corpus.clean_corpus import clean_corpus
from weerklank.corpus.engines import Engine, engine
from weerklank.corpus.finished import Finished

_NOUNS = ("brug", "molen", "kade", "haven", "sluis", "markt", "toren", "dijk")
COMMENT = "Ik was er kapot van toen ze dat bij ons in de straat deden."
SHARD = 1_500
"""Bytes of a shard, for tests that set it: a few texts."""


def text(number: int, sentences: int = 8) -> str:
    noun = _NOUNS[number % len(_NOUNS)]
    body = (
        f"De {noun} van wijk {number} is op dag {at} dicht, en wie naar de overkant moet, wacht."
        for at in range(sentences)
    )
    return f"De {noun} {number}\n\nDoor Anna Bos\n\n" + "\n\n".join(body) + "\n"


def page(number: int) -> str:
    body = "".join(f"<p>{part}</p>" for part in text(number).split("\n\n")[2:])
    return (
        f"<html><head><title>De pagina {number}</title></head><body>"
        f"<article><h1>De pagina {number}</h1>{body}</article>"
        f'<section id="comments"><h2>Reacties</h2><div class="comment"><b>Fenna</b> <p>{COMMENT}</p></div></section>'
        "</body></html>"
    )


def make_folder(folder: Path, count: int = 24) -> Path:
    """`count` scrapes in a folder and one below it; one in six is a page, one stands there twice."""
    (folder / "meer").mkdir(parents=True)
    for number in range(count):
        kind, words = (".html", page(number)) if number % 6 == 5 else (".txt", text(number))
        (folder / ("meer" if number % 3 else "") / f"{number:03}{kind}").write_text(words, "utf-8")
    (folder / "nog-eens.txt").write_text(text(0), "utf-8")
    (folder / "stuk.txt").write_bytes(b"\xff\xfe\x00stuk")
    (folder / "leeg.txt").write_bytes(b"")
    (folder / "plaatje.png").write_bytes(b"\x89PNG")
    (folder / ".verborgen.txt").write_text("Dit leest niemand.", "utf-8")
    return folder


def run(source: Path, out: Path, by: Engine | None = None, form: str = "jsonl") -> Finished:
    return clean_corpus(source, out, by or engine("serial", 1), form, lambda words: None)


def files(out: Path) -> dict[str, bytes]:
    """What a run leaves for others, by name."""
    found = (path for path in out.rglob("*") if path.is_file() and ".weerklank" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}
