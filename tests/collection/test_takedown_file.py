"""The list of what was taken down, and where the editors can be reached: read strictly, or not at all."""

from pathlib import Path

import pytest

from weerklank.collection import read_collection, read_seeds, read_takedown, seal
from weerklank.model.errors import InputError


def listed(folder: Path, text: bytes) -> list[str]:
    (folder / "takedown.txt").write_bytes(text)
    return [str(entry) for entry in read_takedown(folder)]


def test_no_list_and_an_empty_one(tmp_path: Path) -> None:
    assert read_takedown(tmp_path) == ()
    assert listed(tmp_path, b"") == []
    assert listed(tmp_path, b"\n# niets\n \n") == []


def test_entries_are_read_once(tmp_path: Path) -> None:
    sha256 = "AB" * 32
    text = f"\ufeff# een brief\r\nweg-met-de-klant\r\n  een-tekst#p7a \r\n{sha256}\r\nweg-met-de-klant\r\n"
    assert listed(tmp_path, text.encode()) == ["weg-met-de-klant", "een-tekst#p7a", sha256.lower()]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elders").write_text("een-tekst\n")
    (tmp_path / "takedown.txt").symlink_to(tmp_path / "elders")
    with pytest.raises(InputError, match="is a symbolic link"):
        read_takedown(tmp_path)


def test_every_wrong_line_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        listed(tmp_path, b"een-tekst\nEen Tekst\nook-goed#p7\n#p7\nfout#alinea7\n")
    where = [problem.where for problem in caught.value.problems]
    assert where == [f"{tmp_path.name}/takedown.txt: line {number}" for number in (2, 5)]


def test_the_list_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "een.txt").write_text("Brood op zondag\n\nDe bakker slaapt.\n")
    listed(tmp_path, b"een-tekst\n")
    assert [seed.name for seed in read_seeds(tmp_path).seeds] == ["een.txt"]
    assert seal(tmp_path).added == ("een.txt",)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("contact: redactie@voorbeeld.nl\nremoval: Binnen een week.", ""),
        ("contact: https://voorbeeld.nl/contact?a=1", ""),
        ("contact: de redactie", "is not an e-mail address or a web address"),
        ("contact: javascript:alert(1)", "is not an e-mail address or a web address"),
        ('contact: "a@b.nl?subject=x"', "is not an e-mail address or a web address"),
        ("removal: Binnen een week.", "'removal' promises what nobody can ask for"),
    ],
)
def test_contact(tmp_path: Path, lines: str, told: str) -> None:
    (tmp_path / "collection.yml").write_text(f"title: Brood\nlanguage: nl\n{lines}\n", "utf-8")
    if told:
        with pytest.raises(InputError, match=told):
            read_collection(tmp_path)
    else:
        assert read_collection(tmp_path).contact
