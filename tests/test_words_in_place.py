"""No word of the interface stands outside the language packs: not in code, scripts or templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import weerklank
from weerklank.languages import known
from weerklank.theme.words import written

PACKAGE = Path(weerklank.__file__).parent
# Words of Dutch that are not words of English, nor names that we give to things.
_DUTCH = re.compile(
    r"\b(?:aan|alle|als|andere|bij|dan|dat|de|deze|die|dit|een|en|er|geen|heeft|het|hier|hij|in de|kan"
    r"|met (?:de|het|een)|naar|niet|nog|of de|om|onbekend|ook|op|over de|per tekst|staan|staat|te|tekst(?:en)?"
    r"|tot|uit|van|veel|voor|waar|was de|wat|wie|wij|woord(?:en)?|worden|wordt|zijn|zo|zonder|zoeken|argumenten"
    r"|auteurs?|verantwoording|standpunt(?:en)?)\b",
    re.IGNORECASE,
)
# Rooms that read Dutch: patterns of what others wrote, not what we say.
_READERS = ("clean", "read", "private", "words", "cite/csl_names.py", "languages")
_SCRIPTS_OF_A_LANGUAGE = tuple(f"search/languages/{code}.js" for code in known())  # how its words are searched for
_MADE = tuple(path.name for path in written())
_ALLOWED = {
    "cite/bibtex.py": "codes of languages",
    "collection/argument_files.py": "what an editor may have typed, and examples in advice to one",
    "collection/lesson_files.py": "examples in advice to an editor",
    "collection/takedown_file.py": "an example in advice to a maintainer",
    "model/tokens.py": "a pattern of what a word is in Dutch",
    "model/slugs.py": "an example in advice to a maintainer",
    "site/headers.py": "settings for hosts, with notes for who pastes them",
}
_NOTES = re.compile(r"/\*.*?\*/|(?<![:\"'`\w])//[^\n]*|\{#.*?#\}", re.DOTALL)
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
_SHOWN = re.compile(r">([^<>{}]*)<|(?:aria-label|placeholder|title|alt|content)=\"([^\"{}]*)\"")


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module with their lines, docstrings and patterns of what an address looks like left out."""
    tree = ast.parse(path.read_text("utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.lineno, node.value


def is_dutch(words: str) -> bool:
    return bool(_DUTCH.search(words))


def test_modules_say_nothing_in_dutch() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name.startswith(_READERS) or name in _ALLOWED:
            continue
        found += [f"{name}:{line}: {words[:80]}" for line, words in literals(path) if is_dutch(words)]
    assert found == []


def test_scripts_say_nothing_in_dutch() -> None:
    found = []
    for path in sorted((PACKAGE / "theme").rglob("*.js")):
        name = path.relative_to(PACKAGE / "theme" / "assets").as_posix()
        if name in (*_MADE, *_SCRIPTS_OF_A_LANGUAGE):
            continue
        code = _NOTES.sub("", path.read_text("utf-8"))
        found += [f"{name}: {words}" for words in _QUOTED.findall(code) if is_dutch(words)]
    assert found == []


def test_templates_say_nothing_in_dutch() -> None:
    found = []
    for path in sorted([*(PACKAGE / "theme").rglob("*.html"), *PACKAGE.rglob("*.jinja")]):
        if path.name not in _MADE:
            page = _NOTES.sub("", path.read_text("utf-8"))
            shown = [words for pair in _SHOWN.findall(page) for words in pair if words.strip()]
            quoted = _QUOTED.findall(page) if path.suffix == ".html" else []
            found += [f"{path.name}: {words}" for words in (*shown, *quoted) if is_dutch(words)]
    assert found == []


def test_what_the_theme_says_is_what_the_packs_say() -> None:
    for path, text in written().items():
        assert path.read_text("utf-8") == text, f"{path.name}: run python -m weerklank.theme.words"


def test_a_dutch_string_would_be_found(tmp_path: Path) -> None:
    module = tmp_path / "a.py"
    module.write_text('"""De les."""\ndef f():\n    """Het."""\n    return f"Lees {1} van de teksten"\n', "utf-8")
    assert [line for line, words in literals(module) if is_dutch(words)] == [4]
