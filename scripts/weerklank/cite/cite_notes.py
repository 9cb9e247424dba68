"""What a maintainer should hear about the names that citations make something of."""

from __future__ import annotations

from weerklank.cite.csl_names import csl_name
from weerklank.model import Collection
from weerklank.model.errors import Problem


def notes(collection: Collection) -> tuple[Problem, ...]:
    """Every author that is cited whole, as a group is, without a sidecar's saying so."""
    return tuple(
        Problem(
            f"seeds/{essay.seed.stem}.yml: authors",
            f"'{name[:60]}' is cited whole, as a group's name is",
            "say {group: …}, or {person: …} where it is someone's name",
        )
        for essay in collection.essays
        for name in essay.authors
        if name not in essay.seed.sidecar.groups and "literal" in csl_name(name, essay.seed.sidecar)
    )
