"""The search index: what can be found, nothing else, and always the same bytes."""

from __future__ import annotations

from pathlib import Path

from tests.site.checkout import DOCUMENTS
from weerklank.search import SearchDocument, write_index

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
