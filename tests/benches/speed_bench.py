"""How long cleaning takes, compared with the time MkDocs needs to render the same texts, in one run.

    python -m tests.benches.speed_bench [--copies N] [FILE …]     (default: the texts of seeds/)

Prints for texts born digital and for print: CPU seconds of cleaning, of rendering the bare pages, and
the ratio; for the texts of seeds/ the same with their pages as published, with all their notes.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from weerklank.annotate.anchors import Lock
from weerklank.build.compose import edition
from weerklank.build.inputs import read
from weerklank.clean import clean
from weerklank.model import CollectionConfig, Seed, Sidecar
from weerklank.read import read_seed
from weerklank.site.new_site import NewSite
from weerklank.site.render import render_pages

ROOT = Path(__file__).resolve().parents[2]


def copies(paths: Sequence[Path], number: int) -> list[Seed]:
    """Each text `number` times, under other names, with a title where it may lack one."""
    seeds = []
    for path in paths:
        seed, _ = read_seed(path.read_bytes(), path.name)
        for n in range(number):
            side = Sidecar(slug=f"{path.stem.replace('_', '-')}-{n}", title=path.stem, personal="published")
            seeds.append(Seed(f"{path.stem}_{n}", f"{path.stem}_{n}.txt", seed.data, seed.text, side))
    return seeds


def bare_pages(seeds: Sequence[Seed]) -> dict[str, str]:
    """The essay pages of these texts, without any argument."""
    made = edition(CollectionConfig("Proef", "nl"), seeds, (), Lock())
    return {n: t for n, t in made.pages.items() if n.startswith("essays/") and n != "essays/index.md"}


def published_pages(paths: Sequence[Path], number: int) -> dict[str, str]:
    """The essay pages made from these texts, with all their notes, each `number` times."""
    made, stems = read(ROOT).edition, {path.stem for path in paths}
    slugs = [essay.slug for essay in made.collection.essays if essay.seed.stem in stems]
    pages = {slug: made.pages[f"essays/{slug}.md"] for slug in slugs}
    return {f"essays/{slug}-{n}.md": page for slug, page in pages.items() for n in range(number)}


def rendering(essays: dict[str, str]) -> float:
    """CPU seconds that MkDocs takes for these pages, the theme's start taken off."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        config = (ROOT / "mkdocs.yml").read_text("utf-8")
        (root / "mkdocs.yml").write_text(config[: config.index("\nnav:")] + "\nnav: [index.md]\n", "utf-8")
        (root / "docs" / "essays").mkdir(parents=True)
        (root / "docs" / "index.md").write_text("---\ntitle: Proef\n---\n\n# Proef\n", "utf-8")
        empty = _seconds(root)
        for name, text in essays.items():
            (root / "docs" / name).write_text(text, "utf-8")
        return _seconds(root) - empty


def _seconds(root: Path) -> float:
    since = time.process_time()
    render_pages(root, NewSite(root / "site"))
    return time.process_time() - since


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=25)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    paths = options.files or sorted((ROOT / "seeds").glob("*.txt"))
    groups: dict[bool, list[Path]] = {False: [], True: []}
    for path in paths:
        groups[clean(path.read_text("utf-8")).printed].append(path)
    for printed, group in groups.items():
        if group:
            seeds = copies(group, options.copies)
            kind = "print" if printed else "born digital"
            _print(kind, seeds, rendering(bare_pages(seeds)))
            if not options.files:
                _print(f"{kind}, as published", seeds, rendering(published_pages(group, options.copies)))


def _print(kind: str, seeds: Sequence[Seed], rendered: float) -> None:
    since = time.process_time()
    for seed in seeds:
        clean(seed.text)
    cleaning = time.process_time() - since
    figures = f"cleaning {cleaning:.2f} s, rendering {rendered:.2f} s, ratio {cleaning / rendered:.2f}"
    print(f"{kind}: {len(seeds)} texts, {figures}")


if __name__ == "__main__":
    main()
