"""What the tool carries along from the root of its own checkout: its licence and the lock of its packages."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

CARRIED = ("LICENSE", "requirements.txt")
_ROOM = "weerklank.release"
_ROOT = Path(__file__).resolve().parents[3]


def carried(name: str) -> str:
    """The text of one of the files `CARRIED`: it lies beside this module where the tool is installed, and at the root
    in a checkout.
    """
    beside = resources.files(_ROOM) / name
    return (beside if beside.is_file() else _ROOT / name).read_text("utf-8")
