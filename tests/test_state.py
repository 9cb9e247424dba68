"""What earlier builds left is never trusted, and never in the way: damaged, it is made anew."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.test_build_faults import build, edit, is_sound, make_checkout
from weerklank.build import checkout as module
from weerklank.build.inputs import read
from weerklank.site.swap import SPARE
from weerklank.state.safe_writing import remove


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small checkout, built by somebody who lets nobody in."""
    before = os.umask(0o077)
    try:
        return make_checkout(tmp_path_factory.mktemp("state"))
    finally:
        os.umask(before)


def done(root: Path) -> subprocess.CompletedProcess[str]:
    made = build(root)
    assert made.returncode == 0, made.stderr
    assert "Traceback" not in made.stderr
    return made


def modes(site: Path) -> set[str]:
    return {f"{'d' if p.is_dir() else 'f'}{p.stat().st_mode & 0o777:o}" for p in (site, *site.rglob("*"))}


def test_others_can_read_what_was_built_under_a_strict_umask(checkout: Path) -> None:
    assert modes(checkout / "site") == {"d755", "f644"}
    assert "Nothing changed" in done(checkout).stderr
    for name in ("site/index.html", "site/essays"):
        (checkout / name).chmod(0o700)
    assert "Nothing changed" not in done(checkout).stderr
    assert modes(checkout / "site") == {"d755", "f644"}


def test_what_is_edited_while_a_build_works_is_built_by_the_next(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(checkout, "ochtend")

    def edited(root: Path, *rest: Any) -> Any:
        inputs = read(root, *rest)
        edit(root, "middag")
        return inputs

    monkeypatch.setattr(module, "read", edited)
    module.build(checkout, quiet=True)
    monkeypatch.undo()
    assert "middag" not in (checkout / "site/index.html").read_text("utf-8")
    assert "Nothing changed" not in module.build(checkout, quiet=True)
    is_sound(checkout, "middag")
    assert "Nothing changed" in module.build(checkout, quiet=True)


def test_what_hooks_read_is_not_known_so_each_build_makes_the_site(checkout: Path) -> None:
    settings, hook = checkout / "mkdocs.yml", checkout / "hook.py"
    before = settings.read_bytes()
    settings.write_bytes(before + b"\nhooks: [hook.py]\n")
    hook.write_text("def on_post_page(output, **_):\n    return output.replace('</title>', ' haak</title>')\n", "utf-8")
    done(checkout)
    assert " haak</title>" in (checkout / "site/index.html").read_text("utf-8")
    assert "Nothing changed" not in done(checkout).stderr
    settings.write_bytes(before)
    hook.unlink()
    done(checkout)
    assert "haak" not in (checkout / "site/index.html").read_text("utf-8")
    assert "Nothing changed" in done(checkout).stderr


def test_settings_that_are_gone_are_told_by_name(checkout: Path) -> None:
    settings = checkout / "mkdocs.yml"
    aside = settings.rename(checkout / "aside.yml")
    made = build(checkout)
    aside.rename(settings)
    assert made.returncode == 1 and "mkdocs.yml' does not exist" in made.stderr


def test_no_older_site_stays_where_less_may_be_shown(checkout: Path) -> None:
    sidecar = checkout / "seeds/b.yml"
    for words in ("een", "twee", "drie"):
        edit(checkout, words)
        module.build(checkout, quiet=True)
    assert (checkout / SPARE).is_dir()
    sidecar.write_text("publish: quotes\n", "utf-8")
    module.build(checkout, quiet=True)
    assert not (checkout / SPARE).exists()
    sidecar.unlink()


def test_damaged_state(checkout: Path) -> None:
    state, secret = checkout / ".weerklank", checkout.parent / "geheim.txt"
    secret.write_text("Niet om te publiceren.")
    edit(checkout, "heel")
    done(checkout)
    (state / "built").write_bytes(b"\xff\xfe")
    (state / "withheld").write_bytes(b"\xff\xfe")
    (state / "kept.sqlite").write_bytes(b"geen databank")
    done(checkout)
    assert all(p.read_bytes().startswith(b"\x89PNG") for p in (checkout / "site/kaarten").rglob("*.png"))
    for name in ("built", "withheld", "kept.sqlite"):
        (state / name).unlink(missing_ok=True)
        (state / name).mkdir()
        (state / name / "diep").touch()
    (state / "build-oud").symlink_to(checkout.parent)
    edit(checkout, "weer heel")
    done(checkout)
    for name in ("built", "withheld", "kept.sqlite"):
        remove(state / name)
        (state / name).symlink_to(secret)
    remove(state / "docs")
    (state / "docs").symlink_to(checkout.parent)
    edit(checkout, "nog heel")
    done(checkout)
    remove(state / "withheld")  # where nothing is withheld, nobody asks what was
    is_sound(checkout, "nog heel")
    assert not (state / "docs").is_symlink() and (state / "docs/data/collection.json").is_file()
    assert secret.read_text() == "Niet om te publiceren."
