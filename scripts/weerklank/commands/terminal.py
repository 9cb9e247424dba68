"""What commands say, and what they give."""

from __future__ import annotations

import json
import sys


def tell(text: object) -> None:
    """A line for whoever sits at the terminal."""
    print(text, file=sys.stderr)


def put(text: str) -> int:
    """What a command gives, for the next one; exit code 0."""
    sys.stdout.write(text)
    return 0


def as_json(data: object) -> str:
    """Data for tools."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
