"""What came of a corpus, and what of it fits one site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from weerklank.corpus.shard_file import Made

SITE_TEXTS = 1_000
"""Texts of one site: the most for which a whole build was measured (some two minutes on two cores)."""


@dataclass
class Finished:
    """Sums over the shards that were made: `texts` have a record, and `failed` scrapes have none."""

    shards: int = 0
    texts: int = 0
    words: int = 0
    asked: int = 0
    failed: int = 0
    languages: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, made: Made) -> Finished:
        """With one shard more."""
        self.shards += 1
        self.texts += made.texts
        self.words += made.words
        self.asked += made.asked
        self.languages.update(made.languages)
        return self

    def as_data(self) -> dict[str, Any]:
        """For the summary; 'unknown': of texts that no language can be told of for sure."""
        sums = {"texts": self.texts, "words": self.words, "ends_asked": self.asked, "failed": self.failed}
        return {**sums, "languages": dict(sorted(self.languages.items())), "sites": self.sites}

    @property
    def sites(self) -> int:
        """How many sites it makes, at least."""
        return -(-self.texts // SITE_TEXTS)

    def told(self) -> Iterator[str]:
        """What whoever started it should know, in lines."""
        spoken = ", ".join(f"{count:,} {code}" for code, count in self.languages.most_common())
        yield f"{self.texts:,} texts ({spoken or 'none'}), {self.words:,} words; {self.failed:,} failed (errors.jsonl)"
        if self.asked:
            yield f"of {self.asked:,} the end is not certain: they go up to the first block in doubt"
        if self.sites > 1:
            yield (
                f"more than one site holds, which is {SITE_TEXTS:,} texts: make {self.sites:,} collections or more, "
                "one for each debate; arguments link the texts of one collection only"
            )
