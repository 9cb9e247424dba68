"""The site as a folder without a server: nothing is lost, and every link leads to a file."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from weerklank.exports.zipped import zipped
from weerklank.model import CollectionConfig
from weerklank.model.errors import InputError
from weerklank.search.pagefind_fragments import fragment
from weerklank.site.archive import folder_name, with_papers
from weerklank.site.check import Expected, check_site
from weerklank.site.classic_script import classic, reachable
from weerklank.site.manifest import damage, mend_modes
from weerklank.site.offline import INDEX, offline

CONFIG = CollectionConfig("Klant of burger?", "nl", contact="redactie@voorbeeld.nl", site_url="https://voorbeeld.nl/")


@pytest.fixture(scope="module")
def files(built_site: Path) -> dict[str, bytes]:
    return {p.relative_to(built_site).as_posix(): p.read_bytes() for p in sorted(built_site.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def made(files: dict[str, bytes]) -> dict[str, bytes]:
    return with_papers(offline(files, CONFIG.say), CONFIG, "MIT License", "{}\n")


def links(page: bytes) -> list[str]:
    return html.document_fromstring(page).xpath("//*[@id='inhoud']//a/@href")  # type: ignore[no-any-return]


def place(name: str, target: str) -> str:
    """Where a link leads, however it says so; what is elsewhere stays as it is."""
    parts = urlsplit(target)
    if parts.scheme:
        return target
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)) if parts.path else name
    return re.sub(r"(?:^|/)(?:index\.html)?$", "", path.removeprefix(".")) + "#" + parts.fragment


def test_a_whole_site(made: dict[str, bytes], tmp_path: Path) -> None:
    """What the checks of the site say of the folder, and its own manifest."""
    for name, data in made.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    pages, problems = check_site(tmp_path, Expected())
    assert [str(problem) for problem in problems] == []
    assert pages > 10
    mend_modes(tmp_path)  # an archive has none; who unpacks it sets them
    assert damage(tmp_path) == []


def test_every_link_leads_where_it_led(files: dict[str, bytes], made: dict[str, bytes]) -> None:
    pages = [name for name in made if name.endswith(".html")]
    assert sorted(pages) == sorted(n for n in files if n.endswith(".html") and n != "404.html")
    for name in pages:
        assert [place(name, a) for a in links(made[name])] == [place(name, a) for a in links(files[name])], name
        for target in html.document_fromstring(made[name]).xpath("//a/@href | //form/@action | //script/@src"):
            parts = urlsplit(target)
            if not parts.scheme and parts.path:
                assert posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)) in made, (name, target)


def test_nothing_that_a_folder_cannot_do(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        if name.endswith(".html"):
            page = data.decode()
            assert 'type="module"' not in page
            (policy,) = html.document_fromstring(data).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            assert "'wasm-unsafe-eval'" not in policy
            assert "connect-src" not in policy  # nothing is fetched: default-src 'none'
    assert not [name for name in made if name.startswith(("_", ".", "assets/search/"))]
    assert not [name for name in made if name.startswith("pagefind/") and not name.endswith((".json.js", ".txt.js"))]
    assert re.search(r"^\s*(?:import|export)\b|[^$\w]import\(", made["assets/offline.js"].decode(), re.M) is None
    for name, data in made.items():
        if name.endswith(".json") and name != "sbom.cdx.json":
            assert made[f"{name}.js"] == b"weerklankData(%s, %s);\n" % (f'"{name}"'.encode(), data.strip())


def test_search_is_there_only_where_it_can_be(files: dict[str, bytes], made: dict[str, bytes]) -> None:
    """Too many texts for a browser to read at once: no box, and the search page and the readme say so."""
    named, data = next((n, d) for n, d in files.items() if n.startswith("pagefind/fragment/"))
    held = fragment(data) | {"content": "woord " * 400_000}
    large = {**files, named: gzip.compress(b"pagefind_dcd" + json.dumps(held).encode())}
    without = with_papers(offline(large, CONFIG.say), CONFIG, "MIT License", "{}\n")
    for folder, there in ((made, True), (without, False)):
        pages = [data.decode() for name, data in folder.items() if name.endswith(".html")]
        assert all(('role="search"' in page) == there for page in pages if "wk-top" in page)
        assert (INDEX in folder) == there
        assert ("Zoeken kan in deze map niet" in folder["zoeken/index.html"].decode()) != there
        assert ("Zoeken kan in deze map niet" in folder["LEESMIJ.txt"].decode("utf-8-sig")) != there


def test_the_same_bytes_and_what_goes_along(files: dict[str, bytes], made: dict[str, bytes]) -> None:
    backwards = with_papers(offline(dict(reversed(files.items())), CONFIG.say), CONFIG, "MIT License", "{}\n")
    assert zipped(made, folder_name(CONFIG)) == zipped(backwards, folder_name(CONFIG))
    readme = made["LEESMIJ.txt"].decode("utf-8-sig")
    assert "redactie@voorbeeld.nl" in readme
    assert "https://voorbeeld.nl/" in readme
    assert "\n" not in readme.replace("\r\n", "")
    assert "De teksten zijn van hun auteurs" in made["LICENTIE.txt"].decode("utf-8-sig")
    silent = with_papers({}, CollectionConfig("Лев", "nl"), "", "")["LEESMIJ.txt"].decode("utf-8-sig")
    assert "None" not in silent
    assert "Лев" in silent
    assert re.fullmatch(r"weerklank-[a-z0-9-]+", folder_name(CollectionConfig("Лев", "nl")))


def test_forms_of_modules() -> None:
    modules = {
        "a/one.js": 'import {\n  two,\n  three as drie,\n} from "../b/two.js";\n'
        'import * as all from "../b/two.js";\nimport "./x.js";',
        "b/two.js": "export const two = 2;\nexport async function three() {}\nexport default class Four {}",
        "a/x.js": 'import Four, { two } from "../b/two.js";\n'
        'const later = () => import("./y.js");\nfetch(import.meta.url);',
        "a/y.js": "export const y = 1;",
        "c/unused.js": "",
    }
    names = reachable(modules, ["a/one.js"])
    assert names == ["a/one.js", "a/x.js", "a/y.js", "b/two.js"]
    text = classic(modules, names)
    for line in (
        'const { two, three: drie } = $load("b/two.js");',
        'const all = $load("b/two.js");',
        'const { two } = $load("b/two.js"); const Four = $load("b/two.js").default;',
        '$later("a/y.js")',
        "fetch($here)",
        'Object.defineProperty($exports, "default", { get: () => Four });',
        'Object.defineProperty($exports, "three", { get: () => three });',
    ):
        assert line in text, line


@pytest.mark.parametrize("source", ["export { a };", 'export * from "./b.js";', "await go();", "const a = await go();"])
def test_a_form_that_cannot_be_turned(source: str) -> None:
    with pytest.raises(InputError, match="cannot be turned"):
        classic({"a.js": source}, ["a.js"])


def test_a_module_that_is_not_there() -> None:
    with pytest.raises(InputError, match="is not there"):
        reachable({"a.js": 'import "./b.js";'}, ["a.js"])


def test_an_old_address_leads_on_to_a_file() -> None:
    page = b'<head><meta http-equiv="refresh" content="0; url=../nieuw/#p1"></head><body></body>'
    found = offline({"essays/oud/index.html": page, "essays/nieuw/index.html": b"<body></body>"}, CONFIG.say)
    assert b'content="0; url=../nieuw/index.html#p1">' in found["essays/oud/index.html"]
