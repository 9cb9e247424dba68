"""A file of the editors of which a merge left two versions, made one entry by entry.

What only one side changed is as it has it, with its comments. What both changed in two ways stands between the marks
that git knows, and nothing of it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from weerklank.collection.three_way import identities, is_list_of_entries, merged_lines, merged_order, merged_value
from weerklank.collection.yaml_edit import FRONT_MATTER, comments, put, remove
from weerklank.collection.yaml_parts import BlockList, cut_list, cut_mapping, data_of, whole

MARK = "<<<<<<< "
SETTLED = " (settle)"
"""What follows the name of a side in our marks, by which they are known from git's."""

MergeLines: TypeAlias = Callable[[str, str, str], str]
"""Makes one of three versions of prose (base, ours, theirs), with marks where both changed a line."""
_Version: TypeAlias = str | None
_WORDS = 40  # characters of a quote by which a message names it


@dataclass
class Merge:
    """The merge of one file: the names of its sides, how prose is merged, and what both sides `changed`, in the order
    of the marks that stand there; `doubts` are what stands without marks and an editor should look at.
    """

    ours: str
    theirs: str
    merge_lines: MergeLines
    changed: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def file(self, name: str, base: str, ours: str, theirs: str) -> str:
        """The file `name` after the merge. ValueError where a side cannot be read."""
        breaks = "\r\n" if "\r\n" in ours else "\n"
        base, ours, theirs = (text.replace("\r\n", "\n") for text in (base, ours, theirs))
        try:
            merged = self._markdown if name.endswith(".md") else self._mapping
            return merged(base, ours, theirs).replace("\n", breaks)
        except yaml.YAMLError as error:
            raise ValueError("one of both versions is no YAML") from error

    def _markdown(self, base: str, ours: str, theirs: str) -> str:
        front, own, other = (FRONT_MATTER.match(text) for text in (base, ours, theirs))
        if not (own and other):
            raise ValueError("one of both versions has no front matter")
        keys = self._mapping((front and front[2]) or "", own[2] or "", other[2] or "")
        prose = self._prose(base[front.end() :] if front else "", ours[own.end() :], theirs[other.end() :])
        return own[1] + keys + own[3] + prose

    def _prose(self, base: str, ours: str, theirs: str) -> str:
        if taken := _changed_once(base, ours, theirs):
            return taken[0] or ""
        made = self.merge_lines(whole(base), whole(ours), whole(theirs))
        made = re.sub(r"(?m)^(<<<<<<<|>>>>>>>) (.*)$", rf"\1 \2{SETTLED}", made)
        self.changed += ["lines of the introduction: changed on both sides"] * len(re.findall(f"(?m)^{MARK}", made))
        return made

    def _mapping(self, base: str, ours: str, theirs: str) -> str:
        """The keys of a file, or of a front matter."""
        cut = [cut_mapping(text) for text in (base, ours, theirs)]
        sides = [parts for _, parts in cut]
        found = ""
        for key in map(str, merged_order(*(list(parts) for parts in sides))):
            versions = [parts.get(key) for parts in sides]
            if key == "clash" and any("passages" in parts for parts in sides):
                found += self._clash(versions, [parts.get("passages") for parts in sides])
            else:
                found += self._key(key, *versions) or ""
        return "".join(merged_lines(*(head.splitlines(keepends=True) for head, _ in cut))) + found

    def _key(self, key: str, base: _Version, ours: _Version, theirs: _Version) -> _Version:
        """The lines of one key."""
        if taken := _changed_once(base, ours, theirs):
            return taken[0]
        if is_list_of_entries(key):
            cut = [cut_list(text) for text in (base, ours, theirs)]
            lists = [each for each in cut if each is not None]
            if len(lists) == len(cut):
                return self._list(key, lists)
        return self._both(key, key, key, base, ours, theirs)

    def _list(self, key: str, sides: Sequence[BlockList]) -> str:
        names = identities(key, *(side.data for side in sides))
        column = next((side.column for side in (*sides[1:], sides[0]) if side.items), 0)
        known = [dict(zip(own, side.at_column(column), strict=True)) for own, side in zip(names, sides, strict=True)]
        items = [self._item(key, *(side.get(name) for side in known)) for name in merged_order(*names)]
        if key == "passages":
            self._quotes_of_one(names, sides)
        base, ours, theirs = (side.head or None for side in sides)
        head = (_changed_once(base, ours, theirs) or (ours,))[0] or ours or theirs or base or ""
        return head + "".join(items) if any(items) else ""

    def _quotes_of_one(self, names: Sequence[Sequence[Hashable]], sides: Sequence[BlockList]) -> None:
        """Where both sides gave one passage other words, it is two passages now."""
        gone = [item for name, item in zip(names[0], sides[0].data, strict=True) if name not in {*names[1], *names[2]}]
        new = [
            {item["essay"] for name, item in zip(names[n], sides[n].data, strict=True) if name not in names[3 - n]}
            for n in (1, 2)
        ]
        self.doubts += [
            f"{_name('passages', item)} has other words on each side: both stand there, take one out"
            for item in gone
            if item.get("essay") in new[0] & new[1]
        ]

    def _item(self, key: str, base: _Version, ours: _Version, theirs: _Version) -> str:
        """The lines of one entry of a list."""
        if taken := _changed_once(base, ours, theirs):
            return taken[0] or ""
        return self._both(key, _name(key, data_of(ours or theirs)[0]), 0, base, ours, theirs)

    def _both(self, key: str, name: str, at: str | int, base: _Version, ours: _Version, theirs: _Version) -> str:
        """A part that both sides changed: field by field where that is in two places, else both between marks."""
        if ours is None or theirs is None:
            return self._marked(f"{name}: taken away on one side and changed on the other", ours, theirs)
        differing: list[str] = []
        before, own, other = (data_of(text)[at] if text is not None else None for text in (base, ours, theirs))
        value = merged_value(key, before, own, other, differing)
        for text, said in ((ours, own), (theirs, other)) if not differing else ():
            made = _with(text, [at], said, value)
            if {*comments(ours), *comments(theirs)} <= {*comments(base or ""), *comments(made)}:
                return made
        fields = [each for each in dict.fromkeys(differing or ["comments"]) if each != key]
        what = f"{' and '.join(fields)} of {name}" if fields else name
        return self._marked(f"{what}: changed on both sides", ours, theirs)

    def _marked(self, what: str, ours: _Version, theirs: _Version) -> str:
        self.changed.append(what)
        own, other = whole(ours or ""), whole(theirs or "")
        return f"{MARK}{self.ours}{SETTLED}\n{own}=======\n{other}>>>>>>> {self.theirs}{SETTLED}\n"

    def _clash(self, versions: Sequence[_Version], passages: Sequence[_Version]) -> str:
        """`clash` names passages by number too: of the file that it stands in."""
        entries = [data_of(text)["passages"] if text else [] for text in passages]
        names = identities("passages", *entries)
        base, ours, theirs = (dict.fromkeys(side) for side in names)
        left = [n for n in merged_order(*names) if (n in ours and n in theirs) or n not in base]
        sides = [data_of(text)["clash"] if text else None for text in versions]
        anew = [_numbered(side, own, left) for side, own in zip(sides, names, strict=True)]
        differing: list[str] = []
        value = merged_value("clash", anew[0], anew[1], anew[2], differing)
        if differing:
            return self._marked("clash: changed on both sides", *versions[1:])
        if value is None:
            return ""
        for text, side, own in zip(versions, sides, anew, strict=True):
            if text is not None and own == value:
                return text if side == own else put(text, ["clash"], value)
        return put(versions[1] or versions[2] or "", ["clash"], value)


def _numbered(pairs: Any, names: Sequence[Hashable], left: Sequence[Hashable]) -> Any:
    """The pairs with numbers of entries counted as in the list `left`; a pair of one that is gone is none."""
    if not isinstance(pairs, list):
        return pairs
    number = {str(n): str(left.index(name) + 1) for n, name in enumerate(names, 1) if name in left}
    flat = all(isinstance(pair, str) for pair in pairs)
    found = [
        [number.get(each, "" if each.isdigit() else each) for each in pair]
        for pair in ([pairs] if flat and pairs else pairs)
    ]
    found = [pair for pair in found if all(pair)]
    return found[0] if flat and found else found or (None if pairs else [])


def _with(text: str, path: Sequence[str | int], old: Any, new: Any) -> str:
    """The text with the value `new` at `path`, where `old` stands: only what is another is written."""
    if old == new:
        return text
    if not (isinstance(old, Mapping) and isinstance(new, Mapping)):
        return put(text, path, new)
    for key in [key for key in old if key not in new]:
        text = remove(text, [*path, key])
    for key, value in new.items():
        text = _with(text, [*path, key], old.get(key), value)
    return text


def _name(key: str, item: Any) -> str:
    if isinstance(item, Mapping) and "quote" in item:
        words = " ".join(str(item["quote"]).split())
        return f"the passage “{words[:_WORDS]}{'…' * (len(words) > _WORDS)}” of {item.get('essay', '')}"
    said = next(iter(item.values()), "") if isinstance(item, Mapping) else item
    return f"{said} in {key}"


def _changed_once(base: _Version, ours: _Version, theirs: _Version) -> tuple[_Version, ...]:
    """The version to take, where at most one side changed it or both alike; else nothing."""
    if _same(ours, theirs) or _same(theirs, base):
        return (ours,)
    return (theirs,) if _same(ours, base) else ()


def _same(one: _Version, other: _Version) -> bool:
    return one == other or (one is not None and other is not None and one.rstrip() == other.rstrip())
