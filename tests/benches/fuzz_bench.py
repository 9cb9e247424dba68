"""Fuzz read, clean, annotate and write: `python -m tests.benches.fuzz_bench MINUTES [SEED] [FOLDER]`.

Mutates the texts of seeds/ and the hostile strings, and follows each through the pipeline. Says what
broke: a traceback, books that do not balance, words lost on a page, markup that is not ours, or more
than a second for 100 kB. Inputs that broke something are written to FOLDER.
"""

from __future__ import annotations

import contextlib
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.hostile.strings import strings
from tests.hostile.test_pages import rendered

from weerklank.annotate.anchors import Lock
from weerklank.build import compose as build
from weerklank.clean import clean
from weerklank.collection import read_sidecar
from weerklank.collection.argument_files import read_argument
from weerklank.model import ArgumentFile, CollectionConfig, PassageEntry, Sidecar
from weerklank.model.errors import InputError
from weerklank.private import particulars
from weerklank.read import read_seed
from weerklank.read.seed import NO_SIDECAR
from weerklank.rights.redact import redact
from weerklank.site.allowed import strange_markup
from weerklank.site.reading import reading_units

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 1.0  # for 100 kB
CONFIG = CollectionConfig("Proef", "nl")
_LINES = (
    "",
    "  • punt",
    "1. punt",
    "> citaat",
    "Reacties (3)",
    "Deel dit",
    "Door Jan de Wit",
    "3 maart 2019",
    "Foto: ANP",
    "12",
    "bur-",
)
_PAGE = (
    "<html><head><title>{t}</title></head><body><nav>Menu</nav><article><h1>{t}</h1>{b}</article>"
    "<div id=comments>x</div></body></html>"
)


def corpus() -> list[str]:
    """Real texts, and our own cases."""
    texts = [p.read_text("utf-8") for p in sorted((ROOT / "seeds").glob("*.txt"))]
    return texts + [p.read_text("utf-8") for p in sorted((ROOT / "tests/cases").glob("*.md"))]


def mutated(rng: random.Random, texts: list[str], odd: list[str]) -> str:
    """A text of ours with some things done to it."""
    text = rng.choice(texts)
    lines = text.split("\n")
    if rng.random() < 0.7 and len(lines) > 12:
        at = rng.randrange(len(lines) - 10)
        lines = lines[at : at + rng.randrange(3, 120)]
    for _ in range(rng.choice((0, 1, 2, 5, 12))):
        at = rng.randrange(len(lines) + 1)
        kind = rng.randrange(9)
        if kind == 0:
            lines.insert(at, rng.choice(odd))
        elif kind == 1:
            lines.insert(at, rng.choice(_LINES))
        elif kind == 2 and lines:
            del lines[at % len(lines)]
        elif kind == 3 and lines:
            lines[at:at] = lines[at % len(lines) :][: rng.randrange(1, 12)]
        elif kind == 4 and lines:
            i = at % len(lines)
            j = rng.randrange(len(lines[i]) + 1)
            lines[i] = lines[i][:j] + rng.choice(odd) + lines[i][j:]
        elif kind == 5 and lines:
            i = at % len(lines)
            j = rng.randrange(len(lines[i]) + 1)
            lines[i : i + 1] = [lines[i][:j] + rng.choice(("", "-", " ")), lines[i][j:]]
        elif kind == 6 and lines:
            lines[at % len(lines)] = lines[at % len(lines)] * rng.choice((2, 3, 40))
        elif kind == 7:
            lines += rng.choice(texts).split("\n")[: rng.randrange(60)]
        elif lines:
            rng.shuffle(lines)
    return rng.choice(("\n", "\n", "\n", "\r\n")).join(lines)


def one(rng: random.Random, text: str, odd: list[str]) -> None:
    """Everything that becomes of a text; an AssertionError or any other exception is a finding."""
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.1:
        at = rng.randrange(len(data) + 1)
        data = data[:at] + bytes(rng.randrange(256) for _ in range(3)) + data[at:]
    name = "a.txt"
    if rng.random() < 0.2:
        body = "".join(
            f"<{(t := rng.choice(('p', 'p', 'p', 'h2', 'li', 'div', 'blockquote')))}>{x}</{t}>"
            for x in text.split("\n")
        )
        data, name = _PAGE.format(t=rng.choice(odd), b=body).encode("utf-8", "surrogatepass"), "a.html"
    try:
        seed, _ = read_seed(data, name, NO_SIDECAR)
    except InputError:
        return
    for printed in (None, True, False):
        cleaned = clean(seed.text, printed)
        assert cleaned.ledger.source() == seed.text, "ledger: source"
    particulars(seed.text)
    if name == "a.txt":
        with contextlib.suppress(InputError):
            redact(data, "a.txt")
    written(rng, seed, odd)


def written(rng: random.Random, seed: object, odd: list[str]) -> None:
    """The pages of a collection of this text, with passages quoted from it."""
    from dataclasses import replace

    from weerklank.model import Seed

    assert isinstance(seed, Seed)
    side = Sidecar(
        title=" ".join(rng.choice(odd).split()) or "x", slug="tekst", personal="published", note=rng.choice(odd)
    )
    seed = replace(seed, sidecar=side)
    words = clean(seed.text).text.split()
    entries = []
    for number in range(1, 4):
        at = rng.randrange(len(words)) if words else 0
        quote = " ".join(words[at : at + rng.randrange(3, 15)]) or "x"
        entries.append(PassageEntry(number, "tekst", "for", quote, note=rng.choice(odd)))
    for wanted in (entries, []):
        try:
            made = build.edition(
                CONFIG, [seed], [ArgumentFile("a", "Een stelling.", rng.choice(odd), entries=tuple(wanted))], Lock()
            )
        except InputError:
            continue
        page = rendered("essays/tekst-0.md", made.pages["essays/tekst.md"])
        assert not (told := list(strange_markup(page))), told
        from lxml import html

        units, stray = reading_units(html.fragment_fromstring(page).xpath("//article")[0])
        assert not stray, f"stray: {stray[:80]}"
        expected = made.collection.essays[0].units
        assert [u.id for u in units] == [u.id for u in expected], "ids"
        for shown, unit in zip(units, expected, strict=True):
            assert shown.text == shown.normal(unit.text), (
                f"{unit.id}: {shown.text[:80]!r} != {shown.normal(unit.text)[:80]!r}"
            )
        for path in ("verantwoording/tekst.md", "argumenten/a.md", "index.md"):
            assert not (told := list(strange_markup(rendered(path, made.pages[path])))), (path, told)
        return


def notes(rng: random.Random, odd: list[str]) -> None:
    """Sidecars and arguments of odd bytes."""
    keys = (
        "title",
        "date",
        "authors",
        "source",
        "rights",
        "readings",
        "slug",
        "language",
        "personal",
        "claim",
        "passages",
        "related",
    )
    rows = [
        f"{rng.choice(keys)}: {rng.choice((rng.choice(odd), '[a, b]', '{name: x}', '2014-12', '- x', ''))}"
        for _ in range(rng.randrange(6))
    ]
    data = "\n".join(rows).encode("utf-8", "surrogatepass")
    for reads in (
        lambda: read_sidecar(data, "seeds/a.yml"),
        lambda: read_argument(b"---\n" + data + b"\n---\nx", "a", "seeds/arguments/a.md"),
    ):
        with contextlib.suppress(InputError):
            reads()


def tried(does: Callable[[], None], size: int) -> str:
    """'' where all is well, else what is wrong."""
    began = time.process_time()
    try:
        does()
    except InputError as error:
        return f"InputError: {error}"
    except Exception:
        return "".join(traceback.format_exc().splitlines(keepends=True)[-3:])
    took = time.process_time() - began
    return (
        f"slow: {took:.1f} s for {size} characters" if took > 2 + 8 * SECONDS * size / 100_000 else ""
    )  # 8 passes over it


def main(minutes: float, start: int, folder: Path) -> None:
    """Fuzz for so long, from this seed of chance on."""
    texts, odd = corpus(), strings()
    ends, count, found = time.monotonic() + 60 * minutes, 0, 0
    seen: set[str] = set()
    while time.monotonic() < ends:
        rng = random.Random(start + count)
        text = mutated(rng, texts, odd)
        for what in (tried(lambda: one(rng, text, odd), len(text)), tried(lambda: notes(rng, odd), 1000)):  # noqa: B023
            if what:
                found += 1
                key = what.strip().splitlines()[-1][:60]
                if key not in seen:
                    seen.add(key)
                    print(f"#{start + count}: {what}", flush=True)
                    folder.mkdir(exist_ok=True, parents=True)
                    (folder / f"{start + count}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
        count += 1
    print(f"{count} inputs, {found} findings of {len(seen)} kinds")


if __name__ == "__main__":
    arguments = [*sys.argv[1:], "0", "fuzz-findings"]
    main(float(sys.argv[1]), int(arguments[1]), Path(arguments[2]))
