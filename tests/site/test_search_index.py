"""The search index: what can be found, nothing else, and always the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tests.site.checkout import DOCUMENTS
from weerklank.search import SearchDocument, write_index
from weerklank.state.kept import Kept

HOSTILE = SearchDocument(
    "essays/kwaad/",
    "Een <b>titel</b>",
    ('"A" & B',),
    None,
    (("", "Een kop"), ("p1", "<script>x()</script>"), ("p2", "- een\n- twee"), ("", "Slot")),
)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_index(DOCUMENTS, tmp_path / name / "index", tmp_path / name / "shadow")
    assert files(tmp_path / "a/index") == files(tmp_path / "b/index")


def test_what_pagefind_made_of_a_page_is_made_once(tmp_path: Path) -> None:
    kept, changed = Kept(), [replace(DOCUMENTS[0], title="Een andere titel"), *DOCUMENTS[1:]]
    write_index(DOCUMENTS, tmp_path / "a/index", tmp_path / "a/shadow", kept)
    write_index(changed, tmp_path / "b/index", tmp_path / "b/shadow", kept)
    write_index(changed, tmp_path / "c/index", tmp_path / "c/shadow")
    assert files(tmp_path / "b/index") == files(tmp_path / "c/index")
    before, after = ({p.name for p in tmp_path.glob(f"{name}/index/fragment/*")} for name in "ab")
    assert len(before & after) == len(DOCUMENTS) - 1


def test_a_fragment_whose_name_an_older_one_has_is_written(tmp_path: Path) -> None:
    """Pagefind leaves alone what lies there under the same name."""
    kept, own = Kept(), DOCUMENTS[:2]
    write_index(own, tmp_path / "a/index", tmp_path / "a/shadow")
    write_index(own[:1], tmp_path / "b/index", tmp_path / "b/shadow", kept)
    known = json.loads(kept.found("searched", repr(replace(own[0], passages=(), poles=()))) or b"")
    names = {path.name for path in (tmp_path / "a/index/fragment").iterdir()} - {known[2]}
    known[2] = names.pop()
    kept.keep("searched", repr(replace(own[0], passages=(), poles=())), json.dumps(known).encode())
    write_index(own, tmp_path / "c/index", tmp_path / "c/shadow", kept)
    assert files(tmp_path / "c/index") == files(tmp_path / "a/index")


def test_shadow_page_is_inert_and_anchored(tmp_path: Path) -> None:
    write_index([HOSTILE], tmp_path / "index", tmp_path / "shadow")
    page = (tmp_path / "shadow/essays/kwaad/index.html").read_text("utf-8")
    assert "<h1>Een &lt;b&gt;titel&lt;/b&gt;</h1>" in page
    assert "&quot;A&quot; &amp; B" in page
    assert (
        '<p><a id="p1"></a>Een kop</p>\n'
        "<p>&lt;script&gt;x()&lt;/script&gt;</p>\n"
        '<p><a id="p2"></a>een\ntwee</p>\n'
        "<p>Slot</p>\n"
    ) in page


def test_nothing_to_find_is_no_index(tmp_path: Path) -> None:
    write_index([], tmp_path / "index", tmp_path / "shadow")
    assert not (tmp_path / "index").exists()
