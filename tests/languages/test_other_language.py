"""A collection whose language has another pack says nothing of the Dutch one, in no page and no address."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pages.collection import made
from weerklank.build.every_file import pages
from weerklank.languages import pack as packs
from weerklank.languages.pack import Form, Pack, pack
from weerklank.model import collected
from weerklank.pages.own_pages import own_pages

NL = pack("nl")
RULES = Path(packs.__file__).parent / "nl" / "rules"
_LETTER = re.compile(r"\{/?\w+\}|\{:[^}]*\}|<[^>]*>|(?<=\]\()[^)]*|[^\W\d_]")
_TELLING = 14  # letters and spaces of our words in a row that stand nowhere by chance


def strange(words: str) -> str:
    """Words with every letter another, but for values, addresses and markup."""
    return _LETTER.sub(lambda found: "þ" if len(found[0]) == 1 else found[0], words)


def forms(form: Form) -> list[str]:
    return list(form.values()) if isinstance(form, dict) else [form]


def other() -> Pack:
    words: dict[str, Form] = {
        key: {name: strange(each) for name, each in form.items()} if isinstance(form, dict) else strange(form)
        for key, form in NL.words.items()
    }
    addresses = {name: f"þ-{name}" for name in NL.addresses}
    generated = tuple(addresses[name] for name, place in NL.addresses.items() if place in NL.generated)
    return replace(NL, words=words, addresses=addresses, generated=generated)


@pytest.fixture()
def written(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr(collected, "interface", lambda language: other())
    collection = made().collection
    ours = own_pages(NL)
    return {name: text for name, text in pages(collection).items() if name not in ours}


def test_no_words_of_the_other_pack_are_said(written: dict[str, str]) -> None:
    pieces = {
        piece.strip()
        for key, form in NL.words.items()
        if not key.startswith("theme.")
        for each in forms(form)
        for piece in re.findall(r"[^\W\d_][^\W\d_ ,]*(?:,? [^\W\d_]+)+", packs._PLACE.sub("\n", each))
        if len(piece) >= _TELLING
    }
    rules = "".join(path.read_text("utf-8") for path in RULES.glob("*.toml"))  # the cleaner's language is the text's
    pieces = {piece for piece in pieces if piece.lower() not in rules.lower()}
    assert len(pieces) > 200
    found = [(name, piece) for name, text in written.items() for piece in pieces if piece in text]
    assert found == []


def test_no_address_is_of_the_other_pack(written: dict[str, str]) -> None:
    folders = [place for name, place in NL.addresses.items() if place in NL.generated]
    assert [name for name in written if name.startswith(tuple(f"{folder}/" for folder in folders))] == []
    led = re.compile(rf"(?:\]\(|href=\"|\"url\": ?\")(?:\.\./)*(?:{'|'.join(folders)})/")
    assert [(name, found[0]) for name, text in written.items() for found in led.finditer(text)] == []


def test_letters_are_strange_and_values_are_not() -> None:
    assert strange("## Zie [hier](../{/essays}/a.md) om {n} uur {: #x }") == (
        "## þþþ [þþþþ](../{/essays}/a.md) þþ {n} þþþ {: #x }"
    )
