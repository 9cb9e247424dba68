"""What MkDocs says of a page is told with the page's name and a remedy."""

from __future__ import annotations

import pytest

from weerklank.site.render import told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            'The following pages exist in the docs directory, but are not included in the "nav" configuration: - x.md'
            " - map/y.md",
            ["docs/x.md: is in no menu; name it in mkdocs.yml", "docs/map/y.md: is in no menu; name it in mkdocs.yml"],
        ),
        (
            "Doc file 'x.md' contains a link 'essays/weg.md', but the target is not found among documentation files.",
            ["docs/x.md: its link 'essays/weg.md' leads nowhere: the target is not found among"],
        ),
        ("Iets anders.", ["docs: Iets anders."]),
    ],
)
def test_a_warning(words: str, said: list[str]) -> None:
    problems = told(words)
    assert len(problems) == len(said)
    assert all(str(problem).startswith(begin) for problem, begin in zip(problems, said, strict=True))
