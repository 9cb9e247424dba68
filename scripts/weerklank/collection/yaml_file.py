"""YAML that a maintainer wrote, as typed fields with line numbers; every fault found is reported.

The nodes are read, not YAML's own idea of types: `title: 2014` and `title: no` are the words that
stand there. Aliases and tags are refused: no file of ours needs them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from unicodedata import category

import yaml

from weerklank.collection.yaml_mistakes import CONTROL, LOADER, mistake, rows_of, too_close
from weerklank.model.errors import InputError, Problem
from weerklank.private import particulars

_DEPTH = 8
TYPOGRAPHIC = "“”„‟«»‘’‚‛"
_MOST = 50  # faults of one file that are told
_LONGEST = 20_000  # characters of one value
_NULL = "tag:yaml.org,2002:null"


class Faults(list[tuple[int, Problem]]):
    """The faults of one file, each with its line; the rows of its YAML, and how many lines stand before that."""

    def __init__(self, text: str, lines: int) -> None:
        super().__init__()
        self.rows, self.lines = rows_of(text), lines


class Fields:
    """The keys of one mapping. A getter answers with the value, or, where the value is wrong, with
    nothing and one more entry in `faults` (line, Problem); so all of them are found in one go.
    """

    def __init__(self, where: str, node: yaml.Node | None, known: Iterable[str], faults: Faults) -> None:
        """`where` names the file (and entry), `known` the keys allowed; a node that is no mapping has no keys."""
        self.where, self.faults = where, faults
        self._begin = self._line(node) if node else 1 + faults.lines
        self._values: dict[str, yaml.Node] = {}
        self.meant: set[str] = set()
        """Known keys of which an unknown one seems a slip: told of once, not missed as well."""
        self._is_other = not (node is None or isinstance(node, yaml.MappingNode) or _is_empty(node))
        known = tuple(known)
        for key_node, value in node.value if isinstance(node, yaml.MappingNode) else ():
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            if key not in known:
                self.wrong(f"unknown key '{_short(key)}'", nearest(key, known), key_node)
                self.meant.update(_close(key, known))
            elif key in self._values:
                first = self._line(self._values[key])
                self.wrong(f"'{key}' is there twice (first in line {first})", "keep one of them", key_node)
            else:
                self._values[key] = value

    def wrong(self, what: str, remedy: str = "", node: yaml.Node | None = None, key: str = "") -> None:
        """Report a fault, at `node` or at the value of `key`."""
        node = node or self._values.get(key)
        what = f"{what} (line {self._line(node)})" if node else what
        self.faults.append((self._line(node) if node else self._begin, Problem(self.where, what, remedy)))

    def check(self) -> None:
        """InputError with the faults found so far, in order of line; of very many only the first."""
        if self.faults:
            told = [problem for _, problem in sorted(self.faults, key=lambda fault: fault[0])]
            more = len(told) - _MOST
            rest = [Problem(self.where, f"and {more} more", "set these right first")] if more > 0 else []
            raise InputError(told[:_MOST] + rest)

    def no_particulars(self, remedy: str, but: Iterable[str] = (), public: str = "") -> None:
        """Report persons' addresses and numbers in the values here and below, except under the keys `but`;
        `public` is an address that may be shown wherever it stands.
        """
        for key, node in self._values.items():
            self._no_particulars(node, key, remedy, frozenset(but), public)

    def _no_particulars(self, node: yaml.Node, path: str, remedy: str, but: frozenset[str], public: str) -> None:
        if path.rpartition(" ")[2] in but:
            return
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._no_particulars(value, f"{path} {key.value}", remedy, but, public)
        elif isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value, start=1):
                self._no_particulars(item, f"{path} {number}", remedy, but, public)
        else:
            words = str(node.value).replace(public, "") if public else str(node.value)
            for kind in dict.fromkeys(found.kind for found in particulars(words)):
                self.wrong(f"{path}: {kind}", remedy, node)

    def has(self, key: str) -> bool:
        """Whether the key is there with a value; `key:` with nothing after it counts as left out."""
        return key in self._values and not _is_empty(self._values[key])

    def text(self, key: str, lines: bool = False) -> str | None:
        """The words of `key`, None where it is left out; white space as single spaces unless `lines`."""
        return self._words(self._values[key], key, lines) if self.has(key) else None

    def code(self, key: str) -> str | None:
        """The same of a word in which no '#' can stand: what follows it after a ' #' is a comment."""
        said = self._words(self._values[key], key, coded=True) if self.has(key) else None
        if said and said[0] in TYPOGRAPHIC and said[-1] in TYPOGRAPHIC:
            what = f"'{key}: {_short(said)}' stands in typographic quotation marks, which count as part of it"
            self.wrong(what, "write straight ones, or none", key=key)
            return None
        return said

    def required(self, key: str, example: str, lines: bool = False, coded: bool = False) -> str:
        """The words of `key`; a Problem (and '') where it is left out, save where its holder has no keys at all."""
        if not self.has(key):
            if not self._is_other and key not in self.meant:
                self.wrong(f"'{key}' is missing", f"write {key}: {example}")
            return ""
        return (self.code(key) if coded else self.text(key, lines)) or ""

    def flag(self, key: str) -> bool | None:
        """True or false."""
        said = self.code(key)
        if said is None:
            return None
        if said.lower() not in ("true", "false", "yes", "no"):
            self.wrong(f"'{key}: {_short(said)}' is neither true nor false", f"write {key}: true or false", key=key)
        return said.lower() in ("true", "yes")

    def choice(self, key: str, options: Mapping[str, str]) -> str | None:
        """One of `options`, which say in words what each is; None where left out or wrong."""
        said = self.code(key)
        if said is None or said in options:
            return said
        offer = ", ".join(f"{option} ({meaning})" if meaning else option for option, meaning in options.items())
        self.wrong(f"'{key}: {_short(said)}' is not known", f"write one of: {offer}", key=key)
        return None

    def matching(
        self, key: str, pattern: re.Pattern[str], wanted: str, meant: Callable[[str], str] = lambda said: ""
    ) -> str | None:
        """Words of a certain form; `wanted` says which form, and `meant` what to write for others."""
        said = self.code(key)
        if said is None or pattern.fullmatch(said):
            return said
        self.wrong(f"'{key}: {_short(said)}' is not {wanted}", meant(said), key=key)
        return None

    def texts(self, key: str, coded: bool = False) -> tuple[str, ...] | None:
        """A list of words; `coded` as in `code`."""
        items = self._items(key)
        for item in items:
            if _is_empty(item):
                self.wrong(f"'{key}' holds an empty item", "take it out, or write it", item)
        found = [self._words(item, key, coded=coded) for item in items if not _is_empty(item)]
        return tuple(word for word in found if word) if self._is_list(key) else None

    def one_or_more(self, key: str) -> tuple[str, ...] | None:
        """Words, or a list of them; None where left out or wrong."""
        if self._is_list(key) or not self.has(key):
            return self.texts(key)
        said = self.text(key)
        return None if said is None else (said,)

    def groups(self, key: str, example: str) -> tuple[tuple[str, ...], ...]:
        """Lists of words in a list; `example` shows the form."""
        found = []
        for item in self._items(key):
            nodes = item.value if isinstance(item, yaml.SequenceNode) else []
            said = tuple(words for node in nodes if not _is_empty(node) and (words := self._words(node, key)))
            if len(said) < 2 or len(said) < len(nodes):
                self.wrong(f"'{key}' holds what is no list of two words or more", f"write {key}: {example}", item)
            else:
                found.append(said)
        return tuple(found)

    def pairs(self, key: str, example: str) -> tuple[tuple[int | str, int | str], ...]:
        """Pairs of whole numbers or names: one as [3, 7], several as [[3, 7], [a-2, b-9]]; `example` shows the form."""
        items = self._items(key)
        nested = any(isinstance(item, yaml.SequenceNode) for item in items)
        rows = items if nested or not items else [self._values[key]]
        out = []
        for row in rows:
            said = row.value if isinstance(row, yaml.SequenceNode) else []
            named = [str(n.value).strip() for n in said if isinstance(n, yaml.ScalarNode) and not _is_empty(n)]
            if len(said) == len(named) == 2:
                one, other = (int(name) if re.fullmatch(r"[0-9]{1,6}", name) else name for name in named)
                out.append((one, other))
            else:
                self.wrong(f"'{key}' wants two passages", f"write {key}: {example}", row)
        return tuple(out)

    def marked_texts(self, key: str, marks: Iterable[str]) -> list[tuple[str, str]] | None:
        """A list of words, each as it is or under one of `marks` ('- group: De werkgroep'): (mark or '', words)."""
        marks, found = tuple(marks), []
        for number, item in enumerate(self._items(key), start=1):
            if not isinstance(item, yaml.MappingNode):
                if _is_empty(item):
                    self.wrong(f"'{key}' holds an empty item", "take it out, or write it", item)
                else:
                    found.append(("", self._words(item, key, False) or ""))
                continue
            entry = Fields(f"{self.where}: {key} {number}", item, marks, self.faults)
            found += [(mark, words) for mark in marks if (words := entry.text(mark))]
            if len(item.value) != 1:
                form = " or - ".join(f"{{{mark}: …}}" for mark in marks)
                entry.wrong("one key is wanted here", f"write - {form}", item)
        return [(mark, words) for mark, words in found if words] if self._is_list(key) else None

    def fields(self, key: str, known: Iterable[str]) -> Fields:
        """A mapping inside this one; without keys where left out."""
        node, known = self._values[key] if self.has(key) else None, tuple(known)
        if node and not isinstance(node, yaml.MappingNode):
            form = ", ".join(f"{name}: …" for name in known)
            self.wrong(f"'{key}' must have keys of its own", f"write {key}: {{{form}}}", node)
        return Fields(self.where, node, known, self.faults)

    def each(self, key: str, known: Iterable[str], entry: str) -> list[Fields]:
        """A list of mappings. In messages each is named by `entry` ('passage'): 'file: passage 2'."""
        out, known = [], tuple(known)
        for number, item in enumerate(self._items(key), start=1):
            fields = Fields(f"{self.where}: {entry} {number}", item, known, self.faults)
            if isinstance(item, yaml.MappingNode):
                out.append(fields)
                continue
            said = f"'{_short(str(item.value))}'" if isinstance(item, yaml.ScalarNode) else "a list"
            form = ", ".join(f"{name}: …" for name in known[:3])
            fields.wrong(f"{said} must have keys of its own", f"write - {{{form}}}", item)
        return out

    def _is_list(self, key: str) -> bool:
        return isinstance(self._values.get(key), yaml.SequenceNode)

    def _items(self, key: str) -> list[yaml.Node]:
        if not self.has(key):
            return []
        node = self._values[key]
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        said = _short(str(node.value)) if isinstance(node, yaml.ScalarNode) else "…"
        self.wrong(f"'{key}' must be a list", f"write {key}: [{said}]", node)
        return []

    def _words(self, node: yaml.Node, key: str, lines: bool = False, coded: bool = False) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            kind = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
            self.wrong(f"'{key}' is {kind}, and words are wanted here", f'write {key}: "…"', node)
            return None
        value = str(node.value)
        if not coded and (cut := too_close(node, self.faults.rows)):
            what = f"'{key}' is cut off: '{_short(cut)}' counts as a comment"
            self.wrong(what, "put the value in quotes; before a comment write two spaces, and one after its '#'", node)
            return None
        if strange := CONTROL.search(value):
            what = f"'{key}' holds a character that cannot be seen, U+{ord(strange.group()):04X}"
            self.wrong(what, "take it out", node)
            return None
        if value.strip() and all(category(char)[0] in "CZ" for char in value):
            self.wrong(f"'{key}' holds nothing that can be seen", "write words, or take the key out", node)
            return None
        if len(value) > _LONGEST:
            self.wrong(f"'{key}' has {len(value):,} characters, and the limit is {_LONGEST:,}", "shorten it", node)
            return None
        return value.strip() if lines else " ".join(value.split())

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self.faults.lines


def read_yaml(text: str, where: str, known: Iterable[str], lines: int = 0) -> Fields:
    """The top mapping of a YAML file, with a list for the faults to come.

    `where` names the file; `lines` is how many lines stand before the YAML in it. InputError for
    invalid YAML, an alias or tag, more than one document, nesting deeper than eight, no mapping.
    """
    try:
        _check_events(text, where, lines)
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise InputError([mistake(error, text, where, lines)]) from None
    if node is not None and not (isinstance(node, yaml.MappingNode) or _is_empty(node)):
        raise InputError([Problem(where, "has no keys", "write 'key: value', one a line")])
    return Fields(where, node, known, Faults(text, lines))


def nearest(word: str, known: Iterable[str], form: str = "'{}'") -> str:
    """Advice on a word that is not known: the nearest one, else those that are.

    >>> nearest("autors", ["authors", "date"])
    "did you mean 'authors'?"
    """
    known = tuple(known)
    if close := _close(word, known):
        return f"did you mean {form.format(close[0])}?"
    more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return f"known are {', '.join(known[:_LISTED])}{more}" if known else ""


_LISTED = 24  # names that a person still looks through


def _close(word: str, known: Iterable[str]) -> list[str]:
    """The nearest of the known words, if one is near."""
    return difflib.get_close_matches(word.lower()[:80], known, 1, 0.6)


def _check_events(text: str, where: str, lines: int) -> None:
    depth = documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1 + lines if event.start_mark else 0
        documents += isinstance(event, yaml.DocumentStartEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what, remedy = "an alias (& or *) is not allowed here", "write it out, or put the value in quotes"
        elif getattr(event, "tag", None):
            what, remedy = "a tag (!) is not allowed here", "leave it out, or put the value in quotes"
        elif depth > _DEPTH:
            what, remedy = "is nested too deeply", "no file here needs more than three levels"
        elif documents > 1:
            what, remedy = "a second document begins", "take out the line '---'"
        else:
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            continue
        raise InputError([Problem(f"{where}: line {line}", what, remedy)])


def _is_empty(node: yaml.Node) -> bool:
    """`key:` and `key: ""` and `key: ~` say nothing."""
    return isinstance(node, yaml.ScalarNode) and (node.tag == _NULL or not str(node.value).strip())


def _short(words: str) -> str:
    words = " ".join("".join(c if c.isprintable() else " " for c in words[:200]).split())
    return words if len(words) <= 40 else words[:39] + "…"
