"""What is wrong with YAML that cannot be read, told at the character that is wrong, with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from weerklank.model.errors import Problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_COMMENT = re.compile(r"([ \t]+)(#.*)")
_SHOWN = 30  # characters of the file that a message repeats
_IN_QUOTES = {
    '"': "put the whole value in 'single quotes' and write an apostrophe in it twice, or write \\\" for a \" inside",
    "'": 'put the whole value in "double quotes", or write an apostrophe inside twice',
}
_CLOSE = {
    '"': "close it at the end of the value",
    "'": 'close it at the end of the value; where it is an apostrophe, put the whole value in "double quotes"',
}
_PLAIN_WORDS = (
    ("node content", "a '[' or '{' is not closed, or a value is missing", "close it, or put the value in quotes"),
    ("mapping values", "a ': ' stands inside a value", "put the value in \"double quotes\""),
    ("unknown escape", "a backslash inside double quotes", "write \\\\ for a backslash, or use single quotes"),
    ("',' or ']'", "a '[' is not closed, or a comma is missing", "close it, or put the value in quotes"),
    ("',' or '}'", "a '{' is not closed, or a comma is missing", "close it, or put the value in quotes"),
    ("could not find expected ':'", "a line without a colon", "write 'key: value'"),
    ("expected key", "the indentation does not match the lines above", "indent the keys of one list alike"),
    ("<block end>", "the indentation does not match the lines above", "indent the keys of one list alike"),
    ("<document start>", "the indentation does not match the lines above", "indent the keys of one list alike"),
    ("'-' indicator", "a list is mixed with keys", "indent the keys of one list alike"),
)  # fmt: skip

Place = tuple[int, int]
"""A line and a column, both from 0."""


def mistake(error: yaml.YAMLError, text: str, where: str, lines: int) -> Problem:
    """The problem in the YAML `text` that `error` found; `lines` stand before it in the file `where`.

    A quotation mark, bracket or '#' that ended a value too early comes before the place where YAML gave up.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        strange = CONTROL.search(text)
        line = (text.count("\n", 0, strange.start()) if strange else 0) + 1 + lines
        return Problem(f"{where}: line {line}", "holds a control character", "take it out")
    rows = rows_of(text)
    at = (mark.line, mark.column) if mark.line < len(rows) else (len(rows) - 1, len(rows[-1]))
    (line, column), what, remedy = _found(error, at, text, rows)
    return Problem(f"{where}: line {line + 1 + lines}, column {column + 1}", f"invalid YAML: {what}", remedy)


def rows_of(text: str) -> list[str]:
    """The lines of a text, as YAML counts them."""
    return re.split(r"\r\n|[\n\r\x85\u2028\u2029]", text)


def too_close(node: yaml.ScalarNode, rows: list[str]) -> str:
    """What is cut off a plain value by a ' #' that may not be meant as a comment: '' where nothing is, or where two
    spaces before the '#' and one after it say that a comment begins.
    """
    if node.style in ('"', "'", "|", ">") or not (cut := _cut(_place(node.end_mark), rows)):
        return ""
    return "" if re.match(r"(?:[ ]{2,}|\t[ \t]*)#(?:[ \t]|$)", cut) else cut.strip()


def _found(error: yaml.YAMLError, at: Place, text: str, rows: list[str]) -> tuple[Place, str, str]:
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).split("\n")[0]
    opened = getattr(error, "context_mark", None)
    here = rows[at[0]][at[1] :]
    if "unexpected end of stream" in said and opened:
        quote = rows[opened.line][opened.column]
        return _place(opened), f"a {quote} is opened here and never closed", _CLOSE.get(quote, "close it")
    if here.startswith("\t"):
        return at, "a tab stands before a value or a key", "write spaces"
    if "cannot start any token" in said:
        return at, f"a value cannot begin with {here[:1]}", "put the value in quotes"
    if not rows[at[0]][: at[1]].strip() and re.match(r"-(?:\s|$)", here) and (key := _key_above(at, rows)):
        what = f"a list item stands below '{key}', which has its value already"
        return at, what, "move it to the list that it belongs to"
    if ended := _ended_early(at, text, rows):
        return ended
    if "mapping values" in said and (deep := re.match(r" +([\w-]+)$", rows[at[0]][: at[1]])):
        place = (at[0], deep.start(1))
        return place, f"'{deep[1]}' is indented deeper than the key above it", "indent the keys of one list alike"
    for sign, what, remedy in _PLAIN_WORDS:
        if sign in said:
            return _place(opened) if opened and sign.startswith("','") else at, what, remedy
    return at, said, "put values with : # [ { & * ! in quotes"


def _ended_early(at: Place, text: str, rows: list[str]) -> tuple[Place, str, str] | None:
    """The value before `at` that ended where its writer did not mean it to."""
    last = None
    for token in _tokens(text):
        if isinstance(token, (yaml.ScalarToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
            if _place(token.end_mark) > at:
                break
            last = token
    if last is None:
        return None
    start, end = _place(last.start_mark), _place(last.end_mark)
    follows = " ".join(rows[at[0]][at[1] :].split())[:_SHOWN]
    if isinstance(last, yaml.ScalarToken) and last.style in ("'", '"'):
        if end[0] != at[0]:
            return None
        if start[0] != end[0]:
            return start, f"a {last.style} is opened here and not closed on its line", _CLOSE[last.style]
        place = (end[0], end[1] - 1)
        return place, f"the value ends with this {last.style}, and more follows: {follows}", _IN_QUOTES[last.style]
    if isinstance(last, yaml.ScalarToken):
        return _cut_short(end, rows)
    if end[0] != at[0] or not follows or follows[0] in ",]}#":
        return None
    place = (end[0], end[1] - 1)
    what = f"the value ends with this {rows[place[0]][place[1]]}, and more follows: {follows}"
    return place, what, "put the whole value in quotes"


def _cut_short(end: Place, rows: list[str]) -> tuple[Place, str, str] | None:
    if not (cut := _cut(end, rows)):
        return None
    place = (end[0], end[1] + len(cut) - len(cut.lstrip()))
    what = f"a comment begins here, and is not read: {cut.strip()[:_SHOWN]}"
    return place, what, "put the whole value in quotes, or the comment on a line of its own"


def _cut(end: Place, rows: list[str]) -> str:
    """What follows a value that ends at `end`, where that is a comment; with the space before it."""
    match = _COMMENT.match(rows[end[0]], end[1]) if end[0] < len(rows) else None
    return match[0] if match else ""


def _key_above(at: Place, rows: list[str]) -> str:
    """The key that a list item at `at` would belong to, if that key has a value on its own line."""
    for row in reversed(rows[: at[0]]):
        match = re.match(r"( *)([^\s#'\"\-][^:]*):(?:\s+(\S.*))?$", row)
        if match and len(match[1]) <= at[1]:
            return match[2] if match[3] else ""
    return ""


def _tokens(text: str) -> Iterator[yaml.Token]:
    try:
        yield from yaml.scan(text, Loader=LOADER)
    except yaml.YAMLError:
        return


def _place(mark: yaml.Mark) -> Place:
    return mark.line, mark.column
