"""Whatever YAML someone writes: it is read, or what is wrong is told at a place that the file has."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from weerklank.collection.keys import SIDECAR
from weerklank.collection.yaml_file import read_yaml
from weerklank.model.errors import InputError

PIECES = [
    *("title: ", "note: ", "authors: ", "source: ", "- ", "  - ", "[", "]", "{", "}", ",", ", ", '"', "'", '\\"', "''"),
    *("“", "”", "brood", "zo's", "de bakker sliep", " #1", "  # zo", "#", ":", ": ", "|\n", ">\n", "\t", " ", "    "),
    *(
        "\n",
        "\n\n",
        "\n  ",
        "---\n",
        "&a ",
        "*a",
        "!b ",
        "@",
        "%",
        "`",
        "\x85",
        "\u2028",
        "é",
        "? ",
        "...",
        "\r\n",
        "\r",
    ),
]


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_any_yaml(text: str) -> None:
    try:
        fields = read_yaml(text, "seeds/1.yml", SIDECAR)
        for key in SIDECAR:
            fields.text(key)
        fields.check()
    except InputError as error:
        for problem in error.problems:
            if place := re.search(r"line (\d+)(?:, column (\d+))?", f"{problem.where} {problem.what}"):
                rows = re.split(r"\r\n|[\n\r\x85\u2028\u2029]", text)
                assert 1 <= int(place[1]) <= len(rows), problem
                assert int(place[2] or 1) <= len(rows[int(place[1]) - 1]) + 1, problem
