"""`weerklank clean` and `weerklank explain` as a maintainer sees them."""

from pathlib import Path

import pytest

from weerklank.clean import clean
from weerklank.cli import main
from weerklank.desk.explain import explain

TEXT = """Brood op zondag

3 maart 2019

De bakker hoort  op zondag open te zijn. Wie werkt, heeft anders nooit vers brood.

.Natuurlijk moet ook een bakker slapen. Dat is waar.

Foto: Anna de Wit
"""


def test_each_line_has_its_verdict_and_rule() -> None:
    rows = [" ".join(row.split()) for row in explain(clean(TEXT)).split("\n")]
    assert "3 metadata 3 maart 2019 [meta-line]" in rows
    assert "9 set aside Foto: Anna de Wit [caption]" in rows
    assert any(row.startswith("7 changed .Natuurlijk moet") and "[stray-full-stop" in row for row in rows)


def test_changes_reasons_and_totals_follow() -> None:
    text = explain(clean(TEXT))
    assert "line 7: '.' -> ''  [stray-full-stop]" in text
    assert "caption: 'Foto: Anna de Wit'" in text
    assert f"Total: {len(TEXT)} characters (born digital):" in text


def test_colour_is_for_terminals_only() -> None:
    assert "\x1b[" not in explain(clean(TEXT))
    assert "\x1b[36m" in explain(clean(TEXT), colour=True)


def test_every_rule_is_explained() -> None:
    for rule in {span.rule for span in clean(TEXT).ledger.spans if span.rule}:
        assert f"  {rule}: " in explain(clean(TEXT))


def test_clean_prints_the_reading_text_of_any_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brood.txt"
    path.write_text(TEXT, "utf-8")
    assert main(["clean", str(path)]) == 0
    assert capsys.readouterr().out == clean(TEXT).text + "\n"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00x", b"Reageer\n\nReactie toevoegen\n"])
def test_a_file_without_a_text_is_an_error(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "leeg.txt"
    path.write_bytes(data)
    assert main(["clean", str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_a_file_that_is_all_residue_can_still_be_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "leeg.txt"
    path.write_text("Reageer\n\nReactie toevoegen\n", "utf-8")
    assert main(["explain", str(path)]) == 0
    assert "removed     Reactie toevoegen" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", str(tmp_path / "nergens.txt")]) == 1
    assert "nergens.txt" in capsys.readouterr().err
