"""What a build may let go of for good, as whoever builds says: `--accept-loss [ID …]`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Accepted:
    """Everything, or what has one of these names: a passage ('geen-klant-3'), an argument ('geen-klant': all its
    passages), a paragraph ('de-wachtkamer#p7'), a text by its slug or file, or a lock of seeds/ by its file.
    """

    everything: bool = False
    names: frozenset[str] = frozenset()

    def covers(self, *names: str) -> bool:
        """Whether something may go that has each of these names."""
        return self.everything or not self.names.isdisjoint(names)

    def command(self, names: Iterable[str]) -> str:
        """What to type so that `names` may go too.

        >>> Accepted(names=frozenset({"geen-klant-3"})).command(["de-wachtkamer#p7"])
        'make site ACCEPT_LOSS="geen-klant-3 de-wachtkamer#p7"'
        """
        return f'make site ACCEPT_LOSS="{" ".join(dict.fromkeys([*sorted(self.names), *names]))}"'


NOTHING = Accepted()
EVERYTHING = Accepted(everything=True)
