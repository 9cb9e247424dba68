"""The site as a folder that opens from a disk (file://), without a server.

There a browser opens no folder as a page, loads no module and fetches no file: links end in
index.html, scripts become one classic script, data come as scripts. Search has all texts at once in place of
Pagefind's index; where they are too many for that, its page says why it is not there. Everything else stays what it is
on the web.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from weerklank.languages.pack import Pack, everywhere
from weerklank.search.pagefind_fragments import records
from weerklank.site.classic_script import classic, reachable

SCRIPT = "assets/offline.js"
INDEX = "pagefind/records.json.js"
"""The texts that search has in the folder."""
_MOST = 2_000_000
"""Bytes of text that a browser reads at once in about a second, and searches in a tenth of one."""
_SEARCHED = re.compile(r"pagefind/(?:.*\.json|words-\d+\.txt)")
_LEFT_OUT = re.compile(
    rf"(?:pagefind|{'|'.join(everywhere('cards'))})/.*|assets/images/favicon\.png"
    r"|404\.html|sitemap\.xml.*|robots\.txt|manifest\.sha256|[._].*"
)
"""Pagefind's index, the cards that links are shown with elsewhere, and what only a host reads."""
_OF_SEARCH = "assets/search/"
_TAG = re.compile(r"<(a|area|blockquote|form|link|meta|q|script)((?:\s[^<>\"']*(?:\"[^\"]*\")?)*)>")
_ADDRESS = re.compile(r'(\s(?:href|action|cite)=")([^"]*)(")')
_MODULES = re.compile(r'[ \t]*<script(?=[^>]* type="module")[^>]* src="([^"]*)"[^>]*></script>\n?')
_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "font-src 'self' file:; base-uri 'none'; form-action 'self' file:"
)
"""Like that of the site, for an address without an origin: files of this disk, and nothing else."""
_META = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")')
_MOVED = re.compile(r'(<meta http-equiv="refresh" content="0; url=)([^"]*)(")')
"""How an old address leads on by itself."""
_PRELOADED = re.compile(r'[ \t]*<link rel="preload"[^>]*>\n?')
"""What a browser would fetch ahead, as from another origin; on a disk each file is one of its own."""
_BOX = re.compile(r'[ \t]*<form class="wk-find".*?</form>\n?', re.S)
_MENU_END = re.compile(r'(<nav class="wk-menu".*?)(\s*</ul>)', re.S)
_SEARCH = re.compile(r'<form class="wk-search".*?(?=<div class="wk-browse")', re.S)


def offline(files: Mapping[str, bytes], say: Pack) -> dict[str, bytes]:
    """The files of the finished site (path -> bytes) as those of a folder that opens from a disk.

    InputError where a script has a form that cannot be turned.
    """
    held = records(files)
    found = bool(held) and sum(len(record["raw_content"].encode()) for record in held) <= _MOST
    kept = {name: data for name, data in files.items() if not _LEFT_OUT.fullmatch(name)}
    kept = {name: data for name, data in kept.items() if found or not name.startswith(_OF_SEARCH)}
    pages = {name: data.decode("utf-8") for name, data in kept.items() if name.endswith(".html")}
    scripts = {name: data.decode("utf-8") for name, data in files.items() if name.endswith(".js")}
    sources = {name: [_led(name, src) for src in _MODULES.findall(page)] for name, page in pages.items()}
    run = {name: [source for source in own if source in kept] for name, own in sources.items()}
    later = {name for name in kept if name.startswith(_OF_SEARCH)}
    names = reachable(scripts, {s for each in run.values() for s in each} | later)
    made = {name: data for name, data in kept.items() if name not in names}
    made |= {name: _page(say, name, page, run[name], set(kept), found).encode() for name, page in pages.items()}
    made |= {f"{name}.js": _as_script(name, data.decode()) for name, data in kept.items() if name.endswith(".json")}
    made |= _searched(files, held) if found else {}
    return {**made, SCRIPT: classic(scripts, names).encode()}


def _searched(files: Mapping[str, bytes], held: list[dict[str, Any]]) -> dict[str, bytes]:
    """What search reads, as scripts; Pagefind's own files serve no page in a folder."""
    made = {name: data.decode() for name, data in files.items() if _SEARCHED.fullmatch(name)}
    made |= {name: json.dumps(text, ensure_ascii=False) for name, text in made.items() if name.endswith(".txt")}
    made[INDEX.removesuffix(".js")] = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return {f"{name}.js": _as_script(name, text) for name, text in made.items()}


def _as_script(name: str, data: str) -> bytes:
    """A data file as a script that hands over what it holds."""
    return f"weerklankData({json.dumps(name)}, {data.strip()});\n".encode()


def _page(say: Pack, name: str, page: str, run: list[str], files: set[str], found: bool) -> str:
    """A page for the folder: its policy, its links, its scripts, and no search unless texts can be `found`."""
    up = "../" * name.count("/")
    page = _META.sub(rf"\g<1>{_POLICY}\g<2>", page)
    page = _MOVED.sub(lambda found: found[1] + _direct(name, found[2], files) + found[3], page)
    page = _PRELOADED.sub("", page).replace(say("theme.credit_search"), "")
    page = page if found else _without_search(say, up, page)
    page = _TAG.sub(
        lambda tag: _ADDRESS.sub(lambda found: found[1] + _direct(name, found[2], files) + found[3], tag[0]), page
    )
    scripts = f'    <script defer src="{up}{SCRIPT}" data-run="{" ".join(run)}"></script>\n' if run else ""
    page = _MODULES.sub("", page)
    return page.replace("</body>", f"{scripts}</body>", 1)


def _without_search(say: Pack, up: str, page: str) -> str:
    """A page without its search box; the search page, to which the menu then leads, says why."""
    search = f'<li><a href="{up}{say.at("search")}/index.html">{say("theme.search")}</a></li>'
    page = _MENU_END.sub(rf"\1\n        {search}\2", _BOX.sub("", page), count=1)
    return _SEARCH.sub(lambda _: say("archive.no_search"), page, count=1)


def _direct(name: str, target: str, files: set[str]) -> str:
    """A link on page `name`, with index.html where it leads to a folder.

    >>> _direct("over/index.html", "../essays/#p1", {"essays/index.html"})
    '../essays/index.html#p1'
    >>> _direct("over/index.html", "#p1", {"essays/index.html"}), _direct("index.html", "https://x.nl/", set())
    ('#p1', 'https://x.nl/')
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return target
    index = posixpath.normpath(posixpath.join(_led(name, parts.path), "index.html"))
    if index not in files:
        return target
    return urlunsplit(parts._replace(path=posixpath.join(parts.path, "index.html").removeprefix("./")))


def _led(name: str, target: str) -> str:
    """The path in the site that a relative address on page `name` means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(urlsplit(target).path)))
