r"""Foreign words made inert at the Markdown boundary: nothing in a seed is markup here.

Every character that Markdown or HTML could read as more than itself becomes a numeric character
reference; backslashes are no protection (`\<script>` still runs). The set covers Python-Markdown
with the extensions of mkdocs.yml (attr_list, md_in_html, toc, tables, fenced_code).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable
from typing import Any, Self

import yaml
from markupsafe import Markup


class Html(Markup):
    """Markup of our own, or foreign words that went through `escape`: safe to put on a page.

    A bare string that is added, joined or formatted into it is escaped, and Jinja does the same.

    >>> Html("<b>{}</b>").format("*Nee* <i>")
    Html('<b>&#42;Nee&#42; &#60;i&#62;</b>')
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Self:
        """Words made inert as `escape` does, not only as HTML wants it; what is safe stays as it is."""
        return cls(s if isinstance(s, Markup) else escape(str(s)))


_ANYWHERE = re.compile(r"[&<>\[\]{}*_`\\|~#\"]|(?<=\s)\s")
_IN_TAG = re.compile(r"[&<>\"\[\]`\\*{}|]")
_MARKUP = re.compile(
    r"^ {0,3}(?:#{1,6}|[-+*])[ \t]+|\[([^\[\]]*)\]\([^()\s]*\)|(?<!\w)[*_]+(?=\S)|(?<=\S)[*_]+(?!\w)", re.M
)
_AT_START = re.compile(r"^(\s*)([-+=:!?]|\d(?=\d*[.)]))")
# Controls, line separators, marks that turn the direction of writing for all that follows, noncharacters.
_NEVER = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_TO_ESCAPE = re.compile(rf"[&<>\[\]{{}}*_`\\|~#\"\n\r\t\f\v]|\s\s|\A\s*[-+=:!?\d]|{_NEVER.pattern}")
"""Whatever `escape` may change, and perhaps more."""

_BLOCKS = {
    "article", "aside", "blockquote", "details", "div", "header", "nav", "ol", "section", "table", "tbody", "thead",
    "tr", "ul",
}  # fmt: skip


def escape(text: str) -> Html:
    """Text that shows exactly its own characters, in Markdown, in HTML and in an attribute's value.

    Line breaks and tabs become spaces, of which Markdown gets to see no two in a row; control
    characters, which Python-Markdown uses for its own marks, go, and so do marks of direction.

    >>> escape("*Nee* <b>")
    Html('&#42;Nee&#42; &#60;b&#62;')
    >>> escape("1. Ten eerste")
    Html('&#49;. Ten eerste')
    """
    if not _TO_ESCAPE.search(text):  # most words; one look instead of four
        return Html(text)
    flat = re.sub(r"[\n\r\t\f\v]", " ", seen(text))
    inert = _ANYWHERE.sub(lambda m: f"&#{ord(m[0])};", flat)
    return Html(_AT_START.sub(lambda m: f"{m[1]}&#{ord(m[2])};", inert, count=1))


def seen(text: str) -> str:
    """Text without the characters that nobody sees: controls, marks of direction, noncharacters."""
    return _NEVER.sub("", text)


def unmarked(markdown: str) -> str:
    """The words of an editor's Markdown, without the signs of emphasis, headings, lists and links.

    >>> unmarked("- In *Weg met de klant* staat [*meer*](https://x.nl/a).")
    'In Weg met de klant staat meer.'
    """
    return _MARKUP.sub(lambda match: unmarked(match[1]) if match[1] else "", markdown)


def tag(name: str, *children: str, **attributes: str | bool | None) -> Html:
    """An element around its children; those that are bare strings are escaped, and so are attribute values.

    `class_` and `for_` lose their underscore, other underscores become hyphens (`data_seed`); True
    gives a bare attribute, None and False none. The children of a block stand on lines of their own.

    >>> tag("a", "§ 7 <b>", href="#p7", class_="n")
    Html('<a href="#p7" class="n">§ 7 &#60;b&#62;</a>')
    """
    parts = [name]
    for key, value in attributes.items():
        if value is not None and value is not False:
            plain = key.rstrip("_").replace("_", "-")
            parts.append(plain if value is True else f'{plain}="{attribute(value)}"')
    line = "\n" if name in _BLOCKS else ""
    return Html(line.join([f"<{' '.join(parts)}>", *map(Html.escape, children), f"</{name}>"]))


def attribute(value: str) -> str:
    """An attribute's value: Python-Markdown reads links and code in a tag before it sees the tag."""
    flat = " ".join(seen(value).split("\n"))
    return _IN_TAG.sub(lambda m: f"&#{ord(m[0])};", flat)


def join(parts: Iterable[str], between: str = "") -> Html:
    """Parts in a row, with `between` (our own markup) between them; bare strings are escaped."""
    return Html(between).join(parts)


class Script(str):
    """JSON for a script element of a page's head; front matter hands it on as it is."""

    __slots__ = ()


def script_json(value: Any) -> Script:
    r"""A value as JSON that ends no script element: its own signs of markup are JSON's escapes.

    >>> print(script_json({"a": "</script>"}))
    {"a": "\u003c/script\u003e"}
    """
    text = json.dumps(each_string(value, seen))
    return Script(re.sub("[<>&]", lambda m: f"\\u{ord(m[0]):04x}", text))


def front_matter(values: dict[str, Any]) -> str:
    """A page's front matter. Strings are HTML-escaped, in lists too: the theme puts them on the page as they are."""
    return f"---\n{_yaml(values)}---\n\n"


def more_front_matter(page: str, values: dict[str, str]) -> str:
    r"""A page with more words in its front matter, escaped in the same way; they are JSON, which is YAML as well and is
    written a hundred times as fast.

    >>> more_front_matter(front_matter({"title": "Brood"}) + "Vers.", {"updated": "2026-03-04"})
    '---\ntitle: Brood\nupdated: "2026-03-04"\n---\n\nVers.'
    """
    head, fence, body = page.partition("\n---\n")
    safe = {key: json.dumps(html.escape(seen(value)), ensure_ascii=False) for key, value in values.items()}
    more = "".join(f"\n{key}: {value}" for key, value in safe.items())
    return f"{head}{more}{fence}{body}" if fence else page


def _yaml(values: dict[str, Any]) -> str:
    safe = each_string(values, lambda text: str(text) if isinstance(text, Script) else html.escape(seen(text)))
    return yaml.safe_dump(safe, allow_unicode=True, sort_keys=False, width=10**6)


def each_string(value: Any, change: Callable[[str], str]) -> Any:
    """The value with every string in its lists and mappings changed; keys stay."""
    if isinstance(value, dict):
        return {key: each_string(each, change) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [each_string(each, change) for each in value]
    return change(value) if isinstance(value, str) else value
