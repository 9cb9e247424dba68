"""`weerklank add`: the scrape lies sealed in seeds/, its editor hears what it is, and nothing is ever overwritten."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from tests.made_files import WORDS, column, made_pdf
from weerklank.clean import clean_seed
from weerklank.cli import main
from weerklank.collection import read_seeds
from weerklank.collection.schemas import comment
from weerklank.model.errors import InputError

ESSAY = """De kade

Door Els de Wit

3 maart 2019

Wie langs de kade loopt, ziet elke dag dezelfde drie boten liggen. Ze varen nooit meer uit.

De havenmeester zegt dat het aan de motor ligt. Daar gelooft de buurt niets van.

2 reacties

Piet zegt: mooi geschreven!

Kees zegt: mij niet gezien.
"""
PAGE = """<html lang="nl"><head><title>De brug</title><meta name="author" content="Jan Bos">
<link rel="canonical" href="https://brug.example/stuk/de-brug"><meta property="og:site_name" content="De Brugwachter">
</head><body><article><h1>De brug</h1><p>De brug is dicht, en dat is jammer voor wie aan de overkant woont. Men fietst
om, een half uur lang, en niemand zegt er iets van.</p><p>Zo gaat dat met bruggen.</p></article></body></html>"""
ASKED = (
    ESSAY.split("2 reacties")[0]
    + """Fenna Dijkstra

Mijn vader heeft daar zijn laatste jaren gezeten, met zijn zuurstoffles naast zich.

Gerrit Bijlsma

Ik kwam er elke dag met mijn therapeut, dat hielp meer dan de pillen.
"""
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "verzameling/seeds").mkdir(parents=True)
    (tmp_path / "verzameling/seeds/collection.yml").write_text("title: Water\nlanguage: nl\n")
    return tmp_path / "verzameling"


def scrape(root: Path, name: str, words: str) -> str:
    (root.parent / name).write_text(words)
    return str(root.parent / name)


def add(root: Path, *names: str) -> int:
    return main(["-C", str(root), "add", *names])


def test_what_was_read_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(root, scrape(root, "kade.TXT", ESSAY), scrape(root, "brug.htm", PAGE)) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "seeds/000-de-kade.txt: de-kade title De kade authors Els de Wit date 2019-03-03 source none found" in said
    assert re.search(r"text 2 paragraphs, 3\d words comments 2 left out", said)
    assert "seeds/001-de-brug.htm: de-brug" in said
    assert "source De Brugwachter https://brug.example/stuk/de-brug" in said
    assert "date none found: date: … in seeds/001-de-brug.yml" in said
    assert "make site" in said and "Piet" not in said
    folder = read_seeds(root / "seeds")
    assert [seed.data.decode() for seed in folder.seeds] == [ESSAY, PAGE]
    assert folder.unsealed == ()
    assert {path.read_text() for path in (root / "seeds").glob("0*.yml")} == {comment("sidecar")}


def test_where_the_end_is_not_certain_the_editor_is_asked(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert add(root, scrape(root, "kade.txt", ASKED)) == 0
    said = capsys.readouterr().err
    assert 'write in seeds/000-de-kade.yml: ends: "' in said
    assert "| Fenna Dijkstra" in said
    monkeypatch.setenv("CI", "1")
    assert add(root, scrape(root, "kade-2.txt", ASKED.replace("drie", "vier"))) == 0
    said = capsys.readouterr().err
    assert "Fenna" not in said
    assert "another text has the address" not in said  # nothing was built yet


def test_names_go_on_as_the_others_are(root: Path) -> None:
    (root / f"seeds/007_{'0f' * 8}.txt").write_text("Een titel\n\nEen alinea van de tekst zelf.\n")
    assert add(root, scrape(root, "kade.txt", ESSAY), "--printed") == 0
    (name,) = (path.name for path in (root / "seeds").glob("008_*.txt"))
    assert len(name) == len("008_.txt") + 16
    assert (root / "seeds" / name).with_suffix(".yml").read_text() == comment("sidecar") + "printed: true\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF", "a.pdf: is damaged, or no PDF; try to mend it: qpdf"),
        ("a.docx", b"PK", "a.docx: is damaged: it cannot be unpacked"),
        ("a.odt", b"PK", "a.odt: '.odt' is no kind of file that can be added; save it from its program as .docx"),
        ("a.png", b"PNG", "tesseract FILE out -l nld hocr"),
        ("a.txt", b"", "a.txt: "),
        ("a.txt", b"caf\xe9 en bar", "iconv"),
        ("b.txt", ESSAY.encode(), "b.txt: is there already, as "),
        ("map", None, "map: is a folder; name the files in it: weerklank add"),
        ("weg.txt", ..., "weg.txt: "),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, data: object, said: str
) -> None:
    path = root.parent / name
    if isinstance(data, bytes):
        path.write_bytes(data)
    elif data is None:
        path.mkdir()
    assert add(root, scrape(root, "kade.txt", ESSAY), str(path)) == 1
    assert said in capsys.readouterr().err
    assert [path.name for path in (root / "seeds").iterdir()] == ["collection.yml"]


BOOK = [
    [(150, 20, 9, "Het boek van de kade"), (40, 50, 20, "De haven"), *column(WORDS, 40, 90, 60), (190, 580, 9, "31")],
    [(150, 20, 9, "Het boek van de kade"), *column(WORDS, 40, 60, 60), (190, 580, 9, "32")],
]


def test_an_original_comes_in_as_a_text_with_its_layout(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = made_pdf(BOOK, {"Title": "haven.indd", "Author": "Studio Kil"})
    (root.parent / "haven.PDF").write_bytes(data)
    assert add(root, str(root.parent / "haven.PDF")) == 0
    said = capsys.readouterr().err
    assert "title     De haven" in said and "set aside 4 furniture" in said
    assert "PDF       says author Studio Kil among its properties; if it is right: authors: … in seeds/" in said
    assert sorted(path.name for path in (root / "seeds").glob("0*")) == [
        "000-de-haven.layout",
        "000-de-haven.txt",
        "000-de-haven.yml",
    ]
    ((seed,), folder) = read_seeds(root / "seeds").seeds, read_seeds(root / "seeds")
    assert (seed.text.count("\f"), len(seed.layout), folder.unsealed) == (1, 2, ())
    assert (seed.sidecar.source_file, seed.sidecar.source_sha256) == ("haven.PDF", sha256(data).hexdigest())
    assert "furniture" not in seed.text and "boek" not in clean_seed(seed).text
    assert add(root, str(root.parent / "haven.PDF")) == 1
    assert "holds the text that is there already, as 000-de-haven.txt" in capsys.readouterr().err


def test_a_layout_is_sealed_and_belongs_to_its_text(root: Path) -> None:
    (root.parent / "haven.pdf").write_bytes(made_pdf(BOOK))
    assert add(root, str(root.parent / "haven.pdf")) == 0
    layout = root / "seeds/000-de-haven.layout"
    words = layout.read_text()
    layout.write_text(words.replace(" - 1\n", " b 1\n", 1))
    with pytest.raises(InputError, match="000-de-haven.layout: changed since it was sealed"):
        read_seeds(root / "seeds")
    layout.write_text(words[: words.rindex("line")])
    assert main(["-C", str(root), "seal"]) == 0
    with pytest.raises(InputError, match="000-de-haven.layout: has fewer lines than its text"):
        read_seeds(root / "seeds")
    layout.rename(root / "seeds/weg.layout")
    with pytest.raises(InputError, match="weg.layout: is the layout of a .txt that is not there"):
        read_seeds(root / "seeds")


def test_a_layout_follows_its_text(root: Path) -> None:
    (root.parent / "haven.pdf").write_bytes(made_pdf(BOOK))
    assert add(root, str(root.parent / "haven.pdf")) == 0
    assert main(["-C", str(root), "redact", str(root / "seeds/000-de-haven.txt")]) == 1
    assert main(["-C", str(root), "rename", "000-de-haven", "001-de-haven"]) == 0
    assert read_seeds(root / "seeds").seeds[0].layout
    assert main(["-C", str(root), "remove", "001-de-haven"]) == 0
    assert {path.name for path in (root / "seeds").iterdir()} == {"collection.yml", "SHA256SUMS"}


def test_a_text_that_is_there_is_not_added_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(root, scrape(root, "kade.txt", ESSAY)) == 0
    before = {path.name: path.read_bytes() for path in (root / "seeds").iterdir()}
    assert add(root, scrape(root, "weer.txt", ESSAY)) == 1
    assert "weer.txt: is there already, as 000-de-kade.txt" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in (root / "seeds").iterdir()} == before
