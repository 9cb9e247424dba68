"""The scan among the seeds comes out as its transcription has it."""

from pathlib import Path

import pytest

from weerklank.clean import clean, restore_print

ROOT = Path(__file__).parents[2]
SEEDS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("0*.txt"))}
SCAN = "004_ea0e24c6bf79a4b9"


def test_restores_the_scan() -> None:
    lines = SEEDS[SCAN].split("\n")
    byline = lines.index("Jan de Jonge en Seerp Leistra")
    restored = restore_print([*lines[2:byline], *lines[byline + 2 :]])
    transcription = (Path(__file__).parent / "transcriptions" / f"{SCAN}.md").read_text(encoding="utf-8")
    assert restored.text.strip() == transcription.split("---\n", 2)[2].replace("## ", "").strip()
    assert [(block.kind, block.text) for block in restored.asides] == [
        ("pull_quote", "De kern van klantgerichtheid is ‘gewoon’ met mensen praten")
    ]


@pytest.mark.parametrize("stem", SEEDS)
def test_finds_out_what_is_print(stem: str) -> None:
    assert clean(SEEDS[stem]).printed == (stem == SCAN)
