"""Known weaknesses of the locked packages, by pip-audit; and never 'clean' where nobody could say so.

pip-audit ends well when its source knows none of the packages, so its report is read, not its exit code.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from weerklank.model.errors import InputError, MachineError, Problem

_PATIENCE = 300  # seconds for all packages


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan told: how many packages it knew of, which it did not, and each weakness in words."""

    known: int
    unknown: tuple[str, ...]
    weak: tuple[str, ...]


def scan(lock: Path) -> str:
    """Have the packages of a lock looked up; gives the line for a clean result.

    InputError with each known weakness. MachineError, which says that the scan was not run, where
    the source of advisories could not be asked, or not about all packages.
    """
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes", "--disable-pip"]
    options = ["--format", "json", "--progress-spinner", "off", "--timeout", "20"]
    try:
        done = subprocess.run(
            [*command, *options],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise not_run(type(error).__name__) from error
    try:
        told = read_report(done.stdout)
    except (ValueError, KeyError, TypeError) as error:
        raise not_run(_last(done.stderr)) from error
    return verdict(told, lock.name)


def read_report(text: str) -> Scan:
    """pip-audit's report (JSON). ValueError, KeyError or TypeError where it is none.

    >>> read_report('{"dependencies": [{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "?"}]}')
    Scan(known=1, unknown=('b',), weak=())
    """
    entries = json.loads(text)["dependencies"]
    looked_up = [entry for entry in entries if "vulns" in entry]
    weak = [_words(entry, each) for entry in looked_up for each in entry["vulns"]]
    return Scan(len(looked_up), tuple(e["name"] for e in entries if "vulns" not in e), tuple(weak))


def _words(entry: dict[str, str], weakness: dict[str, Sequence[str]]) -> str:
    mended = ", ".join(weakness.get("fix_versions") or ()) or "no version yet"
    return f"{entry['name']} {entry['version']}: {weakness['id']}, mended in {mended}"


def verdict(told: Scan, name: str) -> str:
    """The line for a scan of the lock `name` that found nothing; errors as `scan`."""
    if told.weak:
        remedy = "renew the lock, as CONTRIBUTING.md says"
        raise InputError([Problem(name, what, remedy) for what in told.weak])
    if told.unknown or not told.known:
        few = ", ".join(told.unknown[:3]) + (" …" if len(told.unknown) > 3 else "")
        count = told.known + len(told.unknown)
        raise not_run(f"the source knows {told.known} of {count} packages" + (f", not {few}" if few else ""))
    return f"Advisory scan: no known weakness in the {told.known} packages of {name}."


def not_run(why: str) -> MachineError:
    """The error for a scan that has nothing to say."""
    return MachineError(f"advisory scan NOT RUN, so nothing is known: {why}; try again with a network")


def _last(said: str) -> str:
    lines = [line for line in said.splitlines() if line.strip()]
    return " ".join(lines[-1].split())[:200] if lines else "no answer"
