"""The essays of tests/cases/essays.md, by the sign that stands for each."""

from __future__ import annotations

import re
from pathlib import Path

_TEXT = (Path(__file__).parent / "cases" / "essays.md").read_text(encoding="utf-8")
ESSAYS = {
    m[1]: m[2].strip("\n") for m in re.finditer(r"^## (\(\S+\))\n(.*?)(?=^## |\Z)", _TEXT, re.DOTALL | re.MULTILINE)
}
