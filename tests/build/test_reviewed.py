"""What lies in docs/: every page, with what a person reviews; nothing that is derived, dated or for machines."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.copies import copy_built, run_here
from weerklank.build.reviewed import reviewed
from weerklank.cli import main
from weerklank.markup.markdown import escape, front_matter, tag
from weerklank.site.new_site import NewSite
from weerklank.site.render import render_pages

_INSTEAD = '<p class="wk-built">Een tabel.</p>'
PAGE = front_matter({"title": "Brood"})
NOTES = '<details class="wk-notes" data-for="p1">de anderen</details>'


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Een <svg><g><rect></rect></g></svg>beeld.", "Een beeld."),
        ("<table><tr><td><table></table></td></tr></table>", _INSTEAD),
        ('<details class="wk-whole">weg</details>', ""),
        (NOTES, NOTES),
        ('<h2>Voor <span class="wk-counts">3×</span></h2>', "<h2>Voor </h2>"),
        ('<p id="a" class="wk-derived">1 <p>2</p></p>rest', "rest"),
        ("Voor.\n\n<dl><dt>sha256</dt></dl>\n\nrest", "Voor.\n\nrest"),
        ("<table>zonder einde", _INSTEAD),
    ],
)  # fmt: skip
def test_elements(body: str, left: str) -> None:
    assert reviewed(PAGE + body, "Een tabel.") == PAGE + left


@given(st.text(), st.text())
def test_foreign_words_stay_and_the_head_is_still_a_head(words: str, title: str) -> None:
    drawn = tag("svg", tag("title", escape(words)))
    values = {"title": title or "x", "citation": [["a", words]], "updated": words, "card_words": words, "seed": words}
    page = "".join([front_matter(values), escape(words), drawn, tag("p", escape(words))])
    before, after = page.partition("\n---\n"), reviewed(page).partition("\n---\n")
    assert after[2] == re.sub(r"\n{3,}", "\n\n", before[2].replace(drawn, ""))
    whole = yaml.safe_load(before[0].removeprefix("---\n"))
    assert yaml.safe_load(after[0].removeprefix("---\n")) == {key: whole[key] for key in ("title", "seed")}


def test_plain_mkdocs_gives_every_page_without_a_warning(built: Path, tmp_path: Path) -> None:
    """On a fresh clone there is docs/ alone; strict, so that a warning is an error."""
    site = built / "site"
    render_pages(built, NewSite(tmp_path))
    pages = {p.relative_to(tmp_path) for p in tmp_path.rglob("*.html")}
    assert pages == {p.relative_to(site) for p in site.rglob("*.html")}
    assert (site / "data/collection.json").is_file()
    assert (site / "feed.xml").is_file()


def test_git_keeps_pages_alone(built: Path) -> None:
    made = [p for p in (built / "docs").rglob("*") if p.is_file() and p.suffix != ".md"]
    assert made == []


def test_a_changed_sentence_is_a_small_change(built: Path, tmp_path: Path) -> None:
    """Five files, on whatever day: the text, its page, the seal and two locks."""
    root = copy_built(tmp_path, built)
    seeds = sorted((root / "seeds").glob("*.txt"))
    _git(root, "init", "-q")
    _git(root, "add", "-A", "docs", "seeds")
    marked = "".join(path.read_text("utf-8") for path in (root / "seeds/arguments").glob("*.md"))
    path, sentence = next(
        (path, found)
        for path in seeds
        for found in re.findall(r"(?<=[.?!] )[A-Z][^.?!\n]{40,150}[.?!](?=[ \n])", path.read_text("utf-8"))
        if not any(found[at : at + 15] in marked for at in range(len(found) - 15))
    )
    longer = sentence.replace(" ", " werkelijk waar ", 1)
    path.write_text(path.read_text("utf-8").replace(sentence, longer), "utf-8")
    assert main(["-C", str(root), "seal"]) == 0
    done = run_here(root, "build", "--quiet")
    assert done.returncode == 0, done.stderr
    changed = _git(root, "diff", "--name-only").split()
    assert len(changed) == 5, changed
    assert len(_git(root, "diff").encode()) < 20_000


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
