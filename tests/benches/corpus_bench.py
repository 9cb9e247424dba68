"""Cleaning a corpus by one process and by Dask's workers, and whether both give the same bytes.

    python -m tests.benches.corpus_bench SENTENCES [COUNT] [JOBS]     (default: 10000 scrapes, 2 workers)

Fewer scrapes are divided into four shards all the same, smaller than those of a corpus.
Makes COUNT scrapes of a file with one sentence a line (other_texts.py), every tenth of them a scan of print and every
tenth a web page with comments. Prints for each engine wall and CPU seconds (of the process and its children), the ratio
of wall to that of the serial run, and the peak memory of the process that hands the work out; of Dask's run also when
it is killed half way and begun again. The machine's load is told: on a busy one the wall says little.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benches.other_texts import Text, other_texts
from tests.benches.print_bench import Setter

from weerklank.corpus.shard_file import RECORDS
from weerklank.corpus.shards import SIZE
from weerklank.state.safe_writing import remove

_PAGE = 40  # lines of print
_SHARDS = 4
_READERS = ("Kees", "Mia", "Joop", "Roos", "Henk")


def scrapes(sentences: list[str], count: int) -> Iterator[tuple[str, str]]:
    """The scrapes, each (file name, text); every tenth one is of print and every tenth a page."""
    setter = Setter("nl")
    for number, text in enumerate(other_texts(sentences, count)):
        if number % 10 == 3:
            yield f"{number:06}.txt", printed(text, setter)
        elif number % 10 == 7:
            yield f"{number:06}.html", page(text, sentences, number)
        else:
            body = "\n\n".join((text.title, f"Door {text.author}, {text.year}", *text.paragraphs))
            yield f"{number:06}.txt", f"{body}\n"


def printed(text: Text, setter: Setter) -> str:
    """A text in a narrow column, with a running head and a number on each page."""
    lines = [line for paragraph in text.paragraphs for line in setter.column(paragraph.split(), 46).lines]
    pages = [lines[at : at + _PAGE] for at in range(0, len(lines), _PAGE)]
    return "\f".join("\n".join((text.title.upper(), *own, str(at + 12))) + "\n" for at, own in enumerate(pages))


def page(text: Text, sentences: list[str], number: int) -> str:
    """A text on a page with a menu, a sidebar and comments of readers."""
    menu = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in ("home", "nieuws", "over", "contact"))
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in text.paragraphs)
    said = (
        f'<li class="comment"><b>{_READERS[at]}</b> <time>3 mei {text.year}</time>'
        f"<p>{sentences[(number - at) % len(sentences)]}</p></li>"
        for at in range(number % 4)
    )
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{text.title}</title></head><body>'
        f"<nav><ul>{menu}</ul></nav><article><h1>{text.title}</h1>"
        f'<p class="byline">Door {text.author}</p>\n{body}</article>'
        f'<aside><h2>Lees ook</h2><ul>{menu}</ul></aside><section id="comments"><h2>Reacties</h2><ol>'
        f"{''.join(said)}</ol></section><footer>© {text.year}</footer></body></html>\n"
    )


def run(folder: Path, out: Path, *options: str, stop_after: float = 0) -> tuple[float, float, float]:
    """Wall and CPU seconds of a run and the most memory of its first process, MB; killed after a time if asked."""
    since, before = time.perf_counter(), os.times()
    size = min(SIZE, sum(path.stat().st_size for path in folder.iterdir()) // _SHARDS)
    script = f"from weerklank.corpus import __main__, shards; shards.SIZE = {size}; __main__.main()"
    command = [sys.executable, "-c", script, str(folder), str(out), *options]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "scripts")}
    started = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        started.wait(stop_after or None)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()
    after = os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return time.perf_counter() - since, cpu, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000


def files(out: Path) -> dict[str, bytes]:
    """What was made."""
    return {path.name: path.read_bytes() for path in (*(out / RECORDS).iterdir(), *out.glob("*.json*"))}


def compared(made: dict[str, bytes], wanted: dict[str, bytes]) -> str:
    """Whether what was made is what was made serially, with the files in which it is not."""
    other = sorted(name for name in {*made, *wanted} if made.get(name) != wanted.get(name))
    return f"  the same bytes: {not other} {' '.join(other)}".rstrip()


def main() -> None:
    """Measure."""
    source, count, jobs = [*sys.argv[1:], *("10000", "2")[len(sys.argv) - 2 :]]
    sentences = Path(source).read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place) / "scrapes", Path(place) / "out"
        folder.mkdir()
        for name, text in scrapes(sentences, int(count)):
            (folder / name).write_text(text, "utf-8")
        print(f"{count} scrapes, {jobs} workers, load {os.getloadavg()[0]:.1f}", flush=True)
        serial = run(folder, out, "--executor", "serial")
        told("serial", serial, serial)
        wanted = files(out)
        for name in ("processes", "dask"):
            remove(out)
            took = run(folder, out, "--executor", name, "--jobs", jobs)
            told(name, took, serial)
            print(compared(files(out), wanted), flush=True)
        remove(out)
        run(folder, out, "--executor", "dask", "--jobs", jobs, stop_after=took[0] / 2)
        done = len(list((out / RECORDS).glob("*.jsonl")))
        told(f"dask, killed with {done} shards whole, begun again", run(folder, out, "--executor", "dask"), serial)
        print(f"{compared(files(out), wanted)}; load {os.getloadavg()[0]:.1f}")


def told(what: str, took: tuple[float, float, float], serial: tuple[float, float, float]) -> None:
    """A line of figures."""
    wall, cpu, memory = took
    print(f"{what:<46} {wall:7.1f} s wall ({wall / serial[0]:.2f}) {cpu:7.1f} s CPU, {memory:5.0f} MB", flush=True)


if __name__ == "__main__":
    main()
