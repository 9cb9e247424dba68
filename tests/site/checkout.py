"""A small made-up checkout: the real configuration, theme and assets around a handful of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.copies import settings
from weerklank.build.layout import LaidOut
from weerklank.languages.pack import pack
from weerklank.pages.own_pages import own_pages
from weerklank.site import SITE, STEPS, Expected, NewSite, Progress, SearchDocument, make_site, publish, workspace

ROOT = Path(__file__).resolve().parents[2]

_PAGES = {
    "index.md": "# Brood\n\n[Alle teksten](essays/index.md)",
    "essays/index.md": "# Teksten\n\n- [Vers brood](vers-brood.md)",
    "argumenten/index.md": "# Argumenten\n\n- [Zondag open](zondag-open.md)",
    "auteurs/index.md": "# Auteurs\n\nAnna de Wit",
    "verantwoording/index.md": "# Verantwoording\n\nNiets gewijzigd.",
    "argumenten/zondag-open.md": (
        '<div data-argument-page="zondag-open" markdown="1">\n\n# Zondag open\n\n'
        '<article data-quote><p>De bakker hoort open te zijn. <a href="../../essays/vers-brood/#open-1">§ 1</a></p>'
        "</article>\n\n</div>"
    ),
    "essays/vers-brood.md": (
        "<header data-apparatus><h1>Vers brood</h1>"
        '<p><a href="../../argumenten/zondag-open/">Zondag open</a></p></header>\n\n'
        '<a class="wk-num" data-apparatus href="#p1">§ 1</a> <mark class="wk-mark wk-for" id="open-1" '
        'data-passage="open-1" data-argument="zondag-open" data-stance="for">'
        "De bakker hoort open te zijn.</mark> Ja &#42;echt&#42;.\n"
        '{: #p1 data-block="paragraph" }\n\n'
        '## Wat nodig is {: #h1 data-block="heading" }\n\n'
        '<blockquote data-block="quotation" markdown="1">\n\n'
        '<div data-block="list" id="p2" markdown="1">\n\n<a class="wk-num" data-apparatus href="#p2">§ 2</a>\n\n'
        "- meel\n- water\n\n</div>\n\n</blockquote>\n\n"
        'Brood is<br>goed\n{: #p3 data-block="verse" }\n\n'
        "<aside data-apparatus><p>Een noot met klantgerichtheid.</p></aside>"
    ),
}

_ESSAY = "template: essay.html\nseed: 000_brood\nslug: vers-brood\njson_ld: '{}'\n"

EXPECTED = Expected(
    texts={
        "vers-brood": [
            ("p1", "De bakker hoort open te zijn. Ja *echt*."),
            ("h1", "Wat nodig is"),
            ("p2", "- meel\n- water"),
            ("p3", "Brood is\ngoed"),
        ]
    },
    passages={"vers-brood": ["open-1"]},
    arguments={"zondag-open": 1},
)

DOCUMENTS = [
    SearchDocument(
        "essays/vers-brood/", "Vers brood", ("Anna de Wit",), 2019, tuple(EXPECTED.texts["vers-brood"]), "text"
    ),
    SearchDocument("argumenten/zondag-open/", "Zondag open", (), None, (("", "Wie mag slapen?"),), "argument"),
]


def make_checkout(root: Path) -> Path:
    """Lay the checkout out in `root`, which may not exist yet."""
    root.mkdir(exist_ok=True)
    settings(root)
    for name, text in LaidOut(own_pages(pack("nl"))).items():
        write(root / "docs" / name, text)
    write(root / "docs/feed.xml", '<feed xmlns="http://www.w3.org/2005/Atom"/>\n')
    for name, body in _PAGES.items():
        template = _ESSAY if name == "essays/vers-brood.md" else ""
        write(root / "docs" / name, f"---\ntitle: Een titel\n{template}---\n\n{body}\n")
    for path in _led_to(root):
        if not path.exists():
            write(path, "---\ntitle: Een lijst\n---\n\n# Een lijst\n" if path.suffix == ".md" else "")
    return root


def _led_to(root: Path) -> Iterator[Path]:
    """The files of docs/ that the menu, the head of a text and the pages by hand lead to."""
    for name in re.findall(r"^  - .*: (\S+\.md)$", (root / "mkdocs.yml").read_text("utf-8"), re.M):
        yield root / "docs" / name
    for suffix in ("bib", "ris", "json"):
        yield root / f"docs/data/citaten/vers-brood.{suffix}"
    yield root / "docs/data/tei/vers-brood.xml"
    for page in (root / "docs").rglob("*.md"):
        for name in re.findall(r"\]\(([\w./-]+)", page.read_text("utf-8")):
            yield page.parent / name


def write(path: Path, text: str) -> None:
    """Write a file and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def build_site(root: Path, documents: Sequence[SearchDocument], expected: Expected, site_url: str | None = None) -> int:
    """Build `root`/site from `root`/docs, as a build does once it has written these: its number of pages."""
    with workspace(root) as work:
        quiet = Progress(STEPS, quiet=True)
        pages = make_site(root, NewSite(work / SITE, root / SITE), root / "docs", documents, expected, quiet, site_url)
        publish(root, work)
    return pages
