"""What one edit costs beside a build from nothing and a bare `mkdocs build` of the same pages, in one run.

    python -m tests.benches.rebuild_bench SENTENCES [COUNT] [WORDS]     (as size_bench; '-': this checkout's texts)

Prints CPU seconds of the processes with their children, and what share of the build from nothing that is: of builds
after no edit, a sentence more, an argument changed, and a text more; of a save of an argument in the preview until its
page is shown, through the functions that `weerklank serve` uses, and the index that follows; and of single commands.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
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


def run(*words: str) -> float:
    """The same of a command of Python."""
    command = [sys.executable, "-m", *words]
    return cost(lambda: subprocess.run(command, env=_ENVIRONMENT, check=True, stdout=subprocess.DEVNULL))


def edited(path: Path, old: str, new: str) -> None:
    """Change a file, and seal it."""
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    seal(next(folder for folder in path.parents if folder.name == "seeds"))


def measure(root: Path) -> None:
    """Print the figures."""
    build = ("weerklank", "-C", str(root), "build", "--quiet")
    whole = run(*build)

    def told(what: str, seconds: float) -> None:
        print(f"{what:<42} {seconds:8.2f} s {seconds / whole:6.3f}", flush=True)

    told("a build from nothing", whole)
    pages = root / ".weerklank/docs"
    bare = root.with_name("kaal")
    shutil.copytree(pages, bare / "docs")
    shutil.copy(root / "mkdocs.yml", bare)
    told("bare MkDocs, the pages that it renders", run("mkdocs", "build", "-q", "-f", str(bare / "mkdocs.yml")))
    shutil.rmtree(bare / "docs")
    shutil.copytree(root / "docs", bare / "docs")
    told("bare MkDocs, docs/", run("mkdocs", "build", "-q", "-f", str(bare / "mkdocs.yml")))
    told("nothing changed", run(*build))
    text = sorted((root / "seeds").glob("*.txt"))[-1]
    argument = sorted((root / "seeds/arguments").glob("*.md"))[0]
    edited(text, ". ", ". Dat weet hier iedereen die weleens kijkt. ")
    told("a sentence more", run(*build))
    edited(argument, "stance: for", "stance: nuance")
    told("an argument changed", run(*build))
    (root / "seeds/nieuw.txt").write_text("De molen\n\nDoor Piet Bos\n\nEen molen maalt graan tot meel.\n", "utf-8")
    told("a text more", run(*build))
    told("suggest", run("weerklank", "-C", str(root), "suggest", sorted((root / "docs/essays").glob("*/"))[0].name))
    told("--help", run("weerklank", "--help"))
    with tempfile.TemporaryDirectory() as folder:
        panel = Panel(root / "seeds")
        shown = Preview(root, Path(folder) / "site", preview(root, panel), panel)
        told("preview, the first pages", cost(shown.refresh))
        told("preview, the first index", cost(shown.index))
        for old, new in (("nuance", "for"), ("for", "nuance")):
            edited(argument, f"stance: {old}", f"stance: {new}")
            told(f"preview, an argument saved ({new})", cost(shown.refresh))
            told("preview, its index", cost(shown.index))
        told("preview, saved with nothing changed", cost(shown.refresh))


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
