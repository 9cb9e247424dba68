"""The commands on one scrape, anywhere on the disk: thin, as all commands; `cli` has their words."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from weerklank.clean import clean_seed
from weerklank.collection import read_sidecar, reseal
from weerklank.collection.checksums import digest, read_checksums
from weerklank.commands.terminal import put, tell
from weerklank.desk.explain import explain
from weerklank.model import Cleaned, Seed, Sidecar
from weerklank.model.errors import InputError, Problem, naming
from weerklank.model.geometry import SUFFIX as LAYOUT
from weerklank.read import read_seed
from weerklank.read.originals import is_original, seed_of
from weerklank.rights.redact import redact


def clean_(options: Namespace) -> int:
    """The reading text of a scrape, on standard output."""
    path = options.path
    cleaned = _cleaned(path)
    if cleaned.ends == "asked":
        tell(f"{path}: some of this may be others' words; see weerklank explain {path}")
    if not cleaned.text.strip():
        remedy = f"see what became of it: weerklank explain {path}"
        raise InputError([Problem(str(path), "nothing of the text is left after cleaning", remedy)])
    return put(cleaned.text + "\n")


def explain_(options: Namespace) -> int:
    """What became of each line of a scrape."""
    seed = _seed(options.path)
    with naming(options.path):
        return put(explain(clean_seed(seed), sys.stdout.isatty(), f"{options.path.stem}.yml", seed.html_metadata))


def _cleaned(path: Path) -> Cleaned:
    """A scrape anywhere on the disk, cleaned as the build would, with the sidecar beside it."""
    seed = _seed(path)
    with naming(path):
        return clean_seed(seed)


def _seed(path: Path) -> Seed:
    """A scrape anywhere on the disk, with the sidecar beside it."""
    data, sidecar = read_scrape(path)
    with naming(path):
        if is_original(data, path.name):
            return seed_of(data, path, sidecar)[0]
        beside = path.with_suffix(LAYOUT)
        layout = beside.read_bytes() if beside.is_file() and path.suffix == ".txt" else None
        seed, notes = read_seed(data, path.name, sidecar, str(path.parent), layout=layout)
    for note in notes:
        tell(note)
    return seed


def read_scrape(path: Path) -> tuple[bytes, Sidecar]:
    """The bytes of a scrape, and the sidecar beside it."""
    try:
        beside = path.with_suffix(".yml")
        sidecar = read_sidecar(beside.read_bytes(), str(beside)) if beside.is_file() else Sidecar()
        return path.read_bytes(), sidecar
    except OSError as error:
        raise InputError([Problem(str(path), error.strerror or "cannot be read", "")]) from error


def redact_(options: Namespace) -> int:
    """Overwrite a scrape without its readers' comments, and say what that changed."""
    path: Path = options.path
    data, sidecar = read_scrape(path)
    if path.suffix != ".txt":
        remedy = "take the comments out of the page by hand, compare 'weerklank clean' before and after, 'make seal'"
        raise InputError([Problem(str(path), "is no .txt scrape, and only that can be redacted", remedy)])
    if path.with_suffix(LAYOUT).is_file():
        remedy = "name its readers' lines under 'drop:' in its sidecar, or add the original again without those pages"
        raise InputError([Problem(str(path), "was read from an original, which its layout belongs to", remedy)])
    folder = path.resolve().parent
    if read_checksums(folder).get(path.name, digest(data)) != digest(data):
        remedy = "put the old one back, or run 'make seal'"
        raise InputError([Problem(str(path), "changed since it was sealed", remedy)])
    with naming(path):
        done = redact(data, str(path), sidecar)
    if not done.bytes_out:
        tell(f"{path}: holds no readers' comments that the cleaner knows; nothing was changed.")
        return 0
    reseal(folder, path.name, done.data)
    tell(f"{path}: {done.bytes_out} bytes of readers' comments taken out; {len(done.data)} stay.")
    before, now = done.comments_before, done.comments_now
    if now != before:
        lost = f"{path}: its page told of {before} comments left out, and would tell of {now}"
        tell(f"{lost}; write 'comments: {before}' in {path.with_suffix('.yml')}.")
    tell("Earlier commits still hold them: a public repository needs a history without.")
    return 0
