"""The canonical form of the files that editors keep: keys in one order, each value written one way.

Comments stay where they are, and so does what an editor laid out over several lines ('|' and '>'): what holds
either is looked into, and only what holds neither is written anew.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from weerklank.collection.keys import GLOSS, PASSAGE, STOP
from weerklank.collection.yaml_edit import Node, Path, laid_out, nodes, put, spaced
from weerklank.collection.yaml_writing import Value

_INSIDE = {
    "passages": PASSAGE,
    "stops": STOP,
    "gloss": GLOSS,
    "related": ("id", "type", "how"),
    "questions": ("id", "title", "arguments"),
    "poles": ("for", "against"),
    "source": ("name", "url", "file", "sha256"),
    "rights": ("status", "basis"),
    "readings": ("found", "read"),
}
"""The order of keys in a mapping, or in those of a list, by the key that it stands under."""
_FLAGS = ("approximate", "printed", "index_unlicensed")


def canonical(text: str, order: Sequence[str]) -> str:
    r"""A YAML file, or front matter, whose top keys stand in `order`, in canonical form. It must be one that the
    reader accepts.

    >>> canonical("title: 'Een  titel'\n# waarom\nslug: een-titel\n", ("slug", "title"))
    '# waarom\nslug: een-titel\ntitle: "Een  titel"\n'
    """
    text = _in_order(spaced(text), order)
    for path in [(key,) for key in _keys(text)]:
        text = _written(text, path)
    return text


def _keys(text: str) -> list[str]:
    root = nodes(text)
    return [str(key.value) for key, _ in root.value] if isinstance(root, yaml.MappingNode) else []


def _written(text: str, path: Path) -> str:
    """The value at `path` in canonical form, or what it holds where it cannot be written as one."""
    node = laid_out(text, path)
    if not node.has_comment and _is_plain(node.node):
        return put(text, path, _value(node.node, path))
    if isinstance(node.node, yaml.CollectionNode):
        for step in _steps(node.node):
            text = _written(text, (*path, step))
    return text


def _steps(node: Node) -> list[str | int]:
    if isinstance(node, yaml.MappingNode):
        return [str(key.value) for key, _ in node.value]
    return list(range(len(node.value)))


def _is_plain(node: Node) -> bool:
    """Whether nothing in it is laid out over lines, or empty."""
    if isinstance(node, yaml.ScalarNode):
        return node.style not in ("|", ">") and bool(node.value)
    children = [each[1] for each in node.value] if isinstance(node, yaml.MappingNode) else node.value
    return all(map(_is_plain, children))


def _value(node: Node, path: Path) -> Value:
    if isinstance(node, yaml.ScalarNode):
        said = str(node.value)
        return said.lower() in ("true", "yes") if path[-1] in _FLAGS and _is_flag(said) else said
    if isinstance(node, yaml.SequenceNode):
        return [_value(each, (*path, number)) for number, each in enumerate(node.value)]
    held = {str(key.value): _value(each, (*path, str(key.value))) for key, each in node.value}
    under = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    order = _INSIDE.get(under, ())
    return {key: held[key] for key in [*(key for key in order if key in held), *(k for k in held if k not in order)]}


def _is_flag(said: str) -> bool:
    return said.lower() in ("true", "false", "yes", "no")


def _in_order(text: str, order: Sequence[str]) -> str:
    """The top keys in `order`, each with its lines and the comments right above it."""
    root = nodes(text)
    if not isinstance(root, yaml.MappingNode) or root.flow_style or not root.value:
        return text
    rows = text.splitlines(keepends=True)
    begins = [_first_line(rows, int(key.start_mark.line)) for key, _ in root.value]
    ends = [*begins[1:], len(rows)]
    parts = {str(key.value): "".join(rows[a:b]) for (key, _), a, b in zip(root.value, begins, ends, strict=True)}
    names = [*(name for name in order if name in parts), *(name for name in parts if name not in order)]
    if all(one == other for one, other in zip(names, parts, strict=True)):
        return text
    whole = [part if part.endswith("\n") else part + "\n" for part in (parts[name] for name in names)]
    return "".join(rows[: begins[0]]) + "".join(whole)


def _first_line(rows: Sequence[str], line: int) -> int:
    """The first line of the comments that stand right above a line."""
    while line and rows[line - 1].startswith("#") and not rows[line - 1].startswith("# yaml-language-server"):
        line -= 1
    return line
