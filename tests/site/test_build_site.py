"""From docs/ to site/, with the real theme: what comes out, what is refused, and always the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.checkout import DOCUMENTS, EXPECTED, ROOT, build_site, make_checkout, write
from weerklank.model.errors import InputError
from weerklank.site import Expected, checkout_lock


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return make_checkout(tmp_path / "checkout")


def digest(site: Path) -> str:
    """Names and bytes of everything in a folder."""
    total = hashlib.sha256()
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        total.update(f"{path.relative_to(site)}\0".encode() + path.read_bytes())
    return total.hexdigest()


def refused(checkout: Path, expected: Expected = EXPECTED) -> list[str]:
    """What a build says is wrong; the site must be as it was."""
    write(checkout / "site/index.html", "de vorige")
    with pytest.raises(InputError) as error:
        build_site(checkout, DOCUMENTS, expected)
    assert (checkout / "site/index.html").read_text() == "de vorige"
    return [str(problem) for problem in error.value.problems]


def test_builds(checkout: Path) -> None:
    with checkout_lock(checkout):
        pages = build_site(checkout, DOCUMENTS, EXPECTED)
    page = (checkout / "site/essays/vers-brood/index.html").read_text()
    assert pages == len(list((checkout / "site").rglob("*.html")))
    assert '<article data-seed="000_brood">' in page
    assert "Content-Security-Policy" in page
    assert "<script>" not in page
    assert (checkout / "site/pagefind/pagefind.js").is_file()
    assert not list((checkout / "site/pagefind").glob("*ui*"))


def test_broken_link_in_markdown(checkout: Path) -> None:
    write(checkout / "docs/auteurs/index.md", "---\ntitle: Auteurs\n---\n\n[weg](weg.md)\n")
    assert any("auteurs/index.md" in line and "weg.md" in line for line in refused(checkout))


def test_broken_link_in_html(checkout: Path) -> None:
    write(checkout / "docs/auteurs/index.md", '---\ntitle: Auteurs\n---\n\n<a href="../weg/">weg</a>\n')
    assert refused(checkout) == ["auteurs/index.html: ../weg/: nothing there"]


def test_lost_words(checkout: Path) -> None:
    texts = {"vers-brood": [*EXPECTED.texts["vers-brood"][:3], ("p3", "Brood is\nbeter")]}
    told = refused(checkout, Expected(texts, EXPECTED.passages, EXPECTED.arguments))
    assert told == [
        "essays/vers-brood/index.html: p3 reads 'Brood is\\ngoed'…, the text has 'Brood is\\nbeter'…",
    ]


def test_bare_mkdocs_gives_the_same_pages(checkout: Path) -> None:
    build_site(checkout, (), EXPECTED)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "kaal"]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)
    for path in sorted((checkout / "site").rglob("*.html")):
        assert path.read_bytes() == (checkout / "kaal" / path.relative_to(checkout / "site")).read_bytes()


BUILD = """
import sys, pathlib
from tests.site.checkout import DOCUMENTS, EXPECTED, build_site
build_site(pathlib.Path(sys.argv[1]), DOCUMENTS, EXPECTED, site_url="https://example.org/lezen/")
"""


def test_same_bytes_everywhere(checkout: Path, tmp_path: Path) -> None:
    """At another path, with other file times, time zone, locale, hash seed and order of files."""
    other = tmp_path / "heel ergens anders" / "kopie"
    other.parent.mkdir()
    shutil.copytree(checkout, other)
    for path in sorted(other.rglob("*.md"), reverse=True):
        os.utime(path, (10**9, 10**9))
    common = {**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{ROOT}"}
    one = {**common, "TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    two = {**common, "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}
    for root, environment in ((checkout, one), (other, two)):
        subprocess.run([sys.executable, "-c", BUILD, str(root)], env=environment, check=True)
    assert digest(checkout / "site") == digest(other / "site")
    assert "https://example.org/lezen/essays/vers-brood/" in (checkout / "site/sitemap.xml").read_text()


def test_no_english_and_nothing_from_the_theme(checkout: Path) -> None:
    """The theme gives the skeleton; its words, styles and scripts stay out of the pages."""
    build_site(checkout, DOCUMENTS, EXPECTED)
    for path in (checkout / "site").rglob("*.html"):
        page = re.sub(r"<pre>.*?</pre>", "", path.read_text(), flags=re.S)  # settings to copy are in English
        for word in ("Skip to", "Header", "Footer", ">Search", "Tabs", "Permanent link", "Table of contents"):
            assert word not in page, path
        assert "assets/stylesheets" not in page
        assert "assets/javascripts" not in page
        assert '<html lang="nl"' in page
