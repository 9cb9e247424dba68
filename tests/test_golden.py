"""docs/ is the golden file: what the seeds give, byte for byte."""

from pathlib import Path

import pytest

from weerklank.build.docs_folder import drift
from weerklank.build.inputs import read

ROOT = Path(__file__).resolve().parents[1]


def test_docs_and_lock_are_what_the_seeds_give() -> None:
    inputs = read(ROOT)
    if inputs.unsealed:
        pytest.skip(f"not built yet: {', '.join(inputs.unsealed)}")
    assert [str(problem) for problem in drift(ROOT, inputs.edition)] == []
