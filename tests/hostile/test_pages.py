"""Each hostile string in every place that a writer of pages has: first and last block, title, byline, claim, note …

The cleaner is passed by, so that a string reaches the pages whatever it would have made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from lxml import html
from markdown import Markdown
from playwright.sync_api import Browser, Page

from tests.browser.conftest import dismissed
from tests.hostile.strings import strings
from weerklank.annotate.anchors import Lock
from weerklank.build import cleaning
from weerklank.build import compose as build
from weerklank.languages.pack import pack
from weerklank.model import (
    ArgumentFile,
    Block,
    Cleaned,
    CollectionConfig,
    Ledger,
    Metadata,
    PassageEntry,
    Related,
    Seed,
    Sidecar,
    Span,
    Stance,
    Uncertain,
)
from weerklank.pages.own_pages import own_pages
from weerklank.site.allowed import strange_markup
from weerklank.site.reading import reading_units

BATCH = 24
EXTENSIONS = ["attr_list", "md_in_html", "toc"]  # those of mkdocs.yml
_UNSEEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"


def flat(text: str) -> str:
    """A string as one line of an essay, without what the cleaner takes out of every text."""
    return " ".join(re.sub(_UNSEEN, "", text).split())


_EACH = [s for s in dict.fromkeys(map(flat, strings())) if s]
_SAMPLE = 4  # one in so many of each family is tried in every run
STRINGS = [s for start in range(_SAMPLE) for s in _EACH[start::_SAMPLE]]
BATCHES = [
    pytest.param(first, marks=pytest.mark.every if first >= len(STRINGS) / _SAMPLE else ())
    for first in range(0, len(STRINGS), BATCH)
]


def cleaned(words: str, number: int) -> Cleaned:
    """An essay with the string as every kind of block, first and last."""
    blocks = [
        Block("paragraph", words),
        Block("heading", words),
        Block("list", f"- {words}\n- {words}"),
        Block("list", f"1. {words}\n2. {words}"),
        Block("quotation", "", (Block("paragraph", words), Block("verse", f"{words}\n{words}"))),
        Block("verse", f"{words}\nmidden\n{words}"),
        Block("paragraph", f"{words} Dit is zin {number} van deze proef, {words}"),
        Block("paragraph", words),
    ]
    placed, text = [], ""
    for block in blocks:
        inner = tuple(Block(b.kind, b.text, (), len(text) + 2) for b in block.blocks)
        placed.append(Block(block.kind, block.text, inner, len(text)))
        text += ("\n\n".join(f"> {b.text}" for b in inner) if inner else block.text) + "\n\n"
    asides = (Block("pull_quote", words), Block("caption", words), Block("note", words))
    spans = (
        Span(0, len(text), text, "kept", "", text, 0),
        Span(0, len(words), words, "removed", "control-characters"),
        Span(0, len(words), words, "set_aside", "control-characters", words, None, "caption"),
        Span(0, len(words), words, "metadata", "control-characters", words, None, "kicker"),
    )
    said = Metadata(subtitle=words, kicker=words, publication=words, comments=1, truncated=True)
    doubts = (Uncertain(words, (words, words), "garbled-characters", 0, len(words)),)
    return Cleaned(text, tuple(placed), asides, said, doubts, Ledger(spans))


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "_clean", lambda seed, kept: cleaned(seed.text, int(seed.stem)))


def sides(number: int, count: int) -> list[tuple[int, Stance]]:
    """Which of `count` texts speak for and against argument `number`."""
    return [(number, "for"), ((number + 1) % count, "against")]


def pages(words: list[str]) -> Mapping[str, str]:
    """The Markdown of all pages of a collection in which text n is all `words[n]`."""
    seeds = [
        Seed(
            str(n),
            f"{n} {w[:60]}.txt",
            w.encode(),
            w,
            Sidecar(
                f"tekst-{n}",
                w,
                w,
                w,
                (f"{n} {w}",),
                "2014",
                source_name=w,
                personal="published",
                source_url="https://x.invalid/a?b=(c)&d",
            ),
        )
        for n, w in enumerate(words)
    ]
    arguments = [
        ArgumentFile(
            f"stelling-{n}",
            w,
            w,
            (Related(f"stelling-{(n + 1) % len(words)}", w),),
            tuple(
                PassageEntry(k + 1, f"tekst-{m}", stance, f"Dit is zin {m} van deze proef", w, note=w)
                for k, (m, stance) in enumerate(sides(n, len(words)))
            ),
        )
        for n, w in enumerate(words)
    ]
    config = CollectionConfig(words[0], "nl", words[1], words[2], tuple(words[3:5]), words[5], words=tuple(words))
    return build.edition(config, seeds, arguments, Lock()).pages


def rendered(name: str, text: str) -> str:
    """A page's content as MkDocs and our templates make it."""
    _, _, body = text.partition("\n---\n\n")
    inside = Markdown(extensions=EXTENSIONS).convert(body)
    if re.fullmatch(r"essays/tekst-\d+\.md", name):
        inside = f'<article data-seed="x">{inside}</article>'
    return f'<div class="wk-page" id="inhoud" tabindex="-1">\n{inside}\n</div>'


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A tab without any policy, and what happens in it."""
    hits: list[str] = []
    context = browser.new_context()
    context.expose_function("hit", lambda *words: hits.append(f"ran: {words}"))
    page = context.new_page()
    page.on("dialog", lambda d: dismissed(d, hits))
    page.on("request", lambda r: hits.append(r.url))
    yield page, hits
    context.close()


_ARMED = """() => {
  const sinks = ['style', 'src', 'srcdoc', 'action', 'formaction', 'data', 'ping', 'poster'];
  const ours = /^(?:#|[.]{2}[/]|https:[/][/]x[.]invalid[/]|[a-z0-9][a-z0-9/._-]*(?:#[a-z0-9-]+)?$)/;
  const armed = (element, {name, value}) => name.startsWith('on') || sinks.includes(name) ||
    (name === 'href' && !ours.test(value) &&
      !(value === 'https://elders.invalid/x' && element.closest('[data-argument-page]')));
  return [...document.querySelectorAll('.wk-page *')].flatMap((element) =>
    [...element.attributes].filter((a) => armed(element, a)).map((a) => `${element.tagName} ${a.name}=${a.value}`));
}"""


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize("first", BATCHES)
def test_every_string_in_every_place(first: int, tab: tuple[Page, list[str]]) -> None:
    words = (STRINGS[first : first + BATCH] + STRINGS[:BATCH])[:BATCH]
    ours = own_pages(pack("nl"))  # with a form, and no word of anyone else
    made = {
        name: rendered(name, text) for name, text in pages(words).items() if name.endswith(".md") and name not in ours
    }
    for name, markup in made.items():
        assert list(strange_markup(markup)) == [], name
    for number, text in enumerate(words):
        (article,) = html.fragment_fromstring(made[f"essays/tekst-{number}.md"]).xpath("//article")
        _units_are(article, text, number)
    page, hits = tab
    page.set_content("<!doctype html><html lang=nl><body>" + "\n".join(made.values()))
    assert page.evaluate(_ARMED) == []
    assert hits == []


def _units_are(article: Any, text: str, number: int) -> None:
    units, stray = reading_units(article)
    assert stray == ""
    wanted = [text, text, f"{text}\n{text}", f"{text}\n{text}", text, f"{text}\n{text}", f"{text}\nmidden\n{text}"]
    wanted += [f"{text} Dit is zin {number} van deze proef, {text}", text]
    assert [unit.text for unit in units] == wanted
