"""The headers of the site as the settings of hosts: what the page about hosts must have."""

from __future__ import annotations

import re

from weerklank.site.headers import ASK_AGAIN, COMPRESSED, FOR_EVER, HEADERS, LASTING, NOT_LISTED, UNLISTED

TRANSPORT = ("Strict-Transport-Security", "max-age=31536000")
"""Only over https, and only by who knows that the whole domain stays so: a browser remembers it for a year."""


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
            *(f'    "~/{folder}" "{NOT_LISTED[1]}";' for folder in UNLISTED),
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
            *(
                f'    Header set {NOT_LISTED[0]} "{NOT_LISTED[1]}" "expr=%{{REQUEST_URI}} =~ m#/{folder}#"'
                for folder in UNLISTED
            ),
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
            f"    @gegevens path {' '.join(f'*/{folder}*' for folder in UNLISTED)}",
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
