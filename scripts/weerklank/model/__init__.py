"""The records that the pipeline hands on: immutable, without behaviour beyond looking at themselves.

Offsets are counts of Unicode code points. `source` offsets point into a seed's decoded text,
`text` offsets into the reading text.
"""

from weerklank.model.arguments import RELATIONS, Argument, ArgumentFile, Named, Poles, Question, Related, Relation
from weerklank.model.cleaned_text import Block, BlockKind, Cleaned, Ledger, Metadata, Span, Uncertain, Verdict, Witness
from weerklank.model.collected import Collection, CollectionConfig, Moved
from weerklank.model.essays import GAP_MARK, Dated, Essay, Unit
from weerklank.model.passages import STANCES, VOICES, Passage, PassageEntry, Stance, Voice, Withdrawn
from weerklank.model.scrapes import ALL, Publish, Seed, Sidecar

__all__ = [
    "ALL",
    "Argument",
    "ArgumentFile",
    "Block",
    "BlockKind",
    "Cleaned",
    "Collection",
    "CollectionConfig",
    "Dated",
    "Essay",
    "GAP_MARK",
    "Ledger",
    "Metadata",
    "Moved",
    "Named",
    "Passage",
    "PassageEntry",
    "Poles",
    "Publish",
    "Question",
    "RELATIONS",
    "Related",
    "Relation",
    "STANCES",
    "Seed",
    "Sidecar",
    "Span",
    "Stance",
    "Uncertain",
    "Unit",
    "VOICES",
    "Verdict",
    "Voice",
    "Withdrawn",
    "Witness",
]
