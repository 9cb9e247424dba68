"""Modules as one classic script: a browser loads no module from a folder (file://).

Our modules keep to a few forms: `import … from "./x.js"` and `export const|let|function|class` at the
start of a line, `import("./x.js")` and `import.meta.url`. Whatever else is refused.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from weerklank.model.errors import InputError, Problem

_IMPORT = re.compile(r"^import\s*(?:([^;\"']+?)\s*from\s*)?[\"']([^\"']+)[\"'];?", re.M)
_EXPORT = re.compile(r"^export\s+(default\s+)?(?=(?:async\s+)?(?:const|let|var|function\*?|class)\s+(\w+))", re.M)
_LATER = re.compile(r"(?<![\w.$])import\([\"'](\./[^\"']+)[\"']\)")
_DYNAMIC = re.compile(r"(?<![\w.$])import\(")
_LEFT = re.compile(r"^(?:\s*(?:import|export)\b(?!\s*\()|(?:(?:const|let)\s[^=\n]*=\s*)?await\b).*", re.M)
_NAMED = re.compile(r"\{(.*)\}", re.S)

_START = Path(__file__).with_name("offline.js").read_text("utf-8")
_END = "run.forEach($load);\n})();\n"


def reachable(modules: Mapping[str, str], first: Iterable[str]) -> list[str]:
    """Those of `modules` (path in the site -> source) that the ones in `first` import, with these, in order;
    those that are imported when they are wanted (`import("./x.js")`) too, where they are there.

    InputError where one is not there.
    """
    found: set[str] = set()
    todo = list(first)
    while todo:
        name = todo.pop()
        if name in found:
            continue
        if name not in modules:
            raise InputError([Problem(name, "is imported by a script, and is not there", "see assets/ in the theme")])
        found.add(name)
        todo += [_target(name, match[2]) for match in _IMPORT.finditer(modules[name])]
        todo += [later for match in _LATER.finditer(modules[name]) if (later := _target(name, match[1])) in modules]
    return sorted(found)


def classic(modules: Mapping[str, str], names: Iterable[str]) -> str:
    """One classic script of the modules `names`; its tag says in data-run which of them to run.

    It stands in a folder of the site's root, as assets/<name>.js. InputError where a module has a form
    that cannot be turned.
    """
    turned = (
        f"modules[{json.dumps(name)}] = ($exports, $here) => {{\n{_turned(name, modules[name])}\n}};\n"
        for name in names
    )
    return "".join([_START, *turned, _END])


def _turned(name: str, source: str) -> str:
    r"""The body of a module as that of a function.

    >>> print(_turned("a/b.js", 'import { x as y } from "./c.js";\nexport const z = y;'))
    Object.defineProperty($exports, "z", { get: () => z });
    const { x: y } = $load("a/c.js");
    const z = y;
    """
    exported = [(match[2], "default" if match[1] else match[2]) for match in _EXPORT.finditer(source)]
    body = _EXPORT.sub("", source)
    body = _IMPORT.sub(lambda match: _binding(match[1], _target(name, match[2])), body)
    body = _DYNAMIC.sub("$later(", body).replace("import.meta.url", "$here")
    body = re.sub(r"(?<=\$later\()([\"'`])\./", lambda m: f"{m[1]}{posixpath.dirname(name)}/", body)
    if left := _LEFT.search(body):
        raise InputError([Problem(name, f"'{left[0].strip()[:60]}' cannot be turned into a classic script", "")])
    getters = [f'Object.defineProperty($exports, "{public}", {{ get: () => {own} }});' for own, public in exported]
    return "\n".join([*getters, body.strip()])


def _binding(what: str | None, name: str) -> str:
    """An import, by what it binds, as a statement."""
    loaded = f"$load({json.dumps(name)})"
    if what is None:
        return f"{loaded};"
    return " ".join(f"const {left} = {loaded}{member};" for left, member in _bound(what))


def _bound(what: str) -> Iterator[tuple[str, str]]:
    named = _NAMED.search(what)
    if named:
        pairs = [part.split() for part in named[1].split(",") if part.strip()]
        yield "{ " + ", ".join(p[0] if len(p) == 1 else f"{p[0]}: {p[2]}" for p in pairs) + " }", ""
    plain = _NAMED.sub("", what).strip(" ,\n")
    if plain.startswith("*"):
        yield plain.split()[-1], ""
    elif plain:
        yield plain, ".default"


def _target(name: str, said: str) -> str:
    """The module that an import in module `name` means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), said))
