"""What the check of the last site spares that of the next.

A page that stayed as it is, and of which the same is expected, is still right, as long as nothing went away to which
pages lead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from weerklank.state.kept import Kept
from weerklank.state.records import dump, load

_KIND = "sound site"


@dataclass(frozen=True)
class Sound:
    """What is known of a site that was found in order: what was `expected` of its pages (a digest by name), and the
    files that they lead to, and perhaps more.
    """

    expected: dict[str, str] = field(default_factory=dict)
    targets: tuple[str, ...] = ()


def sound(files: Mapping[str, str], around: str, kept: Kept) -> Sound | None:
    """What was kept of the site with these files, by name their digests; None where it was not found in order.
    `around` tells what else its links depend on.
    """
    data = kept.found(_KIND, _inputs(files, around)) if files else None
    return load(Sound, data) if data else None


def keep_sound(files: Mapping[str, str], around: str, known: Sound, kept: Kept) -> None:
    """Keep that the site with these files was found in order."""
    kept.keep(_KIND, _inputs(files, around), dump(known))


def _inputs(files: Mapping[str, str], around: str) -> str:
    return sha256(repr((sorted(files.items()), around)).encode("utf-8", "surrogatepass")).hexdigest()
