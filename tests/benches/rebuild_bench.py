"""What one edit costs beside a build from nothing and a bare `mkdocs build` of the same pages, in one run.

    python -m tests.benches.rebuild_bench SENTENCES [COUNT] [WORDS]     (as size_bench; '-': this checkout's texts)

Prints CPU seconds of the processes with their children, what share of the build from nothing and of bare MkDocs that
is, and the most memory that one of them had: of builds after no edit, a sentence more, an argument changed, and a
text more; of Hugo's build of the same Markdown, where `hugo` is on the PATH; of a save of an argument in the preview
until its page is shown, through the functions that `weerklank serve` uses, and the index that follows; and of single
commands. Then what two processes make of the clock, and the sizes of the store of kept work, of docs/ beside its
source, and of the overview, compressed.
"""

from __future__ import annotations

import gzip
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benches.other_texts import other_texts
from tests.benches.size_bench import ROOT, joined, write_collection

from weerklank.collection import seal
from weerklank.commands.site_commands import preview
from weerklank.desk.panel import Panel
from weerklank.site.serve import Preview

_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "scripts")}


def spent() -> float:
    """CPU seconds of this process and of those that it waited for."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def cost(do: Callable[[], object]) -> float:
    """The CPU seconds that it takes."""
    before = spent()
    do()
    return spent() - before


def run(*command: str) -> tuple[float, int]:
    """The same of a command, and the most memory, in megabytes, that one of its processes had."""
    before = spent()
    process = subprocess.Popen(command, env=_ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return spent() - before, used.ru_maxrss // 1024


def python(*words: str) -> tuple[float, int]:
    """The same of a module of Python."""
    return run(sys.executable, "-m", *words)


def hugo_site(docs: Path, folder: Path) -> tuple[str, ...]:
    """A site of Hugo with the pages of docs/ and the plainest template: the command that builds it."""
    shutil.copytree(
        docs, folder / "content", ignore=lambda _, names: [n for n in names if "." in n and n[-3:] != ".md"]
    )
    for name in ("single", "list"):
        layout = folder / f"layouts/_default/{name}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text("<!doctype html><title>{{ .Title }}</title>{{ .Content }}", "utf-8")
    (folder / "hugo.toml").write_text("[markup.goldmark.renderer]\nunsafe = true\n", "utf-8")
    return "hugo", "--quiet", "-s", str(folder)


def sizes(root: Path) -> None:
    """Print the sizes."""

    def told(what: str, size: int) -> None:
        print(f"{what:<42} {size / 1000:8.0f} kB", flush=True)

    told("kept work", (root / ".weerklank/kept.sqlite").stat().st_size)
    for what, top in (("docs/", "docs"), ("seeds/", "seeds")):
        told(what, sum(path.stat().st_size for path in (root / top).rglob("*") if path.is_file()))
    told("the overview, compressed", len(gzip.compress((root / "site/overzicht/index.html").read_bytes(), 6)))


def edited(path: Path, old: str, new: str) -> None:
    """Change a file, and seal it."""
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    seal(next(folder for folder in path.parents if folder.name == "seeds"))


def measure(root: Path) -> None:
    """Print the figures."""
    build = ("weerklank", "-C", str(root), "build", "--quiet", "--jobs", "1")
    whole = python(*build)
    pages, bare = root / ".weerklank/docs", root.with_name("kaal")
    shutil.copytree(pages, bare / "docs")
    shutil.copy(root / "mkdocs.yml", bare)
    plain = python("mkdocs", "build", "-q", "-f", str(bare / "mkdocs.yml"))

    def told(what: str, cost: tuple[float, int]) -> None:
        seconds, memory = cost
        shares = f"{seconds / whole[0]:6.3f} {seconds / plain[0]:7.3f}"
        print(f"{what:<42} {seconds:8.2f} s {shares} {memory or '':>6} MB", flush=True)

    print(f"{'':<42} {'CPU':>10} /whole   /bare   peak")
    told("a build from nothing", whole)
    told("bare MkDocs, the pages that it renders", plain)
    if shutil.which("hugo"):
        hugo = hugo_site(pages, root.with_name("hugo"))
        told("Hugo, from nothing", run(*hugo))
        told("Hugo, once more", run(*hugo))
    told("nothing changed", python(*build))
    text = sorted((root / "seeds").glob("*.txt"))[-1]
    argument = sorted((root / "seeds/arguments").glob("*.md"))[0]
    edited(text, ". ", ". Dat weet hier iedereen die weleens kijkt. ")
    told("a sentence more", python(*build))
    edited(argument, "stance: for", "stance: nuance")
    told("an argument changed", python(*build))
    (root / "seeds/nieuw.txt").write_text("De molen\n\nDoor Piet Bos\n\nEen molen maalt graan tot meel.\n", "utf-8")
    told("a text more", python(*build))
    told("suggest", python("weerklank", "-C", str(root), "suggest", sorted((root / "docs/essays").glob("*/"))[0].name))
    told("--help", python("weerklank", "--help"))
    told_of_processes(root)
    sizes(root)
    with tempfile.TemporaryDirectory() as folder:
        panel = Panel(root / "seeds")
        shown = Preview(root, Path(folder) / "site", preview(root, panel), panel)
        told("preview, the first pages", (cost(shown.refresh), 0))
        told("preview, the first index", (cost(shown.index), 0))
        for old, new in (("nuance", "for"), ("for", "nuance")):
            edited(argument, f"stance: {old}", f"stance: {new}")
            told(f"preview, an argument saved ({new})", (cost(shown.refresh), 0))
            told("preview, its index", (cost(shown.index), 0))
        told("preview, saved with nothing changed", (cost(shown.refresh), 0))


def told_of_processes(root: Path) -> None:
    """Print what a build from nothing takes on the clock with one process and with two: on a machine that is busy, or
    has one core, that says nothing.
    """
    walls = []
    for jobs in ("1", "2"):
        new = root.with_name(f"jobs-{jobs}")
        shutil.copytree(root / "seeds", new / "seeds")
        shutil.copy(root / "mkdocs.yml", new)
        since = time.perf_counter()
        python("weerklank", "-C", str(new), "build", "--quiet", "--jobs", jobs)
        walls.append(time.perf_counter() - since)
    print(f"{'from nothing, on the clock: 1 process, 2':<42} {walls[0]:8.2f} s {walls[1]:8.2f} s", flush=True)


def main() -> None:
    """Measure."""
    source, count, words = [*sys.argv[1:], *("1000", "300")[len(sys.argv) - 2 :]]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "map"
        root.mkdir()
        for name in ("mkdocs.yml", "requirements.txt"):
            shutil.copy(ROOT / name, root)
        if source == "-":
            shutil.copytree(ROOT / "seeds", root / "seeds")
        else:
            drawn = list(other_texts(Path(source).read_text("utf-8").splitlines(), int(count) * (int(words) // 300)))
            write_collection(root, [joined(drawn[i :: int(count)]) for i in range(int(count))])
            seal(root / "seeds")
        measure(root)


if __name__ == "__main__":
    main()
