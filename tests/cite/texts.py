"""Made-up texts to cite: what is known of them differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from weerklank.cite.csl import Item, csl_item
from weerklank.model import Cleaned, CollectionConfig, Essay, Ledger, Metadata, Seed, Sidecar, Unit

NOWHERE = CollectionConfig("Brood & spelen", "nl")
SITE = CollectionConfig("Brood & spelen", "nl", site_url="https://brood.example/lezen/")
_NOTHING = Cleaned("", (), (), Metadata(), (), Ledger())


def text(title: str = "Brood op zondag", *authors: str, printed: bool = False, **known: Any) -> Essay:
    """A text with these authors; `known` are fields of the essay, or `sidecar`."""
    seed = Seed("a", "a.txt", b"", "", known.pop("sidecar", Sidecar()))
    blank: dict[str, Any] = {"kicker": None, "date": None, "approximate": False, "publication": None, "note": None}
    units = (Unit("p1", "paragraph", "Het brood is op.", "1", 0),)
    cleaned = replace(_NOTHING, printed=printed)
    return Essay(seed, cleaned, "brood", title, authors=authors, units=units, **(blank | known))


def item(title: str = "Brood op zondag", *authors: str, config: CollectionConfig = SITE, **known: Any) -> Item:
    """The item of such a text."""
    return csl_item(text(title, *authors, **known), config)
