"""What a host says along with each file of the site: the one list, for `serve-site`, `_headers` and the page for hosts.

A policy in the page itself (the theme's) cannot say who may frame it; a header can.
"""

from __future__ import annotations

import re

PAGE_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy that every page carries (theme/weerklank/policy.html)."""

_REFUSED = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"

HEADERS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", f"{PAGE_POLICY}; frame-ancestors 'self'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{name}=()" for name in _REFUSED.split())),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""With every answer."""

TRANSPORT = ("Strict-Transport-Security", "max-age=31536000")
"""Only over https, and only by who knows that the whole domain stays so: a browser remembers it for a year."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
LASTING = ("pagefind/fragment/", "pagefind/index/")
"""Folders whose files are named after what they hold; every other name stays when its file changes."""

UNLISTED = "data/"
"""The folder of the files for other machines: who searches the web should find the pages that they were made for."""
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


def headers_file() -> str:
    """The file `_headers`, which Netlify and Cloudflare Pages read. Both let pages be asked for again by themselves."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS)]
    for folder in LASTING:
        lines += [f"/{folder}*", f"  Cache-Control: {FOR_EVER}"]
    lines += [f"/{UNLISTED}*", f"  {NOT_LISTED[0]}: {NOT_LISTED[1]}"]
    return "\n".join(lines) + "\n"


def snippets() -> dict[str, str]:
    """The same for other hosts, ready to paste: nginx, Apache (.htaccess) and Caddy."""
    folders = [folder.strip("/") for folder in LASTING]
    return {"nginx": _nginx(folders), "apache": _apache(folders), "caddy": _caddy(folders)}


def _nginx(folders: list[str]) -> str:
    return "\n".join(
        [
            "# Boven 'server': hoe lang een browser een bestand mag bewaren.",
            "map $uri $weerklank_bewaren {",
            f'    default "{ASK_AGAIN}";',
            *(f'    "~/{re.escape(folder)}/" "{FOR_EVER}";' for folder in folders),
            "}",
            "# Wat zoekmachines niet hoeven te tonen.",
            "map $uri $weerklank_robots {",
            f'    "~/{UNLISTED}" "{NOT_LISTED[1]}";',
            "}",
            "",
            "server {",
            "    listen 80;",
            "    server_name teksten.voorbeeld.nl;",
            "    root /var/www/weerklank;",
            "    index index.html;",
            "    charset utf-8;",
            f"    charset_types {' '.join(t for t in COMPRESSED if t not in ('text/html', 'application/wasm'))};",
            "    error_page 403 404 =404 /404.html;",
            "",
            "    gzip on;",
            "    gzip_vary on;",
            "    gzip_min_length 512;",
            f"    gzip_types {' '.join(t for t in COMPRESSED if t != 'text/html')};",
            "",
            *(f'    add_header {name} "{value}" always;' for name, value in HEADERS),
            "    add_header Cache-Control $weerklank_bewaren always;",
            f"    add_header {NOT_LISTED[0]} $weerklank_robots always;",
            "",
            "    location / { try_files $uri $uri/ =404; }",
            r"    location ~ /(?:\.|_headers$) { return 404; }",
            "}",
        ]
    )


def _apache(folders: list[str]) -> str:
    return "\n".join(
        [
            "AddDefaultCharset utf-8",
            "AddCharset utf-8 .html .css .js .json .svg .xml .txt",
            "AddType application/wasm .wasm",
            "DirectoryIndex index.html",
            "ErrorDocument 403 /404.html",
            "ErrorDocument 404 /404.html",
            "Options -Indexes",
            "",
            "<IfModule mod_headers.c>",
            *(f'    Header always set {name} "{value}"' for name, value in HEADERS),
            f'    Header set Cache-Control "{ASK_AGAIN}"',
            f'    Header set Cache-Control "{FOR_EVER}" "expr=%{{REQUEST_URI}} =~ m#/(?:{"|".join(folders)})/#"',
            f'    Header set {NOT_LISTED[0]} "{NOT_LISTED[1]}" "expr=%{{REQUEST_URI}} =~ m#/{UNLISTED}#"',
            "</IfModule>",
            "",
            "<IfModule mod_deflate.c>",
            f"    AddOutputFilterByType DEFLATE {' '.join(COMPRESSED)}",
            "</IfModule>",
            "",
            r'<FilesMatch "^(?:_headers$|\.)">',
            "    Require all denied",
            "</FilesMatch>",
        ]
    )


def _caddy(folders: list[str]) -> str:
    return "\n".join(
        [
            "teksten.voorbeeld.nl {",
            "    root * /var/www/weerklank",
            "    encode zstd gzip",
            "    header {",
            *(f'        {name} "{value}"' for name, value in HEADERS),
            "    }",
            f"    @blijvend path {' '.join(f'*/{folder}/*' for folder in folders)}",
            f'    header @blijvend Cache-Control "{FOR_EVER}"',
            f"    @anders not path {' '.join(f'*/{folder}/*' for folder in folders)}",
            f'    header @anders Cache-Control "{ASK_AGAIN}"',
            f"    @gegevens path */{UNLISTED}*",
            f'    header @gegevens {NOT_LISTED[0]} "{NOT_LISTED[1]}"',
            "    @verborgen path */_headers */.*",
            "    error @verborgen 404",
            "    file_server",
            "    handle_errors {",
            "        rewrite * /404.html",
            "        file_server",
            "    }",
            "}",
        ]
    )
