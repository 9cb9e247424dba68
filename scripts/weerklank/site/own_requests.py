"""Which requests the preview answers: this machine's own readers may look, and its own pages alone may write.

A page elsewhere can send requests here (a form, an image, a host name made to lead here) but not read an answer, so
it cannot learn the token; a page of ours sends it, says where it comes from and sends JSON, which a form cannot.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from hmac import compare_digest
from typing import Any

DESK = "/weerklank-desk/"
"""Where the desk answers; no page of a site can be there."""
TOKEN_HEADER = "X-Weerklank-Token"
LONGEST_PATH = 2000  # characters of an address: a file name has 255, and a number to wait for some 20
LONGEST_BODY = 200_000  # bytes: a passage of the longest paragraph, with a note


def refusal(environ: Mapping[str, Any], hosts: Container[str], token: str) -> str:
    """The status with which a request (WSGI) is refused, '' where it is not."""
    host = environ.get("HTTP_HOST", "").lower()
    if host not in hosts:
        return "421 Misdirected Request"
    path, method = environ["PATH_INFO"], environ["REQUEST_METHOD"]
    if "\0" in path or len(path) > LONGEST_PATH:
        return "404 Not Found"
    if method in ("GET", "HEAD"):
        return ""
    if method != "POST" or not path.startswith(DESK):
        return "405 Method Not Allowed"
    if not _is_ours(environ, host, token):
        return "403 Forbidden"
    return "" if 0 < _length(environ) <= LONGEST_BODY else "413 Content Too Large"


def _is_ours(environ: Mapping[str, Any], host: str, token: str) -> bool:
    """Whether a page that this server sent asks."""
    said = environ.get("HTTP_" + TOKEN_HEADER.upper().replace("-", "_"), "")
    return (
        compare_digest(said.encode(), token.encode())
        and environ.get("HTTP_ORIGIN", "").lower() == f"http://{host}"
        and environ.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin"
        and environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() == "application/json"
    )


def _length(environ: Mapping[str, Any]) -> int:
    said = str(environ.get("CONTENT_LENGTH") or "")
    return int(said) if said.isascii() and said.isdigit() else 0
