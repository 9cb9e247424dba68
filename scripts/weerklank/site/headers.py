"""What a host says along with each file of the site: the one list, for `serve-site`, `_headers` and the page for hosts.

A policy in the page itself (the theme's) cannot say who may frame it; a header can.
"""

from __future__ import annotations

from collections.abc import Iterable

PAGE_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy that every page carries (theme/weerklank/policy.html)."""

_REFUSED = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"

_ANCESTORS = "frame-ancestors 'self'"

HEADERS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", f"{PAGE_POLICY}; {_ANCESTORS}"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{name}=()" for name in _REFUSED.split())),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""With every answer."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
LASTING = ("pagefind/fragment/", "pagefind/index/")
"""Folders whose files are named after what they hold; every other name stays when its file changes."""

UNLISTED = ("data/", "downloads/")
"""The folders of the files made from pages: who searches the web should find the pages."""
NOT_LISTED = ("X-Robots-Tag", "noindex")

COMPRESSED = (
    "text/html",
    "text/css",
    "text/plain",
    "text/javascript",
    "text/xml",
    "application/javascript",
    "application/json",
    "application/ld+json",
    "application/xml",
    "application/atom+xml",
    "application/rss+xml",
    "application/manifest+json",
    "application/wasm",
    "image/svg+xml",
)
"""Types worth compressing; the files of the search index are compressed already."""


def frame_ancestors(embed: Iterable[str] = ()) -> str:
    """Who may show a page in a frame: the site itself, and the origins that the collection names.

    >>> frame_ancestors(["https://leeromgeving.example"])
    "frame-ancestors 'self' https://leeromgeving.example"
    """
    return " ".join([_ANCESTORS, *embed])


def framed(text: str, embed: Iterable[str]) -> str:
    """A text of settings for hosts, which lets the origins `embed` show the site in a frame."""
    return text.replace(_ANCESTORS, frame_ancestors(embed))


def read_headers(text: str) -> dict[str, str]:
    r"""The headers of every answer, from the words of the file `_headers`.

    >>> read_headers("/*\n  Referrer-Policy: same-origin\n/data/*\n  X-Robots-Tag: noindex\n")
    {'Referrer-Policy': 'same-origin'}
    """
    rows = text.partition("\n/")[0].splitlines()[1:]
    return {name.strip(): value for name, _, value in (row.partition(": ") for row in rows)}


def caching(path: str) -> str:
    """How long a browser may keep the file at `path` (in the site).

    >>> caching("essays/index.html"), caching("pagefind/index/nl_1a2b.pf_index")
    ('no-cache', 'public, max-age=31536000, immutable')
    """
    return FOR_EVER if path.startswith(LASTING) else ASK_AGAIN


def of_file(path: str) -> dict[str, str]:
    """The headers that are not of every file alike, for the file at `path` (in the site).

    >>> of_file("data/matrix.csv")
    {'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex'}
    """
    return {"Cache-Control": caching(path), **(dict([NOT_LISTED]) if path.startswith(UNLISTED) else {})}


def headers_file(embed: Iterable[str] = ()) -> str:
    """The file `_headers`, which Netlify and Cloudflare Pages read. Both let pages be asked for again by themselves.

    The origins `embed` may show the site in a frame.
    """
    embed = tuple(embed)
    lines = ["/*", *(f"  {name}: {framed(value, embed)}" for name, value in HEADERS)]
    for folder in LASTING:
        lines += [f"/{folder}*", f"  Cache-Control: {FOR_EVER}"]
    for folder in UNLISTED:
        lines += [f"/{folder}*", f"  {NOT_LISTED[0]}: {NOT_LISTED[1]}"]
    return "\n".join(lines) + "\n"
