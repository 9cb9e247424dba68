"""The order in which the keys of each file stand: as an editor reads them."""

from __future__ import annotations

PASSAGE = ("essay", "stance", "weight", "voice", "speaker", "quote", "before", "after", "note")
ARGUMENT = ("claim", "poles", "related", "passages", "clash", "examined", "was", "personal")
