"""Bytes as text, and what is said of bytes that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.clean.text.characters import garbled
from weerklank.model.errors import InputError
from weerklank.read.decode import decode
from weerklank.read.safe_files import SEED_LIMIT
from weerklank.read.seed import read_seed

TEXT = "Een cliënt is geen klant.\nDat is één ding.\n"


def said(data: bytes, name: str = "seeds/een tekst.txt") -> str:
    with pytest.raises(InputError) as caught:
        decode(data, name)
    assert len(caught.value.problems) == 1
    return str(caught.value)


@given(st.text(min_size=1).filter(lambda t: "\0" not in t and any(c.isalnum() for c in t)))
def test_utf8_is_read_as_it_is(text: str) -> None:
    try:
        assert decode(text.encode(), "x") == text.removeprefix("\ufeff")
    except InputError as error:
        assert "binary" in str(error)


def test_a_byte_order_mark_is_left_out() -> None:
    assert decode(TEXT.encode("utf-8-sig"), "x") == TEXT


def test_windows_1252_with_place_sample_and_cure() -> None:
    assert said(TEXT.encode("cp1252")) == (
        "seeds/een tekst.txt: is not UTF-8: byte 7 (line 1) is 0xEB; it looks like windows-1252"
        " ('Een cliënt is geen kla'); convert it: iconv -f WINDOWS-1252 -t UTF-8 'seeds/een tekst.txt'"
        " > 'seeds/een tekst.txt.new' && mv 'seeds/een tekst.txt.new' 'seeds/een tekst.txt'"
    )


def test_two_encodings_in_one_file() -> None:
    message = said(TEXT.encode() + "Nog één.".encode("cp1252"))
    assert "byte 50 (line 3) is 0xE9, while other letters are UTF-8: two encodings in one file" in message


def test_the_place_counts_the_byte_order_mark() -> None:
    assert "byte 5 (line 1) is 0xE9" in said(b"\xef\xbb\xbf12\xe9")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16(encoding: str) -> None:
    message = said(TEXT.encode(encoding))
    assert "it looks like utf-16" in message
    assert "iconv -f UTF-16" in message


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.7 x", "a PDF"), (b"PK\x03\x04abc", "a zip file"), (bytes(range(256)) * 9, "a binary file")],
)
def test_binary_files(data: bytes, kind: str) -> None:
    assert f"is not text: it looks like {kind}" in said(data)


def test_a_nul_byte() -> None:
    assert "holds a NUL byte at byte 4 (line 2)" in said(b"een\n\0twee drie vier vijf")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\ufeff".encode(), " …\n".encode()])
def test_a_text_without_a_word(data: bytes) -> None:
    assert "is empty" in said(data)


def test_too_large() -> None:
    assert "is 5,000,001 bytes, and the limit is 5,000,000" in said(b"a" * (SEED_LIMIT + 1))


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    try:
        decode(data, "x")
    except InputError as error:
        assert all(p.what for p in error.problems)


@pytest.mark.parametrize("word", ["cliënt", "één", "‘zo’", "zo’n", "–", "“ja”", "…", "€ 5", "reünie"])
def test_mojibake_is_recognised(word: str) -> None:
    text = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in word.encode())
    found = list(garbled(text))
    assert found
    for at, stands, meant in found:
        assert text[at:].startswith(stands)
        assert meant in word


@given(st.text(alphabet="abcdé ëïöüáàèçñ‘’“”…–€ÉËÖ\n"))
def test_sound_dutch_is_no_mojibake(text: str) -> None:
    assert not list(garbled(text))


def test_a_sound_text_in_which_signs_were_lost_is_read() -> None:
    text = "Een titel\n\nDe cliÃ«nt zei ‘ja’: " + "ï¿½ en " * 9
    _, notes = read_seed(text.encode(), "a.txt")
    assert [note.what for note in notes] == [
        "looks like UTF-8 read as windows-1252: 1 time, first 'Ã«' for 'ë' in line 3"
    ]
