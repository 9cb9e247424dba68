"""Measures search through the page, in a browser: the queries of tests/first_collection/queries.tsv, or others.

search_bench.py SITE SENTENCES COUNT [--half tune|held] [--words FILE] [--show] [--collection DIR --queries FILE]

SITE is a built site, of the collection in DIR (here: this checkout); a copy of it gets an index in which COUNT made
texts (other_texts.py) stand around the collection's own. Sentences that hold a query's only word, in any form, are left
out, for then its right text is not the only right one. Prints the shares for each class and for all.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.benches.other_texts import other_texts  # noqa: E402
from tests.browsers import chromium_path  # noqa: E402
from tests.search import FIRST, Query, queries  # noqa: E402

from weerklank.build.inputs import read  # noqa: E402
from weerklank.build.site_contents import documents  # noqa: E402
from weerklank.languages.pack import Pack  # noqa: E402
from weerklank.languages.word_knowledge import knowledge  # noqa: E402
from weerklank.model import Collection  # noqa: E402
from weerklank.search import SearchDocument, write_index  # noqa: E402

DONE = '[data-results-status][aria-busy="false"]:not(:empty)'


def forms(query: Query, language: str) -> frozenset[str]:
    """What the word of a query, and the one that it means in its right answers, are forms of."""
    there = {word for _, words in query.right for word in re.findall(r"\w+", words.lower())}
    return _bases(" ".join([query.text, *get_close_matches(query.text.lower(), there, 1)]), language)


def _bases(text: str, language: str) -> frozenset[str]:
    return frozenset(base for word in re.findall(r"\w+", text.lower()) for base in knowledge(language).bases(word))


def others(
    sentences: Sequence[str], count: int, words: Sequence[str], asked: Sequence[Query], interface: str
) -> list[SearchDocument]:
    """Made texts as documents, without the words of the queries."""
    single = {form for query in asked if query.text.isalpha() for form in forms(query, interface)}
    kept = [s for s in sentences if not single & _bases(s, interface)]
    made = other_texts(kept, count, [word for word in words if word not in single])
    return [
        SearchDocument(
            f"essays/ander-{n}/",
            text.title,
            (text.author,),
            text.year,
            tuple((f"p{k}", paragraph) for k, paragraph in enumerate(text.paragraphs, 1)),
            interface=interface,
        )
        for n, text in enumerate(made)
    ]


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word, and counts bytes."""

    sent = 0

    def copyfile(self, source: object, outputfile: object) -> None:
        """Count what is sent."""
        data = source.read()  # type: ignore[attr-defined]
        Quiet.sent += len(data)
        outputfile.write(data)  # type: ignore[attr-defined]

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def ask(page: Page, base: str, say: Pack, query: str) -> list[str]:
    """The links that the search page gives, without those to arguments."""
    page.goto(f"{base}{say.at('search')}/?q={quote(query)}")
    page.wait_for_selector(DONE, state="attached")
    hrefs: list[str] = page.locator("[data-results] a[href]").evaluate_all("all => all.map((a) => a.href)")
    return [href.removeprefix(base) for href in hrefs if f"/{say.at('arguments')}/" not in href]


def judge(query: Query, links: Sequence[str], collection: Collection) -> dict[str, bool]:
    """Which of the things asked hold for one query."""
    if not query.right:
        return {"nothing": not links}
    slugs, places = set(), set()
    for stem, words in query.right:
        essay = next(e for e in collection.essays if e.seed.stem == stem)
        slugs.add(essay.slug)
        places |= {f"essays/{essay.slug}/#{u.id}" for u in essay.units if words in u.text}
        if words == "*":
            places.add(f"essays/{essay.slug}/")
    texts = [link.split("/")[1] for link in links]
    whole = {place for place in places if place.endswith("/")}
    return {
        "first": bool(texts) and texts[0] in slugs,
        "five": any(text in slugs for text in texts[:5]),
        "paragraph": any(link in places or link.split("#")[0] in whole for link in links[:5]),
        "something": bool(links),
    }


def main() -> None:
    """Build the index, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--half")
    parser.add_argument("--words", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--collection", type=Path, default=ROOT)
    parser.add_argument("--queries", type=Path, default=FIRST)
    said = parser.parse_args()
    collection, asked = read(said.collection).edition.collection, queries(said.queries)
    words = said.words.read_text("utf-8").split() if said.words else ()
    around = others(
        said.sentences.read_text("utf-8").splitlines(),
        said.count,
        [w for w in words if w.isalpha()],
        asked,
        collection.say.code,
    )
    totals: Counter[str] = Counter()
    right: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        shutil.copytree(said.site, site, ignore=shutil.ignore_patterns("pagefind"))
        began = time.perf_counter()
        write_index(documents(collection) + around, site / "pagefind", Path(folder, "shadow"))
        print(f"index of {said.count} other texts: {time.perf_counter() - began:.2f} s")
        with served(site) as base, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=str(chromium_path()), args=["--no-sandbox"])
            page = chromium.new_page()
            for query in asked:
                if said.half and query.half != said.half:
                    continue
                before = Quiet.sent
                links = ask(page, base, collection.say, query.text)
                if not before:
                    print(f"bytes of the first search page: {Quiet.sent}")
                for name, holds in judge(query, links, collection).items():
                    for key in (name, f"{query.kind}: {name}"):
                        totals[key] += 1
                        right[key] += holds
                    if said.show and not holds:
                        print(f"{name}: {query.kind}: {query.text}: {links[:5]}")
            chromium.close()
    for key in sorted(totals, key=lambda k: (":" in k, k)):
        if ":" not in key or right[key] < totals[key]:
            print(f"{key:30} {right[key]}/{totals[key]} = {right[key] / totals[key]:.3f}")


if __name__ == "__main__":
    main()
