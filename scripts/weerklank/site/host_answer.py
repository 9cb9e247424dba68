"""What a good static host answers to a request for a file of the site; no socket in here."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from weerklank.site.headers import COMPRESSED, HEADERS, of_file, read_headers

_SMALL = 512  # bytes: below this compressing does not pay
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_TYPES = {
    ".atom": "application/atom+xml",
    ".bib": "application/x-bibtex",
    ".gift": "text/plain",
    ".epub": "application/epub+zip",
    ".html": "text/html",
    ".imscc": "application/zip",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
_WORDS = re.compile(r"text/.*|application/(?:.*\+)?(?:json|xml)|application/x-bibtex|image/svg\+xml")


@dataclass(frozen=True)
class Answer:
    """A status, the headers and the body of an answer."""

    status: HTTPStatus
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def answer(site: Path, prefix: str, target: str, asked: Mapping[str, str], method: str = "GET") -> Answer:
    """The answer to a request for `target` (path and query) of the site in folder `site`, which lies at
    `prefix` ('/' or '/sub/path/'). `asked` has the request's headers, names in lower case.
    """
    if method not in ("GET", "HEAD"):
        return Answer(HTTPStatus.METHOD_NOT_ALLOWED, {**_of_every(site), "Allow": "GET, HEAD"})
    try:
        parts = urlsplit("//host" + target if target.startswith("/") else target)
        path = unquote(parts.path, errors="strict")
    except ValueError:
        return _missing(site, asked)
    if path + "/" == prefix:
        return _moved(site, prefix)
    if not path.startswith(prefix):
        return _missing(site, asked)
    inside = path.removeprefix(prefix)
    if _hidden(inside):
        return _missing(site, asked)
    file = site / inside
    if inside and not inside.endswith("/") and file.is_dir():
        return _moved(site, quote(path) + "/") if (file / "index.html").is_file() else _missing(site, asked)
    name = f"{inside}index.html" if inside.endswith("/") or not inside else inside
    if not (site / name).is_file():
        return _missing(site, asked)
    return _file(site, name, asked)


def kind(name: str) -> str:
    """The Content-Type of the file `name`.

    >>> kind("a/index.html"), kind("pagefind/nl_1.pf_meta")
    ('text/html; charset=utf-8', 'application/octet-stream')
    """
    suffix = Path(name).suffix.lower()
    said = _TYPES.get(suffix) or mimetypes.guess_type(f"x{suffix}")[0] or "application/octet-stream"
    return f"{said}; charset=utf-8" if _WORDS.fullmatch(said) else said


def _hidden(inside: str) -> bool:
    """Whether a path leaves the site, or names what hosts keep to themselves."""
    parts = inside.removesuffix("/").split("/") if inside else []
    odd = any(not part or part.startswith(".") for part in parts)
    return odd or "\0" in inside or "\\" in inside or inside == "_headers"


def _of_every(site: Path) -> dict[str, str]:
    """The headers of every answer: those of the site's own file for hosts, which knows who may frame it."""
    file = site / "_headers"
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else dict(HEADERS)


@lru_cache(8)
def _read(file: Path, _: int) -> dict[str, str]:
    return read_headers(file.read_text("utf-8"))


def _moved(site: Path, where: str) -> Answer:
    return Answer(HTTPStatus.MOVED_PERMANENTLY, {**_of_every(site), "Location": where})


def _missing(site: Path, asked: Mapping[str, str]) -> Answer:
    """The site's own page for what is not there."""
    page = site / "404.html"
    if not page.is_file():
        return Answer(HTTPStatus.NOT_FOUND, {**_of_every(site), "Content-Type": "text/plain; charset=utf-8"}, b"404\n")
    body, headers = _coded("404.html", page.read_bytes(), asked)
    return Answer(HTTPStatus.NOT_FOUND, {**_of_every(site), **headers, **of_file("404.html")}, body)


def _file(site: Path, name: str, asked: Mapping[str, str]) -> Answer:
    data, changed = (site / name).read_bytes(), int((site / name).stat().st_mtime)
    tag = f'"{hashlib.sha256(data).hexdigest()[:20]}"'
    body, headers = _coded(name, data, asked)
    zipped = "Content-Encoding" in headers
    tag = f"W/{tag}" if zipped else tag
    headers = {
        **_of_every(site),
        **headers,
        **of_file(name),
        "ETag": tag,
        "Last-Modified": formatdate(changed, usegmt=True),
    }
    if _known(asked, tag, changed):
        kept = {k: v for k, v in headers.items() if not k.startswith("Content-") or k == "Content-Security-Policy"}
        return Answer(HTTPStatus.NOT_MODIFIED, kept)
    if not zipped and (match := _RANGE.fullmatch(asked.get("range", ""))) and any(match.groups()):
        return _part(match, body, headers)
    return Answer(HTTPStatus.OK, {**headers, "Accept-Ranges": "bytes"}, body)


def _known(asked: Mapping[str, str], tag: str, changed: int) -> bool:
    """Whether the browser has this version of the file already (RFC 9110, 13)."""
    if said := asked.get("if-none-match"):
        return any(each.strip().removeprefix("W/") == tag.removeprefix("W/") for each in said.split(",")) or said == "*"
    try:
        return parsedate_to_datetime(asked["if-modified-since"]).timestamp() >= changed
    except (KeyError, ValueError, TypeError):
        return False


def _part(match: re.Match[str], body: bytes, headers: dict[str, str]) -> Answer:
    """One range of the body (RFC 9110, 14)."""
    first, last = match.groups()
    start = int(first) if first else max(0, len(body) - int(last))
    end = min(int(last) if first and last else len(body) - 1, len(body) - 1)
    if start > end:
        none = {**headers, "Content-Range": f"bytes */{len(body)}", "Content-Length": "0"}
        return Answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, none)
    part = body[start : end + 1]
    return Answer(
        HTTPStatus.PARTIAL_CONTENT,
        {**headers, "Content-Range": f"bytes {start}-{end}/{len(body)}", "Content-Length": str(len(part))},
        part,
    )


def _coded(name: str, data: bytes, asked: Mapping[str, str]) -> tuple[bytes, dict[str, str]]:
    """The file's bytes, compressed where that pays and is asked for, and the headers that say so."""
    said = kind(name)
    headers = {"Content-Type": said}
    if said.split(";")[0] in COMPRESSED and len(data) >= _SMALL:
        headers["Vary"] = "Accept-Encoding"
        if _takes_gzip(asked.get("accept-encoding", "")):
            data = _compressed(data)
            headers["Content-Encoding"] = "gzip"
    return data, {**headers, "Content-Length": str(len(data))}


@lru_cache(256)
def _compressed(data: bytes) -> bytes:
    return gzip.compress(data, 6, mtime=0)


def _takes_gzip(said: str) -> bool:
    """Whether an Accept-Encoding allows gzip.

    >>> _takes_gzip("br, gzip"), _takes_gzip("gzip;q=0"), _takes_gzip("")
    (True, False, False)
    """
    for each in said.lower().split(","):
        name, _, weight = each.partition(";")
        if name.strip() in ("gzip", "*"):
            return re.sub(r"\s", "", weight) not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
