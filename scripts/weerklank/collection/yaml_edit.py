"""Edits of the YAML that editors keep: comments, order and every line outside the edit stay byte for byte.

A path names a value by its keys and positions (from 0): ("passages", 2, "quote"). New values are written in the
canonical form of `yaml_writing`, in the manner of the list that they come into. The text must be YAML that
`read_yaml` accepts. A path that leads nowhere is a LookupError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from weerklank.collection.yaml_writing import ONE_A_LINE, Value, flow, item, pair

Path = Sequence[str | int]
Node: TypeAlias = Any
"""One of yaml's nodes, or None: its own types do not tell what a node holds."""
_BEHIND_KEY = re.compile(r"(?m)^((?: *- +)* *[\w-]+:)( *\t[ \t]*)(?=\S)")
FRONT_MATTER = re.compile("\\A(\ufeff?---[ \\t]*\\r?\\n)(.*?\\n)?(---[ \\t]*(?:\\r?\\n|\\Z))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A value, and whether a comment stands between its parts."""

    node: Node
    has_comment: bool


def in_front_matter(text: str, edit: Callable[[str], str]) -> str:
    """A Markdown file with its front matter edited; LookupError where it has none."""
    match = FRONT_MATTER.match(text)
    if not match:
        raise LookupError("the file has no front matter")
    return match[1] + edit(match[2] or "") + text[match.start(3) :]


def put(text: str, path: Path, value: Value, order: Sequence[str] = ()) -> str:
    """Give the key or item at `path` a value. A new key comes after those that precede it in `order`; comments in a
    value that goes stand above the new one.
    """
    *way, last = path
    root = nodes(text)
    home = _at(root, way) if root else None
    if home is None or _is_null(home):
        return (
            _insert_line(text, len(text), pair(str(last), value, 0)) if not way else put(text, way, {str(last): value})
        )
    if not isinstance(home, yaml.MappingNode):
        return _replace_item(text, _sequence(home, way), int(last), value, _open(way))
    for key, old in home.value:
        if key.value == last:
            written = _written(home, str(last), value, key.start_mark.column)
            return _replace_value(text, key.start_mark.index, end_of(text, old), written)
    before = order[: order.index(str(last))] if last in order else [key.value for key, _ in home.value]
    return _new_key(text, home, str(last), value, before)


def add(text: str, path: Path, value: Value, order: Sequence[str] = ()) -> str:
    """Add an item at the end of the list at `path`, which is made where it is not there."""
    root = nodes(text)
    try:
        home = _at(root, path)
    except LookupError:
        return put(text, path, [value], order)
    if not home.value:
        return put(text, path, [value], order)
    last = _sequence(home, path).value[-1]
    if home.flow_style:
        return _replace(text, end_of(text, last), end_of(text, last), f", {flow(value)}")
    column = home.start_mark.column
    return _insert_line(text, end_of(text, last), " " * column + "- " + item(value, column, _open(path)))


def remove(text: str, path: Path) -> str:
    """Take away the key or item at `path`; a list or mapping goes with the last that it holds."""
    *way, last = path
    home = _at(nodes(text), way)
    _at(home, [last])
    if len(home.value) == 1 and way:
        return remove(text, way)
    number = int(last) if isinstance(home, yaml.SequenceNode) else [key.value for key, _ in home.value].index(last)
    starts = begins(text, home)
    end = end_of(text, _child(home, number))
    following = starts[number + 1] if number + 1 < len(starts) else None
    if home.flow_style:
        if following is not None:
            return _replace(text, starts[number], following, "")
        before = end_of(text, _child(home, number - 1)) if number else starts[0]
        return _replace(text, before, end, "")
    if text[line_start(text, starts[number]) : starts[number]].strip() and following is not None:
        return _replace(text, starts[number], following, "")  # it shares its line with the '-' of what holds it
    return text[: line_start(text, starts[number])] + text[_line_end(text, end) :]


def scalars(text: str) -> list[tuple[tuple[str | int, ...], str]]:
    """Every word or number of the file with its path, in order."""
    root = nodes(text)
    return list(_scalars(root, ())) if root else []


def _scalars(node: Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, str(node.value)
        return
    for number, child in enumerate(node.value):
        name = str(child[0].value) if isinstance(node, yaml.MappingNode) else number
        yield from _scalars(_child(node, number), (*path, name))


def laid_out(text: str, path: Path) -> LaidOut:
    """The value at `path`, and whether a comment stands in it or between it and its key (not behind it)."""
    root = nodes(text)
    home, node = _at(root, path[:-1]), _at(root, path)
    keys = [key for key, value in home.value if value is node] if isinstance(home, yaml.MappingNode) else []
    begin = int((keys or [node])[0].start_mark.index)
    return LaidOut(node, bool(comments(text, begin, end_of(text, node))))


def comments(text: str, begin: int = 0, end: int | None = None) -> list[str]:
    r"""The comments between two places of the file.

    >>> comments("# a\nclaim: 'b # c'  # d\n")
    ['# a', '# d']
    """
    end = len(text) if end is None else end
    tokens = [t for t in yaml.scan(spaced(text), Loader=yaml.SafeLoader) if isinstance(t, yaml.ScalarToken)]
    rest, between = begin, ""
    for token in (t for t in tokens if begin <= t.start_mark.index < end):
        between += text[rest : token.start_mark.index] + _behind_sign(text, token)
        rest = int(token.end_mark.index)
    return [found.strip() for found in re.findall("#.*", between + text[rest:end])]


def _behind_sign(text: str, token: yaml.ScalarToken) -> str:
    """What stands behind the '|' or '>' of a value of several lines."""
    return text[token.start_mark.index :].partition("\n")[0] + "\n" if token.style in ("|", ">") else ""


def nodes(text: str) -> Node:
    """The top node of the file, as YAML's own parser has it; None where it is empty."""
    return yaml.compose(spaced(text), Loader=yaml.SafeLoader)  # not libyaml's: its marks lie elsewhere around comments


def spaced(text: str) -> str:
    r"""The same with spaces for tabs behind a key's colon, which the reader takes and YAML's own parser does not.

    >>> spaced("title:\tEen twee\nslug: a\n")
    'title: Een twee\nslug: a\n'
    """
    return _BEHIND_KEY.sub(lambda m: m[1] + " " * len(m[2]), text) if "\t" in text else text


def _at(node: Node, path: Path) -> Node:
    for depth, step in enumerate(path):
        children = dict(_named(node))
        if step not in children:
            raise LookupError(f"there is no {' '.join(map(str, path[: depth + 1]))}")
        node = children[step]
    if node is None:
        raise LookupError("the file is empty")
    return node


def _named(node: Node) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _sequence(node: Node, path: Path) -> Node:
    if not isinstance(node, yaml.SequenceNode):
        raise LookupError(f"{' '.join(map(str, path))} is no list")
    return node


def _child(node: Node, number: int) -> Node:
    child = node.value[number]
    return child[1] if isinstance(node, yaml.MappingNode) else child


def _is_null(node: Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value


def _open(path: Path) -> bool:
    return bool(path) and path[-1] in ONE_A_LINE


def _written(home: Node, key: str, value: Value, column: int) -> str:
    return f"{flow(key)}: {flow(value)}" if home.flow_style else pair(key, value, column)


def _new_key(text: str, home: Node, key: str, value: Value, before: Sequence[str]) -> str:
    """The pair is written after the last that `before` names, else as the first."""
    here = [number for number, (name, _) in enumerate(home.value) if name.value in before]
    column = home.value[0][0].start_mark.column if home.value else home.start_mark.column
    written = _written(home, key, value, column)
    if not home.value:  # {}
        return _replace(text, home.start_mark.index + 1, home.end_mark.index - 1, written)
    if not here:
        first = home.value[0][0].start_mark.index
        return _replace(text, first, first, written + (", " if home.flow_style else "\n" + " " * column))
    end = end_of(text, _child(home, here[-1]))
    if home.flow_style:
        return _replace(text, end, end, f", {written}")
    return _insert_line(text, end, " " * column + written)


def _replace_item(text: str, home: Node, number: int, value: Value, open_: bool) -> str:
    old = _at(home, [number])
    written = flow(value) if home.flow_style else item(value, old.start_mark.column - 2, open_)
    return _replace_value(text, old.start_mark.index, end_of(text, old), written)


def begins(text: str, home: Node) -> list[int]:
    """Where each child begins: its key, or in a list the '-' before it."""
    if isinstance(home, yaml.MappingNode):
        return [key.start_mark.index for key, _ in home.value]
    if home.flow_style:
        return [child.start_mark.index for child in home.value]
    dashes = [
        token.start_mark.index
        for token in yaml.scan(spaced(text), Loader=yaml.SafeLoader)
        if isinstance(token, yaml.BlockEntryToken) and token.start_mark.column == home.start_mark.column
    ]
    return [max(at for at in dashes if at <= child.start_mark.index) for child in home.value]


def end_of(text: str, node: Node) -> int:
    """After the last character of a value; YAML's own mark of a block lies at what follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        return end_of(text, _child(node, -1))
    end = int(node.end_mark.index)
    return len(text[:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end


def _replace(text: str, start: int, end: int, words: str) -> str:
    return text[:start] + _with_breaks_of(text, words) + text[end:]


def _replace_value(text: str, start: int, end: int, words: str) -> str:
    """`words` for what stands there; its comments go to lines of their own above it."""
    at = line_start(text, start)
    dent = " " * (len(text[at:start]) - len(text[at:start].lstrip(" ")))
    above = "".join(f"{dent}{comment}\n" for comment in comments(text, start, end))
    behind = "  " * text.startswith("#", end)
    return text[:at] + _with_breaks_of(text, above) + _replace(text, start, end, words + behind)[at:]


def _insert_line(text: str, after: int, line: str) -> str:
    """`line` (or several) below the line in which the offset `after` lies."""
    at = _line_end(text, after)
    breaks = "\n" if text[:at] and not text[:at].endswith("\n") else ""
    return text[:at] + _with_breaks_of(text, f"{breaks}{line}\n") + text[at:]


def _with_breaks_of(text: str, words: str) -> str:
    return words.replace("\n", "\r\n") if "\r\n" in text else words


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
