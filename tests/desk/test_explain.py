"""`weerklank clean` and `weerklank explain` as a maintainer sees them."""

from pathlib import Path

import pytest

from weerklank import cli
from weerklank.clean import clean
from weerklank.commands import text_commands
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
    assert cli.main(["clean", str(path)]) == 0
    assert capsys.readouterr().out == clean(TEXT).text + "\n"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00x", b"Reageer\n\nReactie toevoegen\n"])
def test_a_file_without_a_text_is_an_error(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "leeg.txt"
    path.write_bytes(data)
    assert cli.main(["clean", str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_a_file_that_is_all_residue_can_still_be_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "leeg.txt"
    path.write_text("Reageer\n\nReactie toevoegen\n", "utf-8")
    assert cli.main(["explain", str(path)]) == 0
    assert "removed     Reactie toevoegen" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["clean", str(tmp_path / "nergens.txt")]) == 1
    assert "nergens.txt" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_fault_of_ours_is_one_line_with_the_name_of_the_text(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "brood.txt"
    path.write_text(TEXT, "utf-8")

    def fails(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(text_commands, "clean_seed", fails)
    assert cli.main([command, str(path)]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"error: {path}: Weerklank itself fails on it (KeyError in test_explain.py, line ")


def test_so_is_a_fault_in_what_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "brood.txt"
    path.write_text(TEXT, "utf-8")
    monkeypatch.setattr(text_commands, "explain", lambda *_: 1 // 0)
    assert cli.main(["explain", str(path)]) == 3
    assert f"error: {path}: Weerklank itself fails on it (ZeroDivisionError" in capsys.readouterr().err


def test_places_that_disagree_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "sluis.html"
    body = "<p>Wie aan de sluis woont, telt de boten niet meer, want zij tellen hem: elke dag om zes uur.</p>" * 3
    address = "<link rel=canonical href='https://sluis.example/2016/12/08/boten/'>"
    page.write_text(f"<title>Boten</title>{address}<h1>Boten</h1><time datetime='2019-05-01'>1 mei 2019</time>{body}")
    assert cli.main(["explain", str(page)]) == 0
    shown = capsys.readouterr().out
    assert "date (unknown: the places disagree" in shown
    assert {"  2019-05-01  [time]", "  2016-12-08  [address]"} <= {*shown.splitlines()}
