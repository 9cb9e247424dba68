"""What the theme says: its scripts and templates cannot ask a language pack, so the packs are written out for them.

    python -m weerklank.theme.words

writes `assets/words.js`, with the words and addresses that the scripts name, and `weerklank/words.html`, with those
that the templates name, for every language. A test holds both in step with the packs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from weerklank.languages.pack import Form, Pack, PackError, packs
from weerklank.model import STANCES

THEME = Path(__file__).parent
_BY = "Written by weerklank/theme/words.py from languages/*/interface.toml and addresses.toml: change it there."
_SAID = re.compile(r"""\bsay\(\s*["'`]([a-z_]+\.[\w${}.]+)["'`]""")
_PLACED = re.compile(r"\bplaces\.(\w+)|\bat\.(\w+)|\bplaces\[[\w.]+\]\.(\w+)")  # in scripts; in templates
_ANY = re.compile(r"\\\$\\\{[^}]*\\\}")  # `stance.${stance}`, escaped


def written() -> dict[Path, str]:
    """The two files by their path in the theme."""
    return {THEME / "assets" / "words.js": _script(), THEME / "weerklank" / "words.html": _template()}


def said(source: str) -> Iterator[re.Pattern[str]]:
    r"""The keys that a script says; what is only known when it runs stands for any.

    >>> print(*(key.pattern for key in said("say('count.texts', { n }) + say(`stance.${stance}`)")))
    count\.texts stance\.\w+
    """
    for key in _SAID.findall(source):
        yield re.compile(_ANY.sub(lambda _: r"\w+", re.escape(key)))


def _script() -> str:
    sources = _sources("*.js")
    patterns = {pattern.pattern: pattern for source in sources for pattern in said(source)}
    made = {
        each.code: {
            "words": _words(each, patterns.values()),
            "query": dict(each.query),
            "places": _places(each, sources),
        }
        for each in packs()
    }
    return (
        f"// {_BY}\n"
        f"export const STANCES = {json.dumps(STANCES)};\n"
        f"export const PACKS = {json.dumps(made, ensure_ascii=False, indent=1)};\n"
    )


def _sources(pattern: str) -> list[str]:
    """What the theme's files hold, but for the two that are written here."""
    return [path.read_text("utf-8") for path in sorted(THEME.rglob(pattern)) if path.stem != "words"]


def _places(pack: Pack, sources: Iterable[str]) -> dict[str, str]:
    named = {name for source in sources for found in _PLACED.findall(source) for name in found}
    return {name: place for name, place in pack.addresses.items() if name in named}


def _words(pack: Pack, patterns: Iterable[re.Pattern[str]]) -> dict[str, Form]:
    found: dict[str, Form] = {}
    for pattern in patterns:
        keys = [key for key in pack.words if pattern.fullmatch(key)]
        if not keys:
            raise PackError(f"a script says '{pattern.pattern}', which languages/{pack.code} does not have")
        found |= {key: pack.words[key] for key in keys}
    return dict(sorted(found.items()))


def _template() -> str:
    words = {each.code: _theme(each) for each in packs()}
    sources = _sources("*.html")
    places = {each.code: _places(each, sources) for each in packs()}
    asked = {each.code: dict(each.query) for each in packs()}
    tables = (("words", words), ("places", places), ("query", asked))
    return f"{{#- {_BY} -#}}\n" + "".join(f"{{%- set {name} = {_literal(table)} %}}\n" for name, table in tables)


def _theme(pack: Pack) -> dict[str, str]:
    said = {key.removeprefix("theme."): form for key, form in pack.words.items() if key.startswith("theme.")}
    return {name: form for name, form in said.items() if isinstance(form, str)}


def _literal(value: dict[str, dict[str, str]]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, "utf-8", newline="\n")
