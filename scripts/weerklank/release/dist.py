"""What goes out beside the site: the zip for a USB stick and the bill of materials, in dist/."""

from __future__ import annotations

import tempfile
from pathlib import Path

from weerklank.exports.zipped import zipped
from weerklank.model import CollectionConfig
from weerklank.model.errors import InputError, MachineError, Problem
from weerklank.release.carried import carried
from weerklank.release.sbom import bill_of_materials, installed_licences, read_carried, read_lock
from weerklank.site.archive import folder_name, with_papers
from weerklank.site.manifest import damage
from weerklank.site.offline import offline

OUT = "dist"
_LANGUAGES = Path(__file__).parents[1] / "languages"


def make_zip(root: Path, config: CollectionConfig) -> Path:
    """Write the finished site of checkout `root` as a zip that opens without a server; gives its path.

    InputError where there is no whole site. Only what the site shows is in it, so a text that is
    published in part, or not at all, is so here too.
    """
    site = root / "site"
    if not (site / "index.html").is_file():
        raise InputError([Problem("site/", "there is no site to pack", "build one: make site")])
    if told := damage(site):
        raise InputError([Problem("site/", f"is not as it was built ({told[0]})", "build it anew: make site")])
    files = {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}
    folder = folder_name(config)
    made = zipped(with_papers(offline(files, config.say), config, carried("LICENSE"), _bill(root)), folder)
    return _write(root / OUT / f"{folder}.zip", made)


def make_bill(root: Path) -> Path:
    """Write the bill of materials of what the build runs on; gives its path."""
    return _write(root / OUT / "weerklank-sbom.cdx.json", _bill(root).encode())


def _bill(root: Path) -> str:
    lock = root / "requirements.txt"
    try:
        data = [
            each
            for path in sorted(_LANGUAGES.glob("*/data/carried.toml"))
            for each in read_carried(path.read_text("utf-8"))
        ]
        return bill_of_materials(read_lock(lock.read_text("utf-8")), installed_licences(), data)
    except ValueError as error:
        raise InputError([Problem(lock.name, str(error), "compile it anew, as CONTRIBUTING.md says")]) from error


def _write(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all."""
    try:
        path.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as error:
        raise MachineError(f"{path}: {error.strerror or error}") from error
    return path
