"""A new site takes from the last one what stays the same, and never writes into a file of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests.site.checkout import write
from weerklank.model.errors import InputError
from weerklank.site.new_site import NewSite


@pytest.fixture
def site(tmp_path: Path) -> NewSite:
    for name in ("a/index.html", "b.css", "c.css"):
        write(tmp_path / "last" / name, "brood")
    return NewSite(tmp_path / "new", tmp_path / "last")


def words(site: NewSite) -> dict[str, str]:
    paths = (path for path in site.folder.rglob("*") if path.is_file())
    return {path.relative_to(site.folder).as_posix(): path.read_text("utf-8") for path in paths}


def test_what_stays_the_same_is_the_same_file(site: NewSite, tmp_path: Path) -> None:
    site.write("a/index.html", b"brood")
    site.write("b.css", b"koek")
    (tmp_path / "bron.css").write_text("brood")
    site.copy("c.css", tmp_path / "bron.css")
    assert words(site) == {"a/index.html": "brood", "b.css": "koek", "c.css": "brood"}
    same = [(site.folder / name).samefile(tmp_path / "last" / name) for name in ("a/index.html", "b.css", "c.css")]
    assert same == [True, False, True]
    assert not (site.folder / "c.css").samefile(tmp_path / "bron.css")


def test_what_is_written_over_a_link_leaves_the_last_site(site: NewSite, tmp_path: Path) -> None:
    for said in (b"brood", b"brood", b"koek", b"brood", b"koek"):
        site.write("b.css", said)
    assert (tmp_path / "last/b.css").read_text() == "brood"
    (tmp_path / "bron.css").write_text("taart")
    site.write("c.css", b"brood")
    site.copy("c.css", tmp_path / "bron.css")
    assert (tmp_path / "last/c.css").read_text() == "brood" and words(site)["c.css"] == "taart"


def test_a_file_that_was_tampered_with_is_not_taken(site: NewSite, tmp_path: Path) -> None:
    path, digest = tmp_path / "last/b.css", hashlib.sha256(b"brood").hexdigest()
    assert NewSite(tmp_path / "een", tmp_path / "last", site.digests).keep("b.css", digest)
    before = path.stat()
    with path.open("r+b") as file:
        file.write(b"kroon")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not site.keep("b.css", digest)
    (tmp_path / "last/c.css").unlink()
    (tmp_path / "last/c.css").symlink_to(tmp_path / "last/a/index.html")
    assert not site.keep("c.css", digest)
    assert words(site) == {}


def test_a_disk_without_links_has_copies(site: NewSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    site.write("b.css", b"brood")
    assert words(site) == {"b.css": "brood"}
    assert not (site.folder / "b.css").samefile(tmp_path / "last/b.css")


def test_a_folder_in_its_place_has_no_other_files(tmp_path: Path) -> None:
    write(tmp_path / "site/pagefind/oud.json", "oud")
    write(tmp_path / "made/index/nieuw.json", "nieuw")
    site = NewSite(tmp_path / "site", tmp_path / "site")
    for _ in range(2):
        site.copy_folder("pagefind", tmp_path / "made")
        assert words(site) == {"pagefind/index/nieuw.json": "nieuw"}


def test_an_older_site_in_its_place_leaves_nothing(site: NewSite, tmp_path: Path) -> None:
    for name, said in (("a/index.html", "brood"), ("oud/b/index.html", "oud"), ("b.css", "oud"), ("c.css/x", "oud")):
        write(site.folder / name, said)
    (site.folder / "d").symlink_to(tmp_path / "last")
    (tmp_path / "older").hardlink_to(site.folder / "b.css")
    older = NewSite(site.folder, tmp_path / "last", site.digests)
    for name, data in (("a/index.html", b"brood"), ("b.css", b"koek"), ("c.css", b"brood"), ("d/e", b"taart")):
        older.write(name, data)
    listed = {
        name: hashlib.sha256(said.encode()).hexdigest() for name, said in words(site).items() if "oud" not in name
    }
    assert older.settle() == listed
    assert words(site) == {"a/index.html": "brood", "b.css": "koek", "c.css": "brood", "d/e": "taart"}
    assert not (site.folder / "oud").exists()
    write(site.folder / "ouder/c/index.html", "oud")
    once_more = NewSite(site.folder, tmp_path / "last", site.digests)
    for name in ("a/index.html", "b.css", "c.css", "d/e"):
        once_more.keep(name, listed[name])
    once_more.clear("ouder/c/index.html")
    assert once_more.settle() == listed and not (site.folder / "ouder").exists()
    assert (tmp_path / "older").read_text() == "oud" and not (tmp_path / "last/e").exists()


def test_a_file_comes_where_a_folder_was_and_the_other_way_round(site: NewSite) -> None:
    for name in ("x", "x/y", "x"):
        site.write(name, b"brood")
        assert words(site) == {name: "brood"}


@pytest.mark.parametrize("name", ["../buiten", "a/../../buiten", "/tmp/buiten-weerklank"])
def test_nothing_is_written_outside(site: NewSite, name: str) -> None:
    with pytest.raises(InputError, match="would be written outside new/"):
        site.write(name, b"x")
