"""A YAML file in pieces of whole lines: each key or item with the comments right above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from weerklank.collection.yaml_edit import Node, begins, end_of, line_start, nodes

_SCHEMA = "# yaml-language-server"  # belongs to the file, and to no key


@dataclass(frozen=True, slots=True)
class BlockList:
    """The `items` of a list that stands a line or more each, `head`: its key's line; `column`: of its dashes."""

    head: str = ""
    items: tuple[str, ...] = ()
    data: tuple[Any, ...] = ()
    column: int = 0

    def at_column(self, column: int) -> list[str]:
        """The items with their dashes in that column."""
        return [_shifted(item, column - self.column) for item in self.items]


def data_of(text: str | None) -> Any:
    """What the YAML says, every word as a string; nothing for none."""
    return yaml.load(text or "", Loader=yaml.BaseLoader)


def cut_mapping(text: str) -> tuple[str, dict[str, str]]:
    r"""What stands above the first key, and the lines of each key. ValueError where the text is no mapping of lines.

    >>> cut_mapping("a: 1\n# of b\nb:\n- c\n")
    ('', {'a': 'a: 1\n', 'b': '# of b\nb:\n- c\n'})
    """
    root = nodes(text)
    if root is None:
        return text, {}
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ValueError("its keys do not stand on lines of their own")
    starts = _starts(text, begins(text, root), [value for _, value in root.value])
    names = [str(key.value) for key, _ in root.value]
    if len(set(names)) < len(names):
        raise ValueError("it has a key twice")
    return text[: starts[0]], dict(zip(names, _between(text, starts), strict=True))


def cut_list(text: str | None) -> BlockList | None:
    """The list of one key, from its lines; one without items for None. None where it stands on one line."""
    if text is None:
        return BlockList()
    home = nodes(text).value[0][1]
    if not isinstance(home, yaml.SequenceNode) or home.flow_style:
        return None
    starts = _starts(text, begins(text, home), home.value)
    data = next(iter(data_of(text).values()))
    return BlockList(text[: starts[0]], tuple(_between(text, starts)), tuple(data), home.start_mark.column)


def whole(text: str) -> str:
    """The lines with a break after the last."""
    return text if not text or text.endswith("\n") else text + "\n"


def _between(text: str, starts: Sequence[int]) -> list[str]:
    return [whole(text[a:b]) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _starts(text: str, marks: Sequence[int], values: Sequence[Node]) -> list[int]:
    """Where the lines of each begin: at the first of the comments right above it."""
    found = []
    for mark, before in zip(marks, [None, *values], strict=False):
        least = end_of(text, before) if before is not None else 0
        at = line_start(text, mark)
        while at > least and (above := line_start(text, at - 1)) >= least and _is_comment(text[above:at]):
            at = above
        found.append(at)
    return found


def _is_comment(line: str) -> bool:
    return line.lstrip(" ").startswith("#") and not line.startswith(_SCHEMA)


def _shifted(text: str, by: int) -> str:
    lines = text.splitlines(keepends=True)
    if by >= 0:
        return "".join(" " * by + line if line.strip() else line for line in lines)
    return "".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)
