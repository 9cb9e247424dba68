"""Readers' comments leave a scrape; everything else stays, byte for byte, and their number is still told."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from weerklank.clean import clean
from weerklank.model import Sidecar
from weerklank.model.errors import InputError
from weerklank.rights.redact import redact

ESSAY = (
    "Brood op zondag\n\n3 maart 2019\n\nDe bakker hoort op zondag open te zijn, want dan is het brood vers.\n\n"
    "Door Anna de Wit\n"
)
COMMENTS = (
    "\n2 reacties op ‘Brood op zondag’\n\nPietje Puk schreef op 4 maart 2019 om 10:12:\n\nHeel mooi geschreven!\n\n"
    "Klaas Vaak schreef op 5 maart 2019 om 11:30:\n\nIk slaap liever uit.\n"
)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_comments_go_and_the_rest_stays(ends: str, mark: str) -> None:
    scrape = (mark + ESSAY + COMMENTS).replace("\n", ends).encode()
    done = redact(scrape, "x.txt")
    assert done.data == scrape[: len(done.data)]
    assert b"Pietje" not in done.data
    assert b"Klaas" not in done.data
    assert len(scrape) - len(done.data) == done.bytes_out
    assert done.comments_before == done.comments_now == 2
    assert clean(done.data.decode("utf-8-sig")).text == clean(scrape.decode("utf-8-sig")).text


def test_twice_changes_nothing_more() -> None:
    once = redact((ESSAY + COMMENTS).encode(), "x.txt").data
    assert redact(once, "x.txt").bytes_out == 0


def test_without_comments() -> None:
    assert redact(ESSAY.encode(), "x.txt").data == ESSAY.encode()


def test_not_text() -> None:
    with pytest.raises(InputError):
        redact(b"\xff\xfe", "x.txt")


SLUICE = (
    "Het bankje\n\nDoor Roelof Hanekamp\n\n"
    + "Bij de sluis van ons dorp stond een bankje, en wie er zat keek uit over het water waar niets gebeurde. " * 4
    + "\n\nEen overheid haalt het oude pas weg als het nieuwe er staat.\n"
)
ANSWERS = "\nFenna Dijkstra\nIk zat er ook.\n\nGerrit Bijlsma\nIk nooit.\n"


def test_a_scrape_of_which_the_end_is_not_certain_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        redact((SLUICE + ANSWERS).encode(), "x.txt")
    (problem,) = caught.value.problems
    assert "Gerrit" not in str(problem)
    assert "Gerrit" in problem.private


def test_what_the_editor_said_is_not_the_authors_goes_too() -> None:
    said = Sidecar(ends=("als het nieuwe er staat.",))
    done = redact((SLUICE + ANSWERS).encode(), "x.txt", said)
    assert done.data == SLUICE.rstrip("\n").encode()
    assert redact(done.data, "x.txt", said).bytes_out == 0


def run(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "weerklank", "redact", str(path)]
    scripts = str(Path(__file__).parents[2] / "scripts")
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": scripts})


def test_the_command_seals_that_text_only(tmp_path: Path) -> None:
    scrape = (ESSAY + COMMENTS).encode()
    (tmp_path / "1.txt").write_bytes(scrape)
    other = f"{'0' * 64}  2.txt\n"
    (tmp_path / "SHA256SUMS").write_text(f"{hashlib.sha256(scrape).hexdigest()}  1.txt\n{other}")
    done = run(tmp_path / "1.txt")
    assert done.returncode == 0, done.stderr
    left = (tmp_path / "1.txt").read_bytes()
    assert (tmp_path / "SHA256SUMS").read_text() == f"{hashlib.sha256(left).hexdigest()}  1.txt\n{other}"
    assert "bytes of readers' comments taken out" in done.stderr
    assert "Pietje" not in done.stderr + done.stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["1.txt", "SHA256SUMS"]


def test_the_command_refuses_a_page_and_a_changed_text(tmp_path: Path) -> None:
    (tmp_path / "1.html").write_text("<p>x</p>")
    (tmp_path / "2.txt").write_text(ESSAY)
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  2.txt\n")
    page, text = run(tmp_path / "1.html"), run(tmp_path / "2.txt")
    assert (page.returncode, text.returncode) == (1, 1)
    assert "is no .txt scrape, and only that can be redacted" in page.stderr
    assert "changed since it was sealed" in text.stderr
